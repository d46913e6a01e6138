"""What release 0.2.0 lacks: updates and letters as rows, leases, files of uploads, corrections, a week's digest, feeds.

Builds between two releases took this in steps 0002 to 0008: what they have made already is left as it is.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0001"

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_HELD = ("plan_news", "reminders")


def upgrade() -> None:
    """Add the tables and columns, and drop who holds a reminder; a feed counts as asked for now."""
    for name, columns in _tables().items():
        op.create_table(name, *columns, if_not_exists=True)
    for table, indexed in (("inbox", "done"), ("inbox", "got_at"), ("outbox", "bot_id"), ("outbox", "made_at"),
                          ("outbox", "state"), ("week_digests", "user_id")):  # fmt: skip
        op.create_index(f"ix_{table}_{indexed}", table, [indexed], if_not_exists=True)
    for table, column in _columns():
        if not _has(table, column.name):
            op.add_column(table, column)
    for table in _HELD:
        if _has(table, "held_until"):
            op.drop_column(table, "held_until")
    if _has("feeds", "made_at"):
        op.alter_column("feeds", "made_at", new_column_name="used_at")
        op.execute(sa.text("UPDATE feeds SET used_at = CURRENT_TIMESTAMP"))


def downgrade() -> None:
    """Take it away, with what still waits; what was done is over for a build that knows of no such end."""
    for table in _HELD:
        op.add_column(table, sa.Column("held_until", sa.DateTime(), nullable=True))
    for table, column in _columns():
        op.drop_column(table, column.name)
    for name in _tables():
        op.drop_table(name)
    op.execute("UPDATE reminders SET state = 'sent' WHERE state = 'done'")


def _columns() -> tuple[tuple[str, sa.Column[object]], ...]:
    return (
        ("uploads", sa.Column("file", sa.LargeBinary())),
        ("reminders", sa.Column("snoozed", sa.Boolean(), nullable=False, server_default=sa.false())),
        ("quiz_answers", sa.Column("chosen", _NUMBER)),
    )


def _tables() -> dict[str, tuple[sa.schema.SchemaItem, ...]]:
    return {
        "counters": (
            sa.Column("name", sa.String(64), primary_key=True),
            sa.Column("value", sa.Integer(), nullable=False),
        ),
        "inbox": (
            sa.Column("bot_id", sa.BigInteger(), primary_key=True, autoincrement=False),
            sa.Column("update_id", sa.BigInteger(), primary_key=True, autoincrement=False),
            sa.Column("body", sa.String(), nullable=False),
            sa.Column("got_at", sa.DateTime(), nullable=False),
            sa.Column("tries", sa.Integer(), nullable=False),
            sa.Column("done", sa.Boolean(), nullable=False),
            *_held(),
        ),
        "outbox": (
            sa.Column("id", sa.Integer(), primary_key=True),
            sa.Column("bot_id", sa.BigInteger(), nullable=False),
            sa.Column("key", sa.String(200), nullable=False, unique=True),
            sa.Column("chat_id", sa.BigInteger(), nullable=False),
            sa.Column("call", sa.JSON(), nullable=False),
            sa.Column("file", sa.LargeBinary(), nullable=True),
            sa.Column("state", sa.String(16), nullable=False),
            sa.Column("tries", sa.Integer(), nullable=False),
            sa.Column("unsure", sa.Boolean(), nullable=False),
            sa.Column("made_at", sa.DateTime(), nullable=False),
            *_held(),
        ),
        "leases": (
            sa.Column("bot_id", sa.BigInteger(), primary_key=True, autoincrement=False),
            sa.Column("holder", sa.String(40), nullable=False),
            sa.Column("beat", _NUMBER, nullable=False),
        ),
        "amendments": (
            sa.Column("user_id", sa.BigInteger(), primary_key=True, autoincrement=False),
            sa.Column("link", _NUMBER, nullable=False),
            sa.Column("asked_at", sa.DateTime(), nullable=False),
        ),
        "week_digests": (
            sa.Column("chat_id", sa.BigInteger(), primary_key=True, autoincrement=False),
            sa.Column("topic", sa.BigInteger(), nullable=True),
            sa.Column("user_id", sa.BigInteger(), nullable=False),
            sa.Column("told_for", sa.Date(), nullable=False),
        ),
        "feeds": (
            sa.Column("user_id", sa.BigInteger(), primary_key=True, autoincrement=False),
            sa.Column("secret", sa.String(64), nullable=False, unique=True),
            sa.Column("used_at", sa.DateTime(), nullable=False),
        ),
    }


def _held() -> tuple[sa.Column[object], sa.Column[object]]:
    """Return which process has a row, and until when."""
    return sa.Column("held_by", sa.String(40), nullable=False), sa.Column("held_until", sa.DateTime(), nullable=False)


def _has(table: str, column: str) -> bool:
    return column in {each["name"] for each in sa.inspect(op.get_bind()).get_columns(table)}
