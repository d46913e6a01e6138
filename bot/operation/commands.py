"""The operator's commands: `python -m bot backup|restore`, and `--version`.

Exit codes as of `python -m bot`: 0 done; 1 the data failed; 2 a wrong command line.
"""

from __future__ import annotations

import argparse
import platform
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import knowledge
from bot.operation import words
from knowledge.errors import DataIncompatible
from knowledge.operation.archive import Manifest, back_up, restore
from knowledge.settings import Settings, load_settings

COMMANDS = ("backup", "restore")


def run(arguments: list[str]) -> None:
    """Run one command; its first argument is one of `COMMANDS`. Raises KnowledgeError, SystemExit."""
    options = _parser().parse_args(arguments)
    settings = load_settings()
    if options.command == "backup":
        _back_up(settings, options.file)
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


def _back_up(settings: Settings, file: Path | None) -> None:
    target = file or Path("backups") / f"so-tay-{datetime.now():%Y%m%d-%H%M%S}.tar.gz"
    manifest = back_up(settings.data_dir, target)
    print(words.SAVED.format(folder=settings.data_dir, file=target, size=_size(target.stat().st_size)))
    _print_stores(manifest)
    print(words.SECRETS)


def _restore(settings: Settings, file: Path) -> None:
    from knowledge.library import Library

    manifest = restore(file, settings.data_dir)
    print(words.RESTORED.format(folder=settings.data_dir, created=manifest.created, program=manifest.program))
    _print_stores(manifest)
    if not manifest.plans:
        return
    with Library.open(settings, notify=print) as library:
        plans = library.plans()
        if len(plans) != manifest.plans:
            raise DataIncompatible(words.PLANS_DIFFER.format(found=len(plans), plans=manifest.plans))
        library.search(plans[0].plan.header.title or plans[0].plan_id, 1)
        print(words.CHECKED.format(plans=len(plans), passages=sum(len(stored.passages) for stored in plans)))


def _print_stores(manifest: Manifest) -> None:
    for store in manifest.stores:
        rows = words.ROWS.format(rows=sum(store.rows.values())) if store.rows else ""
        print(words.STORE.format(name=store.name, size=_size(store.bytes), rows=rows))
    for name, why in manifest.left_out.items():
        print(words.LEFT_OUT.format(name=name, why=words.WHY.get(why, why)))


def _size(count: int) -> str:
    return f"{count / 1e6:.1f} MB" if count >= 1e5 else f"{count / 1e3:.1f} kB"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot")
    commands = parser.add_subparsers(dest="command", required=True, title=words.COMMANDS)
    saving = commands.add_parser("backup", help=words.BACKUP_HELP, description=words.BACKUP_HELP)
    saving.add_argument("file", nargs="?", type=Path, help=words.BACKUP_FILE)
    restoring = commands.add_parser("restore", help=words.RESTORE_HELP, description=words.RESTORE_HELP)
    restoring.add_argument("file", type=Path, help=words.RESTORE_FILE)
    return parser
