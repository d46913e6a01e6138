"""A duty answers only what it states: its own way of sending, its own number, whether it has a day at all."""

from __future__ import annotations

import pytest

from knowledge.answering import unstated
from knowledge.answering.desk import Desk
from knowledge.answering.matching import need
from knowledge.model import Ask, Intent, Language, Query, Status
from tests.knowledge.answering.collection import Collection


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


SILENT = """ỦY BAN NHÂN DÂN
XÃ SÔNG TRONG
Số: 40/KH-UBND

Sông Trong, ngày 12 tháng 01 năm 2026

KẾ HOẠCH
Phân công theo dõi các phong trào thi đua

A. PHÂN CÔNG NHIỆM VỤ
1. Ông Đặng Văn Khoa phụ trách chung{more}.
2. Bà Vũ Thị Hạnh thẩm định hồ sơ khen thưởng của các ấp.
"""


@pytest.mark.parametrize("question", ["có những hạn nào?", "liệt kê các hạn nộp", "có mốc thời gian nào không?"])
def test_a_plan_without_deadlines_is_said_to_have_none(question: str) -> None:
    none = Collection({"p": SILENT.format(more="")}).ask(question, unit="p")
    assert (none.status, none.text.splitlines()[0]) == (Status.NOT_SPECIFIED, "Văn bản không nêu việc nào có hạn.")
    some = Collection({"p": SILENT.format(more=" đến hết ngày 20 tháng 3 năm 2026")}).ask(question, unit="p")
    assert "không nêu việc nào có hạn" not in some.text
