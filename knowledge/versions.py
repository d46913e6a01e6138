"""One document in place of another: what it would change, putting it in, a plan's versions and the way back.

A document is the same as long as issuer, number and year are; its text, and the name of its file, may change.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache

from rapidfuzz import fuzz

from knowledge import corrections, ingestion, upkeep
from knowledge.catalog import Catalog, Entry
from knowledge.corrections import Correction, all_of_plan, correction, lay_over, wording
from knowledge.errors import CollectionChanged, CorrectionError, DocumentError
from knowledge.facts.schedule import schedule
from knowledge.ingestion import Workshop
from knowledge.model import Header, RawDocument, Scheduled, StoredPlan
from knowledge.text import fold

logger = logging.getLogger(__name__)

Key = tuple[str, str]
"""Plan id and sha256: one version of one plan."""

PATIENCE = 5.0
"""Seconds to wait for another writer: it may be another administrator, who is done in a moment."""
VERSIONS_AT_MOST = 30
"""Versions of a plan that are read again to be shown, the newest ones."""
_COMPARED = 400
"""Duties of either version that are compared with each other; each is compared with each."""
_ALIKE = 60.0  # per cent of likeness from which two duties are one duty that was changed


@dataclass(frozen=True, slots=True)
class Changes:
    """What another version does to the duties. kept: (old, new) where nothing that a person acts on has changed;
    changed: (old, new) with another time, recipient or wording; gone and fresh: without a counterpart."""

    kept: tuple[tuple[Scheduled, Scheduled], ...] = ()
    changed: tuple[tuple[Scheduled, Scheduled], ...] = ()
    gone: tuple[Scheduled, ...] = ()
    fresh: tuple[Scheduled, ...] = ()


@dataclass(frozen=True, slots=True)
class Replacement:
    """key: the live version that would go; old: its plan; plan_id: of the document in its place."""

    key: Key
    old: StoredPlan
    plan_id: str
    changes: Changes


@dataclass(frozen=True, slots=True)
class Preview:
    """What a document would become; nothing is stored.

    warnings: English; present: the live plan that has this very text already; replacement: what it would take the
    place of; new_id: the plan id under which it can go in beside all others, None when it is the same document as
    the one it would replace.
    """

    stored: StoredPlan
    duties: tuple[Scheduled, ...]
    warnings: tuple[str, ...]
    present: str | None
    replacement: Replacement | None
    new_id: str | None


@dataclass(frozen=True, slots=True)
class Published:
    """What went in. replaced: the plan id of what it took the place of, None for a new plan."""

    stored: StoredPlan
    replaced: str | None = None
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a plan. since: when it became live the last time, None when that was not noted; changes: what
    going back to it would bring, None for the live one."""

    key: Key
    since: datetime | None
    stored: StoredPlan
    changes: Changes | None

    @property
    def live(self) -> bool:
        """Whether it serves now."""
        return self.changes is None


def preview(shop: Workshop, document: RawDocument, live: Mapping[Key, StoredPlan], today: date) -> Preview:
    """Read a document, as corrected, beside the `live` versions. Raises DocumentError."""
    (stored,) = shop.corrected([read_entry(document, shop.settings.passage_chars, shop.words()).stored])
    plan = stored.plan
    alike = (held for held in live.values() if held.plan.header == plan.header)  # the text need not be opened of others
    present = next((held.plan_id for held in alike if held.plan.source_text == plan.source_text), None)
    same = next((key for key, held in live.items() if same_document(held.plan.header, plan.header)), None)
    named = next((key for key in live if key[0] == document.plan_id), None)
    taken = {plan_id for plan_id, _ in live}
    replacement = None
    if target := same or named:
        plan_id = target[0] if document.plan_id in taken else document.plan_id
        changes = compare(duties_of(live[target], today), duties_of(stored, today))
        replacement = Replacement(target, live[target], plan_id, changes)
    new_id = None if same else free_id(document.plan_id, taken)
    warnings = tuple(dict.fromkeys((*document.warnings, *plan.warnings)))
    return Preview(stored, duties_of(stored, today), warnings, present, replacement, new_id)


def put(shop: Workshop, document: RawDocument, replaces: Key | None, today: date) -> Published:
    """Make a document live, in place of a live version or (None) as a new plan; all or nothing.

    Raises DocumentError, CollectionChanged (what it replaces is not live any more, or its id is taken), DataLocked,
    DataUnwritable, ModelError.
    """
    entry = read_entry(document, shop.settings.passage_chars, shop.words())
    with ingestion.writing(shop, PATIENCE):
        old = _taken_out(shop.catalog, document.plan_id, replaces)
        upkeep.change(shop, [entry], without=[old.plan_id] if old else [])
    (stored,) = shop.corrected([entry.stored])
    if old is None:
        return Published(stored)
    (before,) = shop.corrected([old])
    return _changed(before, stored, today)


def _changed(old: StoredPlan, new: StoredPlan, today: date) -> Published:
    return Published(new, old.plan_id, compare(duties_of(old, today), duties_of(new, today)))


