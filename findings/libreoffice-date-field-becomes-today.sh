#!/usr/bin/env bash
# LibreOffice 7.4.7: converting a document whose date is a field (not fixed) writes the day of the conversion, not the day
# that the file shows: a paper of 05/03/2024 gets today's date, in .docx as in every other format, without a warning.
# Expected: a conversion keeps what the document says.
# Seen: the .docx holds the day on which this runs, and no 2024.
set -euo pipefail
command -v soffice >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends libreoffice-writer-nogui >/dev/null; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
soffice --version
cat >in.fodt <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles><number:date-style style:name="D1"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style></office:automatic-styles>
<office:body><office:text>
<text:p>Signed <text:date style:data-style-name="D1" text:date-value="2024-03-05">05/03/2024</text:date></text:p>
</office:text></office:body></office:document>
XML
timeout 200 soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to docx in.fodt >/dev/null 2>&1
python3 - <<'PY'
import datetime
import re
import zipfile

xml = zipfile.ZipFile("in.docx").read("word/document.xml").decode()
text = "".join(re.findall(r"<w:t[ >][^<]*|<w:t>[^<]*", xml))
print(re.sub(r"<[^>]*>", "", text))
assert "2024" not in text, "the behaviour has changed"
assert str(datetime.date.today().year) in text
PY
