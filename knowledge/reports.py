"""Where people called words of plans wrong, kept in a file of its own for commands that run beside the bot (IO).

The bot keeps it whenever that changes. A plan's places hold for the text that they were kept for, no other.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from knowledge.model import Plan

FILE = "reported.json"
Spans = Sequence[tuple[int, int]]
"""Stretches of a source text."""


def keep(folder: Path, plans: Mapping[str, Plan], reported: Mapping[str, Spans]) -> None:
    """Write where words are called wrong, by plan; no file where none are."""
    file = folder / FILE
    held = {
        plan_id: {"text": _digest(plans[plan_id]), "spans": [list(span) for span in spans]}
        for plan_id, spans in reported.items()
        if plan_id in plans
    }
    if not held:
        file.unlink(missing_ok=True)
        return
    fresh = file.with_suffix(".new")
    fresh.write_text(json.dumps(held), "utf-8")
    fresh.replace(file)


def read(folder: Path, plans: Mapping[str, Plan]) -> dict[str, Spans]:
    """Return where words are called wrong in the plans as they are now; {} where nobody has kept any."""
    try:
        held = json.loads((folder / FILE).read_text("utf-8"))
        return {
            plan_id: [(int(start), int(end)) for start, end in entry["spans"]]
            for plan_id, entry in held.items()
            if plan_id in plans and entry["text"] == _digest(plans[plan_id])
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _digest(plan: Plan) -> str:
    return sha256(plan.source_text.encode("utf-8", "surrogatepass")).hexdigest()
