"""Cues of questions about a plan itself: number, date, signer, issuer, recipients, validity, order of issue.

Folded regular expressions, one alternative a line, like those of `tables/intents.py`.
"""

from __future__ import annotations

FIELDS: dict[str, str] = {
    "validity": r"""
    (?:con|(?<! dan )van)(?: \w+){0,2} (?:dung|ap dung|su dung|gia tri|hieu luc)(?: \w+){0,6} (?:khong|chua|nua)
    con(?: phai)? (?:thuc hien|lam theo|trien khai) <plan>
    <plan>(?: \w+){0,6} het (?:hieu luc|han|ky|thoi han)(?! (?:nop|gui|dang ky|bao cao))
    het (?:thoi )?(?:han|gian) (?:ap dung|thuc hien)
    still (?:valid|in force|in effect|apply|applies|applicable)
    (?:plan|document|programme|period|validity|it|this)(?: \w+){0,5} expire[sd]?
    """,
    "parent": r"""
    co quan chu quan
    (?<! van ban )(?<! ke hoach )(?<! chi thi )cap tren(?: truc tiep)? (?:quan ly |cua )(?:\w+ ){1,8}(?:la|nao|ai|gi)
    (?:co quan|don vi) cap tren (?:cua|ghi|la|truc tiep)
    truc thuoc (?:dau|ai|(?:dang bo|co quan|tinh|cap|don vi|so) nao)
    (?:parent|superior|supervising|higher) (?:body|organ|agency|authority|organi[sz]ation)(?! document)
    """,
    "place": r"""
    <plan>(?: \w+){0,6} (?:ky|ban hanh|phat hanh|lap|ra doi) (?:o|tai) (?:dau|noi nao|dia phuong nao)
    noi (?:ban hanh|ky)(?! (?:nhan|ke hoach khac))(?: \w+){0,4} (?:o|la|dau|van ban|ke hoach)
    dia danh
    where (?:was|were)(?: \w+){0,6} (?:issued|signed)
    place of issue
    """,
    "doc_type": r"""
    (?<!may )(?<!nhieu )loai van ban
    <plan>(?: \w+){0,5} (?:thuoc )?(?:the )?loai (?:gi|nao)
    <plan>(?: \w+){0,5} la (?:\w+ ){1,3}hay(?: la)? (?:ke hoach|huong dan|cong van|quyet dinh)
    (?:type|kind|sort) of (?:document|paper|text)
    """,
    "recipients": r"""
    (?:ke hoach|van ban|ban)(?: \w+){0,6} (?:sao|chuyen) (?:gui )?(?:den|cho|toi|ve)? ?(?:nhung|cac|noi|ai|co quan)
    (?:ai|noi|nao|ai la nguoi)(?: \w+){0,2} (?:duoc|se) (?:gui|nhan|chuyen)(?: \w+){0,2} (?:ke hoach|van ban)
    (?:ai|noi|nao)(?: \w+){0,2} nhan(?: \w+){0,2} (?:ke hoach|van ban)
    (?:ke hoach|van ban)(?: (?!nop|phat dong)\w+){0,12} gui(?: \w+)? (?:nhung|cac) (?:ai|noi|co quan|don vi|cho)
    (?:gets?|receives?|received|sent)(?: \w+){0,3} cop(?:y|ies)
    co(?: ten)? (?:trong|o) (?:noi nhan|danh sach nhan)
    (?:ke hoach|van ban)(?: nay)? (?:co |duoc )?gui (?:cho |den |toi )?(?:\w+ ){1,8}(?:khong|chua)(?= $)
    co gui (?:ban )?(?:ke hoach|van ban) nay cho
    (?:gui|chuyen|sao gui) (?:ban )?<plan> nay(?: di)? (?:toi|den|cho|ve) (?:nhung |cac )?(?:ai|dau|noi|co quan|don vi)
    <plan> nay(?: da)? duoc (?:gui|chuyen)(?: di)? (?:toi|den|cho|ve) (?:nhung |cac )?(?:ai|dau|noi|co quan|don vi)
    (?:who|whom)(?: \w+){0,6} sends? (?:this|the) (?:plan|document) to
    <plan>(?: (?!cua)<idle>){0,8} (?:gui|chuyen)(?: toi| den| cho| ve)? (?:may|bao nhieu|nhung) (?:noi|dau|don vi|ai)
    <plan>(?: (?!cua)<idle>){0,5} gui(?: toi| den| cho| ve)? noi nao
    (?:who|what|which) recipients
    (?:list|name)(?: \w+){0,3} recipients
    recipients of the
    who was the (?:\w+ ){0,4}(?:plan|document) sent
    """,
    "signer_role": r"""
    ky(?: \w+){0,6} (?:voi|o|duoi)(?: \w+)? (?:chuc|tu cach|vai tro|cuong vi)(?: \w+){0,2} (?:gi|nao)
    (?:chuc (?:vu|danh)?|cuong vi)(?: \w+){0,3} nguoi ky(?! la ai)
    nguoi ky(?: \w+){0,5} (?:chuc (?:vu|danh)?|giu chuc|cuong vi) (?:gi|nao|la gi)
    (?:what|which) (?:title|position|capacity|office|post|role)(?: \w+){0,6} (?:sign\w*|hold|have|bear)
    (?:title|position) of the (?:signer|signatory)
    (?:title|position|rank|post|office) of(?: \w+){1,6}? (?:who|that) signed
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
    (?:ban hanh|phat hanh|<plan> nao ra)(?: <plan>)? (?:truoc|sau|som hon|muon hon)(?! (?:ngay|khi|thang|\d))
    """,
    "number": r"""
    (?<! o )co (?:danh |ghi )?so(?: hieu)? (?:khong|chua)
    (?:ke hoach|van ban) nay(?: co)? so(?: hieu)?(?: la)? \d\S*
    number of the (?:\w+ ){1,4}(?:plan|document|dispatch)
    """,
    "issuer": r"""
    (?:which|what)(?: \w+){0,2} <bodies> (?:has )?(?:put out|issued|released|adopted|published|drew up|wrote|drafted)
    (?:<offices>|noi|ai|cap uy|uy ban)(?: nao)?(?: da)? (?:ra|ban hanh|dua ra|phat hanh) (?:ke hoach|van ban)
    (?:ke hoach|van ban)(?: \w+){0,3} (?:cua|do) (?:ai|noi nao|<offices> nao)(?: (?:ra|ban hanh|lap))?(?= $)
    (?:ke hoach|van ban) nay(?: co phai)? (?:la )?(?:cua|do) (?!nam \d)(?:\w+ ){1,8}(?:(?:phai|dung) )?khong(?= $)
    """,
    "period": r"""
    la nam (?:nao|may)(?! thu)
    (?:up to|until|till|through|by|for) (?:which|what) years?
    (?:keo dai|chay|ap dung|thuc hien|den)(?: \w+){0,3} (?:den|toi)(?: het)? (?:nam|khi|bao) (?:nao|may|gio)
    <plan>(?: <idle>){0,8} (?:ap dung|thuc hien|hieu luc|keo dai)(?: \S+){0,3} (?:den|toi)(?: het| nam)* 20\d\d<or_not>
    how (?:long|many years)(?: \w+){0,3} (?:plan|cover|last|run)\w*
    <plan> (?:(?!nop|gui|bao|han)\w+ ){0,9}(?:cua|cho|la|phai|ap dung)(?: <plan>)?(?: cho| cua)? <a_year><or_not>
    (?:is|was) (?:\w+ ){1,9}plan (?:\w+ ){0,2}(?:for|of|from) (?:the year )?(?:19|20)\d\d(?= $)
    """,
}
"""Cues that name a field of the header by themselves, by field of `model.Header`."""

