"""A file that an administrator sends: read, shown, and put in when it is approved. Synchronous, like `bot.desk`.

Nothing changes before the approval, and what is approved is what was shown: when the collection has changed since,
the preview is made anew instead.
"""

from __future__ import annotations

import logging
import time
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

from telegram.constants import FileSizeLimit

from bot import wording
from bot.calendar import HOUR
from bot.desk import Stale
from bot.followers import Event, Followers
from bot.ports import PlanLibrary
from bot.reminders import LAST_HOUR
from bot.render.rich import from_stars, plain, shorten
from bot.render.screens import Screen, screen
from bot.render.uploads import PreviewFrame, counts_text, decisions, name_text, preview_screen
from bot.state import State
from bot.uploads import KEPT_DAYS, Offer, Stage, Upload, UploadStore
from knowledge.errors import (
    CollectionChanged,
    DataLocked,
    DataUnwritable,
    DocumentError,
    Fault,
    KnowledgeError,
)
from knowledge.model import RawDocument
from knowledge.versions import Preview, Published

log = logging.getLogger(__name__)

STEM_CHARS = 80
"""A longer file name is cut: it becomes the plan's id."""
_IN_NAMES = set(" ._-()–")


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
        words = wording.PUTTING.format(title=shorten(title, 100))
        return words + (wording.PUTTING_DONE.format(done=self.done, total=self.total) if self.total else "")


@dataclass(frozen=True, slots=True)
class PublishDesk:
    """The library and the bot's memory, for one thing: plans that administrators send."""

    library: PlanLibrary
    state: State

    @property
    def store(self) -> UploadStore:
        """The rows."""
        return UploadStore(self.state.database)

    @property
    def followers(self) -> Followers:
        """Those who follow plans."""
        return Followers(self.library, self.state)

    # --------------------------------------------------------------------------------------------- reading

    def refusal(self, name: str | None, size: int | None) -> Screen | None:
        """Say why a file is not even downloaded; None when it may be read. size: in bytes, None when not told."""
        if Path(file_name(name)).suffix.lower() not in self.library.kinds:
            return self._fault(Fault.KIND)
        limit = min(self.library.max_bytes, int(FileSizeLimit.FILESIZE_DOWNLOAD))
        if size is not None and size > limit:
            words = wording.UPLOAD_LARGE.format(size=_megabytes(size), limit=_megabytes(limit))
            return screen(plain(words))
        return None

    def take(self, admin: int, name: str | None, data: bytes) -> Screen:
        """Read a file, keep it, and show what it would become; nothing else changes."""
        file = file_name(name)
        try:
            document = self.library.read_document(file, data)
            found = self.library.preview(document)
        except DocumentError as error:
            log.info("a file could not be read: %s", error)
            return self._fault(error.fault)
        if found.present is not None:
            return self._present(found.present)
        return self._shown(self.store.add(admin, file, document), file, found, 0)

    def page(self, number: int, page: int, note: str = "") -> Screen:
        """Return a page of the preview, made anew. Raises Stale when there is nothing to decide any more."""
        upload = self.store.get(number)
        if upload is None or upload.document is None:
            raise Stale(_why(upload))
        found = self.library.preview(upload.document)
        if found.present is not None:
            self.store.finish(number, Stage.DONE)
            return self._present(found.present)
        return self._shown(number, upload.name, found, page, note)

    def cancel(self, number: int) -> Screen:
        """Forget a file. Raises Stale when it was decided on."""
        upload = self.store.claim(number)
        if upload is None:
            raise Stale(_why(self.store.get(number)))
        self.store.finish(number, Stage.CANCELLED)
        return screen(plain(wording.UPLOAD_CANCELLED.format(name=upload.name)))

    def _shown(self, number: int, name: str, found: Preview, page: int, note: str = "") -> Screen:
        instead = found.replacement
        self.store.offer(number, Offer(instead.key if instead else None, found.new_id))
        old = self.followers.name_of(instead.key[0]) if instead else ""
        return preview_screen(PreviewFrame(number, name, old, note), found, self.library.today(), page)

    def _present(self, plan_id: str) -> Screen:
        unit = self.followers.name_of(plan_id)
        return screen(from_stars(wording.UPLOAD_PRESENT.format(unit=unit, plan=plan_id)))

    def _fault(self, fault: Fault) -> Screen:
        kinds = ", ".join(sorted(self.library.kinds))
        return screen(plain(wording.UPLOAD_FAULTS[fault.value].format(kinds=kinds)))

    # ------------------------------------------------------------------------------------------ putting in

    def claim(self, number: int) -> Upload:
        """Take an upload to put it in; it is held until `put` or `release`. Raises Stale when it is not to be had."""
        upload = self.store.claim(number)
        if upload is None or upload.document is None:
            raise Stale(_why(upload or self.store.get(number)))
        return upload

    def release(self, upload: Upload) -> None:
        """Let a claimed upload wait again."""
        self.store.release(upload.number)

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
            published = self.library.put_document(*target, gauge.note)
        except KnowledgeError as error:
            log.error("a document did not go in: %s", error)
            self.release(upload)
            return self.page(upload.number, 0, failure(error))
        except BaseException:
            self.release(upload)
            raise
        self.store.finish(upload.number, Stage.DONE)
        return self.followed(published, Event.REPLACED if replacing else Event.NEW, by, began)

    def _target(self, upload: Upload, replacing: bool) -> tuple[RawDocument, tuple[str, str] | None] | None:
        """Return the document under its plan id and what it replaces, None when that is not what was shown."""
        if upload.document is None:
            return None
        found = self.library.preview(upload.document)
        instead = found.replacement
        if found.present is not None or (instead.key if instead else None) != upload.offer.replaces:
            return None
        if replacing:
            return (replace(upload.document, plan_id=instead.plan_id), instead.key) if instead else None
        if found.new_id is None or found.new_id != upload.offer.new_id:
            return None
        return replace(upload.document, plan_id=found.new_id), None

    def followed(self, published: Published, event: Event, by: int, began: float) -> Screen:
        """Let followers go along, and say what has gone in, how long it took and whom it concerns."""
        told = self.followers.follow(published, event, by)
        plan_id = published.stored.plan_id
        header = published.stored.plan.header
        unit = self.followers.name_of(plan_id)
        words = _PUT[event].format(
            unit=unit if unit != plan_id else name_text(header, plan_id),
            seconds=_seconds(time.monotonic() - began),
            counts=counts_text(published.stored),
        )
        moved = published.replaced not in (None, plan_id)
        lines = [words, wording.PUT_MOVED.format(plan=plan_id)] if moved else [words]
        lines.append(wording.PUT_TOLD.format(count=told, first=HOUR, last=LAST_HOUR) if told else wording.PUT_NOBODY)
        return screen(from_stars("\n".join(lines)))


