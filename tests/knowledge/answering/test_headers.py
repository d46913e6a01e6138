"""Questions about plans themselves: signer, recipients, order of issue, claims about any of them."""

from __future__ import annotations

import pytest

from knowledge.model import Status
from tests.knowledge.answering.collection import Collection

STATE = """ỦY BAN NHÂN DÂN
PHƯỜNG TÂN HÒA

Số: 57/KH-UBND

Tân Hòa, ngày 12 tháng 3 năm 2026

KẾ HOẠCH
Thực hiện phong trào thi đua “Dân vận khéo” năm 2026

Căn cứ Kế hoạch số 88-KH/ĐU ngày 15/01/2026 của Đảng ủy cấp trên, Ủy ban nhân dân phường Tân Hòa ban hành Kế hoạch \
như sau:

I. TỔ CHỨC THỰC HIỆN

1. Các đơn vị báo cáo kết quả về Văn phòng trước ngày 20/11.

Nơi nhận:
- Ban Dân vận Thành ủy;
- Đoàn Thanh niên phường;
- Lưu: VT.

CHỦ TỊCH

Trần Văn Bình
"""
PARTY = """HUYỆN ỦY ĐÔNG HẢI
*

Đông Hải, ngày 05 tháng 02 năm 2025

KẾ HOẠCH
thực hiện công tác dân vận năm 2025

Thực hiện Chương trình số 12-CTr/TU ngày 10/12/2024 của Tỉnh ủy, Huyện ủy Đông Hải ban hành kế hoạch như sau:

I. TỔ CHỨC THỰC HIỆN

1. Các chi bộ báo cáo kết quả với Ban Thường vụ Huyện ủy theo quy định.

Nơi nhận:
- Thường trực Tỉnh ủy,
- Lưu VPHU.

Lê Thị Hoa
"""


@pytest.fixture(scope="module")
def collection() -> Collection:
    return Collection({"tan-hoa-2026": STATE, "dong-hai-2025": PARTY})


@pytest.mark.parametrize(
    ("unit", "question", "begins"),
    [
        ("tan-hoa-2026", "Chủ tịch nào ký văn bản này?", "Người ký: Trần Văn Bình"),
        ("tan-hoa-2026", "ten nguoi dung ten cuoi ke hoach", "Người ký: Trần Văn Bình"),
        ("tan-hoa-2026", "ai là người đặt bút ký kế hoạch này", "Người ký: Trần Văn Bình"),
        ("tan-hoa-2026", "người ký có phải là Trần Văn Bình không", "Đúng."),
        ("tan-hoa-2026", "nguoi ky co phai Le Quoc Huy khong", "Không phải."),
        ("tan-hoa-2026", "Kế hoạch này do Phó Chủ tịch ký phải không?", "Không phải."),
        ("tan-hoa-2026", "văn bản ký ngày 12/3/2026 đúng không", "Đúng."),
        ("tan-hoa-2026", "ke hoach ban hanh ngay 21/3/2026 phai khong", "Không phải."),
        ("tan-hoa-2026", "kế hoạch này gửi những ai", "Nơi nhận gồm 3 nơi"),
        ("tan-hoa-2026", "những cơ quan nào nhận được kế hoạch này", "Nơi nhận gồm 3 nơi"),
        ("tan-hoa-2026", "ke hoach nay co gui doan thanh nien khong", "Có. Nơi nhận"),
        ("dong-hai-2025", "Kế hoạch có gửi cho Đoàn Thanh niên không?", "Không. Nơi nhận"),
        ("dong-hai-2025", "Nơi nhận có Thường trực Tỉnh ủy không?", "Có. Nơi nhận"),
        ("dong-hai-2025", "Which body put out the plan?", "Issued by"),
        ("tan-hoa-2026", "kế hoạch Tân Hòa có phải của năm 2024 không", "Không phải. Thời gian áp dụng: 2026"),
        ("dong-hai-2025", "ke hoach nay la cua nam 2025 dung khong", "Đúng. Thời gian áp dụng: 2025"),
        ("dong-hai-2025", "kế hoạch này áp dụng cho năm 2024 phải không", "Không phải."),
        ("tan-hoa-2026", "Is the Tân Hòa plan for 2025?", "No. In force: 2026"),
        ("tan-hoa-2026", "phường gửi kế hoạch này tới ai", "Nơi nhận gồm 3 nơi"),
        ("dong-hai-2025", "ke hoach nay duoc gui den dau", "Nơi nhận gồm 2 nơi"),
        ("dong-hai-2025", "Up to which year does the plan run?", "In force: 2025"),
    ],
)
def test_a_field_of_the_header_is_answered_or_a_claim_about_it_judged(
    collection: Collection, unit: str, question: str, begins: str
) -> None:
    answer = collection.ask(question, unit=unit)
    assert answer.status is Status.ANSWERED
    assert answer.text.startswith(begins), answer.text


@pytest.mark.parametrize(
    "question", ["Bà Lê Thị Hoa ký với chức danh gì?", "chuc vu nguoi ky la gi", "What title did the signer have?"]
)
def test_an_office_that_is_not_printed_is_said_to_be_missing(collection: Collection, question: str) -> None:
    answer = collection.ask(question, unit="dong-hai-2025")
    assert answer.status is Status.NOT_SPECIFIED
    assert [citation.quote for citation in answer.citations] == ["Lê Thị Hoa"]


