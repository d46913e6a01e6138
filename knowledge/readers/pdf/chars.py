"""PDFium's characters -> words with places; its drawn paths -> ruled lines."""

from __future__ import annotations

import ctypes
import itertools
import math
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from knowledge.readers.layout.model import Rule, Word
from knowledge.readers.oldfonts import OldFont, convert, is_capital_font, old_font

_SPACE = 0.23  # of the size: a gap without a space character that parts two words
_TOLD_SPACE = 0.15  # of the size: the room between two letters where PDFium tells a space that no character is for
_PEN = 0.1  # of the size: so near to where the font itself sets the next letter stands no other word ("11" is set wide)
_TRACKS = (0.08, 0.35)  # of the size: how far letters are set apart that are
_FEW = 6  # pairs of letters: fewer show no usual room
_THIN = 2.5  # points: a filled box thinner than this is a ruled line
_SHORT = 6.0  # points: a ruled line is longer
_BLANK = 0x20
_BROKEN = {0x2, 0xFFFE}  # how PDFium says the hyphen at a line's end
_MOST_CHARS = 40_000


@dataclass(slots=True)
class _Char:
    text: str
    x0: float
    x1: float
    y: float
    size: float
    font: str
    begin: float  # of the room that the font gives the letter, its strokes and the white around them
    end: float
    spaced: bool = False  # PDFium tells a space before it
    track: float = 0.0  # by how much the letters of its line are set apart


