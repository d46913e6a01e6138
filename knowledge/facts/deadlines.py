"""Duties with their time: every date, term and period that binds somebody to report, send, register or finish.

Clause by clause: times are found and blanked out, dates that bind nobody (of cited documents, anniversaries, the past)
are set aside, and each remaining time takes the verb, subject and route of its own stretch of the clause. A clause
without a date yields its recurring duties ("định kỳ hằng quý ... báo cáo") and its duties to report to somebody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.facts.actors import actor_above, actor_label, find_subject, first_verb, skip_openings
from knowledge.facts.covered import covered_period
from knowledge.facts.cycles import Cycle
from knowledge.facts.due import HANDED_TO
from knowledge.facts.exceptions import apart, like_its_rule, opens_exception, stands_alone, told_apart, with_exception
from knowledge.facts.in_common import in_item, in_sentence
from knowledge.facts.labels import (
    content_of,
    ends_with_round,
    follows_topic,
    for_round,
    in_turn,
    labelled,
    listed,
    name_of_round,
    named_after,
    of_period,
    sentence_label,
    time_title,
    under_label,
    under_round,
    unworded,
    who_after,
    whole_work,
    works_in_round,
)
from knowledge.facts.lexicon import HAND_OVER, HOST, LABEL, OBJECT, TERM, VERB_START
from knowledge.facts.occasions import binds, continues, joined_stretches, of_lists, without_start
from knowledge.facts.reading import Clause, Unit, cite, is_blank, sentences, units
from knowledge.facts.routes import Route, find_route
from knowledge.facts.row_duties import actor_of, duties_of_row, headed, is_time
from knowledge.facts.sharing import after_last_duty, before_next_duty, is_round_of_next, period_in_turn, with_recurrence
from knowledge.facts.timetable import after_clock, of_unit, under_title
from knowledge.facts.timing import Reading, read_times, timed, without_loose_end
from knowledge.facts.undated import MAIN_AT_END, handed_over, hands_over, recurring
from knowledge.facts.voided import is_void
from knowledge.facts.whens import When
from knowledge.facts.years import last_recurrence
from knowledge.model import Deadline, Plan, SectionKind
from knowledge.parsing.dates import impossible_dates

_QUOTE_LIMIT = 420
_NEAR = 150
_HEAD = 600  # a sentence's subject stands within its first characters
_PASSIVE = re.compile(r"\s(?:được|phải|cần)\s")
_SENDS = re.compile(r"(?:gửi|nộp|báo cáo)(?!\w)", re.IGNORECASE)
_AIM = re.compile(r"\W*phấn đấu(?:\s+(?:đạt|có|đến|số|tỷ lệ|mức|ít nhất|trên|từ|\d).*)?$", re.IGNORECASE | re.DOTALL)
_REACHES = re.compile(r"đạt\s+(?:[^\W\d]+\s+){0,2}\d", re.IGNORECASE)
_FORM = re.compile(r"\W*ký\W+(?:và )?ghi rõ họ", re.IGNORECASE)
_SO_THAT = re.compile(r"(?<!\w)(?:để|nhằm)\s+(?:được\s+)?$")  # "... trước ngày 20/9 để được hướng dẫn"
_NOT = re.compile(r"(?<!\w)không(?!\w)", re.IGNORECASE)
_REPORTED = re.compile(r"báo cáo(?: kết quả| tình hình)? $", re.IGNORECASE)
_REPORTED_CHARS = 20  # the longest words it matches
_PURPOSE = re.compile(r"\s(?:để|nhằm)\s")
_BY = re.compile(r"(?<!\w)do ")
_HANDS_OVER = re.compile(rf"(?<!\w)(?:{HAND_OVER})(?!\w)", re.IGNORECASE)


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


# ------------------------------------------------------------------------------------------------------- a unit


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
        subject = subject if excepted or (subject and _helps(own, clause)) else _subject(own, clause) or subject
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
        duty = _make(reading, clause, before, stretch=(clause.start, clause.end), when=None, cycle=None)
        if duty:
            yield timed(title, under_title(reading.plan, reading.unit, duty), 0, title.whens[0])
        return
    periodic = [
        _make(reading, clause, before, stretch=(_phrase(reading, clause, cycle), clause.end), when=None, cycle=cycle)
        for cycle in recurring(reading, clause)
    ]
    yield from (d for d in periodic if d)
    handed = None if periodic else handed_over(reading.masked, clause)
    if handed is not None and (duty := _undated(reading, clause, before, handed)):
        yield duty


def _phrase(reading: Reading, clause: Clause, cycle: Cycle) -> int:
    """Where the words that recur begin: after the last comma, when a verb of their own stands there."""
    comma = reading.masked.rfind(", ", clause.start, cycle.start)
    own = comma > 0 and MAIN_AT_END.match(reading.masked, comma + 2)
    return comma + 2 if own else clause.start


def _undated(reading: Reading, clause: Clause, before: str | None, handed: int) -> Deadline | None:
    """A duty to hand something over; what else the same sentence asks for before it belongs to it when near."""
    begins = first_verb(reading.masked, clause.start, clause.end)
    near = begins is not None and handed - begins <= _NEAR
    start = clause.start if near else handed
    verb = None if VERB_START.match(reading.masked, handed) else handed  # "phản ánh về ..." is one here alone
    duty = _make(reading, clause, before, stretch=(start, clause.end), when=None, cycle=None, verb=verb)
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
            duty = _make(reading, clause, before, stretch=(start, end), when=when, cycle=cycle)
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
    just_before = [c for c in inside if low < c.end <= when.start or (index == 0 and c.end <= when.start)]
    if len(just_before) == len(bound) > 1 and index == 0:
        return [just_before[0]]
    if not just_before and index and (earlier := [c for c in inside if c.end <= bound[0].start]):
        return [earlier[index] if len(earlier) == len(bound) else earlier[-1]]
    if not just_before:
        after = [c for c in inside if c.start >= when.end and when.within is None]
        return [after[0]] if after and len(bound) == 1 else [None]
    return list(just_before)


# ------------------------------------------------------------------------------------------------------- a duty


def _make(
    reading: Reading,
    clause: Clause,
    before: str | None,
    stretch: tuple[int, int],
    when: When | None,
    cycle: Cycle | None,
    verb: int | None = None,
) -> Deadline | None:
    verb = _verb(reading, clause, stretch, when) if verb is None else verb
    route = _route(reading, clause, verb, stretch)
    what = _what(reading, clause, verb, route, when, stretch[1])
    if what is None or _AIM.match(what) or _FORM.match(what):
        return None
    duty = Deadline(
        plan_id=reading.plan.plan_id,
        section=reading.unit.path,
        who=_who(reading, clause, before),
        what=_named(reading, clause, stretch, when, what) if when else what,
        to=route.to,
        via=route.via,
        channel=route.channel,
        format=route.format,
        folded_into=route.folded_into,
        recurrence=(when.recurrence if when else None) or (cycle.unit if cycle else None),
        citations=cite(reading.plan, reading.unit, *_evidence(clause)),
    )
    return timed(reading, duty, stretch[0], when) if when else replace(duty, until=last_recurrence(reading.plan, duty))


def _named(reading: Reading, clause: Clause, stretch: tuple[int, int], when: When, what: str) -> str:
    """What is done with the turn, the period or the round that tells it apart from what is done at other times."""
    return under_round(reading, clause, of_period(reading, clause, when, in_turn(reading, stretch, when, what)))


def _evidence(clause: Clause) -> tuple[int, int]:
    start, end = clause.sentence
    return (start, end) if end - start <= _QUOTE_LIMIT else (clause.start, clause.end)


def _verb(reading: Reading, clause: Clause, stretch: tuple[int, int], when: When | None) -> int | None:
    """Where the duty begins: the first verb of the stretch before the date, else of the clause, else after the date."""
    whole = find_subject(reading.masked, clause.start, clause.end)
    if when and (own := _behind(reading, clause, when)) is not None:
        return own
    limit = when.start if when else clause.end
    starts = [stretch[0]] if stretch[0] > clause.start else []
    for start in (*starts, whole.end if whole else clause.start):
        verb = first_verb(reading.masked, start, limit)
        if verb is not None:
            return verb
    if not when:
        return None
    after = first_verb(reading.masked, whole.end if whole else limit, clause.end)
    if after is None and continues(reading.masked, clause):
        return first_verb(reading.masked, clause.sentence[0], clause.start)
    told = after and (_SO_THAT.search(reading.masked, when.end, after) or who_after(reading, clause))
    return None if told or follows_topic(reading, clause, when) else after


def _behind(reading: Reading, clause: Clause, when: When) -> int | None:
    """Return the verb right behind a time that opens a part of its own after others: "đến hết quý II đạt 50%, đến hết
    quý III đạt 75%"."""
    opens = reading.masked[clause.start : when.start].rstrip().endswith(",")
    verb = first_verb(reading.masked, when.end, clause.end)
    return verb if opens and verb is not None and not reading.masked[when.end : verb].strip() else None


