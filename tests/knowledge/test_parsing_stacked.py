"""Tables saved as text: every cell on a line of its own, or rows with bars that a printer's width broke over lines."""

from __future__ import annotations

import textwrap
from datetime import date

import pytest

from knowledge.facts import extract
from knowledge.model import Plan, RawDocument, SectionKind
from knowledge.parsing import parse

HEAD = """ỦY BAN NHÂN DÂN
XÃ BÌNH YÊN
Số: 12/KH-UBND
Bình Yên, ngày 03 tháng 3 năm 2026

KẾ HOẠCH
Phong trào thi đua năm 2026

I. MỤC ĐÍCH
Nâng cao chất lượng phong trào.

II. LỊCH HOẠT ĐỘNG

"""
TAIL = """

III. TỔ CHỨC THỰC HIỆN
Văn phòng theo dõi, đôn đốc việc thực hiện Kế hoạch này.
"""
WEEK = (
    ("Thứ", "Hoạt động", "Giờ", "Phụ trách"),
    ("Thứ Hai", "Chào cờ", "7 giờ 15", "Đội Thiếu niên"),
    ("Thứ Tư", "Đọc sách cùng bạn", "15 giờ 40", "Thư viện"),
    ("Thứ Sáu", "Bình chọn hoa tử tế", "16 giờ", "Giáo viên"),
)
YEARS = (
    ("Chỉ tiêu", "Năm 2026", "Năm 2027", "Năm 2028"),
    ("Tỷ lệ hộ nghèo (%)", "4,8", "3,9", "3,1"),
    ("Số mô hình mới", "12", "15", "18"),
    ("Tỷ lệ hồ sơ trực tuyến", "80%", "85%", "90%"),
)
MONTHS = (
    ("Tháng", "Chủ đề", "Hạn", "Người lo"),
    ("9/2026", "Kết nối", "25/9/2026", "Hiệu trưởng"),
    ("10/2026", "Lớp học của em", "16/10/2026", "Chủ nhiệm"),
)
MARKS = (("Nội dung", "Điểm", "Cách trừ"), ("Phát động", "15", "Không làm: 0 điểm"), ("Mô hình", "30", "Thiếu: trừ 5"))


def parsed(body: str) -> Plan:
    return parse(RawDocument("xa-binh-yen", HEAD + body + TAIL, ""))


def rows_of(plan: Plan) -> list[tuple[str, ...]]:
    return [tuple(cell.text for _, cell in section.cells) for section in plan.walk() if section.cells]


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["tight", "parted"])
@pytest.mark.parametrize("table", [WEEK, YEARS, MONTHS, MARKS], ids=["week", "years", "months", "marks"])
def test_cells_below_each_other_become_rows(table: tuple[tuple[str, ...], ...], between: str) -> None:
    cells = [cell for row in table for cell in row]
    assert rows_of(parsed(between.join(cells))) == list(table[1:])


def test_half_of_the_heads_are_enough_where_three_are_usual() -> None:
    table = (
        ("Cuộc", "Nội dung", "Đối tượng", "Thời gian", "Địa điểm", "Trưởng đoàn"),
        ("1", "Chi trả hỗ trợ", "Xã Bình Minh", "17 - 18/3/2026", "Hội trường xã", "Ông Lê Văn An"),
        ("2", "Dân chủ trong trường học", "08 trường", "21 - 24/4/2026", "Tại trường", "Bà Đỗ Dung"),
    )
    plan = parsed("\n".join("\t".join(row) for row in table))
    assert rows_of(plan) == list(table[1:])
    days = [(duty.day, duty.month, duty.until) for duty in extract(plan).deadlines]
    assert days == [(17, 3, date(2026, 3, 18)), (21, 4, date(2026, 4, 24))]


