"""Rows under a merged cell that was saved as text: who leads stands with the group's first row alone."""

from __future__ import annotations

from knowledge.facts import extract
from knowledge.model import RawDocument
from knowledge.parsing import parse

PLAN = """ỦY BAN NHÂN DÂN
PHƯỜNG ĐÔNG SƠN

Số: 77/KH-UBND

Đông Sơn, ngày 20 tháng 3 năm 2026

KẾ HOẠCH
Triển khai Năm dân vận chính quyền 2026

I. MỤC TIÊU
Xây dựng chính quyền thân thiện.

II. NHIỆM VỤ CỤ THỂ

| TT | Nhiệm vụ | Chủ trì | Thời gian |
|----|----------|---------|-----------|
| 1 | Cải cách hành chính | Văn phòng HĐND và UBND | |
| | - Công khai thủ tục hành chính | | Tháng 4/2026 |
| | - Lắp đặt hòm thư góp ý | Đoàn phường | Xong trước 15/4/2026 |
| | - Khảo sát mức độ hài lòng | | 02 lần/năm (tháng 6, tháng 11) |
| 2 | Tổng kết Năm dân vận | | Tháng 12/2026 |
"""


def test_parts_of_a_groups_work_are_of_who_leads_it() -> None:
    duties = extract(parse(RawDocument("dong-son", PLAN, ""))).deadlines
    assert [(duty.what, duty.who, duty.month) for duty in duties] == [
        ("Công khai thủ tục hành chính", "Văn phòng HĐND và UBND", 4),
        ("Lắp đặt hòm thư góp ý", "Đoàn phường", 4),
        ("Khảo sát mức độ hài lòng", None, 6),
        ("Khảo sát mức độ hài lòng", None, 11),
        ("Tổng kết Năm dân vận", None, 12),
    ]
