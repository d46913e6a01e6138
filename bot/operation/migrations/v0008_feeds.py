"""The secret of each person's calendar addresses."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the table; addresses so far were counted from the key of the sessions, and end."""
    op.create_table(
        "feeds",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("secret", sa.String(64), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("user_id"),
        sa.UniqueConstraint("secret"),
    )


def downgrade() -> None:
    """Take it away."""
    op.drop_table("feeds")
