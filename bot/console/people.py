"""What a person does in a chat, as the updates that Telegram would send to the bot."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot import words as bot_words
from bot.console import JSON, LocalTelegram, limits
from bot.console.limits import DOWNLOAD, QUERY, document_of, utf16_length
from knowledge.patterns import later

_COMMAND = later(r"(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?")
_MENTION = later(r"(?<!\w)@[A-Za-z0-9_]{3,32}(?!\w)")


@dataclass(frozen=True)
class Person:
    """Someone in a chat with the bot; `chat` is a private chat with them, or a group that they write in."""

    telegram: LocalTelegram
    user: JSON
    chat: JSON

    @classmethod
    def private(cls, telegram: LocalTelegram, number: int = 1001, name: str = "Lan") -> Person:
        """Return a person in their private chat."""
        user = {"id": number, "is_bot": False, "first_name": name, "language_code": "vi"}
        person = cls(telegram, user, {"id": number, "type": "private", "first_name": name})
        telegram.add_chat(person.chat)
        return person

    def in_group(self, number: int = -100200, title: str = "Tổ dân vận") -> Person:
        """Return the same person writing in a group."""
        chat = {"id": number, "type": "supergroup", "title": title}
        self.telegram.add_chat(chat)
        return Person(self.telegram, self.user, chat)

    def write(self, text: str, reply_to: int | None = None, **extra: Any) -> int:
        """Send a text and return the message's id."""
        return self.send({"text": text, "entities": entities_of(text), **extra}, reply_to)

    def send(self, content: JSON, reply_to: int | None = None) -> int:
        """Send a message of any content (`{"sticker": ...}`) and return its id."""
        message = self._message(self.telegram.next_id(), content)
        if reply_to is not None:
            message["reply_to_message"] = self.telegram.journal.messages[self.chat["id"], reply_to]
        self._keep(message)
        self.telegram.deliver("message", message)
        return int(message["message_id"])

    def send_file(self, name: str | None, data: bytes, **extra: Any) -> int:
        """Send a file and return the message's id."""
        key = f"file-{self.telegram.next_id()}"
        self.telegram.journal.documents[key] = data
        return self.send({"document": document_of(key, name, len(data)), **extra})

    def send_path(self, path: Path) -> bool:
        """Send a file of this machine, False when it can't be read; one that no bot may download is not read here."""
        try:
            if not path.is_file():  # a device has no end
                raise OSError(path)
            size = path.stat().st_size
            data = path.read_bytes() if size <= DOWNLOAD else None
        except (OSError, ValueError):
            return False
        if data is None:
            self.send({"document": document_of(f"file-{self.telegram.next_id()}", path.name, size)})
        else:
            self.send_file(path.name, data)
        return True

    def edit(self, message_id: int, text: str) -> None:
        """Change a text sent before."""
        message = self._message(message_id, {"text": text, "entities": entities_of(text)})
        message["edit_date"] = int(time.time())
        self._keep(message)
        self.telegram.deliver("edited_message", message)

    def press(self, message_id: int, data: str) -> None:
        """Press the button that carries `data` under a message, whether or not it is still there."""
        message = self.telegram.journal.messages.get((self.chat["id"], message_id)) or {
            "message_id": message_id, "chat": self.chat, "date": 0,
        }  # fmt: skip
        number = str(self.telegram.next_id())
        query = {"id": number, "from": self.user, "chat_instance": "1", "message": message, "data": data}
        self.telegram.journal.queries[number] = query
        self.telegram.deliver("callback_query", query)

    def inquire(self, text: str, chat_type: str = "sender") -> str:
        """Type "@bot text" without sending it, in a chat of any kind; return the query's id."""
        number = str(self.telegram.next_id())
        query = {"id": number, "from": self.user, "query": text[:QUERY], "offset": "", "chat_type": chat_type}
        self.telegram.journal.queries[number] = query
        self.telegram.deliver("inline_query", query)
        return number

    def choose(self, query: str, result: JSON) -> int:
        """Send a result of an inline query to this chat and return the message's id; the bot hears of both."""
        chosen = {"result_id": result["id"], "from": self.user, "query": query}
        self.telegram.deliver("chosen_inline_result", chosen)
        return self.send({"text": result["text"], "entities": result["entities"], "via_bot": self.telegram.me})

    def vote(self, message_id: int, option: int) -> None:
        """Choose an option of a poll; in a quiz Telegram's apps then show whether it was right, and why."""
        poll = self.telegram.journal.messages[self.chat["id"], message_id]["poll"]
        limits.vote(poll, option)
        if poll["type"] == "quiz":
            right = poll["options"][poll["correct_option_ids"][0]]["text"]
            said = bot_words.POLL_RIGHT if option == poll["correct_option_ids"][0] else bot_words.POLL_WRONG
            told = said.format(right=right, explanation=poll["explanation"])
            self.telegram.journal.events.append(("notice", {"text": told, "alert": False}))
        ids = {"option_ids": [option], "option_persistent_ids": [str(option)]}
        if not poll["is_anonymous"]:
            self.telegram.deliver("poll_answer", {"poll_id": poll["id"], "user": self.user, **ids})

    def _message(self, message_id: int, content: JSON) -> JSON:
        return {"message_id": message_id, "date": int(time.time()), "chat": self.chat, "from": self.user, **content}

    def _keep(self, message: JSON) -> None:
        self.telegram.journal.messages[self.chat["id"], message["message_id"]] = message


def entities_of(text: str) -> list[JSON]:
    """Return the commands and mentions that Telegram's server marks in a person's text."""
    commands = [("bot_command", match) for match in _COMMAND.finditer(text)]
    ends = {match.end() for _, match in commands}  # "/lenh@bot" is a command, not a mention
    found = commands + [("mention", match) for match in _MENTION.finditer(text) if match.end() not in ends]
    return [
        {"type": kind, "offset": utf16_length(text[: match.start()]), "length": utf16_length(match[0])}
        for kind, match in sorted(found, key=lambda item: item[1].start())
    ]