PAPER_FIELDS: dict[str, str] = {
    "title": r"""
    trich yeu
    <plan>(?: \w+){0,6} (?:co |mang )?ten(?: goi| day du)* (?:la )?(?:gi|the nao)
    ten(?: goi| day du| cua| chinh thuc)* <plan>
    <plan>(?: \w+){0,4} (?:duoc )?goi la gi
    (?:title|name) of the (?:\w+ ){0,4}(?:plan|document)
    full title
    (?:plan|document)(?: \w+){0,3} (?:called|entitled|titled)
    """,
    "signer": r"""
    chu ky(?: \w+){0,5} (?:cua (?:ai|nguoi nao)|la ai)
    <who>(?: \w+){0,3} ky (?:ten|ban hanh|duyet|thay|vao|<plan>|cua)
    ky (?:thay|thua lenh|thua uy quyen)(?= )
    <officer> ky (?:ten|thay|khong|phai|dung|<plan>|ban hanh)
    sign(?:s|ed)? for
    """,
    "date": r"""
    <plan>(?: <idle>){0,8} (?:de|ky|ra|ra doi|phat hanh|ban hanh|lap|co tu)(?: vao| tu)? <date_asked>
    (?<! phai )(?:phat hanh|ban hanh|ky)(?: ra)? (?:<plan> )?(?:nay )?(?:vao )?<date_asked>
    <date_asked>(?: (?!phai|nop|can)\w+){0,4} (?:phat hanh|ban hanh|ky <plan>)
    ngay(?: thang)?(?: nam)? (?:ban hanh|phat hanh|ky(?! (?:niem|ket|hop)))
    date of the (?:\w+ ){1,5}(?:plan|document)
    (?:what|which) date(?: \w+){0,5} (?:issued|signed|dated)
    """,
    "number": r"""
    so(?: hieu| ky hieu| van ban| cong van)* (?:cua )?<plan>(?! cap tren)
    so (?:hieu|ky hieu|ki hieu|van ban)
    ki hieu
    <plan>(?: <idle>){0,6} (?:danh |mang |la |co )?(?<! con )so (?:may|nao|bao nhieu|gi)
    (?:plan|document) (?:number|no) of
    """,
    "issuer": r"""
    (?:do|duoc) <who> (?:ra|ban hanh|phat hanh|xay dung|lap|soan)
    (?:ai|(?:co quan|don vi|cap|noi|phong|uy ban) nao)(?: da)? (?:ban hanh|phat hanh)
    issued by (?:whom|which|what)
    """,
    "period": r"""
    la nam (?:nao|may)(?! thu)
    giai doan (?:nao|may|bao nhieu)
    <plan>(?: (?!ban hanh|ky|ra)<idle>){0,6} (?:cua |la )?nam (?:nao|may|bao nhieu)(?= $)
    (?:giai doan|thoi gian|thoi ky) (?:thuc hien|ap dung|hieu luc)(?: cua)? <plan>
    (?:thuc hien|ap dung|keo dai)(?: \w+){0,3} trong (?:may|bao nhieu) nam
    (?:ap dung|thuc hien|gia tri|hieu luc)(?: \w+){0,3} (?:tu|den|toi) (?:<date_asked>|dau)
    thoi gian (?:thuc hien|ap dung)(?: \w+){0,6} (?:tu|den) (?:dau|nam nao|khi nao|bao gio)
    (?:what|which) (?:period|years?) (?:does|do|is|are)(?: \w+){0,9} (?:cover|apply|valid|for|run)
    until when
    """,
}
"""The same where a paper that the plan cites may be meant as well."""

