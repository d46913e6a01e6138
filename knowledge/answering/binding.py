"""Whether what a claim and a unit both say is said of the same thing: by what stands before each of several values, by
numbers, places and who receives. Pure functions."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import StrEnum

from knowledge.answering.claimed import YEAR, Claim
from knowledge.model import Attribute, EvidenceUnit, Value
from knowledge.ranking.shelf import meant
from knowledge.text import fold, folded_words


class Finding(StrEnum):
    """What one kind of value says of a claim."""

    HOLDS = "holds"
    FAILS = "fails"
    OPEN = "open"


PLAIN = frozenset({Attribute.SHARE, Attribute.MONEY, Attribute.CLOCK})
"""Attributes so plain to see that a claim with one is not confirmed by a unit without any."""
_TELLING = 0.12
"""Worth from which a word of a claim tells one thing from another."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_COUNTED = re.compile(r"\b\d+ [a-z]+\b")
_RECEIVES = frozenset(folded_words("về cho gửi lên tới đến với nộp"))
_FACILITIES = frozenset(folded_words("nhà hội trụ phòng sân trung khu điểm"))
"""What the name of a place where something is held begins with."""
_ENDS_STRETCH = frozenset(folded_words("đến tới hết và ngày từ"))
_SUBJECT = re.compile(
    r"(?:^|\b(?:thi|la|ma|cac|moi|bao|noi) )"
    r"(xa|phuong|truong|thon|huyen|tinh|ap|ban|to|chi hoi|chi bo|doi|khoa|phong|so)(?: \w+){0,3}? "
    r"(?:phai|nop|gui|bao cao|trinh)\b"
)


def beside(
    claim: Claim, unit: EvidenceUnit, found: Sequence[Value], claimed: Callable[[Value], bool]
) -> tuple[bool, str]:
    """Tell whether what stands before the claimed value among several of one kind says anything of the claim, and
    return another value before which more of it stands; "" when there is none.

    "ngân sách tỉnh 92 tỷ, ngân sách xã 21,4 tỷ": of the commune's it is the second.
    """
    if claim.translated or len({value.key for value in found}) < 2:
        return True, ""
    telling = {word for word in claim.words if claim.probe.worth.get(word, 0.0) >= _TELLING and not word.isdigit()}
    head, colon, _ = unit.text.text[: found[0].start].rpartition(":")
    telling -= set(meant(head)) if colon else set()
    before: list[tuple[Value, set[str]]] = []
    at = len(head) if colon else 0
    for value in found:
        between = unit.text.text[at : value.start]
        stretch = bool(before) and not set(folded_words(between)) - _ENDS_STRETCH  # "từ 7 giờ đến 16 giờ"
        before.append((value, before[-1][1] if stretch else telling & set(meant(between))))
        at = max(at, value.end)
    own = set().union(*(words for value, words in before if claimed(value)))
    more = [(value, words - own) for value, words in before if not claimed(value)]
    best = max(more, key=lambda each: sum(claim.probe.worth.get(w, 0.0) for w in each[1]), default=None)
    return bool(own), best[0].text if best is not None and best[1] else ""


def is_said(claim: Claim, unit: EvidenceUnit, attribute: Attribute) -> bool:
    """Tell whether a unit says a claimed number with its noun, whatever is made of it ("7 ngày", "trong 07 ngày")."""
    text = " ".join(folded_words(unit.text.text))
    said = (" ".join(folded_words(value.text)) for value in claim.values if value.attribute is attribute)
    counted = (match[0] for words in said for match in _COUNTED.finditer(words))
    return any(re.search(rf"\b{words}\b", text) for words in counted)


def has_strange_number(claim: Claim, unit: EvidenceUnit) -> bool:
    """Tell whether a claim says a number, as no value compared, that the unit and its headings lack."""
    if claim.translated:
        return False
    compared = [(value.start, value.end) for value in claim.values]
    held = set(
        map(_plain, _NUMBER.findall(f"{unit.heading} {unit.text.text} {' '.join(t.text for _, t in unit.items)}"))
    )
    held |= set(map(_plain, claim.header_words(unit.plan_id)))
    return any(
        _plain(match[0]) not in held and not YEAR.fullmatch(match[0])
        for match in _NUMBER.finditer(claim.text)
        if not any(start <= match.start() < end for start, end in compared)
    )


def _plain(number: str) -> str:
    return re.sub(r"[.,](?=\d{3}\b)", "", number).lstrip("0")


def by_place(claim: Claim, unit: EvidenceUnit) -> tuple[Finding, str]:
    """Compare the one place that a unit names with the claimed one: of another kind it is another."""
    asked = " ".join(folded_words(claim.probe.query.text))
    places = (folded_words(value.text) for value in claim.values if value.attribute is Attribute.PLACE)
    claimed = [words for words in places if words[0] in _FACILITIES and " ".join(words[:2]) in asked]
    stated = list(dict.fromkeys(value.text for value in unit.of(Attribute.PLACE)))
    if claim.translated or len(claimed) != 1 or len(stated) != 1:
        return Finding.OPEN, ""
    held = " ".join(folded_words(unit.text.text))
    return (Finding.OPEN, "") if " ".join(claimed[0][:2]) in held else (Finding.FAILS, stated[0])


def is_received_by(claim: Claim, unit: EvidenceUnit) -> bool:
    """Tell whether who acts in a claim is named in the unit only as one to whom something goes."""
    found = _SUBJECT.search(" ".join(folded_words(claim.text)))
    if found is None:
        return False
    words = folded_words(f"{unit.text.text}")
    kind = found[1].split()
    places = [i for i in range(len(words)) if words[i : i + len(kind)] == kind]
    heads = fold(unit.heading)
    return bool(places) and found[1] not in heads and all(_RECEIVES & set(words[max(0, i - 5) : i]) for i in places)
