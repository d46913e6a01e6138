"""What lies on the desk while one question is answered: the query, the plans in scope, and the tools to search them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import filterfalse

from knowledge.answering.matching import Bag, Matcher, Need
from knowledge.answering.present import QUOTE_LIMIT, mark, period_label, quote_text, section_text
from knowledge.answering.wording import Wording
from knowledge.marks import Marked
from knowledge.model import Answer, AnswerPart, Citation, Deadline, Query, Section, Status, StoredPlan, parent_of
from knowledge.text import folded_words
from knowledge.understanding.units import Unit

MOST_PATHS = 3
FEW_PLANS, NEAREST = 30, 6
"""Plans that are looked through for what a question is about; of more, those in which the best units stand."""
MOST_KEPT = 5000
"""Duties whose words are kept, and a tenth of it plans whose sections are."""
LEAD_LIMIT = 160
"""Characters of a paragraph that may stand for the heading of what is below it."""
MOST_SHARES = 5
"""Parts that the space for quotes is shared out to, when a question is about several plans."""
REORGANISED = date(2025, 7, 1)
"""The district level ended and provinces were merged (Nghị quyết 202/2025/QH15, Luật 72/2025/QH15)."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer before it is verified and composed."""

    status: Status
    parts: tuple[AnswerPart, ...]
    choices: tuple[str, ...] = ()
    related: tuple[str, ...] = ()


