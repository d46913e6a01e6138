"""What is to be done: deadlines by date, tasks by actor, and where things go."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.answering.desk import REORGANISED
from knowledge.answering.due import advice, manner, when
from knowledge.answering.present import digits, plain, sentence_case, shorten
from knowledge.answering.wording import VI
from knowledge.briefing import wording
from knowledge.briefing.lines import Pen, rest
from knowledge.briefing.model import Block, Group, Kind, Line
from knowledge.facts.due import names_work, sort_key
from knowledge.facts.lexicon import HOST
from knowledge.model import Contact, Deadline, Responsibility
from knowledge.text import folded_words

ACTOR_LIMIT = 140
_LEAST_WORDS = 3
_LEADS_ON = re.compile(
    r"(?:(?<!\w)(?:như sau|sau đây|sau|gồm(?: có)?|là|đối với|cụ thể|trong đó|với|của|và))\s*[:.]?$|:$"
)
_ANY_OTHER = re.compile(r"(?:thực hiện |làm )?(?:các |những )?(?:nhiệm vụ|công việc|việc) khác(?!\w)", re.IGNORECASE)
"""What every list of tasks ends with."""
CONTACTS = {"email": wording.EMAIL, "phone": wording.PHONE, "office": wording.OFFICE}


def duties(pen: Pen) -> list[Deadline]:
    """Return the plan's duties by date, undated ones last, each once."""
    found = {_told(each): each for each in pen.stored.facts.deadlines if each.citations}
    return sorted(found.values(), key=sort_key)


def is_dated(duty: Deadline) -> bool:
    """Tell whether the plan gives a duty a time of its own, be it a day, a month or a term."""
    return bool(duty.within or duty.month or duty.day or duty.stated or (duty.until and not duty.recurrence))


def when_text(pen: Pen, duty: Deadline) -> str:
    """Say when, in the words of an answer; a duty whose time is neither day nor month by the plan's own words.

    A duty of each year in a plan of one year falls once: it is called by its round instead.
    """
    told = when(duty, VI)
    if duty.stated and VI.no_date in told and not duty.corrected:
        told = plain(duty.stated)
    period = pen.stored.plan.header.period
    once = period is not None and period.start and period.end and period.start.year == period.end.year
    if once and duty.recurrence == "năm":
        told = ", ".join(part for part in told.split(", ") if part != VI.yearly["năm"])
    told = told.replace(VI.no_date, wording.NO_DATE)
    cycle = next((each for each in (duty.period, duty.recurrence) if each in wording.REPORTS), None)
    if cycle is None or (cycle in VI.yearly and VI.yearly[cycle] in told):
        return told
    return wording.ROUND.format(when=told, cycle=cycle)


def deadlines(pen: Pen) -> Block | None:
    """Return the table of every duty with a time or a rhythm, and of those that are sent without either."""
    rows = [_row(pen, duty) for duty in duties(pen)]
    return Block(Kind.DEADLINES, wording.DEADLINES, heads=wording.WHEN_HEADS, rows=tuple(rows)) if rows else None


def _row(pen: Pen, duty: Deadline) -> tuple[Line, ...]:
    advised = advice(duty, VI)
    told = sentence_case(when_text(pen, duty))
    words = duty.what if names_work(duty) else duty.citations[0].quote
    what = pen.line(words, duty.citations)
    if advised:
        what = pen.write(f"{what.text} ({advised})", duty.citations, derived=digits(advised))
    ways = [plain(way) for way in manner(duty, VI)]
    return (
        pen.write(told, duty.citations, derived=digits(str(duty.inferred_year or ""))),
        what,
        _actor(pen, duty.who, duty) if duty.who else pen.silent(wording.SILENT),
        pen.write(sentence_case("; ".join(ways)), duty.citations) if ways else pen.silent(wording.SILENT),
    )


