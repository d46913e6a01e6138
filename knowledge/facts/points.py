"""The dates of a clean text as they stand: days, months, quarters, edges of years, days of a month that recurs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.facts.cycles import OF_YEAR, PARITY, SOME_MONTHS, unit_of
from knowledge.facts.whens import FLAGS, DateParts, exists
from knowledge.patterns import later

_LONGEST_MONTH = 31
DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
MONTH = r"(?P<month>1[0-2]|0?[1-9])"
_MONTH_WORDS = {"một": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
                "mười một": 11, "mười hai": 12}  # fmt: skip
_MONTH_SAID = (
    r"(?:1[0-2]|0?[1-9](?!\d)|mười\s+một|mười\s+hai|mười|một|hai|ba|tư|sáu|bảy|tám|chín|năm(?=\s*(?:năm|[.,;)]|$)))"
)
YEAR = r"(?P<year>(?:19|20)\d\d)"
NEXT = r"(?:\s*,?\s*(?:của\s+)?(?P<next>năm\s+(?:sau|tới|kế\s+tiếp|liền\s+kề|tiếp\s+theo|kế\s+sau))(?!\w))"
YEAR_TAIL = rf"(?:\s*(?:,?\s*năm|[/.-])\s*{YEAR}(?!\d)|{NEXT})?"
EDGE = r"(?:(?P<edge>đầu|giữa|cuối|hết|nửa\s+(?:đầu|cuối)|(?:thượng|trung|hạ)\s+tuần)\s+)?"
_TENS = {"thượng": "đầu", "trung": "giữa", "hạ": "cuối"}  # of the three ten days of a month
_CLOCK = r"\d{1,2}(?:\s*(?:giờ|[hg])(?:\s*\d\d(?!\d))?(?:\s*phút)?|:\d\d)"
EVERY_MONTH = later(
    rf"(?<!\w)(?:(?:định|thường)\s+kỳ\s+)?(?:{SOME_MONTHS})(?!\w|\s*\d)(?P<gap>[^.;:\d]{{0,120}}?)"
    r"(?:^|(?<=\s)|(?<=\())(?:(?:vào|trước|chậm\s+nhất(?:\s+là)?(?:\s+vào)?|không\s+quá)\s+)"
    rf"(?:(?:lúc\s+)?{_CLOCK}\s*,?\s+)?$",
    FLAGS,
)
_EVERY_FEW_AFTER = later(
    rf"\s*,?\s*\(?(?:(?:định|thường)\s+kỳ\s+)?(?:(?:vào|trong)\s+)?(?!(?:hằng|hàng|mỗi)\s+tháng(?!\s+{PARITY}))(?:{SOME_MONTHS})",
    FLAGS,
)
"""The months that a day is of, named behind it: "trước ngày 25, hai tháng một lần"."""
_LIST_ENDS = (
    r"(?![\d/]|\s*(?:,|và)\s*(?:tháng\s+)?\d{1,2}(?![\d/]))"
    r"(?=\s*(?:[,.;:)]|$|(?:(?:trong|của)\s+)?(?:hằng|hàng|mỗi|năm)\s|(?:để|gửi|về|cho|theo|các|phải|nộp|báo\s+cáo)\s))"
)
"""What stands behind numbers of months: no further one, and nothing that they count."""
_IN_A_MONTH = (
    r"(?:báo\s+cáo|số\s+liệu|kết\s+quả)\s+(?:[^\W\d]+\s+){0,5}?(?<!ba\s)(?<!sáu\s)(?<!chín\s)tháng"
    r"(?!\s*\d|\s+(?:này|sau|tới|đầu|cuối|trước(?!\s+(?:ngày|\d)|\s*$)))"
)
"""What is told or counted by the month: "báo cáo tháng", "kết quả thực hiện hằng tháng"."""
_OF_MONTHLY = later(
    rf"(?:theo\s+tháng\s*\(|{_IN_A_MONTH}[^.;\d]{{0,60}}\s)(?:trước|(?:chậm|muộn)\s+nhất(?:\s+là)?(?:\s+vào)?|không\s+quá|vào)\s+"
    rf"(?:{_CLOCK}\s*,?\s+)?$",
    FLAGS,
)
_POINTS = (
    later(
        rf"\bngày\s+(?:mồng\s+|mùng\s+)?{DAY}\s*(?:,|của)?\s*tháng\s+(?P<month>{_MONTH_SAID})(?!\w){YEAR_TAIL}", FLAGS
    ),
    later(rf"\bngày\s+{DAY}\s?[/.-]\s?{MONTH}(?!\d){YEAR_TAIL}(?!/|-\d)", FLAGS),
    later(rf"(?<![\w/.,-]){DAY}\s?(?P<sep>[/.-])\s?{MONTH}\s?(?P=sep)\s?{YEAR}(?![\d/-])", FLAGS),
    later(
        rf"\bngày\s+(?:mồng\s+|mùng\s+)?{DAY}\s+(?:của\s+)?(?P<each>(?:hằng|hàng|mỗi|các|những)\s+)?tháng(?!\s*\d)"
        rf"(?:\s+(?P<parity>{PARITY}){OF_YEAR}"
        r"|(?P<tail>(?:\s+(?:cuối|đầu|giữa|sau|cùng|của|mỗi|hằng|hàng|từng|quý|kỳ|báo cáo|kế tiếp|liền kề|liền sau"
        r"|tiếp theo|thứ (?:nhất|hai|ba))){0,6}))(?!\w)",
        FLAGS,
    ),
    later(
        rf"\bngày\s+(?:mồng\s+|mùng\s+)?(?P<alone>{DAY})(?!\d|\s?[/.-]\s?\d|\s*,?\s*(?:-|–|đến|và|của|tháng|hằng|hàng|mỗi)(?!\w))",
        FLAGS,
    ),
    later(
        rf"(?<!\w)(?:(?:(?:hai|ba|0?[23])\s+)?tuần\s+(?:lễ\s+)?(?:thứ\s+)?(?:\d{{1,2}}|nhất|hai|ba|tư|bốn|đầu|cuối)"
        rf"|ngày\s+(?:làm\s+việc\s+)?(?:đầu\s+tiên|cuối(?:\s+cùng)?))(?:\s+(?:của|trong))?\s+"
        rf"tháng\s+{MONTH}(?!\d){YEAR_TAIL}(?!/\d)",
        FLAGS,
    ),
    later(
        rf"(?<!\w){EDGE}(?<!\d\s)(?<!mỗi\s)(?<!hằng\s)(?<!hàng\s)tháng\s+{MONTH}(?!\d|\s*(?:lần|%)){YEAR_TAIL}(?!/\d)",
        FLAGS,
    ),
    later(rf"(?<!\w){EDGE}quý\s+(?P<quarter>IV|III|II|I|[1-4])(?!\w){YEAR_TAIL}", FLAGS),
    later(rf"(?<!\w)(?P<edge>đầu|giữa|cuối|hết)\s+năm(?:\s+{YEAR})?(?!\s+học|\d)", FLAGS),
    later(
        r"(?:(?:(?<=hoàn thành trong )|(?<=hoàn tất trong )|(?<=xong trong ))năm|^(?:trong\s+)?năm(?=\s+\d{4}\s*$))"
        rf"\s+{YEAR}(?!\d|\s*[-–])",
        FLAGS,
    ),
    later(
        rf"(?:(?<![\w/.,-])|(?<=[\s(]\d\d-)|(?<=[\s(]\d-))(?P<bare>{DAY}\s?/\s?{MONTH})(?![\d/%]|[.,-]\d|\s?[-/]?[A-ZĐ]){NEXT}?"
    ),
    later(rf"(?<![\w/.,-])(?<!tuần )(?P<bare>{DAY}\s+tháng\s+{MONTH})(?!\d|\s*lần){YEAR_TAIL}", FLAGS),
)
_SENTENCE_ENDS = later(r"[.;]\s")
_NEXT_MONTH = later(r"\s+(?:sau|kế tiếp|liền kề|liền sau|tiếp theo)(?:\s+của)?", FLAGS)
_MONTH_BEFORE = later(
    rf"(?<!\w)(?:{_IN_A_MONTH}|(?:hằng|hàng|mỗi|từng|của)\s+tháng(?!\s*\d|\s+(?:này|sau|trước|tới)))(?!\w)", FLAGS
)
_MONTHLY = later(
    r"(?<!\w)ngày\s+(?P<days>\d{1,2}(?:\s*(?:,|và|hoặc)\s*(?:ngày\s+)?\d{1,2}){1,4})\s+(?:của\s+)?"
    r"(?:hằng|hàng|mỗi)\s+tháng"
    r"(?!\w|\s*\d)",
    FLAGS,
)
"""Days of every month, named together: "vào ngày 10 và ngày 25 hằng tháng"."""
_DAYS_OF_MONTH = later(
    rf"(?<!\w)ngày\s+(?P<days>\d{{1,2}}(?:\s*(?:,|và)\s*(?:ngày\s+)?\d{{1,2}}){{1,4}})"
    rf"(?:\s?[/.-]\s?|\s+tháng\s+){MONTH}(?!\d){YEAR_TAIL}(?!/|-\d)",
    FLAGS,
)
"""Days of one month, named together: "các ngày 13, 14 và 20/6/2026"."""
_MONTHS = later(
    rf"(?<!\w)(?<!\d\s)tháng\s+(?P<months>(?:1[0-2]|0?[1-9])(?:\s*,\s*(?:tháng\s+)?(?:1[0-2]|0?[1-9])){{0,10}}"
    rf"\s*,?\s*(?:,|và)\s*(?:tháng\s+)?(?:1[0-2]|0?[1-9])){YEAR_TAIL}{_LIST_ENDS}",
    FLAGS,
)
"""Months named together: "trong tháng 3, 6, 9 và 12"."""
_DAY_OF_MONTHS = later(
    rf"(?<!\w)ngày\s+{DAY}\s*(?:,|của)?\s*(?:(?P<all>các|những)\s+)?tháng\s+(?P<months>(?:1[0-2]|0?[1-9])"
    rf"(?:\s*,\s*(?:tháng\s+)?(?:1[0-2]|0?[1-9])){{0,10}}\s*,?\s*(?:,|và)\s*(?:tháng\s+)?(?:1[0-2]|0?[1-9])){YEAR_TAIL}"
    rf"{_LIST_ENDS}",
    FLAGS,
)
"""A day of months named together: "trước ngày 20 các tháng 3, 6, 9 và 12"."""
_DAYS_TOGETHER = later(
    r"(?<!\w)(?:các\s+)?ngày\s+(?P<days>\d{1,2}(?:\s*(?:,|và|hoặc)\s*(?:ngày\s+)?\d{1,2}){1,4})"
    r"(?!\d|\s?[/.-]\s?\d|\s*,?\s*(?:của\s+)?(?:(?:các|hằng|hàng|mỗi)\s+)?tháng(?!\w))",
    FLAGS,
)
"""Days of months that were named before: "mỗi tháng hai lần vào ngày 10 và 25"."""
_LUNAR = later(r"\s*\(?\s*(?:âm\s+lịch|ÂL(?!\w))", FLAGS)
_DAY_OF_LIST = later(rf"(?:ngày\s+)?{DAY}(?!\d)", FLAGS)
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}
_WORD_OF = ("ngày", "ngày", "", "ngày", "ngày", "tháng", "tháng", "quý", "năm", "năm", "/", "tháng")
"""A word or sign that each of the patterns needs."""


@dataclass(frozen=True, slots=True)
class Point:
    """A date at [start, end); bare: "10/5" by itself; recurrence: of a day that has no month of its own."""

    start: int
    end: int
    parts: DateParts
    bare: bool = False
    recurrence: str | None = None


def _edge(words: str | None) -> str | None:
    said = words.lower().split() if words else []
    first = said[-1] if said[:1] == ["nửa"] else next(iter(said), None)
    return _TENS.get(first, first) if first else None


def _point(match: re.Match[str]) -> Point | None:
    found = match.groupdict()
    quarter = (found.get("quarter") or "").upper()
    parts = DateParts(
        day=_int(found.get("day")),
        month=_month(found.get("month")),
        year=_int(found.get("year")),
        quarter=_QUARTERS.get(quarter) or _int(quarter),
        edge=_edge(found.get("edge")),
        next_year=bool(found.get("next")),
    )
    if not exists(parts):
        return None
    if found.get("alone"):
        return _day_alone(match, parts)
    recurrence = _day_of(found) or _of_next_month(match, found)
    return Point(match.start(), match.end(), parts, bool(found.get("bare")) and not parts.year, recurrence)


def _of_next_month(match: re.Match[str], found: dict[str, str | None]) -> str | None:
    """A day of the month after one that comes again: "cuối mỗi tháng chấm điểm, duyệt xong trước ngày 05 tháng sau"."""
    after = _NEXT_MONTH.fullmatch(found.get("tail") or "")
    return "tháng" if after and _MONTH_BEFORE.search(match.string, 0, match.start()) else None


def _day_alone(match: re.Match[str], parts: DateParts) -> Point | None:
    """A day without a month, when the month it is in recurs: "định kỳ hằng tháng vào ngày 25", or that of a monthly
    report: "trình báo cáo tháng trước ngày 24"."""
    every = EVERY_MONTH.search(match.string, max(0, match.start() - 200), match.start())
    monthly = _OF_MONTHLY.search(match.string, max(0, match.start() - 150), match.start())
    every = every or _EVERY_FEW_AFTER.match(match.string, match.end())
    if every is None and monthly:
        return Point(match.start(), match.end(), parts, recurrence="tháng")
    return Point(match.start(), match.end(), parts, recurrence=_months_named(every)) if every else None


def _of_last(match: re.Match[str], taken: list[Point]) -> Point | None:
    """A day without a month behind one of every month: "gửi số liệu trước ngày 18 hằng tháng, tổng hợp ngày 20"."""
    last = taken[-1] if taken and "alone" in match.re.groupindex else None
    if last is None or last.recurrence != "tháng" or _SENTENCE_ENDS.search(match.string, last.end, match.start()):
        return None
    return Point(match.start(), match.end(), DateParts(day=int(match["alone"])), recurrence=last.recurrence)


def _months_named(every: re.Match[str]) -> str:
    return unit_of(every["unit"] or every["few"])


def _days_of(match: re.Match[str], recurrence: str = "tháng") -> list[Point]:
    """The days of a month that are named together, the last with the words that say so."""
    days = list(_DAY_OF_LIST.finditer(match.string, match.start(), match.end("days")))
    ends = [*(day.end() for day in days[:-1]), match.end()]
    parts = [DateParts(day=int(day["day"])) for day in days]
    return [
        Point(day.start(), end, part, recurrence=recurrence) for day, end, part in zip(days, ends, parts, strict=True)
    ]


def _of_one_month(text: str) -> Iterator[Point]:
    """The days of one month that are named together, where others lie between them; else they are a stretch."""
    for match in _DAYS_OF_MONTH.finditer(text):
        days = list(_DAY_OF_LIST.finditer(text, match.start(), match.end("days")))
        told = [int(day["day"]) for day in days]
        if told[-1] - told[0] < len(told):
            continue
        ends = [*(day.end() for day in days[:-1]), match.end()]
        for day, end in zip(days, ends, strict=True):
            parts = DateParts(
                int(day["day"]), _month(match["month"]), _int(match["year"]), next_year=bool(match["next"])
            )
            if exists(parts):
                yield Point(day.start(), end, parts)


def _days_together(text: str) -> Iterator[Point]:
    """The days that are named together, of months that come again and stand before them."""
    for match in _DAYS_TOGETHER.finditer(text):
        every = EVERY_MONTH.search(text, max(0, match.start() - 200), match.start())
        if every and all(1 <= int(day) <= _LONGEST_MONTH for day in re.findall(r"\d+", match["days"])):
            yield from _days_of(match, _months_named(every))


def _months_of(match: re.Match[str]) -> list[Point]:
    """The months that are named together; the year at the end, and the day before them, is that of each."""
    months = list(re.finditer(r"(?:tháng\s+)?(\d+)", match["months"], FLAGS))
    base, year = match.start("months"), _int(match["year"])
    starts = [match.start(), *(base + month.start() for month in months[1:])]
    ends = [*(base + month.end() for month in months[:-1]), match.end()]
    day = _int(match.groupdict().get("day"))
    parts = [DateParts(day, int(month[1]), year, next_year=bool(match["next"])) for month in months]
    return [Point(start, end, part) for start, end, part in zip(starts, ends, parts, strict=True) if exists(part)]


def _is_day_of_each(match: re.Match[str]) -> bool:
    """Tell whether a day is that of each month behind it: "các tháng 3, 6", "tháng 3, 6", "tháng 3, tháng 6, tháng 9";
    in "ngày 20 tháng 3 và tháng 6" the second month may stand by itself."""
    return bool(match["all"]) or "tháng" not in match["months"].lower() or len(re.findall(r"\d+", match["months"])) > 2


def _day_of(found: dict[str, str | None]) -> str | None:
    if "tail" not in found:
        return None
    if (found["tail"] or "").lower().split()[-2:] == ["báo", "cáo"]:
        return "tháng"  # "trước ngày 20 của tháng báo cáo"
    if found["parity"]:
        return unit_of(f"tháng {found['parity']}")
    if "quý" in (found["tail"] or "").lower():
        return "quý"
    return "tháng" if found["each"] else None


def _month(told: str | None) -> int | None:
    return _int(told) if told is None or told.isdigit() else _MONTH_WORDS[" ".join(told.lower().split())]


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None


def points(text: str) -> list[Point]:
    """Return the dates of `text` in order; days that no calendar has are none."""
    low = text.lower()
    patterns = [pattern for pattern, word in zip(_POINTS, _WORD_OF, strict=True) if word in low]
    monthly = _MONTHLY.finditer(text) if "tháng" in low else ()
    found: list[tuple[int, int, Point | re.Match[str]]] = [
        (day.start, day.end, day) for match in monthly for day in _days_of(match)
    ]
    found += [(day.start, day.end, day) for day in _of_one_month(text)] if "ngày" in low else []
    found += [(day.start, day.end, day) for day in _days_together(text)] if "lần" in low or "tháng" in low else []
    of_months = (match for match in _DAY_OF_MONTHS.finditer(text) if _is_day_of_each(match)) if "tháng" in low else ()
    found += [(month.start, month.end, month) for match in of_months for month in _months_of(match)]
    named = _MONTHS.finditer(text) if "tháng" in low else ()
    found += [(month.start, month.end, month) for match in named for month in _months_of(match)]
    found += [
        (*match.span(), match)
        for pattern in patterns
        for match in pattern.finditer(text)
        if not ("m l" in low and _LUNAR.match(text, match.end()))
    ]
    taken: list[Point] = []
    claimed = 0
    for start, end, each in sorted(found, key=lambda one: (one[0], -one[1])):
        if start < claimed:
            continue
        claimed = end  # a day that does not exist still claims its words
        point = each if isinstance(each, Point) else _point(each) or _of_last(each, taken)
        if point is not None:
            taken.append(point)
    return taken
