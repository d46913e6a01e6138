"""/tracnghiem: running quizzes, their polls and answers, so that a restart stops none; `knowledge.quiz` makes them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.memory import Database, now
from bot.memory.rows import Quiz, QuizAnswer, QuizPoll
from knowledge.patterns import later
from knowledge.quiz.wording import LETTERS
from knowledge.text import fold, normalize

if TYPE_CHECKING:
    from knowledge.quiz import QuizQuestion

KEPT_DAYS = 30
ROUND_HOURS = 3
"""So long nobody else begins a round in place of one that runs."""


@dataclass(frozen=True, slots=True)
class Running:
    """A quiz as it stands: number, chat and topic, who started it and when (to the second), questions, and the place of
    the one asked now."""

    number: int
    chat_id: int
    thread_id: int | None
    user_id: int
    questions: tuple[QuizQuestion, ...]
    place: int
    over: bool
    started_at: datetime


@dataclass(frozen=True, slots=True)
class Answers:
    """One person's answers: by the place of the question, whether it is right and which option was chosen (None: by
    who answered before that was kept)."""

    name: str
    places: dict[int, tuple[bool, int | None]]

    @property
    def right(self) -> int:
        """How many are right."""
        return sum(right for right, _ in self.places.values())


@dataclass(frozen=True, slots=True)
class Counted:
    """An answer that counts: in which quiz, to the question of which place, right or not."""

    quiz: Running
    place: int
    right: bool

    @property
    def is_current(self) -> bool:
        """Tell whether the quiz still stands at this question."""
        return self.place == self.quiz.place


@dataclass(frozen=True, slots=True)
class QuizStore:
    """The tables of the quizzes."""

    database: Database

    def start(self, chat_id: int, thread_id: int | None, user_id: int, questions: Sequence[QuizQuestion]) -> Running:
        """Begin a quiz; one that runs in the same chat and topic is over, old ones are forgotten."""
        with self.database.session() as session:
            session.execute(delete(Quiz).where(Quiz.started_at < now() - timedelta(days=KEPT_DAYS)))
            for row in session.scalars(select(Quiz).where(Quiz.chat_id == chat_id, Quiz.over.is_(False))):
                row.over = row.over or row.thread_id == thread_id
            row = Quiz(
                chat_id=chat_id,
                thread_id=thread_id,
                user_id=user_id,
                questions=[asdict(question) for question in questions],
                place=0,
                over=False,
                started_at=now(),
            )
            session.add(row)
            session.flush()
            return _running(row)

    def running(self, chat_id: int, thread_id: int | None) -> Running | None:
        """Return the quiz that runs in a chat and topic and was begun in the last hours, None without one."""
        since = now() - timedelta(hours=ROUND_HOURS)
        open_ones = (Quiz.chat_id == chat_id, Quiz.over.is_(False), Quiz.started_at >= since)
        with self.database.session() as session:
            rows = session.scalars(select(Quiz).where(*open_ones).order_by(Quiz.id.desc()))
            return next((_running(row) for row in rows if row.thread_id == thread_id), None)

    def quiz(self, number: int) -> Running | None:
        """Return a quiz, None when it is forgotten."""
        with self.database.session() as session:
            row = session.get(Quiz, number)
            return _running(row) if row else None

    def vote(self, poll_id: str, user_id: int, name: str, option: int) -> Counted | None:
        """Count a vote in a poll, also one of an earlier question of a running quiz; None when it doesn't count."""
        with self.database.session() as session:
            poll = session.get(QuizPoll, poll_id)
            return _count(session, poll.quiz_id, poll.place, user_id, name, option) if poll else None

    def answer(self, number: int, place: int, user_id: int, name: str, option: int) -> Counted | None:
        """Count an answer that was typed; None when it doesn't count."""
        with self.database.session() as session:
            return _count(session, number, place, user_id, name, option)

    def answered(self, number: int, user_id: int) -> frozenset[int]:
        """Return the places of the questions that a person has answered."""
        held = select(QuizAnswer.place).where(QuizAnswer.quiz_id == number, QuizAnswer.user_id == user_id)
        with self.database.session() as session:
            return frozenset(session.scalars(held))

    def advance(self, number: int, place: int) -> Running | None:
        """Go on from a question, once: None when the quiz is over or has gone on already."""
        with self.database.session() as session:
            row = session.get(Quiz, number)
            if row is None or row.over or row.place != place:
                return None
            row.place += 1
            row.over = row.place >= len(row.questions)
            return _running(row)

    def stop(self, number: int) -> bool:
        """End a quiz; False when it is over already."""
        with self.database.session() as session:
            row = session.get(Quiz, number)
            if row is None or row.over:
                return False
            row.over = True
            return True

    def answers(self, number: int) -> list[Answers]:
        """Return everybody's answers, the best first; of who had their data deleted there are none."""
        found: dict[int, Answers] = {}
        with self.database.session() as session:
            rows = session.scalars(select(QuizAnswer).where(QuizAnswer.quiz_id == number).order_by(QuizAnswer.id))
            for row in rows.all():
                before = found.get(row.user_id, Answers(row.name, {}))
                found[row.user_id] = Answers(row.name, before.places | {row.place: (row.right, row.chosen)})
        return sorted(found.values(), key=lambda each: (-each.right, each.name))