def tasks(pen: Pen, most: int | None, only: frozenset[int] | None = None) -> Block | None:
    """Return a checklist by actor, at most `most` tasks (None: all), one of each actor before a second of any.

    only: source positions at which tasks on the topic begin; None for every task.
    """
    found: dict[str, list[Responsibility]] = {}
    for each in _responsibilities(pen):
        if only is None or each.citations[0].start in only:
            found.setdefault(plain(each.actor).casefold(), []).append(each)
    every = [each for held in found.values() for each in held]
    chosen = _fairly(list(found.values()), most)
    groups = [
        Group(_actor(pen, held[0].actor, held[0]), tuple(_task(pen, each) for each in held if id(each) in chosen))
        for held in found.values()
    ]
    left = [each.section for each in every if id(each) not in chosen]
    shown = tuple(group for group in groups if group.lines)
    return Block(Kind.TASKS, wording.TASKS, groups=shown, rest=rest(wording.TASKS_REST, left)) if shown else None


def _responsibilities(pen: Pen) -> list[Responsibility]:
    every = (each for each in pen.stored.facts.responsibilities if each.citations and stands_alone(each))
    return [each for each in every if len(each.actor.split()) > 1]


def stands_alone(task: Responsibility) -> bool:
    """Tell a task from the words that only lead to a list of tasks ("... như sau:") or name who does it."""
    told = plain(task.task)
    label = HOST.match(told)
    named = label is not None and plain(task.actor).casefold() == told[label.end() :].strip(" .;").casefold()
    return not (_LEADS_ON.search(told) or _ANY_OTHER.match(told)) and len(told.split()) >= _LEAST_WORDS and not named


def _fairly(held: Sequence[Sequence[Responsibility]], most: int | None) -> set[int]:
    """Return the ids of the tasks to tell: the first of each actor, then the second of each, and so on."""
    order = [each for at in range(max(map(len, held), default=0)) for tasks in held for each in tasks[at : at + 1]]
    return {id(each) for each in order[:most]}


def _actor(pen: Pen, name: str, fact: Responsibility | Deadline) -> Line:
    """Name the actor, proved where the plan does."""
    cited = pen.stated_at(name, fact.section, fact.citations)
    return pen.write(sentence_case(shorten(plain(name), ACTOR_LIMIT)), cited)


def _task(pen: Pen, task: Responsibility) -> Line:
    return pen.line(task.task, task.citations)


def sent_to(pen: Pen) -> Block | None:
    """Return to whom things go, through whom and by which way, and the mailboxes and numbers that the plan gives."""
    lines: dict[str, Line] = {}
    for duty in duties(pen):
        if duty.to:
            ways = sentence_case("; ".join(plain(way) for way in manner(duty, VI)))
            lines.setdefault(" ".join(folded_words(ways)), pen.write(ways, duty.citations))
    told = " ".join(folded_words(" ".join(line.text for line in lines.values())))
    for contact in pen.stored.facts.contacts:
        named = contact.kind != "office" or contact.value[:1].isupper()
        if named and contact.citations and " ".join(folded_words(contact.value)) not in told:
            line = _contact(pen, contact)
            lines.setdefault(" ".join(folded_words(line.full)), line)
    if not lines:
        return None
    header = pen.stored.plan.header
    written = header.date or (header.period.start if header.period else None)
    moved = written is not None and written < REORGANISED <= pen.today
    return Block(
        Kind.SENT_TO, wording.SENT_TO, lines=tuple(lines.values()), rest=wording.CAUTION_REORGANISED if moved else None
    )


def _contact(pen: Pen, contact: Contact) -> Line:
    owner = f" ({plain(contact.owner)})" if contact.owner else ""
    return pen.write(f"{plain(contact.value)}{owner}", contact.citations, label=CONTACTS.get(contact.kind, ""))


def _told(duty: Deadline) -> tuple[str, ...]:
    parts = (duty.what, duty.who, duty.to, duty.stated, duty.recurrence, duty.period)
    return tuple(" ".join(folded_words(part or "")) for part in parts)
