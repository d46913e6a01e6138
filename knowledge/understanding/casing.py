"""Names in the capitals of running text: "ĐẢNG BỘ TỈNH LAI CHÂU" -> "Đảng bộ tỉnh Lai Châu".

Source: Nghị định 30/2020/NĐ-CP, annex II (capital letters): an organ's first syllable and the first of its field are
capital, a territory's level is small unless its name is a number, a proper name is capital throughout.
"""

from __future__ import annotations

from knowledge.understanding.names import Found, offices
from knowledge.understanding.tables.administration import ENDS_WORD, ORGANS, SCHOOL_KINDS
from knowledge.understanding.tokens import Token, spell_out, tokenize, with_text

_ACRONYMS_TEXT = """
UBND HĐND MTTQ TNCS LHPN THPT THCS GDĐT GD ĐT TP HCM CCB LĐLĐ BHXH UBMTTQ BCH VN TW
"""
_ACRONYMS = frozenset(_ACRONYMS_TEXT.split())
_AFTER_LEVEL = 4
_TITLES = (
    ("ban thường trực", "Ban Thường trực"), ("ban thường vụ", "Ban Thường vụ"), ("trung ương", "Trung ương"),
    ("an chấp hành", "an Chấp hành"), ("tiểu ban", "Tiểu ban"),
)  # fmt: skip


def proper(text: str, *, name: bool = False) -> str:
    """Return `text` with running-text capitals if it is all capitals, else unchanged.

    name: the whole text is a proper name ("BẾN CÁT" -> "Bến Cát").
    """
    tokens = tokenize(" ".join(text.split()))
    letters = [t for t in tokens if t.is_word and t.text.isalpha()]
    if (
        not letters
        or any(not t.text.isupper() for t in letters)
        or (len(letters) == 1 and letters[0].text in _ACRONYMS)
    ):
        return " ".join(text.split())
    found = [piece for piece in offices(tokens) if not _ends_word(piece, tokens)]
    capital = _name_positions(found, tokens) if not name else set(range(len(tokens)))
    capital |= {0} | {start for piece in found for start in _capitals(piece, tokens)}
    line = spell_out(_case(token, i in capital) for i, token in enumerate(tokens))
    for lower, cased in _TITLES:
        line = line.replace(lower, cased)
    return line


def _ends_word(piece: Found, tokens: list[Token]) -> bool:
    """Tell whether an office's form is the end of a word: "cơ sở"."""
    before = tokens[piece.start - 1].folded if piece.start else ""
    return before in ENDS_WORD.get(tokens[piece.start].folded, ())


def _case(token: Token, capital: bool) -> Token:
    if token.text in _ACRONYMS or not token.is_word:
        return token
    lower = token.text.lower()
    return with_text(token, lower[:1].upper() + lower[1:] if capital else lower)


def _capitals(piece: Found, tokens: list[Token]) -> set[int]:
    if piece.codes("level"):
        numbered = piece.end < len(tokens) and tokens[piece.end].text.isdigit()
        return {piece.start} if numbered else set()
    after_and = {i + 1 for i in range(piece.start, piece.end - 1) if tokens[i].folded == "va"}
    country = {i for i in range(piece.start, piece.end) if tokens[i].folded in {"viet", "nam", "ho", "chi", "minh"}}
    inner = {
        i
        for i in range(piece.start + 1, piece.end)
        if tokens[i].folded in {"mat", "to", "thanh", "lien", "phu", "dan", "tuyen"}
    }
    named = inner if piece.codes("organ") - {"thanh uy", "ubnd", "hdnd"} else set()
    return {piece.start} | after_and | (country if piece.end - piece.start > 3 else set()) | named


def _name_positions(found: list[Found], tokens: list[Token]) -> set[int]:
    """Proper names stand after a level, a school or a committee; other leftover words are ordinary."""
    starts = {piece.start for piece in found}
    heads = {"truong", "benh vien"} | {code for code in ORGANS if code.endswith((" uy", " doan"))}
    positions: set[int] = set()
    for piece in found:
        if not piece.codes("level") and not piece.codes("organ") & heads:
            continue
        start = piece.end
        while tuple(token.folded for token in tokens[start : start + 2]) in SCHOOL_KINDS:
            start += 2
        for i in range(start, min(start + _AFTER_LEVEL, len(tokens))):
            office = tokens[i].folded in {"ban", "tieu", "phong"} or _is_office(tokens, i)
            if i in starts or not tokens[i].is_word or office:
                break
            positions.add(i)
    return positions


def _is_office(tokens: list[Token], i: int) -> bool:
    return tuple(token.folded for token in tokens[i : i + 2]) == ("van", "phong")
