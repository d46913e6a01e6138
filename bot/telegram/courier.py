"""Sends letters: in order within a chat, fairly between chats, within Telegram's limits, until each has arrived."""

from __future__ import annotations

import asyncio
import heapq
import logging
import time
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any, Protocol

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from bot.memory.post import DEAD, Post, Scribe
from bot.memory.work import Letter
from bot.telegram.line import Done, Line, NotSent, Outcome, Refused, Unknown
from bot.telegram.verdict import Fate, Verdict, is_edit, judge, marked

log = logging.getLogger(__name__)

HOLDS_UP = 6
"""Times that a letter is sent in vain before the chat's others go past it."""
AT_ONCE = 48
"""Calls under way."""
NIGHT_SECONDS = 60.0
"""Between two looks whether the hour is polite."""
LONGEST_OUTAGE_WAIT = 15.0
"""Between two questions whether Telegram is there again, at most."""
ASK_SECONDS = 10.0
"""That the answer to one may take."""
_Lane = tuple[int, bool]


class Hooks(Protocol):
    """What the features want to hear of their letters; each is part of the transaction that ends the letter."""

    def arrived(self, session: Session, letter: Letter, result: Any) -> None:
        """Note what Telegram made of a letter: the message or the poll."""

    def cut_off(self, session: Session, letter: Letter, told: str) -> None:
        """Note that a chat is closed to the bot."""

    def moved(self, session: Session, old: int, new: int) -> None:
        """Note that a group goes by another number."""

    def topic_gone(self, session: Session, letter: Letter, topic: int) -> None:
        """Note that a topic of a forum is gone."""

    def given_up(self, letter: Letter, told: str) -> None:
        """Tell whom it concerns that a letter never arrived."""

    async def renewed(self, letter: Letter) -> None:
        """Word a letter that has waited for long as of today."""

    def is_polite(self) -> bool:
        """Tell whether people may be written to unasked now."""


