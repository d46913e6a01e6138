"""Work that stands under its time is quoted, dated and cited with it."""

from __future__ import annotations

from pathlib import Path

from knowledge.facts import extract
from knowledge.facts.evidence import evidence_units
from knowledge.model import Attribute
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
