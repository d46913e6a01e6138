"""Whom a question says a duty is sent to is judged against the duty's own recipient and office."""

from __future__ import annotations

import pytest

from knowledge.model import Status
from tests.knowledge.answering.collection import Collection

_PLAN = """ỦY BAN NHÂN DÂN HUYỆN SÔNG BA
Số: 12/KH-UBND
Sông Ba, ngày 05 tháng 01 năm 2025

KẾ HOẠCH
Phát động phong trào thi đua "Dân vận khéo" năm 2025

I. MỤC ĐÍCH
Nâng cao hiệu quả công tác dân vận của chính quyền.

II. TỔ CHỨC THỰC HIỆN
1. Các cơ quan, đơn vị báo cáo kết quả thực hiện về Ủy ban nhân dân huyện (qua Phòng Nội vụ) trước ngày 15/11/2025.

Nơi nhận:
- Sở Nội vụ;
- Các xã, thị trấn;
- Lưu: VT.
"""


@pytest.fixture(scope="module")
def plans() -> Collection:
    return Collection({"song-ba": _PLAN})


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Báo cáo gửi qua Phòng Nội vụ phải không?", ""),
        ("báo cáo nộp cho UBND huyện đúng không", ""),
        ("bao cao nop qua van phong ubnd phai ko", "Không phải."),
        ("Báo cáo gửi cho Ban Tổ chức phải không?", "Không phải."),
        ("Nhận báo cáo qua Sở Nội vụ phải không?", "Không phải."),
    ],
)
def test_the_body_that_is_claimed(plans: Collection, question: str, verdict: str) -> None:
    answer = plans.ask(question, unit="song-ba")
    assert answer.status is Status.ANSWERED
    assert answer.text.startswith(verdict)
    assert verdict or not answer.text.startswith("Không")
    assert "qua Phòng Nội vụ" in answer.text


def test_a_copy_of_the_plan_is_not_denied(plans: Collection) -> None:
    assert "Không phải" not in plans.ask("Kế hoạch gửi cho Sở Nội vụ phải không?", unit="song-ba").text
