"""Files -> plans in a new live generation: the writer's side of the library.

Nothing of a file is stored until its generation is built and checked; then plans, passages, facts and the live row
change in one transaction. A process killed anywhere leaves the old generation serving, and at most some embeddings
(kept, for the next try) and a folder that the next writer deletes.
"""

from __future__ import annotations

import hashlib
import inspect
import logging
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
from pathlib import Path

import knowledge.facts
import knowledge.model
import knowledge.parsing
import knowledge.text
from knowledge.catalog import Catalog, Entry, Generation
from knowledge.errors import DocumentError
from knowledge.facts import extract
from knowledge.facts.evidence import evidence_units
from knowledge.files import expand
from knowledge.index import generations
from knowledge.index.chroma import server_of
from knowledge.index.embedder import Embedder, identity_of
from knowledge.index.vectors import Progress, embedded_text, unit_texts, vectors_of
from knowledge.model import Plan, RawDocument, StoredPlan
from knowledge.parsing import cut, documents_of, parse
from knowledge.readers import SUPPORTED, is_folder, read
from knowledge.settings import Settings

logger = logging.getLogger(__name__)

Notify = Callable[[str], None]
"""Takes an English sentence for the operator."""


class IngestStatus(StrEnum):
    """What became of a file."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class PlanReport:
    """What became of one file; the counts are 0 when it failed. error: English, one line, names the fix."""

    path: Path
    plan_id: str
    status: IngestStatus
    sections: int = 0
    passages: int = 0
    facts: int = 0
    warnings: tuple[str, ...] = ()
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Workshop:
    """What a writer works with. embedder: loads the model at the first call; progress, notify: for the operator."""

    settings: Settings
    catalog: Catalog
    embedder: Callable[[], Embedder]
    progress: Progress
    notify: Notify


@dataclass(frozen=True, slots=True)
class Source:
    """A file and what was read from it, or why it wasn't."""

    path: Path
    content: RawDocument | DocumentError


@dataclass(frozen=True, slots=True)
class Batch:
    """Files read against what is stored: a report each, and the versions that are new."""

    reports: tuple[PlanReport, ...]
    entries: tuple[Entry, ...]


@contextmanager
def writing(shop: Workshop, patience: float = 0.0) -> Iterator[None]:
    """Be the only writer of the data folder and the catalog, with what a killed writer left cleared away.

    patience: seconds to wait for another. Raises DataLocked, DataUnwritable.
    """
    folder = shop.settings.data_dir
    with generations.writer_lock(folder, patience), shop.catalog.writing(patience):
        live = shop.catalog.live_name()
        generations.remove_others(folder, [live] if live else [])
        yield


def read_files(paths: Iterable[Path]) -> list[Source]:
    """Read files and folders; needs no lock, so that a slow disk keeps no other writer waiting."""
    return [Source(path, part) for path in expand(paths) for part in _read(path)]


def take_in(shop: Workshop, sources: Sequence[Source], stored: dict[str, Entry]) -> Batch:
    """Parse what was read; a file that fails doesn't stop the others. stored: by plan id."""
    reports: list[PlanReport] = []
    entries: dict[str, Entry] = {}
    for at, source in enumerate(sources):
        shop.progress("read", at, len(sources))
        report, entry = _take_in(shop, source, stored, entries)
        reports.append(report)
        if entry is not None:
            entries[entry.raw.plan_id] = entry
    shop.progress("read", len(sources), len(sources))
    return Batch(tuple(reports), tuple(entries.values()))


def derive(raw: RawDocument, passage_chars: int) -> Entry:
    """Parse a document, cut it into passages and take its facts; raises DocumentError."""
    return entry_of(raw, parse(raw), passage_chars)


def entry_of(raw: RawDocument, plan: Plan, passage_chars: int) -> Entry:
    """Cut a parsed document into passages and take its facts."""
    return Entry(raw, StoredPlan(plan, cut(plan, passage_chars), extract(plan), evidence_units(plan)))


def publish(
    shop: Workshop, plans: Sequence[Entry], changed: Iterable[Entry] = (), forget: Iterable[str] = ()
) -> Generation:
    """Build and check a generation of `plans`, then make it live together with the rows of `changed`.

    plans: all that the generation holds; changed: those of them whose rows are new; forget: plan ids to delete.
    The caller holds the writer's lock. Readers serve the generation before until they look at the live row again.
    """
    folder, model = shop.settings.data_dir, identity_of(shop.settings.embedding_model)
    passages = sum(len(entry.stored.passages) for entry in plans)
    generation = _name_generation(shop.settings, model, plans, passages)
    _build(shop, generation, [entry.stored for entry in plans])
    shop.catalog.publish(generation, changed, forget)
    generations.remove_others(folder, [generation.name])
    if server := server_of(shop.settings):
        server.remove_others({generation.name})
    shop.progress("index", 1, 1)
    return generation


