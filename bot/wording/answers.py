"""The words around an answer."""

from __future__ import annotations

from dataclasses import dataclass

from bot.wording.passages import NEWER, OLDER
from bot.wording.reminders import REMIND_ME
from bot.wording.units import ALL_UNITS
from knowledge.model import Language


@dataclass(frozen=True, slots=True)
class Labels:
    """The words around an answer, in one language."""

    source: str
    for_unit: str
    for_all: str
    ask_all: str
    related: str
    refused: str
    cut: str
    remind: str
    remind_day: str
    other_list: str
    before: str
    after: str


_VI = Labels(
    source="📖 Nguyên văn",
    for_unit="🏢 {unit}",
    for_all="🏢 Mọi đơn vị",
    ask_all=ALL_UNITS,
    related="🔎 {place}",
    refused="Văn bản không có câu trả lời",
    cut="… Xem đủ trong cuộc trò chuyện riêng với tôi.",
    remind=REMIND_ME,
    remind_day="⏰ Nhắc tôi {day}",
    other_list="📋 {count} không còn lại",
    before=NEWER,
    after=OLDER,
)
_EN = Labels(
    source="📖 Original text",
    for_unit="🏢 {unit}",
    for_all="🏢 All units",
    ask_all="🌐 All units",
    related="🔎 {place}",
    refused="The plans have no answer",
    cut="… The rest is in our private chat.",
    remind="⏰ Remind me",
    remind_day="⏰ Remind me {day}",
    other_list="📋 The other “{count} không”",
    before="◀ Back",
    after="More ▶",
)


def labels(language: Language) -> Labels:
    """Return the words around an answer in the language of the answer."""
    return _EN if language is Language.EN else _VI
