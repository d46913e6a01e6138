"""A duty of every week is told with its day of the week, and never said to have none above the words that name it."""

from __future__ import annotations

import pytest

from tests.knowledge.answering.collection import Collection

PLAN = """ỦY BAN NHÂN DÂN
XÃ HÒA BÌNH AN

Số: 25/KH-UBND

Hòa Bình An, ngày 03 tháng 02 năm 2026

KẾ HOẠCH
Giữ gìn vệ sinh môi trường năm 2026

1. Các thôn báo cáo kết quả vào sáng thứ Bảy hằng tuần về Ủy ban nhân dân xã.

2. Các trường học báo cáo danh sách học sinh hằng tuần về Văn phòng xã.

Nơi nhận:
- Các thôn;
- Lưu: VT.

CHỦ TỊCH

Trần Văn Bình
"""


@pytest.fixture(scope="module")
def plan() -> Collection:
    return Collection({"weekly": PLAN})


@pytest.mark.parametrize("question", ["các thôn báo cáo kết quả khi nào", "cac thon bao cao ket qua vao thu may"])
def test_the_day_of_the_week_is_told(plan: Collection, question: str) -> None:
    answer = plan.ask(question).text
    assert "thứ Bảy" in answer
    assert "không nêu ngày" not in answer


def test_a_weekly_duty_without_a_day_has_none(plan: Collection) -> None:
    assert "sáng thứ Bảy" not in plan.ask("các trường học báo cáo danh sách học sinh khi nào").text.splitlines()[0]
