"""A reminder that is done or put off, the digest of the week: as a person uses them, on a clock that the tests turn."""

from __future__ import annotations

import asyncio
import json
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.agenda import name_of
from bot.console.people import Person
from bot.memory.state import State
from bot.privacy import PersonalData
from bot.privacy import handlers as privacy
from bot.reminders import handlers as reminders
from bot.reminders import words
from bot.reminders.screens import monday_of as _monday
from bot.reminders.store import DigestStore, ReminderStore, Subscriber, Wish
from bot.screen import words as screen_words
from bot.settings import BotSettings
from bot.telegram import BotContext
from knowledge.model import Deadline
from tests.bot.fake_library import BINH_MY, FakeLibrary, Source
from tests.bot.invented_duties import MONTHLY, SIX_MONTHS, UNDATED, duty
from tests.bot.reminders.steps import at, remind, sweep
from tests.bot.talk import Talk, talk_with


async def sweeps(talk: Talk, library: FakeLibrary, until: datetime) -> list[tuple[date, str]]:
    """Let a day pass after another; return what arrived on which."""
    arrived = []
    while library.clock < until:
        library.clock += timedelta(days=1)
        arrived += [(library.clock.date(), text) for text in await sweep(talk)]
    return arrived


# --------------------------------------------------------------------------------------------------- done


async def test_what_is_done_is_not_reminded_of_again_and_the_list_says_so(talk: Talk, library: FakeLibrary) -> None:
    await remind(talk, "7 ngày", "3 ngày", "1 ngày", number=2)
    library.clock = at(5, 28)
    (reminder,) = await sweep(talk)
    assert "còn 7 ngày" in reminder
    (edited,) = await talk.presses(words.FINISH)
    assert talk.notice() == words.FINISHED, "the plan asks for it once"
    assert edited.startswith(words.DONE)
    assert "Trước 05/6/2025" in edited
    assert [label for label in talk.labels() if label.startswith("💤")] == []
    (listed,) = await talk.says("/nhac")
    assert listed.startswith("Việc đã nộp (1). Không còn lời nhắc nào chờ gửi.")
    assert f"1. {words.DONE}\nGửi báo cáo 6 tháng" in listed
    assert await sweeps(talk, library, at(6, 10)) == []
    assert not talk.refused()


async def test_what_was_done_by_mistake_is_reminded_of_again(talk: Talk, library: FakeLibrary) -> None:
    await remind(talk, "7 ngày", "1 ngày", number=2)
    library.clock = at(5, 28)
    await sweep(talk)
    await talk.presses(words.FINISH)
    (edited,) = await talk.presses(words.REOPEN)
    assert talk.notice() == words.REOPENED
    assert edited.startswith("⏰ Nhắc hạn: còn 7 ngày")
    assert [day for day, _ in await sweeps(talk, library, at(6, 10))] == [date(2025, 6, 3)]


@pytest.mark.parametrize("early", [True, False])
async def test_the_next_time_of_a_recurring_duty_still_reminds(talk: Talk, library: FakeLibrary, early: bool) -> None:
    """Done before the reminder has come, from the list, or when it has."""
    library.duties, library.clock = [MONTHLY], at(5, 19, 9)  # 24/5 is a Saturday: people work on 23/5 last
    await remind(talk, "7 ngày", "3 ngày")
    if not early:
        library.clock = at(5, 20)
        assert len(await sweep(talk)) == 1
        await talk.presses(words.FINISH)
    else:
        await talk.says("/nhac")
        await talk.presses(words.FINISH_NUMBER.format(number=1))
    assert talk.notice() == words.FINISHED + words.FINISHED_NEXT.format(day="24/6/2025")
    (listed,) = await talk.says("/nhac")
    assert listed.count(words.DONE) == 1, "one time, however many reminders of it there were"
    assert listed.startswith("Các lời nhắc đã đặt (2), gửi lúc 8 giờ sáng; việc đã nộp (1)\n")
    arrived = [day for day, _ in await sweeps(talk, library, at(7, 1))]
    assert arrived == [date(2025, 6, 17), date(2025, 6, 21)]


async def test_a_time_done_ahead_is_passed_over(talk: Talk, library: FakeLibrary) -> None:
    """The reminder of May, once sent, does not wait for the time in June that is done already."""
    library.duties = [MONTHLY]
    store, chat = ReminderStore(talk.resources.state.database), talk.person.chat["id"]
    name = name_of(library.schedule()[0])
    for month, before in ((5, 3), (6, 7)):
        due = date(2025, month, 24)
        store.add(Wish(chat, None, chat, name, "việc", due, due - timedelta(days=before), before))
    (june,) = (item for item in store.open_ones(chat) if item.wish.due == date(2025, 6, 24))
    await talk.says("/nhac")
    await talk.presses_data(talk.last()["message_id"], f"rk:{june.id}:0")
    arrived = [day for day, _ in await sweeps(talk, library, at(7, 25))]
    assert arrived == [date(2025, 5, 21), date(2025, 7, 17), date(2025, 7, 21)]


