"""RawDocument -> Plan: the steps in order."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.errors import NotAPlan
from knowledge.model import Footnote, Plan, RawDocument, Section, SectionKind
from knowledge.parsing.blocks import Block, Wrapping, make_blocks, wrapping
from knowledge.parsing.cells import gather
from knowledge.parsing.closing import take_closing
from knowledge.parsing.footnotes import Note, Repaired, repair, take_markers
from knowledge.parsing.header import read_header
from knowledge.parsing.layout import Layout, end_of_title, is_type_line, lay_out
from knowledge.parsing.lines import Line, read_lines
from knowledge.parsing.numbering import BULLETS, Style
from knowledge.parsing.pages import with_own_numbers, without_page_numbers
from knowledge.parsing.shapes import doc_type_of, is_caps
from knowledge.parsing.signs import looks_like_a_plan
from knowledge.parsing.tables import read_tables
from knowledge.parsing.tree import Node, build, sections
from knowledge.parsing.warnings import find_warnings
from knowledge.text import EMPTY, join

_ENACTED = re.compile(r"(?:như sau|sau đây|cụ thể|QUYẾT ĐỊNH)\s*[:.;]?\s*$")
_BASIS = re.compile(r"^(?:[-–+]\s*)?(?:Căn cứ|Thực hiện|Theo|Xét|Trên cơ sở|Thi hành|Kính gửi)\b", re.IGNORECASE)
_MAX_ANNEX_TITLE = 6
_PART_STYLES = (Style.ROMAN, Style.UPPER, Style.PART, Style.CHAPTER)


@dataclass(frozen=True, slots=True)
class _Attachment:
    """An annex or attached document: its lines by part, and its blocks."""

    path: str
    title: Sequence[Line]
    repaired: Repaired


def parse(raw: RawDocument) -> Plan:
    """Parse a document into its header, section tree and footnotes.

    Raises NotAPlan when fewer than two signs of an administrative document are found. Never raises otherwise.
    """
    lines = gather(read_lines(raw.text))
    if not looks_like_a_plan(lines):
        raise NotAPlan(
            f"{raw.plan_id}: this does not look like an administrative document; check that it is the right file"
        )
    layout = lay_out(lines)
    form = wrapping(lines)
    main = _blocks(layout.body, form)
    attachments = [_read_attachment(run, form) for run in layout.attachments]
    notes = [*main.notes, *(note for attachment in attachments for note in attachment.repaired.notes)]
    known = frozenset(note.printed for note in notes if note.printed)
    return _assemble(raw, layout, main, attachments, notes, known)


def _blocks(lines: Sequence[Line], form: Wrapping) -> Repaired:
    whole = with_own_numbers(without_page_numbers(lines, form.width))
    return repair(read_tables(make_blocks(whole, form)))


def _assemble(
    raw: RawDocument,
    layout: Layout,
    main: Repaired,
    attachments: Sequence[_Attachment],
    notes: Sequence[Note],
    known: frozenset[str],
) -> Plan:
    cut = _end_of_opening(main.blocks)
    opening = [_running(SectionKind.OPENING, "mở đầu", block, known) for block in main.blocks[:cut]]
    root = build(main.blocks[cut:])
    last = take_closing(root)
    closing = [_running(SectionKind.CLOSING, _closing_path(root), node.block, known) for node in last]
    body = sections(root, known)
    header = read_header(raw.plan_id, raw.text, layout, opening, closing, body)
    head = _whole(
        SectionKind.HEADER, "tiêu đề", (*layout.preface, *layout.letterhead, *layout.title, *layout.issued_with)
    )
    tail = [
        _whole(SectionKind.RECIPIENTS, "nơi nhận", layout.recipients),
        _whole(SectionKind.SIGNATURE, "chữ ký", layout.signature),
    ]
    attached = [_attachment_section(attachment, known) for attachment in attachments]
    content = [*opening, *body, *closing, *attached]
    footnotes = _bind(notes, content)
    ordered = (
        *filter(None, [head]),
        *opening,
        *body,
        *closing,
        *(_footnote_section(note) for note in footnotes),
        *filter(None, reversed(tail) if layout.signed_first else tail),
        *attached,
    )
    plan = Plan(raw.plan_id, raw.text, header, ordered, footnotes)
    return Plan(
        raw.plan_id, raw.text, header, ordered, footnotes, (*raw.warnings, *find_warnings(plan)), raw.page_starts
    )


# ---------------------------------------------------------------------------------------------------- opening


def _end_of_opening(blocks: Sequence[Block]) -> int:
    """Return how many blocks stand before the content: the basis and the sentence that enacts."""
    for i, block in enumerate(blocks):
        words = block.string[block.marker.length if block.marker else 0 :]
        basis = bool(_BASIS.match(words)) and not (block.marker and is_caps(words))  # "I. CĂN CỨ" heads a part
        if block.marker and not basis and block.marker.style not in BULLETS:
            return i
        if _ENACTED.search(block.string):
            return i + 1
    return next((i for i, block in enumerate(blocks) if not _BASIS.match(block.string)), 0)


def _running(kind: SectionKind, path: str, block: Block | None, known: frozenset[str]) -> Section:
    text, markers = take_markers(block.text if block else EMPTY, known)
    return Section(kind, path, body=text.strip(), footnotes=markers)


def _closing_path(root: Node) -> str:
    """Name the closing by the last part, if the document has parts and not just items or articles."""
    part = next((node for node in reversed(root.children) if node.style in _PART_STYLES), None)
    return f"{part.path} (đoạn kết)" if part else "đoạn kết"


def _whole(kind: SectionKind, path: str, lines: Iterable[Line]) -> Section | None:
    text = join(line.text for line in lines)
    return Section(kind, path, body=text) if text.text else None


# -------------------------------------------------------------------------------------------------- footnotes


def _bind(notes: Sequence[Note], content: Iterable[Section]) -> tuple[Footnote, ...]:
    """Bind each note to the section that carries its marker.

    Where numbering starts again on each page, the second note 1 belongs to the second marker 1, and so on.
    """
    places: dict[str, deque[str]] = {}
    for top in content:
        for section in top.walk():
            for marker in section.footnotes:
                places.setdefault(marker, deque()).append(section.path)
    return tuple(_bound(note, places.get(note.marker or "")) for note in notes)


def _bound(note: Note, places: deque[str] | None) -> Footnote:
    return Footnote(note.marker, places.popleft() if places else None, note.body.strip())


def _footnote_section(note: Footnote) -> Section:
    path = f"chú thích {note.marker}" if note.marker else "chú thích"
    return Section(SectionKind.FOOTNOTE, path, note.marker, body=note.body)


# ------------------------------------------------------------------------------------------------ attachments


def _read_attachment(lines: Sequence[Line], form: Wrapping) -> _Attachment:
    path, label_lines = _label(lines)
    end = end_of_title(lines, 0) if is_type_line(lines[0].string) else _end_of_annex_title(lines, label_lines)
    return _Attachment(path, lines[:end], _blocks(lines[end:], form))


def _label(lines: Sequence[Line]) -> tuple[str, int]:
    """Return the name by which an attachment is cited ("Phụ lục I", "Quy chế", "Mẫu số 01"), and its lines."""
    first = lines[0].string
    found = doc_type_of(first)
    if found and is_caps(first):
        return found[0].capitalize(), 1
    cut = first == "PHỤ" and len(lines) > 1
    text = f"{first} {lines[1].string}" if cut else first
    match = re.match(
        r"(?i)(phụ lục|biểu mẫu|mẫu số|mẫu|biểu số|biểu|danh mục)\s*(?:số\s*)?:?\s*([IVXL]{1,6}\b|\d[\w/.-]*|[A-Z]\b)?",
        text,
    )
    if not match:
        return "phần kèm theo", 0
    name = match[1].capitalize()
    return (f"{name} {match[2].rstrip('.')}" if match[2] else name), 2 if cut else 1


def _end_of_annex_title(lines: Sequence[Line], start: int) -> int:
    """Return where the text of an annex begins: after its label and the title in capitals or emphasis below it."""
    end = start
    while start and end < len(lines) and end - start < _MAX_ANNEX_TITLE:
        line = lines[end]
        if (
            line.cell
            or line.cells
            or not (is_caps(line.string) or line.emphasis or line.string.startswith(("(", "Kèm theo", "ban hành")))
        ):
            break
        end += 1
    return end


def _attachment_section(attachment: _Attachment, known: frozenset[str]) -> Section:
    root = build(attachment.repaired.blocks, attachment.path)
    title = join(line.text for line in attachment.title)
    return Section(SectionKind.ATTACHMENT, attachment.path, heading=title, children=sections(root, known))
