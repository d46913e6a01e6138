#!/usr/bin/env bash
# vietnamadminunits 1.0.4: `convert_address` of an address with a street, in a ward that was divided, sends the whole
# address to ArcGIS over the network; its README says nothing of it. Expected: the package's own data decides.
# Seen: "asked about: ..., Phường 4, Thành phố Tân An, Tỉnh Long An"
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/env"
"$work/env/bin/pip" install --quiet --disable-pip-version-check vietnamadminunits==1.0.4 tqdm
cd "$work"
"$work/env/bin/python" - <<'PY'
import vietnamadminunits
from vietnamadminunits.converter import converter_2025

asked = []
converter_2025.get_geo_location = asked.append  # in place of the request; None is what it returns without an answer
vietnamadminunits.convert_address("12 Le Loi, Phuong 4, Thanh pho Tan An, Long An")
print("asked about:", ascii(asked))
assert asked, "the behaviour has changed"
PY
