"""Blocks -> the section tree: which item stands under which, what is a heading and what is text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from knowledge.model import Section, SectionKind
from knowledge.parsing.blocks import Block, Row
from knowledge.parsing.footnotes import take_markers
from knowledge.parsing.numbering import BULLETS, DECIMALS, WORD_STYLES, Style
from knowledge.parsing.shapes import heads_time, is_caps, is_ended
from knowledge.text import EMPTY, MappedText

_HEADING_AT_MOST = 400  # characters
_SENTENCE_HEADING_AT_MOST = 160
_LEAD_IN_AT_LEAST = 60
_LEADS_IN = re.compile(r"(?:như sau|sau đây|sau|gồm|gồm có|cụ thể|là|đối với)\s*:$")


@dataclass(slots=True)
class Node:
    """A section while it is being built."""

    block: Block | None
    path: str
    label: str | None = None
    style: Style | None = None
    children: list[Node] = field(default_factory=list)
    tables: list[int] = field(default_factory=list)

    def is_open(self) -> bool:
        """Tell whether text that follows belongs under this bullet or paragraph: it leads in, or is a heading."""
        text = self.block.string if self.block else ""
        if self.block and self.block.row:
            return False
        if self.style is None:
            return text.rstrip().endswith(":") or heads_time(text)
        return text.rstrip().endswith(":") or (not is_ended(text) and len(text) < _SENTENCE_HEADING_AT_MOST)


def build(blocks: Iterable[Block], root_path: str = "") -> Node:
    """Return a root whose descendants are the blocks as an outline; `root_path` is the attachment they stand in."""
    root = Node(None, root_path)
    stack = [root]
    for block in blocks:
        _place(block, stack)
    return root


def _place(block: Block, stack: list[Node]) -> None:
    marker = block.marker
    if block.row:
        _place_row(block, block.row, stack)
        return
    if marker is None:
        _pop_closed_text(stack, block)
        parent = stack[-1]
        node = Node(block, parent.path)
    elif marker.style in BULLETS:
        _pop_to_bullet(stack, marker.style)
        parent = stack[-1]
        node = Node(block, parent.path, style=marker.style)
    else:
        _pop_to_item(stack, marker.style, marker.label or "", marker.ordinal)
        parent = stack[-1]
        path = child_path(stack[0], parent, marker.label or "", marker.style)
        node = Node(block, path, marker.label, marker.style)
    parent.children.append(node)
    stack.append(node)


def _place_row(block: Block, row: Row, stack: list[Node]) -> None:
    """A row stands under the item its table is in, or under the row that heads its group."""
    while len(stack) > 1 and stack[-1].label is None and not _holds(stack[-1], row):
        stack.pop()
    owner = next((node for node in reversed(stack) if not (node.block and node.block.row)), stack[0])
    if row.table not in owner.tables:
        owner.tables.append(row.table)
    which = owner.tables.index(row.table)
    table = "bảng" if which == 0 else f"bảng {which + 1}"
    place = table if row.group else f"{table}, dòng {row.place}"
    node = Node(block, f"{owner.path} ({place})" if owner.path else place)
    stack[-1].children.append(node)
    if row.group:
        stack.append(node)


def _holds(node: Node, row: Row) -> bool:
    """Tell whether a row belongs under a node without a number: its group's head, or a bullet that leads in to it."""
    if node.block and node.block.row:
        return node.block.row.table == row.table and not row.group
    return node.style in BULLETS and node.is_open()


def _pop_closed_text(stack: list[Node], block: Block) -> None:
    while len(stack) > 1 and stack[-1].label is None and not _takes_in(stack[-1], block):
        stack.pop()


def _takes_in(bullet: Node, block: Block) -> bool:
    """Tell whether text stands under a bullet that is open; a time over what is done then only where one leads in."""
    leads_in = bullet.block is not None and bullet.block.string.rstrip().endswith(":")
    return bullet.style in BULLETS and bullet.is_open() and (leads_in or not heads_time(block.string))


def _pop_to_bullet(stack: list[Node], style: Style) -> None:
    styles = [node.style for node in stack]
    if style in styles and _bullets_from(stack) <= styles.index(style):
        del stack[styles.index(style) :]
    while len(stack) > 1 and stack[-1].label is None and not stack[-1].is_open():
        if stack[-1].style in BULLETS and stack[-1].style != style and style is Style.PLUS:
            break
        stack.pop()


def _bullets_from(stack: list[Node]) -> int:
    """Index in `stack` after the last numbered item."""
    return max((i + 1 for i, node in enumerate(stack) if node.label is not None), default=1)


