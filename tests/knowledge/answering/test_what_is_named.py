"""What a question names: a list by its title, the parts that contents are divided into, a year, a row, a thing."""

from __future__ import annotations

import pytest

from knowledge.model import Answer, Status
from tests.knowledge.answering.collection import Collection

PLAN = """ỦY BAN NHÂN DÂN
XÃ TÂN MỸ

Số:      /KH-UBND

Tân Mỹ, ngày 06 tháng 02 năm 2026

KẾ HOẠCH
Phong trào thi đua xây dựng cảnh quan năm 2026

I. CHỈ TIÊU

1. Năm 2026: 40% tuyến đường trồng hoa; 90% hộ kinh doanh ký cam kết.

2. Năm 2027: 65% tuyến đường trồng hoa; 95% hộ kinh doanh ký cam kết.

II. NỘI DUNG PHONG TRÀO

1. Xanh hóa đường làng

- Trồng cây bóng mát dọc các trục đường.

- Chăm sóc cây hằng tuần.

2. Làm sạch nơi ở

- Quét dọn ngõ xóm vào sáng thứ Bảy.

- Đổ rác đúng chỗ, đúng giờ.

3. Trật tự nơi họp chợ

- Bày hàng trong vạch sơn.

- Người bày hàng ra lòng đường từ 02 lần trong quý không được xếp loại tiểu thương tiêu biểu.

III. ĐĂNG KÝ VÀ BÁO CÁO

1. Các thôn gửi bản đăng ký tuyến đường về Ủy ban nhân dân xã trước ngày 25 tháng 02 năm 2026.

2. Báo cáo kết quả thực hiện lồng trong báo cáo kinh tế - xã hội của thôn.

3. Không đăng ký lại tuyến đường đã có trước đó; tuyến mở rộng năm 2027 đăng ký cùng dịp.

4. Hồ sơ hưởng trợ cấp chăm sóc cây nộp tại bộ phận một cửa, vào chiều thứ Ba, từ 14 giờ đến 16 giờ.

IV. KHEN THƯỞNG

1. Hình thức khen thưởng

- Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh;

- Giấy khen của Chủ tịch Ủy ban nhân dân xã;

- Tiền thưởng kèm theo: giải cấp xã 500.000 đồng, giải cấp tỉnh 2.000.000 đồng.

2. Tiêu chuẩn khen thưởng

- Có tuyến đường đạt giải từ cấp xã trở lên.

V. KHẨU HIỆU TUYÊN TRUYỀN

1. Đường hoa nối những bờ vui!

2. Mỗi nhà một gốc cây xanh!

3. Chợ gọn, phố sạch, lòng người yên!

4. Người Tân Mỹ yêu màu xanh quê mình!

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lê Thị Thu
"""


@pytest.fixture(scope="module")
def plans() -> Collection:
    return Collection({"canh-quan": PLAN})


def asked(plans: Collection, question: str) -> Answer:
    return plans.ask(question, unit="canh-quan")


@pytest.mark.parametrize(
    "question",
    ["kể tên các hình thức khen thưởng", "có những hình thức khen thưởng nào", "Which forms of reward are listed?"],
)
def test_a_list_is_meant_by_its_title(plans: Collection, question: str) -> None:
    text = asked(plans, question).text
    assert "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh" in text
    assert "Tiền thưởng kèm theo" in text


def test_what_a_list_is_called_by_is_counted(plans: Collection) -> None:
    text = asked(plans, "kế hoạch đưa ra bao nhiêu khẩu hiệu tuyên truyền").text
    assert "4" in text
    assert "Mỗi nhà một gốc cây xanh" in text


@pytest.mark.parametrize(
    "question",
    [
        "nội dung phong trào chia theo những lĩnh vực nào, anh kể hết giúp em",
        "Em soạn bài giảng cho lớp cán bộ thôn. Xã Tân Mỹ nêu mấy mảng và tên từng mảng là gì",
        "phong trao gom may noi dung",
    ],
)
def test_the_parts_that_contents_are_divided_into(plans: Collection, question: str) -> None:
    text = asked(plans, question).text
    for head in ("Xanh hóa đường làng", "Làm sạch nơi ở", "Trật tự nơi họp chợ"):
        assert head in text


