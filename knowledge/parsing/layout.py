"""Lines -> the parts of a document: letterhead, type and title, body, recipients, signature, attachments.

The order is that of Nghị định 30/2020/NĐ-CP, annex I: left and right header, number, place and date, type, title,
basis, content, signature, recipients, annexes. Any part may be missing; recipients and signature come in either order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.parsing.letters import CAPITALS
from knowledge.parsing.lines import Line
from knowledge.parsing.numbering import BULLETS, Marker, Style, find_marker
from knowledge.parsing.offices import is_motto, starts_office
from knowledge.parsing.posts import is_post, is_signature_start
from knowledge.parsing.shapes import doc_type_of, is_caps, is_ended, is_person, starts_lower
from knowledge.parsing.tail import is_recipients, late_tail, tail_of

_HEAD_LINES = 60  # the type stands within the first lines, letterheads in table cells included
_ANNEX = re.compile(
    r"^(?:PHỤ LỤC|Phụ lục|BIỂU MẪU|Biểu mẫu|DANH MỤC KÈM THEO)\s*(?:SỐ|số)?\s*[:.]?\s*"
    r"([IVXL]{1,6}|\d{1,2}[A-Z]?|[A-Z])?\b\W*$"
)
_ANNEX_TITLED = re.compile(
    rf"^(?:PHỤ LỤC|BIỂU MẪU)(?:\s+(?:SỐ\s+)?([IVXL]{{1,6}}|\d{{1,2}}[A-Z]?))?\s*[:.\-–]?\s+[{CAPITALS}]"
)
_FORM = re.compile(r"^(?:Mẫu|MẪU|Biểu|BIỂU)(?:\s+số|\s+SỐ)?\s*:?\s*\d{1,2}[\w/.-]*\s*[:.]?")
_BASIS = re.compile(
    r"^(?:[-–+]\s*)?(?:căn cứ|thực hiện|thi hành|theo|xét|để|nhằm|tiếp tục|triển khai|hưởng ứng|trên cơ sở|được sự|"
    r"qua|sau khi|kính gửi|phát huy|hướng tới|chào mừng|thiết thực|ngày)\b",
    re.IGNORECASE,
)
_CITES = re.compile(r"\bsố\s+\d|\bngày\s+\d|\bnhư sau\b|của\s", re.IGNORECASE)
_ENACTS = re.compile(r"\s(?:xây dựng|ban hành|triển khai|hướng dẫn|đề ra)\s[^.]*\s(?:như sau|sau đây|sau)\s*:$")
_ATTACHED = re.compile(r"^\(?\s*(?:ban hành )?kèm theo\b|^\(?\s*(?:ban hành|Ban hành) kèm theo\b", re.IGNORECASE)
_NUMBER_LINE = re.compile(r"S[ốôồổo]\s*:?\s*[\d.…_/\-–]")
_PLACE_DATE = re.compile(r"(?<!\w)ngày\s[\s\d.…_]*tháng(?!\w)", re.IGNORECASE)
_MAX_UNTYPED = 5
_MAX_TITLE_LINES = 14
_MAX_TAIL_LINES = 40
_MAX_SIGNED = 6  # lines of a signature, from the post to the name


@dataclass(frozen=True, slots=True)
class Layout:
    """A document's lines by part. preface: the title that a web page puts above all; title: the type's line and those
    of the trích yếu; issued_with: the line in brackets that says with what an attachment was issued; attachments: one
    run of lines for each."""

    preface: Sequence[Line]
    letterhead: Sequence[Line]
    title: Sequence[Line]
    issued_with: Sequence[Line]
    body: Sequence[Line]
    recipients: Sequence[Line]
    signature: Sequence[Line]
    signed_first: bool
    attachments: tuple[Sequence[Line], ...]


def lay_out(lines: Sequence[Line]) -> Layout:
    """Divide a document's lines into its parts."""
    lines = _columns_apart(lines)
    first_type = find_type(lines)
    preface = 0 if first_type is None else _end_of_preface(lines, first_type)
    type_at = find_type(lines, preface)
    if type_at is None:
        title_end = _end_of_letterhead(lines)
        head_end = _untyped_title(lines, title_end)
    else:
        head_end, title_end = type_at, end_of_title(lines, type_at)
    body_start = title_end
    while body_start < len(lines) and body_start < title_end + 4 and _is_issued_with(lines, title_end, body_start):
        body_start += 1
    main_end, attachments = _split_attachments(lines, body_start)
    body_end, recipients, signature = tail_of(lines, body_start, main_end)
    late = None if max(recipients[1], signature[1]) else late_tail(lines, attachments)
    if late:
        attachments, recipients, signature = late
    after = max(body_end, recipients[1], signature[1])
    runs = [(after, main_end)] if after < main_end else []
    return Layout(
        preface=lines[:preface],
        letterhead=lines[preface:head_end],
        title=lines[head_end:title_end],
        issued_with=lines[title_end:body_start],
        body=lines[body_start:body_end],
        recipients=lines[slice(*recipients)],
        signature=[*lines[body_end : recipients[0]], *lines[slice(*signature)]]
        if recipients[0] < signature[0] and not late
        else lines[slice(*signature)],
        signed_first=signature[0] < recipients[0],
        attachments=tuple(lines[a:b] for a, b in (*runs, *attachments)),
    )


