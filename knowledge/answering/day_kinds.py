"""Claims about the kind of a day, settled by the calendar: "có rơi vào ngày nghỉ không", "có phải thứ Sáu không".

The day is the one that the question names with its year, or the one of the duty that is meant.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from knowledge.answering.case import Case, duties_in, part, quoted
from knowledge.answering.due import advice, what, when
from knowledge.answering.duties import fits
from knowledge.answering.present import date_text, digits, sentence_case
from knowledge.answering.wording import Wording
from knowledge.facts import due_date
from knowledge.model import AnswerPart, Attribute, Deadline, Query, UnitKind
from knowledge.patterns import later
from knowledge.text import fold
from knowledge.workdays import DayOff, day_off

LIKELY = 0.4
"""Sureness from which the best unit is quoted beside a day that the question names."""
_WEEKEND = 5
_OFF, _WORKED, _ENDS, _HOLIDAY = "off", "worked", "weekend", "holiday"
_NAMES = {
    _HOLIDAY: "ngay (?:nghi )?le(?: tet)?(?= (?:khong|phai|dung|hay|nao|nua|gi|a|chu)\\b)|nghi le|"
    "public holiday|holiday",
    _OFF: "ngay nghi|day off|non-working day",
    _WORKED: "ngay lam viec|ngay di lam|working day|workday|business day",
    _ENDS: "cuoi tuan|weekend",
    "0": "thu (?:hai|2)|monday",
    "1": "thu (?:ba|3)|tuesday",
    "2": "thu (?:tu|4)|wednesday",
    "3": "thu (?:nam|5)|thursday",
    "4": "thu (?:sau|6)|friday",
    "5": "thu (?:bay|7)|saturday",
    "6": "chu nhat|sunday",
}
_KIND = "|".join(f"(?P<k{at}>{names})" for at, names in enumerate(_NAMES.values()))
_CLAIM = later(
    r"\b(?:roi|trung|nham|phai|la|dung)(?: (?:vao|phai|la|ngay|dip|mot))*? "
    rf"(?:{_KIND})\b(?! (?:tuan|nay|toi|sau)\b).*\b(?:khong|ko|hong|chu|ha|a|nhi)\b"
    r"|\b(?:is|does|do|will)\b.*\b(?:on (?:an? )?|an? )"
    r"(?P<foreign>public holiday|holiday|day off|non-working day|working day|workday|business day|weekend|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
)
_NEVER = later(r"\b(?:khong|chang|not) (?:phai|roi|trung|nham|la|on|fall|an?|the)\b")
_COUNTED = later(r"\b\d+ (?:ngay|days?)\b(?! \d)|\bhang (?:tuan|thang|quy)\b|\bevery\b")
_WEEKDAY = later(r"(?<!\w)(?:thứ|chủ nhật)(?!\w)")
_OWN = frozenset({_OFF, _WORKED, _HOLIDAY, _ENDS})
"""Kinds that the calendar alone knows; of a weekday a plan may speak, too."""


def told(case: Case) -> AnswerPart | None:
    """Answer a claim about the kind of a day; None where no such claim is made, or a plan's own words settle it.

    Where no day with a year is known, the words of the plan alone are shown.
    """
    kind = claimed(case.probe.query)
    if kind is None:
        return None
    duty = _duty(case)
    day = _day(case.probe.query, duty)
    if day is None:
        return quoted(case, case.best, case.desk.words.stated) if kind in _OWN or case.probe.query.dates else None
    sentence = said(day, kind, fold(case.probe.query.text), case.desk.words)
    if duty is not None:
        return _beside_duty(case, sentence, duty)
    if case.decision.sureness < LIKELY or case.best.kind is UnitKind.FIELD or not case.best.states(Attribute.WHEN):
        return AnswerPart(None, sentence, derived=tuple(digits(sentence)))
    shown = quoted(case, case.best, sentence)
    return part(case, sentence, shown.citations, derived=[*shown.derived, *digits(sentence)])


def claimed(query: Query) -> str | None:
    """Return the kind of day that a question claims: "off", "worked", "weekend", "holiday" or a weekday from "0" on."""
    asked, typed = fold(query.restored), fold(query.text)
    for text in (asked, typed):
        match = _CLAIM.search(text)
        if match is None or (_COUNTED.search(text) and not query.dates):
            continue
        word = match["foreign"]
        if word:
            return next(kind for kind, names in _NAMES.items() if word in names.split("|"))
        kind = next(kind for at, kind in enumerate(_NAMES) if match[f"k{at}"])
        # "thu năm 2026" is written like a Thursday without its marks
        return kind if kind in _OWN or _WEEKDAY.search(query.restored.lower()) else None
    return None


def said(day: date, kind: str, asked: str, words: Wording) -> str:
    """Say what the calendar says of a day, after a verdict on what is claimed; a denial gets none."""
    off = day_off(day)
    weekday, name = words.weekdays[day.weekday()], _name(day, off, words)
    calendar = words.day_kind.format(date=date_text(day, words), weekday=weekday, kind=name)
    if _NEVER.search(asked):
        return calendar
    return f"{words.day_is if _holds(day, off, kind) else words.day_is_not} {calendar}"


def _holds(day: date, off: DayOff | None, kind: str) -> bool:
    facts = {
        _OFF: off is not None,
        _WORKED: off is None,
        _ENDS: day.weekday() >= _WEEKEND,
        _HOLIDAY: off is not None and off.holiday is not None,
    }
    return facts[kind] if kind in facts else day.weekday() == int(kind)


def _name(day: date, off: DayOff | None, words: Wording) -> str:
    """Name the kind of a day: a working day, one worked in exchange, a day off, a holiday."""
    if off is None:
        return words.day_kinds["exchanged" if day.weekday() >= _WEEKEND else _WORKED]
    if off.holiday is None:
        return words.day_kinds[_OFF]
    name = words.day_off_estimated.format(name=off.holiday) if off.estimated else off.holiday
    return f"{words.day_kinds[_OFF]} – {name}"


def _duty(case: Case) -> Deadline | None:
    """Return the one duty that the best unit proves, of the day that is named where one is."""
    if case.decision.sureness < LIKELY:
        return None
    held = duties_in(case.desk, case.best, case.probe)
    named = [duty for duty in held if fits(duty, case.probe.query)] or held
    return named[0] if len(_days(named)) <= 1 and named else None


def _days(duties: Iterable[Deadline]) -> set[tuple[int | None, int | None, int | None]]:
    return {(duty.day, duty.month, duty.year) for duty in duties}


def _day(query: Query, duty: Deadline | None) -> date | None:
    """Return the day that is meant, None where neither the question nor the duty gives it with a year."""
    own = due_date(duty) if duty is not None and duty.is_of_a_day else None
    if not query.dates:
        return own
    day, month, year = query.dates[0]
    if year is None:
        return own if own and (own.day, own.month) == (day, month) else None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _beside_duty(case: Case, sentence: str, duty: Deadline) -> AnswerPart:
    """Tell the duty's time, with the advice that goes with it, behind what is said of the day."""
    words = case.desk.words
    hint = advice(duty, words)
    time = when(duty, words)
    due = sentence_case(words.after_deadline.format(due=time) if duty.is_due_by else f"{time}: {what(duty, words)}")
    lead = f"{sentence} {due}{f' ({hint})' if hint else ''}."
    return part(case, lead, duty.citations, derived=digits(lead))
