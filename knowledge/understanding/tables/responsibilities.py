"""Cues of questions about who does what.

Folded regular expressions, one alternative a line, like those of `tables/intents.py`.
"""

from __future__ import annotations

RESPONSIBILITY = r"""
    (?:ai|nhung ai|<offices> nao)(?: \w+){0,3} (?:phai|duoc giao|duoc de nghi|chu tri|lo)
    (?:ai|<offices> nao)(?: \w+){0,3} (?:dung ra|soan|quyet dinh|phe duyet)
    what falls to
    who decides?
    (?:bodies|offices|agencies|units|departments|organi[sz]ations)(?: \w+){0,3} (?:told|asked|assigned|required) to
    (?:so|nganh) nao(?: \w+){0,2} <doing>
    chu tri
    lo (?:phan|viec|khau|chuyen) (?:gi|nao)
    phai (?:\w+ ){1,6}(?:gi|nhung gi|cai gi|o dau)
    who (?:must|should|has to|is asked|are asked|is required)
    to whom must
    trach nhiem
    nhiem vu
    (?:phai|can|duoc giao|se|nen)? ?lam (?:gi|nhung gi|viec gi|nhung viec)
    phai lam
    viec gi
    phan cong
    giao(?: cho)?(?! (?:duc|vien|thong|ly|an|trinh|dich|tiep|dat|ban))(?: \w+){0,8} (?:gi|ai|lam)
    (?:ai|nao|nguoi)(?: \w+){0,3} (?:chu tri|phu trach|tham muu|theo doi|don doc|tong hop|thuc hien|lam|kiem tra)
    (?:can|phai) (?:de xuat|tham muu|thuc hien|phoi hop)
    responsib\w+
    (?:who|which \w+|what \w+) (?:leads?|chairs?|coordinates?|monitors?|supervises?|organi[sz]es?|heads?|implements?)
    (?:is|are) (?:led|chaired|coordinated|monitored|organi[sz]ed|implemented) by
    dut(?:y|ies)
    in (?:\w+ )?charge
    tasks?
    (?:must|should|has to|have to|required to)(?: \w+){0,3} do
    what (?:must|should|does|do)(?: \w+){1,6} do
    """
