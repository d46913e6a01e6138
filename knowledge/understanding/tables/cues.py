"""Cue phrases of questions: folded regular expressions, one alternative a line, Vietnamese and English together.

In a table the first entry that matches wins, so the order is the precedence. "<papers>" stands for a piece of PIECES.
They are matched between single spaces in a folded line (`tokens.folded_line`).
"""

from __future__ import annotations

from knowledge.model import Ask, Intent

PIECES: dict[str, str] = {
    "rules": r"(?:quy tac|quy dinh truoc|huong dan truoc|huong dan|chi dan|lenh|luat le|nguyen tac)",
    "secrets": (r"(?:token|prompt|system prompt|mat khau|api key|ma nguon|khoa api|password|instructions|source code)"),
    "papers": (
        r"(?:nghi quyet|chi thi|cong van|quy che|quyet dinh|nghi dinh|thong tu|phap lenh|de an|luat|ket "
        r"luan|huong dan|chuong trinh|van ban|quy dinh)"
    ),
    "papers_en": (
        r"(?:resolution|directive|law|decision|conclusion|regulation|decree|circular|document|letter|programme"
        r")s?"
    ),
    "sending": (r"(?:nop|gui|bao cao(?! vien)|dang ky|han|hoan thanh|trinh|submit|send|report|due|deadline|file)"),
    "offices": (r"(?:co quan|don vi|phong|ban|bo phan|van phong|to chuc|cap)"),
    "late": (r"(?:tre|muon|cham(?! nhat)|khong nop|khong gui|qua han)"),
}

