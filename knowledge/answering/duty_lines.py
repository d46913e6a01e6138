"""Duties as an answer shows them: a line in a list or a table, a part of its own, the citations that prove them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.answering.desk import Desk
from knowledge.answering.due import WHAT_LIMIT, advice, manner, said_once, what, when
from knowledge.answering.present import digits, sentence_case
from knowledge.facts import last_safe_day
from knowledge.model import AnswerPart, Citation, Deadline

ROW_LIMIT = 90
BRIEF_LIMIT = 60


def duty_row(desk: Desk, deadline: Deadline) -> str:
    """Return one duty as a row of a table of several plans."""
    over = f" {desk.words.over_short}" if desk.is_over(deadline.plan_id) else ""
    route = [
        part for part in manner(replace(deadline, channel=None, format=None, folded_into=None), desk.words) if part
    ]
    text = ", ".join([what(deadline, desk.words, ROW_LIMIT), *route])
    time = f"**{sentence_case(when(deadline, desk.words))}**{hint(desk, deadline)}"
    return f"{time} – {text} ({desk.name(deadline.plan_id)}{over})"


def duty_line(desk: Desk, deadline: Deadline) -> str:
    """Return one duty on one line."""
    head = desk.words.report_of.get(deadline.period or deadline.recurrence or "")
    text = what(deadline, desk.words, BRIEF_LIMIT if desk.brief else WHAT_LIMIT)
    subject = f"{sentence_case(head)} – {text}" if head else text
    ways = [] if desk.brief else manner(deadline, desk.words)
    time = f"**{sentence_case(when(deadline, desk.words))}**{hint(desk, deadline)}"
    return ", ".join([f"{time}: {subject}", *ways])


def hint(desk: Desk, deadline: Deadline) -> str:
    """Advise in brackets of a day to come which is the last one in time, or the last that is worked; else ""."""
    last = last_safe_day(deadline)
    told = advice(deadline, desk.words) if last and last >= desk.today else None
    return f" ({told})" if told else ""


def described(desk: Desk, lead: str, deadline: Deadline) -> str:
    """Follow the time with the duty, briefly where many plans answer."""
    if desk.brief:
        return f"{lead}: {what(deadline, desk.words, BRIEF_LIMIT)}"
    return ", ".join([f"{lead}: {what(deadline, desk.words)}", *manner(deadline, desk.words)])


def named(desk: Desk, deadlines: list[Deadline], text: str) -> str:
    """Lead with the plan's name where several plans answer."""
    return text if desk.single else f"**{desk.name(deadlines[0].plan_id)}**: {text}"


def duty_part(
    desk: Desk, deadlines: list[Deadline], lead: str, *, items: Sequence[str] = (), derived: Sequence[str] = ()
) -> AnswerPart:
    """Build the part that cites the duties under `lead`; derived: numbers in it that were computed."""
    return desk.part(
        deadlines[0].plan_id,
        lead,
        citations(deadlines),
        items=said_once(items, desk.words),
        recipients=any(deadline.to or deadline.via for deadline in deadlines),
        derived=[*derived, *in_plan_words(deadlines)],
        focus=deadlines[0].stated or "",
    )


def in_plan_words(deadlines: list[Deadline]) -> list[str]:
    """Return the numbers in the plan's words for the duty, which may stand in a heading or further on in a sentence."""
    fields = ("who", "what", "to", "via", "channel", "format", "folded_into", "within", "stated", "time")
    return digits(*(getattr(deadline, field) for deadline in deadlines for field in fields))


def citations(deadlines: list[Deadline]) -> list[Citation]:
    """Return each citation of the duties once, in document order."""
    unique = dict.fromkeys(citation for deadline in deadlines for citation in deadline.citations)
    return sorted(unique, key=lambda citation: (citation.plan_id, citation.start))


def advised(desk: Desk, deadlines: list[Deadline]) -> list[str]:
    """Return the numbers in the advice that goes with the duties."""
    return [number for deadline in deadlines for number in digits(advice(deadline, desk.words) or "")]
