"""Whether what a claim and a unit both say is said of the same thing: by numbers, ranks, who receives, who helps. Pure
functions."""

from __future__ import annotations

import re

from knowledge.answering.claimed import YEAR, Claim
from knowledge.model import Attribute, EvidenceUnit
from knowledge.model.evidence import HELPS as HELPING
from knowledge.patterns import later
from knowledge.ranking.shelf import meant
from knowledge.text import fold, folded_words

_NUMBER = later(r"\d+(?:[.,]\d+)*")
_RECEIVES = frozenset(folded_words("về cho gửi lên tới đến với nộp"))
_SUBJECT = later(
    r"(?:^|\b(?:thi|la|ma|cac|moi|bao|noi) )"
    r"(xa|phuong|truong|thon|huyen|tinh|ap|ban|to|chi hoi|chi bo|doi|khoa|phong|so)(?: \w+){0,3}? "
    r"(?:phai|nop|gui|bao cao|trinh)\b"
)


_ROLE = later(
    r"(?P<vice>\bphó )?\b(?P<role>trưởng (?:tiểu ban|ban|đoàn|phòng|khoa|khối|cụm)|chủ tịch|giám đốc|bí thư"
    r"|hiệu trưởng|chủ nhiệm|tổ trưởng|đội trưởng)\b",
    re.IGNORECASE,
)


def roles(text: str) -> dict[tuple[str, bool], str]:
    """Return the ranks that a text names, each with whether it is a deputy's, as written."""
    return {(match["role"].lower(), bool(match["vice"])): match[0] for match in _ROLE.finditer(text)}


def other_rank(asked: str, told: str) -> str:
    """Return what a text names of which the question names the head or deputy that the text doesn't; "" where none."""
    stated = roles(told)
    ranks = ((role, vice) for role, vice in roles(asked) if (role, vice) not in stated)
    return next((stated[role, not vice] for role, vice in ranks if (role, not vice) in stated), "")


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
    return _WHOLE.sub("", number).lstrip("0")


_WHOLE = later(r"(?<=\d)[.,](?=\d{3}(?!\d))")
"""A mark between thousands."""


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


def only_helps(claim: Claim, unit: EvidenceUnit) -> bool:
    """Tell whether a claim is that somebody leads what they help others with: by the clause that carries most of it, or
    by the column of a table's row."""
    if not _LEADS.search(claim.text):
        return False
    offices = list(claim.offices())
    cells = [(frozenset(meant(who.text)), who.key == HELPING) for who in unit.of(Attribute.WHO)]
    named = [[helps for cell, helps in cells if 2 * len(office & cell) >= len(office)] for office in offices]
    clauses = [clause for clause in re.split(r"[;.,](?=\s)", unit.text.text) if clause.strip()]
    matter = claim.words - frozenset().union(*offices) - _LEADING
    best = max(clauses, key=lambda clause: len(matter & frozenset(meant(clause))), default="")
    beside = HELPS.search(best) is not None and not _LEADS.search(best)
    return beside or any(found and all(found) for found in named)


def is_of_what_is_denied(unit: EvidenceUnit) -> bool:
    """Tell whether a unit says what is not granted, which its numbers bound: "vắng quá 3 buổi thì không được"."""
    return _DENIED.search(unit.text.text) is not None


_DENIED = later(r"\bthì (?:\w+ ){0,3}không\b|\bkhông được\b", re.IGNORECASE)
_LEADING = frozenset(folded_words("chủ trì phụ trách quản lý đứng ra là"))
_LEADS = later(r"\b(?:chủ trì|phụ trách|quản lý|đứng ra)\b", re.IGNORECASE)
HELPS = later(r"\b(?:phối hợp|hỗ trợ|giúp|tham gia)\b", re.IGNORECASE)
