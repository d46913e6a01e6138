"""Messages that ask the plans nothing: greetings and chat, orders to the bot, questions about the bot itself."""

from __future__ import annotations

import re

from knowledge.model import Chat
from knowledge.patterns import later
from knowledge.understanding.cues import Cues
from knowledge.understanding.tables import manners
from knowledge.understanding.tokens import folded_line, tokenize

_POLITE_WORDS = """
xin chao hello hi hey alo a lo bot ban em anh chi ad admin moi nguoi ca nha buoi sang chieu toi good morning afternoon
evening cam on thank thanks you very much nhieu lam nhe nha oi da vang ok oke okay tam biet bye goodbye there the so roi
tot hay qua gioi khoe khong minh cac ong ba chu co chau thay
nay hom the nao dao lam on vui long xin nho tra loi giup cau nay voi cho hoi chut ti
"""
_POLITE = "|".join(_POLITE_WORDS.split())
_ONLY_POLITE = later(rf" (?:(?:{_POLITE}) )+")
_GREETING = later(
    r" (?:chao|hello|hi|hey|alo|cam on|thanks?|tam biet|bye|goodbye|ok|oke|okay|good (?:morning|afternoon|evening)|"
    r"lam on|vui long|(?:cho|xin) (?:\w+ )?hoi|nho (?:\w+ )?(?:tra|giup)|giup (?:em|minh|toi)) "
)
_YES_OR_NO = later(
    r" (?:(?:da|vang|a|u|uh|um|em|oi) )*"
    r"(?:co|khong|ko|k|dung|dung roi|dung vay|phai|phai roi|chua|roi|u|uh|um|yes|yeah|yep|no|nope|sure|right|correct)"
    r"(?: (?:a|nhe|nha|em|anh|chi|ban|bot|oi))* "
)
"""Answers to a question that the bot didn't ask."""

_TODAY, _CHAT, _ORDERS, _LOOSE, _ROLES, _HELP, _ABOUT_BOT, _OFF_TOPIC = (
    Cues(getattr(manners, name))
    for name in ("TODAY", "CHAT", "ORDERS", "LOOSE_ORDERS", "ROLES", "HELP", "ABOUT_BOT", "OFF_TOPIC")
)
_PICTURES = "[\u2190-\u2bff\u3030\u303d\ufe00-\ufe0f\u200d\u20e3\U0001f000-\U0001faff]+"
_CUT = later(rf"(?:(?<=[.!?;:)\]}}>])\s|,\s|\s[-–—|]+\s|{_PICTURES})(?:\s|{_PICTURES})*")
"""Where an order or a greeting may end and a question begin."""
_ASKING = later(
    r" (?:gi|nao|ai|may|bao (?:gio|lau|nhieu)|dau|sao|khong|chua|"
    r"what|when|who|whom|where|which|how|why|is|are|does|do) "
)
_QUOTED = later(r"[\s*#>]*(?:([\"'“])(?=[^\"'“”]+[\"'”][\s*#]*$))?(.*?)(?(1)[\"'”])[\s*#]*")


def read(line: str, *, asks: bool = False) -> Chat | None:
    """Return SMALLTALK, INJECTION or HELP for a folded line that is one of them, else None. asks: it is a question.

    A greeting before a real question is not small talk: only a message made of nothing else is.
    """
    about_bot = is_about_bot(line)
    if _ORDERS.search(line) or (not (asks or about_bot) and _LOOSE.search(line)):
        return Chat.INJECTION
    if _HELP.search(line) or about_bot:
        return Chat.HELP
    if not asks and says_yes_or_no(line):
        return Chat.SMALLTALK
    chat = _CHAT.search(line) is not None or asks_date(line) or is_off_topic(line)
    return Chat.SMALLTALK if chat or is_polite(line) else None


def has_question_word(line: str) -> bool:
    """Tell whether a folded line has a word by which something is asked."""
    return _ASKING.search(line) is not None


def plainly_asked(text: str) -> str:
    """Return a message without pictures, marks around it, and the orders to the bot and greetings before and after its
    question; with them where nothing would be left, or nothing that is asked after an order."""
    if is_polite(folded_line(tokenize(text))):
        return text
    quoted = _QUOTED.fullmatch(text)
    cuts = list(_CUT.finditer(bare := quoted[2] if quoted else text))
    spans = list(zip([0, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), len(bare)], strict=True))
    spans = [(start, end) for start, end in spans if any(map(str.isalnum, bare[start:end]))]
    lines = [folded_line(tokenize(bare[start:end])) for start, end in spans]
    first = next((i for i, line in enumerate(lines) if not (is_polite(line) or is_order(line))), len(lines))
    last = next((i for i in range(len(lines), first, -1) if not is_polite(lines[i - 1])), first)
    ordered = any(is_order(line) for line in lines[:first])
    if first == last:
        return text
    left = " ".join(re.sub(_PICTURES, " ", bare[spans[first][0] : spans[last - 1][1]]).split())
    return left if not ordered or "?" in left or _ASKING.search(" ".join(lines[first:last])) else text


def is_polite(line: str) -> bool:
    """Tell whether a folded line greets or thanks and does nothing else."""
    return _GREETING.search(line) is not None and _ONLY_POLITE.fullmatch(line) is not None


def is_order(line: str) -> bool:
    """Tell whether a folded line orders the bot about or gives it a role."""
    return any(cues.search(line) is not None for cues in (_ORDERS, _LOOSE, _ROLES))


def says_yes_or_no(line: str) -> bool:
    """Tell whether a folded line is a bare yes or no."""
    return _YES_OR_NO.fullmatch(line) is not None


def is_about_bot(line: str) -> bool:
    """Tell whether a folded line asks about the bot itself: whence its answers, what it keeps, who made it."""
    return _ABOUT_BOT.search(line) is not None


def asks_date(line: str) -> bool:
    """Tell whether a folded line asks which day today is."""
    return _TODAY.search(line) is not None


def is_off_topic(line: str) -> bool:
    """Tell whether a folded line asks about the world outside the plans: the weather, prices, games."""
    return _OFF_TOPIC.search(line) is not None
