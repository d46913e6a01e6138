"""The typed values that a stretch of clean text states: dates, shares, counts, money, offices, ways, people, papers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.facts.actors import blank, find_subject
from knowledge.facts.amounts import NUMBER, SPELT, amount, key_of
from knowledge.facts.cycles import FEW_ONCE, NO_FEW
from knowledge.facts.dates import find_whens
from knowledge.facts.lexicon import OFFICE
from knowledge.facts.routes import find_route
from knowledge.facts.whens import When
from knowledge.model.evidence import HELPS, Attribute, Value
from knowledge.patterns import later
from knowledge.text import fold, within

_I = re.IGNORECASE
# "năm" is a year far oftener than five, and "một số", "một trong", "một cách" count nothing.
_COUNTED = r"một(?! (?:số|trong|cách|phần|mặt|cửa|bước)(?!\w))|hai|ba|bốn|sáu|bảy|tám|chín|mười"
# Second syllables of the things that plans count: "đơn vị", "mô hình", "sáng kiến", "chi bộ" ...
_SECOND = (
    "vị|hình|kiến|chức|nhân|thể|bộ|sinh|đoàn|hội|pháp|vụ|tiêu|chí|dung|viên|sách|phần|dân|trình|án|quan|nghị|phố"
    "|gia|việc|tượng|phẩm|trường|nhiệm|khu|bào"
)
_LENGTH = r"ngày|tuần|tháng|năm|giờ|phút|buổi|tiếng"
_NOT_COUNTED = rf"(?:{_LENGTH}|%|tháng|quý|giờ|đồng|triệu|tỷ|nghìn|/|-)"

# An address without "vn" at its end, but no file's name.
_FILES = "docx?|xlsx?|pdf|pptx?|zip|rar|jpe?g|png|mp[34]"
_SITE = rf"(?<![\w@./-])[a-z][a-z0-9-]{{2,}}(?:\.[a-z0-9-]{{2,}}){{0,4}}\.(?!{_FILES})[a-z]{{3,}}(?![\w.])"

# attribute -> patterns; the group "v", where there is one, is the value
_PATTERNS: tuple[tuple[Attribute, tuple[str, ...]], ...] = (
    (
        Attribute.CYCLE,
        (
            r"(?:định kỳ|thường kỳ)?\s*(?:hằng|hàng|mỗi|từng)\s+(?:ngày|tuần|tháng|quý|năm|kỳ)(?!\s*\d)",
            r"định kỳ\s+(?:\d+\s+|nửa\s+)?(?:tuần|tháng|quý|năm)(?!\s*(?:/|(?:một|0?1)\s)\s*lần)",
            r"(?:(?<!\d)\d+|một|hai|ba)\s+lần\s*(?:/|trong|mỗi|một|trên)\s*(?:\d+ )?(?:tuần|tháng|quý|năm)",
            rf"(?:định kỳ\s+)?{FEW_ONCE}",
            rf"{NO_FEW}(?:tháng|quý|năm|tuần)\s+(?:một|\d+)\s+lần",
            r"(?:các|những)\s+tháng\s+(?:chẵn|lẻ)(?!\w)",
        ),
    ),
    (
        Attribute.SHARE,
        (r"(?<!\d)\d+(?:[.,]\d+)?\s*%(?:\s*(?:-|–|đến)\s*\d+(?:[.,]\d+)?\s*%)?", r"(?<!\d)\d+\s*phần trăm"),
    ),
    (
        Attribute.MONEY,
        (
            rf"(?<!\d)(?:{NUMBER})\s*(?:nghìn|ngàn|triệu|tỷ|tỉ)?\s*(?:đồng|đ|VNĐ|VND)(?!\w)",
            rf"(?<!\d)(?:{NUMBER})\s*(?:nghìn|ngàn|triệu|tỷ|tỉ)(?!\w)(?!\s*(?:đồng|đ|VN[ĐD])(?!\w))",
            r"(?<![\d.,])[1-9]\d{0,2}(?:\.\d{3})+(?=\s*(?:[.;)]?$|/))",
        ),
    ),
    (
        Attribute.LENGTH,
        (rf"(?:(?<!\d)(?:{NUMBER})|{SPELT})\s*(?:\([^()]{{1,12}}\)\s*)?(?:{_LENGTH})(?:\s+làm việc)?(?!\w)",),
    ),
    (
        Attribute.COUNT,
        (
            rf"(?<![\w/.,-])(?!(?:19|20)\d\d\b)(?:0?(?:{NUMBER})(?:\s*[-–]\s*\d{{1,3}})?|{_COUNTED})(?!\w)\s*"
            rf"(?:\([^()]{{1,12}}\)\s*)?"
            rf"(?!{_NOT_COUNTED})[^\W\d_]+(?:\s+(?:{_SECOND})(?!\w))?",
        ),
    ),
    (Attribute.MAIL, (r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",)),
    (
        Attribute.LINK,
        (r"(?:https?://|www\.)\S+|(?<![\w@.])[\w-]+(?:\.[\w-]+)*\.(?:gov|edu|com|org)?\.?vn(?!\w)", _SITE),
    ),
    (Attribute.PHONE, (r"(?<![\d/.])(?:\+84|0)(?:[ .-]?[\dx]){8,10}(?!\w)",)),
    (
        Attribute.PERSON,
        (
            r"(?<!\w)(?:[Đđ]ồng chí|[Đđ]/c|[ÔôBb][ngà]{1,2}g?|[Tt]hầy|[Cc]ô|[Aa]nh|[Cc]hị)\s+"
            r"(?!(?:Phó|Trưởng|Chủ tịch|Bí thư|Giám đốc|Hiệu|Tổ|Đội)\b)"
            r"(?P<v>[A-ZĐÀ-Ỹ][a-zà-ỹđ]*(?:\s+[A-ZĐÀ-Ỹ][a-zà-ỹđ]*){1,4})",
        ),
    ),
    (
        Attribute.NAMES,
        (
            r"(?<=[a-zà-ỹđ,;:] )(?:[A-ZĐÀ-Ỹ][a-zà-ỹđ]+(?:\s+[A-ZĐÀ-Ỹ][a-zà-ỹđ]+){1,4})",
            r"(?<!\w)(?:xã|phường|thị trấn|thôn|ấp|khu phố|trường|tổ)\s+[A-ZĐÀ-Ỹ\d][\wà-ỹđ]*",
        ),
    ),
    (
        Attribute.PAPER,
        (
            r"(?<!\w)(?:Nghị quyết|Chỉ thị|Quyết định|Quy định|Quy chế|Kế hoạch|Kết luận|Công văn|Hướng dẫn"
            r"|Thông tư|Nghị định|Thông báo|Chương trình|Luật|Pháp lệnh|Đề án|Thông tri|Điều lệ)\s+"
            r"(?:số\s*)?[\w.]*\d+[\w./-]*",
        ),
    ),
    (
        Attribute.DAY,
        (
            r"(?<!\w)(?:[Tt]hứ (?:Hai|Ba|Tư|Năm|Sáu|Bảy)|(?:[Ss]áng|[Cc]hiều|[Tt]ối) thứ \w+|Chủ nhật)(?!\w)",
            r"(?<!\w)ngày (?:cuối(?: cùng)?|đầu(?: tiên)?|ký|làm việc (?:đầu|cuối)[^\W\d_ ]*)"
            r"(?: (?:của )?(?:mỗi |hằng |hàng )?(?:tháng|tuần|quý|năm))?(?!\w)",
            r"(?<!\w)(?:các )?ngày \d{1,2}(?:(?:,| và| đến) (?:ngày )?\d{1,2})*(?! ?[/\d])(?! tháng \d)",
        ),
    ),
    (
        Attribute.AWARD,
        (
            r"(?:giấy khen|bằng khen|huân chương|huy chương|kỷ niệm chương|danh hiệu|cờ thi đua|giải (?:nhất|nhì|ba"
            r"|khuyến khích|thưởng|phụ|tập thể|cá nhân)|tiền thưởng|biểu dương|tuyên dương|khen thưởng|tôn vinh)",
        ),
    ),
    (
        Attribute.CONSEQUENCE,
        (
            r"(?:trừ|bị trừ)\s+\d*\s*điểm|phê bình|kiểm điểm|xử lý|kỷ luật|không (?:xét|bình xét|xem xét"
            r"|công nhận|đánh giá|xếp loại|chấm|được (?:xét|xem xét|xếp|đề nghị|công nhận|khen|tính|dự|hưởng|nhận))"
            r"|thu hồi|(?:coi|xem) như|bị (?:phạt|loại|hủy|cắt|dừng|buộc|đình chỉ)|hạ (?:một )?bậc|loại (?:khỏi|bài)"
            r"|nhắc nhở|hủy (?:kết quả|bỏ)|mất quyền|xem xét,? (?:xử lý )?trách nhiệm"
            r"|chuyển sang (?:[^\W\d_]+ ){0,3}(?:sau|tiếp)(?!\w)",
        ),
    ),
    (Attribute.PURPOSE, (r"(?<!\w)(?:nhằm|để|mục đích|góp phần|phục vụ)(?!\w)",)),
    (
        Attribute.PLACE,
        (
            rf"(?<!\w)(?:tại|địa điểm\s*:?|ở)\s+(?!(?:các|mọi|cơ sở|nơi|những|địa phương|từng)(?!\w))"
            rf"(?P<v>(?:[Hh]ội trường|[Nn]hà|[Tt]rụ sở|[Pp]hòng|[Ss]ân|[Tt]rung tâm|[Kk]hu"
            rf"|[Đđ]iểm|{OFFICE}|[A-ZĐÀ-Ỹ][^\W\d_]+)[^,;.()]{{0,70}})",
            r"(?<!\w)[Đđ]ịa điểm\s*:\s*(?P<v>[^;.]{3,90})",
        ),
    ),
    (
        Attribute.WHO,
        (
            rf"(?<!\w)(?:do|giao(?: cho)?|phân công|[Cc]hủ trì\s*:|[Tt]hực hiện\s*:|[Pp]hụ trách\s*:"
            rf"|[Đđ]ơn vị \w+ \w+\s*:)\s+"
            rf"(?P<v>(?:các\s+)?(?:{OFFICE}|[Đđ]ồng chí|[ÔB][nà]g?|Đ/c)[^,;.():]{{0,80}})",
            rf"(?P<v>{OFFICE}[^,;.():]{{0,60}}?)\s+(?:là (?:cơ quan|đơn vị) )?(?:chủ trì|phụ trách|chịu trách nhiệm"
            rf"|có trách nhiệm|tham mưu|phối hợp|theo dõi|đôn đốc)",
        ),
    ),
)
# Words without one of which a pattern cannot match, in lower case: they are looked for in a tenth of the time.
_NEEDED: dict[Attribute, tuple[str, ...]] = {
    Attribute.CYCLE: ("hằng", "hàng", "mỗi", "từng", "định kỳ", "lần", "chẵn", "lẻ"),
    Attribute.SHARE: ("%", "phần trăm"),
    Attribute.MAIL: ("@",),
    Attribute.LINK: (".",),
    Attribute.AWARD: ("khen", "chương", "danh hiệu", "cờ", "giải", "thưởng", "dương", "tôn vinh"),
    Attribute.CONSEQUENCE: (
        "trừ",
        "phê bình",
        "kiểm điểm",
        "xử lý",
        "kỷ luật",
        "không",
        "hạ",
        "loại",
        "nhắc nhở",
        "hủy",
        "mất quyền",
        "trách nhiệm",
        "chuyển sang",
        "thu hồi",
        "như",
        "bị",
    ),
    Attribute.PURPOSE: ("nhằm", "để", "mục đích", "góp phần", "phục vụ"),
    Attribute.WHO: (
        "do",
        "giao",
        "phân công",
        "chủ trì",
        "thực hiện",
        "phụ trách",
        "đơn vị",
        "trách nhiệm",
        "tham mưu",
        "phối hợp",
        "theo dõi",
        "đôn đốc",
    ),
}
_LEADS = later("chủ trì|phụ trách|trách nhiệm|tham mưu|phối hợp|theo dõi|đôn đốc", _I)
"""What follows the office in the second pattern of WHO, the costliest of all."""
_CASED = (Attribute.PERSON, Attribute.PAPER, Attribute.NAMES, Attribute.DAY)
_COMPILED = tuple(
    (
        attribute,
        tuple(later(pattern, _I if attribute not in _CASED else 0) for pattern in patterns),
    )
    for attribute, patterns in _PATTERNS
)
_HEADS = tuple(
    (attribute, later(rf"(?<!\w)(?:{words})", _I))
    for attribute, words in (
        (
            Attribute.WHO,
            r"chủ trì|thực hiện|phụ trách|phối hợp|người|đơn vị|cơ quan|thành phần|tham mưu|trưởng đoàn|họ (?:và )?tên",
        ),
        (Attribute.WHEN, r"thời (?:gian|hạn|điểm)|ngày|hạn|lịch|tháng"),
        (Attribute.PLACE, r"địa điểm|nơi (?:tổ chức|kiểm tra)"),
        (Attribute.TO, r"nơi nhận|gửi"),
        (Attribute.MONEY, r"kinh phí|mức|tiền|giá trị"),
        (Attribute.PERSON, r"họ (?:và )?tên|người|đồng chí|trưởng đoàn"),
        (Attribute.COUNT, r"số (?:lượng|điểm)|điểm|chỉ tiêu|tổng"),
    )
)
_AFTER_PAPER = later(
    r"(?:(?<!\w)số:?\s*(?=[\w.]*\d)[\w./-]++|(?<![\w/])\d[\w.]*(?:[/-]| - (?=[A-ZĐ]+/))[A-ZĐ][\w./-]*+)[\s,(]*+"
    r"(?:ban hành\s*|ký\s*|ra\s*)?$"
)
"""What ends before the date of a paper: its number."""
_BASIS = later(r"\W{0,8}(?:Căn cứ|Xét|Theo đề nghị)(?!\w)")
_NEAR = 60  # characters before a date in which a paper's number ends
_PLAIN_DATE = later(r"(?:ngày\s*)?\d", _I)
_OFFICE = later(OFFICE)
_CLOCK = later(r"(?<!\d)(?P<h>[01]?\d|2[0-3])\s*(?:giờ|[hg]|:(?=[0-5]\d))\s*(?P<m>[0-5]\d)?(?!\d)(?:\s*phút)?", _I)


def find_values(text: str, *, glossed: bool = False) -> tuple[Value, ...]:
    """Return the values that `text`, clean and on one line, states, in order of place. glossed: it is made of a
    glossary's words, of which none is numbered by what stands behind it."""
    whens = find_whens(text)
    found = [*_times(text, whens), *_matches(text), *_clauses(text, whens)]
    taken = [
        (v.start, v.end)
        for v in found
        if v.attribute in (Attribute.WHEN, Attribute.SHARE, Attribute.MONEY, Attribute.PAPER, Attribute.CYCLE)
    ]
    terms = within((when.start, when.end) for when in whens if when.within)
    labelled = label.end() if (label := _LABEL_OF_WHO.match(text)) else 0
    counted, dated = within(taken), within(span for span in taken if not terms(span[0]))
    kept = [
        v
        for v in found
        if not (
            v.attribute is Attribute.COUNT
            and (counted(v.start) or (not glossed and _NUMBERED.search(text, 0, v.start)))
        )
        and not (v.attribute is Attribute.LENGTH and dated(v.start))
        and not (v.attribute is Attribute.WHO and (_HELPED.search(text, 0, v.start) or v.end <= labelled))
    ]
    told = [_issued(text, v) if v.attribute in (Attribute.WHEN, Attribute.DAY) else v for v in kept]
    return tuple(sorted(dict.fromkeys(told), key=lambda v: (v.start, v.end, v.attribute)))


