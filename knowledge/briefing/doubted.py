"""What of a plan recognition was not sure of, and nobody has corrected: it is told with a mark, or not asked at all."""

from __future__ import annotations

from knowledge.briefing import wording
from knowledge.corrections.wording import doubts
from knowledge.model import Plan
from knowledge.patterns import later

SURE = 70
"""Percent below which a page that was read from a picture is spoken of, as a line is."""
_PAGE = later(r"page (\d+) was read from a picture, (\d+) % sure")


def spans(plan: Plan) -> tuple[tuple[int, int], ...]:
    """Return where the lines stand in the source that are still in doubt."""
    return tuple((each.start, each.end) for each in doubts(plan) if each.was is None)


def caution(plan: Plan) -> str | None:
    """Return what to say first of a plan that was read with doubts: how many lines, and on which pages; None of a plan
    without."""
    lines = [each for each in doubts(plan) if each.was is None]
    if lines:
        pages = _pages([each.page for each in lines])
        return wording.DOUBTED.format(count=len(lines), pages=pages, mark=wording.TO_CHECK)
    read = (_PAGE.fullmatch(warning) for warning in plan.warnings)
    unsure = [int(found[1]) for found in read if found and int(found[2]) < SURE]
    return wording.DOUBTED_PAGES.format(pages=_pages(unsure)) if unsure else None


def _pages(numbers: list[int]) -> str:
    return ", ".join(wording.DOUBTED_PAGE.format(page=page) for page in sorted(set(numbers)))
