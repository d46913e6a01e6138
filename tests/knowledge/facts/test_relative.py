"""Time told from today."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from knowledge.facts.relative import RULES, find_stretch
from knowledge.text import fold

FRIDAY = date(2024, 11, 1)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_examples_of_each_rule(rule) -> None:  # type: ignore[no-untyped-def]
    for example in rule.examples:
        assert rule.pattern.search(fold(example)), example
        assert find_stretch(fold(example), FRIDAY)
    for example in rule.not_examples:
        assert not rule.pattern.search(fold(example)), example


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("thứ năm tuần sau phải nộp gì", date(2024, 11, 7), date(2024, 11, 7)),
        ("thu 6 tuan nay co han gi", date(2024, 11, 1), date(2024, 11, 1)),
        ("chủ nhật này", date(2024, 11, 3), date(2024, 11, 3)),
        ("3 tuần sau có hạn gì", date(2024, 11, 18), date(2024, 11, 24)),
        ("trong vòng 10 ngày nữa", date(2024, 11, 1), date(2024, 11, 11)),
        ("2 tháng tới nộp gì", date(2024, 11, 1), date(2025, 1, 1)),
        ("10 ngày nữa", date(2024, 11, 11), date(2024, 11, 11)),
        ("cuối quý này", date(2024, 12, 1), date(2024, 12, 31)),
        ("đầu tháng tới", date(2024, 12, 1), date(2024, 12, 10)),
        ("giữa tháng sau", date(2024, 12, 11), date(2024, 12, 20)),
        ("đầu năm sau", date(2025, 1, 1), date(2025, 4, 30)),
        ("tuần sau nữa", date(2024, 11, 11), date(2024, 11, 17)),
        ("ngày kia", date(2024, 11, 3), date(2024, 11, 3)),
        ("cuối tuần này", date(2024, 11, 1), date(2024, 11, 3)),
    ],
)
def test_what_is_meant(text: str, first: date, last: date) -> None:
    found = find_stretch(fold(text), FRIDAY)
    assert found is not None
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize(
    "text", ["điều thứ năm là gì", "báo cáo năm sau khi tổng kết", "trong 5 không", "500 ngày nữa", "cuối năm 2024"]
)
def test_what_tells_no_time_from_today(text: str) -> None:
    assert find_stretch(fold(text), FRIDAY) is None


def test_over_ten_years_a_stretch_is_in_order_and_where_it_is_said_to_be() -> None:
    for n in range(0, 3653, 2):
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
