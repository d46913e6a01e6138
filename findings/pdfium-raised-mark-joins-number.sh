#!/usr/bin/env bash
# pypdfium2 5.15.2 (PDFium 159.0.8149): a raised footnote mark is glued to the number before it, with nothing between.
# "before 15/1" with note 1 reads as 15/11, another day. Expected: a space, or the mark as the superscript that it is.
# Seen: 'before 15/11 yearly'
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/env"
"$work/env/bin/pip" install --quiet --disable-pip-version-check pypdfium2==5.15.2 reportlab==5.1.0
cd "$work"
"$work/env/bin/python" - <<'PY'
import io

import pypdfium2
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

out = io.BytesIO()
canvas = Canvas(out)
canvas.setFont("Times-Roman", 13)
x = 72 + stringWidth("before 15/1", "Times-Roman", 13)
canvas.drawString(72, 700, "before 15/1")
canvas.setFont("Times-Roman", 7.5)
canvas.drawString(x, 704.5, "1")
canvas.setFont("Times-Roman", 13)
canvas.drawString(x + 4, 700, " yearly")
canvas.save()
text = pypdfium2.PdfDocument(out.getvalue())[0].get_textpage().get_text_range()
print(ascii(text))
assert "15/11" in text, "the behaviour has changed"
PY
