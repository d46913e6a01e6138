"""A commune's plan as its office would write it, with parts that a test changes, and a library that holds it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from knowledge.library import HANOI, Library
from tests.conftest import settings_for
from tests.knowledge.pdf_files import Sheet

NAME = "xa-an-binh-2026.txt"
PLAN = """ỦY BAN NHÂN DÂN
XÃ {commune}

Số: {number}/KH-UBND

An Bình, ngày 03 tháng 02 năm 2026

KẾ HOẠCH
{title}

I. MỤC ĐÍCH

Nâng cao hiệu quả công tác dân vận của chính quyền.

II. TỔ CHỨC THỰC HIỆN

1. Các ấp gửi báo cáo kết quả thực hiện về Ủy ban nhân dân xã (qua Văn phòng) trước ngày {day}/11 hằng năm.

2. Các đoàn thể đăng ký mô hình “Dân vận khéo” về Ủy ban nhân dân xã trước ngày 20/12/2026.

{extra}
"""


def plan(
    day: int = 15,
    number: int = 12,
    title: str = "Phát động phong trào thi đua “Dân vận khéo” giai đoạn 2026 - 2028",
    commune: str = "AN BÌNH",
    extra: str = "",
) -> bytes:
    return PLAN.format(day=day, number=number, title=title, commune=commune, extra=extra).encode()


def two_pages() -> bytes:
    """Return a PDF of a plan whose duties stand on its second page."""
    first, _, second = plan(9, 31, commune="AN PHÚ").decode().partition("II. ")
    sheet = Sheet()
    for at, text in enumerate((first, f"II. {second}")):
        if at:
            sheet.turn()
        for line in filter(None, text.splitlines()):
            sheet.line(line)
    return sheet.bytes()


@dataclass
class Clock:
    now: datetime = datetime(2026, 10, 1, 9, 0, tzinfo=HANOI)

    def __call__(self) -> datetime:
        return self.now


def make_collection(folder: Path) -> Path:
    """Return a data folder that holds the plan and that of another commune."""
    (folder / NAME).write_bytes(plan())
    (folder / "xa-binh-my-2026.txt").write_bytes(plan(5, 7, commune="BÌNH MỸ"))
    with Library.open(settings_for(folder / "data"), create=True) as library:
        assert [r.error for r in library.add_plans([folder / NAME, folder / "xa-binh-my-2026.txt"])] == [None, None]
    return folder / "data"
