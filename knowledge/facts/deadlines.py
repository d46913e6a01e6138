"""Duties with their time: every date, term and period that binds somebody to report, send, register or finish.

Clause by clause: times are found and blanked out, dates that bind nobody (of cited documents, anniversaries, the past)
are set aside, and each remaining time takes the verb, subject and route of its own stretch of the clause. A clause
without a date yields its recurring duties ("định kỳ hằng quý ... báo cáo") and its duties to report to somebody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.facts.actors import find_subject, first_verb
from knowledge.facts.covered import covered_period
from knowledge.facts.cycles import Cycle, is_so_many
from knowledge.facts.duty import make_duty, subject_of
from knowledge.facts.exceptions import apart, like_its_rule, opens_exception, stands_alone, told_apart, with_exception
from knowledge.facts.in_common import in_item, in_sentence
from knowledge.facts.labels import time_title
from knowledge.facts.lexicon import HOST, VERB_START
from knowledge.facts.occasions import binds, joined_stretches, of_lists, without_start
from knowledge.facts.reading import Clause, Unit, is_blank, sentences, units
from knowledge.facts.routes import find_route
from knowledge.facts.row_duties import actor_of, duties_of_row, headed, is_time
from knowledge.facts.sharing import after_last_duty, before_next_duty, is_round_of_next, period_in_turn, with_recurrence
from knowledge.facts.timetable import of_unit, under_title
from knowledge.facts.timing import Reading, read_times, timed
from knowledge.facts.undated import MAIN_AT_END, NEXT_VERB, handed_over, hands_over, recurring
from knowledge.facts.voided import is_void
from knowledge.facts.whens import When
from knowledge.model import Deadline, Plan, SectionKind
from knowledge.parsing.dates import impossible_dates

_NEAR = 150
_SENDS = re.compile(r"(?:gửi|nộp|báo cáo)(?!\w)", re.IGNORECASE)
_NOT = re.compile(r"(?<!\w)không(?!\w)", re.IGNORECASE)


def find_deadlines(plan: Plan) -> tuple[Deadline, ...]:
    """Return every duty of the plan in reading order, each once."""
    found: dict[tuple[object, ...], Deadline] = {}
    for unit in units(plan):
        if unit.in_template:
            continue
        last = next(reversed(found.values()), None)
        above = [last] if last and last.section == unit.path else []
        for deadline in _of_cell(plan, unit) if unit.head is not None else _of_unit(plan, unit, above):
            key = (deadline.section, deadline.what, deadline.stated, deadline.recurrence, deadline.citations[:1])
            if deadline.exception:
                found[key] = deadline
            found.setdefault(key, deadline)
    return in_item(tuple(found.values()))


def _of_cell(plan: Plan, unit: Unit) -> Iterator[Deadline]:
    """What a cell of a table states by itself, after what its row does, which is told with the row's first cell."""
    unit = headed(unit)
    first = unit.text is unit.section.cells[0][1]
    of_row = duties_of_row(plan, unit) if first else ()
    yield from of_row
    if is_time(unit.head or ""):
        return
    timed_apart = any(is_time(head) for head, _ in unit.section.cells)
    if timed_apart and not any(char.isdigit() for char in unit.text.text) and not read_times(plan, unit).whens:
        return
    for duty in _of_unit(plan, unit):
        if duty.stated or not timed_apart:
            yield duty if duty.who else replace(duty, who=actor_of(unit.section))


