"""Documents that a text names: "Kế hoạch số 164-KH/QU ngày 29 tháng 12 năm 2022 của Quận ủy Quận 1 về việc ...".

A reference is a kind of document followed by a number, by the congress or plenum that passed it, or, for laws, by its
name. Date, issuer and subject follow in this order, each optional (Nghị định 30/2020/NĐ-CP, annex I, part II, 3; Party
documents put a comma after the number).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.model import Citation, CitedDocument
from knowledge.parsing.dates import ANY, YEAR, find_date
from knowledge.parsing.letters import CAPITALS
from knowledge.text import MappedText

_KINDS = (
    "Kế hoạch phối hợp", "Kế hoạch liên tịch", "Kế hoạch hành động", "Kế hoạch", "Hướng dẫn liên tịch", "Hướng dẫn",
    "Chỉ thị", "Nghị quyết liên tịch", "Nghị quyết", "Quyết định", "Quy định", "Quy chế phối hợp", "Quy chế",
    "Thông báo kết luận", "Thông báo Kết luận", "Kết luận", "Thông báo", "Công văn", "Chương trình hành động",
    "Chương trình công tác", "Chương trình phối hợp", "Chương trình", "Đề án", "Thông tri", "Thông tư liên tịch",
    "Thông tư", "Nghị định", "Tờ trình", "Báo cáo", "Công điện", "Văn bản hợp nhất", "Văn bản", "Lệnh", "Điều lệ",
    "Phương án", "Giấy mời", "Bộ luật", "Luật", "Pháp lệnh", "Hiến pháp",
)  # fmt: skip
_KIND = rf"(?:{'|'.join(sorted(_KINDS, key=len, reverse=True))})"
# "164-KH/QU", "328/KH-UBND", "98/2023/QH15", "01/KH-PH-UBND-BDV", "46 - CT/TW", "135/2020/NĐ -CP"
_CODE = r"[A-ZĐƯ][\wĐđ&]*(?:\s?[-–/&]\s?[A-ZĐƯ][\wĐđ&]*){0,4}"
_NUMBER = rf"\d{{1,5}}(?:\s?/\s?(?:19|20)\d\d)?\s?[-–/]\s?{_CODE}"
_SIGN = r"(?:(?:số\s*){1,2}:?\s*)?"
# Words between the kind and the number: few for most documents, a whole name for a law; never another kind.
_WORD = rf"(?:\s+(?!số\b|(?i:{_KIND})(?![^\W_]))[^\s;:.“”\"()]+)"
_NUMBERED = re.compile(rf"(?P<kind>(?i:{_KIND}))(?P<name>{_WORD}{{0,3}}?)\s+{_SIGN}(?P<number>{_NUMBER})")
_NUMBERED_LAW = re.compile(
    rf"(?P<kind>Bộ luật|Bộ Luật|Luật|Pháp lệnh)(?P<name>{_WORD}{{0,18}}?)\s+{_SIGN}(?P<number>{_NUMBER})"
)
# "Nghị quyết Trung ương 4 (khóa XII)", "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"
_TERM = r"(?:\s*\(?\s*kh[óo][aá]\s+[IVX]+\)?)"
_PLENUM = re.compile(
    rf"(?P<kind>Nghị quyết|Kết luận)\s+(?:Hội nghị\s+)?(?P<number>Trung ương\s+\d{{1,2}}{_TERM}?)", re.IGNORECASE
)
_CONGRESS = re.compile(
    r"(?P<kind>Nghị quyết)\s+(?P<issuer>Đại hội\s+(?:(?:đại biểu|Đại biểu|toàn quốc|Đảng bộ|đảng bộ|lần)\s+)*"
    r"(?:(?!lần thứ)[^\s,;.()“”]+\s+){0,8}?lần thứ\s+[IVXL\d]+(?:\s+của Đảng)?)"
)
# "Luật Thi đua, khen thưởng ngày 15/6/2022", "Luật Thực hiện dân chủ ở cơ sở"
_NAMED_LAW = re.compile(
    r"(?P<kind>Bộ luật|Bộ Luật|Luật|Pháp lệnh)\s+"
    r"(?P<name>[^\W\d_]+(?:,?\s+(?!Luật|Bộ [Ll]uật|Pháp lệnh)[^\s;:.,()“”\"\d]+){0,14})"
)
# Each head with what a text without one of it lacks, which is found faster.
_HEADS = tuple(
    (pattern, re.compile(needed))
    for pattern, needed in (
        (_NUMBERED, r"[-–/]\s?[A-ZĐƯ]"),
        (_NUMBERED_LAW, "[Ll]uật|Pháp lệnh"),
        (_PLENUM, "ương|ƯƠNG"),
        (_CONGRESS, "lần thứ"),
        (_NAMED_LAW, "[Ll]uật|Pháp lệnh"),
    )
)
# A list of documents of one kind: the kind once, then their numbers.
_PLURAL = re.compile(
    rf"(?:các|những|hai|ba|\d{{1,2}})\s+(?P<kind>(?i:{_KIND}))(?:\s+của\s+(?P<of>[^:;.]{{2,60}}?))?\s*:?\s+(?=số\s)"
)
_SIBLING = re.compile(rf"(?:[:;,]|\svà|\stỉnh|\sthành phố|\s)\s*số\s*:?\s*(?P<number>{_NUMBER})")
_SO = re.compile(r"số\s*:?\s*$")
_DATE = re.compile(rf"\s*,?\s*(?:\(\s*)?(?:{ANY}|năm\s+{YEAR})\)?", re.IGNORECASE)
_OF = re.compile(rf"\s*,?\s*(?:của|do|giữa)\s+(?=[{CAPITALS}])")
# Words that no office's name holds: the name ends before them.
AFTER_ISSUER = re.compile(
    r"(?<!\s)\s+(?:về|hướng dẫn|quy định|ban hành|phê duyệt|sửa đổi|bổ sung|triển khai|giai đoạn|năm|nhằm|để|gắn|đề ra|"
    r"trong|tại|có|theo|thực hiện|Thực hiện|trình|xem|với|đã|được|nêu|là|do|Tổ chức thực hiện|tổ chức|"
    r"phân bổ|công bố|thành lập|và các (?:văn bản|quy định|nội dung|hướng dẫn)|tiếp tục|Về việc|Về|ngày|số|từ|"
    r"phát động|yêu cầu|chỉ đạo|kèm|quyết định|thông qua|khẳng định|đối với|cho|trên|trừ|một số|một"
    r"|quản lý)(?![^\W_])|"
    rf"(?<!\s)\s+và\s+(?={_KIND}\s)|"
    r"[,;:.()“”\"]"
)
_ABOUT = re.compile(r"\s*,?\s*(?:về việc|Về việc|V/v|về|Về)\s*:?\s*")
_PREDICATE = re.compile(
    r"\s*(?=(?:hướng dẫn|quy định|ban hành|phê duyệt|sửa đổi|tổ chức|Tổ chức|triển khai|phân bổ|thực hiện|"
    r"phát động|công bố|thành lập|thông qua|tiếp tục)(?![^\W_]))"
)
# A subject ends with its sentence, or where the sentence goes on to what the plan's own issuer does.
_SUBJECT_END = re.compile(
    r";|[.!?](?=\s|$)|,\s+(?:nhất là|trong đó|cụ thể|đồng thời|nhằm|trên cơ sở)\s|"
    rf",\s+(?=[{CAPITALS}][^,;.]{{2,120}}\s(?:xây dựng|ban hành|đề ra|đề nghị|lập|hướng dẫn|yêu cầu|thông báo)\s)|"
    r"\s+và\s+\d+ năm thực hiện\s|"
    r"\s+và\s+(?=(?:Kế hoạch|Hướng dẫn|Chỉ thị|Quyết định|Chương trình|Nghị quyết|Công văn) số)"
)
_LAW_NAME_END = re.compile(
    r"\s+(?:số|ngày|năm|gắn|và các|của|về|theo|trong|được|có|để|tại|đã|khi|là|quy định|do|hiện hành|từ|với|trên|"
    r"sửa đổi|cho|đối với|ở địa phương)(?![^\W_])"
)
_MAX_SUBJECT = 400


@dataclass(frozen=True, slots=True)
class Reference:
    """A document named in a text: fields as in `CitedDocument`; [start, end) in the clean text; nested: it stands in
    the subject of the reference before it ("Quyết định ... ban hành Kế hoạch triển khai Chỉ thị số ...")."""

    kind: str
    number: str | None
    date: str | None
    issuer: str | None
    subject: str | None
    start: int
    end: int
    nested: bool = False

    def document(self, citations: Sequence[Citation], basis: bool = False) -> CitedDocument:
        """Return it as a fact with its evidence."""
        return CitedDocument(self.kind, self.number, self.date, self.issuer, self.subject, basis, tuple(citations))


def find_references(text: MappedText) -> tuple[Reference, ...]:
    """Return the documents that `text` names, in order; parts that it does not state are None."""
    string = text.text
    heads = _without_overlaps(sorted(_heads(string), key=lambda match: (match.start(), -match.end())))
    found = _with_siblings(string, [_read(string, match) for match in heads])
    return tuple(_mark_nested(_share_issuers(found, string)))


def _with_siblings(string: str, found: list[Reference]) -> list[Reference]:
    """Add the documents of a list that names their kind once: "các Kế hoạch của UBND tỉnh: số 210 ...; số 214 ..."."""
    if "số" not in string:
        return found
    leads = [(match.end(), match["kind"], match["of"]) for match in _PLURAL.finditer(string)]
    numbers = [match for match in _SIBLING.finditer(string) if not any(r.start <= match.end() <= r.end for r in found)]
    for match in numbers:
        of_lead = [lead for lead in leads if lead[0] <= match.end() and "." not in string[lead[0] : match.start()]]
        before = [r for r in found if r.end <= match.end() and string[r.end : match.start()].strip(" ;,") in ("", "và")]
        lead = of_lead[-1] if of_lead else None
        if lead is None and not before:
            continue
        kind = _kind(lead[1]) if lead else before[-1].kind
        stated = lead[2].strip() if lead and lead[2] else before[-1].issuer if before else None
        found = sorted([*found, _sibling(string, match, kind, stated)], key=lambda reference: reference.start)
    return found


def _sibling(string: str, match: re.Match[str], kind: str, issuer: str | None) -> Reference:
    end, date = _date(string, match.end())
    end, own = _issuer(string, end)
    end, subject = _subject(string, end)
    start = match.start("number") - len(_SO.search(string[: match.start("number")]).group())  # type: ignore[union-attr]
    return Reference(kind, number_of(match["number"]), date, own or issuer, subject, start, end)


def number_of(text: str) -> str:
    """Return a document's number without spaces, hyphens as "-": "46 - CT/TW" is "46-CT/TW"."""
    return re.sub(r"\s+", "", text).replace("–", "-")


