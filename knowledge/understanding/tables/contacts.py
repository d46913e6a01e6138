"""Cues of questions about mail addresses, phones, file formats and whom to ask.

Folded regular expressions, one alternative a line, like those of `tables/intents.py`.
"""

from __future__ import annotations

CONTACT = r"""
    lien he
    lien lac
    dinh dang
    (?:tep|file|van ban|ban) dinh kem
    (?:file|document) format
    (?:as|in)(?: an?)? (?:pdf|word|excel|scan)\w*
    (?:file|ban|dang) (?:pdf|word|excel|scan)
    (?:what|which) format
    so (?:dien thoai|dt)
    dien thoai
    email
    hop thu
    thu dien tu
    dia chi
    hotline
    contact
    phone(?: number)?
    e ?mail
    """
