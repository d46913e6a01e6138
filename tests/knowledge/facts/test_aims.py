"""Figures that are aims, figures that are only reported, and the numbers of rows, which are neither."""

from __future__ import annotations

import pytest

from knowledge.facts import extract
from knowledge.facts.aims import is_aim
from knowledge.model import RawDocument
from knowledge.parsing import parse

PLAN = """ỦY BAN NHÂN DÂN XÃ AN BÌNH
Số: 12/KH-UBND
KẾ HOẠCH
Phát động phong trào thi đua năm 2026

I. {first}
1. {told}

II. NHIỆM VỤ
1. Phấn đấu trên 90% hộ dân ký cam kết.
"""
TABLE = """ỦY BAN NHÂN DÂN XÃ AN BÌNH
Số: 12/KH-UBND
KẾ HOẠCH
Chấm điểm thi đua năm 2026

I. BẢNG ĐIỂM

| Mục | Nội dung | Điểm tối đa |
| --- | --- | --- |
| 1 | Chăm lo đời sống | 25 |
| 2 | Tuyên truyền pháp luật | 20 |
"""


def told(text: str) -> list[tuple[str, str, bool]]:
    plan = parse(RawDocument("an-binh", text, "0"))
    return [(target.value, target.counts, is_aim(plan, target)) for target in extract(plan).targets]


@pytest.mark.parametrize(
    ("first", "sentence", "value", "aim"),
    [
        ("ĐÁNH GIÁ CHUNG", "Tỷ lệ hồ sơ đúng hạn ở cấp xã đạt 96,2%.", "đạt 96,2%", False),
        ("ĐÁNH GIÁ TÌNH HÌNH VÀ NHIỆM VỤ", "Tỷ lệ hồ sơ đúng hạn ở cấp xã đạt 96,2%.", "đạt 96,2%", True),
        ("MỤC ĐÍCH", "Tạo chuyển biến ở địa bàn có trên 72% dân số là đồng bào dân tộc.", "trên 72%", False),
        ("MỤC ĐÍCH", "Đến nay đã đạt 61% hồ sơ trực tuyến.", "đạt 61%", False),
        ("MỤC TIÊU", "100% chi bộ đăng ký mô hình.", "100%", True),
        ("MỤC ĐÍCH", "Mỗi xã có 02 mô hình.", "02", True),
        ("MỤC ĐÍCH", "Toàn xã có ít nhất 06 mô hình được công nhận.", "ít nhất 06", True),
        ("MỤC ĐÍCH", "Tỷ lệ người dân hài lòng khi đến giao dịch đạt trên 92%.", "đạt trên 92%", True),
        ("MỤC ĐÍCH", "Mỗi tổ chức nhận giúp đỡ ít nhất 05 hộ khó khăn.", "ít nhất 05", True),
        ("MỤC ĐÍCH", "Đối với thôn có dự án từ 50 hộ trở lên, xã đối thoại hằng quý.", "từ 50", False),
        ("MỤC ĐÍCH", "Cử 03 tổ xuống cơ sở, mỗi tổ từ 05 đến 07 người.", "từ 05 đến 07", False),
        ("MỤC ĐÍCH", "Mỗi tài khoản được thi tối đa 02 lượt.", "tối đa 02", False),
        ("MỤC ĐÍCH", "Xã có dưới 50% số công chức dự thi không được cử đội.", "dưới 50%", False),
        ("MỤC ĐÍCH", "Giảng viên nuôi con nhỏ được giảm 15% định mức.", "15%", False),
        ("MỤC ĐÍCH", "Bài sao chép quá 30% bị loại.", "30%", False),
        ("MỤC ĐÍCH", "Chi hội đạt 120% chỉ tiêu được xét tặng Giấy khen.", "đạt 120%", False),
        ("MỤC ĐÍCH", "Hụt 10% so với đăng ký trừ 03 điểm.", "10%", False),
        ("CƠ CẤU GIẢI THƯỞNG", "Trao 03 phần quà cho 10% tập thể.", "10%", False),
        ("MỤC ĐÍCH", "Phấn đấu 80% hội viên được xét công nhận.", "80%", True),
        ("MỤC ĐÍCH", "Toàn Đảng bộ có 31 chi bộ và đơn vị, chia thành 04 cụm.", "31", False),
        ("MỤC ĐÍCH", "Kiểm tra số người dự (phải trên 50 cử tri).", "trên 50", False),
    ],
)
def test_what_is_only_reported_is_no_aim(first: str, sentence: str, value: str, aim: bool) -> None:
    found = told(PLAN.format(first=first, told=sentence))
    assert [(amount, is_one) for amount, _, is_one in found if amount == value] == [(value, aim)]
    assert ("trên 90%", True) in [(amount, is_one) for amount, _, is_one in found]


def test_the_number_of_a_row_is_no_target() -> None:
    assert [(value, counts) for value, counts, _ in told(TABLE)] == [
        ("25", "Chăm lo đời sống"),
        ("20", "Tuyên truyền pháp luật"),
    ]
