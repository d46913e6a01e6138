"""One question being answered, and the parts that its answers are built from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.answering import own
from knowledge.answering.decide import Decision, Outcome
from knowledge.answering.desk import Desk
from knowledge.answering.duties import periods
from knowledge.answering.present import digits, plain, quote_text, section_text, shorten
from knowledge.model import AnswerPart, Citation, Deadline, EvidenceUnit, UnitKind
from knowledge.patterns import later
from knowledge.ranking import Probe, Shelf
from knowledge.ranking.probe import TELLING
from knowledge.ranking.signals import round_fit
from knowledge.text import folded_words
from knowledge.understanding import rounds

HEADING_LIMIT = 110
BULLET = later(r"^(?:[-+•*–]\s*)?(?:\(?(?:\d{1,2}|[a-zđ])[.)-]\s+)?")
LEAD_SHARE = 0.8
"""Share of what an item of a list carries of the question that the list's title must carry for the list to be meant."""


SPREAD = 8.0
"""Weight of a cosine beside a share of words: this model's lie within a tenth."""
MOST_OF_IT = 0.6
"""Share of a unit's characters that an item of a list must have to be that unit."""
STATED = 0.3
"""Share of a question's weight that a clause is worth which states what is asked."""
PARAGRAPH = 320
"""Characters of a paragraph that is quoted whole."""
SPACE = 2
"""Characters between two sentences of a paragraph."""


@dataclass(frozen=True, slots=True)
class Case:
    """One question being answered: the desk, its units, the question as the scorer saw it, and what was decided."""

    desk: Desk
    shelf: Shelf
    probe: Probe
    decision: Decision

    @property
    def best(self) -> EvidenceUnit:
        """The best unit; of a list of which one item is asked, the item that ranks best."""
        units = [each.unit for each in self.decision.units[:5]]
        first = units[0]
        if first.kind is not UnitKind.LIST or self.asks("nth"):
            return first
        held = [text.text for _, text in first.items]
        inside = [
            r for r in self.decision.units[1:5] if any(r.unit.text.text in t or t in r.unit.text.text for t in held)
        ]
        listed = self.asks("all") or self.asks("count")
        titled = self.decision.units[0].signals["title"]
        if not inside or (listed and titled >= LEAD_SHARE * inside[0].signals["clause"]):
            return first
        return first if self.heads_with_value and not self._states(inside[0].unit) else inside[0].unit

    @property
    def own(self) -> EvidenceUnit:
        """The best unit, or what it says of the asked one alone where it tells several apart."""
        return own.own(self.probe.query, self.best)

    @property
    def heads_with_value(self) -> bool:
        """Tell whether the first unit is a list whose head itself states what is asked for, and no list is wanted."""
        first = self.decision.units[0].unit
        listed = self.asks("all") or self.asks("count") or self.asks("nth")
        return first.kind is UnitKind.LIST and not listed and self._states(first)

    def _states(self, unit: EvidenceUnit) -> bool:
        return any(value.attribute.value in self.probe.query.slots.asked for value in unit.values)

    @property
    def sure(self) -> bool:
        """Tell whether the best unit may be stated."""
        return self.decision.outcome is Outcome.STATE

    def asks(self, shape: str) -> bool:
        """Tell whether the question wants an answer of this shape."""
        return shape in self.probe.query.slots.shape


def matter_of(case: Case) -> frozenset[str]:
    """Return the words that say what a question is about: worth something in ranking, and not read by a rule as what
    is asked for."""
    read = {word for cue in case.probe.query.slots.cues for word in folded_words(cue.span)}
    worth = case.probe.worth
    return frozenset(word for word in case.probe.words if worth[word] >= TELLING and word not in read)


def list_of(case: Case) -> EvidenceUnit | None:
    """Return the list that the best unit is, or heads, or is an item of (one of the best units itself)."""
    best = case.best
    if best.kind is UnitKind.LIST:
        return best
    near = [each.unit for each in case.decision.units[1:6]]
    for unit in (*near, *case.shelf.units_of(best.plan_id)):
        if unit.kind is UnitKind.LIST and unit.plan_id == best.plan_id and _holds(unit, best):
            return unit
    return None


def _holds(held: EvidenceUnit, unit: EvidenceUnit) -> bool:
    """Tell whether a list has a unit among its items or is of the same section."""
    own = unit.text.text
    return held.section == unit.section or any(
        text.text in own and len(text.text) >= MOST_OF_IT * len(own) for _, text in held.items
    )


def duties_in(desk: Desk, unit: EvidenceUnit, probe: Probe) -> list[Deadline]:
    """Return the duties that a unit's words prove, of the period that is asked about where some are."""
    spans = [(c.start, c.end) for c in cited(desk, unit)]
    held = [
        duty
        for duty in desk.everyone[unit.plan_id].facts.deadlines
        if any(c.start < end and start < c.end for c in duty.citations for start, end in spans)
    ]
    period = probe.query.period
    named = [duty for duty in held if period and period in periods(duty)]
    return named or held


def leaf_of(case: Case, unit: EvidenceUnit) -> EvidenceUnit:
    """Return of a list the item, or a part of it, that is nearest to the question; any other unit as it is."""
    if unit.kind is not UnitKind.LIST:
        return unit
    held = [text.text for _, text in unit.items]
    inside = [each for each in case.shelf.units_of(unit.plan_id) if each.kind is not UnitKind.LIST]
    items = [each for each in inside if any(each.text.text in text for text in held)]
    return max(items, key=lambda each: _fit(case, each), default=unit)


