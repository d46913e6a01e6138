"""Days, months, hours and amounts as English writes them, rewritten as the plans do.

"25 March 2026", "March 25th, 2026"  25/3/2026         "in November"     tháng 11
"the 25th"                           ngày 25           "3:30 p.m."       15 giờ 30
"per cent", "percent"                %                 "2.5 million"     2,5 triệu
"Q3 report"                          quý III
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from knowledge.patterns import later
from knowledge.understanding.tables.english import MONTHS
from knowledge.understanding.tokens import Kind, Token, rewrite

Read = tuple[int, str]
"""How many tokens were read, and what is said instead."""

_NTH = later(r"(\d{1,2})(?:st|nd|rd|th)")
_CLOCK = later(r"(\d{1,2})(am|pm)")
_BEFORE_MONTH_TEXT = """
in of by until till before after since from during late early mid end next last this every each and to or beginning
start through
"""
_BEFORE_MONTH = frozenset(_BEFORE_MONTH_TEXT.split())
_VERBS = frozenset({"may", "march"})
"""Months that are verbs too."""
_FULL = frozenset(name for name in MONTHS if len(name) > 4 or name in ("june", "july", "may"))
"""Months written out: the short ones are months beside a day only."""
_HALVES = {"am": 0, "pm": 12}
_MAGNITUDES = {"thousand": "nghìn", "million": "triệu", "billion": "tỷ"}


def rewritten(tokens: Sequence[Token]) -> list[Token]:
    """Return tokens with days, months, hours and amounts in the plans' form, each in the place of what was typed."""
    tokens = _glued(tokens)
    out: list[Token] = []
    i = 0
    while i < len(tokens):
        found = next((read for look in _LOOKS if (read := look(tokens, i)) is not None), None)
        if found is None:
            out.append(tokens[i])
            i += 1
            continue
        size, words = found
        whole = tokens[i]._replace(end=tokens[i + size - 1].end)
        out += [t if t.text.isupper() else t._replace(text=t.text.lower()) for t in rewrite(whole, words)]
        i += size
    return out


def _glued(tokens: Sequence[Token]) -> list[Token]:
    """Put together what the tokens part before the last digit: "2" and "5th", "1" and "0am"."""
    out: list[Token] = []
    for token in tokens:
        last = out[-1] if out else None
        whole = f"{last.text}{token.text}" if last is not None and last.end == token.start else ""
        if last is not None and (_NTH.fullmatch(whole.lower()) or _CLOCK.fullmatch(whole.lower())):
            out[-1] = last._replace(text=whole, folded=whole.lower(), end=token.end, kind=Kind.WORD)
        else:
            out.append(token)
    return out


def _date(tokens: Sequence[Token], i: int) -> Read | None:
    """A day with its month, in either order, and perhaps a year."""
    day, month = _day_at(tokens, i), _month_at(tokens, i)
    if day is not None:
        at = i + 1 + (_word(tokens, i + 1) == "of")
        month, end = _month_at(tokens, at), at + 1
    elif month is not None:
        at = i + 1 + (_word(tokens, i + 1) == "the")
        day, end = _day_at(tokens, at), at + 1
    if day is None or month is None:
        return None
    comma = end < len(tokens) and tokens[end].text == ","
    year = _year_at(tokens, end + comma)
    return (end + comma + 1 - i, f"{day}/{month}/{year}") if year else (end - i, f"{day}/{month}")


def _month(tokens: Sequence[Token], i: int) -> Read | None:
    word = _word(tokens, i)
    if word not in _FULL:
        return None
    year = _year_at(tokens, i + 1)
    told = year or _word(tokens, i - 1) in _BEFORE_MONTH or (word not in _VERBS and tokens[i].text[0].isupper())
    return (1, f"tháng {MONTHS[word]}") if told else None


def _nth_day(tokens: Sequence[Token], i: int) -> Read | None:
    """A day of a month that isn't named; before a noun ("the 12th congress") it is no day."""
    match = _NTH.fullmatch(tokens[i].text.lower())
    if match is None or not 1 <= int(match[1]) <= 31 or _word(tokens, i - 1) not in _BEFORE_DAY:
        return None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    ends = after is None or not after.is_word or after.text.lower() in _AFTER_DAY
    return (1, f"ngày {match[1]}") if ends else None


_BEFORE_DAY = frozenset({"the", "on", "by", "before", "after", "until", "till", "to", "from", "and", "or"})
_AFTER_DAY_TEXT = """
of or and to each every is was falls fall in at day for if then right be a per when does do must monthly
"""
_AFTER_DAY = frozenset(_AFTER_DAY_TEXT.split())


