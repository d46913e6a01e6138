"""Exceptions to a rule: "trường hợp đặc biệt không quá 10/8", "riêng khối 9 ...", "trùng ngày nghỉ thì ...", and rounds
of what recurs that are told apart: "(trừ các tháng cuối quý)", "riêng tháng 6 và tháng 12 ..."."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from knowledge.facts.actors import blank, find_subject, first_verb
from knowledge.facts.lexicon import ACTOR, OBJECT
from knowledge.facts.reading import Clause, clauses
from knowledge.facts.timing import Reading, timed, with_times
from knowledge.facts.whens import When
from knowledge.model import Deadline

_CASE = (
    r"(?:trong\s+)?(?:trường hợp|nếu)\s+(?:đặc biệt|khó khăn|phức tạp|bất khả kháng|cần thiết|có lý do|vì lý do|do"
    r"|trùng|cần)(?!\w)"
    r"|(?:trong\s+)?trường hợp\s[^,;:.]{2,80}?\s(?:được\s+)?(?:gia hạn|kéo dài|lùi|chậm nhất|không quá)(?!\w)"
    r"|trùng\s+(?:vào\s+)?(?:ngày nghỉ|ngày lễ|thứ bảy|chủ nhật)|trừ\s+(?:trường hợp|khi)"
)
_BUT = r"(?:riêng|(?:ngoại\s+)?trừ|không\s+(?:tính|kể|bao\s+gồm))"
_INSTEAD = r"(?<!\w)(?:không|thay|lồng ghép|lồng|gộp|ghép|chung|cùng|kết hợp)(?!\w)"


def _round(name: str) -> str:
    """Some of the rounds in which a duty recurs; name: of the group that holds what they are."""
    return (
        rf"(?:(?:các|những|kỳ|báo cáo|của|vào|trong)\s+){{0,4}}(?P<{name}>tuần|tháng|quý)\s+"
        r"(?:cuối(?:\s+(?:của|các|mỗi|từng|hằng|hàng|tháng|quý|năm)){0,3}|thứ|0?[1-9]|1[0-2]|IV|I{1,3})(?!\w)"
    )


_ROUNDS_WITHIN = re.compile(
    rf"[\s,;(–-]+(?P<rounds>{_BUT}\s+(?:(?:đối\s+)?với\s+)?{_round('unit')}|{_round('each')}(?=\s+(?:được\s+)?{_INSTEAD}))",
    re.IGNORECASE,
)
_WITHIN = re.compile(rf"[,;(]\s*(?:{_CASE})", re.IGNORECASE)
_OPENS = re.compile(
    rf"[\s,;:(–-]*(?:(?P<but>{_BUT}\s+)?(?:(?:đối\s+)?với\s+|trường hợp\s+)?{_round('unit')}"
    rf"|(?P<own>riêng)(?!\w)|{_CASE})",
    re.IGNORECASE,
)
_OF_SOME = re.compile(r"[\s,;:(–-]*(?P<word>riêng\s+(?:\d{1,3}\s+)?)", re.IGNORECASE)
"""What stands before those whom an exception is for: "riêng khối 9 ...", "riêng 03 khóm mới nhập ..."."""
_SOME = re.compile(r",\s+(?P<word>riêng\s+(?:\d{1,3}\s+)?)", re.IGNORECASE)
_SENDS = re.compile(r"(?:gửi|nộp|báo cáo|đăng ký)(?!\w)", re.IGNORECASE)
_LIKEWISE = re.compile(r"(?:được\s+)?(?:\w+|thực hiện|gia hạn|hoàn thành|tổ chức|báo cáo|đăng ký)", re.IGNORECASE)
"""An exception's work that is its rule's."""
_OTHERWISE = re.compile(_INSTEAD, re.IGNORECASE)


def told_apart(reading: Reading) -> Iterator[tuple[Reading, Clause, list[When]]]:
    """Yield each clause of a text with the times in it, then the rounds that it excepts as a clause of their own."""
    parts = [part for clause in clauses(reading.text) for part in _some_apart(reading, clause)]
    for clause, inside in with_times(parts, reading.whens):
        some = _OF_SOME.match(reading.masked, clause.start, clause.end)
        own = replace(reading, masked=blank(reading.masked, [some.span("word")])) if some else reading
        named = some and (some_of(reading.masked, some.end(), clause.end) for some_of in (ACTOR.match, OBJECT.match))
        yield from _rounds_apart(own if named and any(named) else reading, clause, inside)


def _some_apart(reading: Reading, clause: Clause) -> Iterator[Clause]:
    """Yield a clause, and what it says behind its own of some others: "gửi Văn phòng, riêng Cụm 4 gửi bản giấy"."""
    for match in _SOME.finditer(reading.masked, clause.start, clause.end):
        acts = ACTOR.match(reading.masked, match.end()) and find_subject(reading.masked, match.end(), clause.end)
        own = first_verb(reading.masked, clause.start, match.start()) is not None
        opened = reading.masked.count("(", clause.start, match.start()) > reading.masked.count(
            ")", clause.start, match.start()
        )
        timed = any(match.end() < when.point < clause.end for when in reading.whens)
        if acts and own and timed and not opened:
            yield Clause(clause.start, match.start(), clause.sentence)
            yield Clause(match.start("word"), clause.end, clause.sentence)
            return
    yield clause


def _rounds_apart(reading: Reading, clause: Clause, inside: list[When]) -> Iterator[tuple[Reading, Clause, list[When]]]:
    match = _ROUNDS_WITHIN.search(reading.text, clause.start, clause.end)
    opened = _OPENS.match(reading.text, clause.start, clause.end)
    if match is None or (opened and opened["unit"]):
        yield reading, clause, inside
        return
    end = _end_of(reading, clause, match, inside)
    span = (match.start(), min(end + 1, clause.end))
    rule = replace(
        reading,
        text=blank(reading.text, [span]),
        masked=blank(reading.masked, [span]),
        cycles=tuple(cycle for cycle in reading.cycles if not span[0] <= cycle.start < end),
    )
    yield rule, clause, [when for when in inside if not span[0] <= when.point < end]
    own = [_each_quarter(match["rounds"], when) for when in inside if span[0] <= when.point < end]
    aside = replace(reading, masked=blank(reading.masked, [match.span("rounds")]))
    yield aside, Clause(match.start("rounds"), end, clause.sentence), own


def _end_of(reading: Reading, clause: Clause, rounds: re.Match[str], inside: Sequence[When]) -> int:
    """Where the words end that except rounds: at their bracket, or behind their day when what is done follows it."""
    if "(" in rounds[0][:2]:
        end = reading.text.find(")", rounds.end(), clause.end)
    elif first_verb(reading.masked, clause.start, rounds.start()) is None:
        day = max((when.end for when in inside if _names_day(when) and when.point > rounds.end()), default=clause.end)
        end = reading.text.find(",", day, clause.end)
    else:
        end = -1
    return clause.end if end < 0 else end


def _names_day(when: When) -> bool:
    return when.parts.day is not None or when.within is not None


def _each_quarter(rounds: str, when: When) -> When:
    """A day of "tháng cuối quý" comes four times a year, though the rule's comes every month."""
    return replace(when, recurrence="quý") if when.recurrence and rounds.endswith("quý") else when


