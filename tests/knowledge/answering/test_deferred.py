"""A detail that a plan leaves to a later word is said not to be stated, with the words that leave it open."""

from __future__ import annotations

import pytest

from knowledge.model import Status
from tests.knowledge.answering.collection import Collection

TEXT = """ỦY BAN NHÂN DÂN
XÃ TÂN PHONG
Số: 61/KH-UBND

Tân Phong, ngày 02 tháng 4 năm 2026

KẾ HOẠCH
Cải tạo kênh mương nội đồng năm 2026

I. NHIỆM VỤ
1. Phòng Kinh tế chủ trì tập huấn kỹ thuật vận hành trạm bơm; thời gian tập huấn thông báo sau.
2. Tổ thủy nông thôn Đoài được hỗ trợ thêm cát, đá, số lượng theo đề xuất thực tế.
3. Mức thưởng cho tổ làm tốt do Hội đồng thi đua xã quyết định.
5. Mỗi thôn đăng ký điểm sửa kênh, số điểm mỗi năm theo quy định tại Kế hoạch số 40/KH-UBND.
4. Các thôn nạo vét kênh xong trước ngày 15/5/2026, mỗi thôn ít nhất 400 m.

Nơi nhận:
- Các thôn;
- Lưu: VT.

CHỦ TỊCH
Trần Văn Phúc
"""


@pytest.fixture(scope="module")
def plans() -> Collection:
    return Collection({"tan-phong": TEXT})


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("tập huấn vận hành trạm bơm vào ngày nào", "thời gian tập huấn thông báo sau"),
        ("tổ thủy nông thôn Đoài được thêm bao nhiêu cát đá", "số lượng theo đề xuất thực tế"),
        ("mỗi năm mỗi thôn đăng ký bao nhiêu điểm sửa kênh", "theo quy định tại Kế hoạch số 40/KH-UBND"),
        ("to lam tot duoc thuong bao nhieu tien", "do Hội đồng thi đua xã quyết định"),
    ],
)
def test_what_is_left_open_is_not_stated(plans: Collection, question: str, quote: str) -> None:
    answer = plans.ask(question, unit="tan-phong")
    assert answer.status is Status.NOT_SPECIFIED, answer.text
    assert quote in answer.text


def test_what_is_stated_beside_it_is_told(plans: Collection) -> None:
    answer = plans.ask("các thôn nạo vét kênh xong trước ngày nào", unit="tan-phong")
    assert answer.status is Status.ANSWERED
    assert "15/5/2026" in answer.text
