"""What the Bot API takes and refuses, checked before a call takes effect: https://core.telegram.org/bots/api."""

from __future__ import annotations

import html
import mimetypes
import re
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from knowledge.patterns import later

MESSAGE = 4096
CAPTION = 1024
PHOTO_BYTES = 10 * 1024 * 1024
PHOTO_SIDES = 10_000
CALLBACK_TEXT = 200
CALLBACK_DATA = 64
BUTTONS = 100
BUTTONS_IN_ROW = 8
_COMMAND = later(r"[a-z0-9_]{1,32}")
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


# ------------------------------------------------------------------------------------------------------- inline results

JSON = dict[str, Any]
RESULTS = 50
QUERY = 256
"""Telegram's apps cut a longer query."""
_START = later(r"[A-Za-z0-9_-]{1,64}")


def results_of(parameters: JSON) -> list[JSON]:
    """Return the articles of `answerInlineQuery` with their messages parsed. Raises ApiError where Telegram refuses."""
    results = parameters.get("results") or []
    names = [str(result.get("id", "")) for result in results]
    if len(results) > RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    if len(set(names)) != len(names) or any(not 1 <= len(name.encode()) <= 64 for name in names):
        raise bad_request("RESULT_ID_INVALID")
    return [_article(result) for result in results]


def button_of(parameters: JSON) -> JSON | None:
    """Return the button above the results. Raises ApiError where Telegram refuses."""
    button: JSON | None = parameters.get("button")
    if button is None:
        return None
    if not str(button.get("text", "")).strip() or ("web_app" in button) == ("start_parameter" in button):
        raise bad_request("BUTTON_INVALID")
    if "start_parameter" in button and not _START.fullmatch(str(button["start_parameter"])):
        raise bad_request("START_PARAM_INVALID")
    return button


def _article(result: JSON) -> JSON:
    if result.get("type") != "article":
        raise bad_request("only articles are known here")
    if not str(result.get("title", "")).strip():
        raise bad_request("ARTICLE_TITLE_EMPTY")
    content = result.get("input_message_content") or {}
    text, entities = formatted(str(content.get("message_text", "")), content.get("parse_mode"))
    check_keyboard(result.get("reply_markup"))
    description = str(result.get("description", ""))
    return {"id": result["id"], "title": result["title"], "description": description,
            "text": text, "entities": entities}  # fmt: skip


# ---------------------------------------------------------------------------------------------------------------- polls

QUESTION = 300
OPTION = 100
OPTIONS = range(2, 13)
EXPLANATION = 200
EXPLANATION_LINES = 2


def poll_of(parameters: JSON, poll_id: str) -> JSON:
    """Return the poll that the parameters of `sendPoll` make. Raises ApiError where Telegram refuses."""
    question = str(parameters.get("question", "")).strip()
    options = [_option(option) for option in parameters.get("options") or []]
    kind = parameters.get("type", "regular")
    if not 1 <= utf16_length(question) <= QUESTION:
        raise bad_request("poll question length must be 1-300")
    if len(options) not in OPTIONS:
        raise bad_request("poll must have 2-12 options")
    if len(set(options)) != len(options):
        raise bad_request("POLL_OPTION_DUPLICATE")
    poll: JSON = {
        "id": poll_id, "question": question, "total_voter_count": 0, "is_closed": False, "type": kind,
        "is_anonymous": parameters.get("is_anonymous", True), "allows_multiple_answers": False,
        "allows_revoting": False, "members_only": False,
        "options": [{"text": text, "voter_count": 0, "persistent_id": str(i)} for i, text in enumerate(options)],
    }  # fmt: skip
    if kind == "quiz":
        poll |= _quiz_part(parameters, len(options))
    elif kind != "regular":
        raise bad_request("wrong poll type")
    return poll


