"""Time told from today: "thứ năm tuần sau", "3 tuần nữa", "trong vòng 10 ngày", "cuối quý này", "next Thursday".

Each rule is a name, a pattern over the folded question (lower case, no diacritics) and what its groups mean; its
examples are run as tests. The first rule that matches wins, so the longer telling stands before the one within it.

A week begins on Monday. "Trong N ngày" and "N ngày tới" are a stretch from today; "N tuần nữa" and "N tuần sau" are the
week that lies so far ahead. "Thứ năm này" and "thứ năm tới" are the coming one, "thứ năm tuần sau" and "next Thursday"
that of the week after this one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.facts import stretches
from knowledge.patterns import later
from knowledge.text import fold


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from first to last, both inclusive, and the place [start, end) of the words in the folded text."""

    first: date
    last: date
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Rule:
    """name; pattern over folded text; days: the first and last day that a match means, None when it means none."""

    name: str
    pattern: re.Pattern[str]
    days: Callable[[re.Match[str], date], tuple[date, date] | None]
    examples: tuple[str, ...]
    not_examples: tuple[str, ...] = ()


def spoken(text: str) -> str:
    """Return a text folded for `find_stretch`; "sáu" is a number, which no longer differs from "sau" once folded."""
    return fold(_SIX.sub("6", unicodedata.normalize("NFC", text)))


def find_stretch(folded: str, today: date) -> Stretch | None:
    """Return the first stretch of time that a folded question tells from today; None when it tells none."""
    for rule in RULES:
        for match in rule.pattern.finditer(folded):
            days = rule.days(match, today)
            if days is not None:
                return _until(folded, Stretch(*days, match.start(), match.end()), today)
    return None


def _until(folded: str, told: Stretch, today: date) -> Stretch:
    """Return what is told from today on where it is said to be the end: "trước thứ sáu tuần sau", "by Friday"."""
    before = _UNTIL.search(folded, 0, told.end)
    opens = before is not None and before.end() in (told.start, told.start + len(before[0]))
    if before is None or not opens or told.first <= today:
        return told
    last = told.first - timedelta(days=1) if before["before"] else told.last
    return Stretch(today, last, min(before.start(), told.start), told.end)


_UNTIL = later(r"\b(?:(?P<before>truoc|before)|by|until|till|tu (?:nay|gio) (?:cho )?(?:den|toi)) ")
_SIX = later(r"\bsáu\b", re.IGNORECASE)
_UNIT = r"(?P<unit>ngay|hom|bua|tuan|thang|quy|nam)"
_EN_UNIT = r"(?P<unit>days?|weeks?|months?|quarters?|years?)"
_LONG = r"(?P<unit>tuan|thang|quy|nam)"
_EN_LONG = r"(?P<unit>week|month|quarter|year)"
_PAST = r"truoc(?! ngay| han)|vua qua|qua(?! han)|vua roi|roi"
_WHICH = rf"(?P<which>nay|hien tai|(?:sau|toi) nua|sau(?! khi)|toi|ke tiep|ke|{_PAST}|ngoai)"
_EN_WHICH = r"(?P<which>this|current|next|last|previous)"
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(stretches.VI_NUMBERS)})"
_EN_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(stretches.EN_NUMBERS)})"
_NOW = r"(?:ke |tinh )?tu (?:nay|gio|bay gio|hom nay|day)"
_WITHIN = r"trong (?:vong |khoang |thoi gian )?"
_COMING = rf"(?:nua|(?:sap )?toi|sau|{_NOW})"


def _rule(
    name: str,
    pattern: str,
    days: Callable[[re.Match[str], date], tuple[date, date] | None],
    *examples: str,
    never: tuple[str, ...] = (),
) -> Rule:
    return Rule(name, later(pattern), days, examples, never)


