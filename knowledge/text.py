"""Text as the house reads it: NFC, visible characters, folding and tokens, in one place for index and query.

Cleaning never loses the way back. A `MappedText` is clean text in which every character knows the half-open span of
the source it came from, so a match in clean text becomes a quote in the source. Offsets are Python string indices
(Unicode code points) into the text of the file as decoded.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from knowledge.patterns import later

Cell = tuple[str, int, int]
"""One clean character and the half-open source span it stands for."""

Change = tuple[int, int, str]
"""Half-open range of a text, and what stands there instead."""

# Zero-width and control characters that carry no meaning in a plan or a question (tab and newline are white space).
_INVISIBLE = later(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffe]"
)
_LOOSE_SPACE = later(r"^\s|\s$|\s\s|[^\S ]")
_LINE_BREAKS = "\r\u0085\u2028\u2029"
_MAX_CLUSTER = 32  # marks on one letter: a longer row is no writing, and normalising it takes quadratic time
# Characters that NFC leaves alone and that stand for themselves: nearly every text is made of long runs of them.
# (U+00D0, U+00F0, U+01A2 and U+01A3 are look-alikes, see below.)
_PLAIN = later(
    "[\t\n\u0020-\u007e\u00a1-\u00ac\u00ae-\u00cf\u00d1-\u00ef\u00f1-\u01a1\u01a4-\u02af\u1e00-\u1eff\u2010-\u2027\u2030-\u205e]+"
)
# What keyboards, old converters and PDF text layers write for another character that looks the same: Eth for Đ, the
# letter Oi for Ư, and symbol fonts' bullets.
_LOOK_ALIKES = {
    "\u00d0": "Đ", "\u00f0": "đ", "\u01a2": "Ư", "\u01a3": "ư", "\uf020": " ", "\uf02d": "-", "\uf0b7": "•",
    "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0a8": "☐", "\uf06f": "☐",
}  # fmt: skip
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TONE_FIRST = later(f"([{_TONES}])([\u0302\u0306\u031b])")
# The hyphen and line end of a word that a PDF's line breaks: U+0002 or U+FFFE in its text layer.
_BROKEN_AT = "\u0002\ufffe"
# A footnote marker: a superscript, "[1]", "[^1]" or "(1)".
_NOTE_MARKER = later(r"[\u00b9\u00b2\u00b3\u2070-\u2079]+|\[\^?\d{1,3}\]|\(\d{1,2}\)")


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range of code points in a source text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class MappedText:
    """Clean text with the source position of every character.

    `runs` are (clean start, clean length, source start, source length), ordered, covering all of `text`. A run is
    linear (equal lengths), or one clean character that stands for several source characters, or characters that were
    added and stand for none (source length 0).
    """

    text: str
    runs: tuple[tuple[int, int, int, int], ...]

    @classmethod
    def from_cells(cls, cells: Iterable[Cell]) -> MappedText:
        """Build from clean characters in reading order, joining neighbours into runs."""
        chars: list[str] = []
        runs: list[list[int]] = []
        for char, start, end in cells:
            position = len(chars)
            chars.append(char)
            last = runs[-1] if runs else None
            if last and end - start == 1 and last[1] == last[3] and last[2] + last[3] == start:
                last[1] += 1
                last[3] += 1
            elif last and start == end == last[2] and last[3] == 0:
                last[1] += 1
            else:
                runs.append([position, 1, start, end - start])
        return cls("".join(chars), tuple((a, b, c, d) for a, b, c, d in runs))

    def cells(self) -> Iterator[Cell]:
        """Yield each clean character with its source span."""
        for clean, length, source, source_length in self.runs:
            if length == source_length:
                for i in range(length):
                    yield self.text[clean + i], source + i, source + i + 1
            elif not source_length:
                yield from ((char, source, source) for char in self.text[clean : clean + length])
            else:
                yield self.text[clean], source, source + source_length

    def slice(self, start: int, end: int) -> MappedText:
        """Return the clean characters [start, end) with their mapping."""
        if len(self.runs) == 1 and self.runs[0][1] == self.runs[0][3] and 0 <= start < end:
            end, at = min(end, len(self.text)), self.runs[0][2] + start
            return MappedText(self.text[start:end], ((0, end - start, at, end - start),) if start < end else ())
        runs: list[tuple[int, int, int, int]] = []
        for clean, length, at, source_length in self._runs_within(start, end):
            lo, hi = max(start, clean), min(end, clean + length)
            if length == source_length:
                runs.append((lo - start, hi - lo, at + lo - clean, hi - lo))
            elif not source_length:
                runs.append((lo - start, hi - lo, at, 0))
            else:
                runs.append((lo - start, length, at, source_length))
        return MappedText(self.text[start:end], tuple(runs))

    def strip(self, chars: str | None = None) -> MappedText:
        """Return the text without leading and trailing `chars` (white space by default)."""
        left = len(self.text) - len(self.text.lstrip(chars))
        right = len(self.text.rstrip(chars))
        if right - left == len(self.text):
            return self
        return self.slice(left, max(left, right))

    def filter(self, keep: Callable[[Cell], bool]) -> MappedText:
        """Return only the cells that `keep` accepts."""
        return MappedText.from_cells(cell for cell in self.cells() if keep(cell))

    def collapse(self) -> MappedText:
        """Return one line: every run of white space becomes one space, none at the ends."""
        if not _LOOSE_SPACE.search(self.text):
            return self
        plain = self.strip()
        if not _LOOSE_SPACE.search(plain.text):
            return plain
        out: list[Cell] = []
        for char, start, end in plain.cells():
            if not char.isspace():
                out.append((char, start, end))
            elif out[-1][0] == " ":
                out[-1] = (" ", out[-1][1], max(end, out[-1][2]))
            else:
                out.append((" ", start, end))
        return MappedText.from_cells(out)

    def span(self, start: int, end: int) -> Span:
        """Return the smallest source span that covers clean [start, end); the range must not be empty."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"empty or foreign range [{start}, {end}) in a text of {len(self.text)} characters")
        first, _ = self._source_of(start)
        _, last = self._source_of(end - 1)
        return Span(first, last)

    def pieces(self, start: int, end: int, source: str) -> list[Span]:
        """Return the source spans that clean [start, end) was read from, in reading order.

        A piece ends only where words of the source were taken out (a footnote between two pages): white space, markup
        and footnote markers between two characters do not part them, so most ranges give one piece. `source` is the
        source text.
        """
        self.span(start, end)
        found: list[Span] = []
        for clean, length, at, source_length in self._runs_within(start, end):
            if source_length == 0:
                continue
            lo, hi = max(start, clean), min(end, clean + length)
            span = Span(at + lo - clean, at + hi - clean) if length == source_length else Span(at, at + source_length)
            if found and span.start >= found[-1].end and not _holds_words(source[found[-1].end : span.start]):
                found[-1] = Span(found[-1].start, span.end)
            else:
                found.append(span)
        return [_trim(piece, source) for piece in found if source[piece.start : piece.end].strip()]

    def _runs_within(self, start: int, end: int) -> tuple[tuple[int, int, int, int], ...]:
        """The runs that hold any of the clean characters [start, end)."""
        first = max(0, bisect_right(self.runs, (start, 1 << 60, 0, 0)) - 1)
        last = bisect_left(self.runs, (end, 0, 0, 0))
        return self.runs[first:last] if start < end else ()

    def _source_of(self, position: int) -> tuple[int, int]:
        clean, length, at, source_length = self.runs[bisect_right(self.runs, (position, 1 << 60, 0, 0)) - 1]
        if length == source_length:
            return at + position - clean, at + position - clean + 1
        return at, at + source_length


