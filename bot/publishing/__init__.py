"""Plans that administrators send, and the news of them: read, shown, and put in when approved. Synchronous.

Nothing changes before the approval, and what is approved is what was shown: when the collection has changed since,
the preview is made anew instead.
"""

from __future__ import annotations

import json
import logging
import time
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from bot.agenda import HOUR, LAST_HOUR
from bot.ports import Followed
from bot.publishing import words
from bot.publishing.screens import (
    PreviewFrame,
    changes_text,
    counts_text,
    decisions,
    doubted_spans,
    name_text,
    news_screen,
    preview_screen,
    way_back,
)
from bot.publishing.store import KEPT_DAYS, News, NewsStore, Offer, Stage, Upload, UploadStore
from bot.resources import Resources
from bot.screen import Rows, Screen, Stale, from_stars, plain, screen, shorten
from knowledge.errors import CollectionChanged, DataLocked, DataUnwritable, DocumentError, Fault, KnowledgeError
from knowledge.model import RawDocument
from knowledge.versions import Preview, Published, same_issuer

log = logging.getLogger(__name__)

STEM_CHARS = 80
"""A longer file name is cut: it becomes the plan's id."""
_IN_NAMES = set(" ._-()–")

UNIT_CHARS = 120
UPLOAD, PLAN = "u", "p"
"""Whose place is corrected: of a file that was sent (by its number), of a live plan (by its id)."""


def spot_name(kind: str, of: object, place: str = "", *said: str | None) -> str:
    """Return the name behind a link to a place that can be corrected; see `bot.publishing.amending`."""
    return json.dumps(["amend", kind, str(of), place, *said], ensure_ascii=False)


class Event(Enum):
    """What has happened to a plan."""

    NEW = words.NEWS_NEW
    REPLACED = words.NEWS_REPLACED
    BACK = words.NEWS_BACK
    AMENDED = words.NEWS_AMENDED


@dataclass(frozen=True, slots=True)
class Followers:
    """Whom a change of plans concerns. followed: those who wait for duties."""

    resources: Resources
    followed: Followed

    @property
    def store(self) -> NewsStore:
        """The news that wait."""
        return self.resources.store(NewsStore)

    def follow(self, published: Published, event: Event, by: int) -> int:
        """Let units and reminders go along with a plan and have its followers told; return how many chats those are.

        by: the chat of the administrator who did it, which needs no news.
        """
        plan_id, before = published.stored.plan_id, published.replaced
        chats = set(self._concerned(published)) - {by}
        if before is not None:
            self.resources.state.move_unit(before, plan_id)
            self.followed.follow(published.changes.kept, published.changes.changed)
        title = event.value.format(unit=shorten(self.resources.name_of(plan_id), UNIT_CHARS))
        return self.store.add(chats, plan_id, title, self._told(published, event))

    def below_units(self, chat_id: int) -> Rows:
        """Return the row with the button that turns the news on again, where they are turned off."""
        return (way_back(),) if self.store.declines(chat_id) else ()

    def screen(self, news: News) -> Screen | None:
        """Return news as they are sent, None when their plan is gone."""
        if self.resources.library.plan(news.plan_id) is None:
            return None
        chosen = self.resources.state.unit(news.chat_id) == news.plan_id
        unit = None if chosen else self.resources.name_of(news.plan_id)
        return news_screen(news, self.resources.state.link(news.plan_id), unit)

    def _concerned(self, published: Published) -> Iterator[int]:
        """Who has chosen the plan or waits for one of its duties; of a new plan, who has chosen its issuer."""
        plans = {published.stored.plan_id, published.replaced} - {None}
        yield from self.resources.state.chats_of(plan for plan in plans if plan)
        for plan in plans:
            yield from self.followed.chats_of(plan) if plan else ()
        if published.replaced is None:
            header = published.stored.plan.header
            held = [stored for stored in self.resources.library.plans() if same_issuer(stored.plan.header, header)]
            yield from self.resources.state.chats_of(stored.plan_id for stored in held)

    def _told(self, published: Published, event: Event) -> str:
        if event is Event.NEW:
            return words.NEWS_DUTIES.format(count=len(published.stored.facts.deadlines))
        return changes_text(published.changes, self.resources.library.today())


@dataclass
class Gauge:
    """How many of a document's new passages are embedded, as the thread that works on it tells."""

    done: int = 0
    total: int = 0

    def note(self, stage: str, done: int, total: int) -> None:
        """Take what the library tells of its progress."""
        if stage == "embed":
            self.done, self.total = done, total

    def putting(self, title: str) -> str:
        """Return what to say while a document of this title goes in."""
        said = words.PUTTING.format(title=shorten(title, 100))
        return said + (words.PUTTING_DONE.format(done=self.done, total=self.total) if self.total else "")


