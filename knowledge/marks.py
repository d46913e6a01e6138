"""What chooses a plan among others: its lists, shares, times and words, as little of each as stays in memory.

A question that counts or orders all plans is settled by their marks; only the plans that are shown are opened.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.facts.due import sort_key
from knowledge.model import Deadline, Plan, StoredPlan
from knowledge.patterns import later
from knowledge.text import fold, folded_words, words
from knowledge.understanding.corpus import Corpus
from knowledge.understanding.syllables import canonical

HANDED_IN = later(r"\b(?:nop|gui|bao cao(?! vien)|dang ky|trinh)\b")
_TIME = 7
"""Numbers that are kept of a duty: see `_time`."""


@dataclass(frozen=True, slots=True)
class Marks:
    """lists: how many of what each names ("5 không"); shares: the amount of each target in percent, None of another;
    times: of each duty, as `_time` has them; beyond: folded words, and pairs of neighbours, of sections whose source
    holds them otherwise, as where a page breaks."""

    lists: tuple[tuple[int, str], ...] = ()
    shares: tuple[float | None, ...] = ()
    times: tuple[tuple[int, ...], ...] = ()
    beyond: tuple[str, ...] = ()


def marks_of(stored: StoredPlan) -> Marks:
    """Return what chooses a plan."""
    facts = stored.facts
    return Marks(
        tuple((each.count, each.word) for each in facts.no_lists),
        tuple(target.amount if target.unit == "%" else None for target in facts.targets),
        tuple(_time(duty) for duty in facts.deadlines),
        tuple(sorted(_joined(stored.plan).difference(_said(stored.plan.source_text)))),
    )


def _joined(plan: Plan) -> set[str]:
    """Return the words and pairs of each text of a plan, which are clean and whole."""
    texts = {plan.header.title or "", *(text for each in plan.walk() for text in (each.heading.text, each.body.text))}
    return set(itertools.chain.from_iterable(map(_said, texts)))


def _said(text: str) -> Iterator[str]:
    row = folded_words(text)
    yield from row
    yield from map(" ".join, itertools.pairwise(row))


def _time(duty: Deadline) -> tuple[int, ...]:
    """Return of a duty: is it proved, is something handed in, has it a month (0 or 1); its place in the calendar, and
    by day of the year; the year, and the stated one (0 for none)."""
    _, *day = sort_key(duty)
    year, stated = duty.year or duty.inferred_year or 0, duty.year or 0
    flags = (bool(duty.citations), is_handed_in(duty), bool(duty.month))
    in_year = (duty.month or 0) * 100 + (duty.day or 31)
    return (*map(int, flags), day[0] * 10000 + day[1] * 100 + day[2], in_year, year, stated)


def is_handed_in(duty: Deadline) -> bool:
    """Tell whether a duty is to send or report something to somebody."""
    return bool(duty.to or duty.via or HANDED_IN.search(fold(duty.what)))


class Marked:
    """The marks of a collection, by plan id, in its order."""

    def __init__(self, marks: Iterable[tuple[str, Marks]], corpus: Corpus) -> None:
        """marks: by plan id, in order; corpus: what the plans' texts say."""
        self._corpus = corpus
        self._ids: list[str] = []
        self._lists: dict[tuple[int, str], Counter[str]] = {}
        self._beyond: dict[str, list[str]] = {}
        shares: list[np.ndarray] = []
        times: list[np.ndarray] = []
        for plan_id, each in marks:
            self._ids.append(plan_id)
            for name in each.lists:
                self._lists.setdefault(name, Counter())[plan_id] += 1
            for said in each.beyond:
                self._beyond.setdefault(said, []).append(plan_id)
            shares.append(np.array(each.shares, np.float64))  # None is NaN
            times.append(np.array(each.times, np.int32).reshape(-1, _TIME))
        self._share_of, self._shares = _put_together(shares, np.zeros(0))
        self._time_of, self._times = _put_together(times, np.zeros((0, _TIME), np.int32))

    def with_list(self, count: int, word: str) -> list[str]:
        """Return the plans that have a list of this name ("5 không")."""
        return list(self._lists.get((count, word), ()))

    def targets(self, shares: Iterable[float] = ()) -> dict[str, int]:
        """Return how many targets the plans have that have any: of these shares, or of any kind where none is given."""
        wanted = list(shares)
        held = self._share_of[np.isin(self._shares, wanted)] if wanted else self._share_of
        counts = np.bincount(held, minlength=len(self._ids)).tolist()
        return {plan_id: count for plan_id, count in zip(self._ids, counts, strict=True) if count}

    def timed(self, *, handed_in: bool, dated: bool) -> list[str]:
        """Return the plans whose duties have a month (dated), or that have duties and no month for any.

        handed_in: only what is handed in counts, in a plan that has any such duty.
        """
        proved, handed, month = (self._times[:, at].astype(bool) for at in range(3))
        if handed_in:
            sends = self._any(proved & handed)
            proved &= handed | ~sends[self._time_of]
        having = self._any(proved & month)
        return self._named(having if dated else self._any(proved) & ~having)

    def in_order(self, *, handed_in: bool, yearly: bool, last: bool) -> tuple[list[str], bool]:
        """Return the plans by their first (or last) duty with a month, and whether days of the year were compared.

        handed_in: only what is handed in counts, if anything is; yearly: days of the year are compared in any case,
        else where the days do not stand in one calendar: of one year, or with their years stated, of two years on end.
        """
        counts = self._times[:, 2].astype(bool)
        handed = self._times[:, 1].astype(bool)
        if handed_in and handed.any():
            counts &= handed
        of, times = self._time_of[counts], self._times[counts]
        yearly = yearly or not in_one_calendar(times[:, 5].tolist(), times[:, 6].tolist())
        order = np.argsort(times[:, 4 if yearly else 3] * (-1 if last else 1), kind="stable")
        return [self._ids[plan] for plan in dict.fromkeys(of[order].tolist())], yearly

    def holding(self, row: Sequence[str]) -> list[str]:
        """Return, in order, the plans that hold all of some folded words, and all neighbours among them, somewhere: no
        other holds them in a row."""
        found: set[str] | None = None
        for part in [row] if len(row) == 1 else itertools.pairwise(row):
            own = {*self._corpus.with_pairs([part]), *self._beyond.get(" ".join(part), ())}
            found = own if found is None else found & own
        return [plan_id for plan_id in self._ids if plan_id in found] if found else []

    def saying(self, said: str, *, exact: bool) -> list[str]:
        """Return, in order, the plans in whose source words stand in a row, or whose sections hold two of them as
        neighbours that the source parts. exact: diacritics must agree."""
        plain, text = folded_words(said), self._corpus.spelt if exact else self._corpus.text
        needle = f" {' '.join(map(canonical, words(said)) if exact else plain)} "
        parted = {plan_id for pair in itertools.pairwise(plain) for plan_id in self._beyond.get(" ".join(pair), ())}
        return [plan_id for plan_id in self.holding(plain) if plan_id in parted or needle in text(plan_id)]

    def _any(self, rows: np.ndarray) -> np.ndarray:
        """Return of each plan whether a row of it is among those chosen."""
        found = np.zeros(len(self._ids), bool)
        found[self._time_of[rows]] = True
        return found

    def _named(self, chosen: np.ndarray) -> list[str]:
        return [self._ids[at] for at in np.flatnonzero(chosen).tolist()]


def _put_together(rows: list[np.ndarray], none: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the number of the plan of each row, and the rows."""
    of = np.repeat(np.arange(len(rows), dtype=np.int32), [len(each) for each in rows])
    return of, np.concatenate(rows) if rows else none


def in_one_calendar(known: Collection[int], stated: Collection[int]) -> bool:
    """Tell whether days stand in one calendar: of one year, or with their years stated, of two years on end.

    known: the years of days, stated or inferred; stated: those that are stated; 0 where there is none.
    """
    return len(set(known)) == 1 or (bool(stated) and all(stated) and max(stated) - min(stated) <= 1)
