"""A small grammar for the dates and terms of Vietnamese administrative documents, in clean one-line text.

`find_whens` gives every calendar date, month, quarter, range and relative term with the comparator, the time of day
and the recurrence that stand directly at it. What a date is for (a deadline, a cited document, an anniversary) is not
decided here.

Numbers of documents ("43/KH-UBND"), ratios ("20/24", "10/12 chỉ tiêu") and days that no calendar has ("31/4") are no
dates. Dates are written as Nghị định 30/2020/NĐ-CP, annex I prescribes ("ngày 05 tháng 12 năm 2025") or as custom has
them ("05/12", "5-12-2025", "30.9.2025").
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

_FLAGS = re.IGNORECASE
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?P<month>1[0-2]|0?[1-9])"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_NEXT = r"(?:\s*,?\s*(?:của\s+)?(?P<next>năm\s+(?:sau|tới|kế\s+tiếp|liền\s+kề|tiếp\s+theo|kế\s+sau))(?!\w))"
_YEAR_TAIL = rf"(?:\s*(?:,?\s*năm|[/.-])\s*{_YEAR}(?!\d)|{_NEXT})?"
_EDGE = r"(?:(?P<edge>đầu|giữa|cuối|hết)\s+)?"
_TIME = r"(?<!\d)(?P<hour>[01]?\d|2[0-4])(?:\s*(?:giờ|[hg])\s*|:(?=[0-5]\d))(?P<minute>[0-5]\d)?(?:\s*phút)?"
_WEEKDAY = r"(?:(?:thứ\s+\w{2,4}|chủ\s+nhật)\s*[,(]?\s*)?"
_DASH = r"(?:-|–|—|đến|tới)"

# Comparators as written, longest first; the name is what a Deadline holds.
_COMPARATORS = (
    ("chậm nhất", r"(?:chậm|muộn|trễ)\s+nhất(?:\s+(?:là|đến|vào|trước|hết|trong)){0,2}"),
    (
        "chậm nhất",
        r"không\s+(?:quá|muộn\s+hơn|chậm\s+hơn|trễ\s+hơn)|hạn\s+(?:cuối|chót)(?:\s+(?:là|đến|vào|nộp)){0,2}\s*:?",
    ),
    ("trước", r"trước(?:\s+(?:thời\s+điểm|hạn))?"),
    ("đến", r"(?:từ\s+nay\s+)?(?:cho\s+)?(?:đến|tới)(?:\s+hết)?|hết"),
    ("trong", r"(?:ngay\s+)?trong"),
    ("sau", r"sau"),
    ("vào", r"vào(?:\s+(?:khoảng|dịp|lúc|hồi))?|nhân\s+dịp"),
    ("từ", r"(?:(?:kể|tính|bắt\s+đầu)\s+)?từ"),
)
_LEAD = re.compile(
    rf"(?<!\w)(?:{'|'.join(f'(?P<c{i}>{words})' for i, (_, words) in enumerate(_COMPARATORS))})?\s*"
    rf"(?P<clock>{_TIME})?(?:\s*[,;]?\s*{_WEEKDAY})(?:ngày\s+(?:[^\W\d]+\s+){{1,4}})?$",
    _FLAGS,
)
_EVERY_MONTH = re.compile(
    r"(?<!\w)(?:(?:định|thường)\s+kỳ\s+)?(?:hằng|hàng|mỗi)\s+(?P<unit>tháng)(?!\w|\s*\d)(?P<gap>[^.;:\d]{0,120}?)"
    r"(?:^|(?<=\s)|(?<=\())(?:(?:vào|trước|chậm\s+nhất(?:\s+là)?(?:\s+vào)?|không\s+quá)\s+)$",
    _FLAGS,
)
_OF_MONTHLY = re.compile(
    r"báo\s+cáo\s+(?:công\s+tác\s+)?(?:hằng\s+|hàng\s+)?tháng(?!\s*\d)[^.;\d]{0,50}(?:trước|chậm\s+nhất|vào)\s+$",
    _FLAGS,
)
_TIME_AFTER = re.compile(rf"\s*[,(]?\s*(?:trước|lúc|vào lúc)?\s*{_TIME}\)?", _FLAGS)
_RECURS_AFTER = re.compile(
    r"\s*,?\s*\(?(?:của\s+)?(?:hằng|hàng|mỗi)\s+(?P<unit>tuần|tháng|quý|năm)"
    r"(?!\s*\d)",
    _FLAGS,
)
_BETWEEN_RANGE = re.compile(
    rf"\s*(?:\([^()]{{0,40}}\)\s*)?{_DASH}\s*(?:hết\s+)?(?:{_TIME}\s*,?\s*)?(?:ngày\s+"
    rf"(?:[^\W\d]+\s+){{0,3}})?$",
    _FLAGS,
)
_MOVED = re.compile(r"(?<!\w)(?:gia hạn|lùi|dời|điều chỉnh|chuyển|thay đổi)(?!\w)[^.;:()\d]{0,60}$", _FLAGS)
_RANGE_TO_EVENT = re.compile(r"\s*(?:đến|tới)\s+(?:hết\s+)?(?:ngày|khi)\s+[^\W\d][^,.;:()]{1,60}", _FLAGS)
_BETWEEN_LIST = re.compile(r"\s*(?:\([^()]{0,40}\)\s*)?(?:,|;|và|hoặc|,\s*và)\s*$", _FLAGS)
_FIRST_DAY = re.compile(
    rf"(?<!\w)(?:từ\s+(?:ngày\s+)?{_DAY}\s*{_DASH}\s*(?:hết\s+)?(?:ngày\s+)?"
    rf"|ngày\s+{_DAY.replace('<day>', '<one>')}(?:\s*,\s*\d{{1,2}})*\s*(?:,|và)\s*(?:ngày\s+)?)$",
    _FLAGS,
)
# After a bare "10/5" a counted thing may follow ("10/12 chỉ tiêu"); after a date, only these.
_AFTER_BARE = re.compile(
    r"\s*(?:[,.;:()\]–—-]|$|(?:hàng|hằng|mỗi|để|và|đến|tới|năm|về|qua|cho|theo|gửi|nộp|phải|là|hoặc|dương lịch)"
    r"(?!\w))",
    _FLAGS,
)


@dataclass(frozen=True, slots=True)
class DateParts:
    """A date as far as it is stated; quarter: 1 to 4; edge: "đầu", "giữa", "cuối" of the month, quarter or year;
    next_year: "năm sau", the year after the one that the plan is for."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    quarter: int | None = None
    edge: str | None = None
    next_year: bool = False

    def first_day(self) -> date | None:
        """Return the first day meant, None without a year."""
        if self.year is None:
            return None
        month = self.month or (self.quarter * 3 - 2 if self.quarter else 1)
        return date(self.year, month, self.day or 1)

    def last_day(self) -> date | None:
        """Return the last day meant (the end of the month, quarter or year when no day is stated)."""
        if self.year is None:
            return None
        month = self.month or (self.quarter * 3 if self.quarter else 12)
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


