"""The figures of a table's row: aims by year, points of a scoring table, each with its unit and what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts.row_duties import cell_of, subject_of
from knowledge.model import Citation, Plan, Section, Target
from knowledge.parsing.heads import Column, column_of

_FIGURE = re.compile(
    r"(?P<lead>(?:trên|hơn|ít nhất|tối thiểu|không dưới|dưới|không quá|tối đa|từ|đến|≥|≤|>|<)\s*)?"
    r"(?P<low>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)(?:\s*(?:-|–|đến)\s*\d+(?:[.,]\d+)*)?\s*"
    r"(?P<unit>%|[^\W\d_][^\d;.]{0,30})?",
    re.IGNORECASE,
)
_SIGNS = {"≥": "ít nhất", ">": "trên", "≤": "không quá", "<": "dưới"}
_IN_BRACKETS = re.compile(r"\(([^()]{1,20})\)")
_POINTS = re.compile(r"(?:số |mức |thang )?điểm", re.IGNORECASE)
_PLAIN_HEAD = re.compile(rf"{_POINTS.pattern}(?: tối đa| chuẩn)?", re.IGNORECASE)
"""Of points as such; "Điểm trừ" is told with them."""


def targets_of_row(plan: Plan, section: Section) -> Iterator[Target]:
    """Yield a target for each cell of figures, with the head of its column ("năm 2026") beside what the row counts."""
    about = subject_of(section)
    if about is None:
        return
    unit_cell = cell_of(section, Column.UNIT)
    row: tuple[Citation, ...] = ()
    for at, (head, cell) in enumerate(section.cells):
        if at == 0:
            continue  # what the row is about, or its number
        figure = _FIGURE.fullmatch(cell.text.strip()) if column_of(head) is Column.AMOUNT else None
        if figure is None:
            continue
        points = _POINTS.match(head)
        bracketed = _IN_BRACKETS.search(head)
        unit = figure["unit"] or (unit_cell.text if unit_cell else bracketed[1] if bracketed else None)
        unit = (unit or ("điểm" if points else "")).strip().lower() or None
        row = row or plan.cite(section.path, section.body)
        yield Target(
            plan_id=plan.plan_id,
            section=section.path,
            value=cell.text.strip(),
            comparator=_comparator(figure["lead"]),
            amount=_amount(figure["low"]),
            unit=unit,
            counts=about.text if _PLAIN_HEAD.fullmatch(head.strip()) else f"{about.text} ({head})",
            citations=row,
        )


def _comparator(lead: str | None) -> str | None:
    words = (lead or "").strip().lower()
    return _SIGNS.get(words, words) or None


def _amount(low: str) -> float:
    return float(re.sub(r"\.(?=\d{3}(?:\D|$))", "", low).replace(",", "."))
