"""A share is of those whom its clause names, and of what it says is reached; 'vận khéo đúng' is no 'vẫn dùng'."""

from __future__ import annotations

import pytest

from knowledge.model import Status
from tests.knowledge.answering.collection import Collection

_PLAN = """HUYỆN ỦY SÔNG BA
Số 12-KH/HU
Sông Ba, ngày 05 tháng 01 năm 2025

KẾ HOẠCH
thực hiện phong trào thi đua "Dân vận khéo" năm 2025

I. MỤC TIÊU
1. 85% hợp tác xã duy trì hoạt động hiệu quả, trong đó trên 40% đạt tiêu chí "Dân vận khéo".
2. Trên 70% đoàn viên sinh hoạt thường xuyên trong các tổ chức đoàn thể.

II. TỔ CHỨC THỰC HIỆN
1. Hàng năm các xã đăng ký mô hình "Dân vận khéo" theo chỉ tiêu được giao.
"""


@pytest.fixture(scope="module")
def plans() -> Collection:
    return Collection({"song-ba": _PLAN})


@pytest.mark.parametrize(
    "question", ["bao nhiêu % hợp tác xã đạt tiêu chí dân vận khéo", "mấy phần trăm hợp tác xã đạt Dân vận khéo?"]
)
def test_the_share_of_those_before_it(plans: Collection, question: str) -> None:
    assert plans.ask(question, unit="song-ba").text.startswith("trên 40%")


def test_its_claim_is_confirmed(plans: Collection) -> None:
    answer = plans.ask("trên 40% hợp tác xã phải đạt tiêu chí Dân vận khéo đúng không?", unit="song-ba")
    assert answer.text.startswith("Đúng. Trên 40%")


def test_another_share_is_not_confirmed(plans: Collection) -> None:
    answer = plans.ask("trên 70% đoàn viên phải đạt tiêu chí Dân vận khéo đúng không?", unit="song-ba")
    assert answer.status is Status.NOT_SPECIFIED
    assert "Đúng" not in answer.text


@pytest.mark.parametrize("question", ["Chỉ tiêu mỗi năm bao nhiêu mô hình?", "mỗi năm mấy mô hình vậy"])
def test_a_number_a_year_is_no_date(plans: Collection, question: str) -> None:
    assert "không nêu con số" in plans.ask(question, unit="song-ba").text
