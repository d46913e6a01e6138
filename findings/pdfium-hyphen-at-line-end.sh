#!/usr/bin/env bash
# pypdfium2 5.15.2 (PDFium 159.0.8149): a hyphen at a line's end before a letter and the line end after it come out of
# get_text_range as one noncharacter, U+FFFE. A document number that is broken there ("43/KH-" / "UBND") is found by no
# search, and many cleaners drop the character: "43/KHUBND". Expected: the hyphen that the page shows.
# Seen: 'so 43/KH\ufffeUBND'
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/env"
"$work/env/bin/pip" install --quiet --disable-pip-version-check pypdfium2==5.15.2 reportlab==5.1.0
cd "$work"
"$work/env/bin/python" - <<'PY'
import io

import pypdfium2
from reportlab.pdfgen.canvas import Canvas

out = io.BytesIO()
canvas = Canvas(out)
canvas.drawString(72, 700, "so 43/KH-")
canvas.drawString(72, 684, "UBND")
canvas.save()
text = pypdfium2.PdfDocument(out.getvalue())[0].get_textpage().get_text_range()
print(ascii(text))
assert text == "so 43/KH\ufffeUBND", "the behaviour has changed"
PY
