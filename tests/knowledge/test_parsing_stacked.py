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


ROUNDS = (
    ("Vòng", "Phạm vi", "Hạn đăng ký", "Thời gian thi đấu", "Địa điểm"),
    ("Vòng cơ sở", "Từng trường", "Không phải đăng ký", "Trước ngày 15/02/2026", "Tại trường"),
    ("Vòng cụm", "08 cụm thi đua", "28/02/2026", "14/3 - 15/3/2026", "Do trường cụm trưởng bố trí"),
    ("Vòng tỉnh", "Các đội nhất, nhì cụm", "25/3/2026", "10/4 - 12/4/2026", "Nhà thi đấu tỉnh"),
)
VISITS = (
    ("Thời gian", "Nội dung, địa điểm", "Người chủ trì"),
    ("Trước ngày 24/4/2026", "Gửi đề cương báo cáo", "Thư ký Đoàn giám sát"),
    ("Ngày 02 và 03/6/2026", "Làm việc tại các xã Chợ Rã, Ba Bể", "Bà Nông Thị Huệ, Phó Trưởng đoàn"),
    ("Kỳ họp cuối năm 2026", "Trình báo cáo kết quả", "Trưởng Đoàn giám sát"),
)
TASKS = (
    ("Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"),
    ("Ban hành kế hoạch", "Văn phòng Đảng ủy", "Trước ngày 10/4/2026"),
    ("Mở lớp tập huấn", "Ban Xây dựng Đảng", "Quý II năm 2026"),
    ("Sơ kết phong trào", "Ủy ban MTTQ Việt Nam xã", "Tháng 11/2026"),
)
GROUPS = (
    ("Đơn vị", "Người phụ trách", "Số hộ vận động"),
    ("Thôn Đông", "Lê Văn An", "120"),
    ("Thôn Tây", "Đỗ Thị Dung", "95 hộ"),
)


@pytest.mark.parametrize("under", ["", "1. Lịch cụ thể\n"], ids=["after an empty line", "below a title"])
@pytest.mark.parametrize("table", [ROUNDS, VISITS, TASKS, GROUPS], ids=["rounds", "visits", "tasks", "groups"])
def test_columns_that_bear_their_heads_out_need_no_numbers(table: tuple[tuple[str, ...], ...], under: str) -> None:
    text = under + "\n".join(cell for row in table for cell in row)
    plan = parsed(f"{text}\n2. Việc khác\nCác thôn báo cáo theo quy định." if under else text)
    assert rows_of(plan) == list(table[1:])
    assert all(
        plan.source_text[each.start : each.end] == each.quote
        for section in plan.walk()
        for _, cell in section.cells
        for each in plan.cite(section.path, cell)
    )


def test_two_columns_of_times_are_two_matters_of_a_row() -> None:
    duties = extract(parsed("\n".join(cell for row in ROUNDS for cell in row))).deadlines
    assert [(each.what, each.day, each.month, each.until) for each in duties] == [
        ("Thời gian thi đấu: Vòng cơ sở", 15, 2, None),
        ("Hạn đăng ký: Vòng cụm", 28, 2, None),
        ("Thời gian thi đấu: Vòng cụm", 14, 3, date(2026, 3, 15)),
        ("Hạn đăng ký: Vòng tỉnh", 25, 3, None),
        ("Thời gian thi đấu: Vòng tỉnh", 10, 4, date(2026, 4, 12)),
    ]


NUMBERED = """TT
Nội dung công việc
Chủ trì
Phối hợp
Thời hạn
1
Kiện toàn Ban Chỉ đạo phường
Văn phòng HĐND và
UBND
Phòng Kinh tế, Hạ tầng
và Đô thị
05/6/2026
2
Cấp phát 4.200 bộ thùng rác cho hộ nghèo,
Tổ dân phố điểm
Phòng Kinh tế, Hạ tầng và Đô thị
Ủy ban MTTQ Việt Nam
phường
30/6/2026
3
Thi “Tổ dân phố sạch - xanh - đẹp”
Hội Liên hiệp Phụ nữ phường
Trạm Y tế
phường
Tháng 11/2026"""


