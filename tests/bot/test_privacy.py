"""/dulieu: everything kept about a person is listed to them alone and goes when they confirm."""

from __future__ import annotations

import json
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

import bot.__main__ as program
from bot import privacy
from bot.access import Access
from bot.app import _forget_old
from bot.memory import Base, Database, now
from bot.memory.post import Outgoing
from bot.memory.rows import FEED_DAYS, PAIRING_DAYS, Pairing, Question
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
            typed = {"question": 1, "text": "đang gõ", "changed_at": day}
            session.execute(insert(tables["drafts"]).values(user_id=days, **typed))
            session.execute(insert(tables["amendments"]).values(user_id=days, link=1, asked_at=day))
            used = now() - timedelta(days=FEED_DAYS + days - 3, minutes=1)
            session.execute(insert(tables["feeds"]).values(user_id=days, secret=f"s{days}", used_at=used))
            pairing = {"name": "A", "code": "B", "refused": False, "asked_at": day}
            session.execute(insert(tables["pairings"]).values(user_id=days, chat_id=days, **pairing))
            asked = {"text": "", "history": [], "status": "", "sources": [], "choices": []}
            session.execute(insert(tables["questions"]).values(chat_id=1, asked_at=day, **asked))
    gone = privacy.Retention(database).forget_old(settings)
    assert gone == {
        "questions": 2, "quizzes": 4, "uploads": 0, "pairings": 0, "drafts": 5, "amendments": 5, "reminders": 2,
        "feeds": 3, "day_counts": 0,
    }  # fmt: skip
    assert privacy.Retention(database).forget_old(settings) == dict.fromkeys(gone, 0)
    database.close()
    named = {rule.table for rule in privacy.rules(settings)}
    assert named <= set(tables)
    fall_with_another = {"votes", "reasons", "askers", "quiz_answers"}
    until_somebody_ends_it = {"chats", "allowed_chats", "news_declined", "week_digests"}
    after_five_days = {"plan_news"}
    lasting = fall_with_another | until_somebody_ends_it | after_five_days
    assert {table.name for table in privacy.personal_tables()} == (named - {"day_counts"}) | lasting


def test_a_request_that_nobody_decided_on_is_forgotten(tmp_path: Path) -> None:
    database = Database(tmp_path / "bot.db")
    settings = BotSettings(_env_file=None)  # type: ignore[call-arg]
    Access(database).request(5, 5, "Lan")
    with database.session() as session:
        session.execute(update(Pairing).values(asked_at=now() - timedelta(days=PAIRING_DAYS, minutes=1)))
    assert privacy.Retention(database).forget_old(settings)["pairings"] == 1
    assert Access(database).requests() == []
    database.close()


def test_a_proposal_goes_with_its_question(tmp_path: Path) -> None:
    database = Database(tmp_path / "bot.db")
    settings = BotSettings(_env_file=None)  # type: ignore[call-arg]
    proposals = tmp_path / PROPOSALS
    proposals.write_text('{"question": "hôm qua?"}\n{"question": "năm ngoái?"}\nno line of ours\n', "utf-8")
    for text, days in (("hôm qua?", 1), ("năm ngoái?", 365)):
        row = {"text": text, "history": [], "status": "", "sources": [], "choices": []}
        with database.session() as session:
            session.execute(insert(Question).values(chat_id=1, asked_at=now() - timedelta(days=days), **row))
    privacy.Retention(database).forget_old(settings)
    assert proposals.read_text("utf-8") == '{"question": "hôm qua?"}\nno line of ours\n'
    database.close()


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
    (soon,) = [job.next_t for job in jobs if job.callback is _forget_old]
    assert soon is not None
    assert soon - datetime.now(UTC) < timedelta(minutes=2), "a bot that is restarted often forgets, too"
    await _forget_old(BotContext(talk.application))
    assert talk.resources.store(privacy.PersonalData).kept_about(1001).questions == ("tuyên truyền phong trào",)


def test_a_reading_room_on_its_own_forgets_too(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "FORGET_FIRST", 0)
    with talk.resources.state.database.session() as session:
        row = {"text": "cũ", "history": [], "status": "", "sources": [], "choices": []}
        session.execute(insert(Question).values(chat_id=1, asked_at=now() - timedelta(days=181), **row))
    over = threading.Event()
    forgetting = threading.Thread(target=program._forget_old, args=(talk.resources, over), daemon=True)
    forgetting.start()
    until = time.monotonic() + 20
    while talk.resources.store(privacy.PersonalData).kept_about(1).questions and time.monotonic() < until:
        time.sleep(0.05)
    over.set()
    forgetting.join(20)
    assert talk.resources.store(privacy.PersonalData).kept_about(1).questions == ()


@pytest.mark.parametrize("name", ["/dulieu", "/dulieu x"])
async def test_an_anonymous_admin_and_a_channel_get_no_list(talk: Talk, name: str) -> None:
    group = talk.as_(talk.person.in_group())
    entities = [{"type": "bot_command", "offset": 0, "length": 7}]
    for sender in (group.person.chat, {"id": -1009, "type": "channel", "title": "Kênh"}):
        assert await group.sends(text=name, entities=entities, sender_chat=sender) == [screen_words.ONLY_PRIVATE]
