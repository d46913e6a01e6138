"""Tables saved as text with every cell on a line of its own, told by the kinds of cells that every row has."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.facts import extract
from knowledge.model import Plan, RawDocument
from knowledge.parsing import parse

HEAD = """ỦY BAN NHÂN DÂN
XÃ BÌNH YÊN
Số: 12/KH-UBND
Bình Yên, ngày 03 tháng 3 năm 2026

KẾ HOẠCH
Phong trào thi đua năm 2026

I. MỤC ĐÍCH
Nâng cao chất lượng phong trào.

II. LỊCH HOẠT ĐỘNG

"""
TAIL = """

III. TỔ CHỨC THỰC HIỆN
Văn phòng theo dõi, đôn đốc việc thực hiện Kế hoạch này.
"""
WEEK = (
    ("Thứ", "Hoạt động", "Giờ", "Phụ trách"),
    ("Thứ Hai", "Chào cờ", "7 giờ 15", "Đội Thiếu niên"),
    ("Thứ Tư", "Đọc sách cùng bạn", "15 giờ 40", "Thư viện"),
    ("Thứ Sáu", "Bình chọn hoa tử tế", "16 giờ", "Giáo viên"),
)
YEARS = (
    ("Chỉ tiêu", "Năm 2026", "Năm 2027", "Năm 2028"),
    ("Tỷ lệ hộ nghèo (%)", "4,8", "3,9", "3,1"),
    ("Số mô hình mới", "12", "15", "18"),
    ("Tỷ lệ hồ sơ trực tuyến", "80%", "85%", "90%"),
)
MONTHS = (
    ("Tháng", "Chủ đề", "Hạn", "Người lo"),
    ("9/2026", "Kết nối", "25/9/2026", "Hiệu trưởng"),
    ("10/2026", "Lớp học của em", "16/10/2026", "Chủ nhiệm"),
)
MARKS = (("Nội dung", "Điểm", "Cách trừ"), ("Phát động", "15", "Không làm: 0 điểm"), ("Mô hình", "30", "Thiếu: trừ 5"))


def parsed(body: str) -> Plan:
    return parse(RawDocument("xa-binh-yen", HEAD + body + TAIL, ""))


def rows_of(plan: Plan) -> list[tuple[str, ...]]:
    return [tuple(cell.text for _, cell in section.cells) for section in plan.walk() if section.cells]


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["tight", "parted"])
@pytest.mark.parametrize("table", [WEEK, YEARS, MONTHS, MARKS], ids=["week", "years", "months", "marks"])
def test_cells_below_each_other_become_rows(table: tuple[tuple[str, ...], ...], between: str) -> None:
    cells = [cell for row in table for cell in row]
    assert rows_of(parsed(between.join(cells))) == list(table[1:])


def test_half_of_the_heads_are_enough_where_three_are_usual() -> None:
    table = (
        ("Cuộc", "Nội dung", "Đối tượng", "Thời gian", "Địa điểm", "Trưởng đoàn"),
        ("1", "Chi trả hỗ trợ", "Xã Bình Minh", "17 - 18/3/2026", "Hội trường xã", "Ông Lê Văn An"),
        ("2", "Dân chủ trong trường học", "08 trường", "21 - 24/4/2026", "Tại trường", "Bà Đỗ Dung"),
    )
    plan = parsed("\n".join("\t".join(row) for row in table))
    assert rows_of(plan) == list(table[1:])
    days = [(duty.day, duty.month, duty.until) for duty in extract(plan).deadlines]
    assert days == [(17, 3, date(2026, 3, 18)), (21, 4, date(2026, 4, 24))]


@pytest.mark.parametrize(
    "lines",
    [
        ("Các đơn vị trực thuộc gửi danh sách", "về Văn phòng để tổng hợp,", "trước ngày 12 tháng 4", "năm 2026."),
        ("Ông Lê Văn An", "Bà Trần Thị Bình", "Ông Phạm Cường", "Bà Đỗ Dung", "Ông Vũ Em", "Bà Hồ Giang"),
        ("Điện thoại", "0254 123 456", "Thư điện tử", "vp@binhyen.gov.vn"),
        ("Bác Hồ", "Kính yêu", "Cho em mùa xuân", "19/5", "Cho em mùa hạ", "2/9"),
        ("Độc lập", "Tự do - Hạnh phúc", "Bình Yên", "12", "Hòa Lạc", "13"),
        ("Lê Văn An", "Đã ký", "Trần Thị Bình", "2024", "Phạm Cường", "2025"),
        ("Liên hệ ban tổ chức", "Số máy", "Ông Lê Văn An", "0913222333", "Bà Đỗ Dung", "0913222444"),
    ],
    ids=["wrapped", "names", "contacts", "poem", "motto", "signatures", "phones"],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["tight", "parted"])
def test_other_short_lines_stay_as_they_are(lines: tuple[str, ...], between: str) -> None:
    assert rows_of(parsed(between.join(lines))) == []
