"""Who the person says to be before asking: "mình bên Hội Cựu chiến binh, ...", "chú làm trưởng ban mặt trận, ...".

It names no unit to search and is no matter of the question, unless the person asks for himself ("tôi phải làm gì").
"""

from __future__ import annotations

import re

from knowledge.patterns import later
from knowledge.text import fold, folded_words

_HELLO = (
    r"(?:(?:da|vang|alo|a lo|xin chao|chao|hello|hi)(?: (?:em|anh|chi|ban|bot|ad|chau|co|chu|bac))?[ ,.!]+"
    r"|(?:em|anh|chi|ban|bot|ad|chau) oi[ ,.!]+)*"
)
_ME = r"(?:toi|minh|em|chau|chu|bac|co|anh|chi|tui|chung toi)"
_IS = r"(?:(?:hien|dang) )*(?:la |o |ben |thuoc |tu |lam(?: viec)?(?: o| tai| ben)? |cong tac(?: o| tai| ben)? )?"
_BODY = (
    r"(?:phong|ban(?! \d)|so|hoi(?! (?:nghi|thi|dong thi))|doan|cong an|tram|trung tam|dai|bao (?!cao)|mat tran|uy ban"
    r"|van phong|chi (?:bo|hoi|doan|cuc)|lien doan|cong doan|dang uy|bo phan|to (?!chuc)"
    r"|truong (?:ban|phong|thon|khoi|doan)"
    r"|pho |bi thu|chu tich|can bo|cong chuc|chuyen vien|van thu|thu ky|giam doc|hieu truong|giao vien|phong vien"
    r"|nha bao|quan su|ubnd|mttq|lhpn|ccb|ldld)"
)
_MINE = later(
    r" (?:toi|minh|em|tui|chau|chung toi)(?: thi| se)? (?:phai|can|nop|gui|lam|bao cao|duoc|nen|dang ky|trinh|ky) "
    r"| (?:cua|ben|phia|don vi|co quan|noi|cho|phong|hoi|doan|to|ban|chi bo) (?:toi|minh|em|chung toi)(?! (?:hoi|xin)) "
    r"| (?:i|we) (?:must|need|have|should)|(?:must|do|should|shall|can) (?:i|we) | my | our "
)
_TERRITORY = later(r"(?<!\w)(?:phường|xã|quận|huyện|tỉnh|thành phố|thị xã|thị trấn|tp)\.? ?(\w)", re.IGNORECASE)
_INTRODUCTION = later(
    rf"^{_HELLO}(?:{_ME} {_IS}{_BODY}[^,.;:!?]{{0,70}}?|(?:i ?['’]? ?a?m|we ?['’]? ?a?re|i work|we work) "
    r"(?:from|with|at|in|for) [^,.;:!?]{3,60}?)(?:[,.;:!]\s+| (?=(?:cho|xin) (?:\w+ )?hoi ))"
)


def split(text: str) -> tuple[str, str]:
    """Return the introduction at the beginning of a message, "" where there is none, and what follows it."""
    plain = fold(text)
    match = _INTRODUCTION.match(plain) if len(plain) == len(text) else None
    return (text[: match.end()], text[match.end() :]) if match else ("", text)


def names_territory(introduced: str) -> bool:
    """Tell whether an introduction names a ward, district or province, known or not ("Hội Phụ nữ quận Lê Chân")."""
    return any(match[1].isupper() or match[1].isdigit() for match in _TERRITORY.finditer(introduced))


def is_of_self(rest: str) -> bool:
    """Tell whether what follows an introduction is asked of the person ("tôi phải làm những gì")."""
    return _MINE.search(f" {' '.join(folded_words(rest))} ") is not None
