"""Reading gold files, ruling on replies, adding rulings up."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from knowledge.errors import GoldError, KnowledgeError
from knowledge.evaluation import (
    Evidence,
    Expect,
    GoldQuestion,
    Ranked,
    Reply,
    Report,
    evaluate,
    judge,
    load_gold,
    score,
    total,
)
from knowledge.evaluation.judge import covers, readable, verdict_of
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


def case(**changes: object) -> dict[str, object]:
    fields = {"id": "c1", "kind": "reading: layout", "severity": "high", "docs": ["xa-a"], "question": "hạn?"}
    return fields | {"history": [], "expected": "in words", "key": r"(?im)^trước ngày\s+15/6"} | changes


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


def test_any_kind_style_and_field_is_taken(tmp_path: Path) -> None:
    bare = {"plan": "xa-c", "quote": "q"}  # of a plan that is named nowhere, without a section
    new = line(
        type="whoever", style="spoken", facts=["f"], colour="red", evidence=[bare], expect="ask back", claim=True
    )
    question = load_gold(write(tmp_path / "g.jsonl", new))[0]
    assert (question.kind, question.style, question.claim) == ("whoever", "spoken", True)
    assert question.evidence == (Evidence("xa-c", "q", ""),)
    assert question.expect is Expect.OTHER
    least = {k: v for k, v in line().items() if k not in ("expect", "must_not_include", "scope")}
    held = {k: v for k, v in unanswerable(id="q2").items() if k != "expect"}
    endings = [q.expect for q in load_gold(write(tmp_path / "g.jsonl", least, held))]
    assert endings == [Expect.ANSWER, Expect.ABSTAIN]


def test_a_case_has_a_key_and_documents_of_its_own(tmp_path: Path) -> None:
    plain, negated = load_gold(write(tmp_path / "c.jsonl", case(), case(id="c2", key="NOT:(?i)20/8", history=["x"])))
    assert (plain.docs, plain.kind, plain.expect) == (("xa-a",), "reading: layout", Expect.KEY)
    assert plain.key is not None
    assert negated.key is not None
    assert (plain.key.negated, negated.key.negated) == (False, True)
    assert negated.key.pattern.pattern == "(?i)20/8"
    assert negated.history == ("x",)


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        (line(id=""), "id"),
        (line(question=7), "question"),
        (line(lang="fr"), "lang"),
        (line(style=""), "style"),
        (line(type=3), "type"),
        (line(answerable="yes"), "answerable"),
        (line(expect=7), "expect"),
        (line(expect="answer", answerable=False), "expect"),
        (line(plans=[]), "plans"),
        (line(plans="xa-a"), "plans"),
        (line(must_include=["("]), "must_include"),
        (line(must_not_include=[3]), "must_not_include"),
        (line(evidence=[{"plan": "xa-a"}]), "evidence"),
        (line(evidence=["q"]), "evidence"),
        (line(claim="true"), "claim"),
        (line(docs="xa-a"), "docs"),
        (case(docs=[]), "docs"),
        (case(key="NOT:("), "key"),
        ({k: v for k, v in case().items() if k != "docs"}, "docs"),
        (line(evidence=[{"plan": "xa-a", "quote": " ", "section": "I"}]), "evidence"),
        (line(scope=5), "scope"),
        (line(history=[None]), "history"),
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
        assert not ruling.denied


@pytest.mark.parametrize("status", [Status.NOT_FOUND, Status.NOT_SPECIFIED, Status.REFUSED, Status.SMALLTALK])
def test_holding_back_is_right_for_the_unanswerable(tmp_path: Path, status: Status) -> None:
    question = load_gold(write(tmp_path / "g.jsonl", unanswerable()))[0]
    assert judge(question, Reply("Các kế hoạch không có điều này.", status), SOURCES).right


def test_a_pattern_may_stand_at_the_head_of_a_line(tmp_path: Path) -> None:
    question = load_gold(write(tmp_path / "g.jsonl", line(must_include=["(?m)^Không"])))[0]
    assert judge(question, reply("Xã A:\n**Không**, trước ngày 15/6"), SOURCES).right
    assert not judge(question, reply("Xã A: không, trước ngày 15/6"), SOURCES).right


@pytest.mark.parametrize(
    ("text", "plain", "negated"),
    [("Xã A:\n**Trước ngày** 15/6", True, True), ("Hạn 20/8", False, False), ("Hạn trước ngày 15/6", False, True)],
)
def test_nothing_but_the_key_judges_a_case(tmp_path: Path, text: str, plain: bool, negated: bool) -> None:
    gold = load_gold(write(tmp_path / "c.jsonl", case(), case(id="c2", key="NOT:20/8")))
    rulings = [judge(question, Reply(text, Status.NOT_FOUND), SOURCES) for question in gold]
    assert [ruling.right for ruling in rulings] == [plain, negated]
    assert not any(ruling.denied or ruling.false_answer or ruling.stray for ruling in rulings)


def nearest(text: str = "Trước ngày 15/6.", quotes: int = 1) -> Reply:
    return Reply(text, Status.NEAREST, (cite("xa-a", DUTY),) * quotes)


def test_nearest_is_right_both_ways_while_it_is_short(tmp_path: Path) -> None:
    gold = load_gold(write(tmp_path / "g.jsonl", line(), unanswerable(id="q2", must_not_include=[])))
    for question in gold:
        ruling = judge(question, nearest(), SOURCES)
        assert ruling.right
        assert ruling.nearest
        assert not ruling.denied
        assert not ruling.false_answer
        for long in (nearest(quotes=3), nearest("15/6 " + "dài " * 175)):
            assert [r.split(":")[0] for r in judge(question, long, SOURCES).reasons] == ["nearest too long"]
    missed = Reply("Giấy khen 15/6", Status.NEAREST, (cite("xa-a", "Giấy khen do xã tặng."),))
    assert judge(gold[0], missed, SOURCES).reasons == ("no citation covers the evidence",)


def test_the_place_of_the_evidence_among_citations_and_ranked_units(gold: GoldQuestion, tmp_path: Path) -> None:
    award = "Giấy khen do xã tặng."
    cited = reply("15/6", Status.ANSWERED, cite("xa-a", award), cite("xa-a", DUTY))
    assert (judge(gold, cited, SOURCES).evidence_at, judge(gold, cited, SOURCES).ranked_at) == (2, None)
    units = (Ranked("xa-a", award), Ranked("xa-b", DUTY), Ranked("xa-a", "báo cáo về Phòng Văn hóa trước ngày 15/6"))
    assert judge(gold, Reply("15/6", Status.ANSWERED, ranked=units), SOURCES).ranked_at == 3
    assert judge(gold, Reply("15/6", Status.ANSWERED, ranked=units[:2]), SOURCES).ranked_at == 0
    held = load_gold(write(tmp_path / "g.jsonl", unanswerable()))[0]
    assert judge(held, cited, SOURCES).evidence_at is None


def test_a_denial_is_false_when_the_evidence_is_in_hand(gold: GoldQuestion) -> None:
    with_it = judge(gold, reply("15/6", Status.NOT_SPECIFIED), SOURCES)
    without = judge(gold, reply("15/6", Status.NOT_FOUND, cite("xa-a", "Giấy khen do xã tặng.")), SOURCES)
    assert (with_it.denied, with_it.false_denial) == (True, True)
    assert (without.denied, without.false_denial) == (True, False)


def test_a_false_answer_and_a_false_refusal_are_told_apart(tmp_path: Path, gold: GoldQuestion) -> None:
    question = load_gold(write(tmp_path / "g.jsonl", unanswerable()))[0]
    answered = judge(question, reply(), SOURCES)
    refused = judge(gold, reply("15/6", Status.NEEDS_UNIT), SOURCES)
    assert (answered.false_answer, answered.denied) == (True, False)
    assert (refused.false_answer, refused.denied) == (False, True)


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
        "q2": Reply("No.", Status.NOT_FOUND, (), ms=30.0, ranked=(Ranked("xa-b", "x"), Ranked("xa-a", DUTY))),
        "q3": Reply("Không có.", Status.NOT_FOUND, (), ms=20.0),
        "q4": Reply("15/6", Status.ANSWERED, (cite("xa-a", DUTY, shift=2),), ms=40.0),
    }
    return score(load_gold(write(tmp_path / "g.jsonl", *lines)), replies, SOURCES)


def test_figures(report: Report) -> None:
    assert report.accuracy == 0.5
    assert (report.false_answers, report.denied, report.false_denials, report.strays) == (1, 1, 0, 0)
    assert (report.cited(1), report.ranked(1), report.ranked(3)) == ((1, 2), (0, 1), (1, 1))
    assert (report.nearest(answerable=True), report.nearest(answerable=False)) == ((0, 2), (0, 2))
    assert (report.quotes, report.bad_quotes) == (2, 1)
    assert report.false_answer_rate == 0.5
    assert [ruling.question.id for ruling in report.failures] == ["q2", "q4"]
    assert report.groups(lambda question: str(question.language)) == [("en", 0, 1), ("vi", 2, 2), ("vi-nodia", 0, 1)]


def test_the_table_names_every_group_and_the_failures_on_request(report: Report) -> None:
    table = report.table()
    for words in ("50.0%  2/4", "unanswerable", "vi-nodia", "false answers", "50.0%  1/2", "p50 30.0, p95 40.0"):
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


def test_a_total_and_a_seal_that_hides_all_but_totals(report: Report) -> None:
    both = total([report, replace(report, sealed=True)])
    assert (len(both.rulings), both.right, both.sealed) == (8, 4, True)
    shown = both.table(failures=9) + json.dumps(both.as_dict(failures=9))
    assert "50.0%  4/8" in shown
    for hidden in ("q2", "Khi nào", "xa-a", "deadline", "FAIL", "vi-nodia"):
        assert hidden not in shown
    open_one = json.dumps(report.as_dict(failures=1))
    assert '"failures": [{"id": "q2"' in open_one
    assert "q4" not in open_one


def test_percentiles_by_rank() -> None:
    assert percentile([], 0.5) is None
    assert percentile([3.0], 0.95) == 3.0
    assert percentile([float(n) for n in range(100)], 0.95) == 95.0


# ------------------------------------------------------------------------------------------------------- asking


class FakeLibrary:
    """Answers everything with the same duty and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str | None, tuple[str, ...]]] = []
        self.days: list[date | None] = []

    def ask(
        self, text: str, *, unit: str | None = None, history: Sequence[str] = (), today: date | None = None
    ) -> Answer:
        self.asked.append((text, unit, tuple(history)))
        self.days.append(today)
        if text == "hỏng":
            raise ValueError("words of a document")
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


