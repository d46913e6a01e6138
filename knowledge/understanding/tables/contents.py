"""Cues of questions that look like others and are about the plain text of a plan.

Folded regular expressions, one alternative a line, like those of `tables/intents.py`.
"""

from __future__ import annotations

OTHER = r"""
    (?:mau (?:bao cao|bieu|don|van ban|dang ky|phieu)|bieu mau)(?!.* <papers> (?:so )?(?:may|nao|bao nhieu) )
    (?:report )?template
    ngay (?:truyen thong|thanh lap|ky niem)
    ky niem (?:\d+ )?nam
    ngay le
    anniversary
    tradition day
    kinh phi
    ngan sach
    (?:muc dich|y nghia)(?! (?:bao cao|cua bao cao))
    muc tieu (?:chung|tong quat)
    (?:nham|(?<! van )(?<! chu )de) (?:lam gi|muc dich|gi)(?= (?:vay|the|a|nhi)? ?$)
    tom (?:tat|luoc)
    summar\w+
    overview
    purpose
    budget
    """
