"""Small protocols: what the bot needs of `knowledge.library.Library`, and what its features need of each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from knowledge.model import Answer, Hit, Passage, RawDocument, Scheduled, Statement, StoredPlan

if TYPE_CHECKING:  # these bring the parsers and the engine along, which a protocol has no use for
    from knowledge.briefing import Briefing, Request
    from knowledge.corrections import Correction
    from knowledge.versions import Key, Preview, Published, Version

Spans = Sequence[tuple[int, int]]
"""Stretches of a source text."""
Progress = Callable[[str, int, int], None]
"""Takes a stage of the work and how much of it is done, of how much."""


class Unit(Protocol):
    """An issuing body with its plan: what a person chooses under /donvi."""

    @property
    def plan_id(self) -> str:
        """The plan that this unit issued."""

    @property
    def name(self) -> str:
        """The full name, as a person would write it."""

    @property
    def short_name(self) -> str:
        """A name short enough for a button."""

    @property
    def year(self) -> int | None:
        """The plan's year, None when it has none."""


class PlanLibrary(Protocol):
    """The one door to the plans. Every method blocks: call it from a worker thread."""

    @property
    def trouble(self) -> str | None:
        """What is wrong with the plans' data while answers come from memory, None when all is well."""

    @property
    def generation(self) -> str:
        """The name of what answers now: while it is the same, so are the answers of a day."""

    def steady(self) -> AbstractContextManager[None]:
        """Let everything that this thread looks up within the block be of one generation, looked for once."""

    def today(self) -> date:
        """Return the date in Viet Nam."""

    def now(self) -> datetime:
        """Return the time in Viet Nam."""

    def schedule(self, unit: str | None = None) -> Sequence[Scheduled]:
        """Return every duty with its days, of one plan (by id) or of all."""

    def days_of(self, text: str, *, coming: bool = True) -> tuple[date, date] | None:
        """Return the first and last day that words of time name, None when they name none.

        coming: a month without a year is the one that is not over yet, else this year's.
        """

    def plans(self) -> Sequence[StoredPlan]:
        """Return every plan."""

    def plan(self, plan_id: str) -> StoredPlan | None:
        """Return a plan, or None when it is gone."""

    def ask(self, text: str, *, unit: str | None = None, history: Sequence[str] = ()) -> Answer:
        """Answer a question about one unit's plan (None: every plan), after the person's earlier turns."""

    def statement(self, text: str) -> Statement | None:
        """Return what a message says about whose plan the talk is about, None when it is a question."""

    def search(self, query: str, k: int = 8) -> Sequence[Hit]:
        """Return the `k` passages nearest to a query, best first."""

    def units(self) -> Sequence[Unit]:
        """Return the units to choose from."""

    def find_units(self, text: str) -> Sequence[str]:
        """Return the plan ids of the units that `text` names in any short form."""

    def passage(self, passage_id: str) -> Passage | None:
        """Return a passage, or None when it is gone."""

    def passage_at(self, plan_id: str, start: int) -> Passage | None:
        """Return the passage that holds a source position."""

    def neighbours(self, passage_id: str) -> tuple[Passage | None, Passage | None]:
        """Return the passages before and after, within the plan."""

    @property
    def kinds(self) -> frozenset[str]:
        """The suffixes of files that can be read, in lower case."""

    @property
    def pictured(self) -> frozenset[str]:
        """Of these, the ones whose pages can be shown."""

    def page_picture(
        self, name: str, data: bytes, page: int, document: RawDocument | None = None, spans: Spans = ()
    ) -> bytes:
        """Return a page of a file, from 1, as JPEG, spans of its document framed. Raises DocumentError."""

    def is_pictured(self, plan_id: str) -> bool:
        """Tell whether the pages of a plan can be shown."""

    def plan_picture(self, plan_id: str, page: int, spans: Spans = ()) -> bytes | None:
        """Return a page of a plan, from 1, as JPEG, spans of its source framed. Raises DocumentError."""

    @property
    def max_bytes(self) -> int:
        """The size of the largest file that is read."""

    def read_document(self, name: str, data: bytes) -> RawDocument:
        """Read what a file of this name holds. Raises DocumentError."""

    def preview(self, document: RawDocument) -> Preview:
        """Show what a document would become; nothing is stored. Raises DocumentError."""

    def put_document(
        self,
        document: RawDocument,
        replaces: Key | None = None,
        on_progress: Progress | None = None,
        file: tuple[str, bytes] | None = None,
    ) -> Published:
        """Make a document live, in place of a live version or as a new plan. Raises KnowledgeError."""

    def correct(self, target: str | RawDocument, place: str, said: str | None, *, keep: bool) -> Published:
        """Return what a live plan or a document becomes with another value in a place. Raises CorrectionError."""

    def corrections(self) -> Sequence[Correction]:
        """Return every correction."""

    def changes_of_corrections(self) -> int:
        """Return how often a correction was made or taken back: never less than before."""

    def versions(self, plan_id: str) -> Sequence[Version]:
        """Return the versions of a live plan, oldest first."""

    def withdrawn(self, plan_id: str) -> Sequence[Scheduled]:
        """Return the duties of a live plan that corrections took away, or whose date they did, as they were read."""

    def document(self, key: Key) -> RawDocument | None:
        """Return a version's text as it was read, None when it is unknown."""

    def brief(self, request: Request, *, reported: Mapping[str, Spans] | None = None) -> Briefing:
        """Return what to tell about plans, every line with its proof; what stands on words that people called wrong
        (reported, by plan) says so. Raises BriefingError."""

    def brief_file(self, briefing: Briefing, name: str, *, quiz: bool = False) -> bytes:
        """Return a briefing, or its quiz alone, as the file that `name` ends in. Raises BriefingError."""

    def close(self) -> None:
        """Release the data folder."""


Renewed = tuple[Scheduled, Scheduled]
"""A duty in the version before and in the new one."""


class Doors(Protocol):
    """Who is served by a closed bot."""

    def allows(self, chat_id: int) -> bool:
        """Tell whether a chat was let in."""


class Corrected(Protocol):
    """What administrators have answered by hand."""

    def __call__(self, text: str, unit: str | None, answer: Answer) -> Answer:
        """Return the administrator's answer to this very question if there is one, else `answer`."""


class Reported(Protocol):
    """What people have called wrong, and no administrator has looked at since."""

    def __call__(self) -> Mapping[str, Spans]:
        """Return where such words stand in the plans as they are now, by plan."""


class Followed(Protocol):
    """Those who wait for duties of a plan."""

    def chats_of(self, plan_id: str) -> set[int]:
        """Return the chats that wait for a duty of this plan."""

    def follow(self, kept: Iterable[Renewed], changed: Iterable[Renewed]) -> None:
        """Go along with duties that a new version states as they were, or in another way."""
