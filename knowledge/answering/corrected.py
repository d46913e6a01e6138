"""What an administrator has corrected is said to be theirs, wherever an answer shows it or quotes what it corrects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from knowledge.answering.desk import Desk, Draft
from knowledge.answering.due import when
from knowledge.answering.duties import fits
from knowledge.answering.present import date_text, mark, period_text, plain, sentence_case, shorten
from knowledge.answering.wording import EN, VI, Wording
from knowledge.model import AnswerPart, Attribute, Corrected, Deadline, EvidenceUnit, Header, Period, StoredPlan

_WHAT = 80
_WORDS = 120
_TIMES = {Attribute.WHEN, Attribute.DAY, Attribute.CLOCK}


@dataclass(frozen=True, slots=True)
class Fact:
    """A corrected duty, a corrected field of a header, or words of a text. spans: of the source, where what was
    corrected stands."""

    was: Corrected
    of: Deadline | Header | str
    spans: tuple[tuple[int, int], ...]

    def told(self, words: Wording) -> str:
        """Say what holds now, with its mark."""
        if isinstance(self.of, str):
            return f"“{shorten(plain(self.of), _WORDS)}”{mark(self.was, words)}."
        if isinstance(self.of, Deadline):
            return f"{sentence_case(shorten(plain(self.of.what), _WHAT))}: {when(self.of, words)}."
        value = getattr(self.of, self.was.place)
        if isinstance(value, Period):
            value = period_text(value, words)
        shown = date_text(value, words) if isinstance(value, date) else str(value)
        return f"{words.header[self.was.place].format(value=shown)}{mark(self.was, words)}"


def is_due(desk: Desk) -> bool:
    """Tell whether a question names a day or month on which only an administrator's word lets a duty fall."""
    query = desk.query
    if not (query.dates or query.months):
        return False
    duties = (duty for stored in desk.near for duty in stored.facts.deadlines if duty.corrected)
    return any(fits(duty, query) for duty in duties)


def restated(stored: StoredPlan) -> StoredPlan:
    """Return a plan whose units state the times that an administrator gave, said to be theirs, and not those read."""
    duties = [duty for duty in stored.facts.deadlines if duty.corrected]
    if not duties:
        return stored
    return replace(stored, units=tuple(_restated(unit, duties) for unit in stored.units))


def _restated(unit: EvidenceUnit, duties: Sequence[Deadline]) -> EvidenceUnit:
    text = unit.text.text
    span = unit.text.span(0, len(text)) if text else None
    for duty in duties:
        written = duty.corrected.written if duty.corrected else None
        start = text.find(written) if written else -1
        held = span is not None and any(cited.start < span.end and span.start < cited.end for cited in duty.citations)
        if start < 0 or not held:
            continue
        end = start + len(written or "")
        kept = (v for v in unit.values if v.attribute not in _TIMES or not start <= v.start < end)
        from knowledge.facts.values import find_values  # what reads plans is loaded for the first correction

        said = f"{duty.stated}{mark(duty.corrected, VI)}"
        new = (v for v in find_values(duty.stated or "") if v.attribute in _TIMES)
        unit = replace(unit, values=(*kept, *(replace(v, text=said, start=start, end=end) for v in new)))
    return unit


def facts_of(part: AnswerPart, plans: Mapping[str, StoredPlan]) -> Iterator[Fact]:
    """Yield the corrected facts of the plan of a part whose words it cites, and the fields that need no words."""
    stored = plans.get(part.plan_id or (part.citations[0].plan_id if part.citations else ""))
    if stored is None:
        return
    cited = [(each.start, each.end) for each in part.citations if each.plan_id == stored.plan_id]
    header = stored.plan.header
    fields = [
        Fact(was, header, ((span.start, span.end),) if (span := header.spans.get(name)) else ())
        for name, was in header.corrected.items()
    ]
    duties = [
        Fact(duty.corrected, duty, tuple((each.start, each.end) for each in duty.citations))
        for duty in stored.facts.deadlines
        if duty.corrected
    ]
    source = stored.plan.source_text
    texts = [
        Fact(each.was, source[each.start : each.end], ((each.start, each.end),))
        for each in stored.plan.amended_in(cited)
    ]
    for fact in (*fields, *duties, *texts):
        if any(a < end and start < b for a, b in cited for start, end in fact.spans) or not fact.spans:
            yield fact


def evidence(part: AnswerPart, plans: Mapping[str, StoredPlan]) -> Iterator[str]:
    """Yield the words that prove an administrator's values: only of those that the part says to be theirs."""
    said = " ".join((part.lead, *part.items))
    for fact in facts_of(part, plans):
        for words in (VI, EN):
            if mark(fact.was, words) in said:
                yield fact.told(words)


def marked(draft: Draft, plans: Mapping[str, StoredPlan], words: Wording) -> Draft:
    """Add a note to the parts that cite the words of something corrected and don't say so yet."""
    return replace(draft, parts=tuple(_marked(part, plans, words) for part in draft.parts))


def _marked(part: AnswerPart, plans: Mapping[str, StoredPlan], words: Wording) -> AnswerPart:
    said = " ".join((part.lead, *part.items))
    notes = [
        fact.told(words) for fact in facts_of(part, plans) if fact.spans and mark(fact.was, words) not in said
    ]  # fmt: skip
    return replace(part, note=" ".join(filter(None, (*notes, part.note)))) if notes else part
