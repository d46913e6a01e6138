"""Names of WordprocessingML (ECMA-376, part 1) and small questions about its elements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Element = Any
"""An lxml element; python-docx ships no types for them."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_OFF = {"0", "false", "off", "none"}


def child(element: Element, *path: str) -> Element | None:
    """Return the descendant along a path of local names of `W`, None when one is missing."""
    for name in path:
        if element is None:
            return None
        element = element.find(W + name)
    return element


def value(element: Element, *path: str) -> str | None:
    """Return the `w:val` of the descendant along `path`, None when either is missing."""
    found = child(element, *path)
    return None if found is None else found.get(W + "val")


def number(element: Element, *path: str) -> int | None:
    """Return `value` as an integer, None when it is missing or none."""
    text = value(element, *path)
    try:
        return None if text is None else int(text)
    except ValueError:
        return None


def toggle(properties: Element | None, name: str) -> bool | None:
    """Return an on/off property, None where it is not set."""
    found = child(properties, name) if properties is not None else None
    return None if found is None else (found.get(W + "val") or "1").lower() not in _OFF


def branches(element: Element) -> Iterator[Element]:
    """Yield an element's children, of alternatives (`mc:AlternateContent`) the first that holds anything."""
    for kid in element:
        if kid.tag == MC + "AlternateContent":
            chosen = next((option for option in kid if len(option)), None)
            if chosen is not None:
                yield from branches(chosen)
        elif isinstance(kid.tag, str):
            yield kid