def _route(reading: Reading, clause: Clause, verb: int | None, stretch: tuple[int, int]) -> Route:
    start = clause.start if verb is None else min(verb, stretch[1])
    if start >= stretch[1]:  # the dates stand before what is done
        return find_route(reading.masked, clause.start if verb is None else verb, clause.end)
    near = find_route(reading.masked, start, stretch[1])
    if not _HANDS_OVER.search(reading.masked, start, stretch[1]):
        return near
    far = find_route(reading.masked, max(clause.start, stretch[0] - _HEAD), min(clause.end, stretch[1] + _HEAD))
    return replace(
        near,
        to=near.to or far.to,
        via=near.via or far.via,
        channel=near.channel or far.channel,
        format=near.format or far.format,
        folded_into=near.folded_into or far.folded_into,
    )


def _what(reading: Reading, clause: Clause, verb: int | None, route: Route, when: When | None, stop: int) -> str | None:
    label = sentence_label(reading, clause, when)
    if label and when and (name := name_of_round(reading, clause, when)):
        return f"{label}: {name}"
    if label and when and (work := works_in_round(reading, clause, when)) is not None:
        return f"{label}: {_done(reading, clause, work, route, when)}"
    if label and when:
        return for_round(reading, content_of(reading, clause, when), label) or listed(reading, clause, when, label)
    opening = skip_openings(reading.masked, clause.start, clause.end)
    if when and TERM.fullmatch(reading.text, opening, when.start):
        return labelled(reading, reading.text[opening : when.start].strip())
    if verb is None:
        words = reading.text[clause.start : clause.end]
        return unworded(reading, clause, when) if when else after_clock(words) or named_after(reading, clause)
    return _done(reading, clause, verb, route, when, stop)


