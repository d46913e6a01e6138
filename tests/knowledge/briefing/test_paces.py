"""What is done all the time, or when something happens, is told in the plan's word: a plan of our own."""

from __future__ import annotations

from datetime import date

from knowledge.briefing.duties import deadlines
from knowledge.briefing.lines import Pen
from knowledge.facts import extract
from knowledge.model import StoredPlan
from tests.knowledge.facts.alterations import read

PLAN = """ỦY BAN NHÂN DÂN XÃ HÒA BÌNH

KẾ HOẠCH
Thi đua “Dân vận khéo” năm 2026

I. PHÂN CÔNG NHIỆM VỤ

| TT | Nội dung công việc | Đơn vị thực hiện | Thời gian |
|---|---|---|---|
| 1 | Tuyên truyền trên loa truyền thanh | Văn phòng xã | Thường xuyên |
| 2 | Kiểm tra vệ sinh đường làng | Trạm Y tế | Khi có dịch bệnh |

II. TỔ CHỨC THỰC HIỆN
1. Các thôn thường xuyên báo cáo tình hình về Ủy ban nhân dân xã.
2. Văn phòng xã báo cáo nhiệm vụ thường xuyên với Đảng ủy xã.
"""


def test_a_duty_without_a_day_is_told_by_the_plans_own_word() -> None:
    plan = read(PLAN)
    block = deadlines(Pen(StoredPlan(plan, (), extract(plan)), "KH", date(2026, 2, 1)))
    assert block
    assert {row[1].text: row[0].text for row in block.rows} == {
        "Tuyên truyền trên loa truyền thanh": "Thường xuyên",
        "Kiểm tra vệ sinh đường làng": "Khi có dịch bệnh",
        "Báo cáo tình hình": "Thường xuyên",
        "Báo cáo nhiệm vụ thường xuyên": "Không nêu ngày",
    }
