"""The secret in a person's calendar addresses: one of their own, which can be replaced or given up at any time."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import quote

from sqlalchemy import delete, select

from bot.memory import Database, now
from bot.memory.rows import Feed

SECRET_BYTES = 24
BROWSERS = 10**15
"""Browsers that need no code stand under numbers from this one on, above those of readers with a code."""


@dataclass(frozen=True, slots=True)
class Feeds:
    """Whose calendar addresses are whose: a Telegram user's, a reader's with a code, or a browser's."""

    database: Database

    def secret_of(self, person: int) -> str | None:
        """Return the secret of a person, None when they have none."""
        with self.database.session() as session:
            row = session.get(Feed, person)
            return row.secret if row else None

    def renew(self, person: int) -> str:
        """Give a person a new secret; addresses with the old one end."""
        secret = secrets.token_urlsafe(SECRET_BYTES)
        with self.database.session() as session:
            session.merge(Feed(user_id=person, secret=secret, used_at=now()))
        return secret

    def give_up(self, person: int) -> None:
        """End a person's addresses."""
        with self.database.session() as session:
            session.execute(delete(Feed).where(Feed.user_id == person))

    def person(self, secret: str) -> int | None:
        """Return whose secret this is, None when it is nobody's, or no longer; it is in use."""
        with self.database.session() as session:
            feed = session.scalar(select(Feed).where(Feed.secret == secret))
            if feed and feed.used_at < now() - timedelta(days=1):
                feed.used_at = now()
            return feed.user_id if feed else None


def new_browser() -> int:
    """Return a number for a browser that has none."""
    return BROWSERS + secrets.randbits(48)


def feed_address(root: str, secret: str, plan_id: str) -> str:
    """Return the address of a plan's calendar. root: of the reading room, without a slash at its end."""
    return f"{root}/lich/{secret}/{quote(plan_id, safe='')}.ics"
