"""Numbers that a question names: documents, dates, years, months, "N không", ordinals, reporting periods."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.patterns import later
from knowledge.text import fold
from knowledge.understanding.cues import Cues
from knowledge.understanding.tables import english
from knowledge.understanding.tables.administration import PAPER_TYPES
from knowledge.understanding.tables.periods import PERIODS
from knowledge.understanding.tokens import Kind, Token, folded_line

_WORDS = {"hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10} | english.COUNTS
_ORDINALS = {
    "nhat": 1,
    "nhi": 2,
    "hai": 2,
    "ba": 3,
    "tu": 4,
    "bon": 4,
    "nam": 5,
    "sau": 6,
    "bay": 7,
    "tam": 8,
    "chin": 9,
}
_LAST = -1

# "5 không": not after a word that owns the number ("tháng 5 không", "quận 1 không").
_OWNERS = r"thang|ngay|quan|phuong|muc|dieu|khoan|so|khoa|lan|phan|quy|trang|ky|thu|stt|district|ward|section"
_YEAR_OWNERS = (
    r"hang|moi|cuoi|dau|giua|ca|cao|tung|nua|trong|nhieu|may|mot|theo|nay|qua|1|2|3|4|5|thang|moi|ke|hoach|tong|ket"
)
_TIMES_OWNING = "tuan|hom|bua|dot|mot|moi"  # "tuần sau không", "hôm sau không"
_NO = r"(?:(?:dieu|noi dung|cai) )?(?:khong|no s|nos|noes|no)"
_DIGIT_COUNT = later(rf" (danh muc|\w+) (\d{{1,2}}) {_NO} |^ (\d{{1,2}}) {_NO} ")
_WORD_COUNT = later(
    rf"(?:^| liet ke| (\w+)) (hai|ba|bon|nam|sau|bay|tam|chin|muoi|two|three|four|five|six|seven|eight|nine|ten) {_NO} "
)
# "có phải 5 điều không?": the "không" closes the question.
IS_IT = later(r" (?:co )?phai (?:la )?\w+ (?:dieu|cai|noi dung|viec) khong(?: vay| a| nhi)? $")
_THINGS_REFUSED = later(
    r" (two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:things|prohibitions|refusals|don ?ts)(?= (?:\w+ ){0,6}"
    r"(?:say no|refuse|not|never|avoid|forbidden)| $)"
)
# "tránh năm điều nào", "không được làm 5 việc gì"
_THINGS_AVOIDED = later(
    r" (?:tranh|cam|khong duoc|kieng)(?: \w+){0,3} "
    r"(hai|ba|bon|nam|sau|bay|tam|chin|muoi|\d{1,2}) (?:dieu|viec|hanh vi|thoi) "
)
# The year that it is ("bây giờ là cuối 2026"), which nothing is asked about.
_NOW = later(
    r" (?:bay gio|hien nay|hien tai|hom nay|gio|now|it s|it is|currently)"
    r"(?: (?:la|da|dang|o|is|in|it s|cuoi|dau|giua|nam|toi|den|sang|thang \d+)){0,4} ((?:19|20)\d\d) "
)
_YEAR = later(r"(?:19[3-9]|20[0-9])\d")
_KINDS = (
    rf"nghi dinh|thong tu|phap lenh|luat|the le|{'|'.join(PAPER_TYPES)}|"
    r"decree|circular|decision|resolution|directive|regulation|plan|conclusion|law"
)
_SYMBOLS = frozenset(fold(symbol) for symbol in PAPER_TYPES.values())
_SHORT_NUMBER = later(rf" (?:{_KINDS}) (?:so |no |number )?(\d{{1,4}}) ((?:19|20)\d\d)(?= (?!\d))")
_WITH_YEAR = later(r"\d{1,5}/(?:19|20)\d\d")
_MONTH = later(r" (?:trong )?thang (\d{1,2}) ")
_DAY_MONTH = later(r" (?:ngay )?(\d{1,2}) thang (\d{1,2})(?: nam ((?:19|20)\d\d))? ")
# A round of something that comes in turns: "đợt 1", "lần đầu", "the third round".
_ROUND = later(r" (?:dot|lan) (?:thu )?(dau|nhat|mot|nhi|hai|ba|tu|bon|nam(?! \d)|sau|cuoi|\d{1,2}) ")
_ROUNDS = {"dau": 1, "mot": 1, "sau": 2, "cuoi": _LAST}  # "đợt sau" is the later of two
_ORDINAL = later(
    r" (?<!ngay )thu (nhat|nhi|hai|ba|tu|bon|nam|sau|bay|tam|chin|\d{1,2})(?! \d+ \d+| ngay| tuan| nay| toi) "
)
# Not "5 không 3 sạch", which are two counts.
_NUMBERED_ITEM = later(
    r" (?:khong (?:so |thu )|(?<!\d )khong "
    r"|(?:cai|y|dieu khong|item|number|point) (?:so |thu |(?!\d+ khong )))(\d{1,2}) "
)
_FIRST = later(r" dau tien ")
_FINAL = later(r" (?:dieu|cai|muc|y|khong) cuoi(?: cung)? | cuoi cung la | the last (?:one|item|no) ")
_ENGLISH_NTH = "|".join(english.ORDINALS)
_ENGLISH_NOUN = "one|item|no|point|thing|rule|round|phase|deadline|date|task|criterion|target"
_ENGLISH_ORDINAL = later(rf" (?:(?:the )?({_ENGLISH_NTH}) (?:{_ENGLISH_NOUN}) |the ({_ENGLISH_NTH}) $)")

_PERIODS = tuple((name, Cues(block)) for name, block in PERIODS)


_BARE_NUMBER = later(
    rf" ({_KINDS}|guidance|dispatch|van ban|document) (?:so |no |number )?0{{0,3}}"
    r"(?!(?:19|20)\d\d )([1-9]\d{0,3})(?= (?!(?:khong|thang|nam|%) ))"
)


@dataclass(frozen=True, slots=True)
class Numbers:
    """What the numbers of a question are; see `model.Query` for each field. bare: kind of paper, folded Vietnamese, and
    number without its symbol ("kế hoạch 55"). item and round -1 are the last one;
    round: of something that comes in turns ("đợt 2")."""

    documents: tuple[str, ...] = ()
    bare: tuple[tuple[str, str], ...] = ()
    dates: tuple[tuple[int, int, int | None], ...] = ()
    years: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    count: int | None = None
    item: int | None = None
    round: int | None = None
    period: str | None = None


def read(tokens: Sequence[Token]) -> Numbers:
    """Read every number of a question whose short forms are written out."""
    line = folded_line(tokens)
    dates = tuple(dict.fromkeys([*_typed_dates(tokens), *_spelt_dates(line)]))
    return Numbers(
        documents=tuple(dict.fromkeys([*_documents(tokens), *_of_a_year(line)])),
        bare=_bare(line),
        dates=dates,
        years=_years(tokens, dates, _of_a_year(line), line),
        months=_months(line, dates),
        count=_count(line),
        item=_item(line),
        round=_round(line),
        period=next((name for name, pattern in _PERIODS if pattern.search(line)), None),
    )


def _documents(tokens: Sequence[Token]) -> list[str]:
    return [document_key(t.text) for t in tokens if t.kind is Kind.DOCUMENT]


def _of_a_year(line: str) -> list[str]:
    """Numbers written without their symbol after a kind of paper ("nghị định 45/2022")."""
    return [f"{int(number)}/{year}" for number, year in _SHORT_NUMBER.findall(line)]


def _bare(line: str) -> tuple[tuple[str, str], ...]:
    found = ((english.PAPERS.get(kind, kind), number) for kind, number in _BARE_NUMBER.findall(line))
    return tuple(dict.fromkeys(found))


def is_short_for(bare: tuple[str, str], kind: str, number: str) -> bool:
    """Tell whether ("huong dan", "45") is the paper "45-HD/BTCTW" of folded `kind`; "van ban" is any kind, and an
    official letter's number has no symbol of a kind ("318/LĐLĐ-CSPL")."""
    first, *symbols = _plain(number).split("/")
    if first != bare[1]:
        return False
    symbol = fold(PAPER_TYPES.get(bare[0], "".join(word[0] for word in bare[0].split())))
    return bare[0] in ("van ban", kind) or symbol in symbols or (bare[0] == _LETTER and _SYMBOLS.isdisjoint(symbols))


