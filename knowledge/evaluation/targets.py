"""What an evaluation is pointed at: a file of questions, or a folder of questions with the documents they ask about.

    FOLDER/questions.jsonl    the questions
    FOLDER/documents/         the documents; or a file DOCUMENTS whose first line is the path of their folder, from here
    FOLDER/SEALED             marks questions that nobody who changes rules may see, here and in the folders below

Documents are put into a data folder of their own, a temporary one where none is to be kept.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from knowledge.errors import GoldError, KnowledgeError
from knowledge.evaluation.gold import GoldQuestion, load_gold
from knowledge.evaluation.report import Report
from knowledge.evaluation.run import ask_all, where
from knowledge.library import Library
from knowledge.settings import Settings

Notify = Callable[[str], None]

SEAL = "SEALED"
_QUESTIONS, _DOCUMENTS, _ELSEWHERE = "questions.jsonl", "documents", "DOCUMENTS"
_BESIDE = ("docs", "documents", ".")
"""Where the documents of a single line are sought, from its file on."""
_DEEPEST_SEAL = 4
"""Folders above a file in which a seal counts."""


class _Unreadable(GoldError):
    """The questions of a sealed target cannot be read; the message quotes none of them."""


@dataclass(frozen=True, slots=True)
class Target:
    """questions: the gold file; documents: the folder to put in first, None when the collection is there already."""

    name: str
    questions: Path
    documents: Path | None
    sealed: bool

    @property
    def missing(self) -> Path | None:
        """The folder of documents, when it is needed and is not there."""
        return self.documents if self.documents is not None and not self.documents.is_dir() else None


def find(path: Path) -> Target:
    """Return what `path` stands for. Raises GoldError when it is neither of the two forms."""
    if not path.is_dir():
        return Target(path.stem, path, None, is_sealed(path))
    questions = path / _QUESTIONS
    if not questions.is_file():
        raise GoldError(f"{path} holds no {_QUESTIONS}; name a file, or a folder with documents and questions")
    resolved = path.resolve()
    name = "/".join(part for part in resolved.parts[-2:] if part != resolved.anchor)
    return Target(name, questions, _documents(path), is_sealed(path))


def is_sealed(path: Path) -> bool:
    """Tell whether a seal lies in this folder, in that of this file, or in one of the next folders above."""
    resolved = path.resolve()
    folders = [resolved, *resolved.parents] if resolved.is_dir() else list(resolved.parents)
    return any((folder / SEAL).exists() for folder in folders[:_DEEPEST_SEAL])


def measure(
    target: Target, settings: Settings, keep: Path | None = None, today: date | None = None, notify: Notify = print
) -> Report:
    """Ask the target's questions and judge the replies.

    settings: of the collection that a plain file of questions asks; keep: the data folder in which a folder's
    documents stay for the next run (never those of a sealed one); today: as of which day to answer; notify: hears what
    the library says about its index, and of documents that could not be read.

    Raises GoldError and whatever opening a library raises.
    """
    if not target.sealed:
        return _measure(target, settings, keep, today, notify)
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)  # what is logged may name or quote a document
    try:
        return _measure(target, settings, None, today, _nothing)
    except KnowledgeError as error:
        reason = str(error) if isinstance(error, _Unreadable) else where(error)
    finally:
        logging.disable(before)
    raise GoldError(f"{target.name} is sealed and could not be measured: {reason}")


def _measure(target: Target, settings: Settings, keep: Path | None, today: date | None, notify: Notify) -> Report:
    gold = _load(target)
    reports = []
    for docs in dict.fromkeys(question.docs for question in gold):
        asked = [question for question in gold if question.docs == docs]
        with library_for(target, docs, settings, keep, notify) as library:
            reports.append(ask_all(asked, library, today=today))
    by_id = {ruling.question.id: ruling for report in reports for ruling in report.rulings}
    crashes = sum(report.crashes for report in reports)
    return Report(tuple(by_id[question.id] for question in gold), sealed=target.sealed, crashes=crashes)


def _load(target: Target) -> list[GoldQuestion]:
    try:
        return load_gold(target.questions)
    except GoldError as error:
        if not target.sealed:
            raise
        line = re.match(r"line \d+", str(error))  # what stands after it may be the question
    raise _Unreadable(f"{line.group()} is malformed" if line else "its questions cannot be read")


@contextmanager
def library_for(
    target: Target, docs: Sequence[str], settings: Settings, keep: Path | None, notify: Notify
) -> Iterator[Library]:
    """Open the collection that questions about `docs` (none: the target's own documents) are asked of."""
    paths = [_beside(target.questions, name) for name in docs]
    if not docs and target.documents is not None:
        paths = [target.documents]
    if not paths:
        with Library.open(settings, notify=notify) as library:
            yield library
        return
    with TemporaryDirectory(prefix="evaluate-") as temporary:
        kept = keep if keep is not None and not docs else Path(temporary)
        with Library.open(_moved(settings, kept), create=True, notify=notify) as library:
            _put_in(library, paths, notify)
            yield library


def _moved(settings: Settings, folder: Path) -> Settings:
    """Return the settings for a collection in another folder; an external database is never written to."""
    return settings.model_copy(update={"data_dir": folder.expanduser().absolute(), "database_url": None})


def _put_in(library: Library, paths: Sequence[Path], notify: Notify) -> None:
    """Make exactly these documents live."""
    reports = library.add_plans(paths)
    for report in reports:
        if report.error:
            notify(f"{report.path.name} is not in the collection: {report.error}")
    present = {report.plan_id for report in reports}
    for stored in library.plans():
        if stored.plan_id.partition("#")[0] not in present:
            library.remove_plan(stored.plan_id)


def _documents(folder: Path) -> Path:
    pointer = folder / _ELSEWHERE
    # where names do not differ by case, `DOCUMENTS` is the folder itself
    if pointer.is_file():
        return (folder / pointer.read_text(encoding="utf-8").splitlines()[0].strip()).resolve()
    return folder / _DOCUMENTS


def _beside(questions: Path, name: str) -> Path:
    """Return the file of a document that a line names by its stem (or by its whole name)."""
    for folder in (questions.parent / part for part in _BESIDE):
        found = sorted(path for path in folder.glob("*") if path.is_file() and name in (path.stem, path.name))
        if found:
            return found[0]
    raise GoldError(f"the document {name!r} lies neither beside {questions} nor in its folder docs; add it")


def _nothing(_text: str) -> None:
    """Say nothing: what is sealed stays unseen."""