ASKS: tuple[tuple[Ask, str], ...] = (
    (
        Ask.DAYS_LEFT,
        r"""
    con (?:bao nhieu|may|bn) ngay
    (?:bao nhieu|may) ngay nua
    con bao lau(?: nua)?
    how many days
    days (?:are )?(?:left|remaining)
    how (?:long|much time) (?:is left|do we have|until)
    """,
    ),
    (
        Ask.LATE,
        r"""
    <late>(?: \w+){0,5} (?:sao|phat|xu ly|ky luat|hau qua|bi gi|gi khong|the nao|duoc khong|kiem diem)
    (?:late|overdue|miss(?:ed|ing)?)(?: \w+){0,5} (?:happens?|penalt\w+|sanctions?|consequences?)
    (?:happens?|penalt\w+|sanctions?|consequences?)(?: \w+){0,6} (?:late|overdue|miss(?:ed|es)?)
    """,
    ),
    (
        Ask.COMPARE,
        r"""
    so sanh
    doi chieu
    khac nhau
    giong nhau
    khac (?:gi|the nao|voi)
    giong (?:gi|voi)
    compare
    comparison
    differ(?:s|ence|ences|ent)?
    same(?: \w+){0,3} (?:as|office|kind|date|list)
    both(?: \w+){0,4} (?:plans|units)
    """,
    ),
    (
        Ask.TO_WHOM,
        r"""
    noi nhan
    (?:cho|toi|den|ve) (?:nhung|cac) (?:noi|don vi|co quan|ai)(?: nao)?
    """,
    ),
    (
        Ask.WHICH_PLANS,
        r"""
    (?:ke hoach|noi|dia phuong|tinh|nhung ke hoach|cac ke hoach) nao
    (?:ke hoach|noi|don vi)(?: \w+){0,2} nao (?:co|nhac|neu|de cap)
    (?:which|what) (?:of the )?(?:plans?|units?|documents?) (?!s )
    which (?:of the )?(?:five )?plans?
    """,
    ),
    (
        Ask.WHEN,
        r"""
    khi nao
    bao gio
    chung nao
    luc nao
    hom nao
    ngay (?:nao|may|bao nhieu|gio nao)
    thang (?:nao|may)
    may gio
    nam (?:nao|may)
    ngay thang nam nao
    thoi (?:gian|diem|han) nao
    when
    what (?:date|day|time|month)
    (?:by|on) (?:which|what) (?:date|day)
    (?:han|deadline)(?: \w+){0,4} (?:la gi|khi nao)
    what is the (?:deadline|due date)(?! format)
    """,
    ),
    (
        Ask.TO_WHOM,
        r"""
    (?:cho|toi|den|ve|voi|gui|nop) (?:ai|dau)
    (?:cho|toi|den|ve|voi|gui|nop|qua|thong qua) <offices> nao
    (?:nop|gui|bao cao)(?: \w+){0,4} (?:o|ve|den|toi|cho|qua) (?:dau|ai|noi nao|bo phan nao|phong nao)
    noi nhan
    to whom
    whom
    recipients?
    who(?: \w+){1,6} (?:to)
    where(?: \w+){0,6} (?:send|submit|sent|submitted|go|report|file)
    which office(?: \w+){0,4} (?:send|submit|receives?|to)
    """,
    ),
    (
        Ask.WHICH_ITEM,
        r"""
    (?:thuoc|o|trong|voi|vao|la|mo ta) (?:dieu|muc|cai|phan|khoan|y|chuong)(?: khong)?(?: so| thu)? (?:nao|may|gi)
    dieu (?:khong )?(?:nao|so may|thu may)
    khong (?:nao|so may|thu may)
    (?:muc|phan) (?:nao|may|so may)
    thu (?:nhat|nhi|hai|ba|tu|nam|sau|bay|tam|\d+)
    dau tien
    (?:dieu|cai|muc|y|khong) cuoi
    which (?:item|no|section|point|part)
    (?:first|second|third|fourth|fifth|last) (?:one|item|no|point)
    """,
    ),
    (
        Ask.HOW,
        r"""
    qua (?:kenh|email|mail|hop thu|dia chi|hinh thuc|duong|dau)
    (?:bang|theo) (?:cach|hinh thuc|kenh|gi|duong)(?: nao)?
    dinh dang
    file gi
    ban (?:giay|mem|cung)
    cach (?:nop|gui|thuc)
    (?:email|mail|hop thu|dia chi) nao
    (?:what|which)(?: \w+)? (?:format|channel|email|e mail|mailbox)
    how (?:should|do|must|to|can|are|is)(?: \w+){0,6} (?:send|sent|submit|submitted|filed?)
    """,
    ),
    (
        Ask.HOW_MANY,
        r"""
    bao nhieu
    phan tram
    ty le
    so luong
    %
    (?:co|gom|den|toi|it nhat|toi thieu|dat|chua|lap|moi) may
    may (?:dot|lan|noi dung|chi tieu|tieu chi|danh sach|nhiem vu|muc|phan|loai|mo hinh|dien hinh)
    may (?:ke hoach|linh vuc|nhom|noi|bao cao|dieu|cai|phuong)
    how (?:many|much)
    percent(?:age)?
    what (?:share|rate|proportion)
    """,
    ),
    (
        Ask.YES_NO,
        r"""
    (?:dung|phai|duoc|that|co) khong
    co phai
    co dung
    hay khong
    hay chua
    dung chu
    phai chang
    co that
    """,
    ),
    (
        Ask.LIST,
        r"""
    (?:gom|co|la|nhung|cac) nhung gi
    nhung gi
    gom (?:gi|nhung|cac)(?: \w+){0,3}
    bao gom
    liet ke
    ke (?:ra|ten)
    danh sach
    lap bang
    nhung(?: \w+){1,5} (?:nao|gi)
    cac(?: \w+){1,4} (?:nao|gi|la)
    ^nhung
    tat ca
    list
    what are
    enumerate
    name all
    """,
    ),
    (
        Ask.WHO,
        r"""
    ai
    <offices> nao
    nguoi nao
    do ai
    who
    whose
    which (?:office|body|agency|unit|department)
    """,
    ),
    (
        Ask.WHAT,
        r"""
    gi
    the nao
    ra sao
    nhu the nao
    tai sao
    vi sao
    what(?! about)
    how(?! about)
    why
    """,
    ),
)

