"""The citation gate of a briefing, the same that answers pass: quotes at their spans, numbers and quotes proved."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from knowledge.answering.present import digits
from knowledge.answering.verify import verify
from knowledge.briefing.model import Briefing, Line, Quizzed
from knowledge.errors import CitationError
from knowledge.model import Answer, AnswerPart, Language, Status, StoredPlan
from knowledge.patterns import later
from knowledge.text import folded_words

_QUOTED = later(r"“([^“”]+)”")


def check(briefing: Briefing, plans: Mapping[str, StoredPlan]) -> None:
    """Raise CitationError when a line, a note or a key of the quiz says what its words do not."""
    for line in briefing.every_line():
        check_line(line, plans)
    for quizzed in briefing.quiz:
        _check_key(quizzed, plans)


def check_line(line: Line, plans: Mapping[str, StoredPlan]) -> None:
    """Raise CitationError when a line states a number or quotes words that its note does not hold."""
    if line.note is None:
        loose = set(digits(line.full)) - set(line.derived)
        if loose:
            raise CitationError(f"numbers without a note: {sorted(loose)}")
        return
    citations = line.note.citations
    part = AnswerPart(
        citations[0].plan_id, line.full, citations=citations, derived=line.derived, source=line.note.source
    )
    verify(Answer(Status.ANSWERED, line.full, (part,), Language.VI), plans)
    _check_quoted(line, plans)


def _check_quoted(line: Line, plans: Mapping[str, StoredPlan]) -> None:
    """Words between quotation marks are the plan's own; cut ones up to where they were cut."""
    for quoted in _QUOTED.findall(line.text):
        if not any(_words(quoted.rstrip("…")) in _words(plans[plan].plan.source_text) for plan in _plans_of(line)):
            raise CitationError(f"quoted words that the plan does not hold: {quoted[:60]!r}")


def _plans_of(line: Line) -> list[str]:
    return list(dict.fromkeys(citation.plan_id for citation in line.note.citations)) if line.note else []


def _check_key(quizzed: Quizzed, plans: Mapping[str, StoredPlan]) -> None:
    """The right choice is proved by its note; the wrong ones are nobody's statement."""
    check_line(Line(quizzed.options[quizzed.correct], quizzed.note), plans)


@lru_cache(maxsize=256)
def _words(text: str) -> str:
    return " " + " ".join(folded_words(text.replace("*", ""))) + " "
