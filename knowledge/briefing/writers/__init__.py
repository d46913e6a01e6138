"""A briefing to a file: .docx, .pptx, or .pdf where LibreOffice is installed."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.briefing.model import Briefing
from knowledge.briefing.writers.handout import handout, quiz_sheet
from knowledge.briefing.writers.pdf import to_pdf
from knowledge.briefing.writers.slides import slides
from knowledge.errors import BriefingError


def _pdf(briefing: Briefing) -> bytes:
    return to_pdf(handout(briefing), ".docx")


WRITERS: dict[str, Callable[[Briefing], bytes]] = {".docx": handout, ".pptx": slides, ".pdf": _pdf}


def _quiz_pdf(briefing: Briefing) -> bytes:
    return to_pdf(quiz_sheet(briefing), ".docx")


QUIZ_WRITERS: dict[str, Callable[[Briefing], bytes]] = {".docx": quiz_sheet, ".pdf": _quiz_pdf}


def write(briefing: Briefing, name: str, *, quiz: bool = False) -> bytes:
    """Return the content of a file of this name. quiz: of the quiz alone, as a sheet to print.

    Raises BriefingError: another kind, LibreOffice is missing, or the plans state too little to ask about.
    """
    if quiz and not briefing.quiz:
        raise BriefingError("the plans state too little for a quiz")
    suffix = "".join(name.lower().rpartition(".")[1:]) if "." in name else ""  # of ".docx" alone too
    writers = QUIZ_WRITERS if quiz else WRITERS
    writer = writers.get(suffix)
    if writer is None:
        raise BriefingError(f"a briefing is written as {', '.join(writers)}, not as {suffix or name!r}")
    return writer(briefing)


__all__ = ["WRITERS", "write"]
