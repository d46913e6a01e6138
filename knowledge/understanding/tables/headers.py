"""Cues of questions about a plan itself: number, date, signer, issuer, recipients, validity, order of issue.

Folded regular expressions, one alternative a line, like those of `tables/intents.py`.
"""

from __future__ import annotations

FIELDS: dict[str, str] = {
    "recipients": r"""
    (?:ke hoach|van ban|ban)(?: \w+){0,6} (?:sao|chuyen) (?:gui )?(?:den|cho|toi|ve)? ?(?:nhung|cac|noi|ai|co quan)
    (?:ai|noi|nao|ai la nguoi)(?: \w+){0,2} (?:duoc|se) (?:gui|nhan|chuyen)(?: \w+){0,2} (?:ke hoach|van ban)
    (?:ai|noi|nao)(?: \w+){0,2} nhan(?: \w+){0,2} (?:ke hoach|van ban)
    (?:ke hoach|van ban)(?: (?!nop|phat dong)\w+){0,12} gui(?: \w+)? (?:nhung|cac) (?:ai|noi|co quan|don vi|cho)
    (?:gets?|receives?|received|sent)(?: \w+){0,3} cop(?:y|ies)
    co(?: ten)? (?:trong|o) (?:noi nhan|danh sach nhan)
    (?:ke hoach|van ban)(?: nay)? (?:co |duoc )?gui (?:cho |den |toi )?(?:\w+ ){1,8}(?:khong|chua)(?= $)
    co gui (?:ban )?(?:ke hoach|van ban) nay cho
    """,
    "signer_role": r"""
    ky(?: \w+){0,6} (?:voi|o|duoi)(?: \w+)? (?:chuc|tu cach|vai tro|cuong vi)(?: \w+){0,2} (?:gi|nao)
    (?:chuc (?:vu|danh)?|cuong vi)(?: \w+){0,3} nguoi ky(?! la ai)
    nguoi ky(?: \w+){0,5} (?:chuc (?:vu|danh)?|giu chuc|cuong vi) (?:gi|nao|la gi)
    (?:what|which) (?:title|position|capacity|office|post|role)(?: \w+){0,6} (?:sign\w*|hold|have|bear)
    (?:title|position) of the (?:signer|signatory)
    """,
    "signer": r"""
    (?:phong|ban|tich|thu|nguoi|lanh dao|doc|truong|dong chi|ai|vi) nao (?:\w+ ){0,2}ky(?! (?:cam|ket|nop|bao|hop))
    (?:dat but|ha but) ky
    dung ten(?! (?:dang|tai))(?: \w+){0,3} (?:cuoi|ke hoach|van ban|ban nay|ky|duoi)
    (?:ten|ai|nguoi)(?: \w+){0,3} cuoi (?:ke hoach|van ban|ban|trang)
    (?:ke hoach|van ban)(?: \w+){0,4} (?:do|co phai do|duoc) (?:\w+ ){1,6}ky(?: ban hanh)? (?:phai|dung|co phai)?
    """,
    "date": r"""
    so(?: hieu)?(?: va)? ngay(?: thang)?(?: nam)?(?: \w+)? (?:ke hoach|van ban|ban hanh)
    ngay(?: thang)?(?: nam)? (?:va )?so (?:ke hoach|van ban|hieu)
    (?:ke hoach|van ban)(?: \w+){0,6} (?:ky|de|ban hanh)(?: vao)? ngay \d\S*
    ban hanh(?: \w+){0,3} nam \d+ (?:phai|dung|co phai|khong)
    """,
    "number": r"""
    co (?:danh |ghi )?so(?: hieu)? (?:khong|chua)
    (?:ke hoach|van ban) nay(?: co)? so(?: hieu)?(?: la)? \d\S*
    number of the (?:\w+ ){1,4}(?:plan|document|dispatch)
    """,
    "issuer": r"""
    (?:which|what)(?: \w+){0,2} <bodies> (?:has )?(?:put out|issued|released|adopted|published|drew up|wrote|drafted)
    (?:<offices>|noi|ai|cap uy|uy ban)(?: nao)?(?: da)? (?:ra|ban hanh|dua ra|phat hanh) (?:ke hoach|van ban)
    (?:ke hoach|van ban)(?: \w+){0,3} (?:cua|do) (?:ai|noi nao|<offices> nao)(?: (?:ra|ban hanh|lap))?(?= $)
    (?:ke hoach|van ban) nay(?: co phai)? (?:la )?(?:cua|do) (?:\w+ ){1,8}(?:phai khong|dung khong|khong)(?= $)
    """,
    "period": r"""
    (?:up to|until|till|through|by|for) (?:which|what) years?
    (?:keo dai|chay|ap dung|thuc hien|den)(?: \w+){0,3} (?:den|toi)(?: het)? (?:nam|khi|bao) (?:nao|may|gio)
    how (?:long|many years)(?: \w+){0,3} (?:plan|cover|last|run)\w*
    """,
}
"""Cues that name a field of the header by themselves, by field of `model.Header`."""

