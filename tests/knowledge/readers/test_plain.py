"""Files become text exactly as written, or a message that names the fix."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge import readers
from knowledge.errors import UnreadableFile
from knowledge.readers import SUPPORTED, read

TEXT = "KẾ HOẠCH\nThực hiện phong trào\n"


def test_text_is_what_the_file_says(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.txt"
    path.write_bytes("\ufeffKẾ HOẠCH\r\n\tNội dung\u00a0¹\r".encode())
    raw = read(path)
    assert raw.plan_id == "ke-hoach"
    assert raw.text == "\ufeffKẾ HOẠCH\n\tNội dung\u00a0¹\n" == path.read_text(encoding="utf-8")
    assert len(raw.sha256) == 64


def test_utf_16_with_a_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(TEXT.encode("utf-16"))
    assert read(path).text == TEXT


def test_pages_begin_after_form_feeds(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("trang một\ftrang hai", encoding="utf-8")
    assert read(path).page_starts == (0, 10)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\xef\xbb\xbf \n", "empty"),
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04aaaa", "Word"),
        (b"K\x00\x1f\x00" * 50, "binary"),
        (b"abc\x01\x02\x03\x04\x05\x06" * 20, "binary"),
        (b"K\xff\xfe\xf7 ho\x81\x8d\x8f n\xd7\xf7m", "convert the file to UTF-8"),
        (b"\xff\xfea\x00b", "not UTF-16"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(data)
    with pytest.raises(UnreadableFile, match=reason) as error:
        read(path)
    assert str(path) in str(error.value)
    assert "\n" not in str(error.value)


def test_missing_folder_and_foreign_kind(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="no such file"):
        read(tmp_path / "khong-co.txt")
    with pytest.raises(UnreadableFile, match="folder"):
        read(tmp_path)
    (tmp_path / "a.xyz").write_text(TEXT, encoding="utf-8")
    with pytest.raises(UnreadableFile, match=r"supported: \.doc,.* \.txt"):
        read(tmp_path / "a.xyz")
    assert {".txt", ".md", ".docx"} <= SUPPORTED


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "MAX_BYTES", 10)
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    with pytest.raises(UnreadableFile, match="limit"):
        read(path)


def test_suffix_in_capitals(tmp_path: Path) -> None:
    path = tmp_path / "A.TXT"
    path.write_text(TEXT, encoding="utf-8")
    assert read(path).text == TEXT
