"""Short forms that officials type, written out; the neighbours decide the ambiguous ones.

Source: DOMAIN.md ("What people type") and Nghị định 30/2020/NĐ-CP, annex III.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from knowledge.patterns import later
from knowledge.text import fold
from knowledge.understanding.tokens import Kind, Token, folded_line, rewrite

PLAIN: dict[str, str] = {
    "dvk": "dân vận khéo", "kh": "kế hoạch", "cv": "công văn", "ctr": "chương trình", "nq": "nghị quyết",
    "kl": "kết luận", "qc": "quy chế", "bc": "báo cáo", "ubnd": "ủy ban nhân dân", "hđnd": "hội đồng nhân dân",
    "hdnd": "hội đồng nhân dân", "mttq": "mặt trận tổ quốc", "ubmttq": "ủy ban mặt trận tổ quốc",
    "ubmttqvn": "ủy ban mặt trận tổ quốc việt nam", "mttqvn": "mặt trận tổ quốc việt nam", "btv": "ban thường vụ",
    "qu": "quận ủy", "hu": "huyện ủy", "tw": "trung ương", "bdv": "ban dân vận", "đu": "đảng ủy", "đb": "đảng bộ",
    "cbcc": "cán bộ công chức", "ccvc": "công chức viên chức", "cbccvc": "cán bộ công chức viên chức",
    "cnvc": "công nhân viên chức", "nlđ": "người lao động", "nld": "người lao động", "gv": "giáo viên",
    "hs": "học sinh", "hssv": "học sinh sinh viên", "pgd": "phòng giáo dục", "pgdđt": "phòng giáo dục và đào tạo",
    "pgddt": "phòng giáo dục và đào tạo", "sgd": "sở giáo dục", "sgdđt": "sở giáo dục và đào tạo",
    "sgddt": "sở giáo dục và đào tạo", "gdđt": "giáo dục và đào tạo", "gddt": "giáo dục và đào tạo", "gd": "giáo dục",
    "tccb": "tổ chức cán bộ", "vp": "văn phòng", "pnv": "phòng nội vụ", "snv": "sở nội vụ", "syt": "sở y tế",
    "tđkt": "thi đua khen thưởng", "tdkt": "thi đua khen thưởng", "qcdc": "quy chế dân chủ",
    "cchc": "cải cách hành chính", "tthc": "thủ tục hành chính", "cđs": "chuyển đổi số", "cds": "chuyển đổi số",
    "ntm": "nông thôn mới", "qpan": "quốc phòng an ninh", "antt": "an ninh trật tự", "atgt": "an toàn giao thông",
    "bcv": "báo cáo viên", "bcđ": "ban chỉ đạo", "bcd": "ban chỉ đạo", "ccb": "cựu chiến binh",
    "lhpn": "liên hiệp phụ nữ", "lđlđ": "liên đoàn lao động", "ldld": "liên đoàn lao động",
    "đtn": "đoàn thanh niên", "dtn": "đoàn thanh niên", "tncs": "thanh niên cộng sản", "pct": "phó chủ tịch",
    "dtts": "dân tộc thiểu số", "bttg": "ban tuyên giáo", "btg": "ban tuyên giáo", "bgh": "ban giám hiệu",
    "ko": "không", "hok": "không", "hông": "không", "khg": "không", "hong": "không", "kg": "không", "kô": "không",
    "bh": "bao giờ", "ntn": "như thế nào", "bn": "bao nhiêu", "j": "gì", "z": "vậy", "dc": "được", "đc": "được",
    "đk": "đăng ký", "trc": "trước", "sđt": "số điện thoại", "sdt": "số điện thoại", "đt": "điện thoại",
    "tx": "thị xã", "tp": "thành phố", "tphcm": "thành phố hồ chí minh", "hcmc": "thành phố hồ chí minh",
    "bdvtu": "ban dân vận thành ủy", "vb": "văn bản", "đvị": "đơn vị", "ttr": "thủ trưởng", "ng": "người",
    "vs": "với", "lv": "lĩnh vực", "mđyc": "mục đích yêu cầu", "thpt": "trung học phổ thông",
    "thcs": "trung học cơ sở", "vpđu": "văn phòng đảng ủy", "kt": "khen thưởng", "tđ": "thi đua", "xd": "xây dựng",
    "tk": "tổng kết", "pt": "phong trào", "ptr": "phong trào",
    "dk": "đăng ký", "dky": "đăng ký", "đky": "đăng ký", "ktra": "kiểm tra", "gsat": "giám sát", "bcao": "báo cáo",
    "tkhai": "triển khai", "qly": "quản lý",
    "hdan": "hướng dẫn", "nvu": "nhiệm vụ", "cquan": "cơ quan", "dvi": "đơn vị", "khthuong": "khen thưởng",
    "dl": "hạn", "htt": "hoàn thành tốt", "htxs": "hoàn thành xuất sắc", "hv": "học viên", "ds": "danh sách",
    "bp": "bộ phận",
    "ctmt": "công tác mặt trận", "thág": "tháng", "thag": "tháng", "nhiu": "nhiêu", "fải": "phải", "fai": "phải",
    "fận": "phận", "fan": "phận", "fòng": "phòng", "fong": "phòng", "phog": "phòng", "fường": "phường",
    "gởi": "gửi", "mail": "thư điện tử", "email": "thư điện tử", "gmail": "thư điện tử",
}  # fmt: skip

# Short forms of offices and of what they deal with that some plans print themselves: written out where none does.
OFFICIAL: dict[str, str] = {
    "skkn": "sáng kiến kinh nghiệm", "cstđ": "chiến sĩ thi đua", "cstd": "chiến sĩ thi đua",
    "lđtt": "lao động tiên tiến", "ldtt": "lao động tiên tiến", "vhxh": "văn hóa xã hội",
    "pvhxh": "phòng văn hóa xã hội", "ktht": "kinh tế hạ tầng",
    "pktht": "phòng kinh tế hạ tầng", "hcc": "hành chính công", "tthcc": "trung tâm hành chính công",
    "pvhcc": "phục vụ hành chính công", "ttpvhcc": "trung tâm phục vụ hành chính công", "dvc": "dịch vụ công",
    "dvctt": "dịch vụ công trực tuyến", "cntt": "công nghệ thông tin", "khcn": "khoa học công nghệ",
    "tdp": "tổ dân phố", "kdc": "khu dân cư", "nvh": "nhà văn hóa", "hnd": "hội nông dân", "hpn": "hội phụ nữ",
    "hlhpn": "hội liên hiệp phụ nữ", "cđcs": "công đoàn cơ sở", "cdcs": "công đoàn cơ sở", "ubkt": "ủy ban kiểm tra",
    "bhxh": "bảo hiểm xã hội", "bhyt": "bảo hiểm y tế", "tdtt": "thể dục thể thao", "vsmt": "vệ sinh môi trường",
    "attp": "an toàn thực phẩm", "pccc": "phòng cháy chữa cháy", "nvqs": "nghĩa vụ quân sự",
}  # fmt: skip

# Short forms that plans print as often as the whole words, folded both.
PRINTED: dict[str, str] = {
    "ubnd": "uy ban nhan dan", "hdnd": "hoi dong nhan dan", "mttq": "mat tran to quoc",
    "ubmttq": "uy ban mat tran to quoc",
    "tthc": "thu tuc hanh chinh", "qcdc": "quy che dan chu", "dtts": "dan toc thieu so", "cchc": "cai cach hanh chinh",
}  # fmt: skip

# Each: short form -> [(what must stand before, what must stand after, expansion)], folded; None is anything.
_NUMBER = r"\d+\S*|so"
Case = tuple[str | None, str | None, str]
AMBIGUOUS: dict[str, list[Case]] = {
    "ct": [(None, _NUMBER, "chỉ thị"), (None, "cong|hanh|phoi|muc", "chương trình"),
           ("pho|dong|bac|ai|thu", None, "chủ tịch"),
           (None, "ubnd|hdnd|uy|hoi|quan|phuong|xa|tinh|ho|mttq", "chủ tịch"),
           (None, None, "chỉ thị")],
    "qđ": [("theo|dung|trai|vi|co", "^$|cua|hien|chung", "quy định"), (None, "gi|the|ntn|ra|sao|ngay|bao", "quy định"),
           (None, None, "quyết định")],
    "cb": [("trong|dang|moi|bi|thu|cac|bo", "truc|truong|co", "chi bộ"), ("dang|bo|db|thu", None, "chi bộ"),
           (None, "minh|em|toi|truc|truong|nay", "chi bộ"), (None, None, "cán bộ")],
    "đv": [("cb|bo|dang", None, "đảng viên"), (None, "hv|hoi", "đoàn viên"), ("hv", None, "đoàn viên"),
           (None, None, "đơn vị")],
    "dv": [("cac|moi|nhung|truong|thu|ttr|tung|may", None, "đơn vị"), (None, "truc|thuoc|minh|toi|em|nao", "đơn vị"),
           ("cb", None, "đảng viên"), (None, None, "dân vận")],
    "nv": [("htt|tot|ht|hoan|thanh|co|ve", None, "nhiệm vụ"),
           ("phong|so|p|bo", None, "nội vụ"), ("gv|vien|va|chuc|cbcc", None, "nhân viên"),
           (None, "trong|gi|cua|chinh|la", "nhiệm vụ"), (None, None, "nhân viên")],
    "hd": [("tham|to|cac|chuc|ket", "cua|chinh|thuong", "hoạt động"), (None, None, "hướng dẫn")],
    "hcm": [("pho|tp|tuong|cach|gian|tncs|san|hoa|duc|guong|tich|bac", None, "hồ chí minh"),
            (None, None, "thành phố hồ chí minh")],
    "dn": [("dan|cac|moi|voi|va|ho|,", None, "doanh nghiệp"), (None, "vua|nho|tu|nha|tren|ky", "doanh nghiệp")],
    "cs": [("o|tai|tu|doan|the|ve", None, "cơ sở")],
    "tt": [("noi|o|tai|cac|quy|cua|hv", "chinh|ct|$|phai|hoc|gd", "trung tâm"),
           (None, "chinh|ct|giao|van|day", "trung tâm"),
           ("cung|che|trao|bao", None, "thông tin"), (None, "lien|bao|ve", "thông tin")],
    "k": [(None, None, "không")],
    "tu": [("btv|bdv|van|vu|tinh|thanh|thi", None, "{tu}")],
    "qd": [("theo|dung|trai|vi|co", "^$|cua|hien|chung", "quy định"), (None, "gi|the|ntn|ra|sao|ngay|bao", "quy định"),
           (None, None, "quyết định")],
    "du": [(None, "so|sgd|phuong|xa|quan|khoi|cua", "đảng ủy")],
    "db": [(None, None, "đảng bộ")],
    "nd": [(None, _NUMBER, "nghị định"), (None, "gi|chinh|cua|nao", "nội dung"), (None, None, "nội dung")],
    "h": [("bao", None, "giờ")],
    "mấy": [("nop|han|gui|cao|bc", r"^$|[?!.,]|z|vay|ad|v|the|a", "ngày mấy")],
    "may": [("nop|han|gui|cao|bc", r"^$|[?!.,]|z|vay|ad|v|the|a", "ngày mấy")],
    "vô": [("gui|goi|nop|dua|dang", None, "vào"), (None, "dau|mail|hop|muc", "vào")],
    "vo": [("gui|goi|nop|dua|dang", None, "vào"), (None, "dau|mail|hop|muc", "vào")],
}  # fmt: skip

_PLACE = later(r"(q|p|quan|phuong)(\d{1,2})")
_DOTTED = frozenset({"q", "p", "tp", "tx", "tt", "x", "h", "t"})
_PLACES = {"q": "quận", "p": "phường", "quan": "quận", "phuong": "phường"}
_MONTHS = later(r"(\d{1,2})(?:t|th|thang|tháng)")
_NOES = later(r"(\d{1,2})(?:k|ko|khong|không)")


_BEFORE_PLACE = frozenset({"tx", "tp", "ubnd", "pgd", "o", "tai", "huyen", "tinh", "quan", "xa", "phuong", "xã"})
_AFTER_SENDER = frozenset({"nop", "gui", "phai"})
_SENT = frozenset({"bc", "bcao", "cao", "kh", "hoach", "dk", "dky"})  # "bao cao", "ke hoach" and their short forms


def _never(_: str) -> bool:
    return False


def _unknown(_typed: str, _before: str, _after: str) -> None:
    return None


def expand(
    tokens: Sequence[Token],
    committee: str = "tỉnh ủy",
    initials: frozenset[str] = frozenset(),
    printed: Callable[[str], bool] = _never,
    meant: Callable[[str, str, str], str | None] = _unknown,
) -> list[Token]:
    """Write out every short form.

    committee: what "TU" most often is in the collection; initials: those of its places, folded, which a short form
    also is where only a place can stand ("bc nộp bc khi nào": the first sends the second); printed: tells of a folded
    word whether the plans write it so ("Q1" for a class of journals); meant: returns what another form stands for,
    given its folded neighbours.
    """
    tokens = _drop_dots(tokens)
    out: list[Token] = []
    for i, token in enumerate(tokens):
        before = tokens[i - 1].folded if i else ""
        after = tokens[i + 1].folded if i + 1 < len(tokens) else ""
        if token.folded in initials and _stands_for_place(tokens, i):
            out.append(token)
            continue
        words = _glued(token, printed) or _spaced(token, before, after) or _expansion(token, before, after)
        if words is None and not printed(token.folded):
            words = OFFICIAL.get(token.text.lower()) or meant(token.text.lower(), before, after)
        out += [token] if words is None else rewrite(token, words.replace("{tu}", committee))
    return out


_NTH = later(r"\d+(?:st|nd|rd|th)")


def expand_glued(tokens: Sequence[Token], printed: Callable[[str], bool] = _never) -> list[Token]:
    """Write out only forms with a number ("q1", "6t"), for English, whose words look like short forms, and its ordinals
    ("5th") too."""
    out: list[Token] = []
    for token in tokens:
        words = None if _NTH.fullmatch(token.text.lower()) else _glued(token, printed)
        out += [token] if words is None else rewrite(token, words)
    return out


def as_printed(text: str, tokens: Sequence[Token], printed: Callable[[str], bool]) -> list[str]:
    """Return the short forms that the plans themselves print ("UBND"), whichever way they were typed in `text`."""
    typed = [fold(text[token.start : token.end]) for token in tokens if token.is_word]
    line = folded_line(tokens)
    spoken = [short for short, long in PRINTED.items() if f" {long} " in line]
    return [word for word in dict.fromkeys((*typed, *spoken)) if word in PRINTED and printed(word)]


def _expansion(token: Token, before: str, after: str) -> str | None:
    typed = token.text.lower()
    if not token.is_word:
        return None
    if typed in PLAIN:
        return PLAIN[typed]
    for left, right, words in AMBIGUOUS.get(typed, ()):
        if _fits(left, before) and _fits(right, after) and not (typed == "tu" and not token.text.isupper()):
            return words
    return None


def _stands_for_place(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a place stands at token i: after a level or "ở", or first, before the verb of sending and what is
    sent ("bc gửi bc ngày nào", while "bc gửi ai" sends the report)."""
    before = tokens[i - 1].folded if i else ""
    after = tokens[i + 1].folded if i + 1 < len(tokens) else ""
    sender = i == 0 and after in _AFTER_SENDER and any(token.folded in _SENT for token in tokens[i + 2 :])
    return before in _BEFORE_PLACE or sender


