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


ROUNDS = (
    SILENT.format(more="")
    + """
B. CÁC ĐỢT RA QUÂN
- Đợt 1: Nhân dịp Tết. Đúng 07h00 ngày 13/12/2025 (thứ 7) các đơn vị đồng loạt ra quân đến hết ngày 30/12/2025.
- Đợt 2: Tết Nguyên đán, từ ngày 15/01/2026 đến hết ngày 15/02/2026.
- Đợt 3: Chào mừng ngày bầu cử, từ ngày 15/03/2026 đến 20/04/2026.
"""
)


def test_a_round_is_told_with_its_own_time_and_hour() -> None:
    first = Collection({"p": ROUNDS}).ask("đợt 1 bắt đầu mấy giờ ngày nào?", unit="p")
    assert (first.status, "07:00 13/12/2025" in first.text) == (Status.ANSWERED, True)
    assert "15/01" not in first.text
