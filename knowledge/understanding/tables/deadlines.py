"""Cues of questions about what is handed in, when, to whom and how.

Folded regular expressions, one alternative a line, like those of `tables/intents.py`.
"""

from __future__ import annotations

SENDING = r"""
    (?:khi nao|bao gio|chung nao|hom nao|ngay nao|ngay may|luc nao|when|what date|which date)(?: \w+){0,14} <sending>
    <sending>(?: \S+){0,14} (?:khi nao|bao gio|chung nao|hom nao|ngay nao|ngay may|luc nao|thang may|thang nao|due|when)
    han (?:nop|chot|cuoi|gui|bao cao|dang ky|chot|la|gi|cua)
    thoi han
    (?:nhung|moi|cac|co|nao|may) han
    deadlines?
    due
    cut off
    cutoff
    (?:tre|qua|dung|kip|gia|doi|lui) han
    (?:dung|tre|kip|lo|sai) hen
    lam han
    nop
    gui (?:file|tep|ban|bang|bao cao|ke hoach|ve|cho|qua|den|tai lieu|san pham|muon|tre|cham)
    che do (?:thong tin )?bao cao
    moc(?: thoi gian)?
    con (?:bao nhieu|may) ngay
    submit\w*
    days (?:left|remaining)
    how many days
    reports? (?:due|to|on|for)
    all(?: \w+){0,2} dates
    to whom(?: \w+){0,8} (?:address|submit|send|report|forward|file|deliver)
    (?:address|submit|send|forward)(?: \w+){0,6} (?:evaluations?|reports?|results?)
    send(?:ing)?(?: \w+){0,3} (?:reports?|plans?)
    (?:can|may|could|must|should) (?:i|we|one|they) (?:send|submit|file|hand in|report)
    (?:stand alone|separate|merged|combined|integrated)(?: \w+){0,3} reports?
    """

REPORTING = r"""
    (?:bao cao|gui|dang ky)(?! vien)
    reports?
    khi nao
    bao gio
    ngay (?:nao|may)
    chung nao
    (?:may|bao nhieu) (?:dot|ky)
    (?:to whom|who)(?: \w+){0,8} report(?:s|ed)? to
    <when_en>
    """

DATED_DUTY = r"""
    han gi
    moc gi
    la gi
    phai
    hoan thanh
    viec gi
    gui
    nop
    bao cao
    han
    truoc
    gia han
    dung khong
    what
    for what
    due
    """

# "khi nào bị thu hồi", "được coi là đạt khi nào": a condition, not a time.
CONDITION = r"""
    (?:khi nao|truong hop nao|luc nao)(?: \w+){0,7} (?:bi|duoc coi|duoc xem)(?! (?:\w+ ){0,2}(?:tre|muon|qua han|cham) )
    (?:bi|duoc coi|duoc xem)(?: (?!han|nop|gui)\w+){0,6} (?:khi nao|truong hop nao)
    """

DUE = r"""
    han(?! gi)
    thoi han
    deadlines?
    due
    moc thoi gian
    """
