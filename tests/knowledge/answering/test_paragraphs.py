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


HELPED = RULES.replace(
    "3. Công an xã tuần tra các tuyến đường.",
    "3. Công an xã chủ trì, phối hợp với các đoàn thể, Văn phòng Đảng ủy tuần tra các tuyến đường.\n\n"
    "4. Hộ không đăng ký thì không được xét gia đình văn hóa. Không nhận bản đăng ký qua Zalo.",
)


def test_who_helps_is_not_confirmed_as_who_leads() -> None:
    plan = Collection({"rules": HELPED})
    assert not plan.ask("Văn phòng Đảng ủy chủ trì tuần tra các tuyến đường đúng không").text.startswith("Đúng")
    assert "Công an xã" in plan.ask("ai chủ trì tuần tra các tuyến đường").text.splitlines()[0]


def test_two_denials_confirm_nothing_and_a_way_ruled_out_is_not_told_as_the_way() -> None:
    plan = Collection({"rules": HELPED})
    claim = plan.ask("hộ không đăng ký vẫn được xét gia đình văn hóa đúng không")
    assert not claim.text.startswith("Đúng")
    assert not plan.ask("có nhận bản đăng ký qua Zalo không").text.startswith("Zalo")


def test_before_a_day_is_not_on_it(plan: Collection) -> None:
    assert not plan.ask("báo cáo năm nộp ngày 15/11/2026 đúng không").text.startswith("Đúng.\n")


def test_a_matter_of_no_plan_is_not_said_to_be_there(plan: Collection) -> None:
    answer = plan.ask("giá điện sinh hoạt là bao nhiêu")
    assert "có nêu việc này" not in answer.text


def test_helping_is_not_leading_and_a_bound_of_what_is_denied_corrects_nothing() -> None:
    text = RULES.replace(
        "3. Công an xã tuần tra các tuyến đường.",
        "3. Đoàn xã phụ trách tuyên truyền trên loa; phối hợp tổ chức hội thi.\n\n"
        "4. Học viên vắng quá 3 buổi thì không được cấp giấy chứng nhận.",
    )
    plan = Collection({"rules": text})
    assert not plan.ask("Đoàn xã phụ trách hội thi đúng không").text.startswith("Đúng")
    assert not plan.ask("học viên vắng 2 buổi có được cấp giấy chứng nhận không").text.startswith("Không phải")


def test_a_quote_is_not_shown_twice(plan: Collection) -> None:
    for question in ("hộ cận nghèo đóng bao nhiêu một năm", "quỹ khu dân cư ai được miễn, ai nộp một nửa"):
        quotes = [line for line in plan.ask(question).text.splitlines() if line.startswith("📎")]
        assert len(quotes) == len(set(quotes))


def test_the_head_of_a_board_is_no_small_talk(plan: Collection) -> None:
    assert "Tôi là Sổ tay" not in plan.ask("trưởng ban là ai").text


def test_all_targets_of_a_plan_are_told_where_no_more_is_asked() -> None:
    text = RULES.replace(
        "I. KINH PHÍ",
        "I. MỤC TIÊU\n\n1. 100% thôn có mô hình dân vận khéo.\n\n"
        "2. Trên 85% hộ dân tham gia phong trào.\n\nII. KINH PHÍ",
    )
    plan = Collection({"rules": text})
    for question in ("Các chỉ tiêu là gì?", "chi tieu cua xa tan lap", "What are the targets?"):
        answer = plan.ask(question, unit="rules")
        assert answer.status is Status.ANSWERED
        assert "100% thôn" in answer.text
        assert "rên 85% hộ dân" in answer.text


def test_a_target_that_is_a_part_of_the_one_before_says_so() -> None:
    text = RULES.replace(
        "I. KINH PHÍ",
        "I. MỤC TIÊU\n\n1. 95% cơ quan triển khai công tác dân vận, trong đó trên 60% đạt tiêu chí “Dân vận khéo”.\n\n"
        "II. KINH PHÍ",
    )
    answer = Collection({"rules": text}).ask("các chỉ tiêu là gì", unit="rules")
    assert "Trong đó trên 60% đạt tiêu chí" in answer.text