_PUT = {Event.NEW: wording.PUT_NEW, Event.REPLACED: wording.PUT_REPLACED, Event.BACK: wording.PUT_BACK}


def failure(error: KnowledgeError) -> str:
    """Say in the chat's words why nothing could be put in."""
    if isinstance(error, CollectionChanged):
        return wording.UPLOAD_CHANGED
    if isinstance(error, DataLocked):
        return wording.PUT_LOCKED
    return wording.PUT_UNWRITABLE if isinstance(error, DataUnwritable) else wording.PUT_FAILED


def file_name(sent: str | None) -> str:
    """Return a file's name as it is kept: no folders, no characters that belong in no name, not too long."""
    name = unicodedata.normalize("NFC", sent or "").replace("\\", "/").rpartition("/")[2]
    kept = "".join(char if char.isalnum() or char in _IN_NAMES else "-" for char in name if char.isprintable())
    file = Path(" ".join(kept.split()).strip(" ."))
    stem = file.stem[:STEM_CHARS].strip(" .-_")
    return f"{stem or wording.UPLOAD_NAMELESS}{file.suffix}" if file.suffix else stem


def _why(upload: Upload | None) -> str:
    """Say why an upload is not to be decided on."""
    if upload is None:
        return wording.UPLOAD_GONE.format(days=KEPT_DAYS)
    return {
        Stage.GOING: wording.UPLOAD_GOING_ON,
        Stage.DONE: wording.UPLOAD_DONE_ALREADY,
        Stage.CANCELLED: wording.UPLOAD_CANCELLED_ALREADY,
    }.get(upload.stage, wording.UPLOAD_GONE.format(days=KEPT_DAYS))


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f}".removesuffix(".0").replace(".", ",") + " MB"


def _seconds(seconds: float) -> str:
    return f"{seconds:.1f}".replace(".", ",")
