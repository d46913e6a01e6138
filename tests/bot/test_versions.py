"""/phienban: an administrator sees a plan's versions and goes back; whoever follows the plan goes along and is told."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest

from bot.access import Access
from bot.console.people import Person
from bot.publishing import handlers as news
from bot.publishing import words
from bot.reminders import handlers as reminders
from bot.reminders import words as reminders_words
from bot.screen import words as screen_words
from bot.settings import BotSettings
from bot.telegram import BotContext
from knowledge.index import generations
from knowledge.library import HANOI, Library
from tests.bot.sent_plans import NAME, Clock, plan
from tests.bot.talk import Talk, talk_with
from tests.conftest import settings_for

pytestmark = pytest.mark.slow  # many seconds, or real processes

ADMIN = 42
SETTINGS = BotSettings(_env_file=None, messages_per_second=0, admin_ids=(ADMIN,), access="open", messages_per_minute=0)  # type: ignore[call-arg]
QUESTION = "xã an bình nộp báo cáo năm trước ngày nào?"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def talk(data: Path, tmp_path: Path, clock: Clock) -> AsyncIterator[Talk]:
    with Library.open(settings_for(data), clock=clock) as library:
        async with talk_with(library, tmp_path, settings=SETTINGS) as talk:
            yield talk


@pytest.fixture
def admin(talk: Talk) -> Talk:
    return talk.as_(Person.private(talk.telegram, ADMIN, "Quản trị"))


async def replaces(admin: Talk, content: bytes, name: str = NAME) -> str:
    """Send a newer version and approve it; return the last word."""
    admin.person.send_file(name, content)
    await admin.waits()
    return (await admin.presses(words.UPLOAD_REPLACE))[-1]


async def goes_back(admin: Talk, version: int = 1) -> str:
    await admin.says("/phienban an bình")
    await admin.presses(words.VERSION_OPEN.format(number=version))
    return (await admin.presses(words.VERSION_GO_BACK))[-1]


async def told(talk: Talk, chat: int | None = None) -> list[str]:
    """Let the news go out; return what a chat was told."""
    await news.sweep(BotContext(talk.application))
    await talk.waits()
    wanted = chat or talk.person.chat["id"]
    return [event["text"] for kind, event in talk.shown if kind == "sent" and event["chat"]["id"] == wanted]


async def reminded(talk: Talk) -> list[str]:
    await reminders.sweep(BotContext(talk.application))
    return await talk.waits()


# ------------------------------------------------------------------------------------------------- going back


async def test_there_and_back_again(talk: Talk, admin: Talk) -> None:
    assert "15/11" in (await talk.says(QUESTION))[0]
    await replaces(admin, plan(20))
    assert "20/11" in (await talk.says(QUESTION))[0]

    await admin.says("/phienban")
    (listed,) = await admin.presses("An Bình")
    assert "2 bản" in listed
    assert listed.index("Bản 1\n") < listed.index("So với bản đang dùng: 1 việc khác") < listed.index("Bản 2 – ✅")
    (asked,) = await admin.presses("Bản 1")
    assert "Quay lại bản 1" in asked
    assert asked.index("cũ: trước 20/11/2026") < asked.index("mới: trước 15/11/2026")
    assert "20/11" in (await talk.says(QUESTION))[0]
    texts = await admin.presses(words.VERSION_GO_BACK)
    assert texts[0].startswith("⏳")
    assert texts[-1].startswith("✅ Đã quay lại bản cũ của ")
    assert "15/11" in (await talk.says(QUESTION))[0]

    (listed,) = await admin.says("/phienban an bình")
    assert "Bản 1 – ✅ đang dùng" in listed
    await goes_back(admin, 2)
    assert "20/11" in (await talk.says(QUESTION))[0]
    assert not talk.refused()


async def test_leaving_it_changes_nothing(talk: Talk, admin: Talk) -> None:
    await replaces(admin, plan(20))
    await admin.says("/phienban an bình")
    await admin.presses("Bản 1")
    (listed,) = await admin.presses(words.UPLOAD_CANCEL)
    assert "Bản 2 – ✅ đang dùng" in listed
    assert "20/11" in (await talk.says(QUESTION))[0]


async def test_a_plan_that_was_never_changed(admin: Talk) -> None:
    (listed,) = await admin.says("/phienban bình mỹ")
    assert words.VERSION_ONE in listed
    assert "Đưa vào: " in listed
    assert words.VERSION_SINCE_NONE not in listed
    assert admin.labels() == [words.AMEND, words.VERSION_PLANS]
    (plans,) = await admin.presses(words.VERSION_PLANS)
    assert plans == words.VERSIONS_CHOOSE.strip("*")


async def test_old_buttons_say_what_has_become_of_them(talk: Talk, admin: Talk) -> None:
    await replaces(admin, plan(20))
    await admin.says("/phienban an bình")
    await admin.presses("Bản 1")
    button = next(choice for choice in admin.buttons() if choice.data.startswith("vb:"))
    await admin.presses(words.VERSION_GO_BACK)
    for data in (button.data, button.data.replace("vb", "vo")):
        assert await admin.presses_data(button.message_id, data) == []
        assert admin.notice() == words.VERSION_IS_LIVE
    for data in ("vb:99999", "vo:99999"):
        await admin.presses_data(button.message_id, data)
        assert admin.notice() == screen_words.STALE_BUTTON
    await admin.presses_data(button.message_id, "v:99999")
    assert admin.notice() == screen_words.UNIT_GONE


async def test_another_writer_lets_it_be_tried_again(talk: Talk, admin: Talk, data: Path) -> None:
    await replaces(admin, plan(20))
    with generations.writer_lock(data):
        assert await goes_back(admin) == words.PUT_LOCKED
    assert "20/11" in (await talk.says(QUESTION))[0]
    await admin.presses(words.VERSION_GO_BACK)
    assert "15/11" in (await talk.says(QUESTION))[0]


async def test_only_administrators_see_versions(talk: Talk, admin: Talk) -> None:
    assert await talk.says("/phienban") == [screen_words.ONLY_ADMIN]
    await replaces(admin, plan(20))
    await admin.says("/phienban an bình")
    pressed = next(choice for choice in reversed(admin.buttons()) if choice.data.startswith("vo:"))
    assert await talk.presses_data(pressed.message_id, pressed.data.replace("vo", "vb")) == []
    assert talk.notice() == screen_words.ONLY_ADMIN_BUTTON
    assert "/phienban" in (await admin.says("/trogiup"))[0]
    assert "/phienban" not in (await talk.says("/trogiup"))[0]
    menus = talk.telegram.journal.menus
    assert list(menus) == [ADMIN]
    assert "phienban" in [entry["command"] for entry in menus[ADMIN]]


# ---------------------------------------------------------------------------------------------- going along


async def remind(talk: Talk, number: int) -> None:
    await talk.opens(number, screen_words.REMIND_ME)
    await talk.presses("7 ngày trước")


def without_report() -> bytes:
    """The plan without its first duty."""
    head, _, rest = plan().decode().partition("1. Các ấp")
    return f"{head}1. Văn phòng theo dõi.\n\n2. Các đoàn{rest.partition('2. Các đoàn')[2]}".encode()


async def test_reminders_of_what_is_still_asked_stay_and_the_others_stop(talk: Talk, admin: Talk) -> None:
    await talk.says("/donvi an bình")
    for number in (1, 2):
        await remind(talk, number)
    await replaces(admin, without_report())
    (listed,) = await talk.says("/nhac")
    assert listed.count(reminders_words.REMINDER_OF_GONE) == 1, "told at once, before the sweep"
    (note,) = await reminded(talk)
    assert "Đã dừng nhắc việc dưới đây" in note
    assert "15/11/2026" in note
    (listed,) = await talk.says("/nhac")
    assert "(1)" in listed
    assert "Đăng ký mô hình" in listed


async def test_reminders_of_another_day_are_counted_from_it(talk: Talk, admin: Talk, clock: Clock) -> None:
    await talk.says("/donvi an bình")
    for number in (1, 2):
        await remind(talk, number)
    await replaces(admin, plan(20))
    assert await reminded(talk) == []
    (listed,) = await talk.says("/nhac")
    assert "(2)" in listed
    assert "12/11/2026 · 7 ngày trước hạn" in listed
    assert reminders_words.REMINDER_OF_GONE not in listed
    clock.now = datetime(2026, 11, 12, 9, tzinfo=HANOI)
    (sent,) = await reminded(talk)
    assert "20/11/2026" in sent
    assert "15/11" not in sent
    assert await reminded(talk) == []


async def test_reminders_of_a_day_that_an_administrator_corrects_are_counted_from_it(
    talk: Talk, admin: Talk, clock: Clock
) -> None:
    await talk.says("/donvi an bình")
    for number in (1, 2):
        await remind(talk, number)
    await admin.says("/phienban an bình")
    await admin.presses(words.AMEND)
    await admin.presses(next(label for label in admin.labels() if label.startswith("1. ")))
    await admin.says("20/11/2026")
    await admin.presses(words.AMEND_SAVE)
    (listed,) = await talk.says("/nhac")
    assert "(2)" in listed
    assert "12/11/2026 · 7 ngày trước hạn" in listed
    clock.now = datetime(2026, 11, 12, 9, tzinfo=HANOI)
    (sent,) = await reminded(talk)
    assert "20/11/2026" in sent
    assert "đã được quản trị viên sửa ngày 01/10/2026" in sent


async def test_a_reminder_whose_new_day_is_past_stops_with_its_note(talk: Talk, admin: Talk, clock: Clock) -> None:
    await talk.says("/donvi an bình")
    await remind(talk, 2)
    clock.now = datetime(2026, 11, 25, 9, tzinfo=HANOI)
    await replaces(admin, plan().replace(b"20/12/2026", b"01/12/2026"))
    (note,) = await reminded(talk)
    assert "Đã dừng nhắc việc dưới đây" in note


async def test_going_back_counts_the_reminders_from_the_old_day(talk: Talk, admin: Talk) -> None:
    await replaces(admin, plan(20))
    await talk.says("/donvi an bình")
    for number in (1, 2):
        await remind(talk, number)
    await goes_back(admin)
    assert await reminded(talk) == []
    (listed,) = await talk.says("/nhac")
    assert "(2)" in listed
    assert "06/11/2026 · 7 ngày trước hạn" in listed


async def test_reminders_follow_duties_that_stand_elsewhere_now(talk: Talk, admin: Talk, clock: Clock) -> None:
    await talk.says("/donvi an bình")
    for number in (1, 2):
        await remind(talk, number)
    head, first, rest = plan().decode().partition("1. Các ấp")
    moved = f"{head}1. Văn phòng theo dõi, đôn đốc.\n\n2. Các ấp{rest.replace('2. Các đoàn', '3. Các đoàn')}"
    await replaces(admin, moved.encode())
    assert first
    assert await reminded(talk) == []
    assert "(2)" in (await talk.says("/nhac"))[0]
    clock.now = datetime(2026, 11, 7, 9, tzinfo=HANOI)
    (sent,) = await reminded(talk)
    assert "mục II.2" in sent


async def test_followers_go_along_to_another_id_and_back(talk: Talk, admin: Talk, clock: Clock) -> None:
    await talk.says("/donvi an bình")
    for number in (1, 2):
        await remind(talk, number)
    done = await replaces(admin, plan(20), "ke-hoach-moi.txt")
    assert "được chuyển sang mã mới ke-hoach-moi" in done
    assert [stored.plan_id for stored in talk.resources.library.plans()] == ["ke-hoach-moi", "xa-binh-my-2026"]
    assert talk.resources.unit(talk.person.chat["id"]) == "ke-hoach-moi"
    assert "20/11" in (await talk.says("nộp báo cáo năm trước ngày nào?"))[0]
    assert await reminded(talk) == []
    (listed,) = await talk.says("/nhac")
    assert "(2)" in listed
    assert "12/11/2026" in listed

    assert "mã mới xa-an-binh-2026" in await goes_back(admin)
    assert talk.resources.unit(talk.person.chat["id"]) == "xa-an-binh-2026"
    assert await reminded(talk) == []
    clock.now = datetime(2026, 11, 6, 9, tzinfo=HANOI)
    (sent,) = await reminded(talk)
    assert "còn 7 ngày" in sent
    assert "15/11/2026" in sent
    clock.now = datetime(2026, 12, 11, 9, tzinfo=HANOI)
    (sent,) = await reminded(talk)
    assert "còn 7 ngày" in sent
    assert "Đăng ký mô hình" in sent


# ------------------------------------------------------------------------------------------------------ news


async def test_followers_are_told_once_with_ways_to_go_on(talk: Talk, admin: Talk) -> None:
    await talk.says("/donvi an bình")
    done = await replaces(admin, plan(20))
    assert words.PUT_TOLD.format(count=1, first=8, last=20) in done
    (text,) = await told(talk)
    assert text.startswith("📣 Kế hoạch đã có bản mới: ")
    assert "cũ: trước 15/11/2026" in text
    assert "mới: trước 20/11/2026" in text
    assert talk.labels() == [words.NEWS_OPEN, words.NEWS_STOP]
    (duties,) = await talk.presses(words.NEWS_OPEN)
    assert "Trước 20/11/2026" in duties
    assert "05/11" not in duties
    assert await told(talk) == []
    await goes_back(admin)
    assert (await told(talk))[0].startswith("📣 Kế hoạch đã trở lại bản trước: ")
    assert not talk.refused()


async def test_who_only_waits_for_a_duty_is_told_and_offered_the_unit(talk: Talk, admin: Talk) -> None:
    await talk.says("/han")
    await remind(talk, 2)
    await replaces(admin, plan(20))
    await told(talk)
    assert any(label.startswith("🏢 Chọn ") for label in talk.labels())
    await talk.presses("🏢 Chọn ")
    assert talk.resources.unit(talk.person.chat["id"]) == "xa-an-binh-2026"


async def test_a_new_plan_of_the_same_issuer_is_news_to_who_chose_its_older_one(talk: Talk, admin: Talk) -> None:
    await talk.says("/donvi an bình")
    minh = talk.as_(Person.private(talk.telegram, 2002, "Minh"))
    await minh.says("/donvi bình mỹ")
    content = plan(3, 4, title="Phát động phong trào thi đua “Dân vận khéo” năm 2027").replace(b"2026\n", b"2027\n")
    admin.person.send_file("xa-an-binh-2027.txt", content)
    await admin.waits()
    await admin.presses(words.UPLOAD_APPROVE)
    (text,) = await told(talk)
    assert text.startswith("📣 Có kế hoạch mới: ")
    assert [event["chat"]["id"] for kind, event in talk.shown if kind == "sent"] == [talk.person.chat["id"]]
    await talk.presses("🏢 Chọn ")
    assert talk.resources.unit(talk.person.chat["id"]) == "xa-an-binh-2027"
    assert await admin.says("/phienban an bình") == [words.VERSIONS_CHOOSE.strip("*")]
    assert len(admin.labels()) == 2


async def test_news_wait_for_the_morning_and_only_the_last_is_told(talk: Talk, admin: Talk, clock: Clock) -> None:
    await talk.says("/donvi an bình")
    clock.now = datetime(2026, 10, 1, 22, tzinfo=HANOI)
    await replaces(admin, plan(20))
    await replaces(admin, plan(25))
    assert await told(talk) == []
    clock.now = datetime(2026, 10, 2, 8, 1, tzinfo=HANOI)
    (text,) = await told(talk)
    assert "mới: trước 25/11/2026" in text


async def test_a_chat_may_decline_and_take_it_back(talk: Talk, admin: Talk) -> None:
    await talk.says("/donvi an bình")
    await replaces(admin, plan(20))
    await told(talk)
    assert await talk.presses(words.NEWS_STOP) == [words.NEWS_STOPPED]
    assert words.PUT_NOBODY in await replaces(admin, plan(25))
    assert await told(talk) == []
    assert "yêu cầu không báo tin về kế hoạch" in (await talk.says("/dulieu"))[0]
    await talk.says("/donvi")
    assert await talk.presses(words.NEWS_START) == [words.NEWS_STARTED]
    await talk.says("/donvi")
    assert words.NEWS_START not in talk.labels()
    await replaces(admin, plan(20))
    assert len(await told(talk)) == 1


async def test_a_closed_bot_tells_only_whom_it_serves(talk: Talk, admin: Talk) -> None:
    minh = talk.as_(Person.private(talk.telegram, 2002, "Minh"))
    for person in (talk, minh):
        await person.says("/donvi an bình")
    settings = talk.application.bot_data.settings.model_copy(update={"access": "closed"})
    talk.application.bot_data.settings = settings
    access = Access(talk.resources.state.database)
    access.approve(access.request(2002, 2002, "Minh").number)
    await replaces(admin, plan(20))
    assert await told(talk) == []
    assert [event["chat"]["id"] for kind, event in talk.shown if kind == "sent"] == [2002]


async def test_a_chat_that_blocked_the_bot_is_passed_over(talk: Talk, admin: Talk) -> None:
    minh = talk.as_(Person.private(talk.telegram, 2002, "Minh"))
    for person in (talk, minh):
        await person.says("/donvi an bình")
    talk.telegram.journal.blocked.add(talk.person.chat["id"])
    await replaces(admin, plan(20))
    assert len(await told(talk, 2002)) == 1
    talk.telegram.journal.blocked.clear()
    assert await told(talk) == []


async def test_a_group_is_followed_where_it_moved(talk: Talk, admin: Talk) -> None:
    group = talk.as_(talk.person.in_group(-100))
    await group.says("/donvi an bình")
    await replaces(admin, plan(20))
    talk.person.in_group(-200)
    talk.telegram.refuse("sendMessage", 400, "group chat was upgraded", migrate_to_chat_id=-200)
    assert len(await told(talk, -200)) == 1
    assert talk.resources.unit(-200) == "xa-an-binh-2026"


async def test_what_cannot_be_sent_at_once_is_sent_again(talk: Talk, admin: Talk) -> None:
    await talk.says("/donvi an bình")
    await replaces(admin, plan(20))
    talk.telegram.refuse("sendMessage", 500, "Internal Server Error")
    assert len(await told(talk)) == 1
    assert await told(talk) == []