_NUMBERED = later(
    r"(?<!\w)(?:khu phố|khu vực|thôn|ấp|buôn|làng|khóm|tổ dân phố|phường|quận|khóa|khoản|chương|đợt|vòng|bước|nhiệm vụ|"
    r"tiêu chí|bảng|phụ lục|số)\s+$",
    re.IGNORECASE,
)
"""What a number behind it tells from others of the kind ("khu phố 3 và khu phố 7"), and counts nothing."""


def _issued(text: str, value: Value) -> Value:
    """Return a date as another paper's own where it follows that paper's name ("Công văn số 12/SNV ngày 05/3/2024")."""
    of_paper = _AFTER_PAPER.search(text, max(0, value.start - _NEAR), value.start) or (
        _BASIS.match(text) and _PLAIN_DATE.match(value.text)
    )
    return replace(value, attribute=Attribute.DATED) if of_paper else value


def row_values(text: str, cells: Sequence[tuple[str, str]]) -> tuple[Value, ...]:
    """Return the values of a table row, cell by cell: what a cell is, its column's head says. cells: (head, words)."""
    found: list[Value] = []
    at = 0
    for head, words in cells:
        start = text.find(words, at)
        if start < 0 or not words:
            continue
        at = start + len(words)
        inside = [v for v in find_values(words) if v.attribute not in (Attribute.WHO, Attribute.TO, Attribute.PLACE)]
        found += [replace(v, start=v.start + start, end=v.end + start) for v in inside]
        found += [
            Value(attribute, words, start, at, _cell_key(attribute, head, words))
            for attribute, heads in _HEADS
            if heads.search(head)
        ]
    return tuple(found)