def _clock(tokens: Sequence[Token], i: int) -> Read | None:
    glued = _CLOCK.fullmatch(tokens[i].text.lower())
    if glued is not None:
        return (1, f"{_hour(int(glued[1]), glued[2])} giờ") if int(glued[1]) <= 12 else None
    if not _is_number(tokens, i) or int(tokens[i].text) > 24:
        return None
    hour, at, minutes = int(tokens[i].text), i + 1, ""
    if (
        at + 1 < len(tokens)
        and tokens[at].text in ":."
        and _is_number(tokens, at + 1)
        and len(tokens[at + 1].text) == 2
    ):
        minutes, at = f" {tokens[at + 1].text}", at + 2
    size, half = _half_at(tokens, at)
    if half and hour <= 12:
        return at + size - i, f"{_hour(hour, half)} giờ{minutes}"
    if [_word(tokens, at), tokens[at + 1].text if at + 1 < len(tokens) else ""] in (["o", "'"], ["o", "’"]):
        return at + 3 - i, f"{hour} giờ"
    return None


def _half_at(tokens: Sequence[Token], at: int) -> tuple[int, str]:
    """Return how many tokens say "am" or "pm" there, and which; (0, "") where none do."""
    first = _word(tokens, at)
    if first in _HALVES:
        return 1, first
    dotted = [t.text.lower() for t in tokens[at : at + 4]]
    if dotted[:3] in (["a", ".", "m"], ["p", ".", "m"]):
        return 3 + (dotted[3:] == ["."]), f"{dotted[0]}m"
    return 0, ""


def _hour(hour: int, half: str) -> int:
    return hour % 12 + _HALVES[half]


def _percent(tokens: Sequence[Token], i: int) -> Read | None:
    if tokens[i - 1 if i else 0].kind is not Kind.NUMBER:
        return None
    if _word(tokens, i) == "percent":
        return 1, "%"
    return (2, "%") if (_word(tokens, i), _word(tokens, i + 1)) == ("per", "cent") else None


def _minutes(tokens: Sequence[Token], i: int) -> Read | None:
    """Minutes that are counted; those of a meeting are not."""
    return (2, f"{tokens[i].text} phút") if _is_number(tokens, i) and _word(tokens, i + 1) == "minutes" else None


def _amount(tokens: Sequence[Token], i: int) -> Read | None:
    """A number before its magnitude: what looks like "2.5" is no date there."""
    magnitude = _MAGNITUDES.get(_word(tokens, i + 1))
    if magnitude is None or tokens[i].kind not in (Kind.NUMBER, Kind.DATE):
        return None
    return 2, f"{tokens[i].text.replace('.', ',')} {magnitude}"


def _quarter(tokens: Sequence[Token], i: int) -> Read | None:
    """A quarter by its letter before what it is of; "Q1" alone is a district."""
    match = _QUARTER.fullmatch(tokens[i].text.lower())
    if match is None or not (_word(tokens, i + 1) in _OF_QUARTER or _year_at(tokens, i + 1)):
        return None
    return 1, f"quý {'I' * int(match[1]) if match[1] != '4' else 'IV'}"


_QUARTER = later("q([1-4])")
_OF_QUARTER = frozenset({"report", "reports", "reporting", "figures", "results"})

_LOOKS: tuple[Callable[[Sequence[Token], int], Read | None], ...] = (
    _date,
    _month,
    _nth_day,
    _clock,
    _percent,
    _minutes,
    _amount,
    _quarter,
)


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text.lower() if 0 <= at < len(tokens) and tokens[at].is_word else ""


def _is_number(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].kind is Kind.NUMBER and tokens[at].text.isdigit()


def _day_at(tokens: Sequence[Token], at: int) -> int | None:
    if at >= len(tokens):
        return None
    nth = _NTH.fullmatch(tokens[at].text.lower())
    day = int(nth[1]) if nth else int(tokens[at].text) if _is_number(tokens, at) else 0
    return day if 1 <= day <= 31 else None


def _month_at(tokens: Sequence[Token], at: int) -> int | None:
    return MONTHS.get(_word(tokens, at))


def _year_at(tokens: Sequence[Token], at: int) -> int | None:
    number = int(tokens[at].text) if _is_number(tokens, at) else 0
    return number if 1900 <= number < 2100 else None
