"""A part of a plan that a question calls by its heading, or by one of the things that the heading names."""

from __future__ import annotations

import pytest

from knowledge.model import Status
from tests.knowledge.answering.collection import Collection

TEXT = """ỦY BAN NHÂN DÂN
XÃ VÂN SƠN
Số: 19/KH-UBND

Vân Sơn, ngày 11 tháng 3 năm 2026

KẾ HOẠCH
Bảo tồn nghề dệt thổ cẩm năm 2026

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Giữ nghề dệt của các bản.
- Tăng thu nhập cho phụ nữ.
2. Yêu cầu
- Mỗi bản có ít nhất một tổ dệt.
- Không dùng sợi công nghiệp.

II. TIÊU CHÍ THI ĐUA VÀ HÌNH THỨC KHEN THƯỞNG
1. Tổ dệt có từ 5 thành viên trở lên.
2. Chủ tịch xã tặng Giấy khen cho 3 tổ dệt.

III. GIẢI PHÁP THỰC HIỆN
1. Mở lớp dạy nghề tại nhà văn hóa.
2. Bán hàng qua mạng, kỷ niệm 10 năm làng nghề.

IV. TỔ CHỨC THỰC HIỆN
1. Hội Phụ nữ báo cáo trước ngày 25/11/2026.

Nơi nhận:
- Các bản;
- Lưu: VT.

CHỦ TỊCH
Lò Văn Phong
"""


@pytest.fixture(scope="module")
def plans() -> Collection:
    return Collection({"van-son": TEXT})


@pytest.mark.parametrize(
    ("question", "held", "left"),
    [
        ("mục đích là gì", ["Giữ nghề dệt", "Tăng thu nhập"], ["sợi công nghiệp"]),
        ("muc dich cua ke hoach", ["Giữ nghề dệt", "Tăng thu nhập"], ["sợi công nghiệp"]),
        ("yêu cầu của kế hoạch này là gì", ["ít nhất một tổ dệt", "sợi công nghiệp"], ["Tăng thu nhập"]),
        ("mục đích yêu cầu", ["Mục đích", "Yêu cầu"], ["Giấy khen"]),
        ("các giải pháp chủ yếu", ["lớp dạy nghề", "qua mạng"], ["Giấy khen"]),
        ("khen thưởng thế nào ạ", ["5 thành viên", "Giấy khen cho 3 tổ"], ["lớp dạy nghề"]),
    ],
)
def test_a_part_is_told_whole(plans: Collection, question: str, held: list[str], left: list[str]) -> None:
    answer = plans.ask(question, unit="van-son")
    assert answer.status is Status.ANSWERED
    assert all(words in answer.text for words in held), answer.text
    assert not any(words in answer.text for words in left), answer.text


def test_a_tone_tells_a_heading_from_another_word(plans: Collection) -> None:
    assert "Lò Văn Phong" in plans.ask("ai ký văn bản này", unit="van-son").text


def test_more_than_a_heading_is_asked_of_the_words(plans: Collection) -> None:
    answer = plans.ask("giải pháp bán hàng qua mạng nêu thế nào", unit="van-son")
    assert "lớp dạy nghề" not in answer.text


def test_a_part_of_one_entry_is_not_counted(plans: Collection) -> None:
    text = plans.ask("tổ chức thực hiện thế nào", unit="van-son").text
    assert "25/11/2026" in text
    assert "): 1" not in text


def test_of_parts_within_each_other_the_one_that_is_called_is_told() -> None:
    text = TEXT.replace(
        "III. GIẢI PHÁP THỰC HIỆN",
        "III. NỘI DUNG KIỂM TRA, ĐÁNH GIÁ\n1. Nội dung kiểm tra\n- Số khung cửi của mỗi bản.\n- Sổ ghi sản phẩm.\n"
        "2. Nội dung đánh giá\n- Thu nhập của tổ dệt.\n- Tay nghề của thợ.\n\nV. GIẢI PHÁP THỰC HIỆN",
    )
    told = Collection({"van-son": text}).ask("nội dung kiểm tra là gì", unit="van-son").text
    assert "khung cửi" in told
    assert "Tay nghề" not in told


@pytest.mark.parametrize("question", ["purpose of this plan?", "goals of this plan"])
def test_a_part_is_called_in_english(plans: Collection, question: str) -> None:
    text = plans.ask(question, unit="van-son").text
    assert "Giữ nghề dệt" in text
    assert "Tăng thu nhập" in text


@pytest.mark.parametrize("question", ["tieu chi to det tre", "tiêu chí đối với tổ dệt trẻ"])
def test_what_else_is_said_may_stand_in_the_headings_above(question: str) -> None:
    text = TEXT.replace(
        "III. GIẢI PHÁP THỰC HIỆN",
        "III. TIÊU CHÍ BÌNH CHỌN\n1. Đối với các tổ dệt trẻ\n- Tuổi dưới 30.\n- Có mẫu hoa văn mới.\n"
        "2. Đối với các nghệ nhân\n- Dạy từ 3 học viên.\n- Giữ được mẫu cổ.\n\nV. GIẢI PHÁP THỰC HIỆN",
    )
    told = Collection({"van-son": text}).ask(question, unit="van-son").text
    assert "Tuổi dưới 30" in told
    assert "mẫu hoa văn mới" in told
    assert "mẫu cổ" not in told


def test_a_list_called_by_its_number_is_no_heading() -> None:
    text = TEXT.replace(
        "III. GIẢI PHÁP THỰC HIỆN",
        "III. GIÁO VIÊN THỰC HIỆN “2 NÊN, 2 TRÁNH”\n- 2 nên: nên gọi điện trước; nên khen trước.\n"
        "- 2 tránh: tránh nhắn tin sau 21 giờ; tránh so sánh.\n\nV. GIẢI PHÁP THỰC HIỆN",
    )
    told = Collection({"van-son": text}).ask(
        "What are the two things that teachers should do (the “2 nên”)?", unit="van-son"
    )
    assert "nên gọi điện trước" in told.text


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("mục đích bảo tồn nghề dệt", ["Giữ nghề dệt", "Tăng thu nhập"]),
        ("tóm gọn phần giải pháp", ["lớp dạy nghề", "qua mạng"]),
    ],
)
def test_what_the_plan_is_about_and_that_it_be_short_call_no_other_part(
    plans: Collection, question: str, held: list[str]
) -> None:
    text = plans.ask(question, unit="van-son").text
    assert all(words in text for words in held), text


def test_an_offices_tasks_are_no_part_that_its_name_and_the_title_share() -> None:
    text = TEXT.replace("Bảo tồn nghề dệt thổ cẩm", "Công tác của Ban Quản lý nghề dệt").replace(
        "III. GIẢI PHÁP THỰC HIỆN", "III. NHIỆM VỤ VÀ GIẢI PHÁP"
    )
    text = text.replace(
        "IV. TỔ CHỨC THỰC HIỆN\n", "IV. TỔ CHỨC THỰC HIỆN\n2. Ban Quản lý nghề dệt kiểm tra sợi mỗi tháng.\n"
    )
    told = Collection({"van-son": text}).ask("Ban Quản lý nghề dệt nhiệm vụ gì?", unit="van-son").text
    assert "kiểm tra sợi" in told
