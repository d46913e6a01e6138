"""Equal questions on one generation are answered once: those asked meanwhile wait for the first one's answer."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field

from bot.ports import PlanLibrary
from knowledge.model import Answer

MOST = 512
FRESH_SECONDS = 10.0
"""How long an answer is shared: a flood asks the same within seconds, and a correction by hand shows soon."""
Key = tuple[str, str, str | None, tuple[str, ...], str]


@dataclass
class Answers:
    """Answers by what they depend on; any thread may ask. clock: in seconds."""

    clock: Callable[[], float] = time.monotonic
    _held: OrderedDict[Key, tuple[float, Future[Answer]]] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def ask(self, library: PlanLibrary, text: str, unit: str | None, history: tuple[str, ...]) -> Answer:
        """Answer as `library.ask` does."""
        key = (library.generation, text, unit, history, library.today().isoformat())
        own = Future[Answer]()
        with self._lock:
            until, future = self._held.get(key, (0.0, own))
            if self.clock() > until:
                future, self._held[key] = own, (self.clock() + FRESH_SECONDS, own)
                while len(self._held) > MOST:
                    self._held.popitem(last=False)
        if future is own:
            try:
                future.set_result(library.ask(text, unit=unit, history=history))
            except BaseException as error:
                with self._lock:
                    self._held.pop(key, None)
                future.set_exception(error)
        return future.result()
