"""A citation of a document with pages says on which one it stands."""

from __future__ import annotations

from pathlib import Path

from knowledge import contracts
from knowledge.ingestion import derive
from knowledge.model import Citation, Plan
from knowledge.readers import read_data
from tests.knowledge.pdf_files import Sheet


def two_pages() -> bytes:
    """Return a plan of two pages as PDF."""
    sheet = Sheet()
    sheet.middle("KẾ HOẠCH")
    sheet.middle("Thực hiện phong trào thi đua năm 2026")
    sheet.y += 20
    sheet.paragraph("Căn cứ Kế hoạch số 12/KH-UBND ngày 10/02/2026 của huyện, Ủy ban xã ban hành kế hoạch như sau:")
    sheet.paragraph("I. MỤC ĐÍCH")
    sheet.paragraph("1. Nâng cao trách nhiệm của cán bộ, công chức.")
    sheet.turn()
    sheet.paragraph("II. TỔ CHỨC THỰC HIỆN")
    sheet.paragraph("1. Các thôn gửi báo cáo về Văn phòng Ủy ban nhân dân xã trước ngày 15/11/2026.")
    return sheet.bytes()


def test_the_page_of_a_duty() -> None:
    entry = derive(read_data(Path("ke-hoach.pdf"), two_pages()), 900)
    plan = entry.stored.plan
    (duty,) = [duty for duty in entry.stored.facts.deadlines if duty.day == 15]
    assert plan.page_of(duty.citations[0].start) == 2
    assert plan.page_of(0) == 1
    line = contracts.citation_json(duty.citations[0], lambda _, start: plan.page_of(start))
    assert line["page"] == 2


def test_a_kind_without_pages_has_none() -> None:
    assert (
        Plan("a", "text", derive(read_data(Path("a.pdf"), two_pages()), 900).stored.plan.header, ()).page_of(3) is None
    )
    assert "page" not in contracts.citation_json(Citation("a", None, "1", "x", 0, 1))
