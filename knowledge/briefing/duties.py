"""What is to be done: deadlines by date, tasks by actor, and where things go."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.answering.desk import REORGANISED
from knowledge.answering.due import advice, manner, when
from knowledge.answering.present import digits, plain, sentence_case
from knowledge.answering.wording import VI
from knowledge.briefing import wording
from knowledge.briefing.lines import Pen, rest
from knowledge.briefing.model import Block, Group, Kind, Line
from knowledge.briefing.quoting import cut
from knowledge.facts.due import names_work, sort_key
from knowledge.facts.lexicon import HOST, VERB_START
from knowledge.facts.row_duties import AT_ANY_TIME, cell_of
from knowledge.facts.schedule import schedule
from knowledge.model import Contact, Deadline, Responsibility
from knowledge.parsing.heads import Column
from knowledge.patterns import later
from knowledge.text import fold, folded_words

ACTOR_LIMIT = 140
_LEAST_WORDS = 3
_LEADS_ON = later(r"(?:(?<!\w)(?:như sau|sau đây|sau|gồm(?: có)?|là|đối với|cụ thể|trong đó|với|của|và))\s*[:.]?$|:$")
_ANY_OTHER = later(r"(?:thực hiện |làm )?(?:các |những )?(?:nhiệm vụ|công việc|việc) khác(?!\w)", re.IGNORECASE)
"""What every list of tasks ends with."""
_TOLD_BY = later(r"(?:tháng|tuần)\s+(?:đầu|cuối|giữa|thứ)(?!\w)", re.IGNORECASE)
"""What tells a time by a longer one: "ngày 22 của tháng cuối quý", "tuần cuối tháng 11"."""
_ALL_THE_TIME = later(
    rf"(?<!\w)(?P<pace>(?:thường xuyên|liên tục|đột xuất)(?:(?:,| và| hoặc)\s(?:thường xuyên|liên tục|đột xuất))*),?\s"
    rf"(?i:{VERB_START.pattern})",
    re.IGNORECASE,
)
_TERM = later(r"\d\s+(?:ngày|tuần|tháng|giờ)(?!\w)")
_FEW_WORDS = 3
_PAPER = later(r"báo cáo|sơ kết|tổng kết|kế hoạch|danh sách|hồ sơ|đơn", re.IGNORECASE)
CONTACTS = {"email": wording.EMAIL, "phone": wording.PHONE, "office": wording.OFFICE}


def duties(pen: Pen) -> list[Deadline]:
    """Return the plan's duties by date, undated ones last, each once."""
    found = {_told(each): each for each in pen.stored.facts.deadlines if each.citations}
    return sorted(found.values(), key=sort_key)


def is_dated(duty: Deadline) -> bool:
    """Tell whether the plan gives a duty a time of its own, be it a day, a month or a term."""
    return bool(duty.within or duty.month or duty.day or duty.stated or (duty.until and not duty.recurrence))


def when_text(pen: Pen, duty: Deadline) -> str:
    """Say when, in the words of an answer; a duty whose time is neither day nor month, or a day or week of a longer
    time, by the plan's own words.

    A duty of each year in a plan of one year falls once: it is called by its round instead.
    """
    told = when(duty, VI)
    if duty.stated and not duty.corrected and (VI.no_date in told or duty.within or _TOLD_BY.search(duty.stated)):
        told = plain(duty.stated)
    period = pen.stored.plan.header.meant
    once = period is not None and period.start and period.end and period.start.year == period.end.year
    if once and duty.recurrence == "năm":
        told = ", ".join(part for part in told.split(", ") if part != VI.yearly["năm"])
    if VI.no_date in told and not duty.corrected and not duty.recurrence and (words := _at_any_time(pen, duty)):
        return words
    told = told.replace(VI.no_date, wording.NO_DATE)
    cycle = next((each for each in (duty.period, duty.recurrence) if each in wording.REPORTS), None)
    if cycle is None or f" {cycle}" in told or (cycle in VI.yearly and VI.yearly[cycle] in told):
        return told
    return wording.ROUND.format(when=told, cycle=cycle)


def _at_any_time(pen: Pen, duty: Deadline) -> str:
    """Return the plan's words for a duty that has no day but is done all the time, or when something happens: those of
    its row's cell, or an adverb before its verb; "" where there are none."""
    section = next((each for each in pen.stored.plan.walk() if each.path == duty.section), None)
    cell = cell_of(section, Column.WHEN) if section and section.cells else None
    if cell is not None:
        return plain(cell.text).strip(" .;") if AT_ANY_TIME.match(cell.text) else ""
    found = (_ALL_THE_TIME.search(plain(cited.quote)) for cited in duty.citations)
    return next((each["pace"] for each in found if each), "")


def deadlines(pen: Pen) -> Block | None:
    """Return the table of every duty with a time or a rhythm, and of those that are sent without either."""
    told = [(duty, _row(pen, duty)) for duty in duties(pen)]
    if not told:
        return None
    rows, coming = tuple(_of_one_work(told)), _coming(pen, told)
    return Block(Kind.DEADLINES, wording.DEADLINES, heads=wording.WHEN_HEADS, rows=rows, coming=coming)


