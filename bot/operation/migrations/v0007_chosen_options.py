"""Which option a person chose in a quiz, beside whether it was right."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the column; of answers so far only their being right is known."""
    op.add_column("quiz_answers", sa.Column("chosen", sa.BigInteger().with_variant(sa.Integer(), "sqlite")))


def downgrade() -> None:
    """Take it away."""
    op.drop_column("quiz_answers", "chosen")
