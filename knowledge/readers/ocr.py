"""Recognition of a page's picture by tesseract with its Vietnamese model: words with places and how sure they are."""

from __future__ import annotations

import csv
import os
import re
import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from io import StringIO
from pathlib import Path
from statistics import median
from typing import Any

from knowledge.errors import Fault
from knowledge.readers.layout import Page, Word
from knowledge.readers.reading import Unreadable
from knowledge.readers.ruled import find_rules
from knowledge.text import fold

INSTALL = "apt-get install --no-install-recommends tesseract-ocr tesseract-ocr-vie"
"""What to run where the program or its model is missing."""
DPI = 200
MAX_PAGES = 150
_LANGUAGE = "vie"
_CPU_SECONDS = 20
_WALL_SECONDS = 120.0
_INCH = 72.0
_NOTE_SIZE = 0.8  # of the page's usual letters: a line of smaller ones is a note
_TURNED = 55  # percent: below this a page may lie on its side
_BARS = re.compile(r"^[|¦\[\]]+|[|¦]+$")  # the sides of a table's cells
_MARKS = 0.5  # of a capital's height: where the marks above it reach
_PAD = 6  # pixels of white around a line that is read by itself
_MOST_BARE = 8  # lines of a page that are read anew
_FEWEST = 4  # letters of such a line
_ALIKE = 0.75  # of the letters of both readings that are the same
_WORD = "5"  # level of a word in tesseract's table

Picture = Callable[[], Any]
"""Makes a page's picture, a grey `PIL.Image`; called one page at a time, under a lock of its maker's."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A word of a picture, in pixels. line: the number of its line."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    line: tuple[str, str, str]
    confidence: int


@cache
def check_program() -> str:
    """Return the program's path. Raises Unreadable when it or its Vietnamese model is missing."""
    program = shutil.which("tesseract")
    if program is None:
        raise Unreadable(f"reading scans and images needs tesseract; {INSTALL}", Fault.NO_TOOL)
    known = subprocess.run(  # noqa: S603 - the program found on the path
        [program, "--list-langs"], capture_output=True, text=True, check=False, timeout=_WALL_SECONDS
    )
    if _LANGUAGE not in known.stdout.split():
        raise Unreadable(f"tesseract lacks its Vietnamese model; {INSTALL}", Fault.NO_TOOL)
    return program


def recognise(pictures: Sequence[Picture], folder: Path) -> list[Page]:
    """Return the pages of these pictures, at `DPI`; pages are worked on in parallel, one for each core.

    Raises Unreadable when the program is missing or a page takes longer than a page of text does.
    """
    check_program()
    if len(pictures) > MAX_PAGES:
        raise Unreadable(
            f"{len(pictures)} of its pages are pictures, the limit is {MAX_PAGES}; split it", Fault.TOO_LARGE
        )
    with ThreadPoolExecutor(max_workers=min(4, os.cpu_count() or 1)) as pool:
        return list(pool.map(lambda at: _page(pictures[at](), folder / f"page-{at}"), range(len(pictures))))


def _page(image: Any, stem: Path) -> Page:
    found = _run(image, stem)
    if _confidence(found) < _TURNED:
        found, image = _upright(found, image, stem)
    found = _with_marks(found, image, stem)
    scale = _INCH / DPI
    words = tuple(_words(found, scale))
    rules = tuple(find_rules(image, scale)) if words else ()
    return Page(image.width * scale, image.height * scale, words, rules, _confidence(found))


def _upright(found: list[_Found], image: Any, stem: Path) -> tuple[list[_Found], Any]:
    """Try a picture that reads badly turned by each quarter; keep the reading that is surest by far."""
    best, kept = found, image
    if not found:
        return best, kept
    for quarter in (90, 270, 180):
        turned = image.rotate(quarter, expand=True, fillcolor=255)
        read = _run(turned, stem)
        if _confidence(read) > max(_confidence(best) + 15, _TURNED):
            return read, turned
    return best, kept


def _with_marks(found: Sequence[_Found], image: Any, stem: Path) -> list[_Found]:
    """Read anew the lines of capitals whose marks were taken for a line of their own: beside a line of another column
    that stands a little lower, "XÃ NGHĨA PHÚ" comes as "3 _ z" over "XA NGHIA PHU"."""
    lines: dict[tuple[str, str, str], list[_Found]] = {}
    for word in found:
        lines.setdefault(word.line, []).append(word)
    kept = list(found)
    looked_at = 0
    for members in filter(_in_capitals, lines.values()):
        loose = _loose_marks(members, found)
        if looked_at >= _MOST_BARE or not (loose or _lacks_marks(members)):
            continue
        looked_at += 1
        read = _read_line(members, image, stem)
        gone = [*loose, *members] if _is_better(read, members, bool(loose)) else loose
        at = kept.index(members[0])
        kept[at:at] = read if len(gone) > len(loose) else []
        kept = [word for word in kept if not any(word is one for one in gone)]
    return kept


