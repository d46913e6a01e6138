"""A value is told of what it stands beside; an office is known without its place; all of a list is quoted together."""

from __future__ import annotations

import pytest

from knowledge.library import Library
from knowledge.model import Answer, Status
from tests.knowledge.answering.collection import Collection

_PROGRAMME = """ĐẢNG ỦY XÃ PHIÊNG LẢ
Số: 19-CTr/ĐU
Phiêng Lả, ngày 12 tháng 01 năm 2026

CHƯƠNG TRÌNH
công tác dân vận năm 2026

I. NỘI DUNG
1. Quý III: tổ chức Ngày hội “Bản em sạch đẹp” ngày 22/8/2026; hội thi kể chuyện dân vận bằng tiếng Thái.
2. Cán bộ xã thực hiện “3 không”: không hẹn miệng, không nhận quà, không gây phiền hà.
3. Tổ chức hội nghị đối thoại trước ngày 10 tháng 10 năm 2026.
4. Đợt 1 khen không quá 05 tập thể, 12 cá nhân; đợt 2 khen không quá 07 tập thể, 20 cá nhân.

II. HỒ SƠ
1. Hồ sơ đề nghị công nhận mô hình gồm:
a) Tờ trình của chi bộ;
b) Bản thuyết minh không quá 06 trang;
c) Biên bản họp bản có trên 70% số hộ tán thành.

III. PHÂN CÔNG
1. Ban Xây dựng Đảng xã Phiêng Lả
Tham mưu, đôn đốc các chi bộ thực hiện; tổng hợp kết quả, báo cáo Ban Thường vụ.
2. Đài Truyền thanh xã Phiêng Lả
Mở chuyên mục “Dân vận khéo”, mỗi tuần phát ít nhất 02 tin, bài.

IV. BÁO CÁO
1. Các chi bộ báo cáo Ban Thường vụ Đảng ủy: hằng quý, theo quy định; 6 tháng trước ngày 07/6/2026; năm trước ngày \
18/11/2026.

Nơi nhận:
- Các chi bộ.
T/M BAN THƯỜNG VỤ
BÍ THƯ
Lò Văn Phanh
"""


@pytest.fixture(scope="module")
def plans() -> Collection:
    return Collection({"chuong-trinh": _PROGRAMME})


def asked(plans: Collection, question: str) -> Answer:
    return plans.ask(question, unit="chuong-trinh")


def test_a_day_before_another_thing_is_not_that_things(plans: Collection) -> None:
    told = asked(plans, "hội thi kể chuyện dân vận bằng tiếng Thái mở đúng ngày nào?")
    assert told.status is not Status.ANSWERED
    own = asked(plans, "Ngày hội Bản em sạch đẹp tổ chức ngày nào?")
    assert own.status is Status.ANSWERED
    assert "22/8/2026" in own.text


def test_a_period_without_a_day_takes_none_of_those_behind_semicolons(plans: Collection) -> None:
    told = asked(plans, "báo cáo quý của chi bộ gửi Đảng ủy ngày mấy")
    assert told.status is not Status.ANSWERED
    assert "hằng quý, theo quy định" in told.text
    assert "18/11" in asked(plans, "báo cáo năm của chi bộ gửi Đảng ủy ngày mấy").text


@pytest.mark.parametrize(
    ("question", "task"),
    [
        ("Em ở Ban Xây dựng Đảng, không ai nói rõ ban em phải làm những gì, đọc giúp em với", "đôn đốc các chi bộ"),
        ("sếp giao đọc chương trình xem đài mình có phần việc gì", "Mở chuyên mục"),
    ],
)
def test_an_office_is_known_without_its_place_and_by_its_own_people(
    plans: Collection, question: str, task: str
) -> None:
    assert task in asked(plans, question).text


def test_all_of_a_list_is_quoted_together_where_it_is_only_near(plans: Collection) -> None:
    told = asked(plans, "Bộ hồ sơ xin công nhận mô hình có những thứ gì, kể ra hết giúp tôi").text
    assert all(item in told for item in ("Tờ trình của chi bộ", "không quá 06 trang", "Biên bản họp bản"))


@pytest.mark.parametrize(
    "claim",
    [
        "hoi nghi doi thoai to chuc truoc 10/10/2026, dung chua?",
        "hội nghị đối thoại tổ chức trước ngày 10/10, phải không?",
    ],
)
def test_a_day_in_another_spelling_is_the_same_day(plans: Collection, claim: str) -> None:
    assert asked(plans, claim).text.startswith("Đúng")


def test_a_claim_with_another_day_is_not_confirmed(plans: Collection) -> None:
    assert not asked(plans, "hội nghị đối thoại tổ chức trước ngày 15/10/2026, đúng không?").text.startswith("Đúng")


def test_number_and_day_of_issue_are_told_together(plans: Collection) -> None:
    told = asked(plans, "cho xin số và ngày ban hành chương trình").text
    assert "19-CTr/ĐU" in told
    assert "12/01/2026" in told


@pytest.mark.parametrize(("number", "verdict"), [("19-CTr/ĐU", "Đúng"), ("91-CTr/ĐU", "")])
def test_a_number_claimed_behind_the_issuers_name_is_judged(plans: Collection, number: str, verdict: str) -> None:
    told = asked(plans, f"chương trình của xã Phiêng Lả số {number} ngày 12/01/2026 đúng không").text
    assert told.startswith("Đúng") is bool(verdict)


def test_another_things_number_is_not_judged_by_the_papers(plans: Collection) -> None:
    told = asked(plans, "chương trình giao chi bộ bản số 5 đúng không").text
    assert "19-CTr" not in told.split("\N{PAPERCLIP}")[0]


def test_a_claim_on_an_office_that_a_statement_does_not_speak_of_is_not_confirmed(plans: Collection) -> None:
    told = asked(plans, "Ban Chỉ huy Quân sự xã tổ chức hội nghị đối thoại trước ngày 10/10/2026, đúng không?").text
    assert not told.startswith("Đúng")


def test_what_goes_on_with_another_count_is_one_statement(plans: Collection) -> None:
    assert asked(plans, "dot 2 khen toi da 20 ca nhan, dung k").text.startswith("Đúng")
    assert asked(plans, "đợt 2 khen không quá 7 tập thể, đúng không").text.startswith("Đúng")
    assert not asked(plans, "đợt 2 khen tối đa 12 cá nhân, đúng không").text.startswith("Đúng")


def test_whose_plan_it_is_sets_nobody_apart(library: Library) -> None:
    text = library.ask("theo kh q1 thi moi don vi dang ky it nhat 1 sang kien phai k").text
    assert text.startswith("Đúng")


def test_the_asked_field_is_told_where_another_one_of_the_head_is_nearest(library: Library) -> None:
    talk = ("ai ký kế hoạch Lai Châu", "văn bản đó số mấy")
    assert library.ask("vb do gui cho nhung ai", history=talk).text.startswith("Nơi nhận")


def test_another_papers_number_is_not_sought_in_the_head(library: Library) -> None:
    text = library.ask(
        "Which coordination plan between the Ben Cat People's Committee and the Party's mass mobilisation board should "
        "staff go on implementing? I need its number and date."
    ).text
    assert "01/KH-PH-UBND-BDV ngày 07 tháng 5 năm 2020" in text
    own = library.ask("kh nam dvk cua pgd ben cat so may").text
    assert "01/KH-PH" not in own


def test_the_foot_may_be_the_second_quote(library: Library) -> None:
    assert (
        "VT, TCCB" in library.ask("luu ban goc cho nao, vt thoi hay ca tccb nua", unit="phong-gddt-ben-cat-2020").text
    )
