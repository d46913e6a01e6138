"""Updates and letters become rows; a row of reminders or news is no longer held while it is sent.

A file that a build between two releases has made may have the tables already, and lack what is dropped here.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_HELD = ("plan_news", "reminders")


def upgrade() -> None:
    """Add the tables, and drop who holds a reminder."""
    op.create_table(
        "counters",
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
        if_not_exists=True,
    )
    op.create_table(
        "inbox",
        sa.Column("bot_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("got_at", sa.DateTime(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.Column("held_by", sa.String(length=40), nullable=False),
        sa.Column("held_until", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("bot_id", "update_id"),
        if_not_exists=True,
    )
    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("call", sa.JSON(), nullable=False),
        sa.Column("file", sa.LargeBinary(), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("unsure", sa.Boolean(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("held_by", sa.String(length=40), nullable=False),
        sa.Column("held_until", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key"),
        if_not_exists=True,
    )
    for table, column in (("inbox", "done"), ("inbox", "got_at"), ("outbox", "bot_id"), ("outbox", "made_at"),
                          ("outbox", "state")):  # fmt: skip
        op.create_index(f"ix_{table}_{column}", table, [column], if_not_exists=True)
    for table in _HELD:
        if _has(table):
            op.drop_column(table, "held_until")


def downgrade() -> None:
    """Take away the tables, with what still waits in them."""
    for table in _HELD:
        if not _has(table):
            op.add_column(table, sa.Column("held_until", sa.DateTime(), nullable=True))
    for table in ("outbox", "inbox", "counters"):
        op.drop_table(table)


def _has(table: str) -> bool:
    return "held_until" in {column["name"] for column in sa.inspect(op.get_bind()).get_columns(table)}