_HELPING = later(r"(?<!\w)phối hợp", _I)
_LEADING = later(r"(?<!\w)chủ trì", _I)


def _cell_key(attribute: Attribute, head: str, words: str) -> str:
    if attribute is Attribute.MONEY:
        return amount(f"{words} {head}".lower())
    helping = attribute is Attribute.WHO and _HELPING.search(head) and not _LEADING.search(head)
    return HELPS if helping else ""


def date_key(when: When) -> str:
    """Return a date as it is compared: "10/5", "10/5/2024", "5/2024", "quý 3", or its words."""
    parts = when.last or when.parts
    if parts.quarter:
        return f"quý {parts.quarter}"
    numbers = [str(n) for n in (parts.day, parts.month, parts.year) if n is not None]
    return "/".join(numbers) or re.sub(r"\b0+(?=\d)", "", fold(when.within or ""))


def _times(text: str, whens: tuple[When, ...]) -> Iterator[Value]:
    for when in whens:
        words = text[when.start : when.end].strip()
        for parts in (when.parts, when.last):
            if parts is not None or not when.parts:
                yield Value(Attribute.WHEN, words, when.start, when.end, date_key(replace(when, last=parts)))
        if (when.last or when.parts).day:
            yield Value(Attribute.DAY, text[when.start : when.end].strip(), when.start, when.end, date_key(when))
        if when.recurrence:
            yield Value(Attribute.CYCLE, when.recurrence, when.start, when.end, when.recurrence)
    for match in _CLOCK.finditer(text):
        key = f"{int(match['h'])}:{match['m'] or '00'}"
        yield Value(Attribute.CLOCK, match[0].strip(), match.start(), match.end(), key)


