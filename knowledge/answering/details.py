"""Which detail a question asks for, and whether the words found state it. Pure functions over folded text.

A passage can be about the question and still not answer it: "ai là bí thư" is not answered by what the secretary must
do. Each kind of detail has a cue in the question and a form in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from knowledge.answering import counting, lengths
from knowledge.model import Ask, Intent, Language, Query
from knowledge.text import fold

_DATE = re.compile(
    r"thuong xuyen|ngay sau khi|truoc khi|"
    r"(?<!\d)\d{1,2}\s*[/.-]\s*\d{1,2}(?!\d)|\bngay\s+\d|\bthang\s+\d|\bquy\s+(?:[ivx]+|\d)\b|"
    r"\bhang? (?:nam|quy|thang)\b"
)
_CITED = re.compile(r"\bso\s+\S+?,?\s*ngay\s+\d[\d/.\-]*(?:\s*thang\s+\d+)?(?:\s*nam\s+\d+)?|\bngay truyen thong\b")
"""Dates that belong to a cited document."""
_LASTING = re.compile(
    r"\bkeo dai\b|\b(?:den|tu) (?:luc|khi|bao gio|ngay) nao\b|\bden bao gio\b|\b(?:how long|until when)\b"
)
_EVENT = re.compile(r"\bden khi\b|\bke tu (?:khi|ngay)\b|\btu (?:khi|ngay ban hanh|ngay ky)\b")
"""An event that begins or ends a stretch of time, which answers how long it lasts."""
_MONEY = re.compile(r"\d[.,]*\s*(?:dong|trieu|ty|nghin|vnd|usd)\b")
_PHONE = re.compile(r"\d[\d. ]{7,}\d")
_STREET = re.compile(r"\b(?:so )?\d+[a-z]?(?:/\d+)*,? (?:duong|pho|dai lo|quoc lo)\b|\bso nha\b")
_MAIL = re.compile(r"\S@\S|\bhop thu\b")
_HOUR = re.compile(r"\b\d{1,2}\s*(?:(?:gio|h)(?:\s*\d\d)?|:\d\d)\b")
_FORMAT = re.compile(r"\b(?:dinh dang|file|word|pdf|excel|ban giay|ban mem|ban dien tu)\b")
_ESSENTIAL = re.compile(
    r"\b(?:giay khen|bang khen|huan chuong|huy chuong|co thi dua|ky niem chuong|certificate of merit|ngan sach|"
    r"kinh phi|phan mem|website|trang web|zalo|facebook|fax|tien luong|muc luong|luong co so|phu cap|"
    r"nghi phep|thai san|hoc phi|thay the|truc tuyen|online|excel|dong dau|con dau|chu ky|hang tuan|moi tuan|"
    r"cham diem|tru diem|phat bieu|truong doan|"
    r"truong tieu ban|to truong|diem thuong|tri gia|(?:tot|tieu bieu|noi bat|xuat sac|gioi) nhat|"
    r"hoc bong|diem chuan|de thi|tuyen sinh|tot nghiep|"
    r"lich (?:thi|nghi|hoc|truc|thi dau|tiem|cup dien)|luong (?:co ban|huu|thang)|"
    r"(?<!so )(?<!chat )(?<!luc )(?<!khoi )(?<!san )(?<!nang )(?<!tru )(?<!dung )(?<!thoi )(?<!dinh )(?<!do )luong(?= "
    r"(?:cua |mot )?(?:bi thu|chu tich|giao vien|giang vien|can bo|cong chuc|vien chuc|nhan vien|hieu truong|"
    r"truong phong))|"
    r"le phi|budget|salary|tuition|fee)\b"
)
"""Things that a passage must name to answer a question about them."""
_CONTEST = re.compile(r"(?<!xa )\b(?:hoi thi|cuoc thi)\b(?! dua)")
_ACTIVITY = re.compile(
    r"\b(?:kiem tra|giam sat|giao ban|hop|tiep (?:cong )?dan|doi thoai|tap huan|boi duong|sinh hoat|so ket|kiem diem|"
    r"danh gia|tuyen truyen|phat thanh|ra quan)\b"
)
"""What may be done time and again: a frequency of one is no frequency of another."""
_DAY = re.compile(r"(?<!\d)\d{1,2}\s*[/.-]\s*\d{1,2}(?!\d)|\bngay\s+\d|\bthang\s+\d|\bquy\s+(?:[ivx]+|\d)\b")
_SANCTIONED = re.compile(
    r"\b(?:phat|tru diem|ha (?:bac |loai )?thi dua|ky luat|khien trach|phe binh|xu ly|che tai|"
    r"khong (?:duoc )?(?:xet|cong nhan|binh xet)|nhac nho)\b"
)
_LATE = re.compile(r"\b(?:cham|tre|muon|qua han|khong (?:bao cao|gui|nop|dung han)|late)\b")
_LATE_REPORT = re.compile(r"\b(?:cham|tre|muon|khong (?:bao cao|gui|nop))\b.{0,60}\b(?:bao cao|gui|nop|thoi han)\b")
_SOURCE = re.compile(r"\b(?:kinh phi|ngan sach|von|tai tro|nguon (?:thu|huy dong|hop phap|von))\b")
_DOSSIER = re.compile(r"\b(?:ho so|giay to)\b")
_CONDITION = re.compile(r"\b(?:dieu kien|tieu chuan|tieu chi|phai (?:thuyet phuc|dat|co|bao dam|dam bao)|dat|du)\b")
_VENUE = re.compile(
    r"\b(?:dia diem|dia chi|tru so|hoi truong|phong hop|nha van hoa|trung tam|quang truong|san van dong|san truong)\b"
)
_ARTICLE = re.compile(r"\bdieu \d+\b")
_SHARE = re.compile(r"(?<!\d)(\d+)\s*(?:%|phan tram|percent)")


@dataclass(frozen=True, slots=True)
class Detail:
    """A kind of detail. name: key of the phrase that says it is missing; asked: cues in the folded question; stated:
    whether a text states it, from the folded question and the folded text; unless: a cue that means something else."""

    name: str
    asked: re.Pattern[str]
    stated: Callable[[str, str], bool]
    unless: re.Pattern[str] | None = None

    def is_asked(self, question: str) -> bool:
        """Tell whether a folded question asks for this detail."""
        return self.asked.search(question) is not None and not (self.unless and self.unless.search(question))


def _any_of(*cues: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(cues) + r")\b")


def _holds(pattern: re.Pattern[str]) -> Callable[[str, str], bool]:
    return lambda _question, text: pattern.search(text) is not None


def _repeats(pattern: re.Pattern[str]) -> Callable[[str, str], bool]:
    """Return a check that the text holds one of the very things that the question names."""
    return lambda question, text: any(found in pattern.findall(text) for found in pattern.findall(question))


def _holds_sanction(question: str, text: str) -> bool:
    """A sanction answers a question about being late only where the text speaks of being late, too."""
    if not _SANCTIONED.search(text):
        return False
    return not _LATE.search(question) or _LATE_REPORT.search(text) is not None


def _never(_question: str, _text: str) -> bool:
    return False


_OFFICER = "(?:bi thu|truong phong|truong ban|giam doc|chu tich|hieu truong|chanh van phong)"

_WHO_IS = r"(?<!nguoi ky )(?<!hieu )(?<!goi )(?<!coi )(?<!xem )(?<!gom )la ai\W*$"
"""Asks for a person, unless it asks whom a term means ("được hiểu là ai")."""
_WHICH_DAY = re.compile(r"\b(?:thang|ngay) (?:nao|may|bao nhieu)\b")
_OFTEN = re.compile(r"\bmay (?:lan|dot)\b|\bmot lan\b|\bhow (?:often|many times)\b|\bbao nhieu lan\b")


def _same_activity(question: str, text: str) -> bool:
    """Tell whether a text speaks of what the question asks the frequency of."""
    return _ACTIVITY.search(question) is None or _repeats(_ACTIVITY)(question, text)


_THING = (
    r"(?:phong trao|cuoc van dong|cuoc thi|hoi thi|mo hinh|nghi quyet|chi thi|ke hoach|chuong trinh|de an|van ban|"
    r"chu de|khau hieu|phuong cham|pho di bo|duong|luat|ket luan|quy che|huong dan|du an)"
)
_THINGS_NAME = re.compile(rf"\b{_THING}\b.{{0,80}}\bten (?:la )?gi\b|\bten (?:goi )?(?:cua )?{_THING}\b")

DETAILS = (
    Detail(
        "money",
        _any_of(
            "bao nhieu tien",
            "may (?:trieu|dong|ty)",
            "thuong tien",
            "muc (?:tien|thuong|chi)",
            "(?:so )?tien thuong",
            r"(?:phat|thuong|tri gia|ho tro|gia) bao nhieu(?! \w+ (?:nao|gi)| (?:nguoi|lan|mo hinh|tap the|ca nhan))",
            "how much money",
        ),
        _holds(_MONEY),
    ),
    Detail(
        "contact",
        _any_of(
            "so dien thoai",
            "sdt",
            "dien thoai so",
            "so may ban",
            "hotline",
            "duong day nong",
            "(?:tele)?phone",
            "(?:mobile|cell) (?:phone )?number",
        ),
        _holds(_PHONE),
    ),
    Detail(
        "address",
        _any_of(
            "dia chi (?:tru so|co quan|nha|van phong)",
            r"(?:o|nam o|tai|dong o) (?:duong|pho|so nha) (?:nao|gi|may)",
            "so nha",
            "tru so.{0,40}(?:o|tai|dat o|nam o) (?:dau|duong)",
            "street address",
            "postal address",
            "where is .{0,40} (?:office|headquarters) .{0,12}(?:located|situated)",
        ),
        _holds(_STREET),
    ),
    Detail(
        "time",
        _any_of(r"may gio(?! (?:chuan|day|hoc|cong|lam|len))", "gio nao", "what time", "which hour"),
        _holds(_HOUR),
    ),
    Detail("mail", _any_of("e-?mail", "mail", "hop thu", "dia chi nao", "mailbox"), _holds(_MAIL)),
    Detail(
        "format",
        _any_of(
            "(?:file|tep|dinh dang|format) (?:gi|nao|word|pdf|excel)",
            "la (?:file|tep)",
            "ban (?:giay|mem)",
            "what format",
        ),
        _holds(_FORMAT),
    ),
    Detail(
        "name",
        _any_of(
            "ten (?:gi|la gi|ai)",
            "ho (?:va )?ten",
            f"ten (?:cua )?(?:ong |ba |dong chi )?(?:pho )?{_OFFICER}",
            "ai (?:la nguoi )?ky (?:quyet dinh|giay khen|bang khen|cong van|huong dan|nghi quyet|chi thi)",
            f"{_OFFICER}.{{0,60}} la ai",
            f"{_OFFICER}(?: \\w+){{0,6}} nao",
            f"ai (?:dang |hien )?(?:la|lam|giu chuc) {_OFFICER}",
            r"ai (?:o|ben|trong) (?:phong|ban|van phong|so|bo phan)(?: \w+){1,8} (?:la nguoi|nhan|phu trach|truc)",
            _WHO_IS,
            "who (?:heads|is the (?:head|chair(?:man|person)?|director|leader|secretary))",
        ),
        _never,
        _THINGS_NAME,
    ),
    Detail(
        "template",
        _any_of(
            "mau (?:bao cao|bieu|don|phieu|dang ky|so|nao|ke hoach)",
            "bieu mau",
            "xin mau",
            "cach (?:viet|soan|trinh bay) (?:bao cao|don|ke hoach|van ban)",
            "template",
            "form",
        ),
        _never,
    ),
    Detail("annex", _any_of("phu luc", "annex", "appendix"), _never),
    Detail(
        "sanction",
        _any_of(
            r"(?:khong|chua) (?:bao cao|nop|gui)(?: \w+){0,10} (?:xu ly|lam sao)",
            "bi (?:phat|tru|ha|ky luat|khien trach|xu ly|phe binh|sao)",
            "che tai",
            "penalty",
            "punish(?:ed|ment)?",
        ),
        _holds_sanction,
    ),
    Detail(
        "essential",
        _any_of("nguon nao", "(?:tien|kinh phi)(?: \\w+){0,6} (?:lay|tu|o) (?:dau|nguon)", "ai (?:chi|tra) tien"),
        _holds(_SOURCE),
    ),
    Detail(
        "essential",
        _any_of("giay to", "ho so (?:de nghi|xet|xin)(?: \\w+){0,10} (?:gom|gi|nao)"),
        _holds(_DOSSIER),
    ),
    Detail("essential", _any_of("dieu kien (?:gi|nao)", "nhung dieu kien", "can dieu kien"), _holds(_CONDITION)),
    Detail(
        "essential",
        _any_of("(?:to chuc|dien ra|hop|tap trung|khai mac)(?: \\w+){0,4} (?:o|tai) (?:dau|dia diem nao)", "dia diem"),
        _holds(_VENUE),
    ),
    Detail("essential", _any_of(r"khac(?: \w+){1,8} o (?:cho|diem) nao"), _holds(re.compile(r"\bkhac\b"))),
    Detail("essential", _ESSENTIAL, _repeats(_ESSENTIAL)),
    Detail("essential", _CONTEST, _repeats(_CONTEST)),
    Detail("essential", _ARTICLE, _repeats(_ARTICLE)),
    Detail("share", _SHARE, _repeats(_SHARE)),
)
OF_DUTIES = frozenset({"time", "mail", "format"})
"""Details that belong to how a duty is fulfilled."""
BEYOND_DUTIES = frozenset({"money", "name", "contact", "address", "template", "annex", "sanction"})
"""Details that no duty states, whatever its time and route."""
BEYOND_HEADERS = frozenset({"money", "contact", "address", "template", "annex", "sanction"})
"""Details that no header states."""


def _question(query: Query) -> str:
    return fold(f"{query.restored} {query.text}")


def asked(query: Query) -> set[str]:
    """Return the names of the details that a question asks for by their cues."""
    question = _question(query)
    return {detail.name for detail in DETAILS if detail.is_asked(question)}


_folded = lru_cache(maxsize=8192)(fold)  # one question is held against many texts, and those against many questions


@lru_cache(maxsize=64)
def _heard(own: str, question: str) -> tuple[tuple[Detail, str], ...]:
    """Return the details asked for, each with the words that do: the last turn's before those of earlier ones."""
    said = ((detail, own if detail.is_asked(own) else question) for detail in DETAILS)
    return tuple((detail, heard) for detail, heard in said if detail.is_asked(heard))


