"""A plan as a page shows it: tables as they stand in the file. A plan of our own."""

from __future__ import annotations

from bot.web.reading import Table, document
from tests.knowledge.facts.alterations import read

PLAN = """ỦY BAN NHÂN DÂN XÃ HÒA BÌNH

KẾ HOẠCH
Thi đua “Dân vận khéo” năm 2026

I. PHÂN CÔNG NHIỆM VỤ

| TT | Nội dung công việc | Đơn vị thực hiện | Thời gian | Ghi chú |
|---|---|---|---|---|
| I | Việc chung |  |  |  |
| 1 | Tuyên truyền trên loa truyền thanh | Văn phòng xã |  |  |
| 2 | Kiểm tra vệ sinh đường làng |  | Tháng 5 | Cùng thôn |
| II | Việc riêng |  |  |  |
| 3 | Sửa đường | Các thôn | Tháng 6 |  |

Bảng kinh phí:

| TT | Nội dung | Số tiền |
|---|---|---|
| 1 | Sửa đường | 5 triệu |
| 2 | Khác |  |

II. TỔ CHỨC THỰC HIỆN
1. Các thôn báo cáo tình hình về Ủy ban nhân dân xã.
"""


def test_a_table_is_one_with_its_numbers_and_its_empty_cells() -> None:
    plan = read(PLAN)
    part = document(plan).nodes[1]
    assert not isinstance(part, Table)
    first, between, second = part.children
    assert isinstance(first, Table)
    assert first.heads == ("Nội dung công việc", "Đơn vị thực hiện", "Thời gian", "Ghi chú")
    assert [(row.number, row.across or tuple(map(str, row.cells))) for row in first.rows] == [
        ("I", "Việc chung"),
        ("1", ("Tuyên truyền trên loa truyền thanh", "Văn phòng xã", "", "")),
        ("2", ("Kiểm tra vệ sinh đường làng", "", "Tháng 5", "Cùng thôn")),
        ("II", "Việc riêng"),
        ("3", ("Sửa đường", "Các thôn", "Tháng 6", "")),
    ]
    assert "Bảng kinh phí" in str(getattr(between, "body", ""))
    assert isinstance(second, Table)
    assert [tuple(map(str, row.cells)) for row in second.rows] == [("Sửa đường", "5 triệu"), ("Khác", "")]


def test_every_quote_of_a_row_is_marked_and_has_an_address() -> None:
    plan = read(PLAN)
    at = plan.source_text.index("Cùng thôn")
    told = document(plan, ((at, at + len("Cùng thôn")),))
    assert told.marks == (1,)
    table = told.nodes[1].children[0]  # type: ignore[union-attr]
    assert isinstance(table, Table)
    assert "<mark" in str(table.rows[2].cells[-1])
    assert table.rows[2].anchor