@dataclass(frozen=True, slots=True)
class Publishing:
    """Plans that administrators send."""

    resources: Resources
    followed: Followed

    @property
    def store(self) -> UploadStore:
        """The rows."""
        return self.resources.store(UploadStore)

    # --------------------------------------------------------------------------------------------- reading

    def refusal(self, name: str | None, size: int | None, most: int) -> Screen | None:
        """Say why a file is not even downloaded; None when it may be read. size: in bytes, None
        when not told; most: bytes that can be downloaded."""
        if Path(file_name(name)).suffix.lower() not in self.resources.library.kinds:
            return self._fault(Fault.KIND)
        limit = min(self.resources.library.max_bytes, most)
        if size is not None and size > limit:
            said = words.UPLOAD_LARGE.format(size=_megabytes(size), limit=_megabytes(limit))
            return screen(plain(said))
        return None

    def take(self, admin: int, name: str | None, data: bytes) -> Screen:
        """Read a file, keep it, and show what it would become; nothing else changes."""
        file = file_name(name)
        try:
            document = self.resources.library.read_document(file, data)
            found = self.resources.library.preview(document)
        except DocumentError as error:
            log.info("a file could not be read: %s", error)
            return self._fault(error.fault)
        if found.present is not None:
            return self._present(found.present)
        kept = data if Path(file).suffix.lower() in self.resources.library.pictured else None
        return self._shown(self.store.add(admin, file, document, kept), file, found, 0)

    def page(self, number: int, page: int, note: str = "") -> Screen:
        """Return a page of the preview, made anew. Raises Stale when there is nothing to decide any more."""
        upload = self.store.get(number)
        if upload is None or upload.document is None:
            raise Stale(_why(upload))
        found = self.resources.library.preview(upload.document)
        if found.present is not None:
            self.store.finish(number, Stage.DONE)
            return self._present(found.present)
        return self._shown(number, upload.name, found, page, note)

    def picture(self, number: int, page: int) -> tuple[str, bytes]:
        """Return the file's name and a page of it, from 1, as JPEG. Raises Stale when there is none to show."""
        held = self.store.file(number)
        if held is None:
            raise Stale(_why(self.store.get(number)))
        try:
            return held[0], self.resources.library.page_picture(*held, page, *self._framed(number))
        except DocumentError as error:
            log.warning("a page cannot be shown: %s", error)
            raise Stale(words.UPLOAD_NO_PICTURE) from None

    def _framed(self, number: int) -> tuple[RawDocument | None, list[tuple[int, int]]]:
        """Return a document and where its deadlines and doubted words stand."""
        upload = self.store.get(number)
        if upload is None or upload.document is None:
            return None, []
        found = self.resources.library.preview(upload.document)
        plan = found.stored.plan
        shown = replace(upload.document, text=plan.source_text, page_starts=plan.page_starts)
        duties = [(each.start, each.end) for duty in found.duties for each in duty.deadline.citations]
        return shown, [*duties, *doubted_spans(found)]

    def cancel(self, number: int) -> Screen:
        """Forget a file. Raises Stale when it was decided on."""
        upload = self.store.claim(number)
        if upload is None:
            raise Stale(_why(self.store.get(number)))
        self.store.finish(number, Stage.CANCELLED)
        return screen(plain(words.UPLOAD_CANCELLED.format(name=upload.name)))

    def _shown(self, number: int, name: str, found: Preview, page: int, note: str = "") -> Screen:
        instead = found.replacement
        self.store.offer(number, Offer(instead.key if instead else None, found.new_id))
        old = self.resources.name_of(instead.key[0]) if instead else ""
        state, pictured = self.resources.state, self.store.file(number) is not None

        def link(place: str) -> int:
            return state.link(spot_name(UPLOAD, number, place))

        frame = PreviewFrame(number, name, old, note, pictured, link)
        return preview_screen(frame, found, self.resources.library.today(), page)

    def _present(self, plan_id: str) -> Screen:
        unit = self.resources.name_of(plan_id)
        return screen(from_stars(words.UPLOAD_PRESENT.format(unit=unit, plan=plan_id)))

    def _fault(self, fault: Fault) -> Screen:
        kinds = ", ".join(sorted(self.resources.library.kinds))
        return screen(plain(words.UPLOAD_FAULTS[fault.value].format(kinds=kinds)))

    # ------------------------------------------------------------------------------------------ putting in

    def claim(self, number: int) -> Upload:
        """Take an upload to put it in; it is held until `put`. Raises Stale when it is not to be had."""
        upload = self.store.claim(number)
        if upload is None or upload.document is None:
            raise Stale(_why(upload or self.store.get(number)))
        return upload

    def putting(self, upload: Upload, gauge: Gauge) -> Screen:
        """Return what to say while it goes in; the buttons stay for the case that nothing comes after it."""
        offer = upload.offer
        rows = decisions(upload.number, instead=offer.replaces is not None, new=offer.new_id is not None)
        return screen(from_stars(gauge.putting(upload.name)), rows)

    def put(self, upload: Upload, gauge: Gauge, *, replacing: bool, by: int) -> Screen:
        """Put in what was claimed, as it was shown; say what came of it. by: the chat that said so.

        replacing: in place of the old version. What fails changes nothing, and the upload waits on.
        """
        began = time.monotonic()
        try:
            target = self._target(upload, replacing)
            if target is None:
                raise CollectionChanged(f"{upload.name} is not to be put in as it was shown")
            published = self.resources.library.put_document(*target, gauge.note, self.store.file(upload.number))
        except KnowledgeError as error:
            log.error("a document did not go in: %s", error)
            self.store.release(upload.number)
            return self.page(upload.number, 0, failure(error))
        except BaseException:
            self.store.release(upload.number)
            raise
        self.store.finish(upload.number, Stage.DONE)
        return self.put_in(published, Event.REPLACED if replacing else Event.NEW, by, began)

    def _target(self, upload: Upload, replacing: bool) -> tuple[RawDocument, tuple[str, str] | None] | None:
        """Return the document under its plan id and what it replaces, None when that is not what was shown."""
        if upload.document is None:
            return None
        found = self.resources.library.preview(upload.document)
        instead = found.replacement
        if found.present is not None or (instead.key if instead else None) != upload.offer.replaces:
            return None
        if replacing:
            return (replace(upload.document, plan_id=instead.plan_id), instead.key) if instead else None
        if found.new_id is None or found.new_id != upload.offer.new_id:
            return None
        return replace(upload.document, plan_id=found.new_id), None

    def put_in(self, published: Published, event: Event, by: int, began: float) -> Screen:
        """Let followers go along, and say what has gone in, how long it took and whom it concerns."""
        told = Followers(self.resources, self.followed).follow(published, event, by)
        plan_id = published.stored.plan_id
        header = published.stored.plan.header
        unit = self.resources.name_of(plan_id)
        said = _PUT[event].format(
            unit=unit if unit != plan_id else name_text(header, plan_id),
            seconds=f"{time.monotonic() - began:.1f}".replace(".", ","),
            counts=counts_text(published.stored),
        )
        moved = published.replaced not in (None, plan_id)
        lines = [said, words.PUT_MOVED.format(plan=plan_id)] if moved else [said]
        lines.append(words.PUT_TOLD.format(count=told, first=HOUR, last=LAST_HOUR) if told else words.PUT_NOBODY)
        return screen(from_stars("\n".join(lines)))


