"""Questions from a file of JSON lines: `{"id", "question", "scope"?, "history"?}`."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from knowledge.errors import BatchError


@dataclass(frozen=True, slots=True)
class BatchItem:
    """One question.

    scope: a plan id, a unit's name, or None for every plan; history: earlier user turns, oldest first.
    """

    id: str
    question: str
    scope: str | None = None
    history: tuple[str, ...] = ()


def read_batch(source: str) -> list[BatchItem]:
    """Read every line before the first is answered; blank lines are skipped. source: a path, or "-" for stdin.

    Raises BatchError, which names the line and what is wrong with it.
    """
    items: list[BatchItem] = []
    for number, line in enumerate(_lines(source), start=1):
        if line.strip():
            try:
                items.append(_item(_parsed(line)))
            except ValueError as error:
                raise BatchError(f"{_name(source)}, line {number}: {error}") from None
    return items


def _lines(source: str) -> list[str]:
    try:
        data = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
        return data.decode("utf-8-sig").split("\n")
    except OSError as error:
        raise BatchError(f"{source} cannot be read ({error.strerror}); check the path") from None
    except UnicodeDecodeError:
        raise BatchError(f"{_name(source)} is not UTF-8 text; save it as UTF-8") from None


def _parsed(line: str) -> Any:
    """Return a line's JSON value; raises ValueError in our own words."""
    try:
        return json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON from character {error.pos + 1} on; write one object a line") from None
    except RecursionError:
        raise ValueError("nested too deeply; write one object a line") from None
    except ValueError:  # Python's limit on the digits of a number
        raise ValueError("holds a number with too many digits; write it as a string") from None


def _item(value: Any) -> BatchItem:
    if not isinstance(value, dict):
        raise ValueError('must be an object such as {"id": "1", "question": "..."}')
    question_id, question, scope = value.get("id"), value.get("question"), value.get("scope")
    history = value.get("history") or []
    if not isinstance(question_id, str | int) or isinstance(question_id, bool):
        raise ValueError('"id" must be a string')
    if not isinstance(question, str):
        raise ValueError('"question" must be a string')
    if scope is not None and not isinstance(scope, str):
        raise ValueError('"scope" must be a plan id, a unit or null')
    if not isinstance(history, list) or not all(isinstance(turn, str) for turn in history):
        raise ValueError('"history" must be a list of strings')
    return BatchItem(str(question_id), question, scope or None, tuple(history))


def _name(source: str) -> str:
    return "standard input" if source == "-" else source
