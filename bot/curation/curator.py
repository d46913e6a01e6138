"""What an administrator does about open questions. Synchronous; returns screens, talks to nobody.

A group is known by the number of one of its questions: whoever presses a button later finds the group that holds it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot import wording
from bot.askers import copy_asker
from bot.curation.answers import curated_part, scope_of
from bot.curation.gold import gold_line, propose
from bot.curation.likeness import Group, OpenQuestion, group, key
from bot.curation.store import CuratedAnswer, CurationStore, Work
from bot.desk import Desk, Stale
from bot.render.answers import Frame, answer_screen
from bot.render.curation import group_screen, list_screen, preview_screen, write_screen
from bot.render.rich import plain
from bot.render.screens import Screen, screen
from bot.state import Asked, Source
from knowledge.model import Answer, Hit, Language, Passage, Status
from knowledge.text import normalize

CANDIDATES = 6
MAX_ANSWER = 1500
"""Longest answer of an administrator, in characters: with question and quote it fits one message."""
Place = tuple[int, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Delivery:
    """One answer to send: to chat, topic and message."""

    place: Place
    screen: Screen


@dataclass(frozen=True, slots=True)
class Curator:
    """The open questions over the desk's library and memory."""

    desk: Desk

    @property
    def store(self) -> CurationStore:
        """The tables of the loop."""
        return CurationStore(self.desk.state.database)

    def groups(self) -> list[Group]:
        """Return the open questions, alike ones together."""
        library = self.desk.library
        return group(
            OpenQuestion(r.number, r.text, r.unit, scope_of(library, r.text, r.unit), r.people, r.why, r.place)
            for r in self.store.open_questions()
        )

    def listed(self, page: int = 0) -> Screen:
        """Return a page of the groups."""
        return list_screen(self.groups(), self._unit_names(), page)

    def opened(self, user_id: int, number: int, words: str = "") -> Screen:
        """Show a group with passages to choose the proof from: those near the question, or near `words`."""
        found = self._group(number)
        self.store.set_work(user_id, Work(number))
        answer = self.desk.library.ask(found.head.text, unit=found.head.unit)
        hits = self._near(found, words)
        names = self._unit_names()
        offered = [
            (self.desk.state.link(hit.passage.id), f"{hit.passage.section} · {names.get(hit.passage.plan_id, '')}")
            for hit in hits
        ]
        return group_screen(found, names, answer.text, offered, words)

    def chosen(self, user_id: int, number: int, link: int) -> Screen:
        """Take a passage as the proof, and ask for the answer's words."""
        self._group(number)
        passage = self._passage(self.desk.state.linked(link))
        self.store.set_work(user_id, Work(number, passage.id))
        return write_screen(number, self._unit_names().get(passage.plan_id, passage.plan_id), passage)

    def typed(self, user_id: int, text: str) -> Screen | None:
        """Take an administrator's words as a search, or as the answer; None when nothing waits for them."""
        work = self.store.work(user_id)
        if work is None:
            return None
        text = normalize(text).strip()
        if work.passage_id is None:
            return self.opened(user_id, work.question, text)
        if not any(char.isalnum() for char in text):
            return screen(plain(wording.OPEN_WRITE_EMPTY))
        if len(text) > MAX_ANSWER:
            return screen(plain(wording.OPEN_TOO_LONG.format(length=len(text), limit=MAX_ANSWER)))
        found = self._group(work.question)
        held = self._curated(text, self._passage(work.passage_id))
        self.store.set_work(user_id, replace(work, text=text))
        places = len(_places(found))
        return preview_screen(work.question, curated_part(self.desk.library, held), found.people, places)

    def dropped(self, user_id: int, number: int) -> Screen:
        """Put a group aside without an answer, and show the list."""
        found = self._group(number)
        self.store.set_work(user_id, None)
        self.store.settle([member.number for member in found.members])
        return self.listed()

    def left(self, user_id: int) -> None:
        """Whoever turns to something else looks for no passage any more; an answer that was begun stays."""
        work = self.store.work(user_id)
        if work is not None and work.passage_id is None:
            self.store.set_work(user_id, None)

    def cancelled(self, user_id: int) -> Screen:
        """Forget what was begun."""
        self.store.set_work(user_id, None)
        return screen(plain(wording.OPEN_CANCELLED))

    def sent(self, user_id: int, number: int) -> list[Delivery]:
        """Keep the drafted answer, propose it as a gold question, and return what goes to those who asked.

        Raises Stale when the draft is gone or somebody was faster.
        """
        work = self.store.work(user_id)
        if work is None or work.question != number or work.passage_id is None or work.text is None:
            raise Stale(wording.OPEN_NO_DRAFT)
        found = self._group(number)
        held = self._curated(work.text, self._passage(work.passage_id))
        words = {key(text) for text in found.texts}
        members = [member.number for member in found.members]
        kept = self.store.publish(held, words, ",".join(found.head.scope), members)
        self.store.set_work(user_id, None)
        if kept is None:
            raise Stale(wording.OPEN_GONE)
        query = self.desk.library.ask(found.head.text, unit=found.head.unit).query
        propose(self.desk.state.database.path.parent, gold_line(kept, found.head.text, found.head.unit, query, held))
        return [self._delivery(member, held) for member in _places(found).values()]

    # ---------------------------------------------------------------------------------------------- parts

    def _group(self, number: int) -> Group:
        for found in self.groups():
            if any(member.number == number for member in found.members):
                return found
        raise Stale(wording.OPEN_GONE)

    def _near(self, found: Group, words: str) -> list[Hit]:
        query = words or found.head.text
        hits = list(self.desk.library.search(query, 4 * CANDIDATES))
        # the passages of the plans that were asked about come first; the sort keeps the order otherwise
        return sorted(hits, key=lambda hit: hit.passage.plan_id not in found.head.scope)[:CANDIDATES]

    def _passage(self, passage_id: str | None) -> Passage:
        passage = self.desk.library.passage(passage_id) if passage_id else None
        if passage is None:
            raise Stale(wording.PASSAGE_GONE)
        return passage

    def _curated(self, text: str, passage: Passage) -> CuratedAnswer:
        stored = self.desk.library.plan(passage.plan_id)
        if stored is None:
            raise Stale(wording.PASSAGE_GONE)
        return CuratedAnswer(text, passage.id, stored.plan.cite(passage.section, passage.text))

    def _delivery(self, member: OpenQuestion, held: CuratedAnswer) -> Delivery:
        """Word the answer for one place; it is a question of its own there, with a source to open and votes."""
        source = Source(held.passage_id, tuple((cited.start, cited.end) for cited in held.citations))
        asked = Asked(member.place[0], member.text, member.unit, status=Status.ANSWERED.value, sources=(source,))
        number = self.desk.state.add_question(asked, None)
        copy_asker(self.desk.state.database, member.number, number)
        part = curated_part(self.desk.library, held)
        told = wording.OPEN_TOLD.format(question=member.text.replace("**", ""))
        answer = Answer(
            Status.ANSWERED, held.text, (replace(part, lead=f"{told}\n\n{part.lead}"),), Language.VI
        )  # fmt: skip
        scope = self._unit_names().get(held.citations[0].plan_id)
        return Delivery(member.place, answer_screen(answer, Frame(number, Language.VI, scope, sources=1)))

    def _unit_names(self) -> dict[str, str]:
        return {unit.plan_id: unit.short_name for unit in self.desk.library.units()}


def _places(found: Group) -> dict[tuple[int, int | None], OpenQuestion]:
    """Return the newest question of each chat and topic, so that nobody is told twice."""
    places: dict[tuple[int, int | None], OpenQuestion] = {}
    for member in found.members:
        places.setdefault(member.place[:2], member)
    return places
