"""What the lines of a document's end say, each by itself: an office, for whom one signs, that it was signed."""

from __future__ import annotations

import re

from knowledge.parsing.letters import CAPITALS
from knowledge.parsing.shapes import is_mostly_caps
from knowledge.text import fold

_FIRST_LETTER = frozenset(char for char in map(chr, range(0x20, 0x1F00)) if fold(char) == "n")
_RECIPIENTS = re.compile(r"^noi nhan(?: ky)?\b\W*(?:[^\W\d]{1,8}\W*)?$|^noi nhan\s*:")
_FOR = re.compile(
    rf"^(?:T\s*/\s*M|K\s*/\s*T|T\s*/\s*L|T\s*/\s*U\s*/?\s*Q|TM|KT|TL|TUQ|Q)\s*[./]?\s+(?=[{CAPITALS}])|"
    rf"^(?:TM|KT|TL|TUQ|Q)\.\s*(?=[{CAPITALS}])"
)
_POST = re.compile(
    r"^(?:PHÓ|QUYỀN|CHỦ|TRƯỞNG|BÍ THƯ|GIÁM ĐỐC|TỔNG|HIỆU TRƯỞNG|CHÁNH|CỤC|BỘ TRƯỞNG|THỨ TRƯỞNG|ỦY VIÊN|UỶ VIÊN|"
    r"THỦ|VIỆN TRƯỞNG|VỤ TRƯỞNG|ĐỘI TRƯỞNG|TỔ TRƯỞNG|CHỈ HUY|CHÍNH ỦY|CHÍNH TRỊ|THƯ KÝ|ỦY BAN|BAN|THƯỜNG TRỰC|"
    r"NGƯỜI|ĐẠI DIỆN|PHO|BI THU|[^\W\d_]+(?: [^\W\d_]+)? TRƯỞNG)"
    r"(?![^\W_])"
)
_SIGNED = re.compile(
    r"[(\[]\s*(?:(?:đã|người)\s+)?(?:chữ\s+)?k[ýíi](?![^\W_])[^()\[\]]{0,40}[)\]]|"
    r"đã k[ýíi](?![^\W_]).{0,30}|(?:chữ )?k[ýíi] (?:tên|số|, ?đóng dấu|, ?ghi rõ họ tên).{0,20}|k[ýíi], .{0,30}|"
    r"(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy|uý)",
    re.IGNORECASE,
)
_OVER_ALL = re.compile(r"(?:ĐẠI DIỆN|THAY MẶT)?\s*(?:CÁC|HAI|BA|BỐN|NĂM|\d+) (?:BÊN|ĐƠN VỊ|CƠ QUAN|NGÀNH)(?!\w)")
_LONGEST_NOTE = 60  # characters
_LONGEST_HELD = 120  # characters of an office below a name
_ENDED = (".", ";", ":", ",")


def begins_recipients(text: str) -> bool:
    """Tell whether a text begins with "Nơi nhận" (read without diacritics: OCR writes "Noi nhận")."""
    return text[:1] in _FIRST_LETTER and fold(text[:8]) == "noi nhan"


def is_signature_start(text: str) -> bool:
    """Tell whether a line opens a signature: "TM. ...", "KT. ...", or a post in capitals."""
    return is_mostly_caps(text) and (signs_for(text) or (is_post(text) and len(text) < 90))


def is_recipients_head(text: str) -> bool:
    """Tell whether a text begins the recipients, also with the first of them behind the colon."""
    return begins_recipients(text) and bool(_RECIPIENTS.match(fold(text)))


def signs_for(text: str) -> bool:
    """Tell whether a line says for whom one signs: "TM. ỦY BAN NHÂN DÂN", "K/T TRƯỞNG BAN"."""
    return bool(_FOR.match(text))


def is_post(text: str) -> bool:
    """Tell whether a line begins with a post in capitals: "PHÓ CHỦ TỊCH"."""
    return bool(_POST.match(text.upper())) and is_mostly_caps(text) and not is_over_all(text)


def joins_posts(text: str) -> bool:
    """Tell whether a line stands between two offices that one person holds: "kiêm"."""
    return text.casefold() in ("kiêm", "kiêm nhiệm", "đồng thời là")


def is_over_all(text: str) -> bool:
    """Tell whether a line stands over all signers of a joint paper: "ĐẠI DIỆN CÁC BÊN KÝ KẾT"."""
    return _OVER_ALL.match(text) is not None


def is_signed_note(text: str) -> bool:
    """Tell whether a line only says that it was signed: "(đã ký)", "[Ký số]", or in which rank: "Trung tá"."""
    return len(text) <= _LONGEST_NOTE and _SIGNED.fullmatch(text.strip(" *_")) is not None


def is_held_below(text: str) -> bool:
    """Tell whether a line may say below a name what else that person is: "Phó Trưởng Ban Thường trực Ban ..."."""
    words = text.strip("()")
    plain = words[:1].isupper() and len(words) <= _LONGEST_HELD and not words.endswith(_ENDED)
    plain = plain and not is_mostly_caps(words)
    return plain and bool(_POST.match(words.upper())) and not any(map(str.isdigit, words)) and not signs_for(words)