def _columns_apart(lines: Sequence[Line]) -> Sequence[Line]:
    """Where recipients and signature stood side by side, put the recipients first."""
    at = next((i for i, line in enumerate(lines) if is_recipients(line)), len(lines))
    end = min(len(lines), at + _MAX_TAIL_LINES)
    end = next((i for i in range(at + 1, end) if _ANNEX.match(lines[i].string) and is_caps(lines[i].string)), end)
    if not any(line.right for line in lines[at:end]) and not _is_between(lines, at, end):
        return lines
    last = max((i for i in range(at, end) if lines[i].right or is_person(lines[i].string)), default=at)
    while last + 1 < end and _is_bullet(lines[last + 1]):  # a list that is longer than the signature beside it
        last += 1
    tail = lines[at : last + 1]
    signed = [line for line in tail if line.right or is_person(line.string) or is_signature_start(line.string)]
    received = [line for line in tail if line not in signed]
    return [*lines[:at], *received, *signed, *lines[last + 1 :]]


def _is_between(lines: Sequence[Line], at: int, end: int) -> bool:
    """Tell whether a signature begins between "Nơi nhận:" and the end of its list, as where a page ends beside them."""
    signed = next((i for i in range(at + 1, end) if is_signature_start(lines[i].string)), end)
    below = next((i for i in range(signed, end) if not is_signature_start(lines[i].string)), end)
    return below < end and _is_bullet(lines[below])


def _is_bullet(line: Line) -> bool:
    marker = find_marker(line.string)
    return marker is not None and marker.style in BULLETS


def _end_of_preface(lines: Sequence[Line], type_at: int) -> int:
    """Where the letterhead begins below a type and title that a web page has put above it; 0 without such."""
    again = find_type(lines, type_at + 1)
    if again is None or lines[again].string != lines[type_at].string:
        return 0
    between = range(type_at + 1, again)
    head = next((i for i in between if starts_office(lines[i].string) or is_motto(lines[i].string)), None)
    stated = any(is_motto(lines[i].string) or _NUMBER_LINE.match(lines[i].string) for i in between)
    return head if head is not None and stated else 0


def _untyped_title(lines: Sequence[Line], end: int) -> int:
    """Where the title of a document without a known type begins: at the capitals below the place and date."""
    for start in range(end - 1, 0, -1):
        line, above = lines[start], lines[start - 1]
        if line.right or line.cell or line.cells or _PLACE_DATE.search(line.string) or _NUMBER_LINE.match(line.string):
            break
        dated = _PLACE_DATE.search(above.string) is not None
        apart = line.gap > 0 and not starts_office(line.string) and not is_motto(line.string)
        if is_caps(line.string) and (dated or (apart and end - start <= _MAX_UNTYPED)):
            return start
    return end


