"""The end of a document: who receives it, who signs it, for whom and as what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.parsing.letterhead import Field, field_of
from knowledge.parsing.lines import Line
from knowledge.parsing.numbering import BULLETS, find_marker
from knowledge.parsing.offices import starts_office
from knowledge.parsing.posts import is_held_below, is_over_all, is_post, is_signed_note, joins_posts, signs_for
from knowledge.parsing.shapes import is_ended, is_person, person, starts_lower
from knowledge.text import MappedText, Span, join

# A line of a signature that cannot end here: its next line completes the word.
_CUT = re.compile(r"(?:TRƯỞNG|NHÂN|PHÓ|THƯỜNG|CHỦ|GIÁM|BÍ|HIỆU|VIỆN|TỔNG|VÀ|MẶT)$")
_CUT_COMMITTEE = re.compile(r"(?:ỦY|UỶ)\n(?:BAN|VIÊN)|TRẬN\nTỔ")  # "ĐẢNG ỦY" ends here, "ỦY / BAN" does not
# A line that completes none above it: "KT. HIỆU TRƯỞNG" is followed by "PHÓ HIỆU TRƯỞNG", or by "(đã ký)".
_BEGINS = re.compile(r"^PHÓ\s+\w", re.IGNORECASE)
_ACTING = re.compile(r"Q\s*\.\s*|Q\s+(?=\w)")  # "Q. CHỦ TỊCH", who holds the post for the time being
_BODY = re.compile(r"(?:ỦY BAN|UỶ BAN|BAN|THƯỜNG TRỰC)(?!\w)")
_OF_ALL = re.compile(r"(?:Các|Toàn thể|Lưu|Thường trực|Lãnh đạo)\s")
_ON = re.compile(r"PHÓ [^\n]+\nTHƯỜNG TRỰC")
"""A post over two lines: "PHÓ TRƯỞNG BAN / THƯỜNG TRỰC"."""
_PARTED = re.compile(r"\s*[;,]\s+(?=\((?:để|b/c|t/h|báo cáo)[^()]*\)$)")  # "UBND huyện; (để b/cáo)"


@dataclass(frozen=True, slots=True)
class Signature:
    """The signature as printed; None for what is missing. signed_for: "TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH". Of a joint
    paper each holds one part a signer, "A; B"."""

    signer: Field | None = None
    role: Field | None = None
    signed_for: Field | None = None


def read_signature(lines: Sequence[Line]) -> Signature:
    """Read a signature's lines; those of several signers beside each other, or one below the other, as so many."""
    runs = [run for column in _columns(lines) for run in _each(column)]
    joint = sum(any(is_person(entry.text) for entry in run) for run in runs) > 1
    found = [_one(run, joint) for run in runs]
    whole = [each for each in found if each.signer and (each.role or each.signed_for)]
    return _both(whole) if len(whole) > 1 else (found[0] if found else Signature())


def _columns(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of signers who stand beside each other, apart; of all others together."""
    if any(line.signer for line in lines):
        return [[line for line in lines if line.signer == k] for k in sorted({line.signer for line in lines})]
    left, right = [line for line in lines if not line.right], [line for line in lines if line.right]
    aside = all(any(is_person(line.string) for line in column) for column in (left, right))
    return [left, right] if aside else [list(lines)]


def _each(lines: Sequence[Line]) -> list[list[MappedText]]:
    """The entries of each signer, up to the name and what is held below it."""
    runs: list[list[MappedText]] = [[]]
    for entry in _entries(lines):
        if is_signed_note(entry.text) or is_over_all(entry.text) or joins_posts(entry.text):
            continue
        named = bool(runs[-1]) and any(is_person(each.text) for each in runs[-1])
        if named and not (is_held_below(entry.text) and not is_post(entry.text)):
            runs.append([])
        runs[-1].append(entry)
    return [run for run in runs if run]


def _one(entries: Sequence[MappedText], joint: bool) -> Signature:
    """Read one signer. joint: with others, then a body named above the office is the one for which it is signed."""
    at = next((i for i, entry in enumerate(entries) if is_person(entry.text)), len(entries))
    above, below = entries[:at], entries[at + 1 :]
    bound = [entry for entry in above if signs_for(entry.text) and not _ACTING.match(entry.text)]
    posts = [entry for entry in above if entry not in bound and is_post(_ACTING.sub("", entry.text))]
    held = [entry for entry in posts if not _BODY.match(entry.text)] if bound else []
    stated = held or posts[::-1] or [entry for entry in (*above, *below) if is_held_below(entry.text)]
    if joint and not bound and above and stated and above[0] is not stated[0]:
        bound = [above[0]]
    return Signature(
        signer=_person(entries[at]) if at < len(entries) else None,
        role=field_of(stated[0]) if stated else None,  # "TRƯỞNG BAN", then what the person is elsewhere
        signed_for=_joined(bound),
    )


def _both(signatures: Sequence[Signature]) -> Signature:
    """A joint paper's signature; what one signer lacks is left empty between the marks."""

    def all_of(fields: Sequence[Field | None]) -> Field | None:
        known = [field for field in fields if field]
        if not known:
            return None
        span = Span(min(field.span.start for field in known), max(field.span.end for field in known))
        return Field("; ".join(field.value if field else "" for field in fields), span)

    return Signature(
        all_of([each.signer for each in signatures]),
        all_of([each.role for each in signatures]),
        all_of([each.signed_for for each in signatures]),
    )


def _entries(lines: Sequence[Line]) -> list[MappedText]:
    entries: list[MappedText] = []
    for line in lines:
        text = line.string
        noted = is_signed_note(text) or joins_posts(text)
        new = (
            signs_for(text)
            or is_post(text)
            or is_person(text)
            or noted
            or bool(entries and is_signed_note(entries[-1].text))
        )
        whole = is_person(text) or noted or bool(_BEGINS.match(text))
        cut = bool(entries) and not whole and _is_cut(entries[-1].text, text)
        if entries and (not new or cut) and not is_person(entries[-1].text):
            entries[-1] = join((entries[-1], line.text))
        else:
            entries.append(line.text)
    return entries


def _is_cut(above: str, text: str) -> bool:
    if _ON.fullmatch(f"{above}\n{text}"):
        return True
    return _CUT.search(above) is not None or _CUT_COMMITTEE.search(f"{above}\n{text}") is not None


def _person(text: MappedText) -> Field | None:
    """The name without its titles, where it stands with them."""
    whole = field_of(text)
    return Field(person(text.text), whole.span) if whole else None


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
    lines = [line for line in lines if not line.string.isdigit()]
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
    parting = r"[;,]\s*(?=[-–]\s)"
    if not rest.text.startswith("-") and not re.search(parting, rest.text):
        named = rest.text[:1].isupper() and (starts_office(rest.text) or _OF_ALL.match(rest.text))
        alone = len(lines) == 1 and named
        if ";" not in rest.text and not rest.text.startswith("Như") and not alone:
            return []
        parting = r";\s*"
    starts = [0, *(match.end() for match in re.finditer(parting, rest.text)), len(rest.text)]
    return [rest.slice(a, b).strip(" -–") for a, b in pairwise(starts)]


def _dash(line: Line) -> int:
    marker = find_marker(line.string)
    return marker.length if marker and (marker.style in BULLETS or (marker.label and marker.label.isdigit())) else 0


def _is_recipient(text: str) -> bool:
    return sum(map(str.isalpha, text)) >= 2
