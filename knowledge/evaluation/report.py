"""Add rulings up: accuracy overall and by group, the ways of failing, evidence found, length and speed."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from knowledge.evaluation.gold import Expect, GoldQuestion
from knowledge.evaluation.judge import Reply, Ruling, judge

Group = tuple[str, int, int]
"""A group's name, how many of it are right, how many it has."""

Share = tuple[int, int]
"""How many, of how many."""

FIRST_PLACES = (1, 3)
"""Among how many of the first ranked units, or first citations, evidence is sought."""


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of one run; one ruling for each gold question, in the file's order.

    sealed: the questions are not to be seen, so that only totals are told: no group, no failure; crashes: questions at
    which the program failed (they count as wrong).
    """

    rulings: tuple[Ruling, ...]
    sealed: bool = False
    crashes: int = 0

    @property
    def accuracy(self) -> float:
        """Share of questions answered right, 0 to 1."""
        return self.right / len(self.rulings) if self.rulings else 0.0

    @property
    def right(self) -> int:
        """Questions answered right."""
        return sum(ruling.right for ruling in self.rulings)

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
    def denied(self) -> int:
        """Questions held back although the plans hold the answer."""
        return sum(ruling.denied for ruling in self.rulings)

    @property
    def false_denials(self) -> int:
        """Questions held back while a citation of the very reply covers the evidence."""
        return sum(ruling.false_denial for ruling in self.rulings)

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

    def nearest(self, *, answerable: bool) -> Share:
        """Return how many replies on one side only quote what is nearest, and how many questions that side has."""
        side = [r for r in self.rulings if r.question.answerable is answerable and r.question.key is None]
        return sum(ruling.nearest for ruling in side), len(side)

    def cited(self, first: int) -> Share:
        """Return how often one of the `first` citations covers the evidence, of the questions that have some."""
        return _found([ruling.evidence_at for ruling in self.rulings], first)

    def ranked(self, first: int) -> Share | None:
        """Return the same among the `first` ranked units; None when the engine tells of none."""
        share = _found([ruling.ranked_at for ruling in self.rulings], first)
        return share if share[1] else None

    def groups(self, key: Callable[[GoldQuestion], str | None]) -> list[Group]:
        """Return (name, right, total) of every group that `key` makes, by name; None leaves a question out."""
        counts: dict[str, tuple[int, int]] = {}
        for ruling in self.rulings:
            name = key(ruling.question)
            if name is not None:
                right, total = counts.get(name, (0, 0))
                counts[name] = right + ruling.right, total + 1
        return [(name, *counts[name]) for name in sorted(counts)]

    def table(self, failures: int = 0) -> str:
        """Return the figures as plain text, and up to `failures` failed questions with their reasons."""
        lines = [_line("accuracy", (self.right, len(self.rulings))), ""]
        for title, key in self._groupings():
            groups = self.groups(key)
            lines += [title] * bool(groups)
            lines += [f"  {name[:45]:<22}{_share(right, of)}" for name, right, of in groups]
        lines += ["", *self._faults(), *self._evidence(), *self._sizes()]
        if failures and not self.sealed:
            lines += ["", *(_failure(ruling) for ruling in self.failures[:failures])]
        return "\n".join(lines)

    def as_dict(self, failures: int = 0) -> dict[str, object]:
        """Return the figures for JSON, and up to `failures` failed questions with their reasons."""
        lengths, times = self._lengths(), self._times()
        figures: dict[str, object] = {
            "accuracy": round(self.accuracy, 4),
            "n": len(self.rulings),
            **{title: {n: [right, total] for n, right, total in self.groups(key)} for title, key in self._groupings()},
            "false_answers": [self.false_answers, self._held()],
            "refused_though_answerable": [self.denied, self._to_answer()],
            "false_denials": [self.false_denials, self._to_answer()],
            "nearest_of_answerable": list(self.nearest(answerable=True)),
            "nearest_of_unanswerable": list(self.nearest(answerable=False)),
            **{f"evidence_cited_at_{n}": list(self.cited(n)) for n in FIRST_PLACES},
            **{f"evidence_ranked_at_{n}": list(share) for n in FIRST_PLACES if (share := self.ranked(n))},
            **{f"claims_judged_{how}": list(share) for how, share in self._claims() if share[1]},
            "quotes": self.quotes,
            "quotes_not_verbatim": self.bad_quotes,
            "answers_with_stray_plan": self.strays,
            "crashes": self.crashes,
            "median_chars": statistics.median(lengths) if lengths else None,
            "max_chars": max(lengths, default=None),
            "ms_p50": percentile(times, 0.50),
            "ms_p95": percentile(times, 0.95),
        }
        if failures and not self.sealed:
            figures["failures"] = [
                {"id": r.question.id, "question": r.question.question, "reasons": list(r.reasons)}
                for r in self.failures[:failures]
            ]
        return figures

    def _groupings(self) -> Sequence[tuple[str, Callable[[GoldQuestion], str | None]]]:
        return _GROUPINGS[:1] if self.sealed else _GROUPINGS

    def _held(self) -> int:
        return sum(not ruling.question.answerable for ruling in self.rulings)

    def _to_answer(self) -> int:
        return sum(r.question.answerable and r.question.expect is Expect.ANSWER for r in self.rulings)

    def _faults(self) -> list[str]:
        lines = [
            _line("false answers", (self.false_answers, self._held())),
            _line("refused, answerable", (self.denied, self._to_answer())),
            _line("  evidence in hand", (self.false_denials, self._to_answer())),
            _line("nearest, answerable", self.nearest(answerable=True)),
            _line("nearest, unanswerable", self.nearest(answerable=False)),
            *(_line(f"claims judged {how}", share) for how, share in self._claims() if share[1]),
            _line("quotes not verbatim", (self.bad_quotes, self.quotes)),
            f"{'stray plans cited':<24}{self.strays}",
        ]
        return [*lines, f"{'crashes':<24}{self.crashes}"] if self.crashes else lines

    def _claims(self) -> list[tuple[str, tuple[int, int]]]:
        """Return of how many claims the reply says rightly, and wrongly, whether they hold."""
        claims = [(r.verdict, r.question.claim) for r in self.rulings if r.question.answerable]
        claims = [(said, holds) for said, holds in claims if holds is not None]
        right = sum(said == holds for said, holds in claims)
        wrong = sum(said is not None and said != holds for said, holds in claims)
        return [("rightly", (right, len(claims))), ("wrongly", (wrong, len(claims)))]

    def _evidence(self) -> list[str]:
        lines = [_line(f"evidence in citation {n}" if n == 1 else f"  first {n}", self.cited(n)) for n in FIRST_PLACES]
        for n in FIRST_PLACES:
            if share := self.ranked(n):
                lines.append(_line(f"evidence in unit {n}" if n == 1 else f"  first {n}", share))
        return lines

    def _sizes(self) -> list[str]:
        lengths, times = self._lengths(), self._times()
        lines = []
        if lengths:
            lines.append(f"{'characters':<24}median {statistics.median(lengths):.0f}, max {max(lengths)}")
        if times:
            lines.append(f"{'milliseconds':<24}p50 {percentile(times, 0.50):.1f}, p95 {percentile(times, 0.95):.1f}")
        return lines

    def _lengths(self) -> list[int]:
        return [ruling.length for ruling in self.rulings if ruling.length is not None]

    def _times(self) -> list[float]:
        return [ruling.ms for ruling in self.rulings if ruling.ms is not None]


def score(gold: Iterable[GoldQuestion], replies: Mapping[str, Reply], source_texts: Mapping[str, str]) -> Report:
    """Judge every question; replies: by question id (a missing one is a failure); source_texts: by plan id."""
    return Report(tuple(judge(question, replies.get(question.id), source_texts) for question in gold))


def total(reports: Sequence[Report]) -> Report:
    """Return one report over all rulings; sealed as soon as one of them is."""
    return Report(
        tuple(ruling for report in reports for ruling in report.rulings),
        sealed=any(report.sealed for report in reports),
        crashes=sum(report.crashes for report in reports),
    )


def percentile(values: Sequence[float], share: float) -> float | None:
    """Return the value below which `share` (0 to 1) of the values lie, by rank; None for no values."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)] if ordered else None


def _claim(question: GoldQuestion) -> str | None:
    return None if question.claim is None else ("true" if question.claim else "false")


_GROUPINGS: tuple[tuple[str, Callable[[GoldQuestion], str | None]], ...] = (
    ("answerable", lambda question: "yes" if question.answerable else "no"),
    ("kind", lambda question: question.kind),
    ("language", lambda question: str(question.language)),
    ("style", lambda question: question.style),
    ("scope", lambda question: "scoped" if question.scope else "unscoped"),
    ("turn", lambda question: "follow-up" if question.history else "first"),
    ("claim", _claim),
    ("unanswerable", lambda q: None if q.answerable else ("near miss" if q.near_miss else "other")),
)


def _found(places: Iterable[int | None], first: int) -> Share:
    known = [place for place in places if place is not None]
    return sum(1 <= place <= first for place in known), len(known)


def _line(name: str, share: Share) -> str:
    return f"{name:<24}{_share(*share)}"


def _share(right: int, of: int) -> str:
    return f"{right / of if of else 0:6.1%}  {right}/{of}"


def _failure(ruling: Ruling) -> str:
    question = ruling.question
    return f"FAIL {question.id} [{question.kind}] {question.question} -> {'; '.join(ruling.reasons)}"
