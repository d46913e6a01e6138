"""A span is told as exactly as the plan gives its ends, and no more exactly."""

import pytest

from knowledge.answering import due
from knowledge.answering.wording import EN, VI
from knowledge.facts import extract, last_safe_day
from knowledge.model import RawDocument
from knowledge.parsing import parse

HEAD = """ỦY BAN NHÂN DÂN
XÃ BÌNH YÊN
Số: 12/KH-UBND
Bình Yên, ngày 03 tháng 3 năm 2026

KẾ HOẠCH
Phong trào thi đua năm 2026

I. NỘI DUNG
"""


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Giai đoạn 2 (từ tháng 01/2026 đến tháng 12/2027): nhân rộng mô hình.", "từ tháng 1/2026 đến tháng 12/2027"),
        ("Đợt cao điểm tổ chức từ ngày 05/3/2026 đến hết tháng 4/2026.", "từ 05/3/2026 đến tháng 4/2026"),
        ("Tuyên truyền từ ngày 05/3/2026 đến ngày 30/4/2026.", "từ 05/3/2026 đến 30/4/2026"),
    ],
)
def test_no_day_is_told_that_the_plan_does_not_give(sentence: str, told: str) -> None:
    (duty,) = extract(parse(RawDocument("xa-binh-yen", f"{HEAD}1. {sentence}\n", ""))).deadlines
    assert due.when(duty, VI) == told


@pytest.mark.parametrize(
    ("sentence", "told", "in_english"),
    [
        (
            "Các ấp gửi báo cáo trước 17 giờ ngày 26/5/2026.",
            "trước 17 giờ ngày 26/5/2026",
            "before 17:00 on 26 May 2026",
        ),
        (
            "Biên bản gửi về Ủy ban nhân dân xã chậm nhất 10 giờ ngày 16/3/2026.",
            "chậm nhất 10 giờ ngày 16/3/2026",
            "no later than 10:00 on 16 March 2026",
        ),
        (
            "Các ấp gửi danh sách trước 16h30 ngày 18/11/2026.",
            "trước 16 giờ 30 ngày 18/11/2026",
            "before 16:30 on 18 November 2026",
        ),
    ],
)
def test_an_hour_stands_before_its_day(sentence: str, told: str, in_english: str) -> None:
    """And until then it is still that day: nothing is advised for the day before."""
    (duty,) = extract(parse(RawDocument("xa-binh-yen", f"{HEAD}1. {sentence}\n", ""))).deadlines
    assert due.when(duty, VI) == told
    assert due.when(duty, EN) == in_english
    safe = last_safe_day(duty)
    assert safe
    assert safe.day == duty.day
    assert due.advice(duty, VI) is None
