"""Bytes of every table in which Vietnamese was ever saved become Unicode, or a message that names the fix."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from viparse.normalize.encodings import get_charmap

from knowledge.errors import Fault, UnreadableFile
from knowledge.readers import decoding, read_data
from knowledge.readers.syllables import is_syllable, marked_share, marks_per_word

TEXT = (
    "KẾ HOẠCH\nThực hiện phong trào thi đua “Dân vận khéo” năm 2026\n"
    "1. Các thôn gửi báo cáo về Văn phòng Ủy ban nhân dân xã trước ngày 15/11.\n"
)
PLAIN = TEXT.replace("“", '"').replace("”", '"')


def old_bytes(text: str, table: str) -> bytes:
    """Write text in an old table, by viparse's own pairs read backwards."""
    charmap = get_charmap(table)
    assert charmap is not None
    back = {shown: old for old, shown in reversed(charmap.pairs)}
    return "".join(back.get(char, char) for char in text).encode("latin-1")


def windows_1258(text: str) -> bytes:
    apart = (unicodedata.normalize("NFD", char) for char in text)
    return "".join(map(_tone_apart, apart)).encode("cp1258")


def _tone_apart(letter: str) -> str:
    tones = "".join(char for char in letter if char in "\u0300\u0301\u0303\u0309\u0323")
    return unicodedata.normalize("NFC", "".join(char for char in letter if char not in tones)) + tones


def read(data: bytes) -> tuple[str, tuple[str, ...]]:
    raw = read_data(Path("a.txt"), data)
    return raw.text, raw.warnings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_without_a_word(encoding: str) -> None:
    text, warnings = read(TEXT.encode(encoding))
    assert text.lstrip("\ufeff") == TEXT
    assert warnings == ()


def test_windows_1258() -> None:
    text, warnings = read(windows_1258(PLAIN))
    assert text == PLAIN
    assert "Windows-1258" in warnings[0]


@pytest.mark.parametrize("table", ["tcvn3", "vni", "viscii"])
def test_old_tables(table: str) -> None:
    plain = PLAIN.replace("Ủ", "U").replace("KẾ HOẠCH", "Kế hoạch") if table == "tcvn3" else PLAIN
    text, warnings = read(old_bytes(plain, table))
    assert unicodedata.normalize("NFC", text) == plain
    assert table.upper() in warnings[0]


def test_characters_of_an_old_font_saved_as_unicode_are_converted_line_by_line() -> None:
    old = old_bytes("Báo cáo tài chính quý hai\nCác thôn gửi báo cáo về xã trước ngày 15/11\n", "tcvn3").decode(
        "latin-1"
    )
    text, warnings = read(("Kế hoạch năm 2026, đợt một\n" + old).encode())
    assert (
        text == "Kế hoạch năm 2026, đợt một\nBáo cáo tài chính quý hai\nCác thôn gửi báo cáo về xã trước ngày 15/11\n"
    )
    assert "TCVN3" in warnings[0]


def test_without_the_converter_the_text_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "convert", lambda *_: None)
    data = old_bytes(PLAIN.replace("KẾ HOẠCH", "Kế hoạch").replace("Ủ", "U"), "tcvn3")
    with pytest.raises(UnreadableFile, match="oldfonts") as error:
        read(data)
    assert error.value.fault is Fault.ENCODING
    text, warnings = read(data.decode("latin-1").encode())
    assert text == data.decode("latin-1")
    assert "oldfonts" in warnings[0]


@pytest.mark.parametrize(
    "data", [b"caf\xe9 cr\xe8me br\xfbl\xe9e \xe0 Gen\xe8ve, No\xebl, gar\xe7on, na\xefve", bytes(range(128, 256)) * 4]
)
def test_other_languages_and_noise_are_not_taken_for_vietnamese(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="convert the file to UTF-8"):
        read(data)


def test_unicode_in_another_language_is_left_alone() -> None:
    text = "Le café à Genève: 5 °C, ½ tasse, §3, ©2026 «déjà vu»\n" * 3
    assert read(text.encode()) == (text, ())


@pytest.mark.parametrize("odd", ["120.000 đồng/m²/tháng", "dài 3 m, rộng 20 m²", "bếp ăn ở 5°C, ½kg gạo"])
def test_a_sign_in_a_line_of_unicode_makes_no_old_font_of_it(odd: str) -> None:
    """ "m²" of a market's prices was read as VISCII, in which it is "mỗ"."""
    text = f"Điểm loại 1 (mặt tiền): {odd}.\nTiểu thương nộp tiền đúng hạn.\n"
    assert read(text.encode()) == (text, ())


@pytest.mark.parametrize(
    "word", ["nghiêng", "khuyến", "Hoà", "hòa", "quý", "Đắk", "ươm", "giữa", "thuở", "ủy", "xoong"]
)
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["school", "Genève", "aáà", "bcd", "ngng", "wạ", "háạ"])
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


def test_shares() -> None:
    assert marked_share(TEXT) == 1.0
    assert marked_share("một hai") == 0.0
    assert 0.6 < marks_per_word(TEXT) < 1.0
    assert marks_per_word("khong co dau") == 0.0
