"""Wrong choices that look like the right one: other numbers and days in its very words. Pure."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence

from knowledge.patterns import later

_NUMBER = later(r"\d+(?:[.,]\d+)*")
_WORDS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_WORD = later(rf"(?<!\w)(?:{'|'.join(_WORDS)})(?!\w)", re.IGNORECASE)
_SHARES = (5, 10, 15, 20)
_MOST_APART = 3
_DAYS = (5, 10, 15, 20, 25)
_LEAP_YEAR = 2024
_LIMITED = later(r"(?:trên|hơn|từ|ít nhất|tối thiểu|không dưới)(?!\w)", re.IGNORECASE)


def other_amounts(right: str, others: Sequence[str], *, percent: bool) -> tuple[str, ...]:
    """Return the right amount with other numbers in it: those of the plan's other aims first, then near ones.

    All begin alike, so that none is right because another is ("95%" is over "Trên 90%").
    """
    word = _WORD.search(right)
    if word and not _NUMBER.search(right):
        return tuple(right[: word.start()] + other + right[word.end() :] for other in _WORDS[1:6] if other != word[0])
    numbers = _NUMBER.findall(right)
    if len(numbers) != 1:
        return tuple(_moved(right, by) for by in (1, 2, 3)) if numbers else ()
    most = 99 if percent and _LIMITED.match(right) else 100
    told = [found[0] for other in others if len(found := _NUMBER.findall(other)) == 1]
    found = [*dict.fromkeys(told if percent else ()), *_near(numbers[0], percent=percent)]
    fitting = (each for each in found if not percent or (0 < _amount(each) <= most and _is_near(each, numbers[0])))
    return tuple(dict.fromkeys(_NUMBER.sub(each, right) for each in fitting if _amount(each) != _amount(numbers[0])))


def other_days(right: str) -> tuple[str, ...]:
    """Return the right day ("Trước 10/12") with other months and other days in it."""
    lead, _, told = right.rpartition(" ")
    day, month = map(int, told.split("/"))
    months = [(day, (month + by - 1) % 12 + 1) for by in (-2, -1, 1, 2)]
    days = [(other, month) for other in _DAYS if abs(other - day) >= _DAYS[0]]
    fitting = (each for each in (*months, *days) if each[0] <= monthrange(_LEAP_YEAR, each[1])[1])
    return tuple(f"{lead} {other:02d}/{of:02d}" for other, of in fitting)


def _is_near(one: str, other: str) -> bool:
    """Tell whether one share can be taken for another: "0,3%" is none for 8%, "98,5%" none for 40%."""
    first, second = sorted((_amount(one), _amount(other)))
    return second <= first * _MOST_APART and (first == int(first)) == (second == int(second))


def _near(number: str, *, percent: bool) -> list[str]:
    amount = _amount(number)
    if percent and amount == int(amount):
        return [str(int(amount + sign * by)) for by in _SHARES for sign in (1, -1)]
    if percent or amount != int(amount):
        return [f"{amount * part:.1f}".replace(".", ",") for part in (0.5, 1.5, 2)]
    if amount > 20:
        return [_like(number, round(amount * part / 10) * 10) for part in (0.5, 0.8, 1.2, 1.5)]
    return [_like(number, int(amount) + by) for by in (1, 2, 3, -1, 5) if amount + by > 0]


def _moved(right: str, by: int) -> str:
    """Return a range ("Từ 01 - 02") further up."""

    def further(match: re.Match[str]) -> str:
        amount = _amount(match[0])
        return _like(match[0], int(amount) + by * (5 if amount >= 20 else 1))

    return _NUMBER.sub(further, right)


def _like(number: str, amount: int) -> str:
    """Write an amount as the plan writes its own: "04", "1.500"."""
    if "." in number:
        return f"{amount:,}".replace(",", ".")
    return str(amount).zfill(len(number)) if number.startswith("0") else str(amount)


def _amount(number: str) -> float:
    return float(re.sub(r"\.(?=\d{3}(?:\D|$))", "", number).replace(",", "."))
