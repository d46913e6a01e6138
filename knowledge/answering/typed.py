"""Answers from the smaller facts: rewards, contacts. A fact is one line with its quote."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from knowledge.answering import details
from knowledge.answering.desk import Desk, Draft
from knowledge.answering.matching import Need
from knowledge.answering.present import digits, plain
from knowledge.model import AnswerPart, Ask, Citation, Contact, Reward, Status, StoredPlan
from knowledge.text import fold, folded_words

ENOUGH = 0.5
FEW = 0.25
"""The same for contacts: a plan has one or two, recognised by little more than their kind."""
TIE = 0.08
_FORMAL = re.compile(
    r"\b(?:giay khen|bang khen|huan chuong|huy chuong|co thi dua|ky niem chuong|danh hieu|giai thuong)\b"
)
MOST = 15
LINE_LIMIT = 320


@dataclass(frozen=True, slots=True)
class Line:
    """A fact as an answer shows it. about: the words by which it is recognised."""

    plan_id: str
    shown: str
    about: str
    citations: tuple[Citation, ...]


_REWARD_NAMING = (
    "khen thưởng hình thức được gì ai tặng trao thưởng danh hiệu cho tập thể cá nhân nào người làm tốt thế so sánh "
    "tôn vinh ghi nhận vinh danh thành tích hay xuất sắc hưởng quyền lợi chế độ ra sao quy định như "
    "khác nhau các loại"
)


def rewards(desk: Desk) -> Draft | None:
    """Answer "được thưởng gì", "ai tặng giấy khen" from rewards: those with a name of their own before mere praise."""
    lines = _formal_lines if any(_formal_lines(desk, stored) for stored in desk.near) else _reward_lines
    if desk.query.ask in (Ask.LIST, Ask.WHAT, Ask.COMPARE) and lines is _formal_lines:
        found = answer_lines(desk, _formal_lines, _REWARD_NAMING, FEW)
        if found is not None:
            return found
    return answer_lines(desk, _reward_lines, _REWARD_NAMING) or _other_rewards(desk)


def _other_rewards(desk: Desk) -> Draft | None:
    """Say that the award asked for is not stated, and which rewards are."""
    stated = [(stored.plan_id, _reward_lines(desk, stored)) for stored in desk.near]
    if "essential" not in details.asked(desk.query) or not desk.single or not any(lines for _, lines in stated):
        return None
    plan_id, lines = stated[0]
    items = [line.shown for line in lines[:MOST]]
    citations = tuple(dict.fromkeys(citation for line in lines[:MOST] for citation in line.citations))
    lead = desk.words.no_detail_at["essential"]
    part = desk.part(plan_id, lead, citations, items=items, show_quote=False, derived=digits(*items))
    return Draft(Status.NOT_SPECIFIED, (part,), desk.others())


def contacts(desk: Desk) -> Draft | None:
    """Answer "gửi về địa chỉ nào" from mail addresses, phones and offices."""
    if (none := _no_phone(desk)) is not None:
        return none
    asked = set(folded_words(desk.query.restored))
    kinds = frozenset(kind for kind, cues in _CONTACT_CUES.items() if cues & asked)

    def lines(desk: Desk, stored: StoredPlan) -> list[Line]:
        return contact_lines(desk, stored, kinds)

    return answer_lines(
        desk, lines, "địa chỉ email mail thư điện tử hộp liên hệ điện thoại số gửi về qua nào báo cáo nhận nộp để", FEW
    )


def _no_phone(desk: Desk) -> Draft | None:
    """Say of one plan that it states no telephone number, and which contacts it does state; None without either."""
    lines = contact_lines(desk, desk.plans[0], frozenset()) if desk.single else []
    asked = _PHONE.search(fold(desk.query.restored)) or _PHONE.search(fold(desk.query.text))
    if not asked or not lines or any(contact.kind == "phone" for contact in desk.plans[0].facts.contacts):
        return None
    part = lines_part(desk, desk.plans[0].plan_id, lines)
    lead = desk.words.no_detail_at["contact"] if part.items else f"{desk.words.no_detail_at['contact']} {part.lead}"
    return Draft(Status.NOT_SPECIFIED, (replace(part, lead=lead),), desk.others())


def contact_lines(desk: Desk, stored: StoredPlan, kinds: frozenset[str]) -> list[Line]:
    """Return the contacts of a plan of some kinds ("email", "phone", "office"), of any kind without one."""
    return [
        Line(c.plan_id, desk.words.contact.format(value=c.value, owner=_owner(c)), _contact_about(c), c.citations)
        for c in stored.facts.contacts
        if not kinds or c.kind in kinds
    ]


_PHONE = re.compile(
    r"(?<!tren )(?<!qua )(?<!bang )(?<!trong )\b(?:dien thoai|sdt|hotline|duong day nong|(?:tele)?phone|fax)\b"
)
"""A number to call, unless a telephone is a means ("ứng dụng trên điện thoại")."""
_CONTACT_CUES = {
    "email": frozenset({"email", "mail", "thu", "hop"}),
    "phone": frozenset({"dien", "thoai", "sdt", "phone", "hotline", "nong", "fax"}),
}


def _contact_about(contact: Contact) -> str:
    return " ".join([contact.kind, contact.value, contact.owner or "", *(c.quote for c in contact.citations)])


def _owner(contact: Contact) -> str:
    return f" ({plain(contact.owner)})" if contact.owner else ""


def _reward_lines(desk: Desk, stored: StoredPlan) -> list[Line]:
    rewards = stored.facts.rewards
    return [_reward_line(desk, reward) for reward in rewards if reward.giver or desk.query.ask is not Ask.WHO]


def _formal_lines(desk: Desk, stored: StoredPlan) -> list[Line]:
    """Return the awards that have a name of their own; to commend is not one."""
    return [_reward_line(desk, reward) for reward in stored.facts.rewards if _FORMAL.search(fold(reward.award))]


def _reward_line(desk: Desk, reward: Reward) -> Line:
    shown = desk.words.reward.format(
        award=plain(reward.award),
        giver=f" – {plain(reward.giver)}" if reward.giver else "",
        recipient=f", cho {plain(reward.recipient)}" if reward.recipient else "",
        reason=f", {plain(reward.reason)}" if reward.reason else "",
    )
    about = " ".join(part for part in (reward.award, reward.giver, reward.recipient, reward.reason) if part)
    quotes = " ".join(plain(citation.quote) for citation in reward.citations)
    return Line(reward.plan_id, shown, f"{about} {quotes}", reward.citations)


def answer_lines(
    desk: Desk, lines: Callable[[Desk, StoredPlan], list[Line]], naming: str, enough: float = ENOUGH
) -> Draft | None:
    """Show the facts that the question's own words fit, all of them when it has none of its own."""
    need = desk.own(desk.wanted.without(folded_words(naming)))
    all_lines = [(_fit(desk, line, need), line) for stored in desk.near for line in lines(desk, stored)]
    found = [(score, line) for score, line in all_lines if _states(desk, line)]
    best = max((score for score, _ in found), default=0.0)
    if best < enough:
        return None
    narrow = desk.query.ask not in (Ask.LIST, Ask.COMPARE) and bool(need)
    kept = [line for score, line in found if score >= (best - TIE if narrow else enough)]
    sharing = replace(desk, answering=len({line.plan_id for line in kept}))
    parts = [
        lines_part(sharing, stored.plan_id, own)
        for stored in desk.near
        if (own := [line for line in kept if line.plan_id == stored.plan_id])
    ]
    return Draft(Status.ANSWERED, tuple(parts), desk.others())


def _states(desk: Desk, line: Line) -> bool:
    """Tell whether a fact states the detail that the question asks for."""
    return details.missing(desk.query, f"{line.shown} {line.about}") is None


def _fit(desk: Desk, line: Line, need: Need) -> float:
    return desk.coverage(line.about, need) if need else 1.0


def lines_part(desk: Desk, plan_id: str, lines: Sequence[Line]) -> AnswerPart:
    """Build the part that shows facts of one plan: one as the lead, several as a list."""
    shown = [line.shown for line in lines[:MOST]]
    citations = tuple(dict.fromkeys(citation for line in lines[:MOST] for citation in line.citations))
    derived = digits(*(line.shown for line in lines[:MOST]))
    if len(shown) == 1:
        lead = shown[0] if desk.single else f"**{desk.name(plan_id)}**: {shown[0]}"
        return desk.part(plan_id, lead, citations, derived=derived)
    lead = desk.words.stated if desk.single else f"**{desk.name(plan_id)}**:"
    return desk.part(plan_id, lead, citations, items=shown, show_quote=False, derived=derived)
