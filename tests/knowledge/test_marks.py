"""What chooses plans among others, against what their facts and texts say."""

from __future__ import annotations

import pytest

from knowledge.catalog import codec
from knowledge.marks import Marked, Marks, marks_of
from knowledge.model import NO, Deadline, StoredPlan
from knowledge.text import folded_words
from knowledge.understanding import Interpreter
from tests.knowledge.answering.collection import stored
from tests.knowledge.answering.test_among_plans import SCHOOLS, WARD

PLANS = (stored("phong-gddt", SCHOOLS), stored("phuong-tan-hoa", WARD))


def marked(*plans: StoredPlan) -> Marked:
    return Marked(((each.plan_id, marks_of(each)) for each in plans), Interpreter(plans).corpus)


def timed(*duties: Deadline) -> Marked:
    """Plans "0", "1" ... of one duty each."""
    facts = [StoredPlan(PLANS[0].plan, (), type(PLANS[0].facts)(deadlines=(duty,))) for duty in duties]
    return Marked(((str(at), marks_of(each)) for at, each in enumerate(facts)), Interpreter(PLANS).corpus)


def duty(day: int, month: int, year: int | None = None, what: str = "nộp báo cáo") -> Deadline:
    return Deadline(
        "x", "I", None, what, day=day, month=month, year=year, citations=PLANS[0].facts.deadlines[0].citations
    )


def test_marks_come_back_from_json() -> None:
    own = marks_of(PLANS[0])
    assert codec.loads(Marks, codec.dumps(own)) == own
    assert own.shares == (100.0,)
    assert marks_of(PLANS[1]).lists == ((4, NO),)


def test_lists_and_targets_choose_plans() -> None:
    both = marked(*PLANS)
    assert both.with_list(4, NO) == ["phuong-tan-hoa"]
    assert both.with_list(5, NO) == []
    assert both.targets() == both.targets([100.0]) == {"phong-gddt": 1}
    assert both.targets([60.0]) == {}


def test_dates_choose_plans() -> None:
    found = timed(duty(5, 3), Deadline("x", "I", None, "nộp báo cáo", citations=duty(5, 3).citations))
    assert found.timed(handed_in=True, dated=True) == ["0"]
    assert found.timed(handed_in=True, dated=False) == ["1"]
    assert marked(*PLANS).timed(handed_in=False, dated=True) == ["phong-gddt", "phuong-tan-hoa"]


def test_what_is_only_done_does_not_count_where_something_is_handed_in() -> None:
    found = timed(duty(1, 1, what="trồng cây"), duty(9, 9))
    assert found.in_order(handed_in=False, yearly=True, last=False)[0] == ["0", "1"]
    assert found.in_order(handed_in=True, yearly=True, last=False)[0] == ["1"]


@pytest.mark.parametrize(
    ("years", "yearly", "first"),
    [((2024, 2025), False, "0"), ((2019, 2025), True, "1"), ((None, 2025), True, "1"), ((None, None), False, "1")],
)
def test_days_of_years_that_do_not_follow_each_other_count_within_the_year(
    years: tuple[int | None, int | None], yearly: bool, first: str
) -> None:
    found = timed(duty(30, 9, years[0]), duty(5, 3, years[1]))
    assert found.in_order(handed_in=True, yearly=False, last=False) == (
        [first, "1" if first == "0" else "0"],
        yearly,
    )
    assert found.in_order(handed_in=True, yearly=True, last=True)[0] == ["0", "1"]


def test_holding_leaves_out_no_plan_that_has_the_words_in_a_row() -> None:
    both = marked(*PLANS)
    assert both.holding(folded_words("dân bàn, dân làm")) == ["phuong-tan-hoa"]
    assert both.holding(["khéo"]) == []
    assert both.holding(folded_words("Dân vận khéo")) == ["phong-gddt", "phuong-tan-hoa"]
    assert both.holding([]) == []


def test_saying_takes_the_whole_row_and_diacritics_where_they_must_agree() -> None:
    both = marked(*PLANS)
    assert both.saying("Dân bàn, dân làm", exact=True) == ["phuong-tan-hoa"]
    assert both.saying("dân bạn, dân lãm", exact=True) == []
    assert both.saying("dân bạn, dân lãm", exact=False) == ["phuong-tan-hoa"]
    assert both.saying("dân làm dân bàn", exact=False) == []


def test_words_that_the_source_holds_apart_are_found_all_the_same() -> None:
    """A page's number and a footnote's mark part words in the source that a section has side by side."""
    parted = WARD.replace("Không lấn chiếm vỉa hè", "Không lấn chiếm\n\n\f2\n\nvỉa hè")
    plan = stored("phuong", parted)
    assert any("lấn chiếm vỉa hè" in each.body.text for each in plan.plan.walk())
    assert "chiem via" in marks_of(plan).beyond
    assert marked(plan).holding(folded_words("lấn chiếm vỉa hè")) == ["phuong"]
    assert marked(plan).saying("lấn chiếm vỉa hè", exact=True) == ["phuong"]


def test_no_plans_have_no_marks() -> None:
    none = Marked((), Interpreter(()).corpus)
    assert (none.targets(), none.timed(handed_in=True, dated=True)) == ({}, [])
    assert none.in_order(handed_in=True, yearly=True, last=True) == ([], True)
    assert none.holding(["a"]) == []