def _coming(pen: Pen, told: Sequence[tuple[Deadline, tuple[Line, ...]]]) -> Line | None:
    """Return when the duty is due that is due next."""
    header = pen.stored.plan.header
    days = [(schedule(duty, header, pen.today).next_day(pen.today), row[0]) for duty, row in told]
    return min(((day.safe, when) for day, when in days if day), key=lambda each: each[0], default=(None, None))[1]


def _of_one_work(told: Sequence[tuple[Deadline, tuple[Line, ...]]]) -> list[tuple[Line, ...]]:
    """Return the rows; terms that one clause gives for one thing ("trong 02 giờ, ... trong 24 giờ") in one of them."""
    rows: list[tuple[Line, ...]] = []
    before: Deadline | None = None
    for duty, row in told:
        last = rows[-1] if rows else row
        if before and before.within and duty.within and last[1:] == row[1:] and last[0].note == row[0].note:
            second = row[0].text[:1].lower() + row[0].text[1:]
            rows[-1] = (replace(last[0], text=f"{last[0].text}; {second}"), *last[1:])
        else:
            rows.append(row)
        before = duty
    return rows


def _row(pen: Pen, duty: Deadline) -> tuple[Line, ...]:
    advised = advice(duty, VI)
    told = sentence_case(when_text(pen, duty))
    what, who = _what(pen, duty), _who(pen, duty)
    if advised and what.note:
        cited = what.note.citations
        what = pen.write(f"{what.text.rstrip('.')} ({advised})", cited, derived=digits(advised))
    ways = [plain(way) for way in manner(duty, VI)]
    return (
        pen.write(told, duty.citations, derived=digits(str(duty.inferred_year or ""))),
        what,
        _helped(pen, _actor(pen, who, duty), duty) if who else pen.silent(wording.SILENT),
        pen.write(sentence_case("; ".join(ways)), duty.citations) if ways else pen.silent(wording.SILENT),
    )


def _helped(pen: Pen, who: Line, duty: Deadline) -> Line:
    """Name who helps beside who acts, where a table's row has a column for it."""
    section = next((each for each in pen.stored.plan.walk() if each.cells and each.path == duty.section), None)
    helps = cell_of(section, Column.WITH) if section else None
    if helps is None or not any(char.isalpha() for char in helps.text):
        return who
    return pen.write(wording.HELPED.format(who=who.text, helps=plain(helps.text).strip(" .;")), duty.citations)


def _what(pen: Pen, duty: Deadline) -> Line:
    """Tell what is to be done; where the fact's few words do not say it, the plan's clause under its heading does."""
    words, cited = pen.clause_around(duty.section, duty.citations, duty.stated or duty.what)
    if not words or is_clear(duty, words):
        told = duty.what if names_work(duty) else words or duty.citations[0].quote
        return pen.line(told, (*pen.headings_in(told, duty.section), *duty.citations))
    heading, proof = pen.heading_over(duty.section)
    if heading and fold(heading) not in fold(words) and ":" not in words:
        words = f"{heading}: {words}"
        cited = (*proof, *cited)
    return pen.line(words, cited)


def is_clear(duty: Deadline, clause: str) -> bool:
    """Tell whether the fact's own words say what is to be done, out of their clause."""
    if fold(plain(duty.what)) not in fold(plain(clause)):
        return names_work(duty)  # a heading's
    before = clause.partition(duty.stated)[0] if duty.stated else ""
    begun = before.replace(duty.who or "\0", "").split()
    late = len(begun) >= _FEW_WORDS and fold(duty.what) not in fold(before)  # its work stands before its time
    untold = not is_dated(duty) and not duty.recurrence and _TERM.search(clause)
    few = len(duty.what.split()) <= _FEW_WORDS and not _PAPER.search(duty.what)
    return names_work(duty) and not (few or late or untold)


def _who(pen: Pen, duty: Deadline) -> str | None:
    """Return who has a duty: where the fact names nobody, who has the task that the same words are."""
    if duty.who:
        return duty.who
    place = duty.citations[0]
    named = {
        each.actor
        for each in pen.stored.facts.responsibilities
        for cited in each.citations[:1]
        if each.section == duty.section and cited.start < place.end and place.start < cited.end
    }
    return named.pop() if len(named) == 1 else None


def tasks(pen: Pen, most: int | None, only: frozenset[int] | None = None) -> Block | None:
    """Return a checklist by actor, at most `most` tasks (None: all), one of each actor before a second of any.

    only: source positions at which tasks on the topic begin; None for every task.
    """
    found: dict[str, list[Responsibility]] = {}
    for each in assigned(pen):
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


def assigned(pen: Pen) -> list[Responsibility]:
    """Return the tasks that can be told one by one, each of somebody who has a name."""
    every = (each for each in pen.stored.facts.responsibilities if each.citations and stands_alone(each))
    return [each for each in every if len(each.actor.split()) > 1 or each.actor.isupper()]


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
    return pen.write(sentence_case(cut(plain(name), ACTOR_LIMIT)), cited)


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
