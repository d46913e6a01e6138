"""Rule on one reply: which conditions of its gold question it breaks."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from knowledge.evaluation.gold import Evidence, Expect, GoldQuestion
from knowledge.model import Answer, Citation, Status, parent_of

LONGEST = 1500
"""Characters that one plan's answer may have."""
LONGEST_BY_KIND = {"comparison": 3500, "criteria": 2500, "scope": 2500}
LONGEST_NEAREST = 700
"""Characters of a reply that only quotes the nearest passage; it may have `MOST_NEAREST` quotes."""
MOST_NEAREST = 2

ENOUGH_OVERLAP = 0.5
"""Share of the words that a citation and the evidence must have in common."""
FEWEST_QUOTED_WORDS = 6
"""A quote inside the evidence counts as covering it only from this many words on."""

_SAYS_SOMETHING = frozenset([Status.ANSWERED, Status.NEAREST])


@dataclass(frozen=True, slots=True)
class Ranked:
    """A unit that the engine ranked: whose it is and its words."""

    plan_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back for a question; ms: wall time of the call, None when it was not measured; ranked: the units that
    the engine looked at first, best first, None when it doesn't tell."""

    text: str
    status: Status
    citations: tuple[Citation, ...] = ()
    ms: float | None = None
    ranked: tuple[Ranked, ...] | None = None

    @classmethod
    def of(cls, answer: Answer, ms: float | None = None, ranked: tuple[Ranked, ...] | None = None) -> Reply:
        """Keep of an answer what a judge looks at."""
        return cls(answer.text, answer.status, answer.citations, ms, ranked)


@dataclass(frozen=True, slots=True)
class Ruling:
    """The judgement on one question.

    reasons: why it failed, empty when right; status: how the reply ended, None without one; false_answer: answered
    where it must not; denied: withheld an answer that the plans hold; evidence_at: place (from 1) of the first citation
    that covers the evidence, 0 if none does, None where no evidence is known; ranked_at: the same among the ranked
    units, None also where the engine doesn't tell; bad_quotes: citations that are not the source's words at their span;
    stray: cites a plan that has no part in the answer; length: characters, None without a reply; verdict: whether the
    reply confirms or corrects what is claimed, None where it does neither.
    """

    question: GoldQuestion
    reasons: tuple[str, ...]
    status: Status | None = None
    false_answer: bool = False
    denied: bool = False
    evidence_at: int | None = None
    ranked_at: int | None = None
    quotes: int = 0
    bad_quotes: int = 0
    stray: bool = False
    length: int | None = None
    ms: float | None = None
    verdict: bool | None = None

    @property
    def right(self) -> bool:
        """Tell whether every condition was met."""
        return not self.reasons

    @property
    def false_denial(self) -> bool:
        """Tell whether an answer was withheld while a citation covers the evidence."""
        return self.denied and bool(self.evidence_at)

    @property
    def nearest(self) -> bool:
        """Tell whether the reply only quoted what is nearest."""
        return self.status is Status.NEAREST


def judge(question: GoldQuestion, reply: Reply | None, source_texts: Mapping[str, str]) -> Ruling:
    """Rule on a reply; source_texts: plan id -> the plan's source text, for checking every quote at its span."""
    if reply is None:
        return Ruling(question, ("no answer",))
    text = readable(reply.text)
    wrong_quotes = [c for c in reply.citations if not is_verbatim(c, source_texts)]
    reasons = [f"quote not verbatim in {c.plan_id}: {c.quote[:60]}" for c in wrong_quotes]
    reasons += _text_faults(question, reply, text) + _ending_faults(question, reply, text)
    known = question.evidence if question.answerable else ()
    return Ruling(
        question,
        tuple(reasons),
        status=reply.status,
        false_answer=not question.answerable and reply.status is Status.ANSWERED,
        denied=question.expect is Expect.ANSWER and reply.status not in _SAYS_SOMETHING,
        evidence_at=_first(known, ((c.plan_id, c.quote) for c in reply.citations)),
        ranked_at=None if reply.ranked is None else _first(known, ((u.plan_id, u.text) for u in reply.ranked)),
        quotes=len(reply.citations),
        bad_quotes=len(wrong_quotes),
        stray=question.answerable
        and not question.key
        and bool(_cited(reply) - set(question.plans) - set(question.plans_ok)),
        length=len(text),
        ms=reply.ms,
        verdict=verdict_of(reply.text),
    )


def verdict_of(text: str) -> bool | None:
    """Return whether a reply begins a line, before what it quotes, by confirming or by correcting; None for neither."""
    found = _VERDICT.search(text.replace("*", "").partition(_QUOTES)[0])
    return None if found is None else found["right"] is not None


