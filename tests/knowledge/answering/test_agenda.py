"""What is to be done this month, this week, from now on, or at all: computed from today, never rolled forward."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from knowledge.answering.spans import span_of
from knowledge.model import Status
from tests.knowledge.answering.collection import Collection
from tests.knowledge.answering.test_answers_follow_plans import BASE, Facts

OLD = replace(
    BASE, letterhead="ỦY BAN NHÂN DÂN\nXÃ PHÚ LỘC", issuer="Ủy ban nhân dân xã Phú Lộc", place="Phú Lộc",
    issued="ngày 10 tháng 02 năm 2024", year=2024, half="trước ngày 10/5", annual="chậm nhất ngày 25/12",
)  # fmt: skip


@pytest.fixture(scope="module")
def plans() -> Collection:
    return Collection({"new": BASE.text(), "old": OLD.text()})


def text_of(plans: Collection, question: str, today: date, unit: str | None = None) -> str:
    return plans.ask(question, unit=unit, today=today).text


@pytest.mark.parametrize(
    ("unit", "ahead", "first", "last"),
    [
        ("day", 1, date(2027, 1, 1), date(2027, 1, 1)),
        ("week", 0, date(2026, 12, 28), date(2027, 1, 3)),
        ("week", 1, date(2027, 1, 4), date(2027, 1, 10)),
        ("month", 0, date(2026, 12, 1), date(2026, 12, 31)),
        ("month", 1, date(2027, 1, 1), date(2027, 1, 31)),
        ("quarter", 0, date(2026, 10, 1), date(2026, 12, 31)),
        ("quarter", 1, date(2027, 1, 1), date(2027, 3, 31)),
    ],
)
def test_stretches_at_the_turn_of_a_year(unit: str, ahead: int, first: date, last: date) -> None:
    span = span_of(unit, ahead, date(2026, 12, 31))
    assert (span.first, span.last) == (first, last)


@pytest.mark.parametrize(
    ("question", "today"),
    [
        ("tháng này phải nộp gì", date(2026, 6, 2)),
        ("thang nay nop gi", date(2026, 6, 20)),
        ("tuần này có hạn nào không?", date(2026, 6, 1)),
        ("tuần sau phải báo cáo gì", date(2026, 5, 28)),
        ("tháng sau có việc gì phải làm", date(2026, 5, 28)),
        ("có hạn nào trong tháng tới không", date(2026, 5, 28)),
        ("what do I have to submit this quarter", date(2026, 4, 1)),
        ("quý này nộp gì", date(2026, 4, 1)),
        ("sắp tới có hạn gì", date(2026, 5, 1)),
        ("hạn gần nhất là gì", date(2026, 6, 4)),
        ("what is due this month", date(2026, 6, 2)),
        ("any upcoming deadlines?", date(2026, 5, 30)),
    ],
)
@pytest.mark.parametrize("unit", ["new", None])
def test_what_falls_into_the_stretch(plans: Collection, question: str, today: date, unit: str | None) -> None:
    answer = plans.ask(question, unit=unit, today=today)
    assert answer.status is Status.ANSWERED
    told = " ".join(item for part in answer.parts for item in part.items)
    assert "05/6/2026" in told or "5 June 2026" in told
    assert "10/5" not in told
    later = any(cue in question for cue in ("sắp tới", "gần nhất", "upcoming"))
    assert ("20/11/2026" in told or "20 November 2026" in told) == later
    assert any("05/6" in citation.quote for citation in answer.citations)


def test_a_month_without_any_says_so_and_names_the_next(plans: Collection) -> None:
    text = text_of(plans, "tháng này phải nộp gì", date(2026, 8, 3), "new")
    assert text.startswith("Tháng này (01/8/2026 – 31/8/2026) không có hạn nào")
    assert "Hạn kế tiếp:" in text
    assert "Trước ngày 20/11/2026" in text


def test_a_plan_that_is_over_has_nothing_left(plans: Collection) -> None:
    """The year of the last date is the plan's, and said to be."""
    for question in ("sắp tới có hạn gì", "tháng này phải nộp gì"):
        text = text_of(plans, question, date(2026, 5, 2), "old")
        assert "không có hạn nào" in text or "không còn hạn nào" in text
        assert "Hạn gần nhất đã qua" in text
        assert "25/12/2024 (năm 2024 suy từ kế hoạch)" in text
        assert "2026" not in text.split("Hạn gần nhất đã qua")[1]
        assert "đã hết kỳ" in text


