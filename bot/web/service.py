"""From what an address asks for to what its page shows. Synchronous: it runs in a worker thread."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from threading import BoundedSemaphore
from urllib.parse import urlencode

from bot.curation import Curator
from bot.memory.state import Asked, Recent
from bot.resources import Resources
from bot.screen import one_line, shorten
from bot.screen import words as screen_words
from bot.screen.answers import Spans, page_address, plan_address, quote_address, section_address, version_of
from bot.screen.duties import amended_lines, corrected_lines, validity
from bot.talk import Answered, Conversation
from bot.web import words
from bot.web.reading import Document, Shown, bare, document, shown
from knowledge.contracts import outline
from knowledge.errors import DocumentError
from knowledge.model import Answer, AnswerPart, Plan
from knowledge.text import normalize

VISITOR = 1 << 60
"""The chat under which questions of those are kept who need no code, beyond every number that Telegram gives."""
PICTURES_KEPT = 32
"""Pictures of pages that are shown again without being made again: a scan's page is recognised for each."""
MOST_PAGES, ALT_CHARS = 6, 300
"""Pages that are offered as pictures, and characters of what is said of one to those who can't see it."""
log = logging.getLogger(__name__)
_painting = BoundedSemaphore(2)  # each picture is made by a process of its own
ASKED_CHARS = 300
"""Characters of an earlier question that a follow-up's address carries."""


class Missing(Exception):
    """There is no such plan."""


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What an address asks. unit: a plan id, "" for every plan; before: the earlier questions, oldest first; opened:
    the index of the part whose plan stands open, None for none."""

    text: str
    unit: str = ""
    before: tuple[str, ...] = ()
    opened: int | None = None

    def address(self, opened: int | None = None) -> str:
        """Return the address that asks the same and opens a part's plan."""
        asked = [("cau", self.text), *(("don-vi", self.unit) for _ in self.unit[:1])]
        asked += [("truoc", text) for text in self.before]
        asked += [("xem", str(opened + 1))] if opened is not None else []
        return f"/hoi?{urlencode(asked)}"


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page of the file that a plan was read from. address: of its picture with the quoted words framed, `words`."""

    number: int
    address: str
    words: str


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan's page. outline: (address, label, depth); marks: numbers of the marked places; replaced: the address was
    made from another text; alone: the address of the page that shows only this, with the same words marked."""

    plan_id: str
    name: str
    title: str
    facts: tuple[str, ...]
    outline: tuple[tuple[str, str, int], ...]
    document: Document
    replaced: bool
    alone: str
    pages: tuple[PagePicture, ...] = ()

    @property
    def marks(self) -> tuple[int, ...]:
        """Numbers of the marked places, in reading order."""
        return self.document.marks


@dataclass(frozen=True, slots=True)
class AnswerView:
    """An answer's page. choices: (name, address) of units to ask the same for; plan: what stands open beside it."""

    inquiry: Inquiry
    answer: Shown
    choices: tuple[tuple[str, str], ...]
    plan: PlanView | None

    @property
    def following(self) -> tuple[str, ...]:
        """The questions that the next one follows."""
        return (*self.inquiry.before, self.inquiry.text[:ASKED_CHARS])