def correct(
    shop: Workshop, document: RawDocument, place: str, said: str | None, today: date, *, keep: bool
) -> Published:
    """Return what a document becomes with what somebody says of a place, or (None) with what was read there again.

    keep: from now on, for this document wherever it comes in; else it is only shown. Raises CorrectionError,
    DocumentError, DataUnwritable.
    """
    kept = shop.corrections.all()
    read = _laid(shop, document, ())
    old = _laid(shop, document, kept)
    if said is None:
        own = (*all_of_plan(read.plan, kept), *all_of_plan(old.plan, kept))
        gone = tuple(dict.fromkeys(each for each in own if each.place == place))
        rest = tuple(each for each in kept if each not in gone)
        for each in gone if keep else ():
            undo(shop, each)
        return _changed(old, _laid(shop, document, rest), today)
    if not wording.is_wording(place):
        made = correction(old, place, said, today)
        return _changed(old, _laid(shop, document, (*kept, shop.corrections.add(made) if keep else made)), today)
    made = wording.correction(read.plan, place, said, today)
    try:
        new = _laid(shop, document, (*kept, made))
    except DocumentError as error:
        raise CorrectionError(f"with these words it would be no plan any more ({error})") from None
    if keep:
        with ingestion.writing(shop, PATIENCE):
            shop.corrections.add(made)
            _read_anew(shop, made)
        new = _laid(shop, document, shop.corrections.all())
    return _changed(old, new, today)


def _laid(shop: Workshop, document: RawDocument, kept: Sequence[Correction]) -> StoredPlan:
    """Return what a document is with these corrections."""
    return lay_over(read_entry(document, shop.settings.passage_chars, wording.of_words(kept)).stored, kept)


def undo(shop: Workshop, made: Correction) -> bool:
    """Let what was read hold again, in the plans that serve, too; False when the correction is gone already."""
    if not wording.is_wording(made.place):
        return shop.corrections.undo(made.number)
    with ingestion.writing(shop, PATIENCE):
        done = shop.corrections.undo(made.number)
        _read_anew(shop, made)
    return done


def _read_anew(shop: Workshop, made: Correction) -> None:
    """Read the live plans again whose text holds the words of a correction; the caller holds the writer's lock."""
    live, kept, entries = shop.catalog.live(), shop.words(), []
    for key in live.plans if live else ():
        (raw,) = shop.catalog.sources([key])
        if wording.says(raw.text, made):
            entry = read_entry(raw, shop.settings.passage_chars, kept)
            if entry.stored.plan.amended != shop.catalog.plan(key).plan.amended:
                entries.append(entry)
    if entries:
        upkeep.change(shop, entries)


def withdrawn(shop: Workshop, key: Key, today: date) -> tuple[Scheduled, ...]:
    """Return the duties of a version that corrections took away, or whose date they did, as they were read."""
    kept, sources = shop.corrections.all(), shop.catalog.sources([key])
    if not kept or not sources:
        return ()
    read = read_entry(sources[0], shop.settings.passage_chars, wording.of_words(kept)).stored
    return tuple(schedule(duty, read.plan.header, today) for duty in corrections.withdrawn(read, kept))


def versions(shop: Workshop, live: Mapping[Key, StoredPlan], plan_id: str, today: date) -> tuple[Version, ...]:
    """Return the versions of a live plan, and of the same document under another id, oldest first; () without it."""
    current = next((stored for key, stored in live.items() if key[0] == plan_id), None)
    if current is None:
        return ()
    taken = {key[0] for key in live} - {plan_id}
    kept = [
        version
        for version in shop.catalog.history(skip=taken)
        if version.key[0] == plan_id or same_document(version.header, current.plan.header)
    ][-VERSIONS_AT_MOST:]
    present, found = duties_of(current, today), []
    for version, document in zip(kept, shop.catalog.sources(v.key for v in kept), strict=True):
        since = datetime.fromisoformat(version.since) if version.since else None
        if version.key in live:
            found.append(Version(version.key, since, current, None))
        elif (stored := _read_old(shop, document)) is not None:
            (stored,) = shop.corrected([stored])
            found.append(Version(version.key, since, stored, compare(present, duties_of(stored, today))))
    return tuple(found)


def document(shop: Workshop, key: Key) -> RawDocument | None:
    """Return a version's text as it was read, None when it is unknown."""
    return shop.catalog.sources([key])[0] if key in shop.catalog.version_keys() else None


@lru_cache(maxsize=4)
def read_entry(document: RawDocument, passage_chars: int, kept: tuple[Correction, ...] = ()) -> Entry:
    """Parse a document with the corrections of its words; a bug that it brings to light is a DocumentError, too, and is
    logged.

    The last ones stay at hand: a document is looked at some times before it goes in.
    """
    try:
        return ingestion.derive(document, passage_chars, kept)
    except DocumentError:
        raise
    except Exception as error:
        logger.exception("reading %s", document.plan_id)
        reason = f"cannot be read as a plan ({type(error).__name__}); please report this file"
        raise DocumentError(f"{document.plan_id}: {reason}") from error


