"""Cues of questions about what a plan stands on and the papers it cites.

Folded regular expressions, one alternative a line, like those of `tables/intents.py`. STANDING asks for the basis and
goes before questions about the plan's own number and date; "on what is a model judged" asks for criteria.
"""

from __future__ import annotations

STANDING = r"""
    (?<! lam )can cu(?: phap ly)?(?! vao ket qua)
    (?<! o )co so (?:phap ly|nao|gi|de|cho viec|xay dung ke hoach|ban hanh)
    tren (?:co so|nen tang|tinh than)(?: (?!co so)\w+){0,4} (?:nao|gi|cua ai)
    phap ly
    (?:dua|bam)(?: sat)? (?:vao|tren|theo)(?! bao cao)(?: \w+){0,5} (?:dau|nao|gi|ai|so may)
    <following> (?:tinh than )?(?:chi dao|yeu cau|van ban|<papers>) (?:\w+ ){0,3}<asked>
    <following> (?:van ban|<papers>) (?:nao|gi|so may|so bao nhieu|cap tren nao)
    <following> ke hoach (?:nao|gi|so may|so bao nhieu)(?: cua)?
    chi dao (?:nao|cua (?:ai|cap nao|dau|noi nao|co quan nao))
    (?<! noi )(?:cap|co quan) (?:tren )?nao (?:chi dao|yeu cau|chu truong)(?! (?:khen|chung))
    <plan> (?:cua |cap )?(?:trung uong|cap tren|tinh|\w+ uy)(?: \w+){0,3} ma(?: \w+){1,5} (?:dua|can cu|<following>)
    van ban (?:goc|nen|chi dao|(?:cua )?cap tren)(?! ban hanh)
    legal (?:bas[ie]s|grounds?|foundations?)
    based on (?:which|what)
    (?:under|pursuant to|in line with|on the basis of) (?:which|what)
    """

REFERENCE = r"""
    vien dan
    (?:tham|dan) chieu
    van ban (?:phap luat|lien quan|tham khao|trung uong|cua trung uong)
    <papers>(?: (?!(?:ngay|khi|noi|ai|muc|the|thang|luc|ke|don) )\w+){0,12} (?:nao|so may|so bao nhieu|so nao)
    <papers> (?:so )?\d+\S*
    (?:nhac|neu|trich|dan)(?: den| toi| ra)? <papers>
    (?:bao nhieu|may|cac|nhung|het|danh muc|danh sach|ten) <others>(?! (?:nay|do))
    <others>(?: \w+){0,8} (?:duoc |co )?(?:nhac|neu|trich|dan|vien dan|noi|de cap)(?: den| toi| ra)?
    ke hoach (?:cua )?(?:trung uong|cap tren)(?: \w+){0,8} (?:nao|so may|so bao nhieu)
    theo ke hoach nao
    thuc hien theo(?: \w+)? (?:nao|gi)
    (?:which|what)(?: [a-z]+){0,3} <papers_en>
    <papers>(?: \w+){0,20} (?:mang so|so gi)
    prompted
    (?:cites?|cited|citing|mentions?|mentioned|quotes?|quoted|refers? to|referred to)(?: \w+){0,4} <papers_en>
    <papers_en>(?: \w+){0,4} (?:cited?|mentioned|quoted|referred)
    (?:list|name)(?: \w+){0,2} <papers_en>
    <papers_en> \d+\S*
    """
