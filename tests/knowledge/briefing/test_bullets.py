"""What of a plan comes into its few bullets in the chat."""

from __future__ import annotations

from datetime import date, timedelta

from knowledge.briefing import Briefing, Kind, Line, Request, bullets
from knowledge.briefing.model import Block, Note, Part
from knowledge.library import Library
from knowledge.model import Citation

SILENT = Line("–")
TARGETS = "Phấn đấu 100% chi bộ trực thuộc đăng ký ít nhất 01 mô hình."
DUTIES = (
    ("Ngày 10/02/2026", "Họp dân"),
    ("Ngày 20/02/2026", "Rà soát văn bản"),
    ("Trước ngày 10/3/2026", "Đăng ký mô hình"),
    ("Trước ngày 05/6/2026, kỳ 6 tháng", "Gửi báo cáo"),
    ("Trước ngày 15/6/2026, kỳ 6 tháng", "Tổng hợp, báo cáo"),
    ("Trước ngày 10/11/2026", "Báo cáo năm"),
)


def line(text: str, words: str, start: int, label: str = "") -> Line:
    cited = Citation("an-binh", None, "1", words, start, start + len(words))
    return Line(text, Note((cited,), "KH An Bình 2026", "mục 1"), label)


def told(*blocks: Block) -> list[str]:
    part = Part("an-binh", "KH An Bình 2026", "KẾ HOẠCH", "", blocks)
    return [each.full for each in bullets(Briefing("", date(2026, 3, 1), 30, (part,)))]


def test_the_half_yearly_and_the_yearly_report_come_before_other_duties_by_date() -> None:
    rows = tuple(
        (line(when, when, at * 100), line(what, what, at * 100 + 50), SILENT, SILENT)
        for at, (when, what) in enumerate(DUTIES)
    )
    assert told(Block(Kind.DEADLINES, "", rows=rows))[:4] == [
        "Ngày 10/02/2026: Họp dân",
        "Trước ngày 05/6/2026, kỳ 6 tháng: Gửi báo cáo",
        "Trước ngày 10/11/2026: Báo cáo năm",
        "Ngày 20/02/2026: Rà soát văn bản",
    ]


def test_the_duty_that_is_due_next_is_among_the_first() -> None:
    rows = tuple(
        (line(when, when + what, at * 100), line(what, when + what, at * 100), SILENT, SILENT)
        for at, (when, what) in enumerate(DUTIES)
    )
    block = Block(Kind.DEADLINES, "", rows=rows, coming=rows[4][0])
    assert told(block)[:3] == [
        "Trước ngày 05/6/2026, kỳ 6 tháng: Gửi báo cáo",
        "Trước ngày 15/6/2026, kỳ 6 tháng: Tổng hợp, báo cáo",
        "Trước ngày 10/11/2026: Báo cáo năm",
    ]


def test_what_is_due_next_depends_on_the_day(library: Library) -> None:
    plan = next(each for each in library.plans() if len(library.schedule(each.plan_id)) > 1)
    days = sorted({day.safe for duty in library.schedule(plan.plan_id) for day in duty.days})
    for today, first in ((days[0], days[0]), (days[0] + timedelta(days=1), days[1])):
        blocks = library.brief(Request((plan.plan_id,)), today).parts[0].blocks
        (block,) = (each for each in blocks if each.kind is Kind.DEADLINES)
        assert block.coming is not None
        due = [duty for duty in library.schedule(plan.plan_id) if any(day.safe == first for day in duty.days)]
        cited = block.coming.note.citations if block.coming.note else ()
        assert {each.start for each in cited} & {each.start for duty in due for each in duty.deadline.citations}


def test_a_fact_that_another_bullet_tells_whole_from_the_same_sentence_has_none_of_its_own() -> None:
    rows = (
        (line("100%", TARGETS, 0), line("Chi bộ trực thuộc", TARGETS, 0)),
        (line("Ít nhất 01", TARGETS, 0), line("100% chi bộ trực thuộc đăng ký ít nhất 01 mô hình", TARGETS, 0)),
        (line("100%", TARGETS, 900), line("Chi bộ trực thuộc", TARGETS, 900)),
    )
    assert told(Block(Kind.TARGETS, "", rows=rows)) == [
        "Ít nhất 01: 100% chi bộ trực thuộc đăng ký ít nhất 01 mô hình",
        "100%: Chi bộ trực thuộc",
    ], "of another sentence it stays"