@dataclass(frozen=True, slots=True)
class When:
    """A time in a clean text, at [start, end) with its comparator, hour and recurrence.

    point: offset of the date itself; comparator: as in `Deadline`; parts: the date, or the first of a range; last: of
    a range; recurrence: stands directly at the date ("30/9 hàng năm"); time: "17:00"; within: words of a relative
    term, then `parts` is empty.
    """

    start: int
    end: int
    point: int
    parts: DateParts
    comparator: str | None = None
    last: DateParts | None = None
    recurrence: str | None = None
    time: str | None = None
    within: str | None = None


# ------------------------------------------------------------------------------------------------------ points


@dataclass(frozen=True, slots=True)
class _Point:
    start: int
    end: int
    parts: DateParts
    bare: bool = False
    recurrence: str | None = None


_POINTS = (
    re.compile(rf"\bngày\s+{_DAY}\s*,?\s*tháng\s+{_MONTH}(?!\d){_YEAR_TAIL}", _FLAGS),
    re.compile(rf"\bngày\s+{_DAY}\s?[/.-]\s?{_MONTH}(?!\d){_YEAR_TAIL}(?!/|-\d)", _FLAGS),
    re.compile(rf"(?<![\w/.,-]){_DAY}\s?(?P<sep>[/.-])\s?{_MONTH}\s?(?P=sep)\s?{_YEAR}(?![\d/-])", _FLAGS),
    re.compile(
        rf"\bngày\s+{_DAY}\s+(?:của\s+)?(?P<each>(?:hằng|hàng|mỗi|các)\s+)?tháng(?!\s*\d)"
        r"(?P<tail>(?:\s+(?:cuối|đầu|giữa|sau|cùng|của|mỗi|hằng|hàng|từng|quý|kỳ|báo cáo|kế tiếp|liền kề"
        r"|tiếp theo)){0,6})(?!\w)",
        _FLAGS,
    ),
    re.compile(
        rf"\bngày\s+(?P<alone>{_DAY})(?!\d|\s?[/.-]\s?\d|\s*,?\s*(?:-|–|đến|và|của|tháng|hằng|hàng|mỗi)(?!\w))", _FLAGS
    ),
    re.compile(
        rf"(?<!\w)tuần\s+(?:lễ\s+)?(?:thứ\s+)?(?:\d{{1,2}}|nhất|hai|ba|tư|bốn|đầu|cuối)(?:\s+(?:của|trong))?\s+"
        rf"tháng\s+{_MONTH}(?!\d){_YEAR_TAIL}(?!/\d)",
        _FLAGS,
    ),
    re.compile(rf"(?<!\w){_EDGE}(?<!\d\s)tháng\s+{_MONTH}(?!\d|\s*(?:lần|%)){_YEAR_TAIL}(?!/\d)", _FLAGS),
    re.compile(rf"(?<!\w){_EDGE}quý\s+(?P<quarter>IV|III|II|I|[1-4])(?!\w){_YEAR_TAIL}", _FLAGS),
    re.compile(rf"(?<!\w)(?P<edge>đầu|giữa|cuối|hết)\s+năm(?:\s+{_YEAR})?(?!\s+học|\d)", _FLAGS),
    re.compile(rf"(?<![\w/.,-])(?P<bare>{_DAY}\s?/\s?{_MONTH})(?![\d/%]|[.,-]\d|\s?[-/]?[A-ZĐ]){_NEXT}?"),
    re.compile(rf"(?<![\w/.,-])(?<!tuần )(?P<bare>{_DAY}\s+tháng\s+{_MONTH})(?!\d|\s*lần){_YEAR_TAIL}", _FLAGS),
)
# "14 giờ thứ Sáu hằng tuần", "thứ Ba tuần thứ nhất và tuần thứ ba hằng tháng": days told by the week alone.
_WEEKLY = re.compile(
    rf"(?:(?:vào|lúc|trước)\s+)?(?:(?P<clock>{_TIME})\s*,?\s*)?(?:(?:buổi\s+)?(?:sáng|chiều"
    rf"|tối)\s+)?(?:các\s+)?(?:ngày\s+)?"
    r"(?<!\w)(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật)(?:\s+tuần\s+(?:thứ\s+)?[^,.;:\d]{1,40}?"
    r"|\s+(?:đầu|cuối)\s+tiên)?"
    r"(?:\s+của)?\s+(?:hằng|hàng|mỗi)\s+(?P<unit>tuần|tháng|quý)(?!\w)",
    _FLAGS,
)
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}