def test_where_a_plan_was_signed_is_told_with_its_day(collection: Collection) -> None:
    answer = collection.ask("văn bản này được ký vào ngày tháng nào, ở đâu?", unit="tan-hoa-2026")
    assert answer.status is Status.ANSWERED
    assert "12/3/2026" in answer.text
    assert "Nơi ban hành:" in answer.text


@pytest.mark.parametrize("question", ["số kế hoạch của Huyện ủy Đông Hải là bao nhiêu", "ke hoach dong hai so may"])
def test_a_number_that_is_not_printed_is_said_to_be_missing(collection: Collection, question: str) -> None:
    answer = collection.ask(question, unit="dong-hai-2025")
    assert answer.status is Status.NOT_SPECIFIED
    assert "12-CTr" not in answer.text, "the number of a paper that the plan cites"


def test_a_phone_number_of_the_signer_is_not_answered_with_the_signer(collection: Collection) -> None:
    for question in ("số điện thoại của người ký kế hoạch", "mobile number of the person who signed the plan"):
        assert collection.ask(question, unit="tan-hoa-2026").status is not Status.ANSWERED


DUTY_ROSTER = """SỞ NỘI VỤ TỈNH HÀ GIANG
PHÒNG CẢI CÁCH HÀNH CHÍNH

Hà Giang, ngày 06 tháng 5 năm 2026

PHÂN CÔNG NHIỆM VỤ
các thành viên Phòng Cải cách hành chính

Theo quy định về chức năng của các phòng, Phòng Cải cách hành chính phân công công việc từ ngày 11/5/2026 như sau:

1. Ông Lê Văn Tám: phụ trách chung.
2. Bà Ngô Thị Hạnh: tổng hợp báo cáo.

Nơi nhận:
- Lãnh đạo Sở;
- Lưu: VT.

TRƯỞNG PHÒNG

Lê Văn Tám
"""


@pytest.mark.parametrize("question", ["phân công có hiệu lực từ ngày nào?", "bản này áp dụng từ khi nào"])
def test_from_when_a_paper_holds_is_not_denied_above_the_words_that_say_it(question: str) -> None:
    answer = Collection({"roster": DUTY_ROSTER}).ask(question)
    assert answer.status in (Status.ANSWERED, Status.NEAREST)
    assert "từ ngày 11/5/2026" in answer.text


ROUNDS = """ỦY BAN NHÂN DÂN
XÃ BÌNH AN

Số: 61/KH-UBND

Bình An, ngày 02 tháng 01 năm 2026

KẾ HOẠCH
Ra quân vệ sinh môi trường năm 2026

I. THỜI GIAN

1. Ra quân theo các đợt:
- Đợt 1: Nhân dịp Tết Nguyên đán. Đúng 06h30 ngày 24/01/2026 các thôn đồng loạt ra quân đến hết ngày 31/01/2026.
- Đợt 2: Chào mừng ngày bầu cử, từ ngày 05/3/2026 đến hết ngày 14/3/2026.
"""


def test_a_rounds_hour_is_told_with_its_day_and_no_other_rounds() -> None:
    plan = Collection({"rounds": ROUNDS})
    first = plan.ask("đợt 1 bắt đầu mấy giờ ngày nào?")
    assert first.status is Status.ANSWERED
    assert "24/01/2026" in first.text
    assert "06h30" in first.text
    second = plan.ask("đợt 2 bắt đầu mấy giờ?")
    assert second.status is not Status.ANSWERED
    assert "06h30" not in second.text


@pytest.mark.parametrize(
    "question", ["Ai ký kế hoạch của phường Tân Hòa?", "ai la nguoi ky ban nay", "Who signed this plan?"]
)
def test_a_signature_that_was_not_recognised_is_shown_and_not_denied(question: str) -> None:
    unread = STATE.replace("Trần Văn Bình", "Rơ Châm H'Bia Siu Krông Niê Ta")
    answer = Collection({"tan-hoa-2026": unread}).ask(question)
    assert answer.status is Status.NEAREST
    assert [citation.quote for citation in answer.citations] == ["CHỦ TỊCH\n\nRơ Châm H'Bia Siu Krông Niê Ta"]
    assert "không ghi" not in answer.text


def test_a_plan_that_nobody_signed_is_said_to_name_no_signer() -> None:
    answer = Collection({"tan-hoa-2026": STATE.replace("CHỦ TỊCH\n\nTrần Văn Bình\n", "")}).ask("Ai ký kế hoạch này?")
    assert answer.status is Status.NOT_SPECIFIED
    assert "không ghi người ký" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Phường Tân Hòa với Huyện ủy Đông Hải, bản nào ban hành trước?",
        "ke hoach cua phuong tan hoa hay huyen uy dong hai ban hanh truoc",
    ],
)
def test_of_two_plans_the_one_that_was_issued_first_is_told_first(collection: Collection, question: str) -> None:
    answer = collection.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.text.index("05/02/2025") < answer.text.index("12/3/2026")


@pytest.mark.parametrize(
    "question", ["ai đứng tên dưới bản kế hoạch này", "ai dung ten cuoi van ban", "Who put their name to this plan?"]
)
def test_who_put_his_name_to_a_plan_is_who_signed_it(collection: Collection, question: str) -> None:
    assert "Trần Văn Bình" in collection.ask(question, unit="tan-hoa-2026").text


@pytest.mark.parametrize("question", ["What is the fine for an expired passport?", "My passport expired, what now?"])
def test_what_else_expires_is_no_plan(collection: Collection, question: str) -> None:
    assert collection.ask(question, unit="dong-hai-2025").status is not Status.ANSWERED