def _fits(pattern: str | None, neighbour: str) -> bool:
    return pattern is None or re.fullmatch(pattern, neighbour) is not None


def _glued(token: Token, printed: Callable[[str], bool]) -> str | None:
    """Write out "q1", "p5", "6t", "5k"."""
    typed = token.text.lower()
    if not token.is_word or not any(c.isdigit() for c in typed) or printed(token.folded):
        return None
    if place := _PLACE.fullmatch(typed):
        return f"{_PLACES[place.group(1)]} {place.group(2)}"
    if months := _MONTHS.fullmatch(typed):
        return f"{months.group(1)} tháng"
    if noes := _NOES.fullmatch(typed):
        return f"{noes.group(1)} không"
    return None


def _spaced(token: Token, before: str, after: str) -> str | None:
    """Write out "Q. 1", "p 5" and the month in "6 t"."""
    typed = token.text.lower()
    if token.is_word and typed in {"q", "p"} and after.isdigit():
        return _PLACES[typed]
    return "tháng" if typed == "t" and before.isdigit() else None


def _drop_dots(tokens: Sequence[Token]) -> list[Token]:
    """Drop the full stop of a short form: "Q.1", "TP.HCM"."""
    kept: list[Token] = []
    for i, token in enumerate(tokens):
        dot = token.kind is Kind.PUNCTUATION and token.text == "." and 0 < i < len(tokens) - 1
        if not (dot and tokens[i - 1].folded in _DOTTED and token.start == tokens[i - 1].end):
            kept.append(token)
    return kept
