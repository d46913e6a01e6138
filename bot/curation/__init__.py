"""Thumbs, and /chuatraloi: what could not be answered well is collected, answered by an administrator, and kept.

Synchronous; returns screens, talks to nobody. A group is known by the number of one of its questions: whoever presses a
button later finds the group that holds it.
"""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.curation import screens
from bot.curation.store import CuratedAnswer, CurationStore, Work
from bot.likeness import Group, OpenQuestion, group, key
from bot.memory.state import PROPOSALS, Asked, Source
from bot.ports import PlanLibrary
from bot.resources import Resources
from bot.screen import Screen, Stale, plain, screen
from bot.screen import words as screen_words
from bot.screen.answers import Frame, answer_screen
from knowledge import reports
from knowledge.model import Answer, AnswerPart, Hit, Language, Passage, Query, Status
from knowledge.text import normalize

log = logging.getLogger(__name__)

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
    """The open questions, and what was answered by hand."""

    resources: Resources

    @property
    def store(self) -> CurationStore:
        """The tables of the loop."""
        return self.resources.store(CurationStore)

    def groups(self) -> list[Group]:
        """Return the open questions, alike ones together."""
        library = self.resources.library
        return group(
            replace(each, scope=scope_of(library, each.text, each.unit)) for each in self.store.open_questions()
        )

    def listed(self, page: int = 0) -> Screen:
        """Return a page of the groups."""
        return screens.list_screen(self.groups(), self.resources.names(), page)

    def opened(self, user_id: int, number: int, sought: str = "") -> Screen:
        """Show a group with passages to choose the proof from: those near the question, or near `words`."""
        found = self._group(number)
        self.store.set_work(user_id, Work(number))
        answer = self.resources.library.ask(found.head.text, unit=found.head.unit)
        hits = self._near(found, sought)
        names = self.resources.names()
        offered = [
            (self.resources.state.link(hit.passage.id), f"{hit.passage.section} · {names.get(hit.passage.plan_id, '')}")
            for hit in hits
        ]
        return screens.group_screen(found, names, answer.text, offered, sought)

    def chosen(self, user_id: int, number: int, link: int) -> Screen:
        """Take a passage as the proof, and ask for the answer's words."""
        self._group(number)
        passage = self._passage(self.resources.state.linked(link))
        self.store.set_work(user_id, Work(number, passage.id))
        return screens.write_screen(number, self.resources.name_of(passage.plan_id), passage)

    def typed(self, user_id: int, text: str) -> Screen | None:
        """Take an administrator's words as a search, or as the answer; None when nothing waits for them."""
        work = self.store.work(user_id)
        if work is None:
            return None
        text = normalize(text).strip()
        if work.passage_id is None:
            return self.opened(user_id, work.question, text)
        if not any(char.isalnum() for char in text):
            return screen(plain(screens.OPEN_WRITE_EMPTY))
        if len(text) > MAX_ANSWER:
            return screen(plain(screens.OPEN_TOO_LONG.format(length=len(text), limit=MAX_ANSWER)))
        found = self._group(work.question)
        held = self._curated(text, self._passage(work.passage_id))
        self.store.set_work(user_id, replace(work, text=text))
        places = len(_places(found))
        return screens.preview_screen(work.question, self._part(held), found.people, places)

    def dropped(self, user_id: int, number: int) -> Screen:
        """Put a group aside without an answer, and show the list."""
        found = self._group(number)
        self.store.set_work(user_id, None)
        self.store.settle([member.number for member in found.members])
        self.keep_reported()
        return self.listed()

    def left(self, user_id: int) -> None:
        """Whoever turns to something else looks for no passage any more; an answer that was begun stays."""
        work = self.store.work(user_id)
        if work is not None and work.passage_id is None:
            self.store.set_work(user_id, None)

    def cancelled(self, user_id: int) -> Screen:
        """Forget what was begun."""
        self.store.set_work(user_id, None)
        return screen(plain(screens.OPEN_CANCELLED))

    def sent(self, user_id: int, number: int) -> list[Delivery]:
        """Keep the drafted answer, propose it as a gold question, and return what goes to those who asked.

        Raises Stale when the draft is gone or somebody was faster.
        """
        work = self.store.work(user_id)
        if work is None or work.question != number or work.passage_id is None or work.text is None:
            raise Stale(screens.OPEN_NO_DRAFT)
        found = self._group(number)
        held = self._curated(work.text, self._passage(work.passage_id))
        sought = {key(text) for text in found.texts}
        members = [member.number for member in found.members]
        kept = self.store.publish(held, sought, ",".join(found.head.scope), members)
        self.store.set_work(user_id, None)
        if kept is None:
            raise Stale(screens.OPEN_GONE)
        self.keep_reported()
        query = self.resources.library.ask(found.head.text, unit=found.head.unit).query
        propose(self.resources.state.folder, gold_line(kept, found.head.text, found.head.unit, query, held))
        return [self._delivery(member, held) for member in _places(found).values()]

    # ------------------------------------------------------------------------------------ asked again, votes

    def corrected(self, text: str, unit: str | None, answer: Answer) -> Answer:
        """Return the administrator's answer to this very question if there is one, else `answer`.

        One whose plan was replaced is passed over, and so is a question that needs the one before it.
        """
        if answer.query is not None and answer.query.follow_up:
            return answer
        answers = self.store.curated(key(text))
        held = answers.get(",".join(scope_of(self.resources.library, text, unit))) if answers else None
        if held is None or not stands(self.resources.library, held):
            return answer
        return replace(answer, status=Status.ANSWERED, text=held.text, parts=(self._part(held),), related=())

    def reported(self) -> dict[str, list[tuple[int, int]]]:
        """Return where the plans as they are now have words that an answer quoted and people called wrong, while no
        administrator has looked at it."""
        found: dict[str, list[tuple[int, int]]] = {}
        since: dict[str, datetime] = {}
        for report in self.store.reports():
            for source in report.sources:
                passage = self.resources.library.passage(source.passage_id)
                if passage is None or not source.spans:
                    continue
                plan_id = passage.plan_id
                if plan_id not in since:
                    since[plan_id] = self._live_since(plan_id)
                if report.asked_at >= since[plan_id]:  # what an older version said is no longer there
                    found.setdefault(plan_id, []).extend(source.spans)
        return found

    def keep_reported(self) -> None:
        """Keep where words are called wrong for commands that run beside the bot."""
        found, library = self.reported(), self.resources.library
        plans = {plan_id: stored.plan for plan_id in found if (stored := library.plan(plan_id)) is not None}
        try:
            reports.keep(self.resources.state.folder, plans, found)
        except OSError as error:
            log.warning("what was called wrong is not kept for other commands: %s", error)

    def _live_since(self, plan_id: str) -> datetime:
        """Return when the version of a plan that serves became live, in UTC without zone."""
        times = (version.since for version in self.resources.library.versions(plan_id) if version.live)
        since = next(times, None)
        return since.replace(tzinfo=None) if since else datetime.min

    def vote(self, number: int, chat_id: int, user_id: int, good: bool) -> str:
        """Keep a vote and return the thanks. Raises Stale."""
        self.resources.asked(number, chat_id)
        self.resources.state.vote(number, user_id, good)
        self.keep_reported()
        return screens.THANKS_GOOD if good else screens.THANKS_BAD

    def complained(self, number: int, user_id: int, reason: str) -> None:
        """Keep why a person gave a thumb down."""
        self.store.complain(number, user_id, reason)
        self.keep_reported()

    # ---------------------------------------------------------------------------------------------- parts

    def _group(self, number: int) -> Group:
        for found in self.groups():
            if any(member.number == number for member in found.members):
                return found
        raise Stale(screens.OPEN_GONE)

    def _near(self, found: Group, sought: str) -> list[Hit]:
        query = sought or found.head.text
        hits = list(self.resources.library.search(query, 4 * CANDIDATES))
        # the passages of the plans that were asked about come first; the sort keeps the order otherwise
        return sorted(hits, key=lambda hit: hit.passage.plan_id not in found.head.scope)[:CANDIDATES]

    def _passage(self, passage_id: str | None) -> Passage:
        passage = self.resources.library.passage(passage_id) if passage_id else None
        if passage is None:
            raise Stale(screen_words.PASSAGE_GONE)
        return passage

    def _curated(self, text: str, passage: Passage) -> CuratedAnswer:
        stored = self.resources.library.plan(passage.plan_id)
        if stored is None:
            raise Stale(screen_words.PASSAGE_GONE)
        return CuratedAnswer(text, passage.id, stored.plan.cite(passage.section, passage.text))

    def _delivery(self, member: OpenQuestion, held: CuratedAnswer) -> Delivery:
        """Word the answer for one place; it is a question of its own there, with a source to open and votes."""
        source = Source(held.passage_id, tuple((cited.start, cited.end) for cited in held.citations))
        asked = Asked(member.place[0], member.text, member.unit, status=Status.ANSWERED.value, sources=(source,))
        number = self.resources.state.add_question(asked, None)
        self.resources.state.copy_asker(member.number, number)
        part = self._part(held)
        told = screens.OPEN_TOLD.format(question=member.text.replace("**", ""))
        answer = Answer(
            Status.ANSWERED, held.text, (replace(part, lead=f"{told}\n\n{part.lead}"),), Language.VI
        )  # fmt: skip
        scope = self.resources.names().get(held.citations[0].plan_id)
        return Delivery(member.place, answer_screen(answer, Frame(number, Language.VI, scope, sources=1)))

    def _part(self, held: CuratedAnswer) -> AnswerPart:
        """Return the answer as a person sees it, with the plan's words under it."""
        plan_id = held.citations[0].plan_id
        return AnswerPart(
            plan_id=plan_id,
            lead=f"{screens.CURATED}\n{held.text}",
            citations=held.citations,
            source=self.resources.name_of(plan_id) + screens.CURATED_PLACE.format(section=held.citations[0].section),
            quote=" ".join(" ".join(cited.quote for cited in held.citations).split()),
        )


