"""Pages of PDFs and scans as pictures, made in a child process like everything else of a file."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from io import BytesIO
from itertools import islice
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from knowledge.errors import Fault, UnreadableFile
from knowledge.readers import PICTURED, SUPPORTED, picture, read_data
from tests.knowledge.pdf_files import Sheet
from tests.knowledge.readers.hostile import pdf_files

pytestmark = pytest.mark.slow  # many seconds, or real processes


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


@pytest.mark.parametrize(("name", "make"), [("a.pdf", pdf), ("a.tif", frames)])
def test_the_page_asked_for_is_shown(name: str, make: Callable[[], bytes]) -> None:
    data = make()
    assert darkness(name, data, 1) < darkness(name, data, 2)
    assert PICTURED < SUPPORTED


@pytest.mark.parametrize(("name", "page"), [("a.pdf", 3), ("a.pdf", 0), ("a.tif", 3), ("a.png", 1)])
def test_a_page_that_is_not_there(name: str, page: int) -> None:
    data = frames() if name == "a.tif" else pdf()
    with pytest.raises(UnreadableFile, match="cannot be shown"):
        picture(Path(name), data, page)


# Those behind the third are slow to make.
@pytest.mark.parametrize(
    "hostile",
    [*islice((h for h in pdf_files() if h[2] <= {Fault.DAMAGED, Fault.ENCRYPTED}), 3)],
    ids=lambda hostile: hostile[0],
)
def test_a_hostile_file_ends_nothing(hostile: tuple[str, bytes, object]) -> None:
    with pytest.raises(UnreadableFile):
        picture(Path("a.pdf"), hostile[1], 9)


def framed(name: str, data: bytes, page: int, text: str, words: str) -> Image.Image:
    """Return a page with these words of its text framed."""
    at = text.index(words)
    shown = picture(Path(name), data, page, text, [(at, at + len(words))])
    return Image.open(BytesIO(shown)).convert("RGB")


def red(image: Image.Image) -> tuple[float, float, float, float] | None:
    """Return what the frames reach over, as shares of the page's sides."""
    red_band, green, _ = image.split()
    difference = ImageChops.subtract(red_band, green).point([0] * 90 + [255] * 166)
    box = difference.getbbox()
    if box is None:
        return None
    left, top, right, bottom = box
    return left / image.width, top / image.height, right / image.width, bottom / image.height


def ordered() -> bytes:
    sheet = Sheet()
    sheet.put("ỦY BAN NHÂN DÂN", 85)
    sheet.line("Độc lập - Tự do - Hạnh phúc", 320)
    sheet.line("Trường hợp thường: gửi về Văn phòng trước ngày 10/6/2026.")
    for number in range(20):
        sheet.line(f"Dòng thứ {number} nói việc khác")
    sheet.line("Trường hợp khác: gửi về Văn phòng trước ngày 15/6/2026.")
    return sheet.bytes()


@pytest.mark.parametrize(
    ("words", "top", "bottom"),
    [
        ("trước ngày 10/6/2026", 0.06, 0.12),
        ("trước ngày 15/6/2026", 0.5, 0.57),  # not the like words above
        ("ỦY BAN NHÂN DÂN", 0.05, 0.09),
    ],
)
def test_the_words_are_framed_where_they_stand(words: str, top: float, bottom: float) -> None:
    data = ordered()
    text = read_data(Path("a.pdf"), data).text
    found = red(framed("a.pdf", data, 1, text, words))
    assert found is not None
    assert top < found[1] < found[3] < bottom
    assert found[2] - found[0] < 0.4
    assert red(Image.open(BytesIO(picture(Path("a.pdf"), data, 1))).convert("RGB")) is None


def test_words_over_two_lines_are_framed_on_both() -> None:
    sheet = Sheet()
    sheet.paragraph(
        "Các ấp gửi báo cáo kết quả thực hiện phong trào thi đua về Ủy ban nhân dân xã trước ngày 10/6/2026."
    )
    text = read_data(Path("a.pdf"), data := sheet.bytes()).text
    found = red(framed("a.pdf", data, 1, text, text.strip()))
    assert found is not None
    assert found[3] - found[1] > 0.03


def test_the_words_of_a_scan_are_framed(tmp_path: Path) -> None:
    if shutil.which("tesseract") is None:
        pytest.skip("LEFT OUT: tesseract is not installed (apt-get install tesseract-ocr-vie)")
    page = pypdfium2.PdfDocument(ordered())[0].render(scale=200 / 72, grayscale=True).to_pil()
    page.save(out := BytesIO(), "PNG", dpi=(200, 200))
    text = read_data(Path("a.png"), out.getvalue()).text
    found = red(framed("a.png", out.getvalue(), 1, text, "trước ngày 15/6/2026"))
    assert found is not None
    assert 0.5 < found[1] < found[3] < 0.57
