"""Questions about whom a plan binds and whom to ask."""

from __future__ import annotations

import pytest

from knowledge.model import Status
from tests.knowledge.answering.collection import Collection

HEAD = """ỦY BAN NHÂN DÂN
PHƯỜNG TÂN HÒA

Số: 57/KH-UBND

Tân Hòa, ngày 12 tháng 3 năm 2026

KẾ HOẠCH
Thực hiện phong trào thi đua “Dân vận khéo” năm 2026

I. TỔ CHỨC THỰC HIỆN

1. Phòng Văn hóa - Xã hội tham mưu tổ chức phát động phong trào.

2. Các khu phố đăng ký mô hình và gửi báo cáo về Ủy ban nhân dân phường (qua Phòng Văn hóa - Xã hội), hộp thư điện \
tử: vhxh@tanhoa.gov.vn trước ngày 20/11.
"""
DIFFICULTY = (
    "\nTrong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị phản ánh về Văn phòng Đảng ủy phường.\n"
)
SIGNED = "\nCHỦ TỊCH\n\nTrần Văn Bình\n"

ASKING = ["có vướng mắc thì hỏi ai", "chua ro thi goi cho ai", "Khó khăn khi thực hiện thì phản ánh về đâu?"]


@pytest.fixture(scope="module")
def silent() -> Collection:
    return Collection({"tan-hoa": HEAD + SIGNED})


@pytest.fixture(scope="module")
def telling() -> Collection:
    return Collection({"tan-hoa": HEAD + DIFFICULTY + SIGNED})


@pytest.mark.parametrize("question", ASKING)
def test_the_sentence_on_difficulties_tells_whom_to_ask(telling: Collection, question: str) -> None:
    answer = telling.ask(question, unit="tan-hoa")
    assert answer.status is Status.ANSWERED
    assert "Văn phòng Đảng ủy phường" in answer.text


@pytest.mark.parametrize("question", ASKING)
def test_a_plan_that_names_nobody_to_ask_says_so(silent: Collection, question: str) -> None:
    answer = silent.ask(question, unit="tan-hoa")
    assert answer.status is Status.NOT_SPECIFIED
    assert "không nêu nơi giải đáp" in answer.text
    assert "vhxh@tanhoa.gov.vn" in answer.text


@pytest.mark.parametrize(
    "question", ["kế hoạch áp dụng cho những đối tượng nào", "ai phai thuc hien ke hoach", "who does the plan apply to"]
)
def test_whom_a_plan_binds_is_told_by_its_duties(silent: Collection, question: str) -> None:
    answer = silent.ask(question, unit="tan-hoa")
    assert answer.status is Status.ANSWERED
    assert "Phòng Văn hóa - Xã hội" in answer.text
    assert "khu phố" in answer.text


def test_a_part_on_scope_is_shown_itself() -> None:
    text = HEAD.replace(
        "I. TỔ CHỨC",
        "I. ĐỐI TƯỢNG, PHẠM VI\n\n1. Cán bộ, công chức phường.\n\n2. Người dân trên địa bàn.\n\nII. TỔ CHỨC",
    )
    answer = Collection({"tan-hoa": text + SIGNED}).ask("đối tượng áp dụng của kế hoạch là ai", unit="tan-hoa")
    assert "Người dân trên địa bàn" in answer.text
    assert "Phòng Văn hóa" not in answer.text
