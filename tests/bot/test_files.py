"""Files that a person sends: typed in the terminal, downloaded over the in-process Bot API."""

from __future__ import annotations

from pathlib import Path

import pytest
from telegram import Bot, BotCommand, BotCommandScopeChat
from telegram.error import BadRequest, TelegramError

from bot import words as bot_words
from bot.console import LocalTelegram
from bot.console.limits import DOWNLOAD, path_typed
from bot.console.people import Person
from bot.publishing import words
from bot.publishing.screens import warning_lines
from knowledge.errors import Fault
from knowledge.ingestion import derive
from knowledge.readers import read_data
from tests.bot.sent_plans import plan
from tests.bot.test_program import chat


@pytest.fixture
def telegram() -> LocalTelegram:
    return LocalTelegram()


@pytest.fixture
async def bot(telegram: LocalTelegram) -> Bot:
    bot = Bot(telegram.token, request=telegram, get_updates_request=telegram)
    await bot.initialize()
    return bot


@pytest.mark.parametrize("shape", ["{}", "  {}  ", "'{}'", '"{}"', "/gui {}", "/GUI '{}'", "/gui   {}"])
@pytest.mark.parametrize("name", ["ke-hoach.txt", "Kế hoạch 2026.txt", "it's.txt"])
def test_a_path_is_taken_as_terminals_paste_it(tmp_path: Path, shape: str, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(plan())
    assert path_typed(shape.format(path)) == path
    assert path_typed("/gui " + str(path).replace(" ", "\\ ").replace("'", "\\'")) == path


@pytest.mark.parametrize(
    "line", ["khi nào nộp báo cáo?", "/han", "/guitar", "~ai đó", "/", "''", "\\", "a" * 5000, "/x\0y", "@bot hỏi", "~"]
)
def test_anything_else_is_no_path(line: str) -> None:
    assert path_typed(line) is None


def test_the_command_names_a_file_whether_or_not_it_is_there() -> None:
    assert path_typed("/gui") == Path()
    assert path_typed("/gui nowhere.txt") == Path("nowhere.txt")
    assert path_typed("/gui ~nobody-of-that-name/x.txt") is not None


async def test_a_file_is_downloaded_as_it_was_sent(telegram: LocalTelegram, bot: Bot) -> None:
    lan = Person.private(telegram, 1)
    lan.send_file("kế hoạch.txt", plan())
    document = telegram.journal.updates[-1]["message"]["document"]
    assert (document["file_name"], document["file_size"]) == ("kế hoạch.txt", len(plan()))
    file = await bot.get_file(document["file_id"])
    assert bytes(await file.download_as_bytearray()) == plan()
    with pytest.raises(BadRequest, match=r"(?i)wrong file_id"):
        await bot.get_file("none")
    telegram.journal.documents[document["file_id"]] = b"a" * (DOWNLOAD + 1)
    with pytest.raises(BadRequest, match=r"(?i)file is too big"):
        await bot.get_file(document["file_id"])
    telegram.journal.documents.clear()
    with pytest.raises(TelegramError, match=r"(?i)not found"):
        await file.download_as_bytearray()


async def test_a_chat_has_commands_of_its_own(telegram: LocalTelegram, bot: Bot) -> None:
    with pytest.raises(BadRequest, match=r"(?i)chat not found"):
        await bot.set_my_commands([BotCommand("a", "x")], BotCommandScopeChat(1))
    Person.private(telegram, 1)
    await bot.set_my_commands([BotCommand("a", "x")], BotCommandScopeChat(1))
    assert [command.command for command in await bot.get_my_commands()] == []
    assert telegram.journal.menus == {1: [{"command": "a", "description": "x"}]}


def test_what_is_too_large_to_download_is_not_even_read(telegram: LocalTelegram, tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(DOWNLOAD + 1)
    assert Person.private(telegram, 1).send_path(path)
    assert telegram.journal.documents == {}
    assert not Person.private(telegram, 1).send_path(tmp_path)


def test_the_console_sends_files(tmp_path: Path) -> None:
    (tmp_path / "a.exe").write_bytes(b"x")
    (tmp_path / "a.txt").write_bytes(plan())
    lines = f"/gui nothing.txt\n/gui\n/gui a.exe\n{tmp_path}/a.txt\n"
    missing, kind, taken = chat(tmp_path, lines)
    missing, _, which = missing.strip().partition("\n")
    assert which.strip() == bot_words.CONSOLE_WHICH_FILE
    assert missing.strip() == bot_words.CONSOLE_NO_FILE.format(path="nothing.txt")
    assert kind.strip() == words.UPLOAD_FAULTS["kind"].format(kinds=".txt")
    assert taken.strip() == words.UPLOAD_FAULTS["other"]


@pytest.mark.parametrize(
    ("warning", "shown"),
    [
        ("page 2 was read from a picture, 96 % sure", "trang 2 là ảnh quét, tôi đọc chắc khoảng 96%"),
        ("page 2, 54 % sure: “Ð0i mới”", "trang 2 có dòng đọc chưa chắc (54%): “Ð0i mới”"),
        ("“HI.” was taken for “III.” by its place", "trong ảnh đọc ra “HI.”, tôi hiểu là “III.” theo thứ tự"),
        ("text in an old font (TCVN3) was not converted; x", "có đoạn gõ bằng phông chữ cũ, tôi chưa chuyển được mã"),
        ("read as VNI, converted to Unicode; x", "tệp dùng bảng mã VNI, tôi đã chuyển sang Unicode"),
    ],
)
def test_what_a_reader_doubts_is_told_in_vietnamese(warning: str, shown: str) -> None:
    assert warning_lines([warning]) == [shown]


def test_every_fault_of_a_file_has_vietnamese_words() -> None:
    assert {fault.value for fault in Fault} == set(words.UPLOAD_FAULTS)


@pytest.mark.parametrize(
    "extra",
    [
        "",
        "5. Gửi trước ngày 30/02/2026 và ngày 31/6.",
        "a) Một.\n\nc) Hai.\n\nIII. HAI\n\nV. BA",
        "3. Theo Nghị định¹ này.\n\n² Nghị định số 1/2020/NĐ-CP.\n\n[4] Một chú thích.",
    ],
)
def test_every_warning_has_vietnamese_words(extra: str) -> None:
    entry = derive(read_data(Path("a.txt"), plan(extra=extra)), 900)
    bare = derive(read_data(Path("a.txt"), b"K\xe1\xba\xbe HO\xe1\xba\xa0CH\n\nS\xe1\xbb\x91: /KH-UBND\n"), 900)
    for stored in (entry.stored, bare.stored):
        lines = warning_lines(stored.plan.warnings)
        assert lines
        assert words.UPLOAD_WARNING_OTHER not in lines
    assert warning_lines(["something new", "something else"]) == [words.UPLOAD_WARNING_OTHER]