RULES = (
    _rule(
        "a day of a month",
        rf"\b(?:ngay |m[ou]ng ){{1,2}}{_COUNT} (?:cua )?thang {_WHICH}\b",
        stretches.day_of_month,
        "ngày 5 tháng sau",
        "ngày 5 tháng tới",
        "mồng 5 tháng này",
        "ngày mùng mười tháng trước",
        never=("ngày 5 tháng sáu", "ngày 5 tháng 6", "ngày 31"),
    ),
    _rule(
        "a day of a month of a year",
        rf"(?<![\d/-])\b(?:(?:ngay |m[ou]ng ){{1,2}}{_COUNT}|(?P<count2>\d{{1,2}}))(?: (?:cua )?thang |[/-])"
        r"(?P<month>\d{1,2}) (?:cua )?nam (?P<which>nay|sau(?! khi)|toi|ngoai|truoc)\b",
        stretches.day_of_named,
        "ngày 15 tháng 1 năm sau",
        "mồng 5 tháng 2 năm tới",
        "15/1 năm nay",
        never=("tháng 1 năm sau", "ngày 15 tháng 1 năm 2027", "ngày 15 tháng sau"),
    ),
    _rule(
        "a part of a month of a year",
        r"\b(?P<part>dau|giua|cuoi) thang (?P<month>\d{1,2}) (?:cua )?nam (?P<which>nay|sau(?! khi)|toi|ngoai|truoc)\b",
        stretches.part_of_named,
        "giữa tháng 1 năm sau",
        "cuối tháng 12 năm nay",
        never=("giữa tháng 1 năm 2027",),
    ),
    _rule(
        "a month or quarter of a year",
        r"\b(?:(?<!\d )thang (?P<month>\d{1,2})|quy (?P<quarter>[1-4]|iv|i{1,3})) (?:cua )?nam "
        r"(?P<which>nay|sau(?! khi)|toi|ngoai|truoc)\b",
        stretches.named,
        "tháng 5 năm sau",
        "quý II năm tới",
        never=("5 năm sau", "tháng 5 năm 2024"),
    ),
    _rule(
        "a month of a year, in English",
        rf"\b(?P<month>{'|'.join(stretches.EN_MONTHS)}) (?:of )?(?P<which>this|next|last) year\b",
        stretches.en_named,
        "May next year",
        "in March of this year",
        never=("next year",),
    ),
    _rule(
        "a day of the week",
        rf"\b(?:(?:thu |t)(?P<day>{'|'.join(stretches.WEEKDAYS)})|(?P<sunday>chu nhat|cn)) "
        rf"(?:cua )?(?:(?:dau|giua|cuoi)(?= tuan) )?(?P<week>tuan )?{_WHICH}\b",
        stretches.weekday,
        "thứ năm tuần sau",
        "t6 tuần này",
        "chủ nhật này",
        "thứ 2 tuần tới",
        "thứ sáu tuần trước",
        "thứ hai đầu tuần sau nữa",
        never=("điều thứ năm", "thứ sáu là gì"),
    ),
    _rule(
        "a day of the week, in English",
        rf"\b(?:(?P<which>this|next|last|coming)|on|by) (?P<day>{'|'.join(stretches.EN_WEEKDAYS)})\b"
        r"(?: (?:of )?(?P<week>this|next|last) week)?",
        stretches.en_weekday,
        "next Thursday",
        "on Friday",
        "by Monday of next week",
        never=("every Monday", "on Mondays"),
    ),
    _rule(
        "before the lunar new year",
        r"\b(?:truoc|tu (?:nay|gio) (?:den|toi)) tet(?! (?:trung thu|thieu nhi|duong lich|doc lap|tay|nguyen tieu))\b",
        stretches.before_new_year,
        "trước tết phải nộp gì",
        "từ nay đến tết Nguyên đán",
        never=("trước tết trung thu", "tổng kết"),
    ),
    _rule(
        "half a month from today",
        r"\b(?:trong (?:vong |khoang )?nua thang|nua thang (?:nua|toi|sap toi))\b",
        stretches.half_a_month,
        "nửa tháng nữa",
        "trong vòng nửa tháng",
        never=("nửa tháng một lần",),
    ),
    _rule(
        "so many and a half coming",
        rf"\b(?:{_WITHIN})?{_COUNT} {_LONG} ruoi {_COMING}\b",
        stretches.within_and_half,
        "1 tháng rưỡi nữa",
        "trong hai tuần rưỡi tới",
        never=("1 tháng rưỡi một lần",),
    ),
    _rule(
        "within so many working days",
        rf"\b(?:{_WITHIN})?{_COUNT} ngay lam viec {_COMING}\b(?! khi)",
        stretches.within_working_days,
        "trong 5 ngày làm việc tới",
        "trong vòng ba ngày làm việc kể từ hôm nay",
        never=("trong 5 ngày làm việc kể từ ngày nhận", "5 ngày làm việc sau khi nhận"),
    ),
    _rule(
        "so many gone by",
        rf"\b(?:{_WITHIN})?{_COUNT} {_UNIT} (?:vua qua|qua(?! han)|gan day|vua roi)\b",
        stretches.gone_by,
        "bảy ngày qua",
        "trong 2 tuần vừa qua",
        "3 tháng gần đây",
        never=("5 ngày quá hạn",),
    ),
    _rule(
        "so many gone by, in English",
        rf"\b(?:(?:with)?in |over |during )?(?:the )?(?:past|last) {_EN_COUNT} {_EN_UNIT}\b",
        stretches.gone_by,
        "the past seven days",
        "in the last 2 weeks",
        never=("the last week",),
    ),
    _rule(
        "within so many days",
        rf"\b{_WITHIN}{_COUNT} {_UNIT}\b(?: {_COMING}\b(?! khi)|"
        r"(?! (?:sau khi|ke tu|tinh tu|tu ngay|lam viec|dau|cuoi|ruoi|qua|vua qua|gan day|truoc)))",
        stretches.within,
        "trong vòng 10 ngày nữa",
        "trong 2 tháng tới",
        "trong ba tuần",
        "trong vòng 1 tuần kể từ hôm nay",
        never=("10 ngày kể từ ngày ký", "trong vòng 5 ngày kể từ ngày nhận", "trong 6 tháng đầu năm"),
    ),
    _rule(
        "so many coming",
        rf"\b{_COUNT} {_UNIT} (?:sap )?toi\b",
        stretches.within,
        "2 tháng tới",
        "hai tuần tới",
        never=("5 tuần một lần",),
    ),
    _rule(
        "so many coming, in English",
        rf"\b(?:(?:with)?in|over|during|for)? ?(?:the )?(?:next|coming|following) {_EN_COUNT} {_EN_UNIT}\b|"
        rf"\bwithin {_EN_COUNT.replace('count', 'count2')} {_EN_UNIT.replace('unit', 'unit2')}\b(?! (?:of|after|from))",
        stretches.within,
        "within the next 10 days",
        "the next two weeks",
        "within 3 months",
        never=("within 10 days of signing", "10 days"),
    ),
    _rule(
        "so many ahead",
        r"(?<!trong )(?<!thang )(?<!quy )(?<!\d[/-])(?<!ngay )(?<!thu )"
        rf"\b{_COUNT} {_UNIT} (?:nua|sau)\b(?! khi| ngay| nua)",
        stretches.ahead,
        "3 tuần sau",
        "hai tháng nữa",
        "10 ngày nữa",
        "2 hôm nữa",
        never=("sau 3 tuần làm việc", "5 ngày sau khi nhận", "tháng 5 năm sau"),
    ),
    _rule(
        "so many ahead, in English",
        rf"\bin {_EN_COUNT} {_EN_UNIT}(?: time)?\b(?! (?:of|after))",
        stretches.ahead,
        "in three weeks",
        "in 10 days",
        "in a month",
        never=("in 10 days after receipt",),
    ),
    _rule(
        "so many from now",
        rf"\b{_EN_COUNT} {_EN_UNIT} (?:from (?:now|today)|ahead)\b",
        stretches.ahead,
        "two weeks from now",
        never=("two weeks from the date of signing",),
    ),
    _rule(
        "until the end of a stretch",
        rf"\b{_NOW} (?:cho )?(?:den|toi) (?:het |cuoi |het cuoi )?(?P<unit>tuan|thang|quy)\b(?! \d)(?: {_WHICH}\b)?",
        stretches.until,
        "từ nay đến hết quý này",
        "từ giờ tới cuối tháng",
        "từ nay đến hết tháng sau",
        never=("từ nay đến hết năm", "từ nay đến tháng 5"),
    ),
    _rule(
        "by the end of a stretch",
        rf"\b(?:den|truoc) (?:het|cuoi|khi het) (?P<unit>tuan|thang|quy) {_WHICH}\b",
        stretches.until,
        "đến hết tháng này",
        "trước cuối quý này",
        never=("đến cuối tháng 5", "đến hết quý II"),
    ),
    _rule(
        "until the end of a stretch, in English",
        r"\b(?:by|until|till|before|through|to|and) (?:the )?end of (?:the )?(?:(?P<which>this|current|next) )?"
        r"(?P<unit>week|month|quarter)\b|\brest of (?:the |this )(?P<unit2>week|month|quarter)\b",
        stretches.until,
        "by the end of this quarter",
        "from now until the end of the month",
        "the rest of this week",
        never=("by the end of the year", "by the end of May"),
    ),
    _rule(
        "half of a stretch",
        rf"\bnua (?P<part>dau|cuoi) (?:cua )?(?P<unit>thang|quy|nam) {_WHICH}\b",
        stretches.half,
        "nửa đầu tháng sau",
        "nửa cuối năm nay",
        never=("nửa đầu năm 2024",),
    ),
    _rule(
        "half of a stretch, in English",
        rf"\b(?P<part>first|second) half of {_EN_WHICH} (?P<unit>month|quarter|year)\b",
        stretches.half,
        "the first half of next month",
        never=("the first half of 2024",),
    ),
    _rule(
        "a part of a stretch",
        rf"\b(?P<part>dau|giua|cuoi) {_LONG} {_WHICH}\b",
        stretches.part,
        "cuối quý này",
        "đầu tháng tới",
        "giữa tháng sau",
        "cuối tuần này",
        "cuối năm ngoái",
        never=("cuối năm 2024", "đầu mỗi quý"),
    ),
    _rule(
        "a part of a stretch, in English",
        rf"\b(?P<part>beginning|start|early|middle|mid|end|late)(?: of)? {_EN_WHICH} {_EN_LONG}\b",
        stretches.part,
        "at the beginning of next month",
        "late this quarter",
        "end of next week",
        never=("end of the plan",),
    ),
    _rule(
        "the weekend",
        r"\bcuoi tuan(?= (?:co|phai|nop|thi|can)\b)(?P<which>)|\b(?:(?:on|at) )?the weekend\b",
        stretches.weekend,
        "cuối tuần có hạn gì",
        "due on the weekend",
        never=("cuối tuần 3 của tháng",),
    ),
    _rule("this or next weekend", rf"\b{_EN_WHICH} weekend\b", stretches.weekend, "next weekend"),
    _rule(
        "the one to come, as it is spoken",
        r"(?<!chuyen )(?<!doi )\b(?P<which>sang) (?P<unit>tuan|thang|quy)\b(?! (?:sau|toi|ke|\d|[iv]))",
        stretches.one,
        "sang tuần",
        "sang tháng",
        never=("chuyển sang tuần sau", "sang tháng 5"),
    ),
    _rule("the one after next", rf"\b{_LONG} (?:sau|toi) nua\b", stretches.second, "tuần sau nữa", "tháng tới nữa"),
    _rule("the one after next, in English", rf"\b{_EN_LONG} after next\b", stretches.second, "the week after next"),
    _rule(
        "the one before",
        rf"(?<!\d )(?<!bao cao )\b(?P<unit>tuan|thang|quy) (?P<which>{_PAST})\b(?! khi)",
        stretches.one,
        "tuần trước",
        "tháng rồi",
        "quý vừa qua",
        never=("hằng tháng trước ngày 25", "báo cáo tháng trước"),
    ),
    _rule(
        "the one before, in English",
        r"\b(?P<which>last|previous) (?P<unit>week|month|quarter)\b(?! of)",
        stretches.one,
        "last month",
        "the previous quarter",
        never=("the last month of a quarter",),
    ),
    _rule(
        "the day after tomorrow",
        r"\bngay (?:kia|mot)\b|^mot (?=(?:co|phai|nop|gui|den)\b)|\bday after tomorrow\b",
        stretches.days_off(2),
        "ngày kia",
        "ngày mốt",
        "mốt có hạn gì",
        "the day after tomorrow",
        never=("một báo cáo",),
    ),
    _rule("yesterday", r"\bhom qua\b|\byesterday\b", stretches.days_off(-1), "hôm qua", "yesterday"),
)
