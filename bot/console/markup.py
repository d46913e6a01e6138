"""Telegram's HTML, parsed as the Bot API does: https://core.telegram.org/bots/api#html-style."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import Any

_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
}
_ATTRIBUTES = {"a": re.compile(r'href="([^"<>]*)"'), "blockquote": re.compile(r"expandable"), "code": re.compile(r".*")}
_TOKEN = re.compile(
    r"<(?P<close>/?)(?P<tag>[a-zA-Z-]+)(?P<attributes>\s[^<>]*)?>"  # a whole tag
    r"|(?P<stray><)"  # "<" that opens no tag
    r"|(?P<entity>&(?:lt|gt|amp|quot|\#\d{1,7}|\#x[0-9a-fA-F]{1,6});)"  # the only entities Telegram knows
    r"|(?P<ampersand>&)"  # "&" that should have been "&amp;"
    r"|(?P<text>[^<&]+)"
)


class MarkupError(ValueError):
    """The text is not Telegram HTML; the message is the Bot API's own wording."""


def utf16_length(text: str) -> int:
    """Return the length of `text` in UTF-16 code units, the unit of the Bot API's offsets and limits."""
    return len(text) + sum(ord(char) > 0xFFFF for char in text)


@dataclass
class _Reader:
    """State of one pass: text so far, entities, and the tags that are still open (name, entity)."""

    text: str = ""
    length: int = 0
    entities: list[dict[str, Any]] = field(default_factory=list)
    open: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def add(self, text: str) -> None:
        self.text += text
        self.length += utf16_length(text)

    def start(self, tag: str, attributes: str, offset: int) -> None:
        if tag not in _TAGS or not _allowed(tag, attributes):
            raise MarkupError(f'Unsupported start tag "{tag}" at byte offset {offset}')
        kind = "expandable_blockquote" if attributes.strip() == "expandable" else _TAGS[tag]
        entity: dict[str, Any] = {"type": kind, "offset": self.length, "length": 0}
        if tag == "a":
            entity["url"] = html.unescape(attributes.strip()[6:-1])
        self.open.append((tag, entity))

    def end(self, tag: str, offset: int) -> None:
        if not self.open:
            raise MarkupError(f"Unexpected end tag at byte offset {offset}")
        expected, entity = self.open.pop()
        if expected != tag:
            raise MarkupError(
                f'Unmatched end tag at byte offset {offset}, expected "</{expected}>", found "</{tag}>"',
            )
        entity["length"] = self.length - entity["offset"]
        if entity["length"]:
            self.entities.append(entity)


def parse_html(source: str) -> tuple[str, list[dict[str, Any]]]:
    """Return the visible text and its entities (offsets in UTF-16 units).

    Raises MarkupError where Telegram answers "can't parse entities", and for a bare "&", which the Bot API's
    documentation forbids and Telegram forgives: what is not escaped here would one day be read as an entity.
    """
    reader = _Reader()
    for token in _TOKEN.finditer(source):
        offset = len(source[: token.start()].encode())
        if token["text"]:
            reader.add(token["text"])
        elif token["entity"]:
            reader.add(html.unescape(token["entity"]))
        elif token["tag"]:
            name = token["tag"].lower()
            reader.end(name, offset) if token["close"] else reader.start(name, token["attributes"] or "", offset)
        else:
            raise MarkupError(f'Unescaped "{token[0]}" at byte offset {offset}')
    if reader.open:
        raise MarkupError(f'Can\'t find end tag corresponding to start tag "{reader.open[-1][0]}"')
    return _trimmed(reader.text, sorted(reader.entities, key=lambda e: (e["offset"], -e["length"])))


def _allowed(tag: str, attributes: str) -> bool:
    pattern = _ATTRIBUTES.get(tag)
    if tag == "a":
        return bool(pattern and pattern.fullmatch(attributes.strip()))
    return not attributes.strip() or bool(pattern and pattern.fullmatch(attributes.strip()))


def _trimmed(text: str, entities: list[dict[str, Any]]) -> tuple[str, list[dict[str, Any]]]:
    """Take white space off both ends, as Telegram does, and move the entities along."""
    cut = utf16_length(text) - utf16_length(text.lstrip())
    stripped = text.strip()
    total = utf16_length(stripped)
    kept = []
    for entity in entities:
        start = max(0, entity["offset"] - cut)
        end = min(total, entity["offset"] - cut + entity["length"])
        if end > start:
            kept.append({**entity, "offset": start, "length": end - start})
    return stripped, kept
