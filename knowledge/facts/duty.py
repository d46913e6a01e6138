"""One duty of a clause at one time: the verb, object, actor and route of the time's own stretch."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.facts.actors import (
    Subject,
    actor_above,
    actor_label,
    find_subject,
    first_verb,
    named_actor,
    skip_openings,
    topic_at,
)
from knowledge.facts.cycles import Cycle, is_so_many
from knowledge.facts.due import HANDED_TO
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
    of_other_thing,
    of_period,
    sentence_label,
    under_label,
    under_round,
    unworded,
    who_after,
    whole_work,
    works_in_round,
)
from knowledge.facts.lexicon import ACTOR, HAND_OVER, LABEL, OBJECT, OFFICE, TERM, VERB_START
from knowledge.facts.occasions import THROUGHOUT, continues
from knowledge.facts.reading import Clause, cite
from knowledge.facts.routes import Route, find_route
from knowledge.facts.timetable import after_clock
from knowledge.facts.timing import Reading, timed, without_loose_end
from knowledge.facts.whens import When
from knowledge.facts.years import last_recurrence
from knowledge.model import Deadline

_QUOTE_LIMIT = 420
_SENDS = re.compile(r"(?<!\w)(?:gửi|nộp|trình)(?!\w)")
_NEAR_THING = 80
_HEAD = 600  # a sentence's subject stands within its first characters
_PASSIVE = re.compile(r"\s(?:được|phải|cần)\s")
_AIM = re.compile(r"\W*phấn đấu(?:\s+(?:đạt|có|đến|số|tỷ lệ|mức|ít nhất|trên|từ|\d).*)?$", re.IGNORECASE | re.DOTALL)
_REACHES = re.compile(r"đạt\s+(?:[^\W\d]+\s+){0,2}\d", re.IGNORECASE)
_FORM = re.compile(r"\W*ký\W+(?:và )?ghi rõ họ", re.IGNORECASE)
_SO_THAT = re.compile(r"(?<!\w)(?:để|nhằm)\s+(?:được\s+)?$")  # "... trước ngày 20/9 để được hướng dẫn"
_REPORTED = re.compile(r"báo cáo(?: kết quả| tình hình)? $", re.IGNORECASE)
_REPORTED_CHARS = 20  # the longest words it matches
_PURPOSE = re.compile(r"\s(?:để|nhằm)\s")
_FEW = 8  # words of a name
_NO_NAME = re.compile(r"[,;:()\d]|(?<!\w)(?:của|cho|với|được|không|có)(?!\w)")
_NEXT = re.compile(r"\s*(?:,|và|,\s*và|còn)\s+")
_BUT = re.compile(
    r"[,(]\s*(?:(?:riêng|trừ|còn)(?!\w)\s*(?:(?:đối\s+)?với\s+)?|(?:đối\s+)?với\s+)(?P<who>(?:(?:\d{1,3}|hai|ba|bốn)\s+)?)",
    re.IGNORECASE,
)
_BUT_ENDS = re.compile(
    r"\s+(?:thì|được|phải|cần|gửi|nộp|chậm nhất|muộn nhất|hoàn thành|xong|đăng ký|báo cáo)(?!\w)|\s{3}|\s*:",
    re.IGNORECASE,
)
"""Who is set apart from a rule, and where what they do begins."""
_BY = re.compile(r"(?<!\w)do ")
_DONE_BY = re.compile(rf"(?<!\w)được (?=(?:{OFFICE}))")
_HANDS_OVER = re.compile(rf"(?<!\w)(?:{HAND_OVER})(?!\w)", re.IGNORECASE)


def make_duty(
    reading: Reading,
    clause: Clause,
    before: str | None,
    stretch: tuple[int, int],
    when: When | None,
    cycle: Cycle | None,
    verb: int | None = None,
) -> Deadline | None:
    """Return what a stretch of a clause binds somebody to, at its time or period; None where it names no work.

    before: who acts in the clauses before; verb: where the doing begins, when that is known.
    """
    verb = _verb(reading, clause, stretch, when) if verb is None else verb
    route = _route(reading, clause, verb, stretch)
    what = _what(reading, clause, verb, route, when, stretch[1])
    if what is None or _AIM.match(what) or _FORM.match(what):
        return None
    duty = Deadline(
        plan_id=reading.plan.plan_id,
        section=reading.unit.path,
        who=_set_apart(reading, clause, when) or _who(reading, clause, before),
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
    what = of_other_thing(reading, clause, when, in_turn(reading, stretch, when, what))
    return under_round(reading, clause, of_period(reading, clause, when, what))


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
    if whole and whole.verb < limit and VERB_START.match(reading.masked, whole.verb):
        return whole.verb  # "Các xã gửi báo cáo: quý I trước 10/3"
    if (named := _doing_unknown(reading, clause)) and named.verb < when.start:
        return named.verb
    if whole and whole.verb < limit and THROUGHOUT.match(when.within or ""):
        return whole.verb + _blank(
            reading.masked[whole.verb :]
        )  # "Ban Chỉ đạo theo dõi trong suốt quá trình thực hiện, báo cáo ..."
    after = first_verb(reading.masked, whole.end if whole else limit, _end_of_bracket(reading, clause, when))
    if after is None and continues(reading.masked, clause):
        return first_verb(reading.masked, clause.sentence[0], clause.start)
    told = after and (_SO_THAT.search(reading.masked, when.end, after) or who_after(reading, clause))
    return None if told or follows_topic(reading, clause, when) else after


def _blank(words: str) -> int:
    return len(words) - len(words.lstrip(" :,"))


def _end_of_bracket(reading: Reading, clause: Clause, when: When) -> int:
    """Where the bracket closes in which a time stands, else the clause: "02 cuộc (cuộc thứ nhất trong quý II), ..."."""
    topic = topic_at(reading.masked, clause.start, clause.end)
    opened = reading.masked.rfind("(", topic.after, when.start) if topic else -1
    closed = reading.masked.find(")", when.end, clause.end)
    return closed if opened > reading.masked.rfind(")", clause.start, when.start) and closed >= 0 else clause.end


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
    cycles = [c for c in reading.cycles if c.start > verb and c.unit != "định kỳ"]
    rounds = [c.start for c in cycles if not (when and when.within and is_so_many(reading.text, c))]
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
        bare = named_after(reading, clause) or _with_thing(
            reading, clause, verb, bare
        )  # "Khen thưởng năm: gửi về Văn phòng trước ngày 05/12"
    if _REACHES.match(bare) and (about := named_after(reading, clause)):
        bare = f"{about}: {bare}"  # "Giải ngân vốn: đến hết quý II đạt 50%, đến hết quý III đạt 75%"
    if len(bare.split()) == 1 and start == verb:
        bare = _with_thing(reading, clause, verb, bare)
        if " " not in bare and (topic := topic_at(reading.masked, clause.start, clause.end)) and topic.after < verb:
            near = max(reading.masked.rfind(mark, topic.after, verb) + 1 for mark in ",;")
            words = " ".join(reading.text[max(near, topic.after) : verb].split())
            bare = f"{reading.text[topic.start : topic.end]}: {words} {bare}" if words else bare
    return whole_work(reading, clause, start, words.strip(" ,;:.") if passive else bare)


def _with_thing(reading: Reading, clause: Clause, verb: int, done: str) -> str:
    """Return a doing that says little by itself with the thing that its sentence begins with: "Hộp thư góp ý mở"."""
    acts = find_subject(reading.masked, clause.start, clause.end) or actor_label(reading.masked, clause.start, verb)
    if acts:
        words = reading.text[acts.verb : verb].strip(" :")
        timed = any(acts.verb <= when.start < verb for when in reading.whens)
        return f"{words} {done}" if acts.verb < verb and words and not timed and len(words) < _NEAR_THING else done
    start = skip_openings(reading.masked, clause.start, clause.end)
    words = reading.text[start:verb].strip(" ,:")
    opens = start < verb and reading.text[start].isupper() and ACTOR.match(reading.masked, start) is None
    timed = any(start <= when.start < verb for when in reading.whens)
    return f"{words} {done}" if opens and words and not timed and len(words) < _NEAR_THING else done


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
    own = subject_of(reading, clause)
    if own:
        return own
    if named := who_after(reading, clause):
        return named
    if agent := _agent(reading, clause):
        return agent
    head = find_subject(reading.masked, clause.sentence[0], min(clause.sentence[1], clause.sentence[0] + _HEAD))
    if head and head.start < clause.start:
        return _clean(reading.text[head.start : head.end])
    thing = _names_thing(reading, clause) and _SENDS.search(reading.masked, clause.start, clause.end) is None
    return (None if thing else before) or actor_above(reading.unit)


def _set_apart(reading: Reading, clause: Clause, when: When | None) -> str | None:
    """Who has another time than the rest of a clause: "trước ngày 30/9 (đối với các xã vùng cao lùi đến ...)"."""
    earlier = [w.end for w in reading.whens if when and clause.start <= w.start < when.start]
    if when is None or not earlier:
        return None
    own = find_subject(reading.masked, max(earlier), when.start)
    if own and _NEXT.fullmatch(reading.masked, max(earlier), own.start) and own.verb < when.start:
        return _clean(reading.text[own.start : own.end])  # "các trường nộp ngày 10/6, các xã nộp ngày 13/6"
    if named := _bare_actor(reading, max(earlier), when.start):
        return named
    but = _BUT.search(reading.masked, max(earlier), when.start)
    ends = _BUT_ENDS.search(reading.masked, but.end(), when.end) if but else None
    acts = but is not None and ACTOR.match(reading.masked, but.end()) is not None
    return _clean(reading.text[but.start("who") : ends.start()]) if but and ends and acts else None


def _bare_actor(reading: Reading, start: int, end: int) -> str | None:
    """Who is named between two times and nothing else: "cấp cơ sở sơ kết trước 15/6, cấp cụm trước 25/6"."""
    words = _bare_words(reading, start, end)
    return _clean(words) if len(words.split()) > 1 and ACTOR.match(words) else None


def _bare_words(reading: Reading, start: int, end: int) -> str:
    """The name that stands between two times, "" where there is more than one."""
    after = _NEXT.match(reading.masked, start, end)
    words = without_loose_end(reading.text[after.end() : end]) if after else ""
    named = len(words.split()) <= _FEW and not _NO_NAME.search(words) and first_verb(words, 0, len(words)) is None
    return words if named else ""


def _agent(reading: Reading, clause: Clause) -> str | None:
    """Who does what a clause about a thing says: "Việc điều chỉnh do Sở Nội vụ trình Chủ tịch trước ngày ..."."""
    start = skip_openings(reading.masked, clause.start, clause.end)
    by = _BY.search(reading.masked, start, clause.end) if OBJECT.match(reading.masked, start) else None
    if by is None and find_subject(reading.masked, clause.start, clause.end) is None:
        passive = _DONE_BY.search(reading.masked, start, clause.end)  # "Mọi thay đổi được Ban Tổ chức thông báo"
        by = passive if passive and first_verb(reading.masked, start, passive.start()) is None else None
    subject = find_subject(reading.masked, by.end(), clause.end) if by else None
    acts = subject and by and subject.start == by.end() and VERB_START.match(reading.masked, subject.verb)
    return _clean(reading.text[subject.start : subject.end]) if subject and acts else None


def _names_thing(reading: Reading, clause: Clause) -> bool:
    """Tell whether a sentence begins with a thing, so that it goes on about no one: "Tiền thưởng chuyển khoản ..."."""
    start = skip_openings(reading.masked, *clause.sentence)
    opens = clause.start == clause.sentence[0] and reading.masked[start : start + 1].isupper()
    opens = opens and LABEL.match(reading.masked, start) is None
    return opens and VERB_START.match(reading.masked, start) is None and OBJECT.match(reading.masked, start) is None


def subject_of(reading: Reading, clause: Clause) -> str | None:
    """Return who a clause itself says acts: before its verb, or before a label's colon."""
    subject = _doing_unknown(reading, clause) or find_subject(reading.masked, clause.start, clause.end)
    subject = subject or under_label(reading, clause) or actor_label(reading.masked, clause.start, clause.end)
    return _clean(reading.text[subject.start : subject.end]) if subject else None


def _doing_unknown(reading: Reading, clause: Clause) -> Subject | None:
    """The office that a clause begins with, where what it does is no verb that is known and has a time."""
    if actor_label(reading.masked, clause.start, clause.end):
        return None
    named = named_actor(reading.masked, clause.start, clause.end)
    timed = any(named and named.verb < when.start < clause.end for when in reading.whens)
    return named if timed and first_verb(reading.masked, clause.start, clause.end) is None else None


def _clean(words: str) -> str | None:
    return words.strip(" ,;:.–-") or None
