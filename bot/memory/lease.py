"""Which of several processes of one bot leads: it alone polls Telegram and sends what nobody asked for.

Whoever leads counts its row up every few seconds. Another process takes over once it has seen the row unchanged for
`SECONDS` by its own clock, so that no two clocks are compared; while the database is away nobody sees anything, and the
one that leads goes on.
"""

from __future__ import annotations

import hashlib
import secrets
import socket
import time
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import BigInteger, String
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.memory.database import Base

SECONDS = 10.0
_PLACE = 16


class Leading(Base):
    """The process that leads a bot; holder: empty once it has ended in order; beat: counts up while it lives."""

    __tablename__ = "leases"
    __table_args__ = ({"info": {"passing": True}},)
    bot_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    holder: Mapped[str] = mapped_column(String(40))
    beat: Mapped[int]


def name_process(place: str) -> str:
    """Return a new name for this process; those of one place begin alike."""
    return f"{hashlib.sha256(place.encode()).hexdigest()[:_PLACE]}{secrets.token_hex(8)}"


def place_of(folder: Path) -> str:
    """Return the name of a folder of this machine."""
    return f"{socket.gethostname()}:{folder.absolute()}"


class Lease:
    """One process's eye on the row. holder: its name, of `name_process`."""

    def __init__(self, bot_id: int, holder: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._bot_id, self._holder, self._clock = bot_id, holder, clock
        self._seen: tuple[str, int] | None = None
        self._since = 0.0
        self.left_by = ""

    def look(self, session: Session, *, alone: bool) -> bool:
        """Return whether this process leads, and go on leading; part of the caller's transaction.

        alone: no other process lives at this place. `left_by` names the process that led before.
        """
        row = session.get(Leading, self._bot_id)
        if row is None:
            session.add(Leading(bot_id=self._bot_id, holder=self._holder, beat=0))
            return True
        if row.holder != self._holder and not self._is_left(row, alone=alone):
            return False
        if row.holder != self._holder:
            self.left_by, row.holder = row.holder, self._holder
        row.beat += 1
        return True

    def doubt(self) -> None:
        """Begin to watch anew, after the row could not be read."""
        self._seen = None

    def leave(self, session: Session) -> None:
        """Let another process lead at once; part of the caller's transaction."""
        row = session.get(Leading, self._bot_id)
        if row is not None and row.holder == self._holder:
            row.holder = ""

    def _is_left(self, row: Leading, *, alone: bool) -> bool:
        if not row.holder or (alone and row.holder.startswith(self._holder[:_PLACE])):
            return True
        seen, now = (row.holder, row.beat), self._clock()
        if seen != self._seen:
            self._seen, self._since = seen, now
        return now - self._since >= SECONDS