def test_my_duties_are_a_checklist_of_the_unit(plans: Collection) -> None:
    asked = plans.ask("tôi phải làm gì")
    assert asked.status is Status.NEEDS_UNIT
    assert set(asked.choices) == {"new", "old"}
    for question in ("tôi phải làm gì", "đơn vị tôi cần làm những gì", "what do I have to do", "mình có những việc gì"):
        answer = plans.ask(question, unit="old")
        assert answer.status is Status.ANSWERED
        (part, *_) = answer.parts
        assert all(item.startswith("☐ ") for item in part.items)
        assert "10/5" in part.items[0] or "10 May" in part.items[0]
        assert "25/12" in part.items[1] or "25 December" in part.items[1]
        assert "hu phố, đơn vị trực thuộc" in answer.text


def test_periodic_duties_without_a_date_are_told_while_the_plan_is_in_force() -> None:
    plan = BASE.text().replace(" định kỳ 6 tháng (trước ngày 05/6), năm (trước ngày 20/11)", "")
    plan = plan.replace("trực thuộc báo cáo", "trực thuộc định kỳ hằng quý báo cáo")
    plans = Collection({"new": plan, "old": OLD.text()})
    text = text_of(plans, "quý này phải nộp gì", date(2026, 4, 1), "new")
    assert "Hằng quý, văn bản không nêu ngày cụ thể" in text
    assert "10/5" not in text
    assert "Hằng quý" in text_of(plans, "quý này phải nộp gì", date(2026, 4, 1))


@pytest.mark.parametrize(
    "question",
    [
        "tháng này có phải nộp báo cáo 6 tháng không",
        "khi nào nộp báo cáo 6 tháng",
        "tháng này ai tặng giấy khen",
        "tôi phải làm gì để được khen thưởng",
        "sắp tới trồng cây xanh ở đâu",
        "công an phường phải làm gì",
        "hôm nay còn bao nhiêu ngày nữa đến hạn báo cáo 6 tháng",
    ],
)
def test_a_question_with_a_subject_is_answered_about_it(plans: Collection, question: str) -> None:
    text = text_of(plans, question, date(2026, 5, 2), "new")
    for phrase in ("Tháng này (", "Sắp tới (", "Hôm nay (", "Các việc phải báo cáo"):
        assert phrase not in text


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("tháng 6 phải nộp gì", ("05/6",)),
        ("thang 11 co han nao", ("20/11",)),
        ("tháng 5 và tháng 12/2024 có hạn gì", ("10/5", "25/12")),
        ("what do I have to submit in December", ("25 December",)),
        ("tháng 12 năm 2026 nộp gì", ()),
        ("tháng 8 có hạn nào không", ()),
    ],
)
def test_a_named_month_holds_the_duties_of_every_plan_that_fall_into_it(
    plans: Collection, question: str, held: tuple[str, ...]
) -> None:
    answer = plans.ask(question, today=date(2026, 5, 2))
    told = " ".join(item for part in answer.parts for item in part.items)
    days = [day for day in ("10/5", "05/6", "20/11", "25/12", "25 December") if day in told]
    assert days == list(held)
    assert ("không có hạn nào" in answer.text) == (not held)


@pytest.mark.parametrize("question", ["tôi phải nộp gì", "phai gui gi", "what should we submit"])
def test_what_must_be_sent_is_the_checklist_too_and_marks_what_has_passed(plans: Collection, question: str) -> None:
    assert plans.ask(question).status is Status.NEEDS_UNIT
    coming, gone, *_ = plans.ask(question, unit="new", today=date(2026, 8, 3)).parts[0].items
    assert "(đã qua)" in gone or "(passed)" in gone
    assert "đã qua" not in coming
    assert "passed" not in coming


