"""/dulieu: everything kept about a person is listed to them alone and goes when they confirm."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

from bot import privacy
from bot.app import _forget_old
from bot.memory import Base, Database, now
from bot.memory.post import Outgoing
from bot.memory.rows import Question
from bot.memory.state import PROPOSALS
from bot.privacy import handlers as told
from bot.screen import words as screen_words
from bot.settings import BotSettings
from bot.telegram import BotContext
from tests.bot.talk import Talk

MENTION = "@so_tay_dan_van_bot"


def rows_about(talk: Talk, person: int) -> int:
    return sum(count for _, count in talk.resources.store(privacy.PersonalData).kept_about(person).rows)


async def test_nothing_is_kept_about_a_newcomer(talk: Talk) -> None:
    assert await talk.says("/dulieu") == [told.DATA_NONE]


async def test_what_is_kept_is_listed_and_deleted_on_confirmation(talk: Talk) -> None:
    await talk.says("/donvi pbm")
    await talk.says("gửi báo cáo 6 tháng <b>")
    await talk.presses("👍")
    (text,) = await talk.says("/dulieu")
    assert "Đơn vị đã chọn: Phường Bình Mỹ 2023" in text
    assert "1 câu hỏi" in text
    assert "1 lượt đánh giá" in text
    assert "“gửi báo cáo 6 tháng <b>”" in text
    assert "180 ngày" in text
    assert await talk.presses(told.DATA_KEEP) == [told.DATA_LEFT]
    await talk.says("/dulieu")
    assert await talk.presses(told.DATA_DELETE) == [told.DATA_DELETED]
    assert rows_about(talk, talk.person.user["id"]) == 0
    assert await talk.says("/dulieu") == [told.DATA_NONE]
    assert await talk.presses("Nguyên văn") == []
    assert talk.notice() == screen_words.STALE_BUTTON
    assert not talk.refused()


async def test_it_is_handed_out_as_a_file_and_goes_from_every_store(talk: Talk) -> None:
    question = "gửi báo cáo 6 tháng"
    database = talk.resources.state.database
    proposals = database.path.with_name(PROPOSALS)
    lines = [json.dumps({"question": text}, ensure_ascii=False) for text in (question, "của người khác?")]
    proposals.write_text("\n".join([*lines, "no line of ours", ""]), "utf-8")
    await talk.says(question)
    await talk.says("/dulieu")
    await talk.presses(told.DATA_FILE)
    (sent,) = [call for call in talk.telegram.journal.calls if call.method.lower() == "senddocument"]
    held = privacy.PersonalData(database).export(1001)
    assert [row["text"] for row in held["questions"]] == [question]
    assert json.loads(privacy.as_json(held))["questions"][0]["chat_id"] == 1001
    assert "questions" not in privacy.PersonalData(database).export(2002)
    with database.session() as session:
        session.execute(update(Outgoing).values(call={"parameters": {"text": "lời"}}))
    await talk.says("/dulieu")
    await talk.presses(told.DATA_DELETE)
    assert proposals.read_text("utf-8").splitlines() == [lines[1], "no line of ours"]
    assert privacy.PersonalData(database).export(1001) == {}
    with database.session() as session:
        left = session.scalars(select(Outgoing.call).where(Outgoing.chat_id == 1001)).all()
    assert not any("lời" in json.dumps(call, ensure_ascii=False) for call in left)
    assert sent.code == 200


def test_each_kind_of_data_goes_after_its_own_time(tmp_path: Path) -> None:
    database = Database(tmp_path / "bot.db")
    settings = BotSettings(  # type: ignore[call-arg]
        _env_file=None, messages_per_second=0, keep_quizzes_days=2, keep_reminders_days=3, keep_questions_days=4
    )
    tables = Base.metadata.tables
    common = {"chat_id": 1, "user_id": 1}
    with database.session() as session:
        for days in range(6):
            day = now() - timedelta(days=days, minutes=1)
            quiz = {"questions": [], "place": 0, "over": True, "started_at": day}
            session.execute(insert(tables["quizzes"]).values(**common, **quiz))
            for state, due in (("sent", None), ("waiting", None), ("done", now().date())):
                row = {"duty": f"{days}{state}", "told": "", "remind_on": day.date(), "state": state, "again": False}
                row["due"] = due
                session.execute(insert(tables["reminders"]).values(**common, **row))
            asked = {"text": "", "history": [], "status": "", "sources": [], "choices": []}
            session.execute(insert(tables["questions"]).values(chat_id=1, asked_at=day, **asked))
    gone = privacy.Retention(database).forget_old(settings)
    assert gone == {"questions": 2, "quizzes": 4, "uploads": 0, "reminders": 2, "day_counts": 0}
    assert privacy.Retention(database).forget_old(settings) == dict.fromkeys(gone, 0)
    database.close()
    named = {rule.table for rule in privacy.rules(settings)}
    assert named <= set(tables)


async def test_questions_asked_in_a_group_are_the_askers(talk: Talk) -> None:
    minh = talk.as_(talk.person.private(talk.telegram, 2002, "Minh"))
    await talk.as_(talk.person.in_group()).says(f"{MENTION} gửi báo cáo 6 tháng")
    await minh.as_(minh.person.in_group()).says(f"{MENTION} tuyên truyền phong trào")
    (text,) = await talk.says("/dulieu")
    assert "gửi báo cáo 6 tháng" in text
    assert "tuyên truyền" not in text
    await talk.presses(told.DATA_DELETE)
    assert rows_about(talk, 1001) == 0
    (text,) = await minh.says("/dulieu")
    assert "tuyên truyền phong trào" in text


async def test_a_group_is_told_to_ask_in_private(talk: Talk) -> None:
    group = talk.as_(talk.person.in_group())
    assert await group.says("/dulieu") == [screen_words.ONLY_PRIVATE]
    message = group.last()["message_id"]
    await talk.says("gửi báo cáo 6 tháng")
    for data in ("data:delete", "data:keep"):
        await group.presses_data(message, data)
        assert group.notice() == screen_words.FOREIGN_BUTTON
    assert rows_about(talk, 1001) > 0


def test_every_table_about_people_has_a_name_to_show() -> None:
    assert {table.name for table in privacy.personal_tables()} <= set(told.DATA_NAMES) | {"chats"}
    assert Base.metadata.tables.keys() >= set(told.DATA_NAMES)


async def test_old_questions_are_dropped_while_the_bot_runs(talk: Talk) -> None:
    await talk.says("gửi báo cáo 6 tháng")
    await talk.says("tuyên truyền phong trào")
    with talk.resources.state.database.session() as session:
        session.get_one(Question, 1).asked_at = now() - timedelta(days=181)
    jobs = talk.application.job_queue.jobs() if talk.application.job_queue else ()
    assert _forget_old in [job.callback for job in jobs]
    await _forget_old(BotContext(talk.application))
    assert talk.resources.store(privacy.PersonalData).kept_about(1001).questions == ("tuyên truyền phong trào",)


@pytest.mark.parametrize("name", ["/dulieu", "/dulieu x"])
async def test_an_anonymous_admin_and_a_channel_get_no_list(talk: Talk, name: str) -> None:
    group = talk.as_(talk.person.in_group())
    entities = [{"type": "bot_command", "offset": 0, "length": 7}]
    for sender in (group.person.chat, {"id": -1009, "type": "channel", "title": "Kênh"}):
        assert await group.sends(text=name, entities=entities, sender_chat=sender) == [screen_words.ONLY_PRIVATE]
