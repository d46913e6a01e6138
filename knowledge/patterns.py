"""Patterns that are compiled when they are first looked with.

Reading plans needs hundreds of long ones, a question few of them: compiling all was a quarter of a start.
"""

from __future__ import annotations

import re
import threading
from typing import Any, cast


def later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what serves as `re.compile(pattern, flags)` wherever a method of it is called."""
    return cast("re.Pattern[str]", _Later(pattern, flags))


_COMPILING = threading.RLock()
"""Who needs a pattern that another thread compiles waits for that one: two would take twice as long."""


class _Later:
    """Each method is the compiled pattern's own from its first use on."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._given = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        with _COMPILING:
            compiled = self.__dict__.setdefault("_compiled", None) or re.compile(*self._given)
            self.__dict__.update({"_compiled": compiled, name: getattr(compiled, name)})
        return self.__dict__[name]
