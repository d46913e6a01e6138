"""Who asked a question, so that a later answer reaches them and their words can be deleted; and how many were asked."""

from __future__ import annotations

from datetime import date

from sqlalchemy import (
    BigInteger,
    Date,
    ForeignKey,
    select,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.memory.database import Base, Database
from bot.memory.state import Question
from knowledge.model import Status


class Asker(Base):
    """The person behind a question; thread_id: the topic of the group that it was asked in."""

    __tablename__ = "askers"
    question_id: Mapped[int] = mapped_column(ForeignKey("questions.id", ondelete="CASCADE"), primary_key=True)
    user_id: Mapped[int] = mapped_column(BigInteger, index=True)
    thread_id: Mapped[int | None] = mapped_column(BigInteger)


def add_asker(database: Database, question: int, user_id: int, thread_id: int | None) -> None:
    """Remember who asked; a question that was forgotten meanwhile stays so."""

    def add(session: Session) -> None:
        if session.scalar(select(Question.id).where(Question.id == question)) is not None:
            session.merge(Asker(question_id=question, user_id=user_id, thread_id=thread_id))

    database.later(add)


def copy_asker(database: Database, question: int, copy: int) -> None:
    """Remember that another row holds the words of the same person."""

    def add(session: Session) -> None:
        asker = session.get(Asker, question)
        if asker is not None:
            session.merge(Asker(question_id=copy, user_id=asker.user_id, thread_id=asker.thread_id))

    database.later(add)


class DayCount(Base):
    """Questions answered on one day in Viet Nam, and how many of them could not be answered from the plans."""

    __tablename__ = "day_counts"
    day: Mapped[date] = mapped_column(Date, primary_key=True)
    questions: Mapped[int] = mapped_column(default=0)
    refusals: Mapped[int] = mapped_column(default=0)


def count_question(database: Database, number: int, today: date) -> None:
    """Count a question that was answered today."""

    def count(session: Session) -> None:
        status = session.scalar(select(Question.status).where(Question.id == number))
        row = session.get(DayCount, today) or DayCount(day=today, questions=0, refusals=0)
        row.questions += 1
        row.refusals += status in REFUSALS
        session.add(row)

    database.later(count)


REFUSALS = (Status.NOT_FOUND, Status.NOT_SPECIFIED, Status.REFUSED)
