"""A version's evidence units; those of versions that were read before are made when they are read again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the table, unless a build between two releases has."""
    op.create_table(
        "evidence",
        sa.Column("plan_id", sa.String(length=255), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("units", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id", "sha256"],
            ["versions.plan_id", "versions.sha256"],
            name="evidence_version",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("plan_id", "sha256"),
        if_not_exists=True,
    )


def downgrade() -> None:
    """Take it away: it is made from the plans' texts."""
    op.drop_table("evidence")