_YEARS = """ỦY BAN NHÂN DÂN
XÃ YÊN LẠC

Số: 14/KH-UBND

Yên Lạc, ngày 12 tháng 01 năm 2025

KẾ HOẠCH
Phong trào thi đua “Dân vận khéo” giai đoạn 2025 - 2027

I. THỰC HIỆN

1. Quý III năm 2026: kiểm tra chéo giữa các thôn.

2. Các thôn gửi báo cáo kết quả về Văn phòng xã trước ngày 01 tháng 12 năm 2026.
"""


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("tháng 8 có việc gì", "kiểm tra chéo"),
        ("tháng 11 nộp gì", "01/12"),
        ("tháng 12 nộp gì", "01/12"),
        ("tháng 2 có hạn nào", "không có hạn nào"),
    ],
)
def test_a_month_within_a_quarter_and_the_one_before_a_first_day(question: str, held: str) -> None:
    assert held in text_of(Collection({"years": _YEARS}), question, date(2026, 5, 20), "years")


@pytest.mark.parametrize("question", ["trước tháng 10 phải nộp gì", "từ tháng 10 đến tháng 2 có việc gì"])
def test_months_that_bound_a_stretch_are_no_list(question: str) -> None:
    text = text_of(Collection({"years": _YEARS}), question, date(2026, 5, 20), "years")
    assert "không có hạn nào" not in text


def test_when_something_is_due_is_no_question_for_a_checklist(plans: Collection) -> None:
    for question in ("phải báo cáo khi nào", "phải nộp báo cáo ngày nào"):
        text = text_of(plans, question, date(2026, 5, 2), "new")
        assert "Các việc phải báo cáo" not in text
        assert "05/6" in text


def test_a_stretch_of_time_is_no_kind_of_report(plans: Collection) -> None:
    """Who is asked of next receives what is due, not a quarterly report that nobody spoke of."""
    for asked, then in (("quý này phải nộp gì", "gửi cho ai"), ("what is due this quarter", "who receives it")):
        answer = plans.ask(then, unit="new", history=(asked,), today=date(2026, 4, 1))
        assert answer.query is not None
        assert answer.query.period is None
        assert "Văn phòng" in answer.text


def test_other_dates_follow_the_plan() -> None:
    facts: Facts = replace(BASE, half="chậm nhất ngày 28/8", annual="trước ngày 03/02")
    plans = Collection({"only": facts.text()})
    assert "28/8/2026" in text_of(plans, "tháng này nộp gì", date(2026, 8, 28))
    assert "không có hạn nào" in text_of(plans, "tháng này nộp gì", date(2026, 9, 1))


