"""The reply to a message that asks nothing and says whose plan the talk is about; whoever keeps talks remembers it."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.answering.desk import compose
from knowledge.model import Answer, AnswerPart, Language, Statement, Status
from knowledge.understanding.units import Unit

_NOTED = "Vâng, bạn hỏi theo {units}. Bạn cần tra gì?"
_EVERY = "Vâng, tôi tra cứu mọi đơn vị. Bạn cần tra gì?"
_WHICH = "Bạn chọn đơn vị nào? Các đơn vị đang có: {units}."
_UNKNOWN = "Tôi chưa có kế hoạch nào của “{name}”. Các đơn vị đang có: {units}."


def answer(statement: Statement, units: Mapping[str, Unit]) -> Answer:
    """Return what is said to a statement: the unit as it was understood, or which ones there are."""
    known = statement.units or tuple(units)
    names = ", ".join(units[plan_id].short_name for plan_id in known)
    if statement.name is None:
        text, status = _EVERY, Status.SMALLTALK
    elif statement.units:
        text, status = _NOTED.format(units=names), Status.SMALLTALK
    elif not statement.name:
        text, status = _WHICH.format(units=names), Status.NEEDS_UNIT
    else:
        text, status = _UNKNOWN.format(name=statement.name, units=names), Status.NOT_FOUND
    parts = (AnswerPart(None, text),)
    return Answer(status, compose(parts), parts, Language.VI, () if statement.name is None else known)
