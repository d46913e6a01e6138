"""Questions about the world outside the plans are declined politely; chat is answered as chat."""

from __future__ import annotations

import pytest

from knowledge.model import Status
from tests.knowledge.answering.collection import Collection
from tests.knowledge.invented import plan_text


@pytest.fixture(scope="module")
def collection() -> Collection:
    return Collection({"xa-an-hoa-2026": plan_text()})


@pytest.mark.parametrize(
    "question",
    [
        "giá vàng hôm nay",
        "thoi tiet hom nay the nao",
        "kết quả bóng đá",
        "gia xang bao nhieu",
        "weather in Hanoi today",
    ],
)
def test_the_world_outside_the_plans_is_declined(collection: Collection, question: str) -> None:
    answer = collection.ask(question)
    assert answer.status is Status.REFUSED
    assert not answer.citations
    assert "kế hoạch" in answer.text or "plans" in answer.text


@pytest.mark.parametrize("question", ["chào bạn", "cảm ơn nhé", "kể chuyện vui đi", "how are you"])
def test_chat_stays_chat(collection: Collection, question: str) -> None:
    assert collection.ask(question).status is Status.SMALLTALK
