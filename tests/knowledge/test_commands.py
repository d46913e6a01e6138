"""`python -m knowledge`: the JSON contracts, batches, errors and exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from knowledge import contracts
from knowledge.__main__ import app
from knowledge.library import Library
from knowledge.model import CitedDocument, Deadline, Header, Period, Plan, Section, SectionKind
from knowledge.text import clean

ROOT = Path(__file__).parent.parent.parent
QUESTION = "Khi nào nộp báo cáo 6 tháng?"

ANSWER_KEYS = ["id", "status", "text", "citations", "ms"]
CITATION_KEYS = ["plan", "number", "section", "quote", "start", "end"]
PLAN_KEYS = [
    "plan",
    "issuer",
    "parent",
    "number",
    "date",
    "place",
    "doc_type",
    "title",
    "period",
    "signer",
    "signer_role",
    "signed_for",
    "recipients",
    "legal_basis",
    "outline",
    "validity",
    "attached_to",
]
DEADLINE_KEYS = [
    "plan",
    "section",
    "who",
    "what",
    "to",
    "via",
    "channel",
    "format",
    "folded_into",
    "recurrence",
    "period",
    "comparator",
    "day",
    "month",
    "year",
    "inferred_year",
    "time",
    "until",
    "within",
    "exception",
    "quote",
    "start",
    "end",
]
STATUSES = {"answered", "not_specified", "not_found", "needs_unit", "smalltalk", "refused"}


def run(*arguments: object, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)


def lines(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture(scope="module")
def sources(library: Library) -> dict[str, str]:
    return {stored.plan_id: stored.plan.source_text for stored in library.plans()}


# -------------------------------------------------------------------------------------------------------------- ask


def test_ask_prints_what_the_person_reads(data_dir: Path) -> None:
    done = run("ask", QUESTION, "--unit", "dang-uy-so-gd-tphcm-2024", "--today", "2024-04-01", "--data-dir", data_dir)
    assert done.exit_code == 0
    assert "10/5" in done.stdout
    assert "**" not in done.stdout


def test_ask_as_json_quotes_verbatim(data_dir: Path, sources: dict[str, str]) -> None:
    (answer,) = lines(run("ask", QUESTION, "--json", "--data-dir", data_dir))
    assert list(answer) == ANSWER_KEYS
    assert answer["status"] in STATUSES
    assert answer["citations"]
    for citation in answer["citations"]:
        assert list(citation) == CITATION_KEYS
        assert sources[citation["plan"]][citation["start"] : citation["end"]] == citation["quote"]


def test_a_unit_can_be_named(data_dir: Path, library: Library) -> None:
    unit = library.units()[0]
    by_name = run("ask", QUESTION, "--unit", unit.name, "--data-dir", data_dir)
    assert by_name.stdout == run("ask", QUESTION, "--unit", unit.plan_id, "--data-dir", data_dir).stdout != ""


def test_an_unknown_unit_is_an_error_that_lists_them(data_dir: Path) -> None:
    done = run("ask", QUESTION, "--unit", "Sao Hỏa", "--data-dir", data_dir)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("knowledge: no unit goes by 'Sao Hỏa'; choose one of: ")


@pytest.mark.parametrize(
    "arguments", [["ask"], ["ask", "a", "--batch", "b"], ["ask", "a", "--today", "mai"], ["nothing"]]
)
def test_a_wrong_command_line_is_exit_code_2(data_dir: Path, arguments: list[str]) -> None:
    assert run(*arguments, *(["--data-dir", data_dir] if arguments[0] == "ask" else [])).exit_code == 2


def test_no_data_says_what_to_run(tmp_path: Path) -> None:
    for command in (["ask", "a"], ["plans"], ["deadlines"]):
        done = run(*command, "--data-dir", tmp_path / "none")
        assert (done.exit_code, done.stdout) == (1, "")
        assert "run `python ingest.py PATH...` first" in done.stderr


# ------------------------------------------------------------------------------------------------------------ batch

BATCH: list[dict[str, Any]] = [
    {"id": "b", "question": QUESTION, "scope": "dang-uy-so-gd-tphcm-2024"},
    {"id": "a", "question": "bao gio nop bao cao 6 thang", "scope": None},
    {"id": 7, "question": "thế còn báo cáo năm?", "scope": "dang-uy-so-gd-tphcm-2024", "history": [QUESTION]},
    {"id": "d", "question": "", "history": None},
    {"id": "e", "question": "\u0000🎉", "more": "is welcome"},
]


def batch_text(items: list[dict[str, Any]]) -> str:
    return "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items)


def test_a_batch_answers_in_order(data_dir: Path, tmp_path: Path, sources: dict[str, str]) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text("\ufeff" + batch_text(BATCH) + "\n\n", encoding="utf-8")
    answers = lines(run("ask", "--batch", path, "--data-dir", data_dir))
    assert [answer["id"] for answer in answers] == ["b", "a", "7", "d", "e"]
    for answer in answers:
        assert list(answer) == ANSWER_KEYS
        assert answer["status"] in STATUSES
        assert answer["ms"] > 0
        assert all(sources[c["plan"]][c["start"] : c["end"]] == c["quote"] for c in answer["citations"])
    assert {c["plan"] for c in answers[0]["citations"]} == {"dang-uy-so-gd-tphcm-2024"}


def test_half_a_character_anywhere_in_a_batch_stops_nothing(data_dir: Path) -> None:
    half = "\ud800"
    items: list[dict[str, Any]] = [
        {"id": half, "question": QUESTION, "scope": half, "history": [half]},
        {"id": "q", "question": f"{half} {QUESTION}"},
        {"id": "z", "question": QUESTION, "scope": "dang-uy-so-gd-tphcm-2024"},
    ]
    text = "".join(json.dumps(item) + "\n" for item in items)
    answers = lines(run("ask", "--batch", "-", "--data-dir", data_dir, stdin=text))
    assert [answer["id"] for answer in answers] == [half, "q", "z"]
    assert answers[0]["citations"] == []
    assert answers[2]["citations"]


def test_a_batch_from_standard_input(data_dir: Path) -> None:
    answers = lines(run("ask", "--batch", "-", "--data-dir", data_dir, stdin=batch_text(BATCH[:1]).encode()))
    assert [answer["id"] for answer in answers] == ["b"]


def test_an_empty_batch_has_no_answers(data_dir: Path) -> None:
    assert lines(run("ask", "--batch", "-", "--data-dir", data_dir, stdin="\n")) == []


def test_a_scope_that_no_unit_has_is_never_answered_from_another(data_dir: Path) -> None:
    item = {"id": "1", "question": QUESTION, "scope": "UBND tỉnh Cà Mau"}
    (answer,) = lines(run("ask", "--batch", "-", "--data-dir", data_dir, stdin=batch_text([item])))
    assert answer["status"] in {"not_found", "needs_unit"}
    assert answer["citations"] == []


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("{", "not JSON from character 2 on; write one object a line"),
        ("{'id': 1}", "not JSON from character 2 on"),
        ('{"id": ' + "9" * 5000 + "}", "too many digits"),
        ("[]", "must be an object"),
        ('{"question": "a"}', '"id" must be a string'),
        ('{"id": "1"}', '"question" must be a string'),
        ('{"id": "1", "question": 5}', '"question" must be a string'),
        ('{"id": "1", "question": "a", "scope": 5}', '"scope" must be'),
        ('{"id": "1", "question": "a", "history": "b"}', '"history" must be a list'),
        ('{"id": "1", "question": "a", "history": [{}]}', '"history" must be a list'),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_a_malformed_line_is_named_before_anything_is_answered(data_dir: Path, line: str, word: str) -> None:
    done = run("ask", "--batch", "-", "--data-dir", data_dir, stdin=batch_text(BATCH[:1]) + line + "\n")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "knowledge: standard input, line 2: " in done.stderr
    assert word in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("content", "word"), [(None, "cannot be read"), (b"\xff\xfe\xff", "not UTF-8")])
def test_a_batch_file_that_cannot_be_read(data_dir: Path, tmp_path: Path, content: bytes | None, word: str) -> None:
    path = tmp_path / "in.jsonl"
    if content is not None:
        path.write_bytes(content)
    done = run("ask", "--batch", path, "--data-dir", data_dir)
    assert done.exit_code == 1
    assert word in done.stderr


# -------------------------------------------------------------------------------------------------- plans, deadlines


def test_plans_as_json_have_every_key(data_dir: Path) -> None:
    plans = lines(run("plans", "--json", "--today", "2026-04-01", "--data-dir", data_dir))
    assert len(plans) == 5
    for plan in plans:
        assert [key for key in PLAN_KEYS if key not in plan] == []
        assert set(plan["validity"]) == {"from", "until", "status", "on"}
        assert all(set(item) == {"number", "title"} and item["title"] for item in plan["outline"])


def test_plans_as_text_have_a_line_each(data_dir: Path) -> None:
    done = run("plans", "--data-dir", data_dir)
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == sorted(
        path.stem for path in (ROOT / "knowledge" / "plans").glob("*.txt")
    )


def test_deadlines_as_json_quote_verbatim(data_dir: Path, sources: dict[str, str]) -> None:
    deadlines = lines(run("deadlines", "--json", "--data-dir", data_dir))
    assert len(deadlines) > 5
    for deadline in deadlines:
        assert [key for key in DEADLINE_KEYS if key not in deadline] == []
        assert sources[deadline["plan"]][deadline["start"] : deadline["end"]] == deadline["quote"]


def test_deadlines_as_text_have_a_readable_line_each(data_dir: Path, library: Library) -> None:
    printed = run("deadlines", "--data-dir", data_dir).stdout.splitlines()
    duties = library.deadlines()
    assert len(printed) == len(duties)
    for line, duty in zip(printed, duties, strict=True):
        assert line.startswith(f"{duty.plan_id} {duty.section}: ")
        assert "**" not in line
        assert (" | no date" in line) == (not duty.stated and not duty.within)
        assert (" → " in line) == bool(duty.to)


@pytest.mark.parametrize("command", [[], ["ask"], ["plans"], ["deadlines"], ["evaluate"]])
def test_help_is_there_in_short_and_long(command: list[str]) -> None:
    short, long = run(*command, "-h"), run(*command, "--help")
    assert short.exit_code == 0
    assert short.stdout == long.stdout


@pytest.mark.parametrize("command", [["plans"], ["deadlines"], ["deadlines", "--unit", "ubnd-quan-1-2023"]])
def test_looking_up_needs_no_model(data_dir: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]) -> None:
    usual = run(*command, "--data-dir", data_dir)
    monkeypatch.setenv("EMBEDDING_MODEL", "/nowhere/model")
    other = run(*command, "--data-dir", data_dir)
    assert (other.exit_code, other.stdout, other.stderr) == (0, usual.stdout, "")


def test_deadlines_of_one_unit(data_dir: Path) -> None:
    deadlines = lines(run("deadlines", "--json", "--unit", "ubnd-quan-1-2023", "--data-dir", data_dir))
    assert {deadline["plan"] for deadline in deadlines} == {"ubnd-quan-1-2023"}


def test_it_runs_as_a_module_and_survives_a_closed_pipe(data_dir: Path) -> None:
    command = f"{sys.executable} -m knowledge plans --json --data-dir {data_dir} | head -c 10"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, timeout=120, cwd=ROOT)
    assert len(done.stdout) == 10
    assert "Traceback" not in done.stderr


# --------------------------------------------------------------------------------------------------------- contracts

YEAR = Period(date(2023, 1, 1), date(2023, 12, 31))


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (None, None),
        (Period(None, None), None),
        (YEAR, "2023"),
        (Period(date(2018, 1, 1), date(2020, 12, 31)), "2018-2020"),
        (Period(date(2024, 3, 1), date(2024, 10, 31)), "2024-03-01/2024-10-31"),
        (Period(None, date(2020, 12, 31)), "../2020-12-31"),
    ],
)
def test_periods_are_short(period: Period | None, text: str | None) -> None:
    assert contracts.period_text(period) == text


@pytest.mark.parametrize(
    ("today", "status"),
    [("2022-12-31", "future"), ("2023-01-01", "current"), ("2023-12-31", "current"), ("2024-01-01", "past")],
)
def test_validity_on_a_day(today: str, status: str) -> None:
    assert contracts.validity_json(YEAR, date.fromisoformat(today)) == {
        "from": "2023-01-01",
        "until": "2023-12-31",
        "status": status,
        "on": today,
    }


def test_validity_without_a_period_is_unknown() -> None:
    validity = contracts.validity_json(None, date(2023, 1, 1))
    assert (validity["status"], validity["from"], validity["until"]) == ("unknown", None, None)


def test_the_outline_has_numbered_items_only_with_their_whole_path() -> None:
    long = "Các thôn tổ chức thực hiện phong trào thi đua " * 6
    bullet = Section(SectionKind.BULLET, "I.1", body=clean("không có số"))
    item = Section(SectionKind.ITEM, "I.1", "1", body=clean(long.strip()), children=(bullet,))
    part = Section(SectionKind.ITEM, "I", "I", heading=clean("MỤC ĐÍCH"), children=(item,))
    second = Section(SectionKind.ITEM, "II", "II", body=clean("Ngắn gọn."))
    found = contracts.outline(Plan("p", "", Header(), (part, second)))
    assert [entry["number"] for entry in found] == ["I", "I.1", "II"]
    assert [found[0]["title"], found[2]["title"]] == ["MỤC ĐÍCH", "Ngắn gọn."]
    assert long.startswith(found[1]["title"])
    assert 100 < len(found[1]["title"]) <= 120
    assert long[len(found[1]["title"])] == " "


def test_silence_is_null() -> None:
    line = contracts.plan_json(Plan("p", "", Header(), ()), date(2026, 1, 1))
    silent = {key: value for key, value in line.items() if key not in ("plan", "outline", "validity")}
    assert set(silent.values()) == {None}
    duty = contracts.deadline_json(Deadline("p", "1", None, "nộp báo cáo"))
    assert {duty[key] for key in ("day", "month", "year", "until", "quote", "start")} == {None}


def test_cited_documents_carry_their_proof() -> None:
    cited = CitedDocument("Kế hoạch", "1/KH", "2022", "UBND", None, True, ())
    line = contracts.plan_json(Plan("p", "", Header(legal_basis=(cited,)), ()), date(2026, 1, 1))
    assert list(line["legal_basis"][0]) == [
        "kind",
        "number",
        "date",
        "issuer",
        "subject",
        "section",
        "quote",
        "start",
        "end",
    ]
