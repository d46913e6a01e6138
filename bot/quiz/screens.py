"""A quiz's beginning, buttons and score -> Screen."""

from __future__ import annotations

from collections.abc import Sequence

from bot.quiz import words
from bot.quiz.store import Running, Score
from bot.screen.rich import Rich, concat, from_stars, join, plain, shorten
from bot.screen.screens import Rows, Screen, button, screen

SCORES_SHOWN = 30


def title_screen(quiz: Running, unit: str | None, *, group: bool) -> Screen:
    """Say what comes."""
    text = words.QUIZ_TITLE.format(count=len(quiz.questions), unit=unit or words.QUIZ_ALL)
    return screen(from_stars(text + (words.QUIZ_TITLE_GROUP if group else "")))


def poll_rows(quiz: Running, *, group: bool) -> Rows:
    """Return the buttons under a question; a person alone goes on by answering."""
    stop = button(words.QUIZ_STOP, "quiz:x", quiz.number)
    if not group or quiz.place + 1 == len(quiz.questions):
        return ((stop,),)
    return ((button(words.QUIZ_NEXT, "quiz:n", quiz.number, quiz.place), stop),)


def score_screen(scores: Sequence[Score], asked: int, *, group: bool) -> Screen:
    """Return one person's score, or everybody's; asked: questions that were shown."""
    if not scores:
        return screen(plain(words.QUIZ_NOBODY))
    if not group:
        return screen(from_stars(words.QUIZ_SCORE.format(right=scores[0].right, asked=asked)))
    title = from_stars(words.QUIZ_SCORES.format(asked=asked))
    return screen(join([title, *_rows(scores[:SCORES_SHOWN], asked)], "\n"))


def _rows(scores: Sequence[Score], asked: int) -> list[Rich]:
    """Return a line a person; equal scores have the same rank."""
    return [
        concat(
            plain(
                words.QUIZ_ROW.format(
                    rank=1 + sum(other.right > score.right for other in scores),
                    name=shorten(score.name, 60),
                    right=score.right,
                    asked=asked,
                )
            )
        )
        for score in scores
    ]
