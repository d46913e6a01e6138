"""The bot over real HTTP: groups, strangers, voters and administrators; and Telegram that calls it."""

from __future__ import annotations

import asyncio
import socket
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.access import handlers as words
from bot.console.limits import document_of
from bot.console.people import Person
from knowledge.model import RawDocument
from tests.bot.fake_library import FakeLibrary
from tests.bot.http_telegram import Fault, Server, serving
from tests.bot.over_http import ADMIN, QUESTION, Over, bot_over
from tests.bot.test_quiz import SOURCES, Invented


async def test_a_group_that_is_closed_to_the_bot_is_left_alone(over: Over, caplog: pytest.LogCaptureFixture) -> None:
    group = over.person.in_group()
    over.server.faults.always["sendmessage"] = Fault.NO_RIGHTS
    for _ in range(4):
        group.write(f"@{over.server.telegram.me['username']} {QUESTION}")
    await over.heard("sendMessage", 4)
    await over.rests()
    over.server.faults.always.clear()
    assert over.texts(ADMIN) == []
    assert sum("left alone" in record.getMessage() for record in caplog.records) == 1


@pytest.mark.parametrize("told", ["message thread not found", "TOPIC_CLOSED"])
async def test_what_a_topic_does_not_take_goes_to_the_whole_group(over: Over, told: str) -> None:
    group = over.person.in_group()
    over.server.faults.topics[7] = f"Bad Request: {told}"
    group.write(f"@{over.server.telegram.me['username']} {QUESTION}", message_thread_id=7, is_topic_message=True)
    (answer,) = await over.waits(1, chat=group.chat["id"])
    assert "05/6" in answer
    await over.rests()
    assert over.texts(ADMIN) == []


async def test_what_waits_for_a_group_follows_it_where_it_has_moved(over: Over) -> None:
    group, name = over.person.in_group(-55), over.server.telegram.me["username"]
    moved = over.person.in_group(-10055)
    over.server.faults.chats[-55] = (400, "Bad Request: group chat was upgraded", {"migrate_to_chat_id": -10055})
    for _ in range(3):
        group.write(f"@{name} {QUESTION}")
    await over.waits(3, chat=moved.chat["id"])
    await over.rests()
    assert over.texts(ADMIN) == over.texts(-55) == []


async def test_many_groups_of_one_stranger_are_one_message_with_a_count(server: Server, tmp_path: Path) -> None:
    async with bot_over(server, tmp_path, admin_ids=(ADMIN,), access="closed") as over:
        Person.private(server.telegram, ADMIN, "Quản trị")
        for index in range(60):
            group = over.person.in_group(-100300 - index, f"Nhóm {index}")
            group.write(f"@{server.telegram.me['username']} {QUESTION}")
        await over.waits(1, chat=ADMIN)
        async with asyncio.timeout(60):
            while words.PAIR_MORE.format(count=59) not in over.texts(ADMIN)[0]:  # noqa: ASYNC110
                await asyncio.sleep(0.05)
        await over.rests()
        assert len(over.texts(ADMIN)) == 1


async def test_a_name_can_not_imitate_the_bots_own_lines(server: Server, tmp_path: Path) -> None:
    async with bot_over(server, tmp_path, admin_ids=(ADMIN,), access="closed") as over:
        Person.private(server.telegram, ADMIN, "Quản trị")
        over.person.user["first_name"] = "Lan\n✅ Đã cho phép\u202e\u2066 gnaL\u0007"
        over.person.write(QUESTION)
        (told,) = await over.waits(1, chat=ADMIN)
        assert "Lan ✅ Đã cho phép gnaL," in told
        assert len(told.splitlines()) == 2


async def test_a_groups_title_can_not_imitate_them_either(server: Server, tmp_path: Path) -> None:
    async with bot_over(server, tmp_path, admin_ids=(ADMIN,), access="closed") as over:
        Person.private(server.telegram, ADMIN, "Quản trị")
        group = over.person.in_group(-100300, "Tổ\r\n\u2028✅ Đã cho phép Lan\u202e\u200f.")
        group.write(f"@{server.telegram.me['username']} {QUESTION}")
        (told,) = await over.waits(1, chat=ADMIN)
        assert "“Tổ ✅ Đã cho phép Lan.”, mã số -100300" in told
        assert len(told.splitlines()) == 2


async def test_somebody_elses_vote_neither_moves_nor_scores_a_quiz(server: Server, tmp_path: Path) -> None:
    async with bot_over(server, tmp_path, Invented(SOURCES)) as over:
        over.person.write("/tracnghiem 2")
        await over.heard("sendPoll", 1)
        await over.rests()
        (poll,) = over.polls()
        stranger = {"id": 4004, "is_bot": False, "first_name": "Người lạ"}
        wrong = {"poll_id": poll["poll"]["id"], "user": stranger, "option_ids": [poll["poll"]["correct_option_ids"][0]]}
        server.telegram.deliver("poll_answer", wrong)
        await over.rests()
        assert len(over.polls()) == 1, "the quiz has not moved"
        for turn in (1, 2):
            own = over.polls()[-1]
            over.person.vote(own["message_id"], 1 - min(own["poll"]["correct_option_ids"][0], 1))
            await (over.heard("sendPoll", 2) if turn == 1 else over.waits(1))
            await over.rests()
        assert "0/2" in over.texts()[-1]