# A word or sign that each of them needs.
_WORD_OF = ("ngày", "ngày", "", "ngày", "ngày", "tuần", "tháng", "quý", "năm", "/", "tháng")


def _point(match: re.Match[str]) -> _Point | None:
    found = match.groupdict()
    quarter = (found.get("quarter") or "").upper()
    parts = DateParts(
        day=_int(found.get("day")),
        month=_int(found.get("month")),
        year=_int(found.get("year")),
        quarter=_QUARTERS.get(quarter) or _int(quarter),
        edge=found["edge"].lower() if found.get("edge") else None,
        next_year=bool(found.get("next")),
    )
    if not exists(parts):
        return None
    if found.get("alone"):
        return _day_alone(match, parts)
    return _Point(match.start(), match.end(), parts, bool(found.get("bare")) and not parts.year, _day_of(found))


def _day_alone(match: re.Match[str], parts: DateParts) -> _Point | None:
    """A day without a month, when the month it is in recurs: "định kỳ hằng tháng vào ngày 25", or that of a monthly
    report: "trình báo cáo tháng trước ngày 24"."""
    every = _EVERY_MONTH.search(match.string, max(0, match.start() - 200), match.start())
    monthly = _OF_MONTHLY.search(match.string, max(0, match.start() - 90), match.start())
    if every is None and monthly:
        return _Point(match.start(), match.end(), parts, recurrence="tháng")
    return _Point(match.start(), match.end(), parts, recurrence=every["unit"].lower()) if every else None


