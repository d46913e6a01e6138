"""Bytes -> text: Unicode when they are, else the old Vietnamese table in which they read as Vietnamese."""

from __future__ import annotations

import codecs
import unicodedata
from dataclasses import dataclass

from knowledge.errors import Fault
from knowledge.patterns import later
from knowledge.readers.oldfonts import MISSING, OldFont, convert
from knowledge.readers.reading import Unreadable
from knowledge.readers.syllables import fitness, marked_share

_TABLES = (OldFont.TCVN3, OldFont.VNI, OldFont.VISCII)
_READS = 0.85
"""Share of syllables among the marked words from which a text reads as Vietnamese."""
_LATIN = later("[\u0080-\u00ff]")
_OLD_SIGNS = later("[a-zA-Z][\u00a1-\u00bf]|[\u00a1-\u00bf][a-zA-Z]")
_UNICODE = later("[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
"""Letters that only Unicode has: a line with them is in no old font, whatever sign stands in it ("đồng/m²/tháng")."""
_SAMPLE = 200_000
BINARY = "binary data, not text; save the document as plain text in UTF-8"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and what to tell of how it was read."""

    text: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, *, fonts_named: bool = False) -> Decoded:
    """Return `data` as text. fonts_named: the text says which of its parts are in an old font, nothing is guessed.

    Raises Unreadable for binary data and for bytes that read as Vietnamese in no table.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Decoded(_strict(data, "utf-16"))
    if wide := _wide(data):
        return Decoded(_strict(data, wide))
    try:
        text = data.decode("utf-8")
        return Decoded(text) if fonts_named else _unfonted(text)
    except UnicodeDecodeError as error:
        if b"\0" in data[:4096]:
            raise Unreadable(BINARY, Fault.BINARY) from None
        return _old(data, error.start)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        reason = f"not {encoding.upper()} (byte {error.start}); save the document as plain text in UTF-8"
        raise Unreadable(reason, Fault.ENCODING) from None


def _wide(data: bytes) -> str | None:
    """Tell UTF-16 without a mark by where its zero bytes stand: at one side of nearly all of the ASCII characters."""
    head = data[:4096]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if len(data) % 2 or max(even, odd) < len(head) * 0.2 or min(even, odd) > 0:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _old(data: bytes, at: int) -> Decoded:
    """Read bytes of the time before Unicode; at: the first byte that is no UTF-8."""
    found = [("Windows-1258", unicodedata.normalize("NFC", text)) for text in [_decoded(data, "cp1258")] if text]
    latin = data.decode("latin-1")
    found += [(table.label, text) for table in _TABLES if (text := convert(latin, table)) is not None]
    (share, _), name, text = max((fitness(text[:_SAMPLE]), name, text) for name, text in [*found, ("", "")])
    if share >= _READS:
        return Decoded(text, (f"read as {name}, converted to Unicode; compare it with the document",))
    fix = f", or {MISSING}" if not any(name == "TCVN3" for name, _ in found) else ""
    reason = (
        f"not UTF-8 (byte {at}), and no Vietnamese in Windows-1258, TCVN3, VNI or VISCII; "
        f"convert the file to UTF-8{fix}"
    )
    raise Unreadable(reason, Fault.ENCODING)


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _unfonted(text: str) -> Decoded:
    """Convert the lines that were typed for an old font, and saved as Unicode with its characters as they were."""
    lines = text.split("\n")
    odd = [at for at, line in enumerate(lines) if _OLD_SIGNS.search(line) and not _UNICODE.search(line)]
    sample = "\n".join(lines[at] for at in odd)[:_SAMPLE]
    if not odd or marked_share(sample) >= _READS:
        return Decoded(text)
    tried = [(fitness(shown), table) for table in _TABLES if (shown := convert(sample, table)) is not None]
    best = max(tried, default=((0.0, 0), OldFont.NONE))
    if best[0][0] >= _READS:
        for at in odd:
            if marked_share(lines[at]) < _READS:
                lines[at] = convert(lines[at], best[1]) or lines[at]
        return Decoded("\n".join(lines), (f"text in an old font ({best[1].label}) was converted; compare it",))
    if len(_OLD_SIGNS.findall(sample)) > len(sample) * 0.03 and len(_LATIN.findall(sample)) > 20 and not tried:
        return Decoded(text, (f"text in an old font was not converted; {MISSING} and read the file again",))
    return Decoded(text)
