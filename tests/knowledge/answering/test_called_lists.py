"""Lists called by their number, whatever their word: whose they are, two at once, those not there."""

from __future__ import annotations

import pytest

from knowledge.model import Status
from tests.knowledge.answering.collection import Collection

HEAD = """ỦY BAN NHÂN DÂN
XÃ {place}
Số: {number}/KH-UBND

{place}, ngày 10 tháng 8 năm 2026

KẾ HOẠCH
{title} năm 2026
"""
TAIL = """
IV. TỔ CHỨC THỰC HIỆN
1. Văn phòng theo dõi việc thực hiện, báo cáo trước ngày 15/12/2026.

Nơi nhận:
- Các thôn;
- Lưu: VT.

CHỦ TỊCH
Trần Văn Phúc
"""
CLINIC = (
    HEAD.format(place="Sơn Kim", number=12, title="Nâng cao chất lượng phục vụ của trạm y tế")
    + """
I. NỘI DUNG
1. Ký cam kết "3 không" của điều dưỡng¹ và "3 không" của bảo vệ: không ngủ trong ca, không thu tiền gửi xe,
không cáu gắt.
2. Trạm giữ "3 sạch" trước ngày 20/9/2026: phòng khám sạch, lối đi sạch, nhà vệ sinh sạch.
3. Vận động người nhà bệnh nhân thực hiện "2 không, 2 nên" trong giờ thăm: không nói to, không hút thuốc; nên rửa tay,
nên về trước 21 giờ.

¹ Không nhận phong bì; không quên giờ tiêm; không để lẫn hồ sơ.
"""
    + TAIL
)
MARKET = (
    HEAD.format(place="Phú Lâm", number=30, title="Xây dựng chợ văn minh")
    + """
I. NỘI DUNG
1. Tiểu thương thực hiện "4 không" khi bán hàng: không nói thách, không cân thiếu, không bán hàng giả, không lấn lối đi.
2. Tổ quản lý chợ thực hiện "2 nhanh": nhanh thu rác, nhanh trả lời.
3. Bà con nhớ "5 không": rác không đốt, chó không thả, loa không mở khuya, xe không để lối đi, nước không đổ ra đường.
4. Hội Phụ nữ chấm điểm "2 nhanh" mỗi quý một lần.
"""
    + TAIL
)


@pytest.fixture(scope="module")
def plans() -> Collection:
    return Collection({"clinic": CLINIC, "market": MARKET})


@pytest.mark.parametrize(
    ("unit", "question", "held", "left"),
    [
        ("clinic", "3 không của điều dưỡng là gì", ["phong bì", "giờ tiêm", "lẫn hồ sơ"], ["ngủ trong ca"]),
        ("clinic", "3 ko cua bao ve gom nhung gi", ["ngủ trong ca", "gửi xe", "cáu gắt"], []),
        (
            "clinic",
            "3 không của bảo vệ và của điều dưỡng có điểm nào trùng nhau không, kể cả hai",
            ["phong bì", "gửi xe"],
            [],
        ),
        ("clinic", "3 sạch của trạm là gì", ["phòng khám sạch", "lối đi sạch", "nhà vệ sinh sạch"], []),
        ("clinic", "2 ko 2 nen trong gio tham la gi", ["nói to", "hút thuốc", "rửa tay", "21 giờ"], []),
        ("market", "4 khong cua tieu thuong", ["nói thách", "cân thiếu", "hàng giả", "lối đi"], []),
        ("market", "hai nhanh của tổ quản lý chợ là gì", ["thu rác", "trả lời"], []),
        (None, "4 không của tiểu thương chợ Phú Lâm là gì", ["nói thách"], ["phong bì"]),
        (None, "3 không của bảo vệ trạm y tế Sơn Kim", ["ngủ trong ca"], ["nói thách"]),
    ],
)
def test_the_list_that_is_called(
    plans: Collection, unit: str | None, question: str, held: list[str], left: list[str]
) -> None:
    answer = plans.ask(question, unit=unit)
    assert answer.status is Status.ANSWERED
    assert all(words in answer.text for words in held), answer.text
    assert not any(words in answer.text for words in left), answer.text


@pytest.mark.parametrize("question", ["thế 3 sạch?", "con 3 sach thi sao"])
def test_another_list_after_one(plans: Collection, question: str) -> None:
    answer = plans.ask(question, unit="clinic", history=["3 không của bảo vệ là gì"])
    assert "nhà vệ sinh sạch" in answer.text
    assert "ngủ trong ca" not in answer.text


def test_a_number_that_only_another_plan_has(plans: Collection) -> None:
    answer = plans.ask("6 không là gì", unit="market")
    assert answer.text.startswith("Kế hoạch không có “6 không”, mà có “4 không”:")
    assert answer.status is Status.NOT_SPECIFIED
    assert "phong bì" not in answer.text


def test_what_is_spelled_around_a_name_is_not_denied(plans: Collection) -> None:
    answer = plans.ask("5 không bà con phải nhớ là gì", unit="market")
    assert "loa không mở khuya" in answer.text
    assert "không liệt kê" not in answer.text
    assert "Kế hoạch không có" not in answer.text


def test_the_day_of_a_list_is_no_list(plans: Collection) -> None:
    assert "20/9/2026" in plans.ask("3 sạch phải xong trước ngày nào", unit="clinic").text


def test_who_sees_to_a_list_is_not_the_list(plans: Collection) -> None:
    assert "Hội Phụ nữ" in plans.ask("đơn vị nào chấm điểm 2 nhanh", unit="market").text