def find_type(lines: Sequence[Line], start: int = 0) -> int | None:
    """Return the line that names the kind of document in capitals ("KẾ HOẠCH"), from `start` on, or None."""
    for i, line in enumerate(lines[start:_HEAD_LINES], start):
        if line.cells:
            continue
        if is_type_line(line.string) and not _names_body(lines, i):
            return i
        marker = find_marker(line.string)
        if marker and marker.style not in BULLETS and len(line.string) > marker.length + 3:
            return None
    return None


def _names_body(lines: Sequence[Line], i: int) -> bool:
    """Tell whether a kind in capitals goes on with the issuing body's name ("BAN CHỈ ĐẠO THỰC HIỆN / QUY CHẾ DÂN CHỦ"):
    the number or the place and date stand below it, and the document's own kind below these."""
    above = lines[i - 1].string if i else ""
    if not above or lines[i].gap or lines[i].cell or not is_caps(above) or not starts_office(above):
        return False
    below = lines[i + 1 : _HEAD_LINES]
    stated = next(
        (n for n, x in enumerate(below) if _NUMBER_LINE.match(x.string) or _PLACE_DATE.search(x.string)), None
    )
    typed = next((n for n, line in enumerate(below) if is_type_line(line.string) and is_caps(line.string[:8])), None)
    return stated is not None and typed is not None and stated < typed


def is_type_line(text: str) -> bool:
    """Tell whether a line is a document's type, alone or with its title run in ("KẾ HOẠCH thực hiện ...")."""
    found = doc_type_of(text)
    return found is not None and not text.rstrip().endswith((":", ";")) and len(text) < 300


def end_of_title(lines: Sequence[Line], type_at: int) -> int:
    """Return the index of the first line after the title that belongs to the type at `type_at`."""
    found = doc_type_of(lines[type_at].string)
    run_in = bool(found and len(lines[type_at].string) > found[1] + 3)
    at = type_at + 1
    while at < len(lines) and at - type_at <= _MAX_TITLE_LINES:
        first = at == type_at + 1 and not run_in
        on = _in_title(lines[at], lines[at - 1], first) or _numbers_on(lines, type_at, at)
        if not on or (at > type_at + 1 and _decides(lines, at)):
            break
        at += 1
    return at


def _decides(lines: Sequence[Line], at: int) -> bool:
    """Tell whether line `at` is who decides, below the title, above what the decision stands on ("CHỦ TỊCH ...")."""
    text, below = lines[at].string, lines[at + 1].string if at + 1 < len(lines) else ""
    named = is_caps(text) and not is_caps(lines[at - 1].string) and (is_post(text) or starts_office(text))
    return named and _BASIS.match(below) is not None and not is_caps(below)


def _numbers_on(lines: Sequence[Line], type_at: int, at: int) -> bool:
    """Tell whether line `at` goes on with a list inside the title: "... về (1) Rác thải; / (2) Nước sạch"."""
    marker = find_marker(lines[at].string)
    if marker is None or marker.style not in (Style.PAREN, Style.ARABIC_PAREN, Style.PAREN_LETTER) or lines[at].gap:
        return False
    label = lines[at].string[: marker.length].strip()
    before = label.replace(marker.label or "", _label_before(marker))
    return before in " ".join(line.string for line in lines[type_at:at])


def _label_before(marker: Marker) -> str:
    label = marker.label or ""
    return str(marker.ordinal - 1) if label.isdigit() else chr(ord(label[0]) - 1)


def _in_title(line: Line, previous: Line, first: bool) -> bool:
    text = line.string
    marker = find_marker(text)
    if line.cell or line.cells or (marker and marker.style not in BULLETS) or _ATTACHED.match(text):
        return False
    if is_recipients(line) or text.lower().startswith("kính gửi"):
        return False
    if first:
        return not (_BASIS.match(text) and (is_ended(text) or re.match(r"[-–]?\s*Căn cứ", text)))
    if _BASIS.match(text) and not (is_caps(text) and is_caps(previous.string)) and not starts_lower(text):
        return False
    if _ENACTS.search(text) and not is_caps(text):
        return False
    if not line.gap:
        return not is_ended(previous.string) or previous.string.endswith(("…", "...", ";"))
    open_line = previous.string.endswith((",", ";", "-", "–", "“"))
    return (
        open_line
        or (is_caps(text) and is_caps(previous.string))
        or (starts_lower(text) and not is_ended(previous.string))
    )


