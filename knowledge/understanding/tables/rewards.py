"""Cues of questions about praise and rewards.

Folded regular expressions, one alternative a line, like those of `tables/intents.py`.
"""

from __future__ import annotations

REWARD = r"""
    (?:khen|giay khen|bang khen)(?: \w+)?
    tuyen duong
    bieu duong
    giai thuong
    thuong (?:gi|bao nhieu|the nao|tien)
    tien thuong
    rewards?(?:ed)?
    awards?(?:ed)?
    commend\w*
    certificates? of merit
    merit certificates?
    prais\w+
    honou?r\w*
    prizes?
    """
