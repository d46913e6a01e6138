"""Groups and forums: spoken to or silent, each topic with its own turns, and nothing lost when a group moves."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy import JSON, Column, Table, func, insert, select

from bot.app import COMMANDS
from bot.curation import screens as curation_words
from bot.memory import Base, now
from bot.talk import words
from tests.bot.fake_library import FakeLibrary
from tests.bot.talk import Talk

NAME = "so_tay_dan_van_bot"
QUESTION = "gửi báo cáo 6 tháng"
FOLLOW_UP = "thế còn An Bình?"
OLD, NEW = -5, -100500


@pytest.fixture
def group(talk: Talk) -> Talk:
    return talk.as_(talk.person.in_group())


def in_topic(topic: int | None) -> dict[str, Any]:
    return {} if topic is None else {"message_thread_id": topic, "is_topic_message": True}


async def asks(group: Talk, text: str, topic: int | None) -> list[str]:
    """Ask in a topic (None: the general one)."""
    mention = [{"type": "mention", "offset": 0, "length": len(NAME) + 1}]
    return await group.sends(text=f"@{NAME} {text}", entities=mention, **in_topic(topic))


@pytest.mark.parametrize(("first", "second"), [(7, 8), (7, None), (None, 7)])
async def test_a_follow_up_belongs_to_its_topic(
    group: Talk, library: FakeLibrary, first: int | None, second: int | None
) -> None:
    await asks(group, QUESTION, first)
    await asks(group, "xin chào", second)
    await asks(group, FOLLOW_UP, first)
    assert library.asked[-1][2] == (QUESTION,)
    await asks(group, FOLLOW_UP, second)
    assert library.asked[-1][2] == ("xin chào",)


async def test_what_a_button_asked_is_a_turn_of_its_topic(group: Talk, library: FakeLibrary) -> None:
    await group.sends(text="/start", entities=[{"type": "bot_command", "offset": 0, "length": 6}], **in_topic(7))
    await group.presses(words.TRY)
    await asks(group, FOLLOW_UP, 8)
    await asks(group, FOLLOW_UP, 7)
    assert [history for _, _, history in library.asked[-2:]] == [(), (words.SAMPLE_QUESTION,)]


async def test_an_edited_question_looks_at_its_topic_too(group: Talk, library: FakeLibrary) -> None:
    await asks(group, "xin chào", 8)
    await asks(group, QUESTION, 7)
    number = group.person.write(f"@{NAME} {FOLLOW_UP}", **in_topic(7))
    await group.waits()
    message = dict(group.telegram.journal.messages[group.person.chat["id"], number])
    message |= {"text": f"@{NAME} thế còn Bình Mỹ?", "edit_date": 1}
    group.telegram.deliver("edited_message", message)
    await group.waits()
    assert library.asked[-1] == ("thế còn Bình Mỹ?", None, (QUESTION,))


async def test_everything_goes_to_the_topic_it_came_from(group: Talk) -> None:
    await asks(group, QUESTION, 7)
    await asks(group, QUESTION, None)
    assert [call.get("message_thread_id") for call in group.calls("sendMessage")] == ["7", None]


async def test_topics_share_the_unit_of_their_group(talk: Talk, group: Talk, library: FakeLibrary) -> None:
    command = {"text": "/donvi pbm", "entities": [{"type": "bot_command", "offset": 0, "length": 6}]}
    await group.sends(**command, **in_topic(7))
    await asks(group, QUESTION, 8)
    assert library.asked[-1][1] == "binh-my"
    await talk.says(QUESTION)
    assert library.asked[-1][1] is None


async def test_words_in_a_topic_that_the_bot_opened_are_no_reply(group: Talk) -> None:
    opened = {
        "message_id": 7, "date": 0, "chat": group.person.chat, "from": group.telegram.me,
        "forum_topic_created": {"name": "Báo cáo", "icon_color": 1},
    }  # fmt: skip
    assert await group.sends(text=QUESTION, reply_to_message=opened, **in_topic(7)) == []


async def test_talk_of_others_is_left_alone(group: Talk, library: FakeLibrary) -> None:
    for text in (QUESTION, "@ai_do_khac gửi báo cáo", "so_tay_dan_van_bot ơi", f"mail@{NAME} gửi báo cáo"):
        assert await group.says(text) == []
    assert library.asked == []
    number = group.person.write("báo cáo")
    await group.waits()
    assert await group.says(QUESTION, reply_to=number) == [], "a reply to a person"
    answer = await group.says(f"@{NAME.upper()} {QUESTION}")
    assert answer
    assert await group.says(FOLLOW_UP, reply_to=group.last()["message_id"])


@pytest.mark.parametrize("name", [name for names, _ in COMMANDS for name in names])
async def test_a_command_for_another_bot_is_left_alone(group: Talk, name: str) -> None:
    for text in (f"/{name}@another_bot", f"/{name}@another_bot @{NAME}", f"/{name}@{NAME}x"):
        assert await group.says(text) == []
    answer = await group.says(f"@{NAME} {QUESTION}")
    assert answer
    assert await group.says(f"/{name}@another_bot", reply_to=group.last()["message_id"]) == []


async def test_a_vote_is_acknowledged_to_the_voter_alone(group: Talk) -> None:
    await group.says(f"@{NAME} {QUESTION}")
    answer = group.last()["message_id"]
    assert await group.presses("👍") == []
    assert group.notice() == curation_words.THANKS_GOOD
    await group.presses("👎")
    assert group.notice() == curation_words.ASK_WHY
    assert [event["message_id"] for kind, event in group.shown if kind != "notice"] == [answer], "edited in place"


# --------------------------------------------------------------------------------------------- migration


def chat_tables() -> list[Table]:
    tables = Base.metadata.sorted_tables
    return [table for table in tables if "chat_id" in table.columns and not table.info.get("passing")]


def invented(column: Column[Any]) -> Any:
    """Return some value of a column's type."""
    if isinstance(column.type, JSON):
        return []
    kind = column.type.python_type
    return {datetime: now(), date: now().date(), str: column.name}.get(kind) or kind()


