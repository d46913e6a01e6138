"""An administrator sends a plan: what is shown, what its buttons do, and what becomes of files that are none."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from sqlalchemy import update

from bot.app import _forget_old
from bot.console.people import Person
from bot.memory import now
from bot.memory.rows import SentPlan
from bot.privacy import handlers as privacy
from bot.publishing import Publishing, file_name, words
from bot.publishing.store import UploadStore
from bot.screen import words as screen_words
from bot.settings import BotSettings
from bot.talk import words as talk_words
from bot.telegram import BotContext
from knowledge.errors import Fault
from knowledge.index import generations
from knowledge.library import Library
from tests.bot.sent_plans import NAME, Clock, plan, two_pages
from tests.bot.talk import Talk, talk_with
from tests.conftest import settings_for

ADMIN, OTHER = 42, 43
SETTINGS = BotSettings(  # type: ignore[call-arg]
    _env_file=None, messages_per_second=0, admin_ids=(ADMIN, OTHER), access="open", messages_per_minute=0
)
QUESTION = "xã an bình nộp báo cáo năm trước ngày nào?"


@contextmanager
def opened(data: Path) -> Iterator[Library]:
    with Library.open(settings_for(data), clock=Clock()) as library:
        yield library


@pytest.fixture
async def talk(data: Path, tmp_path: Path) -> AsyncIterator[Talk]:
    with opened(data) as library:
        async with talk_with(library, tmp_path, settings=SETTINGS) as talk:
            yield talk


@pytest.fixture
def admin(talk: Talk) -> Talk:
    return talk.as_(Person.private(talk.telegram, ADMIN, "Quản trị"))


async def sends(talk: Talk, name: str | None, content: bytes) -> list[str]:
    talk.person.send_file(name, content)
    return await talk.waits()


def offered(talk: Talk) -> list[str]:
    """Return the labels of the buttons but for those that correct; see `test_amending`."""
    return [label for label in talk.labels() if not label.startswith(words.AMEND[0])]


def plan_ids(talk: Talk) -> list[str]:
    return [stored.plan_id for stored in talk.resources.library.plans()]


def remove_admin(talk: Talk) -> None:
    settings = talk.application.bot_data.settings.model_copy(update={"admin_ids": (OTHER,)})
    talk.application.bot_data.settings = settings


# ------------------------------------------------------------------------------------------------- the preview


async def test_the_preview_shows_what_was_read_beside_its_source(admin: Talk) -> None:
    (text,) = await sends(admin, "xa-an-phu-2026.txt", plan(9, 31, commune="AN PHÚ"))
    for told in (
        "Đọc được từ tệp “xa-an-phu-2026.txt”",
        "Kế hoạch mới, mã xa-an-phu-2026",
        "KẾ HOẠCH Phát động phong trào thi đua “Dân vận khéo” giai đoạn 2026 - 2028",
        "Số: 31/KH-UBND, ngày 03/02/2026",
        "Cho năm 2026-2028, đang trong kỳ",
        "II. TỔ CHỨC THỰC HIỆN",
        "Các việc có hạn (2)",
        "Trước 09/11/2026 (ngày cuối 08/11/2026 là Chủ nhật: nên xong chậm nhất thứ Sáu 06/11/2026; văn bản không nêu "
        "việc dời hạn), hằng năm (3 lần trong kỳ)",
        "II.1: “Các ấp gửi báo cáo kết quả thực hiện về Ủy ban nhân dân xã (qua Văn phòng) trước ngày 09/11 hằng năm.”"
        .replace("09/11 hằng", "9/11 hằng"),
    ):  # fmt: skip
        assert told in text
    assert "AN PHÚ" in text.upper()
    assert offered(admin) == [words.UPLOAD_APPROVE, words.UPLOAD_CANCEL]
    assert not admin.refused()


async def test_a_preview_changes_nothing(talk: Talk, admin: Talk) -> None:
    library = talk.resources.library
    before = library.plans()
    await sends(admin, NAME, plan(20))
    assert library.plans() == before
    assert [len(library.versions(plan_id)) for plan_id in plan_ids(talk)] == [1, 1]
    assert "15/11" in (await talk.says(QUESTION))[0]


async def test_a_long_preview_is_turned_by_buttons(admin: Talk) -> None:
    extra = "\n\n".join(f"{n}. Ấp số {n} gửi báo cáo về Văn phòng trước ngày {n}/10/2026." for n in range(3, 29))
    (first,) = await sends(admin, "xa-an-phu.txt", plan(commune="AN PHÚ", extra=extra))
    assert "Trang 1/" in first
    pages = [first]
    while screen_words.OLDER in admin.labels():
        pages += await admin.presses(screen_words.OLDER)
        assert words.UPLOAD_APPROVE in admin.labels()
    text = "\n".join(pages)
    assert all(f"“Ấp số {n} gửi báo cáo về Văn phòng trước ngày {n}/10/2026.”" in text for n in range(3, 29))
    assert (await admin.presses(screen_words.NEWER))[0] == pages[-2]
    assert not admin.refused()


async def test_the_page_of_a_deadline_is_shown_as_a_picture(admin: Talk) -> None:
    await sends(admin, "xa-an-phu-2026.pdf", two_pages())
    page = words.UPLOAD_PICTURE.format(page=2)
    assert offered(admin) == [page, words.UPLOAD_APPROVE, words.UPLOAD_CANCEL]
    number = admin.last()["message_id"]
    await admin.presses(page)
    (call,) = admin.calls("sendPhoto")
    assert call["caption"] == "Trang 2 của tệp “xa-an-phu-2026.pdf”"
    _, shown = Publishing(admin.resources, admin.application.bot_data.followed).picture(1, 2)
    red, green, _ = Image.open(BytesIO(shown)).convert("RGB").split()  # frames are red, which paper and ink are not
    assert ImageChops.subtract(red, green).point([0] * 90 + [255] * 166).getbbox()
    await admin.presses_data(number, "up:i:1:7")
    assert admin.notice() == words.UPLOAD_NO_PICTURE
    await admin.presses_data(number, "up:x:1")
    await admin.presses_data(number, "up:i:1:2")
    assert admin.notice() == words.UPLOAD_CANCELLED_ALREADY
    assert len(admin.calls("sendPhoto")) == 1


async def test_what_was_read_doubtfully_is_said_in_vietnamese(admin: Talk) -> None:
    extra = "5. Các ấp gửi danh sách trước ngày 31/9/2026."
    (text,) = await sends(admin, "xa-an-phu.txt", plan(commune="AN PHÚ", extra=extra))
    assert words.UPLOAD_WARNINGS_TITLE.strip("*") in text
    assert "lịch không có ngày này: “" in text
    assert "31/9/2026” (II.5)" in text
    assert "số mục không liền nhau: sau 2 là II.5" in text
    assert "không thấy phần Nơi nhận" in text
    assert "no such day" not in text


async def test_markup_in_a_plan_is_only_text(admin: Talk) -> None:
    title = "Phát động <b>phong trào</b> & “Dân vận khéo” **năm** 2026 <a href='x'>"
    (text,) = await sends(admin, "<i>an phú</i>.txt", plan(title=title, commune="AN PHÚ"))
    assert "<b>phong trào</b> &" in text
    await admin.presses(words.UPLOAD_APPROVE)
    assert not admin.refused()
    assert "✅ Đã thêm" in admin.last()["text"]


# ---------------------------------------------------------------------------------------------------- approving


async def test_a_new_plan_goes_live_and_answers(talk: Talk, admin: Talk) -> None:
    await sends(admin, "xa-an-phu-2026.txt", plan(9, 31, commune="AN PHÚ"))
    going, done = await admin.presses(words.UPLOAD_APPROVE)
    assert going.startswith("⏳ Đang đưa xa-an-phu-2026.txt vào kho")
    assert done.startswith("✅ Đã thêm ")
    assert " giây: 4 mục, " in done
    assert "2 việc có hạn" in done
    assert admin.labels()[-2:] == [
        words.UPLOAD_APPROVE,
        words.UPLOAD_CANCEL,
    ]  # while it was going in
    assert "reply_markup" not in admin.last()
    assert plan_ids(talk) == ["xa-an-binh-2026", "xa-an-phu-2026", "xa-binh-my-2026"]
    (answer,) = await talk.says("xã an phú nộp báo cáo năm trước ngày nào?")
    assert "9/11" in answer
    assert not admin.refused()


async def test_how_far_it_is_gets_told(admin: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.telegram.sending.PROGRESS_SECONDS", 0.02)
    await sends(admin, NAME, plan(20))
    texts = await admin.presses(words.UPLOAD_REPLACE)
    told = [text.partition("\n")[2] for text in texts[:-1]]
    assert told.count("") == 1
    assert [text for text in told if text.startswith("Đã xử lý ")]
    assert texts[-1].startswith("✅")
    assert not admin.refused()


async def test_a_changed_plan_takes_the_place_of_the_old_one(talk: Talk, admin: Talk) -> None:
    (text,) = await sends(admin, NAME, plan(20, extra="3. Các ấp gửi ảnh trước ngày 01/12/2026."))
    assert "Kho đang có văn bản này: " in text
    assert "cũ: trước 15/11/2026" in text
    assert "mới: trước 20/11/2026" in text
    for day in (15, 20):  # each with the words of its version
        assert (
            f" – II.1: “Các ấp gửi báo cáo kết quả thực hiện về Ủy ban nhân dân xã (qua Văn phòng) trước ngày {day}/11"
            in text
        )
    assert "➕ Mới: Gửi ảnh" in text
    assert offered(admin) == [words.UPLOAD_REPLACE, words.UPLOAD_CANCEL]
    assert "15/11" in (await talk.says(QUESTION))[0]
    await admin.presses(words.UPLOAD_REPLACE)
    assert admin.last()["text"].startswith("✅ Đã thay bản cũ của ")
    assert "20/11" in (await talk.says(QUESTION))[0]
    assert len(plan_ids(talk)) == 2


async def test_what_is_there_already_is_said_to_be(admin: Talk) -> None:
    (text,) = await sends(admin, "ten-khac.txt", plan())
    assert text.startswith("Kho đã có đúng văn bản này rồi: ")
    assert "mã xa-an-binh-2026" in text
    assert admin.labels() == []


async def test_the_same_name_for_another_document_may_stand_beside_it(talk: Talk, admin: Talk) -> None:
    (text,) = await sends(admin, NAME, plan(1, 99, commune="AN PHÚ"))
    assert "Tên tệp trùng với" in text
    assert "mã xa-an-binh-2026-2" in text
    assert offered(admin) == [
        words.UPLOAD_APPROVE,
        words.UPLOAD_REPLACE,
        words.UPLOAD_CANCEL,
    ]
    await admin.presses(words.UPLOAD_APPROVE)
    assert plan_ids(talk) == ["xa-an-binh-2026", "xa-an-binh-2026-2", "xa-binh-my-2026"]


async def test_the_name_of_one_plan_on_a_version_of_another(talk: Talk, admin: Talk) -> None:
    (text,) = await sends(admin, "xa-binh-my-2026.txt", plan(20))
    assert "mã xa-an-binh-2026" in text
    await admin.presses(words.UPLOAD_REPLACE)
    assert plan_ids(talk) == ["xa-an-binh-2026", "xa-binh-my-2026"]
    assert "20/11" in (await talk.says(QUESTION))[0]
    assert "05/11" in (await talk.says("xã bình mỹ nộp báo cáo năm trước ngày nào?"))[0].replace(" 5/11", " 05/11")


async def test_a_cancelled_file_is_forgotten(talk: Talk, admin: Talk) -> None:
    await sends(admin, NAME, plan(20))
    message = admin.last()["message_id"]
    (text,) = await admin.presses(words.UPLOAD_CANCEL)
    assert text == words.UPLOAD_CANCELLED.format(name=NAME)
    for data in ("up:r:1", "up:y:1", "up:x:1", "up:p:1:1"):
        assert await admin.presses_data(message, data) == []
        assert admin.notice() == words.UPLOAD_CANCELLED_ALREADY
    assert "15/11" in (await talk.says(QUESTION))[0]


async def test_a_second_press_is_answered_politely(admin: Talk) -> None:
    await sends(admin, NAME, plan(20))
    message = admin.last()["message_id"]
    for _ in range(2):
        admin.person.press(message, "up:r:1")
    texts = await admin.waits()
    assert [text for text in texts if text.startswith("✅")] == [admin.last()["text"]]
    assert admin.notice() == words.UPLOAD_DONE_ALREADY


async def test_of_two_administrators_one_wins(talk: Talk, admin: Talk) -> None:
    other = talk.as_(Person.private(talk.telegram, OTHER, "Minh"))
    await sends(admin, NAME, plan(20))
    await sends(other, NAME, plan(20))
    for one, number in ((admin, 1), (other, 2)):
        one.person.press(one.buttons()[-1].message_id, f"up:r:{number}")
    texts = await talk.waits()
    assert len([text for text in texts if text.startswith("✅ Đã thay")]) == 1
    late = [text for text in texts if not text.startswith(("✅", "⏳"))]
    assert len(late) == 1
    assert late[0].startswith(("Kho đã có đúng văn bản", words.PUT_LOCKED))
    assert len(talk.resources.library.versions("xa-an-binh-2026")) == 2


async def test_the_same_file_approved_in_two_chats_at_once(talk: Talk, admin: Talk) -> None:
    other = talk.as_(Person.private(talk.telegram, OTHER, "Minh"))
    await sends(admin, NAME, plan(20))
    for one in (admin, other):
        one.person.press(1, "up:r:1")
    texts = await talk.waits()
    assert len([text for text in texts if text.startswith("✅ Đã thay")]) == 1
    assert admin.notice() in (words.UPLOAD_GOING_ON, words.UPLOAD_DONE_ALREADY) or (
        {words.UPLOAD_GOING_ON, words.UPLOAD_DONE_ALREADY} & {e["text"] for k, e in talk.shown if k == "notice"}
    )


async def test_what_changed_since_is_shown_again_before_it_is_approved(talk: Talk, admin: Talk, tmp_path: Path) -> None:
    await sends(admin, NAME, plan(20))
    (tmp_path / NAME).write_bytes(plan(25))
    assert isinstance(talk.resources.library, Library)
    talk.resources.library.add_plans([tmp_path / NAME])
    texts = await admin.presses(words.UPLOAD_REPLACE)
    assert texts[-1].startswith(words.UPLOAD_CHANGED)
    assert "cũ: trước 25/11/2026" in texts[-1]
    assert "25/11" in (await talk.says(QUESTION))[0]
    await admin.presses(words.UPLOAD_REPLACE)
    assert "20/11" in (await talk.says(QUESTION))[0]


async def test_another_writer_keeps_it_waiting(talk: Talk, admin: Talk, data: Path) -> None:
    await sends(admin, NAME, plan(20))
    with generations.writer_lock(data):
        texts = await admin.presses(words.UPLOAD_REPLACE)
    assert texts[-1].startswith(words.PUT_LOCKED)
    assert admin.labels()[-2:] == [words.UPLOAD_REPLACE, words.UPLOAD_CANCEL]
    assert "15/11" in (await talk.says(QUESTION))[0]
    await admin.presses(words.UPLOAD_REPLACE)
    assert "20/11" in (await talk.says(QUESTION))[0]


async def test_a_restart_between_preview_and_approval(data: Path, tmp_path: Path) -> None:
    with opened(data) as library:
        async with talk_with(library, tmp_path, settings=SETTINGS) as talk:
            admin = talk.as_(Person.private(talk.telegram, ADMIN))
            await sends(admin, NAME, plan(20))
            message = admin.last()["message_id"]
    with opened(data) as library:
        async with talk_with(library, tmp_path, talk.telegram, settings=SETTINGS) as talk:
            admin = talk.as_(Person.private(talk.telegram, ADMIN))
            await admin.presses_data(message, "up:r:1")
            assert admin.last()["text"].startswith("✅ Đã thay bản cũ của ")
            assert "20/11" in (await talk.says(QUESTION))[0]


async def test_what_was_going_in_when_the_process_ended_is_told_and_taken_up(data: Path, tmp_path: Path) -> None:
    with opened(data) as library:
        async with talk_with(library, tmp_path, settings=SETTINGS) as talk:
            admin = talk.as_(Person.private(talk.telegram, ADMIN))
            await sends(admin, NAME, plan(20))
            message = admin.last()["message_id"]
            assert UploadStore(talk.resources.state.database).claim(1) is not None
    admin.person.press(message, "up:r:1")  # the press that the process before did not end
    with opened(data) as library:
        async with talk_with(library, tmp_path, talk.telegram, settings=SETTINGS) as talk:
            texts = await talk.as_(admin.person).waits()
    assert words.PUT_INTERRUPTED.replace("**", "").format(name=NAME) in texts
    assert texts[-1].startswith("✅ Đã thay bản cũ của ")


async def test_a_process_that_ended_while_it_went_in_keeps_the_file(talk: Talk, admin: Talk) -> None:
    await sends(admin, NAME, plan(20))
    database = talk.resources.state.database
    assert UploadStore(database).claim(1) is not None
    await admin.presses(words.UPLOAD_REPLACE)
    assert admin.notice() == words.UPLOAD_GOING_ON
    with database.session() as session:
        session.execute(update(SentPlan).values(held_until=now() - timedelta(seconds=1)))
    await admin.presses(words.UPLOAD_REPLACE)
    assert admin.last()["text"].startswith("✅ Đã thay bản cũ của ")


async def test_a_file_that_nobody_decides_on_is_dropped(talk: Talk, admin: Talk) -> None:
    await sends(admin, NAME, plan(20))
    with talk.resources.state.database.session() as session:
        session.execute(update(SentPlan).values(sent_at=now() - timedelta(days=8)))
    await _forget_old(BotContext(talk.application))
    await admin.presses(words.UPLOAD_REPLACE)
    assert admin.notice() == words.UPLOAD_GONE.format(days=7)


async def test_what_an_administrator_sent_is_listed_and_deleted(admin: Talk) -> None:
    await sends(admin, NAME, plan(20))
    assert "1 tệp kế hoạch đã gửi để duyệt" in (await admin.says("/dulieu"))[0]
    await admin.presses(privacy.DATA_DELETE)
    await admin.presses(words.UPLOAD_REPLACE)
    assert admin.notice() == words.UPLOAD_GONE.format(days=7)


# --------------------------------------------------------------------------------------------------- who may


async def test_a_removed_administrator_is_refused(talk: Talk, admin: Talk) -> None:
    await sends(admin, NAME, plan(20))
    remove_admin(talk)
    for label in (words.UPLOAD_REPLACE, words.UPLOAD_CANCEL):
        assert await admin.presses(label) == []
        assert admin.notice() == screen_words.ONLY_ADMIN_BUTTON
    assert await sends(admin, NAME, plan(21)) == [talk_words.ONLY_TEXT]
    assert "15/11" in (await talk.says(QUESTION))[0]


async def test_a_file_of_anybody_else_is_no_plan(talk: Talk) -> None:
    assert await sends(talk, NAME, plan(20)) == [talk_words.ONLY_TEXT]
    talk.person.send_file(NAME, plan(20), caption=QUESTION)
    (answer,) = await talk.waits()
    assert "15/11" in answer
    sent = next(number for chat, number in talk.telegram.journal.messages if chat == talk.person.chat["id"])
    talk.telegram.deliver("edited_message", talk.telegram.journal.messages[talk.person.chat["id"], sent])
    assert await talk.waits() == []
    assert talk.calls("getFile") == []


async def test_groups_and_whoever_writes_as_one(talk: Talk, admin: Talk) -> None:
    group = admin.as_(admin.person.in_group())
    assert await sends(group, NAME, plan(20)) == []
    mention = "@so_tay_dan_van_bot"
    entities = [{"type": "mention", "offset": 0, "length": len(mention)}]
    group.person.send_file(NAME, plan(20), caption=mention, caption_entities=entities)
    (text,) = await group.waits()
    assert "Tôi nghe đây" in text
    anonymous = {"id": group.person.chat["id"], "type": "supergroup", "title": "x"}
    group.person.send_file(NAME, plan(20), sender_chat=anonymous)
    assert await group.waits() == []
    assert talk.calls("getFile") == []


async def test_the_caption_of_a_plan_says_nothing(admin: Talk) -> None:
    admin.person.send_file(NAME, plan(20), caption=QUESTION)
    (text,) = await admin.waits()
    assert text.startswith("📄 Đọc được từ tệp")
    sent = admin.person.send_file(NAME, plan(20))
    await admin.waits()
    admin.person.edit(sent, "x")
    document = admin.telegram.journal.messages[ADMIN, sent] | {"document": {"file_id": "1", "file_unique_id": "1"}}
    document.pop("text")
    admin.telegram.deliver("edited_message", document | {"caption": QUESTION})
    await admin.waits()


# ------------------------------------------------------------------------------------------------ hostile files

NOTHING = b"   \n\n\t"
BINARY = b"%PDF-1.7\n\x00\x01\x02"
LEGACY = "Thuc hiện".encode("utf-16-le")
LETTER = "Kính gửi anh Nam, hôm nay trời đẹp. Hẹn gặp anh vào thứ bảy nhé!\n".encode() * 20


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", NOTHING, "empty"),
        ("a.txt", BINARY, "binary"),
        ("a.txt", b"PK\x03\x04" + b"x" * 100, "binary"),
        ("a.txt", bytes(range(256)) * 20, "binary"),
        ("a.md", LEGACY, "not a plan"),  # readers know UTF-16 without its mark
        ("a.txt", b"K\xd5 ho\xb9ch c\xf1a Th\xb5nh \xf1y" * 30, "encoding"),
        ("a.txt", LETTER, "not a plan"),
        ("a.txt", b"a" * 500_000, "not a plan"),
        ("a.exe", plan(), "kind"),
        ("a", plan(), "kind"),
        ("", plan(), "kind"),
        (None, plan(), "kind"),
        (".txt", plan(), "kind"),
        ("..", plan(), "kind"),
        ("///.txt", plan(), "kind"),
    ],
)
async def test_files_that_are_no_plans(admin: Talk, name: str | None, content: bytes, told: str) -> None:
    kinds = ", ".join(sorted(admin.resources.library.kinds))
    assert await sends(admin, name, content) == [words.UPLOAD_FAULTS[told].format(kinds=kinds)]
    assert admin.labels() == []
    assert bool(admin.calls("getFile")) == (told != "kind")
    assert not admin.refused()


@pytest.mark.parametrize("size", [20_500_000, 20_900_001, 2_000_000_000])
async def test_what_is_too_large_is_refused_before_it_is_downloaded(admin: Talk, size: int) -> None:
    document = {"file_id": "1", "file_unique_id": "1", "file_name": NAME, "file_size": size}
    (text,) = await admin.sends(document=document)
    assert text.startswith(f"Tệp nặng {size / 1e6:.1f}".replace(".", ",").removesuffix(",0"))
    assert admin.calls("getFile") == []


async def test_what_hides_its_size_is_refused_after_it(admin: Talk) -> None:
    admin.telegram.journal.documents["big"] = b"a" * 11_000_000
    (text,) = await admin.sends(document={"file_id": "big", "file_unique_id": "1", "file_name": NAME})
    assert text == words.UPLOAD_FAULTS["too large"]


@pytest.mark.parametrize("method", ["getFile", "download"])
@pytest.mark.parametrize("code", [400, 404, 500])
async def test_a_file_that_vanishes(admin: Talk, method: str, code: int) -> None:
    admin.telegram.refuse(method, code, "file is temporarily unavailable")
    assert await sends(admin, NAME, plan(20)) == [words.UPLOAD_LOST]
    (text,) = await sends(admin, NAME, plan(20))
    assert text.startswith("📄")


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../etc/ke-hoach.txt", "ke-hoach.txt"),
        ("C:\\Users\\x\\Kế hoạch 43.txt", "Kế hoạch 43.txt"),
        ("a/b/c.md", "c.md"),
        ("  kh   2026 .txt", "kh 2026.txt"),
        ("kh#1:2026?.txt", "kh-1-2026.txt"),
        ("kh\x00\u202e\n.txt", "kh.txt"),
        ("x" * 300 + ".txt", "x" * 80 + ".txt"),
        ("ke\u0302\u0301 hoa\u0323ch.txt", "kế hoạch.txt"),
        ("KH.2026.TXT", "KH.2026.TXT"),
        ("???.txt", "ke-hoach.txt"),
        ("khong-duoi", "khong-duoi"),
        ("...", ""),
        (None, ""),
    ],
)
def test_names_of_files(sent: str | None, kept: str) -> None:
    assert file_name(sent) == kept


@pytest.mark.parametrize("name", ["x" * 300 + ".txt", "../../../an phú.txt", "a/../../b#c.txt", "Kế hoạch <b>.txt"])
async def test_a_plan_of_any_name_goes_in(talk: Talk, admin: Talk, name: str) -> None:
    await sends(admin, name, plan(commune="AN PHÚ"))
    await admin.presses(words.UPLOAD_APPROVE)
    assert admin.last()["text"].startswith("✅ Đã thêm")
    assert Path(file_name(name)).stem in plan_ids(talk)
    assert not admin.refused()


def test_every_fault_has_words() -> None:
    assert {fault.value for fault in Fault} == set(words.UPLOAD_FAULTS)
