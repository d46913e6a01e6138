"""Names of offices: where one begins and ends, which name is the more complete, how a letterhead stacks them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.parsing.letters import CAPITALS
from knowledge.text import fold

# First words of an office's name, folded, longest first in each family.
_FIRST = (
    "uy ban", "ubnd", "ubmttq", "hdnd", "hoi dong", "ban", "tieu ban", "so", "phong", "dang bo", "dang uy", "dang doan",
    "chi bo", "chi uy", "thanh uy", "tinh uy", "huyen uy", "quan uy", "thi uy", "xa", "hoi", "lien doan", "lien hiep",
    "cong doan", "truong", "trung tam", "bo", "cuc", "chi cuc", "tong cuc", "van phong", "vien", "doan", "mat tran",
    "to", "vu", "cong ty", "tong cong ty", "cum", "khoi", "cong an", "toa an", "thanh tra", "benh vien", "dai hoc",
    "hoc vien", "hiep hoi", "quoc hoi", "chinh phu", "thu tuong", "kho bac", "ngan hang", "bao", "dai", "lien minh",
    "thuong truc", "hat", "doi", "tram", "tinh doan", "thanh doan", "quan doan", "huyen doan", "thi doan",
    "phuong doan", "bch", "btv", "mttq", "hop tac xa", "htx", "tong lien doan", "ldld", "cdcs",
)  # fmt: skip
_LONGEST_FIRST = 24  # characters that hold any of them and what must follow it
_OFFICE = re.compile(rf"(?:{'|'.join(sorted(_FIRST, key=len, reverse=True))})(?![^\W_])(?<!phong(?= trao))")
# Of a letterhead only, where they stand in capitals: in running text most of these words begin no office's name.
_OF_LETTERHEADS = re.compile(
    r"(?:THÔN|ẤP|KHÓM|BUÔN|LÀNG|BẢN|SÓC|KHU PHỐ|KHU DÂN CƯ|CỘNG ĐỒNG DÂN CƯ|HỢP TÁC|KHOA|CHI NHÁNH|CHI HỘI|"
    r"CHI ĐOÀN|LIÊN CHI|CÂU LẠC BỘ|QUỸ|TẬP ĐOÀN|XÍ NGHIỆP|NHÀ MÁY|THƯ VIỆN|BẢO TÀNG|NHÀ (?:VĂN HÓA|THIẾU NHI)|"
    r"SƯ ĐOÀN|LỮ ĐOÀN|TRUNG ĐOÀN|TIỂU ĐOÀN|QUÂN KHU|GIÁO XỨ|GIÁO HỌ|THUẾ)(?![^\W_])"
)
# What begins like a body's name and is a matter, in the name of the body above: "BAN CHỈ HUY / PHÒNG THỦ DÂN SỰ".
_MATTER = re.compile(
    r"(?:PHÒNG(?:, | )(?:CHỐNG|CHÁY|THỦ|NGỪA|VỆ)|BẢO (?:VỆ|TRỢ|TỒN|ĐẢM)|ĐẠI (?:HỘI|BIỂU|DIỆN)|ĐỔI MỚI|KHOA HỌC|"
    r"HỘI (?:THI|NGHỊ|DIỄN|THẢO|THAO|KHỎE|CHỢ|XUÂN|TRẠI))(?![^\W_])",
    re.IGNORECASE,
)
# Lines that go on with the name above: a level and its place, or the second half of a cut word.
_MOTTO = re.compile(r"cong hoa xa|chu nghia viet nam|doc lap\s*[-–]|tu do\s*[-–]|hanh phuc|dang cong san")
_MOTTO_PARTS = ("cong hoa xa hoi chu nghia viet nam", "dang cong san viet nam", "doc lap - tu do - hanh phuc")
# Of the organisation, as the motto is of the State: it stands above the place and date of the Youth Union's documents.
_ORGANISATION = re.compile(r"doan (?:tncs|thanh nien cong san) (?:ho chi minh|hcm)")
_JOINED = re.compile(r"\b(?:và|của|ban)$|\w\s+[-–]$", re.IGNORECASE)
# First half of a name that a narrow cell cut, and how the second half begins, where that is an office's word, too.
_HALVES = re.compile(
    r"\b(?:mặt trận\ntổ quốc|liên\n(?:đoàn|hiệp|minh)|nông\nthôn|đa\nkhoa|văn\nbản|(?:môi|thị)\ntrường|hợp tác\nxã"
    r"|(?:vận động|quản lý)\nquỹ|hội đồng\nđội)(?![^\W_])",
    re.IGNORECASE,
)
_ABBREVIATIONS = (
    (re.compile(r"\buy ban nhan dan\b"), "ubnd"),
    (re.compile(r"\bhoi dong nhan dan\b"), "hdnd"),
    (re.compile(r"\buy ban mat tran to quoc(?: \(mttq\))?\b"), "uy ban mttq"),
    (re.compile(r"\bubmttq\b"), "uy ban mttq"),
    (re.compile(r"\bmat tran to quoc\b"), "mttq"),
    (re.compile(r"\btp\.?\s*"), "thanh pho "),
    (re.compile(r"\(mttq\)"), ""),
    (re.compile(r"\bvn\b"), "viet nam"),
    (re.compile(r"\bhoi lien hiep phu nu\b"), "hoi lhpn"),
    (re.compile(r"\bhoi cuu chien binh\b"), "hoi ccb"),
    (re.compile(r"\bthanh nien cong san\b"), "tncs"),
)
LEVEL = r"(?:tỉnh|thành phố|quận|huyện|thị xã|thị trấn|xã|phường|đặc khu)"
LEVEL_AT_END = re.compile(rf"(?:^|\s)({LEVEL})$", re.IGNORECASE)
_NO_LEVEL = re.compile(r"(?:^|\s)hợp tác xã$", re.IGNORECASE)
_LEVEL_IN_PLACE = re.compile(
    r"^(?:tp\.?|thành phố|tx\.?|thị xã|tỉnh|quận|huyện|xã|phường|thị trấn|tt\.?|đặc khu)\s+", re.IGNORECASE
)
_NUMBERED_PLACE = re.compile(r"^(?:quận|phường)\s+\d+$", re.IGNORECASE)
# The words that may extend an office's name to the right: a level, a proper name, "Trung ương", "Việt Nam".
_TAIL = re.compile(
    rf"(?:\s+(?:{LEVEL}(?![^\W_])|[Tt]rung ương|Việt Nam|\(MTTQ\)|Liên (?:hiệp|đoàn|minh)(?!\w)|Phụ nữ(?!\w)"
    r"|[ỦU][ỷy] ban(?: nhân dân)?(?!\w)|Hội đồng nhân dân|Mặt trận(?: Tổ quốc)?(?!\w)"
    rf"|[{CAPITALS}][^\W\d_]*|\d{{1,2}}(?![\d/])))+"
)


def starts_office(text: str) -> bool:
    """Tell whether `text` begins as an office's name does."""
    return bool(_OFFICE.match(fold(text[:_LONGEST_FIRST])))


