"""Failures: a polite sentence to the person, details to the administrators, the token to nobody."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from telegram.error import BadRequest, InvalidToken, RetryAfter, TelegramError, TimedOut

from bot import words
from bot.__main__ import main
from bot.app import build_application, lay
from bot.console import LocalTelegram
from bot.console.people import Person
from bot.operation.logs import RedactingFormatter, redact, set_up_logging
from bot.operation.meters import Overheard
from bot.settings import BotSettings
from bot.telegram.wire import running
from knowledge.errors import DataMissing
from tests.bot.fake_library import FakeLibrary
from tests.bot.talk import talk_with

SECRET = "987654321:AAF-fake_token_for_tests_0123456789abcd"
ADMIN = 42


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything logged, down to DEBUG, as the bot would write it."""
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(RedactingFormatter("%(name)s %(message)s"))
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield out
    root.removeHandler(handler)
    root.setLevel(level)


async def test_a_failure_is_polite_and_admins_hear_details(tmp_path: Path, log: io.StringIO) -> None:
    settings = BotSettings(_env_file=None, messages_per_second=0, admin_ids=(ADMIN,), access="open")  # type: ignore[call-arg]
    telegram = LocalTelegram(SECRET)
    admin = Person.private(telegram, ADMIN, "Quản trị")
    library = FakeLibrary(failure=RuntimeError(f"<b>hỏng</b> & bot{SECRET}/x at /srv/secret.py"))
    async with talk_with(library, tmp_path, telegram, settings) as talk:
        texts = await talk.says("gửi báo cáo 6 tháng")
        person = [t for t, (_, m) in zip(texts, talk.shown, strict=True) if m["chat"]["id"] == talk.person.chat["id"]]
        told = [m["text"] for _, m in talk.shown if m["chat"]["id"] == admin.chat["id"]]
        assert person == [words.SORRY]
        assert len(told) == 1
        assert "RuntimeError: <b>hỏng</b> & bot<token>/x" in told[0]
        assert "fake_library.py:" in told[0]
        assert not talk.refused()
        library.failure = None
        assert "05/6" in (await talk.says("gửi báo cáo 6 tháng"))[0]
    assert "hỏng" in log.getvalue()
    assert SECRET not in log.getvalue()
    assert SECRET.split(":")[1] not in log.getvalue()


async def test_a_failure_behind_a_button_ends_the_waiting(tmp_path: Path) -> None:
    library = FakeLibrary()
    async with talk_with(library, tmp_path) as talk:
        await talk.says("gửi báo cáo 6 tháng")
        library.failure = RuntimeError("hỏng")
        assert await talk.presses("🏢 Xã An Bình") == []
        assert talk.notice() == words.SORRY


async def test_a_chat_that_blocked_the_bot_is_let_go(tmp_path: Path, log: io.StringIO) -> None:
    async with talk_with(FakeLibrary(), tmp_path) as talk:
        talk.telegram.journal.blocked.add(talk.person.chat["id"])
        assert await talk.says("gửi báo cáo 6 tháng") == []
        talk.telegram.journal.blocked.clear()
        assert await talk.says("gửi báo cáo 6 tháng")
    assert "could not be handled" not in log.getvalue()


async def test_a_flood_wait_is_kept_and_the_message_sent_again(tmp_path: Path) -> None:
    async with talk_with(FakeLibrary(), tmp_path) as talk:
        talk.telegram.refuse("sendMessage", 429, "Too Many Requests: retry after 1", retry_after=1)
        assert len(await talk.says("xin chào")) == 1


async def test_typing_never_fails_the_answer(tmp_path: Path) -> None:
    async with talk_with(FakeLibrary(), tmp_path) as talk:
        talk.telegram.refuse("sendChatAction", 400, "Bad Request: no", times=5)
        assert await talk.says("xin chào") == ["Chào bạn!"]


