"""Files -> plans in the collection, however many: read and parsed side by side, made live batch by batch.

A batch is live as a whole or not at all. A run that was stopped or killed goes on where it was when it is run again:
what is stored is known by the digest of its file, and neither parsed nor embedded again.
"""

from __future__ import annotations

import hashlib
import logging
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from knowledge import ingestion, parsing, upkeep, versions
from knowledge.catalog import Entry
from knowledge.corrections import Correction
from knowledge.errors import DocumentError
from knowledge.files import Originals, expand
from knowledge.ingestion import Workshop
from knowledge.parallel import in_order
from knowledge.readers import PICTURED, SUPPORTED, is_folder, read, read_bytes
from knowledge.versions import Key

logger = logging.getLogger(__name__)

BATCH_PLANS = 64
BATCH_CHARS = 2_000_000
"""A batch is full with so many plans, or so much text."""
_PATIENCE = 60.0  # seconds that a later batch waits for another writer


class IngestStatus(StrEnum):
    """What became of a file."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class PlanReport:
    """What became of one document; the counts are 0 when it failed. error: English, one line, names the fix."""

    path: Path
    plan_id: str
    status: IngestStatus
    sections: int = 0
    passages: int = 0
    facts: int = 0
    warnings: tuple[str, ...] = ()
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read. known: the stored version of its (first) document, and that document's text where the file holds
    several; refused: why it is not read at all; kept: corrections of words."""

    path: Path
    plan_id: str
    passage_chars: int
    known: Key | None = None
    text: str | None = None
    refused: str | None = None
    kept: tuple[Correction, ...] = ()


Read = tuple[Entry, ...] | str | None
"""What a file holds; why it can't be read, in English; None when it is what is stored."""


@dataclass(slots=True)
class _Batch:
    """What is to become live together. without: plan ids that go."""

    reports: list[PlanReport] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    without: set[str] = field(default_factory=set)


def add(shop: Workshop, paths: Iterable[Path], *, supersede: bool = False) -> list[PlanReport]:
    """Read files and folders and make them live; return a report for each document, in order.

    supersede: a document that is stored under another name, with another text, is taken out in favour of the file's.
    Raises DataLocked, DataUnwritable, ModelError.
    """
    with ingestion.writing(shop):  # what a killed run left is cleared away, and a locked folder is told at once
        live = shop.catalog.live()
        if live is not None and upkeep.why_outdated(shop.settings, live):
            upkeep.change(shop, ())
    jobs = _jobs(shop, expand(paths), dict(live.plans) if live else {})
    reports: list[PlanReport] = []
    patience = 0.0
    for done in _batches(shop, jobs):
        reports += _store(shop, done, supersede, patience)
        patience = _PATIENCE
    return reports


def _jobs(shop: Workshop, files: Sequence[Path], live: dict[str, str]) -> list[Job]:
    stems = Counter(path.stem for path in files)
    names: set[str] = set()
    jobs, kept = [], shop.words()
    for path in files:
        plan_id = path.name if stems[path.stem] > 1 or path.name in live else path.stem
        known = (plan_id, live[plan_id]) if plan_id in live else None
        job = Job(path, plan_id, shop.settings.passage_chars, known, kept=kept)
        if known and f"{plan_id}#2" in live:
            job = replace(job, text=shop.catalog.sources([known])[0].text)
        if plan_id in names:
            job = replace(job, refused=f"{path}: another file of this run has the same name; rename one of them")
        names.add(plan_id)
        jobs.append(job)
    return jobs


def _batches(shop: Workshop, jobs: Sequence[Job]) -> Iterator[list[tuple[Job, Read]]]:
    """Yield the files with what was read from them, as many as are made live together."""
    batch: list[tuple[Job, Read]] = []
    plans = chars = 0
    for at, (job, found) in enumerate(zip(jobs, in_order(read_job, jobs, _lost), strict=True), 1):
        shop.progress("read", at, len(jobs))
        batch.append((job, found))
        if isinstance(found, tuple):
            plans, chars = plans + len(found), chars + sum(len(entry.raw.text) for entry in found)
        if plans >= BATCH_PLANS or chars >= BATCH_CHARS:
            yield batch
            batch, plans, chars = [], 0, 0
    if batch:
        yield batch


def read_job(job: Job) -> Read:
    """Read and parse a file, in any process."""
    path = job.path
    try:
        if job.refused:
            return job.refused
        if is_folder(path):
            return f"{path}: no {' or '.join(sorted(SUPPORTED))} file in this folder; give another one"
        if job.known and _is_stored(job):
            return None
        documents = parsing.documents_of(replace(read(path), plan_id=job.plan_id))
        return tuple(ingestion.derive(document, job.passage_chars, job.kept) for document in documents)
    except DocumentError as error:
        return _naming(path, str(error))
    except Exception as error:  # a bug in reading one file must not keep the others out
        logger.exception("reading %s", path)
        return f"{path}: cannot be read as a plan ({type(error).__name__}); please report this file"


