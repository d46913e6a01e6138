"""The five plans give the same header, outline, lists and deadlines as .docx, .odt, PDF and scan as they do as text."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from knowledge import contracts
from knowledge.ingestion import derive
from knowledge.readers import read
from tests.conftest import PLANS
from tests.knowledge.readers.plans_as_files import as_page, as_word, converted, names, printed, scanned

TODAY = date(2026, 11, 28)
_PLACES = ("start", "end", "quote", "page")


def facts(path: Path, name: str) -> dict[str, Any]:
    """Return what a file says, without the places at which it says it."""
    stored = derive(replace(read(path), plan_id=name), 900).stored
    header = contracts.plan_json(stored.plan, TODAY)
    header["legal_basis"] = [_placeless(cited) for cited in header["legal_basis"] or ()]
    return {
        **header,
        "deadlines": [_placeless(contracts.deadline_json(duty)) for duty in stored.facts.deadlines],
        "lists": [tuple(item.text for item in listed.items) for listed in stored.facts.no_lists],
    }


def _placeless(line: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in line.items() if key not in _PLACES}
    return {key: [_placeless(v) for v in value] if key == "citations" else value for key, value in kept.items()}


@pytest.mark.parametrize("name", names())
def test_as_word(name: str, tmp_path: Path) -> None:
    assert facts(as_word(name, tmp_path), name) == facts(PLANS / f"{name}.txt", name)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is missing")
@pytest.mark.parametrize("kind", ["odt", "pdf"])
@pytest.mark.parametrize("name", names())
def test_as_other_kinds(name: str, kind: str, tmp_path: Path) -> None:
    assert facts(converted(as_word(name, tmp_path), kind), name) == facts(PLANS / f"{name}.txt", name)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("chromium") is None, reason="Chromium is missing")
@pytest.mark.parametrize("name", names())
def test_as_printed_by_a_browser(name: str, tmp_path: Path) -> None:
    assert facts(printed(as_page(name, tmp_path)), name) == facts(PLANS / f"{name}.txt", name)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is missing")
@pytest.mark.parametrize("name", names())
def test_as_an_office_prints_it(name: str, tmp_path: Path) -> None:
    path = converted(as_word(name, tmp_path, like_an_office=True), "pdf")
    assert facts(path, name) == facts(PLANS / f"{name}.txt", name)


@pytest.mark.slow
@pytest.mark.skipif(not (shutil.which("soffice") and shutil.which("tesseract")), reason="tesseract is missing")
@pytest.mark.parametrize("name", names())
def test_as_a_scan(name: str, tmp_path: Path) -> None:
    """Every part, duty and date is found; single letters of a heading may be read wrong."""
    found = facts(scanned(converted(as_word(name, tmp_path), "pdf")), name)
    meant = facts(PLANS / f"{name}.txt", name)
    for field in ("number", "date", "place", "period", "doc_type", "signer"):
        assert found[field] == meant[field], field
    assert [item["number"] for item in found["outline"]] == [item["number"] for item in meant["outline"]]
    days = ("section", "recurrence", "day", "month", "year", "comparator")
    assert [[duty[key] for key in days] for duty in found["deadlines"]] == [
        [duty[key] for key in days] for duty in meant["deadlines"]
    ]
    assert [len(items) for items in found["lists"]] == [len(items) for items in meant["lists"]]