INTENTS: tuple[tuple[Intent, str], ...] = (
    (
        Intent.CONTENT,
        r"""
    mau (?:bao cao|bieu|don|van ban)
    bieu mau
    (?:report )?template
    ngay (?:truyen thong|thanh lap|ky niem)
    ky niem (?:\d+ )?nam
    ngay le
    anniversary
    tradition day
    """,
    ),
    (
        Intent.HEADER,
        r"""
    (?:ai|nguoi|ngay|do ai|nguoi nao) ky
    ky (?:ten|boi|ban hanh|ngay nao|khi nao)
    nguoi ky
    chuc (?:vu|danh)(?: cua)? nguoi ky
    (?:ke hoach|van ban)(?: \w+){0,7} (?:so may|so bao nhieu|so hieu|mang so)
    so hieu
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
    """,
    ),
    (
        Intent.REFERENCE,
        r"""
    can cu(?: phap ly)?
    co so phap ly
    phap ly
    dua (?:vao|tren)(?: \w+){0,2} (?:dau|nao|gi)
    vien dan
    <papers>(?: (?!(?:ngay|khi|noi|ai|muc|the|thang|luc|ke|don) )\w+){0,12} (?:nao|so may|so bao nhieu|so nao)
    <papers> (?:so )?\d+\S*
    (?:nhac|neu|trich|dan)(?: den| toi)? <papers>
    theo ke hoach nao
    thuc hien theo(?: \w+)? (?:nao|gi)
    legal bas[ie]s
    based on (?:which|what)
    (?:which|what)(?: \w+){0,3} <papers_en>
    cited? (?:documents?|laws?)
    <papers_en> \d+\S*
    """,
    ),
    (
        Intent.TARGET,
        r"""
    chi tieu
    ty le
    phan tram
    %
    it nhat (?:bao nhieu|may)
    toi thieu (?:bao nhieu|may)
    muc tieu(?: cu the)?
    dat (?:bao nhieu|may)
    percent(?:age)?
    targets?
    proportion
    what (?:share|rate)
    """,
    ),
    (
        Intent.DEADLINE,
        r"""
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
    nop
    gui (?:bao cao|ke hoach|ve|cho|qua|den|tai lieu|san pham|muon|tre|cham)
    che do (?:thong tin )?bao cao
    moc(?: thoi gian)?
    con (?:bao nhieu|may) ngay
    submit\w*
    days (?:left|remaining)
    how many days
    reports? (?:due|to|on|for)
    send(?:ing)?(?: \w+){0,3} (?:reports?|plans?)
    """,
    ),
    (
        Intent.REWARD,
        r"""
    (?:khen|giay khen|bang khen)(?: \w+)?
    tuyen duong
    bieu duong
    giai thuong
    thuong (?:gi|bao nhieu|the nao|tien)
    tien thuong
    rewards?(?:ed)?
    awards?(?:ed)?
    commend\w*
    certificates? of merit
    merit certificates?
    prais\w+
    honou?r\w*
    prizes?
    """,
    ),
    (
        Intent.DEADLINE,
        r"""
    (?:bao cao|gui|dang ky)(?! vien)
    reports?
    khi nao
    bao gio
    ngay (?:nao|may)
    chung nao
    when
    """,
    ),
    (
        Intent.CRITERIA,
        r"""
    tieu chi
    tieu chuan
    (?:nhung|cac|may|bao nhieu|tren|trong) (?:\w+ )?linh vuc
    linh vuc nao
    criteri\w+
    (?:which|what) (?:fields|areas)
    """,
    ),
    (
        Intent.RESPONSIBILITY,
        r"""
    trach nhiem
    nhiem vu
    (?:phai|can|duoc giao|se|nen)? ?lam (?:gi|nhung gi|viec gi|nhung viec)
    phai lam
    viec gi
    phan cong
    giao(?: cho)?(?: \w+){0,8} (?:gi|ai|lam)
    (?:ai|nao|nguoi)(?: \w+){0,3} (?:chu tri|phu trach|tham muu|theo doi|don doc|tong hop|thuc hien|lam|kiem tra)
    (?:can|phai) (?:de xuat|tham muu|thuc hien|phoi hop)
    responsib\w+
    dut(?:y|ies)
    in charge
    tasks?
    (?:must|should|has to|have to|required to)(?: \w+){0,3} do
    what (?:must|should|does|do)(?: \w+){1,6} do
    """,
    ),
    (
        Intent.CONTACT,
        r"""
    lien he
    lien lac
    so (?:dien thoai|dt)
    dien thoai
    email
    hop thu
    dia chi
    hotline
    contact
    phone(?: number)?
    e ?mail
    """,
    ),
)

