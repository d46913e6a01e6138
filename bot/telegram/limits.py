"""How fast the bot may send, kept before Telegram has to enforce it: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits."""

from __future__ import annotations

from collections import deque

CHAT_SECONDS = 1.0
"""Between two messages to one chat."""
GROUP_MINUTE = 20
"""Messages to one group in a minute."""
MINUTE = 60.0
_SLACK = 0.02
"""Messages meet on their way; so much longer than a second is the second that is counted."""


class Limits:
    """Says when the next message may go; `now` is in seconds of any steady clock.

    per_second: messages in all, 0 for no pace of any kind (only what Telegram itself asks to wait counts then).
    """

    def __init__(self, per_second: int) -> None:
        self.per_second = per_second
        self._all: deque[float] = deque(maxlen=per_second or 1)
        self._groups: dict[int, deque[float]] = {}

    def wait(self, now: float) -> float:
        """Return the seconds until any message may go."""
        if not self.per_second or len(self._all) < self.per_second:
            return 0.0
        return max(0.0, self._all[0] + 1.0 + _SLACK - now)

    def went(self, now: float) -> None:
        """Count a message that goes now."""
        self._all.append(now)

    def next_in(self, chat: int, now: float) -> float:
        """Count a message that has arrived in a chat, and return when the next one may go there."""
        if not self.per_second:
            return now
        if chat >= 0:
            return now + CHAT_SECONDS
        if len(self._groups) > 1000:
            self._groups = {group: sent for group, sent in self._groups.items() if sent[-1] > now - MINUTE}
        sent = self._groups.setdefault(chat, deque(maxlen=GROUP_MINUTE))
        sent.append(now)
        return max(now + CHAT_SECONDS, sent[0] + MINUTE if len(sent) == GROUP_MINUTE else 0.0)
