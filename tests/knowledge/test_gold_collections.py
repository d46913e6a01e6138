"""The questions over many documents: verbatim evidence, satisfiable conditions, a spread worth measuring on.

Of the sealed ones only numbers are looked at, so that no failing test prints a question.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

import pytest

from knowledge.evaluation import Expect, GoldQuestion, load_gold
from knowledge.evaluation.judge import readable
from knowledge.evaluation.targets import Target, find
from knowledge.model import Language

GOLD = Path(__file__).parents[1] / "gold"
OPEN = sorted(path for path in (GOLD / "collections").iterdir() if path.is_dir())
SEALED = sorted(path for path in (GOLD / "sealed").iterdir() if path.is_dir())


def squash(text: str) -> str:
    """Leave out what a person does not read: white space, markup, the shape of quotation marks, case."""
    plain = unicodedata.normalize("NFC", text).replace("*", "")
    return re.sub(r"\s+", "", re.sub("[“”„]", '"', plain)).lower()


def opened(folder: Path) -> Target:
    target = find(folder)
    if target.missing is not None:
        pytest.skip(f"no folder {target.missing}")
    return target


@cache
def documents(folder: Path) -> dict[str, str]:
    target = find(folder)
    return {p.stem: squash(p.read_text(encoding="utf-8")) for p in (target.documents or folder).iterdir()}


@cache
def questions(folder: Path) -> list[GoldQuestion]:
    return load_gold(find(folder).questions)


def faults(folder: Path) -> list[str]:
    """Return what is wrong with the questions of a folder."""
    sources = documents(folder)
    found = []
    for question in questions(folder):
        named = {*question.plans, *question.plans_ok, *([question.scope] if question.scope else [])}
        found += [f"{question.id}: no document {name}" for name in sorted(named - set(sources))]
        for piece in question.evidence:
            if squash(piece.quote) not in sources.get(piece.plan_id, ""):
                found.append(f"{question.id}: not in {piece.plan_id}: {piece.quote}")
        if question.expect is Expect.ANSWER and not (question.must_include and question.evidence):
            found.append(f"{question.id}: an answer without conditions cannot be wrong")
        if question.claim is None and question.expect is Expect.ANSWER:
            proof = readable(" … ".join(piece.quote for piece in question.evidence))
            found += [
                f"{question.id}: the evidence itself is forbidden" for p in question.must_not_include if p.search(proof)
            ]
    return found


@pytest.mark.parametrize("folder", OPEN, ids=lambda folder: folder.name)
def test_evidence_is_verbatim_and_conditions_can_be_met(folder: Path) -> None:
    opened(folder)
    assert faults(folder) == []


@pytest.mark.parametrize("folder", SEALED, ids=lambda folder: folder.name)
def test_the_same_of_the_sealed_ones_which_bear_a_seal(folder: Path) -> None:
    number = len(faults(folder))
    assert number == 0
    assert find(folder).sealed
    assert find(folder / "questions.jsonl").sealed


def test_open_collections_bear_no_seal() -> None:
    assert [folder.name for folder in OPEN if find(folder).sealed] == []


def test_ids_are_unique_over_all_collections() -> None:
    ids = [question.id for folder in (*OPEN, *SEALED) for question in questions(folder)]
    assert len(set(ids)) == len(ids)


def test_no_document_is_both_open_and_sealed() -> None:
    shown = {path.stem for folder in OPEN for path in (folder / "documents").glob("*")}
    hidden = {path.stem for folder in SEALED for path in (folder / "documents").glob("*")}
    shared = len(shown & hidden)
    assert shared == 0
    assert len(hidden) >= 15


def test_sizes() -> None:
    hidden = sum(len(questions(folder)) for folder in SEALED)
    assert hidden >= 600
    assert sum(len(questions(folder)) for folder in OPEN) + hidden >= 3000
    every = [question for folder in (*OPEN, *SEALED) for question in questions(folder)]
    assert sum(bool(question.history) for question in every) >= 300
    assert sum(question.claim is not None for question in every) >= 300
    five, more = 5, 8
    assert sum(len(list((folder / "documents").glob("*"))) for folder in (*OPEN, *SEALED)) + five + more >= 60


@pytest.mark.parametrize("folders", [OPEN, SEALED], ids=["open", "sealed"])
def test_the_spread(folders: list[Path]) -> None:
    gold = [question for folder in folders for question in questions(folder)]

    def share(kept: list[bool]) -> float:
        return sum(kept) / len(gold)

    assert share([q.language is Language.VI_PLAIN or q.style == "abbrev" for q in gold]) >= 0.31
    assert share([q.language is Language.EN for q in gold]) >= 0.14
    assert share([q.style == "spoken" for q in gold]) >= 0.22
    assert share([q.expect is not Expect.ANSWER for q in gold]) >= 0.22
    assert share([q.near_miss for q in gold]) >= 0.11
    assert share([bool(q.history) for q in gold]) >= 0.085
    claims = [q.claim for q in gold if q.claim is not None]
    assert len(claims) / len(gold) >= 0.08
    assert 0.4 <= claims.count(False) / len(claims) <= 0.6