def _fit(case: Case, unit: EvidenceUnit) -> float:
    """Return how well a unit fits, by the words that it carries and by its vector; comparable within one list."""
    row = case.shelf.row_of(unit)
    weights = case.probe.weights(case.shelf)
    words = {word for _, _, word in case.shelf.closely(row)[0]}
    carried = sum(weight for word, weight in weights.items() if word in words) / (sum(weights.values()) or 1.0)
    return carried + SPREAD * float(case.shelf.vectors[row] @ case.probe.vector)


def focus_of(case: Case, unit: EvidenceUnit, room: int) -> str:
    """Return the clause of a unit that carries most of the question, the more so where it states what is asked; of one
    that is longer than so many characters the stretch that does."""
    words, clauses = case.shelf.closely(case.shelf.row_of(unit))
    weights = case.probe.weights(case.shelf)
    said = [each for each in words if each[2] in weights]
    stated = [value for value in unit.values if value.attribute.value in case.probe.query.slots.asked]
    worth = STATED * sum(weights.values())
    stretches = [
        (start, min(start + room, last))
        for first, last in clauses
        for start in (first, *(at for at, *_ in said if last - first > room and first < at < last))
    ]
    held = [
        (
            sum({w: weights[w] for s, e, w in said if first <= s and e <= last}.values())
            + worth * len({value.attribute for value in stated if first <= value.start and value.end <= last}),
            -at,
            first,
            last,
        )
        for at, (first, last) in enumerate(stretches)
    ]
    _, _, start, end = max(held, default=(0.0, 0, 0, len(unit.text.text)))
    return unit.text.text[start:end].strip()


def heading_of(unit: EvidenceUnit) -> str:
    """Return the nearest heading above a unit, when it says more than a formal part's title."""
    title = plain(unit.heading.split(" > ")[-1]).rstrip(":. ")
    return "" if title.isupper() else shorten(BULLET.sub("", title), HEADING_LIMIT)


def cited(desk: Desk, unit: EvidenceUnit) -> tuple[Citation, ...]:
    """Return the citations of a unit's own words."""
    return desk.everyone[unit.plan_id].plan.cite(unit.section, unit.text)


def paragraph_of(case: Case, unit: EvidenceUnit, room: int) -> tuple[Citation, ...]:
    """Return a sentence's citations, as one stretch with those of its paragraph that fit into so many characters."""
    held, wanted = cited(case.desk, unit), rounds.asked(case.probe.query)
    if unit.kind not in (UnitKind.SENTENCE, UnitKind.ITEM) or len(held) != 1 or round_fit(unit, wanted) < 0:
        return held
    plan = case.desk.everyone[unit.plan_id].plan
    near = {
        each.ordinal: each
        for each in case.shelf.units_of(unit.plan_id)
        if each.kind is not UnitKind.LIST and round_fit(each, wanted) >= 0
    }
    for step in (1, -1):  # first what follows
        at = unit.ordinal + step
        while (other := near.get(at)) is not None and len(more := cited(case.desk, other)) == 1:
            between = more[0].start - held[0].end if step > 0 else held[0].start - more[0].end
            grown = plan.cite_through((*held, *more))
            blank = plan.source_text[grown.start : grown.end].count("\n\n")
            if not 0 <= between <= SPACE or blank or grown.end - grown.start > room:
                break
            held, at = (replace(grown, section=unit.section),), at + step
    return held


def in_context(case: Case, told: AnswerPart) -> AnswerPart:
    """Return what is told of the best unit with its paragraph quoted whole: what follows a rule often says when it
    doesn't hold."""
    own = cited(case.desk, case.best)
    if case.own != case.best and all(each in told.citations for each in cited(case.desk, case.own)):
        return told
    if not told.quote or not all(own[0].start <= each.start and each.end <= own[-1].end for each in told.citations):
        return told
    whole = paragraph_of(case, case.best, PARAGRAPH)
    return told if whole == own else replace(told, citations=whole, quote=quote_text(whole))


def lead_of(case: Case, unit: EvidenceUnit) -> str:
    """Say under which heading a unit states what is quoted below; to a claim "Không ..." would read as no."""
    title, words = heading_of(unit), case.desk.words
    title = "" if case.asks("whether") and title.startswith(("Không", "Có ", "Đúng")) else title
    section = section_text(unit.section, words)
    return words.stated_in.format(title=title, section=section) if title else words.stated


def quoted(case: Case, unit: EvidenceUnit, lead: str, *beside: EvidenceUnit) -> AnswerPart:
    """Quote a unit's own words, and those of others beside it, under a lead."""
    units = (unit, *beside)
    held = [citation for each in units for citation in cited(case.desk, each)]
    return part(case, lead, held, derived=digits(*(each.heading for each in units)))


def part(
    case: Case,
    lead: str,
    citations: Sequence[Citation],
    *,
    items: Sequence[str] = (),
    quote: bool = True,
    derived: Sequence[str] = (),
) -> AnswerPart:
    """Build what one plan says, with its citations."""
    desk = replace(case.desk, answering=1)
    sends = bool(case.probe.query.slots.asked & {"to", "channel"})
    return desk.part(
        citations[0].plan_id, lead, citations, items=items, show_quote=quote, recipients=sends, derived=derived
    )
