"""Words that were read doubtfully and corrected: the plan is read with them, and says whose they are."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pptx import Presentation
from typer.testing import CliRunner

from knowledge.__main__ import app
from knowledge.answering.verify import verify
from knowledge.briefing import Request, bullets, caution
from knowledge.briefing.writers import write
from knowledge.corrections import REMOVED
from knowledge.corrections.wording import Doubt, doubts, shown
from knowledge.errors import CorrectionError
from knowledge.library import Library
from knowledge.model import RawDocument, StoredPlan
from knowledge.settings import Settings
from tests.knowledge.briefing import files
from tests.knowledge.invented import plan_text

SCAN, LIVE = "ban-quet", "xa-an-hoa-2026"
RIGHT = "2. Mỗi thôn đăng ký ít nhất 01 mô hình “Dân vận khéo” về bảo vệ nguồn nước."
READ = "2. Mỗi thdn đăng ky it nhat 01 mo hình “Dân van khéo” vé bao vé nguon nưóc."
DUE = "trước ngày 10 tháng 6 năm 2026."
TEXT = plan_text().replace(RIGHT, READ).replace("Số: 12/", "Số: 21/")
WARNINGS = (
    "page 1 was read from a picture, 80 % sure",
    f"page 1, 52 % sure: “{READ}”",
    f"page 2, 61 % sure: “{DUE.replace('năm', 'nắm')}”",  # as it was before it was mended
    "page 2, 40 % sure: “không còn ở đâu trong văn bản này nữa”",
)
ASKED = "Mỗi thôn đăng ký mấy mô hình về bảo vệ nguồn nước?"


def scan(text: str = TEXT) -> RawDocument:
    return RawDocument(SCAN, text, "5" * 64, (0, text.index("II. TỔ")), WARNINGS)


@pytest.fixture
def library(small: Settings) -> Iterator[Library]:
    with Library.open(small) as library:
        library.put_document(scan())
        yield library


def stored(library: Library, plan_id: str = SCAN) -> StoredPlan:
    found = library.plan(plan_id)
    assert found is not None
    return found


def doubted(library: Library, at: int = 0) -> Doubt:
    return doubts(stored(library).plan)[at]


def correct(library: Library, said: str | None = RIGHT, at: int = 0, *, keep: bool = True) -> StoredPlan:
    return library.correct(SCAN, doubted(library, at).place, said, keep=keep).stored


def test_lines_in_doubt_are_found_where_they_stand(library: Library) -> None:
    plan = stored(library).plan
    first, second = doubts(plan)  # what stands nowhere can't be corrected
    assert [plan.source_text[each.start : each.end] for each in (first, second)] == [READ, DUE]
    assert (first.page, first.sure, first.was, second.page) == (1, 52, None, 2)


def test_answers_search_and_quotes_use_the_words_and_say_whose_they_are(library: Library) -> None:
    assert correct(library, keep=False).plan.amended
    assert RIGHT not in stored(library).plan.source_text  # it was only shown
    before = library.generation
    correct(library)
    assert library.generation != before
    plan = stored(library).plan
    (amended,) = plan.amended
    assert plan.source_text == TEXT.replace(READ, RIGHT)
    assert (plan.source_text[amended.start : amended.end], amended.was.written) == (RIGHT, READ)
    assert plan.as_read() == (TEXT, scan().page_starts)
    assert plan.page_of(plan.source_text.index("II. TỔ")) == 2
    answer = library.ask(ASKED, unit=SCAN)
    assert "nguồn nước" in answer.text
    assert "đã được quản trị viên sửa ngày" in answer.text
    assert f"văn bản ghi: “{READ}”" in answer.text
    verify(answer, {SCAN: stored(library)})
    assert RIGHT[3:] in library.search("mô hình bảo vệ nguồn nước", 1, (SCAN,))[0].passage.text.text
    other = library.ask("Các thôn gửi báo cáo 6 tháng về đâu?", unit=SCAN)
    assert "quản trị viên" not in other.text


def test_a_hand_out_says_whose_they_are(library: Library) -> None:
    correct(library)
    told = library.brief(Request(plan_ids=(SCAN,), minutes=30))
    notes = [line.note for line in told.every_line() if line.note and "nguồn nước" in line.note.quote]
    assert notes
    assert all(f"văn bản ghi: “{READ}”" in note.place for note in notes)


def test_facts_are_read_from_the_words(library: Library) -> None:
    correct(library, "trước ngày 20 tháng 6 năm 2026.", at=1)
    (duty,) = [each for each in stored(library).facts.deadlines if each.section == "II.1"]
    assert (duty.day, duty.corrected) == (20, None)
    answer = library.ask("Khi nào các thôn nộp báo cáo 6 tháng?", unit=SCAN)
    assert "20/6/2026" in answer.text
    assert f"văn bản ghi: “{DUE}”" in answer.text


def test_it_holds_wherever_the_text_comes_in(library: Library, small: Settings, tmp_path: Path) -> None:
    correct(library)
    path = tmp_path / f"{SCAN}.txt"
    for text in (TEXT, TEXT.replace("Trần Văn Bình", "Lê Văn Bình")):
        path.write_text(text, encoding="utf-8")
        library.add_plans([path])
        assert [each.was.written for each in stored(library).plan.amended] == [READ]
        assert RIGHT in stored(library).plan.source_text
    assert library.preview(replace(scan(), plan_id="ten-khac")).stored.plan.amended
    path.write_text(TEXT.replace(READ, "2. Mỗi thôn làm một việc tốt."), encoding="utf-8")
    library.add_plans([path])
    assert stored(library).plan.amended == ()  # this text says something else there
    library.close()
    (small.data_dir / "catalog.sqlite3").unlink()
    path.write_text(TEXT, encoding="utf-8")
    with Library.open(small, create=True) as anew:
        anew.add_plans([path])
        assert RIGHT in stored(anew).plan.source_text


def test_it_goes_with_fields_and_dates_that_are_corrected(library: Library) -> None:
    library.correct(SCAN, "number", "22/KH-UBND", keep=True)
    correct(library)
    library.correct(SCAN, "date", "06/3/2026", keep=True)
    assert stored(library).plan.header.number == "22/KH-UBND"
    assert {*stored(library).plan.header.corrected} == {"number", "date"}
    assert RIGHT in stored(library).plan.source_text
    library.correct(SCAN, "number", None, keep=True)
    assert stored(library).plan.header.number == "21/KH-UBND"


def test_it_is_changed_and_taken_back(library: Library, small: Settings) -> None:
    correct(library)
    correct(library, "2. Mỗi thôn đăng ký 01 mô hình.")
    (amended,) = stored(library).plan.amended
    assert (amended.was.written, doubted(library).words) == (READ, "2. Mỗi thôn đăng ký 01 mô hình.")
    (made,) = library.corrections()
    told = CliRunner().invoke(app, ["plans", "--json", "--data-dir", str(small.data_dir)])
    lines = {line["plan"]: line for line in map(json.loads, told.output.splitlines())}
    assert [each["words"] for each in lines[SCAN]["amended"]] == ["2. Mỗi thôn đăng ký 01 mô hình."]
    assert "amended" not in lines[LIVE]
    assert library.undo_correction(made.number)
    assert (stored(library).plan.source_text, stored(library).plan.amended) == (TEXT, ())
    assert not library.undo_correction(made.number)
    correct(library)
    assert correct(library, None).plan.amended == ()
    assert (stored(library).plan.source_text, library.corrections()) == (TEXT, ())


def test_a_line_that_is_no_text_goes(library: Library) -> None:
    correct(library, REMOVED)
    assert "nguon" not in stored(library).plan.source_text
    assert (doubted(library).words, doubted(library).start) == ("", doubted(library).end)
    correct(library)
    assert RIGHT in stored(library).plan.source_text


def test_what_stands_twice_is_corrected_where_it_was_doubted(library: Library) -> None:
    twice = TEXT.replace("II. TỔ", f"{READ}\n\nII. TỔ")
    document = replace(scan(twice), plan_id="hai-lan", sha256="6" * 64)
    (place, *_) = (each.place for each in doubts(library.preview(document).stored.plan))
    new = library.correct(document, place, RIGHT, keep=False).stored.plan
    assert new.source_text == twice.replace(READ, RIGHT, 1)


def test_columns_of_a_line_stay_apart(library: Library) -> None:
    tail = "Nơinhận\t\tCHỦ T|CH".replace("|", "Ị")
    text = TEXT.replace(READ, "Chỉ một dòng.").replace("Nơi nhận:", tail)
    document = RawDocument("hai-cot", text, "8" * 64, (0,), (f"page 1, 51 % sure: “{' '.join(tail.split())}”",))
    (doubt,) = doubts(library.preview(document).stored.plan)
    assert shown(doubt.words) == "Nơinhận | | CHỦ TỊCH"
    for said, now in (("Nơi nhận: | | CHỦ TỊCH", "Nơi nhận:\t\tCHỦ TỊCH"), ("Nơi nhận:", "Nơi nhận:")):
        new = library.correct(document, doubt.place, said, keep=False).stored.plan
        assert new.source_text == text.replace(tail, now)


@pytest.mark.parametrize("said", ["", "  ", "...", "x" * 700, "2. Mỗi thôn | một mô hình"])
def test_what_can_be_no_line_is_refused(library: Library, said: str) -> None:
    with pytest.raises(CorrectionError):
        correct(library, said)
    with pytest.raises(CorrectionError, match="no such line"):
        library.correct(SCAN, "words 0", RIGHT, keep=True)


def test_a_hand_out_marks_what_was_read_doubtfully_until_it_is_corrected(library: Library) -> None:
    briefing = library.brief(Request((SCAN,), None, 45))
    (part,) = briefing.parts
    assert part.doubt
    assert "2 dòng máy đọc chưa chắc (trang 1, trang 2)" in part.doubt
    unsure = [line for line in briefing.every_line() if line.mark]
    spans = [(each.start, each.end) for each in doubts(stored(library).plan)]
    proofs = [cited for line in briefing.every_line() if line.note for cited in line.note.citations]
    on_doubt = [cited for cited in proofs if any(a < cited.end and cited.start < b for a, b in spans)]
    assert unsure
    assert {cited.start for line in unsure if line.note for cited in line.note.citations} >= {
        cited.start for cited in on_doubt
    }
    assert any(line.mark == " (cần đối chiếu bản gốc)" for line in bullets(briefing, 99))
    assert part.doubt in caution(briefing)
    told = files.text(write(briefing, "a.docx"))
    assert part.doubt in told
    assert told.count("(cần đối chiếu bản gốc)") > 1
    assert "(cần đối chiếu bản gốc)" in " ".join(
        shape.text_frame.text
        for slide in Presentation(io.BytesIO(write(briefing, "a.pptx"))).slides
        for shape in slide.shapes
        if shape.has_text_frame
    )
    assert not any(quizzed.note.doubtful for quizzed in briefing.quiz), "a key on words in doubt may be wrong"
    assert not any(line.mark for line in (briefing.talk.lines if briefing.talk else ()))
    correct(library, RIGHT)
    correct(library, DUE, at=1)
    sure = library.brief(Request((SCAN,), None, 45))
    assert not any(line.mark for line in sure.every_line())
    assert not sure.parts[0].doubt
