#!/usr/bin/env bash
# holidays 0.109: Vietnam's days off of years that the government has not decided yet look as sure as decided ones.
#
# The package has a label for guessed days ("%s (dự kiến)" in Vietnamese), so one expects it on them. Which days around
# 2 September are off, and which working days are exchanged, is decided year by year; the package's table of exchanges
# ends in 2026. Yet no day of 2027 to 2036 carries the label: nothing tells the worked-out years from the decided ones,
# short of reading the table `VietnamStaticHolidays.special_public_holidays`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check holidays==0.109
"$folder/venv/bin/python" - <<'PYTHON'
import sys
import holidays
from holidays.countries.vietnam import Vietnam, VietnamStaticHolidays

decided = max(VietnamStaticHolidays.special_public_holidays)
label = Vietnam.estimated_label.replace("%s", "").strip()
found = {year: holidays.country_holidays("VN", years=year, language="vi") for year in range(decided - 2, decided + 11)}
marked = [year for year, days in found.items() if any(label in name for name in days.values())]
print("holidays", holidays.__version__)
print("label of guessed days:", label)
print("last year with decided exchanges:", decided)
print("years with a day that carries the label:", marked or "none of", list(found))
sys.exit(0 if decided == 2026 and not marked else 1)
PYTHON
