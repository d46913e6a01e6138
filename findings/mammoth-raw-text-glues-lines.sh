#!/usr/bin/env bash
# mammoth 1.13.0, `extract_raw_text`: a line break within a paragraph (Shift+Enter) is left out with nothing in its place, so the
# last number of a line runs into the first of the next: "due 10/5" above "20 copies" reads "due 10/520 copies", and a
# letterhead of two lines becomes one word. Paragraphs are parted, and `convert_to_html` writes <br />, so it looks right until
# somebody ends a line that way. A tab is kept. Expected: a line break, as python-docx 1.2.0 has it, or a space.
# Seen: 'due 10/520 copies'; HTML: '<p>due 10/5<br />20 copies</p>'
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/env"
"$work/env/bin/pip" install --quiet --disable-pip-version-check mammoth==1.13.0 python-docx==1.2.0
cd "$work"
"$work/env/bin/python" - <<'PY'
import mammoth
from docx import Document

document = Document()
paragraph = document.add_paragraph()
paragraph.add_run("due 10/5").add_break()
paragraph.add_run("20 copies")
document.save("in.docx")
with open("in.docx", "rb") as file:
    text = mammoth.extract_raw_text(file).value.strip()
    html = mammoth.convert_to_html(file).value
other = Document("in.docx").paragraphs[0].text
print("text:", ascii(text), "HTML:", html, "python-docx:", ascii(other))
assert html == "<p>due 10/5<br />20 copies</p>" and other == "due 10/5\n20 copies"
assert text == "due 10/520 copies", "the behaviour has changed"
PY
