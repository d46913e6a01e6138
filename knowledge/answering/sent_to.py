"""Yes/no questions that claim to whom or through which office a duty is sent: judged against the duty's own way."""

from __future__ import annotations

import re

from knowledge.answering.desk import Desk, Draft
from knowledge.answering.due import manner, what
from knowledge.answering.duty_lines import duty_part
from knowledge.answering.other_duty import held, leading, things
from knowledge.answering.present import plain, sentence_case
from knowledge.model import Ask, Deadline, Status, StoredPlan
from knowledge.text import fold, folded_words
from knowledge.understanding.abbreviations import PRINTED

_BODY = (
    r"(?:ban|bo phan|phong|so|van phong|uy ban|ubnd|hdnd|hoi dong|hoi|mat tran|thuong truc|lanh dao|vu|cuc|trung tam|"
    r"cong an|kho bac|(?:thanh|dang|huyen|quan|thi|tinh) uy)"
)
_CLAIMED = re.compile(
    rf"\b(?:gui|nop|nhan|trinh|bao cao)\b.*?\b(?:qua|cho|toi|ve|den|len) ({_BODY}\b(?: \w+){{0,8}}?)(?: co)? "
    r"(?:phai|dung) (?:khong|chua)\b"
)
_SAME = re.compile(r"\b(?:nay|do|luon|la|thi)\b")


def answer(desk: Desk) -> Draft | None:
    """Say whether the body that the question names is the one to send to; None for other questions or other duties."""
    asked = " ".join(folded_words(desk.query.restored))
    found = _CLAIMED.search(asked)
    if found is None or not desk.single or desk.query.ask is not Ask.YES_NO or desk.query.dates or desk.query.months:
        return None
    body, stored = _spelled(_SAME.sub(" ", found[1])), desk.plans[0]
    duties = _sent(stored, things(asked), desk.query.period)
    right = [duty for duty in duties if _names(body, f"{duty.to or ''} {duty.via or ''}")]
    if not duties or (not right and _elsewhere(stored, duties, body)):
        return None
    deadline = (right or duties)[0]
    route = sentence_case(", ".join(manner(deadline, desk.words)))
    lead = f"{desk.words.right if right else desk.words.wrong} **{route}**: {what(deadline, desk.words)}"
    return Draft(Status.ANSWERED, (duty_part(desk, [deadline], lead),), desk.others())


def _sent(stored: StoredPlan, asked: frozenset[str], period: str | None) -> list[Deadline]:
    """Return the duties of a plan to send what is named to somebody, of the period named where one is for it."""
    named = leading([d for d in stored.facts.deadlines if d.citations and asked & held(d)], asked)
    own = [d for d in named if d.to or d.via]
    return [d for d in own if period in (d.period, d.recurrence)] or own


def _names(body: str, route: str) -> bool:
    """Tell whether a way of sending names the body, which a question may name with its place ("Phòng Nội vụ quận")."""
    own = _spelled(route)
    begins = " ".join(body.split()[:2])
    return body in own or (begins in own and set(body.split()) <= set(own.split()))


def _elsewhere(stored: StoredPlan, duties: list[Deadline], body: str) -> bool:
    """Tell whether the duties' sentences or the plan's list of recipients name the body, so that it is not denied."""
    said = [citation.quote for duty in duties for citation in duty.citations]
    copies = stored.plan.header.recipients if any("ke hoach" in held(duty) for duty in duties) else ()
    return any(body in _spelled(line) for line in (*said, *copies))


def _spelled(text: str) -> str:
    """Return folded words with printed short forms written out."""
    return " ".join(PRINTED.get(word, word) for word in folded_words(plain(fold(text))))