def vote(poll: JSON, option: int) -> None:
    """Count a vote. Raises ApiError for an option that is not there."""
    if not 0 <= option < len(poll["options"]):
        raise ApiError(400, "Bad Request: OPTION_INVALID")
    poll["options"][option]["voter_count"] += 1
    poll["total_voter_count"] += 1


def _option(option: Any) -> str:
    text = str(option.get("text", "") if isinstance(option, dict) else option).strip()
    if not 1 <= utf16_length(text) <= OPTION:
        raise bad_request("poll options length must be 1-100")
    return text


def _quiz_part(parameters: JSON, count: int) -> JSON:
    correct = parameters.get("correct_option_ids") or []
    if not correct or any(not isinstance(index, int) or not 0 <= index < count for index in correct):
        raise bad_request("QUIZ_CORRECT_ANSWER_INVALID")
    explanation = str(parameters.get("explanation", ""))
    if utf16_length(explanation) > EXPLANATION or explanation.count("\n") > EXPLANATION_LINES:
        raise bad_request("message is too long")
    return {"correct_option_ids": correct, "explanation": explanation}


# ---------------------------------------------------------------------------------------------------------------- files

DOWNLOAD = 20_000_000
"""Largest file in bytes that a bot may download."""
_SEND = later(r"\s*/gui(?:\s+|$)", re.IGNORECASE)
_FILE_URL = later(r"/file/bot(?P<token>[^/]+)/(?P<path>.+)$")


def path_typed(line: str) -> Path | None:
    """Return the file that a line of the terminal sends: "/gui PATH", or the path of a file dragged onto the window.

    "/gui" names one whether or not it is there; None when the line is something else.
    """
    asked = _SEND.match(line)
    typed = line[asked.end() :] if asked else line.strip()
    path = Path(_unquoted(typed.strip()))
    with suppress(OSError, ValueError, RuntimeError):  # a question is longer than any name, or names no one's home
        path = path.expanduser()
        if not asked and path.is_absolute() and path.is_file():
            return path
    return path if asked else None


def _unquoted(typed: str) -> str:
    """Take off the quotation marks or backslashes with which terminals paste a path."""
    if len(typed) > 1 and typed[0] == typed[-1] and typed[0] in "'\"":
        return typed[1:-1]
    return re.sub(r"\\(.)", r"\1", typed)


def document_of(key: str, name: str | None, size: int) -> dict[str, Any]:
    """Return the document of a message, as Telegram describes it."""
    kind = mimetypes.guess_type(name or "")[0] or "application/octet-stream"
    named = {} if name is None else {"file_name": name}
    return {"file_id": key, "file_unique_id": key, "file_size": size, "mime_type": kind, **named}


def file_of(key: str, files: dict[str, bytes]) -> dict[str, Any]:
    """Return what getFile answers, or refuse as Telegram does."""
    data = files.get(key)
    if data is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(data) > DOWNLOAD:
        raise bad_request("file is too big")
    return {"file_id": key, "file_unique_id": key, "file_size": len(data), "file_path": f"documents/{key}"}


def is_download(url: str) -> bool:
    """Tell whether a request is for the content of a file."""
    return _FILE_URL.search(url) is not None


def content_of(url: str, token: str, files: dict[str, bytes]) -> bytes:
    """Return what stands behind a file's address. Raises ApiError."""
    match = _FILE_URL.search(url)
    if match is None or unquote(match["token"]) != token:
        raise ApiError(401, "Unauthorized")
    data = files.get(unquote(match["path"]).removeprefix("documents/"))
    if data is None:
        raise ApiError(404, "Not Found")
    return data


# -------------------------------------------------------------------------- Telegram's HTML, parsed as the Bot API does

_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
}
_ATTRIBUTES = {"a": later(r'href="([^"<>]*)"'), "blockquote": later(r"expandable"), "code": later(r".*")}
_TOKEN = later(
    r"<(?P<close>/?)(?P<tag>[a-zA-Z-]+)(?P<attributes>\s[^<>]*)?>"  # a whole tag
    r"|(?P<stray><)"  # "<" that opens no tag
    r"|(?P<entity>&(?:lt|gt|amp|quot|\#\d{1,7}|\#x[0-9a-fA-F]{1,6});)"  # the only entities Telegram knows
    r"|(?P<ampersand>&)"  # "&" that should have been "&amp;"
    r"|(?P<text>[^<&]+)"
)