def _day_of(found: dict[str, str | None]) -> str | None:
    if "tail" not in found:
        return None
    if "quý" in (found["tail"] or "").lower():
        return "quý"
    return "tháng" if found["each"] else None


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None


def exists(parts: DateParts) -> bool:
    """Tell whether the calendar has such a date; 29/2 without a year counts."""
    if parts.day is None or parts.month is None:
        return True
    return parts.day <= calendar.monthrange(parts.year or 2000, parts.month)[1]


def _points(text: str) -> list[_Point]:
    low = text.lower()
    patterns = [pattern for pattern, word in zip(_POINTS, _WORD_OF, strict=True) if word in low]
    found = [(match, _point(match)) for pattern in patterns for match in pattern.finditer(text)]
    taken: list[_Point] = []
    claimed: list[tuple[int, int]] = []
    for match, point in sorted(found, key=lambda pair: (pair[0].start(), -pair[0].end())):
        if claimed and match.start() < claimed[-1][1]:
            continue
        claimed.append(match.span())  # a day that does not exist still claims its words
        if point is not None:
            taken.append(point)
    return taken


# ---------------------------------------------------------------------------------------------- relative terms

_UNTIL_WORDS = (
    r"[^,.;:()]{2,110}?(?=\s+(?:về|gửi|cho|để|báo\s+cáo|phải|cần)\s|(?<!chương)(?<!quá)(?<!quy)"
    r"(?<!tờ)\s+trình\s|\s*[,.;:()]|\s*$)"
)
_SPAN_OF_DAYS = r"(?P<days>\d{1,3}\s*(?:\([^()]{1,20}\)\s*)?(?:ngày|tuần|tháng|giờ)(?:\s+làm\s+việc)?)"
# Without one of these a text holds no term, or no day told by the week: most texts don't.
_ANY_TERM = re.compile(
    r"\d\s*(?:\([^()]{1,20}\)\s*)?(?:ngày|tuần|tháng|giờ)(?!\w)|(?<!\w)sau\s+(?:mỗi|từng|khi|ngày)(?!\w)"
    r"|(?<!\w)(?:trước|chậm\s+nhất|là|trong)\s+(?:ngày|mỗi|từng)\s+(?!\d)|(?<!\w)từ\s+(?:ngày|khi)\s+(?!\d)",
    _FLAGS,
)
_ANY_WEEKDAY = re.compile(r"(?:(?<!\w)thứ\s+\w|chủ\s+nhật)[^.;]{1,60}(?:hằng|hàng|mỗi)\s", _FLAGS)
_FEW_DAYS = r"(?P<days>\d{1,3}\s*(?:\([^()]{1,20}\)\s*)?(?:ngày(?:\s+làm\s+việc)?|giờ(?:\s+làm\s+việc)?))(?!\w)"
_RELATIVE = (
    re.compile(
        r"(?:(?<!\w)(?P<cmp>trong\s+(?:vòng|thời\s+hạn|thời\s+gian)|trong|(?:chậm|muộn|ít)\s+nhất(?:\s+(?:là|sau))?"
        r"|không\s+quá"
        rf"|sau|trước)\s+)?(?<![\d/]){_SPAN_OF_DAYS}\s*,?\s*"
        rf"(?P<anchor>(?:(?:kể|tính)\s+từ|từ\s+(?:ngày|khi)|sau\s+(?:khi|ngày)|(?<!tháng\s)trước\s+(?:khi"
        rf"|ngày|mỗi|thời\s+điểm|hội\s+nghị|buổi|phiên|kỳ))\s{_UNTIL_WORDS})",
        _FLAGS,
    ),
    re.compile(rf"(?<!\w)(?P<cmp>trong\s+(?:vòng|thời\s+hạn))\s+{_SPAN_OF_DAYS}(?P<anchor>)", _FLAGS),
    re.compile(
        rf"(?<!\w)(?<!diễn\sra\s)(?<!tổ\schức\s)(?<!kéo\sdài\s)(?P<cmp>trong|không\s+quá|chậm\s+nhất(?:\s+(?:là"
        rf"|sau))?)"
        rf"\s+{_FEW_DAYS}(?P<anchor>)(?!\s*(?:liên\s+tục|liền|/|tuổi|công))",
        _FLAGS,
    ),
    re.compile(rf"(?<!\w)(?P<cmp>trước)\s+(?:ít\s+nhất\s+)?{_FEW_DAYS}(?P<anchor>)(?=\s*(?:[.,;:)]|$))", _FLAGS),
    re.compile(
        r"(?<!\w)(?P<cmp>trước)\s+(?P<days>)(?P<anchor>(?:mỗi|từng)\s+(?:buổi|kỳ|phiên|cuộc|đợt|hội\s+nghị)"
        r"[^,.;:()]{0,60}?(?:ít\s+nhất\s+)?\d{1,2}\s+ngày(?:\s+làm\s+việc)?)(?!\w)",
        _FLAGS,
    ),
    re.compile(
        r"(?<!\w)(?P<cmp>)(?P<days>)(?P<anchor>(?:kể\s+)?từ\s+(?:ngày|khi)\s+(?:ban\s+hành|ký"
        r"|có)(?![^.;:()]*\d[/.-]\d)"
        r"[^,.;:()]{0,60}?\s(?:đến|tới)\s+(?:khi|hết|ngày)\s[^.;:()]{2,140})",
        _FLAGS,
    ),
    re.compile(r"(?<!\w)(?P<cmp>)(?P<days>)(?P<anchor>sau\s+(?:mỗi|từng)\s+\w+)", _FLAGS),
    re.compile(
        rf"(?<!\w)(?P<cmp>trong)\s+(?P<days>)(?P<anchor>ngày\s+(?:làm\s+việc|tiếp\s+nhận|nhận"
        rf"|phát\s+sinh){_UNTIL_WORDS})",
        _FLAGS,
    ),
    re.compile(rf"(?<!\w)(?P<cmp>)(?P<days>)(?P<anchor>ngay\s+sau\s+(?:khi|ngày)\s+(?!\d){_UNTIL_WORDS})", _FLAGS),
    re.compile(
        rf"(?<!\w)(?P<cmp>trước|chậm\s+nhất(?:\s+là)?)\s+(?P<days>)(?P<anchor>ngày\s+(?!\d|[.…_]"
        rf"|[^,.;:()]{{0,40}}\d[/.-]\d){_UNTIL_WORDS})",
        _FLAGS,
    ),
)


