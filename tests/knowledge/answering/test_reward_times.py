"""When rewards are given: the plan's reward without a date, unless a plan times it."""

from __future__ import annotations

import pytest

from knowledge.model import Status
from tests.knowledge.answering.collection import Collection

UNTIMED = """ỦY BAN NHÂN DÂN
XÃ MƯỜNG LA

Mường La, ngày 10 tháng 01 năm 2026

KẾ HOẠCH
Thực hiện phong trào thi đua “Dân vận khéo” năm 2026

I. KHEN THƯỞNG

Ủy ban nhân dân xã tặng Giấy khen cho các tập thể đạt thành tích xuất sắc trong phong trào thi đua.

II. TỔ CHỨC THỰC HIỆN

1. Các bản tổng kết phong trào, biểu dương mô hình hay. Hằng năm đăng ký mô hình với Văn phòng xã.

2. Các bản báo cáo kết quả về Văn phòng xã trước ngày 20/11.
"""
TIMED = UNTIMED.replace("MƯỜNG LA", "NẬM PÌ").replace("Mường La", "Nậm Pì") + (
    "\n3. Các bản gửi hồ sơ đề nghị khen thưởng về Văn phòng xã trước ngày 15/10.\n"
)


@pytest.fixture(scope="module")
def collection() -> Collection:
    return Collection({"muong-la-2026": UNTIMED, "nam-pi-2026": TIMED})


@pytest.mark.parametrize(
    "question",
    [
        "khen thưởng vào dịp nào",
        "bao giờ khen thưởng",
        "khi nao duoc khen thuong",
        "khi nào tặng giấy khen",
        "On what occasion are rewards given?",
        "when are rewards given",
    ],
)
def test_a_reward_without_a_time_is_quoted_as_such(collection: Collection, question: str) -> None:
    answer = collection.ask(question, unit="muong-la-2026")
    assert answer.status is Status.NOT_SPECIFIED
    assert "tặng Giấy khen" in answer.citations[0].quote
    assert "20/11" not in answer.text


def test_a_dated_duty_about_rewards_is_what_is_asked_for(collection: Collection) -> None:
    answer = collection.ask("khi nào gửi hồ sơ khen thưởng", unit="nam-pi-2026")
    assert answer.status is Status.ANSWERED
    assert "15/10" in answer.text