EMPTY = MappedText("", ())


def join(parts: Iterable[MappedText], separator: str = " ") -> MappedText:
    """Join clean texts; the separator's characters stand for nothing in the source."""
    texts: list[str] = []
    runs: list[tuple[int, int, int, int]] = []
    position = 0
    for part in parts:
        if runs:
            _, length, start, source_length = runs[-1]
            at = start + (length if length == source_length else source_length)
            runs += [(position, len(separator), at, 0)] if separator else []
            texts.append(separator)
            position += len(separator)
        runs.extend((clean + position, length, start, many) for clean, length, start, many in part.runs)
        texts.append(part.text)
        position += len(part.text)
    return MappedText("".join(texts), tuple(runs))


def added(text: str, at: int) -> MappedText:
    """Return characters that stand for nothing in the source, before its position `at`."""
    return MappedText(text, ((0, len(text), at, 0),) if text else ())


def clean(source: str, start: int = 0, end: int | None = None) -> MappedText:
    """Return source[start:end] in NFC, without invisible characters, with plain spaces and line feeds.

    Line structure and markup are kept: what a line means is the parser's business.
    """
    stop = len(source) if end is None else end
    if _PLAIN.fullmatch(source, start, stop):
        return MappedText(source[start:stop], ((0, stop - start, start, stop - start),))
    cells: list[Cell] = []
    i = start
    while i < stop:
        j = i + 1
        while j < stop and j - i < _MAX_CLUSTER and unicodedata.combining(source[j]):
            j += 1
        cluster = source[i:j]
        if cluster == "\r" and source[j : j + 1] == "\n":
            i = j
            continue
        if cluster in _BROKEN_AT:
            j = _after_broken(source, i, stop)
            cells.extend([("-", i, j)] if j else [])
            i = j or i + 1
            continue
        for char in _visible(cluster):
            cells.append((char, i, j))
        i = j
    return MappedText.from_cells(cells)


