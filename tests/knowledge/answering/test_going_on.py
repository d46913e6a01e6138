"""Turns that go on from the one before: only what is asked, another body, the round or the item after it."""

from __future__ import annotations

import pytest

from tests.knowledge.answering.collection import Collection

PLAN = """ỦY BAN NHÂN DÂN
XÃ HÒA LẠC
Số: 34/KH-UBND

Hòa Lạc, ngày 10 tháng 8 năm 2026

KẾ HOẠCH
Phong trào thi đua "Xã văn minh" năm 2026

I. NỘI DUNG
1. Giáo viên thực hiện "3 không": không định kiến; không vô cảm; không dạy thêm.
2. Học sinh thực hiện "3 không": không nói tục; không bạo lực; không trốn học.

II. CÁC ĐỢT
1. Đợt 1 (từ ngày 15/9/2026 đến ngày 20/11/2026): chủ đề "Đường sạch".
2. Đợt 2 (từ ngày 23/11/2026 đến ngày 16/01/2027): chủ đề "Nhà đẹp".
3. Đợt 3 (từ ngày 25/01/2027 đến ngày 26/3/2027): chủ đề "Ngõ an toàn".

III. TỔ CHỨC THỰC HIỆN
1. Đài Truyền thanh xã mở chuyên mục, phát 02 tin bài mỗi tuần.
2. Công an xã tuần tra ban đêm, xử lý xe quá tải.
3. Bảng tự chấm điểm của các thôn gửi Trưởng ban Thi đua chậm nhất ngày 25/10/2026.
4. Các thôn đăng ký mô hình với Văn phòng trước ngày 20/9/2026.
5. Các thôn báo cáo kết quả về Hội đồng thi đua trước ngày 05/12/2026.

CHỦ TỊCH
Trần Văn Phúc
"""


@pytest.fixture(scope="module")
def commune() -> Collection:
    return Collection({"hoa-lac-2026": PLAN})


@pytest.mark.parametrize(
    ("before", "question", "held", "left"),
    [
        ("Bảng tự chấm điểm của thôn gửi cho ai?", "chậm nhất hôm nào vậy chị?", "25/10", "20/9"),
        ("Bảng tự chấm điểm của thôn hạn nào?", "nộp cho ai vậy?", "Trưởng ban Thi đua", "Văn phòng"),
        ("Đài truyền thanh được giao việc gì?", "rồi công an xã thì làm phần gì trong đó?", "tuần tra", "tin bài"),
        ("Công an xã làm gì?", "thế còn đài truyền thanh thì làm gì", "tin bài", "tuần tra"),
        ("3 không của học sinh là gì?", "con gv thi 3 khong nao", "vô cảm", "nói tục"),
        ("đợt 2 từ ngày nào đến ngày nào", "thế đợt ba?", "25/01/2027", "23/11/2026"),
        ("đợt 1 từ ngày nào đến ngày nào", "còn đợt 2 thì sao", "23/11/2026", "15/9/2026"),
        ("đợt 2 từ ngày nào đến ngày nào", "còn đợt sau đó thì sao?", "25/01/2027", "23/11/2026"),
        ("đợt 2 từ ngày nào đến ngày nào", "thế đợt trước?", "15/9/2026", "23/11/2026"),
        ("đợt 1 từ ngày nào đến ngày nào", "cái kế tiếp thì sao", "23/11/2026", "15/9/2026"),
        ("When does round 1 begin?", "and the next one?", "23 November 2026", "15 September"),
    ],
)
def test_a_turn_goes_on(commune: Collection, before: str, question: str, held: str, left: str) -> None:
    lead = commune.ask(question, unit="hoa-lac-2026", history=[before]).text
    assert held in lead, lead
    assert left not in lead, lead


def test_a_round_before_the_first_is_no_round(commune: Collection) -> None:
    answer = commune.ask("còn đợt trước?", unit="hoa-lac-2026", history=["đợt 1 từ ngày nào"])
    assert answer.query is not None
    assert "đợt 0" not in answer.query.restored


def test_the_item_after_the_one_told_is_told(commune: Collection) -> None:
    before = ["3 không của học sinh là gì?", "điều thứ hai là gì"]
    assert "trốn học" in commune.ask("cái tiếp theo là gì", unit="hoa-lac-2026", history=before).text
