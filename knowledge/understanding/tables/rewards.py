"""Cues of questions about praise, rewards and blame.

Folded regular expressions, one alternative a line, like those of `tables/intents.py`. COUNTED goes before questions
about targets: how many are praised, how much is given.
"""

from __future__ import annotations

COUNTED = r"""
    khen(?: thuong)?(?: \w+){0,4} (?:bao nhieu|may)
    (?:bao nhieu|may)(?: \w+){0,6} (?:khen|bieu duong|tuyen duong|ton vinh)
    tien thuong
    thuong (?:tien|bao nhieu)
    muc (?:thuong|khen|tien thuong)
    """

REWARD = r"""
    (?:khen|giay khen|bang khen)(?: \w+)?
    (?:tuyen|bieu) duong
    ton vinh
    vinh danh
    ghi nhan
    giai thuong
    danh hieu
    thuong (?:gi|bao nhieu|the nao|tien|ra sao)
    (?:tang|trao|cap) (?:thuong|giay|bang)
    xet (?:tang|thuong)
    duoc (?:huong|tang|trao|nhan) (?:gi|nhung gi|quyen loi)
    (?:lam tot|xuat sac|tieu bieu|thanh tich(?: tot)?|mo hinh hay)(?: \w+){0,5} duoc(?: huong)? (?:gi|nhung gi)
    <offices>(?: \w+){0,2} (?:tot|gioi)(?: \w+){0,2} duoc(?: huong)? gi
    quyen loi
    phe binh
    kiem diem
    ha (?:bac )?thi dua
    rewards?(?:ed)?
    awards?(?:ed)?
    commend\w*
    certificates?
    prais\w+
    honou?r\w*
    prizes?
    bonus(?:es)?
    (?:what|which)(?: \w+){0,4} (?:models?|units?|performers?|achievers?)(?: \w+){0,2} (?:get|receive|earn)
    work(?: \w+){0,3} recogni[sz]ed
    """