def fill(talk: Talk, table: Table, chat_id: int) -> None:
    """Put one row about a chat into a table."""
    needed = [
        column
        for column in table.columns
        if not column.nullable and column.name != "chat_id" and column is not table.autoincrement_column
    ]
    with talk.resources.state.database.session() as session:
        session.execute(insert(table).values(chat_id=chat_id, **{column.name: invented(column) for column in needed}))


def rows(talk: Talk, table: Table, chat_id: int) -> int:
    with talk.resources.state.database.session() as session:
        theirs = table.columns["chat_id"] == chat_id
        return session.scalar(select(func.count()).select_from(table).where(theirs)) or 0


@pytest.mark.parametrize("told", ["old", "new"])
@pytest.mark.parametrize("table", [table.name for table in chat_tables()])
async def test_every_table_follows_a_group_that_became_a_supergroup(talk: Talk, table: str, told: str) -> None:
    kept = Base.metadata.tables[table]
    fill(talk, kept, OLD)
    fill(talk, kept, 77)
    before, after = talk.as_(talk.person.in_group(OLD)), talk.as_(talk.person.in_group(NEW))
    for _ in range(2):
        if told == "old":
            await before.sends(migrate_to_chat_id=NEW)
        else:
            await after.sends(migrate_from_chat_id=OLD)
    assert [rows(talk, kept, chat) for chat in (OLD, NEW, 77)] == [0, 1, 1]


async def test_the_groups_own_unit_wins_over_what_the_supergroup_began(talk: Talk, library: FakeLibrary) -> None:
    before, after = talk.as_(talk.person.in_group(OLD)), talk.as_(talk.person.in_group(NEW))
    await before.says("/donvi pbm")
    await after.says("/donvi xab")
    await before.sends(migrate_to_chat_id=NEW)
    await after.says(f"@{NAME} {QUESTION}")
    assert library.asked[-1][1] == "binh-my"


async def test_turns_before_the_move_are_remembered_after_it(talk: Talk, library: FakeLibrary) -> None:
    before, after = talk.as_(talk.person.in_group(OLD)), talk.as_(talk.person.in_group(NEW))
    await before.says(f"@{NAME} {QUESTION}")
    await before.sends(migrate_to_chat_id=NEW)
    await after.says(f"@{NAME} {FOLLOW_UP}")
    assert library.asked[-1][2] == (QUESTION,)
