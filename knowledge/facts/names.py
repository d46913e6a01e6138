"""Names of offices in which a doing stands: "Phòng Kế hoạch tổng hợp", "Ban Quản lý dự án đầu tư xây dựng".

No list holds them, but a plan says them itself: where it always goes on the same way after "Phòng Kế hoạch", and the
whole acts ("Phòng Kế hoạch tổng hợp là đầu mối"), the whole is the name.
"""

from __future__ import annotations

from itertools import takewhile

from knowledge.facts.lexicon import NAMED_OFFICE, SUBJECT_END
from knowledge.facts.reading import units
from knowledge.model import Plan
from knowledge.patterns import later

_JOINT = "ǀ"  # a letter that no text has, so that no verb begins or ends at it
_MOST_WORDS = 7
_LEAST_TIMES = 2
_WORDS = later(r"(?:\s+(?:[-–]\s+)?\w+)*")
_ACTS = later(r"\s+(?:là|có trách nhiệm|chịu trách nhiệm|chủ trì|phối hợp|căn cứ|tham mưu|phụ trách|chủ động)(?!\w)")
"""What goes on after a whole name, and after no doing."""


def joined_names(plan: Plan, text: str) -> str:
    """Return a text of the plan, of the same length, in which such names are one word after their noun."""
    for name in _names(plan):
        if name in text:
            noun, _, rest = name.partition(" ")
            text = text.replace(name, f"{noun} {rest.replace(' ', _JOINT)}")
    return text


def parted(words: str) -> str:
    """Return words of such a text as the plan has them."""
    return words.replace(_JOINT, " ")


_last: list[tuple[Plan, tuple[str, ...]]] = []  # of the plan that is being read


def _names(plan: Plan) -> tuple[str, ...]:
    kept = next((names for known, names in _last if known is plan), None)
    if kept is None:
        kept = tuple(_find(plan))
        _last[:] = [(plan, kept)]
    return kept


def _find(plan: Plan) -> list[str]:
    found: dict[str, list[tuple[list[str], str]]] = {}
    for unit in units(plan):
        text = unit.text.text
        for match in NAMED_OFFICE.finditer(text):
            if text[match.start() - 1 : match.start()].isalpha():
                continue
            rest = _WORDS.match(text, match.end())
            words = rest.group().split()[:_MOST_WORDS] if rest else []
            found.setdefault(match.group(), []).append((words, text[match.start() : match.end() + 120]))
    return [name for begins, said in found.items() if (name := _whole(begins, said))]


def _whole(begins: str, said: list[tuple[list[str], str]]) -> str | None:
    """Return the name that all of its mentions go on with, where a doing stands in it and the whole acts."""
    if len(said) < _LEAST_TIMES:
        return None
    same = takewhile(lambda at: len({tuple(words[:at]) for words, _ in said}) == 1, range(1, _MOST_WORDS + 1))
    words = said[0][0][: max(same, default=0)]
    name = " ".join([begins, *words])
    acts = any(mention.startswith(name) and _ACTS.match(mention, len(name)) for _, mention in said)
    return name if acts and SUBJECT_END.search(name, len(begins)) else None
