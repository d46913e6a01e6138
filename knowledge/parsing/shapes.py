"""What lines look like: capitals, ended sentences, kinds of documents, names of people."""

from __future__ import annotations

import re

# Kinds of administrative documents (Nghị định 30/2020/NĐ-CP, art. 7; Quy định 66-QĐ/TW for the Party), longest first.
DOC_TYPES = (
    "KẾ HOẠCH LIÊN TỊCH",
    "KẾ HOẠCH PHỐI HỢP",
    "KẾ HOẠCH HÀNH ĐỘNG",
    "KẾ HOẠCH",
    "HƯỚNG DẪN LIÊN TỊCH",
    "HƯỚNG DẪN",
    "CHƯƠNG TRÌNH HÀNH ĐỘNG",
    "CHƯƠNG TRÌNH PHỐI HỢP",
    "CHƯƠNG TRÌNH CÔNG TÁC",
    "CHƯƠNG TRÌNH",
    "QUYẾT ĐỊNH",
    "QUY ĐỊNH",
    "QUY CHẾ PHỐI HỢP",
    "QUY CHẾ",
    "QUY TRÌNH",
    "NGHỊ QUYẾT LIÊN TỊCH",
    "NGHỊ QUYẾT",
    "NGHỊ ĐỊNH",
    "CHỈ THỊ",
    "KẾT LUẬN",
    "THÔNG BÁO KẾT LUẬN",
    "THÔNG BÁO",
    "THÔNG TRI",
    "THÔNG TƯ LIÊN TỊCH",
    "THÔNG TƯ",
    "BÁO CÁO",
    "TỜ TRÌNH",
    "GIẤY MỜI",
    "PHƯƠNG ÁN",
    "ĐỀ ÁN",
    "ĐỀ CƯƠNG",
    "ĐIỀU LỆ",
    "DỰ ÁN",
    "CÔNG ĐIỆN",
    "CHIẾN LƯỢC",
    "BIÊN BẢN",
    "THỂ LỆ",
    "NỘI QUY",
    "HƯƠNG ƯỚC",
    "QUY ƯỚC",
    "GIAO ƯỚC",
    "LỊCH CÔNG TÁC",
    "LỊCH LÀM VIỆC",
    "LỊCH TIẾP CÔNG DÂN",
)
_TYPE = re.compile(rf"({'|'.join(re.escape(name) for name in sorted(DOC_TYPES, key=len, reverse=True))})(?![^\W_])")
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
# The marker at the start of a note: a superscript, a number in square brackets, or a star in round ones.
NOTE_START = re.compile(rf"\s*(?:([{SUPERSCRIPTS}]{{1,3}})|\[\^?(\d{{1,3}})\]:?|(\(\*\)))\s*(?=\S)")
# Signs that may close a sentence after its full stop: quotes, brackets, footnote markers.
_CLOSERS = " \t”\"’')]»¹²³⁰⁴⁵⁶⁷⁸⁹"
_TIME = re.compile(
    r"(?:trong )?(?:tháng|quý|tuần)(?: thứ)? (?:\d{1,2}|[IVX]{1,4})(?:\s*(?:/|năm|-)\s*\d{4})?\s*[.:]?"
    r"|(?:(?:buổi )?(?:sáng|chiều|tối) )?(?:thứ \w+[,:]? )?\(?ngày \d{1,2}\s*/\s*\d{1,2}(?:/\d{4})?\)?"
    r"(?: \((?:thứ \w+|chủ nhật)\))?\s*[.:]?",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(r"[^\W\d_](?:['’]?[^\W\d_])*['’.]?")  # also "H'Hen"
# What may stand before a signer's name: a degree, a title, a military or police rank.
_TITLED = re.compile(
    r"^(?:(?:(?:GS|PGS|TSKH|TS|ThS|BS|(?:BS\.?\s?)?CK\s?(?:I{1,2}|[12])|DS|ĐD|CN|KS|LS|KTS|NGƯT|NGND|TTƯT|TTND|"
    r"Giáo sư|Phó giáo sư|Tiến sĩ|Thạc sĩ|Bác sĩ|Dược sĩ|Kỹ sư|Luật sư|(?:Đại|Thượng|Trung|Thiếu)\s+(?:tướng|tá|úy|uý)|"
    r"Chuẩn tướng|Đồng chí|Đ/c|Ông|Bà)(?![^\W_]))\s*[.,]*\s*)+(?=\w)",
    re.IGNORECASE,
)
# "NÔNG VĂN TOÀN", whatever the surname; but "PHÒNG VĂN HÓA".
_MIDDLE = re.compile(
    r"[^\W\d_]+ (?:VĂN (?!HÓA|HOÁ|PHÒNG|NGHỆ|HỌC|THƯ|BẢN|MINH )|THỊ (?!XÃ|TRẤN|ỦY|UỶ|ĐOÀN|TRƯỜNG))[^\W\d_]"
)
_NO_NAME = re.compile(
    r"DANH (?:SÁCH|MỤC|HIỆU)|LƯU Ý|LÝ (?:DO|LỊCH)|CAO ĐIỂM|THÁI ĐỘ|MAI TÁNG|SƠN HÀ|CHU (?:KỲ|KÌ)|"
    r"ĐOÀN (?:THANH|VIÊN|KẾT|KIỂM|GIÁM|KHỐI|CÔNG|ĐẠI|THỂ|KHẢO)"
)
_NO_VOWEL = re.compile(r"(?<![^\W\d_])[BCDĐGHKLMNPQRSTVX]{2,}(?![^\W\d_])")
_LEVELS = frozenset(["xã", "phường", "tỉnh", "huyện", "quận", "trấn"])  # an office's last word
# First words that no person's name has, though a line that begins with one may look like a name.
_NOT_NAMES = frozenset(
    [
        "nơi",
        "kính",
        "phụ",
        "mẫu",
        "số",
        "việt",
        "ủy",
        "uỷ",
        "ban",
        "hội",
        "đảng",
        "bộ",
        "tỉnh",
        "huyện",
        "quận",
        "phường",
        "xã",
        "phòng",
        "sở",
        "tiểu",
    ]
)
_SURNAMES = frozenset(
    [
        "nguyễn",
        "trần",
        "lê",
        "phạm",
        "hoàng",
        "huỳnh",
        "phan",
        "vũ",
        "võ",
        "đặng",
        "bùi",
        "đỗ",
        "hồ",
        "ngô",
        "dương",
        "lý",
        "đinh",
        "trương",
        "lâm",
        "mai",
        "đoàn",
        "trịnh",
        "đào",
        "cao",
        "lương",
        "tạ",
        "hà",
        "chu",
        "châu",
        "tô",
        "thái",
        "phùng",
        "tống",
        "vương",
        "quách",
        "la",
        "lò",
        "vàng",
        "giàng",
        "hầu",
        "sùng",
        "điểu",
        "rơ",
        "y",
        "h'",
        "lưu",
        "kiều",
        "thạch",
        "sơn",
        "danh",
        "âu",
        "bàn",
        "bế",
        "cầm",
        "chẩu",
        "chảo",
        "cháng",
        "cứ",
        "diệp",
        "đàm",
        "điêu",
        "đới",
        "giáp",
        "hứa",
        "hạng",
        "khổng",
        "khuất",
        "khúc",
        "kha",
        "lầu",
        "lộc",
        "lù",
        "lục",
        "lường",
        "ly",
        "lữ",
        "mã",
        "mạc",
        "mông",
        "mùa",
        "nghiêm",
        "ngụy",
        "ninh",
        "nông",
        "niê",
        "ôn",
        "phí",
        "phù",
        "quàng",
        "rmah",
        "sầm",
        "sa",
        "siu",
        "tẩn",
        "thào",
        "tòng",
        "tôn",
        "tráng",
        "triệu",
        "ứng",
        "ung",
        "vi",
        "vừ",
        "xồng",
    ]
)


def doc_type_of(text: str) -> tuple[str, int] | None:
    """Return the kind of document that `text` begins with in capitals, and where it ends in `text`."""
    match = _TYPE.match(text)
    return (match[1], match.end()) if match else None


def is_caps(text: str) -> bool:
    """Tell whether a line is written in capitals (one small letter in ten is forgiven)."""
    upper = sum(map(str.isupper, text))
    lower = sum(map(str.islower, text))
    return upper >= 2 and lower * 9 <= upper


def is_mostly_caps(text: str) -> bool:
    """Tell whether a short line was printed in capitals though recognition got some wrong ("PHÓ Bí THƯ")."""
    upper = sum(map(str.isupper, text))
    return upper >= 2 and sum(map(str.islower, text)) * 4 <= upper


def is_ended(text: str) -> bool:
    """Tell whether a paragraph's text ends as a sentence, a clause of a list or a lead-in does."""
    return text.rstrip(_CLOSERS).endswith((".", ";", ":", "!", "?", "…", "./", "../"))


def heads_time(text: str) -> bool:
    """Tell whether a line is a time by itself, over what is done then: "Tháng 01", "Ngày 13/9/2026"."""
    return _TIME.fullmatch(text.strip()) is not None


def starts_note(text: str) -> bool:
    """Tell whether a line begins as a footnote does: "¹ Công văn ...", "[1] Giấy ...", "(*) Biên bản"."""
    return bool(NOTE_START.match(text))


def starts_lower(text: str) -> bool:
    """Tell whether the first letter of `text` is a small one, with nothing but quotes or brackets before it."""
    first = text.lstrip("“\"'‘( ")[:1]
    return first.islower()


def is_person(text: str) -> bool:
    """Tell whether a line is a person's name and nothing else: 2 to 6 words with capitals.

    A name in capitals is told from a post by its surname.
    """
    words = _untitled(text).split()
    if not 2 <= len(words) <= 6 or not all(_NAME_WORD.fullmatch(word) for word in words):
        return False
    first = words[0].lower()
    if all(word.isupper() for word in words):
        line = " ".join(words)
        if _NO_NAME.match(line) or _NO_VOWEL.search(line) or words[-1].lower() in _LEVELS:
            return False  # "ĐOÀN TNCS HỒ CHÍ MINH", "ĐOÀN PHƯỜNG"
        return first in _SURNAMES or (first not in _NOT_NAMES and _MIDDLE.match(line) is not None)
    parts = [part for word in words for part in re.split("['’]", word) if part]
    titled = all((part[0].isupper() and part[1:].islower()) or len(part) == 1 for part in parts)
    return titled and first not in _NOT_NAMES and len(words) <= 5


def person(text: str) -> str:
    """Return the name without titles."""
    return _untitled(text)


def _untitled(text: str) -> str:
    return _TITLED.sub("", text.strip())
