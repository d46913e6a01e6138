"""Word files for tests, written part by part: what python-docx can't write (notes, changes, lists, boxes) included."""

from __future__ import annotations

import zipfile
from io import BytesIO

_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"


SMALL = '<w:sz w:val="20"/>'
"""Ten points, as notes are set."""


def run(text: str, properties: str = "") -> str:
    """Return a run; properties: the inside of its `w:rPr`."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(*runs: str, properties: str = "") -> str:
    """Return a paragraph of runs; one that isn't XML becomes a run. properties: the inside of its `w:pPr`."""
    inside = "".join(part if part.startswith("<") else run(part) for part in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def field(code: str, result: str | None = None, form: str = "") -> str:
    """Return a field. result: what is stored as shown, text or runs, None for nothing; form: the inside of its
    `w:ffData`."""
    data = f'<w:ffData><w:name w:val="f"/><w:enabled/>{form}</w:ffData>' if form else ""
    shown = result if result is None or result.startswith("<") else run(result)
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r><w:r><w:instrText>{code}</w:instrText></w:r>'
        + ("" if shown is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{shown}')
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def listed(text: str, list_id: int, level: int = 0) -> str:
    """Return a paragraph of a list."""
    numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return para(text, properties=numbered)


def table(*rows: str) -> str:
    """Return a table of rows."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """Return a row; a cell that isn't a `w:tc` is its text, paragraphs parted by "|"."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(map(_cell, cells))}</w:tr>"


def _cell(content: str) -> str:
    return content if content.startswith("<w:tc>") else cell(*content.split("|"))


def cell(*paragraphs: str, properties: str = "") -> str:
    """Return a cell; properties: the inside of its `w:tcPr`."""
    inside = "".join(part if part.startswith("<") else para(part) for part in paragraphs)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def level(at: int, form: str, text: str, *, start: int = 1, more: str = "") -> str:
    """Return a level of an abstract list."""
    inside = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{at}">{inside}</w:lvl>'


def abstract(key: int, *levels: str) -> str:
    """Return an abstract list."""
    return f'<w:abstractNum w:abstractNumId="{key}">{"".join(levels)}</w:abstractNum>'


def instance(key: int, of: int, overrides: str = "") -> str:
    """Return a list that stands on an abstract one."""
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def note(kind: str, key: int, text: str) -> str:
    """Return a footnote or endnote, raised number and small letters as Word writes them."""
    raised = f'<w:r><w:rPr><w:vertAlign w:val="superscript"/><w:sz w:val="20"/></w:rPr><w:{kind}Ref/></w:r>'
    return f'<w:{kind} w:id="{key}">{para(raised, run(" " + text, SMALL))}</w:{kind}>'


def separators(kind: str) -> str:
    """Return the lines between text and notes, which Word keeps among the notes."""
    return "".join(
        f'<w:{kind} w:type="{name}" w:id="{at}"><w:p><w:r><w:{name}/></w:r></w:p></w:{kind}>'
        for at, name in enumerate(("separator", "continuationSeparator"))
    )


def mark(kind: str, key: int) -> str:
    """Return a reference to a note."""
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="{key}"/></w:r>'


def word(*body: str, section: str = "", **parts: str) -> bytes:
    """Return a .docx of these body elements. section: the inside of `w:sectPr`; parts: the inside of styles, numbering,
    footnotes, endnotes, header (whose relation is "r" with its place among the parts, from 0)."""
    inside = f"{''.join(body)}<w:sectPr>{section}</w:sectPr>"
    files = {"word/document.xml": f"<w:document {_NS}><w:body>{inside}</w:body></w:document>"}
    for name, inside in parts.items():
        root = {"header": "hdr", "footer": "ftr"}.get(name, name)
        files[f"word/{name}.xml"] = f"<w:{root} {_NS}>{inside}</w:{root}>"
    return package(files, {name: _TYPE.format(name) for name in parts})


def package(files: dict[str, str], kinds: dict[str, str]) -> bytes:
    """Return the package of these parts; kinds: content type of each part beside the document."""
    overrides = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>' for name, kind in kinds.items())
    links = "".join(
        f'<Relationship Id="r{i}" Type="{_RELATION}{name}" Target="{name}.xml"/>' for i, name in enumerate(kinds)
    )
    main = _TYPE.format("document.main")
    fixed = {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}content-types"><Default Extension="rels" ContentType="application/vnd.'
            'openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{main}"/>{overrides}</Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{_PACKAGE}relationships"><Relationship Id="r1" '
            f'Type="{_RELATION}officeDocument" Target="word/document.xml"/></Relationships>'
        ),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}relationships">{links}</Relationships>',
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in {**fixed, **files}.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + text)
    return out.getvalue()