@pytest.mark.parametrize(
    ("question", "today", "said"),
    [
        ("thứ năm tuần sau phải nộp gì", date(2026, 5, 29), "Thứ Năm (04/6/2026)"),
        ("t5 tuan nay nop gi", date(2026, 6, 1), "Thứ Năm (04/6/2026)"),
        ("3 tuần sau có hạn gì", date(2026, 5, 12), "Từ 01/6/2026 – 07/6/2026"),
        ("trong vòng 10 ngày nữa phải nộp gì", date(2026, 5, 28), "Từ 28/5/2026 – 07/6/2026"),
        ("đầu tháng tới có gì phải nộp", date(2026, 5, 12), "Từ 01/6/2026 – 10/6/2026"),
        ("cuối quý này nộp gì", date(2026, 4, 12), "Từ 01/6/2026 – 30/6/2026"),
        ("thứ sáu tới nộp gì", date(2026, 6, 1), "Thứ Sáu (05/6/2026)"),
        ("tuần trước có hạn nào", date(2026, 6, 8), "Từ 01/6/2026 – 07/6/2026"),
        ("thang truoc nop gi", date(2026, 7, 2), "Từ 01/6/2026 – 30/6/2026"),
        ("nửa đầu tháng sau có hạn nào", date(2026, 5, 2), "Từ 01/6/2026 – 15/6/2026"),
        ("từ nay đến hết quý này phải nộp gì", date(2026, 5, 2), "Từ 02/5/2026 – 30/6/2026"),
        ("nửa tháng nữa có hạn nào", date(2026, 5, 25), "Từ 25/5/2026 – 09/6/2026"),
        ("trong tháng 6 năm nay phải nộp gì", date(2026, 5, 2), "Từ 01/6/2026 – 30/6/2026"),
        ("what is due next Thursday", date(2026, 5, 29), "Thursday (4 June 2026)"),
        ("what is due within the next 10 days", date(2026, 5, 28), "28 May 2026 – 7 June 2026"),
        ("what is due in three weeks", date(2026, 5, 12), "1 June 2026 – 7 June 2026"),
        ("what is due by the end of this quarter", date(2026, 4, 12), "12 April 2026 – 30 June 2026"),
        ("what is due at the beginning of next month", date(2026, 5, 12), "1 June 2026 – 10 June 2026"),
    ],
)
def test_time_told_from_today_means_its_own_days(plans: Collection, question: str, today: date, said: str) -> None:
    answer = plans.ask(question, unit="new", today=today)
    assert answer.status is Status.ANSWERED
    assert answer.text.startswith(said)
    told = " ".join(item for part in answer.parts for item in part.items)
    assert "05/6/2026" in told or "5 June 2026" in told
    assert "20/11/2026" not in told
    assert "20 November 2026" not in told


@pytest.mark.parametrize(
    ("question", "today", "said"),
    [
        ("còn bao nhiêu ngày nữa đến hạn báo cáo 6 tháng", date(2026, 5, 1), "Còn 34 ngày (muộn nhất 04/6/2026)"),
        ("còn mấy tuần nữa thì đến hạn nộp báo cáo 6 tháng", date(2026, 5, 1), "Còn 4 tuần 6 ngày (34 ngày)"),
        ("con may tuan nua den han bao cao 6 thang", date(2026, 5, 21), "Còn 2 tuần (14 ngày)"),
        ("mấy tháng nữa đến hạn báo cáo 6 tháng", date(2026, 2, 28), "Còn 3 tháng 7 ngày (96 ngày)"),
        ("còn mấy tuần đến hạn báo cáo 6 tháng", date(2026, 6, 1), "Còn 3 ngày (muộn nhất"),
        ("how many weeks left until the 6-month report is due", date(2026, 5, 1), "4 weeks 6 days (34 days) left"),
        ("how many days until the 6-month report", date(2026, 5, 1), "34 days left"),
    ],
)
def test_what_is_left_is_counted_as_it_was_asked(plans: Collection, question: str, today: date, said: str) -> None:
    answer = plans.ask(question, unit="new", today=today)
    assert answer.status is Status.ANSWERED
    assert said in answer.text
    assert "không nêu con số" not in answer.text


@pytest.mark.parametrize("question", ["đã trễ hạn việc nào chưa", "việc nào đã quá hạn", "hạn nào đã qua rồi"])
def test_what_has_passed_is_listed_the_latest_first(plans: Collection, question: str) -> None:
    told = text_of(plans, question, date(2026, 12, 31))
    assert "Các hạn **đã qua**" in told or "Các hạn đã qua" in told
    assert told.index("2026") < told.index("2024")
    assert "Chưa có hạn nào qua" in text_of(plans, question, date(2020, 1, 1)).replace("*", "")


def test_more_than_an_answer_lists_are_counted_whole(plans: Collection) -> None:
    """The number is that of the deadlines, not of the lines."""
    told = text_of(plans, "từ nay đến hết năm 2026 có hạn nào", date(2024, 1, 2)).replace("*", "")
    found = re.search(r"có (\d+) hạn", told)
    assert found
    lines = len(re.findall(r"^•|^ *•|^- ", told, re.MULTILINE))
    assert int(found[1]) >= lines
    assert ("hạn sớm nhất:" in told) is (int(found[1]) > 8)


