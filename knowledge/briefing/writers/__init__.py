"""A briefing to a file: .docx, .pptx, or .pdf where LibreOffice is installed."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.briefing.model import Briefing
from knowledge.briefing.writers.handout import handout
from knowledge.briefing.writers.pdf import to_pdf
from knowledge.briefing.writers.slides import slides
from knowledge.errors import BriefingError


def _pdf(briefing: Briefing) -> bytes:
    return to_pdf(handout(briefing), ".docx")


WRITERS: dict[str, Callable[[Briefing], bytes]] = {".docx": handout, ".pptx": slides, ".pdf": _pdf}


def write(briefing: Briefing, name: str) -> bytes:
    """Return the content of a file of this name. Raises BriefingError: another kind, or LibreOffice is missing."""
    suffix = "".join(name.lower().rpartition(".")[1:]) if "." in name else ""  # of ".docx" alone too
    writer = WRITERS.get(suffix)
    if writer is None:
        raise BriefingError(f"a briefing is written as {', '.join(WRITERS)}, not as {suffix or name!r}")
    return writer(briefing)


__all__ = ["WRITERS", "write"]
