"""Where a part begins: below a title, above what is done in a month, between rows that a page's end parts."""

from __future__ import annotations

from knowledge.facts import extract
from knowledge.model import Plan, RawDocument
from knowledge.parsing import parse

_HEAD = (
    "ỦY BAN NHÂN DÂN\nXÃ AN HÒA\nSố: 9/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "An Hòa, ngày 05 tháng 3 năm 2026\nKẾ HOẠCH\nTết trồng cây năm 2026\n"
)


def _plan(body: str) -> Plan:
    return parse(RawDocument("p", _HEAD + body, ""))


def test_the_sentence_that_enacts_is_no_title() -> None:
    plan = _plan(
        "Ủy ban nhân dân xã ban hành Kế hoạch với các nội dung sau:\nI. MỤC ĐÍCH\nTrồng cây.\nII. VIỆC\nMột.\n"
    )
    assert plan.header.title == "Tết trồng cây năm 2026"


def test_a_part_may_be_called_basis() -> None:
    plan = _plan("\nI. CĂN CỨ\n\nCăn cứ Công văn số 12/SYT-NVY ngày 20/02/2026 của Sở Y tế.\n\nII. VIỆC\n\n1. Một.\n")
    assert [section.path for section in plan.walk() if section.number] == ["I", "II", "II.1"]


def test_what_stands_below_a_month_is_done_then() -> None:
    plan = _plan(
        "\nI. VIỆC\n\nTháng 4\n\n- Tổ chức gặp mặt đảng viên.\n\nQuý III/2026\n\n- Tặng quà hộ nghèo.\n\nII. HẾT\n"
    )
    found = [(duty.what, duty.month, str(duty.until)) for duty in extract(plan).deadlines]
    assert found == [("Tổ chức gặp mặt đảng viên", 4, "2026-04-30"), ("Tặng quà hộ nghèo", None, "2026-09-30")]


def test_a_pages_number_between_two_rows_is_no_cell() -> None:
    rows = (
        "STT\nNội dung\nThời gian\nThực hiện\n1\nThu gom rác\n06/6/2026\nThôn 1\n"
        "2\nPhát quang đường\n20/6/2026\nThôn 2\n2\n3\nSửa nhà\n04/7/2026\nThôn 3\n"
    )
    plan = _plan(f"\nI. LỊCH\n{rows}II. HẾT\n1. Xã tổng kết.\n")
    cells = [[cell.text for _, cell in section.cells] for section in plan.walk() if section.cells]
    assert cells[1] == ["Phát quang đường", "20/6/2026", "Thôn 2"]
    assert len(cells) == 3


def test_a_column_of_months_may_name_the_year() -> None:
    table = "| Tháng | Nội dung công tác |\n| --- | --- |\n| 9/2026 | Kiện toàn Ban chỉ đạo |\n| 5/2027 | Tổng kết |\n"
    plan = _plan(f"\nI. LỊCH\n\n{table}\nII. HẾT\n")
    found = [(duty.what, duty.month, duty.year) for duty in extract(plan).deadlines]
    assert found == [("Kiện toàn Ban chỉ đạo", 9, 2026), ("Tổng kết", 5, 2027)]


def test_an_articles_title_ends_above_a_number_that_had_room_beside_it() -> None:
    long = "Mỗi tác giả gửi tối đa 10 ảnh đơn và bộ ảnh về Ban Tổ chức theo đúng thời gian mà Thể lệ đã định, kể cả"
    text = (
        "BAN TỔ CHỨC CUỘC THI\nSố: 09/TL-BTC\nLong Sơn, ngày 01 tháng 4 năm 2026\n\nTHỂ LỆ\nCuộc thi ảnh\n\n"
        f"Điều 1. Tác phẩm\n{long}\nảnh đã đăng báo.\n{long}\nảnh chưa đăng báo.\n{long}\nảnh của hội viên.\n{long}\n"
        f"ảnh của thành viên.\n\nĐiều 2. Cơ cấu giải thưởng\n01 giải Nhất: 10.000.000 đồng; 02 giải Nhì.\n"
        "Điều 3. Số lượng từ\n05 đến 10 ảnh.\n"
    )
    sections = parse(RawDocument("x", text, "")).sections
    titles = {section.path: section.heading.text or section.body.text for section in sections}
    assert titles["Điều 2"] == "Cơ cấu giải thưởng"
