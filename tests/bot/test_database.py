"""The bot's file: one of an earlier version gets what it lacks, and one that cannot be used says so."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Column, Table

import bot.app  # noqa: F401 - declares every table
from bot.memory import Base, StateError
from bot.memory.state import Asked, State


def columns() -> list[Column[object]]:
    """Return every column that a later version could have added."""
    tables: list[Table] = Base.metadata.sorted_tables
    return [column for table in tables for column in table.columns
            if not column.primary_key and (column.nullable or column.default is not None)]  # fmt: skip


def test_every_row_stands_in_the_memory() -> None:
    modules = {mapper.class_.__module__ for mapper in Base.registry.mappers}
    assert {".".join(module.split(".")[:2]) for module in modules} == {"bot.memory"}


def older(path: Path, table: Table, without: Column[object]) -> None:
    """Make the file of a version that didn't know a column."""
    State(path).close()
    with closing(sqlite3.connect(path)) as file:
        for index in table.indexes:
            if without.name in index.columns:
                file.execute(f"DROP INDEX {index.name}")
        file.execute(f"ALTER TABLE {table.name} DROP COLUMN {without.name}")
        file.commit()


def shape(path: Path) -> dict[str, set[tuple[object, ...]]]:
    """Return name, type and whether it may be NULL of every column, and every index."""
    with closing(sqlite3.connect(path)) as file:
        names = [name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        told = {name: {row[1:4] for row in file.execute(f"PRAGMA table_info({name})")} for name in names}
        told["indexes"] = set(file.execute("SELECT name, tbl_name FROM sqlite_master WHERE type = 'index'"))
    return told


@pytest.mark.parametrize("column", columns(), ids=str)
def test_a_file_that_lacks_a_column_gets_it(tmp_path: Path, column: Column[object]) -> None:
    State(tmp_path / "new.db").close()
    older(tmp_path / "old.db", column.table, column)
    assert shape(tmp_path / "old.db") != shape(tmp_path / "new.db")
    State(tmp_path / "old.db").close()
    assert shape(tmp_path / "old.db") == shape(tmp_path / "new.db")


def test_what_is_kept_stays(tmp_path: Path) -> None:
    state = State(tmp_path / "bot.db")
    number = state.add_question(Asked(1, "khi nào?", None), 5)
    state.set_unit(1, "an-binh")
    state.close()
    with closing(sqlite3.connect(tmp_path / "bot.db")) as file:
        file.execute("ALTER TABLE chats DROP COLUMN choosing")
        file.execute("ALTER TABLE questions DROP COLUMN reply_id")
        file.commit()
    state = State(tmp_path / "bot.db")
    assert (state.unit(1), state.choosing(1)) == ("an-binh", False)
    state.set_reply(number, 9)
    assert state.answered(1, 5) == ("khi nào?", 9)
    state.close()


def test_a_file_that_cannot_be_made_to_fit_is_named(tmp_path: Path) -> None:
    state = State(tmp_path / "bot.db")
    state.add_question(Asked(1, "khi nào?", None), 5)
    state.close()
    with closing(sqlite3.connect(tmp_path / "bot.db")) as file:
        file.execute("ALTER TABLE questions DROP COLUMN status")
        file.commit()
    with pytest.raises(StateError, match=r"bot\.db.*đổi tên tệp"):
        State(tmp_path / "bot.db")
