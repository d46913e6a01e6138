"""A small grammar for the dates and terms of Vietnamese administrative documents, in clean one-line text.

`find_whens` gives every calendar date, month, quarter, range and relative term with the comparator, the time of day
and the recurrence that stand directly at it. What a date is for (a deadline, a cited document, an anniversary) is not
decided here.

Numbers of documents ("43/KH-UBND"), ratios ("20/24", "10/12 chỉ tiêu") and days that no calendar has ("31/4") are no
dates. Dates are written as Nghị định 30/2020/NĐ-CP, annex I prescribes ("ngày 05 tháng 12 năm 2025") or as custom has
them ("05/12", "5-12-2025", "30.9.2025").
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from knowledge.facts.points import DAY, EVERY_MONTH, Point, points
from knowledge.facts.terms import halves, of_issue, relative, stages, weekly
from knowledge.facts.whens import FLAGS, TIME, DateParts, When, clock_of
from knowledge.patterns import later
from knowledge.text import within

_WEEKDAY = r"(?:(?:thứ\s+\w{2,4}|chủ\s+nhật)\s*[,(]?\s*)?"
_PART_OF_DAY = r"(?:(?:cuối\s+|đầu\s+)?(?:giờ\s+|buổi\s+)?(?:sáng|trưa|chiều|tối|đêm)\s*,?\s+)?"
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
_LEAD = later(
    rf"(?<!\w)(?:{'|'.join(f'(?P<c{i}>{words})' for i, (_, words) in enumerate(_COMPARATORS))})?\s*"
    rf"(?P<clock>{TIME})?(?:\s*[,;]?\s*{_PART_OF_DAY}{_WEEKDAY})(?:(?:các\s+)?ngày\s+(?:[^\W\d]+\s+){{1,4}}|các\s+)?$",
    FLAGS,
)
_TIME_AFTER = later(rf"\s*[,(]?\s*(?:trước|lúc|vào lúc)?\s*{TIME}\)?", FLAGS)
_RECURS_AFTER = later(
    r"\s*,?\s*\(?(?:của\s+)?(?:hằng|hàng|mỗi)\s+(?P<unit>tuần|tháng|quý|năm)"
    r"(?!\s*\d)",
    FLAGS,
)
_BETWEEN_RANGE = later(
    rf"\s*(?:\([^()]{{0,40}}\)\s*)?{_DASH}\s*(?:hết\s+)?(?:{TIME}\s*,?\s*)?(?:ngày\s+"
    rf"(?:[^\W\d]+\s+){{0,3}})?$",
    FLAGS,
)
_MOVED = later(r"(?<!\w)(?:gia hạn|lùi|dời|điều chỉnh|chuyển|thay đổi)(?!\w)[^.;:()\d]{0,60}$", FLAGS)
_RANGE_TO_EVENT = later(r"\s*(?:đến|tới)\s+(?:hết\s+)?(?:ngày|khi)\s+[^\W\d][^,.;:()]{1,60}", FLAGS)
_FROM_CLOCK = later(rf"(?:từ\s+)?{TIME}\s*(?:[-–—]|đến)\s*$", FLAGS)
_SAME_DAY = later(rf"(?<!\w)(?:(?P<before>trước)\s+)?{TIME}\s*,?\s*(?:cùng ngày|ngày hôm đó)(?!\w)", FLAGS)
_LONGEST_TIME = 60
_ANY_TIME = later(r"\d|quý\s", FLAGS)
_FROM_EVENT = later(
    r"(?<!\w)từ\s+(?:ngày|khi)\s+(?:phát động|ban hành|ký|thông báo|công bố|có|nhận)(?!\w)[^,.;:()\d]{0,40}$", FLAGS
)
"""What "đến ngày 30/4" runs from, where that is no day: "từ ngày phát động"."""
_BETWEEN_LIST = later(r"\s*(?:\([^()]{0,40}\)\s*)?(?:,|;|và|hoặc|,\s*và)\s*$", FLAGS)
_FIRST_DAY = later(
    rf"(?<!\w)(?:từ\s+(?:ngày\s+)?{DAY}\s*{_DASH}\s*(?:hết\s+)?(?:ngày\s+)?"
    rf"|(?:(?:trong\s+)?(?:\d{{1,2}}\s+|hai\s+|ba\s+)?ngày\s+|^|(?<=:\s)){DAY.replace('<day>', '<one>')}"
    rf"(?:\s*,\s*\d{{1,2}})*\s*(?:,|và|[-–—])\s*(?:ngày\s+)?)$",
    FLAGS,
)
# After a bare "10/5" a counted thing may follow ("10/12 chỉ tiêu"); after a date, only these.
_AFTER_BARE = later(
    r"\s*(?:[,.;:()\]–—-]|$|(?:hàng|hằng|mỗi|để|và|đến|tới|năm|về|qua|cho|theo|gửi|nộp|phải|là|hoặc|tại|dương lịch)"
    r"(?!\w))",
    FLAGS,
)


@lru_cache(2048)
def find_whens(text: str, bare: bool = False) -> tuple[When, ...]:
    """Return every time of `text` in order; "10/5" by itself counts only after a comparator, in a list, or recurring,
    or where `bare` says that the text holds nothing but times."""
    terms = [*relative(text), *weekly(text), *halves(text), *stages(text)]
    terms += [term for term in of_issue(text) if not any(t.start < term.end and term.start < t.end for t in terms)]
    in_term = within((term.start, term.end) for term in terms)
    dates = [point for point in points(text) if not in_term(point.start)]
    whens: list[When] = []
    index = 0
    while index < len(dates):
        follower = dates[index + 1] if index + 1 < len(dates) else None
        point = replace(dates[index], bare=False) if bare and dates[index].bare else dates[index]
        when, used = _when(text, point, follower, whens[-1] if whens else None)
        index += used
        if when is not None:
            whens.append(when)
    whens = sorted([*whens, *_same_day(text, whens)], key=lambda when: when.start)
    return tuple(sorted(_share_recurrence(text, whens) + terms, key=lambda when: when.start))


def _same_day(text: str, whens: list[When]) -> list[When]:
    """Return the hours of the day that was named last: "khai mạc 7h30 ngày 12/9, bế mạc 16h cùng ngày"."""
    found = []
    for match in _SAME_DAY.finditer(text):
        last = next((when for when in reversed(whens) if when.end <= match.start()), None)
        if last and last.parts.day and not last.last:
            comparator = "trước" if match["before"] else None
            hour = replace(last, start=match.start(), end=match.end(), point=match.end() - 1, time=clock_of(match))
            found.append(replace(hour, comparator=comparator))
    return found


def is_a_time(text: str) -> bool:
    """Tell whether a text is one time and nothing else: "Tháng 10/2026:", "Thứ Hai (07/12)"."""
    words = text.strip(" .:;,-–")
    if len(words) > _LONGEST_TIME or not _ANY_TIME.search(words):
        return False
    whens = find_whens(words, bare=True)
    return len(whens) == 1 and whens[0].start == 0 and not words[whens[0].end :].strip(" ()")


def _share_recurrence(text: str, whens: list[When]) -> list[When]:
    """In "trước ngày 15/6 và ngày 15/12 hằng năm" both dates recur."""
    shared = list(whens)
    for i in range(len(shared) - 2, -1, -1):
        here, after = shared[i], shared[i + 1]
        if here.recurrence is None and after.recurrence and _BETWEEN_LIST.match(text[here.end : after.start]):
            shared[i] = replace(here, recurrence=after.recurrence)
    return shared


def _when(text: str, point: Point, follower: Point | None, previous: When | None) -> tuple[When | None, int]:
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
        time=clock_of(lead) if lead and lead["clock"] else None,
    )
    if (
        lead
        and lead["clock"]
        and (begun := _FROM_CLOCK.search(text, max(floor, lead.start() - 16), lead.start("clock")))
    ):
        when = replace(when, start=begun.start(), time=clock_of(begun))
    if when.comparator == "từ" and when.time:
        when = replace(when, comparator=None)  # "bắt đầu từ 14 giờ 00, ngày 15/5": that is when it is held
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
    if when.comparator == "đến" and (opening := _FROM_EVENT.search(text, max(floor, when.start - 80), when.start)):
        when = replace(when, start=opening.start())
    if text[when.end : when.end + 1] == ")" and "(" in text[when.start : when.end]:
        when = replace(when, end=when.end + 1)  # "Thứ Hai (07/12)"
    listed = previous is not None and _BETWEEN_LIST.match(text[previous.end : point.start]) is not None
    if when.comparator is None and previous and listed:
        when = replace(when, comparator=previous.comparator, recurrence=when.recurrence)
    bracketed = text[point.start - 1 : point.start] == "(" and text[point.end : point.end + 1] == ")"
    listed = listed and previous is not None and previous.parts.day is not None and previous.parts.month is not None
    leads = listed or when.comparator or when.recurrence or (lead and lead[0].strip())
    keep = not point.bare or bracketed or (leads and _AFTER_BARE.match(text, point.end))
    return (when if keep else None), used


def _with_cycle(text: str, when: When, floor: int) -> When:
    """Take in "định kỳ hằng tháng" where it stands directly before "vào ngày 25"."""
    if when.recurrence is None or when.parts.month is not None:
        return when
    every = EVERY_MONTH.search(text, max(floor, when.point - 80), when.point)
    if every is None or every["gap"].strip(" ,(") or (every["unit"] or "").lower() == "quý":
        return when
    return replace(when, start=every.start())


def is_moved(text: str, when: When) -> bool:
    """Tell whether a time is the old one of "được gia hạn từ ngày ... đến hết ngày ...": then no range begins there."""
    return when.comparator == "từ" and _MOVED.search(text, max(0, when.start - 100), when.start) is not None


def _comparator(lead: re.Match[str] | None) -> str | None:
    if lead is None:
        return None
    return next((name for i, (name, _) in enumerate(_COMPARATORS) if lead[f"c{i}"]), None)


def _blank(text: str) -> int:
    return len(text) - len(text.lstrip(" ,;"))


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
    return replace(when, end=clock.end(), time=clock_of(clock)) if clock else when
