"""What is ruled out, freed, numbered, a condition or another body's is told as what it is."""

from __future__ import annotations

import pytest

from knowledge.model import Answer, Status
from tests.knowledge.answering.collection import Collection

PLAN = """ỦY BAN NHÂN DÂN
PHƯỜNG HÒA LỢI

Số: 21/KH-UBND

Hòa Lợi, ngày 12 tháng 01 năm 2026

KẾ HOẠCH
Xây dựng khu phố tự quản năm 2026

I. ĐĂNG KÝ

1. Mỗi khu phố đăng ký ít nhất 01 mô hình; riêng khu phố 3 và khu phố 7 đăng ký ít nhất 02 mô hình.

2. Chi bộ được đề xuất 01 cá nhân; chi bộ có trên 30 đảng viên được đề xuất 02 cá nhân.

3. Mỗi hộ đóng góp 200.000 đồng làm đường; hộ nghèo được miễn đóng góp.

II. BÁO CÁO

1. Trưởng các khu phố báo cáo kết quả về Văn phòng phường trước ngày 25 tháng 11 năm 2026, gửi qua hệ thống quản lý \
văn bản, không gửi bản giấy.

2. Hồ sơ gửi sau thời hạn chuyển sang xét năm sau.

3. Đường nội khu làm xong trước ngày 30 tháng 6 năm 2026.
"""


@pytest.fixture(scope="module")
def plans() -> Collection:
    return Collection({"khu-pho": PLAN})


def asked(plans: Collection, question: str) -> Answer:
    return plans.ask(question, unit="khu-pho")


def test_a_way_that_is_ruled_out_is_no_way_of_a_duty(plans: Collection) -> None:
    (duty, *_) = plans.plans[0].facts.deadlines
    assert duty.format is None
    for question in ("tháng 11 nộp gì", "tôi phải nộp gì", "trưởng khu phố báo cáo trước ngày nào"):
        told = " ".join(f"{part.lead} {' '.join(part.items)}" for part in asked(plans, question).parts)
        assert "bằng bản giấy" not in told


@pytest.mark.parametrize(
    "question",
    ["hộ nghèo có phải đóng tiền làm đường không", "nghe nói hộ nghèo phải đóng góp 200.000 đồng đúng không"],
)
def test_who_is_freed_is_not_bound(plans: Collection, question: str) -> None:
    text = asked(plans, question).text
    assert not text.startswith("Đúng")
    assert "được miễn" in text


def test_the_number_of_a_place_counts_nothing(plans: Collection) -> None:
    text = asked(plans, "khu phố 3 phải đăng ký mấy mô hình").text
    assert not text.startswith(("3", "7"))
    assert "02 mô hình" in text


def test_a_condition_that_the_question_says_is_not_its_answer(plans: Collection) -> None:
    text = asked(plans, "chi bộ trên 30 đảng viên được đề xuất mấy cá nhân").text
    assert not text.startswith("Trên 30 đảng viên")
    assert "02 cá nhân" in text


def test_another_bodys_day_is_not_stated(plans: Collection) -> None:
    assert asked(plans, "công an phường nộp báo cáo ngày nào").status is not Status.ANSWERED
    assert asked(plans, "trưởng khu phố nộp báo cáo ngày nào").status is Status.ANSWERED
    assert asked(plans, "nộp báo cáo cho văn phòng phường ngày nào").status is Status.ANSWERED


@pytest.mark.parametrize("question", ["nộp hồ sơ muộn thì sao", "gửi hồ sơ trễ thì bị gì không"])
def test_what_follows_from_being_late_is_not_denied(plans: Collection, question: str) -> None:
    answer = asked(plans, question)
    assert answer.status is not Status.NOT_SPECIFIED
    assert "chuyển sang xét năm sau" in answer.text


@pytest.mark.parametrize("question", ["các buôn làm gì", "đường nội buôn làm xong khi nào", "trưởng buôn làm việc gì"])
def test_a_hamlet_of_the_highlands_is_no_mood(plans: Collection, question: str) -> None:
    assert asked(plans, question).status is not Status.SMALLTALK


_TABLE = """ỦY BAN NHÂN DÂN
XÃ NẬM CẮN

Số: 09/KH-UBND

Nậm Cắn, ngày 05 tháng 02 năm 2026

KẾ HOẠCH
Đối thoại với Nhân dân năm 2026

I. PHÂN CÔNG

| TT | Nội dung | Chủ trì | Phối hợp | Thời hạn |
|---|---|---|---|---|
| 1 | Tổ chức hội nghị đối thoại | Văn phòng HĐND và UBND xã | Công an xã | 20/3/2026 |
| 2 | Tuyên truyền phòng chống tảo hôn | Phòng Văn hóa - Xã hội | Trạm Y tế xã | 15/4/2026 |
"""


def test_who_helps_by_a_table_is_not_confirmed_to_lead() -> None:
    plans = Collection({"doi-thoai": _TABLE})
    told = plans.ask("công an xã chủ trì tổ chức hội nghị đối thoại đúng không").text
    assert not told.startswith("Đúng")
    assert "Công an xã" in told
    assert plans.ask("trạm y tế xã chủ trì tuyên truyền tảo hôn phải không").text[:4] != "Đúng"
    assert not plans.ask("phòng văn hóa xã hội chủ trì tuyên truyền tảo hôn đúng không").text.startswith("Không")


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("hậu quả bão được khắc phục thế nào", "khắc phục"),
        ("gửi đăng ký xong thì báo cáo kết quả nộp khi nào", "25 tháng 11"),
        ("cho hỏi năm 2019 báo cáo nộp khi nào", "năm 2019"),
    ],
)
def test_words_of_a_rule_in_another_sense(question: str, held: str) -> None:
    plan = PLAN + "\n4. Sau bão, các khu phố khắc phục hậu quả trong 03 ngày.\n"
    answer = Collection({"khu-pho": plan}).ask(question, unit="khu-pho")
    assert answer.status is not Status.NOT_SPECIFIED
    assert held in answer.text