_LETTER = "cong van"


def paper_head(number: str) -> str:
    """Return what numbers that are short for each other, or name the same document, begin with ("45")."""
    return _plain(number).split("/")[0]


def call_plan(line: str, number: str) -> str:
    """Put "ke hoach" in the place of each paper with that bare number in a folded line."""
    return _BARE_NUMBER.sub(lambda m: " ke hoach" if m.group(2) == number else m.group(), line)


def document_key(number: str) -> str:
    """Return a document number as headers print it: no spaces, upper case but for "Tr" and "Th" ("09-CTr/BDVTU")."""
    return re.sub(r"\s+", "", number)


def same_document(a: str, b: str) -> bool:
    """Tell whether two numbers name one document: case, diacritics, leading zeros, "-" and "/" do not matter, and one
    may lack its symbol ("45/2022" and "45/2022/NĐ-CP")."""
    short, long = sorted((_plain(a), _plain(b)), key=len)
    return short == long or (_WITH_YEAR.fullmatch(short) is not None and long.startswith(f"{short}/"))


_COUNTED = frozenset(
    "to thon khu xa phuong ap ban buon ho don chi truong lop co hoi doan tieu muc noi quan huyen tinh".split()  # noqa: SIM905
)


def _plain(number: str) -> str:
    return re.sub(r"[-/.\s]+", "/", fold(number)).lstrip("0")


