"""`python -m knowledge source`: the text in which every offset counts, whatever kind of file a plan came in."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from ingest import app as ingest
from tests.knowledge.pdf_files import Sheet
from tests.knowledge.readers.test_decoding import windows_1258
from tests.knowledge.test_commands import lines, run
from tests.knowledge.word_files import para, word

PLAN = (
    "ỦY BAN NHÂN DÂN\nXÃ SÔNG TRONG\nSố: 12/KH-UBND\nSông Trong, ngày 02 tháng 02 năm 2026\nKẾ HOẠCH\n"
    "Trồng cây xanh năm 2026\nCăn cứ Kế hoạch số 5/KH-UBND ngày 01/01/2026 của Ủy ban nhân dân huyện về trồng cây;\n"
    "I. NỘI DUNG\n1. Các thôn báo cáo kết quả về Văn phòng trước ngày 15/5/2026.\n"
    "II. TỔ CHỨC THỰC HIỆN\n1. Hội Nông dân gửi danh sách trước ngày 20/6/2026.\nCHỦ TỊCH\nNguyễn Văn An\n"
)


@pytest.fixture(scope="module")
def of_all_kinds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder with one plan in the kinds of file that need no other program; the last has pages."""
    folder = tmp_path_factory.mktemp("kinds")
    text = PLAN.splitlines()
    (folder / "text.txt").write_bytes(("\ufeff" + PLAN.replace("\n", "\r\n")).encode())
    (folder / "wide.txt").write_bytes(PLAN.replace("12/KH", "13/KH").encode("utf-16"))
    (folder / "old.txt").write_bytes(windows_1258(PLAN.replace("12/KH", "14/KH")))
    (folder / "word.docx").write_bytes(word(*map(para, text)))
    (folder / "web.html").write_text("".join(f"<p>{line}</p>" for line in text), encoding="utf-8")
    sheet = Sheet()
    for at, line in enumerate(text):
        if at == 7:
            sheet.turn()
        sheet.line(line)
    (folder / "paged.pdf").write_bytes(sheet.bytes())
    done = CliRunner().invoke(ingest, ["--data-dir", str(folder / "data"), str(folder)])
    assert done.exit_code == 0, done.stderr
    return folder / "data"


def test_offsets_count_in_what_source_prints(of_all_kinds: Path) -> None:
    options = ("--json", "--data-dir", of_all_kinds)
    quoted = lines(run("deadlines", *options))
    plans = lines(run("plans", *options))
    quoted += [{"plan": plan["plan"], **cited} for plan in plans for cited in plan["legal_basis"]]
    quoted += [
        cited
        for plan in plans
        for cited in lines(run("ask", "Hội Nông dân gửi danh sách khi nào?", "--unit", plan["plan"], *options))[0][
            "citations"
        ]
    ]
    printed = {plan["plan"]: run("source", plan["plan"], "--data-dir", of_all_kinds).stdout_bytes for plan in plans}
    assert len(printed) == 6
    for line in quoted:
        assert printed[line["plan"]].decode()[line["start"] : line["end"]] == line["quote"]
        assert ("page" in line) == (line["plan"] == "paged")
    assert {line["plan"] for line in quoted} == set(printed)
    assert {line["page"] for line in quoted if line["plan"] == "paged"} == {1, 2}


def test_the_source_of_no_plan_is_an_error(of_all_kinds: Path) -> None:
    done = run("source", "huyện Không Có", "--data-dir", of_all_kinds)
    assert (done.exit_code, done.stdout) == (1, "")
