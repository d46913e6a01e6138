"""The files: real footnotes with the plans' words, one font, slides that hold what fits, pages as a clerk's."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from pptx import Presentation

from knowledge.briefing import MINUTES, Block, Briefing, Kind, Line, Note, Request
from knowledge.briefing.quoting import cut, needed, times
from knowledge.briefing.wording import HANDED_OUT
from knowledge.briefing.writers import write
from knowledge.briefing.writers.chosen import Card, fitting
from knowledge.briefing.writers.fit import LINES, lines_of, pack
from knowledge.briefing.writers.grids import by_columns
from knowledge.briefing.writers.pdf import program
from knowledge.errors import BriefingError
from knowledge.library import Library
from knowledge.model import Citation, StoredPlan
from tests.knowledge.briefing.files import flat, fonts, footnotes, parts, references, text

FONT = "Times New Roman"
NOTE = re.compile(r"\d+(?:\s*(?:“|Xem chú thích)|$)")
"""How a footnote begins on a page; its number may stand on a line of its own."""
needs_office = pytest.mark.skipif(
    program() is None or shutil.which("pdftotext") is None, reason="LibreOffice or poppler-utils is not installed"
)


@pytest.fixture(scope="session")
def handout(of_all: Briefing) -> bytes:
    return write(of_all, "a.docx")


@pytest.fixture(scope="session")
def deck(of_all: Briefing) -> bytes:
    return write(of_all, "a.pptx")


@pytest.fixture(scope="session")
def handouts(of_each: dict[str, Briefing]) -> dict[str, bytes]:
    return {plan_id: write(briefing, "a.docx") for plan_id, briefing in of_each.items()}


@pytest.fixture(scope="session")
def decks(of_each: dict[str, Briefing]) -> dict[str, bytes]:
    return {plan_id: write(briefing, "a.pptx") for plan_id, briefing in of_each.items()}


def test_every_footnote_stands_word_for_word_in_its_plan(handout: bytes, stored_plans: tuple[StoredPlan, ...]) -> None:
    sources = [flat(stored.plan.source_text) for stored in stored_plans]
    notes = footnotes(handout)
    assert len(notes) > 100
    for number, note in notes.items():
        former = re.match(r"Xem chú thích (\d+), ", note)
        if former:
            assert int(former[1]) < number
            assert notes[int(former[1])].startswith("“")
            continue
        found = re.fullmatch(r"“(.*)” \((.+)\)", note)
        assert found, note
        pieces = found[1].split(" … ")
        assert any(all(piece in source for piece in pieces) for source in sources), note


def test_a_footnote_quotes_all_that_its_line_rests_on(of_each: dict[str, Briefing], handouts: dict[str, bytes]) -> None:
    """A long quote is whole; what refers back, under the same heading, names the section."""
    for plan_id, briefing in of_each.items():
        notes = list(footnotes(handouts[plan_id]).values())
        tasks = [line for block in briefing.every_block() for group in block.groups for line in group.lines]
        long = [line for line in tasks if line.note and len(line.note.quote) > 90 and line.text.endswith(".")]
        told = " ".join(notes)
        assert all(" ".join(line.text[1:].rstrip(".").split()) in told for line in long)
        back = [note for note in notes if not note.startswith("“")]
        assert all(re.match(r"Xem chú thích \d+, \w", note) for note in back)
        assert len(back) < len(notes) / 3


def test_only_the_clauses_that_a_line_needs_are_quoted() -> None:
    text = (
        "Các đơn vị xây dựng kế hoạch năm 2024; gửi báo cáo về Phòng A trước ngày 05/6; "
        "phối hợp với Phòng B, tổ chức hội nghị."
    )
    whole = Citation("p", None, "I.1", text, 10, 10 + len(text))

    def quoted(told: str) -> list[str]:
        pieces = needed([whole], told)
        assert all(text[each.start - 10 : each.end - 10] == each.quote for each in pieces)
        return [each.quote for each in pieces]

    assert quoted("Gửi báo cáo, hạn 05/6") == ["gửi báo cáo về Phòng A trước ngày 05/6"]
    assert quoted("Xây dựng kế hoạch") == ["Các đơn vị xây dựng kế hoạch năm 2024"]
    assert quoted("Xây dựng kế hoạch; tổ chức hội nghị") == [text]
    assert quoted("khen thưởng") == [text]
    far = Citation("p", None, "II", "Phòng C theo dõi chung.", 900, 923)
    assert needed([whole, far], "Phòng C theo dõi") == (far,)


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [
        ("ngắn", 20, "ngắn"),
        ("tổ chức họp dân, thăm hộ nghèo và tặng quà", 26, "tổ chức họp dân, thăm hộ…"),
        ("tổ chức họp dân, tặng quà; thăm hộ nghèo", 36, "tổ chức họp dân, tặng quà…"),
        ("thực hiện Kết luận số 69 của Tỉnh ủy", 23, "thực hiện Kết luận…"),
        ("hưởng ứng phong trào “Dân vận khéo” năm nay", 32, "hưởng ứng phong trào…"),
        (
            "gửi báo cáo về Sở Nội vụ trước ngày 16 tháng 12 năm 2025",
            47,
            "gửi báo cáo… trước ngày 16 tháng 12 năm 2025",
        ),
        ("gửi Phòng A báo cáo, danh sách trước ngày 05/6, hồ sơ kèm theo", 40, "gửi Phòng A báo cáo… trước ngày 05/6…"),
        ("tặng quà, hưởng ứng kỷ niệm ngày lớn (15/10/1930 - 15/10/2020)", 37, "tặng quà, hưởng ứng kỷ niệm ngày lớn…"),
    ],
)
def test_a_line_is_cut_behind_a_clause_and_before_what_leads_on(text: str, limit: int, shown: str) -> None:
    assert cut(text, limit) == shown


def test_every_footnote_is_referred_to_once_in_order(handout: bytes) -> None:
    assert references(handout) == list(footnotes(handout)) == list(range(1, len(footnotes(handout)) + 1))


def test_what_word_asks_of_footnotes_is_there(handout: bytes) -> None:
    held = parts(handout)
    assert b"footnotes+xml" in held["[Content_Types].xml"]
    assert b"footnotes.xml" in held["word/_rels/document.xml.rels"]
    assert held["word/footnotes.xml"].count(b"w:separator/>") == 1
    assert b"continuationSeparator" in held["word/footnotes.xml"]
    assert re.search(rb"<w:footnotePr.*?</w:footnotePr>.*<w:compat", held["word/settings.xml"], re.DOTALL)


PARTS_OF_THE_TEMPLATE = ("word/stylesWithEffects.xml", "word/numbering.xml")
"""Styles for Word 2010 alone, and bullets drawn in the font Symbol."""


def test_one_font_everywhere(handout: bytes, deck: bytes) -> None:
    for content in (handout, deck):
        for name, xml in parts(content).items():
            if name.endswith(".xml") and name not in PARTS_OF_THE_TEMPLATE:
                assert fonts(xml) - {"+mn-lt", "+mj-lt", "+mn-ea", "+mn-cs", "+mj-ea", "+mj-cs"} <= {FONT}, name


def test_every_line_stands_in_the_hand_out(of_all: Briefing, handout: bytes) -> None:
    told = text(handout)
    for line in of_all.every_line():
        assert flat(line.text) in told


def test_the_key_stands_on_a_page_of_its_own_at_the_end(
    of_each: dict[str, Briefing], handouts: dict[str, bytes]
) -> None:
    for plan_id, briefing in of_each.items():
        if not briefing.quiz:
            continue
        told = text(handouts[plan_id])
        sheet, key = told.index("Phiếu trắc nghiệm"), told.index("Đáp án")
        assert sheet < key
        assert "Đáp án" not in told[:sheet]
        for content in (handouts[plan_id], write(briefing, "a.docx", quiz=True)):
            written = Document(io.BytesIO(content)).paragraphs
            at = next(at for at, each in enumerate(written) if each.text == "Đáp án")
            head = written[at].paragraph_format
            assert head.page_break_before
            style = written[at].style
            assert style is not None
            assert style.paragraph_format.keep_with_next, "a page break alone would leave it behind"
            assert [each.text[:4] for each in written[at + 1 :]] == ["Câu "] * len(briefing.quiz)


def test_slides_hold_at_most_seven_lines_and_name_their_source(deck: bytes) -> None:
    shown = list(Presentation(io.BytesIO(deck)).slides)
    assert len(shown) > 20
    for slide in shown[1:]:
        texts = [shape.text_frame for shape in slide.shapes if shape.has_text_frame]
        body = [frame for frame in texts if frame.paragraphs[0].runs and frame.paragraphs[0].runs[0].font.size.pt == 28]
        for frame in body:
            assert sum(lines_of(paragraph.text) for paragraph in frame.paragraphs) <= LINES + 1  # bold labels run wider
        if body and texts[0].text != HANDED_OUT:
            assert any(frame.text.startswith("Nguồn: ") for frame in texts)
            assert slide.notes_slide.notes_text_frame.text.startswith("“")


@pytest.mark.parametrize("minutes", MINUTES)
def test_the_slides_follow_the_minutes_and_say_what_is_left_to_the_hand_out(
    library: Library, stored_plans: tuple[StoredPlan, ...], minutes: int
) -> None:
    """About one a minute of presenting; a plan that is over is called so, whichever of its slides is shown."""
    for chosen in ((), (stored_plans[2].plan_id,)):
        briefing = library.brief(Request(chosen, None, minutes))
        shown = [
            [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
            for slide in Presentation(io.BytesIO(write(briefing, "a.pptx"))).slides
        ]
        at = next((at for at, texts in enumerate(shown) if texts[0] == HANDED_OUT), 0)
        assert at - 1 <= briefing.presenting + 2, "but for the opening"
        for part in briefing.parts if at and not chosen else ():
            assert f"{part.name}: còn " in shown[at][1]
            assert any(part.caution and part.caution in text for texts in shown for text in texts)
        assert len(shown) <= minutes + 1


def test_a_deck_tells_what_must_not_be_missed_before_what_goes_on() -> None:
    """Deadlines to their end, a first slide of everything else, then second ones; of several plans each in turn."""
    kinds = (Kind.TITLE, *[Kind.PURPOSE] * 2, *[Kind.TASKS] * 3, *[Kind.DEADLINES] * 2, Kind.REWARDS)
    pages = [kinds[:at].count(kind) for at, kind in enumerate(kinds)]
    cards = [Card(kind, kind.value.title(), (), at, kinds.count(kind)) for kind, at in zip(kinds, pages, strict=True)]
    deck = fitting([], [cards], ["A"], 6)
    assert [card.heading for card in deck.cards[0]] == [
        "Title", "Purpose (1/2)", "Tasks (1/3)", "Deadlines (1/2)", "Deadlines (2/2)", "Rewards",
    ]  # fmt: skip
    assert [line.text for line in deck.left] == ["Purpose (còn 1 trang); tasks (còn 2 trang)"]
    two = fitting([], [cards, [replace(card) for card in cards]], ["A", "B"], 3)
    assert [[card.title for card in held] for held in two.cards] == [["Tasks", "Deadlines"], ["Deadlines"]]
    assert [line.full for line in two.left] == [
        "Thông tin về văn bản; purpose; tasks; deadlines; rewards",
        "A: còn 7 trang",
        "B: còn 8 trang",
    ]


def test_both_files_say_when_a_plan_was_over(
    of_each: dict[str, Briefing], handouts: dict[str, bytes], decks: dict[str, bytes]
) -> None:
    plan_id, briefing = next(iter(of_each.items()))
    (part,) = briefing.parts
    assert part.caution
    assert part.caution in text(handouts[plan_id])
    slides = Presentation(io.BytesIO(decks[plan_id])).slides
    told = [[shape.text_frame.text for shape in slide.shapes if shape.has_text_frame] for slide in slides]
    first = next(texts for texts in told[1:] if texts[0].startswith(part.heading))
    assert part.caution in " ".join(first)


def test_other_kinds_are_refused(of_all: Briefing) -> None:
    with pytest.raises(BriefingError, match=r"\.docx"):
        write(of_all, "a.odt")


def test_without_libreoffice_a_pdf_is_refused(of_each: dict[str, Briefing], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(BriefingError, match="LibreOffice"):
        write(next(iter(of_each.values())), "a.pdf")


def test_the_library_writes_what_it_briefs(library: Library, of_each: dict[str, Briefing]) -> None:
    assert library.brief_file(next(iter(of_each.values())), "x.DOCX")[:2] == b"PK"


@pytest.mark.slow
@needs_office
def test_pages_look_as_a_clerk_makes_them(of_each: dict[str, Briefing], tmp_path: Path) -> None:
    """No heading is left alone at the foot of a page, no page is empty, no other font comes in."""
    for plan_id, briefing in of_each.items():
        _looks_as_a_clerk_makes_it(briefing, tmp_path / f"{plan_id}.pdf")


def _looks_as_a_clerk_makes_it(briefing: Briefing, made: Path) -> None:
    made.write_bytes(write(briefing, "a.pdf"))
    used = _run("pdffonts", str(made))
    assert {line.split()[0].split("+")[-1].split("-")[0] for line in used.splitlines()[2:]} <= {
        "LiberationSerif",
        "TimesNewRomanPSMT",
        "TimesNewRomanPS",
    }
    pages = _run("pdftotext", "-layout", str(made), "-").split("\f")[:-1]
    headings = {block.title for block in briefing.every_block()}
    assert len(pages) > 3
    assert not briefing.quiz or [page.strip().startswith("Đáp án") for page in pages] == [False] * (len(pages) - 1) + [
        True
    ]
    for number, page in enumerate(pages, 1):
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        assert lines[-1].endswith(f"Trang {number}")
        first_note = next((at for at, line in enumerate(lines) if NOTE.match(line)), len(lines) - 1)
        assert first_note, f"page {number} is empty"
        assert re.sub(r"\d+$", "", lines[first_note - 1]) not in headings, f"a heading ends page {number}"


@pytest.mark.slow
@needs_office
def test_every_slide_is_a_page(of_each: dict[str, Briefing], tmp_path: Path) -> None:
    from knowledge.briefing.writers.pdf import to_pdf

    briefing = next(iter(of_each.values()))
    content = write(briefing, "a.pptx")
    made = tmp_path / "a.pdf"
    made.write_bytes(to_pdf(content, ".pptx"))
    pages = _run("pdftotext", "-layout", str(made), "-").split("\f")[:-1]
    assert len(pages) == len(list(Presentation(io.BytesIO(content)).slides))


def _run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode()


def test_the_quiz_alone_is_a_sheet_with_its_key_last(of_all: Briefing, stored_plans: tuple[StoredPlan, ...]) -> None:
    sheet = write(of_all, "a.docx", quiz=True)
    told = text(sheet)
    asked, key = told.split("Đáp án")
    assert "Họ và tên: …" in asked
    for number, quizzed in enumerate(of_all.quiz, 1):
        assert f"{number}. {quizzed.question}" in asked
        assert all(option in asked for option in quizzed.options)
        assert f"Câu {number}: {'ABCDEFGH'[quizzed.correct]}" in key
    assert of_all.timing.text not in told, "nothing else of the briefing"
    assert len(references(sheet)) == len(of_all.quiz)
    sources = [flat(stored.plan.source_text) for stored in stored_plans]
    for note in footnotes(sheet).values():
        assert any(note[1:].rpartition("” (")[0].split(" … ")[0] in source for source in sources)
    assert fonts(parts(sheet)["word/styles.xml"]) == {FONT}
    assert fonts(parts(sheet)["word/document.xml"]) <= {FONT}


def test_a_sheet_without_questions_or_as_slides_is_refused(of_all: Briefing) -> None:
    with pytest.raises(BriefingError, match="too little"):
        write(replace(of_all, quiz=()), "a.docx", quiz=True)
    with pytest.raises(BriefingError, match=r"\.docx, \.pdf"):
        write(of_all, "a.pptx", quiz=True)


def test_tasks_stand_under_their_actors_and_no_page_break_cuts_a_row(
    of_each: dict[str, Briefing], handouts: dict[str, bytes]
) -> None:
    for plan_id, briefing in of_each.items():
        document = Document(io.BytesIO(handouts[plan_id]))
        boxes = [each for each in document.paragraphs if each.text.startswith("□\t")]
        groups = [group for block in briefing.every_block() for group in block.groups]
        named = [each for each in boxes if each.style and each.style.name == "Check"]
        for paragraph, group in zip(named, groups, strict=True):
            assert paragraph.runs[1].bold
            assert paragraph.runs[1].text == group.name.text
            assert flat(group.lines[0].text) in flat(paragraph.text)
        assert len(boxes) == sum(len(group.lines) for group in groups)
        for row in (row for table in document.tables for row in table.rows):
            assert row._tr.trPr is not None
            assert row._tr.trPr.find(qn("w:cantSplit")) is not None


def line(text: str, label: str = "") -> Line:
    return Line(text, label=label)


def test_lines_are_shared_out_evenly_and_a_head_goes_on_each_of_their_slides() -> None:
    long = "việc " * 40
    needed = lines_of(long)
    assert 2 < needed <= LINES // 2
    tall = [line(f"{long}{number}") for number in range(5)]
    assert [text for page in pack(tall) for text in page] == tall
    assert all(sum(lines_of(each.text) for each in page) <= LINES for page in pack(tall))
    short = [line(f"việc {number}") for number in range(LINES + 1)]
    assert [len(page) for page in pack(short)] == [LINES // 2 + 1] * 2, "no slide with the last one alone"
    head, other = line("", "Các ấp"), line("", "Các tổ")
    pages = pack([head, *short, other, line("một việc")])
    assert all(page[0] in (head, other) for page in pages)
    assert [page for page in pages if other in page] == [pages[-1]]
    assert pages[-1][-2:] == [other, line("một việc")]
    assert pack([]) == []
    own = line("một việc khác", "Các khu")
    assert pack([head, short[0], line(""), own]) == [[head, short[0], own]]
    assert pack([head, *short, line(""), own])[-1][-1] == own, "which no head of others stands over"
    assert head not in pack([head, *short[:3], line(""), *[own] * LINES])[-1]


def test_no_slide_tells_a_duty_without_its_time(of_each: dict[str, Briefing], decks: dict[str, bytes]) -> None:
    """What is cut to fit a slide keeps the day by which it is to be done."""
    for plan_id, briefing in of_each.items():
        deck = Presentation(io.BytesIO(decks[plan_id]))
        shown = flat(
            " ".join(shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame)
        )
        for group in (group for block in briefing.every_block() for group in block.groups):
            for task in group.lines:
                if len(stated := times(task.text)) == 1:
                    assert task.text[slice(*stated[0])] in shown, task.text


def test_what_the_plans_call_the_same_is_compared_item_by_item(
    of_all: Briefing, stored_plans: tuple[StoredPlan, ...]
) -> None:
    """Each place of a list that several plans have stands in a row that says whether they differ, each cell cited."""
    assert of_all.comparison
    titles = [{found.title for found in stored.facts.no_lists} for stored in stored_plans]
    shared = {title for held in titles for title in held if sum(title in other for other in titles) > 1}
    whole = next(by_columns(of_all.comparison, len(stored_plans)))
    rows = [row for row in whole.rows if any(row[0].text.startswith(f"{title}, điều") for title in shared)]
    assert rows
    for label, *cells in rows:
        said = {flat(cell.text).casefold() for cell in cells if cell.note}
        assert label.text.endswith("(giống nhau)" if len(said) == 1 else "(khác nhau)")


def table(*columns: tuple[str, ...]) -> Block:
    """A comparison of plans A, B, ...: the cells of each in turn, "" where it is silent."""
    note = Note((), "", "mục I")
    rows = tuple(
        (Line(f"Mục {number}"), *(Line(said or "–", note if said else None) for said in cells))
        for number, cells in enumerate(zip(*columns, strict=True), 1)
    )
    return Block(Kind.COMPARISON, "", heads=("", *"ABCDEFGH"[: len(columns)]), rows=rows)


def test_plans_that_say_the_same_stand_in_one_table() -> None:
    """A table that is cut says "giống nhau" of what stands in it alone."""
    block = table(("giữ sạch đường", "a"), ("", "b"), ("", "c"), ("", ""), ("Giữ sạch đường", "đ"))
    first, second = by_columns(block)
    assert first.heads[1:] == ("A", "B", "E")
    assert [row[0].text for row in first.rows] == ["Mục 1 (giống nhau)", "Mục 2 (khác nhau)"]
    assert second.heads[1:] == ("C", "D")
    assert [row[0].text for row in second.rows] == ["Mục 2"]


def test_what_is_alike_in_tables_apart_names_the_plan() -> None:
    """More plans say the same than one table holds."""
    block = table(*[("giữ sạch đường", str(number)) for number in range(4)], ("", "x"), ("", "x"))
    first, second = by_columns(block)
    assert (first.heads[1:], first.rows[0][0].text) == (("A", "B", "C"), "Mục 1 (giống nhau)")
    assert (second.heads[1:], second.rows[0][0].text) == (("D", "E", "F"), "Mục 1 (giống A, B, C)")


def test_a_small_matter_has_no_slide_of_its_own(of_each: dict[str, Briefing], decks: dict[str, bytes]) -> None:
    for plan_id, briefing in of_each.items():
        titles = [block.title for block in briefing.every_block()]
        slides = Presentation(io.BytesIO(decks[plan_id])).slides
        told = [[shape.text_frame.text for shape in slide.shapes if shape.has_text_frame] for slide in slides]
        if "Gửi về đâu" in titles and "Thời hạn" in titles:
            assert not any(texts[0].startswith("Gửi về đâu") for texts in told)
            assert any("Gửi về đâu:" in text for texts in told for text in texts)


def test_the_last_slides_are_the_key(of_each: dict[str, Briefing], decks: dict[str, bytes]) -> None:
    """Whoever shows the questions sees no answer before the last of them was asked."""
    for plan_id, briefing in of_each.items():
        slides = Presentation(io.BytesIO(decks[plan_id])).slides
        told = [[shape.text_frame.text for shape in slide.shapes if shape.has_text_frame] for slide in slides]
        heads = [texts[0].split(" (")[0] for texts in told]
        asked = [at for at, head in enumerate(heads) if head == "Phiếu trắc nghiệm"]
        keys = [at for at, head in enumerate(heads) if head == "Đáp án"]
        assert len(asked) == len(briefing.quiz)
        assert bool(keys) == bool(asked)
        if keys:
            assert keys == list(range(asked[-1] + 1, len(heads)))
            shown = "\n".join(text for at in keys for text in told[at])
            for number, quizzed in enumerate(briefing.quiz, 1):
                assert f"Câu {number}: {'ABCDEFGH'[quizzed.correct]}. " in shown


def test_a_question_is_told_to_its_end(of_each: dict[str, Briefing], decks: dict[str, bytes]) -> None:
    for plan_id, briefing in of_each.items():
        lines = briefing.talk.lines if briefing.talk else ()
        slides = Presentation(io.BytesIO(decks[plan_id])).slides
        shown = "\n".join(s.text_frame.text for slide in slides for s in slide.shapes if s.has_text_frame)
        for asked in lines:
            assert asked.text in shown


def test_no_page_break_cuts_a_list_of_a_few(of_each: dict[str, Briefing], handouts: dict[str, bytes]) -> None:
    for plan_id, briefing in of_each.items():
        document = Document(io.BytesIO(handouts[plan_id]))
        for block in briefing.every_block():
            if block.kind is Kind.LIST:
                at = next(n for n, each in enumerate(document.paragraphs) if each.text == block.title)
                items = document.paragraphs[at + 1 : at + 1 + len(block.lines)]
                assert all(each.paragraph_format.keep_with_next for each in items[:-1])
