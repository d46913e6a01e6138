"""Of a table's rows the one is told whose label the question says, whatever another row's cells say."""

from __future__ import annotations

import pytest

from knowledge.model import Status
from tests.knowledge.answering.collection import Collection

CONTEST = """SỞ VĂN HÓA TỈNH AN HÒA

Số: 31/KH-SVH

An Hòa, ngày 07 tháng 01 năm 2026

KẾ HOẠCH
Tổ chức hội thi tuyên truyền năm 2026

1. Lịch tổ chức theo vòng

| Vòng | Phạm vi | Hạn đăng ký | Thời gian thi |
|---|---|---|---|
| Vòng cơ sở | Từng đơn vị | Không phải đăng ký | Trước ngày 15/02/2026 |
| Vòng cụm | 08 cụm | 28/02/2026 | 14/3/2026 |
| Vòng tỉnh | Các đội nhất, nhì cụm | 25/3/2026 | 10/4/2026 |

2. Đăng ký vòng tỉnh gửi Văn phòng Sở, bản giấy nộp lúc 8 giờ 00 ngày 03/4/2026.

Nơi nhận:
- Các đơn vị;
- Lưu: VT.

GIÁM ĐỐC

Lê Văn Phúc
"""


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("hạn đăng ký vòng tỉnh là ngày nào", "25/3/2026"),
        ("han dang ky vong cum la ngay nao", "28/02/2026"),
        ("vòng cơ sở thi trước ngày nào", "15/02/2026"),
    ],
)
def test_the_row_that_is_named_is_told_first(question: str, day: str) -> None:
    answer = Collection({"contest": CONTEST}).ask(question)
    assert answer.status is Status.ANSWERED
    days = ("15/02/2026", "28/02/2026", "25/3/2026")
    first = min((answer.text.find(each), each) for each in days if each in answer.text)
    assert first[1] == day