@pytest.mark.parametrize(
    "lines",
    [
        ("Các đơn vị trực thuộc gửi danh sách", "về Văn phòng để tổng hợp,", "trước ngày 12 tháng 4", "năm 2026."),
        ("Ông Lê Văn An", "Bà Trần Thị Bình", "Ông Phạm Cường", "Bà Đỗ Dung", "Ông Vũ Em", "Bà Hồ Giang"),
        ("Điện thoại", "0254 123 456", "Thư điện tử", "vp@binhyen.gov.vn"),
        ("Bác Hồ", "Kính yêu", "Cho em mùa xuân", "19/5", "Cho em mùa hạ", "2/9"),
        ("Độc lập", "Tự do - Hạnh phúc", "Bình Yên", "12", "Hòa Lạc", "13"),
        ("Lê Văn An", "Đã ký", "Trần Thị Bình", "2024", "Phạm Cường", "2025"),
        ("Liên hệ ban tổ chức", "Số máy", "Ông Lê Văn An", "0913222333", "Bà Đỗ Dung", "0913222444"),
    ],
    ids=["wrapped", "names", "contacts", "poem", "motto", "signatures", "phones"],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["tight", "parted"])
def test_other_short_lines_stay_as_they_are(lines: tuple[str, ...], between: str) -> None:
    assert rows_of(parsed(between.join(lines))) == []


WORK = (
    ("STT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn hoàn thành"),
    ("1", "Tổ chức hội nghị quán triệt, triển khai phong trào thi đua “Dân vận khéo”", "Văn phòng Đảng ủy",
     "Ủy ban Mặt trận Tổ quốc xã và các đoàn thể", "Trước ngày 15/3/2026"),
    ("2", "Đăng ký mô hình", "Các chi bộ", "Các thôn", "Quý II năm 2026"),
    ("3", "Sơ kết phong trào, đề nghị khen thưởng các tập thể, cá nhân tiêu biểu", "Ban Tuyên giáo và Dân vận",
     "Phòng Văn hóa - Xã hội", "Chậm nhất ngày 10 tháng 12 năm 2026"),
)  # fmt: skip
DAYS = (
    ("Ngày", "Buổi, giờ", "Địa điểm làm việc", "Chủ trì"),
    ("07/4/2026", "Sáng, 8 giờ 30", "Ủy ban nhân dân xã Bình Yên và Trường Tiểu học số 1", "Trưởng đoàn"),
    ("08/4/2026", "Chiều, 14 giờ 00", "Nhà văn hóa thôn Bình Yên Đông", "Phó Trưởng đoàn"),
)


@pytest.mark.parametrize("frame", ["", "|"], ids=["no outer bars", "outer bars"])
@pytest.mark.parametrize("width", [48, 60, 72, 90, 400])
@pytest.mark.parametrize("table", [WORK, DAYS], ids=["numbered", "days"])
def test_rows_with_bars_are_read_however_their_lines_break(
    table: tuple[tuple[str, ...], ...], width: int, frame: str
) -> None:
    lines = [f"{frame} {' | '.join(row)} {frame}".strip() for row in table]
    plan = parsed("\n".join(part for line in lines for part in textwrap.wrap(line, width)))
    numbered = table is WORK
    assert rows_of(plan) == [row[numbered:] for row in table[1:]]
    assert [section.path for section in plan.walk() if section.path.startswith("III")]
    assert all(
        plan.source_text[each.start : each.end] == each.quote
        for section in plan.walk()
        for _, cell in section.cells
        for each in plan.cite(section.path, cell)
    )


def test_a_row_of_totals_may_be_short_and_tables_follow_each_other() -> None:
    text = "Nội dung chi | Số tiền | Nguồn\nIn tờ rơi | 8 triệu đồng | Ngân sách xã\nTổng cộng | 8 triệu đồng"
    rows = [("In tờ rơi", "8 triệu đồng", "Ngân sách xã"), ("Tổng cộng", "8 triệu đồng")]
    assert rows_of(parsed(text)) == rows
    assert rows_of(parsed(f"{text}\n\nNgày | Nội dung\n07/4/2026 | Khai mạc")) == [*rows, ("07/4/2026", "Khai mạc")]


