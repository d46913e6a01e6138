"""Lines -> the parts of a document: letterhead, type and title, body, recipients, signature, attachments.

The order is that of Nghị định 30/2020/NĐ-CP, annex I: left and right header, number, place and date, type, title,
basis, content, signature, recipients, annexes. Any part may be missing; recipients and signature come in either order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.parsing.letterhead import PLACE_AND_DATE
from knowledge.parsing.letters import CAPITALS
from knowledge.parsing.lines import Line, begins_recipients
from knowledge.parsing.numbering import BULLETS, Marker, Style, find_marker
from knowledge.parsing.offices import is_motto, starts_office
from knowledge.parsing.shapes import doc_type_of, is_caps, is_ended, is_mostly_caps, is_person, starts_lower
from knowledge.text import fold

_HEAD_LINES = 60  # the type stands within the first lines, letterheads in table cells included
_RECIPIENTS = re.compile(r"^noi nhan(?: ky)?\b\W*(?:[^\W\d]{1,8}\W*)?$|^noi nhan\s*:")
_FOR = re.compile(
    rf"^(?:T\s*/\s*M|K\s*/\s*T|T\s*/\s*L|T\s*/\s*U\s*/?\s*Q|TM|KT|TL|TUQ|Q)\s*[./]?\s+(?=[{CAPITALS}])|"
    rf"^(?:TM|KT|TL|TUQ|Q)\.\s*(?=[{CAPITALS}])"
)
_POST = re.compile(
    r"^(?:PHÓ|QUYỀN|CHỦ|TRƯỞNG|BÍ THƯ|GIÁM ĐỐC|TỔNG|HIỆU TRƯỞNG|CHÁNH|CỤC|BỘ TRƯỞNG|THỨ TRƯỞNG|ỦY VIÊN|UỶ VIÊN|"
    r"THỦ|VIỆN TRƯỞNG|VỤ TRƯỞNG|ĐỘI TRƯỞNG|TỔ TRƯỞNG|CHỈ HUY|CHÍNH ỦY|CHÍNH TRỊ|THƯ KÝ|ỦY BAN|BAN|THƯỜNG TRỰC|"
    r"NGƯỜI|PHO|BI THU)"
    r"(?![^\W_])"
)
_SIGNED = re.compile(r"^\(?(?:đã ký|ký tên|đã kí|ký, đóng dấu|ký, ghi rõ họ tên)[^a-z]*.*\)?$", re.IGNORECASE)
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
_ATTACHED = re.compile(r"^\(?\s*(?:ban hành )?kèm theo\b|^\(?\s*(?:ban hành|Ban hành) kèm theo\b", re.IGNORECASE)
_NUMBER_LINE = re.compile(r"S[ốôồổo]\s*:?\s*[\d.…_/\-–]")
_PLACE_DATE = re.compile(r"(?<!\w)ngày\s[\s\d.…_]*tháng(?!\w)", re.IGNORECASE)
_MAX_UNTYPED = 5
_MAX_TITLE_LINES = 14
_MAX_SIGNATURE_LINES = 12
_MAX_TAIL_LINES = 40


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
    body_end, recipients, signature = _tail(lines, body_start, main_end)
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
        if recipients[0] < signature[0]
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
    last = max(i for i in range(at, end) if lines[i].right or is_person(lines[i].string))
    tail = lines[at : last + 1]
    signed = [line for line in tail if line.right or is_person(line.string) or is_signature_start(line.string)]
    received = [line for line in tail if line not in signed]
    return [*lines[:at], *received, *signed, *lines[last + 1 :]]


def _is_between(lines: Sequence[Line], at: int, end: int) -> bool:
    """Tell whether a signature begins between "Nơi nhận:" and its list, as where a page ends below these two."""
    if at + 2 >= end or not is_signature_start(lines[at + 1].string):
        return False
    below = next((i for i in range(at + 1, end) if not is_signature_start(lines[i].string)), end)
    marker = find_marker(lines[below].string) if below < end else None
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
    if _RECIPIENTS.match(fold(text)) or text.lower().startswith("kính gửi"):
        return False
    if first:
        return not (_BASIS.match(text) and (is_ended(text) or re.match(r"[-–]?\s*Căn cứ", text)))
    if _BASIS.match(text) and not (is_caps(text) and is_caps(previous.string)) and not starts_lower(text):
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


def _starts_attachment(lines: Sequence[Line], i: int, tail_seen: bool) -> bool:
    text = lines[i].string
    if i and not lines[i].gap and not (_ANNEX.match(text) and is_caps(text)):
        return False
    if _ANNEX.match(text) or _ANNEX_TITLED.match(text):
        return is_caps(text.split(" ")[0]) or tail_seen
    if text == "PHỤ" and i + 1 < len(lines):
        return lines[i + 1].string.startswith("LỤC")
    if not tail_seen:
        return False
    found = doc_type_of(text)
    return bool(found and is_caps(text) and len(text) <= found[1] + 2 and not lines[i].cell) or bool(_FORM.match(text))


def is_recipients(line: Line) -> bool:
    """Tell whether a line is "Nơi nhận:" (read without diacritics: OCR writes "Noi nhận")."""
    return begins_recipients(line.string) and bool(_RECIPIENTS.match(fold(line.string)))


def _tail(lines: Sequence[Line], start: int, end: int) -> tuple[int, tuple[int, int], tuple[int, int]]:
    """Return the end of the body, and the runs of recipients and signature; (0, 0) for one that is missing."""
    at = next((i for i in range(start, end) if is_recipients(lines[i])), None)
    if at is None:
        signature = _signature_at_end(lines, start, end)
        first = signature[0] if signature else end
        first -= bool(signature and PLACE_AND_DATE.fullmatch(lines[first - 1].string))
        return first, (0, 0), (first, end) if signature else (0, 0)
    stop = _end_of_recipients(lines, at, end)
    signed = _end_of_signature(lines, stop, end)
    if signed > stop:
        return _posts_above(lines, start, at), (at, stop), (stop, signed)
    above = _signature_at_end(lines, start, at)
    return (above[0] if above else at), (at, stop), above or (0, 0)


def _posts_above(lines: Sequence[Line], start: int, at: int) -> int:
    """Where two columns were read line by line, the post stands above "Nơi nhận:" and the name below it."""
    while at > start and is_signature_start(lines[at - 1].string) and not find_marker(lines[at - 1].string):
        at -= 1
    return at


def _end_of_recipients(lines: Sequence[Line], at: int, end: int) -> int:
    i = at + 1
    while i < end:
        text = lines[i].string
        if is_signature_start(text) or lines[i].cell or (is_person(text) and not lines[i - 1].string.endswith(",")):
            break
        bullet = find_marker(text) or _is_page_number(lines, i, end)
        if not bullet and lines[i].gap and is_ended(lines[i - 1].string) and i > at + 1:
            break
        i += 1
    return i


def _is_page_number(lines: Sequence[Line], i: int, end: int) -> bool:
    """Tell whether a number stands alone between two lines of a list that a page's end parts."""
    return lines[i].string.isdigit() and i + 1 < end and find_marker(lines[i + 1].string) is not None


