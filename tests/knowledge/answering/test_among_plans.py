"""Questions over the collection: how many plans have something, which ones, which comes first."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.model import Status, StoredPlan
from tests.knowledge.answering.collection import Collection

SCHOOLS = """PHÒNG GIÁO DỤC VÀ ĐÀO TẠO
HUYỆN AN SƠN

Số: 31/KH-PGDĐT

An Sơn, ngày 04 tháng 3 năm 2026

KẾ HOẠCH
Thực hiện phong trào thi đua “Dân vận khéo” năm 2026

Phòng Giáo dục và Đào tạo huyện An Sơn xây dựng kế hoạch như sau:

I. NỘI DUNG

1. Phấn đấu 100% trường học xây dựng mô hình “Dân vận khéo”.

2. Vận động phụ huynh trồng cây xanh, không xả rác trong khuôn viên trường.

II. TỔ CHỨC THỰC HIỆN

1. Các trường báo cáo kết quả về Phòng Giáo dục và Đào tạo trước ngày 20/11/2026.
"""
WARD = """ỦY BAN NHÂN DÂN
PHƯỜNG TÂN HÒA

Số: 57/KH-UBND

Tân Hòa, ngày 12 tháng 3 năm 2024

KẾ HOẠCH
Thực hiện phong trào thi đua “Dân vận khéo” năm 2024

Ủy ban nhân dân phường Tân Hòa ban hành Kế hoạch như sau:

I. NỘI DUNG “4 KHÔNG”

1. Không để rác qua đêm

2. Không lấn chiếm vỉa hè

3. Không gây ồn sau 22 giờ

4. Không bỏ sót hộ khó khăn

II. TỔ CHỨC THỰC HIỆN

1. Các khu phố đăng ký mô hình về Văn phòng Ủy ban nhân dân phường trước ngày 15/3.

2. Thực hiện phương châm “Dân biết, dân bàn, dân làm, dân kiểm tra”.
"""
PARTY = """HUYỆN ỦY ĐÔNG HẢI
*

Đông Hải, ngày 05 tháng 02 năm 2025

KẾ HOẠCH
thực hiện công tác dân vận năm 2025

Huyện ủy Đông Hải ban hành kế hoạch như sau:

I. TỔ CHỨC THỰC HIỆN

1. Các chi bộ định kỳ hằng quý báo cáo kết quả với Ban Thường vụ Huyện ủy theo quy định.

2. Phấn đấu trên 80% chi bộ có mô hình “Dân vận khéo” về chuyển đổi số.
"""


@pytest.fixture(scope="module")
def collection() -> Collection:
    return Collection({"an-son-2026": SCHOOLS, "tan-hoa-2024": WARD, "dong-hai-2025": PARTY})


@pytest.mark.parametrize(
    ("question", "plans"),
    [
        ("bao nhiêu kế hoạch có hạn nộp ghi rõ ngày", {"an-son-2026", "tan-hoa-2024"}),
        ("ke hoach nao co han nop", {"an-son-2026", "tan-hoa-2024"}),
        ("How many plans set a specific deadline?", {"an-son-2026", "tan-hoa-2024"}),
        ("kế hoạch nào không ghi ngày nộp báo cáo", {"dong-hai-2025"}),
        ("có bao nhiêu kế hoạch nói về 4 không", {"tan-hoa-2024"}),
        ("co may ke hoach co 4 khong", {"tan-hoa-2024"}),
        ("những kế hoạch nào nêu chỉ tiêu 100%", {"an-son-2026"}),
        ("which plans set targets", {"an-son-2026", "dong-hai-2025"}),
        ("kế hoạch nào còn hiệu lực", {"an-son-2026"}),
        ("ke hoach nao het han roi", {"tan-hoa-2024", "dong-hai-2025"}),
        ("Which plans are still in force?", {"an-son-2026"}),
        ("có mấy kế hoạch của ngành giáo dục", {"an-son-2026"}),
        ("bao nhiêu kế hoạch của cấp ủy", {"dong-hai-2025"}),
        ("kế hoạch nào không có 4 không", {"an-son-2026", "dong-hai-2025"}),
        ("ke hoach nao khong co chi tieu", {"tan-hoa-2024"}),
    ],
)
def test_plans_are_chosen_by_what_they_hold(collection: Collection, question: str, plans: set[str]) -> None:
    answer = collection.ask(question)
    assert answer.status is Status.ANSWERED
    assert {citation.plan_id for citation in answer.citations} == plans, answer.text
    assert str(len(plans)) in answer.text.split("\n")[0]


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("đơn vị nào yêu cầu nộp sớm nhất trong năm", "tan-hoa-2024"),
        ("ke hoach nao co han muon nhat", "an-son-2026"),
        ("Which plan has the earliest deadline?", "tan-hoa-2024"),
        ("hạn nộp muộn nhất là của đơn vị nào", "an-son-2026"),
    ],
)
def test_the_plan_with_the_first_or_last_deadline_is_named_first(
    collection: Collection, question: str, first: str
) -> None:
    answer = collection.ask(question)
    (name,) = (unit.short_name for unit in collection.units if unit.plan_id == first)
    assert answer.text.startswith(name), answer.text
    assert {citation.plan_id for citation in answer.citations} == {"tan-hoa-2024", "an-son-2026"}


@pytest.mark.parametrize("question", ["bao nhiêu kế hoạch có 7 không", "kế hoạch nào nêu chỉ tiêu 35%"])
def test_no_plan_is_named_for_what_none_has(collection: Collection, question: str) -> None:
    answer = collection.ask(question)
    assert answer.status is not Status.ANSWERED
    assert not answer.citations


def test_nothing_in_force_is_said_first(collection: Collection) -> None:
    answer = collection.ask("kế hoạch nào còn hiệu lực", today=date(2027, 2, 1))
    assert answer.text.startswith("Không có kế hoạch nào còn trong kỳ")


def test_a_question_about_one_duty_is_not_one_about_all_plans(collection: Collection) -> None:
    answer = collection.ask("kế hoạch nào có hạn đăng ký mô hình")
    assert {citation.plan_id for citation in answer.citations} == {"tan-hoa-2024"}, answer.text


def test_the_units_of_the_chats_own_plan_are_not_all_issuers(collection: Collection) -> None:
    answer = collection.ask("đơn vị nào nộp sớm nhất", unit="tan-hoa-2024")
    assert {citation.plan_id for citation in answer.citations} == {"tan-hoa-2024"}, answer.text


MANY = 33


@pytest.fixture(scope="module")
def many() -> Collection:
    """More plans than are looked through: the days of one begin earliest, another's end last, a third has a list."""
    days = {7: "10/03", 20: "30/12"}
    texts = {}
    for at in range(MANY):
        day = days.get(at, f"{at % 27 + 1:02}/{at % 6 + 5:02}")
        text = (
            SCHOOLS.replace("AN SƠN", f"AN SƠN {at}")
            .replace("31/KH", f"{at + 1}/KH")
            .replace("20/11/2026", f"{day}/2026")
        )
        texts[f"phong-{at:02}"] = text
    return Collection({**texts, "phuong-tan-hoa": WARD})


