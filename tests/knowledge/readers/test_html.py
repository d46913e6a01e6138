"""Web pages: what a person sees, in order."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from knowledge.errors import UnreadableFile
from knowledge.readers import read_data
from knowledge.readers.html import read


def text(page: str) -> str:
    return read(page.encode(), Path()).text.strip()


def test_paragraphs_lines_and_what_is_hidden() -> None:
    page = (
        "<html><head><title>Cổng</title><style>p{}</style></head><body><nav>Trang chủ</nav><h1>KẾ HOẠCH</h1>"
        "<p>Căn cứ   Luật\nDân chủ,<br>Ủy ban&nbsp;xã<sup>1</sup></p><p style='display:none'>ẩn</p>"
        "<script>var x='<p>không</p>'</script><p>trước ngày <del>10/5</del><b>20/6</b><p>Xong<footer>chân</footer>"
    )
    assert text(page).split("\n\n") == ["KẾ HOẠCH", "Căn cứ Luật Dân chủ,\nỦy ban xã¹", "trước ngày 20/6", "Xong"]


def test_lists_are_numbered_as_browsers_do() -> None:
    page = (
        "<ol type=I start=2><li>Hai<li><p>Ba</p></ol><ol type='a'><li>a<li value=4>d</ol>"
        "<ul><li>gạch<ol><li>một</ol></ul>"
    )
    assert text(page).split("\n\n") == ["II. Hai", "III. Ba", "a) a", "d) d", "- gạch", "1. một"]


def test_tables_with_merged_cells_and_letterheads() -> None:
    head = "<table><tr><td>UBND XÃ A<br>Số: 1/KH-UBND<td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</table>"
    data = (
        "<table><thead><tr><th>TT<th>Việc<th>Hạn</thead><tr><td rowspan=2>1<td>Đăng ký<td>28/02"
        "<tr><td colspan=2>Báo cáo<tr><td>2<td><p>a</p><p>b</p><td>c|d</table>"
    )
    assert text(head + data).split("\n") == [
        "UBND XÃ A", "Số: 1/KH-UBND", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "",
        "| TT | Việc | Hạn |", "| --- | --- | --- |", "| 1 | Đăng ký | 28/02 |", "| 1 | Báo cáo | Báo cáo |",
        "| 2 | a b | c\\|d |",
    ]  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "cp1258", "utf-16"])
def test_encodings(encoding: str) -> None:
    words = "Kê\u0301 hoa\u0323ch thư\u0323c hiê\u0323n phong tra\u0300o"  # as Windows-1258 writes tones
    page = f'<html><meta charset="{encoding}"><p>{words}</p></html>'.encode(encoding)
    assert "Kế hoạch thực hiện" in unicodedata.normalize("NFC", read(page, Path()).text)


def test_a_page_without_words_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="empty"):
        read_data(Path("a.html"), b"<html><script>x</script><img src=a.png></html>")


def test_an_old_font_by_element() -> None:
    assert text("<p><font face='.VnTime'>B¸o c¸o</font> và <span style='font-family:\".VnTimeH\"'>kÕ ho¹ch</span>") == (
        "Báo cáo và KẾ HOẠCH"
    )


def test_a_style_sheets_fonts_are_those_of_its_classes() -> None:
    sheet = (
        '<style><!-- @page {size:A4} p.MsoNormal, li.MsoNormal {margin:0; font-family:".VnTime",serif;}\n'
        ".to {text-transform:uppercase} /* p {font-family:VNI-Times} */ .kin {display:none} span.moi "
        "{mso-fareast-font-family:VNI-Times; font-family:Arial} --></style>"
    )
    page = (
        f"<head>{sheet}</head><p class=MsoNormal>B¸o c¸o <span class='moi'>tháng</span></p><p>kÕ</p>"
        "<p class='a to'>xã</p><p class='MsoNormal' style='font-family:Arial'>thôn</p><p class=kin>mở ra</p>"
    )
    assert unicodedata.normalize("NFC", text(page)).split("\n\n") == ["Báo cáo tháng", "kÕ", "XÃ", "thôn", "mở ra"]
