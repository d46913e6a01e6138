"""Blocks of cue phrases made into one pattern each."""

from __future__ import annotations

import re
from functools import cached_property

from knowledge.understanding.tables.pieces import PIECES


class Cues:
    """Alternatives, one a line, that must stand between spaces; "<name>" is a piece of the table.

    Compiled when they are first looked for: most questions need few of them.
    """

    def __init__(self, block: str) -> None:
        self._block = block

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The alternatives between spaces."""
        block = self._block
        for name, piece in PIECES.items():
            block = block.replace(f"<{name}>", piece)
        return re.compile(" (?:" + "|".join(line.strip() for line in block.splitlines() if line.strip()) + ") ")

    def search(self, line: str) -> re.Match[str] | None:
        """Return the first place in a folded line where one of the cues stands."""
        return self.pattern.search(line)
