#!/usr/bin/env bash
# num2words 0.5.14, lang="vi": decimals and negative numbers come out in the words of other numbers, without an error.
# Decimals are cut to two places and those are read as a whole number, so the zero after the point is lost: 1.05 is "một
# phẩy năm" (one point five), which is how 1.5 is said, and 1.5 is "một phẩy năm mươi" (one point fifty). A minus sign counts
# from the end of the table of words up to twenty: -3 is "mười bảy" (seventeen). Expected: "một phẩy không năm", "âm ba", as
# the package does in English ("one point zero five", "minus three"), or an error.
# Seen: 1.05 một phẩy năm; 1.5 một phẩy năm mươi; 99.05 chín mươi chín phẩy năm; -3 mười bảy; -20 không (zero)
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/env"
"$work/env/bin/pip" install --quiet --disable-pip-version-check num2words==0.5.14
cd "$work"
"$work/env/bin/python" - <<'PY'
from num2words import num2words

SEEN = {
    1.05: "một phẩy năm",
    1.5: "một phẩy năm mươi",
    99.05: "chín mươi chín phẩy năm",
    -3: "mười bảy",
    -20: "không",
}
said = {number: num2words(number, lang="vi") for number in SEEN}
for number, words in said.items():
    print(number, "|", words, "|", num2words(number, lang="en"))
assert num2words(17, lang="vi") == said[-3], "the behaviour has changed"
assert said == SEEN, "the behaviour has changed"
PY