def _places(found: Group) -> dict[tuple[int, int | None], OpenQuestion]:
    """Return the newest question of each chat and topic, so that nobody is told twice."""
    places: dict[tuple[int, int | None], OpenQuestion] = {}
    for member in found.members:
        places.setdefault(member.place[:2], member)
    return places


# ------------------------------------------------------------------------------------------------------ answers by hand


def scope_of(library: PlanLibrary, text: str, unit: str | None) -> tuple[str, ...]:
    """Return the plans that a question is about: those it names, else the chat's, else () for every plan."""
    return tuple(sorted(library.find_units(text))) or ((unit,) if unit else ())


def stands(library: PlanLibrary, held: CuratedAnswer) -> bool:
    """Tell whether the plans still hold the words that prove an answer."""
    if library.passage(held.passage_id) is None:
        return False
    for cited in held.citations:
        stored = library.plan(cited.plan_id)
        if stored is None or stored.plan.source_text[cited.start : cited.end] != cited.quote:
            return False
    return True


_KINDS = {
    "comparison": "compare", "duration": "length", "deadline": "when day cycle clock", "recipient": "to",
    "contact": "contact mail phone link", "channel": "channel format", "who": "who person names", "reward": "award",
    "money": "money", "target": "share", "reference": "paper dated", "place": "place", "template": "template",
    "purpose": "purpose", "consequence": "consequence", "count": "count", "criteria": "criteria", "list": "list all",
}  # fmt: skip
"""How the gold calls questions, by what they ask for or name; the first that is there."""