def _pop_to_item(stack: list[Node], style: Style, label: str, ordinal: int) -> None:
    del stack[_bullets_from(stack) :]
    if style in DECIMALS and _pop_to_prefix(stack, label):
        return
    styles = [node.style for node in stack]
    if style not in styles:
        _pop_below(stack, style)
        return
    at = len(styles) - 1 - styles[::-1].index(style)
    top = stack[-1]
    restarts = (
        ordinal == 1 and at < len(stack) - 1 and top.block is not None and top.block.string.rstrip().endswith(":")
    )
    if not restarts:
        del stack[at:]


def _pop_to_prefix(stack: list[Node], label: str) -> bool:
    """For "2.1": make the open item "2" the top of the stack, if there is one."""
    prefix = label.rsplit(".", 1)[0]
    for i in range(len(stack) - 1, 0, -1):
        if stack[i].label == prefix:
            del stack[i + 1 :]
            return True
    return False


_ORDER = (Style.PART, Style.CHAPTER, Style.SECTION, Style.ARTICLE)


def _pop_below(stack: list[Node], style: Style) -> None:
    """A style seen for the first time goes under what is open, but parts, chapters and articles never under items."""
    if style in WORD_STYLES:
        rank = _ORDER.index(style)
        while len(stack) > 1 and (stack[-1].style not in _ORDER or _ORDER.index(stack[-1].style) >= rank):
            stack.pop()
    elif style is Style.ROMAN:
        while len(stack) > 1 and stack[-1].style not in (*_ORDER, Style.UPPER):
            stack.pop()


def child_path(root: Node, parent: Node, label: str, style: Style) -> str:
    """Return where a person would say an item stands: "II.A.5", "II.1.1" (printed 1.1 under II.1), "Điều 5.1.a".

    Articles run on through the chapters of a document, so their path leaves the chapter out.
    """
    base = root.path if style is Style.ARTICLE else parent.path
    if parent.label and label.startswith(parent.label + "."):
        return base + label[len(parent.label) :]
    if not base:
        return label
    return f"{base}, {label}" if style in WORD_STYLES else f"{base}.{label}"


def is_heading(node: Node, block: Block) -> bool:
    """Tell whether an item's text is a title of what stands under it, not a sentence."""
    if block.marker is None or block.marker.style in BULLETS:
        return False
    text = block.string[block.marker.length :].strip()
    if not text or len(text) > _HEADING_AT_MOST:
        return not text
    if is_caps(text):
        return True
    has_content = bool(node.children)
    if text.endswith(":"):
        return has_content and (block.emphasis or _is_title_with_colon(text))
    if text.endswith((".", ";")) and not text.endswith("..."):
        return has_content and block.emphasis and len(text) <= _HEADING_AT_MOST
    if block.marker.style in WORD_STYLES:
        return True
    return (has_content or block.emphasis) and not _is_sentence(text)


def _is_title_with_colon(text: str) -> bool:
    """Tell "Mục đích:" and "Đợt 1: Từ ngày ... đến ngày ...:" from a sentence that leads in to a list."""
    long = len(text) > _LEAD_IN_AT_LEAST
    return (
        not (long and (_LEADS_IN.search(text) or ": " in text))
        and not _is_sentence(text)
        and len(text) <= _HEADING_AT_MOST
    )


def _is_sentence(text: str) -> bool:
    return ". " in text and not text[: text.index(". ") + 2].split(" ")[-2][:-1].isdigit()


def sections(node: Node, known: frozenset[str]) -> tuple[Section, ...]:
    """Return the children of `node` as sections; `known` are the markers of the document's footnotes."""
    return tuple(_section(child, known) for child in node.children)


def _section(node: Node, known: frozenset[str]) -> Section:
    block = node.block
    assert block is not None  # noqa: S101 - only the root has none
    if block.row:
        return _row(node, block, block.row, known)
    length = block.marker.length if block.marker else 0
    text, markers = take_markers(block.text.slice(length, len(block.string)), known)
    text = text.strip()
    heading, body = (_title(text), EMPTY) if is_heading(node, block) else (EMPTY, text)
    return Section(_kind(node), node.path, node.label, heading, body, sections(node, known), markers)


def _row(node: Node, block: Block, row: Row, known: frozenset[str]) -> Section:
    text, markers = take_markers(block.text, known)
    heading, body = (text, EMPTY) if row.group else (EMPTY, text)
    cells = tuple((head, take_markers(cell, known)[0]) for head, cell in row.cells)
    below = sections(node, known)
    return Section(SectionKind.TABLE_ROW, node.path, row.number, heading, body, below, markers, cells)


def _title(text: MappedText) -> MappedText:
    return text.strip(" :") if text.text.endswith(":") else text


def _kind(node: Node) -> SectionKind:
    if node.label is not None:
        return SectionKind.ITEM
    return SectionKind.BULLET if node.style in BULLETS else SectionKind.PARAGRAPH
