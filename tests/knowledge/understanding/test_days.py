"""Words that are nothing but a time, as days."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.understanding.days import days_of

TODAY = date(2026, 11, 18)
"""A Wednesday."""


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("tuần sau", (2026, 11, 23), (2026, 11, 29)),
        ("TUAN NAY", (2026, 11, 16), (2026, 11, 22)),
        ("hôm nay", (2026, 11, 18), (2026, 11, 18)),
        ("ngày mai", (2026, 11, 19), (2026, 11, 19)),
        ("quý này", (2026, 10, 1), (2026, 12, 31)),
        ("quý  sau", (2027, 1, 1), (2027, 3, 31)),
        ("tháng tới", (2026, 12, 1), (2026, 12, 31)),
        ("thứ năm tuần sau", (2026, 11, 26), (2026, 11, 26)),
        ("trong 10 ngày nữa", (2026, 11, 18), (2026, 11, 28)),
        ("3 tuần sau", (2026, 12, 7), (2026, 12, 13)),
        ("cuối quý này", (2026, 12, 1), (2026, 12, 31)),
        ("từ nay đến cuối năm", (2026, 11, 18), (2026, 12, 31)),
        ("tháng 12", (2026, 12, 1), (2026, 12, 31)),
        ("tháng 5", (2027, 5, 1), (2027, 5, 31)),
        ("tháng 5 năm 2024", (2024, 5, 1), (2024, 5, 31)),
        ("tháng 02/2027", (2027, 2, 1), (2027, 2, 28)),
        ("5/2024", (2024, 5, 1), (2024, 5, 31)),
        ("quý IV", (2026, 10, 1), (2026, 12, 31)),
        ("quý 1", (2027, 1, 1), (2027, 3, 31)),
        ("quý II/2025", (2025, 4, 1), (2025, 6, 30)),
        ("năm 2024", (2024, 1, 1), (2024, 12, 31)),
        ("năm nay", (2026, 1, 1), (2026, 12, 31)),
        ("năm sau", (2027, 1, 1), (2027, 12, 31)),
        ("next week", (2026, 11, 23), (2026, 11, 29)),
    ],
)
def test_a_time_by_its_words(text: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    assert days_of(text, TODAY) == (date(*first), date(*last))


@pytest.mark.parametrize(
    "text", ["", "xã An Bình", "tháng 13", "quý V", "năm 1200", "5 không", "năm", "từ nay đến cuối năm 2020"]
)
def test_no_time(text: str) -> None:
    assert days_of(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "year"),
    [("tháng 5", 2026), ("quý 1", 2026), ("tháng 12", 2026), ("tháng 5 năm 2024", 2024), ("tháng 5 năm sau", 2027)],
)
def test_a_month_without_a_year_can_be_this_years(text: str, year: int) -> None:
    found = days_of(text, TODAY, coming=False)
    assert found
    assert {day.year for day in found} == {year}
