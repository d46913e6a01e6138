"""A closed bot: who is let in, and how fast anybody may go.

Chats that an administrator has let in, and requests that wait with a pairing code. The code stands on both sides, so
that an administrator knows that the person at the door is the one on the phone.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass, replace
from datetime import timedelta

from sqlalchemy import delete, func, select

from bot.memory import Database, now
from bot.memory.rows import PAIRING_DAYS, AllowedChat, Feed, Pairing

CODE_LENGTH = 6
_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that is taken for another one
SAME_VISIT = timedelta(hours=1)
READING_LETTERS = 12
"""Letters of a code for the reading room: sixty bits."""
READERS = 4 * 10**14
"""Readers in a browser stand among the chats let in from this number on, far above those that Telegram has given."""
READER = "{name} (phòng đọc)"


@dataclass(frozen=True, slots=True)
class Request:
    """A request. fresh: made just now, so that the administrators are to be told; others: open ones that the same
    person has made in the last hour."""

    number: int
    chat_id: int
    name: str
    code: str
    refused: bool
    fresh: bool = False
    others: int = 0


@dataclass(frozen=True, slots=True)
class Access:
    """The doors of a closed bot."""

    database: Database

    def allows(self, chat_id: int) -> bool:
        """Tell whether a chat was let in."""
        with self.database.session() as session:
            return session.get(AllowedChat, chat_id) is not None

    def request(self, chat_id: int, user_id: int, name: str) -> Request:
        """Return the chat's request, made now if there is none that still counts."""
        with self.database.session() as session:
            session.execute(delete(Pairing).where(Pairing.asked_at < now() - timedelta(days=PAIRING_DAYS)))
            row = session.scalar(select(Pairing).where(Pairing.chat_id == chat_id))
            if row is not None:
                return _request(row)
            row = Pairing(chat_id=chat_id, user_id=user_id, name=name[:200], code=_code(), asked_at=now())
            theirs = (Pairing.user_id == user_id, Pairing.refused.is_(False), Pairing.asked_at > now() - SAME_VISIT)
            others = session.scalar(select(func.count()).select_from(Pairing).where(*theirs)) or 0
            session.add(row)
            session.flush()
            return replace(_request(row), fresh=True, others=others)

    def first_of(self, user_id: int) -> Request | None:
        """Return the oldest open request of a person."""
        theirs = select(Pairing).where(Pairing.user_id == user_id, Pairing.refused.is_(False)).order_by(Pairing.id)
        with self.database.session() as session:
            row = session.scalar(theirs.limit(1))
            return _request(row) if row else None

    def approve(self, number: int) -> Request | None:
        """Let the chat of a request in; None when the request was decided on or forgotten."""
        with self.database.session() as session:
            row = session.get(Pairing, number)
            if row is None:
                return None
            session.merge(AllowedChat(chat_id=row.chat_id, name=row.name, since=now()))
            session.delete(row)
            return _request(row)

    def refuse(self, number: int) -> Request | None:
        """Keep the chat of a request out; None when the request was decided on or forgotten."""
        with self.database.session() as session:
            row = session.get(Pairing, number)
            if row is None or row.refused:
                return None
            row.refused = True
            return _request(row)

    def revoke(self, chat_id: int) -> str | None:
        """Put a chat out again, end its calendar addresses and return its name, None when it was not in."""
        with self.database.session() as session:
            row = session.get(AllowedChat, chat_id)
            if row is None:
                return None
            session.delete(row)
            session.execute(delete(Feed).where(Feed.user_id == chat_id))
            return row.name

    def give_code(self, name: str) -> str:
        """Let somebody into the reading room and return their code, of which only a digest is kept."""
        code = "".join(secrets.choice(_LETTERS) for _ in range(READING_LETTERS))
        with self.database.session() as session:
            session.merge(AllowedChat(chat_id=reader_of(code), name=name[:200], since=now()))
        return "-".join(code[at : at + 4] for at in range(0, READING_LETTERS, 4))

    def requests(self) -> list[Request]:
        """Return the requests, those that wait first, oldest first."""
        with self.database.session() as session:
            rows = session.scalars(select(Pairing).order_by(Pairing.refused, Pairing.id)).all()
            return [_request(row) for row in rows]

    def allowed(self) -> list[tuple[int, str]]:
        """Return (chat id, name) of the chats let in, by name."""
        with self.database.session() as session:
            rows = session.execute(select(AllowedChat.chat_id, AllowedChat.name).order_by(AllowedChat.name)).all()
            return [(chat_id, name) for chat_id, name in rows]

    def named(self, who: str) -> list[tuple[int, str]]:
        """Return (number, name) of those whom a number, a code for the reading room or a name as in /truycap means.

        A number and a code mean somebody whether or not they are let in still; their name is "" then.
        """
        known = self.allowed()
        number = _number_in(who)
        if number is not None:
            return [(number, dict(known).get(number, ""))]
        said = {who.strip().casefold(), READER.format(name=who.strip()).casefold()}
        return [(chat_id, name) for chat_id, name in known if name.casefold() in said]


def _number_in(who: str) -> int | None:
    """Return the number that is written, or that a code stands for."""
    if re.fullmatch(r"-?\d{1,17}", who.strip()):
        return int(who)
    letters = re.sub(r"[\s-]", "", who).upper()
    is_code = len(letters) == READING_LETTERS and set(letters) <= set(_LETTERS) and "-" in who
    return reader_of(letters) if is_code else None


def reader_of(code: str) -> int:
    """Return the number under which whoever holds a code stands among the chats let in."""
    letters = "".join(char for char in code.upper() if char.isalnum())
    return READERS + int.from_bytes(hashlib.sha256(letters.encode()).digest()[:6])


def _request(row: Pairing) -> Request:
    return Request(row.id, row.chat_id, row.name, row.code, bool(row.refused))


def _code() -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(CODE_LENGTH))
