"""Until when a plan is said to apply is judged against the end of its period, not against any year of it."""

from __future__ import annotations

import pytest

from tests.knowledge.answering.collection import Collection

_PLAN = """ỦY BAN NHÂN DÂN HUYỆN SÔNG BA
Số: 12/KH-UBND
Sông Ba, ngày 05 tháng 01 năm 2021

KẾ HOẠCH
Phát động phong trào thi đua "Dân vận khéo" giai đoạn 2021-2025

I. MỤC ĐÍCH
Nâng cao hiệu quả công tác dân vận của chính quyền.
"""


@pytest.fixture(scope="module")
def plans() -> Collection:
    return Collection({"song-ba": _PLAN})


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Kế hoạch áp dụng đến năm 2030 phải không?", "Không phải."),
        ("kế hoạch này có hiệu lực đến hết năm 2023 đúng không", "Không phải."),
        ("ke hoach thuc hien den het 2025 dung ko", "Đúng."),
        ("Kế hoạch thực hiện từ năm 2021 đến năm 2025 phải không?", "Đúng."),
        ("Kế hoạch thực hiện từ năm 2020 đến năm 2025 phải không?", "Không phải."),
    ],
)
def test_the_end_that_is_claimed(plans: Collection, question: str, verdict: str) -> None:
    answer = plans.ask(question, unit="song-ba")
    assert answer.text.startswith(verdict)
    assert "2021-2025" in answer.text
