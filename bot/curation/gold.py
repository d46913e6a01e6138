"""A curated answer as a proposed gold question, for a person to review and move to `tests/gold`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from bot.curation.store import CuratedAnswer
from knowledge.model import Intent, Query

FILE = "gold-proposals.jsonl"
_KINDS = {
    Intent.NO_LIST: "five_no",
    **{intent: intent.value for intent in (Intent.DEADLINE, Intent.TARGET, Intent.REWARD, Intent.RESPONSIBILITY)},
    **{intent: intent.value for intent in (Intent.CRITERIA, Intent.REFERENCE, Intent.CONTACT)},
}


def gold_line(
    number: int, question: str, unit: str | None, query: Query | None, answer: CuratedAnswer
) -> dict[str, Any]:
    """Return a line that `python -m knowledge evaluate` reads; the administrator's words stand in its note."""
    return {
        "id": f"curated-{number}",
        "question": question,
        "lang": query.language.value if query else "vi",
        "style": "chat",
        "scope": unit,
        "type": _KINDS.get(query.intent, "definition") if query else "definition",
        "answerable": True,
        "plans": sorted({cited.plan_id for cited in answer.citations}),
        "evidence": [
            {"plan": cited.plan_id, "quote": cited.quote, "section": cited.section} for cited in answer.citations
        ],
        "must_include": [],
        "must_not_include": [],
        "expect": "answer",
        "note": answer.text,
    }


def propose(folder: Path, line: dict[str, Any]) -> None:
    """Add a line to the file of proposals in `folder`. Raises OSError."""
    with (folder / FILE).open("a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")