Handler = Callable[["Desk"], Draft | None]
"""Answers one kind of question; None when the facts it knows do not answer, so that another handler may."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What was worked out for one question and serves the next, for as long as the collection stays.

    sections: plan id -> path -> section and its headings; duties: (id of a deadline, is it one plan's question) -> its
    words, and itself, so that no other one gets its id; heads: what all plans' headers say, by what is made of them.
    """

    sections: dict[str, dict[str, tuple[Section, str]]] = field(default_factory=dict)
    duties: dict[tuple[int, bool], tuple[str, Bag, Deadline]] = field(default_factory=dict)
    heads: dict[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything a handler needs. plans: in scope, in the collection's order; everyone: the whole collection, parts:
    plan id -> ids of what is attached to it in its file, and marked: what chooses its plans;
    answering: how many of the plans share the space for quotes, 0 for all in scope; nearest: ids of the plans in which
    the best units stand."""

    query: Query
    today: date
    plans: tuple[StoredPlan, ...]
    everyone: Mapping[str, StoredPlan]
    parts: Mapping[str, Sequence[str]]
    units: Mapping[str, Unit]
    marked: Marked
    matcher: Matcher
    wanted: Need
    words: Wording
    answering: int = 0
    nearest: tuple[str, ...] = ()
    kept: Kept = field(default_factory=Kept)

    @property
    def single(self) -> bool:
        """Tell whether the question is about exactly one plan."""
        return len(self.plans) == 1

    def of_heads(self, name: str, made: Callable[[], frozenset[str]]) -> frozenset[str]:
        """Return what `made` makes of the headers of the plans in scope; of all plans it is made once. name: of it."""
        if len(self.plans) < len(self.everyone):
            return made()
        found = self.kept.heads.get(name)
        if found is None:
            found = self.kept.heads[name] = made()
        return found

    def family(self, plan_id: str) -> tuple[StoredPlan, ...]:
        """Return the documents of the file that a plan stands in: the first of it, and what is attached to that."""
        first = parent_of(plan_id) or plan_id
        return tuple(self.everyone[p] for p in (first, *self.parts.get(first, ())) if p in self.everyone)

    @property
    def near(self) -> tuple[StoredPlan, ...]:
        """The plans to be looked through: all in scope where they are few, else the nearest of them."""
        if len(self.plans) <= FEW_PLANS:
            return self.plans
        return tuple(self.everyone[plan_id] for plan_id in sorted(self.nearest))

    @property
    def brief(self) -> bool:
        """Tell whether so many plans may answer that each has room for a line only."""
        return len(self.plans) > 2

    def name(self, plan_id: str) -> str:
        """Return the short name of a plan, as citation lines show it."""
        return self.units[plan_id].short_name

    def names(self, plan_ids: Sequence[str]) -> str:
        """Return short names in a row."""
        return ", ".join(self.name(plan_id) for plan_id in plan_ids)

    def some_names(self, plan_ids: Sequence[str]) -> str:
        """Return the short names of the first of many plans, all where they are few."""
        return self.names(plan_ids[:FEW_PLANS]) + (" …" if len(plan_ids) > FEW_PLANS else "")

    def coverage(self, text: str, wanted: Need | None = None) -> float:
        """Return how much of what is wanted `text` carries, 0 to 1."""
        return self.matcher.coverage(self.wanted if wanted is None else wanted, text)

    def topic(self, plan_id: str) -> str:
        """Return the words that tell a plan from the others: its title, where several plans are in question."""
        return "" if self.single else self.everyone[plan_id].plan.header.title or ""

    def own(self, wanted: Need) -> Need:
        """Return of a follow-up's need what the last turn itself says, or all when it says nothing of its own."""
        if not self.query.follow_up:
            return wanted
        last = set(folded_words(self.query.text))
        return wanted.without(word for _, word in wanted.words if word not in last) or wanted

    def known(self, wanted: Need) -> Need:
        """Return the need without words that the collection never uses."""
        return self.matcher.known(wanted)

    def section(self, plan_id: str, path: str) -> Section | None:
        """Return the numbered section of a plan that stands at `path`."""
        found = self._located(plan_id).get(path)
        return found[0] if found else None

    def attached(self, plan_id: str, path: str) -> Section | None:
        """Return the section at `path` within the one attachment that has it ("Quy chế, Chương II")."""
        found = [each for at, (each, _) in self._located(plan_id).items() if at.endswith(f", {path}")]
        return found[0] if len(found) == 1 else None

    def headings(self, plan_id: str, path: str) -> str:
        """Return the headings from the top of a plan down to the section at `path`, as one text."""
        found = self._located(plan_id).get(path)
        return found[1] if found else ""

    def _located(self, plan_id: str) -> dict[str, tuple[Section, str]]:
        found = self.kept.sections.get(plan_id)
        if found is None:
            found = {}
            for section, headings in _under(self.everyone[plan_id].plan.sections, ""):
                found.setdefault(section.path, (section, headings))
            if len(self.kept.sections) >= MOST_KEPT // 10:
                self.kept.sections.clear()
            self.kept.sections[plan_id] = found
        return found

    def is_over(self, plan_id: str) -> bool:
        """Tell whether the plan's period has ended."""
        period = self.everyone[plan_id].plan.header.period
        return period is not None and period.is_over(self.today)

    def is_running(self, plan_id: str) -> bool:
        """Tell whether today is in the plan's period."""
        period = self.everyone[plan_id].plan.header.period
        return period is not None and period.holds(self.today)

    def note(self, plan_id: str, *, recipients: bool = False) -> str | None:
        """Return the caution that belongs on an answer from this plan: its period is over, recipients may differ."""
        header = self.everyone[plan_id].plan.header
        notes = []
        if header.period is not None and header.period.is_over(self.today):
            label = period_label(header.period, self.words)
            notes.append(self.words.over.format(period=label + mark(header.corrected.get("period"), self.words)))
        written = header.date or (header.period.start if header.period else None)
        if recipients and not self.brief and written is not None and written < REORGANISED <= self.today:
            notes.append(self.words.reorganised)
        return " ".join(notes) or None

    def part(
        self,
        plan_id: str,
        lead: str,
        citations: Sequence[Citation],
        *,
        items: Sequence[str] = (),
        show_quote: bool = True,
        recipients: bool = False,
        derived: Sequence[str] = (),
        focus: str = "",
    ) -> AnswerPart:
        """Build what one plan says, with its source line, its quote (around `focus`) and its caution."""
        paths = list(dict.fromkeys(section_text(citation.section, self.words) for citation in citations))
        where = ", ".join(paths) if len(paths) <= MOST_PATHS else f"{paths[0]} … {paths[-1]}"
        source = self.words.source.format(name=self.name(plan_id), section=where)
        return AnswerPart(
            plan_id=plan_id,
            lead=lead,
            items=tuple(items),
            citations=tuple(citations),
            show_quote=show_quote,
            note=self.note(plan_id, recipients=recipients),
            derived=tuple(derived),
            source=source if paths else self.name(plan_id),
            quote=quote_text(citations, self._space(), focus) if show_quote else "",
        )

    def _space(self) -> int:
        """Return the characters that one plan's quote may take."""
        return QUOTE_LIMIT // min(self.answering or len(self.plans), MOST_SHARES)

    def others(self) -> tuple[str, ...]:
        """Return the plans outside the question's scope: worth a button each."""
        if len(self.plans) == len(self.everyone):
            return ()
        inside = {stored.plan_id for stored in self.plans}
        return tuple(filterfalse(inside.__contains__, self.everyone))


def _under(sections: Iterable[Section], above: str) -> Iterator[tuple[Section, str]]:
    """Yield every section with the titles from the top down to its own: headings, or short leads of what is below."""
    for section in sections:
        lead = section.body.text if section.children and len(section.body.text) <= LEAD_LIMIT else ""
        headings = f"{above} {section.heading.text or lead}".strip()
        yield section, headings
        yield from _under(section.children, headings)


def compose(parts: Sequence[AnswerPart]) -> str:
    """Return an answer as plain text: lead, items, caution and source of each part, parts a blank line apart."""
    return "\n\n".join(_compose_part(part) for part in parts)


def _compose_part(part: AnswerPart) -> str:
    lines = [part.lead.replace("**", ""), *(f"• {item}".replace("**", "") for item in part.items)]
    if part.note:
        lines.append(f"⚠️ {part.note}")
    if part.source and part.citations:
        lines.append(f"📎 {part.source}: “{part.quote}”" if part.quote else f"📎 {part.source}")
    return "\n".join(line for line in lines if line)


def finish(draft: Draft, query: Query) -> Answer:
    """Turn a draft into the answer that is shown."""
    return Answer(draft.status, compose(draft.parts), draft.parts, query.language, draft.choices, draft.related, query)
