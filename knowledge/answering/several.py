"""One reply to a message that asks several things: each question above its answer, in order, within one message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.answering.desk import compose
from knowledge.answering.present import shorten
from knowledge.model import Answer, AnswerPart, Citation, Language, Status

MOST = 4
"""Questions of one message that are answered; the rest is asked to be sent on its own."""
ROOM = 3_500
"""Characters that still fit one message with what stands around an answer; above them quotes give way."""
HEAD_LIMIT = 90
_LEFT = {
    Language.VI: "Mỗi tin nhắn tôi trả lời được {most} câu. Bạn gửi riêng giúp tôi: {left}.",
    Language.EN: "I answer {most} questions of one message. Please send on their own: {left}.",
}
UNSURE = (Status.NEAREST, Status.NOT_FOUND)
_RANK = (Status.ANSWERED, Status.NEAREST, Status.NOT_SPECIFIED, Status.NEEDS_UNIT, Status.NOT_FOUND)


def combine(questions: Sequence[str], answers: Sequence[Answer], left: Sequence[str]) -> Answer:
    """Return the answers as one, each under its question. left: the questions that are not answered here.

    An answer that says the same as an earlier one is given once, under both questions.
    """
    told: dict[str, tuple[list[str], Answer]] = {}
    for number, (question, answer) in enumerate(zip(questions, answers, strict=True), 1):
        heads, _ = told.setdefault(answer.text, ([], answer))
        heads.append(f"**{number}. {shorten(question.replace('*', ''), HEAD_LIMIT)}**")
    kept = tuple(answer for _, answer in told.values())
    parts = _once([part for heads, answer in told.values() for part in _headed(heads, answer.parts)])
    if len(compose(parts)) > ROOM:
        parts = [replace(part, quote="") for part in parts]
    if left:
        language = Language.EN if answers[0].language is Language.EN else Language.VI
        named = "; ".join(f"“{shorten(question, HEAD_LIMIT)}”" for question in left)
        parts.append(AnswerPart(None, _LEFT[language].format(most=MOST, left=named)))
    return replace(
        answers[0],
        status=next((status for status in _RANK if any(a.status is status for a in answers)), answers[0].status),
        text=compose(parts),
        parts=tuple(parts),
        choices=next((answer.choices for answer in answers if answer.choices), ()),
        related=tuple(dict.fromkeys(passage for answer in answers for passage in answer.related)),
        answers=kept,
    )


def _headed(heads: Sequence[str], parts: Sequence[AnswerPart]) -> tuple[AnswerPart, ...]:
    first, *rest = parts
    return (replace(first, lead="\n".join([*heads, first.lead])), *rest)


def _once(parts: Sequence[AnswerPart]) -> list[AnswerPart]:
    """Quote the same words, and caution of the same plan, only where they stand first."""
    quoted: set[Citation] = set()
    cautions: set[tuple[str | None, str | None]] = set()
    told = []
    for part in parts:
        caution = (part.plan_id, part.note)
        said = bool(part.citations) and quoted.issuperset(part.citations)
        told.append(replace(part, quote="" if said else part.quote, note=None if caution in cautions else part.note))
        quoted.update(part.citations if part.quote else ())
        cautions.add(caution)
    return told
