"""The people whom a yes/no question asks a list for: "q1 có 5 không cho cán bộ không"."""

from __future__ import annotations

import re

from knowledge.answering.matching import Need
from knowledge.facts.lexicon import ACTOR
from knowledge.model import Language, Query
from knowledge.patterns import later
from knowledge.text import folded_words

GROUP_ENOUGH = 0.5
"""Coverage of the people asked about from which a list's target names them."""
GROUP_NAMING = frozenset(folded_words("dành riêng cho đối với của áp dụng for"))
_FOR = later(r"(?<!\w)(?:dành riêng cho|dành cho|riêng cho|áp dụng cho|đối với|cho|của)\s+", re.IGNORECASE)
_END = later(r"\s+(?:hay\s+)?(?:có|không|chưa|chăng|à|ạ|vậy)(?!\w)|[?.!,;]|$", re.IGNORECASE)
_FOR_EN = later(r"\bfor (?P<group>[a-z][^?.!,;]{2,60})", re.IGNORECASE)


def asked_group(query: Query, need: Need) -> str | None:
    """Return the people that a yes/no question asks a list for, in its words; None for any other question.

    need: what the question asks for beyond the naming of the list; the people must be all of it.
    """
    if "whether" not in query.slots.shape or query.item is not None:
        return None
    if query.language is Language.EN:
        match = _FOR_EN.search(query.text)
        return match["group"].strip() if match and ACTOR.search(query.restored) else None
    for match in _FOR.finditer(query.restored):
        if ACTOR.match(query.restored, match.end()):
            end = _END.search(query.restored, match.end())
            group = query.restored[match.end() : end.start() if end else None].strip()
            if need and {word for _, word in need.without(GROUP_NAMING).words} <= set(folded_words(group)):
                return group
    return None