def gold_kind(query: Query | None) -> str:
    """Return what the gold calls questions like this one, by which they are counted."""
    if query is None:
        return "definition"
    asked, shape = query.slots, query.slots.shape
    if asked.fields and "compare" not in shape:
        return "header"
    told = asked.asked | asked.about | shape
    other = "list" if query.count is not None else "definition"  # "5 không"
    return next((kind for kind, words in _KINDS.items() if told & set(words.split())), other)


def gold_line(
    number: int, question: str, unit: str | None, query: Query | None, answer: CuratedAnswer
) -> dict[str, Any]:
    """Return a line that `python -m knowledge evaluate` reads; the administrator's words stand in its note."""
    return {
        "id": f"curated-{number}",
        "question": question,
        "lang": query.language.value if query else "vi",
        "style": "chat",
        "scope": unit,
        "type": gold_kind(query),
        "answerable": True,
        "plans": sorted({cited.plan_id for cited in answer.citations}),
        "evidence": [
            {"plan": cited.plan_id, "quote": cited.quote, "section": cited.section} for cited in answer.citations
        ],
        "must_include": [],
        "must_not_include": [],
        "expect": "answer",
        "note": answer.text,
    }


def propose(folder: Path, line: dict[str, Any]) -> None:
    """Add a line to the file of proposals in `folder`. Raises OSError."""
    with (folder / PROPOSALS).open("a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")
