"""`python -m knowledge ask|plans|deadlines|source|corrections|evaluate`: the collection from the command line.

Results go to standard output, errors to standard error in English with what to do; exit code 0 or 1 (2 for a wrong
command line).
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from knowledge import contracts
from knowledge.errors import BriefingError, CorrectionError, KnowledgeError
from knowledge.library import Library
from knowledge.model import Deadline
from knowledge.settings import load_settings

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    help="Ask and inspect the plans.",
    context_settings={"help_option_names": ["-h", "--help"]},
)

AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]
DataDir = Annotated[Path | None, typer.Option(help="Where the data lives; DATA_DIR when not given.")]
Unit = Annotated[str | None, typer.Option(metavar="ID", help="Only this plan (id, or a unit's name).")]
Today = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Answer as on this day.")]


@app.command()
def ask(
    question: Annotated[str | None, typer.Argument(help="The question, in Vietnamese or English.")] = None,
    unit: Unit = None,
    today: Today = None,
    as_json: AsJson = False,
    why: Annotated[bool, typer.Option("--why", help="How the answer came about, as JSON.")] = False,
    batch: Annotated[str | None, typer.Option(metavar="FILE", help='Questions as JSON lines; "-" reads stdin.')] = None,
    data_dir: DataDir = None,
) -> None:
    """Answer one question, or a file of them."""
    if (question is None) == (batch is None):
        raise typer.BadParameter("give either a QUESTION or --batch FILE")
    with _library(data_dir) as library:
        day = _day(today)
        if batch is not None:
            _ask_batch(library, batch, library.unit_id(unit) if unit else None, day)
            return
        if why:
            _print_json(library.why(question or "", unit=library.unit_id(unit) if unit else None, today=day))
            return
        began = time.perf_counter()
        answer = library.ask(question or "", unit=library.unit_id(unit) if unit else None, today=day)
        if as_json:
            _print_json(contracts.answer_json(answer, None, (time.perf_counter() - began) * 1000, library.page_of))
        else:
            typer.echo(answer.text)


@app.command()
def plans(as_json: AsJson = False, today: Today = None, data_dir: DataDir = None) -> None:
    """List the plans with what their headers say."""
    with _library(data_dir, browse=True) as library:
        day = _day(today) or library.today()
        for stored in library.plans():
            line = contracts.plan_json(stored.plan, day)
            if as_json:
                _print_json(line)
            else:
                typer.echo(_plan_line(line))


@app.command()
def deadlines(as_json: AsJson = False, unit: Unit = None, data_dir: DataDir = None) -> None:
    """List the duties to report, send, register or finish something."""
    with _library(data_dir, browse=True) as library:
        for deadline in library.deadlines(library.unit_id(unit) if unit else None):
            if as_json:
                _print_json(contracts.deadline_json(deadline, library.page_of))
            else:
                typer.echo(_deadline_line(deadline))


@app.command()
def source(
    plan: Annotated[str, typer.Argument(metavar="PLAN", help="A plan (id, or a unit's name).")],
    data_dir: DataDir = None,
) -> None:
    """Print the text in which the offsets of a plan's citations count, in UTF-8 and with nothing added."""
    with _library(data_dir, browse=True) as library:
        found = library.plan(plan) or library.plan(library.unit_id(plan))
        text = found.plan.source_text if found else ""
        # half a character, which UTF-8 cannot hold, is one sign here as in the offsets
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()


@app.command()
def brief(
    out: Annotated[Path, typer.Option(metavar="FILE", help="Where to write it: .docx, .pptx or .pdf.")],
    plan: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="A plan (id, or a unit's name); repeat it.")
    ] = None,
    topic: Annotated[str | None, typer.Option(metavar="WORDS", help="What to tell first.")] = None,
    minutes: Annotated[int, typer.Option(metavar="N", help="How long the briefing takes: 15, 30 or 45.")] = 30,
    today: Today = None,
    data_dir: DataDir = None,
) -> None:
    """Write a hand-out or slides about plans (all of them without --plan), every line with a footnote."""
    from knowledge.briefing import Request

    with _library(data_dir, browse=True) as library:
        chosen = tuple(name if library.plan(name) else library.unit_id(name) for name in plan or ())
        made = library.brief(Request(chosen, topic, minutes), _day(today))
        content = library.brief_file(made, out.name)
        try:
            out.write_bytes(content)
        except OSError as error:
            raise BriefingError(f"cannot write {out}: {error.strerror or error}") from None


