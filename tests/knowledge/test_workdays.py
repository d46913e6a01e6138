"""Days that are not worked, and the last working day on which a deadline is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from knowledge.answering.due import advice
from knowledge.answering.present import digits
from knowledge.answering.wording import EN, VI
from knowledge.model import Citation, Deadline
from knowledge.training.workdays import table
from knowledge.workdays import FIRST, LAST, TABLE, day_off, decided_until, last_working_day, new_year, of_package

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


def test_the_table_is_what_the_package_says() -> None:
    """Where it isn't, a newer package knows more: `make workdays`."""
    assert TABLE.read_text("utf-8").splitlines()[1:] == table().splitlines()[1:]


@pytest.mark.parametrize("year", [FIRST - 1, LAST + 1])
def test_years_beyond_the_table_are_asked_of_the_package(year: int) -> None:
    off = day_off(date(year, 9, 2))
    assert off is not None
    assert off.holiday == of_package(range(year, year + 1))[1].holidays[date(year, 9, 2)]


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


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2023, 12, 1), date(2024, 2, 8)),
        (date(2024, 2, 10), date(2025, 1, 27)),
        (date(2025, 1, 26), date(2025, 1, 27)),
    ],
)
def test_the_next_lunar_new_year_begins_with_its_first_day_off(day: date, first: date) -> None:
    """As the government decided for 2024 (the 29th of the last lunar month) and 2025 (a Monday after a weekend)."""
    assert new_year(day) == first
    assert "Tết" in (getattr(day_off(first), "holiday", None) or "")


@pytest.mark.parametrize(
    ("quote", "moves"),
    [
        ("vào ngày 05 hằng tháng; nếu trùng ngày nghỉ thì chuyển sang ngày làm việc kế tiếp", True),
        ("gửi trước ngày 10/5; trường hợp rơi vào thứ Bảy, Chủ nhật thì gửi vào ngày làm việc liền trước", True),
        ("gửi báo cáo trước ngày 10/5, kể cả báo cáo ngày nghỉ", False),
        ("tổ chức ngày làm việc không nghỉ; báo cáo trước ngày 10/5", False),
    ],
)
def test_where_the_plan_moves_a_day_off_it_is_not_said_that_it_does_not(quote: str, moves: bool) -> None:
    cited = Citation("p", None, "I", quote, 0, len(quote))
    saturday = replace(_duty("chậm nhất", 7, 12, 2024), citations=(cited,))
    assert saturday.wants_workday is not moves
    assert (advice(saturday, VI) is None) is moves


@pytest.mark.parametrize("comparator", [None, "vào"])
def test_what_takes_place_on_its_day_is_not_advised_to_be_done_before(comparator: str | None) -> None:
    sunday = replace(_duty("vào", 28, 6, 2026), comparator=comparator, what="Hội thi “Bữa cơm gia đình”")
    assert day_off(date(2026, 6, 28))
    assert advice(sunday, VI) is None
    assert advice(replace(sunday, what="báo cáo kết quả"), VI)