class TellingLibrary(FakeLibrary):
    """One that also tells what it ranked."""

    def why(
        self, text: str, *, unit: str | None = None, history: Sequence[str] = (), today: date | None = None
    ) -> Mapping[str, object]:
        return {"units": [{"plan": "xa-b", "text": OTHER, "score": 1.0}, {"plan": "xa-a", "text": DUTY, "score": 0.5}]}


def test_ranked_units_are_measured_where_the_library_tells_them(tmp_path: Path) -> None:
    report = evaluate(write(tmp_path / "g.jsonl", line()), TellingLibrary())
    assert (report.ranked(1), report.ranked(3)) == ((0, 1), (1, 1))
    assert "evidence in unit 1" in report.table()
    assert evaluate(tmp_path / "g.jsonl", FakeLibrary()).ranked(3) is None


def test_a_question_that_crashes_is_wrong_and_the_others_are_asked(tmp_path: Path) -> None:
    library = FakeLibrary()
    path = write(tmp_path / "g.jsonl", line(question="hỏng"), line(id="q2"))
    report = evaluate(path, library, today=date(2026, 11, 28))
    assert [ruling.right for ruling in report.rulings] == [False, True]
    assert report.crashes == 1
    assert "crashed: ValueError at test_evaluation.py" in report.table(failures=1)
    assert library.days == [date(2026, 11, 28)] * 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Đúng.\n📎 KH A: “Không ai được nộp muộn.”", True),
        ("Không phải. Văn bản nêu 15/6:\n📎 KH A: “…”", False),
        ("Yes.\n📎 KH A: “…”", True),
        ("Có lẽ bạn hỏi việc này:\n📎 KH A: “…”", None),
        ("Văn bản nêu:\n📎 KH A: “Đúng hạn.”", None),
        ("Không nêu ngày cụ thể.", None),
    ],
)
def test_what_a_reply_says_of_a_claim(text: str, said: bool | None) -> None:
    assert verdict_of(text) is said


def test_claims_that_are_judged_rightly_and_wrongly_are_counted(tmp_path: Path) -> None:
    lines = (line(id=f"q{n}", claim=holds) for n, holds in enumerate((True, False, True)))
    gold = load_gold(write(tmp_path / "g.jsonl", *lines))
    rulings = [judge(q, reply(t), SOURCES) for q, t in zip(gold, ("Đúng.", "Đúng.", "Văn bản nêu:"), strict=True)]
    counts = Report(tuple(rulings)).as_dict()
    assert (counts["claims_judged_rightly"], counts["claims_judged_wrongly"]) == ([1, 3], [1, 3])
