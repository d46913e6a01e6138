"""What a version is known as beside its file's name; noted for older ones when they are read again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the column, empty."""
    op.add_column("versions", sa.Column("known_as", sa.String(length=64)))
    op.create_index("ix_versions_known_as", "versions", ["known_as"])


def downgrade() -> None:
    """Take it away: it is made from the plans' texts."""
    op.drop_index("ix_versions_known_as", "versions")
    op.drop_column("versions", "known_as")
