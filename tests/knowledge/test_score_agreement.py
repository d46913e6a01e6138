"""The judge agrees with the scorer that others use (`../shared/eval`), on real answers and on bent ones."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.evaluation import Evidence, GoldQuestion, Reply, load_gold, score
from knowledge.library import Library
from knowledge.model import Citation, Status, StoredPlan
from tests.conftest import PLANS

SHARED = Path(__file__).parents[3] / "shared" / "eval"
FILES = ("dev.jsonl", "spoken.jsonl")

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/eval is not here")

Bend = Callable[[GoldQuestion, Reply], Reply]


def _evidence(sources: dict[str, str], evidence: Evidence) -> Citation:
    """Return a citation of the evidence, or of the plan's first line where its words are not verbatim."""
    source = sources[evidence.plan_id]
    at = source.find(evidence.quote)
    quote = evidence.quote if at >= 0 else source.strip().splitlines()[0]
    start = source.index(quote)
    return Citation(evidence.plan_id, None, "I", quote, start, start + len(quote))


BENDS: dict[str, Bend] = {
    "as it is": lambda _question, reply: reply,
    "not found": lambda _question, reply: replace(reply, status=Status.NOT_FOUND),
    "answered": lambda _question, reply: replace(reply, status=Status.ANSWERED),
    "nearest": lambda _question, reply: replace(reply, status=Status.NEAREST),
    "nearest, two": lambda _question, reply: replace(reply, status=Status.NEAREST, citations=reply.citations[:2]),
    "long": lambda _question, reply: replace(reply, text=reply.text + " và" * 700),
    "lines": lambda _question, reply: replace(reply, text=reply.text.replace(". ", ".\n")),
    "nothing cited": lambda _question, reply: replace(reply, citations=()),
    "decomposed": lambda _question, reply: replace(reply, text=reply.text.replace("“", '"')),
}


@pytest.fixture(scope="module")
def asked(library: Library) -> dict[str, list[tuple[GoldQuestion, Reply]]]:
    """Every question of each file with the library's own reply."""
    return {
        name: [
            (q, Reply.of(library.ask(q.question, unit=q.scope, history=q.history))) for q in load_gold(SHARED / name)
        ]
        for name in FILES
    }


def theirs(gold: Path, replies: dict[str, Reply], folder: Path) -> tuple[dict[str, object], str]:
    """Return what score.py and denials.py print of these replies."""
    answers = folder / "answers.jsonl"
    lines = [
        {
            "id": name,
            "text": reply.text,
            "status": str(reply.status),
            "citations": [{"plan": c.plan_id, "quote": c.quote} for c in reply.citations],
        }
        for name, reply in replies.items()
    ]
    answers.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")

    def run(script: str, *more: str) -> str:
        command = [sys.executable, str(SHARED / script), str(gold), str(answers), *more]
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=180).stdout

    return json.loads(run("score.py", str(PLANS), "--json")), run("denials.py")


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("bend", sorted(BENDS))
def test_the_same_verdicts(
    asked: dict[str, list[tuple[GoldQuestion, Reply]]],
    stored_plans: tuple[StoredPlan, ...],
    tmp_path: Path,
    name: str,
    bend: str,
) -> None:
    sources = {stored.plan_id: stored.plan.source_text for stored in stored_plans}
    replies = {question.id: BENDS[bend](question, reply) for question, reply in asked[name]}
    for question, _ in asked[name][::3]:  # a third quotes the very evidence
        if question.evidence:
            cited = tuple(_evidence(sources, evidence) for evidence in question.evidence)
            replies[question.id] = replace(replies[question.id], citations=cited)
    report = score([question for question, _ in asked[name]], replies, sources)
    figures, denials = theirs(SHARED / name, replies, tmp_path)

    assert round(report.accuracy, 4) == figures["accuracy"]
    kinds = {kind: f"{right}/{of}" for kind, right, of in report.groups(lambda question: question.kind)}
    assert kinds == figures["type"]
    assert "{}/{}".format(*report.nearest(answerable=True)) == figures["nearest_of_answerable"]
    assert "{}/{}".format(*report.nearest(answerable=False)) == figures["nearest_of_unanswerable"]
    assert f"{report.bad_quotes}/{report.quotes}" == figures["quotes_not_verbatim"]
    assert report.strays == figures["answers_with_stray_plan"]
    assert report.as_dict()["max_chars"] == figures["max_chars"]
    of = report.as_dict()["refused_though_answerable"][1]  # type: ignore[index]
    told = f"{report.denied}/{of}; of these with the evidence in hand: {report.false_denials}"
    assert denials.strip() == f"refused though answerable: {told}"