def heads_letterhead(line: str) -> bool:
    """Tell whether a letterhead's line begins the name of a body, also of one that rules nothing: a village, a fund."""
    return (starts_office(line) or bool(_OF_LETTERHEADS.match(line))) and not _MATTER.match(line)


def is_motto(text: str) -> bool:
    """Tell whether a letterhead line is (part of) the national motto or the Party's name."""
    folded = fold(text).strip(" -–.")
    return bool(_MOTTO.search(folded)) or (len(folded) > 2 and any(part.endswith(folded) for part in _MOTTO_PARTS))


def is_organisation(text: str) -> bool:
    """Tell whether a letterhead line is the bare name of the Youth Union, the header at the right of its documents."""
    return bool(_ORGANISATION.fullmatch(" ".join(fold(text).split()).strip(" -–.*")))


def stack(lines: Sequence[str]) -> list[list[int]]:
    """Group the lines of a left letterhead into offices: indices of the lines of each, superior body first."""
    groups: list[list[int]] = []
    for i, line in enumerate(lines):
        new = heads_letterhead(line) and not (groups and _goes_on(lines[groups[-1][-1]], line))
        if groups and (not new or (is_level(line) and not _is_committee_below(line, lines[groups[-1][-1]]))):
            groups[-1].append(i)
        else:
            groups.append([i])
    return groups


