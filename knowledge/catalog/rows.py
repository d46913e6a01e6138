"""Rows <-> dataclasses, inside a transaction that `store` has begun."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select

from knowledge.catalog import codec, schema
from knowledge.catalog.records import Entry, Generation, KeptVersion, Served
from knowledge.model import EvidenceUnit, Facts, Header, Passage, Plan, RawDocument, SectionKind, StoredPlan
from knowledge.text import MappedText

_FEW = 32  # large rows that are fetched together
_CHUNK = 500  # rows or parameters in one statement: below SQLite's limit on any build


def live_name(connection: Connection) -> str | None:
    """Return the name of the generation that serves, or None."""
    name: str | None = connection.execute(select(schema.live.c.generation)).scalar_one_or_none()
    return name


def live(connection: Connection) -> Generation | None:
    """Return the generation that serves, or None."""
    row = connection.execute(
        select(schema.generations).join(schema.live, schema.live.c.generation == schema.generations.c.name)
    ).one_or_none()
    if row is None:
        return None
    held = schema.generation_plans
    plans = connection.execute(
        select(held.c.plan_id, held.c.sha256).where(held.c.generation == row.name).order_by(held.c.plan_id)
    )
    keys = tuple(sorted((plan_id, sha256) for plan_id, sha256 in plans))
    return Generation(row.name, row.model, row.rules, keys, row.passages, row.created)


def store_generation(connection: Connection, generation: Generation) -> None:
    """Add the generation and what it holds."""
    row = {f.name: getattr(generation, f.name) for f in fields(generation) if f.name != "plans"}
    connection.execute(insert(schema.generations), row)
    insert_all(
        connection,
        schema.generation_plans,
        [{"generation": generation.name, "plan_id": plan, "sha256": sha} for plan, sha in generation.plans],
    )


def note_arrivals(connection: Connection, before: Generation | None, generation: Generation) -> None:
    """Keep when versions became live that were not so before."""
    held = set(before.plans) if before else set()
    insert_all(
        connection,
        schema.arrivals,
        [
            {"plan_id": key[0], "sha256": key[1], "at": generation.created}
            for key in generation.plans
            if key not in held
        ],
    )


def load_history(connection: Connection, skip: Collection[str]) -> list[KeptVersion]:
    """Return every version in the order in which they went in, but for those of the plan ids to skip."""
    table, noted = schema.versions, schema.arrivals
    bounds = (
        select(noted.c.plan_id, noted.c.sha256, func.min(noted.c.id).label("first"), func.max(noted.c.id).label("last"))
        .group_by(noted.c.plan_id, noted.c.sha256).subquery()
    )  # fmt: skip
    same = (bounds.c.plan_id == table.c.plan_id) & (bounds.c.sha256 == table.c.sha256)
    found = connection.execute(
        select(table.c.plan_id, table.c.sha256, bounds.c.first, noted.c.at)
        .outerjoin(bounds, same)
        .outerjoin(noted, noted.c.id == bounds.c.last)
    ).all()
    kept = sorted((row for row in found if row.plan_id not in skip), key=lambda row: (row.first or 0, *row[:2]))
    return [KeptVersion(key := (row[0], row[1]), _load_header(connection, key), row.at) for row in kept]


def _load_header(connection: Connection, key: tuple[str, str]) -> Header:
    table = schema.versions
    plan = select(table.c.plan).where(table.c.plan_id == key[0], table.c.sha256 == key[1])
    header: Header = codec.decoder(Header)(json.loads(connection.execute(plan).scalar_one())["header"])
    return header


def store_entry(connection: Connection, entry: Entry) -> None:
    """Add a version with its passages and facts, or replace what was derived from it before."""
    plan_id, sha256 = entry.key
    owner = {"plan_id": plan_id, "sha256": sha256}
    plan = codec.encode(entry.stored.plan)
    if not entry.stored.plan.amended:
        del plan["source_text"]  # stands in its own column
    row = {
        "source_text": entry.raw.text,
        "page_starts": json.dumps(entry.raw.page_starts),
        "warnings": json.dumps(entry.raw.warnings, ensure_ascii=False),
        "plan": json.dumps(plan, ensure_ascii=False, separators=(",", ":")),
        "known_as": entry.known_as,
    }
    table = schema.versions
    match = (table.c.plan_id == plan_id, table.c.sha256 == sha256)
    if connection.execute(select(table.c.plan_id).where(*match)).first():
        connection.execute(table.update().where(*match).values(**row))
    else:
        connection.execute(insert(table), owner | row)
    for part in (schema.passages, schema.facts, schema.evidence, schema.served):
        connection.execute(delete(part).where(part.c.plan_id == plan_id, part.c.sha256 == sha256))
    insert_all(connection, schema.passages, [owner | _passage_row(passage) for passage in entry.stored.passages])
    insert_all(connection, schema.facts, [owner | row for row in _fact_rows(entry.stored.facts)])
    connection.execute(insert(schema.evidence), owner | {"units": codec.dumps(entry.stored.units)})
    if entry.served is not None:
        connection.execute(insert(schema.served), owner | _served_row(entry.served))


def keep_served(connection: Connection, key: tuple[str, str], served: Served) -> None:
    """Keep how a version is served, unless the version is gone or another process has done so."""
    table, owner = schema.served, {"plan_id": key[0], "sha256": key[1]}
    match = (table.c.plan_id == key[0], table.c.sha256 == key[1])
    there = select(schema.versions.c.plan_id).where(
        schema.versions.c.plan_id == key[0], schema.versions.c.sha256 == key[1]
    )
    if connection.execute(there).first() is None:
        return
    if connection.execute(table.update().where(*match).values(**_served_row(served))).rowcount == 0:
        connection.execute(insert(table), owner | _served_row(served))


def load_served(
    connection: Connection, keys: Sequence[tuple[str, str]], made_by: str
) -> Iterator[tuple[tuple[str, str], Served]]:
    """Yield how versions are served, of those of which that was made so."""
    table = schema.served
    of = dict(keys)
    for part in chunks([plan_id for plan_id, _ in keys]):
        found = connection.execute(
            select(table).where(table.c.plan_id.in_(part), table.c.made_by == made_by).order_by(table.c.plan_id)
        )
        for row in found.yield_per(_FEW):
            if of[row.plan_id] == row.sha256:
                yield (row.plan_id, row.sha256), Served(row.made_by, row.digest, row.body)


def _served_row(served: Served) -> dict[str, Any]:
    return {"made_by": served.made_by, "digest": served.digest, "body": served.body}


def _passage_row(passage: Passage) -> dict[str, Any]:
    span = passage.text.span(0, len(passage.text.text)) if passage.text.text else None
    return {
        "ordinal": passage.ordinal,
        "id": passage.id,
        "kind": passage.kind.value,
        "section": passage.section,
        "heading": passage.heading,
        "text": passage.text.text,
        "runs": json.dumps(passage.text.runs, separators=(",", ":")),
        "footnotes": json.dumps(passage.footnotes),
        "start": span.start if span else 0,
        "end": span.end if span else 0,
    }


def _fact_rows(found: Facts) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for spec in fields(found):
        for fact in getattr(found, spec.name):
            cited = next(iter(getattr(fact, "citations", ())), None)
            rows.append(
                {
                    "ordinal": len(rows),
                    "kind": spec.name,
                    "section": getattr(fact, "section", None) or (cited.section if cited else None),
                    "start": cited.start if cited else None,
                    "end": cited.end if cited else None,
                    "data": codec.dumps(fact),
                }
            )
    return rows


def load_raw(connection: Connection, key: tuple[str, str]) -> RawDocument:
    """Return one version's text as it was read."""
    table = schema.versions
    row = connection.execute(select(table).where(table.c.plan_id == key[0], table.c.sha256 == key[1])).one()
    starts, warnings = tuple(json.loads(row.page_starts)), tuple(json.loads(row.warnings))
    return RawDocument(row.plan_id, row.source_text, row.sha256, starts, warnings)


