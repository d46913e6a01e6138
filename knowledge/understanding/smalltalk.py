"""Messages that ask the plans nothing: greetings and chat, orders to the bot, questions about the bot itself."""

from __future__ import annotations

import re

from knowledge.model import Intent
from knowledge.understanding.cues import Cues
from knowledge.understanding.tables import manners

_POLITE_WORDS = """
xin chao hello hi hey alo a lo bot ban em anh chi ad admin moi nguoi ca nha buoi sang chieu toi good morning afternoon
evening cam on thank thanks you very much nhieu lam nhe nha oi da vang ok oke okay tam biet bye goodbye there the so roi
tot hay qua gioi khoe khong minh cac ong ba chu co chau thay
nay hom the nao dao
"""
_POLITE = "|".join(_POLITE_WORDS.split())
_ONLY_POLITE = re.compile(rf" (?:(?:{_POLITE}) )+")
_GREETING = re.compile(
    r" (?:chao|hello|hi|hey|alo|cam on|thanks?|tam biet|bye|goodbye|ok|oke|okay|good (?:morning|afternoon|evening)) "
)


_TODAY, _CHAT, _ORDERS, _LOOSE, _HELP, _OFF_TOPIC = map(
    Cues, (manners.TODAY, manners.CHAT, manners.ORDERS, manners.LOOSE_ORDERS, manners.HELP, manners.OFF_TOPIC)
)


def read(line: str, *, asks: bool = False) -> Intent | None:
    """Return SMALLTALK, INJECTION or HELP for a folded line that is one of them, else None. asks: it is a question.

    A greeting before a real question is not small talk: only a message made of nothing else is.
    """
    if _ORDERS.search(line) or (not asks and _LOOSE.search(line)):
        return Intent.INJECTION
    if _HELP.search(line):
        return Intent.HELP
    chat = _CHAT.search(line) is not None or asks_date(line) or is_off_topic(line)
    return Intent.SMALLTALK if chat or (_GREETING.search(line) and _ONLY_POLITE.fullmatch(line)) else None


def asks_date(line: str) -> bool:
    """Tell whether a folded line asks which day today is."""
    return _TODAY.search(line) is not None


def is_off_topic(line: str) -> bool:
    """Tell whether a folded line asks about the world outside the plans: the weather, prices, games."""
    return _OFF_TOPIC.search(line) is not None
