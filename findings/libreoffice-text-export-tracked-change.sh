#!/usr/bin/env bash
# LibreOffice 7.4.7, `soffice --convert-to txt`: of a tracked change the text export keeps the deleted words and the new
# ones, without anything between them: a day moved from 10/5 to 20/6 is exported as "10/520/6". Expected: the text as it
# is shown once the change is accepted (or as it was before).
# Seen: "Due 10/520/6."
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
<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>a</dc:creator><dc:date>2024-01-01T00:00:00</dc:date></office:change-info><text:p>10/5</text:p></text:deletion></text:changed-region><text:changed-region text:id="c2"><text:insertion><office:change-info><dc:creator>a</dc:creator><dc:date>2024-01-01T00:00:00</dc:date></office:change-info></text:insertion></text:changed-region></text:tracked-changes>
<text:p>Due <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>20/6<text:change-end text:change-id="c2"/>.</text:p>
</office:text></office:body></office:document>
XML
timeout 200 soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to txt:Text in.fodt >/dev/null 2>&1
cat in.txt
grep -q 'Due 10/520/6\.' in.txt || { echo "the behaviour has changed"; exit 1; }
