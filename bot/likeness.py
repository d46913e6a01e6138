"""Which questions ask the same. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from knowledge.text import folded_words

ALIKE = 85.0
"""Of 100: what `token_sort_ratio` gives two wordings of one question."""
_NEGATIONS = frozenset({"khong", "chua", "ko", "chang", "not", "no"})
_FILLERS = frozenset({"a", "oi", "nhe", "vay", "the", "ban", "xin", "cho", "toi", "minh", "em", "hoi", "vui", "long"})
"""Words of politeness, without diacritics; a question is the same without them."""


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that was refused or got a thumb down.

    number: the question's; scope: plan ids it is about, sorted, () for every plan; people: who asked or complained;
    why: the status or the reasons given; place: (chat, topic, message) to answer to.
    """

    number: int
    text: str
    unit: str | None
    scope: tuple[str, ...]
    people: frozenset[int]
    why: tuple[str, ...]
    place: tuple[int, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that ask the same about the same plans, newest first."""

    members: tuple[OpenQuestion, ...]

    @property
    def head(self) -> OpenQuestion:
        """The newest question, which stands for all."""
        return self.members[0]

    @property
    def people(self) -> int:
        """How many people wait for the answer."""
        return len({person for member in self.members for person in member.people})

    @property
    def texts(self) -> tuple[str, ...]:
        """The different wordings, newest first."""
        return tuple(dict.fromkeys(member.text for member in self.members))

    @property
    def why(self) -> tuple[str, ...]:
        """Why the questions are open, the most frequent first."""
        return tuple(reason for reason, _ in Counter(r for m in self.members for r in m.why).most_common())


def key(text: str) -> str:
    """Return what two texts share that ask the same word for word: no diacritics, marks, or words of politeness."""
    words = folded_words(text)
    return " ".join([word for word in words if word not in _FILLERS] or words)


def group(questions: Iterable[OpenQuestion]) -> list[Group]:
    """Return the questions in groups of one meaning, those that most people wait for first; input is newest first.

    Wordings must be close and agree in plans, numbers and negation: "6 tháng" and "9 tháng" are two questions.
    """
    found: list[tuple[str, tuple[object, ...], list[OpenQuestion]]] = []
    for question in questions:
        words, marks = key(question.text), _marks(question)
        home = next((members for head, other, members in found if marks == other and _alike(head, words)), None)
        if home is None:
            found.append((words, marks, [question]))
        else:
            home.append(question)
    groups = [Group(tuple(members)) for _, _, members in found]
    return sorted(groups, key=lambda item: (-item.people, -len(item.members), -item.head.number))


def _alike(one: str, other: str) -> bool:
    return fuzz.token_sort_ratio(one, other, score_cutoff=ALIKE) > 0


def _marks(question: OpenQuestion) -> tuple[object, ...]:
    words: Sequence[str] = folded_words(question.text)
    numbers = tuple(sorted(word.lstrip("0") for word in words if word.isdigit()))
    return question.scope, numbers, not _NEGATIONS.isdisjoint(words)
