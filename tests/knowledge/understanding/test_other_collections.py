"""Names, aliases and unknown things follow the plans: collections that nobody here has seen."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from knowledge.model import Period, StoredPlan
from knowledge.text import fold, words
from knowledge.understanding import Interpreter

from .conftest import PLANS, TODAY, made_up

BODY = "Các đơn vị báo cáo kết quả phong trào thi đua “Dân vận khéo” về {} trước ngày 15 tháng 6, qua Phòng Nội vụ."


def plan(plan_id: str, issuer: str | None, place: str | None = None, **more: Any) -> StoredPlan:
    fields: dict[str, Any] = {
        "issuer": issuer,
        "place": place,
        "doc_type": "KẾ HOẠCH",
        "title": "Phát động phong trào thi đua “Dân vận khéo” năm 2025",
        "date": date(2025, 1, 5),
        "period": Period(date(2025, 1, 1), date(2025, 12, 31)),
    }
    text = BODY.format(issuer or "cơ quan ban hành") + " " + more.pop("text", "")
    return made_up(plan_id, text, **(fields | more))


@pytest.fixture(scope="module")
def other() -> Interpreter:
    return Interpreter(
        [
            plan("a1", "ỦY BAN NHÂN DÂN XÃ TÂN PHÚ", "Tân Phú", parent="UBND huyện Tân Kỳ", number="12/KH-UBND"),
            plan("a2", "ĐẢNG ỦY PHƯỜNG 5", "Phường 5", parent="ĐẢNG BỘ QUẬN 10", number="07-KH/ĐU"),
            plan("a3", "SỞ NỘI VỤ", "Hải Dương", parent="UBND TỈNH HẢI DƯƠNG"),
            plan("a4", "HỘI LIÊN HIỆP PHỤ NỮ HUYỆN CỦ CHI", "Củ Chi"),
            plan("a5", "ỦY BAN MTTQ VIỆT NAM XÃ LƯƠNG MINH BAN THƯỜNG TRỰC", "Lương Minh"),
            plan("a6", "ĐOÀN TNCS HỒ CHÍ MINH PHƯỜNG 5", "Phường 5"),
            plan("a7", "TRƯỜNG THPT NGUYỄN DU", "Quận 10"),
            plan("a8", "TỈNH ỦY NGHỆ AN", "Nghệ An"),
            plan("a9", "ỦY BAN NHÂN DÂN TỈNH NGHỆ AN", "Nghệ An"),
            plan("b1", "BAN TỔ CHỨC", "Hà Nội", parent="BAN CHẤP HÀNH TRUNG ƯƠNG"),
        ]
    )


@pytest.mark.parametrize(
    ("typed", "plans"),
    [
        ("ubnd xã tân phú nộp báo cáo khi nào", "a1"),
        ("xa tan phu", "a1"),
        ("tan phu nop bao cao ngay nao", "a1"),
        ("Tan Phu commune deadline", "a1"),
        ("12/KH-UBND", "a1"),
        ("đảng ủy phường 5 nộp cho ai", "a2"),
        ("dang uy p5", "a2"),
        ("p5 nộp gì", "a2 a6"),
        ("đoàn thanh niên phường 5 báo cáo khi nào", "a6"),
        ("sở nội vụ nộp báo cáo khi nào", "a3"),
        ("snv hải dương", "a3"),
        ("Department of Home Affairs", "a3"),
        ("hội phụ nữ củ chi", "a4"),
        ("lhpn cu chi khi nao nop", "a4"),
        ("mttq luong minh", "a5"),
        ("mặt trận xã lương minh", "a5"),
        ("trường nguyễn du nộp khi nào", "a7"),
        ("thpt nguyen du", "a7"),
        ("tỉnh ủy nghệ an nộp khi nào", "a8"),
        ("ubnd tỉnh nghệ an nộp khi nào", "a9"),
        ("nghe an", "a8 a9"),
        ("Nghe An provincial party committee", "a8"),
        ("Ban Tổ chức Trung ương quy định gì", "b1"),
    ],
)
def test_units_are_found_by_any_short_form(other: Interpreter, typed: str, plans: str) -> None:
    assert " ".join(sorted(other.find_units(typed))) == plans


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        ("quận Tân Phú nộp khi nào", "quận Tân Phú"),
        ("phường 6 nộp khi nào", "phường 6"),
        ("quận 1 nộp khi nào", "quận 1"),
        ("Sở Giáo dục nộp khi nào", "Sở Giáo dục"),
        ("Bến Cát nộp khi nào", "Bến Cát"),
        ("bac ninh nop khi nao", "bac ninh"),
        ("UBND tỉnh Quảng Trị phát động khi nào", "UBND tỉnh Quảng Trị"),
        ("hạn nộp của Lai Châu là ngày nào", "Lai Châu"),
    ],
)
def test_units_outside_the_collection_are_unknown(other: Interpreter, question: str, unknown: str) -> None:
    query = other.understand(question, today=TODAY)
    assert (query.units, query.unknown) == ((), (unknown,))


@pytest.mark.parametrize(
    "question",
    [
        "các phường nộp báo cáo khi nào",
        "Phòng Nội vụ làm gì",
        "xã phải làm gì",
        "nghị quyết của Trung ương nói gì",
        "Ban Dân vận nhận báo cáo của ai",
        "mô hình nào được khen",
        "Dân vận khéo là gì",
        "Khi Nào Nộp Báo Cáo Dân Vận Khéo",
        "KHI NÀO NỘP BÁO CÁO",
    ],
)
def test_general_words_are_neither_units_nor_unknown(other: Interpreter, question: str) -> None:
    query = other.understand(question, today=TODAY)
    assert (query.units, query.unknown) == ((), ())


def test_names_are_printed_as_in_running_text(other: Interpreter) -> None:
    names = {unit.plan_id: (unit.name, unit.short_name) for unit in other.units}
    assert names["a1"] == ("Ủy ban nhân dân xã Tân Phú", "KH UBND xã Tân Phú 2025")
    assert names["a4"][0] == "Hội Liên hiệp Phụ nữ huyện Củ Chi"
    assert names["a5"][0] == "Ủy ban MTTQ Việt Nam xã Lương Minh Ban Thường trực"
    assert names["a7"] == ("Trường THPT Nguyễn Du", "KH Trường THPT Nguyễn Du 2025")
    assert names["b1"][0] == "Ban Tổ chức Trung ương"


def test_the_same_question_turns_with_the_collection(interpreter: Interpreter) -> None:
    moved = Interpreter([plan("x", "ỦY BAN NHÂN DÂN QUẬN 3", "Quận 3"), plan("y", "THÀNH ỦY ĐÀ NẴNG", "Đà Nẵng")])
    assert moved.understand("q3 nộp gì", today=TODAY).units == ("x",)
    assert moved.understand("da nang co 5 khong khong", today=TODAY).units == ("y",)
    assert moved.understand("q1 nộp gì", today=TODAY).unknown == ("q1",)
    assert interpreter.understand("q1 nộp gì", today=TODAY).unknown == ()


def test_a_place_that_a_plan_mentions_is_not_unknown() -> None:
    silent = Interpreter([plan("x", "UBND XÃ HÒA AN", "Hòa An")])
    saying = Interpreter([plan("x", "UBND XÃ HÒA AN", "Hòa An", text="Học tập mô hình của tỉnh Đồng Tháp.")])
    question = "Mô hình của Đồng Tháp là gì?"
    assert silent.understand(question, today=TODAY).unknown == ("Đồng Tháp",)
    assert saying.understand(question, today=TODAY).unknown == ()


def test_an_empty_collection_still_understands() -> None:
    query = Interpreter([]).understand("Khi nào Quận 1 nộp báo cáo năm 2024?", today=TODAY)
    assert query.units == ()
    assert "Quận 1" in query.unknown


def test_plans_without_header_have_units() -> None:
    bare = Interpreter([made_up("to-giay", "Nội dung thi đua.")])
    assert bare.units[0].plan_id == "to-giay"
    assert bare.units[0].name
    assert bare.understand("nội dung gì", today=TODAY).units == ()


def test_two_plans_of_one_issuer_are_told_apart() -> None:
    def of(plan_id: str, year: int, **more: Any) -> StoredPlan:
        days = {"date": date(year, 1, 5), "period": Period(date(year, 1, 1), date(year, 12, 31))}
        return plan(plan_id, "UBND QUẬN 7", "Quận 7", title=f"Phát động thi đua năm {year}", **days, **more)

    years = Interpreter([of("old", 2023), of("new", 2024)])
    assert years.find_units("q7") == ("old", "new")
    assert years.understand("q7 năm 2024 nộp khi nào", today=TODAY).units == ("new",)
    assert years.understand("kế hoạch 2023 có gì", unit="Quận 7", today=TODAY).units == ("old",)
    assert years.understand("q7 năm 2022 nộp khi nào", today=TODAY).unknown == ("2022",)

    numbers = Interpreter([of("one", 2024, number="1/KH-UBND"), of("two", 2024, number="2/KH-UBND")])
    assert [u.short_name for u in numbers.units] == [
        "KH UBND Quận 7 2024 (1/KH-UBND)",
        "KH UBND Quận 7 2024 (2/KH-UBND)",
    ]
    assert numbers.understand("2/kh-ubnd nộp khi nào", today=TODAY).units == ("two",)


def test_plans_raise_no_false_alarm_about_themselves(interpreter: Interpreter) -> None:
    """Each sentence of a plan, with and without diacritics, asks about nothing that the plans do not carry."""
    alarms = []
    for path in sorted(PLANS.glob("*.txt")):
        for sentence in re.split(r"(?<=[.;:])\s+|\n+", path.read_text(encoding="utf-8"))[::3]:
            if 20 < len(sentence) < 300 and not sentence.isupper():
                for typed in (sentence, fold(sentence)):
                    unknown = interpreter.understand(typed, today=TODAY).unknown
                    alarms += [name for name in unknown if not name.isdigit()]
    assert alarms == []


def test_diacritics_come_back(interpreter: Interpreter) -> None:
    """At least 99 % of the plans' syllables are restored after their diacritics are taken off."""
    right = total = 0
    for path in sorted(PLANS.glob("*.txt")):
        for sentence in re.split(r"(?<=[.;:])\s+|\n+", path.read_text(encoding="utf-8"))[::5]:
            if 20 < len(sentence) < 300 and not sentence.isupper():
                meant = words(sentence)
                got = words(interpreter.understand(fold(sentence), today=TODAY).restored)
                if len(meant) == len(got):
                    right += sum(a == b for a, b in zip(meant, got, strict=True))
                    total += len(meant)
    assert right / total > 0.99