def _relative(text: str) -> Iterator[When]:
    if not _ANY_TERM.search(text):
        return
    claimed = 0
    matches = sorted(
        (match for pattern in _RELATIVE for match in pattern.finditer(text)), key=lambda m: (m.start(), -m.end())
    )
    for match in matches:
        if match.start() < claimed:
            continue
        claimed = match.end()
        within = text[match.start("days") if match["days"] else match.start("anchor") : match.end()].strip()
        yield When(
            match.start(), match.end(), match.start(), DateParts(), _relative_comparator(match["cmp"]), within=within
        )


def _weekly(text: str) -> Iterator[When]:
    if not _ANY_WEEKDAY.search(text):
        return
    for match in _WEEKLY.finditer(text):
        time = _clock(match) if match["clock"] else None
        yield When(match.start(), match.end(), match.start(), DateParts(), recurrence=match["unit"].lower(), time=time)


def _relative_comparator(words: str | None) -> str | None:
    lead = (words or "").lower()
    if lead.startswith("trong"):
        return "trong vòng"
    if lead.startswith(("chậm", "muộn", "không", "ít")):
        return "chậm nhất"
    return "trước" if lead == "trước" else None


# ------------------------------------------------------------------------------------------------------- whens


@lru_cache(256)
def find_whens(text: str, bare: bool = False) -> tuple[When, ...]:
    """Return every time of `text` in order; "10/5" by itself counts only after a comparator, in a list, or recurring,
    or where `bare` says that the text holds nothing but times."""
    terms = [*_relative(text), *_weekly(text)]
    points = [p for p in _points(text) if not any(t.start <= p.start < t.end for t in terms)]
    whens: list[When] = []
    index = 0
    while index < len(points):
        follower = points[index + 1] if index + 1 < len(points) else None
        point = replace(points[index], bare=points[index].bare and not bare)
        when, used = _when(text, point, follower, whens[-1] if whens else None)
        index += used
        if when is not None:
            whens.append(when)
    return tuple(sorted(_share_recurrence(text, whens) + terms, key=lambda when: when.start))


