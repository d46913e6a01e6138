"""Cues for what a question is about; the first entry that matches wins, so the order is the precedence.

Folded regular expressions, one alternative a line, Vietnamese and English together, matched between single spaces in
a folded line (`tokens.folded_line`); "<papers>" stands for a piece of `pieces.PIECES`.
"""

from __future__ import annotations

from knowledge.model import Intent
from knowledge.understanding.tables.contacts import CONTACT, NUMBERS, WHOM_TO_ASK
from knowledge.understanding.tables.contents import OTHER
from knowledge.understanding.tables.criteria import CRITERIA, JUDGING
from knowledge.understanding.tables.deadlines import REPORTING, SENDING
from knowledge.understanding.tables.headers import ADDRESSEES, HEADER
from knowledge.understanding.tables.references import REFERENCE, STANDING
from knowledge.understanding.tables.responsibilities import LEADING, RESPONSIBILITY
from knowledge.understanding.tables.rewards import COUNTED, REWARD
from knowledge.understanding.tables.targets import TARGET

INTENTS: tuple[tuple[Intent, str], ...] = (
    (Intent.CONTENT, OTHER),
    (Intent.CONTACT, WHOM_TO_ASK),
    (Intent.CONTACT, NUMBERS),
    (Intent.CRITERIA, JUDGING),
    (Intent.REFERENCE, STANDING),
    (Intent.HEADER, HEADER),
    (Intent.HEADER, ADDRESSEES),
    (Intent.RESPONSIBILITY, LEADING),
    (Intent.REFERENCE, REFERENCE),
    (Intent.REWARD, COUNTED),
    (Intent.TARGET, TARGET),
    (Intent.DEADLINE, SENDING),
    (Intent.REWARD, REWARD),
    (Intent.DEADLINE, REPORTING),
    (Intent.CRITERIA, CRITERIA),
    (Intent.RESPONSIBILITY, RESPONSIBILITY),
    (Intent.CONTACT, CONTACT),
)

EVERY = r"""
    (?:moi|tat ca|ca nam|toan bo) (?:cac )?(?:don vi|noi|ke hoach|dia phuong|co quan ban hanh)
    cac ke hoach
    tung don vi
    tung noi
    cac noi
    moi noi
    khap noi
    moi han nop
    (?:all|every|each)(?: the)? (?:plans?|units?|deadlines?)
    everywhere
    across (?:the )?plans
    """
