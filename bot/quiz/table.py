"""Everybody's answers to a group's quiz as an .xlsx for who started it: a row a person and a column a question."""

from __future__ import annotations

import io
from collections.abc import Sequence

from xlsxwriter import Workbook

from bot.quiz import words
from bot.quiz.store import Answers
from bot.screen.screens import File
from knowledge.quiz.questions import QuizQuestion
from knowledge.quiz.wording import LETTERS

_WIDTHS = (6, 32, 8, 8)
_TEXT_WIDTH = 60


def table(answers: Sequence[Answers], questions: Sequence[QuizQuestion], name: str) -> File:
    """Return the file. answers: a person each, in any order; questions: those that were asked; name: of the file.

    The names are people's own: each cell is written as text, never as a formula.
    """
    held = io.BytesIO()
    with Workbook(held, {"in_memory": True}) as book:
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        scores = book.add_worksheet(words.TABLE_SCORES)
        labels = [words.TABLE_QUESTION.format(number=at) for at, _ in enumerate(questions, 1)]
        for column, label in enumerate([*words.TABLE_HEADS, *labels]):
            scores.write_string(0, column, label, head)
        for row, person in enumerate(sorted(answers, key=lambda each: (-each.right, each.name)), 1):
            scores.write_number(row, 0, 1 + sum(other.right > person.right for other in answers))
            scores.write_string(row, 1, person.name)
            scores.write_number(row, 2, person.right)
            scores.write_number(row, 3, len(questions))
            for place, (right, chosen) in person.places.items():
                told = words.TABLE_RIGHT if right else words.TABLE_WRONG
                if chosen is not None:
                    told = words.TABLE_CHOSEN.format(told=told, letter=LETTERS[chosen])
                scores.write_string(row, len(_WIDTHS) + place, told)
        for column, width in enumerate(_WIDTHS):
            scores.set_column(column, column, width)
        scores.freeze_panes(1, 2)
        asked = book.add_worksheet(words.TABLE_QUESTIONS)
        for column, label in enumerate(words.TABLE_QUESTION_HEADS):
            asked.write_string(0, column, label, head)
        for row, question in enumerate(questions, 1):
            right_ones = [person.places[row - 1][0] for person in answers if row - 1 in person.places]
            options = [
                words.TABLE_OPTION.format(letter=letter, option=option)
                for letter, option in zip(LETTERS, question.options, strict=False)
            ]
            cells = (question.question, "\n".join(options), options[question.correct], question.explanation)
            asked.write_number(row, 0, row)
            for column, cell in enumerate(cells, 1):
                asked.write_string(row, column, cell, wrapped)
            asked.write_string(row, len(cells) + 1, f"{sum(right_ones)}/{len(right_ones)}")
        asked.set_column(1, len(words.TABLE_QUESTION_HEADS) - 2, _TEXT_WIDTH)
    return File(name, held.getvalue(), words.TABLE_CAPTION.format(people=len(answers), asked=len(questions)))