def _is_stored(job: Job) -> bool:
    digest = hashlib.sha256(read_bytes(job.path)).hexdigest()
    whole = job.text is None
    return job.known is not None and job.known[1] == (
        digest if whole else parsing.part_digest(digest, 1, job.text or "")
    )


def _lost(job: Job) -> Read:
    return f"{job.path}: reading it ends the program that reads it; please report this file"


def _naming(path: Path, message: str) -> str:
    """Return the message with the file's path at its head: a parser knows only the plan's id."""
    return message if str(path) in message else f"{path}: {message.removeprefix(f'{path.stem}: ')}"


def _store(shop: Workshop, found: Sequence[tuple[Job, Read]], supersede: bool, patience: float) -> list[PlanReport]:
    batch = _Batch()
    if not any(isinstance(content, tuple) for _, content in found):
        _take_in(shop, batch, found, supersede)
        return batch.reports
    with ingestion.writing(shop, patience):
        _take_in(shop, batch, found, supersede)
        for job, content in found:
            if isinstance(content, tuple) and job.path.suffix.lower() in PICTURED:
                _keep(shop, job.path, content[0])
        upkeep.change(shop, batch.entries, batch.without)
    return batch.reports


def _keep(shop: Workshop, path: Path, entry: Entry) -> None:
    """Keep a file to show its pages; one that was changed since it was read is not that document's."""
    try:
        data = read_bytes(path)
    except DocumentError:
        return
    digest = hashlib.sha256(data).hexdigest()
    if entry.raw.sha256 in (digest, parsing.part_digest(digest, 1, entry.raw.text)):
        Originals.of(shop.settings).keep(entry.raw.sha256, path.name, data)


def _take_in(shop: Workshop, batch: _Batch, found: Sequence[tuple[Job, Read]], supersede: bool) -> None:
    """Decide what becomes of each file, against what is live now."""
    generation = shop.catalog.live()
    live = dict(generation.plans) if generation else {}
    for job, content in found:
        if isinstance(content, str):
            batch.reports.append(PlanReport(job.path, job.plan_id, IngestStatus.FAILED, error=content))
            continue
        parts = {plan_id for plan_id in live if _is_part(plan_id, job.plan_id)}
        if content is None:
            for plan_id in sorted({job.plan_id, *parts} & live.keys()):
                counts = shop.catalog.count((plan_id, live[plan_id]))
                batch.reports.append(PlanReport(job.path, plan_id, IngestStatus.UNCHANGED, *counts))
            continue
        batch.without |= parts - {entry.raw.plan_id for entry in content}
        for entry in content:
            gone = len(batch.without)
            told = list(_twins(shop, batch, entry, live, supersede))
            replaced = entry.raw.plan_id in live or len(batch.without) > gone
            status = IngestStatus.REPLACED if replaced else IngestStatus.ADDED
            batch.entries.append(entry)
            batch.reports.append(_report(job.path, entry, status, told))


def _is_part(plan_id: str, whole: str) -> bool:
    """Tell whether a plan was attached in the file of another."""
    stem, mark, number = plan_id.rpartition("#")
    return bool(mark) and stem == whole and number.isdigit()


def _twins(shop: Workshop, batch: _Batch, entry: Entry, live: dict[str, str], supersede: bool) -> Iterator[str]:
    """Yield what to tell of documents that this one is, too, under other names; those that it supersedes go."""
    name = entry.known_as
    for other in (other for other in batch.entries if other.known_as == name):
        yield from _likeness(entry, other, "two files of this run are the same document")
    for key in shop.catalog.known_as(name):
        plan_id = key[0]
        if live.get(plan_id) != key[1] or plan_id == entry.raw.plan_id or plan_id in batch.without:
            continue
        (raw,), stored = shop.catalog.sources([key]), shop.catalog.plan(key)
        told = list(_likeness(entry, Entry(raw, stored), "run it again with --supersede to put it in that one's place"))
        if told and supersede:
            batch.without.add(plan_id)
            yield f"in place of {plan_id}"
        else:
            yield from told


def _likeness(entry: Entry, other: Entry, fix: str) -> Iterator[str]:
    if entry.raw.text == other.raw.text:
        yield f"the same text as {other.raw.plan_id}; take one of them out"
    elif versions.same_document(entry.stored.plan.header, other.stored.plan.header):
        number = other.stored.plan.header.number or other.stored.plan.header.title
        yield f"the same document as {other.raw.plan_id} ({number}), with another text; {fix}"


def _report(path: Path, entry: Entry, status: IngestStatus, told: Sequence[str]) -> PlanReport:
    plan = entry.stored.plan
    return PlanReport(
        path,
        plan.plan_id,
        status,
        sections=sum(1 for _ in plan.walk()),
        passages=len(entry.stored.passages),
        facts=entry.stored.facts.count(),
        warnings=tuple(dict.fromkeys((*told, *entry.raw.warnings, *plan.warnings))),
    )
