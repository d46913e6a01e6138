"""The file of a plan that was sent, for pictures of its pages."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the column, empty."""
    op.add_column("uploads", sa.Column("file", sa.LargeBinary()))


def downgrade() -> None:
    """Take it away."""
    op.drop_column("uploads", "file")
