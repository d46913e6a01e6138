"""How often the corrections were changed: what counts on when one is taken back."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the counter; it begins with the number of the newest correction."""
    op.create_table(
        "corrections_counters",
        sa.Column("name", sa.String(length=16), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.execute(
        "INSERT INTO corrections_counters (name, value) "
        "SELECT 'changes', MAX(number) FROM corrections HAVING MAX(number) IS NOT NULL"
    )


def downgrade() -> None:
    """Take it away."""
    op.drop_table("corrections_counters")
