"""Names in the capitals of running text: "ĐẢNG BỘ TỈNH LAI CHÂU" -> "Đảng bộ tỉnh Lai Châu".

Source: Nghị định 30/2020/NĐ-CP, annex II (capital letters): an organ's first syllable and the first of its field are
capital, a territory's level is small unless its name is a number, a proper name is capital throughout.
"""

from __future__ import annotations

import re

from knowledge.patterns import later
from knowledge.text import fold
from knowledge.understanding.names import Found, after_kinds, offices
from knowledge.understanding.tables.administration import ENDS_WORD, ORGANS
from knowledge.understanding.tokens import Token, spell_out, tokenize, with_text

_ACRONYMS_TEXT = """
UBND HĐND MTTQ TNCS LHPN THPT THCS GDĐT GD ĐT TP HCM CCB LĐLĐ BHXH UBMTTQ BCH VN TW
"""
_ACRONYMS = frozenset(_ACRONYMS_TEXT.split())
_AFTER_LEVEL = 5
_WITHIN_NAME = frozenset("'’-–")  # "M'Đrắk", "Cam Ly - Đà Lạt"
_TITLES = (
    "Ban Thường trực", "Ban Thường vụ", "Ban Chấp hành", "Ban Chỉ đạo", "Ban Giám hiệu", "Ban Giám đốc", "Trung ương",
    "Tiểu ban", "Ủy ban Kiểm tra", "Bộ Chỉ huy Quân sự", "Ban Chỉ huy Quân sự", "Bộ đội Biên phòng", "Bảo hiểm xã hội",
    "Đoàn Luật sư", "Hồ Chí Minh", "Việt Nam", "Ban Chủ nhiệm", "Ban Đại diện", "Ban Chấp hành Đoàn", "Đảng",
    "Tòa án nhân dân", "Viện kiểm sát nhân dân", "BCH Đoàn",
)  # fmt: skip
_TITLE = later(rf"(?<!\w)(?:{'|'.join(sorted(_TITLES, key=len, reverse=True))})(?!\w)", re.IGNORECASE)
_SOCIETY = later(
    r"(?<!\w)(?<!xã )(?<!đại )(hội|công ty) "
    r"(?!(?:đồng|nghị|thi|viên|thao|chợ|đàm|trường)(?!\w))([^\W\d])",
    re.IGNORECASE,
)
_ROMAN = later(r"[IVX]{1,4}")  # "Phường III"
_CASED = {title.lower(): title for title in _TITLES}
_OF_VILLAGE = frozenset({"bo", "doan", "hoi", "tran"})  # "chi bộ thôn ...", "ban công tác mặt trận thôn ..."
_SETTLEMENTS = frozenset({"thôn", "ấp", "khóm", "buôn", "làng", "bản", "sóc"})


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
    capital |= {i + 1 for i, token in enumerate(tokens) if token.text in {"-", "–"}}
    capital |= {0} | {start for piece in found for start in _capitals(piece, tokens)}
    quoted = _quoted(tokens)
    capital = (capital - quoted) | {i for i in quoted if i - 1 not in quoted}
    numbered = _ROMAN.fullmatch(tokens[-1].text) and any(p.codes("level") and p.end == len(tokens) - 1 for p in found)
    cased = [_case(token, i in capital) for i, token in enumerate(tokens)]
    line = spell_out([*cased[:-1], tokens[-1]] if numbered else cased)
    line = _SOCIETY.sub(lambda found: f"{found[1].capitalize()} {found[2].upper()}", line)
    return _TITLE.sub(lambda found: _CASED[found[0].lower()], line)


def _quoted(tokens: list[Token]) -> set[int]:
    """The words between quotation marks, where fields of work are ordinary words."""
    inside, found = False, set()
    for i, token in enumerate(tokens):
        if token.text in {"“", "”", '"'}:
            inside = token.text == "“" or (token.text == '"' and not inside)
        elif inside:
            found.add(i)
    return found


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
    if table := _as_in_table(piece, tokens):
        return table
    country = {i for i in range(piece.start, piece.end) if tokens[i].folded in {"viet", "nam", "ho", "chi", "minh"}}
    inner = {
        i
        for i in range(piece.start + 1, piece.end)
        if tokens[i].folded in {"mat", "to", "thanh", "lien", "phu", "dan", "tuyen"}
    }
    if "truong" in piece.codes("organ") and piece.end - piece.start > 2:
        return {piece.start, piece.start + 1}  # "Trường Tiểu học", "Trường Trung học cơ sở"
    named = inner if piece.codes("organ") - {"thanh uy", "ubnd", "hdnd"} else set()
    return {piece.start} | after_and | (country if piece.end - piece.start > 3 else set()) | named


def _as_in_table(piece: Found, tokens: list[Token]) -> set[int]:
    """The capitals of an organ's name as the table of organs writes it: "Hội Nông dân", "Liên đoàn Lao động"."""
    for code in sorted(piece.codes("organ")):
        words = ORGANS[code][0].split()
        printed = [token.folded for token in tokens[piece.start : piece.start + len(words)]]
        rest = set(range(piece.start + len(words), piece.end))
        whole = all(tokens[i].folded in {"viet", "nam"} for i in rest)
        if len(words) > 2 and whole and printed == [fold(word) for word in words]:
            return {piece.start + i for i, word in enumerate(words) if word[0].isupper()} | rest
    return set()


def is_settlement(token: Token) -> bool:
    """Tell whether a word is the level of a village, whose name follows: "THÔN", "ẤP"."""
    return token.text.lower() in _SETTLEMENTS


def _name_positions(found: list[Found], tokens: list[Token]) -> set[int]:
    """Proper names stand after a level, a school or a committee; other leftover words are ordinary."""
    starts = {piece.start for piece in found}
    heads = {"truong", "benh vien"} | {code for code in ORGANS if code.endswith((" uy", " doan"))}
    positions: set[int] = set()
    ends = [piece.end for piece in found if piece.codes("level") or piece.codes("organ") & heads]
    ends += [
        i + 1
        for i, token in enumerate(tokens)
        if is_settlement(token) and (not i or tokens[i - 1].folded in _OF_VILLAGE)
    ]
    for start in ends:
        start = after_kinds(tokens, start)
        if _is_all_name(found, tokens, start):
            positions |= {start, start + 1}
            continue
        words = 0
        for i in range(start, len(tokens)):
            word = tokens[i].text.lower()
            if i > start and tokens[i].text in _WITHIN_NAME:
                continue
            office = word in {"ban", "tiểu", "phòng", "các", "khối"} or _is_office(tokens, i)
            if i in starts or not tokens[i].is_word or office or words == _AFTER_LEVEL:
                break
            positions.add(i)
            words += 1
    return positions


def _is_all_name(found: list[Found], tokens: list[Token], start: int) -> bool:
    """Tell whether the last two words after a level are its name, though one of them could begin an office: "XÃ BAN
    CÔNG"."""
    level = any(piece.end == start and piece.codes("level") for piece in found)
    together = any(piece.start == start and piece.end == start + 2 for piece in found)
    return level and not together and len(tokens) == start + 2 and all(token.is_word for token in tokens[start:])


def _is_office(tokens: list[Token], i: int) -> bool:
    return tuple(token.folded for token in tokens[i : i + 2]) in {("van", "phong"), ("co", "quan")}
