"""Cues of questions about numbers to be reached.

Folded regular expressions, one alternative a line, like those of `tables/intents.py`.
"""

from __future__ import annotations

TARGET = r"""
    (?:bao nhieu|may|\d+) <counted>
    \d+ <counted_en>
    (?:so luong|so|con so) <counted>
    so luong (?:toi thieu|phai|can|it nhat)
    (?:nhung|cac|bao nhieu) (?:con so|chi so)
    con so (?:nao|cu the|gi|may|\d\S*)
    (?:moi|mot|tung) (?:\w+ ){1,4}(?:mot|\d+|may|bao nhieu) <counted>
    chi tieu
    ty le
    ti le
    phan tram
    %
    (?:it nhat|toi thieu) (?:\w+ ){0,3}(?:bao nhieu|may)
    (?:muc|chi) tieu(?: cu the)?
    phan dau(?: \w+){0,3} (?:dat|gi|bao nhieu|may|den)
    dat (?:tu )?(?:bao nhieu|may)
    phai dat
    percent(?:age)?
    targets?
    goals?
    proportion
    (?:what|which) (?:share|percentage|proportion|rate)
    how many(?: \w+){0,3} <counted_en>
    (?:minimum|least)(?: \w+){0,3} (?:number|many)
    number of(?: \w+){0,2} <counted_en>
    """
