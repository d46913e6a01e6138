"""Files that no reader may be harmed by: each with its name, and the faults by which it may be refused."""

from __future__ import annotations

import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO

from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from knowledge.errors import Fault
from tests.knowledge.word_files import package, para, word

MB = 1024 * 1024
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
LAUGHS = f'<!DOCTYPE x [<!ENTITY l0 "ha">{_LAUGHS}]>'

Hostile = tuple[str, bytes, frozenset[Fault]]


def _is(*faults: Fault) -> frozenset[Fault]:
    return frozenset(faults)


def rezipped(data: bytes, change: Callable[[zipfile.ZipFile], None], replaced: dict[str, bytes] | None = None) -> bytes:
    """Return an archive with parts replaced and others added by `change`."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(entry.filename, (replaced or {}).get(entry.filename, old.read(entry)))
        change(new)
    return out.getvalue()


def _nothing(_archive: zipfile.ZipFile) -> None:
    """Add no part."""


def _adding(*parts: tuple[str, bytes]) -> Callable[[zipfile.ZipFile], None]:
    def add(archive: zipfile.ZipFile) -> None:
        for name, content in parts:
            archive.writestr(name, content)

    return add


def _with_flag(data: bytes) -> bytes:
    """Set the mark of an encrypted part in every header of an archive."""
    out = bytearray(data)
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = out.find(magic)
        while at >= 0:
            out[at + offset] |= 1
            at = out.find(magic, at + 4)
    return bytes(out)


def word_files() -> Iterator[Hostile]:
    """Word documents."""
    good = word(para("KẾ HOẠCH"), para("Nội dung"))
    unsafe, damaged = _is(Fault.UNSAFE), _is(Fault.DAMAGED)
    xml = "word/document.xml"
    text = zipfile.ZipFile(BytesIO(good)).read(xml).decode()
    head, _, rest = text.partition("?>")
    body = rest.replace("KẾ HOẠCH", "&l9;")
    wide = (head.replace("UTF-8", "UTF-16") + "?>" + LAUGHS + body).encode("utf-16")
    xxe = '<!DOCTYPE x [<!ENTITY l9 SYSTEM "file:///etc/hostname">]>'
    deep = "<w:sdt><w:sdtContent>" * 20_000 + "</w:sdtContent></w:sdt>" * 20_000
    ended = text.replace("</w:body>", deep + "</w:body>").encode()
    yield "encrypted.docx", OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), _is(Fault.ENCRYPTED)
    yield "cut.docx", good[: len(good) // 2], damaged
    yield "cut-end.docx", good[:-30], damaged
    yield "macros.docx", rezipped(good, _adding(("word/vbaProject.bin", b"x"))), _is(Fault.MACROS)
    yield "bomb.docx", rezipped(good, _nothing, {xml: b" " * (90 * MB)}), unsafe
    yield "bomb-picture.docx", rezipped(good, _adding(("word/media/a.bmp", bytes(80 * MB)))), unsafe
    yield "bomb-parts.docx", rezipped(good, _adding(*((f"word/m{n}.bin", bytes(500_000)) for n in range(220)))), unsafe
    yield "entries.docx", rezipped(good, _adding(*((f"word/m{n}.xml", b"<a/>") for n in range(4000)))), unsafe
    yield "outside.docx", rezipped(good, _adding(("../../etc/cron.d/x", b"x"))), unsafe
    yield "absolute.docx", rezipped(good, _adding(("/etc/cron.d/x", b"x"))), unsafe
    yield "backslash.docx", rezipped(good, _adding(("..\\x.dll", b"x"))), unsafe
    yield "xxe.docx", rezipped(good, _nothing, {xml: (head + "?>" + xxe + body).encode()}), unsafe
    yield "laughs.docx", rezipped(good, _nothing, {xml: (head + "?>" + LAUGHS + body).encode()}), unsafe
    yield "laughs-wide.docx", rezipped(good, _nothing, {xml: wide}), unsafe
    yield "laughs-rels.docx", rezipped(good, _nothing, {"_rels/.rels": (LAUGHS + "<a>&l9;</a>").encode()}), unsafe
    yield "locked-parts.docx", _with_flag(good), _is(Fault.ENCRYPTED)
    yield "ill-formed.docx", rezipped(good, _nothing, {xml: b"<w:document><w:body>"}), damaged
    yield "deep.docx", rezipped(good, _nothing, {xml: ended}), _is(Fault.DAMAGED, Fault.TOO_HEAVY, Fault.UNSAFE)
    yield "no-document.docx", package({"word/other.xml": "<a/>"}, {}), damaged
    yield "archive.docx", rezipped(good, _nothing)[:0] + _zip({"a.txt": b"x"}), _is(Fault.MISLABELLED)
    yield "sheet.docx", _zip({"[Content_Types].xml": b"<a/>", "xl/workbook.xml": b"<a/>"}), _is(Fault.MISLABELLED)
    yield "empty.docx", word(para("")), _is(Fault.EMPTY)
    yield "pdf.docx", b"%PDF-1.7\n", _is(Fault.MISLABELLED)
    yield "noise.docx", _noise(5000), damaged
    yield "nothing.docx", b"", _is(Fault.EMPTY)
    yield "checksum.docx", _bad_checksum(good), damaged


def _zip(parts: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def _bad_checksum(data: bytes) -> bytes:
    out = bytearray(data)
    for magic, offset in ((b"PK\x03\x04", 14), (b"PK\x01\x02", 16)):
        at = out.find(magic)
        while at >= 0:
            out[at + offset] ^= 0xFF
            at = out.find(magic, at + 4)
    return bytes(out)


def _noise(size: int) -> bytes:
    return random.Random(7).randbytes(size)


def pdf_files() -> Iterator[Hostile]:
    """PDF files."""
    damaged, blank = _is(Fault.DAMAGED), _is(Fault.EMPTY, Fault.NO_TEXT)
    heavy = _is(Fault.TOO_HEAVY, Fault.DAMAGED, Fault.EMPTY, Fault.NO_TEXT)
    good = _canvas(lambda canvas: canvas.drawString(72, 720, "KE HOACH"))
    locked = BytesIO()
    canvas = Canvas(locked, encrypt=StandardEncryption("secret", canPrint=0))
    canvas.drawString(72, 720, "KE HOACH")
    canvas.save()
    yield "locked.pdf", locked.getvalue(), _is(Fault.ENCRYPTED)
    yield "cut.pdf", good[: len(good) // 3], _is(Fault.DAMAGED, Fault.EMPTY)
    yield "nothing-in-it.pdf", b"%PDF-1.7\n%%EOF", damaged
    yield "word.pdf", word(para("KẾ HOẠCH")), _is(Fault.MISLABELLED)
    yield "noise.pdf", b"%PDF-1.5\n" + _noise(5000), damaged
    yield "pages.pdf", _raw_pdf(b"", pages=500), _is(Fault.TOO_LARGE)
    yield "blank.pdf", _raw_pdf(b""), blank
    yield "bomb.pdf", _raw_pdf(b" " * (200 * MB)), heavy
    yield (
        "bomb-words.pdf",
        _raw_pdf(b"BT /F1 9 Tf 9 9 Td " + b"(a) Tj " * (12 * MB) + b"ET"),
        heavy | {Fault.NOT_A_PLAN},
    )
    drawn = _stamped_pdf(b"BT /F1 9 Tf 9 9 Td " + b"(a) Tj " * (12 * MB) + b"ET")
    yield "stamp-bomb.pdf", _stamped_pdf(b" " * (200 * MB)), heavy
    yield "stamp-words.pdf", drawn, heavy | {Fault.NOT_A_PLAN}
    yield "stamp-loop.pdf", _stamped_pdf(b"/X0 Do /X0 Do"), heavy
    yield "stamp-huge.pdf", _stamped_pdf(b"0 0 9 9 re f", box=b"-9000000 -9000000 9000000 9000000"), heavy
    yield "stamp-of-nothing.pdf", _stamped_pdf(b"", last=b"99 0 R"), heavy
    yield "stamps.pdf", _stamped_pdf(b"0 0 9 9 re f " * 1000, stamps=60_000), heavy
    yield "stamped-pages.pdf", _stamped_pdf(b"0 0 9 9 re f " * 30_000, stamps=100, pages=300), heavy
    yield "loop.pdf", _raw_pdf(b"/X0 Do", more=b"/XObject << /X0 4 0 R >>"), heavy
    yield "huge-page.pdf", _raw_pdf(b"0 0 9 9 re f", box=b"0 0 14400000 14400000"), heavy
    yield "picture-bomb.pdf", _picture_pdf(30_000), heavy
    yield "noise-scan.pdf", _scan_of(Image.frombytes("L", (1200, 1700), _noise(1200 * 1700))), heavy
    yield "white-scan.pdf", _scan_of(Image.new("L", (1654, 2339), 255)), blank
    yield "black-scan.pdf", _scan_of(Image.new("L", (1654, 2339), 0)), blank


def _canvas(draw: Callable[[Canvas], object]) -> bytes:
    out = BytesIO()
    canvas = Canvas(out)
    draw(canvas)
    canvas.save()
    return out.getvalue()


def _raw_pdf(content: bytes, *, pages: int = 1, more: bytes = b"", box: bytes = b"0 0 595 842") -> bytes:
    """Return a PDF whose pages all have this content, packed; object 4 is a form that draws itself."""
    kids = b" ".join(b"%d 0 R" % (10 + n) for n in range(pages))
    packed = zlib.compress(content, 9)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 3 0 R /Resources << /Font << /F1 5 0 R >> %s >> >>"
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, pages),
        3: b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
        4: b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X0 4 0 R >> >> /Length 16 >>\n"
        b"stream\n/X0 Do /X0 Do   \nendstream",
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        **{10 + n: page % (box, more) for n in range(pages)},
    }
    return _pdf_of(objects)


def _stamped_pdf(
    drawn: bytes, *, stamps: int = 1, pages: int = 1, box: bytes = b"0 0 99 99", last: bytes = b"5 0 R"
) -> bytes:
    """Return a PDF of pages that hold nothing but stamps, each of which draws this; last: one more of their list, which
    names itself, too."""
    packed = zlib.compress(drawn, 9)
    kids = b" ".join(b"%d 0 R" % (10 + n) for n in range(pages))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots 4 0 R >>"
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, pages),
        3: b"<< /Type /XObject /Subtype /Form /BBox [%s] /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 "
        b"/BaseFont /Helvetica >> >> /XObject << /X0 3 0 R >> >> /Length %d /Filter /FlateDecode >>\n"
        b"stream\n%s\nendstream" % (box, len(packed), packed),
        4: b"[%s %s 4 0 R]" % (b"5 0 R " * stamps, last),
        5: b"<< /Type /Annot /Subtype /Stamp /Rect [%s] /F 4 /AP << /N 3 0 R >> >>" % box,
        **{10 + n: page for n in range(pages)},
    }
    return _pdf_of(objects)


def _picture_pdf(side: int) -> bytes:
    """Return a PDF of one page with a white picture of side × side points, one bit each."""
    row = zlib.compressobj(9)
    line = b"\xff" * (side // 8)
    packed = b"".join(row.compress(line) for _ in range(side)) + row.flush()
    content = b"q 595 0 0 842 0 0 cm /X0 Do Q"
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [6 0 R] /Count 1 >>",
        3: b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        4: b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 1 "
        b"/Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (side, side, len(packed), packed),
        6: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R "
        b"/Resources << /XObject << /X0 4 0 R >> >> >>",
    }
    return _pdf_of(objects)


def _pdf_of(objects: dict[int, bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places: dict[int, int] = {}
    for number, content in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start, count = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % count
    for number in range(1, count):
        out += b"%010d 00000 %c \n" % (places.get(number, 0), ord("n" if number in places else "f"))
    return bytes(out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (count, start))


def _scan_of(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, "PDF", resolution=200)
    return out.getvalue()


def office_files() -> Iterator[Hostile]:
    """Files of other word processors."""
    locked = bytearray(OLE + bytes(1200) + "WordDocument".encode("utf-16-le"))
    locked[512:514], locked[522:524] = b"\xec\xa5", struct.pack("<H", 0x0100)
    text = b"application/vnd.oasis.opendocument.text"
    content = b'<?xml version="1.0"?><office:document-content xmlns:office="o"/>'
    damaged = _is(Fault.DAMAGED, Fault.EMPTY, Fault.TOO_HEAVY)
    odt = {"mimetype": text, "content.xml": content}
    sheet = {"mimetype": text.replace(b"text", b"spreadsheet"), "content.xml": content}
    yield "locked.doc", bytes(locked), _is(Fault.ENCRYPTED)
    yield "macros.doc", OLE + "WordDocument _VBA_PROJECT".encode("utf-16-le"), _is(Fault.MACROS)
    yield "sheet.doc", OLE + bytes(900) + "Workbook".encode("utf-16-le"), _is(Fault.MISLABELLED)
    yield "cut.doc", OLE + _noise(9_000), _is(Fault.DAMAGED)
    yield "noise.doc", OLE + "WordDocument".encode("utf-16-le") + _noise(20_000), damaged
    yield "rtf.doc", b"{\\rtf1 K\\u7870?}", _is(Fault.MISLABELLED)
    yield "includes.rtf", b'{\\rtf1{\\field{\\*\\fldinst INCLUDETEXT "/etc/hostname"}}}', _is(Fault.UNSAFE)
    yield "updates.rtf", b"{\\rtf1{\\object\\objupdate}}", _is(Fault.UNSAFE)
    yield "commands.rtf", b'{\\rtf1{\\field{\\*\\fldinst DDEAUTO cmd "/c x"}}}', _is(Fault.UNSAFE)
    yield "empty.rtf", b"{\\rtf1 }", damaged
    yield "deep.rtf", b"{\\rtf1" + b"{" * 400_000, damaged
    yield (
        "locked.odt",
        _zip({**odt, "META-INF/manifest.xml": b"<encryption-data/>"}),
        _is(Fault.ENCRYPTED),
    )
    yield (
        "macros.odt",
        _zip({**odt, "Basic/Standard/a.xml": b"<a/>"}),
        _is(Fault.MACROS),
    )
    yield "links.odt", _zip({"mimetype": text, "content.xml": content + b"<text:section-source/>"}), _is(Fault.UNSAFE)
    yield (
        "sheet.odt",
        _zip(sheet),
        _is(Fault.MISLABELLED),
    )
    yield "laughs.odt", _zip({"mimetype": text, "content.xml": LAUGHS.encode() + b"<a>&l9;</a>"}), _is(Fault.UNSAFE)
    yield "noise.odt", _zip({"mimetype": text, "content.xml": _noise(900)}), damaged


def pictures() -> Iterator[Hostile]:
    """Pictures."""
    heavy = _is(Fault.NO_TEXT, Fault.TOO_HEAVY, Fault.EMPTY)
    good = _picture(Image.new("L", (1654, 2339), 255), "JPEG")
    frames = [Image.new("1", (300, 300), 1) for _ in range(200)]
    many = BytesIO()
    frames[0].save(many, "TIFF", save_all=True, append_images=frames[1:], compression="group4")
    yield "bomb.png", _picture(Image.new("1", (16_000, 16_000), 1), "PNG"), _is(Fault.TOO_LARGE)
    yield "cut.jpg", good[: len(good) // 2], _is(Fault.DAMAGED, Fault.NO_TEXT)
    yield "noise-inside.png", b"\x89PNG\r\n\x1a\n" + _noise(3000), _is(Fault.DAMAGED)
    yield "tiny.png", _picture(Image.new("L", (9, 9), 255), "PNG"), _is(Fault.NO_TEXT)
    yield "white.jpg", good, heavy
    yield "noise.png", _picture(Image.frombytes("L", (1000, 1400), _noise(1_400_000)), "PNG"), heavy
    yield "frames.tif", many.getvalue(), _is(Fault.TOO_LARGE)
    yield "moving.png", _picture(Image.new("L", (300, 300), 255), "GIF"), _is(Fault.MISLABELLED)


def _picture(image: Image.Image, form: str) -> bytes:
    out = BytesIO()
    image.save(out, form)
    return out.getvalue()


def texts() -> Iterator[Hostile]:
    """Text, web pages and what only calls itself so."""
    binary = _is(Fault.BINARY)
    yield "empty.txt", b"", _is(Fault.EMPTY)
    yield "space.txt", b" \n\t\n", _is(Fault.EMPTY)
    yield "zeros.txt", bytes(2000), binary | {Fault.EMPTY}
    yield "program.txt", b"MZ\x90\x00" + bytes(100), binary
    yield "word.txt", word(para("KẾ HOẠCH")), binary
    yield "noise.txt", _noise(4000), binary | {Fault.ENCODING}
    yield "large.txt", b"a " * (6 * MB), _is(Fault.TOO_LARGE)
    yield "scripts.html", b"<html><script>" + b"x" * 10_000 + b"</script></html>", _is(Fault.EMPTY)
    yield "deep.html", b"<div>" * 500_000, _is(Fault.EMPTY, Fault.TOO_HEAVY)
    yield "spans.html", b"<table><tr>" + b"<td rowspan=1000 colspan=64>" * 40_000, _is(Fault.EMPTY, Fault.TOO_HEAVY)
    yield "macros.docm", word(para("KẾ HOẠCH")), _is(Fault.KIND)
    yield "program.exe", b"MZ\x90", _is(Fault.KIND)


def hostile_files() -> list[Hostile]:
    """Return all of them."""
    return [*word_files(), *pdf_files(), *office_files(), *pictures(), *texts()]