@pytest.mark.parametrize(
    ("typed", "units"),
    [
        ("bc gửi ai", ()),
        ("bc 6 thang", ()),
        ("nop bc o dau", ()),
        ("bc phai nop gi", ()),
        ("kh gui cho ai", ()),
        ("kh phai gui truoc ngay nao", ()),
        ("ở bc nộp báo cáo khi nào", ("bau-can",)),
        ("bc gửi bc ngày nào", ("bau-can",)),
        ("xa kh nop bc luc nao", ("kim-hoa",)),
        ("kh nop kh khi nao", ("kim-hoa",)),
    ],
)
def test_initials_that_are_a_word_of_the_office_mean_a_unit_only_where_a_unit_stands(
    typed: str, units: tuple[str, ...]
) -> None:
    interpreter = Interpreter(
        [
            plan("bau-can", "ỦY BAN NHÂN DÂN XÃ BÀU CẠN", "Bàu Cạn"),
            plan("kim-hoa", "ỦY BAN NHÂN DÂN XÃ KIM HOA", "Kim Hoa"),
        ]
    )
    assert interpreter.understand(typed, today=TODAY).units == units


@pytest.mark.parametrize(
    ("typed", "units"),
    [
        ("Xã em thì được hỗ trợ bao nhiêu", ("tinh",)),
        ("xa em nop bao cao khi nao", ("tinh",)),
        ("xã EM nộp báo cáo khi nào", ("ea-moh",)),
        ("xã Ea Moh nộp báo cáo khi nào", ("ea-moh",)),
    ],
)
def test_initials_that_are_a_word_mean_a_place_in_capitals_only(typed: str, units: tuple[str, ...]) -> None:
    """Who says "xã em" speaks of a commune of their own, not of the one with those initials."""
    interpreter = Interpreter(
        [
            plan("ea-moh", "ỦY BAN NHÂN DÂN XÃ EA MOH", "Ea Moh"),
            plan("tinh", "ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG", "Lâm Đồng"),
        ]
    )
    assert interpreter.understand(typed, unit="tinh", today=TODAY).units == units
