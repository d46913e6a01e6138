"""Tables of any kind of file: is one data or only layout, and its lines as the parser reads them.

A data table becomes a Markdown pipe table: a row a line, merged cells repeated, the heads in its first line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import normalize

from knowledge.text import fold

Rows = Sequence[Sequence[str]]
"""Cells by row; every row as long as the first."""

_LETTERHEAD = re.compile(r"cong hoa xa hoi|doc lap\s*[-–]\s*tu do")
_NAME_OVER_ALL = re.compile("ĐẢNG CỘNG SẢN|ĐOÀN (?:TNCS|THANH NIÊN CỘNG SẢN) HỒ CHÍ MINH")
"""Of the Party and of its youth, in capitals as above their papers; in a data table they are named in small letters."""
_TAIL = re.compile(r"(?:^|\n)\W*noi nhan\b")
_SIGNED = re.compile(r"(?:^|\n)\W*(?:tm|kt|tl|tuq|t/m|k/t|t/l|q)\s*[./]?\s")
_LONG = 1200
_TO, _LONGEST_HEAD = "noi nhan", 40  # characters
_NOTE = re.compile(r"\W{0,4}(?:đã |chữ )?k[ýí](?!\w).{0,30}", re.IGNORECASE)
_NAME_WORDS, _LONGEST_NAME = range(2, 9), 60  # titles and a rank included; characters
_FEWEST_ROWS, _MOST_ROWS = 2, 6


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's cells by row and column, each text repeated wherever its merged cell reaches; heads: how many rows the
    header has; cells: each cell's text once, in reading order."""

    rows: tuple[tuple[str, ...], ...]
    heads: int
    cells: tuple[str, ...]

    @property
    def is_layout(self) -> bool:
        """Tell whether the table only sets text side by side: a letterhead, a signature, a frame."""
        width = max(map(len, self.rows), default=0)
        written = "\n".join(self.cells)
        whole = fold(written)
        if width <= 1 or len(self.rows) == 0:
            return True
        headed = _LETTERHEAD.search(whole) or _NAME_OVER_ALL.search(normalize("NFC", written))
        if width <= 4 and (headed or (_TAIL.search(whole) and not self._sends)):
            return True
        if len(self.rows) <= 2 and width <= 3 and _SIGNED.search(whole):
            return True
        return len(self.rows) == 1 or (len(self.rows) <= 2 and any(len(cell) > _LONG for cell in self.cells))

    @property
    def _sends(self) -> bool:
        """Tell whether "Nơi nhận" is the head of a column, beside others: "Loại báo cáo", "Đơn vị gửi", "Thời hạn"."""
        first = [cell.strip() for cell in self.rows[0]]
        others = [cell for cell in first if cell and fold(cell) != _TO]
        short = all(len(cell) <= _LONGEST_HEAD and not cell.isupper() and ":" not in cell for cell in others)
        return len(others) > 1 and len(others) < len(first) and short and len(self.rows) > 1


def signers(rows: Rows) -> list[str]:
    """Return the columns of a table that sets signers beside each other, each from its office to its name, and that of
    the recipients; [] for any other table, also for one that reads the same when its cells are taken in order."""
    if not _FEWEST_ROWS <= len(rows) <= _MOST_ROWS:
        return []
    columns = [list(dict.fromkeys(filter(None, column))) for column in zip(*rows, strict=True)]
    texts = list(dict.fromkeys("\n".join(column) for column in columns if column))
    signed = [text.split("\n") for text in texts if not _TAIL.match(fold(text))]
    signed = [[line.strip() for line in lines if line.strip()] for lines in signed]
    sure = any(_SIGNED.match(fold(lines[0])) or any(map(_NOTE.fullmatch, lines)) or len(lines) > 2 for lines in signed)
    return texts if len(signed) > 1 and sure and all(map(_is_signer, signed)) else []


def _is_signer(lines: Sequence[str]) -> bool:
    """Tell whether lines are an office in capitals, perhaps a note, and a name."""
    *above, name = [line for line in lines if not _NOTE.fullmatch(line)] or [""]
    offices = bool(above) and all(line.isupper() and not line[0].isdigit() for line in above)
    words = name.split() if len(name) <= _LONGEST_NAME else []
    letters = all(re.fullmatch(r"[^\W\d_]+(?:['’.][^\W\d_]+)*[.,]?", word) for word in words)
    return offices and len(words) in _NAME_WORDS and letters and all(word[0].isupper() for word in words[-2:])


def pipe_table(rows: Rows, heads: int = 1) -> str:
    """Return rows as a pipe table. heads: how many of the first rows make the header; several are joined by column.

    Empty columns and rows, which only space a form out, are left out.
    """
    kept = _without_empty([[" ".join(cell.split()).replace("|", "\\|") for cell in row] for row in rows])
    if not kept:
        return ""
    heads = max(1, min(heads, len(kept) - 1)) if len(kept) > 1 else 1
    header = [_joined(cells) for cells in zip(*kept[:heads], strict=True)]
    lines = [header, ["---"] * len(header), *kept[heads:]]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def in_words(rows: Rows) -> str:
    """Return a table that stands in a cell of another as words: its heads are told by what is below them."""
    told = [list(dict.fromkeys(filter(None, row))) for row in rows]
    pairs = all(len(row) == 2 for row in told)
    return "; ".join((": " if pairs else " – ").join(row) for row in told)


def _joined(cells: Sequence[str]) -> str:
    """Join the heads of a column, from the top: "Kết quả - Năm 2024"; a merged head stands once."""
    return " - ".join(dict.fromkeys(cell for cell in cells if cell))


def _without_empty(rows: list[list[str]]) -> list[list[str]]:
    filled = [row for row in rows if any(row)]
    columns = [at for at in range(len(filled[0]) if filled else 0) if any(row[at] for row in filled)]
    return [[row[at] for at in columns] for row in filled]


def merged_heads(grid: Sequence[Sequence[str]]) -> int:
    """Return 2 where the first row's heads are split by a second one: one head over two, the others over both rows."""
    if len(grid) < 3 or len(grid[0]) < 3:
        return 1
    first, second = grid[0], grid[1]
    wide = any(a and a == b for a, b in pairwise(first))
    deep = any(a and a == b for a, b in zip(first, second, strict=True))
    return 2 if wide and deep and len(set(first)) > 1 else 1
