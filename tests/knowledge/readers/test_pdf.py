"""Text of a PDF in the order in which a person reads it, joined as its author wrote it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from knowledge.errors import Fault, UnreadableFile
from knowledge.readers import read_data
from knowledge.readers.pdf import _page, is_damaged, picture, read
from tests.knowledge.pdf_files import LEFT, RIGHT, SIZE, STEP, Sheet, lay_on, width_of

LONG = (
    "Các cơ quan, đơn vị, địa phương tập trung lãnh đạo, chỉ đạo thực hiện tốt công tác tiếp công dân, giải quyết "
    "khiếu nại, tố cáo và ý kiến phản ánh của Nhân dân trên địa bàn, báo cáo kết quả trước ngày 15/11 hằng năm."
)


def text(sheet: Sheet) -> str:
    return read(sheet.bytes(), Path()).text.strip()


def test_lines_that_the_width_broke_are_joined_and_others_are_not() -> None:
    sheet = Sheet()
    sheet.middle("KẾ HOẠCH")
    sheet.middle("Thực hiện phong trào")
    sheet.y += STEP * 2
    sheet.paragraph("Căn cứ " + LONG)
    sheet.paragraph("I. MỤC ĐÍCH")
    sheet.paragraph("1. " + LONG)
    sheet.paragraph("- Ngắn;")
    sheet.paragraph("- " + LONG)
    assert text(sheet).split("\n\n") == [
        "KẾ HOẠCH\nThực hiện phong trào", "Căn cứ " + LONG, "I. MỤC ĐÍCH", "1. " + LONG, "- Ngắn;", "- " + LONG,
    ]  # fmt: skip


def test_a_letterhead_in_two_columns() -> None:
    sheet = Sheet()
    left, right, y = 160.0, 400.0, sheet.y
    for at, line in enumerate(("ỦY BAN NHÂN DÂN", "XÃ AN HÒA", "Số: 15/KH-UBND")):
        sheet.middle(line, centre=left, y=y + at * STEP)
    for at, line in enumerate(("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT", "NAM", "Độc lập - Tự do - Hạnh phúc")):
        sheet.middle(line, centre=right, y=y + at * STEP)
    sheet.y += 5 * STEP
    sheet.middle("KẾ HOẠCH")
    sheet.paragraph(LONG)
    assert text(sheet).split("\n\n") == [
        "ỦY BAN NHÂN DÂN\nXÃ AN HÒA\nSố: 15/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT\nNAM\nĐộc lập - Tự do - Hạnh phúc",
        "KẾ HOẠCH",
        LONG,
    ]


def test_a_type_at_the_left_below_the_letterhead_is_no_part_of_its_left_column() -> None:
    sheet = Sheet()
    for left, right in (
        ("XÃ AN PHÚ", "Độc lập - Tự do - Hạnh phúc"),
        ("Số: 1/KH", "An Phú, ngày 03 tháng 02 năm 2026"),
    ):
        sheet.put(left)
        sheet.line(right, 320)
    sheet.line("KẾ HOẠCH")
    sheet.line("Phát động phong trào")
    read_so = text(sheet)
    assert read_so.index("năm 2026") < read_so.index("KẾ HOẠCH") < read_so.index("Phát động")


def test_recipients_beside_the_signature() -> None:
    sheet = Sheet()
    sheet.paragraph(LONG)
    y = sheet.y + STEP
    for at, line in enumerate(("Nơi nhận:", "- UBND huyện;", "- Lưu: VT.")):
        sheet.put(line, y=y + at * STEP)
    for at, line in enumerate(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "", "Trần Văn Bình")):
        sheet.middle(line, centre=420, y=y + at * STEP)
    assert text(sheet).split("\n\n") == [
        LONG, "Nơi nhận:\n- UBND huyện;\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "Trần Văn Bình",
    ]  # fmt: skip


def test_recipients_below_two_signers_end_their_columns() -> None:
    sheet = Sheet()
    sheet.paragraph(LONG)
    sheet.y += STEP
    for left, right in (
        ("TM. HỘI NÔNG DÂN XÃ", "TM. CÔNG AN XÃ"),
        ("CHỦ TỊCH", "TRƯỞNG CÔNG AN"),
        ("An Mận", "Hà Lợi"),
    ):
        sheet.middle(left, centre=180, y=sheet.y)
        sheet.middle(right, centre=420)
    sheet.line("Nơi nhận:")
    sheet.line("- Lưu: VT.")
    read_so = text(sheet)
    assert (
        read_so.index("An Mận") < read_so.index("TM. CÔNG AN XÃ") < read_so.index("Hà Lợi") < read_so.index("Nơi nhận")
    )


def test_pages_heads_and_a_paragraph_over_the_end() -> None:
    sheet = Sheet()
    for page in range(1, 4):
        if page > 1:
            sheet.turn()
            sheet.middle(str(page))
        sheet.put("Kế hoạch của xã, bản lưu hành", y=800)
        sheet.paragraph(f"{page}. " + LONG)
        sheet.line("Câu này chạy hết chiều rộng của trang giấy và sang cả trang sau của")
    reading = read(sheet.bytes(), Path())
    lines = reading.text.strip().split("\n\n")
    assert lines[0] == "1. " + LONG
    assert not any(line.isdigit() or "bản lưu hành" in line for line in lines)
    starts = [reading.text[start : start + 3] for start in reading.page_starts]
    assert starts == ["1. ", "2. ", "3. "]


def test_a_basis_below_a_title_that_fills_its_line_begins_a_paragraph() -> None:
    sheet = Sheet()
    for _ in range(3):
        sheet.paragraph(LONG)
    title = "Tổ chức phong trào nông dân thi đua sản xuất và kinh doanh giỏi 2026"
    sheet.middle("KẾ HOẠCH")
    sheet.line(title)
    sheet.line("Căn cứ Kế hoạch số 20-KH/HNDT của Hội Nông dân tỉnh, Ban Thường vụ")
    sheet.line("xây dựng kế hoạch như sau:")
    parts = text(sheet).strip().split("\n\n")
    assert parts[-2] == title
    assert parts[-1].startswith("Căn cứ Kế hoạch")


def test_a_last_page_of_few_short_lines_is_as_wide_as_the_others() -> None:
    sheet = Sheet()
    for _ in range(8):
        sheet.paragraph(LONG)
    sheet.line("- Lưu Văn phòng.")
    sheet.turn()
    for line in ("T/M ỦY BAN XÃ", "CHỦ TỊCH", "Nguyễn Văn An"):
        sheet.line(line)
    assert text(sheet).split("\n\n")[-4:-2] == ["- Lưu Văn phòng.", "T/M ỦY BAN XÃ"]


def test_a_table_has_a_row_a_line_even_where_rows_begin_with_one_character() -> None:
    sheet = Sheet()
    sheet.paragraph(LONG)
    rows = [["TT", "Nội dung", "Thời hạn"], *([str(n), f"Việc {n}", f"Trước ngày {n}/6"] for n in range(1, 10))]
    sheet.table(rows, [LEFT, LEFT + 40, LEFT + 250, RIGHT])
    sheet.paragraph("II. SAU BẢNG")
    shown = text(sheet).split("\n\n")
    assert shown[0] == LONG
    assert shown[1].split("\n")[:3] == [
        "| TT | Nội dung | Thời hạn |",
        "| --- | --- | --- |",
        "| 1 | Việc 1 | Trước ngày 1/6 |",
    ]
    assert shown[1].split("\n")[-1] == "| 9 | Việc 9 | Trước ngày 9/6 |"
    assert shown[2] == "II. SAU BẢNG"


def test_a_raised_number_is_a_mark_and_its_note_stands_below_its_paragraph() -> None:
    sheet = Sheet()
    end = sheet.put("Báo cáo trước ngày 15/1")
    end = sheet.put("1", end, y=sheet.y - 4.5, size=7)
    sheet.put(" hằng năm.", end)
    sheet.y += STEP
    sheet.paragraph("2. Việc khác.")
    sheet.rule(LEFT, 740, LEFT + 140, 740)
    sheet.y = 755
    end = sheet.put("1", size=6)
    sheet.put("Kể cả ngày nghỉ.", end + 3, size=9)
    assert text(sheet).split("\n\n") == ["Báo cáo trước ngày 15/1¹ hằng năm.", "¹ Kể cả ngày nghỉ.", "2. Việc khác."]


def test_what_follows_a_mark_without_a_space_stands_at_it() -> None:
    sheet = Sheet()
    end = sheet.put("Báo cáo trước ngày 15/1")
    end = sheet.put("1", end, y=sheet.y - 4.5, size=7)
    end = sheet.put("/2027, rồi ngày 15/2", end)
    end = sheet.put("2", end, y=sheet.y - 4.5, size=7)
    sheet.put(".", end)
    assert text(sheet) == "Báo cáo trước ngày 15/1¹/2027, rồi ngày 15/2²."


def test_short_notes_below_each_other_are_one_each() -> None:
    """Word and LibreOffice set the number of a note bare, and larger than its words."""
    sheet = Sheet()
    for at in (1, 2, 3):
        end = sheet.put(f"{at}. Các thôn báo cáo trước ngày 15/{at}")
        end = sheet.put(f"{at}", end, y=sheet.y - 4.5, size=7)
        sheet.put(" hằng năm.", end)
        sheet.y += STEP
    sheet.rule(LEFT, 700, LEFT + 140, 700)
    said = ("Kể cả ngày nghỉ.", "Theo Nghị định số 30.", "Gửi trước ngày 05/12.")
    for at, note in enumerate(said, 1):
        sheet.put(f"{at}", y=700 + 18 * at, size=13)
        sheet.put(note, LEFT + 9, y=700 + 18 * at, size=10)
    shown = text(sheet).split("\n\n")
    assert shown[1::2] == ["¹ Kể cả ngày nghỉ.", "² Theo Nghị định số 30.", "³ Gửi trước ngày 05/12."]
    assert shown[0::2] == [f"{at}. Các thôn báo cáo trước ngày 15/{at}{'¹²³'[at - 1]} hằng năm." for at in (1, 2, 3)]


def test_a_heading_that_is_spaced_out() -> None:
    sheet = Sheet()
    x = 230.0
    for word in ("KẾ", "HOẠCH"):
        for letter in word:
            x = sheet.put(letter, x) + 6
        x += 9
    sheet.y += STEP
    sheet.paragraph(LONG)
    assert text(sheet).startswith("KẾ HOẠCH\n\n")


def test_a_word_broken_at_a_hyphen_is_joined_and_a_dash_between_words_is_not() -> None:
    sheet = Sheet()
    sheet.line("Căn cứ Kế hoạch công tác dân vận chính quyền năm 2026 số 43/KH-")
    sheet.line("UBND của huyện về công tác dân vận chính quyền năm 2026, trật tự -")
    sheet.line("an toàn.")
    assert text(sheet) == (
        "Căn cứ Kế hoạch công tác dân vận chính quyền năm 2026 số 43/KH-UBND của huyện về công tác dân vận chính quyền "
        "năm 2026, trật tự - an toàn."
    )


@pytest.mark.parametrize(
    ("words", "unknown", "damaged"),
    [
        (LONG, 0, False),
        ("Plan of the year for the whole of the people in the ward and the town", 0, True),
        ("khong co dau nao trong trang nay vi may quet da lam mat het dau thanh", 0, True),
        (LONG.translate(str.maketrans("ếạựáảơ", "þ¹÷¸¶¬")), 0, True),
        (LONG, 40, True),
        ("ngắn", 0, False),
    ],
)
def test_a_damaged_text_layer_is_noticed(words: str, unknown: int, damaged: bool) -> None:
    assert is_damaged(len(words.split()), words, unknown) is damaged


def test_no_pdf_and_a_cut_one() -> None:
    for data, fault in ((b"%PDF-1.7\nnothing", Fault.DAMAGED), (b"no pdf at all", Fault.DAMAGED)):
        with pytest.raises(UnreadableFile) as error:
            read_data(Path("a.pdf"), data)
        assert error.value.fault is fault


def test_through_the_door() -> None:
    sheet = Sheet()
    sheet.paragraph(LONG)
    sheet.turn()
    sheet.paragraph("Trang hai.")
    raw = read_data(Path("a.pdf"), sheet.bytes())
    assert raw.page_starts == (0, raw.text.index("Trang hai"))


def test_figures_that_the_font_sets_wide_stay_together_and_a_day_at_a_lines_head_is_no_item() -> None:
    sheet = Sheet()
    said = "1. Các thôn gửi báo cáo kết quả thực hiện về Ủy ban nhân dân xã (11 thôn) trước ngày 11/11/2026, 11 giờ."
    for day in range(4, 60, 5):  # the day stands at the head of a line in one of these
        sheet.paragraph(f"1. {'x' * day} {said[3:]}")
    assert text(sheet).split("\n\n") == [f"1. {'x' * day} {said[3:]}" for day in range(4, 60, 5)]


def test_an_act_that_a_paper_stands_on_has_a_line_of_its_own() -> None:
    sheet = Sheet()
    acts = [f"Căn cứ {LONG[:110]};", f"Xét đề nghị của {LONG[:90]};", "Theo đề nghị của Văn phòng,"]
    for act in acts:
        sheet.paragraph(act)
    assert text(sheet).split("\n\n") == acts


@pytest.mark.parametrize("again", [True, False], ids=["heads printed again", "heads once"])
def test_a_table_goes_on_over_the_pages(again: bool) -> None:
    sheet, sides = Sheet(), [60.0, 95.0, 280.0, 400.0, 530.0]
    heads = ["STT", "Nội dung", "Chủ trì", "Thời hạn"]
    sheet.paragraph(LONG)
    sheet.table(
        [heads, ["1", "Đăng ký mô hình", "Các thôn", "10/3/2026"], ["2", "Kiểm tra việc", "Văn phòng và", ""]], sides
    )
    sheet.turn()
    rest = [["", "thực hiện phong trào", "Công an xã", "Quý II/2026"], ["3", "Sơ kết", "Văn phòng", "15/6/2026"]]
    sheet.table([heads, *rest] if again else rest, sides)
    sheet.turn()
    sheet.table([["4", "Tổng kết", "Văn phòng", "15/11/2026"]], sides)
    sheet.paragraph(LONG)
    sheet.table([heads, ["1", "Việc khác", "Đoàn xã", "20/12/2026"]], sides)
    found = read(sheet.bytes(), Path())
    assert [line for line in found.text.splitlines() if line.startswith("|")] == [
        "| STT | Nội dung | Chủ trì | Thời hạn |",
        "| --- | --- | --- | --- |",
        "| 1 | Đăng ký mô hình | Các thôn | 10/3/2026 |",
        "| 2 | Kiểm tra việc thực hiện phong trào | Văn phòng và Công an xã | Quý II/2026 |",
        "| 3 | Sơ kết | Văn phòng | 15/6/2026 |",
        "| 4 | Tổng kết | Văn phòng | 15/11/2026 |",
        "| STT | Nội dung | Chủ trì | Thời hạn |",
        "| --- | --- | --- | --- |",
        "| 1 | Việc khác | Đoàn xã | 20/12/2026 |",
    ]
    assert [found.text[start:].split("\n")[0][:9] for start in found.page_starts[1:]] == ["| 3 | Sơ ", "| 4 | Tổn"]


def test_a_foot_that_both_of_two_pages_have_is_no_text() -> None:
    sheet = Sheet()
    for page in (1, 2):
        if page > 1:
            sheet.turn()
        sheet.put("Kế hoạch của xã, bản lưu hành", y=800)
        sheet.paragraph(f"{page}. " + LONG)
    assert text(sheet).split("\n\n") == ["1. " + LONG, "2. " + LONG]


HEADS = ["TT", "Nội dung", "Người phụ trách", "Thời gian"]
COLUMNS = [LEFT, LEFT + 30, LEFT + 270, LEFT + 375]


def _spaced(sheet: Sheet, *lines: list[str]) -> None:
    for line in lines:
        for x, words in zip(COLUMNS, line, strict=True):
            sheet.put(words, x=x, y=sheet.y) if words else None
        sheet.y += STEP


def test_a_table_whose_columns_only_white_space_parts() -> None:
    sheet = Sheet()
    sheet.paragraph("II. LỊCH THỰC HIỆN")
    _spaced(
        sheet,
        HEADS,
        ["1", "Ký cam kết giữa nhà trường, gia đình", "Cô Lê Thị Hồng", "20/9/2026"],
        ["", "và học sinh các khối lớp", "", ""],
        ["2", "Đối thoại với cha mẹ học sinh", "Hiệu trưởng", "Tháng 01/2027"],
    )
    sheet.paragraph("III. TỔ CHỨC THỰC HIỆN")
    sheet.paragraph("1. " + LONG)
    _, table, *below = text(sheet).split("\n\n")
    assert table.split("\n") == [
        "| TT | Nội dung | Người phụ trách | Thời gian |",
        "| --- | --- | --- | --- |",
        "| 1 | Ký cam kết giữa nhà trường, gia đình và học sinh các khối lớp | Cô Lê Thị Hồng | 20/9/2026 |",
        "| 2 | Đối thoại với cha mẹ học sinh | Hiệu trưởng | Tháng 01/2027 |",
    ]
    assert below == ["III. TỔ CHỨC THỰC HIỆN", "1. " + LONG]


def test_one_line_below_heads_is_no_table() -> None:
    sheet = Sheet()
    _spaced(sheet, HEADS, ["1", "Một việc", "Cô Hồng", "20/9/2026"])
    sheet.paragraph("1. " + LONG)
    assert "|" not in text(sheet)


@pytest.mark.parametrize("part", ["I. YÊU CẦU", "IL YÊU CẦU"])  # as printed, and as recognition wrote it
def test_a_part_in_capitals_does_not_go_on_with_the_title(part: str) -> None:
    sheet = Sheet()
    sheet.line("Phát động, đăng ký thi đua trong hệ thống các cơ quan hành chính của tỉnh năm 2026")
    sheet.line(part)
    assert text(sheet).split("\n\n")[-1] == part


@pytest.mark.parametrize("kind", ["FreeText", "Stamp", "Widget"])
def test_what_is_filled_in_typed_or_stamped_on_a_page_is_read_where_it_stands(kind: str) -> None:
    sheet, more = Sheet(), {"FT": "Tx"} if kind == "Widget" else {}
    end = sheet.put("Số:")
    lay_on(sheet, kind, "43", end + 4, sheet.y, **more)
    sheet.line("/KH-UBND", end + 18)
    sheet.paragraph(LONG)
    assert text(sheet).split("\n\n") == ["Số: 43/KH-UBND", LONG]


def test_the_box_of_a_digital_signature_is_no_text() -> None:
    sheet = Sheet()
    sheet.paragraph(LONG)
    lay_on(sheet, "Widget", "Signed 05.03.2024 10:15:30", LEFT, sheet.y, FT="Sig")
    assert text(sheet) == LONG


def test_a_stamp_on_a_picture_is_no_reason_to_leave_the_picture_unread() -> None:
    sheet = Sheet()
    sheet.canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, 595, 842)
    lay_on(sheet, "Stamp", "one two three four five six seven eight nine ten eleven twelve thirteen", 60, 60)
    document = pypdfium2.PdfDocument(sheet.bytes())
    assert _page(document, 0)[1]


def test_a_page_is_shown_with_what_is_filled_in_and_signed() -> None:
    inks = []
    for more in ({}, {"FT": "Tx"}, {"FT": "Sig"}):
        sheet = Sheet()
        sheet.line("Trang một")
        if more:
            lay_on(sheet, "Widget", "43 43 43 43", LEFT, sheet.y, **more)
        inks.append(np.asarray(picture(sheet.bytes(), Path(), 0)).mean())
    assert inks[1] < inks[0] > inks[2]


def test_a_table_on_a_page_that_another_program_set_on_a_sheet() -> None:
    rows = [["TT", "Nội dung", "Thời hạn"], *([str(n), f"Việc {n}", f"Trước ngày {n}/6"] for n in range(1, 10))]
    read_so = []
    for within in (False, True):
        sheet = Sheet()
        if within:
            sheet.canvas.beginForm("page")
        sheet.paragraph(LONG)
        sheet.table(rows, [LEFT, LEFT + 40, LEFT + 250, RIGHT])
        if within:
            sheet.canvas.endForm()
            sheet.canvas.translate(40, 90)
            sheet.canvas.scale(0.85, 0.85)
            sheet.canvas.doForm("page")
        read_so.append(text(sheet))
    assert read_so[0] == read_so[1]
    assert "| 9 | Việc 9 | Trước ngày 9/6 |" in read_so[0]


def test_a_scanned_page_that_another_program_set_on_a_sheet_is_looked_at() -> None:
    sheet = Sheet()
    sheet.canvas.beginForm("scan")
    sheet.canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, 6, 8.4)
    sheet.canvas.endForm()
    sheet.canvas.scale(99, 99)
    sheet.canvas.doForm("scan")
    assert _page(pypdfium2.PdfDocument(sheet.bytes()), 0)[1]


def test_a_narrow_gap_that_is_a_space_parts_two_words() -> None:
    sheet = Sheet()
    x = LEFT
    for word in ("XÃ", "HỘI", "CHỦ", "NGHĨA", "VIỆT", "NAM,", "ngày", "10/5/2026"):
        x = sheet.put(word, x) + 0.19 * SIZE  # as a browser sets "A V", near to each other and without a character
    assert read(sheet.bytes()).text.strip() == "XÃ HỘI CHỦ NGHĨA VIỆT NAM, ngày 10/5/2026"


@pytest.mark.parametrize("apart", [0.15, 0.2])
def test_a_line_whose_letters_are_set_apart(apart: float) -> None:
    said = "KẾ HOẠCH thi đua năm 2026, nộp trước ngày 11/11/2026"
    sheet = Sheet()
    x = LEFT
    for word in said.split():
        for letter in word:
            x = sheet.put(letter, x, size=8) + apart * 8
        x += 0.3 * 8
    assert read(sheet.bytes()).text.strip() == said


def in_columns(sheet: Sheet, *paragraphs: str) -> None:
    """Set paragraphs in two columns of equal height, letters of 9 points."""
    lines: list[str] = []
    for words in map(str.split, paragraphs):
        lines.append("")
        for word in words:
            joined = f"{lines[-1]} {word}".strip()
            lines[-1:] = [joined] if width_of(joined, 9) <= 210 else [lines[-1], word]
    top, half = sheet.y, -(-len(lines) // 2)
    for at, line in enumerate(lines):
        sheet.put(line, LEFT if at < half else LEFT + 240, y=top + STEP * (at % half), size=9)
    sheet.y = top + STEP * half


def test_text_in_two_columns_is_read_one_after_the_other() -> None:
    duty = "{}. Các thôn rà soát, lập danh sách hộ có hoàn cảnh khó khăn và gửi về Ủy ban nhân dân xã trước ngày {}/10."
    duties = [duty.format(at, 10 + at) for at in range(1, 9)]
    sheet = Sheet()
    sheet.put("ỦY BAN NHÂN DÂN XÃ AN BÌNH", size=9)
    sheet.line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", LEFT + 240, size=9)
    sheet.put("Số: 12/KH-UBND", size=9)
    sheet.line("An Bình, ngày 02 tháng 3 năm 2026", LEFT + 240, size=9)
    sheet.y += STEP
    sheet.middle("KẾ HOẠCH")
    sheet.y += STEP
    in_columns(sheet, *duties)
    sheet.y += STEP
    sheet.put("Nơi nhận:", size=9)
    sheet.line("TM. ỦY BAN NHÂN DÂN", LEFT + 240, size=9)
    sheet.line("- Các thôn;", size=9)
    shown = [" ".join(block.split()) for block in text(sheet).split("\n\n")]
    at = shown.index(duties[0])
    assert shown[at : at + 8] == duties
    assert shown[0].startswith("ỦY BAN NHÂN DÂN XÃ AN BÌNH Số: 12/KH-UBND")
    assert shown[at + 8 :] == ["Nơi nhận: - Các thôn;", "TM. ỦY BAN NHÂN DÂN"]


def test_pages_that_are_set_in_columns_keep_their_begin() -> None:
    duty = "{}. Các thôn rà soát, lập danh sách hộ có hoàn cảnh khó khăn và gửi về Ủy ban nhân dân xã trước ngày {}/10."
    sheet = Sheet()
    for first in (1, 9):
        in_columns(sheet, *(duty.format(at, 10 + at) for at in range(first, first + 8)))
        sheet.middle(str(1 + first // 9), y=800)
        if first == 1:
            sheet.turn()
    reading = read(sheet.bytes())
    assert [reading.text[start : start + 3].strip() for start in reading.page_starts] == ["1.", "9."]
    assert "\n\n1\n" not in reading.text
