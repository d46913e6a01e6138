#!/usr/bin/env bash
# dateparser 1.5.0, `search_dates`: a deadline is lost by the word that makes it one. After "by", "until", "on" and "after" a date
# is found; after "before" (which is read as the end of "... days before") its day is thrown away, and month and year become
# two dates, filled up with today's: "before 15 June 2024" is 10 June 2024 and 10 February 2024. In Vietnamese, where "before"
# (trước) also is "ago" and a month is called by its number, it is 15 months ago and 6 years ago. Nothing is raised, so a list
# of deadlines made that way holds days that the text doesn't have. Expected: 15 June 2024 each time.
# Seen, on 10 February 2024: by, until, on, after: 2024-06-15; before: 2024-06-10, 2024-02-10; trước: 2022-11-10, 2018-02-10,
# 2024-02-10; trước without the year: 2024-06-10
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/env"
"$work/env/bin/pip" install --quiet --disable-pip-version-check dateparser==1.5.0
cd "$work"
"$work/env/bin/python" - <<'PY'
from datetime import datetime

from dateparser.search import search_dates


def found(text, language):
    days = search_dates(text, languages=[language], settings={"RELATIVE_BASE": datetime(2024, 2, 10)}) or []
    print(text, "->", [(words, str(day.date())) for words, day in days])
    return [str(day.date()) for _, day in days]


for word in ("by", "until", "on", "after"):
    assert found(f"Submit it {word} 15 June 2024.", "en") == ["2024-06-15"]
assert found("Họp ngày 15 tháng 6 năm 2024.", "vi") == ["2024-06-15"]
for text, language, seen in (
    ("Submit it before 15 June 2024.", "en", ["2024-06-10", "2024-02-10"]),
    ("Báo cáo gửi trước ngày 15 tháng 6 năm 2024.", "vi", ["2022-11-10", "2018-02-10", "2024-02-10"]),
    ("Báo cáo gửi trước ngày 15 tháng 6.", "vi", ["2024-06-10"]),
):
    assert found(text, language) == seen, "the behaviour has changed"
PY