BEFORE = BASE.text().replace("định kỳ 6 tháng (trước ngày 05/6), năm (trước ngày 20/11)", "{}")
SENT_BEFORE = "trước ngày 04/12/2026. Đơn vị trực thuộc gửi bảng tổng hợp trước ngày 07/12/2026"


@pytest.fixture(scope="module")
def before() -> Collection:
    return Collection({"before": BEFORE.format(SENT_BEFORE)})


@pytest.mark.parametrize(
    ("question", "today", "listed"),
    [
        ("hôm nay có hạn gì", date(2026, 12, 3), ["04/12/2026"]),
        ("hôm nay có hạn gì", date(2026, 12, 4), ["07/12/2026"]),  # Friday, the last working day before Sunday 6
        ("tuần này có hạn gì", date(2026, 11, 30), ["04/12/2026", "07/12/2026"]),
        ("tuần sau có hạn gì", date(2026, 11, 30), []),
        ("what is due today", date(2026, 12, 3), ["4 December 2026"]),
    ],
)
def test_before_a_day_is_due_on_the_day_before(
    before: Collection, question: str, today: date, listed: list[str]
) -> None:
    answer = before.ask(question, unit="before", today=today)
    items = [
        item for item in answer.parts[0].items if "chậm nhất" in item or "at the latest" in item or "latest" in item
    ]
    assert len(items) == len(listed)
    assert all(day in item for day, item in zip(listed, items, strict=True))
    if not listed:
        assert "không có hạn nào" in answer.text.replace("*", "")
        assert "phải xong từ trước đó" in answer.text
        assert "thứ Sáu 04/12/2026" in answer.text


def test_what_ended_the_day_before_is_told_as_over(before: Collection) -> None:
    text = before.ask("hôm nay có hạn gì", unit="before", today=date(2026, 12, 4)).text
    assert text.index("07/12/2026") < text.index("nay đã qua") < text.index("Trước ngày 04/12/2026")


SENT_ON_DAYS_OFF = (
    "chậm nhất ngày 08/02/2027. Tổ nộp danh sách trước ngày 07/12/2026. Hội gửi tin trước ngày 04/12/2026"
)


@pytest.mark.parametrize("unit", ["off", None])
@pytest.mark.parametrize(
    "question", ["khi nào nộp", "liệt kê các hạn nộp", "tháng 2 năm 2027 nộp gì", "tôi phải nộp những gì"]
)
def test_every_list_tells_of_days_off_to_come(question: str, unit: str | None) -> None:
    plans = Collection({"off": BEFORE.format(SENT_ON_DAYS_OFF), "old": OLD.text()})
    text = plans.ask(question, unit=unit, today=date(2026, 11, 30)).text.replace("*", "")
    if "08/02/2027" in text:
        assert "nên gửi chậm nhất thứ Tư 03/02/2027" in text
    past = plans.ask(question, unit=unit, today=date(2027, 3, 1)).text
    assert "nên gửi" not in past.partition("📎")[0]


