"""Rounds that are no plain "hằng tháng": even and odd months, every few months, days named together.

A day is told only where the words say which months it is of; the rest is told in words.
"""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answering import due
from knowledge.answering.wording import EN, VI
from knowledge.facts import extract
from knowledge.facts.cycles import find_cycles
from knowledge.model import RawDocument
from knowledge.parsing import parse
from tests.knowledge.facts.alterations import read, small_plan
from tests.knowledge.facts.test_schedule import days, scheduled

YEAR = "năm 2027"
EVEN = [f"2027-{month:02d}-15" for month in (2, 4, 6, 8, 10, 12)]
ODD = [f"2027-{month:02d}-20" for month in (1, 3, 5, 7, 9, 11)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ngày 15 của các tháng chẵn, các đơn vị gửi báo cáo về Văn phòng.", EVEN),
        ("Các đơn vị gửi báo cáo về Văn phòng trước ngày 15 các tháng chẵn trong năm.", EVEN),
        ("Vào các tháng chẵn, trước ngày 15, các đơn vị gửi báo cáo về Văn phòng.", EVEN),
        ("Chi đoàn sinh hoạt chuyên đề vào ngày 20 tháng lẻ hằng năm.", ODD),
        ("Các tháng lẻ, Ban Dân vận họp giao ban với các khối.", []),
        ("Các đơn vị báo cáo kết quả về Văn phòng trước ngày 25, hai tháng một lần.", []),
        ("Định kỳ 2 tháng/lần, trước ngày 25 của tháng thứ hai, các đơn vị gửi báo cáo về Văn phòng.", []),
        ("Các đơn vị gửi báo cáo về Văn phòng trước ngày 25 các tháng hè.", []),
        ("Mỗi quý một lần vào ngày 25, các đơn vị gửi báo cáo về Văn phòng.", []),
        ("Các đơn vị gửi báo cáo về Văn phòng mỗi quý một lần vào ngày 25 tháng cuối quý.",
         [f"2027-{month:02d}-25" for month in (3, 6, 9, 12)]),
        ("Ngày 10 của tháng thứ hai mỗi quý, các đơn vị gửi báo cáo về Văn phòng.",
         [f"2027-{month:02d}-10" for month in (2, 5, 8, 11)]),
        ("Chậm nhất ngày 20 các tháng 3, 6, 9, 12, các đơn vị gửi báo cáo về Văn phòng.",
         [f"2027-{month:02d}-20" for month in (3, 6, 9, 12)]),
        ("Các đơn vị gửi báo cáo về Văn phòng trước ngày 20 tháng 3, tháng 6 và tháng 9 hằng năm.",
         [f"2027-{month:02d}-20" for month in (3, 6, 9)]),
        ("Mỗi năm 02 lần (ngày 15/6 và 15/12), các đơn vị báo cáo về Văn phòng.", ["2027-06-15", "2027-12-15"]),
        ("Hằng năm, tháng 11 các đơn vị báo cáo về Văn phòng.", ["2027-11-30"]),
    ],
)  # fmt: skip
def test_days_are_those_that_the_words_name(sentence: str, expected: list[str]) -> None:
    assert days(sentence, YEAR) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Vào ngày 15 và 30 hằng tháng, các tổ gửi báo cáo về Văn phòng.",
        "Mỗi tháng 02 lần vào ngày 15 và 30, các tổ gửi báo cáo về Văn phòng.",
        "Mỗi tháng hai lần, vào các ngày 15, 30, các tổ gửi báo cáo về Văn phòng.",
    ],
)
def test_days_of_each_month_named_together(sentence: str) -> None:
    """Each is a duty of its own; a month without the 30th has none."""
    first, second = scheduled(sentence, YEAR)
    assert (len(first.days), len(second.days)) == (12, 11)
    assert {day.last.day for day in second.days} == {30}


@pytest.mark.parametrize(
    ("sentence", "told", "in_english"),
    [
        ("Trước ngày 15 các tháng chẵn, các tổ gửi báo cáo về Văn phòng.",
         "trước ngày 15, các tháng chẵn", "before 15, in the even months"),
        ("Định kỳ 02 tháng một lần, các tổ báo cáo kết quả về Văn phòng.",
         "2 tháng một lần, văn bản không nêu ngày cụ thể", "every 2 months, the plan gives no specific date"),
        ("Các tổ báo cáo kết quả về Văn phòng hai tháng một lần.",
         "2 tháng một lần, văn bản không nêu ngày cụ thể", "every 2 months, the plan gives no specific date"),
        ("Cứ hai tháng, các tổ báo cáo về Văn phòng một lần.",
         "2 tháng một lần, văn bản không nêu ngày cụ thể", "every 2 months, the plan gives no specific date"),
        ("Nửa tháng một lần, các tổ báo cáo kết quả về Văn phòng.",
         "nửa tháng một lần, văn bản không nêu ngày cụ thể", "every half month, the plan gives no specific date"),
        ("Các tổ báo cáo Văn phòng 15 ngày một lần.",
         "15 ngày một lần, văn bản không nêu ngày cụ thể", "every 15 days, the plan gives no specific date"),
        ("Cách tháng một lần, các tổ họp.",
         "2 tháng một lần, văn bản không nêu ngày cụ thể", "every 2 months, the plan gives no specific date"),
        ("Các tổ báo cáo kết quả về Văn phòng trước ngày 25, hai tháng một lần.",
         "trước ngày 25, 2 tháng một lần", "before 25, every 2 months"),
        ("Các tổ gửi báo cáo về Văn phòng trước ngày 25 các tháng hè.",
         "ngày 25 các tháng hè", "“ngày 25 các tháng hè”"),
    ],
)  # fmt: skip
def test_what_has_no_days_is_told_in_words(sentence: str, told: str, in_english: str) -> None:
    (duty,) = scheduled(sentence, YEAR)
    assert due.when(duty.deadline, VI) == told
    assert due.when(duty.deadline, EN) == in_english


