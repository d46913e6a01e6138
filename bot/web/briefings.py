"""Briefings as pages: the bullets with their sources, one bullet at a time for a projector, several plans compared."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from bot.briefing import EVERY, FILE, FILES, QUIZ_FILE, SHEETS, TOPIC_CHARS, USUAL
from bot.memory import recalled
from bot.ports import Reported
from bot.resources import Resources
from bot.screen.answers import quote_address
from knowledge.briefing import MINUTES, Briefing, Line, Request, bullets, caution
from knowledge.briefing.writers.grids import by_columns
from knowledge.errors import BriefingError
from knowledge.text import normalize

MOST_SIDE_BY_SIDE = 5
"""Plans that stand beside each other in one table."""


class NoBriefing(Exception):
    """There is no such plan any more."""


@dataclass(frozen=True, slots=True)
class Point:
    """A line with its proof. place: "KH Quận 1 2023, mục III.1"; quote: the plan's words; opens: where they stand
    marked, None where the document is silent."""

    label: str
    text: str
    place: str = ""
    quote: str = ""
    opens: str | None = None


@dataclass(frozen=True, slots=True)
class Brief:
    """A briefing's page. names: of its plans; points: at most eight; query: of its address, for its other pages;
    caution: which plans are over, "" when none is; quiz: the plans state enough to ask about."""

    request: Request
    names: tuple[str, ...]
    points: tuple[Point, ...]
    query: str
    caution: str
    quiz: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Plans side by side: heads, then rows of a label and a cell for each plan."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Point, ...], ...]


@dataclass(frozen=True, slots=True)
class Briefings:
    """What trainers tell of plans. reported: what people called wrong."""

    resources: Resources
    reported: Reported

    def request(self, plan_ids: list[str], topic: str, minutes: str) -> Request:
        """Return what an address asks for; plans that are gone and odd minutes are passed over."""
        known = tuple(each for each in dict.fromkeys(plan_ids) if self.resources.library.plan(each) is not None)
        wanted = int(minutes) if minutes in map(str, MINUTES) else USUAL
        return Request(known, normalize(topic).strip()[:TOPIC_CHARS] or None, wanted)

    def brief(self, request: Request) -> Brief:
        """Return the bullets. Raises NoBriefing."""
        told = self._compose(request)
        points = tuple(self._point(line) for line in bullets(told))
        return Brief(request, told.names, points, query_of(request), caution(told), bool(told.quiz))

    def comparison(self, plan_ids: tuple[str, ...]) -> list[Comparison]:
        """Return plans (none: all, where they fit one table) side by side, in tables that a screen holds; [] of fewer
        than two, and of all where they are many. Raises NoBriefing."""
        if not plan_ids and len(self.resources.library.plans()) > MOST_SIDE_BY_SIDE:
            return []
        block = self._compose(Request(plan_ids)).comparison
        if block is None:
            return []
        return [
            Comparison(piece.heads, tuple(tuple(self._point(cell) for cell in row) for row in piece.rows))
            for piece in by_columns(block, MOST_SIDE_BY_SIDE)
        ]

    def file(self, request: Request, suffix: str, *, quiz: bool = False) -> bytes:
        """Return the briefing, or its quiz, as a file. Raises NoBriefing; BriefingError when it can't be made here."""
        return self.resources.library.brief_file(self._compose(request), suffix, quiz=quiz)

    def _compose(self, request: Request) -> Briefing:
        try:
            return self.resources.library.brief(request, reported=recalled(self.reported, None))
        except BriefingError as error:
            raise NoBriefing from error

    def _point(self, line: Line) -> Point:
        if line.note is None or not line.note.citations:
            return Point(line.label, line.text)
        stored = self.resources.library.plan(line.note.citations[0].plan_id)
        opens = quote_address(stored.plan, line.note.citations) if stored else None
        return Point(line.label, line.text + line.mark, line.note.source, line.note.quote, opens)


def query_of(request: Request) -> str:
    """Return what stands after "?" in the address of a briefing."""
    asked = [("ke-hoach", plan_id) for plan_id in request.plan_ids]
    asked += [("ve", request.topic)] if request.topic else []
    return urlencode([*asked, ("phut", str(request.minutes))])


def file_name(request: Request, suffix: str, *, quiz: bool = False) -> str:
    """Return the name under which a briefing, or its quiz alone, is saved."""
    name = request.plan_ids[0] if len(request.plan_ids) == 1 else EVERY
    return (QUIZ_FILE if quiz else FILE).format(name=name) + suffix


__all__ = ["FILES", "SHEETS", "Briefings", "NoBriefing", "file_name", "query_of"]
