"""Briefings for trainers: plans as a hand-out, slides and bullets, every line with the words that prove it.

model.py       what a briefing holds
contents.py    plans to a briefing; title.py, articles.py, duties.py, stated.py, compare.py and
               talk.py make its blocks
shown.py       the few lines that a chat shows
gate.py        the check of every number, date and quote, the same that answers pass
wording.py     every word that is not the plans' own
writers/       a briefing to .docx, .pptx and .pdf (IO)
"""

from typing import TYPE_CHECKING

from knowledge.rooms import opened_later

if TYPE_CHECKING:
    from knowledge.briefing.contents import MINUTES, compose
    from knowledge.briefing.model import Block, Briefing, Kind, Line, Note, Part, Reported, Request
    from knowledge.briefing.shown import bullets, caution

__all__ = [
    "MINUTES",
    "Block",
    "Briefing",
    "Kind",
    "Line",
    "Note",
    "Part",
    "Reported",
    "Request",
    "bullets",
    "caution",
    "compose",
]

__getattr__ = opened_later(
    __name__,
    {
        "contents": "MINUTES compose",
        "model": "Block Briefing Kind Line Note Part Reported Request",
        "shown": "bullets caution",
    },
)
