"""Where sentences and clauses of Vietnamese administrative prose end."""

from __future__ import annotations

import re

from knowledge.parsing.letters import CAPITALS
from knowledge.patterns import later
from knowledge.text import MappedText

# Abbreviations after which a full stop ends nothing: "TP. Lai Châu", "TM. ỦY BAN", "PGS. TS. Nguyễn".
_ABBREVIATIONS = frozenset(
    [
        "tp",
        "tx",
        "tt",
        "tm",
        "kt",
        "tl",
        "tuq",
        "q",
        "p",
        "h",
        "t",
        "x",
        "gs",
        "pgs",
        "ts",
        "ths",
        "bs",
        "ks",
        "cn",
        "ds",
        "ls",
        "đ/c",
        "tr",
        "nxb",
        "st",
        "stt",
        "vd",
        "v.v",
        "vv",
        "đt",
        "vp",
        "phg",
        "ttr",
    ]
)
_END = later(rf"[.!?…]+[”\"’')\]»]*(?=\s|$)|\.\.\.(?=[{CAPITALS}])")
_SEMICOLON = later(r";[”\"’')\]»]*(?=\s|$)")
_LAST_WORD = later(r"([^\s(“\"]+)$")
_OPENERS = "“\"'‘([- "


def sentences(text: MappedText) -> list[tuple[int, int]]:
    """Return the clean ranges [start, end) of the sentences of `text`, in order, without white space around them.

    A full stop ends no sentence after an abbreviation or a single letter, inside a number, or before a small letter.
    """
    string = text.text
    return _ranges(string, [m.end() for m in _END.finditer(string) if _ends_sentence(string, m)])


def clauses(text: MappedText) -> list[tuple[int, int]]:
    """Return the sentences of `text`, cut at ";" as well."""
    string = text.text
    ends = [m.end() for m in _END.finditer(string) if _ends_sentence(string, m)]
    return _ranges(string, sorted({*ends, *(m.end() for m in _SEMICOLON.finditer(string))}))


def _ends_sentence(string: str, match: re.Match[str]) -> bool:
    rest = string[match.end() : match.end() + 40].lstrip(_OPENERS)
    if rest[:1].islower():
        return False
    if match[0][0] != ".":
        return True
    word = _LAST_WORD.search(string, max(0, match.start() - 12), match.start())
    if not word or match[0].startswith(".."):
        return True
    last = word[1].lower()
    if last in _ABBREVIATIONS:
        return False
    return not (len(last) == 1 and last.isalpha() and word[1].isupper()) and not (
        last.isdigit() and _opens_item(string, match)
    )


def _opens_item(string: str, match: re.Match[str]) -> bool:
    """Tell whether the number before this full stop numbers an item: "1. Nội dung" at the start of a sentence."""
    before = string[: match.start()].rstrip("0123456789").rstrip()
    return not before or before.endswith((":", ";", "."))


def _ranges(string: str, ends: list[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start = 0
    for end in [*ends, len(string)]:
        piece = string[start:end]
        left, right = start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        if left < right:
            found.append((left, right))
        start = end
    return found


def lead_of(text: MappedText) -> MappedText:
    """Return the sentence of a text that heads what stands below it: the last where it leads in, else the first."""
    ranges = sentences(text)
    return text.slice(*ranges[-1 if text.text.rstrip().endswith(":") else 0]) if ranges else text