def _heads(string: str) -> Iterator[re.Match[str]]:
    for pattern, needed in _HEADS:
        if needed.search(string):
            yield from pattern.finditer(string)


def _without_overlaps(matches: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    kept: list[re.Match[str]] = []
    for match in matches:
        if kept and match.start() < kept[-1].end():
            continue
        if match.re is _NAMED_LAW and not _is_law_name(match):
            continue
        kept.append(match)
    return kept


def _is_law_name(match: re.Match[str]) -> bool:
    """Tell "Luật Thi đua, khen thưởng" from the plain word "luật"."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    return not before.rstrip().endswith(("Pháp", "pháp", "của", "bởi")) and match["name"].split()[0] not in (
        "số",
        "này",
    )


def _read(string: str, match: re.Match[str]) -> Reference:
    groups = match.groupdict()
    number, end = groups.get("number"), match.end()
    name = (groups.get("name") or "").strip(" ,")
    if match.re is _NAMED_LAW:
        cut = _LAW_NAME_END.search(" " + name)
        name = name[: cut.start() - 1 if cut else len(name)].strip(" ,")
        end = match.start("name") + len(name)
    end, date = _date(string, end)
    end, issuer = (end, groups["issuer"]) if groups.get("issuer") else _issuer(string, end)
    if date is None:
        end, date = _date(string, end)
    end, subject = _subject(string, end)
    kind = _kind(match["kind"])
    law = kind in ("Luật", "Bộ luật", "Pháp lệnh")
    return Reference(
        kind=kind,
        number=number_of(number) if number and match.re is not _PLENUM else number,
        date=date,
        issuer=issuer,
        subject=(name or subject) if law else subject,
        start=match.start(),
        end=end,
    )


def _kind(written: str) -> str:
    return written[0].upper() + written[1:].lower() if written else written


def _date(string: str, at: int) -> tuple[int, str | None]:
    match = _DATE.match(string, at)
    if not match:
        return at, None
    found = find_date(match[0])
    year = re.search(YEAR, match[0])
    return match.end(), found.isoformat() if found else year[0] if year else None


def _issuer(string: str, at: int) -> tuple[int, str | None]:
    match = _OF.match(string, at)
    if not match:
        return at, None
    stop = AFTER_ISSUER.search(string, match.end())
    end = stop.start() if stop else len(string)
    name = string[match.end() : end].strip()
    return (match.end() + len(name), name) if name and len(name) < 140 else (at, None)


def _subject(string: str, at: int) -> tuple[int, str | None]:
    about = _ABOUT.match(string, at)
    quoted = _quoted(string, about.end() if about else at)
    if quoted:
        return quoted
    start = about or _PREDICATE.match(string, at)
    if not start:
        return at, None
    stop = _SUBJECT_END.search(string, start.end())
    end = min(stop.start() if stop else len(string), start.end() + _MAX_SUBJECT)
    subject = _balanced(string[start.end() : end]).strip(" ,;")
    return (start.end() + len(subject), subject) if subject else (at, None)


def _quoted(string: str, at: int) -> tuple[int, str] | None:
    """Return the end and the words of a title in quotation marks at `at`, quotations inside it included."""
    start = at + len(string[at : at + 3]) - len(string[at : at + 3].lstrip())
    opener = string[start : start + 1]
    if opener == '"':
        end = string.find('"', start + 1, start + _MAX_SUBJECT)
        return (end + 1, string[start + 1 : end]) if end > start else None
    depth = 0
    for i in range(start, min(len(string), start + _MAX_SUBJECT)) if opener == "“" else ():
        depth += (string[i] == "“") - (string[i] == "”")
        if depth == 0:
            return i + 1, string[start + 1 : i]
    return None


def _balanced(text: str) -> str:
    """Return `text` up to a bracket that was opened before it."""
    depth = 0
    for i, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return text[:i]
    return text


def _share_issuers(found: Sequence[Reference], string: str) -> list[Reference]:
    """In "Quyết định số 1 ngày ..., Quyết định số 2 ngày ... của Bộ Chính trị" the issuer is said of both."""
    shared = list(found)
    for i in range(len(shared) - 2, -1, -1):
        here, after = shared[i], shared[i + 1]
        between = string[here.end : after.start].strip()
        if here.issuer is None and here.subject is None and here.kind == after.kind and between in (",", "và", ", và"):
            shared[i] = replace(here, issuer=after.issuer)
    return shared


def _mark_nested(found: Sequence[Reference]) -> list[Reference]:
    marked: list[Reference] = []
    reach = 0
    for reference in found:
        nested = reference.start < reach
        marked.append(replace(reference, nested=nested))
        if not nested:
            reach = reference.end
    return marked
