"""A Bot API inside this process, and the terminal that talks through it.

Here: `LocalTelegram`, a `telegram.request.BaseRequest` that answers Bot API calls itself, as strictly as Telegram does.

    limits.py    what the Bot API takes: lengths, markup, buttons, commands, polls, files, inline results
    people.py    what a person does: writes, edits, presses, sends a sticker -> an Update
    terminal.py  `python -m bot --console`: standard input -> people -> the Application -> readable lines

The terminal and the tests run the very same Application as Telegram does; only the wire is replaced.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from telegram.request import BaseRequest, RequestData

from bot.console import limits
from bot.console.limits import ApiError, bad_request, button_of, results_of

JSON = dict[str, Any]
TOKEN = "1234567890:" + "in-process-bot-api-no-secret-here"
"""Shaped like a token so that the library accepts it; it opens nothing."""
Event = tuple[str, JSON]
"""What a person sees happen: ("sent" | "edited" | "deleted", message), ("notice", callback answer) or ("inline",
{"query", "results", "button"})."""


@dataclass(frozen=True)
class Call:
    """One call that the bot made: the method, its parameters as Telegram gets them, and how it ended."""

    method: str
    parameters: dict[str, str]
    code: int


@dataclass
class _Refusal:
    method: str
    error: ApiError
    times: int


@dataclass
class Journal:
    """Everything the server keeps: chats, messages by (chat, id), updates to deliver, calls, events; menus: commands
    of single chats."""

    chats: dict[int, JSON] = field(default_factory=dict)
    messages: dict[tuple[int, int], JSON] = field(default_factory=dict)
    updates: list[JSON] = field(default_factory=list)
    queries: dict[str, JSON] = field(default_factory=dict)
    commands: list[JSON] = field(default_factory=list)
    menus: dict[int, list[JSON]] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    blocked: set[int] = field(default_factory=set)
    documents: dict[str, bytes] = field(default_factory=dict)


class LocalTelegram(BaseRequest):
    """A Telegram of one bot. Give it to `ApplicationBuilder.request` and `.get_updates_request`.

    token: the only one accepted; any other is answered with 401, as Telegram does. inline: the owner has switched
    inline mode on with @BotFather. after: the number after which those of messages and updates begin; a bot knows
    again which updates it has handled.
    """

    def __init__(
        self, token: str = TOKEN, username: str = "so_tay_dan_van_bot", *, inline: bool = True, after: int = 0
    ) -> None:
        self.token = token
        self.me: JSON = {"id": 1234567890, "is_bot": True, "first_name": "Sổ tay Dân vận", "username": username}
        self.journal = Journal()
        self._next_id = after
        self._allowed: list[str] | None = None
        self._refusals: list[_Refusal] = []
        self._losses: dict[str, int] = {}
        self._arrival = asyncio.Event()
        self._progress = asyncio.Condition()
        self._methods: dict[str, Callable[[JSON], Any]] = {
            "getme": lambda _: {**self.me, "can_join_groups": True, "can_read_all_group_messages": False,
                                "supports_inline_queries": inline},
            "sendmessage": self._send_message,
            "senddocument": self._send_document,
            "sendphoto": self._send_photo,
            "getfile": lambda p: limits.file_of(str(p.get("file_id")), self.journal.documents),
            "sendpoll": self._send_poll,
            "editmessagetext": self._edit_text,
            "editmessagereplymarkup": self._edit_markup,
            "deletemessage": self._delete_message,
            "answercallbackquery": self._answer_query,
            "answerinlinequery": self._answer_inline,
            "sendchataction": self._chat_action,
            "setmycommands": self._set_commands,
            "getmycommands": lambda _: self.journal.commands,
            "deletewebhook": lambda _: True,
            "getchat": lambda p: self._chat(p),
        }  # fmt: skip

    # ------------------------------------------------------------------------------------------ the wire

    @property
    def read_timeout(self) -> float | None:
        """Seconds that a call may take."""
        return 10

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self,
        url: str,
        method: str,  # noqa: ARG002 - every Bot API call is a POST here
        request_data: RequestData | None = None,
        read_timeout: object = None,  # noqa: ARG002 - nothing here takes long
        write_timeout: object = None,  # noqa: ARG002
        connect_timeout: object = None,  # noqa: ARG002
        pool_timeout: object = None,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        """Answer one call with (HTTP status, JSON body), never raising: a refusal is an answer."""
        if limits.is_download(url):
            return self._download(url)
        token, _, name = url.rpartition("/bot")[2].rpartition("/")
        fields = dict(request_data.json_parameters) if request_data else {}
        uploads = dict(request_data.multipart_data) if request_data and request_data.contains_files else {}
        try:
            self._refuse_if_told(name)
            result = await self._dispatch(token, name, _decoded(fields) | {"files": uploads})
            code, body = 200, {"ok": True, "result": result}
        except ApiError as error:
            code, body = error.code, {"ok": False, "error_code": error.code, "description": error.description}
            if error.parameters:
                body["parameters"] = error.parameters
        if name != "getUpdates":
            self.journal.calls.append(Call(name, fields, code))
        if code == 200 and self._losses.get(name.lower(), 0) > 0:
            self._losses[name.lower()] -= 1
            return code, b""
        return code, json.dumps(body).encode()

    def _download(self, url: str) -> tuple[int, bytes]:
        """Answer a request for a file's content."""
        try:
            self._refuse_if_told("download")
            return 200, limits.content_of(url, self.token, self.journal.documents)
        except ApiError as error:
            body = {"ok": False, "error_code": error.code, "description": error.description}
            return error.code, json.dumps(body).encode()

    async def _dispatch(self, token: str, name: str, parameters: JSON) -> Any:
        if token != self.token:
            raise ApiError(401, "Unauthorized")
        if name.lower() == "getupdates":
            return await self._get_updates(parameters)
        answer = self._methods.get(name.lower())
        if answer is None:
            raise ApiError(404, "Not Found")
        return answer(parameters)

    # ------------------------------------------------------------------------------- the person's side

    def next_id(self) -> int:
        """Return a fresh number for a message, an update or a query."""
        self._next_id += 1
        return self._next_id

    def add_chat(self, chat: JSON) -> None:
        """Make a chat known; the bot can write only to known ones."""
        self.journal.chats[chat["id"]] = chat

    def deliver(self, kind: str, content: JSON) -> int:
        """Queue an update for the bot and return its id; kinds that the bot did not ask for are dropped."""
        number = self.next_id()
        if self._allowed is None or kind in self._allowed:
            self.journal.updates.append({"update_id": number, kind: content})
            self._arrival.set()
        return number

    def refuse(self, method: str, code: int, description: str, times: int = 1, **parameters: int) -> None:
        """Answer the next `times` calls of `method` with an error, to see what the bot does about it."""
        self._refusals.append(_Refusal(method.lower(), ApiError(code, description, parameters or None), times))

    def lose(self, method: str, times: int = 1) -> None:
        """Carry out the next `times` calls of `method`, and give no answer that can be read."""
        self._losses[method.lower()] = times

    async def collected(self, seconds: float = 20) -> None:
        """Wait until the bot has taken every queued update; TimeoutError after `seconds`."""
        async with asyncio.timeout(seconds), self._progress:
            await self._progress.wait_for(lambda: not self.journal.updates)

    def _refuse_if_told(self, name: str) -> None:
        for refusal in self._refusals:
            if refusal.method == name.lower() and refusal.times > 0:
                refusal.times -= 1
                raise refusal.error

    # ---------------------------------------------------------------------------------------- methods

    async def _get_updates(self, parameters: JSON) -> list[JSON]:
        """Long polling: an offset confirms everything before it."""
        self._allowed = parameters.get("allowed_updates") or None
        offset = int(parameters.get("offset", 0))
        async with self._progress:
            self.journal.updates = [u for u in self.journal.updates if u["update_id"] >= offset]
            self._progress.notify_all()
        if not self.journal.updates and parameters.get("timeout"):
            self._arrival.clear()
            try:
                await asyncio.wait_for(self._arrival.wait(), float(parameters["timeout"]))
            except TimeoutError:
                return []
        return self.journal.updates[: int(parameters.get("limit", 100))]

    def _chat(self, parameters: JSON) -> JSON:
        chat = self.journal.chats.get(_as_int(parameters.get("chat_id")))
        if chat is None:
            raise bad_request("chat not found")
        if chat["id"] in self.journal.blocked:
            raise ApiError(403, "Forbidden: bot was blocked by the user")
        return chat

    def _new_message(self, parameters: JSON, content: JSON) -> JSON:
        chat = self._chat(parameters)
        limits.check_keyboard(parameters.get("reply_markup"))
        reply = (parameters.get("reply_parameters") or {}).get("message_id")
        original = self.journal.messages.get((chat["id"], reply or 0))
        if reply and original is None and not parameters["reply_parameters"].get("allow_sending_without_reply"):
            raise bad_request("message to be replied not found")
        message: JSON = {
            "message_id": self.next_id(), "date": int(time.time()), "chat": chat, "from": self.me, **content,
        }  # fmt: skip
        if parameters.get("message_thread_id"):
            message |= {"message_thread_id": parameters["message_thread_id"], "is_topic_message": True}
        if original:
            message["reply_to_message"] = {k: v for k, v in original.items() if k != "reply_to_message"}
        _set_markup(message, parameters)
        self.journal.messages[chat["id"], message["message_id"]] = message
        self.journal.events.append(("sent", dict(message)))
        return message

    def _send_message(self, parameters: JSON) -> JSON:
        self._chat(parameters)
        text, entities = limits.formatted(str(parameters.get("text", "")), parameters.get("parse_mode"))
        return self._new_message(parameters, {"text": text, "entities": entities})

    def _send_document(self, parameters: JSON) -> JSON:
        key, name, kind = self._uploaded(parameters, "document")
        document = {"file_id": key, "file_unique_id": key, "file_name": name, "mime_type": kind}
        return self._new_message(parameters, {"document": document, **_captioned(parameters)})

    def _send_photo(self, parameters: JSON) -> JSON:
        key, _, _ = self._uploaded(parameters, "photo")
        width, height = limits.png_size(self.journal.documents[key])
        photo = {"file_id": key, "file_unique_id": key, "width": width, "height": height}
        return self._new_message(parameters, {"photo": [photo], **_captioned(parameters)})

    def _uploaded(self, parameters: JSON, field: str) -> tuple[str, str, str]:
        """Keep the file of a call; return its key, name and kind."""
        self._chat(parameters)
        upload = parameters["files"].get(field)
        if not upload:
            raise bad_request(f"there is no {field} in the request")
        name, data, kind = upload
        if not data:
            raise bad_request("file must be non-empty")
        key = f"{field}-{self.next_id()}"
        self.journal.documents[key] = data
        return key, name, kind

    def _send_poll(self, parameters: JSON) -> JSON:
        self._chat(parameters)
        return self._new_message(parameters, {"poll": limits.poll_of(parameters, f"poll-{self.next_id()}")})

    def _own_message(self, parameters: JSON, action: str) -> JSON:
        chat = self._chat(parameters)
        message = self.journal.messages.get((chat["id"], _as_int(parameters.get("message_id"))))
        if message is None:
            raise bad_request(f"message to {action} not found")
        if message["from"]["id"] != self.me["id"]:
            raise bad_request(f"message can't be {action}ed")
        return message

    def _edit_text(self, parameters: JSON) -> JSON:
        message = self._own_message(parameters, "edit")
        text, entities = limits.formatted(str(parameters.get("text", "")), parameters.get("parse_mode"))
        return self._edit(message, parameters, {"text": text, "entities": entities})

    def _edit_markup(self, parameters: JSON) -> JSON:
        return self._edit(self._own_message(parameters, "edit"), parameters, {})

    def _edit(self, message: JSON, parameters: JSON, content: JSON) -> JSON:
        limits.check_keyboard(parameters.get("reply_markup"))
        edited = {key: value for key, value in message.items() if key != "reply_markup"} | content
        _set_markup(edited, parameters)
        if {**edited, "edit_date": 0} == {**message, "edit_date": 0}:
            raise bad_request(
                "message is not modified: specified new message content and reply markup are exactly the same "
                "as a current content and reply markup of the message"
            )
        edited["edit_date"] = int(time.time())
        self.journal.messages[message["chat"]["id"], message["message_id"]] = edited
        self.journal.events.append(("edited", dict(edited)))
        return edited

    def _delete_message(self, parameters: JSON) -> bool:
        chat = self._chat(parameters)
        message = self.journal.messages.pop((chat["id"], _as_int(parameters.get("message_id"))), None)
        if message is None:
            raise bad_request("message to delete not found")
        self.journal.events.append(("deleted", message))
        return True

    def _answer_query(self, parameters: JSON) -> bool:
        text = str(parameters.get("text", ""))
        limits.check_callback_text(text)
        query = self.journal.queries.pop(str(parameters.get("callback_query_id")), None)
        if query is None:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        self.journal.events.append(("notice", {"text": text, "alert": bool(parameters.get("show_alert"))}))
        return True

    def _answer_inline(self, parameters: JSON) -> bool:
        results, button = results_of(parameters), button_of(parameters)
        query = self.journal.queries.pop(str(parameters.get("inline_query_id")), None)
        if query is None:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        self.journal.events.append(("inline", {"query": query["query"], "results": results, "button": button}))
        return True

    def _chat_action(self, parameters: JSON) -> bool:
        self._chat(parameters)
        if parameters.get("action") not in {"typing", "upload_document", "upload_photo"}:
            raise bad_request("wrong parameter action in request")
        return True

    def _set_commands(self, parameters: JSON) -> bool:
        commands = parameters.get("commands") or []
        limits.check_commands(commands)
        scope = parameters.get("scope") or {}
        if "chat_id" in scope:
            self.journal.menus[self._chat(scope)["id"]] = commands
        else:
            self.journal.commands = commands
        return True


_TEXTS = {"text", "caption", "question", "explanation", "type", "parse_mode", "action", "url"}
_PLAIN = frozenset({*_TEXTS, "callback_query_id", "inline_message_id", "inline_query_id"})
"""Parameters that are text whatever they look like; every other one is JSON."""


def _decoded(fields: dict[str, str]) -> JSON:
    decoded: JSON = {}
    for name, value in fields.items():
        try:
            decoded[name] = value if name in _PLAIN else json.loads(value)
        except ValueError:
            decoded[name] = value
    return decoded


def _captioned(parameters: JSON) -> JSON:
    if not parameters.get("caption"):
        return {}
    caption, entities = limits.formatted(str(parameters["caption"]), parameters.get("parse_mode"), limits.CAPTION)
    return {"caption": caption, "caption_entities": entities}


def _as_int(value: object) -> int:
    return value if isinstance(value, int) else 0


def _set_markup(message: JSON, parameters: JSON) -> None:
    """Put the keyboard on the message; an absent or empty one leaves it without buttons."""
    markup = parameters.get("reply_markup") or {}
    if any(markup.get("inline_keyboard") or []):
        message["reply_markup"] = markup
