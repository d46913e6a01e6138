"""The end of a document: where its recipients and its signature stand, in either order, or below its annexes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.parsing.letterhead import PLACE_AND_DATE
from knowledge.parsing.letters import CAPITALS
from knowledge.parsing.lines import Line, begins_recipients
from knowledge.parsing.numbering import find_marker
from knowledge.parsing.offices import is_motto
from knowledge.parsing.shapes import is_ended, is_mostly_caps, is_person
from knowledge.text import fold

_RECIPIENTS = re.compile(r"^noi nhan(?: ky)?\b\W*(?:[^\W\d]{1,8}\W*)?$|^noi nhan\s*:")
_FOR = re.compile(
    rf"^(?:T\s*/\s*M|K\s*/\s*T|T\s*/\s*L|T\s*/\s*U\s*/?\s*Q|TM|KT|TL|TUQ|Q)\s*[./]?\s+(?=[{CAPITALS}])|"
    rf"^(?:TM|KT|TL|TUQ|Q)\.\s*(?=[{CAPITALS}])"
)
_POST = re.compile(
    r"^(?:PHÓ|QUYỀN|CHỦ|TRƯỞNG|BÍ THƯ|GIÁM ĐỐC|TỔNG|HIỆU TRƯỞNG|CHÁNH|CỤC|BỘ TRƯỞNG|THỨ TRƯỞNG|ỦY VIÊN|UỶ VIÊN|"
    r"THỦ|VIỆN TRƯỞNG|VỤ TRƯỞNG|ĐỘI TRƯỞNG|TỔ TRƯỞNG|CHỈ HUY|CHÍNH ỦY|CHÍNH TRỊ|THƯ KÝ|ỦY BAN|BAN|THƯỜNG TRỰC|"
    r"NGƯỜI|PHO|BI THU|[^\W\d_]+(?: [^\W\d_]+)? TRƯỞNG)"
    r"(?![^\W_])"
)
_SIGNED = re.compile(r"^[(\[]?(?:đã ký|ký tên|đã kí|ký, đóng dấu|ký, ghi rõ họ tên)[^a-z]*.*[)\]]?$", re.IGNORECASE)
_MAX_SIGNATURE_LINES = 12


def is_recipients(line: Line) -> bool:
    """Tell whether a line is "Nơi nhận:" (read without diacritics: OCR writes "Noi nhận")."""
    return begins_recipients(line.string) and bool(_RECIPIENTS.match(fold(line.string)))


def tail_of(lines: Sequence[Line], start: int, end: int) -> tuple[int, tuple[int, int], tuple[int, int]]:
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


def late_tail(
    lines: Sequence[Line], annexes: tuple[tuple[int, int], ...]
) -> tuple[tuple[tuple[int, int], ...], tuple[int, int], tuple[int, int]] | None:
    """Find the recipients and the named signature that stand below the annexes of a document.

    annexes: their runs of lines. Returns the runs of the annexes without them, of the recipients and of the signature;
    None without such. What stands below a motto is of a form in the annex.
    """
    for at, (start, end) in enumerate(annexes):
        if any(is_motto(line.string) for line in lines[start:end]):
            return None
        cut, recipients, signature = tail_of(lines, start, end)
        signed = lines[slice(*signature)]
        known = recipients[1] or (signed and signs_for(signed[0].string))
        if known and any(is_person(line.string) for line in signed):
            last = max(recipients[1], signature[1])
            below = [(last, end)] if last < end else []
            return (*annexes[:at], (start, cut), *below, *annexes[at + 1 :]), recipients, signature
    return None


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
