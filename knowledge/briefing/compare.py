"""Several plans side by side: a row for each thing they can be compared by, each cell with its own proof."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from knowledge.answering.present import digits, plain, sentence_case
from knowledge.briefing import wording
from knowledge.briefing.duties import duties, is_dated, when_text
from knowledge.briefing.lines import Pen
from knowledge.briefing.model import Block, Kind, Line
from knowledge.briefing.quoting import cut
from knowledge.briefing.stated import aims, amount_text, given, introduction, name_of, reward_text
from knowledge.model import Citation, Deadline, NoList
from knowledge.text import fold

CELL_LIMIT = 110
MOST_IN_CELL = 2

Cell = Callable[[Pen], Line | None]


def comparison(pens: Sequence[Pen]) -> Block | None:
    """Return the table, None of fewer than two plans. A row that no plan fills is left out."""
    if len(pens) < 2:
        return None
    rows = []
    for label, cell in _rows(pens):
        cells = [cell(pen) for pen in pens]
        if any(cells):
            told = (found or pen.silent(wording.SILENT) for found, pen in zip(cells, pens, strict=True))
            rows.append((Line(label, derived=tuple(digits(label))), *told))
    heads = (wording.COMPARED, *(pen.name for pen in pens))
    return Block(Kind.COMPARISON, wording.COMPARISON, heads=heads, rows=tuple(rows)) if rows else None


def _items(pens: Sequence[Pen]) -> list[tuple[str, Cell]]:
    """Return a row for each place of a list that two or more of the plans have under one name ("5 không")."""
    named = Counter(title for pen in pens for title in _by_title(pen))
    first = {title: found for pen in reversed(pens) for title, found in _by_title(pen).items()}
    return [
        (wording.LIST_ITEM.format(name=found.title, number=number), _item(title, number))
        for title, found in reversed(first.items())
        if named[title] > 1
        for number in range(1, found.count + 1)
    ]


def _by_title(pen: Pen) -> dict[str, NoList]:
    """Return the first list of each name."""
    return {fold(found.title): found for found in reversed(pen.stored.facts.no_lists) if found.items}


def _item(title: str, number: int) -> Cell:
    def cell(pen: Pen) -> Line | None:
        found = _by_title(pen).get(title)
        return _cell(
            pen, [(item.text, item.citations) for item in found.items if item.number == number] if found else []
        )

    return cell


def _rows(pens: Sequence[Pen]) -> list[tuple[str, Cell]]:
    reports: list[tuple[str, Cell]] = [(label, _report(cycle)) for cycle, label in wording.REPORTS.items()]
    return [
        *reports,
        (wording.OTHER_DATED, _other_dated),
        (wording.SENT_TO, _recipient),
        (wording.LISTS, _lists),
        *_items(pens),
        (wording.TARGETS, _targets),
        (wording.REWARDS, _rewards),
    ]


def _report(cycle: str) -> Cell:
    def cell(pen: Pen) -> Line | None:
        held = [duty for duty in duties(pen) if _is_report(duty) and cycle in (duty.period, duty.recurrence)]
        return _cell(pen, [(when_text(pen, duty), duty.citations) for duty in held])

    return cell


def _is_report(duty: Deadline) -> bool:
    return fold(wording.REPORT_WORD) in fold(duty.what)


def _other_dated(pen: Pen) -> Line | None:
    held = [
        duty
        for duty in duties(pen)
        if is_dated(duty) and not (_is_report(duty) and {duty.period, duty.recurrence} & wording.REPORTS.keys())
    ]
    return _cell(
        pen, [(f"{when_text(pen, duty)}: {cut(plain(duty.what), CELL_LIMIT)}", duty.citations) for duty in held]
    )


def _recipient(pen: Pen) -> Line | None:
    held: dict[str, tuple[Citation, ...]] = {}
    for duty in duties(pen):
        if duty.to:
            template = wording.VIA if duty.via else wording.TO
            held.setdefault(template.format(to=duty.to, via=duty.via), duty.citations)
    return _cell(pen, list(held.items()))


def _lists(pen: Pen) -> Line | None:
    held = [found for found in pen.stored.facts.no_lists if found.items]
    told = [
        (wording.LIST_CELL.format(name=name_of(found), count=len(found.items)),
         introduction(found) or tuple(citation for item in found.items for citation in item.citations))
        for found in held
    ]  # fmt: skip
    return _cell(pen, told, [str(len(found.items)) for found in held])


def _targets(pen: Pen) -> Line | None:
    held = [(f"{amount_text(target)} {target.counts}", target.citations) for target in aims(pen)]
    return _cell(pen, held)


def _rewards(pen: Pen) -> Line | None:
    return _cell(pen, [(reward_text(each), each.citations) for each in given(pen)])


def _cell(pen: Pen, told: Sequence[tuple[str, tuple[Citation, ...]]], derived: Sequence[str] = ()) -> Line | None:
    """Return a few statements in one cell; how many more there are is said."""
    shown = list({text: (text, cited) for text, cited in told if cited}.values())
    if not shown:
        return None
    citations = tuple(dict.fromkeys(each for _, cited in shown[:MOST_IN_CELL] for each in cited))
    text = "; ".join(cut(" ".join(text.split()), CELL_LIMIT) for text, _ in shown[:MOST_IN_CELL])
    more = wording.MORE_IN_CELL.format(count=len(shown) - MOST_IN_CELL) if len(shown) > MOST_IN_CELL else ""
    return pen.write(sentence_case(text) + more, citations, derived=[*derived, *digits(more)])
