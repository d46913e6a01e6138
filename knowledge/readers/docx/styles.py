"""Formatting that decides what a reader sees: hidden, capitals, raised, centred, numbered; direct or through styles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from knowledge.readers.docx.xml import Element, W, child, number, toggle, value

_MOST_STYLES_UP = 12  # a style that is based on itself would never end
_CONTENTS = re.compile(r"(?:toc|contents|table of figures)\s*\d*(?:\s*heading)?", re.IGNORECASE)


LevelOf = Callable[[str, str], int | None]
"""Takes a list's id and a paragraph style's; returns the level that the list gives to the style."""


@dataclass(frozen=True, slots=True)
class ListPlace:
    """A paragraph's list and its level in it, 0-based."""

    list_id: str
    level: int


@dataclass(slots=True)
class Styles:
    """The styles of a document by id; answers are looked up on the element first, then along its styles."""

    _by_id: dict[str, Element] = field(default_factory=dict)
    _defaults: Element | None = None
    _paragraph: str | None = None

    @classmethod
    def read(cls, root: Element | None) -> Styles:
        """Read `word/styles.xml`."""
        if root is None:
            return cls()
        nodes = root.findall(W + "style")
        usual = next((n for n in nodes if n.get(W + "type") == "paragraph" and n.get(W + "default") == "1"), None)
        return cls(
            {node.get(W + "styleId") or "": node for node in nodes},
            child(root, "docDefaults", "rPrDefault", "rPr"),
            usual.get(W + "styleId") if usual is not None else None,
        )

    def lists(self) -> dict[str, str]:
        """Return the list id that each numbering style points to."""
        found = {key: value(node, "pPr", "numPr", "numId") for key, node in self._by_id.items()}
        return {key: list_id for key, list_id in found.items() if list_id}

    def of(self, paragraph: Element) -> str | None:
        """Return the id of a paragraph's style."""
        return value(paragraph, "pPr", "pStyle") or self._paragraph

    def is_contents(self, paragraph: Element) -> bool:
        """Tell whether a paragraph is a line of a table of contents."""
        style = value(paragraph, "pPr", "pStyle")
        name = value(self._by_id[style], "name") if style in self._by_id else style
        return bool(name and _CONTENTS.fullmatch(name))

    def is_centred(self, paragraph: Element) -> bool:
        """Tell whether a paragraph's lines are centred."""
        for properties in (child(paragraph, "pPr"), *(child(s, "pPr") for s in self._chain(self.of(paragraph)))):
            aligned = value(properties, "jc") if properties is not None else None
            if aligned is not None:
                return aligned == "center"
        return False

    def list_place(self, paragraph: Element, level_of: LevelOf) -> ListPlace | None:
        """Return where a paragraph stands in a list, None when it is in none."""
        direct = child(paragraph, "pPr", "numPr")
        list_id = value(direct, "numId") if direct is not None else None
        level = number(direct, "ilvl") if direct is not None else None
        if list_id is None:
            for style in self._chain(self.of(paragraph)):
                list_id = value(style, "pPr", "numPr", "numId")
                if list_id is not None:
                    own = level_of(list_id, style.get(W + "styleId") or "")
                    stated = number(style, "pPr", "numPr", "ilvl")
                    level = level if level is not None else own if own is not None else stated
                    break
        return ListPlace(list_id, level or 0) if list_id and list_id != "0" else None

    def is_on(self, run: Element, paragraph_style: str | None, name: str) -> bool:
        """Tell whether an on/off property (`vanish`, `caps`) holds for a run."""
        for properties in self._properties(run, paragraph_style):
            found = toggle(properties, name)
            if found is not None:
                return found
        return False

    def raised(self, run: Element, paragraph_style: str | None) -> str | None:
        """Return "superscript", "subscript" or None."""
        for properties in self._properties(run, paragraph_style):
            found = value(properties, "vertAlign")
            if found is not None:
                return found if found in {"superscript", "subscript"} else None
        return None

    def font(self, run: Element, paragraph_style: str | None) -> str:
        """Return the name of a run's font for Latin letters, "" when the theme decides."""
        for properties in self._properties(run, paragraph_style):
            fonts = child(properties, "rFonts")
            if fonts is not None:
                if fonts.get(W + "asciiTheme") or fonts.get(W + "hAnsiTheme"):
                    return ""  # the theme's font wins over a name beside it
                name = fonts.get(W + "ascii") or fonts.get(W + "hAnsi")
                if name:
                    return str(name)
        return ""

    def _properties(self, run: Element, paragraph_style: str | None) -> Iterator[Element]:
        own = child(run, "rPr")
        if own is not None:
            yield own
            for style in self._chain(value(own, "rStyle")):
                if (found := child(style, "rPr")) is not None:
                    yield found
        for style in self._chain(paragraph_style):
            if (found := child(style, "rPr")) is not None:
                yield found
        if self._defaults is not None:
            yield self._defaults

    def _chain(self, style_id: str | None) -> Iterator[Element]:
        for _ in range(_MOST_STYLES_UP):
            node = self._by_id.get(style_id or "")
            if node is None:
                return
            yield node
            style_id = value(node, "basedOn")
