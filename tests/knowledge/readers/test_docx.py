"""Word documents are read as Word shows them: numbers computed, changes accepted, notes at their marks."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest

from knowledge.model import RawDocument
from knowledge.parsing import parse
from knowledge.readers import read_data
from knowledge.readers.docx import read
from tests.knowledge.word_files import (
    abstract,
    cell,
    field,
    instance,
    level,
    listed,
    mark,
    note,
    para,
    row,
    run,
    table,
    word,
)

NOWHERE = Path()


def text(*body: str, **parts: str) -> str:
    return read(word(*body, **parts), NOWHERE).text.strip()


def test_through_the_door_in_a_process_of_its_own() -> None:
    raw = read_data(Path("Kế hoạch.docx"), word(para("KẾ HOẠCH"), para("Nội dung")))
    assert (raw.plan_id, raw.text) == ("Kế hoạch", "KẾ HOẠCH\n\nNội dung\n")
    assert len(raw.sha256) == 64


def test_numbers_that_word_computes() -> None:
    lists = abstract(
        0,
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%2."),
        level(2, "decimal", "%2.%3."),
        level(3, "lowerLetter", "%4)"),
        level(4, "bullet", "-"),
    ) + instance(1, 0)
    body = [
        listed("MỤC ĐÍCH", 1),
        listed("Một", 1, 1),
        listed("Hai", 1, 1),
        listed("Hai mốt", 1, 2),
        listed("a", 1, 3),
        listed("b", 1, 3),
        listed("gạch", 1, 4),
        listed("NỘI DUNG", 1),
        listed("Lại một", 1, 1),
    ]
    lines = text(*body, numbering=lists).split("\n\n")
    assert lines == [
        "I. MỤC ĐÍCH",
        "1. Một",
        "2. Hai",
        "2.1. Hai mốt",
        "a) a",
        "b) b",
        "- gạch",
        "II. NỘI DUNG",
        "1. Lại một",
    ]


def test_starts_overrides_and_lists_that_share_a_count() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    fifth = '<w:lvlOverride w:ilvl="0">' + level(0, "decimal", "Điều %1.", start=5) + "</w:lvlOverride>"
    lists = (
        abstract(0, level(0, "decimal", "%1.", start=3))
        + abstract(1, level(0, "decimal", "%1."))
        + instance(1, 0)
        + instance(2, 0)
        + instance(3, 0, again)
        + instance(4, 1, fifth)
    )
    body = [listed("a", 1), listed("b", 2), listed("c", 3), listed("d", 3), listed("e", 4), listed("f", 4)]
    assert text(*body, numbering=lists).split("\n\n") == ["3. a", "4. b", "1. c", "2. d", "Điều 5. e", "Điều 6. f"]


@pytest.mark.parametrize(
    ("more", "shown"),
    [("", ["A.", "1", "2", "B.", "1"]), ('<w:lvlRestart w:val="0"/>', ["A.", "1", "2", "B.", "3"])],
)
def test_a_level_starts_again_unless_it_says_not(more: str, shown: list[str]) -> None:
    lists = abstract(0, level(0, "upperLetter", "%1."), level(1, "decimal", "%2", more=more)) + instance(1, 0)
    body = [listed("x", 1, at) for at in (0, 1, 1, 0, 1)]
    assert [line.split()[0] for line in text(*body, numbering=lists).split("\n\n")] == shown


def test_no_number_and_legal_numbers() -> None:
    legal = level(1, "decimal", "%1.%2", more="<w:isLgl/>")
    lists = abstract(0, level(0, "upperRoman", "%1."), legal, level(2, "none", "")) + instance(1, 0)
    body = [listed("x", 1), listed("y", 1, 1), listed("z", 1, 2), listed("u", 1)]
    assert text(*body, numbering=lists).split("\n\n") == ["I. x", "1.1 y", "z", "II. u"]


def test_a_style_brings_its_number_and_zero_takes_it_away() -> None:
    lists = abstract(0, level(0, "decimal", "Điều %1.", more='<w:pStyle w:val="Dieu"/>')) + instance(7, 0)
    styles = (
        '<w:style w:type="paragraph" w:styleId="Dieu"><w:name w:val="Dieu"/><w:pPr><w:numPr><w:numId w:val="7"/>'
        '</w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Con"><w:name w:val="Con"/>'
        '<w:basedOn w:val="Dieu"/></w:style>'
    )
    style = '<w:pStyle w:val="{}"/>'
    none = '<w:pStyle w:val="Dieu"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = [
        para("Phạm vi", properties=style.format("Dieu")),
        para("Không số", properties=none),
        para("Đối tượng", properties=style.format("Con")),
    ]
    assert text(*body, numbering=lists, styles=styles) == "Điều 1. Phạm vi\n\nKhông số\n\nĐiều 2. Đối tượng"


def test_deleted_and_hidden_list_items_are_not_counted() -> None:
    lists = abstract(0, level(0, "decimal", "%1.")) + instance(1, 0)
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    hidden = para(run("ẩn", "<w:vanish/>"), properties=numbered + "<w:rPr><w:vanish/></w:rPr>")
    gone = para(
        "<w:del>" + "<w:r><w:delText>xóa</w:delText></w:r>" + "</w:del>",
        properties=numbered + "<w:rPr><w:del/></w:rPr>",
    )
    body = [listed("một", 1), hidden, gone, listed("hai", 1)]
    assert text(*body, numbering=lists) == "1. một\n\n2. hai"


def test_a_list_item_that_was_moved_is_counted_only_where_it_stands_now() -> None:
    lists = abstract(0, level(0, "decimal", "%1.")) + instance(1, 0)

    def moved(change: str) -> str:
        numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        return para(f"<w:{change}>{run('hai')}</w:{change}>", properties=f"{numbered}<w:rPr><w:{change}/></w:rPr>")

    body = [listed("một", 1), moved("moveFrom"), listed("ba", 1), moved("moveTo"), listed("bốn", 1)]
    assert text(*body, numbering=lists) == "1. một\n\n2. ba\n\n3. hai\n\n4. bốn"


def test_tracked_changes_are_read_as_accepted() -> None:
    body = para(
        "trước ngày ",
        "<w:del><w:r><w:delText>10/5</w:delText></w:r></w:del>",
        "<w:ins>" + run("20/6") + "</w:ins>",
        "<w:moveFrom>" + run("cũ") + "</w:moveFrom>",
        "<w:moveTo>" + run(" năm 2026") + "</w:moveTo>",
    )
    assert text(body) == "trước ngày 20/6 năm 2026"


def test_two_paragraphs_whose_parting_was_deleted_are_one() -> None:
    first = para("Các thôn gửi báo cáo ", properties="<w:rPr><w:del/></w:rPr>")
    assert text(first, para("trước ngày 15/11.")) == "Các thôn gửi báo cáo trước ngày 15/11."


def test_a_note_stands_below_its_paragraph_and_its_mark_is_no_digit() -> None:
    notes = note("footnote", 2, "Theo Nghị định số 30.") + note("footnote", 5, "Kể cả ngày nghỉ.")
    endnotes = note("endnote", 2, "Cuối bài.")
    body = [
        para("Nộp trước ngày 15/1", mark("footnote", 2), "; muộn nhất 20%", mark("footnote", 5), "."),
        para("Xong", mark("endnote", 2), "."),
    ]
    assert text(*body, footnotes=notes, endnotes=endnotes).split("\n\n") == [
        "Nộp trước ngày 15/1[1]; muộn nhất 20%[2].",
        "[1] Theo Nghị định số 30.",
        "[2] Kể cả ngày nghỉ.",
        "Xong[3].",
        "[3] Cuối bài.",
    ]


def test_the_parser_takes_the_mark_out_of_the_date() -> None:
    notes = note("footnote", 1, "Kể cả ngày nghỉ.")
    body = [
        para("KẾ HOẠCH"),
        para("Căn cứ Luật, Ủy ban ban hành kế hoạch như sau:"),
        para("I. NỘI DUNG"),
        para("1. Các thôn gửi báo cáo trước ngày 15/1", mark("footnote", 1), "/2026."),
        para("II. TỔ CHỨC THỰC HIỆN"),
    ]
    plan = parse(read_data(Path("a.docx"), word(*body, footnotes=notes)))
    bodies = [section.body.text for section in plan.walk()]
    assert "Các thôn gửi báo cáo trước ngày 15/1/2026." in " ".join(bodies)
    assert [(note.marker, note.body.text) for note in plan.footnotes] == [("1", "Kể cả ngày nghỉ.")]


def test_typed_superscripts_stay_marks() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    assert text(para("5 không”", run("1", raised), ", 12 m", run("2", raised), ", 1", run("st", raised))) == (
        "5 không”¹, 12 m², 1st"
    )


def test_characters_that_word_keeps_as_elements() -> None:
    run_of = "<w:r><w:t>43/KH</w:t><w:noBreakHyphen/><w:t>UBND</w:t></w:r>"
    symbols = (
        '<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 95% </w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    )
    soft = "<w:r><w:t>thực</w:t><w:softHyphen/><w:t>hiện</w:t><w:br/><w:t>dòng hai</w:t></w:r>"
    assert text(para(run_of), para(symbols), para(soft)) == "43/KH-UBND\n\n≥ 95% ✓\n\nthựchiện\ndòng hai"


def test_capitals_by_format_are_capitals() -> None:
    assert text(para(run("Kế hoạch", "<w:caps/>"), run(" năm", '<w:caps w:val="0"/>'))) == "KẾ HOẠCH năm"


def test_hidden_by_style_comments_fields_and_contents() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="H"><w:name w:val="H"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="M1"><w:name w:val="toc 1"/></w:style>'
    )
    day = field(' DATE \\@ "dd/MM/yyyy" ', "05/03/2026")
    body = [
        para("I. MỤC ĐÍCH......1", properties='<w:pStyle w:val="M1"/>'),
        para("Ngày ", day, run(" kín", '<w:rStyle w:val="H"/>'), '<w:r><w:commentReference w:id="1"/></w:r>', "."),
    ]
    assert text(*body, styles=styles) == "Ngày 05/03/2026."


def test_a_word_with_another_above_it_is_read_once() -> None:
    above = "<w:rt>" + run("trên") + "</w:rt>"
    ruby = f"<w:r><w:ruby><w:rubyPr/>{above}<w:rubyBase>{run('dưới')}</w:rubyBase></w:ruby></w:r>"
    assert text(para("Chữ ", ruby, run("."))) == "Chữ dưới."


def test_text_boxes_once() -> None:
    content = "<w:txbxContent>" + para("DỰ THẢO") + "</w:txbxContent>"
    box = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>'
        + content
        + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
        + content
        + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    only_old = "<w:r><w:pict><v:textbox>" + content.replace("DỰ THẢO", "MẬT") + "</v:textbox></w:pict></w:r>"
    assert text(para(box, "Nội dung"), para(only_old)) == "DỰ THẢO\n\nNội dung\n\nMẬT"


def test_letterhead_and_signature_in_tables_are_lines() -> None:
    head = table(
        row("UBND HUYỆN A|PHÒNG NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA|VIỆT NAM"),
        row("Số: 15/KH-PNV", "Tân Hòa, ngày 05 tháng 3 năm 2025"),
    )
    tail = table(row("Nơi nhận:|- UBND huyện;|- Lưu: VT.", "TRƯỞNG PHÒNG|Trần Văn Bình"))
    centred = '<w:jc w:val="center"/>'
    title = [
        para("KẾ HOẠCH", properties=centred),
        para("Thực hiện phong trào", properties=centred),
        para("“Dân vận khéo” năm 2025", properties=centred),
    ]
    body = [
        head,
        para(""),
        *title,
        para("Căn cứ Kế hoạch số 12/KH-UBND, Phòng Nội vụ xây dựng kế hoạch như sau:"),
        para("I. MỤC ĐÍCH"),
        para("II. NỘI DUNG"),
        tail,
    ]
    plan = parse(read_data(Path("a.docx"), word(*body)))
    header = plan.header
    assert (header.issuer, header.parent, header.number) == ("PHÒNG NỘI VỤ", "UBND HUYỆN A", "15/KH-PNV")
    assert (header.place, header.signer, header.signer_role) == ("Tân Hòa", "Trần Văn Bình", "TRƯỞNG PHÒNG")
    assert header.title == "Thực hiện phong trào “Dân vận khéo” năm 2025"
    assert header.recipients == ("UBND huyện", "Lưu: VT")


def test_merged_cells_are_repeated_in_the_rows_of_a_table() -> None:
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    wide = '<w:gridSpan w:val="2"/>'
    inner = table(row("thứ nhất", "đợt 1"), row("thứ hai", "đợt 2"))
    body = table(
        row(cell("TT", properties=down), cell("Nội dung", properties=down), cell("Thời hạn", properties=wide)),
        row(cell("", properties=on), cell("", properties=on), "Bắt đầu", "Xong"),
        row("1", "Đăng ký|mô hình", cell("tháng 2", properties=wide)),
        row("2", cell(inner, ""), "a|b", "c"),
    )
    assert text(body).split("\n") == [
        "| TT | Nội dung | Thời hạn - Bắt đầu | Thời hạn - Xong |",
        "| --- | --- | --- | --- |",
        "| 1 | Đăng ký mô hình | tháng 2 | tháng 2 |",
        "| 2 | thứ nhất: đợt 1; thứ hai: đợt 2 | a b | c |",
    ]


def test_deleted_rows_are_left_out_and_empty_columns_too() -> None:
    body = table(row("TT", "", "Việc"), row("1", "", "a"), row("2", "", "b", properties="<w:del/>"), row("3", "", "c"))
    assert text(body).split("\n")[2:] == ["| 1 | a |", "| 3 | c |"]


def test_a_note_of_a_cell_stands_below_the_table() -> None:
    body = table(row("TT", "Việc"), row("1", cell(para("Báo cáo", mark("footnote", 3)))), row("2", "b"))
    shown = text(body, para("Sau bảng"), footnotes=note("footnote", 3, "Mẫu số 1.")).split("\n")
    assert shown[2] == "| 1 | Báo cáo[1] |"
    assert shown[4:] == ["", "[1] Mẫu số 1.", "", "Sau bảng"]


def test_old_fonts_are_converted_by_run() -> None:
    old, capital = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>', '<w:rFonts w:ascii=".VnTimeH"/>'
    body = para(
        run("B¸o c¸o tµi chÝnh n", old),
        "<w:r><w:rPr>" + old + "</w:rPr><w:softHyphen/></w:r>",
        run("íc", old),
        run(" Kế hoạch "),
        run("kÕ ho¹ch", capital),
    )
    assert text(body) == "Báo cáo tài chính nước Kế hoạch KẾ HOẠCH"


def test_without_the_converter_an_old_font_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("knowledge.readers.docx.runs.convert", lambda *_: None)
    reading = read(word(para(run("B¸o c¸o", '<w:rFonts w:ascii=".VnTime"/>'))), NOWHERE)
    assert reading.text == "B¸o c¸o\n"
    assert "TCVN3" in reading.warnings[0]
    assert "oldfonts" in reading.warnings[0]


def test_a_theme_font_wins_over_a_name_beside_it() -> None:
    themed = '<w:rFonts w:asciiTheme="minorHAnsi" w:ascii=".VnTime"/>'
    assert text(para(run("Tµi", themed))) == "Tµi"


def test_letters_of_an_old_font_that_word_took_for_symbols() -> None:
    old = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
    pieces = run("B\uf0b8o c\uf0b8o", old), '<w:r><w:sym w:font=".VnTime" w:char="F0B8"/></w:r>', run(" \uf0b7", "")
    assert normalize("NFC", text(para(*pieces))) == "Báo cáoá •"


@pytest.mark.parametrize("noted", [True, False])
def test_signers_side_by_side_stand_below_each_other(noted: bool) -> None:
    rows = [
        row("TM. BAN THƯỜNG TRỰC|CHỦ TỊCH", "CÔNG AN XÃ|TRƯỞNG CÔNG AN", "TRẠM Y TẾ|TRẠM TRƯỞNG"),
        *([row("(đã ký)", "(đã ký)", "(đã ký)")] if noted else []),
        row("Hà Thị Sen", "Thiếu tá Vi Văn Tuấn", "BS. Nông Quốc Khải"),
    ]
    head = [para(line) for line in ("ỦY BAN MTTQ XÃ AN HÒA", "Số: 9/CTr", "CHƯƠNG TRÌNH", "Trồng cây", "1. Trồng cây.")]
    header = parse(RawDocument("p", text(*head, table(*rows), para("Nơi nhận:"), para("- Lưu: VT.")), "")).header
    assert header.signer == "Hà Thị Sen; Vi Văn Tuấn; Nông Quốc Khải"
    assert header.signer_role == "CHỦ TỊCH; TRƯỞNG CÔNG AN; TRẠM TRƯỞNG"
    assert header.signed_for == "TM. BAN THƯỜNG TRỰC; CÔNG AN XÃ; TRẠM Y TẾ"


@pytest.mark.parametrize(
    "rows",
    [
        (("TRƯỞNG BAN", "PHÓ BAN"), ("Lê Văn An", "Đỗ Dung")),
        (("HỌ VÀ TÊN", "CHỨC VỤ"), ("Lê Văn An", "Trưởng ban"), ("Đỗ Dung", "Ủy viên")),
        (
            ("NỘI DUNG", "CHỦ TRÌ", "THỜI HẠN"),
            ("Trồng cây", "Đoàn xã", "Tháng 3"),
            ("Tổng kết", "Văn phòng", "Tháng 5"),
        ),
    ],
)
def test_a_table_of_people_or_work_stays_a_table(rows: tuple[tuple[str, ...], ...]) -> None:
    assert text(table(*(row(*cells) for cells in rows))).startswith(f"| {' | '.join(rows[0])} |")


def test_a_column_of_where_reports_go_makes_no_recipients_of_a_table() -> None:
    heads = ("Loại báo cáo", "Đơn vị gửi", "Nơi nhận", "Thời hạn")
    rows = (
        ("Báo cáo tháng", "Các thôn", "Văn phòng", "Ngày 18 hằng tháng"),
        ("Báo cáo năm", "Các thôn", "Phòng Văn hóa", "22/11"),
    )
    read_as = text(table(*(row(*cells) for cells in (heads, *rows))))
    assert read_as.splitlines()[0] == "| Loại báo cáo | Đơn vị gửi | Nơi nhận | Thời hạn |"
    assert read_as.splitlines()[2] == "| Báo cáo tháng | Các thôn | Văn phòng | Ngày 18 hằng tháng |"


def test_recipients_beside_a_signature_stay_lines() -> None:
    signed = text(table(row("Nơi nhận:", "", "CHỦ TỊCH"), row("- Lưu: VT.", "", "Lê Văn An")))
    assert "|" not in signed


@pytest.mark.parametrize(
    ("form", "start", "shown"),
    [
        ("lowerLetter", 2_147_483_647, "2147483647."),
        ("upperLetter", 780, "Z" * 30 + "."),
        ("lowerRoman", 4000, "4000."),
    ],
)
def test_a_list_that_starts_far_off(form: str, start: int, shown: str) -> None:
    lists = abstract(0, level(0, form, "%1.", start=start)) + instance(1, 0)
    assert text(listed("một", 1), numbering=lists) == f"{shown} một"
