"""Cues of questions about what a plan stands on and the papers it cites.

Folded regular expressions, one alternative a line, like those of `tables/intents.py`.
"""

from __future__ import annotations

REFERENCE = r"""
    can cu(?: phap ly)?
    co so phap ly
    phap ly
    dua (?:vao|tren)(?: \w+){0,2} (?:dau|nao|gi)
    vien dan
    <papers>(?: (?!(?:ngay|khi|noi|ai|muc|the|thang|luc|ke|don) )\w+){0,12} (?:nao|so may|so bao nhieu|so nao)
    <papers> (?:so )?\d+\S*
    (?:nhac|neu|trich|dan)(?: den| toi)? <papers>
    theo ke hoach nao
    thuc hien theo(?: \w+)? (?:nao|gi)
    legal bas[ie]s
    based on (?:which|what)
    (?:which|what)(?: \w+){0,3} <papers_en>
    <papers>(?: \w+){0,20} (?:mang so|so gi)
    prompted
    cited? (?:documents?|laws?)
    <papers_en> \d+\S*
    """
