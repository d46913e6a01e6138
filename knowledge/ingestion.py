"""Plans -> a new live generation: the writer's side of the library.

Nothing of a plan is stored until its generation is built and checked; then plans, passages, facts and the live row
change in one transaction. A process killed anywhere leaves the old generation serving, and at most some embeddings
(kept, for the next try) and a folder that the next writer deletes.
"""

from __future__ import annotations

import hashlib
import inspect
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import knowledge.facts
import knowledge.model
import knowledge.parsing
import knowledge.text
from knowledge import digest
from knowledge.catalog import Catalog, Entry, Generation
from knowledge.corrections import Correction, lay_over, wording
from knowledge.corrections.store import Corrections
from knowledge.digest import served_of
from knowledge.facts import extract
from knowledge.facts.evidence import evidence_units
from knowledge.index import generations
from knowledge.index.chroma import server_of
from knowledge.index.embedder import Embedder, identity_of
from knowledge.index.generations import IndexDamaged
from knowledge.index.vectors import Progress, embedded_text, unit_texts, vectors_of
from knowledge.model import Passage, Plan, RawDocument, StoredPlan
from knowledge.settings import Settings

if TYPE_CHECKING:
    import numpy as np

Notify = Callable[[str], None]
"""Takes an English sentence for the operator."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """What a writer works with. embedder: loads the model at the first call; progress, notify: for the operator;
    corrections: of administrators, which lie over what the catalog holds."""

    settings: Settings
    catalog: Catalog
    embedder: Callable[[], Embedder]
    progress: Progress
    notify: Notify
    corrections: Corrections

    def words(self) -> tuple[Correction, ...]:
        """Return the corrections of words, with which documents are read."""
        return wording.of_words(self.corrections.all())

    def corrected(self, plans: Iterable[StoredPlan]) -> tuple[StoredPlan, ...]:
        """Return plans as they were read with the corrections over them."""
        found = self.corrections.all()
        return tuple(lay_over(stored, found) for stored in plans)


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


def derive(raw: RawDocument, passage_chars: int, kept: Sequence[Correction] = ()) -> Entry:
    """Parse a document, cut it into passages and take its facts; raises DocumentError.

    kept: corrections of words; where they are of this document, its text is read with them in it.
    """
    plan = knowledge.parsing.parse(raw)
    right, amended = wording.amend(raw, plan, kept) if kept else (raw, ())
    return entry_of(raw, replace(knowledge.parsing.parse(right), amended=amended) if amended else plan, passage_chars)


def entry_of(raw: RawDocument, plan: Plan, passage_chars: int) -> Entry:
    """Cut a parsed document into passages, take its facts, and pack what it is served from."""
    stored = StoredPlan(plan, knowledge.parsing.cut(plan, passage_chars), extract(plan), evidence_units(plan))
    return Entry(raw, stored, served_of(stored, digest.rules(_rules(passage_chars))))


def publish(
    shop: Workshop, plans: Sequence[Entry], changed: Iterable[Entry] = (), forget: Iterable[str] = ()
) -> Generation:
    """Build and check a generation of `plans`, then make it live together with the rows of `changed`.

    plans: all that the generation holds; changed: those of them whose rows are new; forget: plan ids of which every
    version is deleted. The caller holds the writer's lock. Readers serve the generation before until they look at the
    live row again.
    """
    passages = sum(len(entry.stored.passages) for entry in plans)
    generation = _named(shop.settings, [entry.key for entry in plans], passages)
    _build(shop, generation, [entry.stored for entry in plans])
    _go_live(shop, generation, changed, forget)
    return generation


def extend(shop: Workshop, added: Sequence[Entry], without: Collection[str], forget: Iterable[str] = ()) -> Generation:
    """Make a generation live that holds what the live one does and the plans `added`, each in place of the one with its
    id; what is not changed is neither read nor embedded.

    without: plan ids that it doesn't hold; forget: plan ids of which every version is deleted. The caller holds the
    writer's lock and knows that the live generation is not outdated. Raises IndexDamaged when it cannot be built upon.
    """
    base = shop.catalog.live()
    if base is None:
        raise IndexDamaged("nothing is live")
    out = {*without, *(entry.raw.plan_id for entry in added)}
    kept = [key for key in base.plans if key[0] not in out]
    gone = [key for key in base.plans if key[0] in out]
    passages, vectors = _embedded(shop, [entry.stored for entry in added])
    held = base.passages - shop.catalog.count_passages(gone)
    generation = _named(shop.settings, [*kept, *(entry.key for entry in added)], held + len(passages))
    shop.progress("index", 0, 1)
    folder, taken_out, server = shop.settings.data_dir, {plan_id for plan_id, _ in gone}, server_of(shop.settings)
    generations.extend(folder, base.name, generation.name, passages, vectors, taken_out, server)
    with closing(generations.open_index(folder, generation.name, generation.passages, server)) as index:
        generations.check_added(index, passages, vectors)
    _go_live(shop, generation, added, forget)
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
    folder, server = shop.settings.data_dir, server_of(shop.settings)
    passages, vectors = _embedded(shop, plans)
    shop.progress("index", 0, 1)
    generations.build(folder, generation.name, passages, vectors, server)
    with closing(generations.open_index(folder, generation.name, len(passages), server)) as index:
        generations.check(index, passages, vectors)


def _embedded(shop: Workshop, plans: Sequence[StoredPlan]) -> tuple[list[Passage], list[np.ndarray]]:
    """Return the passages of these plans with their vectors; those of their units are in the catalog then."""
    passages = [passage for stored in plans for passage in stored.passages]
    units = [unit for stored in plans for unit in stored.units]
    texts = [*map(embedded_text, passages), *unit_texts(units)]
    model = identity_of(shop.settings.embedding_model)
    vectors = vectors_of(texts, shop.catalog, shop.embedder, model, progress=shop.progress, notify=shop.notify)
    return passages, vectors[: len(passages)]


def _go_live(shop: Workshop, generation: Generation, changed: Iterable[Entry], forget: Iterable[str]) -> None:
    shop.catalog.publish(generation, changed, forget)
    generations.remove_others(shop.settings.data_dir, [generation.name])
    if server := server_of(shop.settings):
        server.remove_others({generation.name})
    shop.progress("index", 1, 1)


def rules(settings: Settings) -> str:
    """Return the identity of what turns text into passages and facts: a digest of its code, and the chunk settings.

    After an update of the program, plans are read again from the catalog's own copy of their text.
    """
    return _rules(settings.passage_chars)


def _rules(passage_chars: int) -> str:
    return f"{_code_digest()}-{passage_chars}"


@cache
def _code_digest() -> str:
    code = hashlib.sha256()
    for module in (knowledge.text, knowledge.model, knowledge.parsing, knowledge.facts):
        path = Path(inspect.getfile(module))
        for file in sorted(path.parent.rglob("*.py")) if path.name == "__init__.py" else [path]:
            code.update(file.name.encode() + file.read_bytes())
    return code.hexdigest()[:10]


def _named(settings: Settings, plans: Iterable[tuple[str, str]], passages: int) -> Generation:
    keys, model = tuple(sorted(plans)), identity_of(settings.embedding_model)
    state = hashlib.sha256("\n".join(f"{plan} {sha}" for plan, sha in keys).encode()).hexdigest()[:12]
    slug = re.sub(r"[^a-z0-9]+", "-", model.lower()).strip("-")[-60:]
    made_by = rules(settings)
    draft = Generation("", model, made_by, keys, passages, datetime.now(UTC).isoformat(timespec="seconds"))
    return replace(draft, name=generations.next_name(settings.data_dir, f"{slug}-{made_by}-{state}"))
