"""Duties of the invented plans, written by hand as `knowledge.facts` would read them."""

from __future__ import annotations

from datetime import date
from typing import Any

from knowledge.model import Citation, Deadline
from tests.bot.fake_library import AN_BINH, BINH_MY, FakeLibrary, Source


def duty(source: Source, section: str, quote: str, **fields: Any) -> Deadline:
    """Return a duty that `quote`, words of the invented plan, proves."""
    start = source.text.index(quote)
    citation = Citation(source.unit.plan_id, source.header.number, section, quote, start, start + len(quote))
    told: dict[str, Any] = {"who": None, "what": quote, **fields}
    return Deadline(source.unit.plan_id, section, citations=(citation,), **told)


SIX_MONTHS = duty(
    AN_BINH, "II.1", "Các ấp gửi báo cáo 6 tháng về Văn phòng trước ngày 05/6", who="Các ấp",
    what="gửi báo cáo 6 tháng", to="Văn phòng", period="6 tháng", comparator="trước", day=5, month=6,
    inferred_year=2025, stated="trước ngày 05/6",
)  # fmt: skip
YEAR_END = duty(
    AN_BINH, "II.2", "Biểu dương <b>điển hình</b> & mô hình “khéo” ở các ấp", comparator="chậm nhất", day=20, month=11,
    year=2025, time="17:00", stated="chậm nhất 17 giờ ngày 20/11/2025",
)  # fmt: skip
MONTHLY = duty(
    AN_BINH, "I.1", "Tuyên truyền phong trào đến từng hộ dân", recurrence="tháng", comparator="trước", day=25,
    until=date(2025, 12, 31), stated="trước ngày 25 hằng tháng",
)  # fmt: skip
UNDATED = duty(
    AN_BINH, "II.1", "Gửi bản giấy", who="Các ấp", what="báo cáo", to="Văn phòng", recurrence="quý",
    until=date(2025, 12, 31),
)  # fmt: skip
OVER = duty(
    BINH_MY, "IV.3", "Chi bộ gửi báo cáo 6 tháng trước ngày 20/5 cho Đảng ủy phường", what="gửi báo cáo 6 tháng",
    to="Đảng ủy phường", period="6 tháng", comparator="trước", day=20, month=5, inferred_year=2023,
    stated="trước ngày 20/5",
)  # fmt: skip
ALL = [UNDATED, YEAR_END, SIX_MONTHS, MONTHLY, OVER]


def library_with_duties(*duties: Deadline) -> FakeLibrary:
    """Return the invented library with these duties, by default all of them."""
    return FakeLibrary(duties=list(duties or ALL))