async def test_a_done_time_can_not_be_set_again_but_the_next_one_can(talk: Talk, library: FakeLibrary) -> None:
    library.duties = [SIX_MONTHS]
    await remind(talk, "7 ngày")
    await talk.says("/nhac")
    await talk.presses(words.FINISH_NUMBER.format(number=1))
    await talk.opens(1, screen_words.REMIND_ME)
    assert talk.notice() == words.REMIND_DONE
    library.duties, library.clock = [MONTHLY], at(5, 19, 9)  # 24/5 is a Saturday: people work on 23/5 last
    await remind(talk, "3 ngày")
    await talk.says("/nhac")
    await talk.presses(words.FINISH_NUMBER.format(number=1))
    await talk.opens(1, screen_words.REMIND_ME)
    assert "✅ 3 ngày trước (21/6/2025)" in talk.labels()


async def test_of_a_duty_without_a_date_each_reminder_is_done_by_itself(talk: Talk, library: FakeLibrary) -> None:
    library.duties = [UNDATED]
    await remind(talk, words.REMIND_OTHER_DAY, "T5 22/5/2025", words.REMIND_OTHER_DAY, "T6 23/5/2025")
    library.clock = at(5, 22)
    await sweep(talk)
    await talk.presses(words.FINISH)
    assert [day for day, _ in await sweeps(talk, library, at(6, 1))] == [date(2025, 5, 23)]


async def test_a_done_duty_keeps_its_mark_under_another_version(talk: Talk, library: FakeLibrary) -> None:
    await remind(talk, "7 ngày", number=2)
    await talk.says("/nhac")
    await talk.presses(words.FINISH_NUMBER.format(number=1))
    library.duties.remove(SIX_MONTHS)
    assert await sweeps(talk, library, at(6, 10)) == [], "nobody waits for it, so its end is no news"
    assert words.DONE in (await talk.says("/nhac"))[0]


# ------------------------------------------------------------------------------------------------ put off


async def test_a_reminder_is_put_off_by_a_day(talk: Talk, library: FakeLibrary) -> None:
    await remind(talk, "7 ngày", number=2)
    library.clock = at(5, 28)
    await sweep(talk)
    (edited,) = await talk.presses(words.SNOOZE.format(days=1))
    assert talk.notice() == words.REMIND_SET.format(day="29/5/2025", hour=8)
    assert words.SNOOZED_TO.format(day="29/5/2025") in edited
    assert f"1. 29/5/2025{words.SNOOZED}" in (await talk.says("/nhac"))[0]
    ((day, text),) = await sweeps(talk, library, at(6, 10))
    assert (day, text.partition("\n")[0]) == (date(2025, 5, 29), "⏰ Nhắc hạn: còn 6 ngày")


async def test_putting_off_again_moves_the_day(talk: Talk, library: FakeLibrary) -> None:
    await remind(talk, "7 ngày", number=2)
    library.clock = at(5, 28)
    await sweep(talk)
    await talk.presses(words.SNOOZE.format(days=1))
    await talk.presses(words.SNOOZE.format(days=3))
    assert [day for day, _ in await sweeps(talk, library, at(6, 10))] == [date(2025, 5, 31)]


async def test_putting_off_to_the_same_day_says_that_it_is(talk: Talk, library: FakeLibrary) -> None:
    await remind(talk, "7 ngày", number=2)
    library.clock = at(5, 28)
    await sweep(talk)
    snooze = next(button for button in talk.buttons() if button.data.startswith("rz:"))
    for told in (words.REMIND_SET, words.SNOOZED_ALREADY, words.SNOOZED_ALREADY):
        await talk.presses_data(snooze.message_id, snooze.data)
        assert talk.notice() == told.format(day="29/5/2025", hour=8)
    assert [day for day, _ in await sweeps(talk, library, at(6, 10))] == [date(2025, 5, 29)]


async def test_it_is_not_put_off_past_the_deadline_without_a_word(talk: Talk, library: FakeLibrary) -> None:
    await remind(talk, "1 ngày", number=2)
    library.clock = at(6, 3)
    await sweep(talk)
    assert [label for label in talk.labels() if label.startswith("💤")] == [
        words.SNOOZE.format(days=1),
        words.SNOOZE_LATE.format(days=3),
    ]
    await talk.presses(words.SNOOZE_LATE.format(days=3))
    assert words.SNOOZE_OVERDUE.format(due="04/6/2025") in talk.notice()
    ((day, text),) = await sweeps(talk, library, at(6, 20))
    assert (day, text.partition("\n")[0]) == (date(2025, 6, 6), "⏰ Nhắc hạn: đã quá 2 ngày")


