"""Days that are not worked, and the last working day on which a deadline is kept."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from knowledge.answering.due import advice
from knowledge.answering.present import digits
from knowledge.answering.wording import EN, VI
from knowledge.model import Deadline
from knowledge.workdays import day_off, decided_until, last_working_day

TEN_YEARS = [date(2020, 1, 1) + timedelta(days=n) for n in range(3653)]


@pytest.mark.parametrize(
    ("day", "holiday"),
    [
        (date(2024, 11, 9), None),  # a Saturday
        (date(2024, 2, 10), "Tết Nguyên Đán"),
        (date(2024, 4, 18), "Ngày Giỗ Tổ Hùng Vương"),  # the tenth of the third lunar month
        (date(2024, 9, 2), "Quốc khánh"),
    ],
)
def test_a_day_off_has_a_reason(day: date, holiday: str | None) -> None:
    off = day_off(day)
    assert off is not None
    assert off.holiday == holiday


def test_a_saturday_that_is_worked_in_exchange_is_no_day_off() -> None:
    assert day_off(date(2024, 5, 4)) is None
    assert day_off(date(2024, 4, 29)) is not None


def test_only_years_that_are_not_decided_are_estimated() -> None:
    for year in range(2020, 2034):
        off = day_off(date(year, 9, 2))
        assert off is not None
        assert off.estimated is (year > decided_until())


def test_in_ten_years_the_last_working_day_is_worked_and_nothing_between_is() -> None:
    for day in TEN_YEARS:
        last = last_working_day(day)
        assert last <= day
        assert day_off(last) is None
        assert all(day_off(last + timedelta(days=n)) for n in range(1, (day - last).days + 1))


def _duty(comparator: str, day: int, month: int, year: int) -> Deadline:
    return Deadline("p", "1", None, "báo cáo", comparator=comparator, day=day, month=month, year=year)


def test_in_ten_years_the_advice_keeps_the_rule_and_names_a_working_day() -> None:
    """What is advised is never after the last day that the plan allows, and a day on which somebody works."""
    for day in TEN_YEARS[::3]:
        for comparator in ("trước", "chậm nhất"):
            told = advice(_duty(comparator, day.day, day.month, day.year), VI)
            last = day - timedelta(days=1) if comparator == "trước" else day
            if day_off(last) is None:
                assert (told is None) is (comparator == "chậm nhất")
                continue
            assert told is not None
            *_, safe_day, safe_month, safe_year = digits(told.split("nên gửi chậm nhất")[1])
            safe = date(int(safe_year), int(safe_month), int(safe_day))
            assert safe == last_working_day(last)
            assert safe < last


def test_the_day_off_is_said_beside_the_date_and_the_deadline_is_not_moved() -> None:
    duty = Deadline("p", "1", None, "báo cáo", comparator="trước", day=10, month=11, inferred_year=2024)
    assert advice(duty, VI) == (
        "ngày cuối 09/11 là thứ Bảy, nên gửi chậm nhất thứ Sáu 08/11; văn bản không nêu việc dời hạn"
    )
    assert "Saturday" in (advice(duty, EN) or "")
    later = _duty("chậm nhất", 2, 9, decided_until() + 3)
    assert "Quốc khánh (lịch nghỉ dự kiến)" in (advice(later, VI) or "")
