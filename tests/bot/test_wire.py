"""The bot over real HTTP: what goes wrong on the way, and that nothing is lost and nothing doubled."""

from __future__ import annotations

import asyncio
import json
import socket
import sqlite3
import threading
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from telegram.error import InvalidToken
from telegram.request import HTTPXRequest

from bot import words
from bot.console import JSON
from bot.console.people import Person
from bot.memory.state import MEMORY
from bot.memory.work import Letter, Work
from bot.screen.words import AGAIN, LATE
from bot.telegram import verdict
from bot.telegram.courier import Courier, Limits
from bot.telegram.line import CONNECT_SECONDS, Line, NotSent, Outcome, Refused, Unknown, read
from bot.words import NETWORK_BACK, WEBHOOK_LEFT
from knowledge.model import Answer
from tests.bot.fake_library import FakeLibrary
from tests.bot.http_telegram import Fault, Server
from tests.bot.over_http import ADMIN, QUESTION, Over, bot_over
from tests.bot.test_quiz import SOURCES, Invented

PLAIN = (Fault.NO_PARSE, Fault.NEW_REFUSAL, Fault.TOO_LONG)
"""After these a text goes without its marks."""


@pytest.mark.parametrize(
    "fault", [Fault.BAD_GATEWAY, Fault.ODD_STATUS, Fault.TIMED_OUT, Fault.FORBIDDEN_PAGE, Fault.SERVER_ERROR,
              Fault.RESET, Fault.NO_JSON, Fault.NO_PARSE, Fault.NEW_REFUSAL, Fault.TOO_LONG],
)  # fmt: skip
async def test_a_send_that_fails_once_is_sent_again(over: Over, fault: Fault) -> None:
    over.server.faults.add("sendMessage", fault)
    over.person.write(QUESTION)
    texts = await over.waits(1 if fault is not Fault.TOO_LONG else 2)
    assert "05/6" in "".join(texts)
    await over.rests()
    assert not any(words.SORRY in text for text in over.texts())
    assert len(over.texts()) == len(texts)
    # Only where the call may have been carried out all the same is the second one marked.
    assert any(AGAIN["answer"] in text for text in texts) == (fault in (Fault.RESET, Fault.NO_JSON, Fault.TIMED_OUT))
    assert over.texts(ADMIN) == []
    sent = [m for (_, number), m in over.server.telegram.journal.messages.items() if m["from"]["is_bot"]]
    assert all(bool(m.get("entities")) != (fault in PLAIN) for m in sent if m["chat"]["id"] == 1001)
    assert not any("<b>" in text for text in texts)


@pytest.mark.parametrize("fault", [Fault.NO_PARSE, Fault.TOO_LONG])
async def test_a_fault_that_a_text_can_not_have_any_more_loses_nothing(over: Over, fault: Fault) -> None:
    over.server.faults.add("sendMessage", *[fault] * 3)
    over.person.write("xin chào")
    async with asyncio.timeout(60):
        while "Chào bạn!" not in "".join(over.texts()):  # noqa: ASYNC110
            await asyncio.sleep(0.02)
    await over.rests()
    assert over.texts(ADMIN) == []


async def test_a_send_that_arrives_though_its_answer_is_lost_is_marked_the_second_time(over: Over) -> None:
    over.server.faults.add("sendMessage", Fault.LOST)
    over.person.write(QUESTION)
    first, second = await over.waits(2)
    assert AGAIN["answer"] not in first
    assert second == f"{first}\n\n{AGAIN['answer']}"


async def test_a_late_answer_of_telegrams_is_waited_for(over: Over) -> None:
    over.server.faults.add("sendMessage", Fault.LATE)
    over.person.write(QUESTION)
    await over.waits(1)
    await over.rests()
    assert len(over.texts()) == 1


# --------------------------------------------------------------------------------------- chats in each other's way


@pytest.mark.parametrize("parameters", [{"retry_after": 60}, {}], ids=["as a number", "in words"])
async def test_a_chat_that_must_wait_lets_the_others_go(
    over: Over, parameters: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verdict, "RETRY_AFTER", 0.05)  # for when Telegram doesn't say
    busy = Person.private(over.server.telegram, 2002, "Minh")
    over.server.faults.chats[2002] = (429, "Too Many Requests: retry after 60", parameters)
    busy.write(QUESTION)
    await over.heard("sendMessage", 1)
    over.person.write(QUESTION)
    assert len(await over.waits(1, seconds=30)) == 1
    over.server.faults.chats.clear()
    await asyncio.sleep(0.5)
    assert over.texts(2002) == [], "Telegram's time is kept"


