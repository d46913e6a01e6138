"""Folders of documents with questions, cases with documents of their own, sealed folders: `knowledge evaluate`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from knowledge.__main__ import app
from knowledge.errors import GoldError
from knowledge.evaluation import targets
from knowledge.evaluation.targets import find, is_sealed, measure
from knowledge.library import Library
from tests.conftest import settings_for
from tests.knowledge.invented import PLAN_TEXT

STEM = "kh-xa-an-hoa"
QUESTION = "Các thôn gửi báo cáo 6 tháng trước ngày nào?"
DUTY = "Các thôn gửi báo cáo kết quả 6 tháng về Văn phòng Ủy ban nhân dân xã trước ngày 20 tháng 6 năm 2026."


def question(**changes: Any) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "id": "s-001",
        "question": QUESTION,
        "lang": "vi",
        "style": "chat",
        "scope": STEM,
        "type": "hạn nộp",
    }
    fields |= {"answerable": True, "plans": [STEM], "evidence": [{"plan": STEM, "quote": DUTY}]}
    fields |= {"must_include": ["20/6|20 tháng 6"], "must_not_include": [], "expect": "answer"}
    return fields | changes


def case(**changes: Any) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "id": "c1",
        "kind": "reading",
        "docs": [STEM],
        "question": QUESTION,
        "history": [],
        "expected": "20/6",
    }
    return fields | {"key": "20/6|20 tháng 6"} | changes


def write_gold(path: Path, *lines: dict[str, Any]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return path


def write_document(folder: Path, name: str = f"{STEM}.txt", deadline: str = "20") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(PLAN_TEXT.format(deadline=deadline), encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one document and two questions, of which the second is wrong about the date."""
    home = tmp_path / "gold" / "first"
    write_document(home / "documents")
    write_gold(home / "questions.jsonl", question(), question(id="s-002", must_include=["27/6|27 tháng 6"]))
    return home


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["evaluate", *map(str, arguments)])


# ---------------------------------------------------------------------------------------------------- open ones


def test_a_folder_brings_its_own_documents(folder: Path, tmp_path: Path) -> None:
    result = run(folder, "--fails", "5")
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("gold/first\naccuracy                 50.0%  1/2\n")
    assert "FAIL s-002 [hạn nộp]" in result.stdout
    assert "evidence in citation 1  100.0%  2/2" in result.stdout
    assert not (tmp_path / "data").exists(), "the collection of the data folder is left alone"


def test_several_folders_give_a_total_and_json_a_line_each(folder: Path, tmp_path: Path) -> None:
    second = tmp_path / "gold" / "second"
    write_document(second / "documents")
    write_gold(second / "questions.jsonl", question(id="t-1"))
    result = run(folder, second, "--json")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(line["name"], line["n"]) for line in lines] == [("gold/first", 2), ("gold/second", 1), ("total", 3)]
    assert lines[2]["accuracy"] == pytest.approx(2 / 3, abs=1e-4)
    assert lines[0]["kind"] == {"hạn nộp": [1, 2]}
    assert lines[0]["false_denials"] == [0, 2]


