"""People who share a given name are all told, from sentences and from tables; a verb behind "anh" is nobody's name."""

from __future__ import annotations

import pytest

from tests.knowledge.answering.collection import Collection

_HEAD = """ỦY BAN NHÂN DÂN
XÃ SUỐI NGÀ
Số: 35/KH-UBND
Suối Ngà, ngày 15 tháng 3 năm 2026

KẾ HOẠCH
vận động năm 2026

1. Phân công
"""
_SENTENCES = """Ông Nguyễn Văn Hòa phụ trách tổ hòa giải. Ông Trần Văn Hòa phụ trách quỹ.
Bà Lý Thị Tỏa phụ trách văn nghệ. Bà Vàng Thị Tỏa phụ trách loa. Bà Lò Thị Lan dạy học. Bà Hà Thị Lan nấu ăn.
Bà Mùa Thị Thu phụ trách nước sạch. Bà Giàng Thị Thu phụ trách thu tiền ủng hộ.

2. Cách làm
Lan tỏa phong trào bằng cách phát thanh hằng ngày. Hòa giải mâu thuẫn qua tổ hòa giải. Thu tiền ủng hộ bằng biên lai.
"""
_TABLE = """
| STT | {head} | Nhiệm vụ |
|---|---|---|
| 1 | {title}Trần Văn Hùng | Làm đường thôn Hạ |
| 2 | {title}Nguyễn Văn Hùng | Thu gom rác |
"""
_END = "\nCHỦ TỊCH\nGiàng Seo Vần\n"


@pytest.fixture(scope="module")
def plans() -> Collection:
    texts = {"cau": _SENTENCES, "bang": _TABLE.format(head="Người phụ trách", title="Ông ")}
    texts["tran"] = _TABLE.format(head="Họ và tên", title="")
    return Collection({name: f"{_HEAD}{text}{_END}" for name, text in texts.items()})


@pytest.mark.parametrize(
    "question",
    [
        "nhờ chị lan tỏa phong trào bằng cách nào",
        "nhờ anh hòa giải mâu thuẫn thế nào",
        "nhờ chị thu tiền ủng hộ",
        "nho anh hoa giai mau thuan the nao",
        "Nhờ anh hòa giải mâu thuẫn ở thôn Hạ thế nào?",
    ],
)
def test_a_verb_is_no_name(plans: Collection, question: str) -> None:
    assert "cùng tên gọi" not in plans.ask(question, unit="cau").text


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("anh Hòa và chị Tỏa làm gì", 4),
        ("ong hoa va ba toa lam gi", 4),
        ("ông hòa phụ trách việc gì", 2),
        ("nhờ chị Thu thu tiền ủng hộ", 2),
    ],
)
def test_a_name_is_one_also_where_it_is_written_small(plans: Collection, question: str, count: int) -> None:
    assert f"{count} người" in plans.ask(question, unit="cau").text


@pytest.mark.parametrize("unit", ["bang", "tran"])
@pytest.mark.parametrize("question", ["ông Hùng phụ trách việc gì", "ong hung phu trach viec gi"])
def test_namesakes_in_rows_are_both_told(plans: Collection, unit: str, question: str) -> None:
    text = plans.ask(question, unit=unit).text
    assert "2 người" in text
    assert "Trần Văn Hùng" in text
    assert "Nguyễn Văn Hùng" in text
