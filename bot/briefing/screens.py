"""A briefing -> Screen: at most eight lines, a button to the source of each, buttons to the files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.briefing import words
from bot.screen.rich import Rich, bold, concat, from_stars, join, plain, shorten
from bot.screen.screens import Button, Rows, Screen, button, flow, screen
from knowledge.briefing import Line

ACROSS = 4
TEXT = 420
"""Characters of a line: eight of them fit one message."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A briefing to choose: what its button says, and its link."""

    label: str
    link: int


def briefing_screen(
    title: str, topic: str | None, lines: Sequence[Line], question: int, link: int, others: Mapping[int, int]
) -> Screen:
    """Return the bullets. question: whose sources the numbers open; link: of the briefing, for its files; others:
    links of the same briefing by other minutes."""
    head = [from_stars(title)]
    if topic:
        head.append(plain(words.TOPIC.format(topic=topic)))
    body = join([join(head, "\n"), join([_line(at, line) for at, line in enumerate(lines, 1)], "\n"),
                 plain(words.MORE)], "\n\n")  # fmt: skip
    return screen(body, [*_numbers(lines, question), *_files(link), _lengths(others)])


def choice_screen(note: str, offered: Sequence[Choice], every: Choice) -> Screen:
    """Offer the plans to brief on, and all of them."""
    ask = words.CHOOSE.format(example=offered[0].label if offered else "")
    body = join([plain(note), plain(ask)], "\n") if note else plain(ask)
    return screen(body, [*flow([button(each.label, "tm", each.link) for each in offered]), _one(every)])


def _one(choice: Choice) -> tuple[Button, ...]:
    return (button(choice.label, "tm", choice.link),)


def _line(number: int, line: Line) -> Rich:
    place = plain(words.PLACE.format(place=line.note.place)) if line.note else ()
    label = concat(bold(f"{shorten(line.label, 160)}: ")) if line.label else ()
    return concat(plain(words.BULLET.format(number=number, text="")), label, plain(shorten(line.text, TEXT)), place)


def _numbers(lines: Sequence[Line], question: int) -> Rows:
    every = [button(str(at + 1), "s", question, at) for at in range(len(lines))]
    return tuple(tuple(every[at : at + ACROSS]) for at in range(0, len(every), ACROSS))


def _files(link: int) -> Rows:
    labels = (words.DOCX, words.PPTX, words.PDF)
    return (tuple(button(label, "tf", link, at) for at, label in enumerate(labels)),)


def _lengths(others: Mapping[int, int]) -> tuple[Button, ...]:
    return tuple(button(words.MINUTES.format(minutes=minutes), "tm", link) for minutes, link in others.items())
