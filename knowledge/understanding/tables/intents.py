"""Cues for what a question is about; the first entry that matches wins, so the order is the precedence.

Folded regular expressions, one alternative a line, Vietnamese and English together, matched between single spaces in
a folded line (`tokens.folded_line`); "<papers>" stands for a piece of `pieces.PIECES`.
"""

from __future__ import annotations

from knowledge.model import Intent
from knowledge.understanding.tables.headers import HEADER

INTENTS: tuple[tuple[Intent, str], ...] = (
    (
        Intent.CONTENT,
        r"""
    (?:mau (?:bao cao|bieu|don|van ban)|bieu mau)(?!.* <papers> (?:so )?(?:may|nao|bao nhieu) )
    (?:report )?template
    ngay (?:truyen thong|thanh lap|ky niem)
    ky niem (?:\d+ )?nam
    ngay le
    anniversary
    tradition day
    """,
    ),
    (Intent.HEADER, HEADER),
    (
        Intent.CRITERIA,
        r"""
    in (?:which|what) (?:fields|areas)
    (?:o|trong|tren|thuoc) (?:nhung |cac )?linh vuc nao
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
    <papers>(?: \w+){0,20} (?:mang so|so gi)
    prompted
    cited? (?:documents?|laws?)
    <papers_en> \d+\S*
    """,
    ),
    (
        Intent.TARGET,
        r"""
    (?:bao nhieu|may) (?:mo hinh|dien hinh|sang kien|giai phap)
    (?:what|which) (?:share|percentage|proportion|rate)
    how many(?: \w+){0,3} (?:initiatives|models?|exemplars|examples|solutions)
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
    (?:dung|tre|kip|lo|sai) hen
    lam han
    nop
    gui (?:bao cao|ke hoach|ve|cho|qua|den|tai lieu|san pham|muon|tre|cham)
    che do (?:thong tin )?bao cao
    moc(?: thoi gian)?
    con (?:bao nhieu|may) ngay
    submit\w*
    days (?:left|remaining)
    how many days
    reports? (?:due|to|on|for)
    all(?: \w+){0,2} dates
    to whom(?: \w+){0,8} (?:address|submit|send|report|forward|file|deliver)
    (?:address|submit|send|forward)(?: \w+){0,6} (?:evaluations?|reports?|results?)
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
    (?:may|bao nhieu) (?:dot|ky)
    (?:to whom|who)(?: \w+){0,8} report(?:s|ed)? to
    <when_en>
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
    """,
    ),
    (
        Intent.CONTACT,
        r"""
    lien he
    lien lac
    dinh dang
    (?:tep|file|van ban|ban) dinh kem
    (?:file|document) format
    (?:as|in)(?: an?)? (?:pdf|word|excel|scan)\w*
    (?:file|ban|dang) (?:pdf|word|excel|scan)
    (?:what|which) format
    so (?:dien thoai|dt)
    dien thoai
    email
    hop thu
    thu dien tu
    dia chi
    hotline
    contact
    phone(?: number)?
    e ?mail
    """,
    ),
)

NO_LIST = r"""
    khong (?:thu|so) may
    dieu nhu khong
    (?:dieu|cai|y) (?:nao|gi) (?:trong|cua) bo (?:danh )?(?:cho|cua|doi)
    (?:nam|5) dieu(?: khong)? (?:nao|gi|do|nay|ay|cam|ky)
    noi khong voi
    say no to
    (?:five|5) (?:things|prohibitions|donts|don ts|refusals)
    danh sach nao
    (?:khong|cai khong) (?:thu|so|dau|cuoi) (?:\d+|nhat|nhi|hai|ba|tu|nam|tien|cung)
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

# "khi nào bị thu hồi", "được coi là đạt khi nào": a condition, not a time.
CONDITION = r"""
    (?:khi nao|truong hop nao|luc nao)(?: \w+){0,7} (?:bi|duoc coi|duoc xem)(?! (?:\w+ ){0,2}(?:tre|muon|qua han|cham) )
    (?:bi|duoc coi|duoc xem)(?: (?!han|nop|gui)\w+){0,6} (?:khi nao|truong hop nao)
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
    quy (?:1|2|3|4|i|ii|iii|iv|nao|nay)
    quarter(?:ly)?s?
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
    (?:bao cao|han) (?:ca |cuoi |tong ket |hang |ket qua )?nam(?! (?:\d|khong|nao|may|nay|ngoai))
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
