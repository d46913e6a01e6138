"""A zipped document is checked before anything in it is opened: sizes, ratio, entries, names, encryption, entities."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from knowledge.errors import Fault
from knowledge.readers.reading import Unreadable

MAX_ENTRIES = 3000
MAX_TOTAL = 96 * 1024 * 1024
"""Bytes of all parts together, unpacked."""
MAX_XML = 24 * 1024 * 1024
"""Bytes of one XML part: a plan of a thousand pages has about 15 MB."""
MAX_RATIO = 120
"""Unpacked to packed, of a part over `_SMALL`: Word's own XML shrinks to a fifth or a thirtieth."""
_SMALL = 512 * 1024
_ENCRYPTED = 0x1
_XML = re.compile(r"\.(?:xml|rels|vml)$", re.IGNORECASE)
_DECLARES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_PROLOG = 4096
_ANEW = "open it in its program and save it anew"


def check_archive(data: bytes, kind: str, *, doctype: bool = False) -> frozenset[str]:
    """Return the names of an archive's parts. doctype: XML parts may name their document type (old OpenDocument).

    Raises Unreadable for an archive that is damaged, encrypted, or unpacks to more than a document may.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_sizes(entries, len(data))
            for entry in entries:
                _check_name(entry)
            _check_parts(archive, entries, doctype)
            return frozenset(entry.filename for entry in entries)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, ValueError, zipfile.zlib.error) as error:  # type: ignore[attr-defined]
        reason = f"the {kind} file is cut off or damaged ({type(error).__name__}); fetch it again, or {_ANEW}"
        raise Unreadable(reason, Fault.DAMAGED) from None


def _check_sizes(entries: list[zipfile.ZipInfo], packed: int) -> None:
    total = sum(entry.file_size for entry in entries)
    if len(entries) > MAX_ENTRIES:
        raise _unsafe(f"it holds {len(entries):,} parts, the limit is {MAX_ENTRIES:,}")
    if total > MAX_TOTAL:
        raise _unsafe(f"it unpacks to {total:,} bytes, the limit is {MAX_TOTAL:,}")
    if sum(entry.compress_size for entry in entries) > packed:
        raise _unsafe("its parts overlap")
    for entry in entries:
        if entry.flag_bits & _ENCRYPTED:
            raise Unreadable("it is protected by a password; take the password off and save it anew", Fault.ENCRYPTED)
        if _XML.search(entry.filename) and entry.file_size > MAX_XML:
            raise _unsafe(f"a part of it has {entry.file_size:,} bytes of XML, the limit is {MAX_XML:,}")
        if entry.file_size > _SMALL and entry.file_size > MAX_RATIO * max(1, entry.compress_size):
            raise _unsafe("a part of it unpacks to more than a hundred times its size")


def _check_name(entry: zipfile.ZipInfo) -> None:
    name = entry.filename.replace("\\", "/")
    if name.startswith("/") or ":" in name.split("/")[0] or ".." in name.split("/"):
        raise _unsafe("a part's name leads out of the document")


def _check_parts(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], doctype: bool) -> None:
    """Read every XML part's beginning (and the whole of it once, so that a false size or checksum shows)."""
    names: set[str] = set()
    for entry in entries:
        if entry.filename in names:
            raise _unsafe("two of its parts have the same name")
        names.add(entry.filename)
        if not _XML.search(entry.filename):
            continue
        with archive.open(entry) as part:
            head = part.read(_PROLOG)
            while part.read(1 << 20):
                pass
        plain = head.replace(b"\0", b"")  # the same letters in UTF-16
        if _DECLARES.search(plain) and not (doctype and b"<!ENTITY" not in plain.upper()):
            raise _unsafe("its XML declares entities")


def _unsafe(why: str) -> Unreadable:
    return Unreadable(f"not opened, for {why}; {_ANEW}, and give the new file", Fault.UNSAFE)
