"""The one door to the plans: put files in, ask questions, look things up.

Synchronous and thread-safe: many threads may ask while one adds. Everything that answers is loaded once into an
immutable state; when another process publishes a new generation, the next call notices the changed row and loads it.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from knowledge import ingestion, reports, upkeep
from knowledge.catalog import Catalog
from knowledge.corrections.store import Corrections
from knowledge.documents import Documents
from knowledge.errors import DataError, DataMissing, UnknownUnit
from knowledge.facts.schedule import schedule
from knowledge.files import Originals
from knowledge.index.chroma import ServerAway, server_of
from knowledge.index.embedder import Embedder, open_embedder
from knowledge.index.vectors import Progress
from knowledge.ingestion import Notify, Workshop
from knowledge.model import (
    Answer,
    Deadline,
    Hit,
    Passage,
    Query,
    Scheduled,
    Statement,
    StoredPlan,
)
from knowledge.readers import MAX_BYTES, PICTURED, SUPPORTED
from knowledge.settings import Settings

if TYPE_CHECKING:
    from knowledge.briefing import Briefing, Reported, Request
    from knowledge.chain import PlanRetriever
    from knowledge.intake import PlanReport
    from knowledge.serving import Serving
    from knowledge.understanding.units import Unit

logger = logging.getLogger(__name__)

Clock = Callable[[], datetime]
"""Returns the current time with a time zone."""

TOPIC_PASSAGES = 8
"""Passages that a briefing on a topic begins with."""
_WARMING = (
    "Khi nào nộp báo cáo, gửi cho ai?",
    "Báo cáo nộp trước ngày 10, đúng không?",
    "when is the report due",
    "báo cáo 6 tháng nộp ngày nào",
)
"""Of the kinds that are asked most; each looks with patterns of its own."""
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def _now() -> datetime:
    return datetime.now(HANOI)


def _silent(_stage: str, _done: int, _total: int) -> None:
    """Report no progress."""


class Library(Documents, AbstractContextManager["Library"]):
    """An open collection of plans; use `Library.open` as a context manager, or call `close`."""

    kinds, pictured = SUPPORTED, PICTURED
    """The suffixes of files that can be read, and of those whose pages can be shown, in lower case."""
    max_bytes = MAX_BYTES
    """The size of the largest file that is read."""

    def __init__(self, settings: Settings, catalog: Catalog, clock: Clock, notify: Notify, browse: bool) -> None:
        self._shop = Workshop(settings, catalog, self._model, _silent, notify, Corrections(settings))
        self._clock = clock
        self._browse = browse
        self._embedder: Embedder | None = None
        self._serving: Serving | None = None
        self._browsed: tuple[object, dict[str, StoredPlan]] | None = None
        self._stale = False
        self._trouble: str | None = None
        self._loading = threading.RLock()
        self._held = threading.local()

    @classmethod
    def open(
        cls,
        settings: Settings,
        *,
        clock: Clock = _now,
        notify: Notify = logger.warning,
        create: bool = False,
        browse: bool = False,
    ) -> Library:
        """Open the collection in `settings.data_dir`, ready to answer.

        A missing, stale or damaged index is rebuilt first; another embedding model or newer parsing rules make a new
        generation. `notify` hears about it, and how long it will take. create: an empty collection will do (to add
        plans to it); browse: plans and deadlines are only looked up, for which no index is opened and no model loaded
        before something else is asked for.

        Raises DataMissing, DataLocked, DataUnwritable, DataIncompatible, ModelError.
        """
        library = cls(settings, upkeep.open_catalog(settings, create=create), clock, notify, browse)
        try:
            if not create and not browse:
                library._current()
        except BaseException:
            library.close()
            raise
        return library

    def close(self) -> None:
        """Let the data folder go."""
        with self._loading:
            if self._serving is not None:
                self._serving.close()
                self._serving = None
            self._shop.catalog.close()
            self._shop.corrections.close()

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def steady(self) -> Iterator[None]:
        """Let everything that this thread looks up within the block be of one generation, looked for once.

        An answer and its buttons then agree, whatever goes live meanwhile. Nothing is to be written within.
        """
        if hasattr(self._held, "serving"):
            yield
            return
        self._held.serving = None
        try:
            yield
        finally:
            del self._held.serving

    # ----------------------------------------------------------------------------------------------------- asking

    @property
    def generation(self) -> str:
        """What answers now, by the name of its generation: while it is the same, so are the answers of a day."""
        return self._current().name

    def now(self) -> datetime:
        """Return the time in Viet Nam."""
        return self._clock().astimezone(HANOI)

    def today(self) -> date:
        """Return the date in Viet Nam."""
        return self.now().date()

    def ask(
        self, text: str, *, unit: str | None = None, history: Sequence[str] = (), today: date | None = None
    ) -> Answer:
        """Answer a question.

        unit: what the chat is about, a plan id or a unit's name; history: the person's earlier turns, oldest first;
        today: in Viet Nam, now when not given.
        """
        return self._current().ask(text, unit, history, today or self.today())

    def warm_up(self) -> None:
        """Answer questions into nothing, so that the first real one finds patterns compiled and the model open."""
        try:
            for question in _WARMING:
                self._current().ask(question, None, (), self.today())
        except Exception as error:  # the first real question will meet it, and say so
            logger.debug("not warmed up: %s", error)

    def why(
        self, text: str, *, unit: str | None = None, history: Sequence[str] = (), today: date | None = None
    ) -> dict[str, Any]:
        """Return how `ask` comes to its answer: what was read, the first units with their signals, the decision."""
        return self._current().why(text, unit, history, today or self.today())

    def understand(
        self, text: str, *, unit: str | None = None, history: Sequence[str] = (), today: date | None = None
    ) -> Query:
        """Return what `ask` takes a question to mean."""
        return self._current().understand(text, unit, history, today or self.today())

    def statement(self, text: str) -> Statement | None:
        """Return what a message says about whose plan the talk is about, None when it is a question."""
        return self._current().statement(text)

    def search(self, query: str | Query, k: int = 8, plan_ids: tuple[str, ...] | None = None) -> list[Hit]:
        """Return the `k` best passages for a question, best first; only of `plan_ids` when given."""
        serving = self._current()
        understood = query if isinstance(query, Query) else serving.understand(query, None, (), self.today())
        return serving.finder.search(understood, k, plan_ids)

    @property
    def trouble(self) -> str | None:
        """What is wrong with the catalog while answers come from memory, or was found in its file by a look now."""
        return self._trouble or self._shop.catalog.damage()

    def server_trouble(self) -> str | None:
        """Return why the Chroma server of the settings can't be used now; None when it can, or there is none."""
        server = server_of(self._shop.settings)
        try:
            if server is not None:
                server.look()
        except ServerAway as error:
            return str(error)
        return None

    def retriever(self) -> PlanRetriever:
        """Return the LangChain retriever over the plans that serve now, for use in a chain."""
        return self._current().retriever()

    # -------------------------------------------------------------------------------------------------- looking up

    def plans(self) -> tuple[StoredPlan, ...]:
        """Return every plan, in order of plan id."""
        return tuple(self._plans().values())

    def plan(self, plan_id: str) -> StoredPlan | None:
        """Return a plan, or None when the collection doesn't hold it."""
        return self._plans().get(plan_id)

    def units(self) -> tuple[Unit, ...]:
        """Return the units to choose from."""
        return tuple(self._current().interpreter.units)

    def find_units(self, text: str) -> tuple[str, ...]:
        """Return the plan ids of the units that `text` names in any short form."""
        return self._current().find_units(text)

    def unit_id(self, name: str) -> str:
        """Return the plan id that `name` stands for: a plan id, or a unit in any short form (its latest plan).

        Raises UnknownUnit when there is none, or several units go by that name.
        """
        plans = self._plans()
        if name in plans:
            return name
        named = set(self.find_units(name))
        units = sorted((u for u in self.units() if u.plan_id in named), key=lambda u: (u.year or 0, u.plan_id))
        if len({unit.name for unit in units}) == 1:
            return units[-1].plan_id
        offer = ", ".join(unit.plan_id for unit in units) or ", ".join(plans)
        raise UnknownUnit(f"{'several units go' if units else 'no unit goes'} by {name!r}; choose one of: {offer}")

    def deadlines(self, unit: str | None = None) -> tuple[Deadline, ...]:
        """Return every duty, of one plan (by id) or of all, in order of plan and place in it."""
        plans = self._plans().values()
        return tuple(d for stored in plans if unit in (None, stored.plan_id) for d in stored.facts.deadlines)

    def schedule(self, unit: str | None = None, today: date | None = None) -> tuple[Scheduled, ...]:
        """Return every duty with the days it falls on, of one plan (by id) or of all, in the order of `deadlines`."""
        day = today or self.today()
        headers = {stored.plan_id: stored.plan.header for stored in self.plans()}
        return tuple(schedule(duty, headers[duty.plan_id], day) for duty in self.deadlines(unit))

    def days_of(self, text: str, *, coming: bool = True) -> tuple[date, date] | None:
        """Return the first and last day that words of time name ("tuần sau", "quý này"), None when they name none.

        coming: a month without a year is the one that is not over yet, else this year's.
        """
        from knowledge.understanding.days import days_of

        return days_of(text, self.today(), coming=coming)

    def passage(self, passage_id: str) -> Passage | None:
        """Return a passage, or None when it is gone."""
        return self._current().passages.get(passage_id)

    def passage_at(self, plan_id: str, start: int) -> Passage | None:
        """Return the passage at a source position, or else the next, whose heading it is; None without the plan."""
        return self._current().passage_at(plan_id, start)

    def neighbours(self, passage_id: str) -> tuple[Passage | None, Passage | None]:
        """Return the passages before and after this one in its plan."""
        return self._current().neighbours(passage_id)

    # ----------------------------------------------------------------------------------------------- briefings

    def brief(self, request: Request, today: date | None = None, reported: Reported = None) -> Briefing:
        """Return what to tell about plans, every line with its proof. reported: what people called wrong; None: what
        the bot beside has kept of it.

        Raises BriefingError for no such plan or number of minutes.
        """
        from knowledge.briefing import compose

        plans = self._plans()
        hits = self.search(request.topic, TOPIC_PASSAGES, request.plan_ids or None) if request.topic else ()
        passages, day = [hit.passage for hit in hits], today or self.today()
        if reported is None:
            texts = {plan_id: stored.plan for plan_id, stored in plans.items()}
            reported = reports.read(self._shop.settings.data_dir, texts)
        return compose(request, plans, self._names(plans), passages, day, reported)

    def brief_file(self, briefing: Briefing, name: str, *, quiz: bool = False) -> bytes:
        """Return a briefing as the file that `name` ends in: .docx, .pptx or .pdf; quiz: its quiz alone, as a sheet.
        Raises BriefingError."""
        from knowledge.briefing.writers import write

        return write(briefing, name, quiz=quiz)

    def _names(self, plans: Mapping[str, StoredPlan]) -> dict[str, str]:
        """Return the short name of each plan; to look things up needs no index and no model."""
        from knowledge.understanding import Interpreter

        units = self.units() if self._serving or not self._browse else Interpreter(tuple(plans.values())).units
        return {unit.plan_id: unit.short_name for unit in units}

    # ----------------------------------------------------------------------------------------------------- writing

    def add_plans(
        self, paths: Iterable[Path], on_progress: Progress | None = None, *, supersede: bool = False
    ) -> list[PlanReport]:
        """Read files and folders and make them live, batch by batch; returns a report for each document, in order.

        A file whose content is stored already changes nothing; a changed file replaces its plan, which serves until
        then. supersede: so does a document that is stored under another name. Raises DataLocked, DataUnwritable,
        ModelError; a bad file is a report, not an exception.
        """
        from knowledge import intake  # what reads files is not loaded to answer

        self._follow(create=True)
        shop = replace(self._shop, progress=on_progress) if on_progress else self._shop
        return intake.add(shop, paths, supersede=supersede)

    def remove_plan(self, plan_id: str) -> bool:
        """Take a plan out, with every version of it; False when the collection doesn't hold it."""
        self._follow(create=False)
        with ingestion.writing(self._shop):
            live = self._shop.catalog.live()
            if live is None or plan_id not in dict(live.plans):
                return False
            upkeep.change(self._shop, (), forget=[plan_id])
            Originals.of(self._shop.settings).drop_others({key[1] for key in self._shop.catalog.version_keys()})
        return True

    # ---------------------------------------------------------------------------------------------------- internal

    def _model(self) -> Embedder:
        with self._loading:
            if self._embedder is None:
                self._embedder = open_embedder(self._shop.settings.embedding_model)
            return self._embedder

    def _plans(self) -> dict[str, StoredPlan]:
        if self._browse and self._serving is None:
            self._follow(create=False)
            live = (self._shop.catalog, self._shop.catalog.live_name(), self._shop.corrections.stamp())
            if self._browsed is None or self._browsed[0] != live:
                self._browsed = live, upkeep.stored_plans(self._shop)
            return self._browsed[1]
        return self._current().plans

    def _follow(self, *, create: bool) -> None:
        """Open the catalog again when its file has been deleted or replaced; raises DataMissing and its like."""
        if not self._shop.catalog.replaced():
            return
        with self._loading:
            gone = self._shop.catalog
            if gone.replaced():
                self._shop = replace(self._shop, catalog=upkeep.open_catalog(self._shop.settings, create=create))
                self._stale = True  # the same generation's name may stand for other plans there
                gone.close()

    def _current(self, *, wait: bool = False) -> Serving:
        """Return the state that answers, after a look at the live row.

        While another thread loads a new generation, the one before answers; wait: not to this caller. While the catalog
        is gone or can't be read, what was loaded answers on, and `trouble` says what is wrong.
        """
        serving: Serving = getattr(self._held, "serving", None) or self._looked_for(wait)
        if hasattr(self._held, "serving"):
            self._held.serving = serving
        return serving

    def _looked_for(self, wait: bool) -> Serving:
        try:
            serving = self._newest(wait)
        except DataError as error:
            emptied = isinstance(error, DataMissing) and not self._shop.catalog.replaced()
            if self._serving is None or wait or emptied:
                raise
            if self._trouble is None:
                logger.error("answering from memory: %s", error)
            self._trouble = str(error)
            return self._serving
        self._trouble = None
        return serving

    def _newest(self, wait: bool) -> Serving:
        self._follow(create=False)
        serving = self._serving
        if serving is not None and self._is_newest(serving):
            return serving
        if not self._loading.acquire(blocking=wait or serving is None) and serving is not None:
            return serving
        try:
            from knowledge.serving import Serving  # what answers is not loaded to add plans
            from knowledge.settling import begin, settle

            serving = self._serving
            if serving is None or not self._is_newest(serving):
                # the state before is let go, not closed: other threads may be answering from it
                stamp, again = self._shop.corrections.stamp(), serving is not None
                if not again:
                    begin()
                serving = self._serving = Serving(upkeep.open_live(self._shop), self._model(), self.today, stamp)
                self._stale = False
                settle(again=again)
            return serving
        finally:
            self._loading.release()

    def _is_newest(self, serving: Serving) -> bool:
        live = serving.generation.name == self._shop.catalog.live_name()
        return live and not self._stale and serving.stamp == self._shop.corrections.stamp()