NO_LIST = r"""
    (?:dieu|danh sach|noi dung|cai|nhung|chu|muc) khong (?:nao|so|thu|la|cua|gi|may)
    (?:danh sach|noi dung) (?:\d+ )?khong
    dieu khong
    (?:the )?(?:first|second|third|fourth|fifth|last|\d(?:st|nd|rd|th)) no
    (?:which|what|the) no (?:includes?|covers?|is|mentions?|s|contains?)
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

EVERY = r"""
    (?:moi|tat ca|ca nam|toan bo) (?:cac )?(?:don vi|noi|ke hoach|dia phuong|co quan ban hanh)
    cac ke hoach
    tung don vi
    cac noi
    moi noi
    khap noi
    moi han nop
    (?:all|every|each)(?: the)? (?:plans?|units?|deadlines?)
    everywhere
    across (?:the )?plans
    """

DUE = r"""
    han(?! gi)
    thoi han
    deadlines?
    due
    moc thoi gian
    """

CHAT = r"""
    (?:ban|may|em|bot|mi) (?:la ai|ten (?:la )?gi|bao nhieu tuoi|co nguoi yeu|khoe khong|an com chua)
    ten (?:ban|em|bot) la gi
    who are you
    what(?: is| s)? your name
    how are you
    are you (?:a )?(?:human|robot|bot|real)
    thoi tiet
    troi (?:hom nay|co)(?: \w+)? (?:mua|nang|dep|the nao)?
    (?:hom nay|mai) (?:troi|co mua|mua)
    weather
    chuyen cuoi
    chuyen vui
    (?:tell|know)(?: \w+){0,2} jokes?
    joke
    hat (?:di|cho|mot)
    lam tho
    ke chuyen(?: \w+)?
    bong da
    xo so
    gia vang
    an gi(?: hom nay| trua nay| bay gio)?
    may gio roi
    what time is it
    sing(?: me)?(?: a)? song
    poem
    """

ORDERS = r"""
    (?:bo qua|lo di|phot lo|quen)(?: het| di)?(?: moi| cac| tat ca| nhung| toan bo){0,3}(?: \w+)? <rules>
    quen (?:het|di) (?:moi|tat ca|nhung|cac)
    gia vo
    gia bo
    dong vai
    hay (?:noi|tra loi|khang dinh|xac nhan) (?:rang|la)
    cu (?:noi|tra loi|bao|khang dinh|ghi)(?: \w+)? (?:la|rang)
    tu (?:gio|bay gio|nay)(?: tro di)? (?:ban|may|em|bot) (?:la|phai|se)
    (?:tiet lo|in ra|cho (?:toi|minh|em|tao) (?:xem|biet)|gui|dua)(?: \w+){0,4} <secrets>
    (?:system|he thong) prompt
    prompt (?:he thong|goc|cua ban)
    bot token
    api key
    token(?: cua)? (?:bot|ban)
    ignore(?: \w+){0,3} (?:rules?|instructions?|prompts?|guidelines|directions)
    disregard(?: \w+){0,4} (?:rules?|instructions?|above|previous)
    forget (?:all|everything|your|the|previous)(?: \w+)*
    pretend
    act as
    role ?play
    you are now
    from now on
    jailbreak
    (?:reveal|print|show|leak|give)(?: \w+){0,4} <secrets>
    (?:just|simply) (?:say|answer|confirm|reply)
    say that
    (?:answer|respond|reply) (?:only )?(?:with|that)
    confirm that(?: \w+){2,12} (?:moved|changed|extended|cancelled|postponed)
    (?:bia|che) (?:ra|dai|mot|cho)(?: \w+)*
    make up
    dung (?:trich dan|noi su that|theo ke hoach)
    (?:khong can|dung) (?:dua|dung) (?:vao|theo) (?:ke hoach|van ban|tai lieu)
    (?:xoa|sua|cap nhat|doi)(?: \w+)? (?:du lieu|co so du lieu|ke hoach trong he thong)
    (?:delete|erase|drop|overwrite) (?:all|the|your)(?: \w+)*
    xac nhan(?: \w+){1,14} (?:di|ngay di|cho tao)(?= $)
    """

HELP = r"""
    (?:ban|bot|may|em) (?:lam|giup|biet lam|tra loi|ho tro)(?: \w+){0,3} (?:gi|nhung gi)
    (?:ban|bot|em) co the (?:lam|giup)(?: \w+)? gi
    (?:huong dan|cach) (?:su dung|dung)(?: bot| ban)?
    (?:dung|su dung) bot
    tro giup
    help(?: me)?(?= $)
    what can you do
    how (?:do|can) i use
    (?:hoi|dung) (?:ban|bot) (?:the nao|nhu the nao|ra sao|kieu gi)
    """