_OTHERS = r"""
    ky hieu
    whose (?:signature|name)
    signatures?
    put(?: \w+)? (?:his|her|their|its) names? to
    (?:ke hoach|(?<! bang )van ban|ban)(?: \w+){0,8} (?:de|ky|ra|ban hanh)(?: vao)? (?:ngay|hom)(?: thang)? (?:nao|may)
    (?:ke hoach|van ban)(?: \w+){0,7} duoc gui (?:den|cho|toi|ve)? ?(?:nhung|cac|noi|ai|co quan)
    (?<=^ )(?:ke hoach|van ban)(?: \w+){0,12} gui (?:nhung |cac )(?:ai|noi nao)
    (?:con|van) (?:dung|ap dung|su dung)(?: \w+){0,5} (?:khong|chua)
    bo cuc
    (?:de muc|muc lon|phan lon) nao
    (?:main|top level) (?:headings|parts|sections)
    how many (?:chapters|parts|sections)
    (?:puts?|brought) out(?: \w+){0,2} plan
    (?:ra|ban hanh|ky) ke hoach (?:truoc|sau|som hon|muon hon)
    so va ngay
    (?:phong|truong phong|chu tich|bi thu|nguoi|lanh dao) nao ky
    ky (?:voi|o|duoi) (?:chuc|tu cach)
    (?:ai|noi|nao)(?: \w+){0,2} (?:duoc gui|nhan)(?: \w+){0,2} (?:ke hoach|van ban)
    (?:ke hoach|van ban|ban nay)(?: \w+){0,3} gui (?:den|cho|toi) (?:nhung|cac|noi|ai|co quan)
    (?:gets?|receives?|received)(?: \w+){0,2} cop(?:y|ies)
    who(?: \w+){0,2} (?:gets|receives) the (?:plan|document)
    truc thuoc (?:(?:dang bo|co quan|tinh|cap|don vi|so) nao|ai|dau)
    (?:ai|noi|nao)(?: \w+){0,2} nhan (?:duoc )?(?:ban )?(?:ke hoach|van ban)
    (?:van ban|ban nay)(?: \w+){0,4} gui(?: \w+){0,5} (?:nao|ai|dau)
    ke hoach nay(?: \w+){0,2} gui(?: \w+){0,5} (?:nao|ai|dau)
    tu nam (?:nao|may)(?: \w+)? den nam (?:nao|may)
    (?:keo dai|chay|ap dung|thuc hien)(?: \w+){0,2} (?:den|tu) nam (?:nao|may)
    (?:keo dai|chay) (?:may|bao nhieu) nam
    (?:from|until|through) (?:which|what) years?
    (?:ai|nguoi|ngay|do ai|nguoi nao) ky
    ky (?:ten|boi|ban hanh|ngay nao|khi nao)
    nguoi ky
    chuc (?:vu|danh)(?: cua)? nguoi ky
    (?:ke hoach|van ban)(?: \w+){0,7} (?:so may|so bao nhieu|so hieu|mang so)
    so hieu
    co so(?: hieu)? khong
    (?:issues?|sign|signs|adopts?|promulgates?)(?: \w+){0,2} plan
    so (?:cua )?(?:ke hoach|van ban)
    ban hanh(?: \w+){0,4} (?:ngay|khi|luc|nam|bao|hom)
    (?:ngay|ai|co quan|don vi|co quan nao|nam)(?: nao)? ban hanh
    (?:khi nao|bao gio)(?: \w+){0,4} ban hanh
    noi nhan
    (?:con|het|co|thoi) hieu luc
    hieu luc
    (?:ten|tieu de) (?:day du )?(?:cua )?(?:ke hoach|van ban)
    het (?:han|ky) chua
    (?:ap dung|thuc hien) (?:cho|trong|den) (?:nam|giai doan) nao
    giai doan nao
    who (?:signed|signs|issued)
    signed
    signatory
    signer
    issued
    date of issue
    issue date
    issuer
    (?:plan|document) number
    number of the plan
    in force
    valid(?:ity)?
    expired?
    recipients? of the plan
    title of
    """

HEADER = _OTHERS + "".join(FIELDS.values())
