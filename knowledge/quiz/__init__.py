"""Quiz questions made from facts. Pure: stored plans in, questions out.

items.py      a fact as something to be asked: what is right, and what would be right as well
choices.py    wrong amounts and days in the words of the right one
questions.py  items to questions with wrong choices from other facts; exactly one choice is right
wording.py    how a question is put
"""

from typing import TYPE_CHECKING

from knowledge.rooms import opened_later

if TYPE_CHECKING:
    from knowledge.quiz.items import Item, Kind
    from knowledge.quiz.questions import QuizQuestion, make_quiz, make_sheet

__all__ = ["Item", "Kind", "QuizQuestion", "make_quiz", "make_sheet"]

__getattr__ = opened_later(__name__, {"items": "Item Kind", "questions": "QuizQuestion make_quiz make_sheet"})
