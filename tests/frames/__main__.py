"""`python -m tests.frames`: the share of dressed questions that keep their evidence."""

from __future__ import annotations

import argparse
from pathlib import Path

from knowledge.evaluation import load_gold
from knowledge.evaluation.targets import find, library_for
from knowledge.settings import load_settings
from tests.frames.run import run, sample

FIVE = Path(__file__).parents[1] / "gold" / "collections" / "five"


def main() -> None:
    """Ask a sample of the questions of each folder in every dress."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=[FIVE])
    parser.add_argument("--questions", type=int, default=30, help="how many of each folder (default 30)")
    parser.add_argument("--lost", type=int, default=0, help="show so many of the dressed forms that lost it")
    parser.add_argument("--data-dir", type=Path, help="where the documents stay for the next run")
    given = parser.parse_args()
    for folder in given.folders:
        target = find(folder)
        if target.sealed:
            parser.error(f"{folder} is sealed")
        keep = given.data_dir / target.name.replace("/", "-") if given.data_dir else None
        with library_for(target, (), load_settings(), keep, print) as library:
            outcome = run(sample(load_gold(target.questions), given.questions), library)
        print(f"{target.name}\n{outcome.table(given.lost)}\n")


if __name__ == "__main__":
    main()
