"""Pages of PDFs and scans as pictures, made in a child process like everything else of a file."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageStat

from knowledge.errors import Fault, UnreadableFile
from knowledge.readers import PICTURED, SUPPORTED, picture
from tests.knowledge.pdf_files import Sheet
from tests.knowledge.readers.hostile import pdf_files


def pdf() -> bytes:
    sheet = Sheet()
    sheet.line("Trang một")
    sheet.turn()
    for _ in range(30):
        sheet.line("Trang hai có nhiều chữ hơn")
    return sheet.bytes()


def frames() -> bytes:
    out = BytesIO()
    white, black = Image.new("L", (1654, 2339), 255), Image.new("L", (1654, 2339), 0)
    white.save(out, "TIFF", save_all=True, append_images=[black])
    return out.getvalue()


def darkness(name: str, data: bytes, page: int) -> float:
    """Return how dark a page is, 0 to 255; checks that it is a picture of a portrait page that a chat can show."""
    shown = picture(Path(name), data, page)
    image = Image.open(BytesIO(shown))
    assert image.format == "JPEG"
    assert 1000 < image.width < image.height <= 1600
    assert len(shown) < 1_000_000
    return 255 - ImageStat.Stat(image).mean[0]


@pytest.mark.parametrize(("name", "data"), [("a.pdf", pdf()), ("a.tif", frames())])
def test_the_page_asked_for_is_shown(name: str, data: bytes) -> None:
    assert darkness(name, data, 1) < darkness(name, data, 2)
    assert PICTURED < SUPPORTED


@pytest.mark.parametrize(("name", "page"), [("a.pdf", 3), ("a.pdf", 0), ("a.tif", 3), ("a.png", 1)])
def test_a_page_that_is_not_there(name: str, page: int) -> None:
    data = frames() if name == "a.tif" else pdf()
    with pytest.raises(UnreadableFile, match="cannot be shown"):
        picture(Path(name), data, page)


@pytest.mark.parametrize(
    "hostile", [h for h in pdf_files() if h[2] <= {Fault.DAMAGED, Fault.ENCRYPTED}][:4], ids=lambda hostile: hostile[0]
)
def test_a_hostile_file_ends_nothing(hostile: tuple[str, bytes, object]) -> None:
    with pytest.raises(UnreadableFile):
        picture(Path("a.pdf"), hostile[1], 9)
