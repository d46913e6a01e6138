"""Whether what a claim and a unit both say is said of the same thing: by papers, numbers, places, ranks, who receives.
Pure functions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from knowledge.answering.claimed import YEAR, Claim, denials
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
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_COUNTED = re.compile(r"\b\d+ [a-z]+\b")
_RECEIVES = frozenset(folded_words("về cho gửi lên tới đến với nộp"))
_FACILITIES = frozenset(folded_words("nhà hội trụ phòng sân trung khu điểm"))
"""What the name of a place where something is held begins with."""
_SUBJECT = re.compile(
    r"(?:^|\b(?:thi|la|ma|cac|moi|bao|noi) )"
    r"(xa|phuong|truong|thon|huyen|tinh|ap|ban|to|chi hoi|chi bo|doi|khoa|phong|so)(?: \w+){0,3}? "
    r"(?:phai|nop|gui|bao cao|trinh)\b"
)


_OF = re.compile(r"(?:\bcủa|\bdo)\s+(?P<who>[^,;?]+?)(?=\s+(?:ban hành|ký|ra|về|là)\b|$)", re.IGNORECASE)
_BEHIND = re.compile(
    r"[^;]{0,4}?(?:,?\s*ngày (?P<day>\d{1,2})(?:/| tháng )(?P<month>\d{1,2})(?:/| năm )(?P<year>\d{4}))?"
    r"[^;.]{0,6}?(?:\s*của (?P<who>[^,;.()]+?)(?=\s+(?:về|quy định|ban hành|triển khai|thực hiện|và)\b|[,;.()“\"]|$))?"
)
_HEADS_OF_BODIES = frozenset(folded_words("ban thường vụ chấp hành trung ương khóa"))
"""Words that may stand before or behind a body's name and leave it the same."""


def by_paper(claim: Claim, unit: EvidenceUnit) -> tuple[Finding, str] | None:
    """Compare whose a paper is that a claim calls by its number, and of which day, with what stands behind that number
    in a unit; None where the claim says neither."""
    text, found = unit.text.text, None
    for number in claim.probe.query.numbers:
        found = re.search(rf"(?<![\w/])0*{re.escape(number.lstrip('0'))}(?![\w/-])", text, re.IGNORECASE) or found
    author = _OF.search(claim.text)
    dates = claim.probe.query.dates
    if not claim.probe.query.numbers or claim.translated or not (author or dates):
        return None
    behind = _BEHIND.match(text, found.end()) if found is not None else None
    if behind is None:
        return Finding.OPEN, ""
    findings: list[tuple[Finding, str]] = []
    if dates:
        day = (int(behind["day"]), int(behind["month"]), int(behind["year"])) if behind["day"] else None
        same = day is not None and any((d, m) == day[:2] and y in (None, day[2]) for d, m, y in dates)
        told = f"ngày {behind['day']}/{behind['month']}/{behind['year']}" if day else ""
        findings.append((Finding.HOLDS if same else Finding.FAILS if day else Finding.OPEN, told))
    if author:
        findings.append(_same_body(claim, unit, author["who"], behind["who"] or ""))
    order = (Finding.FAILS, Finding.OPEN, Finding.HOLDS)
    return min(findings, key=lambda each: order.index(each[0]))


def _same_body(claim: Claim, unit: EvidenceUnit, claimed: str, stated: str) -> tuple[Finding, str]:
    names = claim.header_words(unit.plan_id) - _KINDS_OF_BODIES  # a place's name may be said or left out
    whole, held = (set(folded_words(text)) - _HEADS_OF_BODIES for text in (claimed, stated))
    if not held or not whole:
        return Finding.OPEN, ""
    if whole - names - held:
        return Finding.FAILS, stated.strip()
    return (Finding.HOLDS if held <= whole | names else Finding.OPEN), ""


