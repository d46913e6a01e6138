#!/usr/bin/env bash
# vietnam-address-converter 1.0.5, `auto_convert_address`: an old ward that is written in full, with its diacritics, its kind and its
# district, is taken for another one of that district whose name is the same without them, and given that one's new ward. Its
# own table, which it converts by, knows both. Without marks "Đồng Thành" is "Đông Thành"; and "Huyền Sơn" and "Phương Sơn" are both
# "Sơn", since "Huyền" and "Phương" look like the words for district and ward (huyện, phường). Nothing says that there were two.
# Expected: what the table says of the name that was written.
# Seen: Xã Huyền Sơn, Huyện Lục Nam -> Xã Lục Nam, by its table Xã Nghĩa Phương; Xã Đồng Thành, Huyện Yên Thành -> Xã Yên Thành, by its
# table Xã Quang Đồng; 45 keys of 9,998 stand for two wards
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/env"
"$work/env/bin/pip" install --quiet --disable-pip-version-check vietnam-address-converter==1.0.5
cd "$work"
"$work/env/bin/python" - <<'PY'
import inspect
from collections import defaultdict
from importlib.metadata import version

from vietnam_address_converter import auto_convert_address

table = inspect.signature(auto_convert_address).parameters["data"].default["mapping"]["rows"]
wards = defaultdict(set)
for row in table:
    wards[row["keys"]["old_name_path"]].add(row["old"]["ward_code"])
shared = sum(len(codes) > 1 for codes in wards.values())
print("vietnam-address-converter", version("vietnam-address-converter"), f"{shared} of {len(wards)} keys stand for two wards")

SEEN = {
    "Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh": ("Phường Sài Gòn", "Phường Sài Gòn"),
    "Xã Huyền Sơn, Huyện Lục Nam, Tỉnh Bắc Giang": ("Xã Lục Nam", "Xã Nghĩa Phương"),
    "Xã Đồng Thành, Huyện Yên Thành, Tỉnh Nghệ An": ("Xã Yên Thành", "Xã Quang Đồng"),
}
found = {}
for address in SEEN:
    ward, district, _ = address.split(", ")
    (by_table,) = {
        row["new"]["ward_name"]
        for row in table
        if (row["old"]["ward_name"], row["old"]["district_name"]) == (ward, district)
    }
    found[address] = (auto_convert_address(address)["normalized_text"].split(", ")[0], by_table)
    print(address, "->", *found[address], sep=" | ")
assert found == SEEN and shared == 45, "the behaviour has changed"
PY
