"""What a web page's own style sheet says of fonts and capitals, by element and class: Word's HTML says it nowhere else.

Only the last part of a selector counts. What a sheet hides is left alone: scripts show it again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_SIMPLE = re.compile(r"(?P<tag>[a-z][\w-]*|\*)?(?:\.(?P<class>[\w-]+))?")
_TELLS = re.compile(r"(?<![\w-])(?:font-family|text-transform)\s*:\s*[^;]+", re.IGNORECASE)
_MOST_RULES = 5_000
_LONGEST = 500  # characters of declarations for an element


class StyleSheet:
    """Declarations by element and class."""

    def __init__(self) -> None:
        self._rules: dict[tuple[str, str], str] = {}

    def add(self, text: str) -> None:
        """Read the text of a `style` element."""
        for rule in _COMMENT.sub("", text).split("}"):
            selectors, _, body = rule.rpartition("{")
            told = "; ".join(match[0].strip() for match in _TELLS.finditer(body))
            for selector in selectors.rpartition("{")[2].split(",") if told else ():
                simple = _SIMPLE.fullmatch(selector.split()[-1].lower()) if selector.strip() else None
                if simple and len(self._rules) < _MOST_RULES:
                    place = simple["tag"] or "*", simple["class"] or ""
                    self._rules[place] = f"{told}; {self._rules.get(place, '')}"[:_LONGEST]

    def of(self, tag: str, classes: Sequence[str]) -> str:
        """Return the declarations for an element, those that win first."""
        return "; ".join(self._found(tag, classes)) if self._rules else ""

    def _found(self, tag: str, classes: Sequence[str]) -> Iterator[str]:
        names = [name.lower() for name in classes]
        for place in (*((tag, name) for name in names), *(("*", name) for name in names), (tag, ""), ("*", "")):
            if place in self._rules:
                yield self._rules[place]
