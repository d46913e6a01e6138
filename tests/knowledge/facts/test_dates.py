"""The grammar of dates: what is a date, what it says, and where it stands."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.facts import due_date, last_safe_day
from knowledge.facts.cycles import find_cycles
from knowledge.facts.dates import find_whens
from knowledge.model import Deadline


@pytest.mark.parametrize(
    ("text", "day", "month", "year"),
    [
        ("trước ngày 23 tháng 02 năm 2023", 23, 2, 2023),
        ("trước ngày 05 tháng 12", 5, 12, None),
        ("trước 10/5", 10, 5, None),
        ("ngày 30/9 hàng năm", 30, 9, None),
        ("chậm nhất là ngày 5-8-2025", 5, 8, 2025),
        ("đến hết ngày 30.9.2025", 30, 9, 2025),
        ("vào thứ Hai, ngày 03/3/2025", 3, 3, 2025),
        ("trước ngày 10 tháng 6/2025", 10, 6, 2025),
        ("xong trước 31/10.", 31, 10, None),
        ("trước ngày 29/02/2028", 29, 2, 2028),
    ],
)
def test_calendar_dates(text: str, day: int, month: int, year: int | None) -> None:
    (when,) = find_whens(text)
    assert (when.parts.day, when.parts.month, when.parts.year) == (day, month, year)
    assert text[when.start : when.end].strip(" .") in text


@pytest.mark.parametrize(
    "text",
    [
        "ngày 31/4/2025",
        "ngày 29 tháng 02 năm 2025",
        "ngày 32/1",
        "đạt 20/24 chỉ tiêu",
        "có 10/12 chi bộ hoàn thành",
        "Kế hoạch số 10/5-KH",
        "Quyết định 09/2025/QĐ-UBND",
        "trên 2/3 số đại biểu",
        "mục 1.2.3",
        "giai đoạn 2021-2025",
        "định kỳ 6 tháng 1 lần",
        "trước 10/12 chỉ tiêu",
        "từ 01 - 02 điển hình",
        "Điều 5/6",
    ],
)
def test_no_dates(text: str) -> None:
    assert [when for when in find_whens(text) if when.parts.day or when.parts.month] == []


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("trước ngày 10/5", "trước"),
        ("chậm nhất ngày 10/5", "chậm nhất"),
        ("chậm nhất là vào ngày 10/5", "chậm nhất"),
        ("muộn nhất ngày 10/5", "chậm nhất"),
        ("không quá ngày 10/5", "chậm nhất"),
        ("đến hết ngày 10/5", "đến"),
        ("vào ngày 10/5", "vào"),
        ("trong ngày 10/5", "trong"),
        ("từ ngày 10/5 đến ngày 15/5", "từ"),
        ("từ nay đến ngày 10/5", "đến"),
        ("ngày 10/5", None),
    ],
)
def test_comparators(text: str, comparator: str | None) -> None:
    assert find_whens(text)[0].comparator == comparator


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("từ ngày 05/12/2025 đến ngày 20/02/2026", date(2025, 12, 5), date(2026, 2, 20)),
        ("từ 01 đến 15/11/2025", date(2025, 11, 1), date(2025, 11, 15)),
        ("từ tháng 9/2025 đến tháng 5/2026", date(2025, 9, 1), date(2026, 5, 31)),
        ("từ ngày 20/12 đến ngày 10/01/2026", date(2025, 12, 20), date(2026, 1, 10)),
        ("từ quý I đến quý III/2025", date(2025, 1, 1), date(2025, 9, 30)),
        ("từ ngày 15/3/2026 đến hết ngày 20/3/2026", date(2026, 3, 15), date(2026, 3, 20)),
    ],
)
def test_ranges(text: str, first: date, last: date) -> None:
    (when,) = find_whens(text)
    assert when.last is not None
    assert (when.parts.first_day(), when.last.last_day()) == (first, last)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("trước 17 giờ 00 ngày 30/4/2025", "17:00"),
        ("trước 16h30 ngày 18/11", "16:30"),
        ("lúc 7 giờ 30 phút, ngày 02/9/2025", "07:30"),
        ("trước ngày 15/5 (17 giờ)", "17:00"),
        ("Đợt 2: ngày 15/5/2025", None),
    ],
)
def test_time_of_day(text: str, time: str | None) -> None:
    assert find_whens(text)[0].time == time


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("trong vòng 10 ngày kể từ ngày ký", "10 ngày kể từ ngày ký"),
        ("chậm nhất 05 ngày làm việc sau khi kết thúc hội nghị", "05 ngày làm việc sau khi kết thúc hội nghị"),
        ("ngay sau khi kết thúc đợt thi đua", "ngay sau khi kết thúc đợt thi đua"),
        ("trước ngày khai giảng", "ngày khai giảng"),
        ("trong vòng 03 ngày", "03 ngày"),
    ],
)
def test_relative_terms(text: str, within: str) -> None:
    (when,) = find_whens(text)
    assert when.within == within
    assert when.parts.day is None


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("định kỳ hàng quý, 6 tháng, năm", ["quý", "6 tháng", "năm"]),
        ("hằng tháng", ["tháng"]),
        ("mỗi năm một lần", ["năm"]),
        ("6 tháng một lần", ["6 tháng"]),
        ("02 lần/năm", ["năm"]),
        ("định kỳ 06 tháng và hằng năm", ["6 tháng", "năm"]),
        ("định kỳ kiểm tra", ["định kỳ"]),
        ("nội dung năm không", []),
        ("năm 2025", []),
    ],
)
def test_cycles(text: str, units: list[str]) -> None:
    assert [cycle.unit for cycle in find_cycles(text)] == units


def duty(**fields: object) -> Deadline:
    return Deadline("p", "I", None, "báo cáo", **fields)  # type: ignore[arg-type]


def test_before_a_day_means_the_day_before() -> None:
    assert last_safe_day(duty(comparator="trước", day=10, month=5, year=2024)) == date(2024, 5, 9)
    assert last_safe_day(duty(comparator="trước", day=1, month=3, inferred_year=2024)) == date(2024, 2, 29)


def test_other_comparators_mean_the_day_itself() -> None:
    assert last_safe_day(duty(comparator="chậm nhất", day=10, month=5, year=2024)) == date(2024, 5, 10)
    assert due_date(duty(comparator="từ", day=1, month=5, year=2024, until=date(2024, 5, 20))) == date(2024, 5, 20)
    assert due_date(duty(comparator="trong", month=2, year=2024, until=date(2024, 2, 29))) == date(2024, 2, 29)


def test_no_day_without_a_year_or_a_date() -> None:
    assert due_date(duty(comparator="trước", day=30, month=9, recurrence="năm", until=date(2020, 12, 31))) is None
    assert last_safe_day(duty(recurrence="quý", until=date(2023, 12, 31))) is None
    assert last_safe_day(duty(within="10 ngày kể từ ngày ký", comparator="trong vòng")) is None


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ngày tháng năm/0123456789-. trướcđến;()quýI", max_size=120))
def test_any_text_is_read_in_order(text: str) -> None:
    whens = find_whens(text)
    assert all(0 <= when.start <= when.point < when.end <= len(text) for when in whens)
    assert list(whens) == sorted(whens, key=lambda when: when.start)
