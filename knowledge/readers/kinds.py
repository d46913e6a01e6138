"""What a file really is, told by its first bytes: a name that says something else is refused, never followed."""

from __future__ import annotations

from knowledge.errors import Fault
from knowledge.readers.reading import Unreadable

# First bytes -> what such a file is, and the suffixes it may have.
_MAGIC: tuple[tuple[bytes, str, frozenset[str]], ...] = (
    (b"%PDF", "a PDF", frozenset({".pdf"})),
    (b"PK\x03\x04", "a Word, OpenDocument, Excel or ZIP file", frozenset({".docx", ".odt"})),
    (b"PK\x05\x06", "an empty ZIP file", frozenset()),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel file", frozenset({".doc"})),
    (b"{\\rtf", "an RTF file", frozenset({".rtf"})),
    (b"\x89PNG", "a PNG image", frozenset({".png"})),
    (b"\xff\xd8\xff", "a JPEG image", frozenset({".jpg", ".jpeg"})),
    (b"II*\x00", "a TIFF image", frozenset({".tif", ".tiff"})),
    (b"MM\x00*", "a TIFF image", frozenset({".tif", ".tiff"})),
    (b"GIF8", "a GIF image", frozenset()),
    (b"RIFF", "a WebP image or a sound", frozenset()),
    (b"\x7fELF", "a program", frozenset()),
    (b"MZ\x90", "a program", frozenset()),
    (b"\x1f\x8b", "a compressed file", frozenset()),
    (b"Rar!", "a compressed file", frozenset()),
    (b"7z\xbc\xaf", "a compressed file", frozenset()),
    (b"SQLite format 3", "a database", frozenset()),
)
_TEXT = frozenset({".txt", ".md", ".html", ".htm"})
_SIGNED = frozenset(kind for _, _, kinds in _MAGIC for kind in kinds)
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PDF_WITHIN = 1024  # some programs write a few bytes before the mark; readers of PDF allow it


def check_kind(kind: str, data: bytes) -> None:
    """Check that `data` begins as a file of this kind (suffix in lower case) does. Raises Unreadable."""
    if not data:
        raise Unreadable("empty, not one byte in it; save the document anew", Fault.EMPTY)
    found = next(((what, kinds) for magic, what, kinds in _MAGIC if data.startswith(magic)), None)
    if found is not None:
        what, kinds = found
        if kind in kinds:
            return
        if what.startswith("an old Word") and kind == ".docx" and _ENCRYPTED in data:
            raise Unreadable("it is protected by a password; take the password off and save it anew", Fault.ENCRYPTED)
        raise _other(kind, what, kinds)
    if kind == ".pdf" and b"%PDF" in data[:_PDF_WITHIN]:
        return
    if kind in _SIGNED:
        reason = f"it does not begin as a {kind} file does: cut off, damaged or of another kind; save it anew as {kind}"
        raise Unreadable(reason, Fault.DAMAGED)


def _other(kind: str, what: str, kinds: frozenset[str]) -> Unreadable:
    if kind in _TEXT:
        fix = f"rename it to {' or '.join(sorted(kinds))}, or save" if kinds else "save"
        return Unreadable(f"this is {what}, not text; {fix} the document as plain text in UTF-8", Fault.BINARY)
    fix = f"rename it to {' or '.join(sorted(kinds))}" if kinds else f"save the document as {kind}"
    return Unreadable(f"this is {what}, whatever its name says; {fix}", Fault.MISLABELLED)
