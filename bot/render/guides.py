"""Guided questions as screens: what can be asked by a button, with the words that can be typed instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot import wording
from bot.render.rich import Rich, bold, concat, from_stars, join, plain, shorten
from bot.render.screens import Button, Screen, button, in_rows, screen
from knowledge.model import NoList

LISTS_A_PAGE = 6


@dataclass(frozen=True, slots=True)
class ListEntry:
    """A list of "không" to choose. link, index: of its plan, and which of the plan's lists it is; unit: whose plan."""

    link: int
    index: int
    unit: str
    no_list: NoList


def lists_screen(entries: Sequence[ListEntry], without: str | None, page: int) -> Screen:
    """Return a page of lists. without: the name of the chat's unit when its plan holds none."""
    if not entries:
        return screen(plain(wording.LISTS_NONE))
    last = (len(entries) - 1) // LISTS_A_PAGE
    page = min(max(page, 0), last)
    first = page * LISTS_A_PAGE
    shown = list(enumerate(entries[first : first + LISTS_A_PAGE], first + 1))
    note = plain(wording.LISTS_NOT_OWN.format(unit=shorten(without, 80))) if without else ()
    lines = [_line(number, entry) for number, entry in shown]
    body = join([from_stars(wording.LISTS_TITLE), note, join(lines, "\n"), plain(wording.LISTS_TYPE)], "\n\n")
    rows: list[Sequence[Button]] = [[_choice(number, entry)] for number, entry in shown]
    turns = [button(wording.NEWER, "g", page - 1)] if page > 0 else []
    turns += [button(wording.OLDER, "g", page + 1)] if page < last else []
    return screen(body, [*rows, turns, [button(wording.COMPARE_LISTS, "gs", 0)]])


def topics_screen(title: str, topics: Sequence[tuple[str, str]], letters: str, *, choose_unit: bool = False) -> Screen:
    """Return a button for each topic over an example of what can be typed."""
    example = wording.CAN_TYPE.format(question=topics[0][1])
    buttons = [button(label, letters, index) for index, (label, _) in enumerate(topics)]
    units = [button(wording.CHOOSE_UNIT, "d", "?")] if choose_unit else []
    return screen(join([from_stars(title), plain(example)], "\n\n"), [*in_rows(buttons), units])


def _line(number: int, entry: ListEntry) -> Rich:
    no_list = entry.no_list
    whom = wording.LIST_TARGET.format(target=shorten(no_list.target, 120)) if no_list.target else wording.LIST_NO_TARGET
    name = wording.LIST_NAME.format(count=no_list.count)
    return concat(plain(f"{number}. "), bold(shorten(entry.unit, 80)), plain(f": {name}{whom}"))


def _choice(number: int, entry: ListEntry) -> Button:
    name = wording.LIST_NAME.format(count=entry.no_list.count)
    whose = entry.no_list.target or entry.unit
    return button(f"{number}. {name}: {whose}", "gk", entry.link, entry.index)