@app.command()
def evaluate(
    gold: Annotated[list[Path], typer.Argument(metavar="GOLD.jsonl|FOLDER...")],
    as_json: AsJson = False,
    fails: Annotated[int, typer.Option(metavar="N", min=0, help="Show up to N failed questions of each.")] = 0,
    today: Today = None,
    data_dir: DataDir = None,
) -> None:
    """Ask every question of gold files and print how the answers did.

    A file is asked of the collection in the data folder. A FOLDER with `documents/` and `questions.jsonl` brings its
    own documents; they are put into a temporary data folder, or into one under --data-dir that stays for the next run.
    """
    from knowledge.evaluation.command import Wish, run

    with _told():
        wish = Wish(as_json=as_json, failures=fails, keep=data_dir, today=_day(today))
        run(gold, load_settings(data_dir=data_dir), wish, typer.echo, _notify)


@app.command()
def corrections(
    as_json: AsJson = False,
    undo: Annotated[
        int | None, typer.Option(metavar="N", help="Take number N back: what was read holds again.")
    ] = None,
    data_dir: DataDir = None,
) -> None:
    """List what administrators have corrected in plans, or take a correction back."""
    with _library(data_dir, browse=True) as library:
        if undo is not None and not library.undo_correction(undo):
            raise CorrectionError(f"there is no correction number {undo}")
        for each in library.corrections():
            line = asdict(each) | {"on": each.on.isoformat()}
            if as_json:
                _print_json(line)
            else:
                typer.echo(f"{each.number}: {each.what} | {each.place} | {each.written} -> {each.value} | {each.on}")


@app.command()
def move(
    to: Annotated[str, typer.Option(metavar="URL", help="The database to fill, as DATABASE_URL would name it.")],
    data_dir: DataDir = None,
) -> None:
    """Copy the catalog of the data folder into another database, and check every row."""
    from knowledge.operation.moving import move_catalog, move_corrections

    try:
        settings = load_settings(data_dir=data_dir)
        for table, rows in (move_catalog(settings, to) | move_corrections(settings, to)).items():
            typer.echo(f"{table}: {rows} rows")
        typer.echo("moved and compared; set DATABASE_URL to use it")
    except KnowledgeError as error:
        typer.echo(f"knowledge: {error}", err=True)
        raise typer.Exit(1) from None


def _ask_batch(library: Library, source: str, unit: str | None, today: date | None) -> None:
    from knowledge.batch import read_batch

    for item in read_batch(source):
        began = time.perf_counter()
        answer = library.ask(item.question, unit=item.scope or unit, history=item.history, today=today)
        _print_json(contracts.answer_json(answer, item.id, (time.perf_counter() - began) * 1000, library.page_of))


@contextmanager
def _library(data_dir: Path | None, *, browse: bool = False) -> Iterator[Library]:
    """Open the library for a command."""
    with _told(), Library.open(load_settings(data_dir=data_dir), notify=_notify, browse=browse) as library:
        yield library


@contextmanager
def _told() -> Iterator[None]:
    """Turn an expected failure into one line on standard error."""
    try:
        yield
    except KnowledgeError as error:
        typer.echo(f"knowledge: {error}", err=True)
        raise typer.Exit(1) from None
    except BrokenPipeError:
        sys.stderr.close()  # the reader has gone (`| head`); nothing to say, nobody to say it to
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        raise typer.Exit(130) from None


def _notify(text: str) -> None:
    typer.echo(f"knowledge: {text}", err=True)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise typer.BadParameter(f"--today must be a date such as 2026-03-31, not {text!r}") from None


def _print_json(line: dict[str, Any]) -> None:
    import json

    # half a character (an id may hold one) cannot be written as UTF-8, but as the escape that it came from
    typer.echo(json.dumps(line, ensure_ascii=False).encode("utf-8", "backslashreplace").decode())


def _plan_line(line: dict[str, Any]) -> str:
    parts = (line["number"], line["issuer"], line["title"], f"{line['period']} ({line['validity']['status']})")
    return f"{line['plan']}: " + " | ".join(str(part) for part in parts if part)


def _deadline_line(duty: Deadline) -> str:
    """Return a duty on one line: place, what, when, how often or for which period, who and to whom."""
    who = f"{duty.who or ''} → {duty.to}" if duty.to else duty.who
    parts = (duty.what, duty.stated or duty.within or "no date", duty.recurrence or duty.period, who)
    line = f"{duty.plan_id} {duty.section}: " + " | ".join(part for part in parts if part)
    return " ".join(line.replace("**", "").split())


if __name__ == "__main__":
    app()