def is_signature_start(text: str) -> bool:
    """Tell whether a line opens a signature: "TM. ...", "KT. ...", or a post in capitals."""
    return is_mostly_caps(text) and (signs_for(text) or (is_post(text) and len(text) < 90))


def signs_for(text: str) -> bool:
    """Tell whether a line says for whom one signs: "TM. ỦY BAN NHÂN DÂN", "K/T TRƯỞNG BAN"."""
    return bool(_FOR.match(text))


def is_post(text: str) -> bool:
    """Tell whether a line begins with a post in capitals: "PHÓ CHỦ TỊCH"."""
    return bool(_POST.match(text.upper())) and is_mostly_caps(text)


def _is_signature_line(text: str) -> bool:
    return (
        is_signature_start(text)
        or is_person(text)
        or (is_mostly_caps(text) and len(text) < 60)
        or bool(_SIGNED.match(text))
    )


def _end_of_signature(lines: Sequence[Line], start: int, end: int) -> int:
    i = start
    named = False
    while i < end and i - start < _MAX_SIGNATURE_LINES and _is_signature_line(lines[i].string):
        if named and signs_for(lines[i].string):  # another signer of a joint paper
            named = False
        elif named and not is_post(lines[i].string):
            break
        named = named or is_person(lines[i].string)
        i += 1
    return i


def _opens_signature(lines: Sequence[Line], i: int, end: int) -> bool:
    """Tell whether line i begins a signature; of a joint paper also with a body's name beside the other's."""
    beside = i + 1 < end and lines[i + 1].right and signs_for(lines[i + 1].string)
    return is_signature_start(lines[i].string) or is_person(lines[i].string) or beside


def _signature_at_end(lines: Sequence[Line], start: int, end: int) -> tuple[int, int] | None:
    """Return the run of signature lines that ends at `end`, if it holds a name or says for whom one signs."""
    i = end
    while i > start and end - i < _MAX_SIGNATURE_LINES and _is_signature_line(lines[i - 1].string):
        i -= 1
    while i < end and not _opens_signature(lines, i, end):
        i += 1
    run = lines[i:end]
    known = any(is_person(line.string) or signs_for(line.string) for line in run)
    return (i, end) if run and known and not find_marker(run[0].string) else None
