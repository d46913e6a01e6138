"""Reading gold files, ruling on replies, adding rulings up."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from knowledge.errors import GoldError, KnowledgeError
from knowledge.evaluation import Evidence, Expect, GoldQuestion, Reply, Report, evaluate, judge, load_gold, score
from knowledge.evaluation.judge import covers, readable
from knowledge.evaluation.report import percentile
from knowledge.model import (
    Answer,
    AnswerPart,
    Citation,
    Facts,
    Header,
    Language,
    Plan,
    Status,
    StoredPlan,
)

SOURCE = "III. BÁO CÁO\nCác trường gửi báo cáo về Phòng Văn hóa **trước ngày 15/6** hằng năm.\nGiấy khen do xã tặng."
OTHER = "Xã khác gửi báo cáo về Đảng ủy trước ngày 20/8 hằng năm."
SOURCES = {"xa-a": SOURCE, "xa-b": OTHER}
DUTY = "Các trường gửi báo cáo về Phòng Văn hóa **trước ngày 15/6** hằng năm."


def line(**changes: object) -> dict[str, object]:
    fields: dict[str, object] = {
        "id": "q1",
        "question": "Khi nào gửi báo cáo?",
        "lang": "vi",
        "style": "chat",
        "scope": "xa-a",
        "type": "deadline",
        "answerable": True,
        "plans": ["xa-a"],
        "evidence": [{"plan": "xa-a", "quote": DUTY, "section": "III"}],
        "must_include": ["15/6|15 tháng 6"],
        "must_not_include": ["20/8"],
        "expect": "answer",
    }
    return fields | changes


def unanswerable(**changes: object) -> dict[str, object]:
    blank = {"type": "unanswerable", "answerable": False, "plans": [], "evidence": [], "must_include": []}
    return line(**(blank | {"expect": "abstain"} | changes))


def write(path: Path, *lines: object) -> Path:
    path.write_text("\n".join(x if isinstance(x, str) else json.dumps(x) for x in lines), encoding="utf-8")
    return path


@pytest.fixture
def gold(tmp_path: Path) -> GoldQuestion:
    return load_gold(write(tmp_path / "gold.jsonl", line()))[0]


def cite(plan_id: str, quote: str, shift: int = 0) -> Citation:
    start = SOURCES[plan_id].index(quote) + shift
    return Citation(plan_id, None, "III", quote, start, start + len(quote))


def reply(text: str = "Trước ngày 15/6.", status: Status = Status.ANSWERED, *citations: Citation) -> Reply:
    return Reply(text, status, citations or (cite("xa-a", DUTY),))


# ------------------------------------------------------------------------------------------------------ loading


def test_loads_every_field_and_skips_blank_lines(tmp_path: Path) -> None:
    path = write(tmp_path / "g.jsonl", line(history=["Xin chào"], plans_ok=["xa-b"], note="n"), "", line(id="q2"))
    first, second = load_gold(path)
    assert (first.id, second.id) == ("q1", "q2")
    assert first.language is Language.VI
    assert first.expect is Expect.ANSWER
    assert first.history == ("Xin chào",)
    assert first.plans_ok == ("xa-b",)
    assert first.evidence == (Evidence("xa-a", DUTY, "III"),)
    assert first.must_include[0].search("15 THÁNG 6")
    assert second.history == ()


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        (line(id=""), "id"),
        (line(question=7), "question"),
        (line(lang="fr"), "lang"),
        (line(style="loud"), "style"),
        (line(type="gossip"), "type"),
        (line(answerable="yes"), "answerable"),
        (line(expect="shrug"), "expect"),
        (line(expect="abstain"), "expect"),
        (line(type="unanswerable"), "type"),
        (line(plans=[]), "plans"),
        (line(plans="xa-a"), "plans"),
        (line(must_include=["("]), "must_include"),
        (line(must_not_include=[3]), "must_not_include"),
        (line(evidence=[{"plan": "xa-a"}]), "evidence"),
        (line(evidence=[{"plan": "xa-c", "quote": "q", "section": "I"}]), "evidence"),
        (line(evidence=[{"plan": "xa-a", "quote": " ", "section": "I"}]), "evidence"),
        (line(scope=5), "scope"),
        (line(history=[None]), "history"),
        (line(colour="red"), "colour"),
        ({k: v for k, v in line().items() if k != "lang"}, "lang"),
    ],
)
def test_a_malformed_line_is_named_with_its_field(tmp_path: Path, bad: dict[str, object], field: str) -> None:
    path = write(tmp_path / "g.jsonl", line(id="fine"), bad)
    with pytest.raises(GoldError, match=rf"line 2, field '{field}'"):
        load_gold(path)


@pytest.mark.parametrize(("text", "words"), [("{not json", "line 1: not JSON"), ("[1]", "line 1: a JSON object")])
def test_a_line_that_is_no_object(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(GoldError, match=words):
        load_gold(write(tmp_path / "g.jsonl", text))


def test_an_id_used_twice_an_empty_file_and_a_missing_one(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="line 2, field 'id'"):
        load_gold(write(tmp_path / "twice.jsonl", line(), line()))
    with pytest.raises(GoldError, match="no question"):
        load_gold(write(tmp_path / "empty.jsonl", ""))
    with pytest.raises(KnowledgeError, match="cannot read"):
        load_gold(tmp_path / "missing.jsonl")


# ------------------------------------------------------------------------------------------------------ judging


def test_a_right_answer(gold: GoldQuestion) -> None:
    ruling = judge(gold, reply(), SOURCES)
    assert ruling.right
    assert (ruling.quotes, ruling.bad_quotes, ruling.stray, ruling.length) == (1, 0, False, len("Trước ngày 15/6."))


def test_no_reply_is_a_failure(gold: GoldQuestion) -> None:
    assert judge(gold, None, SOURCES).reasons == ("no answer",)


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (reply("Trước ngày 16/6."), "missing"),
        (reply("Trước ngày 15/6, nơi khác 20/8."), "forbidden"),
        (reply("Trước ngày 15/6.", Status.NOT_FOUND), "abstained"),
        (reply("15/6", Status.ANSWERED, cite("xa-b", OTHER)), "cites"),
        (reply("15/6", Status.ANSWERED, cite("xa-a", "Giấy khen do xã tặng.")), "no citation covers"),
        (reply("15/6", Status.ANSWERED, cite("xa-a", DUTY, shift=1)), "not verbatim"),
        (reply("15/6 " + "dài " * 400), "too long"),
    ],
)
def test_what_fails_an_answer(gold: GoldQuestion, bad: Reply, reason: str) -> None:
    reasons = judge(gold, bad, SOURCES).reasons
    assert len(reasons) == 1
    assert reasons[0].startswith(reason) or reason in reasons[0]


def test_a_quote_must_be_the_source_at_its_span_and_not_elsewhere(gold: GoldQuestion) -> None:
    good = cite("xa-a", DUTY)
    unmarked = Citation("xa-a", None, "III", DUTY.replace("*", ""), good.start, good.end)
    unknown = Citation("xa-z", None, "III", DUTY, good.start, good.end)
    empty = Citation("xa-a", None, "III", "", 0, 0)
    for wrong in (unmarked, unknown, empty):
        assert judge(gold, reply("15/6", Status.ANSWERED, good, wrong), SOURCES).bad_quotes == 1


def test_a_stray_plan_is_counted_unless_allowed(tmp_path: Path, gold: GoldQuestion) -> None:
    both = reply("15/6", Status.ANSWERED, cite("xa-a", DUTY), cite("xa-b", OTHER))
    allowed = load_gold(write(tmp_path / "ok.jsonl", line(plans_ok=["xa-b"])))[0]
    assert judge(gold, both, SOURCES).stray
    assert judge(gold, both, SOURCES).right
    assert not judge(allowed, both, SOURCES).stray


def test_a_comparison_needs_every_plan_and_any_other_question_one(tmp_path: Path) -> None:
    changes = {"plans": ["xa-a", "xa-b"], "must_not_include": []}
    compare, other = load_gold(
        write(tmp_path / "g.jsonl", line(type="comparison", **changes), line(id="q2", **changes))
    )
    assert not judge(compare, reply(), SOURCES).right
    assert judge(other, reply(), SOURCES).right
    assert judge(compare, reply("15/6", Status.ANSWERED, cite("xa-a", DUTY), cite("xa-b", OTHER)), SOURCES).right


def test_an_unstated_detail_may_have_either_status(tmp_path: Path) -> None:
    changes = {"expect": "state_not_specified", "must_include": ["không nêu"]}
    question = load_gold(write(tmp_path / "g.jsonl", line(**changes)))[0]
    for status in (Status.NOT_SPECIFIED, Status.ANSWERED):
        ruling = judge(question, reply("Văn bản không nêu giờ.", status), SOURCES)
        assert ruling.right
        assert not ruling.false_refusal


@pytest.mark.parametrize("status", [Status.NOT_FOUND, Status.NOT_SPECIFIED, Status.REFUSED, Status.SMALLTALK])
def test_holding_back_is_right_for_the_unanswerable(tmp_path: Path, status: Status) -> None:
    question = load_gold(write(tmp_path / "g.jsonl", unanswerable()))[0]
    assert judge(question, Reply("Các kế hoạch không có điều này.", status), SOURCES).right


def test_a_false_answer_and_a_false_refusal_are_told_apart(tmp_path: Path, gold: GoldQuestion) -> None:
    question = load_gold(write(tmp_path / "g.jsonl", unanswerable()))[0]
    answered = judge(question, reply(), SOURCES)
    refused = judge(gold, reply("15/6", Status.NEEDS_UNIT), SOURCES)
    assert (answered.false_answer, answered.false_refusal) == (True, False)
    assert (refused.false_answer, refused.false_refusal) == (False, True)


def test_readable_text() -> None:
    assert readable("**Hạn**:\n “mai”  nhé") == 'Hạn: "mai" nhé'
    assert readable("ha\u0323n") == "hạn"


@pytest.mark.parametrize(
    ("quote", "evidence", "expected"),
    [
        ("trước ngày 15/6", "báo cáo trước ngày 15/6", True),
        ("gửi", "gửi báo cáo về phòng trước ngày 15/6", False),
        ("một câu dài hơn có đủ chữ", "đây là một câu dài hơn có đủ chữ và còn rất nhiều chữ khác nữa ở sau", True),
        ("một câu dài", "đây là một câu dài hơn có đủ chữ và còn rất nhiều chữ khác nữa ở sau", False),
        ("", "gì đó", False),
    ],
)
def test_covering(quote: str, evidence: str, expected: bool) -> None:
    assert covers(quote, evidence) is expected


# ---------------------------------------------------------------------------------------------------- reporting


@pytest.fixture
def report(tmp_path: Path) -> Report:
    lines = [line(), line(id="q2", lang="en"), unanswerable(id="q3"), unanswerable(id="q4", lang="vi-nodia")]
    replies = {
        "q1": Reply("15/6", Status.ANSWERED, (cite("xa-a", DUTY),), ms=10.0),
        "q2": Reply("No.", Status.NOT_FOUND, (), ms=30.0),
        "q3": Reply("Không có.", Status.NOT_FOUND, (), ms=20.0),
        "q4": Reply("15/6", Status.ANSWERED, (cite("xa-a", DUTY, shift=2),), ms=40.0),
    }
    return score(load_gold(write(tmp_path / "g.jsonl", *lines)), replies, SOURCES)


def test_figures(report: Report) -> None:
    assert report.accuracy == 0.5
    assert (report.false_answers, report.false_refusals, report.strays) == (1, 1, 0)
    assert (report.quotes, report.bad_quotes) == (2, 1)
    assert report.false_answer_rate == 0.5
    assert [ruling.question.id for ruling in report.failures] == ["q2", "q4"]
    assert report.groups(lambda question: str(question.language)) == [("en", 0, 1), ("vi", 2, 2), ("vi-nodia", 0, 1)]


def test_the_table_names_every_group_and_the_failures_on_request(report: Report) -> None:
    table = report.table()
    for words in ("50.0%  2/4", "unanswerable", "vi-nodia", "false answers", "1 of 2", "p50 30.0, p95 40.0"):
        assert words in table
    assert "FAIL" not in table
    assert re.findall(r"FAIL (q\d)", report.table(failures=1)) == ["q2"]
    assert "abstained (not_found)" in report.table(failures=9)


def test_the_figures_go_to_json(report: Report) -> None:
    figures = json.loads(json.dumps(report.as_dict()))
    assert figures["accuracy"] == 0.5
    assert figures["quotes_not_verbatim"] == 1
    assert figures["kind"] == {"deadline": [1, 2], "unanswerable": [1, 2]}
    assert (figures["median_chars"], figures["max_chars"]) == (4, 9)


def test_percentiles_by_rank() -> None:
    assert percentile([], 0.5) is None
    assert percentile([3.0], 0.95) == 3.0
    assert percentile([float(n) for n in range(100)], 0.95) == 95.0


# ------------------------------------------------------------------------------------------------------- asking


class FakeLibrary:
    """Answers everything with the same duty and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str | None, tuple[str, ...]]] = []

    def ask(self, text: str, *, unit: str | None = None, history: Sequence[str] = ()) -> Answer:
        self.asked.append((text, unit, tuple(history)))
        part = AnswerPart("xa-a", "Trước ngày 15/6.", citations=(cite("xa-a", DUTY),))
        return Answer(Status.ANSWERED, part.lead, (part,), Language.VI)

    def plans(self) -> Sequence[StoredPlan]:
        return [StoredPlan(Plan(name, text, Header(), ()), (), Facts()) for name, text in SOURCES.items()]


def test_evaluate_asks_with_unit_and_history_and_measures(tmp_path: Path) -> None:
    ticks = iter([1.0, 1.5, 2.0, 2.25])
    library = FakeLibrary()
    path = write(tmp_path / "g.jsonl", line(history=["trước đó"]), unanswerable(id="q2", scope=None))
    report = evaluate(path, library, clock=lambda: next(ticks))
    assert library.asked == [("Khi nào gửi báo cáo?", "xa-a", ("trước đó",)), ("Khi nào gửi báo cáo?", None, ())]
    assert [ruling.right for ruling in report.rulings] == [True, False]
    assert [ruling.ms for ruling in report.rulings] == [500.0, 250.0]