def test_the_nth_stands_among_the_others_of_a_short_list(plans: Collection) -> None:
    answer = plans.ask("điều thứ hai trong 4 không là gì", unit="market")
    assert answer.text.startswith("Điều 2 trong “4 không”: không cân thiếu")
    assert answer.citations[0].quote == "không nói thách, không cân thiếu, không bán hàng giả, không lấn lối đi"


def test_what_stands_in_another_list_is_told_from_there(plans: Collection) -> None:
    answer = plans.ask("3 không của bảo vệ có gồm không nhận phong bì phải không", unit="clinic")
    assert answer.text.startswith("Không phải. “3 không” (bảo vệ):")
    assert "Điều 1 trong “3 không” (điều dưỡng): Không nhận phong bì" in answer.text


@pytest.mark.parametrize(
    "asked", ["2 không hai nên khi thăm bệnh gồm những gì", "cai 2 khong 2 nen khi tham benh la gi"]
)
def test_two_lists_that_are_called_in_one_breath_are_both_told(plans: Collection, asked: str) -> None:
    text = plans.ask(asked, unit="clinic").text
    assert "không nói to" in text
    assert "nên rửa tay" in text


def test_a_three_and_a_speaker_are_no_people(plans: Collection) -> None:
    text = plans.ask("con làm ở cổng trạm, ba không của bảo vệ mà con phải giữ là gì ạ", unit="clinic").text
    assert text.startswith("“3 không” (bảo vệ)")


def test_a_plan_without_any_such_list_is_said_to_have_none_and_who_has_one() -> None:
    text = (
        HEAD.format(place="Đông Hà", number=3, title="Trồng cây") + "\nI. NỘI DUNG\n1. Mỗi thôn trồng 50 cây.\n" + TAIL
    )
    roads = text.replace("Đông Hà", "Tây Sơn").replace("Trồng cây", "Làm đường").replace("trồng 50 cây", "rải 50 m đá")
    plans = Collection({"clinic": CLINIC, "trees": text, "roads": roads})
    answer = plans.ask("3 không của kế hoạch trồng cây là gì", unit="trees")
    assert answer.choices == ("clinic",)
    assert answer.status is Status.NOT_SPECIFIED
    assert "không có “3 không” nào. “3 không” có trong:" in answer.text
    assert plans.ask("hộ ở thôn 3 không biết trồng cây gì", unit="trees").status is not Status.NOT_SPECIFIED


VILLAGE = (
    HEAD.format(place="Bình Sơn", number=44, title="Xây dựng thôn văn minh")
    + """
I. NỘI DUNG "3 KHÔNG" GẮN VỚI CHỦ ĐỀ NĂM 2026
1. Không đốt rác ra đồng
- Các hộ không đốt rác ngoài đồng theo chủ đề năm 2026.
- Các hộ đổ rác tại điểm hẹn trước 6 giờ.
2. Không thả chó ra đường
- Hộ nuôi chó ký cam kết với trưởng thôn.
3. Không mở loa sau 21 giờ
- Hộ có loa kéo đăng ký giờ mở.

II. CÁN BỘ
1. Cán bộ, công chức xã thực hiện cuộc vận động "4 không": không trễ hẹn; không nhận quà; không nói suông trước công
chức khác; không bỏ trực.
"""
    + TAIL
)


@pytest.fixture(scope="module")
def village() -> Collection:
    return Collection({"village": VILLAGE})


@pytest.mark.parametrize(
    "question",
    [
        "noi dung 3 khong cua xa Binh Son nam 2026 la 3 cai nao",
        "3 không Bình Sơn năm 2026",
        "cho em xin nguyên văn 3 không của xã Bình Sơn",
        "Kế hoạch xã Bình Sơn năm 2026 có ghi đủ ba cái “3 không” không, đọc giúp tôi với?",
        "Bác trưởng thôn bảo ký cam kết ba không gì đấy của xã Bình Sơn, ba cái đó là cái gì vậy?",
        "kế hoạch có mấy danh sách “3 không”, mỗi danh sách hướng tới ai",
    ],
)
def test_by_what_a_list_and_its_plan_are_called_no_item_is_singled_out(village: Collection, question: str) -> None:
    text = village.ask(question).text
    assert all(words in text for words in ("đốt rác ra đồng", "thả chó", "mở loa sau 21 giờ")), text
    assert "Không phải" not in text


def test_of_whom_a_list_is_singles_no_item_out(village: Collection) -> None:
    text = village.ask("4 không dành cho công chức xã Bình Sơn").text
    assert all(words in text for words in ("trễ hẹn", "nhận quà", "nói suông", "bỏ trực")), text


def test_an_item_is_told_with_what_is_to_be_done_for_it_where_that_is_asked(village: Collection) -> None:
    asked = "Cái “3 không” của Bình Sơn thì cái không thứ nhất là gì, họ yêu cầu làm gì ở cái đó?"
    told = village.ask(asked)
    assert told.text.startswith("Điều 1 trong “3 không”")
    assert "điểm hẹn trước 6 giờ" in told.text
    assert "loa kéo" not in told.text
    assert "điểm hẹn" not in village.ask("điều thứ nhất trong 3 không là điều nào").text


def test_a_claim_that_a_list_has_an_item_which_it_lacks_is_still_denied(village: Collection) -> None:
    assert village.ask("3 không của Bình Sơn có cấm nuôi heo không").text.startswith("Không phải.")
