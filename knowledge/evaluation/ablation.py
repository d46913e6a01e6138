"""What every cue rule and every room of answers earns (`make ablate`).

Each question of the open collections is answered once as it is and once without each rule and room that took part; a
rule earns the questions that are right with it and wrong without, less those that it spoils.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.evaluation.gold import GoldQuestion, load_gold
from knowledge.evaluation.judge import Reply, judge
from knowledge.evaluation.targets import find, library_for
from knowledge.library import Library
from knowledge.settings import Settings
from knowledge.understanding import switches

FEWEST = 3
"""Questions that a rule has to earn to be worth its lines."""


@dataclass(slots=True)
class Tally:
    """By name: how many questions it took part in, wins and spoils."""

    part: Counter[str] = field(default_factory=Counter)
    wins: Counter[str] = field(default_factory=Counter)
    spoils: Counter[str] = field(default_factory=Counter)

    def lines(self) -> Iterator[str]:
        """Yield a line a name, what earns least first."""
        for name in sorted(self.part, key=lambda each: (self.wins[each] - self.spoils[each], self.part[each])):
            earned = self.wins[name] - self.spoils[name]
            mark = "" if earned >= FEWEST else "  *"
            yield f"{name:24} {self.part[name]:6} {self.wins[name]:6} {self.spoils[name]:6} {earned:6}{mark}"


def main() -> None:
    """Measure and print the table; what earns fewer than FEWEST is marked."""
    parser = argparse.ArgumentParser(prog="python -m knowledge.evaluation.ablation", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    folders = parser.parse_args().folders or sorted(Path("tests/gold/collections").iterdir())
    tally = Tally()
    for folder in folders:
        target = find(folder)
        if target.sealed:
            parser.error(f"{folder} is sealed")
        if target.missing:
            print(f"{target.name} is skipped: its documents are not here")
            continue
        with library_for(target, (), Settings(), None, lambda _: None) as library:
            measure(library, load_gold(target.questions), tally)
    print(f"{'name':24} {'part':>6} {'wins':>6} {'spoils':>6} {'earned':>6}")
    for line in tally.lines():
        print(line)


def measure(library: Library, gold: list[GoldQuestion], tally: Tally) -> None:
    """Answer every question with and without what took part in it."""
    sources = {stored.plan_id: stored.plan.source_text for stored in library.plans()}

    def is_right(question: GoldQuestion) -> bool:
        answer = library.ask(question.question, unit=question.scope, history=question.history)
        return judge(question, Reply.of(answer), sources).right

    for question in gold:
        with switches.listening() as seen:
            right = is_right(question)
        for name in set(seen):
            tally.part[name] += 1
            with switches.off(name):
                without = is_right(question)
            tally.wins[name] += right and not without
            tally.spoils[name] += without and not right


if __name__ == "__main__":
    main()
