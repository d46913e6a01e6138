"""The duties that an answer quotes, so that one can be reminded of them right under it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.agenda import can_remind, name_of, next_due
from bot.memory.state import Source, State
from bot.ports import PlanLibrary
from bot.screen import words as screen_words
from bot.screen.duties import short_day
from bot.talk import words
from knowledge.model import Citation, Language, NoList, Scheduled

MOST = 2
"""An answer that quotes more duties is a list; /han offers the same for each of them."""


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
    say = screen_words.labels(language)
    labels = [_label(duty, library.now(), say) for duty in duties.values()]
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


def _label(duty: Scheduled, now: datetime, say: screen_words.Labels) -> str:
    day = next_due(duty, now)
    return say.remind_day.format(day=short_day(day.last)) if day else say.remind


def _what(duty: Scheduled) -> str:
    return " ".join(duty.deadline.what.split()).lower()


MOST = 3


def list_label(no_list: NoList, language: Language = Language.VI) -> str:
    """Name a list by its count and by whom it binds, in the plan's words."""
    say = screen_words.labels(language)
    if no_list.target is None:
        return say.other_list.format(count=no_list.count)
    return words.LIST_OF.format(count=no_list.count, target=" ".join(no_list.target.split()))


def other_lists(
    library: PlanLibrary, state: State, sources: Sequence[Source], language: Language
) -> tuple[tuple[str, int, int], ...]:
    """Return (label, link of the plan, which of its lists) for each list that is named in the answer's quotes while its
    items are not."""
    quoted = {(source.passage_id.rpartition("#")[0], span) for source in sources for span in source.spans}
    found = [
        (list_label(no_list, language), state.link(plan_id), index)
        for plan_id in sorted({plan_id for plan_id, _ in quoted})
        if (stored := library.plan(plan_id)) is not None
        for index, no_list in enumerate(stored.facts.no_lists)
        if no_list.items and _quoted(no_list.introduced, quoted) and not _quoted(no_list.items[0].citations, quoted)
    ]
    return tuple(found[:MOST])


def _quoted(citations: Sequence[Citation], quoted: set[tuple[str, tuple[int, int]]]) -> bool:
    return any((cited.plan_id, (cited.start, cited.end)) in quoted for cited in citations)
