"""Duties with their days as lists and lines: when, what, to whom, of whose plan, and whether that plan is in force."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.duties import words
from bot.screen import words as screen_words
from bot.screen.duties import WHAT, Entry, Group, day_text, place_text, validity, what_text, when_text
from bot.screen.rich import Rich, bold, folded, from_stars, italic, join, one_line, plain, shorten
from bot.screen.screens import Button, Screen, button, screen

DUTIES_A_PAGE = 5
QUOTE = 1500


def duties_screen(
    entries: Sequence[Entry], unit: str | None, today: date, page: int, only: int | None = None
) -> Screen:
    """Return a page of the list with one row of numbers, each of which opens a duty. unit: the chat's own, None when it
    has none; only: the link of the plan whose duties these are, when they are of one."""
    if not entries:
        return screen(plain(words.DUTIES_EMPTY))
    last = (len(entries) - 1) // DUTIES_A_PAGE
    page = min(max(page, 0), last)
    first = page * DUTIES_A_PAGE
    shown = list(enumerate(entries[first : first + DUTIES_A_PAGE], first + 1))
    lines: list[Rich] = [from_stars(words.DUTIES_TITLE.format(count=len(entries)))]
    lines += [plain(note)] if (note := _nothing_to_come(entries, unit, today)) and page == 0 else []
    heading = None
    for number, entry in shown:
        above = _heading(entry, unit)
        lines += [bold(above)] if above != heading else []
        lines.append(_entry(number, entry, today))
        heading = above
    if last:
        lines.append(plain(screen_words.PAGE.format(page=page + 1, pages=last + 1)))
    numbers = [button(words.DUTY_NUMBER.format(number=number), "hd", entry.link, page) for number, entry in shown]
    return screen(join(lines, "\n\n"), [numbers, _turns(page, last, only), () if only else _calendars(unit)])


def card_screen(entry: Entry, today: date, page: int, *, remind: bool) -> Screen:
    """Return one duty with all that its plan says of it, its own words, and what can be done with it.

    page: of the list that it was opened from, to which a button leads back; remind: it can still be reminded of.
    """
    deadline = entry.duty.deadline
    told = [
        words.DUTY_DETAILS[name].format(value=shorten(" ".join(value.split()), WHAT))
        for name in words.DUTY_DETAILS
        if (value := getattr(deadline, name))
    ]
    what = shorten(" ".join(deadline.what.split()), WHAT)
    quote = " … ".join(one_line(citation.quote) for citation in deadline.citations)
    lines = [
        bold(when_text(entry.duty, entry.day)),
        plain(what[:1].upper() + what[1:]),
        *map(plain, told),
        italic(f"🏢 {place_text(entry.duty, entry.unit)} · {validity(entry.duty.period, today)}"),
        folded(f"“{shorten(quote, QUOTE)}”") if quote else (),
    ]
    row = [button(screen_words.SOURCE, "hs", entry.link)]
    row += [button(screen_words.REMIND_ME, "rm", entry.link)] if remind else []
    row += [button(words.DUTY_FILE, "hi", entry.link)] if entry.day else []
    return screen(join(lines, "\n"), [row, [button(words.DUTY_LIST, "h", page)]])


def _nothing_to_come(entries: Sequence[Entry], unit: str | None, today: date) -> str:
    """Say that nothing is upcoming, at all or for the chat's own unit; nothing where something is."""
    coming = [entry for entry in entries if entry.group is Group.SOON]
    if not coming:
        return words.DUTIES_NONE_SOON.format(today=day_text(today))
    if unit is not None and not any(entry.own for entry in coming):
        return words.DUTIES_NONE_SOON_OWN.format(unit=unit, today=day_text(today))
    return ""


def _heading(entry: Entry, unit: str | None) -> str:
    group = words.DUTY_GROUPS[entry.group]
    if unit is None:
        return group
    return f"{words.DUTIES_OWN.format(unit=unit) if entry.own else words.DUTIES_OTHERS} · {group}"


def _entry(number: int, entry: Entry, today: date) -> Rich:
    state = validity(entry.duty.period, today)
    return join(
        [
            bold(f"{number}. {when_text(entry.duty, entry.day)}"),
            plain(what_text(entry.duty.deadline)),
            italic(f"🏢 {place_text(entry.duty, entry.unit)} · {state}"),
        ],
        "\n",
    )


def _turns(page: int, last: int, only: int | None) -> list[Button]:
    action = ("h",) if only is None else ("hu", only)
    turns = [button(screen_words.NEWER, *action, page - 1)] if page > 0 else []
    return [*turns, button(screen_words.OLDER, *action, page + 1)] if page < last else turns


def _calendars(unit: str | None) -> list[Button]:
    own = [button(words.FILE_OWN, "hi", "o")] if unit else []
    return [*own, button(words.FILE_ALL, "hi", "a")]
