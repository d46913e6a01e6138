"""Answers to what counts as good enough: "điển hình thế nào mới được công nhận", "phải đáp ứng yêu cầu gì"."""

from __future__ import annotations

import re

from knowledge.answering import content
from knowledge.answering.desk import Desk, Draft
from knowledge.answering.extract import extracts
from knowledge.model import Status
from knowledge.text import fold, folded_words

_ASKED = re.compile(
    r"\b(?:tieu chi|tieu chuan|dieu kien|dap ung|thoa man|duoc (?:coi|xem|cong nhan)|the nao (?:moi |thi )?la|"
    r"criteri\w+)\b"
)
_NAMING = frozenset(
    folded_words(
        "tiêu chí tiêu chuẩn điều kiện đáp ứng thỏa mãn yêu cầu công nhận coi xem đạt mới thế nào là gì những phải "
        "được khi để một thì ra sao"
    )
)
_STATED = re.compile(r"\b(?:tieu chi|tieu chuan|dieu kien)\b")
ENOUGH = 0.6


def answer(desk: Desk) -> Draft | None:
    """Quote the criteria that a plan sets for the thing asked about; None when it sets none in so many words."""
    if not _ASKED.search(fold(desk.query.restored)):
        return None
    need = desk.known(desk.own(desk.wanted.without(_NAMING)))
    if not need:
        return None
    found = [e for e in extracts(desk, need) if e.focus >= ENOUGH and _STATED.search(fold(e.passage.text.text))]
    chosen = content.best_of_plans(found)
    if not chosen:
        return None
    parts = tuple(content.part(desk, extract, content.lead(desk, extract)) for extract in chosen)
    return Draft(Status.ANSWERED, parts, desk.others())
