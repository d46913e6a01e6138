#!/usr/bin/env bash
# LibreOffice 7.4.7, `soffice --convert-to txt`: the text export writes a footnote's mark as a plain digit against the
# number before it and leaves the note itself out: "before 10/5" with note 1 is exported as 10/51. Expected: a mark that is
# told from the text, and the note.
# Seen: "before 10/51."
set -euo pipefail
command -v soffice >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends libreoffice-writer-nogui >/dev/null; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
soffice --version
cat >in.fodt <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:body><office:text>
<text:p>before 10/5<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Holidays included.</text:p></text:note-body></text:note>.</text:p>
</office:text></office:body></office:document>
XML
timeout 200 soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to txt:Text in.fodt >/dev/null 2>&1
cat in.txt
grep -q 'before 10/51\.' in.txt || { echo "the behaviour has changed"; exit 1; }
if grep -q 'Holidays' in.txt; then echo "the note is there now"; exit 1; fi
