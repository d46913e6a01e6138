"""The numbers that Word computes and never stores: ECMA-376, part 1, 17.9 (numbering)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from knowledge.readers.docx.symbols import bullet
from knowledge.readers.docx.xml import Element, W, child, number, toggle, value

LEVELS = 9
_MOST_LETTERED = 780  # "z" thirty times over; a start that a file states may be 2,147,483,647
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """How a list's level is numbered. start: first value; form: `w:numFmt`; text: with %1 for the first level's value;
    legal: every value in Arabic digits; restart: the level (1-based) after which it starts again, 0 never, None after
    any higher one; style: the paragraph style that it belongs to; font: of its bullet."""

    start: int
    form: str
    text: str
    legal: bool
    restart: int | None
    style: str | None
    font: str


@dataclass(frozen=True, slots=True)
class _Instance:
    """A `w:num`: the abstract list it continues, and what it overrides."""

    abstract: str
    starts: dict[int, int]
    levels: dict[int, Level]


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has been counted; ask `label` once a paragraph, in reading order."""

    _abstracts: dict[str, dict[int, Level]] = field(default_factory=dict)
    _instances: dict[str, _Instance] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def read(cls, root: Element | None, style_lists: dict[str, str]) -> Numbering:
        """Read `word/numbering.xml`. style_lists: the list id that each numbering style points to."""
        if root is None:
            return cls()
        abstracts: dict[str, dict[int, Level]] = {}
        links: dict[str, str] = {}
        for node in root.findall(W + "abstractNum"):
            key = node.get(W + "abstractNumId") or ""
            abstracts[key] = {at: level for at, level in map(_level, node.findall(W + "lvl")) if at < LEVELS}
            if linked := value(node, "numStyleLink"):
                links[key] = linked
        instances = {node.get(W + "numId") or "": _instance(node) for node in root.findall(W + "num")}
        for key, style in links.items():
            target = instances.get(style_lists.get(style, ""))
            if target is not None and not abstracts[key]:
                abstracts[key] = abstracts.get(target.abstract, {})
        return cls(abstracts, instances)

    def level_of(self, list_id: str, style: str) -> int | None:
        """Return the level of a list that belongs to a paragraph style."""
        instance = self._instances.get(list_id)
        levels = self._abstracts.get(instance.abstract, {}) if instance else {}
        return next((at for at, level in levels.items() if level.style == style), None)

    def label(self, list_id: str, at: int) -> str:
        """Count one paragraph of a list at level `at` (0-based), and return its number or bullet, "" for none."""
        instance = self._instances.get(list_id)
        level = self._level(instance, at) if instance else None
        if instance is None or level is None:
            return ""
        counts = self._counts.setdefault(instance.abstract, {})
        if (list_id, at) not in self._begun and at in instance.starts:
            counts[at] = instance.starts[at]
        else:
            counts[at] = counts[at] + 1 if at in counts else level.start
        self._begun.add((list_id, at))
        self._restart(instance, counts, at)
        return self._written(instance, level, counts, at)

    def _level(self, instance: _Instance, at: int) -> Level | None:
        return instance.levels.get(at) or self._abstracts.get(instance.abstract, {}).get(at)

    def _restart(self, instance: _Instance, counts: dict[int, int], at: int) -> None:
        for deeper in [level for level in counts if level > at]:
            level = self._level(instance, deeper)
            restart = level.restart if level else None
            if restart is None or (restart != 0 and at < restart):
                del counts[deeper]

    def _written(self, instance: _Instance, level: Level, counts: dict[int, int], at: int) -> str:
        if level.form == "bullet":
            return bullet(level.text, level.font)

        def place(match: re.Match[str]) -> str:
            which = int(match[1]) - 1
            shown = self._level(instance, which)
            if shown is None or which > at:
                return ""
            count = counts.get(which, shown.start)
            return written(count, "decimal" if level.legal and shown.form != "none" else shown.form)

        return _PLACE.sub(place, level.text).strip()


def written(count: int, form: str) -> str:
    """Return a number as a `w:numFmt` writes it; forms that are not known as Arabic digits."""
    if form == "none":
        return ""
    if form in {"upperLetter", "lowerLetter"} and 0 < count <= _MOST_LETTERED:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in {"upperRoman", "lowerRoman"} and 0 < count < 4000:
        numeral = _roman(count)
        return numeral if form == "upperRoman" else numeral.lower()
    if form == "decimalZero":
        return f"{count:02d}"
    return f"({count})" if form == "decimalEnclosedParen" else str(count)


def _roman(count: int) -> str:
    pairs = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
             (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
    numeral = ""
    for worth, letters in pairs:
        while count >= worth:
            numeral, count = numeral + letters, count - worth
    return numeral


def _level(node: Element) -> tuple[int, Level]:
    at = int(node.get(W + "ilvl") or 0)
    start = number(node, "start")
    fonts = child(node, "rPr", "rFonts")
    font = (fonts.get(W + "ascii") or fonts.get(W + "hAnsi") or "") if fonts is not None else ""
    return at, Level(
        start=0 if start is None else start,
        form=value(node, "numFmt") or "decimal",
        text=value(node, "lvlText") or "",
        legal=bool(toggle(node, "isLgl")),
        restart=number(node, "lvlRestart"),
        style=value(node, "pStyle"),
        font=font,
    )


def _instance(node: Element) -> _Instance:
    starts: dict[int, int] = {}
    levels: dict[int, Level] = {}
    for override in node.findall(W + "lvlOverride"):
        at = int(override.get(W + "ilvl") or 0)
        start = number(override, "startOverride")
        if start is not None:
            starts[at] = start
        own = child(override, "lvl")
        if own is not None:
            levels[at] = _level(own)[1]
    return _Instance(value(node, "abstractNumId") or "", starts, levels)
