"""What the scorer keeps of a plan's units: its making takes memory in proportion to the text."""

from __future__ import annotations

import tracemalloc

from knowledge.facts.evidence import evidence_units
from knowledge.model import EvidenceUnit, RawDocument
from knowledge.parsing import parse
from knowledge.ranking.rows import rows_of

HEAD = "ỦY BAN NHÂN DÂN XÃ A\nSố: 1/KH-UBND\n\nKẾ HOẠCH\nCông tác dân vận\n\nI. NHIỆM VỤ\n\n"


def _units(sentences: int) -> tuple[EvidenceUnit, ...]:
    """Return the units of a section of so many sentences on one line."""
    said = " ".join(
        f"Thôn số {at} vận động các hộ chỉnh trang đường làng trong tháng thi đua." for at in range(sentences)
    )
    return evidence_units(parse(RawDocument("a", f"{HEAD}1. {said}", "0")))


def _peak(units: tuple[EvidenceUnit, ...]) -> int:
    tracemalloc.start()
    try:
        rows_of(units)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_long_section_takes_memory_in_proportion() -> None:
    short, long = _units(200), _units(400)
    assert len(long) > 1.9 * len(short)
    rows_of(short)
    assert _peak(long) < 3 * _peak(short)


def test_units_of_a_section_share_its_words() -> None:
    units = _units(20)
    rows = rows_of(units)
    of_section = {int(row) for unit, row in zip(units, rows.block.of, strict=True) if unit.section == "I.1"}
    assert len(of_section) == 1
    assert len(rows.own.keys) > len(rows.block.keys)