def _is_committee_below(line: str, above: str) -> bool:
    """Tell whether a level's committee ("HUYỆN ỦY ...") stands under a body that names its own level."""
    own = re.match(rf"{LEVEL}\s+(?:ủy|uỷ|đoàn)(?![^\W_])", line, re.IGNORECASE)
    return own is not None and re.search(rf"(?<![^\W_]){LEVEL}(?![^\W_])", above, re.IGNORECASE) is not None


def _goes_on(line: str, below: str) -> bool:
    if line.count("“") > line.count("”") or line.count('"') % 2:
        return True  # within a quoted name
    return bool(_JOINED.search(line) or _HALVES.search(f"{line}\n{below}"))


def is_level(line: str) -> bool:
    """Tell whether a letterhead line goes on with the name above: a level and its place."""
    return bool(re.match(rf"(?:{LEVEL}|trung ương|việt nam)(?![^\W_]|\s+(?:ủy|uỷ|đoàn)(?!\w))", line, re.IGNORECASE))


def key(name: str) -> str:
    """Return a name for comparison: folded, abbreviations in one form."""
    folded = " ".join(fold(name).split())
    for pattern, short in _ABBREVIATIONS:
        folded = pattern.sub(short, folded)
    return " ".join(folded.split())


def is_same_or_longer(name: str, base: str) -> bool:
    """Tell whether `name` names the body `base`, as completely or more so: its key begins with that of `base`."""
    long, short = key(name), key(base)
    return long == short or long.startswith(short + " ")


def extension(text: str, start: int) -> int:
    """Return where an office's name that ends at `start` of `text` really ends: "Ban Tổ chức" + " Trung ương"."""
    match = _TAIL.match(text, start)
    return match.end() if match else start


def completed(name: str, place: str | None, above: str | None = None) -> str:
    """Return "UBND thành phố" as "UBND thành phố Quảng Ngãi" when the place line reads "TP. Quảng Ngãi".

    A numbered place keeps its form ("UBND quận" + "Quận 1" is "UBND Quận 1"). above: the body above, whose name may say
    which province it is, where the place is only the town in which it sits.
    """
    level = LEVEL_AT_END.search(name)
    if not level or _NO_LEVEL.search(name):
        return name
    if named_above := re.search(
        rf"(?<!\w){level[1]}(?:\s+(?:ủy|uỷ|đoàn))?\s+([^\W\d_]+(?:\s+[^\W\d_]+){{0,3}})$", above or "", re.IGNORECASE
    ):
        shouted = named_above[1].isupper() and not name.isupper()
        return f"{name} {named_above[1].title() if shouted else named_above[1]}"
    if not place:
        return name
    if _NUMBERED_PLACE.match(place):
        same = place.lower().startswith(level[1].lower())
        return name[: level.start(1)] + place if same else name
    named = _LEVEL_IN_PLACE.match(place)
    if named and not _same_level(named[0], level[1]):
        return name
    proper = place[named.end() :] if named else place
    return f"{name} {proper.upper() if name.isupper() else proper}"


_RANKS = ("xã phường đặc khu thị trấn", "huyện quận thị xã", "tỉnh thành phố")
_ANY_LEVEL = re.compile(rf"(?<![^\W_]){LEVEL}(?![^\W_])", re.IGNORECASE)


def outranks(name: str, above: str | None) -> bool:
    """Tell whether a body is of a higher level than the one above: "Hội Nông dân tỉnh" under the front of a commune."""
    ours, theirs = (_ANY_LEVEL.search(text) for text in (name, above or ""))
    return ours is not None and theirs is not None and _rank(ours[0]) > _rank(theirs[0])


def _rank(level: str) -> int:
    words = level.lower()
    return next(rank for rank, levels in enumerate(_RANKS) if words in levels)


def _same_level(written: str, level: str) -> bool:
    short = fold(written).strip(" .")
    return {"tp": "thanh pho", "tx": "thi xa", "tt": "thi tran"}.get(short, short) == fold(level)
