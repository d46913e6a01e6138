"""A plan's days and head are not lent to another body of its place, nor to the place above that has its name."""

from __future__ import annotations

import pytest

from knowledge.model import Status
from tests.knowledge.answering.collection import Collection

OF_DEPARTMENT = """ỦY BAN NHÂN DÂN
HUYỆN YÊN LẬP
PHÒNG GIÁO DỤC VÀ ĐÀO TẠO

Số: 52/KH-PGDĐT

Yên Lập, ngày 12 tháng 01 năm 2026

KẾ HOẠCH
Thực hiện phong trào trường học thân thiện năm 2026

I. NHIỆM VỤ

1. Các trường tổ chức ngày hội đọc sách vào tháng 4.

II. BÁO CÁO

1. Các trường báo cáo kết quả về Phòng Giáo dục và Đào tạo trước ngày 25 tháng 11 năm 2026 để tổng hợp, báo cáo Ủy \
ban nhân dân huyện.
"""
OF_TOWN = """ĐẢNG BỘ TỈNH CAO BẰNG
THÀNH ỦY CAO BẰNG

Số: 33-KH/TU

Cao Bằng, ngày 05 tháng 02 năm 2026

KẾ HOẠCH
Công tác dân vận năm 2026 trên địa bàn thành phố Cao Bằng

I. NHIỆM VỤ

1. Ủy ban nhân dân thành phố rà soát thủ tục hành chính trước ngày 30 tháng 6 năm 2026.

II. BÁO CÁO

1. Các đảng ủy xã, phường báo cáo kết quả về Ban Dân vận Thành ủy trước ngày 20 tháng 11 năm 2026.
"""


@pytest.fixture(scope="module")
def plans() -> Collection:
    return Collection({"phong": OF_DEPARTMENT, "thanh-uy": OF_TOWN})


@pytest.mark.parametrize(
    "question",
    [
        "UBND huyện Yên Lập nộp báo cáo ngày nào",
        "Huyện ủy Yên Lập hạn báo cáo khi nào",
        "ke hoach cua ubnd huyen yen lap so may",
        "tỉnh Cao Bằng nộp báo cáo ngày nào",
        "Kế hoạch của tỉnh Cao Bằng số mấy?",
        "Tỉnh ủy Cao Bằng hạn báo cáo ngày mấy",
    ],
)
def test_nothing_is_stated_for_another_body(plans: Collection, question: str) -> None:
    assert plans.ask(question).status in (Status.NEAREST, Status.NOT_FOUND)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Phòng GD Yên Lập nộp báo cáo ngày nào", "25"),
        ("huyện Yên Lập nộp báo cáo ngày nào", "25"),
        ("Thành ủy Cao Bằng hạn báo cáo ngày mấy", "20"),
        ("thành phố Cao Bằng, tỉnh Cao Bằng: hạn báo cáo ngày mấy", "20"),
        ("Cao Bằng hạn báo cáo ngày mấy", "20"),
        ("kế hoạch của Thành ủy Cao Bằng số mấy", "33-KH/TU"),
    ],
)
def test_its_own_names_and_the_place_alone_mean_the_plan(plans: Collection, question: str, said: str) -> None:
    answer = plans.ask(question)
    assert answer.status is Status.ANSWERED
    assert said in answer.text


def test_what_a_plan_asks_of_another_body_is_told(plans: Collection) -> None:
    answer = plans.ask("UBND thành phố Cao Bằng rà soát thủ tục hành chính trước ngày nào")
    assert answer.status is Status.ANSWERED
    assert "30/6" in answer.text
