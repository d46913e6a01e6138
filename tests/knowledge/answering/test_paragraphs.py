"""A quote with the sentences around it: the exception behind a rule, and never another round's."""

from __future__ import annotations

import pytest

from knowledge.model import Status
from tests.knowledge.answering.collection import Collection

RULES = """ỦY BAN NHÂN DÂN
XÃ TÂN LẬP

Số: 18/KH-UBND

Tân Lập, ngày 12 tháng 02 năm 2026

KẾ HOẠCH
Phong trào “Dân vận khéo” năm 2026

I. KINH PHÍ

1. Quỹ khu dân cư: mỗi hộ đóng 120.000 đồng một năm, nộp làm hai lần. Hộ nghèo được miễn; hộ cận nghèo nộp một nửa.

2. Kinh phí tuyên truyền do ngân sách xã bảo đảm.

II. PHÂN CÔNG

1. Phòng Văn hóa - Xã hội chủ trì tập huấn kỹ năng giao tiếp cho cán bộ thôn.

2. Phòng Văn hóa - Xã hội chủ trì in và phát tờ gấp cho từng hộ.

3. Công an xã tuần tra các tuyến đường.

III. SINH HOẠT CHUYÊN ĐỀ

Mỗi chi bộ sinh hoạt chuyên đề ít nhất 03 lần trong năm:
- Lần 1: tháng 3/2026, về cải cách hành chính;
- Lần 2: tháng 6/2026, về môi trường;
- Lần 3: tháng 10/2026, về chuyển đổi số.

IV. BÁO CÁO

Các thôn báo cáo năm trước ngày 15/11/2026 về Ủy ban nhân dân xã. Thôn không báo cáo thì không được xét khen thưởng.

Nơi nhận:
- Các thôn;
- Lưu: VT.

CHỦ TỊCH

Trần Văn Bình
"""


@pytest.fixture(scope="module")
def plan() -> Collection:
    return Collection({"rules": RULES})


def test_what_follows_a_rule_is_quoted_with_it(plan: Collection) -> None:
    answer = plan.ask("mỗi hộ đóng quỹ khu dân cư bao nhiêu tiền một năm?")
    assert answer.status is Status.ANSWERED
    assert "120.000 đồng" in answer.text
    assert "hộ cận nghèo nộp một nửa" in answer.text
    assert "ngân sách xã" not in answer.text  # another item
    assert len(answer.citations) == 1


def test_a_day_is_told_with_what_follows_from_missing_it(plan: Collection) -> None:
    answer = plan.ask("báo cáo năm nộp trước ngày nào?")
    assert "15/11/2026" in answer.text
    assert "không được xét khen thưởng" in answer.text


def test_all_that_an_office_leads_is_listed_and_nothing_of_others(plan: Collection) -> None:
    for question in ("phòng văn hóa xã hội chủ trì những việc gì", "pvhxh chủ trì những việc gì"):
        answer = plan.ask(question)
        assert "tập huấn" in answer.text.lower()
        assert "tờ gấp" in answer.text
        assert "tuần tra" not in answer.text


def test_how_often_and_in_which_months_is_the_whole_list(plan: Collection) -> None:
    answer = plan.ask("chi bộ phải sinh hoạt chuyên đề mấy lần trong năm, vào tháng nào?")
    assert answer.status is Status.ANSWERED
    for month in ("tháng 3/2026", "tháng 6/2026", "tháng 10/2026"):
        assert month in answer.text
