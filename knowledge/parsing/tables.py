"""Rows of a table -> what they hold: heads put to the cells, groups told from rows, numbers taken out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from knowledge.parsing.blocks import Block, Row
from knowledge.parsing.heads import Column, column_of, is_head_row, is_numbering
from knowledge.text import MappedText, added, join

_COLUMN_NUMBER = re.compile(r"\(?\d{1,2}\)?|\([a-z]\)|[A-H]|\d+\s*=.*")
_MARK_OF_NUMBER = re.compile(r"[IVXLC]{1,6}|[A-HĐ]|\d{1,3}(?:\.\d{1,3})*|[a-zđ]")
_SEPARATOR = " · "
_LONGEST_SUB = 40  # characters of a head in the second line


def read_tables(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with every run of rows read as a table; lines of heads are no blocks of their own."""
    found: list[Block] = []
    at, tables = 0, 0
    while at < len(blocks):
        end = at
        while end < len(blocks) and blocks[end].cells and not (end > at and blocks[end].heads):
            end += 1
        if end == at:
            found.append(blocks[at])
            at += 1
            continue
        found.extend(_read(blocks[at:end], tables))
        at, tables = end, tables + 1
    return found


def _read(rows: Sequence[Block], table: int) -> Iterator[Block]:
    if _is_labelled(rows):
        for block in rows:
            label, said = block.cells
            text = join((label, added(": ", said.span(0, 1).start), said), "")
            yield replace(block, text=text, cells=(), heads=False)
        return
    names, start = _heads(rows)
    numbered = bool(names) and is_numbering(names[0])
    place = 0
    for at, block in enumerate(rows[start:], start + 1):
        if all(_COLUMN_NUMBER.fullmatch(cell.text) for cell in block.cells if cell.text):
            continue  # "(1) (2) (3)" under the heads
        number, cells = _own_number(block.cells, numbered)
        named = [*names[len(names) and len(block.cells) - len(cells) :], *[""] * len(cells)]
        filled = tuple((head, cell) for head, cell in zip(named, cells, strict=False) if cell.text)
        if not filled:
            continue
        if names and _is_group(cells, number, _number_below(rows, at, numbered)):
            yield replace(block, text=filled[0][1], cells=(), row=Row(table, place, (), number, group=True))
            continue
        place += 1
        yield replace(block, text=_text(filled), cells=(), row=Row(table, place, filled, number, group=False))


def _is_labelled(rows: Sequence[Block]) -> bool:
    """Tell whether each row is a label with what it labels, and no row heads the others: "Thời gian | 8 giờ, 19/5"."""
    if len(rows) < 2 or any(len(row.cells) != 2 or not all(cell.text for cell in row.cells) for row in rows):
        return False
    labels = [row.cells[0].text for row in rows]
    said = rows[0].cells[1].text
    known = [column_of(label) is not Column.OTHER for label in labels]
    heads = is_head_row([labels[0], said]) or (column_of(said) is not Column.OTHER and not any(map(str.isdigit, said)))
    return known[0] and sum(known) >= 2 and not heads and max(map(len, labels)) <= _LONGEST_SUB


def _number_below(rows: Sequence[Block], at: int, numbered: bool) -> str | None:
    return _own_number(rows[at].cells, numbered)[0] if at < len(rows) else None


def _is_group(cells: Sequence[MappedText], number: str | None, below: str | None) -> bool:
    """Tell whether a row only heads those below: one text over all cells, or a title alone that is no numbered row."""
    filled = [cell for cell in cells if cell.text]
    if len(cells) < 2 or len({cell.text for cell in filled}) > 1 or filled[0] is not cells[0]:
        return False
    if len(filled) > 1:
        return True
    return number is None or not number.isdigit() or bool(below and below.startswith(number + "."))


def _heads(rows: Sequence[Block]) -> tuple[list[str], int]:
    """The columns' heads, over one line or two, and how many lines they take."""
    first = [cell.text for cell in rows[0].cells]
    if not (rows[0].heads or is_head_row(first)):
        return [], 0
    if len(rows) < 2 or not _goes_on(rows[0].cells, rows[1].cells):
        return _spread(first) if not all(first) else first, 1
    below = [*(cell.text for cell in rows[1].cells), *[""] * len(first)]
    pairs = zip(_spread(first), below, strict=False)
    return [f"{head} {sub}".strip() if sub and sub != head else head for head, sub in pairs], 2


def _goes_on(upper: Sequence[MappedText], lower: Sequence[MappedText]) -> bool:
    """Tell whether a second line of heads stands below the first: it fills what is empty or repeated above."""
    names, subs = [cell.text for cell in upper], [cell.text for cell in lower]
    if not subs or subs[0] not in ("", names[0]):
        return False
    filled = [i for i, sub in enumerate(subs[: len(names)]) if sub and sub != names[i]]
    wide = [i for i in filled if not names[i] or names.count(names[i]) > 1 or not "".join(names[i + 1 : i + 2])]
    return bool(filled) and len(wide) == len(filled) and all(len(subs[i]) <= _LONGEST_SUB for i in filled)


def _spread(names: Sequence[str]) -> list[str]:
    """A head over several columns stands once: the empty ones to its right have it, too."""
    spread: list[str] = []
    for name in names:
        spread.append(name or (spread[-1] if spread else ""))
    return spread


def _own_number(cells: Sequence[MappedText], numbered: bool) -> tuple[str | None, Sequence[MappedText]]:
    if not numbered or len(cells) < 2:
        return None, cells
    text = cells[0].text.strip(" .()")
    if text and not _MARK_OF_NUMBER.fullmatch(text):
        return None, cells if all(cell.text == cells[0].text or not cell.text for cell in cells) else cells[1:]
    return text or None, cells[1:]


def _text(cells: Iterable[tuple[str, MappedText]]) -> MappedText:
    """A row as it reads with its heads; they and what parts the cells stand for nothing in the source."""
    parts: list[MappedText] = []
    for head, cell in cells:
        lead = (_SEPARATOR if parts else "") + (f"{head}: " if head else "")
        parts += [added(lead, cell.span(0, 1).start), cell]
    return join(parts, "")
