"""What is said before an answer to a ward or a school, in a collection of two invented plans of real districts."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from knowledge.model import Answer, District, Status, Ward
from knowledge.text import fold
from knowledge.understanding import territories
from tests.knowledge.answering.collection import Collection
from tests.knowledge.understanding.test_wards import every_ward, only_in, two_districts

PLAN = """ỦY BAN NHÂN DÂN
{district}

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 1{number}/KH-UBND

KẾ HOẠCH

Phát động phong trào thi đua “Dân vận khéo” năm 2024

I. TỔ CHỨC THỰC HIỆN

1. Ủy ban nhân dân các xã, phường, thị trấn gửi báo cáo kết quả năm về Phòng Nội vụ trước ngày 1{number} tháng 11 năm \
2024.

2. Phòng Nội vụ theo dõi, đôn đốc việc thực hiện Kế hoạch này, tham mưu khen thưởng.

Nơi nhận:
- Ủy ban nhân dân {province};
- Ủy ban nhân dân các xã, phường, thị trấn.
"""


def plan_id(district: District) -> str:
    return territories.key_of(district.name).replace(" ", "-")


@cache
def collection() -> Collection:
    return Collection(
        {
            plan_id(d): PLAN.format(district=d.name.upper(), province=d.province, number=number)
            for number, d in enumerate(two_districts(), 2)
        }
    )


def ask(text: str, unit: str | None = None, day: date = date(2026, 6, 15)) -> Answer:
    return collection().ask(text, unit=unit, today=day)


def made_of_several() -> Ward:
    return next(ward for ward in only_in(two_districts()[0]) if len(ward.parts) > 1)


@pytest.mark.parametrize("form", [str, fold], ids=["printed", "plain"])
def test_a_ward_of_today_is_answered_from_its_old_districts_plan(form) -> None:  # type: ignore[no-untyped-def]
    ward, district = made_of_several(), two_districts()[0]
    answer = ask(form(f"{ward.name} nộp báo cáo năm trước ngày nào"))
    said, *rest = answer.parts
    assert answer.status is Status.ANSWERED
    assert said.plan_id is None
    assert not said.citations
    assert ward.name in said.lead
    assert "01/7/2025" in said.lead
    assert district.name.lower() in said.lead.lower()
    assert "đã hết kỳ" in said.lead
    assert "không phải theo kế hoạch" in said.lead
    assert district.today.split(maxsplit=1)[1] in said.lead
    assert {part.plan_id for part in rest if part.citations} == {plan_id(district)}
    assert "12/11" in answer.text


def test_a_plan_in_its_period_is_not_said_to_be_over() -> None:
    answer = ask(f"{made_of_several().name} nộp báo cáo năm trước ngày nào", day=date(2024, 6, 1))
    assert "hết kỳ" not in answer.parts[0].lead


def test_in_english() -> None:
    ward = made_of_several()
    name = fold(ward.name.split(maxsplit=1)[1]).title()
    answer = ask(f"By when must {name} commune send the annual report?")
    assert "formed on 1 July 2025" in answer.parts[0].lead
    assert "not from a plan" in answer.parts[0].lead


def test_a_ward_that_no_plan_binds_is_told_so_and_what_there_is() -> None:
    bound = {d.province for d in two_districts()}
    ward = next(
        w for w in every_ward()
        if w.province and len(w.parts) > 1 and not {d.province for d in w.districts} & bound
        and len(territories.wards(territories.key_of(w.name))) == 1
    )  # fmt: skip
    answer = ask(f"{ward.name} nộp báo cáo năm trước ngày nào")
    assert answer.status is Status.NOT_FOUND
    assert not answer.citations
    assert ward.districts[0].name.split(maxsplit=1)[1] in answer.text
    assert all(unit.short_name in answer.text for unit in collection().units)


def test_a_school_alone_is_asked_about_and_beside_its_district_told_the_communes_day_as_nearest() -> None:
    district = two_districts()[0]
    asked = ask("trường THCS Vũ Hoa Ngọc Thảo nộp báo cáo năm trước ngày nào")
    assert asked.status is Status.NEEDS_UNIT
    assert set(asked.choices) == {plan_id(d) for d in two_districts()}
    for answer in (
        ask(f"trường THCS Vũ Hoa Ngọc Thảo, {district.name} nộp báo cáo năm trước ngày nào"),
        ask("trường THCS Vũ Hoa Ngọc Thảo nộp báo cáo năm trước ngày nào", unit=plan_id(district)),
    ):
        assert answer.status is Status.NEAREST
        assert "Vũ Hoa Ngọc Thảo" in answer.parts[0].lead
        assert "không nhắc riêng" in answer.parts[0].lead
        assert {part.plan_id for part in answer.parts if part.citations} == {plan_id(district)}


def test_whose_plan_it_is_can_be_asked() -> None:
    ward, district = made_of_several(), two_districts()[0]
    for text in (f"{ward.name} thuộc đơn vị nào?", f"Kế hoạch nào áp dụng cho {ward.name}?"):
        answer = ask(text)
        assert answer.status is Status.ANSWERED
        assert {citation.plan_id for citation in answer.citations} == {plan_id(district)}


def test_of_two_wards_the_one_that_no_plan_binds_is_named_too() -> None:
    bound = {d.province for d in two_districts()}
    other = next(w for w in every_ward() if w.province and not {d.province for d in w.districts} & bound)
    answer = ask(f"{made_of_several().name} và {other.name} nộp báo cáo năm trước ngày nào")
    assert answer.status is Status.ANSWERED
    assert "nên tôi không trả lời thay" in answer.text


OF_PROVINCE = """ỦY BAN NHÂN DÂN {province}
SỞ GIÁO DỤC VÀ ĐÀO TẠO

