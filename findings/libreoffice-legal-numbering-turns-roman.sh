#!/usr/bin/env bash
# LibreOffice 7.4.7: "legal" numbering of Word's formats (w:isLgl in .docx, \levellegal1 in .rtf: the numbers of all levels in
# Arabic figures) is dropped without a word. Under part "II." the item is "2.1." (ECMA-376, part 1, 17.9.4); LibreOffice shows
# "II.1.", writes that to text and PDF, and a .docx that it makes has no w:isLgl any more, so the number is another one for
# every program from then on. Who looks for "2.1", which the paper's own references name, finds nothing. Expected: the numbers
# that the file asks for.
# Seen: "I. Aims", "II. Tasks", "II.1. Reports", and no isLgl in the new .docx
set -euo pipefail
command -v soffice >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends libreoffice-writer-nogui >/dev/null; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
soffice --version
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check python-docx==1.2.0
env/bin/python - <<'PY'
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls


def level(at, kind, text, legal=""):
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{legal}<w:lvlText w:val="{text}"/>'
        '<w:lvlJc w:val="left"/></w:lvl>'
    )


document = Document()
numbering = document.part.numbering_part.element
levels = level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2.", "<w:isLgl/>")
numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>'))
numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
for words, at in (("Aims", 0), ("Tasks", 0), ("Reports", 1)):
    number = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{at}"/><w:numId w:val="90"/></w:numPr>'
    document.add_paragraph(words)._p.get_or_add_pPr().append(parse_xml(number))
document.save("in.docx")
PY
timeout 200 soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to txt:Text --outdir text in.docx >/dev/null 2>&1
timeout 200 soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to docx --outdir again in.docx >/dev/null 2>&1
cat text/in.txt
legal() { python3 -c "import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).read('word/numbering.xml').count(b'w:isLgl'))" "$1"; }
echo "isLgl in the file: $(legal in.docx), in the one made of it: $(legal again/in.docx)"
[ "$(legal in.docx)" -ge 1 ]
grep -q 'II\.1\. Reports' text/in.txt && [ "$(legal again/in.docx)" -eq 0 ] || { echo "the behaviour has changed"; exit 1; }
