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


@pytest.mark.parametrize(
    "question",
    [
        "em ơi cái bot này lấy thông tin từ đâu, có lưu lại câu hỏi của chị không",
        "bot ơi cho chị hỏi em trả lời dựa trên cái gì, có phải tự bịa ra không hay là lấy từ văn bản",
        "những câu hỏi mình gõ vào đây thì ai xem được, có bị gửi lên cấp trên không em",
        "cai bot nay ai lam ra vay, co mat tien khong em",
        "where does this bot get its answers from and does it keep my questions?",
    ],
)
def test_the_bot_says_of_itself_what_a_plan_cannot(collection: Collection, question: str) -> None:
    answer = collection.ask(question)
    assert answer.status is Status.SMALLTALK
    assert not answer.citations
    assert "/dulieu" in answer.text


@pytest.mark.parametrize(
    "question", ["bot ơi báo cáo năm lấy số liệu từ đâu", "cắt giảm bớt thủ tục có an toàn không", "ai lưu lại hồ sơ"]
)
def test_what_only_sounds_like_it_is_asked_of_the_plans(collection: Collection, question: str) -> None:
    assert collection.ask(question).status is not Status.SMALLTALK


def test_a_nearest_quote_of_a_plan_that_is_over_says_so_once() -> None:
    over = Collection({"xa-an-hoa-2020": plan_text().replace("2026", "2020")})
    answer = over.ask("hộ gia đình được tặng những phần quà gì khi đăng ký thi đua tuyên truyền?")
    assert answer.status is Status.NEAREST, answer.text
    assert answer.text.count("đã hết kỳ") == 1
