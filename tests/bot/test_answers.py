"""An Answer on the screen: parts, notes, quotes, in the language of the question."""

from __future__ import annotations

import pytest

from bot.console.limits import parse_html
from bot.screen.answers import Frame, answer_screen
from knowledge.model import Answer, AnswerPart, Citation, Language, Status

CITATION = Citation("an-binh", "12/KH-UBND", "II.1", "trước ngày 05/6", 0, 15)


def shown(*parts: AnswerPart, status: Status = Status.ANSWERED, frame: Frame | None = None) -> str:
    answer = Answer(status, "văn bản trơn", parts, Language.VI)
    (html,) = answer_screen(answer, frame or Frame(1, Language.VI)).messages
    return parse_html(html)[0]


def part(lead: str, note: str | None = None, quote: str = "trước ngày 05/6", plan: str = "an-binh") -> AnswerPart:
    return AnswerPart(plan, lead, citations=(CITATION,), note=note, source="Xã An Bình, mục II.1", quote=quote)


def test_lead_items_note_and_citation_stand_in_this_order() -> None:
    listed = AnswerPart(
        "an-binh", "Gồm:", ("1. Một", "Hai", "- Ba", "a) Bốn"), (CITATION,), note="Đã hết kỳ.", source="X"
    )
    assert shown(listed).splitlines() == [
        "Gồm:",
        "1. Một",
        "• Hai",
        "- Ba",
        "a) Bốn",
        "⚠️ Đã hết kỳ.",
        "📎 X",
        "",
        "🏢 Mọi đơn vị",
    ]


def test_a_plans_caution_is_said_once() -> None:
    text = shown(part("a", "Hết kỳ."), part("b", "Hết kỳ."), part("c", "Hết kỳ.", plan="binh-my"))
    assert text.count("Hết kỳ.") == 2


def test_a_long_quote_folds_away() -> None:
    answer = Answer(Status.ANSWERED, "", (part("a", quote="dài " * 80),), Language.VI)
    (html,) = answer_screen(answer, Frame(1, Language.VI)).messages
    assert "expandable_blockquote" in [entity["type"] for entity in parse_html(html)[1]]
    assert (
        "blockquote"
        not in answer_screen(Answer(Status.ANSWERED, "", (part("a"),), Language.VI), Frame(1, Language.VI)).messages[0]
    )


def test_an_answer_without_parts_shows_its_text() -> None:
    assert shown().startswith("văn bản trơn")


@pytest.mark.parametrize("status", [Status.SMALLTALK, Status.REFUSED])
def test_talk_names_no_unit(status: Status) -> None:
    assert "🏢" not in shown(AnswerPart(None, "Chào bạn"), status=status)


def test_english_labels() -> None:
    answer = Answer(Status.ANSWERED, "", (part("Before 5 June"),), Language.EN)
    frame = Frame(1, Language.EN, sources=2, ask_all=True)
    screen = answer_screen(answer, frame)
    assert [b.label for row in screen.rows for b in row] == ["📖 Original text (2)", "🌐 All units", "👍", "👎"]
    assert "All units" in screen.messages[0]
