"""A question after one about another unit, in a chat about every unit: what is the last plan's, and what anyone's."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.library import Library
from knowledge.model import Status

TODAY = date(2026, 6, 15)
OFFICE = "dang-uy-so-gd-tphcm-2024"
TOWN = "phong-gddt-ben-cat-2020"
CITY = "thanh-uy-lai-chau-2023"
DISTRICT = "ubnd-quan-1-2023"
LAI_CHAU = "Lai Châu nộp báo cáo cho ai?"


@pytest.mark.parametrize(
    ("before", "question", "plan_id"),
    [
        ("who signed the Lai Chau plan?", "what are the five nos for officials?", OFFICE),
        (LAI_CHAU, "5 không của cán bộ, công chức gồm những gì?", OFFICE),
        (LAI_CHAU, "5 khong cua can bo cong chuc gom nhung gi", OFFICE),
        (LAI_CHAU, "nghị quyết 98/2023/QH15 nói gì", OFFICE),
        (LAI_CHAU, "nghi quyet 98/2023/qh15 noi gi", OFFICE),
        ("5 không của quận 1 là gì?", "công văn 1280-CV/TU ngày nào, của ai", OFFICE),
        ("who signed the Lai Chau plan?", "which official letter is number 1280-CV/TU", OFFICE),
        ("Báo cáo năm của Quảng Ngãi nộp ngày nào?", "quy chế 13-QC/TU của ai", TOWN),
    ],
)
def test_what_only_another_plan_has_is_answered_from_it(
    library: Library, before: str, question: str, plan_id: str
) -> None:
    answer = library.ask(question, history=[before], today=TODAY)
    assert answer.status in (Status.ANSWERED, Status.NOT_SPECIFIED, Status.NEAREST), answer.text
    assert answer.citations[0].plan_id == plan_id, answer.text


@pytest.mark.parametrize(
    ("before", "question", "plan_id"),
    [
        ("5 không của quận 1", "ai ký?", DISTRICT),
        ("5 không của quận 1", "cái thứ ba là gì?", DISTRICT),
        ("5 không của quận 1", "kế hoạch có hiệu lực đến khi nào", DISTRICT),
        (LAI_CHAU, "nghị quyết 25-NQ/TW nói gì", CITY),
        ("Bến Cát nộp báo cáo trước ngày nào?", "gửi cho ai?", TOWN),
    ],
)
def test_what_the_last_plan_has_stays_its_own(library: Library, before: str, question: str, plan_id: str) -> None:
    answer = library.ask(question, history=[before], today=TODAY)
    assert {citation.plan_id for citation in answer.citations} == {plan_id}, answer.text


def test_whether_the_plan_says_it_is_not_answered_from_another(library: Library) -> None:
    for question in ("kế hoạch có 5 không không", "does the plan have five nos?"):
        answer = library.ask(question, history=[LAI_CHAU], today=TODAY)
        assert answer.status is Status.NOT_FOUND, answer.text


def test_a_chat_about_one_unit_stays_with_it(library: Library) -> None:
    answer = library.ask("5 không của cán bộ, công chức gồm những gì?", unit=CITY, history=[LAI_CHAU], today=TODAY)
    assert answer.status is Status.NOT_FOUND, answer.text


@pytest.mark.parametrize(
    ("before", "question", "day"),
    [
        ("Báo cáo 6 tháng nộp khi nào?", "Thế còn năm?", "10/11"),
        ("bao cao 6 thang nop khi nao", "the con nam", "10/11"),
        ("Báo cáo 6 tháng nộp khi nào?", "còn báo cáo năm thì sao", "10/11"),
        ("Báo cáo 6 tháng nộp khi nào?", "Mai họp rồi mà em chưa nắm: còn báo cáo năm thì sao vậy chị", "10/11"),
        ("Sở Giáo dục nộp báo cáo năm ngày nào?", "còn 6 tháng?", "10/5"),
        ("When is the six-month report due?", "and the annual one?", "10 November"),
    ],
)
def test_another_period_of_the_same_report(library: Library, before: str, question: str, day: str) -> None:
    answer = library.ask(question, history=[before], today=TODAY)
    assert answer.status is Status.ANSWERED
    assert day in answer.text


def test_a_period_that_the_plan_lacks_is_not_stated(library: Library) -> None:
    for before, question in (
        ("Sở Giáo dục nộp báo cáo 6 tháng ngày nào?", "thế quý?"),
        ("When is the annual report of Quang Ngai due?", "and the quarterly one?"),
    ):
        answer = library.ask(question, history=[before], today=TODAY)
        assert answer.status is Status.NOT_SPECIFIED, answer.text


@pytest.mark.parametrize(
    ("question", "span"),
    [
        ("sắp tới có hạn gì", "từ 15/6/2026"),
        ("sap toi co han gi", "từ 15/6/2026"),
        ("what is coming up?", "From 15 June 2026"),
        ("còn tháng này?", "01/6/2026 – 30/6/2026"),
        ("tháng sau thì sao", "01/7/2026 – 31/7/2026"),
    ],
)
def test_the_stretch_of_time_asked_last_counts(library: Library, question: str, span: str) -> None:
    before = "any deadlines next week?" if question.startswith("what") else "tuần sau có hạn nào"
    assert span in library.ask(question, history=[before], today=TODAY).text


def test_days_ahead_and_the_collection_are_of_every_plan(library: Library) -> None:
    before = ["Báo cáo năm của Quảng Ngãi nộp ngày nào?"]
    assert "5 kế hoạch" in library.ask("tháng này phải nộp gì", history=before, today=TODAY).text
    assert "5 kế hoạch" in library.ask("có bao nhiêu kế hoạch", history=before, today=TODAY).text
