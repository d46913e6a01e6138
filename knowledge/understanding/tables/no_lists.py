"""Cues of questions about lists of "N không".

Folded regular expressions, one alternative a line, like those of `tables/intents.py`.
"""

from __future__ import annotations

NO_LIST = r"""
    khong (?:thu|so) may
    dieu nhu khong
    (?:dieu|cai|y) (?:nao|gi) (?:trong|cua) bo (?:danh )?(?:cho|cua|doi)
    (?:nam|5) dieu(?: khong)? (?:nao|gi|do|nay|ay|cam|ky)
    noi khong voi
    say no to
    (?:five|5) (?:prohibitions|donts|don ts|refusals)
    (?:five|5) things (?:\w+ ){0,6}(?:not|never|no|avoid|forbidden|refuse)
    danh sach nao
    (?:khong|cai khong) (?:thu|so|dau|cuoi) (?:\d+|nhat|nhi|hai|ba|tu|nam|tien|cung)
    (?:dieu|danh sach|noi dung|cai|nhung|chu|muc) khong (?:nao|so|thu|la|cua|gi|may)
    (?:danh sach|danh muc|noi dung) (?:\d+ )?khong
    dieu khong
    (?:the )?(?:first|second|third|fourth|fifth|last|\d(?:st|nd|rd|th)) no
    (?:which|what|the) no (?:includes?|covers?|is|mentions?|s|contains?)
    (?:co|gom|van dong|thuc hien|tat ca|het) (?:may|bao nhieu) khong
    khong \w+ \w+(?: \w+){0,8} (?:dieu|cai|khong)(?: khong)? (?:thu may|so may)
    van dong(?: \w+){0,3} khong lam(?: nhung| cac)?(?: dieu| viec)? (?:gi|nao)
    """
