"""The operator's commands: `python -m bot status|backup|restore|move|person|code`, and `--version`.

Exit codes as of `python -m bot`: 0 done; 1 the data failed; 2 a wrong command line.
"""

from __future__ import annotations

import argparse
import platform
from collections.abc import Callable
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from sqlalchemy import Engine

import knowledge
from bot import words
from bot.access import READER, Access
from bot.memory import STEPS, Database, StateError, file_engine, server_engine
from bot.memory.state import MEMORY
from bot.operation import as_json, as_text, status
from bot.privacy import PersonalData
from bot.privacy import as_json as person_json
from bot.screen import name_line
from knowledge.corrections.store import FILE as CORRECTIONS_FILE
from knowledge.corrections.store import Corrections
from knowledge.errors import DataIncompatible, DataMissing
from knowledge.operation.archive import CATALOG_FILE, Manifest, back_up, restore
from knowledge.operation.moving import move, move_catalog, move_corrections
from knowledge.settings import Settings, load_settings

_NAME = "so-tay-"
COMMANDS = ("status", "backup", "restore", "move", "person", "code")


def run(arguments: list[str]) -> None:
    """Run one command; its first argument is one of `COMMANDS`. Raises KnowledgeError, SystemExit."""
    options = _parser().parse_args(arguments)
    settings = load_settings()
    if options.command == "status":
        found = status(settings)
        print(as_json(found) if options.json else as_text(found))
    elif options.command == "backup":
        _back_up(settings, options.file, options.keep)
    elif options.command == "person":
        _person(settings, options)
    elif options.command == "code":
        _code(settings, options.name)
    elif options.command == "move":
        _move(settings, options.to, options.only)
    else:
        _restore(settings, options.file)


def version_line() -> str:
    """Return the program's version, with those of what most depends on the machine."""
    return words.VERSION.format(
        version=knowledge.__version__,
        python=platform.python_version(),
        telegram=_installed("python-telegram-bot"),
        chromadb=_installed("chromadb"),
    )


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "?"


def _back_up(settings: Settings, file: Path | None, keep: int | None) -> None:
    name = f"{_NAME}{datetime.now():%Y%m%d-%H%M%S}.tar.gz"
    file = file or Path("backups")
    target = file if file.name.endswith(".tar.gz") else file / name
    elsewhere: dict[str, Callable[[Path], object]] = {}
    if settings.database_url:
        elsewhere[CATALOG_FILE] = lambda copy: move_catalog(settings, f"sqlite:///{copy}")
    if settings.server_url:
        elsewhere[MEMORY] = lambda copy: move_memory(settings, copy)
        if Corrections(settings).all():
            elsewhere[CORRECTIONS_FILE] = lambda copy: move_corrections(settings, copy)
    manifest = back_up(settings.data_dir, target, elsewhere)
    print(words.SAVED.format(folder=settings.data_dir, file=target, size=_size(target.stat().st_size)))
    _print_stores(manifest)
    print(words.SECRETS)
    for old in sorted(target.parent.glob(f"{_NAME}*.tar.gz"))[:-keep] if keep else ():
        old.unlink()
        print(words.DROPPED.format(file=old))


def _move(settings: Settings, url: str, only: str | None) -> None:
    moved = {}
    if only != "memory":
        moved[words.STORE_NAMES["catalog"]] = move_catalog(settings, url) | move_corrections(settings, url)
    if only == "memory" or (only is None and is_kept(settings)):
        moved[words.STORE_NAMES["memory"]] = move_memory(settings, url)
    for name, tables in moved.items():
        print(words.STORE_MOVED.format(name=name, rows=sum(tables.values()), tables=len(tables)))
    print(words.MOVED)


def _person(settings: Settings, options: argparse.Namespace) -> None:
    """Tell, hand out or delete what is kept about a person who asks the office instead of the bot."""
    database = _memory(settings)
    try:
        person = _one_person(Access(database), options.who)
        held = PersonalData(database).export(person)
        for table, rows in held.items():
            print(words.PERSON_ROWS.format(table=table, rows=len(rows)))
        if options.export is not None:
            options.export.write_bytes(person_json(held))
            options.export.chmod(0o600)
        if options.delete:
            PersonalData(database).forget(person)
            print(words.PERSON_GONE)
    finally:
        database.close()


def _one_person(access: Access, who: str) -> int:
    """Return the number of whom a number, a name or a code means. Raises StateError for nobody and for several."""
    found = access.named(who)
    if len(found) == 1:
        return found[0][0]
    if not found:
        raise StateError(words.PERSON_UNKNOWN.format(who=who))
    raise StateError(words.PERSON_SEVERAL.format(who=who, numbers=", ".join(str(number) for number, _ in found)))


