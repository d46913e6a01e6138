"""Questions and what stands around their answers."""

from __future__ import annotations

from tests.bot.fake_library import FakeLibrary
from tests.bot.talk import Talk


async def test_a_question_is_answered_with_source_and_buttons(talk: Talk) -> None:
    (text,) = await talk.says("Khi nào gửi báo cáo 6 tháng ở An Bình?")
    assert text.startswith("Xã An Bình 2025: Các ấp gửi báo cáo 6 tháng về Văn phòng trước ngày 05/6.")
    assert "📎 Xã An Bình 2025, mục II.1: “Các ấp gửi báo cáo 6 tháng về Văn phòng trước ngày 05/6.”" in text
    assert text.endswith("🏢 Xã An Bình 2025")
    assert talk.labels() == ["📖 Nguyên văn", "👍", "👎"]
    assert talk.last()["entities"][0] == {"type": "bold", "offset": 0, "length": len("Xã An Bình 2025")}
    assert talk.calls("sendChatAction")[0]["action"] == "typing"
    assert not talk.refused()


async def test_start_and_help(talk: Talk) -> None:
    (text,) = await talk.says("/start")
    assert text.startswith("Chào Lan!")
    (text,) = await talk.says("/trogiup")
    assert "/donvi" in text


async def test_follow_up_gets_earlier_turns(talk: Talk, library: FakeLibrary) -> None:
    await talk.says("gửi báo cáo 6 tháng")
    await talk.says("thế còn An Bình?")
    assert library.asked[-1] == ("thế còn An Bình?", None, ("gửi báo cáo 6 tháng",))
