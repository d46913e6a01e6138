"""Time told from today."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.facts.relative import RULES, find_stretch, spoken
from knowledge.facts.stretches import apart
from knowledge.text import fold
from knowledge.understanding.days import days_of

ten_years = st.dates(date(2024, 1, 1), date(2034, 12, 31))

FRIDAY = date(2024, 11, 1)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_examples_of_each_rule(rule) -> None:  # type: ignore[no-untyped-def]
    for example in rule.examples:
        assert rule.pattern.search(spoken(example)), example
        assert rule.pattern.search(fold(example)), example
        assert find_stretch(spoken(example), FRIDAY)
    for example in rule.not_examples:
        assert not rule.pattern.search(spoken(example)), example


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("thứ năm tuần sau phải nộp gì", date(2024, 11, 7), date(2024, 11, 7)),
        ("thu 6 tuan nay co han gi", date(2024, 11, 1), date(2024, 11, 1)),
        ("chủ nhật này", date(2024, 11, 3), date(2024, 11, 3)),
        ("3 tuần sau có hạn gì", date(2024, 11, 18), date(2024, 11, 24)),
        ("trong vòng 10 ngày nữa", date(2024, 11, 1), date(2024, 11, 11)),
        ("sang tuần có gì phải nộp không", date(2024, 11, 4), date(2024, 11, 10)),
        ("2 hôm nữa có hạn gì", date(2024, 11, 3), date(2024, 11, 3)),
        ("2 tháng tới nộp gì", date(2024, 11, 1), date(2025, 1, 1)),
        ("10 ngày nữa", date(2024, 11, 11), date(2024, 11, 11)),
        ("trong vòng 10 ngày kể từ hôm nay có hạn gì", date(2024, 11, 1), date(2024, 11, 11)),
        ("trong 5 ngay lam viec toi", date(2024, 11, 1), date(2024, 11, 8)),
        ("ngày 5 tháng sau có hạn gì", date(2024, 12, 5), date(2024, 12, 5)),
        ("ngay 5 thang toi", date(2024, 12, 5), date(2024, 12, 5)),
        ("mồng 5 tháng sau", date(2024, 12, 5), date(2024, 12, 5)),
        ("giữa tháng 1 năm sau", date(2025, 1, 11), date(2025, 1, 20)),
        ("ngày 15 tháng 1 năm sau có hạn gì", date(2025, 1, 15), date(2025, 1, 15)),
        ("15/1 năm sau", date(2025, 1, 15), date(2025, 1, 15)),
        ("ngày 29 tháng 2 năm nay", date(2024, 2, 29), date(2024, 2, 29)),
        ("trước ngày 15 tháng 1 năm sau", FRIDAY, date(2025, 1, 14)),
        ("1 tháng rưỡi nữa", date(2024, 11, 1), date(2024, 12, 16)),
        ("thứ hai đầu tuần sau nữa", date(2024, 11, 11), date(2024, 11, 11)),
        ("bảy ngày qua", date(2024, 10, 25), date(2024, 10, 31)),
        ("sáu ngày nữa", date(2024, 11, 7), date(2024, 11, 7)),
        ("the past two weeks", date(2024, 10, 18), date(2024, 10, 31)),
        ("cuối quý này", date(2024, 12, 1), date(2024, 12, 31)),
        ("đầu tháng tới", date(2024, 12, 1), date(2024, 12, 10)),
        ("giữa tháng sau", date(2024, 12, 11), date(2024, 12, 20)),
        ("đầu năm sau", date(2025, 1, 1), date(2025, 4, 30)),
        ("tuần sau nữa", date(2024, 11, 11), date(2024, 11, 17)),
        ("ngày kia", date(2024, 11, 3), date(2024, 11, 3)),
        ("cuối tuần này", date(2024, 11, 1), date(2024, 11, 3)),
        ("thứ năm này", date(2024, 11, 7), date(2024, 11, 7)),
        ("thứ sáu này", date(2024, 11, 1), date(2024, 11, 1)),
        ("thứ sáu tới nộp gì", date(2024, 11, 8), date(2024, 11, 8)),
        ("thứ năm tuần này", date(2024, 10, 31), date(2024, 10, 31)),
        ("tuần trước có hạn nào", date(2024, 10, 21), date(2024, 10, 27)),
        ("tháng rồi nộp gì", date(2024, 10, 1), date(2024, 10, 31)),
        ("quý trước", date(2024, 7, 1), date(2024, 9, 30)),
        ("trong tháng 5 năm sau", date(2025, 5, 1), date(2025, 5, 31)),
        ("quý II năm tới", date(2025, 4, 1), date(2025, 6, 30)),
        ("nửa đầu tháng sau", date(2024, 12, 1), date(2024, 12, 15)),
        ("nửa cuối quý này", date(2024, 11, 16), date(2024, 12, 31)),
        ("nửa cuối năm nay", date(2024, 7, 1), date(2024, 12, 31)),
        ("nửa tháng nữa", date(2024, 11, 1), date(2024, 11, 16)),
        ("từ nay đến hết quý này", date(2024, 11, 1), date(2024, 12, 31)),
        ("từ giờ tới cuối tháng", date(2024, 11, 1), date(2024, 11, 30)),
        ("trước cuối tháng này", date(2024, 11, 1), date(2024, 11, 30)),
        ("mốt có hạn gì không", date(2024, 11, 3), date(2024, 11, 3)),
        ("what is due next Thursday", date(2024, 11, 7), date(2024, 11, 7)),
        ("due on Friday", date(2024, 11, 1), date(2024, 11, 1)),
        ("what is due by Monday of next week", FRIDAY, date(2024, 11, 4)),
        ("trước thứ sáu tuần sau phải nộp gì", FRIDAY, date(2024, 11, 7)),
        ("từ nay đến cuối quý này còn gì", FRIDAY, date(2024, 12, 31)),
        ("within the next 10 days", date(2024, 11, 1), date(2024, 11, 11)),
        ("in three weeks", date(2024, 11, 18), date(2024, 11, 24)),
        ("by the end of this quarter", date(2024, 11, 1), date(2024, 12, 31)),
        ("at the beginning of next month", date(2024, 12, 1), date(2024, 12, 10)),
        ("the week after next", date(2024, 11, 11), date(2024, 11, 17)),
        ("last month", date(2024, 10, 1), date(2024, 10, 31)),
        ("May next year", date(2025, 5, 1), date(2025, 5, 31)),
        ("next weekend", date(2024, 11, 8), date(2024, 11, 10)),
    ],
)
def test_what_is_meant(text: str, first: date, last: date) -> None:
    found = find_stretch(fold(text), FRIDAY)
    assert found is not None
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "điều thứ năm là gì", "báo cáo năm sau khi tổng kết", "trong 5 không", "500 ngày nữa", "cuối năm 2024",
        "trước ngày 25 hằng tháng", "hằng tháng trước ngày 25", "báo cáo 6 tháng đầu năm", "trong 6 tháng đầu năm 2024",
        "trong 5 ngày làm việc", "trong vòng 10 ngày kể từ ngày ký", "mỗi tuần một lần", "một báo cáo",
        "ngày 29 tháng 2 năm sau", "ngày 29/2 năm sau", "31 tháng 4 năm nay",
        "quý II năm 2024", "tôi ở thành phố", "tháng 13 năm sau", "every Monday", "within 10 days of signing",
        "the end of the plan", "the 6-month report", "who may sign",
    ],
)  # fmt: skip
def test_what_tells_no_time_from_today(text: str) -> None:
    assert find_stretch(fold(text), FRIDAY) is None


def test_over_ten_years_a_stretch_is_in_order_and_where_it_is_said_to_be() -> None:
    for n in range(0, 3653, 11):
        today = date(2020, 1, 1) + timedelta(days=n)
        for rule in RULES:
            for example in rule.examples:
                found = find_stretch(fold(example), today)
                assert found
                assert found.first <= found.last
                assert found.last >= today - timedelta(days=366)
        thursday = find_stretch("thu nam tuan sau", today)
        assert thursday
        assert thursday.first.weekday() == 3
        assert 3 < (thursday.first - today).days <= 10
        weeks = find_stretch("3 tuan sau", today)
        assert weeks
        assert weeks.first <= today + timedelta(weeks=3) <= weeks.last


@settings(max_examples=50, deadline=None)
@given(ten_years)
def test_over_ten_years_weeks_begin_on_monday_and_meet(today: date) -> None:
    """The week before, a weekday of this week and of the next one, and the one after next lie side by side."""
    before, after = told("tuần trước", today), told("tuần sau nữa", today)
    assert (before[0].weekday(), before[1].weekday()) == (0, 6)
    for day, name in enumerate(("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")):
        this, following = told(f"{name} tuần này", today)[0], told(f"{name} tuần sau", today)[0]
        assert this == before[0] + timedelta(days=7 + day)
        assert following == this + timedelta(days=7)
        assert told(f"{name} này", today)[0] in (this, following)
        assert 0 <= (told(f"{name} này", today)[0] - today).days < 7
        assert 1 <= (told(f"{name} tới", today)[0] - today).days <= 7
        english = calendar.day_name[day]
        assert told(f"next {english}", today)[0] == following
        assert told(f"on {english}", today) == told(f"{name} này", today)
    assert after[0] == before[0] + timedelta(weeks=3)


@settings(max_examples=50, deadline=None)
@given(ten_years)
def test_over_ten_years_parts_and_halves_make_the_whole(today: date) -> None:
    for unit, english in (("tháng", "month"), ("quý", "quarter"), ("năm", "year")):
        for which, en_which in (("này", "this"), ("sau", "next"), ("trước", "last")):
            which = "nay" if (unit, which) == ("năm", "này") else which
            begin, middle, end = (told(f"{part} {unit} {which}", today) for part in ("đầu", "giữa", "cuối"))
            first, second = (told(f"nửa {part} {unit} {which}", today) for part in ("đầu", "cuối"))
            assert begin[1] + timedelta(days=1) == middle[0]
            assert middle[1] + timedelta(days=1) == end[0]
            assert first[1] + timedelta(days=1) == second[0]
            assert (begin[0], end[1]) == (first[0], second[1])
            assert begin[0].day == 1
            assert (end[1] + timedelta(days=1)).day == 1
            assert told(f"the end of {en_which} {english}", today) == end
    assert told("đầu tháng trước", today)[0] == told("tháng trước", today)[0]
    assert told("cuối quý trước", today)[1] == told("quý trước", today)[1]


@settings(max_examples=50, deadline=None)
@given(ten_years, st.integers(1, 24))
def test_over_ten_years_so_many_ahead_is_where_the_calendar_has_it(today: date, count: int) -> None:
    assert told(f"{count} ngày nữa", today)[0] == today + timedelta(days=count)
    assert told(f"in {count} days", today)[0] == today + timedelta(days=count)
    week = told(f"{count} tuần nữa", today)
    assert week[0] <= today + timedelta(weeks=count) <= week[1]
    month = told(f"{count} tháng nữa", today)
    assert (month[0].year * 12 + month[0].month) - (today.year * 12 + today.month) == count
    assert month[1] == month[0].replace(day=calendar.monthrange(month[0].year, month[0].month)[1])
    within = told(f"trong vòng {count} tháng tới", today)
    assert within[0] == today
    assert month[0] <= within[1] <= month[1]
    assert told(f"within the next {count} months", today) == within
    assert told("từ nay đến hết quý này", today)[1] >= today


@settings(max_examples=50, deadline=None)
@given(ten_years, ten_years)
def test_over_ten_years_what_lies_between_adds_up(one: date, other: date) -> None:
    first, last = sorted((one, other))
    weeks, days = apart(first, last, "week")
    assert 0 <= days < 7
    assert first + timedelta(weeks=weeks, days=days) == last
    months, days = apart(first, last, "month")
    assert 0 <= days < 31
    month = first.year * 12 + first.month - 1 + months
    year, month = divmod(month, 12)
    day = min(first.day, calendar.monthrange(year, month + 1)[1])
    assert date(year, month + 1, day) + timedelta(days=days) == last


def told(text: str, today: date) -> tuple[date, date]:
    found = find_stretch(fold(text), today)
    assert found is not None, text
    return found.first, found.last


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("ngày 15 tháng 1 năm sau", date(2025, 1, 15)),
        ("ngày 15 tháng 1 năm 2025", date(2025, 1, 15)),
        ("15/01/2025", date(2025, 1, 15)),
        ("ngày 29 tháng 2 năm sau", None),
        ("ngày 29/2/2025", None),
    ],
)
def test_a_day_of_a_month_of_a_year_is_one_day_or_none(words: str, day: date | None) -> None:
    assert days_of(words, FRIDAY) == ((day, day) if day else None)
