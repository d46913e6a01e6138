"""The in-process Bot API refuses what Telegram refuses."""

from __future__ import annotations

import pytest
from telegram import (
    Bot,
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputFile,
    InputTextMessageContent,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, EndPointNotFound, Forbidden, InvalidToken, RetryAfter
from telegram.request import RequestData

from bot.console import LocalTelegram
from bot.console.limits import ApiError, MarkupError, check_keyboard, parse_html
from bot.console.people import Person, entities_of


@pytest.fixture
async def bot() -> Bot:
    telegram = LocalTelegram()
    Person.private(telegram, 1)
    bot = Bot(telegram.token, request=telegram, get_updates_request=telegram)
    await bot.initialize()
    return bot


def keyboard(*labels: str, data: str = "x") -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=data)] for label in labels])


@pytest.mark.parametrize("text", ["a" * 4097, "🙂" * 2049])
async def test_message_too_long(bot: Bot, text: str) -> None:
    with pytest.raises(BadRequest, match=r"(?i)message is too long"):
        await bot.send_message(1, text)


@pytest.mark.parametrize("text", ["a" * 4096, "🙂" * 2048])
async def test_message_of_the_greatest_length(bot: Bot, text: str) -> None:
    message = await bot.send_message(1, f"<b>{text}</b>", parse_mode=ParseMode.HTML)
    assert message.text == text


@pytest.mark.parametrize("text", [" ", "\n\n", "<b></b>", "<i> </i>", "\u200b"])
async def test_empty_message(bot: Bot, text: str) -> None:
    with pytest.raises(BadRequest, match="empty"):
        await bot.send_message(1, text, parse_mode=ParseMode.HTML)


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<b>a", "Can't find end tag"),
        ("a</b>", "Unexpected end tag"),
        ("<b><i>a</b></i>", "Unmatched end tag"),
        ("<p>a</p>", "Unsupported start tag"),
        ("<b class='x'>a</b>", "Unsupported start tag"),
        ("<a>a</a>", "Unsupported start tag"),
        ("1 < 2", "Unescaped"),
        ("<", "Unescaped"),
        ("a & b", "Unescaped"),
        ("&nbsp;", "Unescaped"),
    ],
)
async def test_bad_html(bot: Bot, html: str, reason: str) -> None:
    with pytest.raises(BadRequest, match=rf"(?i)can't parse entities: {reason}"):
        await bot.send_message(1, html, parse_mode=ParseMode.HTML)
    with pytest.raises(MarkupError):
        parse_html(html)


def test_good_html() -> None:
    text, entities = parse_html(
        '  🙂 <b>đậm <u>&lt;kép&gt;</u></b> &amp; <a href="https://x.vn/?a=1&amp;b=2">đây</a>\n'
    )
    assert text == "🙂 đậm <kép> & đây"
    assert entities == [
        {"type": "bold", "offset": 3, "length": 9},
        {"type": "underline", "offset": 7, "length": 5},
        {"type": "text_link", "offset": 15, "length": 3, "url": "https://x.vn/?a=1&b=2"},
    ]


@pytest.mark.parametrize("data", ["a" * 65, "ạ" * 22])
async def test_callback_data_is_counted_in_bytes(bot: Bot, data: str) -> None:
    with pytest.raises(BadRequest, match=r"(?i)button_data_invalid"):
        await bot.send_message(1, "a", reply_markup=keyboard("a", data=data))


async def test_keyboards(bot: Bot) -> None:
    with pytest.raises(BadRequest):
        await bot.send_message(1, "a", reply_markup=keyboard(*["a"] * 101))
    with pytest.raises(BadRequest):
        await bot.send_message(1, "a", reply_markup=keyboard(" "))
    with pytest.raises(ApiError):
        check_keyboard({"inline_keyboard": [[{"text": "a", "callback_data": "x"}] * 9]})
    with pytest.raises(ApiError):
        check_keyboard({"inline_keyboard": [[{"text": "a"}]]})


async def test_edits(bot: Bot) -> None:
    sent = await bot.send_message(1, "<b>a</b>", parse_mode=ParseMode.HTML, reply_markup=keyboard("a"))
    number = sent.message_id
    with pytest.raises(BadRequest, match="not modified"):
        await bot.edit_message_text("<b>a</b>", 1, number, parse_mode=ParseMode.HTML, reply_markup=keyboard("a"))
    edited = await bot.edit_message_text("a", 1, number)
    assert not isinstance(edited, bool)
    assert edited.reply_markup is None
    with pytest.raises(BadRequest, match="not found"):
        await bot.edit_message_text("a", chat_id=1, message_id=999)
    await bot.delete_message(1, sent.message_id)
    with pytest.raises(BadRequest, match="not found"):
        await bot.delete_message(1, sent.message_id)


async def test_a_persons_message_cannot_be_edited(bot: Bot) -> None:
    telegram = bot.request
    assert isinstance(telegram, LocalTelegram)
    number = Person.private(telegram, 1).write("a")
    with pytest.raises(BadRequest, match="can't be edited"):
        await bot.edit_message_text("b", chat_id=1, message_id=number)


