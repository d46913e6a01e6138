"""Rows with bars between their cells only, as many in each line as in that of the heads, are a table."""

from __future__ import annotations

import pytest

from knowledge.parsing.rows import find_rows

HEADS = "Cụm | Chi hội | Ủy viên phụ trách | Hạn nộp quỹ hội"
ROWS = ["Cụm 1 | Bản Lạn, Bản Cang | Lò Thị Hoa | 30/4", "Cụm 2 | Huổi Men | Quàng Thị Ín | 31/5"]


def test_rows_below_usual_or_unusual_heads_are_read() -> None:
    rows = find_rows(["III. PHÂN CÔNG", "", HEADS, *ROWS, "", "IV. BÁO CÁO"])
    assert list(rows) == [2, 3, 4]
    assert rows[2].head
    assert [ROWS[1][a:b].strip() for a, b in rows[4].cells] == ["Cụm 2", "Huổi Men", "Quàng Thị Ín", "31/5"]


@pytest.mark.parametrize(
    "lines",
    [
        [HEADS, ROWS[0]],
        [HEADS, ROWS[0], "Cụm 2 | Huổi Men"],
        ["Sáng | chiều", "Thứ hai | thứ ba", "Thứ tư | thứ năm"],
        ["Gọi | a. | b | c.", "x | y | z | t", "x | y | z | t"],
        ["1 | 2 | 3", "4 | 5 | 6", "7 | 8 | 9"],
    ],
)
def test_other_lines_with_bars_are_none(lines: list[str]) -> None:
    assert find_rows(lines) == {}
