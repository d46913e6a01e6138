"""Where to write, call or turn to: mail and web addresses, telephones, and the office named for questions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts.lexicon import OFFICE
from knowledge.facts.reading import Clause, Unit, cite, clauses, units
from knowledge.facts.routes import find_route
from knowledge.model import Contact, Plan

_MAIL = re.compile(r"(?<![\w.])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WEB = re.compile(
    r"(?:https?://|www\.)[^\s,;()“”]+|(?<![\w@.])(?:[\w-]+\.){1,4}(?:gov|edu|org|com)\.vn(?:/[^\s,;()]*)?",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?:điện thoại|đ[/.]?t|sđt|số máy|hotline|đường dây nóng|tổng đài|zalo|di động|liên hệ|fax)[^\d;.]{0,60}?:?\s*"
    r"(?P<number>\(?\+?\d{2,4}\)?(?:[\s.-]?\d{2,4}){1,4})",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    rf"(?P<office>{OFFICE}[^,;:.()]{{0,60}}?)(?=\s*[,;:.()]|\s+(?:trước|qua|theo|để|về|tại|chủ trì|phối)(?!\w)"
    rf"|\s*$)"
)
_TURN_TO = re.compile(rf"liên hệ\s+(?:với\s+|về\s+)?{_OFFICE.pattern}", re.IGNORECASE)
_ANY_ADDRESS = re.compile(r"@|https?:|www\.|\.vn(?!\w)|\d{3}[\s.-]?\d{2}")
_ANY_OFFICE = re.compile(r"liên hệ|qua\s|\(|khó khăn|vướng mắc|giải đáp|hướng dẫn thêm", re.IGNORECASE)
_ASK = re.compile(r"khó khăn|vướng mắc|liên hệ|giải đáp|hướng dẫn thêm", re.IGNORECASE)


def find_contacts(plan: Plan) -> tuple[Contact, ...]:
    """Return contacts in reading order; an address is listed once."""
    seen: dict[tuple[str, str], Contact] = {}
    for unit in units(plan):
        if unit.in_template:
            continue
        for clause in clauses(unit.text.text):
            for contact in (*_addresses(plan, unit, clause), *_offices(plan, unit, clause)):
                seen.setdefault((contact.kind, contact.value.lower()), contact)
    return tuple(seen.values())


def _addresses(plan: Plan, unit: Unit, clause: Clause) -> Iterator[Contact]:
    text = unit.text.text
    if not _ANY_ADDRESS.search(text, clause.start, clause.end):
        return
    mails = list(_MAIL.finditer(text, clause.start, clause.end))
    for match in mails:
        yield _contact(plan, unit, clause, "email", match.start(), match.end())
    for match in _WEB.finditer(text, clause.start, clause.end):
        if not any(mail.start() <= match.start() < mail.end() for mail in mails):
            yield _contact(plan, unit, clause, "web", match.start(), match.start() + len(match.group().rstrip(".")))
    for match in _PHONE.finditer(text, clause.start, clause.end):
        if sum(char.isdigit() for char in match["number"]) >= 8:
            yield _contact(plan, unit, clause, "phone", match.start("number"), match.end("number"))


def _offices(plan: Plan, unit: Unit, clause: Clause) -> Iterator[Contact]:
    """The office through which papers go, or to which difficulties are told."""
    text = unit.text.text
    if not _ANY_OFFICE.search(text, clause.start, clause.end):
        return
    route = find_route(text, clause.start, clause.end)
    named = "liên hệ" in text[clause.start : clause.end].lower()
    told = _TURN_TO.search(text, clause.start, clause.end) if named else None
    name = (
        (told["office"] if told else None)
        or route.via
        or (route.to if _ASK.search(text, clause.start, clause.end) else None)
    )
    at = text.find(name, clause.start, clause.end) if name else -1
    if name and at >= 0 and (name[0].isupper() or route.via):
        owner = route.to if route.via == name else None
        yield Contact(plan.plan_id, unit.path, "office", name, owner, cite(plan, unit, at, at + len(name)))


def _contact(plan: Plan, unit: Unit, clause: Clause, kind: str, start: int, end: int) -> Contact:
    text = unit.text.text
    route = find_route(text, clause.start, clause.end)
    owners = [name for name in (route.to, route.via) if name] or [
        match["office"] for match in _OFFICE.finditer(text, clause.start, start)
    ]
    return Contact(
        plan.plan_id,
        unit.path,
        kind,
        text[start:end],
        owners[-1].strip() if owners else None,
        cite(plan, unit, start, end),
    )
