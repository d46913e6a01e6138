"""Cues of questions about criteria, standards and fields of the movement.

Folded regular expressions, one alternative a line, like those of `tables/intents.py`.
"""

from __future__ import annotations

FIELDS_OF_MOVEMENT = r"""
    in (?:which|what) (?:fields|areas)
    (?:o|trong|tren|thuoc) (?:nhung |cac )?linh vuc nao
    """

CRITERIA = r"""
    tieu chi
    tieu chuan
    (?:nhung|cac|may|bao nhieu|tren|trong) (?:\w+ )?linh vuc
    linh vuc nao
    criteri\w+
    (?:which|what) (?:fields|areas)
    """
