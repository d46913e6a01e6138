"""The limits of the Bot API, checked before a call takes effect: https://core.telegram.org/bots/api."""

from __future__ import annotations

import re
from typing import Any

from bot.console.markup import MarkupError, parse_html, utf16_length

MESSAGE = 4096
CAPTION = 1024
PHOTO_BYTES = 10 * 1024 * 1024
PHOTO_SIDES = 10_000
CALLBACK_TEXT = 200
CALLBACK_DATA = 64
BUTTONS = 100
BUTTONS_IN_ROW = 8
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_ACTIONS = ("callback_data", "url", "switch_inline_query", "switch_inline_query_current_chat", "web_app", "copy_text")


class ApiError(Exception):
    """A refusal of the Bot API: HTTP status, its description, and response parameters such as retry_after."""

    def __init__(self, code: int, description: str, parameters: dict[str, int] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad_request(description: str) -> ApiError:
    """Return the usual refusal."""
    return ApiError(400, f"Bad Request: {description}")


def formatted(raw: str, parse_mode: str | None, limit: int = MESSAGE) -> tuple[str, list[dict[str, Any]]]:
    """Return the visible text and entities of an outgoing text of 1 to `limit` characters after parsing."""
    if parse_mode not in (None, "HTML"):
        raise bad_request("unsupported parse_mode")
    try:
        text, entities = parse_html(raw) if parse_mode else (raw.strip(), [])
    except MarkupError as error:
        raise bad_request(f"can't parse entities: {error}") from error
    if not text.strip("\u200b\u2060\ufeff \n\t"):
        raise bad_request("message text is empty")
    if utf16_length(text) > limit:
        raise bad_request("message is too long")
    return text, entities


def png_size(data: bytes) -> tuple[int, int]:
    """Return width and height of a picture; refuse what is no PNG, and one that Telegram would not show as a photo."""
    if not data.startswith(b"\x89PNG\r\n\x1a\n"):
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    if len(data) > PHOTO_BYTES or width + height > PHOTO_SIDES or not width * height:
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return width, height


def check_keyboard(markup: dict[str, Any] | None) -> None:
    """Refuse an inline keyboard that Telegram would not accept."""
    rows = (markup or {}).get("inline_keyboard") or []
    if sum(map(len, rows)) > BUTTONS or any(len(row) > BUTTONS_IN_ROW for row in rows):
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    for button in (button for row in rows for button in row):
        _check_button(button)


def _check_button(button: dict[str, Any]) -> None:
    if not str(button.get("text", "")).strip():
        raise bad_request("can't parse inline keyboard button: text is empty")
    if sum(name in button for name in _ACTIONS) != 1:
        raise bad_request("can't parse inline keyboard button: exactly one action is needed")
    data = button.get("callback_data")
    if data is not None and not 1 <= len(data.encode()) <= CALLBACK_DATA:
        raise bad_request("BUTTON_DATA_INVALID")


def check_callback_text(text: str) -> None:
    """Refuse a callback answer that is too long."""
    if utf16_length(text) > CALLBACK_TEXT:
        raise bad_request("MESSAGE_TOO_LONG")


def check_commands(commands: list[dict[str, str]]) -> None:
    """Refuse a command menu with bad names, bad descriptions or more than 100 entries."""
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not _COMMAND.fullmatch(command.get("command", "")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= utf16_length(command.get("description", "")) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
