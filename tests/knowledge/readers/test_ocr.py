"""What is read anew of a page's picture; the program that recognises is replaced by what it was seen to say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from knowledge.readers import ocr

LETTERHEAD = (
    ("ỦY", 346, 205, 46, 28),
    ("BAN", 402, 211, 69, 22),
    ("NHÂN", 480, 203, 97, 30),
    ("DÂN", 587, 203, 71, 29),
)
MARKS = (("3", 408, 276, 11, 6), ("_", 511, 276, 11, 5), ("z", 613, 275, 7, 6), ("NAM", 1112, 251, 78, 22))
BARE = (("XÃ", 378, 283, 47, 22), ("NGHIA", 435, 283, 112, 23), ("PHU", 556, 282, 69, 22))
ANEW = (("XÃ", 6, 2, 47, 28), ("NGHĨA", 63, 2, 112, 28), ("PHÚ", 184, 2, 69, 28))


def line(number: str, words: tuple[tuple[str, int, int, int, int], ...]) -> list[ocr._Found]:
    return [ocr._Found(text, x, y, x + w, y + h, ("1", "1", number), 90) for text, x, y, w, h in words]


def read_anew(
    monkeypatch: pytest.MonkeyPatch, found: list[ocr._Found], anew: list[ocr._Found]
) -> tuple[list[str], int]:
    """Return the words of a page after its second look, and how many lines were looked at."""
    asked: list[bool] = []

    def run(image: Any, stem: Path, *, one_line: bool = False) -> list[ocr._Found]:
        asked.append(one_line)
        return anew

    monkeypatch.setattr(ocr, "_run", run)
    words = ocr._with_marks(found, Image.new("L", (1654, 2339), 255), Path("page"))
    assert all(asked)
    return [word.text for word in words], len(asked)


def test_marks_that_were_taken_for_a_line_go_back_to_their_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [*line("1", LETTERHEAD), *line("2", MARKS), *line("3", BARE)]
    words, asked = read_anew(monkeypatch, found, line("1", ANEW))
    assert words == ["ỦY", "BAN", "NHÂN", "DÂN", "NAM", "XÃ", "NGHĨA", "PHÚ"]
    assert asked == 1


@pytest.mark.parametrize("worse", [line("1", BARE), []])
def test_a_second_look_that_sees_no_more_changes_no_word(
    monkeypatch: pytest.MonkeyPatch, worse: list[ocr._Found]
) -> None:
    found = [*line("1", LETTERHEAD), *line("2", MARKS), *line("3", BARE)]
    words, _ = read_anew(monkeypatch, found, worse)
    assert words == ["ỦY", "BAN", "NHÂN", "DÂN", "NAM", "XÃ", "NGHIA", "PHU"]


def test_a_line_with_its_marks_is_not_read_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_anew(monkeypatch, line("1", LETTERHEAD), [])[1] == 0


def test_marks_above_a_line_that_was_read_whole_are_no_words(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = (("XÃ", 378, 283, 47, 22), ("NGHĨA", 435, 283, 112, 23), ("PHÚ", 556, 282, 69, 22))
    words, _ = read_anew(monkeypatch, [*line("1", MARKS), *line("2", whole)], [])
    assert words == ["NAM", "XÃ", "NGHĨA", "PHÚ"]


def test_another_line_below_is_no_second_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    other = (("ĐỘC", 6, 2, 47, 28), ("LẬP", 63, 2, 112, 28))
    assert read_anew(monkeypatch, line("1", BARE), line("1", other))[0] == ["XÃ", "NGHIA", "PHU"]
