"""A span is told as exactly as the plan gives its ends, and no more exactly."""

import pytest

from knowledge.answering import due
from knowledge.answering.wording import VI
from knowledge.facts import extract
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
