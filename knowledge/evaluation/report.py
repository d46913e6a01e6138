"""Add rulings up: accuracy overall and by group, the ways of failing, length and speed."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from knowledge.evaluation.gold import GoldQuestion
from knowledge.evaluation.judge import Reply, Ruling, judge

Group = tuple[str, int, int]
"""A group's name, how many of it are right, how many it has."""


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of one run; one ruling for each gold question, in the file's order."""

    rulings: tuple[Ruling, ...]

    @property
    def accuracy(self) -> float:
        """Share of questions answered right, 0 to 1."""
        return sum(ruling.right for ruling in self.rulings) / len(self.rulings) if self.rulings else 0.0

    @property
    def false_answers(self) -> int:
        """Questions answered although the plans do not hold the answer."""
        return sum(ruling.false_answer for ruling in self.rulings)

    @property
    def false_answer_rate(self) -> float:
        """False answers as a share of the questions that must not be answered, 0 to 1."""
        held = sum(not ruling.question.answerable for ruling in self.rulings)
        return self.false_answers / held if held else 0.0

    @property
    def false_refusals(self) -> int:
        """Questions held back although the plans hold the answer."""
        return sum(ruling.false_refusal for ruling in self.rulings)

    @property
    def quotes(self) -> int:
        """Citations checked."""
        return sum(ruling.quotes for ruling in self.rulings)

    @property
    def bad_quotes(self) -> int:
        """Citations whose quote is not the source's text at its span."""
        return sum(ruling.bad_quotes for ruling in self.rulings)

    @property
    def strays(self) -> int:
        """Answers that cite a plan with no part in them."""
        return sum(ruling.stray for ruling in self.rulings)

    @property
    def failures(self) -> tuple[Ruling, ...]:
        """Rulings that found something wrong."""
        return tuple(ruling for ruling in self.rulings if not ruling.right)

    def groups(self, key: Callable[[GoldQuestion], str]) -> list[Group]:
        """Return (name, right, total) of every group that `key` makes, by name."""
        counts: dict[str, tuple[int, int]] = {}
        for ruling in self.rulings:
            name = key(ruling.question)
            right, total = counts.get(name, (0, 0))
            counts[name] = right + ruling.right, total + 1
        return [(name, *counts[name]) for name in sorted(counts)]

    def table(self, failures: int = 0) -> str:
        """Return the figures as plain text, and up to `failures` failed questions with their reasons."""
        lines = [f"{'accuracy':<22}{_share(sum(r.right for r in self.rulings), len(self.rulings))}", ""]
        for title, key in _GROUPINGS:
            lines.append(title)
            lines += [f"  {name:<20}{_share(right, total)}" for name, right, total in self.groups(key)]
        lines += ["", *self._faults(), *self._sizes()]
        if failures:
            lines += ["", *(_failure(ruling) for ruling in self.failures[:failures])]
        return "\n".join(lines)

    def as_dict(self) -> dict[str, object]:
        """Return the figures for JSON."""
        lengths, times = self._lengths(), self._times()
        return {
            "accuracy": round(self.accuracy, 4),
            "n": len(self.rulings),
            **{title: {n: [right, total] for n, right, total in self.groups(key)} for title, key in _GROUPINGS},
            "false_answers": self.false_answers,
            "false_refusals": self.false_refusals,
            "quotes": self.quotes,
            "quotes_not_verbatim": self.bad_quotes,
            "answers_with_stray_plan": self.strays,
            "median_chars": statistics.median(lengths) if lengths else None,
            "max_chars": max(lengths, default=None),
            "ms_p50": percentile(times, 0.50),
            "ms_p95": percentile(times, 0.95),
        }

    def _faults(self) -> list[str]:
        held = sum(not ruling.question.answerable for ruling in self.rulings)
        return [
            f"{'false answers':<22}{self.false_answers} of {held}",
            f"{'false refusals':<22}{self.false_refusals} of {len(self.rulings) - held}",
            f"{'quotes not verbatim':<22}{self.bad_quotes} of {self.quotes}",
            f"{'stray plans cited':<22}{self.strays}",
        ]

    def _sizes(self) -> list[str]:
        lengths, times = self._lengths(), self._times()
        lines = []
        if lengths:
            lines.append(f"{'characters':<22}median {statistics.median(lengths):.0f}, max {max(lengths)}")
        if times:
            lines.append(f"{'milliseconds':<22}p50 {percentile(times, 0.50):.1f}, p95 {percentile(times, 0.95):.1f}")
        return lines

    def _lengths(self) -> list[int]:
        return [ruling.length for ruling in self.rulings if ruling.length is not None]

    def _times(self) -> list[float]:
        return [ruling.ms for ruling in self.rulings if ruling.ms is not None]


def score(gold: Iterable[GoldQuestion], replies: Mapping[str, Reply], source_texts: Mapping[str, str]) -> Report:
    """Judge every question; replies: by question id (a missing one is a failure); source_texts: by plan id."""
    return Report(tuple(judge(question, replies.get(question.id), source_texts) for question in gold))


def percentile(values: Sequence[float], share: float) -> float | None:
    """Return the value below which `share` (0 to 1) of the values lie, by rank; None for no values."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)] if ordered else None


_GROUPINGS: tuple[tuple[str, Callable[[GoldQuestion], str]], ...] = (
    ("answerable", lambda question: "yes" if question.answerable else "no"),
    ("kind", lambda question: question.kind),
    ("language", lambda question: str(question.language)),
    ("style", lambda question: question.style),
)


def _share(right: int, total: int) -> str:
    return f"{right / total if total else 0:6.1%}  {right}/{total}"


def _failure(ruling: Ruling) -> str:
    question = ruling.question
    return f"FAIL {question.id} [{question.kind}] {question.question} -> {'; '.join(ruling.reasons)}"
