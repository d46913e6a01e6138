#!/usr/bin/env bash
# markitdown 0.1.9 (with mammoth 1.13.0): a list that Word numbers starts again at 1 in the Markdown wherever a plain paragraph
# stands between two of its items, and the word that Word writes before the number is dropped: "Điều 1" and "Điều 2" (Articles
# 1 and 2) both become "1.". The text holds numbers, but not those of the page, so who quotes "1." quotes another article.
# Expected: Word's numbers, or none at all.
# Seen: "Điều 2. Second" is "1. Second"; its clause "2. Fourth", after a paragraph, is "1. Fourth"
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/env"
"$work/env/bin/pip" install --quiet --disable-pip-version-check "markitdown[docx]==0.1.9" mammoth==1.13.0 python-docx==1.2.0
cd "$work"
"$work/env/bin/python" - <<'PY'
from importlib.metadata import version

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from markitdown import MarkItDown


def level(at, text):
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{text}"/>'
        '<w:lvlJc w:val="left"/></w:lvl>'
    )


document = Document()
numbering = document.part.numbering_part.element
levels = level(0, "Điều %1.") + level(1, "%2.")
numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>'))
numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
PAPER = [("First", 0), ("plain", None), ("Second", 0), ("Third", 1), ("plain", None), ("Fourth", 1)]
for words, at in PAPER:
    paragraph = document.add_paragraph(words)
    if at is not None:
        number = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{at}"/><w:numId w:val="90"/></w:numPr>'
        paragraph._p.get_or_add_pPr().append(parse_xml(number))
document.save("in.docx")
text = MarkItDown().convert("in.docx").text_content
print("markitdown", version("markitdown"), "mammoth", version("mammoth"))
print(text)
lines = [line.strip("* ") for line in text.splitlines() if line.strip()]
assert [line for line in lines if line != "plain"] == ["1. First", "1. Second", "1. Third", "1. Fourth"], "it has changed"
PY
