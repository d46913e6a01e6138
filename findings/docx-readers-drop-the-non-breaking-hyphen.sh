#!/usr/bin/env bash
# docx2txt 0.9, docx2python 3.7.1 and viparse 0.1.31: a non-breaking hyphen of Word (Ctrl+Shift+_, an element of its own) is left out
# with nothing in its place, so two numbers become one: "10-15 days" reads "1015 days", and the document "109-KH/TU" has the
# number "109KH/TU". That hyphen is what people type where a number must not be broken at a line's end. python-docx 1.2.0
# (a hyphen) and mammoth 1.13.0 (U+2011) keep it. Expected: a hyphen, of whichever kind, or at least a space.
# Seen: "within 1015 days, No 109KH/TU" from all three
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/env"
"$work/env/bin/pip" install --quiet --disable-pip-version-check docx2txt==0.9 docx2python==3.7.1 viparse==0.1.31 python-docx==1.2.0 mammoth==1.13.0
cd "$work"
"$work/env/bin/python" - <<'PY'
import docx2txt
import mammoth
import viparse
from docx import Document
from docx.oxml import OxmlElement
from docx2python import docx2python

document = Document()
paragraph = document.add_paragraph()
for words in ("within 10", "15 days, No 109", "KH/TU"):
    if paragraph.runs:
        paragraph.runs[-1]._r.append(OxmlElement("w:noBreakHyphen"))
    paragraph.add_run(words)
document.save("in.docx")

read = {"docx2txt": docx2txt.process("in.docx"), "viparse": viparse.load("in.docx")[0].text}
with docx2python("in.docx") as found:
    read["docx2python"] = found.text
with open("in.docx", "rb") as file:
    kept = {"python-docx": Document("in.docx").paragraphs[0].text, "mammoth": mammoth.extract_raw_text(file).value}
for name, text in {**read, **kept}.items():
    print(name, "|", ascii(text.strip()))
assert kept["python-docx"].strip() == "within 10-15 days, No 109-KH/TU"
assert kept["mammoth"].strip() == "within 10\u201115 days, No 109\u2011KH/TU"
assert {text.strip() for text in read.values()} == {"within 1015 days, No 109KH/TU"}, "the behaviour has changed"
PY