def _share_recurrence(text: str, whens: list[When]) -> list[When]:
    """In "trước ngày 15/6 và ngày 15/12 hằng năm" both dates recur."""
    shared = list(whens)
    for i in range(len(shared) - 2, -1, -1):
        here, after = shared[i], shared[i + 1]
        if here.recurrence is None and after.recurrence and _BETWEEN_LIST.match(text[here.end : after.start]):
            shared[i] = replace(here, recurrence=after.recurrence)
    return shared


def _when(text: str, point: _Point, follower: _Point | None, previous: When | None) -> tuple[When | None, int]:
    floor = previous.end if previous else 0
    lead = _LEAD.search(text, max(floor, point.start - 70), point.start)
    comparator = _comparator(lead)
    when = When(
        start=lead.start() + _blank(text[lead.start() : point.start]) if lead else point.start,
        end=point.end,
        point=point.start,
        parts=point.parts,
        comparator=comparator,
        recurrence=point.recurrence,
        time=_clock(lead) if lead and lead["clock"] else None,
    )
    used = 1
    if follower and _BETWEEN_RANGE.match(text[point.end : follower.start]) and not is_moved(text, when):
        first = _fill_year(point.parts, follower.parts)
        when = replace(when, end=follower.end, parts=first, last=follower.parts, comparator="từ")
        point, used = replace(point, bare=point.bare and follower.bare and comparator is None), 2
    elif comparator == "từ" and (tail := _RANGE_TO_EVENT.match(text, point.end)):
        when = replace(when, end=tail.end())
    elif first_day := _FIRST_DAY.search(text, max(floor, point.start - 40), point.start):
        parts = replace(point.parts, day=int(first_day["day"] or first_day["one"]))
        when = replace(when, start=first_day.start(), parts=parts, last=point.parts, comparator="từ")
    when = _with_cycle(text, _with_tail(text, when), floor)
    if when.comparator is None and previous and _BETWEEN_LIST.match(text[previous.end : point.start]):
        when = replace(when, comparator=previous.comparator, recurrence=when.recurrence)
    bracketed = text[point.start - 1 : point.start] == "(" and text[point.end : point.end + 1] == ")"
    keep = not point.bare or bracketed or ((when.comparator or when.recurrence) and _AFTER_BARE.match(text, point.end))
    return (when if keep else None), used


def _with_cycle(text: str, when: When, floor: int) -> When:
    """Take in "định kỳ hằng tháng" where it stands directly before "vào ngày 25"."""
    if when.recurrence is None or when.parts.month is not None:
        return when
    every = _EVERY_MONTH.search(text, max(floor, when.point - 80), when.point)
    return replace(when, start=every.start()) if every and not every["gap"].strip(" ,(") else when


def is_moved(text: str, when: When) -> bool:
    """Tell whether a time is the old one of "được gia hạn từ ngày ... đến hết ngày ...": then no range begins there."""
    return when.comparator == "từ" and _MOVED.search(text, max(0, when.start - 100), when.start) is not None


def _comparator(lead: re.Match[str] | None) -> str | None:
    if lead is None:
        return None
    return next((name for i, (name, _) in enumerate(_COMPARATORS) if lead[f"c{i}"]), None)


def _blank(text: str) -> int:
    return len(text) - len(text.lstrip(" ,;"))


def _clock(match: re.Match[str]) -> str:
    return f"{int(match['hour']):02d}:{int(match['minute'] or 0):02d}"


def _fill_year(first: DateParts, last: DateParts) -> DateParts:
    if first.year is not None or last.year is None:
        return first
    later = (first.month or 0) > (last.month or 12)
    return replace(first, year=last.year - 1 if later else last.year)


def _with_tail(text: str, when: When) -> When:
    recurs = _RECURS_AFTER.match(text, when.end)
    if recurs:
        when = replace(when, end=recurs.end(), recurrence=recurs["unit"].lower())
    clock = None if when.time else _TIME_AFTER.match(text, when.end)
    return replace(when, end=clock.end(), time=_clock(clock)) if clock else when