async def test_what_is_done_is_not_put_off(talk: Talk, library: FakeLibrary) -> None:
    await remind(talk, "7 ngày", number=2)
    library.clock = at(5, 28)
    await sweep(talk)
    snooze = next(button for button in talk.buttons() if button.data.startswith("rz:"))
    await talk.presses(words.FINISH)
    await talk.presses_data(snooze.message_id, snooze.data)
    assert talk.notice() == words.SNOOZE_DONE
    assert await sweeps(talk, library, at(6, 10)) == []


async def test_nobody_ends_or_puts_off_another_chats_reminder(talk: Talk, library: FakeLibrary) -> None:
    await remind(talk, "7 ngày", number=2)
    library.clock = at(5, 28)
    await sweep(talk)
    theirs = [button for button in talk.buttons() if button.data[:2] in ("rk", "rz")]
    stranger = talk.as_(Person.private(talk.telegram, 2002, "Minh"))
    for button in theirs:
        await stranger.presses_data(button.message_id, button.data)
        assert stranger.notice() == words.REMINDER_GONE
    assert len(theirs) == 3
    assert words.DONE not in (await talk.says("/nhac"))[0]


# ------------------------------------------------------------------------------------------------- the week


async def test_the_week_is_told_on_monday_morning_once(talk: Talk, library: FakeLibrary) -> None:
    library.clock = at(5, 30, 9)  # a Friday; the report is due by Wednesday 4 June
    (listed,) = await talk.says("/nhac")
    assert listed.startswith("Bạn chưa đặt")
    await talk.presses(words.DIGEST_START)
    assert talk.notice() == words.DIGEST_ON.format(day="02/6/2025", unit=words.DIGEST_EVERYONE)
    assert words.DIGEST_STOP in talk.labels()
    for moment in (at(5, 31), at(6, 1), at(6, 2, 7, 59)):
        library.clock = moment
        assert await sweep(talk) == []
    library.clock = at(6, 2)
    (text,) = await sweep(talk)
    assert text.startswith("🗓 Hạn trong tuần 02/6 – 08/6/2025 (mọi đơn vị)\n\n1. Trước 05/6/2025")
    assert "2. " not in text, "what is due in another week is no news of this one"
    (source,) = await talk.presses(words.DIGEST_SOURCE.format(number=1))
    assert "trước ngày 05/6" in source
    assert await sweeps(talk, library, at(6, 15)) == [], "a week without a deadline is passed over"
    assert [day for day, _ in await sweeps(talk, library, at(6, 29))] == [date(2025, 6, 23)]
    assert not talk.refused()


async def test_the_week_is_that_of_the_chats_unit(talk: Talk, library: FakeLibrary) -> None:
    library.duties = [SIX_MONTHS, dated(BINH_MY, "Chi bộ gửi báo cáo 6 tháng trước ngày 20/5", day=3, month=6)]
    library.clock = at(5, 30, 9)
    await talk.says("/donvi an binh")
    await talk.says("/nhac")
    await talk.presses(words.DIGEST_START)
    library.clock = at(6, 2)
    (text,) = await sweep(talk)
    assert "(Xã An Bình" in text.partition("\n")[0]
    assert "Bình Mỹ" not in text
    await talk.says("/donvi binh my")
    library.clock = at(6, 3)
    assert await sweep(talk) == [], "a week is told of once"


def dated(source: Source, quote: str, **fields: int) -> Deadline:
    return duty(source, "IV.3", quote, what="gửi báo cáo", year=2025, stated="ngày 03/6/2025", **fields)


async def test_a_late_digest_tells_what_is_left_of_the_week(talk: Talk, library: FakeLibrary) -> None:
    library.duties = [SIX_MONTHS, dated(BINH_MY, "Chi bộ gửi báo cáo 6 tháng trước ngày 20/5", day=3, month=6)]
    library.clock = at(5, 30, 9)
    await talk.says("/nhac")
    await talk.presses(words.DIGEST_START)
    library.clock = at(6, 4, 10)
    (text,) = await sweep(talk)
    assert text.startswith("🗓 Hạn trong tuần 04/6 – 08/6/2025")
    assert "03/6/2025" not in text


async def test_the_digest_marks_what_is_done(talk: Talk, library: FakeLibrary) -> None:
    await remind(talk, "7 ngày", number=2)
    await talk.says("/nhac")
    await talk.presses(words.DIGEST_START)
    await talk.presses(words.FINISH_NUMBER.format(number=1))
    library.clock = at(6, 2)
    (text,) = await sweep(talk)
    assert words.DIGEST_DONE in text


