"""What a line may begin with: "I.", "A.", "1.", "1.1", "a)", "(1)", "-", "+", "Điều 5.", "Chương II".

Numbering of administrative documents: Nghị định 30/2020/NĐ-CP, annex I, part II, 5 (phần, chương, mục, điều, khoản,
điểm; or I, 1, a), -); Party documents add A. and 1.1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from knowledge.parsing.letters import CAPITALS


class Style(StrEnum):
    """A family of markers that number one level of an outline."""

    PART = "phần"
    CHAPTER = "chương"
    SECTION = "mục"
    ARTICLE = "điều"
    ROMAN = "I."
    UPPER = "A."
    ARABIC = "1."
    ARABIC_PAREN = "1)"
    DECIMAL_2 = "1.1"
    DECIMAL_3 = "1.1.1"
    DECIMAL_4 = "1.1.1.1"
    LOWER = "a)"
    PAREN = "(1)"
    PAREN_LETTER = "(a)"
    DASH = "-"
    PLUS = "+"


WORD_STYLES = frozenset({Style.PART, Style.CHAPTER, Style.SECTION, Style.ARTICLE})
BULLETS = frozenset({Style.DASH, Style.PLUS})
DECIMALS = (Style.DECIMAL_2, Style.DECIMAL_3, Style.DECIMAL_4)


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker at the start of a line. label: as printed ("1.1", "a", "Điều 5"), None for bullets; ordinal: its place
    in its series, 1-based; length: clean characters up to the text that follows it."""

    style: Style
    label: str | None
    ordinal: int
    length: int


_ALPHABET = "abcdđeghiklmnopqrstuvxy"
_ROMAN_NUMERAL = r"(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_ROMAN = re.compile(rf"({_ROMAN_NUMERAL})(?:\s*[.)/]-?\s+|\s*[\-–:]\s+|\s*[.\-–/](?=[A-ZĐ]{{2}}))")
_DASHED = rf"\s?[-–](?:\s*(?=[“\"]?[{CAPITALS}])|\s+(?=\d{{1,3}}(?:,\d+)?\s?%))"  # "1- Mục đích", not "1-2 buổi"
_UPPER = re.compile(rf"([A-HĐK])(?:\s*[.)/]-?\s+|\.(?=[A-ZĐ]{{2}})|{_DASHED})")
_ARABIC = re.compile(rf"(\d{{1,2}})(?:{_DASHED})|(\d{{1,3}})(?:\s*[./]-?\s+|\.(?=[^\W\d]|[“\"]))")
_ARABIC_PAREN = re.compile(r"(\d{1,2})\)\s*(?=\S)")
_DECIMAL = re.compile(r"((?:[IVX]{1,5}|\d{1,2})(?:\.\d{1,2}){1,3})(?:[.)/]\s*(?=[^\W\d]|[“\"(\d])|\s+)")
_LOWER = re.compile(rf"([a-zđ])\s*[.)/]\s+|([a-zđ])\)(?=\w)|([a-zđ])(?:{_DASHED})")
_PAREN = re.compile(r"\((\d{1,2})\)\s*(?=\S)")
_PAREN_LETTER = re.compile(r"\(([a-zđ]|[ivx]{1,5})\)\s*(?=\S)")
_DASH = re.compile(r"[-–—•●▪■◦‣○☐✓➢\uf0b7\uf02d]\s*(?=[^\s\-–—])")
_PLUS = re.compile(r"\+\s*(?=\S)")
_CLOCK = r"\d{1,2}(?:\s?(?:h|g|giờ)\s?(?:\d\d)?(?:\s?phút)?|:\d\d)"
HOUR = re.compile(rf"{_CLOCK}(?:\s*(?:[-–]|đến)\s*{_CLOCK})?\s*[:,–-]?\s+[“\"]?[{CAPITALS}]")
"""Where a line of a timetable begins: "07h30 - 08h00: Đón tiếp đại biểu"; it is an item without a sign of its own."""
_NUMBER_WORD = r"(?:[IVXL]{1,6}|\d{1,3}[a-zđ]?|[Tt]hứ\s+\w+|[A-Z])"
_WORDED = re.compile(
    rf"(Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|TIỂU MỤC|Điều|ĐIỀU)\s+({_NUMBER_WORD})"
    rf"(\s*[.:–\-]\s*(?=\S|$)|\s*$|\s+(?=[{CAPITALS}]{{2}}))"
)
_WORD_OF = {"phần": Style.PART, "chương": Style.CHAPTER, "mục": Style.SECTION, "tiểu mục": Style.SECTION}
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
_SPELT = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}


