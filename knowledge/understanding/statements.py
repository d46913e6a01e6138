"""Messages that ask nothing and say whose plan the talk is about: "tôi ở quận 1", "chuyển sang q1", "mọi đơn vị".

A statement is an opening ("tôi công tác tại"), the name, and courtesy; whatever asks something after the opening
("tôi ở quận 1 thì nộp báo cáo ngày nào") makes it a question.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.model import Statement
from knowledge.patterns import later
from knowledge.understanding.tokens import Kind, Token, folded_line

_HELLO = r"(?:(?:da|vang|alo|ok|oke|chao|xin chao|chao ban|chao bot|hi|hello) )*"
_ME = r"(?:toi|minh|em|anh|chi|chau|tui|chung toi|chung minh|bon minh|ben (?:toi|minh|em)|phia (?:toi|minh|em))"
_NOW = r"(?:(?:hien|dang|hien dang|hien nay|nay|thi|van) )?"
_AT = r"(?:o|ben|tai|thuoc|tu|cua)"
_WORKS = r"(?:cong tac|lam viec|lam|truc thuoc|sinh hoat|den)"
_BODY = r"(?:don vi|co quan|noi (?:cong tac|lam viec)|dia ban)"

_PLEASE = rf"(?:(?:tu (?:gio|bay gio)|bay gio|gio|hay|vui long|cho (?:toi|minh|em)|nho|{_ME} (?:muon|can|xin)) )*"

_OPENINGS = later(
    rf"^ {_HELLO}(?:"
    rf"{_ME} {_NOW}(?:{_WORKS} )?{_AT} "
    rf"|{_BODY} (?:cua )?{_ME} {_NOW}(?:la|o|thuoc) "
    rf"|(?:{_BODY}|(?:ben|phia) (?:toi|minh|em)) la "
    r"|(?:i|we) (?:work|am|are|m|re)(?: working| based)? (?:at|in|from|for|with) "
    r"|(?:im|my team is) (?:at|in|from|with) "
    r"|(?:my|our) (?:unit|office|organi[sz]ation|agency|district|ward|workplace) is "
    r")"
)
"""What may stand before a name; a name that no plan carries is then an unknown unit."""
_CHOICES = later(
    rf"^ {_HELLO}{_PLEASE}(?:"
    rf"(?:chuyen|doi)(?: {_BODY})? (?:sang|qua|ve|thanh|den|la)(?: {_BODY})? "
    rf"|(?:quay|tro) (?:lai|ve)(?: {_BODY})? |{_BODY}(?: la)? "
    rf"|(?:chon|dat|luu|ghi nho)(?: {_BODY})?(?: cua (?:toi|minh|em))?(?: la| thanh)? "
    rf"|(?:tra cuu|tra loi|hoi|tra|xem)(?: giup(?: toi| minh| em)?)? (?:cho|theo)(?: {_BODY})? "
    rf"|{_ME} la (?:\S+ ){{0,6}}?{_AT} "
    r"|(?:please )?(?:switch|change)(?: (?:me|my unit|the unit|unit))? to "
    r"|(?:please )?(?:choose|select|set)(?: (?:my|the) unit)?(?: to| as)? "
    r")"
)
"""What may stand before a name that is known to be one; before anything else these words begin a question."""
_CLEAR = later(
    rf"^ {_HELLO}{_PLEASE}(?:"
    rf"(?:(?:chuyen|doi|tra cuu|tra loi|hoi|xem|tra|chon|tim)(?: sang| qua| ve| cho| theo| trong| o)? )?"
    rf"(?:tat ca|moi|toan bo|het)(?: ca)?(?: cac| nhung)? (?:don vi|co quan|dia phuong) "
    rf"|(?:bo|huy|xoa|thoi|go|khong|dung)(?: viec)? (?:chon|loc theo) (?:{_BODY} )?(?:nao )?"
    rf"|(?:bo|huy|xoa|go) {_BODY} (?:cua (?:toi|minh|em) )?(?:dang chon |da chon )?"
    r"|(?:please )?(?:(?:switch|change|back) (?:me )?to |search |ask |show )?(?:all|every) (?:the )?units? "
    r"|(?:please )?(?:clear|reset|remove|forget) (?:my |the )?unit "
    r")$"
)
_OTHER = later(
    rf"^ {_HELLO}{_PLEASE}(?:(?:doi|chon|chon lai|thay|thay doi|chuyen)(?: sang| qua)? {_BODY}(?: khac)?"
    r"|(?:change|choose|select|switch)(?: my| the)? unit) $"
)
_ASKS = later(r" (?:hoi|muon (?:biet|xem|tra)|can (?:biet|tra|xem)|cho biet|tra giup|want to|would like|tell me) ")
_COURTESY = later(r"(?: (?:nhe|nha|nhen|di|a|voi|thoi|nua|cai|ban|bot|oi|please|giup (?:toi|minh|em)|duoc khong))+ $")
_CONNECTS = later(r"^(?: (?:thi|ma|va|nen|neu|khi|con|vay))+ ")
MOST_WORDS = 14
"""Words after the opening of a statement; more are a story, whose question is looked for."""


@dataclass(frozen=True, slots=True)
class Opening:
    """How a statement begins. start, end: of the name, in words of the line; sure: whatever stands there is a name."""

    start: int
    end: int
    sure: bool


def without_courtesy(line: str) -> str:
    """Return a folded line without the courtesy at its end."""
    return _COURTESY.sub(" ", line)


def nameless(line: str) -> Statement | None:
    """Return what a folded line says that names no unit: every one is meant, or another one wanted."""
    line = without_courtesy(line)
    if _CLEAR.match(line):
        return Statement(())
    return Statement((), "") if _OTHER.match(line) else None


def opening(line: str) -> Opening | None:
    """Return where a folded line that speaks of the person's unit names it, None for any other line."""
    for pattern, sure in ((_OPENINGS, True), (_CHOICES, False)):
        match = pattern.match(line)
        if match is None:
            continue
        rest = without_courtesy(f" {line[match.end() :]}")
        if rest.strip() and len(rest.split()) <= MOST_WORDS and not _CONNECTS.match(rest) and not _ASKS.search(rest):
            start = len(match.group().split())
            return Opening(start, start + len(rest.split()), sure)
    return None


def name_at(found: Opening, text: str, tokens: Sequence[Token]) -> str:
    """Return the name as typed; what follows it in capitals belongs to it ("Mường Nhé", not "quận 1 nhé")."""
    said = [token for token in tokens if folded_line([token]).strip()][found.start :]
    last = found.end - found.start
    while last < len(said) and said[last].text[:1].isupper():
        last += 1
    after = tokens[tokens.index(said[last - 1]) + 1 :][:1]
    named = [token for token in after if token.stands_for_name]
    return text[said[0].start : (named or said[last - 1 :])[0].end]


def is_covered(tokens: Sequence[Token], names: Iterable[range]) -> bool:
    """Tell whether a text is made of names alone."""
    named = {i for span in names for i in span}
    return all(i in named or token.kind is Kind.PUNCTUATION for i, token in enumerate(tokens))
