"""Put plans into the collection: `python ingest.py [--data-dir D] [--if-missing] PATH...`, files or folders.

`python ingest.py --watch FOLDER` puts nothing in: what arrives there waits for the bot's administrators to approve it.

Prints one line a document, and how many there were. Exit code 0 only when every file went in (or was there unchanged),
1 when one failed, 130 or 143 when stopped by a signal. Files go in batch by batch, each whole or not at all; after a
stop the same command goes on where it was.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from knowledge.errors import KnowledgeError
from knowledge.settings import Settings, load_settings

if TYPE_CHECKING:
    from knowledge.intake import PlanReport


_STOPPED = "stopped; the collection is whole, with as many of these files as were done; run this again for the others"
_TELL = 30.0  # seconds between two lines on progress where no bar can be drawn

app = typer.Typer(
    add_completion=False, pretty_exceptions_enable=False, context_settings={"help_option_names": ["-h", "--help"]}
)


def _path(text: str) -> Path:
    """Take a path from the command line; an empty one (an unset variable) would mean this folder."""
    if not text:
        raise typer.BadParameter("the path is empty")
    return Path(text)


@app.command()
def main(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATH...", parser=_path, help="Plans to read: files, or folders of files."),
    ] = None,
    data_dir: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", parser=_path, help="Where the data lives; DATA_DIR when not given."),
    ] = None,
    if_missing: Annotated[bool, typer.Option(help="Read only those whose content was never there.")] = False,
    watch: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", parser=_path, help="Let what arrives there wait for the administrators."),
    ] = None,
    supersede: Annotated[
        bool, typer.Option(help="A document that is stored under another name, with another text, makes way.")
    ] = False,
) -> None:
    """Read plans, index them and make them live together."""
    if bool(paths) == bool(watch):
        raise typer.BadParameter("give PATH..., or --watch FOLDER")
    try:
        settings = load_settings(data_dir=data_dir)
        if watch:
            _watch(watch, settings)
            return
        paths = paths or []
        if if_missing and not (paths := _missing(paths, settings)):
            return
        reports = _ingest(paths, settings, supersede)
    except KnowledgeError as error:
        _complain(str(error))
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        _complain(_STOPPED)
        raise typer.Exit(130) from None
    for report in reports:
        _show(report)
    if len(reports) > 1:
        counted = Counter(report.status.value for report in reports)
        typer.echo(f"{len(reports)} documents: " + ", ".join(f"{count} {status}" for status, count in counted.items()))
    raise typer.Exit(1 if any(report.error for report in reports) else 0)


def _watch(folder: Path, settings: Settings) -> None:
    from bot.memory import StateError
    from bot.publishing.watch import watch

    if not folder.is_dir():
        raise typer.BadParameter(f"{folder} is no folder")
    try:
        watch(folder, settings, _complain)
    except StateError as error:
        _complain(str(error))
        raise typer.Exit(1) from None


def _missing(paths: list[Path], settings: Settings) -> list[Path]:
    from knowledge.files import missing

    return missing(paths, settings)


def _ingest(paths: list[Path], settings: Settings, supersede: bool) -> list[PlanReport]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    from knowledge.library import Library

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[pace]}"))
    with (
        Library.open(settings, create=True, notify=lambda text: console.print(text, markup=False)) as library,
        Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar,
    ):
        tasks = {stage: bar.add_task(stage, total=None, visible=False, pace="") for stage in ("read", "embed", "index")}
        began = told = time.monotonic()

        def advance(stage: str, done: int, total: int) -> None:
            nonlocal told
            now = time.monotonic()
            pace = _pace(done, total, now - began) if stage == "read" else ""
            bar.update(tasks[stage], completed=done, total=total, visible=total > 0, pace=pace)
            if pace and not console.is_terminal and now - told > _TELL:
                told = now
                _complain(f"{done} of {total} files, {pace}")

        return library.add_plans(paths, on_progress=advance, supersede=supersede)


def _pace(done: int, total: int, seconds: float) -> str:
    """Return how many files a minute and how long the others will take; nothing before the first is done."""
    if not done or seconds <= 0:
        return ""
    left = (total - done) * seconds / done
    return f"{done * 60 / seconds:.0f} a minute, {left / 60:.0f} minutes left"


def _show(report: PlanReport) -> None:
    if report.error:
        _complain(report.error)
        return
    counts = f"{report.sections} sections, {report.passages} passages, {report.facts} facts"
    warned = f", {len(report.warnings)} warnings" if report.warnings else ""
    typer.echo(f"{report.status.value:<9} {report.plan_id}: {counts}{warned}")
    for warning in report.warnings:
        typer.echo(f"          warning: {warning}")


def _complain(message: str) -> None:
    typer.echo(f"ingest: {message}".encode("utf-8", "backslashreplace").decode(), err=True)  # any file name


def _stop(_number: int, _frame: object) -> None:
    """End at once on SIGTERM: nothing is live before its one transaction, and the next run tidies up."""
    _complain(_STOPPED)
    sys.stderr.flush()
    os._exit(143)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, _stop)
    app()
