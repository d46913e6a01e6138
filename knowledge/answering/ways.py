"""Yes/no questions about a way of sending: "nộp bản giấy được không", "gửi file pdf được không"."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.answering.desk import Desk, Draft
from knowledge.answering.due import manner, what
from knowledge.answering.duty_lines import duty_part, in_plan_words
from knowledge.answering.present import sentence_case
from knowledge.model import AnswerPart, Ask, Deadline, Status
from knowledge.text import fold

# What a question may offer as a way -> what the plan's own words for it hold.
_WAYS: dict[str, str] = {
    r"ban giay|ban cung|giay to|paper|hard ?copy|in person|truc tiep|tan noi": r"ban giay|ban cung|truc tiep|paper",
    r"pdf": r"pdf",
    r"word|docx?": r"word|docx?",
    r"excel|xlsx?": r"excel|xlsx?",
    r"anh chup|anh scan|ban scan|scan": r"scan|anh",
    r"zalo": r"zalo",
    r"facebook|messenger|viber|telegram": r"facebook|messenger|viber|telegram",
    r"fax": r"fax",
    r"buu dien|duong buu|chuyen phat|by post": r"buu dien|chuyen phat",
    r"e ?mail|mail|hop thu|thu dien tu": r"thu dien tu|hop thu|e-?mail|@",
    r"phan mem|truc luc|truc lien thong|he thong quan ly van ban": r"phan mem|truc lien thong|he thong",
}
_SENDING = re.compile(r"\b(?:nop|gui|bao cao|send|submit|file|hand in)\b")
_FORM = re.compile(r"\b(?:file|tep|dinh dang|format)\b")
_CLOSED = re.compile(
    r"\b(?:duoc|co|phai|dung) (?:khong|chua)\b|\b(?:khong|chua|ko)\W*$|^(?:can|may|could|is|do|must)\b"
)


def answer(desk: Desk) -> Draft | None:
    """Say whether the way that is offered is the plan's, and which way the plan states; None for other questions."""
    asked = fold(f"{desk.query.restored} {desk.query.text}")
    offered = [(cue, own) for cue, own in _WAYS.items() if re.search(rf"\b(?:{cue})\b", asked)]
    closed = desk.query.ask in (Ask.YES_NO, Ask.HOW) and _CLOSED.search(fold(desk.query.text))
    if not offered or not desk.single:
        claimed = bool(closed and _SENDING.search(asked))
        return _of_plans(desk, [own for _, own in offered]) if claimed else which(desk)
    if not closed or not _SENDING.search(asked):
        return None
    stating = [d for d in desk.plans[0].facts.deadlines if d.citations and (d.channel or d.format)]
    if not stating:
        return None
    held = [d for d in stating if any(re.search(own, _way(d)) for _, own in offered)]
    verdict = desk.words.has if held else desk.words.other_way
    deadline = (held or stating)[0]
    route = sentence_case(", ".join(manner(deadline, desk.words)))
    lead = f"{verdict} **{route}**: {what(deadline, desk.words)}"
    part = duty_part(desk, [deadline], lead, derived=in_plan_words([deadline]))
    return Draft(Status.ANSWERED, (part,), desk.others())


def which(desk: Desk) -> Draft | None:
    """Name the plans that ask for a way of sending ("kế hoạch nào yêu cầu file Word"); None for other questions."""
    asked = fold(f"{desk.query.restored} {desk.query.text}")
    if desk.single or desk.query.ask is not Ask.WHICH_PLANS or not (_SENDING.search(asked) or _FORM.search(asked)):
        return None
    return _of_plans(desk, [own for cue, own in _WAYS.items() if re.search(rf"\b(?:{cue})\b", asked)])


def _of_plans(desk: Desk, ways: list[str]) -> Draft | None:
    """Say of several plans which ask for one of the ways, each with its duty, and name those that state none."""
    held: dict[str, Deadline] = {}
    for deadline in (each for stored in desk.plans for each in stored.facts.deadlines if each.citations):
        if any(re.search(own, _way(deadline)) for own in ways):
            held.setdefault(deadline.plan_id, deadline)
    if not held:
        return None
    desk = replace(desk, answering=len(held))
    parts = [duty_part(desk, [d], _told(desk, d), derived=in_plan_words([d])) for d in held.values()]
    silent = [stored.plan_id for stored in desk.plans if stored.plan_id not in held]
    tail = [AnswerPart(None, desk.words.not_in_plans.format(units=desk.names(silent)))] if silent else []
    return Draft(Status.ANSWERED, (*parts, *tail), desk.others())


def _told(desk: Desk, deadline: Deadline) -> str:
    route = sentence_case(", ".join(manner(deadline, desk.words)))
    return f"**{desk.name(deadline.plan_id)}**: **{route}**: {what(deadline, desk.words)}"


def _way(deadline: Deadline) -> str:
    return fold(f"{deadline.channel or ''} {deadline.format or ''}")
