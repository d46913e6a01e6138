"""Opening what is live, and repairing it first when it can't serve: missing, damaged, or made by other settings."""

from __future__ import annotations

import logging
import os
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge import digest, ingestion
from knowledge.catalog import Catalog, Entry, Generation, Served
from knowledge.catalog.database import CATALOG_FILE
from knowledge.corrections import Correction
from knowledge.digest import served_of
from knowledge.errors import DataError, DataLocked, DataMissing, DataUnwritable, DocumentError
from knowledge.index import generations
from knowledge.index.chroma import server_of
from knowledge.index.embedder import identity_of
from knowledge.index.generations import IndexDamaged, PassageIndex
from knowledge.index.matrix import SharedRows
from knowledge.ingestion import Workshop
from knowledge.model import StoredPlan
from knowledge.settings import Settings
from knowledge.shelved import PlanFile

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

logger = logging.getLogger(__name__)

_PATIENCE = 60.0  # seconds to wait for another writer before a repair: it may be repairing the same
_FETCHED = 5000  # vectors that are fetched together
_KEPT_TOGETHER = 32  # plans that were made ready
_WORTH_TELLING = 100
_ATTEMPTS = 5  # generations may change under a reader that often


@dataclass(frozen=True, slots=True)
class Live:
    """The live generation, its plans as they were read, what administrators have corrected, its open index, and the
    vectors of its units, in order of plan id: of their own words and of their words under headings."""

    generation: Generation
    file: PlanFile
    corrections: tuple[Correction, ...]
    index: PassageIndex
    unit_vectors: tuple[SharedRows, SharedRows]


def open_catalog(settings: Settings, *, create: bool) -> Catalog:
    """Open the catalog that the settings name; a new one only when `create`. Raises DataMissing and its like."""
    folder = settings.data_dir
    generations.refuse_file(folder)
    if create:
        with generations.writer_lock(folder):
            return Catalog.open(folder, settings.database_url)
    if not settings.database_url and not (folder / CATALOG_FILE).exists():
        raise _nothing_in(settings)
    return Catalog.open(folder, settings.database_url)


def open_live(shop: Workshop) -> Live:
    """Open the live generation, rebuilt from the catalog first if need be.

    Raises DataMissing, DataLocked, DataUnwritable (a repair is needed and impossible), ModelError.
    """
    for _ in range(_ATTEMPTS):
        generation = shop.catalog.live()
        if generation is None or not generation.plans:
            raise _nothing_in(shop.settings)
        reason = why_outdated(shop.settings, generation)
        if reason is None:
            file = _plan_file(shop, generation)
            if file is None:
                continue
            try:
                vectors = _unit_vectors(shop, generation, file)
                index = generations.open_index(
                    shop.settings.data_dir, generation.name, generation.passages, server_of(shop.settings)
                )
                return Live(generation, file, shop.corrections.all(), index, vectors)
            except IndexDamaged as damage:
                reason = f"the index is missing or damaged ({damage})"
                if shop.settings.server_url:  # it is whole on the machine that made it
                    _build_here(shop, generation, reason)
                    continue
        if shop.catalog.live_name() == generation.name:
            _repair(shop, generation, reason)
    raise DataLocked(f"{shop.settings.data_dir} keeps changing; stop the other writers and start again")


def _plan_file(shop: Workshop, generation: Generation) -> PlanFile | None:
    """Return the plans of a generation; None where it is not the live one any more."""
    file, made_by = PlanFile(), digest.rules(generation.rules)
    damaged: list[tuple[str, str]] = []

    def take(key: tuple[str, str], served: Served) -> None:
        if digest.is_whole(served):
            file.add(key, served)
        else:
            damaged.append(key)

    missing = shop.catalog.serve(generation, made_by, take)
    if missing is None:
        return None
    missing += damaged
    if missing and len(missing) > _WORTH_TELLING:
        shop.notify(f"{len(missing)} plans are made ready to be served once more, by newer rules")
    made: dict[tuple[str, str], Served] = {}
    for key in missing:
        try:
            made[key] = served_of(shop.catalog.plan(key), made_by)
        except DataError:
            if shop.catalog.live_name() != generation.name:
                return None
            raise
        file.add(key, made[key])
        if len(made) == _KEPT_TOGETHER:
            _keep(shop, made)
    _keep(shop, made)
    file.filled()
    return file


def _keep(shop: Workshop, made: dict[tuple[str, str], Served]) -> None:
    """Keep what was made for the next start, where it can be kept."""
    try:
        if made:
            shop.catalog.keep_served(made)
    except (DataUnwritable, DataLocked) as error:
        logger.info("made ready for this start only: %s", error)
    made.clear()


def _unit_vectors(shop: Workshop, generation: Generation, file: PlanFile) -> tuple[SharedRows, SharedRows]:
    """Return the vectors of the plans' units in order; raises IndexDamaged where the catalog lacks one."""
    import numpy as np

    known: dict[bytes, int] = {}
    rows: tuple[list[int], list[int]] = ([], [])
    for plan_id, _ in generation.plans:
        for of, keys in zip(rows, file.keys(plan_id), strict=True):
            of.extend(known.setdefault(key, len(known)) for key in keys)
    distinct = _distinct(shop, generation.model, list(known))
    own, under = (SharedRows(distinct, np.array(of, np.int32)) for of in rows)
    return own, under