def load_plan(connection: Connection, key: tuple[str, str]) -> StoredPlan:
    """Return one version, ready to serve."""
    table = schema.versions
    row = connection.execute(
        select(table.c.plan, table.c.source_text).where(table.c.plan_id == key[0], table.c.sha256 == key[1])
    ).one()
    plan: Plan = codec.decoder(Plan)({"source_text": row.source_text} | json.loads(row.plan))
    return StoredPlan(plan, _load_passages(connection, key), _load_facts(connection, key), _load_units(connection, key))


def count(connection: Connection, key: tuple[str, str]) -> tuple[int, int, int]:
    """Return how many sections, passages and facts a version has, without making a plan of it."""
    table = schema.versions
    plan = select(table.c.plan).where(table.c.plan_id == key[0], table.c.sha256 == key[1])
    waiting, sections = list(json.loads(connection.execute(plan).scalar_one()).get("sections", ())), 0
    while waiting:
        sections += 1
        waiting.extend(waiting.pop().get("children", ()))
    return sections, count_of(connection, schema.passages, key), count_of(connection, schema.facts, key)


def count_of(connection: Connection, table: Table, key: tuple[str, str]) -> int:
    """Return how many rows of a table a version has."""
    held = select(func.count()).select_from(table).where(table.c.plan_id == key[0], table.c.sha256 == key[1])
    return int(connection.execute(held).scalar_one())


def _load_passages(connection: Connection, key: tuple[str, str]) -> tuple[Passage, ...]:
    table = schema.passages
    rows = connection.execute(
        select(table).where(table.c.plan_id == key[0], table.c.sha256 == key[1]).order_by(table.c.ordinal)
    )
    return tuple(
        Passage(
            id=row.id,
            plan_id=row.plan_id,
            ordinal=row.ordinal,
            kind=SectionKind(row.kind),
            section=row.section,
            heading=row.heading,
            text=MappedText(row.text, tuple(map(tuple, json.loads(row.runs)))),
            footnotes=tuple(json.loads(row.footnotes)),
        )
        for row in rows
    )


def _load_facts(connection: Connection, key: tuple[str, str]) -> Facts:
    table = schema.facts
    rows = connection.execute(
        select(table.c.kind, table.c.data)
        .where(table.c.plan_id == key[0], table.c.sha256 == key[1])
        .order_by(table.c.ordinal)
    )
    grouped: dict[str, list[Any]] = {}
    for kind, data in rows:
        grouped.setdefault(kind, []).append(json.loads(data))
    result: Facts = codec.decoder(Facts)(grouped)
    return result


def _load_units(connection: Connection, key: tuple[str, str]) -> tuple[EvidenceUnit, ...]:
    table = schema.evidence
    units = connection.execute(
        select(table.c.units).where(table.c.plan_id == key[0], table.c.sha256 == key[1])
    ).scalar_one_or_none()
    return tuple(map(codec.decoder(EvidenceUnit), json.loads(units or "[]")))


def insert_all(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Add rows, some at a time."""
    for part in chunks(rows):
        connection.execute(insert(table), part)


def chunks(items: list[Any]) -> Iterable[list[Any]]:
    """Cut `items` into parts that fit in one statement."""
    return (items[at : at + _CHUNK] for at in range(0, len(items), _CHUNK))
