"""The duties that an answer quotes, so that one can be reminded of them right under it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot import wording
from bot.ports import PlanLibrary
from bot.remindable import can_remind, next_due
from bot.render.duties import short_day
from bot.state import Source, State
from knowledge.model import Language, Scheduled

MOST = 2
"""An answer that quotes more duties is a list; /han offers the same for each of them."""


def name_of(duty: Scheduled) -> str:
    """Return what a duty is called in the bot's memory: its plan and its content."""
    return f"{duty.deadline.plan_id}#{duty.key}"


def offers(
    library: PlanLibrary, state: State, sources: Sequence[Source], language: Language = Language.VI
) -> tuple[tuple[str, int], ...]:
    """Return (label, link) for each duty whose own words are quoted and that one can still be reminded of; nothing when
    there are more than `MOST`."""
    quoted = {(source.passage_id.rpartition("#")[0], span) for source in sources for span in source.spans}
    plans = sorted({plan_id for plan_id, _ in quoted})
    stated = (duty for plan_id in plans for duty in library.schedule(plan_id) if _is_quoted(duty, quoted))
    duties = {duty.key: duty for duty in stated if can_remind(duty, library.now())}
    if len(duties) > MOST:
        return ()
    words = wording.labels(language)
    labels = [_label(duty, library.now(), words) for duty in duties.values()]
    if len(set(labels)) < len(labels):  # without a day, what is to be done tells them apart
        labels = [f"{label}: {_what(duty)}" for label, duty in zip(labels, duties.values(), strict=True)]
    return tuple((label, state.link(name_of(duty))) for label, duty in zip(labels, duties.values(), strict=True))


def _is_quoted(duty: Scheduled, quoted: set[tuple[str, tuple[int, int]]]) -> bool:
    """A quote within the words that prove the duty, or around them."""
    return any(
        plan_id == citation.plan_id and start < citation.end and end > citation.start
        for citation in duty.deadline.citations
        for plan_id, (start, end) in quoted
    )


def _label(duty: Scheduled, now: datetime, words: wording.Labels) -> str:
    day = next_due(duty, now)
    return words.remind_day.format(day=short_day(day.last)) if day else words.remind


def _what(duty: Scheduled) -> str:
    return " ".join(duty.deadline.what.split()).lower()