class Courier:
    """The outbox at work. Everything happens in the event loop; what has to last is written by the scribe."""

    def __init__(self, line: Line, scribe: Scribe, post: Post, limits: Limits, hooks: Hooks) -> None:
        self._line, self._scribe, self._post, self._limits, self._hooks = line, scribe, post, limits, hooks
        self._lanes: dict[_Lane, deque[Letter]] = {}
        self._ready: list[tuple[float, int, _Lane]] = []
        self._not_before: dict[int, float] = {}
        self._turn = 0
        self._under_way: set[asyncio.Task[None]] = set()
        self._wake = asyncio.Event()
        self._idle = asyncio.Event()
        self._idle.set()
        self._asking: asyncio.Task[None] | None = None
        self._closed_to: dict[int, float] = {}
        self._loop: asyncio.Task[None] | None = None
        self._stopping = False

    # ---------------------------------------------------------------------------------------------- the queue

    def add(self, letters: Iterable[Letter]) -> None:
        """Take letters into their chats' queues."""
        for letter in letters:
            if letter.gone:
                continue
            lane = (letter.chat_id, letter.polite)
            queue = self._lanes.get(lane)
            if queue is None:
                self._lanes[lane] = deque((letter,))
                self._line_up(lane, self._not_before.get(letter.chat_id, 0.0))
            else:
                queue.append(letter)
            self._idle.clear()
        self._wake.set()

    @property
    def held(self) -> list[int]:
        """The rows of the letters in hand."""
        return [letter.number for queue in self._lanes.values() for letter in queue if letter.number is not None]

    @property
    def waiting(self) -> list[Letter]:
        """The letters in hand."""
        return [letter for queue in self._lanes.values() for letter in queue]

    def is_settled(self, seconds: float = 5.0) -> bool:
        """Tell whether nothing is under way or goes within so many seconds."""
        soon = time.monotonic() + seconds
        return not self._under_way and all(at > soon for at, _, lane in self._ready if lane in self._lanes)

    async def settle(self) -> None:
        """Wait until that is so."""
        while not self.is_settled():
            self._idle.clear()
            await self._idle.wait()

    def _line_up(self, lane: _Lane, at: float) -> None:
        self._turn += 1
        heapq.heappush(self._ready, (at, self._turn, lane))

    # -------------------------------------------------------------------------------------------- its running

    def start(self) -> None:
        """Begin to send."""
        self._loop = asyncio.create_task(self._run(), name="courier")

    async def stop(self, seconds: float) -> None:
        """Begin no call any more, wait so long for those under way, and leave the rest to the outbox."""
        self._stopping = True
        self._wake.set()
        if self._asking is not None:
            self._asking.cancel()
        if self._loop is not None:
            await asyncio.wait({self._loop}, timeout=seconds)
        if self._under_way:
            _, late = await asyncio.wait(self._under_way, timeout=seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _run(self) -> None:
        while not self._stopping:
            self._wake.clear()
            wait = self._send_what_may_go()
            if self.is_settled():
                self._idle.set()
            # Not asyncio.wait_for, which can swallow a cancellation before Python 3.12.
            with suppress(TimeoutError):
                async with asyncio.timeout(wait):
                    await self._wake.wait()

    def _send_what_may_go(self) -> float | None:
        """Begin every call that may go now; return the seconds until the next one may, None when none waits."""
        while self._ready and len(self._under_way) < AT_ONCE and self._asking is None:
            now = time.monotonic()
            at, _, lane = self._ready[0]
            wait = max(at - now, self._limits.wait(now))
            if wait > 0:
                return wait
            heapq.heappop(self._ready)
            queue = self._lanes[lane]
            if lane[1] and not self._hooks.is_polite():
                self._line_up(lane, now + NIGHT_SECONDS)
                continue
            if self._not_before.get(lane[0], 0.0) > now:  # the chat's other lane has just sent something
                self._line_up(lane, self._not_before[lane[0]])
                continue
            self._limits.went(now)
            task = asyncio.create_task(self._deliver(queue[0], lane))
            self._under_way.add(task)
            task.add_done_callback(self._under_way.discard)
            task.add_done_callback(lambda _: self._wake.set())
        return None

    # -------------------------------------------------------------------------------------------- one letter

    async def _deliver(self, letter: Letter, lane: _Lane) -> None:
        """Try to send the first letter of a lane, and line the lane up again."""
        if letter.polite:
            await self._renewed(letter)
        letter.tries, letter.sending = letter.tries + 1, True
        topic = letter.parameters.get("message_thread_id")
        await self._write(lambda session: self._post.keep(session, letter), letter)
        if letter.gone:
            self._go_on(letter, lane, Verdict(Fate.DEAD))
            return
        outcome = await self._line.call(letter.method, marked(letter, time.time()), letter.file)
        if isinstance(outcome, NotSent | Unknown) and self._asking is None and not self._stopping:
            self._asking = asyncio.create_task(self._ask_until_answered(outcome.reason))
        verdict = judge(letter, outcome, time.time())
        letter.sending = False
        if topic is not None and "message_thread_id" not in letter.parameters:
            await self._write(lambda session: self._hooks.topic_gone(session, letter, topic))
        await self._settle(letter, verdict, outcome.result if isinstance(outcome, Done) else None)
        self._go_on(letter, lane, verdict)

    async def _renewed(self, letter: Letter) -> None:
        try:
            await self._hooks.renewed(letter)
        except Exception:
            log.exception("a letter goes as it was first worded")

    async def _settle(self, letter: Letter, verdict: Verdict, result: Any) -> None:
        """Write down what came of it."""
        if verdict.fate is Fate.ARRIVED and letter.rest:
            letter.parameters.pop("reply_parameters", None)
            letter.parameters["text"], letter.tries, letter.unsure = letter.rest.pop(0), 0, False
            letter.asked = None
            await self._write(lambda session: self._post.keep(session, letter), letter)
        elif verdict.fate is Fate.ARRIVED:
            letter.gone = True
            log.info("sent", extra={"request": letter.key.rpartition(".")[0], "method": letter.method})
            await self._write(lambda session: self._arrived(session, letter, result))
        elif verdict.fate is Fate.AGAIN:
            await self._write(lambda session: self._post.keep(session, letter), letter)
        elif verdict.fate is Fate.MOVED:
            self._not_before.pop(letter.chat_id, None)
            await self._write(lambda session: self._moved(session, letter, verdict.chat))
        else:
            letter.gone = True
            await self._write(lambda session: self._ended(session, letter, verdict))
            self._tell(letter, verdict)

    def _arrived(self, session: Session, letter: Letter, result: Any) -> None:
        self._end(session, letter)
        self._hooks.arrived(session, letter, result)

    def _ended(self, session: Session, letter: Letter, verdict: Verdict) -> None:
        self._end(session, letter, DEAD)
        if verdict.fate is Fate.CUT_OFF:
            self._hooks.cut_off(session, letter, verdict.told)

    def _end(self, session: Session, letter: Letter, state: str = "sent") -> None:
        if letter.number is not None:
            self._post.end(session, letter, state)

    def _moved(self, session: Session, letter: Letter, new: int) -> None:
        old = letter.chat_id
        self._hooks.moved(session, old, new)
        if letter.number is not None:
            self._post.keep(session, letter)

    def _tell(self, letter: Letter, verdict: Verdict) -> None:
        if verdict.fate is Fate.CUT_OFF:
            now = time.monotonic()
            if now > self._closed_to.get(letter.chat_id, 0.0):
                log.warning("a chat is closed to the bot and is left alone: %s", verdict.told)
            if len(self._closed_to) > 1000:
                self._closed_to.clear()
            self._closed_to[letter.chat_id] = now + 3600
        else:
            log.error("a letter (%s) is given up: %s", letter.method, verdict.told)
            self._hooks.given_up(letter, verdict.told)

    def _go_on(self, letter: Letter, lane: _Lane, verdict: Verdict) -> None:
        """Let the chat's next letter follow, or the same one again."""
        now, queue = time.monotonic(), self._lanes[lane]
        if verdict.fate is Fate.AGAIN:
            next_at = now + verdict.wait
        elif verdict.fate is Fate.ARRIVED and not (is_edit(letter) and letter.chat_id > 0):
            next_at = self._limits.next_in(letter.chat_id, now)
        else:
            next_at = now
        if len(self._not_before) > 5000:
            self._not_before = {chat: at for chat, at in self._not_before.items() if at > now}
        self._not_before[letter.chat_id] = max(next_at, self._not_before.get(letter.chat_id, 0.0))
        if letter.gone:
            queue.popleft()
        elif verdict.fate is Fate.AGAIN and letter.tries >= HOLDS_UP and len(queue) > 1:
            queue.rotate(-1)
            next_at = self._not_before[letter.chat_id] = now
        if verdict.fate is Fate.MOVED:
            del self._lanes[lane]
            for other in queue:
                other.chat_id = other.parameters["chat_id"] = verdict.chat
                if other.instead:
                    other.instead["chat_id"] = verdict.chat
            self.add(queue)
        elif queue:
            self._line_up(lane, max(next_at, self._not_before[letter.chat_id]))
        else:
            del self._lanes[lane]

    async def _write(self, change: Callable[[Session], object], needs: Letter | None = None) -> None:
        """Write, and go on when that is impossible: what was not written is told again, with its mark."""
        if needs is not None and needs.number is None:
            return
        try:
            await self._scribe.write(change)
        except SQLAlchemyError as error:
            log.warning("the outbox could not be written: %s", getattr(error, "orig", None) or error)
        except Exception:  # of a feature that heard of it; the chat's other letters go on
            log.exception("what became of a letter could not be noted")

    async def _ask_until_answered(self, reason: str) -> None:
        """Hold all letters back until Telegram answers something harmless.

        A letter that goes out meanwhile may arrive without anybody's hearing of it, and so arrive twice.
        """
        wait = 0.5
        try:
            while not _answers(await self._line.call("getMe", {}, seconds=ASK_SECONDS)):
                if wait == 0.5:
                    log.warning("Telegram cannot be reached, letters wait: %s", reason)
                await asyncio.sleep(wait)
                wait = min(LONGEST_OUTAGE_WAIT, 2 * wait)
            if wait > 0.5:
                log.warning("Telegram can be reached again")
        finally:
            self._asking = None
            self._wake.set()


def _answers(outcome: Outcome) -> bool:
    return isinstance(outcome, Done) or (isinstance(outcome, Refused) and outcome.code < 500)


# --------------------------------------------------------------------------------------------------------------- limits

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
