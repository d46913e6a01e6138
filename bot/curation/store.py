"""What the open-questions loop keeps: reasons of thumbs down, settled questions, drafts, curated answers."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, case, delete, func, or_, select
from sqlalchemy.orm import Session

from bot.likeness import OpenQuestion
from bot.memory import Database, now
from bot.memory.rows import Asker, Curated, CuratedKey, Draft, Question, Reason, Settled, Vote
from bot.memory.state import REFUSALS, Source, asked_of
from knowledge.model import Citation, Status

OPEN_AT_MOST = 300
"""Open questions that are looked at together; grouping takes each with each."""
OPEN_STATUSES = (*REFUSALS, Status.NEAREST)
"""A quote that is only near may be no answer."""
WRONG = ("content", "other")
"""Reasons of a thumb down that speak of the words, as one without a reason may: not of the unit, nor of the proof."""
DRAFT_MINUTES = 60
"""A draft left alone this long is over: the administrator's next words are a question again."""


@dataclass(frozen=True, slots=True)
class Work:
    """What an administrator is about to answer."""

    question: int
    passage_id: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """An answer that somebody called wrong: when it was asked for, and what it quoted."""

    asked_at: datetime
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class CuratedAnswer:
    """An administrator's answer and its proof."""

    text: str
    passage_id: str
    citations: tuple[Citation, ...]


# Every question asks for it.
_CURATED = (
    select(CuratedKey.scope, Curated.text, Curated.passage_id, Curated.citations)
    .join_from(CuratedKey, Curated).where(CuratedKey.words == bindparam("said"))
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CurationStore:
    """The tables of the loop."""

    database: Database

    def complain(self, question: int, user_id: int, reason: str) -> None:
        """Keep why a person gave a thumb down; a second reason replaces the first."""
        with self.database.session() as session:
            held = session.scalar(select(Reason).where(Reason.question_id == question, Reason.user_id == user_id))
            row = held or Reason(question_id=question, user_id=user_id)
            row.reason = reason
            session.add(row)

    def open_questions(self) -> list[OpenQuestion]:
        """Return the questions that were refused, got but a near passage or more thumbs down than up; newest first."""
        score = func.sum(case((Vote.good, -1), else_=1))
        disliked = select(Vote.question_id).group_by(Vote.question_id).having(score > 0)
        liked = select(Vote.question_id).group_by(Vote.question_id).having(score < 0)
        refused = Question.status.in_(OPEN_STATUSES) & Question.id.not_in(liked)
        asked = (
            select(Question, Asker).outerjoin(Asker)
            .where(or_(refused, Question.id.in_(disliked)), Question.id.not_in(select(Settled.question_id)))
            .order_by(Question.id.desc()).limit(OPEN_AT_MOST)
        )  # fmt: skip
        with self.database.session() as session:
            return [_open_row(session, question, asker) for question, asker in session.execute(asked).all()]

    def reports(self) -> list[Report]:
        """Return the answers that more people called wrong than right, and that are not settled; newest first."""
        score = func.sum(case((Vote.good, -1), else_=1))
        disliked = select(Vote.question_id).group_by(Vote.question_id).having(score > 0)
        beside = (Reason.question_id == Vote.question_id) & (Reason.user_id == Vote.user_id)
        called = (
            select(Vote.question_id).outerjoin(Reason, beside)
            .where(Vote.good.is_(False), or_(Reason.reason.is_(None), Reason.reason.in_(WRONG)))
        )  # fmt: skip
        found = (
            select(Question)
            .where(Question.id.in_(disliked), Question.id.in_(called), Question.id.not_in(select(Settled.question_id)))
            .order_by(Question.id.desc()).limit(OPEN_AT_MOST)
        )  # fmt: skip
        with self.database.reading() as session:
            return [Report(row.asked_at, asked_of(row).sources) for row in session.scalars(found)]

    def settle(self, questions: list[int]) -> bool:
        """Close questions; False when all of them are closed or forgotten already."""
        with self.database.session() as session:
            return _settle(session, questions)

    # -------------------------------------------------------------------------------------------- drafts

    def work(self, user_id: int) -> Work | None:
        """Return what an administrator is about to answer, None when there is nothing or it is too old."""
        with self.database.session() as session:
            row = session.get(Draft, user_id)
            if row is None or row.changed_at < now() - timedelta(minutes=DRAFT_MINUTES):
                return None
            return Work(row.question, row.passage_id, row.text)

    def set_work(self, user_id: int, work: Work | None) -> None:
        """Remember what an administrator is about to answer, None to forget it."""
        with self.database.session() as session:
            if work is None:
                session.execute(delete(Draft).where(Draft.user_id == user_id))
            else:
                session.merge(Draft(user_id=user_id, changed_at=now(), **asdict(work)))

    # ------------------------------------------------------------------------------------------- curated

    def publish(self, answer: CuratedAnswer, words: set[str], scope: str, questions: list[int]) -> int | None:
        """Keep an answer for questions asked in these words, and close them.

        Returns the answer's number, None when another administrator was first.
        """
        with self.database.session() as session:
            if not _settle(session, questions):
                return None
            row = Curated(
                text=answer.text,
                passage_id=answer.passage_id,
                citations=[asdict(citation) for citation in answer.citations],
                made_at=now(),
            )
            session.add(row)
            session.flush()
            session.execute(delete(CuratedKey).where(CuratedKey.words.in_(words), CuratedKey.scope == scope))
            session.add_all(CuratedKey(curated_id=row.id, words=said, scope=scope) for said in sorted(words))
            return row.id

    def curated(self, words: str) -> dict[str, CuratedAnswer]:
        """Return the answers to questions asked in these words, by the plans that they are about."""
        with self.database.reading() as session:
            rows = session.execute(_CURATED, {"said": words}).all()
        return {
            scope: CuratedAnswer(text, passage_id, tuple(Citation(**cited) for cited in citations))
            for scope, text, passage_id, citations in rows
        }


def _open_row(session: Session, question: Question, asker: Asker | None) -> OpenQuestion:
    angry = session.scalars(select(Vote.user_id).where(Vote.question_id == question.id, Vote.good.is_(False))).all()
    reasons = session.scalars(
        select(Reason.reason).where(Reason.question_id == question.id, Reason.user_id.in_(angry))
    ).all()
    status = [question.status] if question.status in OPEN_STATUSES else []
    asked = [asker.user_id] if asker else []
    return OpenQuestion(
        number=question.id,
        text=question.text,
        unit=question.unit,
        scope=(),
        people=frozenset([*asked, *angry]),
        why=tuple(dict.fromkeys([*status, *reasons])) or ("bad",),
        place=(question.chat_id, asker.thread_id if asker else None, question.message_id),
    )


def _settle(session: Session, questions: list[int]) -> bool:
    done = set(session.scalars(select(Settled.question_id).where(Settled.question_id.in_(questions))))
    there = set(session.scalars(select(Question.id).where(Question.id.in_(questions))))
    session.add_all(Settled(question_id=number) for number in sorted(there - done))
    return bool(there - done)
