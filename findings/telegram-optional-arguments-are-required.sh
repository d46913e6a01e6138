#!/usr/bin/env bash
# python-telegram-bot refuses votes and polls of a Bot API server before 9.6 by arguments that its signatures call optional.
#
# Version: python-telegram-bot 22.8 from the public index.
# A new field of the Bot API is usually optional in the library's classes, so that an update of an older server (an office's
# own `telegram-bot-api`, a stand-in for tests) is read without it, and `option_persistent_ids: ... | None = None` in the
# signature of PollAnswer, like `persistent_id` of PollOption, promises just that. Seen: both raise TypeError, "is a required
# argument since Bot API 9.6", when the field is missing, also from `de_json`: such an update cannot be made into an Update at
# all; with the field it is read. So who relies on the signature loses every vote, and sees it only with an older server.
# Exits non-zero when that changes.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-telegram-bot==22.8

cat > "$folder/run.py" <<'PYTHON'
import inspect
from telegram import PollAnswer, PollOption, Update

VOTE = {"poll_id": "1", "option_ids": [0], "user": {"id": 5, "is_bot": False, "first_name": "An"}}
OPTION = {"text": "Có", "voter_count": 0}
CASES = ((PollAnswer, VOTE, "option_persistent_ids", ["a"]), (PollOption, OPTION, "persistent_id", "a"))

for made, old, name, value in CASES:
    default = inspect.signature(made.__init__).parameters[name].default
    assert default is None, f"{name} is no longer optional by its signature: {default!r}"
    try:
        made.de_json(old, None)
    except TypeError as error:
        print(f"{made.__name__} without {name} (default {default}): {error}")
    else:
        raise SystemExit(f"{made.__name__} is read without {name} now")
    assert made.de_json({**old, name: value}, None) is not None
try:
    Update.de_json({"update_id": 1, "poll_answer": VOTE}, None)
except TypeError as error:
    print(f"the whole update: {error}")
else:
    raise SystemExit("the update of an older server is read now")
PYTHON
"$folder/venv/bin/python" "$folder/run.py"
# PollAnswer without option_persistent_ids (default None): `option_persistent_ids` is a required argument since Bot API 9.6
# PollOption without persistent_id (default None): `persistent_id` is a required argument since Bot API 9.6
# the whole update: `option_persistent_ids` is a required argument since Bot API 9.6