def test_the_months_at_a_quarters_end_have_a_day_of_their_own() -> None:
    monthly, quarterly = scheduled(
        "Hằng tháng, trước ngày 20, riêng các tháng cuối quý trước ngày 15, các đơn vị gửi báo cáo về Văn phòng.", YEAR
    )
    assert len(monthly.days) == 12
    assert [day.last for day in quarterly.days] == [date(2027, month, 15) for month in (3, 6, 9, 12)]


def test_the_next_point_of_a_list_excepts_rounds_of_the_one_above() -> None:
    text = """ỦY BAN NHÂN DÂN XÃ A
Số: 12/KH-UBND

KẾ HOẠCH
Công tác năm 2027

1. Báo cáo định kỳ
- Báo cáo tháng: các thôn gửi về Văn phòng trước ngày 20 hằng tháng.
- Riêng các tháng cuối quý được lồng ghép vào báo cáo quý.
- Báo cáo quý: gửi trước ngày 15 của tháng cuối quý.
"""
    monthly, quarterly = extract(parse(RawDocument("p", text, ""))).deadlines
    assert monthly.exception == "Riêng các tháng cuối quý được lồng ghép vào báo cáo quý"
    assert quarterly.recurrence == "quý"
    assert quarterly.exception is None


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("định kỳ hằng quý, 6 tháng, năm", ["quý", "6 tháng", "năm"]),
        ("định kỳ 06 tháng một lần", ["6 tháng"]),
        ("03 tháng/lần", ["quý"]),
        ("năm năm một lần", ["5 năm"]),
        ("mỗi tháng 02 lần", ["tháng"]),
        ("Số tháng lẻ được tính tròn", []),
        ("vài tháng một lần", []),
        ("từ 2 - 3 tháng một lần", []),
        ("Hằng năm, 15 ngày trước ngày hội", ["năm"]),
        ("Hằng năm, tháng 11", ["năm"]),
    ],
)
def test_units(text: str, units: list[str]) -> None:
    assert [cycle.unit for cycle in find_cycles(text)] == units


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Văn phòng tổng hợp, báo cáo 6 tháng trước 15/6 và cả năm trước 15/11/2027 gửi Công đoàn Khu.",
            [("6 tháng", "tổng hợp, báo cáo 6 tháng"), ("năm", "tổng hợp, báo cáo cả năm")],
        ),
        (
            "Các thôn gửi báo cáo quý trước ngày 10/4, báo cáo năm trước ngày 05/12 về Ủy ban nhân dân xã.",
            [("quý", "gửi báo cáo quý"), ("năm", "báo cáo năm")],
        ),
    ],
)
def test_a_report_is_not_called_by_the_round_of_the_one_before(sentence: str, told: list[tuple[str, str]]) -> None:
    plan = parse(RawDocument("p", small_plan(f"I. BÁO CÁO\n1. {sentence}\n"), ""))
    assert [(each.period, each.what) for each in extract(plan).deadlines] == told


def test_what_is_listed_goes_where_its_lead_says() -> None:
    body = """I. HỒ SƠ
1. Hồ sơ nộp về Văn phòng Sở (qua Tổ Thi đua) theo thời hạn sau:
a) Khen thưởng thường xuyên: trước ngày 05 tháng 12;
b) Riêng các trường học nộp trước ngày 30 tháng 6;
c) Hội đồng họp xét trước ngày 20 tháng 12."""
    listed = [(duty.day, duty.to, duty.via) for duty in extract(read(small_plan(body))).deadlines if duty.day]
    sent = ("Văn phòng Sở", "Tổ Thi đua")
    assert listed == [(5, *sent), (30, *sent), (20, None, None)]


@pytest.mark.parametrize(
    ("title", "recurrences"),
    [("Ban hành quy chế xét thi đua", ["năm", "năm"]), ("Phát động thi đua năm 2025", ["năm", None])],
)
def test_in_a_paper_for_years_a_day_beside_one_of_each_year_is_of_each_year(
    title: str, recurrences: list[str | None]
) -> None:
    sentence = "Hội đồng họp xét trước ngày 10/11 hằng năm; Chủ tịch xã công nhận trước ngày 18/11."
    plan = parse(RawDocument("p", small_plan(f"I. THỜI HẠN\n1. {sentence}\n", title), ""))
    found = extract(plan).deadlines
    assert [each.recurrence for each in found] == recurrences
    assert found[1].inferred_year == (2025 if recurrences[1] is None else None)