async def test_unknown_chat_and_blocked_bot(bot: Bot) -> None:
    with pytest.raises(BadRequest, match=r"(?i)chat not found"):
        await bot.send_message(2, "a")
    assert isinstance(bot.request, LocalTelegram)
    bot.request.journal.blocked.add(1)
    with pytest.raises(Forbidden):
        await bot.send_message(1, "a")


async def test_replies(bot: Bot) -> None:
    with pytest.raises(BadRequest, match="replied not found"):
        await bot.send_message(1, "a", reply_to_message_id=99)
    message = await bot.send_message(1, "a", reply_to_message_id=99, allow_sending_without_reply=True)
    assert message.reply_to_message is None


async def test_callback_answers(bot: Bot) -> None:
    with pytest.raises(BadRequest, match=r"(?i)query is too old"):
        await bot.answer_callback_query("none", "a")
    with pytest.raises(BadRequest):
        await bot.answer_callback_query("none", "a" * 201)


async def test_commands(bot: Bot) -> None:
    await bot.set_my_commands([BotCommand("donvi", "Chọn đơn vị")])
    assert [command.command for command in await bot.get_my_commands()] == ["donvi"]
    for bad in (BotCommand("ĐơnVị", "x"), BotCommand("a" * 33, "x"), BotCommand("a", "x" * 257), BotCommand("a", "")):
        with pytest.raises(BadRequest):
            await bot.set_my_commands([bad])


async def test_documents_travel_as_multipart(bot: Bot) -> None:
    message = await bot.send_document(
        1, InputFile("nội dung".encode(), "hạn.ics"), caption="<i>a</i>", parse_mode="HTML"
    )
    assert message.document is not None
    assert message.document.file_name == "hạn.ics"
    assert message.caption == "a"
    assert isinstance(bot.request, LocalTelegram)
    assert bot.request.journal.documents[message.document.file_id] == "nội dung".encode()
    with pytest.raises(BadRequest, match="too long"):
        await bot.send_document(1, InputFile(b"x", "a.txt"), caption="a" * 1025)


async def test_photos_are_pictures(bot: Bot) -> None:
    with pytest.raises(BadRequest, match=r"(?i)image_process_failed"):
        await bot.send_photo(1, b"no picture")
    flat = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (9000).to_bytes(4, "big") + (2000).to_bytes(4, "big")
    with pytest.raises(BadRequest, match=r"(?i)photo_invalid_dimensions"):
        await bot.send_photo(1, flat)


def result(**fields: str) -> InlineQueryResultArticle:
    named = {"id": "1", "title": "a", **fields}
    return InlineQueryResultArticle(
        named["id"], named["title"], InputTextMessageContent(named.get("text", "a"), "HTML")
    )


@pytest.mark.parametrize(
    "results",
    [
        [result(), result()],
        [result(id="ạ" * 22)],
        [result(title=" ")],
        [result(text="<b>")],
        [result(text="a" * 4097)],
        [result(id=str(number)) for number in range(51)],
    ],
)
async def test_inline_results_that_telegram_refuses(bot: Bot, results: list[InlineQueryResultArticle]) -> None:
    assert isinstance(bot.request, LocalTelegram)
    query = Person.private(bot.request, 1).inquire("a")
    with pytest.raises(BadRequest):
        await bot.answer_inline_query(query, results)
    with pytest.raises(BadRequest):
        await bot.answer_inline_query(query, [], button=InlineQueryResultsButton("a", start_parameter="có dấu"))
    assert await bot.answer_inline_query(query, [result(id="a" * 64)], current_offset="")
    with pytest.raises(BadRequest, match=r"(?i)query is too old"):
        await bot.answer_inline_query(query, [])


async def test_unknown_methods_and_tokens(bot: Bot) -> None:
    with pytest.raises(EndPointNotFound):
        await bot.do_api_request("makeCoffee")
    with pytest.raises(InvalidToken):
        await Bot("1234567890:wrong-token-wrong-token-wrong-token", request=bot.request).get_me()


async def test_refusals_on_demand(bot: Bot) -> None:
    assert isinstance(bot.request, LocalTelegram)
    bot.request.refuse("sendMessage", 429, "Too Many Requests", retry_after=7)
    with pytest.raises(RetryAfter):
        await bot.send_message(1, "a")
    assert await bot.send_message(1, "a")


async def test_updates_are_confirmed_by_offset_and_filtered_by_kind(bot: Bot) -> None:
    telegram = bot.request
    assert isinstance(telegram, LocalTelegram)
    person = Person.private(telegram, 1)
    number = person.write("một")
    assert [u.effective_message.text for u in await bot.get_updates() if u.effective_message] == ["một"]
    (again,) = await bot.get_updates(allowed_updates=["callback_query"])
    person.edit(number, "hai")
    assert await bot.get_updates(offset=again.update_id + 1) == ()


async def test_an_answer_without_parameters_is_an_answer() -> None:
    telegram = LocalTelegram()
    status, _ = await telegram.do_request(
        f"https://api.telegram.org/bot{telegram.token}/sendMessage", "POST", RequestData()
    )
    assert status == 400


def test_entities_of_a_persons_text() -> None:
    kinds = [(e["type"], e["offset"], e["length"]) for e in entities_of("🙂 /lenh@a_bot rồi @ban, a@b.vn và/hoặc")]
    assert kinds == [("bot_command", 3, 11), ("mention", 19, 4)]
