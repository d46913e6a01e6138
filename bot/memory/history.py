"""The turns before a question, from which a follow-up is understood: those of its own chat and topic, and no others."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import or_, select

from bot.memory.asked import Asker
from bot.memory.database import Database, now
from bot.memory.state import Question

HISTORY_HOURS = 12
"""A question asked later than this after the last one starts a new conversation."""


def history(
    database: Database,
    chat_id: int,
    topic: int | None,
    turns: int,
    before_message: int | None = None,
    since: datetime | None = None,
) -> tuple[str, ...]:
    """Return the last questions of a chat's topic (asked `since`, UTC) whose answers were delivered, oldest first.

    topic: of a forum, None elsewhere. Left out are those of an edited message and after it, and those that have neither
    message nor reply: they were asked inline, in another chat.
    """
    theirs = select(Question).join(Asker).where(
        Question.chat_id == chat_id,
        Asker.thread_id == topic if topic is not None else Asker.thread_id.is_(None),
        Question.asked_at > now() - timedelta(hours=HISTORY_HOURS),
        or_(Question.message_id.is_not(None), Question.reply_id.is_not(None)),
    )  # fmt: skip
    if since is not None:
        theirs = theirs.where(Question.asked_at >= since)
    with database.session() as session:
        if before_message is not None:
            edited = (Question.chat_id == chat_id, Question.message_id == before_message)
            first = session.scalar(select(Question.id).where(*edited).order_by(Question.id).limit(1))
            theirs = theirs.where(Question.id < first) if first else theirs
        rows = session.scalars(theirs.order_by(Question.id.desc()).limit(turns)).all()
    return tuple(row.text for row in reversed(rows))
