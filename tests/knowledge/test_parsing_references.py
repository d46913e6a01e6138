"""Documents that a text names."""

from __future__ import annotations

import pytest

from knowledge.parsing import Reference, find_references
from knowledge.text import clean


def _one(text: str) -> Reference:
    (reference,) = find_references(clean(text))
    return reference


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Thực hiện Kế hoạch số 164-KH/QU ngày 29 tháng 12 năm 2022 của Quận ủy Quận 5 về việc phát động phong trào "
            "thi đua, Ủy ban nhân dân Quận 5 xây dựng Kế hoạch như sau:",
            ("Kế hoạch", "164-KH/QU", "2022-12-29", "Quận ủy Quận 5", "phát động phong trào thi đua"),
        ),
        (
            "theo Quyết định số 217-QĐ/TW, ngày 12/12/2013 của Bộ Chính trị, nhất là",
            ("Quyết định", "217-QĐ/TW", "2013-12-12", "Bộ Chính trị", None),
        ),
        (
            "Nghị quyết 296-NQ/TU ngày 02/7/2019 về đổi mới công tác dân vận.",
            ("Nghị quyết", "296-NQ/TU", "2019-07-02", None, "đổi mới công tác dân vận"),
        ),
        (
            "Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân số 85/2015/QH13, ngày 25/6/2015;",
            ("Luật", "85/2015/QH13", "2015-06-25", None, "Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân"),
        ),
        ("Luật Thi đua, khen thưởng ngày 15/6/2022 và", ("Luật", None, "2022-06-15", None, "Thi đua, khen thưởng")),
        (
            "Nghị quyết Trung ương 4 (khóa XII) về “Tăng cường xây dựng, chỉnh đốn Đảng; những biểu hiện “tự diễn "
            "biến” trong nội bộ”; và",
            (
                "Nghị quyết",
                "Trung ương 4 (khóa XII)",
                None,
                None,
                "Tăng cường xây dựng, chỉnh đốn Đảng; những biểu hiện “tự diễn biến” trong nội bộ",
            ),
        ),
        (
            "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XVI đề ra",
            ("Nghị quyết", None, None, "Đại hội đại biểu Đảng bộ tỉnh lần thứ XVI", None),
        ),
        (
            "Chỉ thị số số 46 - CT/TW ngày 16/5/2025 của Bộ Chính trị về lãnh đạo bầu cử.",
            ("Chỉ thị", "46-CT/TW", "2025-05-16", "Bộ Chính trị", "lãnh đạo bầu cử"),
        ),
        (
            "Nghị định số 135/2020/NĐ -CP ngày 18/11/2020 của Chính phủ trừ đi tuổi",
            ("Nghị định", "135/2020/NĐ-CP", "2020-11-18", "Chính phủ", None),
        ),
        (
            "Quyết định số 5/QĐ-UBND ngày 1/2/2024 của UBND tỉnh phân bổ dự toán (vốn sự nghiệp) năm 2024;",
            ("Quyết định", "5/QĐ-UBND", "2024-02-01", "UBND tỉnh", "phân bổ dự toán (vốn sự nghiệp) năm 2024"),
        ),
        ("Nghị quyết số 25-NQ/TW năm 2013 của Ban Chấp hành Trung ương Đảng.",
         ("Nghị quyết", "25-NQ/TW", "2013", "Ban Chấp hành Trung ương Đảng", None)),
    ],
)  # fmt: skip
def test_parts_of_a_reference(text: str, expected: tuple[str | None, ...]) -> None:
    found = _one(text)
    assert (found.kind, found.number, found.date, found.issuer, found.subject) == expected


def test_spans_begin_and_end_with_the_reference() -> None:
    text = "Căn cứ Kế hoạch số 1-KH/TU ngày 01/01/2020 của Tỉnh ủy về dân vận; làm tốt."
    found = _one(text)
    assert text[found.start : found.end] == "Kế hoạch số 1-KH/TU ngày 01/01/2020 của Tỉnh ủy về dân vận"


def test_an_issuer_said_of_two() -> None:
    text = "Quyết định số 217-QĐ/TW ngày 12/12/2013, Quyết định số 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị"
    assert [found.issuer for found in find_references(clean(text))] == ["Bộ Chính trị", "Bộ Chính trị"]


def test_a_document_in_the_subject_of_another_is_nested() -> None:
    text = "Quyết định số 178/QĐ-TTg ban hành Kế hoạch triển khai Thông báo kết luận số 196-TB/TW của Ban Bí thư"
    assert [(found.number, found.nested) for found in find_references(clean(text))] == [
        ("178/QĐ-TTg", False),
        ("196-TB/TW", True),
    ]


def test_laws_in_a_row() -> None:
    text = "thuộc Bộ Luật Lao động, Luật Công đoàn, Luật Bảo hiểm xã hội."
    assert [found.subject for found in find_references(clean(text))] == ["Lao động", "Công đoàn", "Bảo hiểm xã hội"]


@pytest.mark.parametrize(
    "text",
    [
        "không vi phạm luật giao thông đường bộ",
        "chấp hành kế hoạch năm 2023 và quyết định của cấp trên",
        "Kế hoạch này thực hiện theo quy định",
        "tin nhắn đến số 0283 hoặc 1022",
    ],
)
def test_plain_words_are_no_reference(text: str) -> None:
    assert find_references(clean(text)) == ()
