"""Work that stands under its time is quoted, dated and cited with it."""

from __future__ import annotations

from pathlib import Path

from knowledge.facts import extract
from knowledge.facts.evidence import evidence_units
from knowledge.model import Attribute, RawDocument, SectionKind
from knowledge.parsing import parse
from knowledge.readers import read

DOCUMENT = Path(__file__).parents[1] / "documents" / "work-under-its-time.txt"


def test_what_stands_under_a_time_is_quoted_with_it() -> None:
    units = {unit.text.text: unit for unit in evidence_units(parse(read(DOCUMENT)))}
    for words in (
        "Tháng 3/2026: Các thôn tổ chức họp dân.",
        "THÁNG 4: Thời gian: Ngày 25 · Nội dung: Tiếp xúc cử tri · Chủ trì: Chủ tịch HĐND xã",
    ):
        assert any(value.attribute is Attribute.WHEN for value in units[words].values)


def test_what_stands_under_a_time_is_proved_by_both() -> None:
    duties = extract(parse(read(DOCUMENT))).deadlines
    meeting = next(duty for duty in duties if duty.what == "tổ chức họp dân")
    assert [citation.quote for citation in meeting.citations] == ["Các thôn tổ chức họp dân.", "Tháng 3/2026"]


PROGRAMME = """ĐOÀN XÃ TÂN LẬP
Số: 07-TL/ĐTN

THỂ LỆ
Hội thi “Tuyên truyền viên trẻ” năm 2026

Điều 1. Các đội dự thi
Mỗi chi đoàn cử một đội từ ba đến năm người, đã sinh hoạt tại
chi đoàn ít nhất ba tháng và không cùng lúc dự hội thi của xã
khác.
Điều 2. Chương trình
- 07h00 - 07h30: Đón tiếp đại biểu
- 07h30 - 11h00: Phần thi của các đội
CHƯƠNG TRÌNH CHI TIẾT
Ngày 13/9/2026
07h00: Đón tiếp đại biểu
09h00 - 11h00: Thi vòng loại
Ngày 14/9/2026
19h30: Chung kết
21h30: Bế mạc, trao giải
"""


def test_each_hour_of_a_programme_is_a_line_of_its_day() -> None:
    plan = parse(RawDocument("p", PROGRAMME, ""))
    bullets = [section.body.text for section in plan.walk() if section.kind is SectionKind.BULLET]
    assert bullets == [
        "07h00 - 07h30: Đón tiếp đại biểu", "07h30 - 11h00: Phần thi của các đội", "07h00: Đón tiếp đại biểu",
        "09h00 - 11h00: Thi vòng loại", "19h30: Chung kết", "21h30: Bế mạc, trao giải",
    ]  # fmt: skip
    told = [(duty.what, duty.day, duty.time) for duty in extract(plan).deadlines]
    assert told == [
        ("Đón tiếp đại biểu", 13, "07:00"), ("Thi vòng loại", 13, "09:00"), ("Chung kết", 14, "19:30"),
        ("Bế mạc, trao giải", 14, "21:30"),
    ]  # fmt: skip


WEEK = """ỦY BAN NHÂN DÂN XÃ TÂN MỸ
Số: 12/LCT-UBND
Tân Mỹ, ngày 06 tháng 3 năm 2026

LỊCH CÔNG TÁC
Tuần từ ngày 09/3/2026 đến ngày 13/3/2026

| Thứ, ngày | Thời gian | Nội dung | Chủ trì |
|---|---|---|---|
| Thứ Hai 09/3 | 08h00 | Giao ban đầu tuần | Chủ tịch UBND |
|  | 14h00 | Họp Ban Chỉ đạo | Phó Chủ tịch UBND |
| Thứ Ba 10/3 | Cả ngày | Kiểm tra tiến độ | Phó Chủ tịch UBND |
"""


def test_an_hour_of_a_weeks_table_is_of_the_day_that_stands_above_it() -> None:
    plan = parse(RawDocument("p", WEEK, ""))
    assert plan.header.doc_type == "LỊCH CÔNG TÁC"
    first, second, third = extract(plan).deadlines
    assert [(duty.day, duty.month, duty.time) for duty in (first, second, third)] == [
        (9, 3, "08:00"), (9, 3, "14:00"), (10, 3, None),
    ]  # fmt: skip
    assert second.what == "Họp Ban Chỉ đạo"
    assert second.citations[-1].quote == "Thứ Hai 09/3"


ROUNDS = """TỈNH ĐOÀN AN PHÚ
Số: 52-KH/TĐTN
An Phú, ngày 06 tháng 4 năm 2026

KẾ HOẠCH
Chiến dịch tình nguyện hè năm 2026

I. CÁC ĐỢT

| Đợt | Nội dung | Thời gian | Đơn vị thực hiện |
|---|---|---|---|
| 1 | Tiếp sức mùa thi | 20/6 - 28/6 | Đoàn các trường |
| 2 | Thắp nến tri ân | 20h00 ngày 26/7 | Các xã Đoàn |

1. Lịch khám

| TT | Địa điểm | Thời gian | Trạm/Đội phụ trách |
|---|---|---|---|
| 1 | Trạm Y tế xã Lương Minh | 06/4 - 08/4/2026 | Đội khám số 1 |
"""


def test_a_rounds_number_is_not_its_work_and_who_is_in_charge_is_no_work() -> None:
    duties = extract(parse(RawDocument("p", ROUNDS, ""))).deadlines
    assert [(duty.what, duty.who) for duty in duties] == [
        ("Tiếp sức mùa thi", "Đoàn các trường"), ("Thắp nến tri ân", "Các xã Đoàn"), ("Lịch khám", "Đội khám số 1"),
    ]  # fmt: skip


UNHEADED = """TRƯỜNG TIỂU HỌC TÂN MỸ
Số: 12/KH-THTM
Tân Mỹ, ngày 06 tháng 9 năm 2026

KẾ HOẠCH
Công tác dân vận năm học 2026 - 2027

I. LỊCH THỰC HIỆN
Tháng 9/2026\tXây dựng kế hoạch\tHiệu trưởng
Tháng 10/2026\tHội nghị viên chức; phát động quyên góp\tCông đoàn
Cuối tháng 01/2027\tSơ kết học kỳ I\tHiệu trưởng, Công đoàn

II. THU QUỸ

Nhóm | Các lớp | Cô phụ trách | Số em | Hạn nộp quỹ lớp
Khối 1 | 1A, 1B | Lò Thị Hoa | 21 | 30/10
Khối 2 | 2A, 2B | Vì Thị Thơm | 18 | 15/11
"""


def test_a_timetable_without_heads_is_read_by_its_times() -> None:
    duties = extract(parse(RawDocument("p", UNHEADED, ""))).deadlines
    assert [(duty.month, duty.what, duty.who) for duty in duties if duty.section.startswith("I (")] == [
        (9, "Xây dựng kế hoạch", "Hiệu trưởng"),
        (10, "Hội nghị viên chức; phát động quyên góp", "Công đoàn"),
        (1, "Sơ kết học kỳ I", "Hiệu trưởng, Công đoàn"),
    ]


def test_a_line_over_figures_heads_a_table_and_its_days_are_the_bodys_in_the_row() -> None:
    duties = extract(parse(RawDocument("p", UNHEADED, ""))).deadlines
    assert [(duty.day, duty.month, duty.what, duty.who) for duty in duties if duty.section.startswith("II (")] == [
        (30, 10, "Hạn nộp quỹ lớp: Khối 1", "Khối 1"),
        (15, 11, "Hạn nộp quỹ lớp: Khối 2", "Khối 2"),
    ]
