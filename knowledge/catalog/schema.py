"""Tables of the catalog.

A `versions` row is one file's content as a plan; a generation points at the versions it holds, and the only row of
`live` points at the generation that serves. Versions that no generation holds any more are kept: they are a plan's
history, and `arrivals` has a row for each time that one of them became live.
"""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

SCHEMA_VERSION = 1

metadata = MetaData()

meta = Table("meta", metadata, Column("key", String(64), primary_key=True), Column("value", Text, nullable=False))

versions = Table(
    "versions",
    metadata,
    Column("plan_id", String(255), primary_key=True),
    Column("sha256", String(64), primary_key=True),
    Column("source_text", Text, nullable=False),
    Column("page_starts", Text, nullable=False),
    Column("warnings", Text, nullable=False),
    Column("plan", Text, nullable=False),
    Column("known_as", String(64), index=True),  # see `Entry.known_as`; null for what went in before it was noted
)


arrivals = Table(
    "arrivals",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("plan_id", String(255), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("at", String(40), nullable=False),
    ForeignKeyConstraint(
        ["plan_id", "sha256"], ["versions.plan_id", "versions.sha256"], name="arrivals_version", ondelete="CASCADE"
    ),
)


def _owned_by_version(name: str) -> tuple[Column[str], Column[str], ForeignKeyConstraint]:
    return (
        Column("plan_id", String(255), primary_key=True),
        Column("sha256", String(64), primary_key=True),
        ForeignKeyConstraint(
            ["plan_id", "sha256"], ["versions.plan_id", "versions.sha256"], name=f"{name}_version", ondelete="CASCADE"
        ),
    )


passages = Table(
    "passages",
    metadata,
    *_owned_by_version("passages"),
    Column("ordinal", Integer, primary_key=True),
    Column("id", String(300), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("section", Text, nullable=False),
    Column("heading", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("runs", Text, nullable=False),
    Column("footnotes", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)

facts = Table(
    "facts",
    metadata,
    *_owned_by_version("facts"),
    Column("ordinal", Integer, primary_key=True),
    Column("kind", String(32), nullable=False),
    Column("section", Text),
    Column("start", Integer),
    Column("end", Integer),
    Column("data", Text, nullable=False),
)

evidence = Table(  # one row a version: its units are read and written together
    "evidence", metadata, *_owned_by_version("evidence"), Column("units", Text, nullable=False)
)

served = Table(  # one row a version: what the plan is served from, made of the rows above and by what made it
    "served",
    metadata,
    *_owned_by_version("served"),
    Column("made_by", String(64), nullable=False),
    Column("digest", LargeBinary, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

embeddings = Table(
    "embeddings",
    metadata,
    Column("model", String(255), primary_key=True),
    Column("text_hash", String(64), primary_key=True),
    Column("vector", LargeBinary, nullable=False),
)

generations = Table(
    "generations",
    metadata,
    Column("name", String(255), primary_key=True),
    Column("model", String(255), nullable=False),
    Column("rules", String(255), nullable=False),
    Column("passages", Integer, nullable=False),
    Column("created", String(40), nullable=False),
)

generation_plans = Table(
    "generation_plans",
    metadata,
    Column("generation", String(255), ForeignKey("generations.name", ondelete="CASCADE"), primary_key=True),
    Column("plan_id", String(255), primary_key=True),
    Column("sha256", String(64), nullable=False),
    ForeignKeyConstraint(["plan_id", "sha256"], ["versions.plan_id", "versions.sha256"], name="generation_version"),
)

live = Table(
    "live",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1"), primary_key=True, autoincrement=False),
    Column("generation", String(255), ForeignKey("generations.name"), nullable=False),
)
