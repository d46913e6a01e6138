"""Which detail a question asks for, and whether the words found state it. Pure functions over folded text.

A passage can be about the question and still not answer it: "ai là bí thư" is not answered by what the secretary must
do. Each kind of detail has a cue in the question and a form in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from knowledge.model import Ask, Query
from knowledge.text import fold

_DATE = re.compile(
    r"\d{1,2}\s*[/.-]\s*\d{1,2}|\bngay\s+\d|\bthang\s+\d|\bquy\s+(?:[ivx]+|\d)\b|\bnam\s+\d{4}|\bhang? (?:nam|quy|thang)\b"
)
_COUNTED = re.compile(r"\b(?:bao nhieu|may)\s+([a-z]+)(?:\s+([a-z]+))?")
_PERCENT = re.compile(r"\d\s*%|\bphan tram\b")
_NUMBER = re.compile(r"\d")
_MONEY = re.compile(r"\d[\d.,]*\s*(?:dong|trieu|ty|nghin|vnd|usd)\b")
_PHONE = re.compile(r"\d[\d. ]{7,}\d")
_MAIL = re.compile(r"\S+@\S+")
_AWARDS = re.compile(
    r"\b(?:giay khen|bang khen|huan chuong|huy chuong|co thi dua|ky niem chuong|certificate of merit)\b"
)
_PERSON = re.compile(r"(?<![A-ZÀ-Ỹ])(?:[A-ZĐÀ-Ỹ][a-zà-ỹ]+ ){1,3}[A-ZĐÀ-Ỹ][a-zà-ỹ]+")


@dataclass(frozen=True, slots=True)
class Detail:
    """A kind of detail. name: key of the phrase that says it is missing; asked: cue in the folded question."""

    name: str
    asked: re.Pattern[str]
    stated: Callable[[str, str], bool]


def _holds(pattern: re.Pattern[str]) -> Callable[[str, str], bool]:
    return lambda _question, text: pattern.search(fold(text)) is not None


def _holds_award(question: str, text: str) -> bool:
    held = fold(text)
    return any(award in held for award in _AWARDS.findall(question))


def _holds_name(_question: str, text: str) -> bool:
    return _PERSON.search(text) is not None


def _never(_question: str, _text: str) -> bool:
    return False


DETAILS = (
    Detail(
        "money",
        re.compile(
            r"\b(?:bao nhieu tien|may (?:trieu|dong|ty)|muc (?:tien|thuong|chi)|so tien|tien thuong|kinh phi|how much money)\b"
        ),
        _holds(_MONEY),
    ),
    Detail(
        "contact",
        re.compile(r"\b(?:so dien thoai|sdt|dien thoai so|so may ban|hotline|phone number)\b"),
        _holds(_PHONE),
    ),
    Detail("contact", re.compile(r"\b(?:dia chi (?:e?mail|thu|hop thu)|e-?mail (?:nao|gi)|mail nao)\b"), _holds(_MAIL)),
    Detail("award", _AWARDS, _holds_award),
    Detail(
        "name",
        re.compile(
            r"\bten (?:gi|la gi|ai)\b|\b(?:bi thu|truong (?:phong|ban)|giam doc|chu tich|hieu truong)\b.*\bla ai\b|^ai (?:la|lam) (?:bi thu|truong|giam doc|chu tich|hieu truong|pho)\b"
        ),
        _holds_name,
    ),
    Detail(
        "template",
        re.compile(
            r"\b(?:mau (?:bao cao|bieu|don|phieu|dang ky|so|nao|ke hoach)|bieu mau|xin mau|template|report form)\b"
        ),
        _never,
    ),
    Detail("annex", re.compile(r"\b(?:phu luc|annex|appendix)\b"), _never),
)


def missing(query: Query, text: str) -> str | None:
    """Return the name of the detail that the question asks for and `text` does not state; None when nothing is."""
    question = fold(f"{query.restored} {query.text}")
    for detail in DETAILS:
        if detail.asked.search(question) and not detail.stated(question, text):
            return detail.name
    if query.ask in (Ask.WHEN, Ask.DAYS_LEFT) and not _DATE.search(fold(text)):
        return "when"
    if query.ask is Ask.HOW_MANY and not _counts(question, fold(text)):
        return "how_many"
    return None


def _counts(question: str, text: str) -> bool:
    """Tell whether `text` gives a number of what the question counts."""
    counted = _COUNTED.search(question)
    if counted is None or counted[1] in ("phan", "la"):
        return (
            _PERCENT.search(text) is not None
            if "phan tram" in question or "ty le" in question
            else bool(_NUMBER.search(text))
        )
    nouns = [word for word in counted.groups() if word]
    near = re.compile(
        r"(?:\d|\b(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi))\s*%?\s+(?:\w+\s+){0,2}" + re.escape(nouns[0]) + r"\b"
    )
    return near.search(text) is not None or bool(_PERCENT.search(text) and nouns[0] in text)
