"""Facts to lines: words, what proves them, where they stand."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from knowledge.answering.present import mark, plain, section_text, sentence_case
from knowledge.answering.wording import VI
from knowledge.briefing import doubted, wording
from knowledge.briefing.gate import check_line
from knowledge.briefing.model import Line, Note, Spans
from knowledge.briefing.quoting import cut
from knowledge.errors import CitationError
from knowledge.facts.actors import actor_of_heading
from knowledge.facts.labels import tells_nothing
from knowledge.model import Citation, StoredPlan, is_within
from knowledge.parsing.sentences import clauses
from knowledge.patterns import later

logger = logging.getLogger(__name__)

MOST_PATHS = 3
MOST_GAP = 3
"""Characters between neighbours of one note."""
TEXT_LIMIT = 1000
"""Characters of a line in a hand-out; its note has the whole of a longer one."""


LONGEST_HEADING = 10
"""Words of a heading that may stand before what is said under it."""
_OF_AIMS = later(
    r"(?:(?:các|và|phương hướng|mục tiêu|chỉ tiêu|nhiệm vụ|giải pháp|trọng tâm|cụ thể)\W*)+", re.IGNORECASE
)
"""A heading that stands over whatever is to be reached or done."""


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes lines about one plan. name: the plan's, for notes; today: in Viet Nam; doubted, reported: where the words
    stand in its source that were not read surely, and those that people called wrong."""

    stored: StoredPlan
    name: str
    today: date
    doubted: Spans = ()
    reported: Spans = ()

    def note(self, citations: Sequence[Citation]) -> Note | None:
        """Return the note of these words; None without words."""
        if not citations:
            return None
        paths = list(dict.fromkeys(section_text(citation.section, VI) for citation in citations))
        where = ", ".join(paths) if len(paths) <= MOST_PATHS else f"{paths[0]} … {paths[-1]}"
        theirs = self.stored.plan.amended_in((citation.start, citation.end) for citation in citations)
        where += "".join(mark(each.was, VI) for each in theirs)
        unsure, wrong = (_touch(citations, spans) for spans in (self.doubted, self.reported))
        return Note(tuple(self._joined(citations)), self.name, where, unsure, wrong)

    def _joined(self, citations: Sequence[Citation]) -> list[Citation]:
        """Join neighbours between which only marks stand, so that a note shows them too."""
        source = self.stored.plan.source_text
        joined: list[Citation] = []
        for each in citations:
            last = joined[-1] if joined else None
            gap = source[last.end : each.start] if last and 0 <= each.start - last.end <= MOST_GAP else None
            if last is None or gap is None or any(char.isalnum() for char in gap):
                joined.append(each)
            else:
                joined[-1] = replace(last, quote=source[last.start : each.end], end=each.end)
        return joined

    def line(self, text: str, citations: Sequence[Citation], *, limit: int = TEXT_LIMIT) -> Line:
        """Return the plan's words as a line, cut at `limit`."""
        return self.write(sentence_case(cut(plain(text).strip(" ;,"), limit)), citations)

    def write(self, text: str, citations: Sequence[Citation], *, label: str = "", derived: Sequence[str] = ()) -> Line:
        """Return a line about what the citations say; what they do not prove is told in their own words instead.

        Raises CitationError when the citations themselves are not the source's.
        """
        line = Line(text, self.note(citations), label, tuple(derived))
        try:
            check_line(line, {self.stored.plan_id: self.stored})
        except CitationError as doubt:
            if line.note is None:
                raise
            logger.warning("%s: %s; the plan's own words are told", self.stored.plan_id, doubt)
            line = Line(sentence_case(cut(line.note.quote, TEXT_LIMIT)), line.note, label)
            check_line(line, {self.stored.plan_id: self.stored})
        return line

    def stated_at(self, words: str, section: str, citations: Sequence[Citation]) -> tuple[Citation, ...]:
        """Return where the plan says `words` (an actor, say): within the citations, or in a heading or lead above."""
        wanted = plain(words)
        if not wanted or wanted.casefold() in " ".join(plain(each.quote) for each in citations).casefold():
            return tuple(citations)
        for each in self.stored.plan.walk():
            above = each.path == section or section.startswith(f"{each.path}.") or section == f"{each.path} (đoạn kết)"
            for text in (each.heading, each.body) if above else ():
                at = text.text.casefold().find(wanted.casefold())
                if at >= 0:
                    return self.stored.plan.cite(each.path, text, at, at + len(wanted))
        return tuple(citations)

    def clause_around(
        self, section: str, citations: Sequence[Citation], words: str
    ) -> tuple[str, tuple[Citation, ...]]:
        """Return the clause of a section in which `words` stand, in the first sentence that the citations are of, and
        its citations; "" and the same where it is not in one text of the section."""
        quote = plain(citations[0].quote)
        for each in self.stored.plan.walk():
            at = each.body.text.find(quote) if each.path == section and not each.cells else -1
            said = each.body.text.find(words, at) if at >= 0 else -1
            if said >= 0:
                start, end = next(found for found in clauses(each.body) if found[0] <= said < found[1])
                return each.body.text[start:end].strip(), self.stored.plan.cite(each.path, each.body, start, end)
        return "", tuple(citations)

    def heading_over(self, section: str) -> tuple[str, tuple[Citation, ...]]:
        """Return the nearest heading over a section that says what it is about, and its citations; "" where none of a
        few words does, or it names who acts."""
        over = [each for each in self.stored.plan.walk() if is_within(section, each.path) and each.heading.text]
        for each in reversed(over):
            told = plain(each.heading.text).strip(" .:")
            says = not tells_nothing(told) and not _OF_AIMS.fullmatch(told) and not actor_of_heading(told)
            if len(told.split()) <= LONGEST_HEADING and says:
                return sentence_case(told), self.stored.plan.cite(each.path, each.heading)
        return "", ()

    def headings_in(self, words: str, section: str) -> tuple[Citation, ...]:
        """Return the citations of the headings over a section that stand in `words`: "Vòng 2 – Hội thi ..."."""
        plan = self.stored.plan
        over = [each for each in plan.walk() if is_within(section, each.path) and each.heading.text]
        named = [each for each in over if f"{plain(each.heading.text).strip(' .:')} – " in words]
        return tuple(found for each in named for found in plan.cite(each.path, each.heading))

    def silent(self, text: str, label: str = "") -> Line:
        """Return a line that says that the document doesn't."""
        return Line(text, None, label)


def _touch(citations: Sequence[Citation], spans: Spans) -> bool:
    """Tell whether a citation and a span share some words."""
    return any(start < each.end and each.start < end for each in citations for start, end in spans)


def pens(
    plans: Sequence[StoredPlan], names: Mapping[str, str], today: date, reported: Mapping[str, Spans]
) -> list[Pen]:
    """Return a pen for each plan. reported: where people called words wrong, by plan."""
    return [
        Pen(each, names.get(name, name), today, doubted.spans(each.plan), reported.get(name, ()))
        for each in plans
        for name in [each.plan_id]
    ]


def rest(template: str, left: Sequence[str]) -> str | None:
    """Say how many were left out, and in which sections (paths, one for each) they stand; None when none were."""
    if not left:
        return None
    places = list(dict.fromkeys(section_text(path, VI) for path in left))
    where = ", ".join(places[:MOST_PATHS])
    if len(places) > MOST_PATHS:
        where = wording.MORE.format(first=where, count=len(places) - MOST_PATHS)
    return template.format(count=len(left), sections=where)