def _memory(settings: Settings) -> Database:
    """Open the memory. Raises StateError where there is none: an empty one would pass for another."""
    if not is_kept(settings):
        raise StateError(words.NO_MEMORY.format(path=settings.data_dir / MEMORY))
    return Database(settings.data_dir / MEMORY, settings.server_url)


def _code(settings: Settings, name: str) -> None:
    """Let somebody into the reading room where no administrator can be written to."""
    database = _memory(settings)
    try:
        code = Access(database).give_code(READER.format(name=name_line(name)[:80]))
    finally:
        database.close()
    print(words.CODE.format(name=name, code=code))


def _restore(settings: Settings, file: Path) -> None:
    from knowledge.library import Library

    manifest = restore(file, settings.data_dir)
    print(words.RESTORED.format(folder=settings.data_dir, created=manifest.created, program=manifest.program))
    _print_stores(manifest)
    if not manifest.plans:
        return
    here = settings.model_copy(update={"database_url": None})
    with Library.open(here, notify=print) as library:
        plans = library.plans()
        if len(plans) != manifest.plans:
            raise DataIncompatible(words.PLANS_DIFFER.format(found=len(plans), plans=manifest.plans))
        library.search(plans[0].plan.header.title or plans[0].plan_id, 1)
        print(words.CHECKED.format(plans=len(plans), passages=sum(len(stored.passages) for stored in plans)))
    if settings.database_url:
        print(words.MOVE_ON)


def _print_stores(manifest: Manifest) -> None:
    for store in manifest.stores:
        rows = words.ROWS.format(rows=sum(store.rows.values())) if store.rows else ""
        print(words.STORE.format(name=store.name, size=_size(store.bytes), rows=rows))
    for name, why in manifest.left_out.items():
        print(words.LEFT_OUT.format(name=name, why=words.WHY.get(why, why)))


def _size(count: int) -> str:
    return f"{count / 1e6:.1f} MB" if count >= 1e5 else f"{count / 1e3:.1f} kB"


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot")
    commands = parser.add_subparsers(dest="command", required=True, title=words.COMMANDS)
    telling = commands.add_parser("status", help=words.STATUS_HELP, description=words.STATUS_HELP)
    telling.add_argument("--json", action="store_true", help=words.JSON_HELP)
    saving = commands.add_parser("backup", help=words.BACKUP_HELP, description=words.BACKUP_HELP)
    saving.add_argument("file", nargs="?", type=Path, help=words.BACKUP_FILE)
    saving.add_argument("--keep", type=_count, metavar="N", help=words.KEEP_HELP)
    moving = commands.add_parser("move", help=words.MOVE_HELP, description=words.MOVE_HELP)
    moving.add_argument("--to", required=True, metavar="URL", help=words.MOVE_TO)
    moving.add_argument("--only", choices=("catalog", "memory"), help=words.MOVE_ONLY)
    person = commands.add_parser("person", help=words.PERSON_HELP, description=words.PERSON_HELP)
    person.add_argument("who", help=words.PERSON_WHO)
    person.add_argument("--export", type=Path, metavar="FILE", help=words.PERSON_EXPORT)
    person.add_argument("--delete", action="store_true", help=words.PERSON_DELETE)
    coding = commands.add_parser("code", help=words.CODE_HELP, description=words.CODE_HELP)
    coding.add_argument("name", help=words.CODE_NAME)
    restoring = commands.add_parser("restore", help=words.RESTORE_HELP, description=words.RESTORE_HELP)
    restoring.add_argument("file", type=Path, help=words.RESTORE_FILE)
    return parser


# ---------------------------------------------------------------------------------------------------- moving the memory


def is_kept(settings: Settings) -> bool:
    """Tell whether there is a memory."""
    return settings.server_url is not None or (settings.data_dir / MEMORY).exists()


def move_memory(settings: Settings, target: str | Path) -> dict[str, int]:
    """Copy the memory to a server (by its URL) or into a file, both empty; return the rows of each table.

    Raises DataMissing, DataUnwritable (the target holds something), DataIncompatible, StateError.
    """
    if not is_kept(settings):
        raise DataMissing(f"there is no {MEMORY} in {settings.data_dir}")
    Database(settings.data_dir / MEMORY, settings.server_url).close()  # which brings it up
    source = memory_engine(settings)
    if isinstance(target, Path):
        target.touch(mode=0o600)
    to = file_engine(target) if isinstance(target, Path) else server_engine(target)
    try:
        if source.url == to.url:
            raise DataIncompatible("the memory is there already")
        return move(source, to, STEPS)
    finally:
        source.dispose()
        to.dispose()


def memory_engine(settings: Settings) -> Engine:
    """Return what reads the memory where these settings keep it, one state of it in each transaction."""
    if settings.server_url is None:
        return file_engine(settings.data_dir / MEMORY)
    return server_engine(settings.server_url).execution_options(isolation_level="REPEATABLE READ")