def missing(query: Query, text: str, context: str = "") -> str | None:
    """Return the name of the detail that the question asks for and `text` does not state; None when nothing is.

    context: the headings above the text, where they may say whom it is about.
    """
    question, own, held = _folded(f"{query.restored} {query.text}"), _folded(query.text), _folded(text)
    for detail, heard in _heard(own, question):
        if detail.name == "template" and query.intent is Intent.REFERENCE:
            continue  # the paper that gives a form is asked for, not the form
        if not detail.stated(heard, held):
            return detail.name
    lasting = _LASTING.search(question) and _EVENT.search(held)
    dated = _DAY if _WHICH_DAY.search(own) else _DATE
    if query.ask in (Ask.WHEN, Ask.DAYS_LEFT) and not lasting and not dated.search(_CITED.sub(" ", held)):
        return "when"
    if "days_left" in query.slots.shape:
        return None  # worked out from the date
    if lengths.asked(query):
        return None if lengths.stated(query, held) else "how_many"
    if _OFTEN.search(question) and not _same_activity(own, held):
        return "how_many"
    counting_asked = query.ask is Ask.HOW_MANY or counting.counted(own) is not None
    return "how_many" if counting_asked and not _counts(query, text, context) else None


def _counts(query: Query, text: str, context: str) -> bool:
    """Tell whether `text` gives the number that the question asks for."""
    own = fold(query.text)
    if query.language is Language.EN:
        return counting.stated_in_translation(query.terms, own, text)
    return counting.stated(own if counting.counted(own) or query.follow_up else fold(query.restored), text, context)
