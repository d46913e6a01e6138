"""The end of a document: who receives it, who signs it, for whom and as what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.parsing.layout import is_post, signs_for
from knowledge.parsing.letterhead import Field, field_of
from knowledge.parsing.lines import Line
from knowledge.parsing.numbering import BULLETS, find_marker
from knowledge.parsing.shapes import is_ended, is_person, person, starts_lower
from knowledge.text import MappedText, join

# A line of a signature that cannot end here: its next line completes the word.
_CUT = re.compile(r"(?:TRƯỞNG|NHÂN|PHÓ|THƯỜNG|CHỦ|GIÁM|BÍ|HIỆU|VIỆN|TỔNG|VÀ|MẶT|TRẬN)$")
_CUT_COMMITTEE = re.compile(r"(?:ỦY|UỶ)\n(?:BAN|VIÊN)")  # "ĐẢNG ỦY" ends here, "ỦY / BAN" does not
# A line that completes none above it: "KT. HIỆU TRƯỞNG" is followed by "PHÓ HIỆU TRƯỞNG", or by "(đã ký)".
_BEGINS = re.compile(r"^(?:PHÓ\s+\w|\(?(?:đã k|ký|ki))", re.IGNORECASE)
_PARTED = re.compile(r"\s*[;,]\s+(?=\((?:để|b/c|t/h|báo cáo)[^()]*\)$)")  # "UBND huyện; (để b/cáo)"
_SIGNED_NOTE = re.compile(r"^\(?(?:đã k|ký|ki)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Signature:
    """The signature as printed; None for what is missing. signed_for: "TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH"."""

    signer: Field | None = None
    role: Field | None = None
    signed_for: Field | None = None


def read_signature(lines: Sequence[Line]) -> Signature:
    """Read a signature's lines."""
    entries = [entry for entry in _entries(lines) if not _SIGNED_NOTE.match(entry.text)]
    at = next((i for i, entry in enumerate(entries) if is_person(entry.text)), len(entries))
    above = entries[:at]
    signers = [entry for entry in above if signs_for(entry.text)]
    posts = [entry for entry in above if not signs_for(entry.text) and is_post(entry.text)]
    return Signature(
        signer=_person(entries[at]) if at < len(entries) else None,
        role=field_of(posts[-1]) if posts else None,
        signed_for=_joined(signers),
    )


def _entries(lines: Sequence[Line]) -> list[MappedText]:
    entries: list[MappedText] = []
    for line in lines:
        text = line.string
        new = signs_for(text) or is_post(text) or is_person(text) or bool(_SIGNED_NOTE.match(text))
        whole = is_person(text) or bool(_BEGINS.match(text))
        cut = bool(entries) and not whole and _is_cut(entries[-1].text, text)
        if entries and (not new or cut) and not is_person(entries[-1].text):
            entries[-1] = join((entries[-1], line.text))
        else:
            entries.append(line.text)
    return entries


def _is_cut(above: str, text: str) -> bool:
    return _CUT.search(above) is not None or _CUT_COMMITTEE.search(f"{above}\n{text}") is not None


def _person(text: MappedText) -> Field | None:
    name = person(text.text)
    return field_of(text, len(text.text.rstrip()) - len(name))


def _joined(entries: Sequence[MappedText]) -> Field | None:
    fields = [field for field in map(field_of, entries) if field]
    if not fields:
        return None
    return Field(", ".join(field.value for field in fields), field_of(join(entries)).span)  # type: ignore[union-attr]


def read_recipients(lines: Sequence[Line]) -> tuple[str, ...]:
    """Return the recipients, one for each line with a dash, without dash and closing mark.

    A line that goes on with the one above is joined to it; a scribble after a closed line ("09 KH") is left out.
    """
    items: list[MappedText] = []
    bulleted = any(_dash(line) for line in lines[1:])
    for line in lines[1:]:
        length = _dash(line)
        if length or not bulleted:
            items.append(line.text.slice(length, len(line.string)))
        elif items and (starts_lower(line.string) or not is_ended(items[-1].text)):
            items[-1] = join((items[-1], line.text))
    return tuple(
        text
        for text in (_PARTED.sub(" ", item.strip(" ;,./").text) for item in (*_run_in(lines), *items))
        if _is_recipient(text)
    )


def _run_in(lines: Sequence[Line]) -> list[MappedText]:
    """Recipients on the line of "Nơi nhận:" itself; a stray word there is none."""
    if not lines or ":" not in lines[0].string:
        return []
    rest = lines[0].text.slice(lines[0].string.index(":") + 1, len(lines[0].string)).strip()
    if not rest.text.startswith(("-", "Như")):
        return []
    starts = [0, *(match.end() for match in re.finditer(r"[;,]\s*(?=[-–]\s)", rest.text)), len(rest.text)]
    return [rest.slice(a, b).strip(" -–") for a, b in pairwise(starts)]


def _dash(line: Line) -> int:
    marker = find_marker(line.string)
    return marker.length if marker and (marker.style in BULLETS or (marker.label and marker.label.isdigit())) else 0


def _is_recipient(text: str) -> bool:
    return sum(map(str.isalpha, text)) >= 2