@pytest.mark.parametrize(
    "text",
    [
        "Điện thoại | 02103 888 999\nThư điện tử | vp@binhyen.gov.vn",
        "Chủ trì phối hợp | Văn phòng",
        "Nội dung | Thời hạn | Chủ trì\n\nVăn phòng theo dõi việc này.",
    ],
)
def test_lines_with_a_bar_that_are_no_table_stay_lines(text: str) -> None:
    assert rows_of(parsed(text)) == []


@pytest.mark.parametrize(
    ("cell", "who"),
    [
        ("Chủ trì: Văn phòng; Phối hợp: Đoàn xã", "Văn phòng"),
        ("Chủ trì – Văn phòng HĐND và UBND; Phối hợp – Đoàn xã", "Văn phòng HĐND và UBND"),
        ("Cơ quan chủ trì: Công an xã. Cơ quan phối hợp: các thôn", "Công an xã"),
        ("Văn phòng chủ trì, Đoàn xã phối hợp", "Văn phòng"),
        ("Văn phòng, Công an xã", "Văn phòng, Công an xã"),
    ],
)
def test_who_leads_in_a_cell_that_tells_who_helps_too(cell: str, who: str) -> None:
    plan = parsed(f"STT | Nhiệm vụ | Phân công | Thời hạn\n1 | Tổ chức lễ phát động | {cell} | 28/02/2026")
    assert [duty.who for duty in extract(plan).deadlines] == [who]


def test_a_schedule_of_visits_names_whom_and_its_leader() -> None:
    text = (
        "Ngày | Buổi, giờ | Đơn vị được giám sát | Chủ trì\n07/4/2026 | Sáng, 8 giờ 30 | UBND xã | Trưởng đoàn\n"
        "08/4/2026 | Chiều | Trường Mầm non | Phó Trưởng đoàn"
    )
    assert [(each.day, each.time, each.who, each.what) for each in extract(parsed(text)).deadlines] == [
        (7, "08:30", "Trưởng đoàn", "Đơn vị được giám sát: UBND xã"),
        (8, None, "Phó Trưởng đoàn", "Đơn vị được giám sát: Trường Mầm non"),
    ]


def test_a_duty_within_a_cell_is_of_the_person_of_its_row() -> None:
    text = "TT | Họ và tên | Nhiệm vụ\n1 | Đ/c Mai | Tổng hợp, gửi báo cáo về Ủy ban Kiểm tra trước ngày 05/5/2026"
    (duty,) = extract(parsed(text)).deadlines
    assert (duty.who, duty.to) == ("Đ/c Mai", "Ủy ban Kiểm tra")


@pytest.mark.parametrize(
    "group", ["I | CÔNG TÁC TUYÊN TRUYỀN", "I. Công tác tuyên truyền", "I | Công tác tuyên truyền | |"]
)
def test_lines_that_head_rows_below_are_groups_of_a_table_with_bars(group: str) -> None:
    text = (
        f"STT | Nội dung | Chủ trì | Thời hạn\n{group}\n1 | Mở chuyên mục | Văn phòng | Tháng 3\n"
        "2 | Treo pa nô | Các thôn | Tháng 4\nII | CÔNG TÁC KIỂM TRA\n1 | Kiểm tra 05 thôn | UBKT | Quý III"
    )
    plan = parsed(text)
    assert [row[0] for row in rows_of(plan)] == ["Mở chuyên mục", "Treo pa nô", "Kiểm tra 05 thôn"]
    titles = [s.heading.text.lower() for s in plan.walk() if s.kind is SectionKind.TABLE_ROW and s.heading.text]
    assert [title.removeprefix("i. ") for title in titles] == ["công tác tuyên truyền", "công tác kiểm tra"]
