#!/usr/bin/env bash
# vietnam-number 1.0.6, `w2n` (words to a number): what it doesn't know is passed over, and what is left is read as another number,
# without an error. "phần trăm" (per cent) holds the word for hundred and "phẩy" (point) is skipped, so fifteen per cent is 500 and
# ninety-five point five is 955; "năm" is both "five" and "year", so the year 2025 in words is 52025. A negative number loses its
# sign. Words without any number raise a ValueError, so one expects it here as well, or 15 %, 95.5 and 2025.
# Seen: mười lăm phần trăm 500; chín mươi lăm phẩy năm 955; năm hai nghìn không trăm hai mươi lăm 52025; âm ba 3; nửa: ValueError
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/env"
"$work/env/bin/pip" install --quiet --disable-pip-version-check vietnam-number==1.0.6
cd "$work"
"$work/env/bin/python" - <<'PY'
from importlib.metadata import version

from vietnam_number import w2n

RIGHT = {"mười lăm": 15, "hai nghìn không trăm hai mươi lăm": 2025, "một trăm linh năm": 105, "hai lăm": 25}
SEEN = {
    "mười lăm phần trăm": 500,
    "chín mươi lăm phẩy năm": 955,
    "năm hai nghìn không trăm hai mươi lăm": 52025,
    "âm ba": 3,
}
print("vietnam-number", version("vietnam-number"))
for words in (*RIGHT, *SEEN):
    print(words, "|", w2n(words))
assert {words: w2n(words) for words in RIGHT} == RIGHT
assert {words: w2n(words) for words in SEEN} == SEEN, "the behaviour has changed"
try:
    w2n("nửa")
except ValueError:
    pass
else:
    raise SystemExit("words without a number raise no error any more")
PY