_KINDS_OF_BODIES = frozenset(
    folded_words(
        "tỉnh thành phố thị huyện quận xã phường ủy ban bộ sở phòng nhân dân đảng đoàn hội mặt trận ubnd hđnd mttq"
    )
)
_ROLE = re.compile(
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


def by_role(claim: Claim, unit: EvidenceUnit) -> tuple[Finding, str]:
    """Compare ranks: who is "Trưởng ban" in a claim is not the unit's "Phó Trưởng ban"."""
    other = other_rank(claim.text, unit.text.text)
    return (Finding.FAILS, other) if other else (Finding.OPEN, "")


_PERIOD = re.compile(
    r"\b(?:mỗi|hằng|hàng|một) (tuần|tháng|quý|năm|ngày)\b|\b(?:/|lần/)(tuần|tháng|quý|năm|ngày)\b", re.IGNORECASE
)


def by_period(claim: Claim, unit: EvidenceUnit) -> tuple[Finding, str]:
    """Compare how often: "mỗi tháng" is not "mỗi quý"."""
    claimed, stated = (
        {(match[1] or match[2]).lower(): match[0] for match in _PERIOD.finditer(text)}
        for text in (claim.text, unit.text.text)
    )
    if claim.translated or len(claimed) != 1 or not stated or claimed.keys() & stated.keys():
        return Finding.OPEN, ""
    return Finding.FAILS, "; ".join(stated.values())


def is_said(claim: Claim, unit: EvidenceUnit, attribute: Attribute) -> bool:
    """Tell whether a unit says a claimed number with its noun, whatever is made of it ("7 ngày", "trong 07 ngày")."""
    text = " ".join(folded_words(_WHOLE.sub("", unit.text.text)))
    said = (" ".join(folded_words(_WHOLE.sub("", v.text))) for v in claim.values if v.attribute is attribute)
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
    return _WHOLE.sub("", number).lstrip("0")


_WHOLE = re.compile(r"(?<=\d)[.,](?=\d{3}(?!\d))")
"""A mark between thousands."""


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


def before(claim: Claim, chosen: Sequence[Value]) -> str:
    """Return the words of a day before which something is due, where a claim says that it is done on that day."""
    if _BY.search(f"{claim.text} {claim.probe.query.text}"):
        return ""
    return next((value.text for value in chosen if _TILL.match(value.text)), "")


_TILL = re.compile(r"trước\b", re.IGNORECASE)
_BY = re.compile(r"\b(?:trước|hạn|chậm nhất|muộn nhất|đến|tới|by|before|deadline|due)\b", re.IGNORECASE)


def only_helps(claim: Claim, text: str) -> bool:
    """Tell whether a claim is that somebody leads what they help others with, by the clause that carries most of it."""
    if not _LEADS.search(claim.text):
        return False
    clauses = [clause for clause in re.split(r"[;.,](?=\s)", text) if clause.strip()]
    matter = claim.words - frozenset().union(*claim.offices()) - _LEADING
    best = max(clauses, key=lambda clause: len(matter & frozenset(meant(clause))), default="")
    return HELPS.search(best) is not None and not _LEADS.search(best)


def is_of_what_is_denied(unit: EvidenceUnit) -> bool:
    """Tell whether a unit says what is not granted, which its numbers bound: "vắng quá 3 buổi thì không được"."""
    return _DENIED.search(unit.text.text) is not None


_DENIED = re.compile(r"\bthì (?:\w+ ){0,3}không\b|\bkhông được\b", re.IGNORECASE)
_LEADING = frozenset(folded_words("chủ trì phụ trách quản lý đứng ra là"))
_LEADS = re.compile(r"\b(?:chủ trì|phụ trách|quản lý|đứng ra)\b", re.IGNORECASE)
HELPS = re.compile(r"\b(?:phối hợp|hỗ trợ|giúp|tham gia)\b", re.IGNORECASE)


def negates(claim: Claim, unit: EvidenceUnit) -> bool:
    """Tell whether one of the claim and the unit says "không" where the other does not, or the unit more than once."""
    denied = denials(unit.text.text)
    return (denied > 0) != claim.denies or denied > 1