def _done(
    reading: Reading, clause: Clause, verb: int, route: Route, when: When | None, stop: int | None = None
) -> str | None:
    start = _object_before(reading, clause, verb)
    cuts = [at for at in route.starts if at > verb + 3]
    if colon := re.compile(r":\s*[^:]{0,12}$").search(
        reading.text, verb, min([*cuts, _next_time(reading, verb, when)])
    ):
        cuts.append(colon.start())
    rounds = [c.start for c in reading.cycles if c.start > verb and c.unit != "định kỳ"]
    cuts += rounds
    purpose = re.compile(r"\s(?:để|nhằm)\s|\s\(|:\s*$").search(reading.masked, verb, clause.end)
    limits = [_next_time(reading, verb, when), max(clause.end, verb + 1)]
    limits += [stop] if stop and stop > verb else []
    end = min([*cuts, *limits, *([purpose.start()] if purpose else [])])
    if len(reading.text[start:end].split()) <= 2 and (when or not ends_with_round(reading, start, end)):
        # "Báo cáo [Ban Chỉ đạo] về kết quả ...": the object follows
        aim = None if when else _PURPOSE.search(reading.masked, end, clause.end)
        end = min([*limits, *(at for at in rounds if at > end), *([aim.start()] if aim else [])])
    words = reading.text[start:end]
    bare = without_loose_end(words)
    passive = bare.lower().endswith("được")  # "Biên bản phải được gửi [về ...]" keeps its verb
    if route.to and (handed := HANDED_TO.match(bare)) and bare[handed.end() :] == route.to:
        bare = named_after(reading, clause) or bare  # "Khen thưởng năm: gửi về Văn phòng trước ngày 05/12"
    if _REACHES.match(bare) and (about := named_after(reading, clause)):
        bare = f"{about}: {bare}"  # "Giải ngân vốn: đến hết quý II đạt 50%, đến hết quý III đạt 75%"
    return whole_work(reading, clause, start, words.strip(" ,;:.") if passive else bare)


