"""Cues for the kind of answer asked for; the first entry that matches wins, so the order is the precedence.

Folded regular expressions, one alternative a line, Vietnamese and English together, matched between single spaces in
a folded line (`tokens.folded_line`); "<papers>" stands for a piece of `pieces.PIECES`.
"""

from __future__ import annotations

from knowledge.model import Ask

ASKS: tuple[tuple[Ask, str], ...] = (
    (
        Ask.DAYS_LEFT,
        r"""
    con (?:bao nhieu|may|bn) (?:ngay|hom|bua|tuan|thang)
    (?:bao nhieu|may) (?:ngay|hom|bua|tuan|thang) nua
    con kip (?:nop|gui|bao cao|lam|dang ky|hoan thanh|trinh)(?: (?!\d)\w+){0,10} (?:khong|ko|k|chu)
    con bao lau(?: nua)?
    how many days
    how many (?:weeks|months)(?: \w+){0,3} (?:left|remain\w*|until|till|before|to go)
    (?:days|weeks|months) (?:are )?(?:left|remaining)
    how (?:long|much time) (?:is left|do we have|until)
    """,
    ),
    (
        Ask.LATE,
        r"""
    <late>(?: \w+){0,10} (?:tru diem|phe binh|nhac nho|lam sao)
    quen (?:nop|gui|bao cao)(?: \w+){0,4} (?:sao|the nao|gi|khong)
    what if(?: \w+){0,4} (?:late|miss\w*)
    (?:can|may|could) (?:i|we|one|they|units?) (?:submit|send|report|file|hand|turn)(?: (?!\d)\w+){0,4} late(?= $)
    <late>(?: \w+){0,10} (?:sao|phat|xu ly|ky luat|hau qua|bi gi|gi khong|the nao|duoc khong|kiem diem)
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
    co gi (?:khac|giong)
    khac (?!lam|phai|thuc|nop|gui)(?:\w+ ){1,4}(?:the nao|cho nao|ra sao|o dau|diem nao)
    (?:chenh|lech)(?: nhau| voi)
    so voi
    giong (?:gi|voi)
    compare
    comparison
    co cung(?: \w+){1,10} khong
    (?:ra|ban hanh|phat hanh|ky)(?: \w+){0,3} (?:truoc|sau|som hon|muon hon)(?= $)
    nao (?:ra|ban hanh|phat hanh)(?: \w+){0,2} (?:truoc|sau|som hon|muon hon)(?! (?:ngay|khi|thang|\d))
    differ(?:s|ence|ences)?
    different (?:from|between)
    (?:how|what)(?: \w+){1,5} different
    same(?: \w+){0,3} (?:as|office|kind|date|list)
    both(?: \w+){0,4} (?:plans|units)
    """,
    ),
    (
        Ask.TO_WHOM,
        r"""
    (?<! trong )noi nhan
    (?:noi|ben|nguoi|ai|<offices> nao|can bo nao)(?: nao)?(?: se| la noi)? (?:tiep )?nhan(?: duoc)? (?:ban )?<sent>
    <sent>(?: \w+){0,4} gui noi nao
    (?:gui|nop)(?: thang)? (?:ve|cho|len|qua) (?:\w+ ){1,4}hay(?! (?:ban (?:mem|giay|cung)|rieng|chung|mail|email) )
    (?:cho|toi|den|ve|gui|nop) (?:nhung|cac) (?:noi|don vi|co quan|ai)(?: nao)?
    """,
    ),
    (
        Ask.WHICH_PLANS,
        r"""
    (?:noi|dia phuong|tinh) nao(?! (?:nhan|tiep nhan))
    (?<! thuc hien )(?<! trien khai )(?<! la )(?<! theo )ke hoach nao(?! cua (?:tinh|cap|trung))
    (?:ke hoach|noi|don vi)(?: \w+){0,2} nao (?:co|nhac|neu|de cap|dat ra|dat chi|quy dinh|can cu|dan chieu)
    (?:which|what) (?:of the )?(?:plans?|units?|documents?) (?!s )
    which (?:of the )?(?:five )?plans?
    """,
    ),
    (
        Ask.YES_NO,
        r"""
    (?:dung|phai|duoc) khong(?: vay| a| nhi| ta)?(?= $)
    xac nhan(?! (?:rang )?la)(?: \w+){0,3}
    (?:is it true|is that right|confirm)
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
    may gio(?! (?:chuan|day|hoc|giang|len lop))
    (?<! moi )(?<! hang )(?<! mot )nam (?:nao|may)
    ngay thang nam nao
    thoi (?:gian|diem|han) nao
    (?:dip|khoang thoi gian) (?:nao|gi)
    (?:on |at )?(?:what|which) occasions?
    <when_en>
    what (?:date|day|time|month)
    (?:by|on) (?:which|what) (?:date|day)
    (?:han|deadline)(?: \w+){0,4} (?:la gi|khi nao)
    what is the (?:deadline|due date)(?! format)
    may tay
    dip nao
    (?:<plan>(?: \w+){0,6} )?(?<! moi )(?<! hang )(?<! mot )nam bao nhieu
    (?:^(?: cho hoi| cho biet| xin)? ?)?(?:thoi (?:gian|diem)) (?:nop|gui|bao cao|dang ky|hoan thanh|to chuc)
    ngay (?:ban hanh|phat hanh|ky)(?= (?:ke hoach|van ban|cua|$)|$)
    date of(?: the)?(?: \w+){0,4} (?:plan|document)
    how soon
    """,
    ),
    (
        Ask.TO_WHOM,
        r"""
    (?:cho|toi|den|ve|voi|gui|nop|len|trinh) (?:nhung )?(?:ai|dau)(?! (?:lam|thuc hien|theo doi|phu trach) )
    (?:cho|toi|den|ve|voi|gui|nop|len|qua|thong qua) <offices> nao
    gui(?: \w+){1,4} (?:cap|noi) nao
    (?:nop|gui|bao cao)(?: \w+){0,4} (?:o|ve|den|toi|cho|qua) (?:dau|ai|noi nao|bo phan nao|phong nao)
    (?<! trong )noi nhan
    to whom
    whom
    recipients?
    who (?:gets|receives|is sent|is copied)
    (?:who|which \w+)(?: \w+){1,4} contact
    who(?: (?!supposed|asked|told|required|ha[sd]|have|expected|assigned|ought|needs?|put|decides?)\w+){1,6} to
    where(?: \w+){0,6} (?:send|submit|sent|submitted|go|report|file)
    which office(?: \w+){0,4} (?:send|submit|receives?|to)
    """,
    ),
    (
        Ask.WHICH_ITEM,
        r"""
    (?:thuoc|o|trong|voi|vao|la|mo ta) <piece>(?: khong)?(?: so| thu)? (?:nao|may)
    (?:thuoc|o|trong|voi|vao|mo ta) <piece> gi
    dieu (?:khong )?(?:nao|so may|thu may)
    khong (?:nao|so may|thu may)
    (?<! bo )(?<! duoi )(?<! tren )(?:muc|phan|chuong|dieu) (?:nao|may|so may)
    thu (?:nhat|nhi|hai|ba|tu|nam|sau|bay|tam|\d+)(?! (?:\d+ \d|ngay|tuan|nay|toi))
    dau tien
    (?:dieu|cai|muc|y|khong) cuoi
    which (?:item|no|section|point|part)
    (?:first|second|third|fourth|fifth|last) (?:one|item|no|point)
    """,
    ),
    (
        Ask.HOW,
        r"""
    qua (?:kenh|email|mail|hop thu|thu dien tu|dia chi|hinh thuc|duong|dau)
    (?:bang|theo) (?:cach|hinh thuc|kenh|gi|duong)(?: nao)?
    dinh dang
    (?:rieng|doc lap|ghep|gop|long ghep|chung)(?: \w+){0,3} hay(?: la)?(?: \w+){0,3} (?:rieng|chung|ghep|gop|long)
    (?:separate(?:ly)?|combined|stand alone|merged)(?: \w+){0,3} or
    file gi
    (?:as|in)(?: an?)? (?:pdf|word|excel|scan)\w*
    (?:file|ban|dang) (?:pdf|word|excel|scan)
    ban (?:giay|mem|cung)
    (?:cach|hinh thuc) (?:nop|gui|thuc)
    (?:email|mail|hop thu|thu dien tu|dia chi) nao
    (?:email|hop thu|thu dien tu|dia chi)(?: \w+){0,3} (?:de )?(?:gui|nop|nhan|dang ky)
    (?:what|which)(?: \w+)? (?:format|channel|email|e mail|mailbox)
    how (?:should|do|must|to|can|are|is)(?: \w+){0,6} (?:send|sent|submit|submitted|filed?)
    """,
    ),
    (
        Ask.HOW_MANY,
        r"""
    (?<! so )(?<! nam )(?<! dieu )(?<! muc )(?<! ngay )bao nhieu
    bao lau
    (?:co|gom|van dong|thuc hien|tat ca|het) may khong
    how long
    may (?:ngay|thang|gio|phut|tiet|tuoi|hinh thuc|chuc danh|tin chi|buoi|nguoi)
    may (?:lop|trieu|tap the|ca nhan|moc|van ban|ky)
    <counting> (?:la |dat |phai |can )?(?:bao nhieu|may)
    (?:may|bao nhieu) (?:phan tram|%)
    (?:co|gom|den|toi|it nhat|toi thieu|dat|chua|lap|moi) may
    may (?:dot|lan|noi dung|chi tieu|tieu chi|danh sach|nhiem vu|muc|phan|loai|mo hinh|dien hinh)
    may (?:ke hoach|linh vuc|nhom|noi|bao cao|dieu|cai|phuong)
    how (?:many|much)
    percent(?:age)?
    what (?:share|rate|proportion|multiple)
    (?:minimum|least)(?: \w+){0,2} number
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
    all(?: \w+){0,3} (?:dates|deadlines)
    nhung gi
    gom (?:gi|nhung|cac)(?: \w+){0,3}
    bao gom
    liet ke
    (?:ke|neu) (?:het|day du)
    danh muc
    ke (?:ra|ten)
    danh sach
    lap bang
    nhung(?: \w+){1,5} (?:nao|gi)
    cac(?: \w+){1,4} (?:nao|gi|la)
    ^nhung
    tat ca
    list(?! (?:go|is|be|may|must|exceed|contain|has|have|was|will))
    what are
    enumerate
    name all
    """,
    ),
    (
        Ask.WHO,
        r"""
    ai
    (?<! van )<offices> nao
    (?:dong chi|vi|can bo|lanh dao) nao
    ho ten
    (?:don vi|co quan) (?:dau moi|thuong truc|chiu trach nhiem)
    doi tuong
    nguoi nao
    do ai
    (?:so|nganh) nao(?: \w+){0,2} <doing>
    who
    whose
    which (?:office|body|agency|unit|department|bodies|offices|agencies|organi[sz]ations)
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
    (
        Ask.HOW_MANY,
        r"""
    <counting>
    """,
    ),
)
