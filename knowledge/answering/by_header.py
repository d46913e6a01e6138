"""Answers that choose among plans by their headers: the first or newest one, those of a year, of Party bodies,
those without a number, those that a chairman signed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from knowledge.answering.among_plans import counts_plans
from knowledge.answering.claims import signer_office
from knowledge.answering.desk import Desk, Draft
from knowledge.answering.header import cite_fields, own_words
from knowledge.answering.present import date_text, digits, period_text, plain
from knowledge.model import AnswerPart, Ask, Status, StoredPlan
from knowledge.text import fold, folded_words

_NAMING = frozenset(
    folded_words(
        "kế hoạch văn bản nào nơi đơn vị địa phương cơ quan các những bản có do của ban hành ra ký đưa phát lập được "
        "trước sau sớm muộn hơn nhất cũ mới đầu tiên cuối cùng gần đây giữa và với trong năm không ghi nêu đề thiếu "
        "kia hai bộ này thì là so ngày tháng số người bao nhiêu mấy tất cả"
    )
)
_ISSUE = r"(?:ban hanh|ra doi|ky|phat hanh|ra ke hoach|ra van ban|issued|signed|adopted|came|come|put out|dated)"
_FIRST = re.compile(
    rf"\b{_ISSUE}\b.{{0,40}}\b(?:truoc|som|dau tien|first|earlier|earliest)\b|"
    r"\b(?:first|earlier|earliest)\b.{0,20}\bissued\b|"
    r"\b(?:ke hoach|van ban|plan)\b.{0,20}\b(?:cu nhat|cu hon|som nhat|som hon|lau nhat)\b|"
    r"\b(?:oldest|older|earliest|earlier)(?: of the| \w+)? plans?\b|\bplans? (?:is|are) (?:the )?(?:old|earl)\w+"
)
_LAST = re.compile(
    rf"\b{_ISSUE}\b.{{0,40}}\b(?:sau|muon|moi nhat|cuoi cung|gan day|last|later|latest|most recent)\b|"
    r"\b(?:ke hoach|van ban|plan)\b.{0,20}\b(?:moi nhat|moi hon|gan day nhat|muon nhat)\b|"
    r"\b(?:newest|newer|latest|most recent)(?: of the| \w+)? plans?\b|"
    r"\bplans? (?:is|are) (?:the )?(?:new|lat|most rec)\w+"
)
_ISSUED_IN = re.compile(rf"\b{_ISSUE}\b.{{0,30}}\b(?:19|20)\d\d\b")
_PARTY = re.compile(r"\b(?:cap uy(?: dang)?|(?:ben|khoi|co quan|to chuc|cua|do) dang|party)\b")
_STATE = re.compile(r"\b(?:chinh quyen|co quan nha nuoc|khoi nha nuoc|(?:state|government)\b(?! plan))")
_PARTY_BODY = re.compile(
    r"\b(?:trung uong|tinh|thanh|quan|huyen|thi|dang|doan|xa|phuong) uy\b|\bdang bo\b|\bchi bo\b|-\w+/"
)
_ABSENT = re.compile(
    r"\b(?:khong|chua|thieu|without|no|lacks?)\b(?: (?:co|ghi|neu|de|dien|a|an|any))?\s+(?:phan )?(\w+)"
)
_ABSENT_FIELDS = {"so": "number", "number": "number", "ngay": "date", "date": "date"}
_SIGNED = re.compile(r"\bky\b|\bsign")
_ASKS = frozenset({Ask.WHICH_PLANS, Ask.COMPARE, Ask.WHO, Ask.WHAT, Ask.WHEN, Ask.LIST})
MOST = 12


@dataclass(frozen=True, slots=True)
class Choice:
    """How plans are chosen. keep: tells whether a plan is; field: of the header that shows why; said: folded words of
    the question that name the choice."""

    keep: Callable[[StoredPlan], bool]
    field: str
    said: frozenset[str]


def answer(desk: Desk) -> Draft | None:
    """Name the plans that the question chooses by their headers; None for any other question."""
    asked = fold(f"{desk.query.restored} {desk.query.text}")
    if desk.single or (desk.query.ask not in _ASKS and not counts_plans(asked)):
        return None
    if _FIRST.search(asked) or _LAST.search(asked):
        return _in_order(desk, last=_FIRST.search(asked) is None) if _says_no_more(desk, frozenset()) else None
    choice = _choice(desk, asked)
    if choice is None or not _says_no_more(desk, choice.said):
        return None
    chosen = [stored for stored in desk.plans if choice.keep(stored)]
    return _listed(desk, chosen, choice.field) if chosen else None


def _says_no_more(desk: Desk, said: frozenset[str]) -> bool:
    """Tell whether the question asks about nothing beside what chooses the plans."""
    more = desk.wanted.without({*_NAMING, *said, *(str(year) for year in desk.query.years)})
    return not desk.known(more).words


def _choice(desk: Desk, asked: str) -> Choice | None:
    if desk.query.ask is not Ask.WHICH_PLANS and not counts_plans(asked):
        return None
    absent = next((field for word in _ABSENT.findall(asked) if (field := _ABSENT_FIELDS.get(word))), None)
    if absent is not None:
        return Choice(lambda stored: not getattr(stored.plan.header, absent), "title", frozenset())
    if desk.query.years and _ISSUED_IN.search(asked):
        return Choice(lambda stored: _year(stored) in desk.query.years, "date", frozenset())
    office = signer_office(asked)
    if office is not None and _SIGNED.search(asked):
        own = frozenset(folded_words(office))
        return Choice(lambda stored: signer_office(fold(stored.plan.header.signer_role or "")) == office, "signer", own)
    party = _PARTY.search(asked)
    issuing = party or _STATE.search(asked)
    if issuing is None:
        return None
    return Choice(lambda stored: _is_party(stored) == bool(party), "issuer", frozenset(folded_words(issuing[0])))


def _year(stored: StoredPlan) -> int | None:
    """Return the year of issue, or else the first year that the plan is for."""
    header = stored.plan.header
    day = header.date or (header.period.start if header.period else None)
    return day.year if day else None


def _is_party(stored: StoredPlan) -> bool:
    header = stored.plan.header
    return _PARTY_BODY.search(f"{fold(header.issuer or '')} {fold(header.number or '')}") is not None


def _in_order(desk: Desk, *, last: bool) -> Draft | None:
    """Name the plan that was issued first (or last) and give every date; the year stands in where no day is stated."""
    dated = [stored for stored in desk.plans if _year(stored) is not None]
    ordered = sorted(dated, key=_order, reverse=last)
    if len(ordered) < 2 or _order(ordered[0]) == _order(ordered[1]):
        return None
    return _listed(desk, ordered, "date", desk.words.issued_last if last else desk.words.issued_first)


def _order(stored: StoredPlan) -> tuple[int, int, int]:
    """A plan without a date of issue counts by its year alone, after those of the year that have one."""
    day = stored.plan.header.date
    return (day.year, day.month, day.day) if day else (_year(stored) or 0, 13, 0)


def _listed(desk: Desk, plans: Sequence[StoredPlan], field: str, lead: str | None = None) -> Draft:
    shown = plans[:MOST]
    items = [f"**{desk.name(stored.plan_id)}** – {_shown(desk, stored, field)}" for stored in shown]
    citations = tuple(citation for stored in shown for citation in cite_fields(stored, _spans(stored, field)))
    name = desk.name(shown[0].plan_id)
    text = lead.format(name=name) if lead else desk.words.chosen_plans.format(count=len(plans))
    derived = [str(len(plans)), *digits(name, *items)]
    part = AnswerPart(None, text, tuple(items), citations, show_quote=False, derived=tuple(derived))
    return Draft(Status.ANSWERED, (part,), tuple(stored.plan_id for stored in shown))


def _spans(stored: StoredPlan, field: str) -> tuple[str, ...]:
    """Return the header fields that prove a line: the one shown, or the title where it is absent."""
    names = ("signed_for", "signer_role", "signer") if field == "signer" else (field,)
    return names if any(name in stored.plan.header.spans for name in names) else ("title",)


def _shown(desk: Desk, stored: StoredPlan, field: str) -> str:
    header = stored.plan.header
    if field == "date" and header.date:
        return desk.words.header["date"].format(value=date_text(header.date, desk.words))
    if field == "date":
        period = f" ({period_text(header.period, desk.words)})" if header.period else ""
        return desk.words.header_absent["date"] + period
    if field == "signer":
        value = ", ".join(plain(each) for each in (header.signer, header.signer_role) if each)
        return desk.words.header["signer"].format(value=value)
    return plain(str(getattr(header, field) or own_words(stored)))
