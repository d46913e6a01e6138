#!/usr/bin/env bash
# vietnamadminunits 1.0.4: where provinces were merged, an old ward that was divided is also given to the new ward of a
# namesake in another district, up to 99 km away. Expected: Phường 4 of Tân An (Long An) became parts of Phường Long An
# and its neighbours. Seen: it is also a part of Phường Tân Ninh, in another town, 93 km away.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/env"
"$work/env/bin/pip" install --quiet --disable-pip-version-check --no-deps vietnamadminunits==1.0.4
cd "$work"
"$work/env/bin/python" - <<'PY'
import json
import math
import sqlite3
from importlib.metadata import distribution

data = distribution("vietnamadminunits").locate_file("vietnamadminunits") / "data"
divided = json.loads((data / "converter_2025.json").read_text("utf-8"))["DICT_PROVINCE_WARD_DIVIDED"]
old = sqlite3.connect(data / "dataset.db").execute(
    "SELECT provinceKey || '_' || districtKey || '_' || wardKey, ward, district, wardLat, wardLon FROM admin_units_legacy"
)
where = {key: (f"{ward}, {district}", lat, lon) for key, ward, district, lat, lon in old}
claims = {}
for wards in divided.values():
    for key, shares in wards.items():
        name, lat, lon = where[key]
        for share in shares:
            away = math.hypot(lat - share["newWardLat"], (lon - share["newWardLon"]) * math.cos(math.radians(lat))) * 111
            claims.setdefault((share["newWardKey"], name.split(",")[0]), []).append((round(away), name))
far = [(*claim, new) for (new, _), of in claims.items() if len(of) > 1 for claim in of if claim[0] > min(of)[0] + 15]
for away, name, new in sorted(far, reverse=True):
    print(f"{name} -> {new}: {away} km")
assert any("phuongtanninh" == new and away > 80 for away, _, new in far), "the behaviour has changed"
PY