_QUOTES = "\N{PAPERCLIP}"
_VERDICT = re.compile(
    r"^\W*(?:KH [^:\n]{3,60}:\s*)?(?:(?P<right>Đúng|Phải|Có(?! thể| lẽ| vẻ)|Yes|Correct|True)"
    r"|Không(?! (?:nêu|thấy|tìm|có thông tin|rõ))|Chưa|Sai|No|Not quite|False)\b",
    re.MULTILINE,
)


def readable(text: str) -> str:
    """Return the text as the patterns expect it: NFC, single spaces, plain quotes, no bold marks."""
    plain = unicodedata.normalize("NFC", text).replace("*", "")
    return re.sub(r"\s+", " ", re.sub("[“”„]", '"', plain))


def is_verbatim(citation: Citation, source_texts: Mapping[str, str]) -> bool:
    """Tell whether the quote holds words and is, character for character, the plan's source text at its span."""
    source = source_texts.get(citation.plan_id)
    if source is None or not _words(citation.quote):
        return False
    return source[citation.start : citation.end] == citation.quote


def covers(quote: str, evidence: str) -> bool:
    """Tell whether a quote and the evidence share enough words: of the evidence, or of a quote that is not tiny."""
    ours, theirs = Counter(_words(quote)), Counter(_words(evidence))
    common = (ours & theirs).total()
    if not common:
        return False
    of_evidence = common / theirs.total()
    of_quote = common / ours.total() if ours.total() >= FEWEST_QUOTED_WORDS else 0.0
    return max(of_evidence, of_quote) >= ENOUGH_OVERLAP


def proves(plan_id: str, quote: str, evidence: Iterable[Evidence]) -> bool:
    """Tell whether words of a plan cover one of the pieces of evidence."""
    return any(piece.plan_id in (plan_id, parent_of(plan_id)) and covers(quote, piece.quote) for piece in evidence)


def _text_faults(question: GoldQuestion, reply: Reply, text: str) -> list[str]:
    """Return what the words themselves lack or must not say; a verdict may stand at the head of a line."""
    lines = unicodedata.normalize("NFC", reply.text).replace("*", "")
    if question.key is not None:
        found = any(question.key.pattern.search(form) for form in (text, lines))
        return [f"the key {question.key.pattern.pattern[:80]}"] if found == question.key.negated else []
    forbidden = [p for p in question.must_not_include if p.search(text)]
    missing = [p for p in question.must_include if not (p.search(text) or p.search(lines))]
    return [f"forbidden: {p.pattern[:80]}" for p in forbidden] + [f"missing: {p.pattern[:80]}" for p in missing]


def _ending_faults(question: GoldQuestion, reply: Reply, text: str) -> list[str]:
    """Return what is wrong with how the reply ended, what it cites and how long it is."""
    if question.key is not None:
        return []
    faults: list[str] = []
    if reply.status is Status.NEAREST and (len(reply.citations) > MOST_NEAREST or len(text) > LONGEST_NEAREST):
        faults.append(f"nearest too long: {len(reply.citations)} quotes, {len(text)} characters")
    if not question.answerable:
        answered = reply.status is Status.ANSWERED
        return faults + ([f"answered where it must {question.expect}"] if answered else [])
    if question.expect is Expect.ANSWER and reply.status not in _SAYS_SOMETHING:
        faults.append(f"abstained ({reply.status})")
    limit = LONGEST_BY_KIND.get(question.kind, LONGEST)
    too_long = [f"too long: {len(text)} characters, at most {limit}"] if len(text) > limit else []
    return faults + _citation_faults(question, reply) + too_long


def _citation_faults(question: GoldQuestion, reply: Reply) -> list[str]:
    cited, wanted = _cited(reply), set(question.plans)
    enough = wanted <= cited if question.kind == "comparison" else wanted & cited
    if wanted and not enough:
        return [f"cites {sorted(cited)}, not {sorted(wanted)}"]
    if question.evidence and not any(proves(c.plan_id, c.quote, question.evidence) for c in reply.citations):
        return ["no citation covers the evidence"]
    return []


def _first(evidence: tuple[Evidence, ...], quotes: Iterable[tuple[str, str]]) -> int | None:
    """Return the place, from 1, of the first of (plan id, words) that covers the evidence; 0 if none, None without."""
    if not evidence:
        return None
    return next((at for at, (plan_id, quote) in enumerate(quotes, 1) if proves(plan_id, quote, evidence)), 0)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFC", text).lower())


def _cited(reply: Reply) -> set[str]:
    """Return the plans that a reply cites; what is attached to a plan in its file counts as that plan."""
    return {parent_of(citation.plan_id) or citation.plan_id for citation in reply.citations}