def same_document(one: Header, other: Header) -> bool:
    """Tell whether two headers are of one document: issuer, number (title, where one has no number) and, as far as
    both are dated, the year."""
    if one.date and other.date and one.date.year != other.date.year:
        return False
    numbered = one.number and other.number
    ours, theirs = (one.number, other.number) if numbered else (one.title, other.title)
    return same_issuer(one, other) and bool(ours and theirs) and fold(ours or "") == fold(theirs or "")


def same_issuer(one: Header, other: Header) -> bool:
    """Tell whether two headers name the same issuing body, under the same superior one where both name it."""
    if not (one.issuer and other.issuer) or fold(one.issuer) != fold(other.issuer):
        return False
    return one.parent is None or other.parent is None or fold(one.parent) == fold(other.parent)


def duties_of(stored: StoredPlan, today: date) -> tuple[Scheduled, ...]:
    """Return a plan's duties with their days, each once."""
    duties = (schedule(duty, stored.plan.header, today) for duty in stored.facts.deadlines)
    return tuple({duty.key: duty for duty in duties}.values())


def compare(old: Sequence[Scheduled], new: Sequence[Scheduled]) -> Changes:
    """Pair the duties of two versions, first those that say the same, then the most alike."""
    waiting: dict[tuple[object, ...], list[int]] = {}
    for at, duty in enumerate(new):
        waiting.setdefault(_told(duty), []).append(at)
    kept = {at: same.pop(0) for at, duty in enumerate(old) if (same := waiting.get(_told(duty)))}
    gone = [at for at in range(len(old)) if at not in kept]
    fresh = sorted(at for rest in waiting.values() for at in rest)
    changed = dict(_most_alike(old, new, gone[:_COMPARED], fresh[:_COMPARED]))
    return Changes(
        tuple((old[at], new[other]) for at, other in kept.items()),
        tuple((old[at], new[changed[at]]) for at in sorted(changed)),
        tuple(old[at] for at in gone if at not in changed),
        tuple(new[at] for at in fresh if at not in changed.values()),
    )


def free_id(plan_id: str, taken: set[str]) -> str:
    """Return the id, with the first number after it that makes it nobody else's."""
    return next(name for name in _numbered(plan_id) if name not in taken)


def _numbered(plan_id: str) -> Iterator[str]:
    yield plan_id
    number = 2
    while True:
        yield f"{plan_id}-{number}"
        number += 1


def _taken_out(catalog: Catalog, plan_id: str, replaces: Key | None) -> StoredPlan | None:
    """Return what is to be replaced, which is live; nothing else may be so under the new plan's id."""
    live = catalog.live()
    held = dict(live.plans) if live else {}
    if replaces and held.pop(replaces[0], None) != replaces[1]:
        raise CollectionChanged(f"{replaces[0]} has been replaced or taken out meanwhile; look at it again")
    if plan_id in held:
        raise CollectionChanged(f"there is a plan {plan_id} by now; look at it again")
    return catalog.plan(replaces) if replaces else None


def _read_old(shop: Workshop, document: RawDocument) -> StoredPlan | None:
    try:
        return read_entry(document, shop.settings.passage_chars, shop.words()).stored
    except DocumentError as error:
        logger.warning("a version is passed over: %s", error)
        return None


def _most_alike(
    old: Sequence[Scheduled], new: Sequence[Scheduled], gone: Sequence[int], fresh: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield pairs of positions, the most alike first, each position once."""
    sides = {at: _Side.of(old[at]) for at in gone}, {at: _Side.of(new[at]) for at in fresh}
    pairs = ((_likeness(one, other), a, b) for a, one in sides[0].items() for b, other in sides[1].items())
    taken: tuple[set[int], set[int]] = (set(), set())
    for _, a, b in sorted((pair for pair in pairs if pair[0] >= _ALIKE), key=lambda pair: -pair[0]):
        if a not in taken[0] and b not in taken[1]:
            taken[0].add(a)
            taken[1].add(b)
            yield a, b


def _told(duty: Scheduled) -> tuple[object, ...]:
    """What a person who must do it acts on; where the plan says it, and under which id, is not part of it."""
    told = duty.deadline
    words = (told.who, told.what, told.to, told.via, told.channel, told.stated, told.within, told.time)
    return (*(fold(" ".join(word.split())) if word else None for word in words), told.recurrence, duty.days)


@dataclass(frozen=True, slots=True)
class _Side:
    """What of a duty tells which other one it may have become. what: folded, its words sorted."""

    what: str
    kind: tuple[str | None, str | None]
    section: str
    who: str | None

    @classmethod
    def of(cls, duty: Scheduled) -> _Side:
        told = duty.deadline
        what = " ".join(sorted(fold(told.what).split()))
        return cls(what, (told.recurrence, told.period), told.section, told.who)


def _likeness(one: _Side, other: _Side) -> float:
    """0 to 110; reports of different periods are different reports."""
    if one.kind != other.kind and one.what != other.what:
        return 0.0
    likeness = fuzz.ratio(one.what, other.what)
    return likeness + (5 if one.section == other.section else 0) + (5 if one.who == other.who else 0)