def _of_unit(plan: Plan, unit: Unit, above: Sequence[Deadline] = ()) -> Iterator[Deadline]:
    """Yield a text's duties, after the one above it, of which it may except some rounds."""
    reading = read_times(plan, unit)
    text = reading.text
    title = of_unit(plan, unit) if unit.head is None else None
    if not (reading.whens or reading.cycles or title or hands_over(reading.masked)):
        return
    subject: str | None = None
    filled = {(start, end): not is_blank(text[start:end]) for start, end in sentences(text)}
    found = list(above)
    previous = begun = len(found)
    sentence: tuple[int, int] | None = None
    for own, clause, inside in told_apart(reading):
        if not filled[clause.sentence]:
            continue
        if sentence not in (None, clause.sentence):
            found[begun:] = in_sentence(reading, sentence, found[begun:])
            begun = len(found)
        sentence = clause.sentence
        excepted = opens_exception(text, clause, found, follows=len(found) > previous)
        if excepted:
            found = with_exception(found, text[clause.start : clause.end].strip(" .;,"))
        if not excepted or stands_alone(text, clause, inside):
            previous = len(found)
            asked = _of_clause(own, clause, inside, subject, title)
            found.extend(like_its_rule(own, clause, inside, found[-1], asked) if excepted else asked)
        subject = subject if excepted or (subject and _helps(own, clause)) else subject_of(own, clause) or subject
    if sentence:
        found[begun:] = in_sentence(reading, sentence, found[begun:])
    yield from found


def _helps(reading: Reading, clause: Clause) -> bool:
    """Tell whether a clause behind another says only who helps: "...; Công an xã phối hợp"."""
    subject = find_subject(reading.masked, clause.start, clause.end) if clause.start > clause.sentence[0] else None
    return subject is not None and reading.masked.startswith("phối hợp", subject.verb)


def _of_clause(
    reading: Reading, clause: Clause, inside: list[When], before: str | None, title: Reading | None
) -> Iterator[Deadline]:
    inside = joined_stretches(reading.text, reading.masked, inside, clause)
    void = [w for w in inside if is_void(reading.text, w, clause)]
    named = time_title(reading) is not None
    bound = [w for w in inside if w not in void and not is_round_of_next(reading.text, w, inside)]
    binding = [w for w in bound if named or binds(reading.plan, reading.text, reading.masked, w, clause)]
    bound = without_start(of_lists(reading.text, bound, binding))
    if void and bound and void[-1].end <= bound[0].start:
        clause = replace(clause, start=void[-1].end)
    bound, exception = apart(reading.text, clause, bound)
    standing = reading.plan.header.period is None
    bound = with_recurrence(reading.text, clause, bound, reading.cycles, standing)
    dated = list(_dated(reading, clause, bound, before))
    yield from with_exception(dated, exception) if exception else dated
    if dated or void or reading.unit.section.kind is SectionKind.FOOTNOTE:
        return
    if (
        title
        and not HOST.match(reading.text, clause.start)
        and (title.whens[0].time or first_verb(reading.masked, clause.start, clause.end) is not None)
    ):
        duty = make_duty(reading, clause, before, stretch=(clause.start, clause.end), when=None, cycle=None)
        if duty:
            yield timed(title, under_title(reading.plan, reading.unit, duty), 0, title.whens[0])
        return
    periodic = [
        make_duty(
            reading, clause, before, stretch=(_phrase(reading, clause, cycle), clause.end), when=None, cycle=cycle
        )
        for cycle in recurring(reading, clause)
    ]
    yield from (d for d in periodic if d)
    handed = None if periodic else handed_over(reading.masked, clause)
    if handed is not None and (duty := _undated(reading, clause, before, handed)):
        yield duty


def _phrase(reading: Reading, clause: Clause, cycle: Cycle) -> int:
    """Where the words that recur begin: after the last comma, when a verb of their own stands there."""
    comma = reading.masked.rfind(", ", clause.start, cycle.start)
    behind = reading.masked[comma + 2 : clause.end].lstrip(" ,")
    at_once = not reading.masked[comma + 2 : cycle.start].strip() and NEXT_VERB.match(behind)
    own = comma > 0 and (MAIN_AT_END.match(behind) or at_once)
    return comma + 2 if own else clause.start


