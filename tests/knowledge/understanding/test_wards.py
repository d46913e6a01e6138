"""Wards, communes and schools that a question names, over every name of the gazetteer and over invented plans."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import date
from functools import cache

import pytest

from knowledge.model import Belonging, District, Language, Period, Query, Standing, Ward
from knowledge.text import fold
from knowledge.understanding import Interpreter, territories, wards
from knowledge.understanding.tokens import tokenize
from tests.knowledge.understanding.conftest import made_up

TODAY = date(2026, 3, 2)
TEXT = (
    "Ủy ban nhân dân các xã, phường gửi báo cáo trước ngày 10 tháng 6. Xây dựng phương án bình chọn, bảo đảm xã hội an "
    "toàn."
)
FRAMES = ("{name} nộp báo cáo khi nào", "chị ơi em ở {name} thì gửi báo cáo trước ngày nào ạ")


@cache
def every_ward() -> list[Ward]:
    lines = territories.WARDS.read_text("utf-8").splitlines()
    keys = dict.fromkeys(line.split("\t")[0] for line in lines if not line.startswith("#"))
    return [ward for key in keys for ward in territories.wards(key)]


def only_in(district: District, level: str = "") -> list[Ward]:
    """Wards of today made of this district alone, whose names exist nowhere else."""
    return [
        ward
        for ward in every_ward()
        if ward.province and ward.districts == (district,) and ward.name.startswith(level)
        and len(territories.wards(territories.key_of(ward.name))) == 1
    ]  # fmt: skip


def plan_of(district: District, year: int = 2024, text: str = TEXT):  # type: ignore[no-untyped-def]
    period = Period(date(year, 1, 1), date(year, 12, 31))
    return made_up(
        territories.key_of(district.name).replace(" ", "-"), f"{text} {district.province}", doc_type="KẾ HOẠCH",
        issuer=f"ỦY BAN NHÂN DÂN {district.name.upper()}", parent=f"ỦY BAN NHÂN DÂN {district.province.upper()}",
        title=f"Dân vận khéo năm {year}", period=period,
    )  # fmt: skip


@cache
def two_districts() -> tuple[District, District]:
    """Two districts of different provinces, each with wards of unique names."""
    fit = [d for d in territories.districts().values() if not d.name[-1].isdigit() and len(only_in(d)) > 1]
    unique = [d for d in fit if sum(o.name == d.name for o in territories.districts().values()) == 1]
    first = unique[0]
    return first, next(d for d in unique if d.province != first.province)


@cache
def collection() -> Interpreter:
    return Interpreter([plan_of(district) for district in two_districts()])


def ask(text: str, unit: str | None = None, history: Sequence[str] = ()) -> Query:
    return collection().understand(text, unit=unit, history=history, today=TODAY)


def belonging(text: str, unit: str | None = None) -> Belonging:
    query = ask(text, unit)
    assert len(query.belongs) == 1, query
    return query.belongs[0]


# ------------------------------------------------------------------------------------------------------ every name


def test_the_gazetteer_is_whole() -> None:
    today = [ward for ward in every_ward() if ward.province]
    assert len(today) == 3321
    assert len({ward.province for ward in today}) == 34
    assert len(territories.districts()) == 696
    assert max(len(territories.key_of(ward.name).split()) for ward in every_ward()) == territories.LONGEST
    assert all(ward.parts and ward.districts for ward in today)
    assert all(ward.became and len(ward.districts) == 1 for ward in every_ward() if not ward.province)


def test_what_became_of_a_ward_agrees_with_what_it_was_made_of() -> None:
    today = {(ward.name, ward.province): ward for ward in every_ward() if ward.province}
    for ward in every_ward():
        for name in ward.became:
            made = today[name, ward.districts[0].today]
            assert ward.name in [part for part, _ in made.parts]


def test_a_ward_with_its_district_behind_it_is_asked_of_that_district_whatever_unit_was_chosen() -> None:
    district, other = two_districts()
    chosen = territories.key_of(other.name).replace(" ", "-")
    own = (
        district.name.split(" ", 1)[1]
        if district.name.startswith(("Quận", "Huyện"))
        else district.name.split(" ", 2)[2]
    )
    for ward in only_in(district)[:2]:
        query = ask(f"{ward.name} {own} nộp báo cáo khi nào", unit=chosen)
        assert [each.plans for each in query.belongs] == [(territories.key_of(district.name).replace(" ", "-"),)]


@pytest.mark.parametrize("form", [str, str.lower, fold], ids=["printed", "small", "plain"])
def test_every_ward_is_found_in_bounded_time(form) -> None:  # type: ignore[no-untyped-def]
    lexicon = collection()._lexicon
    missed, began = [], time.process_time()
    names = dict.fromkeys(ward.name for ward in every_ward() if not ward.name.startswith("Huyện"))
    for name in names:
        text = f"{form(name)} nộp báo cáo khi nào"
        found = wards.find(tokenize(text), text, lexicon, Language.VI)
        if not any(ward.name == name for mention in found for ward in mention.wards):
            missed.append(name)
    assert (time.process_time() - began) / len(names) < 0.001  # seconds a question
    # One syllable in small letters is a word as well ("xã tư"); the package writes "Xã é Tòng".
    assert not [name for name in missed if len(territories.key_of(name).split()) > 1 and " é " not in name]


@pytest.mark.parametrize("frame", FRAMES)
def test_a_question_with_any_ward_is_understood(frame: str) -> None:
    for ward in every_ward()[::67]:
        for name in (ward.name, fold(ward.name)):
            query = ask(frame.format(name=name))
            assert all(each.standing in Standing for each in query.belongs)
            assert not any(each.standing is Standing.BOUND and not each.plans for each in query.belongs)


# ----------------------------------------------------------------------------------------------------- whose plan


def test_a_ward_of_today_is_bound_by_the_plan_of_its_old_district() -> None:
    district = two_districts()[0]
    ward = only_in(district)[0]
    for name in (ward.name, fold(ward.name)):
        query = ask(f"{name} nộp báo cáo khi nào")
        assert query.belongs[0].standing is Standing.BOUND
        assert query.belongs[0].wards == (ward,)
        assert query.units == query.belongs[0].plans == (territories.key_of(district.name).replace(" ", "-"),)
        assert query.named
        assert not query.unknown


def test_an_old_ward_is_bound_by_the_plan_of_its_district() -> None:
    district = two_districts()[0]
    old = next(w for w in every_ward() if w.districts == (district,) and not w.province and w.name not in w.became)
    assert belonging(f"{old.name} {district.name} gửi báo cáo ngày nào").standing is Standing.BOUND


def test_english_names_its_level_after_the_name() -> None:
    district = two_districts()[0]
    ward = next(iter(only_in(district, "Xã")))
    name = fold(" ".join(ward.name.split()[1:])).title()
    assert belonging(f"What must {name} commune submit?").wards == (ward,)
    assert belonging(f"When does the commune of {name} report?").wards == (ward,)


def test_a_ward_that_no_plan_binds_is_unbound() -> None:
    bound = {d.province for d in two_districts()}
    ward = next(w for w in every_ward() if w.province and not {d.province for d in w.districts} & bound)
    query = ask(f"{ward.name} nộp báo cáo khi nào")
    assert query.belongs[0].standing is Standing.UNBOUND
    assert query.unknown == (query.belongs[0].name,)
    assert not query.units


def test_a_name_in_two_bound_districts_is_open_until_one_is_said() -> None:
    named: dict[str, set[District]] = {}
    for ward in every_ward():
        if not ward.province and ward.name.startswith("Xã"):
            named.setdefault(ward.name, set()).update(ward.districts)
    keys = [territories.key_of(d.name) for d in territories.districts().values()]
    name, pair = next(
        (name, sorted(ds, key=lambda d: d.name)[:2])
        for name, ds in named.items()
        if len(ds) == 2 and all(keys.count(territories.key_of(d.name)) == 1 for d in ds)
    )
    both = Interpreter([plan_of(d) for d in pair])
    asked = f"{name} nộp báo cáo khi nào"
    [open_] = both.understand(asked, today=TODAY).belongs
    assert open_.standing is Standing.OPEN
    assert len(open_.plans) == 2
    for plan_id in open_.plans:
        assert both.understand(asked, unit=plan_id, today=TODAY).units == (plan_id,)
    beside = both.understand(f"{name}, {pair[1].name} nộp báo cáo khi nào", today=TODAY)
    assert beside.belongs[0].standing is Standing.BOUND
    assert len(beside.units) == 1


def test_a_plan_that_speaks_of_no_wards_binds_none() -> None:
    district = two_districts()[0]
    silent = Interpreter([plan_of(district, text="Các trường trực thuộc gửi báo cáo trước ngày 10 tháng 6.")])
    ward = only_in(district)[0]
    [each] = silent.understand(f"{ward.name} nộp gì", today=TODAY).belongs
    assert each.standing is Standing.UNBOUND
    assert each.silent


def test_a_province_binds_by_its_borders_of_the_plans_year() -> None:
    district = next(d for d in territories.districts().values() if d.province != d.today and only_in(d))
    ward = only_in(district)[0]
    for province, year, standing in (
        (district.today, 2026, Standing.BOUND), (district.today, 2023, Standing.UNBOUND),
        (district.province, 2023, Standing.BOUND), (district.province, 2026, Standing.UNBOUND),
    ):  # fmt: skip
        plan = made_up(
            "tinh", TEXT, issuer=f"ỦY BAN NHÂN DÂN {province.upper()}", title=f"Dân vận khéo năm {year}",
            doc_type="KẾ HOẠCH", period=Period(date(year, 1, 1), date(year, 12, 31)),
        )  # fmt: skip
        [each] = Interpreter([plan]).understand(f"{ward.name} nộp gì", today=TODAY).belongs
        assert each.standing is standing, (province, year)


# -------------------------------------------------------------------------------------- named alone, beside, at hand


@pytest.mark.parametrize(
    "name", ["phường Hoa Ngọc Thảo", "trường THCS Vũ Hoa Ngọc Thảo", "Trường Mầm non Ngọc Thảo Hoa"]
)
def test_a_name_that_nobody_knows_is_asked_about_and_taken_where_its_unit_is_said(name: str) -> None:
    district = two_districts()[0]
    plan_id = territories.key_of(district.name).replace(" ", "-")
    assert belonging(f"{name} nộp báo cáo khi nào").standing is Standing.OPEN
    for query in (ask(f"{name}, {district.name} nộp báo cáo khi nào"), ask(f"{name} nộp báo cáo khi nào", plan_id)):
        assert query.belongs[0].standing is Standing.BOUND
        assert query.units == (plan_id,)
        assert not query.unknown


@pytest.mark.parametrize("name", ["Hoa Ngoc Thao ward", "Vu Hoa Ngoc Thao secondary school"])
def test_an_unknown_name_in_english_is_asked_about(name: str) -> None:
    plan_id = territories.key_of(two_districts()[0].name).replace(" ", "-")
    assert belonging(f"In what month must {name} report?").standing is Standing.OPEN
    assert belonging(f"In {name}, when is the report due?").name == name
    assert ask(f"When must {name} report?", plan_id).units == (plan_id,)
    assert ask("When must the high school and the ward report?").belongs == ()


def test_the_chats_unit_does_not_bind_a_ward_of_elsewhere() -> None:
    here, there = two_districts()
    ward = only_in(there)[0]
    query = ask(f"{ward.name} nộp báo cáo khi nào", territories.key_of(here.name).replace(" ", "-"))
    assert query.units == (territories.key_of(there.name).replace(" ", "-"),)


def test_a_ward_can_be_chosen_as_ones_unit() -> None:
    district = two_districts()[0]
    plan_id = territories.key_of(district.name).replace(" ", "-")
    ward = only_in(district)[0]
    assert collection().find_units(ward.name) == (plan_id,)
    statement = collection().statement(f"em ở {ward.name}")
    assert statement is not None
    assert statement.units == (plan_id,)


def test_the_wards_plan_is_kept_for_what_follows() -> None:
    ward = only_in(two_districts()[0])[0]
    first = f"{ward.name} nộp báo cáo khi nào"
    assert ask("còn gửi cho ai?", history=(first,)).units == ask(first).units


# --------------------------------------------------------------------------------------------- words that are no names


@pytest.mark.parametrize(
    "text",
    [
        "phương án bình chọn điển hình là gì", "phuong an binh chon dien hinh la gi", "xa hoi an toan la gi",
        "xây dựng xã hội an toàn", "các phường nộp gì", "xa phuong nop bao cao khi nao", "phương tiện cắt giảm thế nào",
        "mỗi phường 2 mô hình đúng không", "phường 5 lần báo cáo", "thị xã an toàn",
    ],
)  # fmt: skip
def test_words_are_no_wards(text: str) -> None:
    assert ask(text).belongs == ()
    assert ask(text).unknown == ()


def test_what_the_collection_itself_has_is_no_name_to_look_up() -> None:
    own = Interpreter([made_up("xa", "Ủy ban nhân dân xã An Bình.", issuer="ỦY BAN NHÂN DÂN XÃ AN BÌNH")])
    query = own.understand("xã An Bình nộp báo cáo khi nào", today=TODAY)
    assert query.units == ("xa",)
    assert query.belongs == ()


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        ("Anh Nguyễn Văn Nam ơi khi nào nộp báo cáo", ()),
        ("Bác Kỷ ơi, khi nào nộp báo cáo", ()),
        ("Ông Lê Văn Tám giữ chức gì", ("Ông Lê Văn Tám",)),
        ("mục tiêu quốc gia lai châu nêu là gì", ()),
        ("tỉnh gia lai nộp gì", ("tỉnh gia lai",)),
        ("cán bộ nội vụ làm gì", ()),
        ("bộ nội vụ làm gì", ("bộ nội vụ",)),
    ],
)
def test_only_what_is_asked_about_is_unknown(question: str, unknown: tuple[str, ...]) -> None:
    text = f"{TEXT} Thực hiện chương trình mục tiêu quốc gia, xây dựng đội ngũ cán bộ ở tỉnh Lai Châu."
    plan = made_up("tinh", text, issuer="ỦY BAN NHÂN DÂN TỈNH LAI CHÂU", title="Dân vận khéo năm 2024")
    assert Interpreter([plan]).understand(question, today=TODAY).unknown == unknown


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        ("Phường Sơn Lục Nam nộp báo cáo khi nào", ("Phường Sơn Lục Nam",)),
        ("khu phố của phường Sơn Lục Hạ nộp gì", ("Sơn Lục Hạ",)),
        ("phường Sơn Lục Đông nộp báo cáo khi nào", ()),
        ("phường Sơn Lục Đông Thành phố Lâm Hải nộp gì", ()),
    ],
)
def test_a_namesake_is_another_place(question: str, unknown: tuple[str, ...]) -> None:
    plan = made_up("own", f"{TEXT} Phường Sơn Lục Đông họp khu phố.", issuer="ỦY BAN NHÂN DÂN PHƯỜNG SƠN LỤC ĐÔNG")
    query = Interpreter([plan]).understand(question, today=TODAY)
    assert [name for name in query.unknown if "Lâm Hải" not in name] == list(unknown)


def test_a_place_at_the_end_of_a_sentence_begins_no_office() -> None:
    plan = made_up("own", TEXT, issuer="ỦY BAN NHÂN DÂN PHƯỜNG SƠN LỤC ĐÔNG")
    query = Interpreter([plan]).understand("Em có người bạn ngoài Hà Nội. Sở Y tế nộp báo cáo khi nào?", today=TODAY)
    assert not [name for name in query.unknown if "Hà Nội. Sở" in name]


def test_a_ward_that_a_plan_speaks_of_is_left_to_the_plan() -> None:
    names = list(dict.fromkeys(ward.name for ward in every_ward()[::60] if ward.province))
    text = f"{TEXT} " + " ".join(f"Lớp học tại {name[:1].lower()}{name[1:]} ngày 03/11/2026." for name in names)
    interpreter = Interpreter([plan_of(two_districts()[0], text=text)])
    asked = {name: interpreter.understand(f"lớp học tại {name} mở ngày nào", today=TODAY) for name in names}
    assert not [name for name, query in asked.items() if any(b.standing is not Standing.BOUND for b in query.belongs)]


def test_a_level_that_is_mixed_up_refuses_nothing() -> None:
    own, other = two_districts()
    ward = only_in(other)[0]
    name = territories.key_of(ward.name).title()
    interpreter = Interpreter([plan_of(own, text=f"{TEXT} Hội nghị của huyện {name} mở vào tháng 3.")])
    query = interpreter.understand(f"{ward.name} mở hội nghị vào tháng mấy", today=TODAY)
    assert not query.belongs
    assert not query.unknown