@dataclass(frozen=True, slots=True)
class ReadingRoom:
    """The plans and the talk about them, behind pages."""

    resources: Resources
    pictures: Recent[tuple[str, str, int, Spans], bytes] = field(default_factory=lambda: Recent(PICTURES_KEPT))

    @property
    def talk(self) -> Conversation:
        """Questions and answers, as in a chat."""
        return Conversation(self.resources, Curator(self.resources).corrected)

    def units(self) -> list[tuple[str, str]]:
        """Return (plan id, name) of the units to choose from."""
        return [(unit.plan_id, unit.short_name) for unit in self.resources.library.units()]

    def samples(self) -> list[str]:
        """Return questions for whoever is here for the first time."""
        lists = (found.title for stored in self.resources.library.plans() for found in stored.facts.no_lists)
        return [*words.SAMPLES, *(words.SAMPLE_LIST.format(name=name) for name in islice(lists, 1))]

    def shelf(self) -> list[PlanView]:
        """Return every plan without its text."""
        return [self._view(stored.plan, Document((), ())) for stored in self.resources.library.plans()]

    def ask(self, inquiry: Inquiry, chat_id: int) -> AnswerView | str:
        """Answer, or say why this is no question. chat_id: under which the question is kept."""
        inquiry = self._cleaned(inquiry)
        refused = self.talk.refusal(inquiry.text)
        if refused is not None:
            return refused
        found = self.talk.answer(Asked(chat_id, inquiry.text, inquiry.unit or None, inquiry.before))
        if inquiry.opened is None:
            self.resources.state.add_question(found.asked, None)
        cited = _cited(found.answer, inquiry.opened)
        return AnswerView(
            inquiry,
            shown(found.answer, found.scope, inquiry.address),
            self._choices(inquiry, found),
            self._quoted(cited) if cited else None,
        )

    def plan(self, plan_id: str, spans: Spans = (), version: str = "") -> PlanView:
        """Return a plan, the spans of that version of its text marked. Raises Missing."""
        stored = self.resources.library.plan(plan_id)
        if stored is None:
            raise Missing(plan_id)
        replaced = bool(spans) and version != version_of(stored.plan)
        marked = () if replaced else spans
        return self._view(stored.plan, document(stored.plan, marked), marked, replaced=replaced)

    def _quoted(self, part: AnswerPart) -> PlanView | None:
        stored = self.resources.library.plan(part.citations[0].plan_id)
        if stored is None:
            return None
        spans = tuple(dict.fromkeys((cited.start, cited.end) for cited in part.citations))
        alone = quote_address(stored.plan, part.citations)
        return self._view(stored.plan, document(stored.plan, spans), spans, alone=alone)

    def picture(self, plan_id: str, page: int, spans: Spans, version: str) -> bytes:
        """Return a page as JPEG, the spans of that version of the text framed. Raises Missing."""
        library = self.resources.library
        stored = library.plan(plan_id)
        if stored is None or version != version_of(stored.plan):
            raise Missing(plan_id)
        key = (plan_id, version, page, spans)
        if (held := self.pictures.get(key)) is not None:
            return held
        try:
            with _painting:
                made = library.plan_picture(plan_id, page, spans)
        except DocumentError as error:
            log.warning("a page cannot be shown: %s", error)
            made = None
        if made is None:
            raise Missing(plan_id)
        self.pictures.put(key, made)
        return made

    def _pages(self, plan: Plan, spans: Spans) -> Iterator[PagePicture]:
        """Yield the pages on which the spans stand, where they can be shown."""
        if not spans or not self.resources.library.is_pictured(plan.plan_id):
            return
        by_page: dict[int, list[tuple[int, int]]] = {}
        for start, end in spans:
            last = plan.page_of(max(start, end - 1)) or 0
            for page in range(plan.page_of(start) or 1, last + 1):
                by_page.setdefault(page, []).append((start, end))
        for page, here in sorted(by_page.items())[:MOST_PAGES]:
            quoted = " … ".join(one_line(plan.source_text[start:end]) for start, end in here)
            yield PagePicture(page, page_address(plan, page, here), shorten(quoted, ALT_CHARS))

    def _view(
        self, plan: Plan, written: Document, spans: Spans = (), *, replaced: bool = False, alone: str = ""
    ) -> PlanView:
        header = plan.header
        names = self.resources.names()
        issued = screen_words.ISSUED.format(date=f"{header.date:%d/%m/%Y}") if header.date else ""
        facts = (
            screen_words.NUMBER.format(number=header.number or screen_words.NO_NUMBER) + issued,
            screen_words.ISSUER.format(issuer=header.issuer or screen_words.NO_ISSUER),
            bare(validity(header.period, self.resources.library.today())),
            *map(bare, (*corrected_lines(header), *amended_lines(plan, [(0, len(plan.source_text))]))),
        )
        title = " ".join(filter(None, (header.doc_type, header.title))) or plan.plan_id
        return PlanView(
            plan.plan_id,
            names.get(plan.plan_id, plan.plan_id),
            title,
            facts,
            tuple(_outline(plan)) if written.nodes else (),
            written,
            replaced,
            alone or plan_address(plan.plan_id),
            tuple(self._pages(plan, spans)),
        )

    def _cleaned(self, inquiry: Inquiry) -> Inquiry:
        known = self.resources.names()
        turns = self.resources.settings.history_turns
        before = [normalize(text).strip()[:ASKED_CHARS] for text in inquiry.before][-turns:] if turns else []
        unit = inquiry.unit if inquiry.unit in known else ""
        return Inquiry(normalize(inquiry.text).strip(), unit, tuple(filter(None, before)), inquiry.opened)

    def _choices(self, inquiry: Inquiry, found: Answered) -> tuple[tuple[str, str], ...]:
        names = self.resources.names()
        own = [
            (names[plan_id],
             Inquiry(inquiry.text, plan_id, inquiry.before).address())
            for plan_id in found.asked.choices
            if plan_id in names
        ]  # fmt: skip
        every = bare(screen_words.labels(found.answer.language).ask_all)
        return (*own, *([(every, Inquiry(inquiry.text, "", inquiry.before).address())] if found.ask_all else []))


def _cited(answer: Answer, index: int | None) -> AnswerPart | None:
    if index is None or not 0 <= index < len(answer.parts):
        return None
    part = answer.parts[index]
    return part if part.citations else None


def _outline(plan: Plan) -> list[tuple[str, str, int]]:
    lines = [(entry["number"], entry["title"]) for entry in outline(plan)]
    return [
        (section_address(plan.plan_id, path).partition("#")[2], f"{path}. {title or ''}".strip(), path.count("."))
        for path, title in lines
    ]