def test_a_day_counted_from_a_stated_one_is_told_as_worked_out() -> None:
    plans = Collection({"term": BEFORE.format("trong vòng 15 ngày kể từ ngày 20/12/2026")})
    said = plans.ask("tháng 1 phải nộp gì", unit="term", today=date(2026, 11, 30))
    assert "rong vòng 15 ngày kể từ ngày 20/12/2026" in said.text
    assert "tính ra là chậm nhất 04/01/2027" in said.text
    week = plans.ask("what is due this week", unit="term", today=date(2027, 1, 4))
    assert "4 January 2027 (worked out from “15 ngày kể từ ngày 20/12/2026”)" in week.text.replace("*", "")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("trong vòng 10 ngày kể từ hôm nay có hạn gì", "Từ 30/11/2026 – 10/12/2026 có 2 hạn"),
        ("trong 5 ngày làm việc tới có hạn nào", "Từ 30/11/2026 – 07/12/2026 có 2 hạn"),
        ("ngày 3 tháng sau có hạn gì", "Thứ Năm (03/12/2026) có 1 hạn"),
        ("ngay 3 thang toi co han gi", "Thứ Năm (03/12/2026) có 1 hạn"),
        ("mồng 5 tháng sau có hạn gì", "Thứ Bảy (05/12/2026) không có hạn nào"),
        ("giữa tháng 1 năm sau có hạn gì", "Từ 11/01/2027 – 20/01/2027 không có hạn nào"),
        ("1 tháng rưỡi nữa phải nộp gì", "Từ 30/11/2026 – 14/01/2027 có 2 hạn"),
        ("thứ hai đầu tuần sau nữa có hạn gì", "Thứ Hai (14/12/2026) không có hạn nào"),
        ("bảy ngày qua có hạn gì", "Từ 23/11/2026 – 29/11/2026 không có hạn nào"),
    ],
)
def test_amounts_units_and_directions_combine(before: Collection, question: str, said: str) -> None:
    assert before.ask(question, unit="before", today=date(2026, 11, 30)).text.replace("*", "").startswith(said)


SCHOOLS = BEFORE.format("trước ngày 04/12/2026. Các trường học nộp danh sách trước ngày 08/12/2026")


@pytest.mark.parametrize(
    "question", ["trong tháng tới trường học phải nộp gì", "trong 10 ngay toi truong hoc phai nop gi"]
)
def test_the_duties_of_those_who_are_named(question: str) -> None:
    plans = Collection({"schools": SCHOOLS, "old": OLD.text()})
    told = plans.ask(question, today=date(2026, 11, 30)).parts[0].items
    assert len(told) == 1
    assert "08/12/2026" in told[0]


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("còn mấy tuần", Status.NEEDS_UNIT),
        ("con bao nhieu ngay nua", Status.NEEDS_UNIT),
        ("còn mấy tuần nữa là đến hạn nộp báo cáo năm", Status.ANSWERED),
        ("con may tuan nua la den han nop bao cao nam", Status.ANSWERED),
    ],
)
def test_how_long_is_left_is_asked_of_a_duty_and_counted_in_plans_that_run(
    plans: Collection, question: str, status: Status
) -> None:
    answer = plans.ask(question, today=date(2026, 10, 1))
    assert answer.status is status
    if status is Status.NEEDS_UNIT:
        assert "việc nào" in answer.text
        return
    assert "Còn 7 tuần (49 ngày) (muộn nhất 19/11/2026)" in answer.text
    assert "2024" not in answer.text
    assert "05/6" not in answer.text.partition("📎")[0]


def test_without_a_duty_each_one_to_come_of_a_unit_is_counted(before: Collection) -> None:
    text = before.ask("còn mấy tuần nữa", unit="before", today=date(2026, 11, 18)).text
    assert "Còn 2 tuần 1 ngày (15 ngày) (muộn nhất 03/12/2026)" in text
    assert "nên gửi chậm nhất thứ Sáu 04/12/2026" in text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("ngày 15 tháng 1 năm sau có hạn gì", "15/01/2027"),
        ("ngày 15/1 năm sau có hạn gì", "15/01/2027"),
        ("ngày 29 tháng 2 năm sau có hạn gì", None),
    ],
)
def test_a_day_of_a_month_next_year_is_that_day(question: str, told: str | None) -> None:
    days = "trước ngày 04/12/2026. Đơn vị trực thuộc gửi bảng tổng hợp ngày 15/01/2027. Phường gửi sổ ngày 15/12/2026"
    answer = Collection({"days": BEFORE.format(days)}).ask(question, today=date(2026, 11, 30))
    assert (answer.status is Status.ANSWERED) is (told is not None)
    if told:
        assert f"({told}) có 1 hạn" in answer.text
