"""Rule on one reply: which conditions of its gold question it breaks."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.evaluation.gold import Evidence, Expect, GoldQuestion
from knowledge.model import Answer, Citation, Status
from knowledge.text import words

LONGEST = 1500
"""Characters that one plan's answer may have."""
LONGEST_BY_KIND = {"comparison": 3500, "criteria": 2500, "scope": 2500}

ENOUGH_OVERLAP = 0.5
"""Share of the words that a citation and the evidence must have in common."""
FEWEST_QUOTED_WORDS = 6
"""A quote inside the evidence counts as covering it only from this many words on."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back for a question; ms: wall time of the call, None when it was not measured."""

    text: str
    status: Status
    citations: tuple[Citation, ...] = ()
    ms: float | None = None

    @classmethod
    def of(cls, answer: Answer, ms: float | None = None) -> Reply:
        """Keep of an answer what a judge looks at."""
        return cls(answer.text, answer.status, answer.citations, ms)


@dataclass(frozen=True, slots=True)
class Ruling:
    """The judgement on one question. reasons: why it failed, empty when right; false_answer: answered where it must
    not; false_refusal: withheld an answer that the plans hold; bad_quotes: citations that are not the source's words
    at their span; stray: cites a plan that has no part in the answer; length: characters, None without a reply."""

    question: GoldQuestion
    reasons: tuple[str, ...]
    false_answer: bool = False
    false_refusal: bool = False
    quotes: int = 0
    bad_quotes: int = 0
    stray: bool = False
    length: int | None = None
    ms: float | None = None

    @property
    def right(self) -> bool:
        """Tell whether every condition was met."""
        return not self.reasons


def judge(question: GoldQuestion, reply: Reply | None, source_texts: Mapping[str, str]) -> Ruling:
    """Rule on a reply; source_texts: plan id -> the plan's source text, for checking every quote at its span."""
    if reply is None:
        return Ruling(question, ("no answer",))
    text = readable(reply.text)
    wrong_quotes = [c for c in reply.citations if not is_verbatim(c, source_texts)]
    held_back = reply.status is not Status.ANSWERED
    reasons = [f"quote not verbatim in {c.plan_id}: {c.quote[:60]}" for c in wrong_quotes]
    reasons += [f"forbidden: {p.pattern[:80]}" for p in question.must_not_include if p.search(text)]
    reasons += [f"missing: {p.pattern[:80]}" for p in question.must_include if not p.search(text)]
    reasons += _citation_faults(question, reply) + _length_fault(question, text) if question.answerable else []
    if held_back and question.expect is Expect.ANSWER:
        reasons.append(f"abstained ({reply.status})")
    if not held_back and not question.answerable:
        reasons.append(f"answered where it must {question.expect}")
    return Ruling(
        question,
        tuple(reasons),
        false_answer=not question.answerable and not held_back,
        false_refusal=question.expect is Expect.ANSWER and held_back,
        quotes=len(reply.citations),
        bad_quotes=len(wrong_quotes),
        stray=question.answerable and bool(_cited(reply) - set(question.plans) - set(question.plans_ok)),
        length=len(text),
        ms=reply.ms,
    )


def readable(text: str) -> str:
    """Return the text as the patterns expect it: NFC, single spaces, plain quotes, no bold marks."""
    plain = unicodedata.normalize("NFC", text).replace("*", "")
    return re.sub(r"\s+", " ", re.sub("[“”„]", '"', plain))


def is_verbatim(citation: Citation, source_texts: Mapping[str, str]) -> bool:
    """Tell whether the quote holds words and is, character for character, the plan's source text at its span."""
    source = source_texts.get(citation.plan_id)
    if source is None or not words(citation.quote):
        return False
    return source[citation.start : citation.end] == citation.quote


def covers(quote: str, evidence: str) -> bool:
    """Tell whether a quote and the evidence share enough words: of the evidence, or of a quote that is not tiny."""
    ours, theirs = Counter(words(quote)), Counter(words(evidence))
    common = (ours & theirs).total()
    if not common:
        return False
    of_evidence = common / theirs.total()
    of_quote = common / ours.total() if ours.total() >= FEWEST_QUOTED_WORDS else 0.0
    return max(of_evidence, of_quote) >= ENOUGH_OVERLAP


def _citation_faults(question: GoldQuestion, reply: Reply) -> list[str]:
    cited, wanted = _cited(reply), set(question.plans)
    enough = wanted <= cited if question.kind == "comparison" else wanted & cited
    if not enough:
        return [f"cites {sorted(cited)}, not {sorted(wanted)}"]
    if question.evidence and not any(_proves(c, e) for c in reply.citations for e in question.evidence):
        return ["no citation covers the evidence"]
    return []


def _proves(citation: Citation, evidence: Evidence) -> bool:
    return citation.plan_id == evidence.plan_id and covers(citation.quote, evidence.quote)


def _length_fault(question: GoldQuestion, text: str) -> list[str]:
    limit = LONGEST_BY_KIND.get(question.kind, LONGEST)
    return [f"too long: {len(text)} characters, at most {limit}"] if len(text) > limit else []


def _cited(reply: Reply) -> set[str]:
    return {citation.plan_id for citation in reply.citations}