def build_here(shop: Workshop, generation: Generation, plans: Sequence[StoredPlan], patience: float) -> None:
    """Build the index of a generation that is live already into this data folder: another machine has made it.

    Nothing is embedded but what the catalog lacks. Raises DataLocked, DataUnwritable.
    """
    folder = shop.settings.data_dir
    with generations.writer_lock(folder, patience):
        if not generations.is_there(folder, generation.name):
            generations.remove_others(folder, [])
            _build(shop, generation, plans)


def _build(shop: Workshop, generation: Generation, plans: Sequence[StoredPlan]) -> None:
    """Build and check the index of a generation, with the vectors of everything in it in the catalog."""
    folder = shop.settings.data_dir
    passages = [passage for stored in plans for passage in stored.passages]
    units = [unit for stored in plans for unit in stored.units]
    texts = [*map(embedded_text, passages), *unit_texts(units)]
    vectors = vectors_of(
        texts, shop.catalog, shop.embedder, generation.model, progress=shop.progress, notify=shop.notify
    )[: len(passages)]
    shop.progress("index", 0, 1)
    server = server_of(shop.settings)
    generations.build(folder, generation.name, passages, vectors, server)
    index = generations.open_index(folder, generation.name, len(passages), server)
    try:
        generations.check(index, passages, vectors)
    finally:
        index.close()


def rules(settings: Settings) -> str:
    """Return the identity of what turns text into passages and facts: a digest of its code, and the chunk settings.

    After an update of the program, plans are read again from the catalog's own copy of their text.
    """
    return f"{_code_digest()}-{settings.passage_chars}"


@cache
def _code_digest() -> str:
    digest = hashlib.sha256()
    for module in (knowledge.text, knowledge.model, knowledge.parsing, knowledge.facts):
        path = Path(inspect.getfile(module))
        for file in sorted(path.parent.rglob("*.py")) if path.name == "__init__.py" else [path]:
            digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:10]


def _read(path: Path) -> tuple[RawDocument | DocumentError, ...]:
    """The documents of a file: a decision and the plan attached to it are two."""
    if is_folder(path):
        kinds = " or ".join(sorted(SUPPORTED))
        return (DocumentError(f"{path}: no {kinds} file in this folder; give another one"),)
    try:
        return documents_of(read(path))
    except DocumentError as error:
        return (error,)


def _take_in(
    shop: Workshop, source: Source, stored: dict[str, Entry], fresh: dict[str, Entry]
) -> tuple[PlanReport, Entry | None]:
    path, raw = source.path, source.content
    try:
        if isinstance(raw, DocumentError):
            raise raw
        if raw.plan_id in fresh:
            raise DocumentError(f"{path}: another file of this run has the same name; rename one of them")
        known = stored.get(raw.plan_id)
        if known is not None and known.raw.sha256 == raw.sha256:
            return _report(path, known, IngestStatus.UNCHANGED), None
        entry = derive(raw, shop.settings.passage_chars)
    except DocumentError as error:
        return PlanReport(path, path.stem, IngestStatus.FAILED, error=_naming(path, str(error))), None
    except Exception as error:  # a bug in reading one file must not keep the others out
        logger.exception("reading %s", path)
        reason = f"{path}: cannot be read as a plan ({type(error).__name__}); please report this file"
        return PlanReport(path, path.stem, IngestStatus.FAILED, error=reason), None
    return _report(path, entry, IngestStatus.REPLACED if known else IngestStatus.ADDED), entry


def _naming(path: Path, message: str) -> str:
    """Return the message with the file's path at its head: a parser knows only the plan's id."""
    return message if str(path) in message else f"{path}: {message.removeprefix(f'{path.stem}: ')}"


def _report(path: Path, entry: Entry, status: IngestStatus) -> PlanReport:
    plan = entry.stored.plan
    return PlanReport(
        path,
        plan.plan_id,
        status,
        sections=sum(1 for _ in plan.walk()),
        passages=len(entry.stored.passages),
        facts=entry.stored.facts.count(),
        warnings=tuple(dict.fromkeys((*entry.raw.warnings, *plan.warnings))),
    )


def _name_generation(settings: Settings, model: str, plans: Sequence[Entry], passages: int) -> Generation:
    keys = tuple(sorted(entry.key for entry in plans))
    state = hashlib.sha256("\n".join(f"{plan} {sha}" for plan, sha in keys).encode()).hexdigest()[:12]
    slug = re.sub(r"[^a-z0-9]+", "-", model.lower()).strip("-")[-60:]
    made_by = rules(settings)
    stem = f"{slug}-{made_by}-{state}"
    draft = Generation("", model, made_by, keys, passages, datetime.now(UTC).isoformat(timespec="seconds"))
    return replace(draft, name=generations.next_name(settings.data_dir, stem))