def _matches(text: str) -> Iterator[Value]:
    lower = text.lower()
    leads = _LEADS.search(text) is not None
    for attribute, patterns in _COMPILED:
        needed = _NEEDED.get(attribute)
        if needed and not any(word in lower for word in needed):
            continue
        for pattern in patterns if leads or attribute is not Attribute.WHO else patterns[:1]:
            for match in pattern.finditer(text):
                group = "v" if "v" in pattern.groupindex else 0
                start, end = match.span(group)
                written = text[start:end].strip(" :")
                if attribute is Attribute.NAMES and not _is_name(written):
                    continue
                yield Value(attribute, written, start, end, key_of(attribute, written))
                if attribute in (Attribute.MAIL, Attribute.PHONE, Attribute.LINK):
                    yield Value(Attribute.CONTACT, written, start, end, written)


def _is_name(words: str) -> bool:
    """Tell whether words are a proper name and not an office's."""
    parts = words.split()
    return (
        parts[-1][0].isupper() or parts[-1].isdigit()
        if parts[0].islower()
        else (all(part[0].isupper() for part in parts) and not _OFFICE.match(words))
    )


def _clauses(text: str, whens: tuple[When, ...]) -> Iterator[Value]:
    """Yield who acts and where it goes, read clause by clause with the times blanked out."""
    plain = blank(text, [(w.start, w.end) for w in whens])
    for start, end in _pieces(text):
        subject = find_subject(plain, start, end)
        if subject is not None:
            yield Value(Attribute.WHO, text[subject.start : subject.end], subject.start, subject.end)
        route = find_route(plain, start, end, ruled_out=True)
        for attribute, words in (
            (Attribute.TO, route.to),
            (Attribute.TO, route.via),
            (Attribute.CHANNEL, route.channel),
            (Attribute.FORMAT, route.format),
        ):
            at = text.find(words, start) if words else -1
            if words and at >= 0:
                kinds = _file_kinds(words) if attribute is Attribute.FORMAT else ()
                yield from (Value(attribute, words, at, at + len(words), kind) for kind in kinds or ("",))


