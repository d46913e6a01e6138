"""Where something is stated: the article and its clause, of a unit that is only likely too."""

from __future__ import annotations

import pytest

from knowledge.model import Status
from tests.knowledge.answering.collection import Collection

RULES = """ỦY BAN NHÂN DÂN
XÃ HÒA LẠC
Số: 34/QĐ-UBND

Hòa Lạc, ngày 10 tháng 8 năm 2026

QUYẾT ĐỊNH
Ban hành Quy chế hoạt động của cụm thi đua

Điều 1. Phạm vi

1. Quy chế này áp dụng đối với các thôn và trường học trên địa bàn xã.

2. Doanh nghiệp tham gia trên cơ sở tự nguyện.

Điều 2. Nguyên tắc

1. Bình xét thi đua bằng phiếu kín.

2. Đơn vị vắng mặt không lý do không được đề nghị tặng Cờ thi đua.

3. Không tổ chức hoạt động của cụm kết hợp tham quan, du lịch bằng ngân sách nhà nước.

Điều 3. Kinh phí

Kinh phí hoạt động của cụm do đơn vị Cụm trưởng bố trí.

CHỦ TỊCH
Trần Văn Phúc
"""


@pytest.fixture(scope="module")
def commune() -> Collection:
    return Collection({"hoa-lac-2026": RULES})


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ([], "không kết hợp tham quan du lịch bằng ngân sách nằm ở điều mấy?"),
        (["Họp cụm xong đi tham quan bằng tiền ngân sách được không?"], "ở điều khoản nào vậy em?"),
        (["hop cum roi di du lich bang ngan sach duoc khong"], "nam o dieu may"),
    ],
)
def test_the_article_and_its_clause_are_told(commune: Collection, before: list[str], question: str) -> None:
    answer = commune.ask(question, unit="hoa-lac-2026", history=before)
    assert answer.status in (Status.ANSWERED, Status.NEAREST)
    assert "Điều 2, khoản 3" in answer.text.split("📎")[0]
