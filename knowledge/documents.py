"""The library's way with one document at a time: read, shown, put in, corrected, and its versions."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge import versions
from knowledge.corrections import Correction
from knowledge.errors import CollectionChanged
from knowledge.files import Originals
from knowledge.index.vectors import Progress
from knowledge.ingestion import Workshop
from knowledge.model import RawDocument, Scheduled, StoredPlan, parent_of
from knowledge.readers import picture, read_data
from knowledge.versions import Key, Preview, Published, Version

if TYPE_CHECKING:
    from knowledge.serving import Serving

Spans = Sequence[tuple[int, int]]
"""Stretches [start, end) of a source text."""


class Documents(ABC):
    """A part of `knowledge.library.Library`."""

    _shop: Workshop

    @abstractmethod
    def today(self) -> date:
        """Return the date in Viet Nam."""

    @abstractmethod
    def plans(self) -> tuple[StoredPlan, ...]:
        """Return every plan, in order of plan id."""

    @abstractmethod
    def plan(self, plan_id: str) -> StoredPlan | None:
        """Return a plan, or None when the collection doesn't hold it."""

    @abstractmethod
    def _follow(self, *, create: bool) -> None: ...

    @abstractmethod
    def _current(self, *, wait: bool = False) -> Serving: ...

    def page_of(self, plan_id: str, start: int) -> int | None:
        """Return the page, from 1, of a position in a live plan's source; None for a kind without pages."""
        stored = next((stored for stored in self.plans() if stored.plan_id == plan_id), None)
        return stored.plan.page_of(start) if stored else None

    def read_document(self, name: str, data: bytes) -> RawDocument:
        """Read what a file of this name holds; nothing is stored. Raises UnreadableFile."""
        return read_data(Path(name), data)

    def page_picture(
        self, name: str, data: bytes, page: int, document: RawDocument | None = None, spans: Spans = ()
    ) -> bytes:
        """Return a page of a file, from 1, as JPEG, with these spans of its document framed. Raises UnreadableFile."""
        starts, text = (document.page_starts, document.text) if document else ((), "")
        return picture(Path(name), data, page, *_on_page(text, starts, page, spans))

    def plan_picture(self, plan_id: str, page: int, spans: Spans = ()) -> bytes | None:
        """Return a page of a live plan, from 1, as JPEG, with these spans of its source framed; None where its file
        was not kept. Raises UnreadableFile."""
        path, stored = self._original(plan_id), self.plan(plan_id)
        if path is None or stored is None or not 1 <= page <= len(stored.plan.page_starts):
            return None
        here = _on_page(stored.plan.source_text, stored.plan.page_starts, page, spans)
        return picture(path, path.read_bytes(), page, *here)

    def is_pictured(self, plan_id: str) -> bool:
        """Tell whether the pages of a live plan can be shown."""
        return self._original(plan_id) is not None

    def _original(self, plan_id: str) -> Path | None:
        live = dict(self._current().generation.plans)
        key = live.get(parent_of(plan_id) or plan_id)
        return Originals.of(self._shop.settings).find(key) if key else None

    def has_read(self, sha256: str) -> bool:
        """Tell whether a file of this digest was put in before, under any name, live or not."""
        return any(digest == sha256 for _, digest in self._shop.catalog.version_keys())

    def preview(self, document: RawDocument) -> Preview:
        """Show what a document would become, and what it would take the place of. Raises DocumentError."""
        return versions.preview(self._shop, document, self._versions(), self.today())

    def put_document(
        self,
        document: RawDocument,
        replaces: Key | None = None,
        on_progress: Progress | None = None,
        file: tuple[str, bytes] | None = None,
    ) -> Published:
        """Make a document live under its plan id, in place of a live version or (None) as a new plan.

        Answers come from the generation before until the new one is ready, and from the new one when this returns.
        file: name and content of what the document was read from, to show its pages.
        Raises DocumentError, CollectionChanged, DataLocked, DataUnwritable, ModelError.
        """
        self._follow(create=False)
        shop = replace(self._shop, progress=on_progress) if on_progress else self._shop
        if file is not None:
            Originals.of(shop.settings).keep(document.sha256, *file)
        try:
            return versions.put(shop, document, replaces, self.today())
        finally:  # whoever comes second sees what the first one did, too
            self._current(wait=True)

    def versions(self, plan_id: str) -> tuple[Version, ...]:
        """Return the versions of a live plan, oldest first; () when the collection doesn't hold it."""
        return versions.versions(self._shop, self._versions(), plan_id, self.today())

    def withdrawn(self, plan_id: str) -> tuple[Scheduled, ...]:
        """Return the duties of a live plan that corrections took away, or whose date they did, as they were read."""
        key = next((key for key in self._versions() if key[0] == plan_id), None)
        return versions.withdrawn(self._shop, key, self.today()) if key else ()

    def document(self, key: Key) -> RawDocument | None:
        """Return a version's text as it was read, to go back to it with `put_document`; None when it is unknown."""
        return versions.document(self._shop, key)

    def correct(self, target: str | RawDocument, place: str, said: str | None, *, keep: bool) -> Published:
        """Return what a live plan (by id) or a document becomes with another value in a place of it.

        place, said: as `knowledge.corrections.correction` takes them; None: what was read holds again. keep: it does
        from now on, wherever this document comes in. Raises CorrectionError, DocumentError, DataError.
        """
        self._follow(create=False)
        live = {key[0]: key for key in self._versions()}
        if isinstance(target, str) and target not in live:
            raise CollectionChanged(f"there is no plan {target} any more")
        document = self._shop.catalog.sources([live[target]])[0] if isinstance(target, str) else target
        try:
            return versions.correct(self._shop, document, place, said, self.today(), keep=keep)
        finally:
            self._current(wait=True)

    def corrections(self) -> tuple[Correction, ...]:
        """Return every correction of an administrator, oldest first."""
        return self._shop.corrections.all()

    def changes_of_corrections(self) -> int:
        """Return how often a correction was made or taken back: never less than before."""
        return self._shop.corrections.changes()

    def undo_correction(self, number: int) -> bool:
        """Let what was read hold again; False when there is no such correction. Raises DataLocked, DataUnwritable."""
        made = next((each for each in self.corrections() if each.number == number), None)
        if made is None:
            return False
        self._follow(create=False)
        return versions.undo(self._shop, made)

    def _versions(self) -> dict[Key, StoredPlan]:
        serving = self._current()
        return {key: serving.plans[key[0]] for key in serving.generation.plans}


def _on_page(text: str, starts: Sequence[int], page: int, spans: Spans) -> tuple[str, list[tuple[int, int]]]:
    """Return the text of a page, from 1, and what of some spans stands on it, counted from its beginning."""
    if not 1 <= page <= len(starts):
        return "", []
    begin = max(0, starts[page - 1])
    end = starts[page] if page < len(starts) else len(text)
    here = [(max(a, begin) - begin, min(b, end) - begin) for a, b in spans if a < end and begin < b]
    return text[begin:end], here