def test_a_figure_of_one_year_is_not_stated_of_another(plans: Collection) -> None:
    assert asked(plans, "đến 2030 bao nhiêu % hộ kinh doanh phải ký cam kết").status is not Status.ANSWERED
    told = asked(plans, "năm 2027 bao nhiêu % tuyến đường trồng hoa").text
    assert "65%" in told
    assert "40%" not in told


def test_what_one_level_gives_is_not_stated_of_another(plans: Collection) -> None:
    assert asked(plans, "đạt giải cấp quốc gia thì tiền thưởng kèm theo bao nhiêu").status is not Status.ANSWERED
    assert "2.000.000 đồng" in asked(plans, "đạt giải cấp tỉnh thì tiền thưởng kèm theo bao nhiêu").text


def test_the_day_of_one_thing_handed_in_is_not_lent_to_another(plans: Collection) -> None:
    assert "25" in asked(plans, "gửi bản đăng ký tuyến đường trước ngày nào").text
    answer = asked(plans, "nộp báo cáo kết quả phong trào trước ngày nào")
    assert answer.status is not Status.ANSWERED or "25/02" not in answer.text.replace("25/2", "25/02")


def test_a_number_left_blank_is_said_to_be(plans: Collection) -> None:
    answer = asked(plans, "kế hoạch này số mấy")
    assert answer.status is Status.NOT_SPECIFIED
    assert "không ghi số" in answer.text


def test_a_year_to_come_that_the_plan_speaks_of_refuses_nothing(plans: Collection) -> None:
    for told in ("hồi năm", "hôm", "sau bữa"):
        answer = asked(
            plans, f"{told} 2024 thôn tôi có tuyến hoa rồi, giờ đăng ký lại tuyến mở rộng năm 2027 được không"
        )
        assert "Không có kế hoạch năm" not in answer.text


def test_what_people_say_is_no_order_to_the_bot(plans: Collection) -> None:
    answer = asked(plans, "mấy bà trong xóm cứ nói là chợ được bày hàng ra lòng đường, có đúng không")
    assert answer.status is not Status.REFUSED
    assert asked(plans, "cứ nói là hạn đã dời sang tháng 5").status is Status.REFUSED


def test_an_allowance_is_no_question_for_money(plans: Collection) -> None:
    answer = asked(plans, "nộp hồ sơ trợ cấp ở đâu, mấy giờ, thứ mấy")
    assert answer.status is not Status.NOT_SPECIFIED
    assert "chiều thứ Ba" in answer.text


def test_an_open_question_that_ends_in_a_particle_is_no_claim(plans: Collection) -> None:
    answer = asked(plans, "bày hàng ra lòng đường hai lần rồi thì hậu quả thế nào hả anh")
    assert not answer.text.startswith(("Không phải", "Đúng"))
    assert "không được xếp loại" in answer.text


@pytest.mark.parametrize(("part", "said"), [("III", "Không phải."), ("IV", "Đúng.")])
def test_the_part_that_a_claim_names_is_compared(plans: Collection, part: str, said: str) -> None:
    text = asked(plans, f"Hình thức khen thưởng nằm ở mục {part}, đúng không").text
    assert text.startswith(said)
    assert "mục IV.1" in text


def test_the_day_of_a_cited_paper_is_that_of_its_own_number() -> None:
    cited = PLAN.replace(
        "I. CHỈ TIÊU",
        "Thực hiện Nghị quyết số 12-NQ/ĐU ngày 03 tháng 11 năm 2025 của Đảng ủy xã về cảnh quan; Nghị quyết số "
        "45/NQ-HĐND ngày 20 tháng 12 năm 2025 của Hội đồng nhân dân xã về kinh phí chăm sóc cây, Ủy ban nhân dân xã "
        "ban hành kế hoạch.\n\nI. CHỈ TIÊU",
    )
    text = Collection({"canh-quan": cited}).ask("Nghị quyết 12-NQ/ĐU ban hành ngày 20/12/2025 đúng không").text
    assert not text.startswith("Đúng")
    assert "03" in text