def _distinct(shop: Workshop, model: str, keys: list[bytes]) -> NDArray[np.float32]:
    import numpy as np

    matrix = np.zeros((0, 1), np.float32)
    for at in range(0, len(keys), _FETCHED):
        names = [key.hex() for key in keys[at : at + _FETCHED]]
        found = shop.catalog.vectors(model, names)
        if len(found) < len(names):
            raise IndexDamaged("some texts have no vector in the catalog")
        if at == 0:
            matrix = np.empty((len(keys), len(found[names[0]])), np.float32)
        matrix[at : at + len(names)] = [found[name] for name in names]
    return matrix


def why_outdated(settings: Settings, generation: Generation) -> str | None:
    """Return why this generation can't serve under these settings, in English; None when it can."""
    wanted = identity_of(settings.embedding_model)
    if generation.model != wanted:
        return f"the data was embedded by {generation.model}, EMBEDDING_MODEL is now {wanted}"
    writable = os.access(settings.data_dir, os.W_OK)
    if generation.rules != ingestion.rules(settings) and writable:  # a read-only folder serves what it has
        return "the program reads plans by newer rules"
    return None


def stored_plans(shop: Workshop) -> dict[str, StoredPlan]:
    """Return what is live by plan id, read by the present rules; needs no index and no model. Raises DataMissing."""
    entries, _ = stored_entries(shop)
    if not entries:
        raise _nothing_in(shop.settings)
    stored = shop.corrected(entries[plan_id].stored for plan_id in sorted(entries))
    return {each.plan_id: each for each in stored}


def stored_entries(shop: Workshop) -> tuple[dict[str, Entry], bool]:
    """Return what is live by plan id, read by the present rules, and whether it is outdated as it stands."""
    loaded = shop.catalog.load()
    if loaded is None:
        return {}, False
    generation, plans = loaded
    sources = shop.catalog.sources(generation.plans)
    entries = [Entry(raw, stored) for raw, stored in zip(sources, plans, strict=True)]
    if generation.rules != ingestion.rules(shop.settings):
        kept = shop.words()
        entries = [_read_again(shop, entry, kept) for entry in entries]
    return {entry.raw.plan_id: entry for entry in entries}, why_outdated(shop.settings, generation) is not None


def change(shop: Workshop, added: Sequence[Entry], without: Collection[str] = (), forget: Iterable[str] = ()) -> None:
    """Change what is live, all or nothing: add plans, each in place of the one with its id, and take others out.

    without: plan ids to take out, whose versions are kept; forget: plan ids to take out with every version. The caller
    holds the writer's lock. Where the live generation is outdated or damaged all of it is built anew.
    """
    live, out = shop.catalog.live(), {*without, *(forgotten := tuple(forget))}
    if live is not None and why_outdated(shop.settings, live) is None:
        try:
            ingestion.extend(shop, added, out, forgotten)
        except IndexDamaged as damage:
            logger.warning("built anew from the catalog: %s", damage)
        else:
            return
    stored, stale = stored_entries(shop)
    plans = {plan_id: entry for plan_id, entry in stored.items() if plan_id not in out}
    plans |= {entry.raw.plan_id: entry for entry in added}
    ingestion.publish(
        shop, [plans[plan_id] for plan_id in sorted(plans)], plans.values() if stale else added, forgotten
    )


def _repair(shop: Workshop, generation: Generation, reason: str) -> None:
    try:
        with ingestion.writing(shop, _PATIENCE):
            if shop.catalog.live_name() != generation.name:
                return  # another process has repaired it while this one waited
            shop.notify(f"{reason}; building a new generation from the catalog")
            stored, _ = stored_entries(shop)
            plans = [stored[plan_id] for plan_id in sorted(stored)]
            ingestion.publish(shop, plans, plans if generation.rules != ingestion.rules(shop.settings) else ())
    except DataUnwritable as error:
        raise DataUnwritable(f"{reason}, and it cannot be rebuilt: {error}") from error


def _build_here(shop: Workshop, generation: Generation, reason: str) -> None:
    loaded = shop.catalog.load()
    if loaded is None or loaded[0].name != generation.name:
        return
    try:
        shop.notify(f"{reason}; building it here from the catalog")
        ingestion.build_here(shop, generation, loaded[1], _PATIENCE)
    except DataUnwritable as error:
        raise DataUnwritable(f"{reason}, and it cannot be built: {error}") from error


def _read_again(shop: Workshop, entry: Entry, kept: Sequence[Correction]) -> Entry:
    try:
        return ingestion.derive(entry.raw, shop.settings.passage_chars, kept)
    except DocumentError as error:
        logger.warning("%s stays as it was read before: %s", entry.raw.plan_id, error)
        return entry


def _nothing_in(settings: Settings) -> DataMissing:
    return DataMissing(f"there are no plans in {settings.data_dir} yet; run `python ingest.py PATH...` first")