def add_poll(session: Session, poll_id: str, number: int, place: int) -> None:
    """Remember which question a poll asks; the quiz may be forgotten meanwhile."""
    if session.get(Quiz, number) is not None:
        session.merge(QuizPoll(poll_id=poll_id, quiz_id=number, place=place))


def _count(session: Session, number: int, place: int, user_id: int, name: str, option: int) -> Counted | None:
    """Keep a person's first answer to a question of a quiz that runs."""
    row = session.get(Quiz, number)
    if row is None or row.over or _answered(session, number, place, user_id):
        return None
    if row.chat_id > 0 and user_id != row.chat_id:  # a poll that was passed on to somebody else
        return None
    right = row.questions[place]["correct"] == option
    told = QuizAnswer(quiz_id=number, place=place, user_id=user_id, name=name[:200])
    told.right, told.chosen = right, option
    session.add(told)
    return Counted(_running(row), place, right)


def _answered(session: Session, number: int, place: int, user_id: int) -> bool:
    held = select(QuizAnswer.id).where(
        QuizAnswer.quiz_id == number, QuizAnswer.place == place, QuizAnswer.user_id == user_id
    )
    return session.scalar(held) is not None


def _running(row: Quiz) -> Running:
    from knowledge.quiz import QuizQuestion

    questions = tuple(
        QuizQuestion(held["question"], tuple(held["options"]), held["correct"], held["explanation"])
        for held in row.questions
    )
    started = row.started_at.replace(microsecond=0, tzinfo=UTC)
    return Running(row.id, row.chat_id, row.thread_id, row.user_id, questions, row.place, bool(row.over), started)


# -------------------------------------------------------------------------------------------------------- typed choices

_WHO = ("em", "tôi", "mình", "cháu", "con", "tớ")
_WHOM = ("cô", "thầy", "anh", "chị", "bạn", "bác", "chú", "em", "các bạn", "cả nhà", "mọi người")
_CHOOSING = (
    "chọn", "chốt", "lấy", "bấm", "khoanh", "trả lời", "đáp án", "phương án", "lựa chọn", "option", "câu", "ý", "ô",
    "đ/a", "đa",
)  # fmt: skip
"""Before a letter: it is meant as a choice."""
_BEFORE = (
    *_WHO, "dạ", "vâng", "ừ", "thưa", "theo", "nghĩ", "thấy", "xin", "chắc", "chắn", "có lẽ", "hình như", "vẫn", "thì",
    "là", "đúng", "số",
)  # fmt: skip
"""Fillers before a letter, in any number and order."""
_AFTER = ("ạ", "nhé", "nha", "nhá", "nhỉ", "thôi", "đi", "luôn", "là đúng", "đúng không", "phải không")
"""Fillers behind a letter. Whom they are said to may follow, but never the letter alone: "c ơi" is "chị ơi"."""


def _any(words: tuple[str, ...]) -> str:
    """Return a pattern of any of the words, those of several letters also typed without their marks."""
    typed = {each for word in words for each in ((word, fold(word)) if len(word) > 1 else (word,))}
    return f"(?:{'|'.join(sorted(map(re.escape, typed), key=len, reverse=True))})"


_CHOICE = later(
    rf"(?:(?:(?P<choosing>{_any(_CHOOSING)})|{_any(_BEFORE)}|thưa\s+{_any(_WHOM)}|{_any(_WHOM)}\s+ơi)(?:\s*[:,]\s*|\s+))*"
    r"(?:(?P<number>\d{1,2})\s*[.:)\-]?\s*)?"
    r"[(\[“\"']?(?P<letter>[a-l])[)\]”\"']?"
    rf"(?:(?:,?\s+{_any(_AFTER)})+(?:,?\s+{_any(_WHOM)}(?:\s+ơi)?)?)?[\s.,:;)!?]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Choice:
    """index: of the choice, from 0; number: of the question that was named with it ("3B"), from 1, None without one;
    bare: whether nothing but the letter says that it is one: "k" is also "không"."""

    index: int
    number: int | None = None
    bare: bool = False


def choice(text: str) -> Choice | None:
    """Return the choice that is typed, as "b." or "dạ theo em là câu C ạ", None for any other words."""
    found = _CHOICE.fullmatch(normalize(text).strip())
    if found is None:
        return None
    number = int(found["number"]) if found["number"] else None
    return Choice(LETTERS.index(found["letter"].upper()), number, number is None and not found["choosing"])
