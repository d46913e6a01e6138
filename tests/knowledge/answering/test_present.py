from datetime import date

import pytest

from knowledge.answering.present import (
    day_text,
    period_label,
    period_text,
    quote_text,
    section_text,
    sentence_case,
    shorten,
)
from knowledge.answering.wording import EN, VI
from knowledge.model import Citation, Period


def citation(quote: str, start: int) -> Citation:
    return Citation("p", None, "I", quote, start, start + len(quote))


@pytest.mark.parametrize(
    ("day", "month", "year", "vietnamese", "english"),
    [
        (9, 5, None, "09/5", "9 May"),
        (23, 2, 2023, "23/02/2023", "23 February 2023"),
        (None, 11, None, "tháng 11", "November"),
        (None, 11, 2025, "tháng 11/2025", "November 2025"),
        (1, 12, None, "01/12", "1 December"),
    ],
)
def test_dates_follow_the_decree(day: int | None, month: int, year: int | None, vietnamese: str, english: str) -> None:
    assert day_text(day, month, year, VI) == vietnamese
    assert day_text(day, month, year, EN) == english


def test_a_school_year_is_told_by_its_days_not_as_a_year() -> None:
    assert period_label(Period(date(2025, 9, 1), date(2026, 8, 31)), VI) == "từ 01/9/2025 đến 31/8/2026"
    assert period_label(Period(date(2018, 1, 1), date(2020, 12, 31)), VI) == "năm 2018-2020"


def test_period_of_whole_years_is_years_and_other_periods_are_days() -> None:
    assert period_text(Period(date(2018, 1, 1), date(2020, 12, 31)), VI) == "2018-2020"
    assert period_text(Period(date(2024, 1, 1), date(2024, 12, 31)), VI) == "2024"
    assert period_text(Period(date(2025, 6, 1), date(2025, 9, 30)), VI) == "01/6/2025-30/9/2025"


def test_sections_are_named_as_people_say_them() -> None:
    assert section_text("III.3", VI) == "mục III.3"
    assert section_text("IV (đoạn kết)", VI) == "mục IV (đoạn kết)"
    assert section_text("chú thích 3", VI) == "chú thích 3"
    assert section_text("Điều 5.1", VI) == "Điều 5.1"


def test_a_quote_is_one_line_without_markup_and_shows_its_gaps() -> None:
    assert quote_text([citation("trước **ngày 23\n\ntháng 02**", 5)]) == "trước ngày 23 tháng 02"
    assert quote_text([citation("Luật thực", 0), citation("hiện dân chủ", 400)]) == "Luật thực … hiện dân chủ"
    assert quote_text([citation("một", 0), citation("hai", 4)]) == "một hai"


def test_a_long_quote_is_cut_at_a_word() -> None:
    assert shorten("một hai ba", 8) == "một hai…"
    assert shorten("một hai ba", 10) == "một hai ba"


def test_sentence_case_keeps_markup() -> None:
    assert sentence_case("**trước ngày**") == "**Trước ngày**"


def test_a_long_quote_keeps_the_words_that_matter() -> None:
    text = "Các đơn vị báo cáo kết quả " * 20 + "trước ngày 30/9 hàng năm để tổng hợp."
    shown = quote_text([citation(text, 0)], 120, "trước ngày 30/9 hàng năm")
    assert "trước ngày 30/9 hàng năm" in shown
    assert shown.startswith("…")
    assert len(shown) <= 122
