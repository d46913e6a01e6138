"""Cues of questions about who does what.

Folded regular expressions, one alternative a line, like those of `tables/intents.py`. LEADING names work that is done
about others' reports, models and rewards, so it goes before the questions about these.
"""

from __future__ import annotations

LEADING = r"""
    <who>(?: (?!nop|gui|ky|nhan)\w+){0,4} <leading>(?!(?: \w+){0,4} (?:nop|ky) )
    <leading>(?: (?!nop|gui)\w+){0,5} (?:la|do|giao|giao cho) (?:ai|<offices> nao)
    (?:dau moi|thuong truc)(?! lien)(?: \w+){0,6} (?:ai|nao|gi)
    (?:<offices>|ai)(?: la| nao)* dau moi(?! lien)
    focal point
    """

RESPONSIBILITY = r"""
    (?:ai|nhung ai|<offices> nao)(?: \w+){0,3} (?:phai|duoc giao|duoc de nghi|chu tri|lo)
    (?:ai|<offices> nao)(?: \w+){0,3} (?:dung ra|soan|quyet dinh|phe duyet)
    <who>(?: \w+){0,4} <doing>
    (?:do|giao) (?:ai|<offices> nao)(?: \w+)? <doing>
    what falls to
    who decides?
    (?:bodies|offices|agencies|units|departments|organi[sz]ations)(?: \w+){0,3} (?:told|asked|assigned|required) to
    (?:so|nganh) nao(?: \w+){0,2} <doing>
    chu tri
    vai tro
    dau moi(?! lien)
    phan viec
    lo (?:phan|viec|khau|chuyen) (?:gi|nao)
    phai (?:\w+ ){1,6}(?:gi|nhung gi|cai gi|o dau)
    co (?:phai|can) (?:\w+ )?(?:xay dung|thanh lap|to chuc|lap|<doing>)
    who (?:must|should|has to|is asked|are asked|is required)
    to whom must
    trach nhiem
    nhiem vu
    (?:phai|can|duoc giao|se|nen)? ?lam (?:gi|nhung gi|viec gi|nhung viec)
    phai lam
    viec gi
    (?:duoc|can|phai) (?:giao|phan)(?: \w+){0,3} gi
    (?:tham gia|phoi hop|lam|thuc hien) (?:viec|nhung viec|ra sao|the nao|gi|nhu the nao)
    phan cong
    giao(?: cho)?(?! (?:duc|vien|thong|ly|an|trinh|dich|tiep|dat|ban))(?: \w+){0,8} (?:gi|ai|lam)
    giao (?:viec|nhiem vu)
    (?:ai|nao|nguoi)(?: \w+){0,3} (?:chu tri|phu trach|tham muu|theo doi|don doc|tong hop|thuc hien|lam|kiem tra)
    (?:can|phai) (?:de xuat|tham muu|thuc hien|phoi hop)
    responsib\w+
    (?:who|which \w+|what \w+) <leads_en>
    (?:is|are) (?:led|chaired|coordinated|monitored|organi[sz]ed|implemented) by
    dut(?:y|ies)
    in (?:\w+ )?charge
    tasks?
    roles?
    (?:must|should|has to|have to|required to|supposed to|expected to)(?: \w+){0,3} do
    what (?:must|should|does|do)(?: \w+){1,6} do
    """
