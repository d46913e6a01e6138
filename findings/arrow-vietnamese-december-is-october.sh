#!/usr/bin/env bash
# arrow 1.4.0, locale "vi": a day of November or December in words, with the month at the end, is read as one of October, also
# when arrow itself has written it: "10 Tháng Mười Hai" (10 December) is 10 October. In Vietnamese "Mười Một" and "Mười Hai",
# eleven and twelve, begin with "Mười", ten; the parser takes the first name that fits, and what is left over is no error.
# With the year behind it the month is right, so a test with full dates passes. Expected: December, or an error.
# Seen: 10 Tháng Mười Một -> month 10; 10 Tháng Mười Hai -> month 10; 2024 Tháng Mười Hai -> 2024-10; every other month is right
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/env"
"$work/env/bin/pip" install --quiet --disable-pip-version-check arrow==1.4.0
cd "$work"
"$work/env/bin/python" - <<'PY'
import arrow

print("arrow", arrow.__version__)


def read_back(month, form):
    said = arrow.get(2024, month, 10).format(form, locale="vi")
    read = arrow.get(said, form, locale="vi").month
    if read != month:
        print(f"{said!r}, written for month {month}, is read as month {read}")
    return read


for form in ("D MMMM YYYY", "D MMMM, YYYY"):
    assert [read_back(month, form) for month in range(1, 13)] == list(range(1, 13))
for form in ("D MMMM", "YYYY MMMM"):
    assert [read_back(month, form) for month in range(1, 13)] == [*range(1, 11), 10, 10], "the behaviour has changed"
PY
