"""What a hand-out tells of rules with articles: a text of our own, in which the fact's few words do not say enough."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.briefing import Request, compose
from knowledge.briefing.duties import deadlines
from knowledge.briefing.lines import Pen
from knowledge.briefing.model import Block
from knowledge.briefing.stated import figures, rewards, targets
from knowledge.briefing.talk import talk
from knowledge.facts import extract
from knowledge.model import StoredPlan
from tests.knowledge.facts.alterations import read, small_plan

RULES = """ỦY BAN NHÂN DÂN XÃ ĐÔNG HẠ

THỂ LỆ
Hội thi "Dân vận khéo" xã Đông Hạ năm 2026

Chương I
NỘI DUNG, HÌNH THỨC

Điều 1. Vòng 1
1. Thời gian: từ ngày 18 tháng 5 đến ngày 12 tháng 6 năm 2026.
2. Mỗi thí sinh được thi tối đa 02 lượt, lấy kết quả lượt cao hơn.
3. Thôn có dưới 50% số hội viên dự thi không được cử đội dự vòng 2.

Điều 2. Đăng ký
Được thay tối đa 02 thành viên trước ngày thi 03 ngày, có xác nhận của Trưởng thôn.

Chương II
CHẤM ĐIỂM, GIẢI THƯỞNG

Điều 3. Giải thưởng
1. Giải cá nhân:
a) 01 giải Nhất: 3.000.000 đồng;
b) 02 giải Nhì: 2.000.000 đồng/giải.
2. Thôn có tỷ lệ dự thi cao nhất được tặng 01 bộ máy tính.

Điều 4. Khiếu nại
1. Ban Tổ chức trả lời trong 05 ngày làm việc.
2. Phản ánh nóng: có mặt xử lý trong 02 giờ, báo kết quả cho người phản ánh trong 24 giờ.

Điều 5. Tổ chức thực hiện
1. Văn phòng xã tổng hợp báo cáo gửi Ủy ban nhân dân tỉnh trước ngày 22 của tháng cuối quý.
2. Phấn đấu thu quỹ hội vượt ít nhất 5% kế hoạch được giao.
3. Mỗi chi hội có ít nhất 02 sáng kiến được công nhận.
"""


@pytest.fixture(scope="module")
def pen() -> Pen:
    plan = read(RULES)
    return Pen(StoredPlan(plan, (), extract(plan)), "TL", date(2026, 1, 5))


def rows(block: Block | None) -> dict[str, str]:
    return {first.text: second.text for first, second, *_ in block.rows} if block else {}


def test_a_few_words_are_told_with_their_clause(pen: Pen) -> None:
    told = rows(deadlines(pen))
    assert told["Từ 18/5/2026 đến 12/6/2026"].startswith("Vòng 1 – ")
    assert told["Trước ngày thi 03 ngày"].startswith("Đăng ký: Được thay tối đa 02 thành viên")
    assert told["Trong 05 ngày làm việc"] == "Khiếu nại: Ban Tổ chức trả lời trong 05 ngày làm việc."
    assert told["Trong 02 giờ; trong 24 giờ"].startswith("Phản ánh nóng: có mặt xử lý trong 02 giờ")
    assert "Trước ngày 22 của tháng cuối quý" in told, "which is no day of each quarter"


def test_a_figure_is_told_whole_and_a_condition_is_no_aim(pen: Pen) -> None:
    assert rows(targets(pen)) == {
        "Ít nhất 5%": "Phấn đấu thu quỹ hội vượt ít nhất 5% kế hoạch được giao.",
        "Ít nhất 02": "Mỗi chi hội có ít nhất 02 sáng kiến được công nhận.",
    }
    assert rows(figures(pen)) == {
        "Tối đa 02": "Mỗi thí sinh được thi tối đa 02 lượt, lấy kết quả lượt cao hơn.",
        "Dưới 50%": "Thôn có dưới 50% số hội viên dự thi không được cử đội dự vòng 2.",
    }


def test_the_figures_of_one_clause_stand_in_one_row() -> None:
    aim = "Phấn đấu năm 2025 có 60% số hộ hội viên đăng ký, 50% hộ đạt."
    plan = read(small_plan(f"I. MỤC TIÊU\n1. {aim}\n"))
    told = targets(Pen(StoredPlan(plan, (), extract(plan)), "KH", date(2026, 1, 5)))
    assert rows(told) == {"60%; 50%": aim}
    parted = "95% học sinh xếp loại từ khá trở lên, trong đó trên 70% loại tốt."
    plan = read(small_plan(f"I. MỤC TIÊU\n1. {parted}\n2. 100% lớp ký cam kết; 80% lớp đạt.\n"))
    told = targets(Pen(StoredPlan(plan, (), extract(plan)), "KH", date(2026, 1, 5)))
    assert rows(told) == {"95%; trên 70%": parted, "100%": "Lớp ký cam kết", "80%": "80% lớp đạt."}


def test_prizes_are_told_whole(pen: Pen) -> None:
    block = rewards(pen)
    assert block
    assert [line.text for line in block.lines] == [
        "Giải cá nhân: 01 giải Nhất: 3.000.000 đồng; 02 giải Nhì: 2.000.000 đồng/giải",
        "Thôn có tỷ lệ dự thi cao nhất được tặng 01 bộ máy tính",
    ]
    assert all(line.note for line in block.lines)


def test_what_says_nothing_out_of_its_place_is_not_talked_about(pen: Pen) -> None:
    block = talk([pen], 20)
    assert block
    told = " ".join(line.text for line in block.lines)
    assert "trong 02 giờ" not in told.lower().partition("việc được giao")[0]
    assert "dưới 50%" not in told.lower()
    assert "GIẢI THƯỞNG" not in told


PRAISED = """ỦY BAN NHÂN DÂN XÃ ĐÔNG HẠ

