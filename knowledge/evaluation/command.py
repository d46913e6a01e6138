"""`python -m knowledge evaluate`: measure each target, print its figures, and a total when there are several."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.evaluation.report import Report, total
from knowledge.evaluation.targets import Notify, find, measure
from knowledge.settings import Settings

Say = Callable[[str], None]
"""Takes what goes to standard output."""

_TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Wish:
    """How the figures are wanted. as_json: an object a line; failures: how many failed questions to show; keep: the
    folder in which documents that were put in stay for the next run, in one of their own for each target; today: as of
    which day to answer."""

    as_json: bool = False
    failures: int = 0
    keep: Path | None = None
    today: date | None = None


def run(paths: Sequence[Path], settings: Settings, wish: Wish, say: Say, notify: Notify) -> list[Report]:
    """Measure the targets in order; one whose documents are not there is skipped aloud.

    Raises GoldError and whatever opening a library raises.
    """
    reports: list[Report] = []
    targets = [find(path) for path in paths]
    for target in targets:
        if target.missing is not None:
            notify(f"{target.name} is skipped: its documents are not here (no folder {target.missing})")
            if wish.as_json:
                say(json.dumps({"name": target.name, "skipped": "its documents are not here"}))
            continue
        keep = wish.keep / target.name.replace("/", "-") if wish.keep is not None else None
        report = measure(target, settings, keep, wish.today, notify)
        reports.append(report)
        say(_shown(target.name, report, wish))
    if len(reports) > 1:
        say(_shown(_TOTAL, total(reports), wish))
    return reports


def _shown(name: str, report: Report, wish: Wish) -> str:
    failures = 0 if name == _TOTAL else wish.failures
    if wish.as_json:
        return json.dumps({"name": name, **report.as_dict(failures)}, ensure_ascii=False)
    return f"{name}\n{report.table(failures)}\n"
