"""What recognition leaves in doubt: numerals that break their sequence, raised marks, lines that it is not sure of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.readers.docx.numbering import written
from knowledge.readers.layout import Page
from knowledge.readers.layout.lines import SUPERSCRIPT, make_lines
from knowledge.text import Change

_SURE = 70  # percent: a line below it is shown to whoever approves the document
_MOST = 25
_LONGEST = 300
# The head of a part: a numeral, or what its strokes were taken for, before words in capitals.
_PART = re.compile(
    r"^(([IVXHLTl1|]{1,6})(?:[.,:][ \t]*|(?P<dash>[ \t]?[-–—][ \t]*)|[ \t]+))([^\W\d_]{2,})[,;]?[ \t]+([^\W\d_]{2,})",
    re.MULTILINE,
)
_ITEM = re.compile(r"^([Il|])([.,])(?=[ \t]+\S)", re.MULTILINE)
_NUMBERED = re.compile(r"^(\d{1,3})[.)](?=[ \t]+\S)", re.MULTILINE)
_QUARTER = re.compile(r"\b([Qq]u[ýy]|QUÝ)\s+(HI|IIl|lII|IlI|Ill|lll|Il|lI|ll|lV|l)\b")
_STROKES = {"H": "II", "l": "I", "1": "I", "|": "I", "T": "I", "L": "I"}
_NOTE_HEAD = re.compile(r"^(\d{1,2}|[?*'\"”’])(?=[ \t]+([^\W\d_]))", re.MULTILINE)
_NOTE = re.compile(r"^([¹²³⁰⁴-⁹]{1,2})\s", re.MULTILINE)
_MISREAD_MARK = re.compile(
    r"(?<=[\w%”])[\"'?!*°‘’”](?=[\s,.;:)]|$)|(?:(?<=[^\W\d_])|(?<=[”’)]))\d(?=[\s,.;:)]|$)", re.MULTILINE
)
# Words that exist, in pairs that don't: what tesseract's model makes of the pairs at the right, which every plan holds.
_SLIPS = {
    "đối mới": "đổi mới", "chuyển đối": "chuyển đổi", "thay đối": "thay đổi", "trao đối": "trao đổi",
    "tỉnh thần": "tinh thần", "tinh thân": "tinh thần", "chỉ bộ": "chi bộ", "chỉ đoàn": "chi đoàn",
    "chỉ hội": "chi hội", "thúc đấy": "thúc đẩy", "đấy mạnh": "đẩy mạnh", "tống hợp": "tổng hợp",
    "tống kết": "tổng kết", "thăng lợi": "thắng lợi", "phố biến": "phổ biến", "tố chức": "tổ chức",
    "cụ thế": "cụ thể", "tập thế": "tập thể", "đoàn thế": "đoàn thể", "bố sung": "bổ sung",
    "phát triến": "phát triển", "lăng nghe": "lắng nghe", "hiếu biết": "hiểu biết", "kiếm tra": "kiểm tra",
    "điến hình": "điển hình", "thẳng lợi": "thắng lợi", "thực hiên": "thực hiện", "cơ sở": "cơ sở",
}  # fmt: skip
_SLIP = re.compile(rf"\b(?:{'|'.join(_SLIPS)})\b", re.IGNORECASE)
# The letter ỵ is not among those that tesseract's model can write; in a year's name nothing else can be meant.
_YEAR = re.compile(r"\b(?:(?:năm|tết|xuân|đán|tuổi)\s+(?:đinh|kỷ|tân|quý)|ất)\s+(ty)\b", re.IGNORECASE)
_OTHERS = (
    (re.compile(r"\bnắm(?=\s+(?:19|20)\d\d\b)"), "năm"),
    (re.compile(r"\bTH[ỊÌ]?(?=\s+ĐUA\b)"), "THI"),
    (re.compile(r"(?<=[^\W\d_])\((?=[^\W\d_]+(?![^\W\d_)]))"), ""),
    (re.compile(r",(?=\s*\n+Trên đây\b)"), "."),
    (re.compile("Ñ"), "N"),
    (re.compile("ñ"), "n"),
)


def mend(text: str) -> list[Change]:
    """Return the places where recognition took a numeral or letter for another, in order.

    A numeral is changed only where its strokes allow it and the neighbours in the sequence ask for it.
    """
    found = (_parts, _items, _quarters, _years, _slips, _note_heads)
    return _in_order([change for look in found for change in look(text)])


def mend_marks(text: str) -> list[Change]:
    """Return the marks of notes that were taken for another sign, in order; for a text that `mend` has been through."""
    return _in_order(list(_marks(text)))


def told(text: str, changes: Sequence[Change]) -> Iterator[str]:
    """Yield a warning for each change of a numeral or mark; a slip of a letter is none."""
    for start, end, new in changes:
        old = text[start:end].strip()
        if old != new.strip() and not (_SLIP.fullmatch(old) or new in {right for _, right in _OTHERS}):
            yield f"“{old}” was taken for “{new.strip()}” by its place"


def _in_order(changes: list[Change]) -> list[Change]:
    changes.sort()
    return [change for at, change in enumerate(changes) if not at or change[0] >= changes[at - 1][1]]


def _parts(text: str) -> Iterator[Change]:
    heads = [match for match in _PART.finditer(text) if (match[4] + match[5]).isupper()]
    values = [_value(match[2]) for match in heads]
    for at, match in enumerate(heads):
        wanted = _expected(values, at)
        if wanted:
            values[at] = wanted
            numeral = written(wanted, "upperRoman") + (match["dash"] or ". ")
            if numeral != match[1].replace("\t", " "):
                yield *match.span(1), numeral


def _slips(text: str) -> Iterator[Change]:
    for match in _SLIP.finditer(text):
        right = _SLIPS[match[0].lower()]
        written_as = right.upper() if match[0].isupper() else match[0][0] + right[1:]
        if written_as != match[0]:
            yield *match.span(), written_as
    for pattern, right in _OTHERS:
        yield from ((*match.span(), right) for match in pattern.finditer(text))


def _note_heads(text: str) -> Iterator[Change]:
    """A bare number before a capital is the number of a note, the sign after such a note that of the next one."""
    last = 0
    for match in _NOTE_HEAD.finditer(text):
        number = int(match[1]) if match[1].isdigit() else last + 1 if last else 0
        if match[2].isupper() and number in (1, last + 1):
            last = number
            yield *match.span(1), str(number).translate(SUPERSCRIPT)


def _value(numeral: str) -> int:
    plain = "".join(_STROKES.get(char, char) for char in numeral)
    return next((n for n in range(1, 31) if written(n, "upperRoman") == plain), 0)


def _expected(values: Sequence[int], at: int) -> int:
    """Return what a part's numeral must be, 0 when its neighbours don't say."""
    before = values[at - 1] if at else 0
    after = values[at + 1] if at + 1 < len(values) else 0
    here = values[at]
    if not at and after == 2 and here in (0, 2):
        return 1
    strokes_lost = here in (before, 0) or here == before - 1
    if here != before + 1 and before and strokes_lost and (after == before + 2 or at + 1 == len(values)):
        return before + 1
    return here


def _items(text: str) -> Iterator[Change]:
    """An "I." or "l." that is followed by an item 2, and not by a part II, is a 1."""
    for match in _ITEM.finditer(text):
        following = _NUMBERED.search(text, match.end())
        part = _PART.match(text, match.start())
        if following and following[1] == "2" and not (part and (part[4] + part[5]).isupper()):
            yield match.start(), match.end(), "1."


def _quarters(text: str) -> Iterator[Change]:
    for match in _QUARTER.finditer(text):
        numeral = "".join(_STROKES.get(char, char) for char in match[2])
        yield match.start(2), match.end(2), numeral


def _years(text: str) -> Iterator[Change]:
    for match in _YEAR.finditer(text):
        yield *match.span(1), match[1][0] + ("Ỵ" if match[1].isupper() else "ỵ")


def _marks(text: str) -> Iterator[Change]:
    """The mark of a note whose mark stands nowhere: its numeral before it, else the one sign that closes nothing."""
    start = end = 0  # where the text begins whose notes these are, and where the last note's line ended
    taken: set[int] = set()
    for note in _NOTE.finditer(text):
        start = start if not text[end : note.start()].strip() else end
        end = max(text.find("\n", note.end()), note.end())
        if note[1] in text[start : note.start()].replace("\n" + note[1], ""):
            continue
        signs = [m for m in _MISREAD_MARK.finditer(text, start, note.start()) if m.start() not in taken]
        own = [m for m in signs if m[0].translate(SUPERSCRIPT) == note[1]]
        found = own or [m for m in signs if not _closes(text, m.start())]
        if len(found) == 1:
            taken.add(found[0].start())
            yield *found[0].span(), note[1]


def _closes(text: str, at: int) -> bool:
    """Tell whether the sign at `at` is the end of a quotation or of a question."""
    before = text[text.rfind("\n", 0, at) + 1 : at]
    if text[at] in "”’":
        return before.count("“") + before.count("‘") > before.count("”") + before.count("’")
    if text[at] in "\"'":
        return before.count(text[at]) % 2 == 1
    return text[at].isdigit() or (text[at] in "?!" and not before.endswith(tuple("0123456789%”")))


def doubtful(pages: Sequence[Page]) -> Iterator[str]:
    """Yield a warning for each page that was recognised, and for each of its lines that is not sure."""
    left = _MOST
    for number, page in enumerate(pages, 1):
        if page.confidence < 0:
            continue
        yield f"page {number} was read from a picture, {page.confidence} % sure"
        for line in make_lines(page.words):
            words = [word for segment in line.segments for word in segment.words]
            letters = sum(len(word.text) for word in words)
            sure = round(sum(word.confidence * len(word.text) for word in words) / letters)
            if sure < _SURE and left and any(map(str.isalnum, line.text)):
                left -= 1
                yield f"page {number}, {sure} % sure: “{' '.join(line.text.split())[:_LONGEST]}”"
