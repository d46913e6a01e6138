"""What a question wants: its intent and the kind of answer, by cue phrases in one table each, first match wins.

The cues are in `tables/asks.py`, and a page a family in the order of `tables/intents.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.model import Ask, Intent, Language
from knowledge.understanding.cues import Cues
from knowledge.understanding.numbers import IS_IT, Numbers
from knowledge.understanding.tables import asks, deadlines, headers, intents, no_lists
from knowledge.understanding.tokens import Token

_ASKS = tuple((ask, Cues(block)) for ask, block in asks.ASKS)
_INTENTS = tuple((intent, Cues(block)) for intent, block in intents.INTENTS)
_NO_LIST, _DATED_DUTY, _EVERY, _DUE, _CONDITION = map(
    Cues, (no_lists.NO_LIST, deadlines.DATED_DUTY, intents.EVERY, deadlines.DUE, deadlines.CONDITION)
)
_KIND = Cues(headers.FIELDS["doc_type"])
_KNOW = re.compile(r" (?:(?:ban|bot|anh|chi|em|ai) )?co biet (.{3,200}) (?:khong|chua)(?: a| vay)? $")
_OTHER_PAPER = re.compile(
    " (?:nghi quyet|chi thi|cong van|quy che|quyet dinh|nghi dinh|thong tu|de an|ket luan|huong dan|quy dinh bi thu|"
    "resolution|directive|conclusion|guidance|official letter) "
)
_GOOD_ENOUGH = re.compile(" (?:duoc (?:coi|xem|cong nhan)|dat) ")
_ALL = re.compile(" (?:all|every) ")
_YES_NO_EN = re.compile(r"^ (?:do|does|did|is|are|was|were|can|could|must|should|has|have|will|may) ")
_YES_NO_END = re.compile(r" (?:khong|chua|chang|ha|co(?: \S+){1,12} chu)(?: vay| a| nhi| nhe| ta| the| ban| bot)? $")


@dataclass(frozen=True, slots=True)
class Wish:
    """Intent and ask of a question. clear: a cue was found, so a follow-up need not borrow them."""

    intent: Intent
    ask: Ask
    clear_intent: bool
    clear_ask: bool
    every_unit: bool


def each_apart(line: str, tokens: Sequence[Token]) -> str:
    """Keep "mỗi đơn vị" (each does it) from reading as "mọi đơn vị" (asked about all), which fold alike."""
    each = any(token.text.lower() == "mỗi" for token in tokens)
    return line.replace(" moi ", " moi mot ") if each else line


def read(line: str, numbers: Numbers, language: Language) -> Wish:
    """Read the wish from the folded line of a question."""
    line = IS_IT.sub(" ", _KNOW.sub(r" \1 ", line))
    bare = _without_list_name(line, numbers)
    intent = _intent(bare, line, numbers)
    ask, clear_ask = _ask(bare, numbers, intent or Intent.CONTENT, language)
    if ask is Ask.WHEN and intent in (None, Intent.DEADLINE, Intent.REWARD) and _CONDITION.search(bare):
        intent, ask = Intent.CRITERIA if _GOOD_ENOUGH.search(bare) else Intent.CONTENT, Ask.WHAT
    dateless = intent in (None, Intent.REWARD, Intent.RESPONSIBILITY, Intent.CRITERIA)
    if (ask in (Ask.DAYS_LEFT, Ask.LATE) and intent is None) or (ask is Ask.WHEN and dateless):
        intent = Intent.DEADLINE
    every = ask in (Ask.WHICH_PLANS, Ask.COMPARE) or _EVERY.search(line) is not None
    return Wish(intent or Intent.CONTENT, ask, intent is not None, clear_ask, every)


def _without_list_name(line: str, numbers: Numbers) -> str:
    """Take "5 không" out, lest its "không" read as a yes/no question."""
    return line if numbers.count is None else re.sub(r" \S+ (?:khong|no s|nos|no) ", " danhsachkhong ", line, count=1)


def _intent(bare: str, line: str, numbers: Numbers) -> Intent | None:
    if numbers.count is not None or _NO_LIST.search(line):
        return Intent.NO_LIST
    found = next((intent for intent, cues in _INTENTS if cues.search(bare)), None)
    if numbers.documents and found in (None, Intent.CONTENT, Intent.RESPONSIBILITY):
        return Intent.REFERENCE
    if found is Intent.HEADER and _OTHER_PAPER.search(bare) and not _KIND.search(bare):
        return Intent.REFERENCE
    dated = bool(numbers.dates or numbers.months)
    if dated and found in (None, Intent.RESPONSIBILITY) and _DATED_DUTY.search(bare):
        return Intent.DEADLINE
    if found is None and numbers.period is not None:
        return Intent.DEADLINE
    return found


def _ask(bare: str, numbers: Numbers, intent: Intent, language: Language) -> tuple[Ask, bool]:
    found = next((ask for ask, cues in _ASKS if cues.search(bare)), None)
    closed = _YES_NO_EN if language is Language.EN else _YES_NO_END
    if found in (None, Ask.LIST, Ask.WHO, Ask.WHAT) and closed.search(bare):
        return Ask.YES_NO, True
    if found is Ask.WHAT and intent is Intent.NO_LIST and numbers.item is None:
        found = Ask.LIST
    if found in (None, Ask.WHAT) and numbers.item is not None:
        return (Ask.WHEN if intent is Intent.DEADLINE else Ask.WHICH_ITEM), True
    due = intent is Intent.DEADLINE and _DUE.search(bare) is not None and _ALL.search(bare) is None
    if found in (None, Ask.LIST, Ask.WHAT) and not numbers.dates and due:
        return Ask.WHEN, True
    if found is None:
        return (Ask.LIST if intent is Intent.NO_LIST else Ask.WHAT), False
    return found, True