class MarkupError(ValueError):
    """The text is not Telegram HTML; the message is the Bot API's own wording."""


def utf16_length(text: str) -> int:
    """Return the length of `text` in UTF-16 code units, the unit of the Bot API's offsets and limits."""
    return len(text) + sum(ord(char) > 0xFFFF for char in text)


@dataclass
class _Reader:
    """State of one pass: text so far, entities, and the tags that are still open (name, entity)."""

    text: str = ""
    length: int = 0
    entities: list[dict[str, Any]] = field(default_factory=list)
    open: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def add(self, text: str) -> None:
        self.text += text
        self.length += utf16_length(text)

    def start(self, tag: str, attributes: str, offset: int) -> None:
        if tag not in _TAGS or not _allowed(tag, attributes):
            raise MarkupError(f'Unsupported start tag "{tag}" at byte offset {offset}')
        kind = "expandable_blockquote" if attributes.strip() == "expandable" else _TAGS[tag]
        entity: dict[str, Any] = {"type": kind, "offset": self.length, "length": 0}
        if tag == "a":
            entity["url"] = html.unescape(attributes.strip()[6:-1])
        self.open.append((tag, entity))

    def end(self, tag: str, offset: int) -> None:
        if not self.open:
            raise MarkupError(f"Unexpected end tag at byte offset {offset}")
        expected, entity = self.open.pop()
        if expected != tag:
            raise MarkupError(f'Unmatched end tag at byte offset {offset}, expected "</{expected}>", found "</{tag}>"')
        entity["length"] = self.length - entity["offset"]
        if entity["length"]:
            self.entities.append(entity)


def parse_html(source: str) -> tuple[str, list[dict[str, Any]]]:
    """Return the visible text and its entities (offsets in UTF-16 units).

    Raises MarkupError where Telegram answers "can't parse entities", and for a bare "&", which the Bot API's
    documentation forbids and Telegram forgives: what is not escaped here would one day be read as an entity.
    """
    reader = _Reader()
    for token in _TOKEN.finditer(source):
        offset = len(source[: token.start()].encode())
        if token["text"]:
            reader.add(token["text"])
        elif token["entity"]:
            reader.add(html.unescape(token["entity"]))
        elif token["tag"]:
            name = token["tag"].lower()
            reader.end(name, offset) if token["close"] else reader.start(name, token["attributes"] or "", offset)
        else:
            raise MarkupError(f'Unescaped "{token[0]}" at byte offset {offset}')
    if reader.open:
        raise MarkupError(f'Can\'t find end tag corresponding to start tag "{reader.open[-1][0]}"')
    return _trimmed(reader.text, sorted(reader.entities, key=lambda e: (e["offset"], -e["length"])))


def _allowed(tag: str, attributes: str) -> bool:
    pattern = _ATTRIBUTES.get(tag)
    if tag == "a":
        return bool(pattern and pattern.fullmatch(attributes.strip()))
    return not attributes.strip() or bool(pattern and pattern.fullmatch(attributes.strip()))


def _trimmed(text: str, entities: list[dict[str, Any]]) -> tuple[str, list[dict[str, Any]]]:
    """Take white space off both ends, as Telegram does, and move the entities along."""
    cut = utf16_length(text) - utf16_length(text.lstrip())
    stripped = text.strip()
    total = utf16_length(stripped)
    kept = []
    for entity in entities:
        start = max(0, entity["offset"] - cut)
        end = min(total, entity["offset"] - cut + entity["length"])
        if end > start:
            kept.append({**entity, "offset": start, "length": end - start})
    return stripped, kept
