"""A length of time is told from how often something is done."""

from __future__ import annotations

import pytest

from knowledge.answering import lengths
from knowledge.model import Ask, Intent, Language, Query


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("nhiem ky cua ban chu nhiem la 2 nam", True),
        ("hoan thanh trong vong 15 ngay", True),
        ("dinh ky hang quy, 6 thang, nam bao cao ket qua thuc hien", False),
        ("hang nam bao cao", False),
        ("dinh ky 6 thang bao cao; tap huan trong 3 ngay", True),
    ],
)
def test_how_often_is_no_length(text: str, given: bool) -> None:
    query = Query("how long is a term", "nhiệm kỳ bao lâu", Language.EN, Intent.CONTENT, Ask.HOW_MANY)
    assert lengths.asked(query)
    assert lengths.stated(query, text) is given