ADDRESSEES = r"""
    (?:doi tuong|pham vi) (?:ap dung|thuc hien|dieu chinh)
    <plan>(?: (?!nop|gui)\w+){0,8} ap dung (?:cho|(?:doi )?voi) (?:nhung |cac )?(?:ai|doi tuong|(?:don vi|co quan) nao)
    (?:ai|(?:don vi|noi|co quan) nao) (?:phai|can) (?:thuc hien|lam theo|chap hanh|trien khai) <plan>
    (?:who|whom)(?: \w+){0,3} (?:plan|document)(?: \w+){0,2} (?:apply|applies|bind|addressed)
    who (?:must|has to|should) (?:implement|follow|carry out) the plan
    """
"""Whom a plan binds: no field, but told from its duties."""

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
    (?<! o )(?<! cac )co so(?: hieu)? khong
    (?:issues?|sign|signs|adopts?|promulgates?)(?: \w+){0,2} plan
    (?<! thuoc )(?<! cua )so (?:cua )?(?:ke hoach|van ban)
    ban hanh(?: \w+){0,4} (?:ngay|khi|luc|nam|bao|hom)
    (?:ngay|ai|co quan|don vi|co quan nao|nam)(?: nao)? ban hanh
    (?:khi nao|bao gio)(?: \w+){0,4} ban hanh
    noi nhan(?! (?:bao cao|ket qua|ho so|dang ky))
    (?:con|het|co|thoi) hieu luc
    hieu luc
    (?:ten|tieu de) (?:day du )?(?:cua )?(?:ke hoach|van ban)
    het (?:han|ky) chua
    (?:ap dung|thuc hien) (?:cho|trong|den) (?:nam|giai doan) nao
    giai doan nao
    who (?:signed|signs|issued)
    signed
    signator(?:y|ies)
    signer
    who put (?:\w+ ){1,2}names? (?:to|under|on)
    whose names? (?:is|are|stands?|appears?) (?:at|under|below)
    issued
    date of issue
    issue date
    issuer
    (?:plan|document) number
    number of the plan
    in force
    valid(?:ity)?
    recipients? of the plan
    title of
    """

HEADER = _OTHERS + "".join(FIELDS.values()) + "".join(PAPER_FIELDS.values())