Số: 77/KH-SGDĐT

KẾ HOẠCH

Phát động phong trào thi đua “Dân vận khéo” trong trường học năm 2024

1. Các trường học gửi báo cáo kết quả năm về Sở Giáo dục và Đào tạo trước ngày 27 tháng 9 năm 2024.
"""


@cache
def with_the_provinces() -> Collection:
    """The two districts' plans, and one of an office of each one's province as it is today."""
    texts = {
        plan_id(d): PLAN.format(district=d.name.upper(), province=d.province, number=number)
        for number, d in enumerate(two_districts(), 2)
    }
    provinces = {d.today: OF_PROVINCE.format(province=d.today.upper()) for d in two_districts()}
    return Collection({**texts, **{f"so-{territories.key_of(name)}": text for name, text in provinces.items()}})


@pytest.mark.parametrize("form", [str, fold], ids=["printed", "plain"])
@pytest.mark.parametrize(
    "beside", ["{ward} {today}", "{ward}, {district} cũ", "{ward} ({district}, {today})", "{today}, {ward}"]
)
def test_a_place_beside_a_ward_only_says_where_it_lies(form, beside: str) -> None:  # type: ignore[no-untyped-def]
    ward, district = made_of_several(), two_districts()[0]
    named = beside.format(ward=ward.name, district=district.name, today=district.today)
    answer = with_the_provinces().ask(form(f"{named} nộp báo cáo khi nào"))
    assert answer.status is Status.ANSWERED
    assert {citation.plan_id for citation in answer.citations} == {plan_id(district)}
    assert "12/11" in answer.text
    assert "không có kế hoạch riêng" not in answer.text


@pytest.mark.parametrize("question", ["When must {name} ward report?", "{name} ward report deadline"])
@pytest.mark.parametrize("spelt", ["glued", "small"])
def test_in_english_a_name_can_be_written_together_or_small(question: str, spelt: str) -> None:
    ward = next(
        w for w in only_in(two_districts()[0])
        if len(w.name.split()) == 3 and len(w.name) > 10
    )  # fmt: skip
    name = fold(ward.name.split(maxsplit=1)[1])
    if spelt == "glued":
        asked = question.format(name=name.replace(" ", "").capitalize())
    else:
        asked = question.lower().format(name=name)
    answer = ask(asked.replace("ward", "commune" if ward.name.startswith("Xã") else "ward"))
    assert {citation.plan_id for citation in answer.citations} == {plan_id(two_districts()[0])}
    assert ward.name in answer.parts[0].lead


OF_ROUNDS = """THÀNH ỦY PHƯƠNG HẢI
*
Số 15-KH/TU

KẾ HOẠCH
công tác dân vận năm 2024

1. Các cấp ủy định kỳ quý, 6 tháng, năm báo cáo kết quả với Ban Thường vụ Thành ủy theo quy định.
"""


@pytest.mark.parametrize(
    "question", ["báo cáo quý khi nào", "bc 6 tháng nộp ngày nào", "báo cáo năm gửi trước ngày nào"]
)
def test_a_round_without_a_day_is_told_as_a_duty(question: str) -> None:
    answer = Collection({"tu": OF_ROUNDS}).ask(question)
    assert answer.status is Status.NOT_SPECIFIED
    assert "văn bản không nêu ngày cụ thể" in answer.parts[0].lead
    assert "Ban Thường vụ Thành ủy" in answer.parts[0].lead
