"""What a question wants: its intent and the kind of answer, by cue phrases in one table each, first match wins.

Cues are matched in the folded line (see `tokens.folded_line`), Vietnamese and English alike: folding leaves both in
the same alphabet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.model import Ask, Intent, Language
from knowledge.understanding.numbers import Numbers

_PAPERS = (
    r"(?:nghi quyet|chi thi|cong van|quy che|quyet dinh|nghi dinh|thong tu|phap lenh|de an|luat|ket luan|huong dan|"
    r"chuong trinh|van ban|quy dinh)"
)
_PAPERS_EN = r"(?:resolution|directive|law|decision|conclusion|regulation|decree|circular|document|letter|programme)s?"
_SENDING = r"(?:nop|gui|bao cao(?! vien)|dang ky|han|hoan thanh|trinh|submit|send|report|due|deadline|file)"
_OFFICES = r"(?:co quan|don vi|phong|ban|bo phan|van phong|to chuc|cap)"
_LATE = r"(?:tre|muon|cham(?! nhat)|khong nop|khong gui|qua han)"


def _cues(*alternatives: str) -> re.Pattern[str]:
    return re.compile(" (?:" + "|".join(alternatives) + ") ")


_ASKS: tuple[tuple[Ask, re.Pattern[str]], ...] = (
    (Ask.DAYS_LEFT, _cues(r"con (?:bao nhieu|may|bn) ngay", r"(?:bao nhieu|may) ngay nua", r"con bao lau(?: nua)?",
                          r"how many days", r"days (?:are )?(?:left|remaining)", r"how (?:long|much time) (?:is left|do we have|until)")),
    (Ask.LATE, _cues(rf"{_LATE}(?: \w+){{0,5}} (?:sao|phat|xu ly|ky luat|hau qua|bi gi|gi khong|the nao|duoc khong|kiem diem)",
                     r"(?:late|overdue|miss(?:ed|ing)?)(?: \w+){0,5} (?:happens?|penalt\w+|sanctions?|consequences?)",
                     r"(?:happens?|penalt\w+|sanctions?|consequences?)(?: \w+){0,6} (?:late|overdue|miss(?:ed|es)?)")),
    (Ask.COMPARE, _cues("so sanh", "doi chieu", "khac nhau", "giong nhau", r"khac (?:gi|the nao|voi)", r"giong (?:gi|voi)",
                        "compare", "comparison", r"differ(?:s|ence|ences|ent)?", r"same(?: \w+){0,3} (?:as|office|kind|date|list)",
                        r"both(?: \w+){0,4} (?:plans|units)")),
    (Ask.TO_WHOM, _cues("noi nhan", r"(?:cho|toi|den|ve) (?:nhung|cac) (?:noi|don vi|co quan|ai)(?: nao)?")),
    (Ask.WHICH_PLANS, _cues(r"(?:ke hoach|noi|dia phuong|tinh|nhung ke hoach|cac ke hoach) nao", r"(?:ke hoach|noi|don vi)(?: \w+){0,2} nao (?:co|nhac|neu|de cap)",
                            r"(?:which|what) (?:of the )?(?:plans?|units?|documents?) (?!s )", r"which (?:of the )?(?:five )?plans?")),
    (Ask.WHEN, _cues("khi nao", "bao gio", "chung nao", "luc nao", "hom nao", r"ngay (?:nao|may|bao nhieu|gio nao)", r"thang (?:nao|may)", "may gio",
                     r"nam (?:nao|may)", "ngay thang nam nao", r"thoi (?:gian|diem|han) nao", "when", r"what (?:date|day|time|month)",
                     r"(?:by|on) (?:which|what) (?:date|day)", r"(?:han|deadline)(?: \w+){0,4} (?:la gi|khi nao)", r"what is the (?:deadline|due date)(?! format)")),
    (Ask.TO_WHOM, _cues(r"(?:cho|toi|den|ve|voi|gui|nop) (?:ai|dau)", rf"(?:cho|toi|den|ve|voi|gui|nop|qua|thong qua) {_OFFICES} nao",
                        r"(?:nop|gui|bao cao)(?: \w+){0,4} (?:o|ve|den|toi|cho|qua) (?:dau|ai|noi nao|bo phan nao|phong nao)", r"noi nhan", r"to whom", r"whom", r"recipients?",
                        r"who(?: \w+){1,6} (?:to)", r"where(?: \w+){0,6} (?:send|submit|sent|submitted|go|report|file)",
                        r"which office(?: \w+){0,4} (?:send|submit|receives?|to)")),
    (Ask.WHICH_ITEM, _cues(r"(?:thuoc|o|trong|voi|vao|la|mo ta) (?:dieu|muc|cai|phan|khoan|y|chuong)(?: khong)?(?: so| thu)? (?:nao|may|gi)",
                           r"dieu (?:khong )?(?:nao|so may|thu may)", r"khong (?:nao|so may|thu may)", r"(?:muc|phan) (?:nao|may|so may)",
                           r"thu (?:nhat|nhi|hai|ba|tu|nam|sau|bay|tam|\d+)", "dau tien", r"(?:dieu|cai|muc|y|khong) cuoi",
                           r"which (?:item|no|section|point|part)", r"(?:first|second|third|fourth|fifth|last) (?:one|item|no|point)")),
    (Ask.HOW, _cues(r"qua (?:kenh|email|mail|hop thu|dia chi|hinh thuc|duong|dau)", r"(?:bang|theo) (?:cach|hinh thuc|kenh|gi|duong)(?: nao)?",
                    "dinh dang", r"file gi", r"ban (?:giay|mem|cung)", r"cach (?:nop|gui|thuc)", r"(?:email|mail|hop thu|dia chi) nao",
                    r"(?:what|which)(?: \w+)? (?:format|channel|email|e mail|mailbox)", r"how (?:should|do|must|to|can|are|is)(?: \w+){0,6} (?:send|sent|submit|submitted|filed?)")),
    (Ask.HOW_MANY, _cues("bao nhieu", "phan tram", "ty le", "so luong", "%", r"(?:co|gom|den|toi|it nhat|toi thieu|dat|chua|lap|moi) may",
                         r"may (?:dot|lan|noi dung|chi tieu|tieu chi|danh sach|nhiem vu|muc|phan|loai|mo hinh|dien hinh|ke hoach|linh vuc|nhom|noi|bao cao|dieu|cai|phuong)",
                         r"how (?:many|much)", r"percent(?:age)?", r"what (?:share|rate|proportion)")),
    (Ask.YES_NO, _cues(r"(?:dung|phai|duoc|that|co) khong", r"co phai", r"co dung",
                       r"hay khong", r"hay chua", r"dung chu", r"phai chang", r"co that")),
    (Ask.LIST, _cues(r"(?:gom|co|la|nhung|cac) nhung gi", "nhung gi", r"gom (?:gi|nhung|cac)(?: \w+){0,3}", "bao gom", "liet ke", r"ke (?:ra|ten)", "danh sach", "lap bang",
                     r"nhung(?: \w+){1,5} (?:nao|gi)", r"cac(?: \w+){1,4} (?:nao|gi|la)", r"^nhung", "tat ca", r"list", r"what are", "enumerate", "name all")),
    (Ask.WHO, _cues("ai", rf"{_OFFICES} nao", "nguoi nao", "do ai", "who", "whose", r"which (?:office|body|agency|unit|department)")),
    (Ask.WHAT, _cues("gi", "the nao", "ra sao", "nhu the nao", "tai sao", "vi sao", r"what(?! about)", r"how(?! about)", "why")),
)  # fmt: skip

_YES_NO_EN = re.compile(r"^ (?:do|does|did|is|are|was|were|can|could|must|should|has|have|will|may) ")
_YES_NO_END = re.compile(r" (?:khong|chua|chang|ha|chu)(?: vay| a| nhi| nhe| ta| the| ban| bot)? $")

_INTENTS: tuple[tuple[Intent, re.Pattern[str]], ...] = (
    (Intent.CONTENT, _cues(r"mau (?:bao cao|bieu|don|van ban)", "bieu mau", r"(?:report )?template", r"ngay (?:truyen thong|thanh lap|ky niem)",
                           r"ky niem (?:\d+ )?nam", "ngay le", r"anniversary", r"tradition day")),
    (Intent.HEADER, _cues(r"(?:ai|nguoi|ngay|do ai|nguoi nao) ky", r"ky (?:ten|boi|ban hanh|ngay nao|khi nao)", "nguoi ky", r"chuc (?:vu|danh)(?: cua)? nguoi ky",
                          r"(?:ke hoach|van ban)(?: \w+){0,7} (?:so may|so bao nhieu|so hieu|mang so)", "so hieu", r"so (?:cua )?(?:ke hoach|van ban)",
                          r"ban hanh(?: \w+){0,4} (?:ngay|khi|luc|nam|bao|hom)", r"(?:ngay|ai|co quan|don vi|co quan nao|nam)(?: nao)? ban hanh", r"(?:khi nao|bao gio)(?: \w+){0,4} ban hanh",
                          "noi nhan", r"(?:con|het|co|thoi) hieu luc", "hieu luc", r"(?:ten|tieu de) (?:day du )?(?:cua )?(?:ke hoach|van ban)",
                          r"het (?:han|ky) chua", r"(?:ap dung|thuc hien) (?:cho|trong|den) (?:nam|giai doan) nao", r"giai doan nao",
                          r"who (?:signed|signs|issued)", "signed", "signatory", "signer", r"issued", r"date of issue", r"issue date", "issuer", r"(?:plan|document) number",
                          r"number of the plan", r"in force", r"valid(?:ity)?", r"expired?", r"recipients? of the plan", r"title of")),
    (Intent.REFERENCE, _cues(r"can cu(?: phap ly)?", r"co so phap ly", "phap ly", r"dua (?:vao|tren)(?: \w+){0,2} (?:dau|nao|gi)", r"vien dan",
                             rf"{_PAPERS}(?: (?!(?:ngay|khi|noi|ai|muc|the|thang|luc|ke|don) )\w+){{0,12}} (?:nao|so may|so bao nhieu|so nao)", rf"{_PAPERS} (?:so )?\d+\S*", rf"(?:nhac|neu|trich|dan)(?: den| toi)? {_PAPERS}",
                             r"theo ke hoach nao", r"thuc hien theo(?: \w+)? (?:nao|gi)",
                             r"legal bas[ie]s", r"based on (?:which|what)", rf"(?:which|what)(?: \w+){{0,3}} {_PAPERS_EN}", r"cited? (?:documents?|laws?)", rf"{_PAPERS_EN} \d+\S*")),
    (Intent.TARGET, _cues("chi tieu", "ty le", "phan tram", "%", r"it nhat (?:bao nhieu|may)", r"toi thieu (?:bao nhieu|may)", r"muc tieu(?: cu the)?",
                          r"dat (?:bao nhieu|may)", r"percent(?:age)?", r"targets?", r"proportion", r"what (?:share|rate)")),
    (Intent.DEADLINE, _cues(rf"(?:khi nao|bao gio|chung nao|hom nao|ngay nao|ngay may|luc nao|when|what date|which date)(?: \w+){{0,14}} {_SENDING}",
                            rf"{_SENDING}(?: \S+){{0,14}} (?:khi nao|bao gio|chung nao|hom nao|ngay nao|ngay may|luc nao|thang may|thang nao|due|when)",
                            r"han (?:nop|chot|cuoi|gui|bao cao|dang ky|chot|la|gi|cua)", r"thoi han", r"(?:nhung|moi|cac|co|nao|may) han", "deadlines?", "due", r"cut off", r"cutoff",
                            r"(?:tre|qua|dung|kip|gia|doi|lui) han", "nop", r"gui (?:bao cao|ke hoach|ve|cho|qua|den|tai lieu|san pham|muon|tre|cham)",
                            r"che do (?:thong tin )?bao cao", r"moc(?: thoi gian)?", r"con (?:bao nhieu|may) ngay", r"submit\w*", r"days (?:left|remaining)", r"how many days",
                            r"reports? (?:due|to|on|for)", r"send(?:ing)?(?: \w+){0,3} (?:reports?|plans?)")),
    (Intent.REWARD, _cues(r"(?:khen|giay khen|bang khen)(?: \w+)?", "tuyen duong", "bieu duong", "giai thuong", r"thuong (?:gi|bao nhieu|the nao|tien)", "tien thuong",
                          r"rewards?(?:ed)?", r"awards?(?:ed)?", r"commend\w*", r"certificates? of merit", r"merit certificates?", r"prais\w+", r"honou?r\w*", "prizes?")),
    (Intent.DEADLINE, _cues(r"(?:bao cao|gui|dang ky)(?! vien)", r"reports?", "khi nao", "bao gio", r"ngay (?:nao|may)", r"chung nao", "when")),
    (Intent.CRITERIA, _cues("tieu chi", "tieu chuan", r"(?:nhung|cac|may|bao nhieu|tren|trong) (?:\w+ )?linh vuc", r"linh vuc nao", r"criteri\w+", r"(?:which|what) (?:fields|areas)")),
    (Intent.RESPONSIBILITY, _cues("trach nhiem", r"nhiem vu", r"(?:phai|can|duoc giao|se|nen)? ?lam (?:gi|nhung gi|viec gi|nhung viec)", r"phai lam", r"viec gi", r"phan cong",
                                  r"giao(?: cho)?(?: \w+){0,8} (?:gi|ai|lam)", r"(?:ai|nao|nguoi)(?: \w+){0,3} (?:chu tri|phu trach|tham muu|theo doi|don doc|tong hop|thuc hien|lam|kiem tra)",
                                  r"(?:can|phai) (?:de xuat|tham muu|thuc hien|phoi hop)", r"responsib\w+", r"dut(?:y|ies)", r"in charge", r"tasks?", r"(?:must|should|has to|have to|required to)(?: \w+){0,3} do",
                                  r"what (?:must|should|does|do)(?: \w+){1,6} do")),
    (Intent.CONTACT, _cues("lien he", "lien lac", r"so (?:dien thoai|dt)", "dien thoai", "email", r"hop thu", r"dia chi", "hotline", r"contact", r"phone(?: number)?", r"e ?mail")),
)  # fmt: skip

_DUE = _cues(r"han(?! gi)", "thoi han", "deadlines?", "due", "moc thoi gian")
_NO_LIST = _cues(r"(?:dieu|danh sach|noi dung|cai|nhung|chu|muc) khong (?:nao|so|thu|la|cua|gi|may)", r"(?:danh sach|noi dung) (?:\d+ )?khong",
                 r"dieu khong", r"(?:the )?(?:first|second|third|fourth|fifth|last|\d(?:st|nd|rd|th)) no", r"(?:which|what|the) no (?:includes?|covers?|is|mentions?|s|contains?)")  # fmt: skip
_DATED_DUTY = _cues(
    "han gi",
    "moc gi",
    "la gi",
    "phai",
    "hoan thanh",
    "viec gi",
    "gui",
    "nop",
    "bao cao",
    "han",
    "truoc",
    "gia han",
    "dung khong",
    "what",
    "for what",
    "due",
)
_EVERY = _cues(r"(?:moi|tat ca|ca nam|toan bo) (?:cac )?(?:don vi|noi|ke hoach|dia phuong|co quan ban hanh)", "cac ke hoach", "tung don vi", "cac noi", "moi noi", "khap noi",
               r"moi han nop", r"(?:all|every|each)(?: the)? (?:plans?|units?|deadlines?)", "everywhere", r"across (?:the )?plans")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wish:
    """Intent and ask of a question. clear: a cue was found, so a follow-up need not borrow them."""

    intent: Intent
    ask: Ask
    clear_intent: bool
    clear_ask: bool
    every_unit: bool


def read(line: str, numbers: Numbers, language: Language) -> Wish:
    """Read the wish from the folded line of a question."""
    bare = _without_list_name(line, numbers)
    intent = _intent(bare, line, numbers)
    ask, clear_ask = _ask(bare, numbers, intent or Intent.CONTENT, language)
    dateless = intent in (None, Intent.REWARD, Intent.RESPONSIBILITY, Intent.CRITERIA)
    if (ask in (Ask.DAYS_LEFT, Ask.LATE) and intent is None) or (ask is Ask.WHEN and dateless):
        intent = Intent.DEADLINE
    every = ask in (Ask.WHICH_PLANS, Ask.COMPARE) or _EVERY.search(line) is not None
    return Wish(intent or Intent.CONTENT, ask, intent is not None, clear_ask, every)


def _without_list_name(line: str, numbers: Numbers) -> str:
    """Take "5 không" out, lest its "không" read as a yes/no question."""
    return line if numbers.count is None else re.sub(r" \S+ (?:khong|no s|nos|no) ", " danhsachkhong ", line, count=1)


def _intent(bare: str, line: str, numbers: Numbers) -> Intent | None:
    if numbers.count is not None or _NO_LIST.search(line):
        return Intent.NO_LIST
    found = next((intent for intent, cues in _INTENTS if cues.search(bare)), None)
    if numbers.documents and found in (None, Intent.CONTENT, Intent.RESPONSIBILITY):
        return Intent.REFERENCE
    dated = bool(numbers.dates or numbers.months)
    if dated and found in (None, Intent.RESPONSIBILITY) and _DATED_DUTY.search(bare):
        return Intent.DEADLINE
    if found is None and numbers.period is not None:
        return Intent.DEADLINE
    return found


def _ask(bare: str, numbers: Numbers, intent: Intent, language: Language) -> tuple[Ask, bool]:
    found = next((ask for ask, cues in _ASKS if cues.search(bare)), None)
    closed = _YES_NO_EN if language is Language.EN else _YES_NO_END
    if found in (None, Ask.LIST, Ask.WHO, Ask.WHAT) and closed.search(bare):
        return Ask.YES_NO, True
    if found is Ask.WHAT and intent is Intent.NO_LIST and numbers.item is None:
        found = Ask.LIST
    if found in (None, Ask.WHAT) and numbers.item is not None:
        return Ask.WHICH_ITEM, True
    if found in (None, Ask.LIST, Ask.WHAT) and not numbers.dates and intent is Intent.DEADLINE and _DUE.search(bare):
        return Ask.WHEN, True
    if found is None:
        return (Ask.LIST if intent is Intent.NO_LIST else Ask.WHAT), False
    return found, True
