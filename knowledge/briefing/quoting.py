"""How much of the plan's words a line shows, and how much of them its footnote needs: whole clauses. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.answering.present import shorten
from knowledge.facts.dates import find_whens
from knowledge.model import Citation
from knowledge.parsing.sentences import clauses
from knowledge.patterns import later
from knowledge.text import added, fold

NOTE_LIMIT = 240
"""Characters of a note beyond which it keeps to what stands between commas."""
_WORD = later(r"(?:[^\W_]|[\u0300-\u036f])+")
_COMMA = later(r",\s")
_LOOSE = " \n\t,;-–+"
_DANGLING = later(
    r"(?:\s+(?:số|của|và|hoặc|là|về|cho|theo|các|những|một|với|trong|ngoài|tại|từ|đến|ở|có|được|bị|để|do|bằng|trên|"
    r"dưới|việc|sự|như|gồm|vào|qua|mà|nhằm))+$",
    re.IGNORECASE,
)
"""Words that only lead on to the next one."""
_IN_A_DATE = later(r"(?:\s+(?:\d[\d/.,%-]*|trước|sau|từ|đến|ngày|tháng|năm|quý|định kỳ|kỳ|lần thứ))+$", re.IGNORECASE)
_LEAST_HEAD = 10
"""Characters that stay of what comes before a time that a cut would lose."""
_LEAST_SHARE = 0.6
"""Of the characters wanted, how many a cut at the end of a clause has to leave."""

Token = tuple[str, int, int]


def needed(citations: Sequence[Citation], told: str) -> tuple[Citation, ...]:
    """Return the clauses of the citations that hold the words of `told`, each still at its span.

    All of them, where they share no word with it.
    """
    held = {citation: _tokens(citation.quote) for citation in citations}
    said = _tokens(told)
    wanted = _pairs(said)
    if not any(wanted & _pairs(tokens) for tokens in held.values()):
        wanted = {(word,) for word, *_ in said}
    kept: dict[Citation, Citation] = {}
    for citation, tokens in sorted(held.items(), key=lambda each: -len(wanted & _features(each[1]))):
        mine = wanted & _features(tokens)
        if mine:
            kept[citation] = _clauses_around(citation, *_shortest(tokens, mine))
            wanted -= mine
    return tuple(kept[citation] for citation in citations if citation in kept) or tuple(citations)


def times(text: str, start: int = 0) -> list[tuple[int, int]]:
    """Return where the times stand by which or at which something is done, those that end after `start`: not the date
    of a paper, nor two that frame an age ("15/10/1930 - 15/10/2020")."""
    found = (when for when in find_whens(text) if when.comparator or when.recurrence or when.time)
    return [(when.start, when.end) for when in found if when.end > start and not text[when.start].isdigit()]


def cut(text: str, limit: int) -> str:
    """Return the text in at most about `limit` characters, cut behind a clause where that leaves enough of it; a time
    that stands behind the cut is told after it.

    A quotation or bracket that the cut would leave open goes altogether, or is closed.
    """
    if len(text) <= limit:
        return text
    begun = head(text, limit)
    lost = times(text, len(begun.rstrip("…”)")))
    if not lost:
        return begun
    start, end = lost[0]
    room = max(_LEAST_HEAD, limit - (end - start) - 2)
    more = "…" if text[end:].strip(_LOOSE + ".") else ""
    return f"{head(text[:start].rstrip(_LOOSE), room)} {text[start:end]}{more}"


def head(text: str, limit: int) -> str:
    """Return the beginning of the text, as `cut` does, whatever stands behind it."""
    if len(text) <= limit:
        return text
    kept, closing, least = shorten(text, limit).rstrip("…"), "", limit * _LEAST_SHARE
    at = next((at for mark in ("; ", ", ") if (at := kept.rfind(mark)) >= least), len(kept))
    kept = kept[:at] if at < len(kept) else _IN_A_DATE.sub("", kept)
    for opener, closer in ("()", "“”"):
        if kept.count(opener) > kept.count(closer):
            at = kept.rfind(opener)
            kept, closing = (kept[:at], closing) if at >= least else (kept, closing + closer)
    return _DANGLING.sub("", kept.rstrip(_LOOSE + ":.")) + "…" + closing


def _tokens(text: str) -> list[Token]:
    found = ((fold(match[0]), match.start(), match.end()) for match in _WORD.finditer(text))
    return [(word.lstrip("0") or "0" if word.isdigit() else word, start, end) for word, start, end in found]


def _pairs(tokens: Sequence[Token]) -> set[tuple[str, ...]]:
    """Return the neighbouring words, and each number."""
    pairs: set[tuple[str, ...]] = {(one[0], other[0]) for one, other in pairwise(tokens)}
    return pairs | {(word,) for word, *_ in tokens if word.isdigit()}


def _features(tokens: Sequence[Token]) -> set[tuple[str, ...]]:
    return _pairs(tokens) | {(word,) for word, *_ in tokens}


def _shortest(tokens: Sequence[Token], wanted: set[tuple[str, ...]]) -> tuple[int, int]:
    """Return where the shortest stretch of tokens that holds all of `wanted` begins and ends."""
    places = sorted(
        (at, at + size - 1, feature)
        for size in (1, 2)
        for at in range(len(tokens) - size + 1)
        if (feature := tuple(word for word, *_ in tokens[at : at + size])) in wanted
    )
    last: dict[tuple[str, ...], tuple[int, int]] = {}
    best = (0, len(tokens) - 1)
    for first, end, feature in places:
        last[feature] = (first, end)
        if len(last) == len(wanted):
            start, stop = min(at for at, _ in last.values()), max(at for _, at in last.values())
            if stop - start < best[1] - best[0]:
                best = (start, stop)
    return tokens[best[0]][1], tokens[best[1]][2]


def _clauses_around(citation: Citation, start: int, end: int) -> Citation:
    """Widen [start, end) of a quote to whole clauses: to commas where those would be long."""
    quote = citation.quote
    ranges = [each for each in clauses(added(quote, 0)) if each[0] < end and start < each[1]]
    left, right = (min(ranges)[0], max(ranges, key=lambda each: each[1])[1]) if ranges else (0, len(quote))
    if right - left > NOTE_LIMIT:
        commas = [match.end() for match in _COMMA.finditer(quote, left, right)]
        if start - left > NOTE_LIMIT:  # else its subject stays with it
            left = max((at for at in commas if at <= start), default=left)
        right = min((at for at in commas if at >= end), default=right)
    while left < start and quote[left] in _LOOSE:
        left += 1
    while right > end and quote[right - 1] in _LOOSE:
        right -= 1
    return replace(citation, quote=quote[left:right], start=citation.start + left, end=citation.start + right)
