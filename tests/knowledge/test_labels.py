"""Labels of documents: verbatim where the documents are; and the rules by which they agree with output."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.labels.match import header_field, outline_item, same_name, same_sentence, same_time
from tests.labels.run import Tally, labels, source

LABELS = list(labels())


def flat(text: str) -> str:
    """Leave out white space and bold marks: a mark may stand inside a sentence."""
    return re.sub(r"[\s*]+", "", text)


def line(**changes: Any) -> dict[str, Any]:
    fields: dict[str, Any] = {"quote": "Các thôn gửi báo cáo về xã trước ngày 16/12/2025 để tổng hợp", "day": 16}
    fields |= {"month": 12, "year": 2025, "inferred_year": None, "until": None, "within": None, "recurrence": None}
    return fields | changes


def label(**changes: Any) -> dict[str, Any]:
    return {"quote": "gửi báo cáo về xã trước ngày 16/12/2025", "day": 16, "month": 12, "year": 2025} | changes


@pytest.mark.parametrize("label", LABELS, ids=lambda label: str(label["document"]))
def test_labels_are_verbatim(label: dict[str, Any]) -> None:
    document = source(label)
    if document is None:
        pytest.skip(f"the document is not here: {label['document']}")
    text = flat(document.read_text(encoding="utf-8"))
    quotes = [flat(entry["quote"]) for entry in (*label["deadlines"], *label["undated"])]
    assert [quote for quote in quotes if quote not in text] == []
    assert [item for item in label["outline"] if flat(item["title"]) not in text] == []


def test_there_is_enough_to_measure() -> None:
    needed = [entry for label in LABELS for entry in label["deadlines"] if not entry.get("optional")]
    assert len(LABELS) == 33
    assert len(needed) >= 30
    assert sum(len(label["outline"]) for label in LABELS) >= 300
    assert all({"month", "from", "term"} & set(entry) for entry in needed)


@pytest.mark.parametrize(
    ("wanted", "said", "agree"),
    [
        (label(), line(), True),
        (label(), line(day=15), False),
        (label(), line(year=2024), False),
        (label(year=None), line(), True),
        (label(), line(year=None), True),
        (label(), line(year=None, inferred_year=2024), False),
        (label(day=None), line(), False),
        (label(day=None), line(day=None), True),
        ({"from": "2025-11-15", "until": "2025-12-16"}, line(), True),
        ({"from": "11-15", "until": "12-15"}, line(day=15, month=11, year=None), True),
        ({"from": "2025-11-15", "until": "2025-12-15"}, line(day=1, month=1, until="2025-12-15"), True),
        ({"from": "2026-03-15", "until": None}, line(), False),
        ({"term": "trong Quý I"}, line(quote="rà soát trong quý I", day=None, month=None), True),
        ({"term": "trong Quý I"}, line(quote="rà soát trong quý I", day=None, month=None, year=None), False),
        ({"term": "trong Quý I"}, line(quote="rà soát trong quý I"), False),
        ({"term": "03 ngày"}, line(quote="nộp điểm", day=None, month=None, within="chậm nhất 03 ngày"), True),
        ({"term": "03 ngày"}, line(quote="nộp điểm", day=None, month=None, within="chậm nhất 02 ngày"), False),
    ],
)
def test_the_same_time(wanted: dict[str, Any], said: dict[str, Any], agree: bool) -> None:
    assert same_time(wanted, said) is agree


@pytest.mark.parametrize(
    ("quote", "agree"),
    [
        ("**gửi** báo cáo về xã\ntrước ngày 16/12/2025", True),
        ("gửi báo cáo", True),
        ("Ban Chỉ đạo họp định kỳ hằng quý để kiểm điểm tiến độ", False),
        (None, False),
    ],
)
def test_the_same_sentence(quote: str | None, agree: bool) -> None:
    assert same_sentence(label(), line(quote=quote)) is agree


@pytest.mark.parametrize(
    ("wanted", "said", "agree"),
    [
        ("Văn phòng Sở", "văn phòng Sở (qua Phòng Kế hoạch)", True),
        ("Các phòng, đơn vị", "đơn vị", True),
        ("Văn phòng Sở", "Thanh tra Sở", False),
        ("Văn phòng Sở", None, False),
    ],
)
def test_the_same_name(wanted: str, said: str | None, agree: bool) -> None:
    assert same_name(wanted, said) is agree


@pytest.mark.parametrize(
    ("name", "wanted", "said", "agree"),
    [
        ("number", "982/KH-UBND", "982/KH-UBND", True),
        ("number", "982/KH-UBND", "98/KH-UBND", False),
        ("number", None, None, True),
        ("number", None, "1/KH", False),
        ("date", "2025-11-19", "2025-11-19", True),
        ("title", "TRIỂN KHAI ĐỢT THI ĐUA", "Triển khai\nđợt thi đua", True),
        ("title", "TRIỂN KHAI ĐỢT THI ĐUA", "Triển khai", False),
        ("signer", "Lan Thị Vân", "**Lan Thị Vân**", True),
    ],
)
def test_header_fields(name: str, wanted: str | None, said: str | None, agree: bool) -> None:
    assert header_field(name, wanted, said) is agree


@pytest.mark.parametrize(
    ("number", "under", "path", "title", "agree"),
    [
        ("1.1", "II", "II.1.1", "**Mục tiêu** chung là gì", True),
        ("1.1", "II", "III.1.1", "Mục tiêu chung là gì", False),
        ("1", "II", "A.II.1", "Mục tiêu chung là gì", True),
        ("1.1", "II", "II.1.1", "Mục tiêu riêng là gì", False),
        ("Điều 5", "", "Điều 5", "Mục tiêu chung là gì", True),
        ("Điều 5", "", "I.5", "Mục tiêu chung là gì", True),
        ("1", "Điều 5", "5.1", "Mục tiêu chung là gì", True),
        ("1", "Điều 5", "5.2", "Mục tiêu chung là gì", False),
    ],
)
def test_outline_items(number: str, under: str, path: str, title: str, agree: bool) -> None:
    wanted = {"number": number, "under": under, "title": "Mục tiêu chung là gì và"}
    assert outline_item(wanted, {"number": path, "title": f"{title} và làm gì"}) is agree


def test_the_table_tells_totals_only() -> None:
    tally = Tally()
    tally.count(tally.recall, True, "a", "found")
    tally.count(tally.recall, False, "a", "lost words")
    assert "deadlines, recall        50.0%  1/2" in tally.table()
    assert "lost words" not in tally.table()
    assert tally.missed == [("a", "lost words")]
