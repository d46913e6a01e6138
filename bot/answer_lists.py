"""The other lists of "không" of a plan that an answer points to, so that each is one tap away from the other."""

from __future__ import annotations

from collections.abc import Sequence

from bot import wording
from bot.ports import PlanLibrary
from bot.state import Source, State
from knowledge.model import Citation, Language, NoList

MOST = 3


def list_label(no_list: NoList, language: Language = Language.VI) -> str:
    """Name a list by its count and by whom it binds, in the plan's words."""
    words = wording.labels(language)
    if no_list.target is None:
        return words.other_list.format(count=no_list.count)
    return wording.LIST_OF.format(count=no_list.count, target=" ".join(no_list.target.split()))


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