_LABEL_OF_WHO = later(
    r"\W{0,4}(?:(?:đơn vị|cơ quan|bộ phận|tổ chức|cá nhân|người|nơi|cấp)[,/]? (?:và )?)+"
    r"(?:chủ trì|phối hợp|thực hiện|phụ trách|chịu trách nhiệm|tham mưu|theo dõi|đầu mối)[^:.;]{0,30}:",
    _I,
)
"""A label behind whose colon somebody is named, and that names nobody itself: "Đơn vị chủ trì: ..."."""
_HELPED = later(r"\bphối hợp (?:với|cùng)\s(?:\w+ ){0,4}\w+(?:, (?:\w+ ){0,4}\w+){0,2},\s*$", _I)
"""Before an office that helps who leads: "A chủ trì, phối hợp với các ban, Văn phòng ..."."""
_FILE_KINDS = (
    ("word", later(r"\b(?:word|docx?)\b", _I)),
    ("pdf", later(r"\bpdf\b", _I)),
    ("excel", later(r"\b(?:excel|xlsx?)\b", _I)),
    ("paper", later(r"\bbản (?:giấy|cứng)\b", _I)),
)


def _file_kinds(words: str) -> tuple[str, ...]:
    """Return the kinds of file or paper that a format names."""
    return tuple(kind for kind, pattern in _FILE_KINDS if pattern.search(words))


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in re.finditer(r"[;.](?=\s|$)", text):
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < len(text):
        yield start, len(text)
