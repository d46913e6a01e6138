"""A duty answers only what it states: its own way of sending, its own number, whether it has a day at all."""

from __future__ import annotations

import pytest

from knowledge.answering import unstated
from knowledge.answering.desk import Desk
from knowledge.answering.matching import need
from knowledge.model import Ask, Intent, Language, Query


class _Desk:
    """A desk with a question alone."""

    def __init__(self, text: str, ask: Ask = Ask.YES_NO) -> None:
        words = tuple(text.lower().strip("?").split())
        self.query = Query(text, text, Language.VI, Intent.DEADLINE, ask, terms=words)
        self.wanted = need(words, text)


def _desk(text: str, ask: Ask = Ask.YES_NO) -> Desk:
    return _Desk(text, ask)  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("question", "claimed"),
    [
        ("báo cáo gửi qua zalo được không", ("zalo",)),
        ("nhận hồ sơ qua bưu điện phải không", ("buu", "dien")),
        ("hạn gửi kế hoạch là ngày nào", ()),
    ],
)
def test_the_way_that_a_question_names(question: str, claimed: tuple[str, ...]) -> None:
    assert unstated.route_claimed(_desk(question)) == claimed


def test_pages_are_counted_but_turns_are_duties() -> None:
    assert unstated.count(_desk("báo cáo dài mấy trang", Ask.HOW_MANY))
    assert not unstated.count(_desk("mỗi năm báo cáo mấy lần", Ask.HOW_MANY))


def test_whether_there_is_a_day_at_all() -> None:
    assert unstated.asks_whether_dated(_desk("có quy định ngày nộp báo cáo năm không"))
    assert not unstated.asks_whether_dated(_desk("có phải gửi bản giấy không"))
