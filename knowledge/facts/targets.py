"""Measurable aims: percentages, and counts of things, each with what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.facts.amounts import amount
from knowledge.facts.reading import Clause, Unit, cite, clauses, is_blank, units
from knowledge.facts.row_targets import targets_of_row
from knowledge.model import Plan, SectionKind, Target

_COMPARATORS = (
    r"trên|hơn|ít nhất(?: là)?|tối thiểu(?: là)?|không dưới|không thấp hơn|dưới|không quá|tối đa"
    r"|xuống dưới|từ|đạt từ|đến|khoảng|bằng|đạt"
)
_LEAD = rf"(?P<lead>(?:(?:{_COMPARATORS})\s+){{0,3}})"
_NUMBER = r"\d{1,3}(?:[.,]\d+)*"
_PERCENT = re.compile(
    rf"(?<![\w.,/]){_LEAD}(?P<low>{_NUMBER})(?:\s*%?\s*(?:-|–|đến)\s*(?P<high>{_NUMBER}))?\s*%"
    rf"(?P<more>\s*trở lên)?",
    re.I,
)
_MONEY = re.compile(
    rf"(?<![\w.,/]){_LEAD}(?P<low>{_NUMBER}(?:\s*(?:triệu|nghìn|ngàn|tỷ|tỉ))*\s*đồng(?:/\w+(?:\s\w+)?)*)(?!\w)"
    r"(?P<more>\s*trở lên)?",
    re.IGNORECASE,
)
_OF_AIMS = re.compile(r"(?<!\w)(?:chỉ tiêu|mục tiêu|phấn đấu)(?!\w)", re.IGNORECASE)
"""Of headings: an amount of money under them is to be reached, under others it is paid."""
_WORDS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_COUNTED = (
    r"mô hình|điển hình|sáng kiến|giải pháp|tin|bài|công trình|phần việc|hội nghị|lớp|buổi|đợt|cuộc|tập thể"
    r"|cá nhân|đề tài|chương trình|việc làm"
    r"|câu lạc bộ|hộ|học sinh|đoàn viên|hội viên|đảng viên|quần chúng|suất|ngôi nhà|căn nhà|nhà|cây|người|em"
    r"|cử tri|học viên|dự án|chi bộ|cơ sở|trường"
    r"|lượt|dịch vụ|sản phẩm|khu dân cư|tuyến|tổ|đơn vị|chuyên đề|hoạt động|ý tưởng|tác phẩm|gương|nội dung|trẻ"
    r"|quà|thủ tục|hồ sơ|cán bộ|giáo viên"
)
_AT_LEAST = r"trên|hơn|ít nhất(?: là)?|tối thiểu(?: là)?|không dưới|từ|ít nhất có|có từ|có ít nhất"
_COUNT = re.compile(
    rf"(?<!\w)(?P<lead>(?:{_AT_LEAST}|đăng ký(?: thực hiện| xây dựng)?|xây dựng(?: được)?|phấn đấu(?: có"
    rf"| xây dựng)?|đạt|có|mỗi\s[^\d,;.]{{2,40}}?)\s+)"
    rf"(?P<low>\d{{1,5}}(?:\.\d{{3}})*|{'|'.join(_WORDS)})(?:\s*(?:-|–|đến)\s*(?P<high>\d{{1,5}}(?:\.\d{{3}})*))?(?P<more>\s*"
    rf"(?:trở lên\s*)?)"
    rf"\s+(?=(?:{_COUNTED})(?!\w))",
    re.IGNORECASE,
)
_COMPARED = re.compile(rf"(?:{_COMPARATORS}|ít nhất)(?!\w)", re.IGNORECASE)
_END = re.compile(r"[;.:](?=\s|$)")
_TRAILING = re.compile(
    r"(?:[ ,;:.(–-]|(?:^|\s)(?:và|trong đó(?: năm \d{4})?|với|cho|của|đạt|có|là|còn|xuống|mỗi|xây dựng"
    r"|đăng ký|phấn đấu))$",
    re.IGNORECASE,
)
_VALUE = re.compile(r"\d\s*%")
_HAS = re.compile(r"^(?:(?!\s(?:và|trong đó)\s)[^;])*\scó\s*$", re.IGNORECASE)
_QUOTE = 420
_LEADING = re.compile(
    r"^[\s,;:–-]*(?:(?:và|trong đó|có(?! thể)|phấn đấu)(?!\w)\s*|chỉ tiêu \d+\s*:\s*)*"
    r"(?:(?:phấn đấu\s+)?(?:(?:đến|từ|trong|vào)\s+)?(?:(?:hết|cuối|đầu)\s+)?năm\s+\d{4}(?:\s+trở đi)?\s*,?\s*(?:"
    r"(?:có|đạt)(?!\w)\s*)?)?",
    re.IGNORECASE,
)
# The share of something named before it: "Tỷ lệ ... đạt trên 90 % vào năm 2025", "... xuống dưới 30 %".
_OF_BEFORE = re.compile(r"(?:đạt|xuống|còn|(?<!nhất )là|lên|bằng)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Value:
    start: int
    end: int
    lead: str
    low: str
    high: str | None
    unit: str | None
    more: bool


def find_targets(plan: Plan) -> tuple[Target, ...]:
    """Return the aims of the plan in reading order; several in a sentence are separate facts."""
    read = [u for u in units(plan) if u.section.kind is not SectionKind.FOOTNOTE and not u.in_template]
    in_rows = [target for unit in read if _is_first_cell(unit) for target in targets_of_row(plan, unit.section)]
    in_text = [
        target
        for unit in read
        for clause in clauses(unit.text.text)
        if not is_blank(unit.text.text[clause.start : clause.end])
        for target in _of_clause(plan, unit, clause)
    ]
    return (*in_text, *in_rows)


def _is_first_cell(unit: Unit) -> bool:
    return unit.head is not None and unit.text is unit.section.cells[0][1]


def _of_clause(plan: Plan, unit: Unit, clause: Clause) -> Iterator[Target]:
    text = unit.text.text
    values = _values(text, clause, money=_is_under_aims(unit))
    for index, value in enumerate(values):
        left = values[index - 1].end if index else clause.start
        right = values[index + 1].start if index + 1 < len(values) else clause.end
        counts = _counts(text, value, left, right, bool(index))
        if not counts:
            continue
        first, last = counts
        if index + 1 < len(values) and _HAS.search(text[value.end : values[index + 1].start]):
            follows = _counts(text, values[index + 1], value.end, clause.end, True)
            last = max(last, follows[1]) if follows else last  # "100% xã có [ít nhất 04 tin]": one aim of both
        start, end = min(value.start, first), max(value.end, last)
        if index == len(values) - 1 and not _VALUE.search(text, end, clause.sentence[1]):
            end = min(clause.sentence[1], max(end, clause.sentence[0] + _QUOTE))  # "100% X do A; do B; do C"
        yield Target(
            plan_id=plan.plan_id,
            section=unit.path,
            value=text[value.start : value.end].strip(),
            comparator=_comparator(value),
            amount=_amount(value.low),
            unit=value.unit,
            counts=text[first:last],
            citations=cite(plan, unit, start, end),
        )


def _is_under_aims(unit: Unit) -> bool:
    over = (*unit.above, unit.section)
    return any(_OF_AIMS.search(each.heading.text) for each in over if each.heading is not unit.text)


def _values(text: str, clause: Clause, *, money: bool) -> list[_Value]:
    found: list[_Value] = []
    for match in _MONEY.finditer(text, clause.start, clause.end) if money else ():
        more = bool(match["more"])
        found.append(_Value(match.start(), match.end(), match["lead"], match["low"], None, "đồng", more))
    for match in _PERCENT.finditer(text, clause.start, clause.end):
        found.append(
            _Value(match.start(), match.end(), match["lead"], match["low"], match["high"], "%", bool(match["more"]))
        )
    for match in _COUNT.finditer(text, clause.start, clause.end):
        lead = _COMPARED.search(match["lead"])
        start = match.start("lead") + lead.start() if lead else match.start("low")
        end = match.start("more") + len(match["more"].rstrip())
        found.append(_Value(start, end, match["lead"], match["low"], match["high"], None, "trở lên" in match["more"]))
    ordered = sorted(found, key=lambda value: (value.start, -value.end))
    return [v for i, v in enumerate(ordered) if i == 0 or v.start >= ordered[i - 1].end]


def _counts(text: str, value: _Value, left: int, right: int, follows: bool) -> tuple[int, int] | None:
    """The range of what is counted: the words after the value, or before it when the sentence ends with the value."""
    stop = _END.search(text, value.end, right)
    before = _tidy(text, left, value.start)
    whole = re.match(r"\s*(?:tổng\s+)?số(?!\w)", text[value.end : right], re.IGNORECASE)
    if (
        before
        and value.unit
        and not whole
        and _OF_BEFORE.search(value.lead + text[max(left, value.start - 6) : value.start])
    ):
        return before
    after = _tidy(text, value.end, stop.start() if stop else right)
    if after and not re.match(
        r"(?:vào|trong|so với|từ|ở|tại|trước|sau|đến) (?:năm|mùa|ngày|cuối|đầu|\d)|có thể|bị(?!\w)|thì(?!\w)"
        r"|và(?!\w)|(?:trong|của) (?:tổng|số)",
        text[after[0] : after[1]],
    ):
        return after
    if before and (not follows or after is None):
        return before
    return after or before


def _tidy(text: str, start: int, end: int) -> tuple[int, int] | None:
    while cut := _TRAILING.search(text[start:end]):
        end = start + cut.start()
    lead = _LEADING.match(text[start:end])
    start += lead.end() if lead else 0
    end = _closed(text, start, end)
    return (start, end) if end - start >= 2 else None


def _closed(text: str, start: int, end: int) -> int:
    """Return where the words end at the latest: at a bracket that they do not open."""
    depth = 0
    for at in range(start, end):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if depth < 0:
            return at
    return end


def _comparator(value: _Value) -> str | None:
    lead = re.sub(r"^(?:.*\s)?(?:đạt|đến|bằng)\s+(?=\S)", "", value.lead.strip().lower())
    if value.more:
        return "từ"
    found = _COMPARED.search(lead)
    name = found.group().replace(" là", "") if found else None
    return None if name in {"đạt", "bằng", "đến"} else name


def _amount(low: str) -> float:
    if low.lower() in _WORDS:
        return float(_WORDS[low.lower()])
    if "đồng" in low.lower():
        return float(amount(low.lower()) or 0)
    plain = re.sub(r"\.(?=\d{3}(?:\D|$))", "", low)
    return float(plain.replace(",", "."))
