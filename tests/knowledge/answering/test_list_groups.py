"""A list asked for certain people: the answer begins with yes or no, as far as the plan says whom its lists bind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.model import Status
from tests.knowledge.answering.collection import Collection
from tests.knowledge.answering.test_answers_follow_plans import BASE

COMMON = BASE.text()
STAFF = replace(BASE, list_lead="1. Nội dung “{n} không” đối với cán bộ, công chức phường: {items}.").text()
PUPILS = "4. Nội dung “3 không” đối với học sinh: không đi trễ; không nói tục; không xả rác."
ORGANISED = COMMON.replace(
    "1. Thực hiện nội dung “5 không”:", "1. Đề nghị Trưởng các khu phố triển khai thực hiện “5 không”:"
)


@pytest.fixture(scope="module")
def plans() -> Collection:
    two = COMMON.replace("III. KHEN", f"{PUPILS}\n\nIII. KHEN")
    assert ORGANISED != COMMON
    return Collection({"common": COMMON, "staff": STAFF, "two": two, "organised": ORGANISED})


@pytest.mark.parametrize(
    ("unit", "question", "begins", "status"),
    [
        ("staff", "có 5 không cho cán bộ không", "Có. Kế hoạch có “5 không” dành cho cán bộ, công chức", "answered"),
        ("staff", "co 5 khong danh cho can bo khong?", "Có. Kế hoạch có “5 không” dành cho cán bộ", "answered"),
        ("staff", "có 5 không cho người dân không", "Không. “5 không” của kế hoạch là dành cho cán bộ", "answered"),
        ("common", "có 5 không cho cán bộ không", "Không có danh sách riêng cho cán bộ.", "not_specified"),
        ("common", "5 không có dành riêng cho giáo viên không", "Không có danh sách riêng", "not_specified"),
        ("two", "có 3 không cho học sinh không", "Có. Kế hoạch có “3 không” dành cho học sinh", "answered"),
        ("organised", "có 5 không cho cán bộ không", "Không có danh sách riêng cho cán bộ.", "not_specified"),
        ("common", "kế hoạch có 5 không không", "Có. “5 không” gồm:", "answered"),
        ("staff", "is there a list of 5 no's for officials?", "Yes. The plan has “5 không” for cán bộ", "answered"),
    ],
)
def test_yes_or_no_comes_first(plans: Collection, unit: str, question: str, begins: str, status: str) -> None:
    answer = plans.ask(question, unit=unit)
    assert answer.text.startswith(begins)
    assert answer.status is Status(status)
    assert len(answer.parts[0].items) == (3 if "3 không" in question else 5)


@pytest.mark.parametrize(
    "question", ["5 không có điều nào về thuốc lá không", "5 không của phường có cấm hút thuốc không", "5 không là gì"]
)
def test_other_questions_are_not_about_people(plans: Collection, question: str) -> None:
    assert "riêng cho" not in plans.ask(question, unit="common").text
    assert "hút thuốc" in plans.ask(question, unit="common").text


def test_whoever_organises_a_list_is_not_its_group(plans: Collection) -> None:
    text = plans.ask("5 không là gì", unit="organised").text
    assert text.startswith("“5 không” gồm:")
    assert "Trưởng các khu phố" not in text


def test_a_list_called_by_its_name_is_counted_alone(plans: Collection) -> None:
    two = COMMON.replace(
        "III. KHEN",
        "4. Cuộc vận động “Công chức nói không với nhũng nhiễu” “5 không”: không gợi ý; không vòi vĩnh; "
        "không nhận quà; không bao che; không đùn đẩy.\n\nIII. KHEN",
    )
    called = Collection({"one": two})
    text = called.ask("nói không với nhũng nhiễu gồm mấy điều, là những điều gì").text
    assert "vòi vĩnh" in text
    assert "hút thuốc" not in text
    assert "2 danh sách" in called.ask("kế hoạch có mấy danh sách 5 không").text
