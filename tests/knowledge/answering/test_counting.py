"""A number answers only of the thing counted and of those for each of whom it is counted."""

from __future__ import annotations

import pytest

from knowledge.answering import counting

UNITS = "Mỗi đơn vị đăng ký ít nhất 01 sáng kiến, giải pháp cải cách thủ tục hành chính"
SHARES = "Trên 95% các địa phương, cơ quan, đơn vị triển khai thực hiện đăng ký xây dựng mô hình"
CLUBS = "Trên 90% đoàn viên, hội viên tham gia sinh hoạt thường xuyên"


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("moi don vi dang ky may sang kien", UNITS),
        ("moi co quan phai dang ky bao nhieu giai phap", UNITS),
        ("bao nhieu phan tram doan vien tham gia sinh hoat", CLUBS),
        ("ty le hoi vien sinh hoat thuong xuyen la bao nhieu", CLUBS),
        ("chia lam may dot", "Hoạt động kiểm tra được chia thành 03 đợt"),
        ("moi nam bao cao may lan", "định kỳ hàng quý, 6 tháng, năm báo cáo kết quả"),
        ("hoi nghi phai co bao nhieu nguoi", "phải đảm bảo trên 50 cử tri"),
        ("co may thanh vien", "Tổ gồm năm người, trong đó có hai thành viên là giáo viên"),
    ],
)
def test_the_number_of_the_thing_counted_answers(question: str, text: str) -> None:
    assert counting.stated(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("moi chi bo phai dang ky may mo hinh", SHARES),
        ("moi ca nhan dang ky bao nhieu sang kien", UNITS),
        ("mot nam bao nhieu mo hinh", "báo cáo trước ngày 30/9 hàng năm về các mô hình theo Kế hoạch số 12/KH-UBND"),
        ("bao nhieu phan tram vu vi pham giao thong", CLUBS),
        ("doan gom may nguoi", "Lưu: VT (02b), 09 KH"),
        ("nhiem ky bao lau", "Nghị quyết Đại hội Đảng bộ nhiệm kỳ 2020-2025"),
        ("mo may lop tap huan", "tập huấn cho 100% cán bộ phụ trách năm 2023"),
    ],
)
def test_a_number_of_something_else_does_not(question: str, text: str) -> None:
    assert not counting.stated(question, text)


def test_whom_a_number_is_for_may_stand_in_the_heading() -> None:
    assert counting.stated("moi phong ban dang ky may sang kien", UNITS, "1. Thủ trưởng các phòng, ban")


@pytest.mark.parametrize(
    "question", ["nop ngay may vay", "thang may nop bao cao", "may don vi nay nop gi", "lan thu may"]
)
def test_dates_and_plurals_count_nothing(question: str) -> None:
    assert counting.counted(question) is None


def test_a_share_is_claimed_of_somebody() -> None:
    assert counting.shares("tren 90% doan vien sinh hoat phai khong", CLUBS)
    assert not counting.shares("tren 90% chi bo sinh hoat phai khong", CLUBS)


@pytest.mark.parametrize(
    ("question", "text", "given"),
    [
        ("what is the minimum number of members of a cell?", "trên 90% đoàn viên tham gia sinh hoạt", False),
        ("what percentage of members take part?", "trên 90% đoàn viên tham gia sinh hoạt", True),
        ("how many members must a club have?", "mỗi câu lạc bộ có 15 hội viên", True),
    ],
)
def test_a_count_asked_in_english_is_no_share(question: str, text: str, given: bool) -> None:
    assert counting.stated_in_translation(("doan vien", "hoi vien"), question, text) is given
