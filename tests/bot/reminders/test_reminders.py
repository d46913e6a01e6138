"""[Nhắc tôi] and /nhac as a person uses them, and what the sweep sends, with a clock that the tests turn."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.access import Access
from bot.agenda import name_of
from bot.console.people import Person
from bot.privacy import handlers as privacy
from bot.reminders import handlers as reminders
from bot.reminders import words
from bot.screen import words as screen_words
from bot.screen.words import AGAIN
from bot.settings import BotSettings
from bot.telegram import BotContext
from tests.bot.fake_library import AN_BINH, FakeLibrary
from tests.bot.invented_duties import MONTHLY, OVER, SIX_MONTHS, UNDATED, YEAR_END, duty
from tests.bot.reminders.steps import at, remind, sweep
from tests.bot.talk import Talk

# ------------------------------------------------------------------------------------------------ setting


async def test_the_offer_names_the_days(talk: Talk) -> None:
    (text,) = await talk.opens(2, screen_words.REMIND_ME)
    assert "Gửi báo cáo 6 tháng → Văn phòng" in text
    assert talk.labels()[:3] == [
        "⏰ 7 ngày trước (28/5/2025)",
        "⏰ 3 ngày trước (01/6/2025)",
        "⏰ 1 ngày trước (03/6/2025)",
    ]


async def test_a_mark_is_set_and_cancelled_in_place(talk: Talk) -> None:
    await remind(talk, number=2)
    place = talk.last()["message_id"]
    await talk.presses("7 ngày trước")
    assert talk.notice() == words.REMIND_SET.format(hour=8, day="28/5/2025")
    assert talk.last()["message_id"] == place
    assert "✅ 7 ngày trước (28/5/2025)" in talk.labels()
    await talk.presses("7 ngày trước")
    assert talk.notice() == words.REMIND_CANCELLED.format(day="28/5/2025")
    assert (await talk.says("/nhac"))[0].startswith("Bạn chưa đặt lời nhắc nào")
    assert not talk.refused()


async def test_a_chosen_day(talk: Talk) -> None:
    await remind(talk, words.REMIND_OTHER_DAY, number=2)
    assert "T4 04/6/2025" in talk.labels()
    await talk.presses(screen_words.NEWER)
    assert talk.labels()[0] == "T4 21/5/2025"
    await talk.presses("T6 23/5/2025")
    assert "✅ 23/5/2025" in talk.labels()
    (text,) = await talk.says("/nhac")
    assert "1. 23/5/2025\nGửi báo cáo 6 tháng → Văn phòng\nTrước 05/6/2025" in text
    assert not talk.refused()


async def test_a_duty_without_a_date_is_reminded_on_a_chosen_day(talk: Talk, library: FakeLibrary) -> None:
    library.duties = [UNDATED]
    await remind(talk, words.REMIND_OTHER_DAY, "T5 22/5/2025")
    library.clock = at(5, 22)
    (text,) = await sweep(talk)
    assert text.startswith("⏰ " + words.REMINDER_UNDATED)
    assert "Không nêu ngày cụ thể, hằng quý" in text


@pytest.mark.parametrize(
    ("duties", "expected"),
    [
        ([OVER], words.REMIND_PAST.format(day="20/5/2023")),
        ([duty(AN_BINH, "II.1", "Gửi bản giấy")], words.REMIND_OVER.format(day="31/12/2025")),
    ],
)
async def test_what_is_past_is_told_politely(talk: Talk, library: FakeLibrary, duties: list, expected: str) -> None:  # type: ignore[type-arg]
    library.duties = duties
    entry = talk.resources.state.link(name_of(library.schedule()[0]))
    library.clock = at(2, 1, year=2026)
    await talk.opens(1)
    assert screen_words.REMIND_ME not in talk.labels(), "a button that would only refuse"
    await talk.presses_data(1, f"rm:{entry}")  # one that stands since the day could be kept
    assert talk.notice() == expected
    assert len(expected) <= 200


async def test_reminding_is_offered_as_long_as_it_can_be_done(talk: Talk, library: FakeLibrary) -> None:
    library.duties = [SIX_MONTHS]
    for moment, offered in ((at(6, 4, 7), True), (at(6, 4, 9), False), (at(6, 20), False)):
        library.clock = moment
        await talk.opens(1)
        assert (screen_words.REMIND_ME in talk.labels()) == offered, moment
    library.duties = [UNDATED]
    for moment, offered in ((at(12, 31), True), (at(1, 1, year=2026), False)):
        library.clock = moment
        await talk.opens(1)
        assert (screen_words.REMIND_ME in talk.labels()) == offered, moment


async def test_marks_that_have_passed_are_not_offered(talk: Talk, library: FakeLibrary) -> None:
    library.clock = at(6, 2, 9)
    library.duties = [SIX_MONTHS]
    await remind(talk)
    assert [label for label in talk.labels() if "ngày trước" in label] == ["⏰ 1 ngày trước (03/6/2025)"]
    library.clock = at(6, 3, 9)
    await talk.presses("1 ngày trước")
    assert talk.notice() == words.REMIND_TOO_LATE


async def test_reminders_are_listed_by_day_and_cancelled(talk: Talk) -> None:
    await remind(talk, "7 ngày", "1 ngày", number=2)
    (text,) = await talk.says("/nhac")
    assert text.index("1. 28/5/2025 · 7 ngày trước hạn") < text.index("2. 03/6/2025 · 1 ngày trước hạn")
    (left,) = await talk.presses("Bỏ 1")
    assert "03/6/2025" in left
    assert "28/5/2025" not in left
    old = [b for b in talk.buttons() if b.data.startswith("rx:")][-1]
    await talk.presses("Bỏ 1")
    await talk.presses_data(old.message_id, old.data)
    assert talk.notice() == words.REMINDER_GONE


async def test_nobody_cancels_another_chats_reminder(talk: Talk) -> None:
    await remind(talk, "7 ngày", number=2)
    await talk.says("/nhac")
    button = next(b for b in talk.buttons() if b.data.startswith("rx:"))
    stranger = talk.as_(Person.private(talk.telegram, 2002, "Minh"))
    await stranger.presses_data(button.message_id, button.data)
    assert stranger.notice() == words.REMINDER_GONE
    assert "28/5/2025" in (await talk.says("/nhac"))[0]


# ------------------------------------------------------------------------------------------------ sending


async def test_it_is_sent_once_on_its_day_after_eight(talk: Talk, library: FakeLibrary) -> None:
    await remind(talk, "7 ngày", number=2)
    for moment in (at(5, 27, 12), at(5, 28, 0), at(5, 28, 7, 59)):
        library.clock = moment
        assert await sweep(talk) == []
    library.clock = at(5, 28, 8, 0)
    (text,) = await sweep(talk)
    assert text.startswith("⏰ Nhắc hạn: còn 7 ngày\n\nTrước 05/6/2025 (nên xong chậm nhất 04/6/2025)")
    assert "muộn" not in text
    (source,) = await talk.presses(screen_words.SOURCE)
    assert "trước ngày 05/6" in source
    for moment in (at(5, 28, 8, 5), at(5, 29), at(5, 20)):
        library.clock = moment
        assert await sweep(talk) == []


async def test_a_late_one_says_so_and_waits_for_the_morning(talk: Talk, library: FakeLibrary) -> None:
    await remind(talk, "7 ngày", number=2)
    library.clock = at(5, 30, 21)
    assert await sweep(talk) == []
    library.clock = at(5, 31, 10)
    (text,) = await sweep(talk)
    assert text.startswith("⏰ Nhắc hạn: còn 4 ngày")
    assert words.REMINDER_LATE.format(day="28/5/2025") in text


async def test_a_recurring_duty_is_reminded_each_time_until_the_plan_ends(talk: Talk, library: FakeLibrary) -> None:
    library.duties, library.clock = [MONTHLY], at(5, 19, 9)  # 24/5 is a Saturday: people work on 23/5 last
    await remind(talk, "3 ngày")
    sent = []
    for _ in range(400):
        library.clock += timedelta(days=1)
        if await sweep(talk):
            sent.append(library.clock.date().isoformat())
    days = {5: 20, 8: 19}  # 24/5 and 24/8 are days off
    assert sent == [f"2025-{month:02d}-{days.get(month, 21)}" for month in range(5, 13)]
    assert (await talk.says("/nhac"))[0].startswith("Bạn chưa đặt")


async def test_blocking_the_bot_stops_every_reminder(talk: Talk, library: FakeLibrary) -> None:
    await remind(talk, "7 ngày", "1 ngày", number=2)
    chat = talk.person.chat["id"]
    talk.telegram.journal.blocked.add(chat)
    library.clock = at(5, 28)
    assert await sweep(talk) == []
    talk.telegram.journal.blocked.clear()
    library.clock = at(6, 3)
    assert await sweep(talk) == []


async def test_a_replaced_plan_stops_its_reminders_with_one_note(talk: Talk, library: FakeLibrary) -> None:
    await remind(talk, "7 ngày", "1 ngày", number=2)
    library.duties[library.duties.index(SIX_MONTHS)] = duty(
        AN_BINH, "II.1", "Các ấp gửi báo cáo 6 tháng", comparator="trước", day=10, month=6, inferred_year=2025
    )
    library.clock = at(5, 22, 21)
    assert await sweep(talk) == []
    (listed,) = await talk.says("/nhac")
    assert listed.count(words.REMINDER_OF_GONE) == 2, "told at once, before the morning's sweep"
    library.clock = at(5, 23)
    (note,) = await sweep(talk)
    assert "Đã dừng nhắc việc dưới đây" in note
    assert (await talk.says("/nhac"))[0].startswith("Bạn chưa đặt")
    assert "Trước 05/6/2025" in note
    library.clock = at(6, 3)
    assert await sweep(talk) == []


async def test_a_duty_that_is_read_otherwise_by_now_keeps_its_reminders(talk: Talk, library: FakeLibrary) -> None:
    """The program that reads plans gets better; what the plan says is the same."""
    await remind(talk, "7 ngày", number=2)
    library.duties[library.duties.index(SIX_MONTHS)] = replace(SIX_MONTHS, who="Các ấp, khu phố", to="Văn phòng UBND")
    (listed,) = await talk.says("/nhac")
    assert words.REMINDER_OF_GONE not in listed
    library.clock = at(5, 28)
    (sent,) = await sweep(talk)
    assert "Văn phòng UBND" in sent
    assert "Đã dừng nhắc" not in sent


async def test_a_removed_plan_stops_its_reminders(talk: Talk, library: FakeLibrary) -> None:
    await remind(talk, "7 ngày", number=2)
    library.sources = [source for source in library.sources if source is not AN_BINH]
    (note,) = await sweep(talk)
    assert "Đã dừng nhắc" in note


async def test_the_same_words_in_a_new_version_keep_the_reminder(talk: Talk, library: FakeLibrary) -> None:
    await remind(talk, "7 ngày", number=2)
    library.duties.remove(YEAR_END)
    assert await sweep(talk) == []
    library.clock = at(5, 28)
    assert len(await sweep(talk)) == 1


@pytest.mark.parametrize("lost", [False, True])
async def test_trouble_on_the_way_is_tried_again(talk: Talk, library: FakeLibrary, lost: bool) -> None:
    await remind(talk, "7 ngày", number=2)
    library.clock = at(5, 28)
    if lost:
        talk.telegram.lose("sendMessage")
    else:
        talk.telegram.refuse("sendMessage", 502, "Bad Gateway")
    texts = await sweep(talk)
    # After a lost answer the first one may have arrived; after a refusal it has not.
    assert [AGAIN["reminder"] in text for text in texts] == ([False, True] if lost else [False])


async def test_at_night_a_late_reminder_waits(talk: Talk, library: FakeLibrary) -> None:
    await remind(talk, "7 ngày", number=2)
    library.clock = at(5, 28)
    talk.telegram.refuse("sendMessage", 429, "Too Many Requests: retry after 1", retry_after=1)
    await reminders.sweep(BotContext(talk.application))
    library.clock = at(5, 28, 23)
    await asyncio.sleep(1.5)
    assert await talk.waits() == []
    assert await talk.says("xin chào") == ["Chào bạn!"], "answers go at any hour"


async def test_a_closed_bot_reminds_only_whom_it_serves(talk: Talk, library: FakeLibrary) -> None:
    library.duties = [MONTHLY]
    await remind(talk, "3 ngày")
    chat, access = talk.person.chat["id"], Access(talk.resources.state.database)
    talk.application.bot_data.settings = BotSettings(_env_file=None, messages_per_second=0, admin_ids=(9,))  # type: ignore[call-arg]
    library.clock = at(5, 21)
    assert await sweep(talk) == []
    access.approve(access.request(chat, chat, "Lan").number)
    assert await sweep(talk) == [], "what fell due meanwhile is not made up for"
    library.clock = at(6, 21)
    assert len(await sweep(talk)) == 1
    access.revoke(chat)
    library.duties = []
    assert await sweep(talk) == [], "not even the note that a duty is gone"
    assert not talk.refused()


async def test_a_removed_administrator_is_no_longer_reminded(talk: Talk, library: FakeLibrary) -> None:
    library.duties, library.clock = [MONTHLY], at(5, 19, 9)  # 24/5 is a Saturday: people work on 23/5 last
    await remind(talk, "3 ngày", "1 ngày")
    own = {"admin_ids": (talk.person.chat["id"], 9), "access": "closed"}
    settings = talk.application.bot_data.settings.model_copy(update=own)
    library.clock = at(5, 20)
    talk.application.bot_data.settings = settings
    assert len(await sweep(talk)) == 1
    talk.application.bot_data.settings = settings.model_copy(update={"admin_ids": (9,)})
    library.clock = at(5, 23)
    assert await sweep(talk) == []


async def test_one_chat_in_trouble_does_not_keep_the_others_waiting(talk: Talk, library: FakeLibrary) -> None:
    await remind(talk, "7 ngày", number=2)
    other = talk.as_(Person.private(talk.telegram, 2002, "Minh"))
    await remind(other, "7 ngày", number=2)
    talk.telegram.refuse("sendMessage", 403, "Forbidden: bot was blocked by the user")
    library.clock = at(5, 28)
    assert len(await sweep(talk)) == 1


async def test_a_group_is_reminded_in_its_topic_and_followed(talk: Talk, library: FakeLibrary) -> None:
    group = talk.as_(talk.person.in_group())
    await remind(group, "7 ngày", "1 ngày", number=2)
    library.clock = at(5, 28)
    await sweep(talk)
    assert talk.last()["chat"]["id"] == group.person.chat["id"]
    moved = talk.person.in_group(-100999)
    await group.sends(migrate_to_chat_id=moved.chat["id"])
    library.clock = at(6, 3)
    await sweep(talk)
    assert talk.last()["chat"]["id"] == moved.chat["id"]


async def test_a_chat_has_room_for_so_many(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.reminders.store.LIMIT", 1)
    await remind(talk, "7 ngày", "1 ngày", number=2)
    assert talk.notice().startswith("Cuộc trò chuyện này đã có")


async def test_what_is_kept_can_be_deleted(talk: Talk) -> None:
    await remind(talk, "7 ngày", number=2)
    (text,) = await talk.says("/dulieu")
    assert privacy.DATA_NAMES["reminders"] in text


# ---------------------------------------------------------------------------------------------------- restarts


async def test_two_processes_send_a_reminder_once(talk: Talk, library: FakeLibrary) -> None:
    await remind(talk, "7 ngày", number=2)
    library.clock = at(5, 28)
    await asyncio.gather(*(reminders.sweep(BotContext(talk.application)) for _ in range(2)))
    assert len(await talk.waits()) == 1


async def test_a_time_after_the_command_lists_what_is_reminded_of_then(talk: Talk, library: FakeLibrary) -> None:
    library.clock = at(5, 1)
    await remind(talk, "7 ngày", number=2)
    (text,) = await talk.says("/nhac tháng này")
    assert text.startswith("Lời nhắc và việc đã đặt nhắc từ 01/5/2025 đến 31/5/2025 (1)")
    assert "28/5/2025" in text
    assert "(1)" in (await talk.says("/nhac tháng sau"))[0], "due then"
    (text,) = await talk.says("/nhac tháng 9")
    assert text == words.REMINDERS_WITHIN_NONE.format(days="từ 01/9/2025 đến 30/9/2025")
    assert "Trước 25/9/2025" in (await talk.presses(words.DUTIES_THEN))[0]
    assert await talk.says("/nhac abc") == [words.REMINDERS_UNKNOWN.format(text="abc")]
    assert "28/5/2025" in (await talk.presses(words.REMINDERS_EVERY))[0]


# ------------------------------------------------------------------------------------------------ days off

SUNDAY = duty(
    AN_BINH, "II.1", "Các ấp gửi báo cáo 6 tháng về Văn phòng trước ngày 05/6", what="gửi báo cáo", to="Văn phòng",
    comparator="trước", day=7, month=7, year=2025, stated="trước ngày 07/7/2025",
)  # fmt: skip
"""Its last day in time, 06/7/2025, is a Sunday: people work on Friday 04/7 last."""


async def test_a_reminder_counts_from_the_last_day_that_is_worked(talk: Talk, library: FakeLibrary) -> None:
    library.duties, library.clock = [SUNDAY], at(6, 20, 9)
    await remind(talk, "1 ngày trước")
    assert talk.labels()[:3] == [
        "⏰ 7 ngày trước (27/6/2025)",
        "⏰ 3 ngày trước (01/7/2025)",
        "✅ 1 ngày trước (03/7/2025)",
    ]
    library.clock = at(7, 3)
    (told,) = await sweep(talk)
    assert told.startswith("⏰ Nhắc hạn: còn 1 ngày đến ngày làm việc cuối trước hạn")
    assert "nên xong chậm nhất thứ Sáu 04/7/2025" in told
    assert talk.labels()[2:4] == ["💤 Nhắc lại sau 1 ngày", "💤 Sau 3 ngày (qua ngày làm việc cuối)"]
    await talk.presses("💤 Sau 3 ngày")
    assert talk.notice().endswith(words.SNOOZE_AFTER_WORK.format(due="04/7/2025"))
    library.clock = at(7, 6)
    (again,) = await sweep(talk)
    assert again.startswith("⏰ Nhắc hạn: hôm nay là ngày cuối")
    assert "💤 Sau 1 ngày (đã quá hạn)" in talk.labels()


async def test_the_digest_tells_of_the_week_in_which_it_is_worked(talk: Talk, library: FakeLibrary) -> None:
    library.duties, library.clock = [replace(SUNDAY, comparator="chậm nhất", day=31, month=1)], at(1, 10, 9)
    await talk.says("/nhac")
    await talk.presses(words.DIGEST_START)
    library.clock = at(1, 13)
    assert await sweep(talk) == []
    library.clock = at(1, 20)
    (told,) = await sweep(talk)
    assert "Chậm nhất 31/01/2025" in told
    assert "nên xong chậm nhất thứ Sáu 24/01/2025" in told
