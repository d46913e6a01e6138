"""Blocks of cue phrases made into one pattern each."""

from __future__ import annotations

import re

from knowledge.understanding.tables.pieces import PIECES


def cues(block: str) -> re.Pattern[str]:
    """Compile alternatives, one a line, that must stand between spaces; "<name>" is a piece of the table."""
    for name, piece in PIECES.items():
        block = block.replace(f"<{name}>", piece)
    return re.compile(" (?:" + "|".join(line.strip() for line in block.splitlines() if line.strip()) + ") ")