_PUT = {Event.NEW: words.PUT_NEW, Event.REPLACED: words.PUT_REPLACED, Event.BACK: words.PUT_BACK}


def failure(error: KnowledgeError) -> str:
    """Say in the chat's words why nothing could be put in."""
    if isinstance(error, CollectionChanged):
        return words.UPLOAD_CHANGED
    if isinstance(error, DataLocked):
        return words.PUT_LOCKED
    return words.PUT_UNWRITABLE if isinstance(error, DataUnwritable) else words.PUT_FAILED


def file_name(sent: str | None) -> str:
    """Return a file's name as it is kept: no folders, no characters that belong in no name, not too long."""
    name = unicodedata.normalize("NFC", sent or "").replace("\\", "/").rpartition("/")[2]
    kept = "".join(char if char.isalnum() or char in _IN_NAMES else "-" for char in name if char.isprintable())
    file = Path(" ".join(kept.split()).strip(" ."))
    stem = file.stem[:STEM_CHARS].strip(" .-_")
    return f"{stem or words.UPLOAD_NAMELESS}{file.suffix}" if file.suffix else stem


def _why(upload: Upload | None) -> str:
    """Say why an upload is not to be decided on."""
    if upload is None:
        return words.UPLOAD_GONE.format(days=KEPT_DAYS)
    return {
        Stage.GOING: words.UPLOAD_GOING_ON,
        Stage.DONE: words.UPLOAD_DONE_ALREADY,
        Stage.CANCELLED: words.UPLOAD_CANCELLED_ALREADY,
    }.get(upload.stage, words.UPLOAD_GONE.format(days=KEPT_DAYS))


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f}".removesuffix(".0").replace(".", ",") + " MB"