def _in_capitals(members: Sequence[_Found]) -> bool:
    letters = "".join(char for word in members for char in word.text if char.isalpha())
    return len(letters) >= _FEWEST and letters.isupper()


def _lacks_marks(members: Sequence[_Found]) -> bool:
    """Tell whether a line has long words and hardly a mark, as no line of Vietnamese has."""
    words = [word.text for word in members if word.text.isalpha() and len(word.text) > 2]
    return len(words) > 1 and all(word.isascii() for word in words)


def _loose_marks(members: Sequence[_Found], found: Sequence[_Found]) -> list[_Found]:
    """What is too low to be words and stands right above a line's letters."""
    height = median(word.bottom - word.top for word in members)
    left, right = min(word.left for word in members), max(word.right for word in members)
    top = median(word.top for word in members)
    low = [word for word in found if word.bottom - word.top <= height / 2 and word.line != members[0].line]
    return [
        w for w in low if top - height < w.top and w.bottom <= top + height / 3 and w.left < right and left < w.right
    ]


def _read_line(members: Sequence[_Found], image: Any, stem: Path) -> list[_Found]:
    """Read the picture of one line and what stands right above it by itself."""
    left, top = min(word.left for word in members), min(word.top for word in members)
    right, bottom = max(word.right for word in members), max(word.bottom for word in members)
    x, y = max(0, left - _PAD), max(0, top - round((bottom - top) * _MARKS))
    read = _run(image.crop((x, y, right + _PAD, bottom + _PAD)), stem, one_line=True)
    line = members[0].line
    return [_Found(w.text, w.left + x, w.top + y, w.right + x, w.bottom + y, line, w.confidence) for w in read]


def _is_better(read: Sequence[_Found], members: Sequence[_Found], loose: bool) -> bool:
    """Tell whether a second reading has the same letters, surely, with more marks, or with as many where some were
    loose."""
    ours, theirs = ("".join(fold(word.text) for word in words) for words in (read, members))
    alike = SequenceMatcher(None, ours, theirs, autojunk=False).ratio() >= _ALIKE
    more = _marks(read) - _marks(members)
    return alike and _confidence(read) >= _confidence(members) - 10 and (more > 0 or (loose and more == 0))


def _marks(words: Sequence[_Found]) -> int:
    return sum(char.isalpha() and not char.isascii() for word in words for char in word.text)


def _run(image: Any, stem: Path, *, one_line: bool = False) -> list[_Found]:
    picture = stem.with_suffix(".pgm")
    image.save(picture)
    command = [
        check_program(),
        str(picture),
        "-",
        "-l",
        _LANGUAGE,
        "--dpi",
        str(DPI),
        "--psm",
        "7" if one_line else "3",
        "tsv",
    ]
    process = subprocess.Popen(  # noqa: S603 - the program found on the path, with names of our own
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    try:
        resource.prlimit(process.pid, resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS))
        out, _ = process.communicate(timeout=_WALL_SECONDS)
    except (subprocess.TimeoutExpired, ProcessLookupError):
        process.kill()
        process.communicate()
        out = b""
    finally:
        picture.unlink(missing_ok=True)
    if process.returncode:
        reason = "recognising a page takes longer than a page of text does; scan it anew, straight and without noise"
        raise Unreadable(reason, Fault.TOO_HEAVY)
    return list(_parse(out.decode("utf-8", "replace")))


def _parse(table: str) -> Iterator[_Found]:
    for row in csv.DictReader(StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = _BARS.sub("", (row["text"] or "").strip())
        if row["level"] != _WORD or not text:
            continue
        left, top = int(row["left"]), int(row["top"])
        right, bottom = left + int(row["width"]), top + int(row["height"])
        line = (row["block_num"], row["par_num"], row["line_num"])
        yield _Found(text, left, top, right, bottom, line, round(float(row["conf"])))


def _confidence(found: Sequence[_Found]) -> int:
    letters = sum(len(word.text) for word in found)
    return round(sum(word.confidence * len(word.text) for word in found) / letters) if letters else 0


def _words(found: Sequence[_Found], scale: float) -> Iterator[Word]:
    """Give the words of a line one baseline and the page's letters one size: boxes alone differ with every accent."""
    usual = median([word.bottom - word.top for word in found] or [0]) * scale
    lines: dict[tuple[str, str, str], list[_Found]] = {}
    for word in found:
        lines.setdefault(word.line, []).append(word)
    for members in lines.values():
        base = median(word.bottom for word in members) * scale
        height = median(word.bottom - word.top for word in members) * scale
        size = usual * _NOTE_SIZE if height < usual * _NOTE_SIZE and len(members) > 2 else usual
        for word in members:
            yield Word(word.text, word.left * scale, word.right * scale, base, max(size, 1.0), False, word.confidence)
