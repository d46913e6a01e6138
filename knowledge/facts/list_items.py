"""Where the items of a list stand in a text: ranges of the clean text, found by the word that the list is called by.

"5 không" promises five parts that each begin with "không", parted by semicolons where any of them holds a comma of its
own, else by commas. Other lists ("3 sạch") may say their word last ("bàn sạch, tủ sạch") or not at all, as long as
there are exactly as many parts as the name says.
"""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.model import NO

Range = tuple[int, int]
Key = tuple[int, str]
"""How many items a list has by its name, and the word that it is called by: 5, "không"."""

_OPENS = re.compile(
    r"(?P<colon>:)\s*|\(\s*(?:gồm(?: có)?|là|cụ thể(?: là)?)?\s*:?\s*|(?<!\w)(?:gồm|là|cụ thể|như sau)\s*:?\s+",
    re.IGNORECASE,
)
_FARTHEST = 160  # characters between a name and the colon that opens its items
_SUMS_UP = re.compile(r"(?:gọi(?: tắt| chung)?|viết tắt|tức|đây|đó)(?: chính)? là\s*$|\bthành\s*$", re.IGNORECASE)
_MARK = r"(?:[-+*•–]\s*)?(?:\(?\d{1,2}[.)]\s*|[a-zđ]\)\s*)?"
_ORDINAL = re.compile(r"^[“\"'(]?\s*\(?\d{1,2}[.)]\s*")
_PART = re.compile(r"[;,]\s*(?:và\s+)?|(?<=\s)và\s+")
_LONGEST_PART = 60  # characters of an item that doesn't say the list's word
_ENDS = " .;,:"


@lru_cache(64)
def _heads(word: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<parted>^|[;,\n]|(?<=\s)và(?=\s))\s*(?:và\s+)?{_MARK}(?P<item>[“\"'(]?\s*(?:nói\s+)?{word}(?!\w))",
        re.IGNORECASE,
    )


def begins(text: str, word: str) -> bool:
    """Tell whether a text begins with the word, as an item of a list does."""
    return _heads(word).match(text) is not None


def after(text: str, start: int, end: int, key: Key, *, shared: bool = False) -> list[Range]:
    """Return the items that a colon, bracket or verb in text[start:end] opens, none where nothing does.

    shared: with items of another list of the same name before them ("3 không, 2 có").
    """
    for opening in _OPENS.finditer(text, start, end):
        if opening.start() - start > _FARTHEST or re.search(r"[;.]\s", text[start : opening.start()]):
            break
        stop = _closing(text, opening.end(), end) if "(" in opening.group() else end
        ranges = headed(text, opening.end(), stop, key) or (_further(text, opening.end(), stop, key) if shared else [])
        ranges = ranges or (_counted(text, opening.end(), stop, key) if opening["colon"] else [])
        if ranges:
            return ranges
    return []


def before(text: str, start: int, end: int, key: Key) -> list[Range]:
    """Return the items in text[start:end], at whose end they are summed up ("..., gọi tắt là")."""
    summing = _SUMS_UP.search(text, start, end)
    if summing is None:
        return []
    stop = start + len(text[start : summing.start()].rstrip(" (,;–-"))
    heads = [match.start("item") for match in _heads(key[1]).finditer(f"{' ' * start}{text[start:stop]}")]
    return headed(text, heads[-key[0]], stop, key) if len(heads) >= key[0] else []


def _further(text: str, start: int, end: int, key: Key) -> list[Range]:
    """Return the items that stand somewhere in text[start:end]: as many as the list's name says."""
    head = next(_heads(key[1]).finditer(text[start:end]), None)
    ranges = headed(text, start + head.start("item"), end, key) if head else []
    return ranges if len(ranges) == key[0] else []


def headed(text: str, start: int, end: int, key: Key) -> list[Range]:
    """Return the items of text[start:end], which begins with one, that each begin with the list's word.

    Only as many as the list's name says will do; fewer, but two at least, for a "không" alone.
    """
    count, word = key
    region = text[start:end]
    heads = [(m.start(), m.start("item"), m["parted"]) for m in _heads(word).finditer(region)]
    if not heads or heads[0][0] != 0 or heads[0][2]:
        return []
    coarse = _parts(region, [head for head in heads if head[2] != ","])
    fine = _parts(region, heads)
    best = next((each for each in (coarse, fine) if len(each) == count), coarse if len(coarse) > 1 else fine)
    if len(best) != count and (word != NO or len(best) < 2):
        return []
    return [_trimmed(text, start + a, start + b) for a, b in best[: max(count, 2)]]


def _parts(region: str, heads: list[tuple[int, int, str]]) -> list[Range]:
    """The stretch from each head to the next, as far as nothing else stands between them after a semicolon."""
    parts: list[Range] = []
    for at, (_, item, _) in enumerate(heads):
        stop = heads[at + 1][0] if at + 1 < len(heads) else len(region)
        cut = region.find(";", item, stop)
        parts.append((item, cut if cut >= 0 else stop))
        if cut >= 0:
            break
    return parts


def _counted(text: str, start: int, end: int, key: Key) -> list[Range]:
    """Return exactly as many short parts as the name says; the first ones that end with its word, if so many do."""
    count, word = key
    cuts = [match.span() for match in _PART.finditer(text, start, end)]
    parts = list(zip([start, *(b for _, b in cuts)], [*(a for a, _ in cuts), end], strict=True))
    parts = [_trimmed(text, a, b) for a, b in parts if text[a:b].strip(_ENDS)]
    last = re.compile(rf"(?<!\w){word}$", re.IGNORECASE)
    ending = len(parts) >= count and all(last.search(text[a:b]) for a, b in parts[:count])
    short = len(parts) == count > 2 and all(b - a <= _LONGEST_PART for a, b in parts)
    return parts[:count] if word != NO and (ending or short) else []


def _closing(text: str, start: int, end: int) -> int:
    """Where the bracket that opened before `start` closes."""
    depth = 1
    for at in range(start, end):
        depth += (text[at] == "(") - (text[at] == ")")
        if depth == 0:
            return at
    return end


def _trimmed(text: str, start: int, end: int) -> Range:
    ordinal = _ORDINAL.match(text[start:end])
    start += ordinal.end() if ordinal else 0
    while end > start and text[end - 1] in _ENDS:
        end -= 1
    if text[start] in "“\"'" and end > start and text[end - 1] in "”\"'" and text[start:end].count("”") <= 1:
        return start + 1, end - 1
    unopened = text[end - 1] == ")" and text.count("(", start, end) < text.count(")", start, end)
    return start, end - 1 if unopened else end