def test_documents_can_lie_elsewhere_and_are_skipped_aloud_when_they_do_not(folder: Path, tmp_path: Path) -> None:
    (folder / "documents").rename(tmp_path / "elsewhere")
    (folder / "DOCUMENTS").write_text("../../elsewhere\n", encoding="utf-8")
    assert "50.0%  1/2" in run(folder).stdout
    (tmp_path / "elsewhere").rename(tmp_path / "gone")
    result = run(folder, "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == {"name": "gold/first", "skipped": "its documents are not here"}
    assert "gold/first is skipped" in result.stderr


def test_documents_are_kept_on_request_and_what_is_gone_is_taken_out(folder: Path, tmp_path: Path) -> None:
    target, kept = find(folder), tmp_path / "kept"
    write_document(folder / "documents", "kh-khac.txt", deadline="25")
    assert measure(target, settings_for(tmp_path / "none"), kept).right == 1
    (folder / "documents" / "kh-khac.txt").unlink()
    write_document(folder / "documents", deadline="27")
    assert [r.right for r in measure(target, settings_for(tmp_path / "none"), kept).rulings] == [False, True]
    with Library.open(settings_for(kept), browse=True) as library:
        assert [stored.plan_id for stored in library.plans()] == [STEM]


def test_a_case_is_asked_of_its_own_documents(tmp_path: Path) -> None:
    write_document(tmp_path / "cases" / "docs")
    path = write_gold(tmp_path / "cases" / "cases.jsonl", case(), case(id="c2", key="NOT:20/6|20 tháng 6"))
    result = run(path, "--json", "--fails", "3", "--today", "2026-11-28")
    figures = json.loads(result.stdout)
    assert (figures["name"], figures["accuracy"], figures["kind"]) == ("cases", 0.5, {"reading": [1, 2]})
    assert [failure["id"] for failure in figures["failures"]] == ["c2"]


def test_a_case_without_its_document_and_a_folder_without_questions(tmp_path: Path) -> None:
    write_document(tmp_path / "cases" / "docs")
    path = write_gold(tmp_path / "cases" / "cases.jsonl", case(docs=["x9"]))
    assert "'x9'" in run(path).stderr
    result = run(tmp_path / "cases")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "holds no questions.jsonl" in result.stderr


def test_a_document_that_cannot_be_read_is_named(folder: Path) -> None:
    (folder / "documents" / "broken.txt").write_bytes(b"\x00\x01\x02")
    assert "broken.txt is not in the collection" in run(folder).stderr


# ------------------------------------------------------------------------------------------------------- sealed

SECRETS = ("s-001", "s-002", STEM, "An Hòa", "Các thôn", "báo cáo 6 tháng", "hạn nộp", "27/6", "FAIL")


@pytest.fixture
def sealed(folder: Path) -> Path:
    (folder / "SEALED").write_text("Opened by nobody who changes rules.\n", encoding="utf-8")
    return folder


def assert_nothing_leaks(result: Result) -> None:
    shown = result.stdout + result.stderr + repr(result.exception)
    leaked = [secret for secret in SECRETS if secret in shown]
    assert leaked == []


@pytest.mark.parametrize("options", [(), ("--json",), ("--fails", "9"), ("--json", "--fails", "9")])
def test_a_sealed_folder_gives_totals_only(sealed: Path, options: tuple[str, ...]) -> None:
    result = run(sealed, *options)
    assert result.exit_code == 0
    assert "0.5" in result.stdout or "50.0%  1/2" in result.stdout
    assert_nothing_leaks(result)


def test_its_questions_are_sealed_for_themselves_and_below_a_seal(sealed: Path) -> None:
    assert is_sealed(sealed / "questions.jsonl")
    (sealed / "SEALED").rename(sealed.parent / "SEALED")
    assert find(sealed).sealed
    assert not is_sealed(sealed.parent.parent)


def test_a_total_over_a_sealed_folder_is_sealed(sealed: Path, tmp_path: Path) -> None:
    other = tmp_path / "gold" / "other"
    write_document(other / "documents")
    write_gold(other / "questions.jsonl", question(id="o-1", type="mở"))
    lines = [json.loads(line) for line in run(sealed, other, "--json", "--fails", "2").stdout.splitlines()]
    assert ["kind" in line for line in lines] == [False, True, False]


def test_the_documents_of_a_sealed_folder_are_not_kept(sealed: Path, tmp_path: Path) -> None:
    assert run(sealed, "--data-dir", tmp_path / "kept").exit_code == 0
    assert not (tmp_path / "kept").exists()


@pytest.mark.parametrize("spoilt", ["line", "document", "field"])
def test_no_complaint_about_a_sealed_folder_quotes_it(
    sealed: Path, spoilt: str, caplog: pytest.LogCaptureFixture
) -> None:
    if spoilt == "document":
        (sealed / "documents" / f"{STEM}-2.txt").write_bytes(b"\x00\x01\x02")
        assert_nothing_leaks(run(sealed))
        return
    bad = question(id="s-003", lang="Các thôn") if spoilt == "field" else {"id": "s-003 Các thôn"}
    write_gold(sealed / "questions.jsonl", question(), bad)
    result = run(sealed)
    assert result.exit_code == 1
    assert "sealed and could not be measured: line 2 is malformed" in result.stderr
    assert_nothing_leaks(result)
    assert STEM not in caplog.text


def test_a_crash_at_a_sealed_question_is_counted_not_quoted(sealed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_given: object, **_named: object) -> None:
        raise ValueError("Các thôn")

    monkeypatch.setattr(Library, "ask", fail)
    result = run(sealed, "--fails", "3")
    assert "crashes                 2" in result.stdout
    assert_nothing_leaks(result)


def test_a_failure_to_open_a_sealed_collection_is_told_without_its_words(
    sealed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object, **_named: object) -> None:
        raise GoldError(f"document {STEM}")

    monkeypatch.setattr(targets, "_put_in", fail)
    result = run(sealed)
    assert result.exit_code == 1
    assert_nothing_leaks(result)
