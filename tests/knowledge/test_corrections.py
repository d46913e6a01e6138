"""What an administrator corrects holds wherever the document comes in, and is said to be theirs beside the plan's."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from knowledge.__main__ import app
from knowledge.answering.verify import verify
from knowledge.corrections import REMOVED, UNDATED, Correction, place_of
from knowledge.corrections.store import FILE, Corrections
from knowledge.errors import CitationError, CorrectionError
from knowledge.library import Library
from knowledge.model import Answer, Deadline, StoredPlan
from knowledge.operation.archive import back_up, restore
from knowledge.settings import Settings
from tests.conftest import settings_for
from tests.knowledge.invented import plan_text

NAME = "xa-an-hoa-2026"
TODAY = date(2026, 4, 1)
WHEN = "Khi nào các thôn nộp báo cáo 6 tháng?"
WRITTEN = "trước ngày 10 tháng 6 năm 2026"
MARK = "đã được quản trị viên sửa ngày "


@pytest.fixture
def library(small: Settings) -> Iterator[Library]:
    with Library.open(small) as library:
        yield library


def stored(library: Library) -> StoredPlan:
    found = library.plan(NAME)
    assert found is not None
    return found


def duty(library: Library) -> Deadline:
    return next(each for each in stored(library).facts.deadlines if each.section == "II.1")


def corrected(library: Library, said: str = "20/6/2026") -> Deadline:
    library.correct(NAME, place_of(duty(library)), said, keep=True)
    return duty(library)


def ask(library: Library, question: str = WHEN) -> Answer:
    return library.ask(question, unit=NAME, today=TODAY)


# ------------------------------------------------------------------------------------------------------------- answers


def test_a_corrected_date_answers_marked_beside_the_plans_words(library: Library) -> None:
    assert "10/6/2026" in ask(library).text
    before = library.generation
    library.correct(NAME, place_of(duty(library)), "20/6/2026", keep=False)
    assert "20/6" not in ask(library).text  # it was only shown
    assert (corrected(library).day, duty(library).comparator) == (20, "trước")
    answer = ask(library)
    today = f"{library.today().day:02d}/"
    assert f"rước ngày 20/6/2026 ({MARK}{today}" in answer.text
    assert f"văn bản ghi: “{WRITTEN}”)" in answer.text
    assert all(WRITTEN in each.quote for each in answer.citations)  # the quote stays the plan's
    verify(answer, {NAME: stored(library)})
    assert library.generation != before  # answers that were kept are none any more


def test_a_value_of_an_administrator_proves_nothing_unless_it_is_said_to_be_theirs(library: Library) -> None:
    corrected(library)
    answer = ask(library)
    part = replace(answer.parts[0], lead="Trước ngày 20/6/2026.", items=(), derived=())
    with pytest.raises(CitationError, match="20"):
        verify(replace(answer, parts=(part,)), {NAME: stored(library)})


def test_words_that_are_quoted_are_noted_to_be_corrected(library: Library) -> None:
    corrected(library)
    answer = ask(library, "Các thôn gửi báo cáo về đâu?")
    assert WRITTEN in answer.text
    assert MARK in answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Ngày 20/7 phải nộp gì?", "Trước ngày 20/7/2026 (" + MARK),
        ("Tháng 7 có việc gì phải nộp?", "rước ngày 20/7/2026 (" + MARK),
        ("Hạn nộp báo cáo 6 tháng là 10/6 phải không?", "Không phải. Văn bản nêu trước 20/7/2026 (" + MARK),
        ("Báo cáo 6 tháng nộp trước ngày 20/7 đúng không?", "Đúng."),
        ("Nộp báo cáo 6 tháng ngày 25/7 có trễ không?", "20/7/2026 (" + MARK),
        ("When is the six-month report due?", "Before 20 July 2026 (corrected by an administrator on "),
        ("Còn bao nhiêu ngày nữa đến hạn nộp báo cáo 6 tháng?", "109 ngày"),
    ],
)
def test_what_is_asked_of_a_date_follows_the_correction(library: Library, question: str, told: str) -> None:
    corrected(library, "20/7/2026")
    answer = ask(library, question)
    assert told in answer.text
    assert MARK in answer.text or "corrected by an administrator" in answer.text
    verify(answer, {NAME: stored(library)})


@pytest.mark.parametrize(
    ("field", "said", "question", "shown"),
    [
        ("number", "15/KH-UBND", "Kế hoạch số mấy?", "15/KH-UBND**"),
        ("date", "ngày 6 tháng 3 năm 2026", "Kế hoạch ban hành ngày nào?", "06/3/2026"),
        ("issuer", "ỦY BAN NHÂN DÂN XÃ AN HÒA ĐÔNG", "Ai ban hành kế hoạch?", "XÃ AN HÒA ĐÔNG"),
        ("title", "Thực hiện phong trào năm 2027", "Tên đầy đủ của kế hoạch là gì?", "phong trào năm 2027"),
        ("period", "2026-2028", "Kế hoạch áp dụng giai đoạn nào?", "2026-2028"),
    ],
)
def test_a_corrected_field_answers_marked(library: Library, field: str, said: str, question: str, shown: str) -> None:
    library.correct(NAME, field, said, keep=True)
    answer = ask(library, question)
    assert shown.replace("**", "") in answer.text
    assert MARK in answer.text
    verify(answer, {NAME: stored(library)})


def test_a_year_that_is_inferred_follows_the_corrected_period(library: Library, tmp_path: Path) -> None:
    path = tmp_path / f"{NAME}.txt"
    path.write_text(plan_text().replace(" tháng 6 năm 2026", "/6"), encoding="utf-8")
    library.add_plans([path])
    assert duty(library).inferred_year == 2026
    library.correct(NAME, "period", "2027", keep=True)
    assert duty(library).inferred_year == 2027


def test_a_duty_is_said_to_have_no_date_or_to_be_none(library: Library) -> None:
    place = place_of(duty(library))
    library.correct(NAME, place, UNDATED, keep=True)
    assert (duty(library).day, duty(library).month, duty(library).until) == (None, None, None)
    assert f"hông có ngày cụ thể ({MARK}" in ask(library).text
    library.correct(NAME, place, REMOVED, keep=True)
    assert "II.1" not in [each.section for each in stored(library).facts.deadlines]
    library.correct(NAME, place, None, keep=True)
    assert duty(library).corrected is None
    assert library.corrections() == ()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("10/11/2026", (10, 11, 2026, "trước")),
        ("ngày 10 tháng 11 năm 2026", (10, 11, 2026, "trước")),
        ("chậm nhất 10-11-2026", (10, 11, 2026, "chậm nhất")),
        ("vào ngày 5.7.2026", (5, 7, 2026, "vào")),
        ("15/7", (15, 7, None, "trước")),
        ("quý III năm 2026", (None, None, 2026, None)),
        ("tháng 9/2026", (None, 9, 2026, "trước")),
    ],
)
def test_times_are_read_in_ordinary_forms(library: Library, said: str, told: tuple[object, ...]) -> None:
    new = corrected(library, said)
    assert (new.day, new.month, new.year) == told[:3]
    assert new.comparator in (told[3], "trước")


@pytest.mark.parametrize(
    "said",
    [
        "",
        "mai",
        "31/4/2026",
        "10/6/2026 và 10/7/2026",
        "x" * 500,
        "12/12 tổ",
        "10/11 hộ dân",
        "10/11/2026 hoặc khi xong",
    ],
)
def test_what_is_no_time_is_refused(library: Library, said: str) -> None:
    with pytest.raises(CorrectionError):
        corrected(library, said)


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("date", "10/11"),
        ("date", "ngày mai"),
        ("date", "10/11/2026 và sau đó"),
        ("period", "01/01/2026 đến 30/6/2026 hộ"),
        ("number", "không rõ"),
        ("period", "2027-2026"),
        ("title", " "),
    ],
)
def test_what_is_no_such_field_is_refused(library: Library, field: str, said: str) -> None:
    with pytest.raises(CorrectionError):
        library.correct(NAME, field, said, keep=True)
    with pytest.raises(CorrectionError, match="no such duty"):
        library.correct(NAME, "nowhere", "10/11/2026", keep=True)


# ------------------------------------------------------------------------------------------------------------ survival


def test_it_survives_whatever_reads_the_text_again(small: Settings, tmp_path: Path) -> None:
    path = tmp_path / f"{NAME}.txt"
    path.write_text(plan_text(), encoding="utf-8")
    with Library.open(small) as library:
        corrected(library)
        library.add_plans([path])  # the same file again
        assert duty(library).day == 20
        path.write_text(plan_text() + "\n\nGhi chú thêm ở cuối văn bản.\n", encoding="utf-8")
        library.add_plans([path])  # a later text of the same document
        assert duty(library).day == 20
        (tmp_path / "ten-khac.txt").write_text(plan_text(), encoding="utf-8")
        again = library.preview(library.read_document("ten-khac.txt", (tmp_path / "ten-khac.txt").read_bytes()))
        assert [each.deadline.day for each in again.duties if each.deadline.section == "II.1"] == [20]
        path.write_text(plan_text("15"), encoding="utf-8")
        library.add_plans([path])  # this text says something else
        assert (duty(library).day, duty(library).corrected) == (15, None)
        path.write_text(plan_text(), encoding="utf-8")
        library.add_plans([path])
        assert duty(library).day == 20
    (small.data_dir / "catalog.sqlite3").unlink()
    with Library.open(small, create=True) as library:  # as the message of a damaged catalog advises
        library.add_plans([path])
        assert duty(library).day == 20


def test_a_text_without_issuer_or_number_is_known_by_its_words(library: Library, tmp_path: Path) -> None:
    silent = plan_text().replace("ỦY BAN NHÂN DÂN\nXÃ AN HÒA\n-------\n", "").replace("Số: 12/KH-UBND", "Số:    /KH")
    path = tmp_path / f"{NAME}.txt"
    path.write_text(silent, encoding="utf-8")
    library.add_plans([path])
    assert stored(library).plan.header.number is None
    library.correct(NAME, "number", "99/KH-UBND", keep=True)
    library.add_plans([path])
    assert stored(library).plan.header.number == "99/KH-UBND"
    assert "do quản trị viên bổ sung ngày" in ask(library, "Kế hoạch số mấy?").text
    path.write_text(silent.replace("tháng 6", "tháng 7"), encoding="utf-8")
    library.add_plans([path])
    assert stored(library).plan.header.number is None


def test_another_process_is_seen_and_an_operator_takes_it_back(small: Settings, library: Library) -> None:
    with Library.open(small) as other:
        corrected(other)
    assert duty(library).day == 20
    arguments = ["--data-dir", str(small.data_dir)]
    listed = CliRunner().invoke(app, ["corrections", "--json", *arguments])
    (line,) = map(json.loads, listed.output.splitlines())
    assert (line["written"], line["value"]) == (WRITTEN, "20/6/2026")
    assert line["what"].startswith(f"{NAME} II.1: ")
    told = CliRunner().invoke(app, ["deadlines", "--json", *arguments])
    assert next(each["corrected"] for each in map(json.loads, told.output.splitlines()) if "corrected" in each) == {
        "number": line["number"], "on": library.today().isoformat(), "written": WRITTEN,
    }  # fmt: skip
    gone = CliRunner().invoke(app, ["corrections", "--undo", str(line["number"]), *arguments])
    assert (gone.exit_code, gone.output) == (0, "")
    assert duty(library).day == 10
    again = CliRunner().invoke(app, ["corrections", "--undo", str(line["number"]), *arguments])
    assert (again.exit_code, "no correction number" in again.output) == (1, True)


def keeps_six(folder: Path, name: str) -> None:
    """Keep corrections of six documents, by two threads that open the new store at once."""
    store = Corrections(settings_for(folder))

    def keep(number: int) -> None:
        text = f"{name} {number}"
        store.add(Correction(0, text, text, "title", None, "Tên", "x", TODAY))

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(keep, range(6)))
    store.close()


@pytest.mark.slow  # two processes
def test_whoever_keeps_the_first_ones_at_once_keeps_them_all(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib; from tests.knowledge.test_corrections import keeps_six; "
        "print(flush=True); sys.stdin.readline(); keeps_six(pathlib.Path(sys.argv[1]), sys.argv[2])"
    )
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path), name],
            cwd=Path(__file__).parents[2],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in "ab"
    ]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    for process in processes:
        process.communicate(timeout=180)
    assert [process.returncode for process in processes] == [0, 0]
    kept = {each.document for each in Corrections(settings_for(tmp_path)).all()}
    assert kept == {f"{name} {number}" for name in "ab" for number in range(6)}


def test_an_archive_holds_it(small: Settings, library: Library, tmp_path: Path) -> None:
    corrected(library)
    manifest = back_up(small.data_dir, tmp_path / "a.tar.gz")
    assert FILE in [store.name for store in manifest.stores]
    restore(tmp_path / "a.tar.gz", tmp_path / "there")
    assert [each.value for each in Corrections(settings_for(tmp_path / "there")).all()] == ["20/6/2026"]


def test_a_briefing_says_whose_it_is(library: Library) -> None:
    from knowledge.briefing import Request

    corrected(library)
    library.correct(NAME, "number", "15/KH-UBND", keep=True)
    lines = [line.text for line in library.brief(Request((NAME,), None, 30), TODAY).every_line()]
    assert any(f"20/6/2026 ({MARK}" in line for line in lines)
    assert any(line.startswith(f"15/KH-UBND ({MARK}") for line in lines)
