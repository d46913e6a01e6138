"""The versions of a plan -> Screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot import wording
from bot.render.changes import changes_text
from bot.render.duties import day_text
from bot.render.rich import Rich, from_stars, join, plain
from bot.render.screens import Screen, button, in_rows, screen
from bot.render.uploads import counts_text
from knowledge.versions import Changes, Version

PLANS_A_PAGE = 8
SHOWN = 10
"""Versions of one list, the newest ones."""


@dataclass(frozen=True, slots=True)
class VersionEntry:
    """A version in a list. number: its place, from 1; link: its number in buttons; since: in local time."""

    number: int
    link: int
    version: Version
    since: datetime | None


def plans_screen(plans: Sequence[tuple[int, str]], page: int) -> Screen:
    """Return a page of (link, name) of the plans as buttons."""
    last = max(0, (len(plans) - 1) // PLANS_A_PAGE)
    page = min(max(page, 0), last)
    shown = plans[page * PLANS_A_PAGE : (page + 1) * PLANS_A_PAGE]
    turns = [button(wording.NEWER, "vp", page - 1)] if page > 0 else []
    turns += [button(wording.OLDER, "vp", page + 1)] if page < last else []
    rows = in_rows([button(name, "v", link) for link, name in shown])
    return screen(from_stars(wording.VERSIONS_CHOOSE), [*rows, turns])


def versions_screen(unit: str, plan_id: str, entries: Sequence[VersionEntry]) -> Screen:
    """Return the versions with a button for each that doesn't serve, the newest last."""
    shown = entries[-SHOWN:]
    title = wording.VERSIONS_TITLE.format(unit=unit, plan=plan_id, count=len(entries))
    lines = [_line(entry, plan_id) for entry in shown]
    only = plain(wording.VERSION_ONE if len(entries) == 1 else "")
    others = [
        button(wording.VERSION_OPEN.format(number=entry.number), "vo", entry.link)
        for entry in shown
        if not entry.version.live
    ]
    back = [button(wording.VERSION_PLANS, "vp", 0)]
    return screen(join([from_stars(title), *lines, only], "\n\n"), [*in_rows(others, 3), back])


def back_screen(unit: str, plan: int, entry: VersionEntry, today: date) -> Screen:
    """Return what going back would change, over the buttons that decide. plan: the link of the live plan."""
    title = wording.VERSION_BACK_TITLE.format(number=entry.number, unit=unit, since=_since(entry))
    told = plain(changes_text(entry.version.changes or Changes(), today))
    body = join([from_stars(title), join([plain(wording.VERSION_BACK_WHAT), told], "\n")], "\n\n")
    go, leave = button(wording.VERSION_GO_BACK, "vb", entry.link), button(wording.UPLOAD_CANCEL, "v", plan)
    return screen(body, [[go, leave]])


def _line(entry: VersionEntry, plan_id: str) -> Rich:
    version = entry.version
    live = wording.VERSION_LIVE if version.live else ""
    counts = counts_text(version.stored)
    told = wording.VERSION_LINE.format(number=entry.number, live=live, since=_since(entry), counts=counts)
    other = wording.VERSION_ID.format(plan=version.key[0]) if version.key[0] != plan_id else ""
    return join([from_stars(told), plain(_differs(version.changes)), plain(other)], "\n")


def _differs(changes: Changes | None) -> str:
    if changes is None:
        return ""
    if not (changes.changed or changes.fresh or changes.gone):
        return wording.CHANGES_NONE
    counts = {"changed": len(changes.changed), "fresh": len(changes.fresh), "gone": len(changes.gone)}
    return wording.VERSION_DIFFERS.format(**counts)


def _since(entry: VersionEntry) -> str:
    if entry.since is None:
        return wording.VERSION_SINCE_NONE
    return wording.VERSION_SINCE.format(time=f"{entry.since:%H:%M}", day=day_text(entry.since.date()))
