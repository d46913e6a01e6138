"""What a reader gives back, and how it crosses from the child process: one JSON object."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

from knowledge.errors import Fault, UnreadableFile


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as text. page_starts: offset at which each page begins, () for a kind without pages;
    page_confidence: how sure the recognition of each page is, in percent, -1 where the page holds text of its own;
    warnings: English, for the operator."""

    text: str
    page_starts: tuple[int, ...] = ()
    page_confidence: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()


class Unreadable(Exception):
    """Why a file's content can't be read and what to do: English, without the file's name."""

    def __init__(self, reason: str, fault: Fault = Fault.OTHER) -> None:
        super().__init__(reason)
        self.reason = reason
        self.fault = fault

    def of(self, path: object) -> UnreadableFile:
        """Return the error for the file at `path`."""
        return UnreadableFile(f"{path}: {self.reason}", self.fault)


def dump(result: Reading | Unreadable) -> bytes:
    """Return what `load` takes."""
    if isinstance(result, Unreadable):
        return json.dumps({"reason": result.reason, "fault": result.fault.value}).encode()
    return json.dumps(asdict(result)).encode()


def load(data: bytes) -> Reading:
    """Return the reading that `dump` wrote, or raise the Unreadable. Raises ValueError for anything else."""
    kept = json.loads(data)
    if "reason" in kept:
        raise Unreadable(str(kept["reason"]), Fault(kept["fault"]))
    fields: dict[str, Any] = {key: tuple(v) if isinstance(v, list) else v for key, v in kept.items()}
    return Reading(**fields)