async def test_a_wrong_token_is_refused_as_by_telegram(log: io.StringIO) -> None:
    telegram = LocalTelegram("1234567890:another-token-that-is-the-right-one")
    application = build_application(BotSettings(_env_file=None), lambda: pytest.fail("opened"), SECRET, telegram)  # type: ignore[call-arg]
    with pytest.raises(InvalidToken):
        async with running(application, lay):
            pytest.fail("the bot ran with a wrong token")
    assert SECRET not in log.getvalue()


def test_nothing_is_opened_for_the_polling_that_the_wire_does_itself() -> None:
    application = build_application(BotSettings(_env_file=None), lambda: pytest.fail("opened"), SECRET)  # type: ignore[call-arg]
    first, second = application.bot._request
    assert first is second


async def test_a_library_that_cannot_open_ends_the_bot_cleanly() -> None:
    def open_resources() -> None:
        raise DataMissing("run `make ingest`")

    telegram = LocalTelegram()
    application = build_application(BotSettings(_env_file=None), open_resources, telegram.token, telegram)  # type: ignore[arg-type, call-arg]
    with pytest.raises(DataMissing):
        async with running(application, lay):
            pytest.fail("the bot ran without data")


async def test_shutdown_closes_the_library(tmp_path: Path) -> None:
    library = FakeLibrary()
    async with talk_with(library, tmp_path):
        assert not library.closed
    assert library.closed


def test_tracebacks_are_redacted_and_urls_not_logged(capsys: pytest.CaptureFixture[str]) -> None:
    root = logging.getLogger()
    before = root.handlers[:]
    try:
        set_up_logging()
        logging.getLogger("httpx").info("HTTP Request: POST https://api.telegram.org/bot%s/getMe", SECRET)
        logging.getLogger("httpx").warning("failed: https://api.telegram.org/bot%s/getMe", SECRET)
        with suppress(TelegramError):
            Overheard.parse_json_payload(b"<html>502 Bad Gateway</html>")
        try:
            raise InvalidToken(f"The token `{SECRET}` was rejected by the server.")
        except InvalidToken:
            logging.getLogger("bot").exception("stopped")
    finally:
        root.handlers[:] = before
    err = capsys.readouterr().err
    assert "getMe" in err
    assert "HTTP Request" not in err
    assert "was rejected" in err
    assert "502 Bad Gateway" not in err, "whoever called hears of it"
    assert SECRET not in err


@pytest.mark.parametrize(("token", "where"), [("", "console"), (SECRET, "telegram")])
def test_auto_takes_telegram_when_there_is_a_token(monkeypatch: pytest.MonkeyPatch, token: str, where: str) -> None:
    went: list[str] = []
    monkeypatch.setattr("bot.__main__._console", lambda _: went.append("console"))
    monkeypatch.setattr("bot.__main__._telegram", lambda _, **__: went.append("telegram"))
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", token)
    assert main(["--auto"]) == 0
    assert went == [where]


def test_trouble_from_outside_takes_a_line() -> None:
    def logged(error: Exception) -> str:
        record = logging.LogRecord("x", logging.ERROR, "x.py", 1, "failed", None, (type(error), error, None))
        return RedactingFormatter("%(message)s").format(record)

    assert logged(TimedOut("Timed out")) == "failed (TimedOut: Timed out)"
    assert "\n" not in logged(RetryAfter(3)), "as an inline query met it, which is answered at once or not at all"
    assert logged(BadRequest("Chat not found")).startswith("failed\ntelegram.error.BadRequest")


@pytest.mark.parametrize("colon", [":", "%3A", "%3a", "%253A"])
def test_a_token_is_blotted_out_however_it_is_written(colon: str) -> None:
    assert redact(f"bot{SECRET.replace(':', colon)}/getMe") == "bot<token>/getMe"


def test_a_log_file_is_its_owners_own(tmp_path: Path) -> None:
    root = logging.getLogger()
    before = root.handlers[:]
    try:
        set_up_logging(logging.WARNING, tmp_path / "console.log")
        logging.getLogger("bot").error("a question stands here")
    finally:
        root.handlers[:] = before
    assert (tmp_path / "console.log").stat().st_mode & 0o777 == 0o600


def test_redact() -> None:
    assert redact("ngày 12:30 và mục 3:1") == "ngày 12:30 và mục 3:1"
