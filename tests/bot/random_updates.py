"""Random updates of every kind that Telegram sends, and mutations of them: `Maker` makes one after another."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.app import BUTTONS, COMMANDS
from bot.console import JSON, LocalTelegram
from bot.console.limits import document_of
from bot.console.people import entities_of
from bot.console.terminal import choices_of
from tests.bot.sent_plans import plan

ADMIN, MEMBER, STRANGER, BLOCKED = 1, 2, 3, 13
NAME = "so_tay_dan_van_bot"
GROUP, FORUM, SHUT, MOVED = -100200, -100201, -100202, -100203
CHANNEL: JSON = {"id": -1009, "type": "channel", "title": "Kênh"}
CHATS: dict[int, JSON] = {
    GROUP: {"id": GROUP, "type": "supergroup", "title": "Tổ <b>dân vận"},
    FORUM: {"id": FORUM, "type": "supergroup", "title": "Diễn đàn", "is_forum": True},
    SHUT: {"id": SHUT, "type": "group", "title": "\u202eNhóm"},
    MOVED: {"id": MOVED, "type": "supergroup", "title": "Tổ dân vận"},
    CHANNEL["id"]: CHANNEL,
}
LET_IN = (MEMBER, GROUP, FORUM)
FIRST_NAMES = (
    "Lan",
    "<i>",
    "**",
    "",
    "\u200f\u202eشخص",
    "👨‍👩‍👧‍👦" * 8,
    "a" * 64,
    "{name}%s",
    "\x00\x07",
    "\ud800",
    "Ng\u0301",
)
WEIRD = (
    "\u200d", "\u200b", "\u202e", "\u2066", "\ufeff", "\x00", "\x1b[31m", "\ud83d", "\udc00", "\u0300" * 40, "🏳️‍🌈",
    "\u2028", "<b>", "</b>", "&lt;", "**", "`", "{0}", "%s", "\\", "\n" * 5, "\t", "\u00ad", "ﷺ", "𒐫", "١٢", "½",
    "\U000e0041",
)  # fmt: skip
QUESTIONS = (
    "khi nào nộp báo cáo 6 tháng", "bao gio nop bao cao nam", "5 không là gì?", "tiêu chí dân vận khéo", "nộp cho ai",
    "còn bao nhiêu ngày", "thế còn lai châu?", "q1 nộp gì, nộp cho ai", "so sánh 5 không các nơi", "43/KH-UBND",
    "xin chào", "when is the 6-month report due", "hạn 30/4 đã gia hạn phải không", "điều thứ 6 trong 5 không",
    "mẫu báo cáo ở đâu", "lập bảng mọi hạn nộp", "giá vàng hôm nay", "tôi ở quận 1", "baos caos 6 thasng",
    "kế hoạch nào còn hiệu lực", "1", "?",
)  # fmt: skip
_FILE: JSON = {"file_id": "1", "file_unique_id": "1"}
_PERSON: JSON = {"id": 5, "is_bot": False, "first_name": "x"}
_SIZE: JSON = {"width": 1, "height": 1}
MEDIA: dict[str, Any] = {
    "animation": {**_FILE, **_SIZE, "duration": 1},
    "audio": {**_FILE, "duration": 1},
    "document": {**_FILE, "file_name": "kế hoạch.docx", "file_size": 21_000_000, "mime_type": "x/y"},
    "photo": [{**_FILE, **_SIZE}],
    "sticker": {**_FILE, **_SIZE, "is_animated": False, "is_video": False, "type": "regular"},
    "story": {"id": 1, "chat": CHANNEL},
    "video": {**_FILE, **_SIZE, "duration": 1},
    "video_note": {**_FILE, "length": 1, "duration": 1},
    "voice": {**_FILE, "duration": 1},
    "contact": {"phone_number": "1", "first_name": "A"},
    "dice": {"emoji": "🎲", "value": 1},
    "venue": {"location": {"latitude": 1.0, "longitude": 1.0}, "title": "x", "address": "y"},
    "location": {"latitude": 1.0, "longitude": 1.0, "live_period": 60},
    "game": {"title": "x", "description": "y", "photo": [{**_FILE, **_SIZE}]},
    "poll": {"id": "9", "question": "?", "options": [], "total_voter_count": 0, "is_closed": False,
             "is_anonymous": True, "type": "regular", "allows_multiple_answers": False},
    "checklist": {"title": "x", "tasks": [{"id": 1, "text": "y"}]},
    "something_of_next_year": {"id": 1},
}  # fmt: skip
SERVICE: dict[str, Any] = {
    "new_chat_members": [_PERSON],
    "left_chat_member": _PERSON,
    "new_chat_title": "x",
    "new_chat_photo": [{**_FILE, **_SIZE}],
    "delete_chat_photo": True,
    "group_chat_created": True,
    "supergroup_chat_created": True,
    "message_auto_delete_timer_changed": {"message_auto_delete_time": 86400},
    "migrate_from_chat_id": -6,
    "pinned_message": {"message_id": 1, "date": 1, "chat": CHANNEL},
    "forum_topic_created": {"name": "x", "icon_color": 1},
    "forum_topic_closed": {},
    "general_forum_topic_hidden": {},
    "video_chat_started": {},
    "video_chat_ended": {"duration": 1},
    "migrate_to_chat_id": MOVED,
    "write_access_allowed": {},
    "giveaway_created": {},
    "chat_background_set": {"type": {"type": "chat_theme", "theme_name": "x"}},
    "proximity_alert_triggered": {"traveler": _PERSON, "watcher": _PERSON, "distance": 1},
    "users_shared": {"request_id": 1, "users": []},
}
ELSEWHERE: dict[str, JSON] = {
    "my_chat_member": {"chat": CHATS[GROUP], "from": _PERSON, "date": 1,
                       "old_chat_member": {"user": _PERSON, "status": "left"},
                       "new_chat_member": {"user": _PERSON, "status": "member"}},
    "chat_join_request": {"chat": CHATS[GROUP], "from": _PERSON, "user_chat_id": 5, "date": 1},
    "message_reaction": {"chat": CHATS[GROUP], "message_id": 1, "date": 1, "old_reaction": [], "new_reaction": []},
    "business_connection": {"id": "1", "user": _PERSON, "user_chat_id": 5, "date": 1, "is_enabled": True},
    "deleted_business_messages": {"business_connection_id": "1", "chat": CHATS[GROUP], "message_ids": [1]},
    "shipping_query": {"id": "1", "from": _PERSON, "invoice_payload": "x", "shipping_address": {
        "country_code": "VN", "state": "", "city": "x", "street_line1": "", "street_line2": "", "post_code": ""}},
    "pre_checkout_query": {"id": "1", "from": _PERSON, "currency": "VND", "total_amount": 1, "invoice_payload": "x"},
    "message_reaction_count": {"chat": CHATS[GROUP], "message_id": 1, "date": 1, "reactions": []},
    "poll": MEDIA["poll"],
    "chat_boost": {"chat": CHATS[GROUP], "boost": {"boost_id": "1", "add_date": 1, "expiration_date": 2,
                                                   "source": {"source": "premium", "user": _PERSON}}},
    "removed_chat_boost": {"chat": CHATS[GROUP], "boost_id": "1", "remove_date": 1,
                           "source": {"source": "premium", "user": _PERSON}},
    "purchased_paid_media": {"from": _PERSON, "paid_media_payload": "x"},
    "managed_bot": {"user": _PERSON, "bot": {**_PERSON, "is_bot": True}},
    "something_of_next_year": {"id": 1},
}  # fmt: skip
"""Updates that the bot does not ask for."""
ELSEWHERE["chat_member"] = ELSEWHERE["my_chat_member"]
POSTS = ("channel_post", "edited_channel_post", "business_message", "edited_business_message", "guest_message")


@dataclass
class Maker:
    """Makes (kind, content) of updates; what they need of Telegram (chats, queries) is made known to it."""

    telegram: LocalTelegram
    luck: random.Random

    def __post_init__(self) -> None:
        for chat in CHATS.values():
            self.telegram.add_chat(chat)

    def make(self) -> tuple[str, JSON]:
        """Return one more update."""
        kinds = {self.message: 50, self.press: 25, self.edit: 7, self.inline: 5, self.vote: 4, self.elsewhere: 6}
        kind, content = self.luck.choices(list(kinds), list(kinds.values()))[0]()
        return (kind, mutated(content, self.luck)) if self.luck.random() < 0.2 else (kind, content)

    # ------------------------------------------------------------------------------------------- kinds

    def message(self) -> tuple[str, JSON]:
        """Return a message of any content, of anybody, anywhere."""
        message = self._head() | self._content()
        if self.luck.random() < 0.15:
            message["reply_to_message"] = self._earlier(message["chat"])
        message |= self.luck.choices([{}, self._circumstance(message)], [6, 1])[0]
        if "from" in message:
            self._keep(message)
        return "message", message

    def edit(self) -> tuple[str, JSON]:
        """Return an edited message, most of them known ones."""
        message = self._head()
        known = [number for chat, number in self.telegram.journal.messages if chat == message["chat"]["id"]]
        message["message_id"] = self.luck.choice(known or [1])
        return "edited_message", message | {"edit_date": 2} | self._content()

    def press(self) -> tuple[str, JSON]:
        """Return a press: of a button that is there, of one that is not, of one that never was."""
        head = self._head()
        messages = [m for (chat, _), m in self.telegram.journal.messages.items() if chat == head["chat"]["id"]]
        shown = [choice for message in messages[-20:] for row in choices_of(message) for choice in row if choice.data]
        number = str(self.telegram.next_id())
        query = {"id": number, "from": head.get("from", _PERSON), "chat_instance": "1"}
        if shown and self.luck.random() < 0.6:
            choice = self.luck.choice(shown)
            query |= {
                "message": self.telegram.journal.messages[head["chat"]["id"], choice.message_id],
                "data": choice.data,
            }
        else:
            bare = {"message_id": self.luck.choice([1, 2**31 - 1]), "chat": head["chat"], "date": 0}
            places: list[JSON] = [{"message": bare}, {"message": head}, {"inline_message_id": "AbC"}, {}]
            query |= {"data": self.data(), **self.luck.choice(places)}
        self.telegram.journal.queries[number] = query
        return "callback_query", query

    def inline(self) -> tuple[str, JSON]:
        """Return an inline query, or the choice of one of its results."""
        number, person = str(self.telegram.next_id()), self._person()
        if self.luck.random() < 0.2:
            return "chosen_inline_result", {"result_id": "1", "from": person, "query": self.words()[:256]}
        chat = self.luck.choice(["sender", "private", "group", "channel", None])
        query = {"id": number, "from": person, "query": self.words()[:256], "offset": self.luck.choice(["", "50"])}
        self.telegram.journal.queries[number] = query
        return "inline_query", query | ({"chat_type": chat} if chat else {})

    def vote(self) -> tuple[str, JSON]:
        """Return an answer to a poll of the bot's, or to none; an empty one is a vote taken back."""
        polls = [m["poll"]["id"] for m in self.telegram.journal.messages.values() if "poll" in m] or ["x"]
        options = self.luck.choice([[0], [1], [2], [11], [], [0, 1]])
        voters: list[JSON] = [{"user": self._person()}, {"voter_chat": CHANNEL}]
        persistent = [str(option) for option in options]
        return "poll_answer", {"poll_id": self.luck.choice(polls), "option_ids": options,
                               "option_persistent_ids": persistent, **self.luck.choice(voters)}  # fmt: skip

    def elsewhere(self) -> tuple[str, JSON]:
        """Return what is none of the bot's business."""
        if self.luck.random() < 0.5:
            return self.luck.choice(list(ELSEWHERE.items()))
        post = {"message_id": self.telegram.next_id(), "date": 1, "chat": CHANNEL, "sender_chat": CHANNEL}
        return self.luck.choice(POSTS), post | self._content()

    # ------------------------------------------------------------------------------------------- words

    def words(self) -> str:
        """Return a command, a question, a mutation of one, or no words at all."""
        commands = [f"/{name}" for names, _ in COMMANDS for name in names]
        tail = self.luck.choice(["", "", f"@{NAME}", "@botkhac", " 5", " quận 1", " \u202e"])
        command, question = self.luck.choice(commands) + tail, self.luck.choice(QUESTIONS)
        garbled = "".join(char + self.luck.choice(WEIRD) * (self.luck.random() < 0.2) for char in question)
        huge = self.luck.choice(["a" * 4096, "á" * 4096, "🙂" * 2048, "khi nào " * 500, "\u0300" * 4096, "[" * 4000])
        noise = "".join(chr(self.luck.randrange(1, self.luck.choice([0x3000, 0x10FFFF]))) for _ in range(9))
        odd = self.luck.choice(["/", "//", "/x", f"/x@{NAME}", f"@{NAME}", "/start@", "", " ", *WEIRD])
        text = self.luck.choices([command, question, garbled, huge, noise, odd], [30, 35, 12, 4, 6, 10])[0]
        return f"@{NAME} {text}" if self.luck.random() < 0.25 else text

    def data(self) -> str:
        """Return callback data of a button's form with any numbers, or of none."""
        pattern = self.luck.choice(BUTTONS)[0].replace(r"(-?\d{1,6})", "#").replace(r"(-?\d{1,15})", "#")
        pattern = pattern.replace(r"(\d{1,15})", "#").replace("([0-3])", "#").replace("\\", "")
        numbers = [0, 1, 2, 3, 7, -1, 999_999, 10**14, 10**15, -(10**14)]
        filled = "".join(str(self.luck.choice(numbers)) if char == "#" else char for char in pattern)
        garbled = filled[: self.luck.randrange(len(filled) + 1)] + self.luck.choice(WEIRD)
        return self.luck.choices([filled, garbled, "x" * 64, ""], [80, 15, 3, 2])[0][:64]

    # ------------------------------------------------------------------------------------------- parts

    def _person(self) -> JSON:
        number = self.luck.choices([ADMIN, MEMBER, STRANGER, BLOCKED, 2**52 - 1], [30, 40, 15, 4, 1])[0]
        person: JSON = {"id": number, "is_bot": False, "first_name": self.luck.choice(FIRST_NAMES)}
        return person | self.luck.choice([{}, {"username": "lan"}, {"last_name": "\u202eB", "language_code": "xx"}])

    def _head(self) -> JSON:
        """Return who writes where: a person alone or in a group, an anonymous admin, a channel, Telegram itself."""
        person = self._person()
        private: JSON = {"id": person["id"], "type": "private", "first_name": person["first_name"]}
        chat = private if self.luck.random() < 0.6 else CHATS[self.luck.choice([GROUP, FORUM, SHUT])]
        self.telegram.add_chat(chat)
        if chat["id"] == BLOCKED:
            self.telegram.journal.blocked.add(BLOCKED)
        head: JSON = {"message_id": self.telegram.next_id(), "date": 1_700_000_000, "chat": chat, "from": person}
        if chat is private:
            return head
        behind: JSON = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
        topic = {"message_thread_id": 7, "is_topic_message": True} if chat["id"] == FORUM else {}
        roles: list[JSON] = [{}, {"from": behind, "sender_chat": chat}, {"from": behind, "sender_chat": CHANNEL}]
        return head | topic | self.luck.choices(roles, [6, 1, 1])[0]

    def _content(self) -> JSON:
        words = self.words()
        entities = entities_of(words.encode("utf-16", "replace").decode("utf-16")) + self._formats(words)
        text = {"text": words, "entities": entities}
        medium = self.luck.choices([dict([self.luck.choice(list(MEDIA.items()))]), self._file()], [4, 1])[0]
        caption = {"caption": words[:1024], "caption_entities": entities} if self.luck.random() < 0.4 else {}
        service = dict([self.luck.choice(list(SERVICE.items()))])
        return self.luck.choices([text, medium | caption, service, {}], [70, 18, 8, 2])[0]

    def _file(self) -> JSON:
        """Return a document: a plan, what only looks like one, or what can't be had."""
        day, key = self.luck.randint(1, 28), f"file-{self.telegram.next_id()}"
        data = self.luck.choice(
            [plan(day), plan(day, day, commune="AN PHÚ"), b"", b"PK\x03\x04" * 99, b"\xff\xfe" * 99, None]
        )
        if data is not None:
            self.telegram.journal.documents[key] = data
        name = self.luck.choice(["a.txt", "a.docx", "a.pdf", "a.exe", "", "../\u202ea.txt", "a" * 300 + ".txt", None])
        return {"document": document_of(key, name, self.luck.choice([len(data or b""), 0, 20_000_001]))}

    def _formats(self, words: str) -> list[JSON]:
        """Return entities within entities, as deep as Telegram lets them be, and some that point nowhere."""
        if self.luck.random() < 0.9:
            return []
        kinds = [
            "bold",
            "italic",
            "spoiler",
            "pre",
            "custom_emoji",
            "text_link",
            "expandable_blockquote",
            "of_next_year",
        ]
        entities = [
            {"type": self.luck.choice(kinds), "offset": i // 2, "length": max(1, len(words) - i)} for i in range(100)
        ]
        return [*entities, {"type": "text_mention", "offset": 0, "length": 1, "user": self._person()},
                {"type": "mention", "offset": 5000, "length": 9}]  # fmt: skip

    def _earlier(self, chat: JSON) -> JSON:
        known = [message for (where, _), message in self.telegram.journal.messages.items() if where == chat["id"]]
        message: JSON = dict(self.luck.choice(known)) if known else {"message_id": 1, "date": 0, "chat": chat}
        message.pop("reply_to_message", None)
        return message

    def _circumstance(self, message: JSON) -> JSON:
        """Return what else may be said of a message."""
        origin = {"type": "hidden_user", "sender_user_name": "x", "date": 1}
        return self.luck.choice([
            {"forward_origin": origin},
            {"via_bot": self.telegram.me},
            {"via_bot": {"id": 6, "is_bot": True, "first_name": "gif", "username": "gif"}},
            {"media_group_id": str(self.luck.choice([1, 2]))},
            {"is_automatic_forward": True, "sender_chat": CHANNEL, "from": {**_PERSON, "id": 777000}},
            {"from": {**_PERSON, "is_bot": True}},
            {"has_protected_content": True, "author_signature": "x", "is_from_offline": True},
            {"quote": {"text": "x", "position": 0}, "external_reply": {"origin": origin}},
            {"reply_to_story": {"id": 1, "chat": CHANNEL}},
        ])  # fmt: skip

    def _keep(self, message: JSON) -> None:
        self.telegram.journal.messages[message["chat"]["id"], message["message_id"]] = message


def mutated(content: JSON, luck: random.Random) -> JSON:
    """Return a copy in which a field, at any depth, is gone, new, or holds something else of its own type."""
    copy: JSON = dict(content)
    places: Sequence[str] = [name for name in copy if name != "id"]
    if not places:
        return copy
    name = luck.choice(places)
    value = copy[name]
    if isinstance(value, dict) and value and luck.random() < 0.6:
        copy[name] = mutated(value, luck)
    elif luck.random() < 0.4:
        del copy[name]
    elif isinstance(value, bool):
        copy[name] = not value
    elif isinstance(value, int):
        copy[name] = luck.choice([0, 1, value + 1, -value, 2**31, 2**52])
    elif isinstance(value, str):
        copy[name] = luck.choice(["", value[::-1], value * 2, *WEIRD])
    elif isinstance(value, list):
        copy[name] = luck.choice([[], value[:1], value * 2])
    else:
        copy["unknown"] = {"of": ["next", "year"]}
    return copy