def changed(text: str, starts: tuple[int, ...], changes: Iterable[Change]) -> tuple[str, tuple[int, ...]]:
    """Return the text with changes made, in order, and where its pages begin then."""
    out, at, moved = "", 0, list(starts)
    for start, end, new in changes:
        out += text[at:start] + new
        at = end
        moved = [
            then + len(new) - (end - start) if now >= end else then for now, then in zip(starts, moved, strict=True)
        ]
    return out + text[at:], tuple(moved)


def normalize(text: str) -> str:
    """Return `text` as `clean` would, without the mapping: for questions, file names and other short strings."""
    return clean(text).text


def _after_broken(source: str, at: int, stop: int) -> int:
    """Return where the word goes on that is broken at `at`, 0 when the character there breaks no word."""
    after = at + 1
    while after < stop and after < at + 3 and source[after] in "\r\n":
        after += 1
    broken = at > 0 and source[at - 1].isalnum() and after < stop and source[after].isalnum()
    return after if broken else 0


def _visible(cluster: str) -> str:
    letter = _LOOK_ALIKES.get(cluster[0])
    if letter:
        cluster = letter + cluster[1:]
    if len(cluster) > 1:  # a tone may be typed before the mark that makes the vowel
        cluster = _TONE_FIRST.sub(r"\2\1", unicodedata.normalize("NFD", cluster))
    char = _INVISIBLE.sub("", unicodedata.normalize("NFC", cluster))
    if len(char) == 1 and char.isspace() and char not in "\n\t":
        return "\n" if char in _LINE_BREAKS else " "
    return char


def _holds_words(text: str) -> bool:
    return any(map(str.isalnum, text)) and any(map(str.isalnum, _NOTE_MARKER.sub("", text)))


def _trim(span: Span, source: str) -> Span:
    piece = source[span.start : span.end]
    left = len(piece) - len(piece.lstrip())
    return Span(span.start + left, span.start + len(piece.rstrip()))


def _folding_table() -> dict[int, str]:
    table = dict.fromkeys(map(ord, "đĐ\u00d0\u00f0"), "d") | dict.fromkeys(map(ord, "\u01a2\u01a3"), "u")
    for code in (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        if code not in table and len(base) == 1:
            table[code] = base
    return table


_FOLDING = _folding_table()


def fold(text: str) -> str:
    """Return `text` in lower case without Vietnamese diacritics, the same length as its NFC form.

    Because the length is kept, a match in `fold(text)` has the same indices in NFC `text`.
    """
    return unicodedata.normalize("NFC", text).translate(_FOLDING)


_WORD = later(r"[^\W_]+")


def words(text: str) -> list[str]:
    """Return the syllables and numbers of `text` in NFC lower case, in order."""
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


def folded_words(text: str) -> list[str]:
    """Return the syllables and numbers of `text`, folded, numbers without leading zeros ("07" is "7")."""
    return [word.lstrip("0") or "0" if word.isdigit() else word for word in _WORD.findall(fold(text))]


def syllable_key(word: str) -> str:
    """Return a lower-case key that is the same wherever the tone mark is written ("hoà" and "hòa", "uỷ" and "ủy")."""
    letters = unicodedata.normalize("NFD", word.lower())
    tones = "".join(char for char in letters if char in _TONES)
    return unicodedata.normalize("NFC", "".join(char for char in letters if char not in _TONES)) + tones


def within(spans: Iterable[tuple[int, int]]) -> Callable[[int], bool]:
    """Return what tells whether a position lies in one of the half-open spans."""
    ordered = sorted(spans)
    starts = [start for start, _ in ordered]
    reach = list(accumulate((end for _, end in ordered), max))

    def lies_within(position: int) -> bool:
        before = bisect_right(starts, position)
        return before > 0 and position < reach[before - 1]

    return lies_within
