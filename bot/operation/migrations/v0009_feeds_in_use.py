"""When a calendar address was last asked for, in place of when it was made."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Rename the column; addresses so far count as asked for now, since nobody knows."""
    op.alter_column("feeds", "made_at", new_column_name="used_at")
    op.execute(sa.text("UPDATE feeds SET used_at = CURRENT_TIMESTAMP"))


def downgrade() -> None:
    """Name it as before."""
    op.alter_column("feeds", "used_at", new_column_name="made_at")