def _undated(reading: Reading, clause: Clause, before: str | None, handed: int) -> Deadline | None:
    """A duty to hand something over; what else the same sentence asks for before it belongs to it when near."""
    begins = first_verb(reading.masked, clause.start, clause.end)
    near = begins is not None and handed - begins <= _NEAR
    start = clause.start if near else handed
    verb = None if VERB_START.match(reading.masked, handed) else handed  # "phản ánh về ..." is one here alone
    duty = make_duty(reading, clause, before, stretch=(start, clause.end), when=None, cycle=None, verb=verb)
    route = find_route(reading.masked, handed, clause.end)
    if duty is None:
        return None
    stop = min((at for at in route.starts if at > handed), default=clause.end)
    covered = covered_period(reading.text, start, stop, duty.recurrence)
    no_day = next(iter(impossible_dates(reading.text[clause.start : clause.end])), None)
    duty = _folded(replace(duty, to=route.to, via=route.via, period=covered, stated=no_day))
    registers = duty.who is not None and re.search(r"(?<!\w)đăng ký(?!\w)", duty.what, re.IGNORECASE)
    bounded = no_day is not None and not no_day.lower().startswith("ngày")
    mailed = duty.channel and _SENDS.match(reading.masked, handed)
    sent = duty.to or (mailed and not _NOT.search(reading.masked, clause.start, clause.end))
    return duty if sent or duty.folded_into or bounded or registers else None


def _folded(duty: Deadline) -> Deadline:
    """Part of a periodic report recurs with it."""
    if duty.folded_into is None or duty.recurrence is not None:
        return duty
    found = re.search(
        r"(?<!\w)(?:0?6 tháng|9 tháng|tháng|quý|năm|định kỳ)(?!\w|\s*\d)", duty.folded_into, re.IGNORECASE
    )
    return replace(duty, recurrence=found.group().lower().lstrip("0")) if found else duty


def _dated(reading: Reading, clause: Clause, bound: list[When], before: str | None) -> Iterator[Deadline]:
    end = clause.start
    for index, when in enumerate(bound):
        start = after_last_duty(reading, clause, bound, index)
        start = max(start, end) if index and bound[index - 1].end < end < when.start else start
        end = before_next_duty(reading, start, when, bound[index + 1]) if index + 1 < len(bound) else clause.end
        for cycle in _cycles_of(reading, clause, bound, index):
            duty = make_duty(reading, clause, before, stretch=(start, end), when=when, cycle=cycle)
            if duty:
                told = duty.recurrence or (duty.period and len(bound) == 1)
                covered = None if told else period_in_turn(reading, clause, bound, index)
                yield replace(duty, period=covered) if covered else duty


def _cycles_of(reading: Reading, clause: Clause, bound: list[When], index: int) -> list[Cycle | None]:
    """The periods that a date is for: those just before it, one each when a list of dates follows a list of periods."""
    when = bound[index]
    if when.recurrence:
        return [None]
    low = bound[index - 1].start if index else clause.start
    inside = [c for c in reading.cycles if clause.start <= c.start < clause.end and c.unit != "định kỳ"]
    if index and bound[index - 1].recurrence:  # "vào ngày 20 hằng tháng, sơ kết trước ngày 15/6"
        inside = [c for c in inside if not bound[index - 1].start <= c.start < bound[index - 1].end]
    if when.within:
        inside = [c for c in inside if not is_so_many(reading.text, c)]
    just_before = [c for c in inside if low < c.end <= when.start or (index == 0 and c.end <= when.start)]
    if len(just_before) == len(bound) > 1 and index == 0:
        return [just_before[0]]
    if not just_before and index and (earlier := [c for c in inside if c.end <= bound[0].start]):
        return [earlier[index] if len(earlier) == len(bound) else earlier[-1]]
    if not just_before:
        after = [c for c in inside if c.start >= when.end and when.within is None]
        return [after[0]] if after and len(bound) == 1 else [None]
    return list(just_before)