async def test_a_groups_round_scores_each_voter_by_the_first_vote(
    server: Server, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with bot_over(server, tmp_path, Invented(SOURCES)) as over:
        lan = over.person.in_group()
        minh = Person.private(server.telegram, 2002, "Minh\n1. Lan: 0/1\u202e").in_group()
        lan.write(f"/tracnghiem@{server.telegram.me['username']} 2")
        await over.heard("sendPoll", 1)
        await over.rests()
        poll = Over(server, lan, over.application, over.library).polls()[0]
        right = poll["poll"]["correct_option_ids"][0]
        for voter, option in ((lan, right), (minh, 1 - min(right, 1)), (minh, right)):
            voter.vote(poll["message_id"], option)
            await over.rests()
        lan.press(poll["message_id"], poll["reply_markup"]["inline_keyboard"][-1][-1]["callback_data"])
        score = (await over.waits(2, chat=lan.chat["id"]))[-1]
    assert [line for line in score.splitlines() if ". " in line] == ["1. Lan: 1/1", "2. Minh 1. Lan: 0/1: 0/1"]
    assert not any(record.exc_info for record in caplog.records), "a second vote is no failure"


async def test_votes_and_polls_of_an_older_bot_api_are_read(over: Over) -> None:
    option = {"text": "Có", "voter_count": 0}
    poll = {"id": "7", "question": "Có không?", "options": [option, option], "total_voter_count": 0, "is_closed": False,
            "is_anonymous": True, "type": "regular", "allows_multiple_answers": False}  # fmt: skip
    over.server.telegram.deliver("poll_answer", {"poll_id": "7", "user": over.person.user, "option_ids": [0]})
    asked = {"message_id": 5, "date": 0, "chat": over.person.chat, "from": over.person.user}
    over.server.telegram.deliver("message", asked | {"text": QUESTION, "reply_to_message": asked | {"poll": poll}})
    (answer,) = await over.waits(1)
    assert "05/6" in answer


async def test_a_press_that_tells_no_more_than_who_and_what_is_answered(over: Over) -> None:
    over.person.write(QUESTION)
    await over.waits(1)
    press = {"id": "9", "from": over.person.user, "data": "s:1:0", "message": {"chat": over.person.chat}}
    over.server.telegram.deliver("callback_query", press)
    assert "Văn phòng" in (await over.waits(2))[1]


async def test_a_button_is_acknowledged_once_and_before_its_message(over: Over) -> None:
    over.person.write(QUESTION)
    await over.waits(1)
    answer = next(number for (chat, number), m in over.server.telegram.journal.messages.items() if "reply_markup" in m)
    over.person.press(answer, "s:1:0")
    await over.waits(2)
    methods = [method for _, method, _ in over.server.arrivals]
    assert methods.index("answerCallbackQuery") < len(methods) - 1 - methods[::-1].index("sendMessage")
    assert methods.count("answerCallbackQuery") == 1


async def test_a_letter_that_never_arrives_is_told_to_the_administrators(over: Over) -> None:
    over.server.faults.chats[1001] = (400, "Bad Request: something new", {})
    over.person.write(QUESTION)
    (told,) = await over.waits(1, chat=ADMIN)
    assert "something new" in told
    for _ in range(2):
        over.person.write(QUESTION)
    await over.heard("sendMessage", 4)
    await over.rests()
    assert len(over.texts(ADMIN)) == 1, "the others are counted for the next time"


# ---------------------------------------------------------------------------------------------------- the way there


class Taking(FakeLibrary):
    """Notes what files hold; takes none."""

    def __init__(self) -> None:
        super().__init__()
        self.read = list[bytes]()

    def read_document(self, name: str, data: bytes) -> RawDocument:
        self.read.append(data)
        return super().read_document(name, data)


async def test_everything_goes_by_the_proxy(server: Server, tmp_path: Path) -> None:
    library = Taking()
    far = {"telegram_api_url": "http://api.telegram.invalid", "telegram_proxy": server.url, "admin_ids": (ADMIN,)}
    async with asyncio.timeout(90), bot_over(server, tmp_path, library, **far) as over:
        admin = Person.private(server.telegram, ADMIN, "Quản trị")
        admin.write(QUESTION)
        await over.waits(1, chat=ADMIN)
        admin.send_file("a.txt", b"abc")
        await over.waits(2, chat=ADMIN)
    assert library.read == [b"abc"]


async def test_files_come_from_an_address_of_their_own(server: Server, tmp_path: Path) -> None:
    library = Taking()
    async with serving(server.telegram) as files:
        given: dict[str, Any] = {"telegram_file_url": files.url, "admin_ids": (ADMIN,)}
        async with bot_over(server, tmp_path, library, **given) as over:
            Person.private(server.telegram, ADMIN, "Quản trị").send_file("a.txt", b"abc")
            await over.waits(1, chat=ADMIN)
    assert library.read == [b"abc"]
    assert len(files.arrivals) == 1


async def test_a_local_servers_files_are_read_where_they_lie(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Taking()
    there = tmp_path / "a.txt"
    there.write_bytes(b"abc")
    where = {"file_id": "1", "file_unique_id": "1", "file_size": 3, "file_path": str(there)}
    monkeypatch.setitem(server.telegram._methods, "getfile", lambda _: where)
    library.max_bytes = 32 * 2**20
    async with bot_over(server, tmp_path, library, telegram_local_mode=True, admin_ids=(ADMIN,)) as over:
        large = document_of("1", "a.txt", 21_000_000)  # more than Telegram's own server hands out
        Person.private(server.telegram, ADMIN, "Quản trị").send({"document": large})
        await over.waits(1, chat=ADMIN)
    assert library.read == [b"abc"]


# ------------------------------------------------------------------------------------------------------- webhook


async def test_a_webhook_is_served_at_a_port(server: Server, tmp_path: Path) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        place = f"127.0.0.1:{free.getsockname()[1]}"
    given: dict[str, Any] = {"webhook_url": "https://bot.invalid/tg", "webhook_secret": "s3cret"}
    async with bot_over(server, tmp_path, webhook_listen=place, **given) as over:
        await over.heard("setWebhook", 1)
        chat = {"id": 1001, "type": "private", "first_name": "Lan"}
        message = {"message_id": 5, "date": 0, "chat": chat, "from": chat | {"is_bot": False}, "text": QUESTION}
        key = "X-Telegram-Bot-Api-Secret-Token"
        async with httpx.AsyncClient(base_url=f"http://{place}") as client:
            update = {"update_id": 5, "message": message}
            told = [{}, {key: ""}, {key: "S3cret"}, {key: "s3cret0"}, {key: "s3cret"}, {key: "s3cret"}]
            codes = [(await client.post("/tg", headers=each, json=update)).status_code for each in told]
            elsewhere = await client.post("/", headers={key: "s3cret"}, json=update)
        assert (codes, elsewhere.status_code) == ([403, 403, 403, 403, 200, 200], 404)
        await over.waits(1)
        await over.rests()
        assert len(over.texts()) == 1
    assert not server.polls


async def test_a_webhook_whose_place_is_taken_waits_for_it(
    server: Server, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        place = f"127.0.0.1:{taken.getsockname()[1]}"
        given: dict[str, Any] = {"webhook_url": "https://bot.invalid/tg", "webhook_secret": "s3cret"}
        async with bot_over(server, tmp_path, webhook_listen=place, **given) as over:
            async with asyncio.timeout(30):
                while not any(place in record.getMessage() for record in caplog.records):  # noqa: ASYNC110
                    await asyncio.sleep(0.02)
            assert not any(method == "setWebhook" for _, method, _ in server.arrivals), "nobody would take updates"
            taken.close()
            await over.heard("setWebhook", 1)
    assert not any(record.exc_info for record in caplog.records)


async def test_a_webhook_call_is_acknowledged_once_it_is_stored(server: Server, tmp_path: Path) -> None:
    given: dict[str, Any] = {"webhook_url": "http://127.0.0.1/tg", "webhook_secret": "s3cret"}
    async with bot_over(server, tmp_path, webhook_listen=f"unix:{tmp_path}/s.sock", **given) as over:
        await over.heard("setWebhook", 1)
        chat = {"id": 1001, "type": "private", "first_name": "Lan"}
        message = {"message_id": 5, "date": 0, "chat": chat, "from": chat | {"is_bot": False}, "text": QUESTION}
        update = {"update_id": 5, "message": message}
        way = httpx.AsyncHTTPTransport(uds=f"{tmp_path}/s.sock")
        async with httpx.AsyncClient(transport=way, base_url="http://bot") as client:
            key = {"X-Telegram-Bot-Api-Secret-Token": "s3cret"}
            assert (await client.post("/tg", json=update)).status_code == 403
            assert (await client.post("/tg", content=b"{", headers=key)).status_code == 400
            for _ in range(2):
                assert (await client.post("/tg", json=update, headers=key)).status_code == 200
        await over.waits(1)
        await asyncio.sleep(0.3)
        assert len(over.texts()) == 1
        other = sqlite3.connect(tmp_path / "bot.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        async with httpx.AsyncClient(transport=httpx.AsyncHTTPTransport(uds=f"{tmp_path}/s.sock")) as client:
            unstored = await client.post("http://bot/tg", json=update | {"update_id": 6}, headers=key)
        other.close()
        assert unstored.status_code == 503, "Telegram brings it again"