@dataclass
class Standing:
    """The clock of the letters' pace, in place of their module `time`: it stands still until it is set."""

    now: float = 1000.0

    def monotonic(self) -> float:
        return self.now

    @staticmethod
    def time() -> float:
        return time.time()

    async def rest(self, courier: Courier) -> None:
        """Wait until everything is sent that may go now."""
        async with asyncio.timeout(60):
            while not courier.is_settled(0.0):  # noqa: ASYNC110
                await asyncio.sleep(0.01)

    def turn(self, courier: Courier, now: float) -> None:
        """Set it, and let the courier look at it."""
        self.now = now
        courier.add(())


async def test_a_busy_group_waits_for_itself_and_nothing_is_lost_at_the_end(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Standing()
    with monkeypatch.context() as paced:
        paced.setattr("bot.telegram.courier.time", clock)
        async with bot_over(server, tmp_path, messages_per_second=30) as over:
            assert over.application.bot_data.wire is not None
            courier, group = over.application.bot_data.wire.courier, over.person.in_group()
            for index in range(90):
                group.write(f"@{server.telegram.me['username']} {QUESTION} {index}")
            await over.waits(1, chat=group.chat["id"])
            await clock.rest(courier)
            over.person.write(QUESTION)
            await over.waits(1)
            assert len(over.texts(group.chat["id"])) == 1, "no moment has passed"
            await server.telegram.collected(60)
            for count in range(1, 21):
                await over.waits(count, chat=group.chat["id"])
                await clock.rest(courier)
                assert len(over.texts(group.chat["id"])) == count, "one a second"
                clock.turn(courier, clock.now + 1)
            await clock.rest(courier)
            assert len(over.texts(group.chat["id"])) == 20, "and twenty a minute"
            clock.turn(courier, 1000.0 + 61)
            await over.waits(21, chat=group.chat["id"])
    async with bot_over(server, tmp_path) as later:  # the end has not waited for a clock that stands still
        texts = await later.waits(90, chat=group.chat["id"])
        await later.rests()
    assert len(later.texts(group.chat["id"])) == len(texts) == 90
    assert not any(AGAIN["answer"] in text for text in texts)


class Held(FakeLibrary):
    """Answers what was asked in a group once `freed`; all else, also in other threads, at once."""

    generation = "one"

    def __init__(self) -> None:
        super().__init__()
        self.freed = threading.Event()

    def ask(self, text: str, *, unit: str | None = None, history: Sequence[str] = ()) -> Answer:
        if "nhóm" in text:
            self.freed.wait(60)
        return super().ask(text, unit=unit, history=history)


async def test_a_chat_is_answered_while_anothers_questions_are_thought_about(server: Server, tmp_path: Path) -> None:
    library = Held()
    async with bot_over(server, tmp_path, library) as over:
        group = over.person.in_group()
        for index in range(20):
            group.write(f"@{server.telegram.me['username']} nhóm {QUESTION} {index}")
        over.person.write(QUESTION)
        await over.waits(1)
        assert over.texts(group.chat["id"]) == []
        library.freed.set()
        await over.waits(20, chat=group.chat["id"])
    assert [text.split()[-1] for text, *_ in library.asked if "nhóm" in text] == [str(index) for index in range(20)]


async def test_equal_questions_on_one_generation_are_answered_once(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.resources.FRESH_SECONDS", 3600.0)
    library = Held()
    async with bot_over(server, tmp_path, library) as over:
        people = [Person.private(server.telegram, 5000 + index) for index in range(12)]
        for each in people:
            each.write(f"nhóm {QUESTION}")
        await server.telegram.collected()
        library.freed.set()
        answers = {text for each in people for text in await over.waits(1, chat=each.chat["id"])}
        assert len(answers) == len(library.asked) == 1
        library.generation = "two"
        over.person.write(f"nhóm {QUESTION}")
        assert await over.waits(1) == [*answers]
    assert len(library.asked) == 2


@pytest.mark.parametrize("fault", [Fault.HANG, Fault.SERVER_ERROR, Fault.LATE])
async def test_typing_never_keeps_an_answer(over: Over, fault: Fault, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.telegram.sending.TYPING_AFTER", 0.05)
    over.server.faults.always["sendchataction"] = fault
    assert isinstance(over.library, FakeLibrary)
    over.library.seconds = 0.4
    over.person.write(QUESTION)
    await over.waits(1, seconds=30)
    assert [method for _, method, _ in over.server.arrivals].count("sendChatAction") == 1
    monkeypatch.undo()
    over.library.seconds = 0.0
    over.person.write(QUESTION)
    await over.waits(2)
    assert [method for _, method, _ in over.server.arrivals].count("sendChatAction") == 1, "it was there at once"


async def test_a_letter_that_is_never_taken_holds_up_its_chat_for_a_few_tries(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verdict, "LONGEST_WAIT", 0.05)
    server.faults.always["sendpoll"] = Fault.SERVER_ERROR
    async with bot_over(server, tmp_path, Invented(SOURCES)) as over:
        over.person.write("/tracnghiem 2")
        over.person.write(f"/donvi@{server.telegram.me['username']} tất cả")
        over.person.write("/start")
        async with asyncio.timeout(60):
            while not any(text.startswith("Chào Lan") for text in over.texts()):  # noqa: ASYNC110
                await asyncio.sleep(0.02)
        assert any("mọi đơn vị" in text for text in over.texts()[:-1]), "the others keep their order"
        server.faults.always.clear()
        async with asyncio.timeout(60):
            while not over.polls():  # noqa: ASYNC110
                await asyncio.sleep(0.02)
        await over.rests()
        assert len(over.polls()) == 1


# ------------------------------------------------------------------------------------------------ updates


async def test_an_update_that_comes_again_or_out_of_order_is_answered_once(server: Server, tmp_path: Path) -> None:
    def update(number: int, text: str = QUESTION) -> dict[str, Any]:
        chat = {"id": 1001, "type": "private", "first_name": "Lan"}
        message = {"message_id": number, "date": 0, "chat": chat, "from": chat | {"is_bot": False}, "text": text}
        return {"update_id": number, "message": message}

    def deliver(*numbers: int, **given: str) -> None:
        server.raw.append(json.dumps({"ok": True, "result": [update(number, **given) for number in numbers]}).encode())
        server.telegram.deliver("message", {})  # lets a poll that is held open return

    async with bot_over(server, tmp_path) as over:
        server.hold = False
        deliver(900, 902, 900)
        await over.waits(2)
        deliver(901, 902)
        await over.waits(3)
    async with bot_over(server, tmp_path) as over:
        deliver(900, 901, 902, 903)
        await over.waits(4)
        await asyncio.sleep(0.3)
        assert len(over.texts()) == 4
        deliver(900, 901, text=f"{QUESTION} của xã an bình")  # of another Bot API server, which numbers anew
        await over.waits(6)
        deliver(900, 901, text=f"{QUESTION} của xã an bình")
        deliver(904)
        await over.waits(7)
        await asyncio.sleep(0.3)
        assert len(over.texts()) == 7
    with closing(sqlite3.connect(tmp_path / MEMORY)) as file:
        assert file.execute("SELECT count(*) FROM questions").fetchone() == (7,), "what is known is not handled either"


@pytest.mark.parametrize(
    ("number", "chat", "message", "date"),
    [(None, 1001, 1, "never"), (None, 2**70, 1, 0), (None, 1001, 2**63, 0), (2**64, 1001, 1, 0)],
    ids=["of another kind", "a chat beyond 64 bits", "a message beyond 64 bits", "itself beyond 64 bits"],
)  # fmt: skip
async def test_an_update_that_cannot_be_read_is_skipped(
    over: Over, number: int | None, chat: int, message: int, date: int | str, caplog: pytest.LogCaptureFixture
) -> None:
    told = {"id": chat, "type": "private", "first_name": "Lan"}
    over.server.telegram.deliver(
        "message", {"message_id": message, "date": date, "chat": told, "from": told | {"is_bot": False}, "text": "?"}
    )
    if number is not None:
        over.server.telegram.journal.updates[-1]["update_id"] = number
    over.person.write(QUESTION)
    await over.waits(1)
    await asyncio.sleep(1)
    unread = [record for record in caplog.records if "cannot be read" in record.getMessage()]
    assert len(unread) == 1
    assert over.server.polls < 10


@pytest.mark.parametrize("part", [{"text": ["?"]}, {"caption": 7}, {"text": {"a": "b"}}])
async def test_words_that_are_none_are_skipped(over: Over, part: JSON, caplog: pytest.LogCaptureFixture) -> None:
    person = over.person
    told = {"message_id": 1, "date": 0, "chat": person.chat, "from": person.user, "photo": [], "text": None}
    over.server.telegram.deliver("message", told | part)
    over.server.telegram.deliver("inline_query", {"id": "1", "from": person.user, "query": None, "offset": ""})
    person.write(QUESTION)
    await over.rests()
    assert len(over.texts()) == 1
    assert sum("cannot be read" in record.getMessage() for record in caplog.records) == 2
    assert over.texts(ADMIN) == []


@pytest.mark.parametrize(
    "answer", [b"[" * 50_000, b'{"ok": true, "result": {}}', b'{"ok": true, "result": [7, {}, {"update_id": "x"}]}',
               b'{"ok": false, "error_code": "x", "parameters": []}', b""],
    ids=["deep", "no list", "no updates", "odd refusal", "empty"],
)  # fmt: skip
async def test_a_poll_answered_with_anything_is_made_again(over: Over, answer: bytes) -> None:
    over.server.raw.append(answer)
    over.person.write(QUESTION)
    await over.waits(1)


async def test_a_webhook_that_was_left_is_removed(over: Over, caplog: pytest.LogCaptureFixture) -> None:
    told = b"Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete it first"
    over.server.raw.append(b'{"ok": false, "error_code": 409, "description": "%s"}' % told)
    over.person.write(QUESTION)
    await over.waits(1)
    assert "deleteWebhook" in {method for _, method, _ in over.server.arrivals}
    assert WEBHOOK_LEFT in {record.getMessage() for record in caplog.records}


async def test_an_update_that_fails_in_the_wire_itself_holds_up_nobody(
    over: Over, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def fail(*_: object) -> None:
        raise RuntimeError("a bug")

    with monkeypatch.context() as broken:
        broken.setattr(over.application, "process_update", fail)
        over.person.write(QUESTION)
        await over.rests()
    assert sum("could not be handled to its end" in record.getMessage() for record in caplog.records) == 1
    over.person.write(QUESTION)
    await over.waits(1)
    with monkeypatch.context() as broken:
        broken.setattr("bot.hooks.FeatureHooks.arrived", lambda *_: 1 / 0)
        over.person.write(QUESTION)
        await over.waits(2)
        await over.rests()
    over.person.write(QUESTION)
    await over.waits(3)
    await over.rests()
    assert len(over.texts()) == 3


async def test_a_server_that_holds_no_polls_is_not_flooded(over: Over) -> None:
    over.server.hold = False
    over.person.write(QUESTION)
    await over.waits(1)
    before = over.server.polls
    await asyncio.sleep(3)
    assert over.server.polls - before <= 4


# -------------------------------------------------------------------------------------------- start and end


async def test_a_menu_that_cannot_be_set_at_once_is_set_later(server: Server, tmp_path: Path) -> None:
    server.faults.add("setMyCommands", Fault.BAD_GATEWAY)
    async with bot_over(server, tmp_path) as over:
        over.person.write(QUESTION)
        await over.waits(1)
        await over.heard("setMyCommands", 2)


async def test_something_that_is_not_telegram_at_the_start_is_waited_for(server: Server, tmp_path: Path) -> None:
    server.faults.add("getMe", Fault.NO_JSON, Fault.BAD_GATEWAY, Fault.ODD_STATUS)
    server.faults.add("getUpdates", Fault.ODD_STATUS)
    async with bot_over(server, tmp_path) as over:
        over.person.write(QUESTION)
        await over.waits(1)


@pytest.mark.parametrize("fault", [Fault.FORBIDDEN_PAGE, Fault.UNKNOWN_PAGE, Fault.EMPTY, Fault.NO_RESULT])
async def test_whatever_answers_in_place_of_telegram_at_the_start_is_waited_for(
    server: Server, tmp_path: Path, fault: Fault
) -> None:
    server.faults.add("getMe", fault, fault)
    async with bot_over(server, tmp_path) as over:
        over.person.write(QUESTION)
        await over.waits(1)


async def test_a_token_that_telegram_itself_refuses_ends_the_start(server: Server, tmp_path: Path) -> None:
    server.faults.always["getme"] = Fault.UNAUTHORIZED
    with pytest.raises(InvalidToken):
        async with bot_over(server, tmp_path):
            pytest.fail("it ran")


async def test_people_of_whom_it_is_not_said_whether_they_are_bots_are_read(server: Server, tmp_path: Path) -> None:
    server.faults.add("getMe", Fault.BARE_ME)
    async with bot_over(server, tmp_path) as over:
        lan = {"id": 1001, "first_name": "Lan"}
        message = {"message_id": 5, "date": 0, "chat": lan | {"type": "private"}, "from": lan, "text": QUESTION}
        server.telegram.deliver("message", message)
        (text,) = await over.waits(1)
        assert "05/6" in text


async def test_without_network_at_the_start_it_waits_and_says_so(
    server: Server, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def come_back() -> None:
        while not caplog.records:  # noqa: ASYNC110
            await asyncio.sleep(0.1)
        server.faults.down = False

    server.faults.down = True
    coming = asyncio.create_task(come_back())
    async with bot_over(server, tmp_path) as over:
        await coming
        over.person.write(QUESTION)
        await over.waits(1)
    told = [record.getMessage() for record in caplog.records]
    assert sum("Chưa kết nối được với Telegram" in line for line in told) == 1
    assert NETWORK_BACK in told


@pytest.mark.slow
async def test_the_end_comes_within_ten_seconds_whatever_hangs(server: Server, tmp_path: Path) -> None:
    loop = asyncio.get_running_loop()
    async with bot_over(server, tmp_path) as over:
        server.faults.always = {"sendmessage": Fault.HANG, "sendchataction": Fault.HANG}
        for index in range(20):
            Person.private(server.telegram, 4000 + index).write(QUESTION)
        await over.heard("sendMessage", 20)
        server.faults.always["getupdates"] = Fault.HANG
        began = loop.time()
    assert loop.time() - began < 10
    server.faults.always.clear()
    async with bot_over(server, tmp_path) as over:
        for index in range(20):
            (text,) = await over.waits(1, chat=4000 + index)
            assert AGAIN["answer"] in text, "it can't be known whether the first one has arrived"


class Asked(FakeLibrary):
    """Answers half a second after it was asked."""

    def ask(self, text: str, *, unit: str | None = None, history: Sequence[str] = ()) -> Answer:
        answer = super().ask(text, unit=unit, history=history)
        time.sleep(0.5)
        return answer


async def test_the_end_waits_for_an_answer_that_is_nearly_there(server: Server, tmp_path: Path) -> None:
    library = Asked()
    async with bot_over(server, tmp_path, library) as over:
        over.person.write(QUESTION)
        async with asyncio.timeout(60):
            while not library.asked:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
    async with bot_over(server, tmp_path, library) as over:
        await over.waits(1)
        await over.rests()
    assert len(over.texts()) == len(library.asked) == 1, "the next process has nothing to do again"


@pytest.mark.parametrize("code", [504, 524])
def test_a_proxy_that_has_waited_in_vain_leaves_it_open_whether_a_call_has_arrived(code: int) -> None:
    assert read(code, b"<html>") == Unknown(f"HTTP {code}")


@pytest.mark.parametrize("code", [400, 401, 403, 404, 407, 502])
def test_a_proxys_page_says_nothing_of_the_chat_or_the_token(code: int) -> None:
    outcome = read(code, b"<html>")
    assert isinstance(outcome, Refused)
    assert outcome.code >= 500


async def test_a_way_is_looked_for_no_longer_than_an_answer_is_waited_for() -> None:
    """Else an end in a network that swallows everything takes as long as a connection."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full:
        place = full.getsockname()
        with socket.create_connection(place), socket.socket() as more:
            more.setblocking(False)
            more.connect_ex(place)  # from here on nobody is let in
            request = HTTPXRequest()
            async with asyncio.timeout(CONNECT_SECONDS / 2):
                outcome = await Line(request, f"http://127.0.0.1:{place[1]}/bot").call("getUpdates", {}, seconds=0.2)
            await request.shutdown()
    assert isinstance(outcome, NotSent)


async def test_a_network_that_goes_and_comes_loses_nothing(over: Over) -> None:
    over.person.write(QUESTION)
    await over.waits(1)
    over.server.faults.down = True
    over.person.write(QUESTION)
    await asyncio.sleep(1)
    over.server.faults.down = False
    await over.waits(2)
    await over.rests()
    assert len(over.texts()) == 2
    assert over.texts(ADMIN) == []


async def test_connections_that_are_cut_again_and_again_lose_no_answer(
    over: Over, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verdict, "LONGEST_WAIT", 0.05)
    over.server.faults.add("sendMessage", *[Fault.RESET] * 9)
    over.person.write(QUESTION)
    (text,) = await over.waits(1)
    assert "05/6" in text
    assert AGAIN["answer"] in text
    await over.rests()
    assert over.texts(ADMIN) == []


async def test_while_connections_are_cut_something_harmless_is_asked_and_no_letter_goes(over: Over) -> None:
    await over.rests()
    over.server.faults.always = {"sendmessage": Fault.LOST, "getme": Fault.RESET}
    asked = sum(method == "getMe" for _, method, _ in over.server.arrivals)
    for _ in range(2):
        over.person.write(QUESTION)
    await over.heard("getMe", asked + 3)
    assert len(over.texts()) == 1, "each letter may arrive although nobody hears of it"
    over.server.faults.always.clear()
    first, again, _ = await over.waits(3)
    assert again == f"{first}\n\n{AGAIN['answer']}"


async def test_an_answer_that_comes_late_says_so_once_and_first(over: Over) -> None:
    long_ago = int(time.time()) - 600
    said = LATE.format(when=datetime.fromtimestamp(long_ago, timezone(timedelta(hours=7))))
    written = {"date": long_ago, "chat": over.person.chat, "from": over.person.user, "text": QUESTION}
    over.server.telegram.deliver("message", {"message_id": over.server.telegram.next_id(), **written})
    (late,) = await over.waits(1)
    over.person.write(QUESTION)
    _, in_time = await over.waits(2)
    assert late == f"{said}\n\n{in_time}"


def test_a_letter_that_has_waited_in_the_outbox_says_so_and_those_beside_it_do_not() -> None:
    work = Work("u1", (5, 1000.0))
    for kind, chat in (("notice", 42), ("answer", 5), ("answer", 5)):
        work.post(Letter("", chat, "sendMessage", {"chat_id": chat, "text": "x"}, kind=kind))
    assert [letter.asked for letter in work.letters] == [None, 1000.0, None]
    answer = work.letters[1]
    assert verdict.marked(answer, 1000.0 + verdict.LATE_SECONDS)["text"] == "x"
    assert verdict.marked(answer, 1001.0 + verdict.LATE_SECONDS)["text"].endswith(" ngày 01/01.\n\nx")


@pytest.mark.parametrize("outcome", [Unknown("cut"), Refused(502, "Bad Gateway", {})])
def test_a_letter_is_given_up_by_its_age_and_not_by_its_tries(outcome: Outcome) -> None:
    letter = Letter("u1.0", 5, "sendMessage", {"chat_id": 5, "text": "x"}, tries=500, made=0.0)
    assert verdict.judge(letter, outcome, verdict.GIVE_UP_SECONDS).fate is verdict.Fate.AGAIN
    assert verdict.judge(letter, outcome, verdict.GIVE_UP_SECONDS + 1).fate is verdict.Fate.DEAD
    assert verdict.judge(letter, NotSent("refused"), verdict.GIVE_UP_SECONDS * 9).fate is verdict.Fate.AGAIN


def test_the_pace_is_what_telegram_allows() -> None:
    limits, now, sent = Limits(30), 0.0, list[float]()
    while now < 10:
        wait = limits.wait(now)
        if wait == 0:
            limits.went(now)
            sent.append(now)
        now += max(wait, 0.001)
    assert all(later - earlier > 1.0 for earlier, later in zip(sent, sent[30:], strict=False))
    assert len(sent) >= 290
    group = Limits(30)
    times, now = list[float](), 0.0
    for _ in range(41):
        times.append(now)
        now = group.next_in(-5, now)
    assert all(later - earlier >= 60 for earlier, later in zip(times, times[20:], strict=False))
    assert Limits(30).next_in(5, 7.0) == 8.0