def _is_issued_with(lines: Sequence[Line], start: int, at: int) -> bool:
    """Tell whether line `at` is in the bracket "(Ban hành kèm theo Quyết định ...)" that begins at `start`."""
    if at == start:
        return bool(_ATTACHED.match(lines[at].string)) and lines[at].string.startswith("(")
    before = "".join(line.string for line in lines[start:at])
    return bool(before) and before.count("(") > before.count(")")


def _end_of_letterhead(lines: Sequence[Line]) -> int:
    """Return where the text begins in a document without a type line: at the basis or the first item."""
    for i, line in enumerate(lines[:_HEAD_LINES]):
        marker = find_marker(line.string)
        long = len(line.string) > 100 and not is_caps(line.string)
        if marker or long or (_BASIS.match(line.string) and _CITES.search(line.string)):
            return i
    return 0


def letterhead_above(lines: Sequence[Line], type_at: int) -> int:
    """Return where the letterhead of the document whose type stands at `type_at` begins: there, if it has none."""
    at, stated = type_at, False
    while at and type_at - at < _MAX_TITLE_LINES:
        text = lines[at - 1].string
        sure = is_motto(text) or _NUMBER_LINE.match(text) or _PLACE_DATE.search(text)
        office = is_caps(text) and not is_person(text) and (starts_office(text) or not is_post(text))
        if lines[at - 1].cells or not (sure or office):
            break
        at, stated = at - 1, stated or bool(sure)
    return at if stated else type_at


def _split_attachments(lines: Sequence[Line], start: int) -> tuple[int, tuple[tuple[int, int], ...]]:
    """Return where the main document ends, and the runs of lines of each attachment."""
    starts: list[int] = []
    tail_seen = False
    for i in range(start, len(lines)):
        tail_seen = tail_seen or is_recipients(lines[i])
        if _starts_attachment(lines, i, tail_seen) and not (starts and i - starts[-1] < 3):
            starts.append(i)
    ends = [*starts, len(lines)]
    return ends[0], tuple(zip(starts, ends[1:], strict=True))


def begins_annex(text: str) -> bool:
    """Tell whether a line is an annex's label in capitals: "PHỤ LỤC I", "BIỂU MẪU: ĐĂNG KÝ"."""
    return bool(_ANNEX.match(text) or _ANNEX_TITLED.match(text)) and is_caps(text.split(" ")[0])


def _is_issued(lines: Sequence[Line], i: int) -> bool:
    """Tell whether line i is the type of what was issued with another document: "(Ban hành kèm theo ...)" is below."""
    if lines[i].cell or not (is_type_line(lines[i].string) and is_caps(lines[i].string)):
        return False
    at = end_of_title(lines, i)
    return at < len(lines) and lines[at].string.startswith("(") and _ATTACHED.match(lines[at].string) is not None


def _ends_signature(lines: Sequence[Line], i: int) -> bool:
    """Tell whether a signature with its name ends above line i."""
    above = lines[max(0, i - _MAX_SIGNED) : i]
    named = bool(above) and is_person(above[-1].string)
    return named and any(is_signature_start(line.string) and not is_person(line.string) for line in above)


def _starts_attachment(lines: Sequence[Line], i: int, tail_seen: bool) -> bool:
    text = lines[i].string
    if _is_issued(lines, i):
        return True
    if i and not lines[i].gap and not (_ANNEX.match(text) and is_caps(text)):
        return False
    if _ANNEX.match(text) or _ANNEX_TITLED.match(text):
        return is_caps(text.split(" ")[0]) or tail_seen
    if text == "PHỤ" and i + 1 < len(lines):
        return lines[i + 1].string.startswith("LỤC")
    if not (tail_seen or _ends_signature(lines, i)):
        return False
    found = doc_type_of(text)
    return bool(found and is_caps(text) and len(text) <= found[1] + 2 and not lines[i].cell) or bool(_FORM.match(text))
