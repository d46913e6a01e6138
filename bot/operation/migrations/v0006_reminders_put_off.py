"""A reminder may be put off, and a chat may want to be told of its week."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the column and the table; no reminder was put off so far."""
    op.add_column("reminders", sa.Column("snoozed", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_table(
        "week_digests",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("topic", sa.BigInteger(), nullable=True),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("told_for", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("chat_id"),
    )
    op.create_index("ix_week_digests_user_id", "week_digests", ["user_id"])


def downgrade() -> None:
    """Take both away; what was done is over for a build that knows of no such end, what was put off stays."""
    op.drop_table("week_digests")
    op.drop_column("reminders", "snoozed")
    op.execute("UPDATE reminders SET state = 'sent' WHERE state = 'done'")
