"""Cues of questions about criteria, standards and fields of the movement.

Folded regular expressions, one alternative a line, like those of `tables/intents.py`.
"""

from __future__ import annotations

JUDGING = r"""
    in (?:which|what) (?:fields|areas)
    (?:o|trong|tren|thuoc) (?:nhung |cac )?linh vuc nao
    (?:can cu|co so|dieu|gi)(?: nao| gi)? (?:de|ma)(?: \w+)? (?:xet|cong nhan|danh gia|cham)(?! (?:ket|tien))
    (?:mo hinh|dien hinh)(?: \w+){0,4} (?:danh gia|cham|xet)(?: \w+){0,2} (?:dua|theo|tren|bang|can cu)
    (?:danh gia|cham|xet)(?: chon)? (?:mo hinh|dien hinh)(?: \w+){0,3} (?:dua|theo|tren|bang|can cu)
    dieu kien(?: \w+){0,2} (?:cong nhan|tro thanh|dat danh hieu)
    """

CRITERIA = r"""
    tieu chi
    tieu chuan
    linh vuc
    (?:nhung|cac|may) mang(?! luoi)
    mang (?:nao|van hoa|kinh te|quoc phong|chinh tri)
    dieu kien (?:nao|gi|la gi|xet|de (?:duoc )?(?:xet|chon|cong nhan|tro thanh)|cua (?:mo hinh|dien hinh))
    (?:muon|de|xet|thi|moi|nao) (?:duoc )?cong nhan(?! (?:vien|lao dong))
    (?:duoc|xet|viec) cong nhan(?! (?:vien|lao dong))
    cong nhan (?:mo hinh|dien hinh|danh hieu)
    (?:the nao|ra sao|gi|nhu nao)(?: (?:thi|moi|de|la|mot))* (?:duoc |bi )?(?:coi|xem|goi|cong nhan|chon|danh gia)
    (?:coi|xem|goi) la (?:mo hinh|dien hinh|dan van kheo|dat|hieu qua|tieu bieu|kheo)
    the nao la (?:mot )?(?:mo hinh|dien hinh)
    yeu cau (?:doi voi|voi|cua|de tro thanh|de thanh)(?: \w+){0,2} (?:mo hinh|dien hinh)
    thang diem
    cham (?:mo hinh|dien hinh|diem)
    criteri\w+
    standards?
    qualif(?:y|ies|ied)
    conditions? (?:for|of|to)
    (?:counts?|recogni[sz]ed|regarded) as
    worth recogni[sz]ing
    (?:be|get|is) recogni[sz]ed
    recognition
    (?:fields?|areas?) (?:of|does|do|are|is|must|for)
    (?:how many|which|what|economic|cultural|social|all) (?:fields?|areas?)
    (?:nhu )?the nao (?:moi )?la (?:mot |1 )?(?:mo hinh|dien hinh|don vi|tap the|ca nhan)
    (?:dap ung|thoa man|dat)(?: \w+){0,2} (?:yeu cau|dieu kien|tieu chi) (?:gi|nao)
    (?:dieu kien|yeu cau) (?:gi |nao )?(?:de|doi voi)(?: \w+){0,3} (?:cong nhan|dien hinh|mo hinh|dat)
    """
