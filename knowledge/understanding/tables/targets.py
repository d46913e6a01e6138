"""Cues of questions about numbers to be reached.

Folded regular expressions, one alternative a line, like those of `tables/intents.py`.
"""

from __future__ import annotations

TARGET = r"""
    (?:bao nhieu|may) (?:mo hinh|dien hinh|sang kien|giai phap)
    (?:what|which) (?:share|percentage|proportion|rate)
    how many(?: \w+){0,3} (?:initiatives|models?|exemplars|examples|solutions)
    chi tieu
    ty le
    phan tram
    %
    it nhat (?:bao nhieu|may)
    toi thieu (?:bao nhieu|may)
    muc tieu(?: cu the)?
    dat (?:bao nhieu|may)
    percent(?:age)?
    targets?
    proportion
    what (?:share|rate)
    """