def _typed_dates(tokens: Sequence[Token]) -> list[tuple[int, int, int | None]]:
    found = []
    for at, token in enumerate(tokens):
        if token.kind is Kind.DATE and not _of_all(tokens, at):
            parts = [int(part) for part in re.split(r"[/.-]", token.text)]
            year = parts[2] + (2000 if parts[2] < 100 else 0) if len(parts) > 2 else None
            found.append((parts[0], parts[1], year))
    return found


def _of_all(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a pair of numbers counts things, all of them ("12/12 tổ dân phố"), and is no date."""
    parts = re.split(r"[/.-]", tokens[at].text)
    after = tokens[at + 1].folded if at + 1 < len(tokens) else ""
    return len(parts) == 2 and parts[0] == parts[1] and after in _COUNTED


def _spelt_dates(line: str) -> list[tuple[int, int, int | None]]:
    return [(int(d), int(m), int(y) if y else None) for d, m, y in _DAY_MONTH.findall(line) if _is_date(d, m)]


def _is_date(day: str, month: str) -> bool:
    return 1 <= int(day) <= 31 and 1 <= int(month) <= 12


def _years(
    tokens: Sequence[Token], dates: Sequence[tuple[int, int, int | None]], documents: Sequence[str], line: str
) -> tuple[int, ...]:
    now = {int(year) for year in _NOW.findall(line)}
    in_dates = now | {year for _, _, year in dates} | {int(number.split("/")[1]) for number in documents}
    years = (int(t.text) for t in tokens if t.kind is Kind.NUMBER and _YEAR.fullmatch(t.text))
    return tuple(dict.fromkeys(year for year in years if year not in in_dates))


def _months(line: str, dates: Sequence[tuple[int, int, int | None]]) -> tuple[int, ...]:
    taken = {month for _, month, _ in dates}
    return tuple(dict.fromkeys(int(m) for m in _MONTH.findall(line) if 1 <= int(m) <= 12 and int(m) not in taken))


def _count(line: str) -> int | None:
    line = IS_IT.sub(" ", line)
    if match := _THINGS_REFUSED.search(line):
        return _WORDS.get(match.group(1)) or int(match.group(1))
    if match := _THINGS_AVOIDED.search(line):
        return _WORDS.get(match.group(1)) or int(match.group(1))
    for before, digits, first in _DIGIT_COUNT.findall(line):
        number = int(digits or first)
        if not re.fullmatch(_OWNERS + "|nam", before) and 2 <= number <= 20:
            return number
    for before, word in _WORD_COUNT.findall(line):
        owners = f"{_OWNERS}|{_YEAR_OWNERS}" if word == "nam" else f"{_OWNERS}|{_TIMES_OWNING}"
        if not before or not re.fullmatch(owners, before):
            return _WORDS[word]
    return None


def _round(line: str) -> int | None:
    match = _ROUND.search(line)
    if match is None:
        return None
    nth = match.group(1)
    return int(nth) if nth.isdigit() else _ROUNDS.get(nth) or _ORDINALS[nth]


def _item(line: str) -> int | None:
    if match := _ORDINAL.search(line):
        return _ORDINALS.get(match.group(1)) or int(match.group(1))
    if match := _NUMBERED_ITEM.search(line):
        return int(match.group(1))
    if match := _ENGLISH_ORDINAL.search(line):
        return english.ORDINALS[match.group(1) or match.group(2)]
    return 1 if _FIRST.search(line) else _LAST if _FINAL.search(line) else None


_RELATIVE_YEARS = {
    " nam nay ": 0,
    " nam ngoai ": -1,
    " nam sau ": 1,
    " nam toi ": 1,
    " this year ": 0,
    " last year ": -1,
    " next year ": 1,
}


def years(numbers: Numbers, line: str, today: date) -> tuple[int, ...]:
    """Return the years that a question names, in figures or from today ("năm ngoái"). line: folded."""
    said = [today.year + step for cue, step in _RELATIVE_YEARS.items() if cue in line]
    return tuple(dict.fromkeys((*numbers.years, *said)))