def apart(text: str, clause: Clause, bound: Sequence[When]) -> tuple[list[When], str | None]:
    """Return the times of a clause that are its rule's, and the words of the exception that the clause ends with."""
    for index, when in enumerate(bound):
        match = _WITHIN.search(text, when.end, bound[index + 1].start if index + 1 < len(bound) else clause.end)
        if match:
            return list(bound[: index + 1]), text[match.start() : clause.end].strip(" ,;:.(")
    return list(bound), None


def opens_exception(text: str, clause: Clause, rules: Sequence[Deadline], *, follows: bool) -> bool:
    """Tell whether a clause is an exception to one of these rules. follows: the clause before it holds the last."""
    match = _OPENS.match(text, clause.start, clause.end)
    if match is None or not match["unit"]:
        return match is not None and follows
    recurs = any(rule.recurrence == match["unit"].lower() for rule in rules)
    return recurs and bool(match["but"] or _OTHERWISE.search(text, match.end(), clause.end))


def stands_alone(text: str, clause: Clause, inside: Sequence[When]) -> bool:
    """Tell whether a clause that is an exception is a duty of its own as well: "riêng năm 2026, đăng ký trước ...";
    that of some rounds is one where it has a day."""
    match = _OPENS.match(text, clause.start, clause.end)
    if match is None or not match["unit"]:
        return match is not None and match["own"] is not None
    return any(_names_day(when) for when in inside)


def with_exception(duties: Sequence[Deadline], words: str) -> list[Deadline]:
    """Bind an exception to the last of the duties, one of some rounds to the last that recurs so."""
    match = _OPENS.match(words)
    unit = match["unit"].lower() if match and match["unit"] else None
    recurring = [duty for duty in duties if unit and duty.recurrence == unit]
    last = next(reversed(recurring or [duty for duty in duties if duty.stated]), None)
    if last is None:
        return list(duties)
    told = f"{last.exception}; {words}" if last.exception else words
    return [replace(duty, exception=told) if duty is last else duty for duty in duties]


def like_its_rule(
    reading: Reading, clause: Clause, inside: Sequence[When], rule: Deadline, asked: Iterable[Deadline]
) -> Iterator[Deadline]:
    """Yield what an exception asks for by itself, filled up from its rule: "riêng tháng cuối quý gửi trước ngày 15"."""
    match = _OPENS.match(reading.text, clause.start, clause.end)
    if match and match["unit"] and first_verb(reading.masked, clause.start, clause.end) is None:
        for when in filter(_names_day, inside):
            yield timed(reading, replace(rule, exception=None, recurrence=when.recurrence), when.start, when)
        return
    subject = find_subject(reading.masked, clause.start, clause.end)
    said = reading.text[subject.end : inside[0].start].strip(" ,:") if subject and inside else ""
    for duty in asked:
        if _LIKEWISE.fullmatch(said) or _LIKEWISE.fullmatch(duty.what):
            duty = replace(duty, what=rule.what, to=duty.to or rule.to, period=rule.period)
        yield replace(duty, to=rule.to) if duty.to is None and _SENDS.match(duty.what) else duty
