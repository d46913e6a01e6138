#!/usr/bin/env bash
# python-docx 1.2.0: paragraph.text, of a list as Word numbers it, holds no number, and a footnote leaves neither its mark
# nor its text: "1. Reports are due 15/1" with note 1 reads "Reports are due 15/1". The numbers are computed by Word from
# numbering.xml, the notes are a part that the library doesn't open. Expected: the text that Word shows, or a word of it in
# the documentation of `text`.
# Seen: 'Reports are due 15/1'
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/env"
"$work/env/bin/pip" install --quiet --disable-pip-version-check python-docx==1.2.0
cd "$work"
"$work/env/bin/python" - <<'PY'
import io

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

document = Document()
paragraph = document.add_paragraph("Reports are due 15/1", style="List Number")
mark = OxmlElement("w:footnoteReference")
mark.set(qn("w:id"), "2")
paragraph.add_run()._r.append(mark)
out = io.BytesIO()
document.save(out)
text = Document(out).paragraphs[0].text
print(ascii(text))
assert text == "Reports are due 15/1", "the behaviour has changed"
PY
