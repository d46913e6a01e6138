"""Whose recurrence, period and year a date has when the words stand before it, after it, or once for several dates."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.facts import extract
from knowledge.model import Deadline
from tests.knowledge.facts.alterations import read, small_plan
from tests.knowledge.facts.test_sentences import plan_of

Row = tuple[int | None, int | None, str | None, str | None]


def deadlines(text: str) -> tuple[Deadline, ...]:
    return extract(plan_of({"text": text})).deadlines


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Chi ủy báo cáo Đảng ủy phường định kỳ hằng tháng vào ngày 25.", [(25, None, "tháng", None)]),
        ("Hằng tháng, các chi bộ gửi báo cáo về Đảng ủy trước ngày 20.", [(20, None, "tháng", None)]),
        (
            "Các chi bộ báo cáo hằng quý trước ngày 15 của tháng cuối quý, 6 tháng trước 15/6, năm trước 15/11 "
            "hằng năm.",
            [(15, None, "quý", None), (15, 6, "6 tháng", None), (15, 11, "năm", None)],
        ),
        (
            "Trưởng thôn gửi báo cáo 6 tháng trước ngày 05 tháng 6 và báo cáo năm trước ngày 05 tháng 12 hằng năm.",
            [(5, 6, "năm", "6 tháng"), (5, 12, "năm", None)],
        ),
        (
            "Các thôn gửi báo cáo về xã trước 05 tháng 6 và trước 05 tháng 12 hằng năm.",
            [(5, 6, "năm", None), (5, 12, "năm", None)],
        ),
    ],
)
def test_recurrence(text: str, rows: list[Row]) -> None:
    assert [(d.day, d.month, d.recurrence, d.period) for d in deadlines(text)] == rows


def test_day_of_the_last_month_of_a_quarter_is_stated_whole() -> None:
    assert deadlines("Các tổ báo cáo hằng quý trước ngày 15 của tháng cuối quý.")[0].stated == (
        "trước ngày 15 của tháng cuối quý"
    )


@pytest.mark.parametrize("words", ["05/01 năm sau", "05 tháng 01 năm tới", "05/01 năm kế tiếp"])
def test_year_after_the_plan(words: str) -> None:
    (duty,) = deadlines(f"Các tổ gửi báo cáo trước ngày {words}.")
    assert (duty.day, duty.month, duty.inferred_year) == (5, 1, 2026)
    assert duty.stated == f"trước ngày {words}"


def test_part_of_a_periodic_report_keeps_its_period() -> None:
    (duty,) = deadlines("Các tổ báo cáo kết quả 6 tháng lồng ghép trong báo cáo định kỳ gửi Ban Thường trực.")
    assert (duty.period, duty.folded_into, duty.day) == ("6 tháng", "báo cáo định kỳ", None)


def test_money_is_never_cut_and_never_a_target() -> None:
    text = (
        "Chủ tịch Ủy ban nhân dân phường tặng Giấy khen kèm 1.000.000 đồng cho mỗi tập thể, 500.000 đồng cho mỗi "
        "cá nhân; hỗ trợ ít nhất 500.000 đồng cho mỗi hộ; vận động từ 800 đến 1.200 hộ."
    )
    facts = extract(plan_of({"text": text}))
    assert [(t.value, t.counts) for t in facts.targets] == [("từ 800 đến 1.200", "hộ")]
    assert [r.recipient for r in facts.rewards] == ["mỗi tập thể, 500.000 đồng cho mỗi cá nhân"]


def test_reports_of_a_document_without_a_period_are_due_every_year() -> None:
    plan = plan_of({"text": "Báo cáo năm: trước ngày 15/12; báo cáo 6 tháng: trước ngày 15/6; hồ sơ nộp trước 30/11."})
    standing = replace(plan, header=replace(plan.header, period=None))
    assert [(d.day, d.recurrence, d.inferred_year) for d in extract(standing).deadlines] == [
        (15, "năm", None),
        (15, "năm", None),
        (30, None, 2025),
    ]


def test_list_in_the_footnote_of_its_name_is_one_list() -> None:
    text = small_plan(
        "I. NỘI DUNG\n1. Thực hiện nghiêm “3 không”[1] khi tiếp công dân.\n\n"
        "[1] 3 không: không phiền hà; không trễ hẹn; không đùn đẩy.\n\n2. Công khai thủ tục."
    )
    assert [(n.count, len(n.items)) for n in extract(read(text)).no_lists] == [(3, 3)]


def test_day_that_no_calendar_has_keeps_its_words() -> None:
    (duty,) = deadlines("Đoàn trường nộp bản đăng ký mô hình trước ngày 31/4/2025.")
    assert (duty.day, duty.month, duty.stated) == (None, None, "trước ngày 31/4/2025")


def test_day_that_no_calendar_has_is_a_warning() -> None:
    plan = read(small_plan("I. NỘI DUNG\n1. Nộp báo cáo trước ngày 31/4/2025.\n2. Nộp báo cáo trước ngày 29/2."))
    assert [w for w in plan.warnings if "no such day" in w] == ["no such day: 'trước ngày 31/4/2025' in I.1"]