async def test_a_digest_is_switched_off_by_its_button(talk: Talk, library: FakeLibrary) -> None:
    library.duties = [MONTHLY]
    await talk.says("/nhac")
    await talk.presses(words.DIGEST_START)
    library.clock = at(6, 23)
    assert len(await sweep(talk)) == 1
    await talk.presses(words.DIGEST_STOP)
    assert talk.notice() == words.DIGEST_OFF
    assert words.DIGEST_START in talk.labels()
    assert await sweeps(talk, library, at(8, 1)) == []


async def test_a_group_has_its_digest_in_its_topic_and_keeps_it_when_it_moves(talk: Talk, library: FakeLibrary) -> None:
    library.duties = [MONTHLY]
    group = talk.as_(talk.person.in_group())
    await group.says("/nhac")
    await group.presses(words.DIGEST_START)
    moved = talk.person.in_group(-100999)
    await group.sends(migrate_to_chat_id=moved.chat["id"])
    library.clock = at(6, 23)
    assert len(await sweep(talk)) == 1
    assert talk.last()["chat"]["id"] == moved.chat["id"]


async def test_who_blocks_the_bot_or_is_put_out_is_told_nothing(talk: Talk, library: FakeLibrary) -> None:
    library.duties = [MONTHLY]
    for person in (talk, talk.as_(Person.private(talk.telegram, 2002, "Minh"))):
        await person.says("/nhac")
        await person.presses(words.DIGEST_START)
    talk.telegram.journal.blocked.add(2002)
    settings = BotSettings(_env_file=None, messages_per_second=0, admin_ids=(2002,), access="closed")  # type: ignore[call-arg]
    talk.application.bot_data.settings = settings
    library.clock = at(6, 23)
    assert await sweep(talk) == []
    assert DigestStore(talk.resources.state.database).wants(2002) is False
    talk.application.bot_data.settings = settings.model_copy(update={"access": "open"})
    assert await sweep(talk) == [], "what was passed over is not made up for"


async def test_what_is_kept_is_told_and_deleted(talk: Talk) -> None:
    await remind(talk, "7 ngày", number=2)
    await talk.says("/nhac")
    await talk.presses(words.DIGEST_START)
    await talk.presses(words.FINISH_NUMBER.format(number=1))
    (text,) = await talk.says("/dulieu")
    assert privacy.DATA_NAMES["week_digests"] in text
    held = json.loads(json.dumps(PersonalData(talk.resources.state.database).export(1001), default=str))
    assert held["reminders"][0]["state"] == "done"
    assert held["week_digests"][0]["told_for"] == "2025-05-19"
    await talk.presses(privacy.DATA_DELETE)
    assert PersonalData(talk.resources.state.database).export(1001) == {}


# ----------------------------------------------------------------------------------------------- restarts


async def test_a_restart_loses_neither(library: FakeLibrary, tmp_path: Path) -> None:
    library.duties, library.clock = [MONTHLY], at(5, 19, 9)  # 24/5 is a Saturday: people work on 23/5 last
    async with talk_with(library, tmp_path) as talk:
        telegram = talk.telegram
        await remind(talk, "3 ngày")
        await talk.says("/nhac")
        await talk.presses(words.DIGEST_START)
        library.clock = at(5, 20)
        await sweep(talk)
        await talk.presses(words.SNOOZE.format(days=1))
    async with talk_with(library, tmp_path, telegram) as talk:
        library.clock = at(5, 21)
        assert len(await sweep(talk)) == 1
        await talk.presses(words.FINISH)
    async with talk_with(library, tmp_path, telegram) as talk:
        assert words.DONE in (await talk.says("/nhac"))[0]
        library.clock = at(6, 23)
        assert {text.split()[0] for text in await sweep(talk)} == {"⏰", "🗓"}
    async with talk_with(library, tmp_path, telegram) as talk:
        assert await sweep(talk) == []


async def test_two_sweeps_at_once_send_one_digest(talk: Talk, library: FakeLibrary) -> None:
    library.duties = [MONTHLY]
    await talk.says("/nhac")
    await talk.presses(words.DIGEST_START)
    library.clock = at(6, 23)
    await asyncio.gather(*(reminders.sweep(BotContext(talk.application)) for _ in range(2)))
    assert len(await talk.waits()) == 1


@given(st.dates(date(2024, 1, 1), date(2036, 12, 31)))
def test_a_week_begins_on_monday(day: date) -> None:
    monday = _monday(day)
    assert monday.weekday() == 0
    assert 0 <= (day - monday).days <= 6


def test_a_topic_that_is_gone_leaves_the_digest_to_the_group(tmp_path: Path) -> None:
    from bot.reminders.store import leave_topic

    state = State(tmp_path / "bot.db")
    store = DigestStore(state.database)
    store.begin(Subscriber(-5, 7), 1, date(2025, 5, 19))
    with state.database.session() as session:
        leave_topic(session, -5, 7)
    assert store.waiting(date(2025, 5, 26), 9) == [Subscriber(-5, None)]
    state.close()
