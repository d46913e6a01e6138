"""The plans and the units as lists, in pages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.ports import Unit
from bot.screen import (
    Rich,
    Screen,
    bold,
    button,
    concat,
    from_stars,
    in_rows,
    join,
    paged,
    plain,
    screen,
    shorten,
    turns,
)
from bot.screen import words as screen_words
from bot.screen.duties import corrected_lines, day_of, validity
from bot.talk import words
from knowledge.model import Header, Period

PLANS_A_PAGE = 6
UNITS_A_PAGE = 8


def plans_screen(headers: Sequence[tuple[Unit, Header]], today: date, page: int = 0) -> Screen:
    """Return one page of plans: number, issuer, year and validity of each; what is absent is said to be."""
    if not headers:
        return screen(plain(words.PLANS_EMPTY))
    shown, page, last = paged(headers, page, PLANS_A_PAGE)
    entries = [_plan(number, unit, header, today) for number, (unit, header) in shown]
    title = from_stars(words.PLANS_TITLE.format(count=len(headers)))
    return screen(join([title, *entries], "\n\n"), [turns(page, last, "k")])


def units_screen(text: str, units: Sequence[tuple[int, Unit]], page: int = 0, *, pages: bool = True) -> Screen:
    """Return `text` over one button a unit; units come with the link number that stands for their plan."""
    shown, page, last = paged(units, page, UNITS_A_PAGE)
    rows = in_rows([button(unit.short_name, "d", link) for _, (link, unit) in shown])
    whole = [button(screen_words.ALL_UNITS, "d", "*")]
    return screen(from_stars(text), [*rows, turns(page, last, "d:p") if pages else (), whole])


def _plan(number: int, unit: Unit, header: Header, today: date) -> Rich:
    issued = screen_words.ISSUED.format(date=day_of(header.date)) if header.date else ""
    year = words.YEAR.format(year=_years(unit, header.period))
    title = shorten(" ".join(filter(None, (header.doc_type, header.title))), 300)
    lines = [
        concat(plain(f"{number}. "), bold(unit.short_name)),
        plain(title),
        plain(screen_words.NUMBER.format(number=header.number or screen_words.NO_NUMBER) + issued),
        plain(screen_words.ISSUER.format(issuer=header.issuer or screen_words.NO_ISSUER)),
        plain(f"{year} · {validity(header.period, today)}"),
        *map(plain, corrected_lines(header)),
    ]
    return join(lines, "\n")


def _years(unit: Unit, period: Period | None) -> str:
    """Return the year or the years that a plan is for."""
    if period and period.start and period.end and period.start.year < period.end.year:
        return f"{period.start.year}-{period.end.year}"
    return str(unit.year or words.NO_YEAR)
