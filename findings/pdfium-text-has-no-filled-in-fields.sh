#!/usr/bin/env bash
# pypdfium2 5.15.2 (PDFium 159.0.8149): what is filled into a form's field is no part of a page's text, although the page drawn
# by the same library shows it: of a paper whose number was filled in, "No 43/KH" reads "No /KH", with nothing to tell that
# something stands there. init_forms(), which the drawing needs, changes nothing for the text; typed-on notes and stamps are
# left out likewise. pdftotext (poppler 22.12) reads the field. Expected: the text of what is shown.
# Seen: text: 'No /KH', after init_forms too; dark points in the field's box: more than 0; pdftotext: "No 43 /KH"
set -euo pipefail
command -v pdftotext >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends poppler-utils >/dev/null; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/env"
"$work/env/bin/pip" install --quiet --disable-pip-version-check pypdfium2==5.15.2 reportlab==5.1.0 pillow==13.0.0
cd "$work"
"$work/env/bin/python" - <<'PY'
import subprocess

import pypdfium2
from reportlab.pdfgen.canvas import Canvas

canvas = Canvas("in.pdf", pagesize=(400, 200))
canvas.drawString(50, 100, "No")
canvas.acroForm.textfield(value="43", x=70, y=92, width=26, height=22, borderWidth=0, fillColor=None, fontSize=12)
canvas.drawString(100, 100, "/KH")
canvas.save()

document = pypdfium2.PdfDocument("in.pdf")
plain = document[0].get_textpage().get_text_range()
document.init_forms()
page = document[0]
text = page.get_textpage().get_text_range()
drawn = page.render(grayscale=True).to_pil().crop((72, 88, 94, 106))
dark = sum(drawn.histogram()[:128])
other = subprocess.run(["pdftotext", "-layout", "in.pdf", "-"], capture_output=True, text=True, check=True).stdout
print("text:", ascii(plain), "with forms:", ascii(text), "dark points of the field:", dark)
print("pdftotext:", ascii(other.strip()))
assert dark > 0 and "43" in other
assert plain == text == "No /KH", "the behaviour has changed"
PY
