"""Ask questions plain and dressed, and count how often the evidence stays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.evaluation import Answerer, Expect, GoldQuestion
from knowledge.evaluation.judge import proves
from tests.frames.frames import dresses


@dataclass(frozen=True, slots=True)
class Outcome:
    """asked: questions whose evidence the plain form finds, and of how many; kept, tried: dressed forms, by the dress's
    name; lost: (dress, question as dressed) of those that lost it."""

    asked: tuple[int, int]
    kept: Counter[str]
    tried: Counter[str]
    lost: tuple[tuple[str, str], ...]

    @property
    def share(self) -> float:
        """Share of dressed forms that find the evidence which the plain form finds, 0 to 1."""
        return self.kept.total() / self.tried.total() if self.tried else 0.0

    def table(self, losses: int = 0) -> str:
        """Return the figures as plain text, the worst dresses first, and some of the losses."""
        lines = [
            f"plain form finds it     {self.asked[0]}/{self.asked[1]}",
            f"dressed keep it        {self.share:6.1%}  {self.kept.total()}/{self.tried.total()}",
        ]
        worst = sorted(self.tried, key=lambda name: (self.kept[name] / self.tried[name], name))
        lines += [f"  {name:<28}{self.kept[name]}/{self.tried[name]}" for name in worst]
        return "\n".join([*lines, *(f"LOST [{name}] {text}" for name, text in self.lost[:losses])])


def sample(gold: Iterable[GoldQuestion], size: int) -> list[GoldQuestion]:
    """Return `size` answerable questions with evidence, evenly spread over the file."""
    fit = [q for q in gold if q.expect is Expect.ANSWER and q.evidence and q.kind != "compare"]
    step = max(1, len(fit) // size)
    return fit[::step][:size]


def run(questions: Sequence[GoldQuestion], library: Answerer, only: Sequence[str] = ()) -> Outcome:
    """Ask each question plain and in every dress (or those named) that fits it; what the plain form misses is left
    out."""
    kept: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    lost: list[tuple[str, str]] = []
    found = 0
    for question in questions:
        if not _finds(library, question, question.question):
            continue
        found += 1
        for name, dress in dresses(question.language).items():
            dressed = dress(question.question) if not only or name in only else None
            if dressed is None:
                continue
            tried[name] += 1
            if _finds(library, question, dressed):
                kept[name] += 1
            else:
                lost.append((name, dressed))
    return Outcome((found, len(questions)), kept, tried, tuple(lost))


def _finds(library: Answerer, question: GoldQuestion, text: str) -> bool:
    """Tell whether the first citation of the reply covers the evidence."""
    first = library.ask(text, unit=question.scope, history=question.history).citations[:1]
    return any(proves(citation.plan_id, citation.quote, question.evidence) for citation in first)
