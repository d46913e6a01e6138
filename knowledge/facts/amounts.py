"""Counts, lengths, shares and amounts of money as figures that compare."""

from __future__ import annotations

import re

from knowledge.model.evidence import Attribute

NUMBER = r"\d{1,3}(?:[.,]\d{3})+|\d+(?:,\d+)?"
SPELT = r"một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười"
_SPELT_NUMBERS = {word: str(i + 1) for i, word in enumerate(SPELT.split("|"))}
_RANGE = re.compile(r"\d+\s*[-–]\s*\d")


def key_of(attribute: Attribute, written: str) -> str:
    """Return a count, length, share or amount of money in figures, so that equal ones compare equal; "" for others."""
    if attribute in (Attribute.COUNT, Attribute.LENGTH):
        if _RANGE.match(written):
            return ""  # "01 - 02 mô hình" is no one number
        head = _THOUSANDS.sub("", written.split()[0].lower()) if written.split() else ""
        return (_SPELT_NUMBERS.get(head) or head.lstrip("0")) or ""
    if attribute is Attribute.MONEY:
        return amount(written.lower())
    return re.sub(r"\s+", "", written.lower()) if attribute is Attribute.SHARE else ""


def amount(written: str) -> str:
    """Return an amount in đồng, in figures: "25 triệu", "25.000.000 đồng" -> "25000000"."""
    number = re.match(NUMBER, written)
    if number is None or len(number[0]) > _LONGEST_NUMBER:
        return ""
    unit = next((worth for word, worth in _WORTH.items() if word in written[number.end() :]), 1)
    return str(round(float(_THOUSANDS.sub("", number[0]).replace(",", ".")) * unit))


_THOUSANDS = re.compile(r"[.,](?=\d{3}(?!\d))")
_LONGEST_NUMBER = 24
_WORTH = {"nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000, "tỉ": 1_000_000_000}
