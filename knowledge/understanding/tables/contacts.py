"""Cues of questions about mail addresses, phones, file formats and whom to ask.

Folded regular expressions, one alternative a line, like those of `tables/intents.py`. WHOM_TO_ASK and NUMBERS go
first: what is unclear to the person may be anything.
"""

from __future__ import annotations

WHOM_TO_ASK = r"""
    (?:thi|can|nen|phai|muon|them|biet|duoc) hoi (?:them )?(?:ai|o dau|dau|cho nao|<offices>(?: \w+)? nao)
    hoi (?:ai|o dau|cho nao|phong nao|ben nao)(?= (?:a|vay|nhi|the|day|duoc|bay gio|ha)? ?$)
    goi(?: dien)? (?:cho |den |toi |vao |ve )?(?:ai|dau|so nao|<offices>(?: \w+)? nao)
    <unclear>(?: \w+){0,8} (?:ai|dau|noi nao|cap nao|<offices>(?: \w+)? nao)
    (?:<who>|ai)(?: \w+){0,2} giai dap
    giai dap thac mac
    dau moi lien (?:he|lac)
    (?:whom?)(?: \w+){0,3} (?:ask|call|contact|phone|turn to)
    (?:ask|call|contact|phone) (?:whom?|which office)
    """

NUMBERS = r"""
    duong day nong
    hotline
    so (?:dien thoai|dt|lien lac|lien he|phone|zalo|fax)
    zalo (?:cua|nguoi|phong|lien he)
    dien thoai
    tru so
    (?:phone|telephone|fax)(?: number)?
    contact (?:details|information|info|person|number)
    """

CONTACT = r"""
    lien he
    lien lac
    dinh dang
    (?:tep|file|van ban|ban) dinh kem
    (?:file|document) (?:format|type)
    (?:as|in)(?: an?)? (?:pdf|word|excel|scan)\w*
    (?:file|ban|dang) (?:pdf|word|excel|scan)
    (?:what|which) format
    email
    hop thu
    thu dien tu
    dia chi
    mailbox
    contact
    e ?mail
    """
