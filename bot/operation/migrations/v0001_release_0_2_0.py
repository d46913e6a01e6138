"""The tables of the bot's memory as release 0.2.0 has them: the first revision.

A database of that release is marked with it when it is opened; a new one is made whole at once.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_TABLES = (
    "allowed_chats", "chats", "curated", "day_counts", "drafts", "links", "news_declined", "pairings", "plan_news",
    "questions", "quizzes", "reminders", "uploads", "askers", "curated_keys", "quiz_answers", "quiz_polls",
    "reasons", "settled", "votes",
)  # fmt: skip
"""In the order in which they are made."""


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "allowed_chats", _column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
        _column("name", sa.String(200)), _column("since", sa.DateTime),
    )  # fmt: skip
    op.create_table(
        "chats", _column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
        _column("unit", sa.String(255), nullable=True), _column("choosing", sa.Boolean),
    )  # fmt: skip
    op.create_table(
        "curated", _id(), _column("text", sa.String), _column("passage_id", sa.String(255)),
        _column("citations", sa.JSON), _column("made_at", sa.DateTime),
    )  # fmt: skip
    op.create_table(
        "day_counts", _column("day", sa.Date, primary_key=True), _column("questions", sa.Integer),
        _column("refusals", sa.Integer),
    )  # fmt: skip
    op.create_table(
        "drafts", _column("user_id", sa.BigInteger, primary_key=True, autoincrement=False),
        _column("question", sa.Integer), _column("passage_id", sa.String(255), nullable=True),
        _column("text", sa.String, nullable=True), _column("changed_at", sa.DateTime),
    )  # fmt: skip
    op.create_table(
        "links", _id(), _column("name", sa.String, unique=True), sqlite_autoincrement=True,
    )  # fmt: skip
    op.create_table(
        "news_declined", _column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
    )  # fmt: skip
    op.create_table(
        "pairings", _id(), _column("chat_id", sa.BigInteger, unique=True), _column("user_id", sa.BigInteger),
        _column("name", sa.String(200)), _column("code", sa.String(16)), _column("asked_at", sa.DateTime),
        _column("refused", sa.Boolean), sqlite_autoincrement=True,
    )  # fmt: skip
    op.create_table(
        "plan_news", _id(), _column("chat_id", sa.BigInteger, index=True), _column("plan_id", sa.String(255)),
        _column("title", sa.String), _column("told", sa.String), _column("made_at", sa.DateTime),
        _column("held_until", sa.DateTime, nullable=True), sa.UniqueConstraint("chat_id", "plan_id"),
        sqlite_autoincrement=True,
    )  # fmt: skip
    op.create_table(
        "questions", _id(), _column("chat_id", sa.BigInteger, index=True),
        _column("asked_at", sa.DateTime, index=True), _column("text", sa.String),
        _column("unit", sa.String(255), nullable=True), _column("history", sa.JSON), _column("status", sa.String(32)),
        _column("sources", sa.JSON), _column("choices", sa.JSON), _column("message_id", sa.BigInteger, nullable=True),
        _column("reply_id", sa.BigInteger, nullable=True), sqlite_autoincrement=True,
    )  # fmt: skip
    op.create_table(
        "quizzes", _id(), _column("chat_id", sa.BigInteger, index=True),
        _column("thread_id", sa.BigInteger, nullable=True), _column("user_id", sa.BigInteger),
        _column("questions", sa.JSON), _column("place", sa.Integer), _column("over", sa.Boolean),
        _column("started_at", sa.DateTime), sqlite_autoincrement=True,
    )  # fmt: skip
    op.create_table(
        "reminders", _id(), _column("chat_id", sa.BigInteger, index=True),
        _column("topic", sa.BigInteger, nullable=True), _column("user_id", sa.BigInteger, index=True),
        _column("duty", sa.String(300)), _column("told", sa.String), _column("due", sa.Date, nullable=True),
        _column("remind_on", sa.Date, index=True), _column("before", sa.Integer, nullable=True),
        _column("state", sa.String(16), index=True), _column("held_until", sa.DateTime, nullable=True),
        _column("again", sa.Boolean), sa.UniqueConstraint("chat_id", "duty", "remind_on"), sqlite_autoincrement=True,
    )  # fmt: skip
    op.create_table(
        "uploads", _id(), _column("user_id", sa.BigInteger, index=True), _column("name", sa.String(255)),
        _column("document", sa.JSON(none_as_null=True), nullable=True),
        _column("replaces", sa.JSON(none_as_null=True), nullable=True),
        _column("new_id", sa.String(255), nullable=True), _column("sent_at", sa.DateTime, index=True),
        _column("stage", sa.String(16)), _column("held_until", sa.DateTime, nullable=True), sqlite_autoincrement=True,
    )  # fmt: skip
    op.create_table(
        "askers", _of("questions", "question_id", primary_key=True), _column("user_id", sa.BigInteger, index=True),
        _column("thread_id", sa.BigInteger, nullable=True),
    )  # fmt: skip
    op.create_table(
        "curated_keys", _id(), _of("curated", "curated_id", index=True), _column("words", sa.String),
        _column("scope", sa.String), sa.UniqueConstraint("words", "scope"),
    )  # fmt: skip
    op.create_table(
        "quiz_answers", _id(), _of("quizzes", "quiz_id", index=True), _column("place", sa.Integer),
        _column("user_id", sa.BigInteger, index=True), _column("name", sa.String(200)), _column("right", sa.Boolean),
        sa.UniqueConstraint("quiz_id", "place", "user_id"),
    )  # fmt: skip
    op.create_table(
        "quiz_polls", _column("poll_id", sa.String(64), primary_key=True), _of("quizzes", "quiz_id", index=True),
        _column("place", sa.Integer),
    )  # fmt: skip
    op.create_table(
        "reasons", _id(), _of("questions", "question_id", index=True), _column("user_id", sa.BigInteger),
        _column("reason", sa.String(16)), sa.UniqueConstraint("question_id", "user_id"),
    )  # fmt: skip
    op.create_table(
        "settled", _of("questions", "question_id", primary_key=True),
    )  # fmt: skip
    op.create_table(
        "votes", _id(), _of("questions", "question_id", index=True), _column("user_id", sa.BigInteger),
        _column("good", sa.Boolean), _column("voted_at", sa.DateTime), sa.UniqueConstraint("question_id", "user_id"),
    )  # fmt: skip


def downgrade() -> None:
    """Take them away, and all that they hold."""
    for table in reversed(_TABLES):
        op.drop_table(table)


def _column(name: str, kind: Any, *, nullable: bool = False, **more: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=nullable, **more)


def _id() -> sa.Column[Any]:
    return sa.Column("id", sa.Integer, primary_key=True)


def _of(table: str, name: str, **more: Any) -> sa.Column[Any]:
    """A row that falls with one of another table."""
    return sa.Column(name, sa.Integer, sa.ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=False, **more)