def test_the_first_and_the_last_of_many_plans_are_those_of_all(many: Collection) -> None:
    assert many.ask("Kế hoạch nào có hạn nộp sớm nhất?").choices[0] == "phong-07"
    assert many.ask("Kế hoạch nào có hạn nộp muộn nhất?").choices[0] == "phong-20"


@pytest.mark.parametrize(
    ("question", "count", "opened"),
    [
        ("Kế hoạch nào có 4 không?", 1, {"phuong-tan-hoa"}),
        ("Kế hoạch nào đặt chỉ tiêu 100%?", MANY, {f"phong-{at:02}" for at in range(12)}),
        ("Kế hoạch nào có hạn ghi rõ ngày?", MANY + 1, {f"phong-{at:02}" for at in range(12)}),
    ],
)
def test_only_the_plans_that_are_shown_are_opened(
    many: Collection, question: str, count: int, opened: set[str]
) -> None:
    seen: set[str] = set()
    everyone = many._answerer._plans

    class Watched(StoredPlan):
        __slots__ = ()

        def __getattribute__(self, name: str) -> object:
            if name == "facts":
                seen.add(object.__getattribute__(self, "plan").plan_id)
            return object.__getattribute__(self, name)

    watched: dict[str, StoredPlan] = {
        p: Watched(each.plan, each.passages, each.facts, each.units) for p, each in everyone.items()
    }
    many._answerer._plans, many._answerer._all = watched, tuple(watched.values())
    try:
        answer = many.ask(question)
    finally:
        many._answerer._plans, many._answerer._all = everyone, tuple(everyone.values())
    assert f"{count} kế hoạch" in answer.text
    assert len(seen) <= len(opened) + 6  # beside the plans in which the best units stand
    assert opened <= seen


@pytest.mark.parametrize("question", ["Kế hoạch số mấy?", "Ai ký kế hoạch?"])
def test_a_header_of_many_plans_is_not_told_plan_by_plan(many: Collection, question: str) -> None:
    answer = many.ask(question)
    assert answer.status is Status.NEEDS_UNIT
    assert len(answer.choices) == MANY + 1


def test_a_plan_that_is_to_come_is_told_apart_from_those_in_force() -> None:
    said = "3. Kế hoạch này có hiệu lực từ ngày 01 tháng 12 năm 2026 đến hết ngày 31 tháng 12 năm 2027.\n"
    coming = SCHOOLS.replace("2026", "2027").replace("04 tháng 3 năm 2027", "04 tháng 11 năm 2026")
    held = coming.replace("AN SƠN", "HÒA SƠN").replace("An Sơn", "Hòa Sơn") + said
    plans = Collection({"held": held, "coming": coming})
    for question, running in (
        ("kế hoạch nào còn hiệu lực", "còn trong kỳ"),
        ("which plans are still in force", "force"),
    ):
        answer = plans.ask(question, today=date(2026, 12, 10))
        assert [len(part.items) for part in answer.parts] == [1, 1]
        assert running in answer.parts[0].lead
        assert "01/12/2026" in answer.parts[0].items[0] or "1 December 2026" in answer.parts[0].items[0]
        assert "hiệu lực từ ngày 01 tháng 12" in answer.parts[0].citations[0].quote
        assert "2027" in answer.parts[1].items[0]
    text = plans.ask("kế hoạch này còn hiệu lực không", unit="coming", today=date(2026, 12, 10)).text
    assert text.startswith("Chưa tới kỳ")
