"""Questions about a round ("đợt 4") that a plan which numbers its rounds doesn't have."""

from __future__ import annotations

from knowledge.answering.desk import Desk, Draft
from knowledge.answering.duties import RELATED, is_dated, specific
from knowledge.answering.duty_lines import advised, duty_line, duty_part, named
from knowledge.facts.due import sort_key
from knowledge.model import Status
from knowledge.understanding import rounds

MOST_SHOWN = 6


def answer(desk: Desk) -> Draft | None:
    """Say that no plan in scope has the round asked for ("đợt 4"), and show the rounds that there are."""
    if not rounds.asked(desk.query):
        return None
    for stored in desk.near:
        own = [d for d in stored.facts.deadlines if is_dated(d) and d.citations]
        titles = [desk.headings(d.plan_id, d.section) + " " + d.what for d in own]
        in_turns = [d for d, title in zip(own, titles, strict=True) if rounds.named(title)]
        need = specific(desk).without(rounds.words(desk.query))
        about = max((desk.coverage(title, need) for title in titles), default=0.0)
        if not rounds.lacking(desk.query, titles) or (len(need.words) > 2 and about < RELATED):
            continue
        shown = sorted(in_turns, key=sort_key)[:MOST_SHOWN]
        lead = named(desk, shown, f"{desk.words.no_such_duty}; {desk.words.has_instead}:")
        part = duty_part(desk, shown, lead, items=[duty_line(desk, d) for d in shown], derived=advised(desk, shown))
        return Draft(Status.NOT_SPECIFIED, (part,), desk.others())
    return None