@dataclass(frozen=True, slots=True)
class Turn:
    """How a page's own coordinates become those of the page as it is shown. quarter: turns to the right."""

    quarter: int
    width: float
    height: float

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Return a point as shown, from the top left; width and height are those of the page as shown."""
        if self.quarter == 1:
            return y, x
        if self.quarter == 2:
            return self.width - x, y
        if self.quarter == 3:
            return self.width - y, self.height - x
        return x, self.height - y


def words_of(textpage: Any, turn: Turn) -> tuple[list[Word], int]:
    """Return the words of a page, and how many of its characters have no meaning that PDFium knows."""
    raw = textpage.raw
    count = min(pdfium.FPDFText_CountChars(raw), _MOST_CHARS)
    unknown = sum(1 for i in range(count) if pdfium.FPDFText_HasUnicodeMapError(raw, i) == 1)
    chars = list(_chars(raw, count, turn))
    _track(chars)
    words: list[Word] = []
    run: list[_Char] = []
    for char in chars:
        if run and not _follows(run[-1], char):
            words.append(_word(run))
            run = []
        if not char.text.isspace():
            run.append(char)
        elif run:
            words.append(_word(run))
            run = []
    if run:
        words.append(_word(run))
    return _joined([word for word in words if word.text]), unknown


def _chars(raw: Any, count: int, turn: Turn) -> Iterator[_Char]:
    x, y = ctypes.c_double(), ctypes.c_double()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    room = pdfium.FS_RECTF()
    fonts: dict[bytes, str] = {}
    spaced = False
    for i in range(count):
        code = pdfium.FPDFText_GetUnicode(raw, i)
        if code in (0, 0xA, 0xD, 0xFFFD) or (pdfium.FPDFText_IsGenerated(raw, i) == 1 and code not in _BROKEN):
            spaced = code == _BLANK
            continue
        if abs(pdfium.FPDFText_GetCharAngle(raw, i)) % math.pi > 0.3 and turn.quarter % 2 == 0:
            continue  # a stamp or watermark across the page
        pdfium.FPDFText_GetCharOrigin(raw, i, x, y)
        pdfium.FPDFText_GetCharBox(raw, i, left, right, bottom, top)
        char = "-" if code in _BROKEN else chr(code) if code < 0x110000 else ""
        x0, base = turn.place(x.value if char.isspace() else left.value, y.value)
        x1, _ = turn.place(right.value, y.value)
        size = pdfium.FPDFText_GetFontSize(raw, i) * _scale(raw, i)
        upright = turn.quarter == 0 and pdfium.FPDFText_GetLooseCharBox(raw, i, room)
        begin, end = (room.left, room.right) if upright else (min(x0, x1), max(x0, x1))
        yield _Char(char, min(x0, x1), max(x0, x1), base, max(size, 1.0), _font(raw, i, fonts), begin, end, spaced)
        spaced = False


def _track(chars: Sequence[_Char]) -> None:
    """Tell the letters of each line that is spaced out by how much it is: by its usual room between two letters."""
    for _, line in itertools.groupby(chars, key=lambda char: round(char.y)):
        members = [char for char in line if not unicodedata.combining(char.text[:1] or " ")]
        pairs = itertools.pairwise(members)
        gaps = [b.begin - a.end for a, b in pairs if not (a.text.isspace() or b.text.isspace())]
        usual = sorted(gaps)[len(gaps) // 4] if len(gaps) >= _FEW else 0.0  # of "là ở cơ sở" half are between words
        if _TRACKS[0] * members[0].size < usual < _TRACKS[1] * members[0].size:
            for char in members:
                char.track = usual


def _scale(raw: Any, i: int) -> float:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(raw, i, matrix):
        return 1.0
    return math.hypot(matrix.c, matrix.d) or 1.0


def _font(raw: Any, i: int, known: dict[bytes, str]) -> str:
    buffer = ctypes.create_string_buffer(96)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(raw, i, buffer, 96, flags)
    return known.setdefault(buffer.value, buffer.value.decode("utf-8", "replace"))


def _follows(last: _Char, char: _Char) -> bool:
    """Tell whether a character goes on with the word of the last one, as the file writes them."""
    if unicodedata.combining(char.text[:1] or " "):
        return True
    size = max(last.size, char.size)
    gap, small = char.x0 - last.x1 - char.track, min(last.size, char.size)
    room = char.begin - last.end - char.track
    near = -0.6 * size < gap < _SPACE * small or (gap > 0 and room < _PEN * small)
    parted = char.spaced and room >= _TOLD_SPACE * small
    return near and not parted and abs(char.y - last.y) < 0.1 * size and abs(char.size - last.size) < 0.15 * size


def _word(run: list[_Char]) -> Word:
    text = "".join(char.text for char in run)
    table = old_font(run[0].font)
    if table is not OldFont.NONE:
        text = convert(text, table) or text
        text = text.upper() if is_capital_font(run[0].font) else text
    letters = [char for char in run if not unicodedata.combining(char.text[:1] or " ")] or run
    return Word(
        unicodedata.normalize("NFC", text), min(c.x0 for c in letters), max(c.x1 for c in letters), letters[0].y,
        max(c.size for c in run),
    )  # fmt: skip


def _joined(words: list[Word]) -> list[Word]:
    """Mark the words that stand glued to the one before them in the line: other font or size, but no space."""
    order = sorted(range(len(words)), key=lambda i: (round(words[i].y), words[i].x0))
    out = list(words)
    for before, after in itertools.pairwise(order):
        a, b = words[before], words[after]
        same = abs(a.y - b.y) < 0.1 * a.size and abs(a.size - b.size) < 0.15 * a.size
        if same and -0.3 * a.size < b.x0 - a.x1 < 0.12 * a.size:
            out[after] = Word(b.text, b.x0, b.x1, b.y, b.size, True, b.confidence)
    return out


def bounds_of(item: Any) -> tuple[float, float, float, float]:
    """Return where an object stands on its page: left, bottom, right, top.

    Of what is drawn inside a form (pages that another program set on a sheet), PDFium tells the place in that form.
    """
    bounds, around = item.get_bounds(), item.container
    while around is not None:
        bounds, around = around.get_matrix().on_rect(*bounds), around.container
    left, bottom, right, top = bounds
    return left, bottom, right, top


def rules_of(page: Any, turn: Turn) -> list[Rule]:
    """Return the ruled lines that a page draws: strokes along its sides and filled boxes as thin as a line."""
    rules: list[Rule] = []
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=4):
        left, bottom, right, top = bounds_of(item)
        (x0, y0), (x1, y1) = turn.place(left, bottom), turn.place(right, top)
        box = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        rules.extend(_from_box(*box, stroked=_is_stroked(item)))
        if len(rules) > 4000:
            return []
    return rules


def _is_stroked(item: Any) -> bool:
    fill, stroke = ctypes.c_int(), pdfium.FPDF_BOOL()
    pdfium.FPDFPath_GetDrawMode(item.raw, fill, stroke)
    return bool(stroke.value)


def _from_box(x0: float, y0: float, x1: float, y1: float, *, stroked: bool) -> Iterator[Rule]:
    wide, high = x1 - x0, y1 - y0
    if high <= _THIN and wide > _SHORT:
        yield Rule(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
    elif wide <= _THIN and high > _SHORT:
        yield Rule((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)
    elif stroked and wide > _SHORT and high > _SHORT:  # a frame
        yield from (Rule(x0, y0, x1, y0), Rule(x0, y1, x1, y1), Rule(x0, y0, x0, y1), Rule(x1, y0, x1, y1))