KẾ HOẠCH
Thi đua “Dân vận khéo” năm 2026

I. KHEN THƯỞNG
1. Động viên, biểu dương, khen thưởng cho các tập thể, cá nhân tiêu biểu trong Đợt thi đua.
2. Biểu dương, khen thưởng cho các tập thể, cá nhân tiêu biểu trong Đợt thi đua.
3. Chủ tịch Ủy ban nhân dân xã tặng Giấy khen cho 05 tập thể xuất sắc.

II. TỔ CHỨC THỰC HIỆN
1. Văn phòng xã phối hợp với các thôn tuyên truyền về Đợt thi đua trên hệ thống truyền thanh.
2. Văn phòng xã phối hợp với các thôn tuyên truyền về Đợt thi đua trên hệ thống truyền thanh của xã.
3. Các thôn xây dựng mô hình tự quản về bảo vệ môi trường ở khu dân cư.
"""


@pytest.fixture(scope="module")
def praised() -> StoredPlan:
    plan = read(PRAISED)
    return StoredPlan(plan, (), extract(plan))


def test_a_reward_is_told_once_where_two_sections_name_it(praised: StoredPlan) -> None:
    block = rewards(Pen(praised, "KH", date(2026, 1, 5)))
    told = [line.text for line in block.lines] if block else []
    assert sum("các tập thể, cá nhân tiêu biểu" in line for line in told) == 1
    assert any("Giấy khen" in line for line in told)


def test_what_two_sections_tell_alike_is_talked_about_once(praised: StoredPlan) -> None:
    block = talk([Pen(praised, "KH", date(2026, 1, 5))], 10)
    asked = [line.text for line in block.lines] if block else []
    assert sum("hệ thống truyền thanh" in line for line in asked) == 1
    assert any("mô hình tự quản" in line for line in asked)


def test_without_a_quiz_no_minutes_are_given_to_one(praised: StoredPlan) -> None:
    plans = {praised.plan_id: praised}
    briefing = compose(Request(minutes=30), plans, {}, [], date(2026, 1, 5))
    assert briefing.quiz == ()
    assert briefing.timing.text == "Gợi ý thời gian: trình bày 20 phút, thảo luận 10 phút"
