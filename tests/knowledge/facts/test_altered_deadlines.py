"""Deadlines follow alterations of the source plans, in every form of the text."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from knowledge.facts import extract
from knowledge.model import Deadline
from tests.knowledge.facts.alterations import FORMS, Alteration, read, source, swap

Duty = tuple[str | None, str | None, int | None, int | None, int | None, str | None]
"""to, comparator, day, month, year (stated or inferred), recurrence."""


@dataclass(frozen=True)
class Case:
    name: str
    stem: str
    pairs: tuple[tuple[str, str], ...]
    section: str
    duties: tuple[Duty, ...]


SCHOOLS, OFFICE_1, TOWN = "dang-uy-so-gd-tphcm-2024", "ubnd-quan-1-2023", "ubnd-tp-quang-ngai-2018"
TOWN_SCHOOLS, CITY_PARTY = "phong-gddt-ben-cat-2020", "thanh-uy-lai-chau-2023"
PARTY_OFFICE, PEOPLE = "Văn phòng Đảng ủy", "Ủy ban nhân dân Quận 1"
SENT = "trước **ngày 23 tháng 02 năm 2023**"

CASES = (
    Case(
        "original",
        SCHOOLS,
        (),
        "III.3",
        ((PARTY_OFFICE, "trước", 10, 5, 2024, "6 tháng"), (PARTY_OFFICE, "trước", 10, 11, 2024, "năm")),
    ),
    Case(
        "other dates",
        SCHOOLS,
        (("trước ngày 10 tháng 5", "trước ngày 15/6"), ("trước ngày 10 tháng 11", "trước ngày 15/12")),
        "III.3",
        ((PARTY_OFFICE, "trước", 15, 6, 2024, "6 tháng"), (PARTY_OFFICE, "trước", 15, 12, 2024, "năm")),
    ),
    Case(
        "other comparator",
        SCHOOLS,
        (
            ("(trước ngày 10 tháng 5)", "(chậm nhất là ngày 10/5)"),
            ("(trước ngày 10 tháng 11)", "(không quá ngày 10/11)"),
        ),
        "III.3",
        ((PARTY_OFFICE, "chậm nhất", 10, 5, 2024, "6 tháng"), (PARTY_OFFICE, "chậm nhất", 10, 11, 2024, "năm")),
    ),
    Case(
        "three periods",
        SCHOOLS,
        (
            (
                "định kỳ 6 tháng (trước ngày 10 tháng 5), năm (trước ngày 10 tháng 11)",
                "định kỳ quý (trước ngày 20 của tháng cuối quý), 6 tháng (trước ngày 20/6) và năm (trước ngày 20/11)",
            ),
        ),
        "III.3",
        (
            (PARTY_OFFICE, "trước", 20, None, None, "quý"),
            (PARTY_OFFICE, "trước", 20, 6, 2024, "6 tháng"),
            (PARTY_OFFICE, "trước", 20, 11, 2024, "năm"),
        ),
    ),
    Case(
        "other year",
        SCHOOLS,
        (("2024", "2027"),),
        "III.3",
        ((PARTY_OFFICE, "trước", 10, 5, 2027, "6 tháng"), (PARTY_OFFICE, "trước", 10, 11, 2027, "năm")),
    ),
    Case(
        "other recipient",
        SCHOOLS,
        (("cho Văn phòng Đảng ủy định kỳ", "về Ban Tuyên giáo và Dân vận Thành ủy định kỳ"),),
        "III.3",
        (
            ("Ban Tuyên giáo và Dân vận Thành ủy", "trước", 10, 5, 2024, "6 tháng"),
            ("Ban Tuyên giáo và Dân vận Thành ủy", "trước", 10, 11, 2024, "năm"),
        ),
    ),
    Case(
        "renumbered",
        SCHOOLS,
        (("III. TỔ CHỨC THỰC HIỆN", "V. TỔ CHỨC THỰC HIỆN"), ("\n3. Các đảng bộ", "\n4. Các đảng bộ")),
        "V.4",
        ((PARTY_OFFICE, "trước", 10, 5, 2024, "6 tháng"), (PARTY_OFFICE, "trước", 10, 11, 2024, "năm")),
    ),
    Case("original", OFFICE_1, (), "III.1", ((PEOPLE, "trước", 23, 2, 2023, None),)),
    Case(
        "numeric date",
        OFFICE_1,
        ((SENT, "trước 17 giờ 00 ngày 05/3/2023"),),
        "III.1",
        ((PEOPLE, "trước", 5, 3, 2023, None),),
    ),
    Case(
        "to the end of a day",
        OFFICE_1,
        ((SENT, "đến hết ngày 28-02-2023"),),
        "III.1",
        ((PEOPLE, "đến", 28, 2, 2023, None),),
    ),
    Case(
        "within a month", OFFICE_1, ((SENT, "trong tháng 3/2023"),), "III.1", ((PEOPLE, "trong", None, 3, 2023, None),)
    ),
    Case(
        "other office",
        OFFICE_1,
        (("Quận 1", "phường Hòa Bình"), ("Phòng Nội vụ", "Phòng Văn hóa - Xã hội")),
        "III.1",
        (("Ủy ban nhân dân phường Hòa Bình", "trước", 23, 2, 2023, None),),
    ),
    Case("no year", OFFICE_1, ((SENT, "trước ngày 23/02"),), "III.1", ((PEOPLE, "trước", 23, 2, 2023, None),)),
    Case("undated", OFFICE_1, ((f" {SENT}", ""),), "III.1", ((PEOPLE, None, None, None, None, None),)),
    Case("original", TOWN, (), "IV (đoạn kết)", (("UBND thành phố", "trước", 30, 9, None, "năm"),)),
    Case(
        "twice a year",
        TOWN,
        (("trước ngày 30/9 hàng năm", "định kỳ 6 tháng (trước ngày 15/6), năm (trước ngày 30/11)"),),
        "IV (đoạn kết)",
        (("UBND thành phố", "trước", 15, 6, None, "6 tháng"), ("UBND thành phố", "trước", 30, 11, None, "năm")),
    ),
    Case(
        "monthly",
        TOWN,
        (("trước ngày 30/9 hàng năm", "vào ngày 25 hằng tháng"),),
        "IV (đoạn kết)",
        (("UBND thành phố", "vào", 25, None, None, "tháng"),),
    ),
    Case(
        "in words",
        TOWN,
        (("trước ngày 30/9 hàng năm", "trước ngày 05 tháng 10 hằng năm"),),
        "IV (đoạn kết)",
        (("UBND thành phố", "trước", 5, 10, None, "năm"),),
    ),
    Case("original", TOWN_SCHOOLS, (), "IV", (("Phòng Giáo dục và Đào tạo thị xã", "trước", 1, 12, 2020, None),)),
    Case(
        "latest on",
        TOWN_SCHOOLS,
        (("**trước ngày 01/12**", "chậm nhất ngày 15 tháng 11 năm 2020"),),
        "IV",
        (("Phòng Giáo dục và Đào tạo thị xã", "chậm nhất", 15, 11, 2020, None),),
    ),
    Case(
        "two reports",
        TOWN_SCHOOLS,
        (("**trước ngày 01/12**", "6 tháng trước ngày 01/7, năm trước ngày 01/12"),),
        "IV",
        (
            ("Phòng Giáo dục và Đào tạo thị xã", "trước", 1, 7, 2020, None),
            ("Phòng Giáo dục và Đào tạo thị xã", "trước", 1, 12, 2020, None),
        ),
    ),
    Case(
        "original",
        CITY_PARTY,
        (),
        "III.3",
        tuple(("Ban Thường vụ Thành ủy", None, None, None, None, unit) for unit in ("quý", "6 tháng", "năm")),
    ),
    Case(
        "fewer periods",
        CITY_PARTY,
        (("định kỳ hàng quý, 6 tháng, năm báo cáo", "định kỳ 6 tháng và hằng năm báo cáo"),),
        "III.3",
        tuple(("Ban Thường vụ Thành ủy", None, None, None, None, unit) for unit in ("6 tháng", "năm")),
    ),
    Case(
        "one date for all",
        CITY_PARTY,
        (("(qua Ban Dân vận Thành ủy) theo quy định", "(qua Ban Dân vận Thành ủy) trước ngày 20 của tháng cuối kỳ"),),
        "III.3",
        tuple(("Ban Thường vụ Thành ủy", "trước", 20, None, None, unit) for unit in ("quý", "6 tháng", "năm")),
    ),
)


def seen(deadline: Deadline) -> Duty:
    year = deadline.year or deadline.inferred_year
    return (deadline.to, deadline.comparator, deadline.day, deadline.month, year, deadline.recurrence)


@pytest.mark.parametrize("form", FORMS, ids=[form.name for form in FORMS])
@pytest.mark.parametrize("case", CASES, ids=[f"{case.stem[:12]} {case.name}" for case in CASES])
def test_deadlines_follow(case: Case, form: Alteration) -> None:
    text = form.apply(swap(*case.pairs)(source(case.stem)))
    plan = read(text)
    deadlines = extract(plan).deadlines
    there = [seen(d) for d in deadlines if d.section == case.section]
    assert [duty for duty in case.duties if duty not in there] == [], there
    dated = [duty for duty in there if duty[2] or duty[3]]
    assert len(dated) == sum(1 for duty in case.duties if duty[2] or duty[3])
    for deadline in deadlines:
        for citation in deadline.citations:
            assert text[citation.start : citation.end] == citation.quote


def test_dates_of_cited_documents_are_never_deadlines() -> None:
    for stem in (SCHOOLS, OFFICE_1, TOWN, TOWN_SCHOOLS, CITY_PARTY):
        wanted = {
            (day, month)
            for case in CASES
            if case.stem == stem and not case.pairs
            for _, _, day, month, _, _ in case.duties
        }
        found = {(d.day, d.month) for d in extract(read(source(stem))).deadlines}
        assert found <= wanted | {(None, None)}