@lru_cache(8192)
def find_marker(text: str) -> Marker | None:
    """Return the marker that `text` begins with, or None."""
    for read in (_worded, _roman, _decimal, _simple, _bullet):
        marker = read(text)
        if marker and marker.ordinal > 0:
            return marker
    return None


def as_letter(marker: Marker) -> Marker | None:
    """Return the reading of a Roman numeral of one letter as a letter in an A., B., C. series ("I." after "H.")."""
    letter = marker.label
    if marker.style is not Style.ROMAN or letter is None or len(letter) != 1:
        return None
    return Marker(Style.UPPER, letter, _letter_ordinal(letter), marker.length)


def roman(numeral: str) -> int:
    """Return the value of a Roman numeral up to 89, 0 when it is none."""
    total, largest = 0, 0
    for char in reversed(numeral):
        value = _ROMAN_VALUES.get(char, 0)
        total += value if value >= largest else -value
        largest = max(largest, value)
    return total


def _worded(text: str) -> Marker | None:
    match = _WORDED.match(text)
    if not match:
        return None
    word, number = match[1], " ".join(match[2].split())
    style = _WORD_OF.get(word.lower(), Style.ARTICLE)
    return Marker(style, f"{word[0].upper()}{word[1:].lower()} {number}", _number_word(number), match.end())


def _number_word(number: str) -> int:
    digits = re.match(r"\d+", number)
    if digits:
        return int(digits[0])
    return _SPELT.get(number.split()[-1].lower()) or roman(number) or _letter_ordinal(number)


def _roman(text: str) -> Marker | None:
    match = _ROMAN.match(text)
    return Marker(Style.ROMAN, match[1], roman(match[1]), match.end()) if match and match[1] else None


def _decimal(text: str) -> Marker | None:
    match = _DECIMAL.match(text)
    if not match:
        return None
    parts = match[1].split(".")
    if any(part.startswith("0") for part in parts[1:]):
        return None  # "5.0 điểm", "1.05": a quantity
    return Marker(DECIMALS[len(parts) - 2], match[1], int(parts[-1]), match.end())


def _simple(text: str) -> Marker | None:
    for pattern, style in (
        (_ARABIC, Style.ARABIC),
        (_ARABIC_PAREN, Style.ARABIC_PAREN),
        (_UPPER, Style.UPPER),
        (_LOWER, Style.LOWER),
        (_PAREN, Style.PAREN),
        (_PAREN_LETTER, Style.PAREN_LETTER),
    ):
        match = pattern.match(text)
        if match:
            label = next(group for group in match.groups() if group)
            ordinal = int(label) if label.isdigit() else roman(label.upper()) or _letter_ordinal(label)
            if style in (Style.UPPER, Style.LOWER):
                ordinal = _letter_ordinal(label)
            return Marker(style, label, ordinal, match.end())
    return None


def _bullet(text: str) -> Marker | None:
    for pattern, style in ((_DASH, Style.DASH), (_PLUS, Style.PLUS)):
        match = pattern.match(text)
        if match:
            return Marker(style, None, 1, match.end())
    return Marker(Style.DASH, None, 1, 0) if HOUR.match(text) else None


def _letter_ordinal(letter: str) -> int:
    """Place in the Vietnamese alphabet; f, j, w and z stand after e, i, v and y."""
    folded = letter.lower()
    if folded in _ALPHABET:
        return _ALPHABET.index(folded) + 1
    return {"f": 7, "j": 10, "w": 22, "z": 24}.get(folded, 0)
