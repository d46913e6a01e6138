"""Cues of the period that a report is for; the first entry that matches wins.

Folded regular expressions, one alternative a line, like those of `tables/manners.py`.
"""

from __future__ import annotations

PERIODS: tuple[tuple[str, str], ...] = (
    (
        "9 tháng",
        r"""
    (?:9|chin) thang(?! \d)
    (?:9|nine) months?
    """,
    ),
    (
        "6 tháng",
        r"""
    (?:6|sau) thang(?! \d)
    giua nam
    nua nam
    bao cao so ket
    (?:6|six) months?(?:ly)?
    half year(?:ly)?
    semi ?annual(?:ly)?
    biannual
    mid ?year
    """,
    ),
    (
        "quý",
        r"""
    (?:hang|theo|moi|bao cao|cac|tung) quy(?! (?:che|dinh|dau))
    quy (?:1|2|3|4|i|ii|iii|iv|nao)
    quarterly
    (?<! this )(?<! next )(?<! last )quarters?
    """,
    ),
    (
        "tuần",
        r"""
    (?:hang|moi|bao cao) tuan
    weekly
    """,
    ),
    (
        "tháng",
        r"""
    (?:hang|moi) thang
    bao cao thang(?= (?:nop|gui|khi|han|bao|truoc|ngay|nao|cho|ve|cua|thi|co|phai|o|den|vao) |$| $)
    monthly
    every month
    """,
    ),
    (
        "năm",
        r"""
    (?:bao cao|han) (?:ca |cuoi |tong ket |hang |ket qua )?nam(?! (?:\d|khong|nao|may|nay|ngoai|o |trong muc))
    <results>(?: (?!quy|6|9)\w+){0,2} (?:ca|tron|mot) nam(?! hoc)(?=(?: \w+){0,10} <due>)
    <due>(?: \w+){0,8} <results>(?: (?!quy|6|9)\w+){0,2} (?:ca|tron|mot) nam(?! hoc)
    (?:full|whole|one) year(?: s)? (?:results?|reports?|review|assessment|evaluation|summary)
    cuoi nam
    (?:hang|moi) nam(?! hoc)
    bao cao tong ket
    annual(?:ly)?
    yearly
    every year
    year end
    end of (?:the )?year
    """,
    ),
)