@pytest.mark.parametrize("end", ["", "\n4. Việc khác\nCác tổ báo cáo theo quy định."], ids=["", "an item follows"])
def test_cells_broken_over_lines_are_told_by_what_the_columns_hold(end: str) -> None:
    plan = parsed(NUMBERED + end)
    assert rows_of(plan) == [
        ("Kiện toàn Ban Chỉ đạo phường", "Văn phòng HĐND và UBND", "Phòng Kinh tế, Hạ tầng và Đô thị", "05/6/2026"),
        ("Cấp phát 4.200 bộ thùng rác cho hộ nghèo, Tổ dân phố điểm", "Phòng Kinh tế, Hạ tầng và Đô thị",
         "Ủy ban MTTQ Việt Nam phường", "30/6/2026"),
        ("Thi “Tổ dân phố sạch - xanh - đẹp”", "Hội Liên hiệp Phụ nữ phường", "Trạm Y tế phường", "Tháng 11/2026"),
    ]  # fmt: skip
    assert [duty.who for duty in extract(plan).deadlines][:1] == ["Văn phòng HĐND và UBND"]


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        ("Vòng\nPhạm vi\nHạn đăng ký\nVòng cơ sở\nTừng trường, từng\nđiểm trường\n15/02/2026\nVòng cụm\n8 cụm\n28/02",
         [("Vòng cơ sở", "Từng trường, từng điểm trường", "15/02/2026"), ("Vòng cụm", "8 cụm", "28/02")]),
        ("Nhiệm vụ\nChủ trì\nThời hạn\nBan hành kế hoạch,\nphân công cụ thể\nVăn phòng\n10/4\nTập huấn\nĐoàn xã\n05/5",
         [("Ban hành kế hoạch, phân công cụ thể", "Văn phòng", "10/4"), ("Tập huấn", "Đoàn xã", "05/5")]),
        ("Ngày\nNội dung\nChủ trì\n07/4\nKiểm tra tại xã và\ncác thôn\nTrưởng đoàn\n08/4\nHọp\nPhó Trưởng đoàn",
         [("07/4", "Kiểm tra tại xã và các thôn", "Trưởng đoàn"), ("08/4", "Họp", "Phó Trưởng đoàn")]),
    ],
    ids=["first cells alike", "ends with a time", "begins with a day"],
)  # fmt: skip
def test_rows_without_numbers_may_be_broken_over_lines(lines: str, rows: list[tuple[str, ...]]) -> None:
    assert rows_of(parsed(lines)) == rows


@pytest.mark.parametrize(
    "lines",
    [
        ("Thời gian", "8 giờ 00 ngày 19/5/2026", "Địa điểm", "Hội trường xã", "Thành phần", "Toàn thể đảng viên"),
        ("Chủ trì: Văn phòng", "Phối hợp: Đoàn xã", "Thời hạn: 15/5/2026", "Sản phẩm: Báo cáo", "Nơi nhận: Đảng ủy"),
        ("Đơn vị", "Trường học", "Trạm Y tế", "Công an xã", "Hội Nông dân xã", "Đoàn Thanh niên xã"),
        ("Nội dung", "Nhiệm vụ", "Giải pháp", "Tổ chức thực hiện", "Kinh phí", "Khen thưởng"),
        ("Ngày mai em lớn", "Mục đồng thổi sáo", "Tháng ba mưa nhiều", "Quý lắm quê mình", "Giờ ra chơi", "Buổi sáng"),
        ("Phân công", "Thời hạn", "Văn phòng xã", "Đoàn xã", "Công an xã", "Trạm Y tế", "Hội Phụ nữ xã", "Mặt trận xã"),
        ("Chủ trì", "Lê Văn An", "Thư ký", "Đỗ Dung", "Thành viên", "Vũ Em", "Hồ Giang", "Bùi Hoa", "Mai Lan"),
        ("Ngày 03/02", "Ngày 26/3", "Ngày 19/5", "Ngày 02/9", "Ngày 20/10", "Ngày 22/12"),
        ("Khai mạc hội nghị", "Báo cáo kết quả", "Thảo luận", "Phát biểu chỉ đạo", "Kết luận", "Bế mạc"),
        ("Sở Nội vụ", "Lưu: VT", "Phòng Văn hóa", "Ban Dân vận", "Hội Nông dân", "Đoàn xã"),
    ],
    ids=["labels", "colons", "units", "parts", "verses", "no times", "people", "days", "agenda", "recipients"],
)  # fmt: skip
@pytest.mark.parametrize("under", ["", "1. Cụ thể\n"], ids=["after an empty line", "below a title"])
def test_short_lines_that_bear_no_heads_out_are_no_table(lines: tuple[str, ...], under: str) -> None:
    assert rows_of(parsed(under + "\n".join(lines))) == []
