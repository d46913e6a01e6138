"""How a version is served; of those that were read before it is made when they are opened."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the table, empty."""
    op.create_table(
        "served",
        sa.Column("plan_id", sa.String(length=255), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("made_by", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id", "sha256"],
            ["versions.plan_id", "versions.sha256"],
            name="served_version",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("plan_id", "sha256"),
        if_not_exists=True,
    )


def downgrade() -> None:
    """Take it away: it is made from the other tables."""
    op.drop_table("served")
