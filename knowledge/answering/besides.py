"""What else is due beside the duty that the question names: "sau khi nộp kế hoạch thì còn phải báo cáo gì nữa".

The clause that names what is done already ("sau khi ...", "ngoài ...") is not what is asked for.
"""

from __future__ import annotations

import re

from knowledge.answering.desk import Desk, Draft
from knowledge.answering.due import sort_key
from knowledge.answering.duties import RELATED, duty_text, fits
from knowledge.answering.duty_lines import advised, duty_line, duty_part
from knowledge.answering.matching import Need
from knowledge.answering.present import digits
from knowledge.answering.wording.plans import EN, VI
from knowledge.model import Deadline, Intent, Language, Query, Status
from knowledge.text import fold, folded_words

MOST = 6
CLOSE = 0.9
"""Share of the best coverage from which a duty is the one that the clause names."""

_LINK = r"(?:,|\bthi\b|\bra\b|\broi\b|\bxong\b|\bdon vi\b|\b(?:toi|minh|em)\b|(?=\bcon\b))"
_MORE = r"\b(?:con|nua|khac|them)\b.{0,80}\b(?:gi|nao|khong|may)\b"
_DONE = re.compile(
    r"\b(?:sau khi|ngoai(?: viec)?(?! ra\b)|ben canh|tru|khi da|nop xong|gui xong|lam xong)\s+"
    rf"(?P<done>.{{3,160}}?)\s*{_LINK}(?P<rest>.{{0,80}}{_MORE})"
)
_FINISHED = re.compile(
    r"^\s*(?P<done>(?:da )?(?:nop|gui|bao cao|dang ky)\b.{2,160}?)\s*\b(?:xong|roi)\b"
    r"(?P<rest>.{0,60}\bcon\b.{0,60}\b(?:nua|khac)\b)"
)
_ELSE = r"\b(?:else|other|more|also|another)\b"
_BEYOND = r"\b(?:besides|apart from|other than|aside from|in addition to|after)\b"
_ENGLISH = re.compile(
    rf"(?:{_BEYOND}|\bonce\b)(?P<done>.{{3,120}}?)(?P<rest>\b(?:what|which|do|must|is|are|should)\b.{{0,80}}{_ELSE})"
    rf"|(?P<asked>\b(?:what|which|anything)\b.{{0,60}}{_ELSE}.{{0,60}}?){_BEYOND}(?P<named>.{{3,120}})"
)
_REPORT = re.compile(r"\b(?:bao cao|report\w*)\b")
_DUTY = frozenset({Intent.DEADLINE, Intent.CONTENT, Intent.RESPONSIBILITY})


def answer(desk: Desk) -> Draft | None:
    """Give the plan's other duties; None when the question sets none aside or the clause names no duty of the plan."""
    clauses = parted(desk.query) if desk.query.intent in _DUTY and desk.single else None
    if clauses is None:
        return None
    done, rest = clauses
    duties = [deadline for deadline in desk.plans[0].facts.deadlines if deadline.citations]
    named = _named(desk, duties, done)
    others = [deadline for deadline in duties if deadline not in named]
    if not named:
        return None
    if _REPORT.search(rest):
        others = [each for each in others if _REPORT.search(fold(each.what))]
    return _draft(desk, named, others)


def parted(query: Query) -> tuple[str, str] | None:
    """Return the folded clause that says what is done already and the one that asks for the rest."""
    if query.language is Language.EN:
        found = _ENGLISH.search(fold(query.text))
        return (found["done"] or found["named"], found["rest"] or found["asked"]) if found else None
    asked = fold(query.restored)
    found = _DONE.search(asked) or _FINISHED.search(asked)
    return (found["done"], found["rest"]) if found else None


def _named(desk: Desk, duties: list[Deadline], done: str) -> list[Deadline]:
    """Return the duties that the clause names by period or date, else by its words."""
    if desk.query.period or desk.query.dates:
        return [deadline for deadline in duties if fits(deadline, desk.query)]
    said = set(folded_words(done))
    english = desk.query.language is Language.EN
    need = desk.known(desk.wanted if english else _only(desk.wanted, said))
    scored = [(desk.coverage(duty_text(desk, deadline), need), deadline) for deadline in duties]
    best = max((score for score, _ in scored), default=0.0)
    return [deadline for score, deadline in scored if best >= RELATED and score >= CLOSE * best]


def _only(need: Need, said: set[str]) -> Need:
    return need.without(word for _, word in need.words if word not in said)


def _draft(desk: Desk, named: list[Deadline], others: list[Deadline]) -> Draft:
    wording = EN if desk.query.language is Language.EN else VI
    if not others:
        part = duty_part(desk, named, wording.nothing_else)
        return Draft(Status.NOT_SPECIFIED, (part,), desk.others())
    shown = sorted(others, key=sort_key)[:MOST]
    items = [duty_line(desk, deadline) for deadline in shown]
    part = duty_part(desk, shown, wording.besides, items=items, derived=[*advised(desk, shown), *digits(*items)])
    return Draft(Status.ANSWERED, (part,), desk.others())