def _next_time(reading: Reading, verb: int, own: When | None) -> int:
    """Where the first time behind a verb begins, or the text ends; the month that a report is of is none: "báo cáo
    tháng 12"."""
    after = (w.start for w in reading.whens if w.start > verb and (w is own or not _is_reported(reading, w.start)))
    return next(after, len(reading.text))


def _is_reported(reading: Reading, at: int) -> bool:
    return _REPORTED.search(reading.text, max(0, at - _REPORTED_CHARS), at) is not None


def _object_before(reading: Reading, clause: Clause, verb: int) -> int:
    """Where "Hồ sơ đề nghị khen thưởng gửi về ..." begins: the thing that is sent belongs to the duty."""
    subject = find_subject(reading.masked, clause.start, clause.end)
    start = skip_openings(reading.masked, clause.start, clause.end)
    if subject is not None or start >= verb or any(start <= w.start and w.end <= verb for w in reading.whens):
        return verb
    passive = _PASSIVE.search(reading.masked, start, verb) and reading.masked[start : start + 1].isupper()
    return start if passive or OBJECT.match(reading.masked, start) else verb


def _who(reading: Reading, clause: Clause, before: str | None) -> str | None:
    own = _subject(reading, clause)
    if own:
        return own
    if named := who_after(reading, clause):
        return named
    if agent := _agent(reading, clause):
        return agent
    head = find_subject(reading.masked, clause.sentence[0], min(clause.sentence[1], clause.sentence[0] + _HEAD))
    if head and head.start < clause.start:
        return _clean(reading.text[head.start : head.end])
    return (None if _names_thing(reading, clause) else before) or actor_above(reading.unit)


def _agent(reading: Reading, clause: Clause) -> str | None:
    """Who does what a clause about a thing says: "Việc điều chỉnh do Sở Nội vụ trình Chủ tịch trước ngày ..."."""
    start = skip_openings(reading.masked, clause.start, clause.end)
    by = _BY.search(reading.masked, start, clause.end) if OBJECT.match(reading.masked, start) else None
    subject = find_subject(reading.masked, by.end(), clause.end) if by else None
    acts = subject and by and subject.start == by.end() and VERB_START.match(reading.masked, subject.verb)
    return _clean(reading.text[subject.start : subject.end]) if subject and acts else None


def _names_thing(reading: Reading, clause: Clause) -> bool:
    """Tell whether a sentence begins with a thing, so that it goes on about no one: "Tiền thưởng chuyển khoản ..."."""
    start = skip_openings(reading.masked, *clause.sentence)
    opens = clause.start == clause.sentence[0] and reading.masked[start : start + 1].isupper()
    opens = opens and LABEL.match(reading.masked, start) is None
    return opens and VERB_START.match(reading.masked, start) is None and OBJECT.match(reading.masked, start) is None


def _subject(reading: Reading, clause: Clause) -> str | None:
    subject = find_subject(reading.masked, clause.start, clause.end) or under_label(reading, clause)
    subject = subject or actor_label(reading.masked, clause.start, clause.end)
    return _clean(reading.text[subject.start : subject.end]) if subject else None


def _clean(words: str) -> str | None:
    return words.strip(" ,;:.–-") or None
