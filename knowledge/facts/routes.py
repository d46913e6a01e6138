"""The way a duty goes: to whom, through which office, by which channel, in which format, inside which report."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.facts.lexicon import HAND_OVER, OFFICE
from knowledge.facts.names import parted
from knowledge.patterns import later

# A name ends before these words or marks.
_STOP = (
    r"(?=\s*(?:[);:.](?!\w)|\(|$)|\s{3}|\s+(?:trước|chậm nhất|muộn nhất|để|theo|qua|thông qua|bằng|vào|trong"
    r"|định kỳ|hằng|(?<!khách )hàng|kết quả|về|tổng hợp"
    r"|xem xét|ngay|không quá|đến|tới|cho|khi|nếu|và (?:báo cáo|gửi|file|đồng|lưu|kịp)|gửi|nộp|kèm|đồng thời"
    r"|từ ngày|tình hình|việc|là|với|trực tiếp (?=hoặc|qua|tại|bằng|và)"
    r"|được(?! (?:kiểm tra|giám sát|thanh tra|đánh giá|giao|phân công|kiểm toán|khảo sát))"
    r"|trên cơ sở|phê duyệt|quyết định|công nhận|công bố|(?<![Tt]hư )ký|ban hành|chỉ đạo|sửa đổi|bổ sung"
    r"|phê bình|cho ý kiến"
    r"|(?<!đua )khen thưởng|thành lập|thông qua|tiến độ|giải quyết|xử lý|tổ chức"
    r"|(?<!đồng )(?<!oàn )(?<!ổ )(?<!an )(?:xét|thẩm định)|họp(?= ngày|\s{3}|[.,;])"
    r"|đúng|lồng ghép|tham mưu|danh sách|kế hoạch|tập hợp|tài liệu|giấy mời"
    r"|những|các (?:nội|vấn|trường|kết)|học kỳ|cả năm|năm|6 tháng|cùng|(?-i:Danh mục|Danh sách|Báo cáo|Hồ sơ"
    r"|Tờ trình|Dự thảo"
    r"|Biên bản|Phiếu|Bảng|Bản|Đơn|Văn bản)|danh mục|hồ sơ|bản đăng ký|phiếu|và thông báo|có trách nhiệm|sau"
    r"|tại(?= kỳ| hội| phiên| cuộc| buổi| đại))(?!\w)"
    r"|\s*,(?!\s*(?:ban, )?ngành(?!\w))\s*+(?![A-ZĐ]\w*(?:\s+\w+){0,4}\s+và\s+[A-ZĐ])"
    r"|\s*,\s*(?=Ủy ban|UBND|Sở|Ban|Văn phòng|Thường trực)"
    r"|\s+-\s+\d|\s+và\s+\d)"
)
# "gửi ông Lê Văn An", "cho Đại úy Trần Thị B"
_SOMEBODY = (
    r"(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Đđ]ồng chí|[Đđ]/c|[Tt]hầy|[Cc]ô"
    r"|(?:[Tt]hiếu|[Tt]rung|[Tt]hượng|[Đđ]ại) (?:tá|úy|uý))"
    r"(?=\s+[A-ZĐÀ-Ỹ])"
)
_NAME = rf"(?P<name>(?:{OFFICE})(?:[^();:]{{0,140}}?)){_STOP}"
_TAKER = rf"(?P<name>(?:(?:các|mỗi) )?(?:{OFFICE}|{_SOMEBODY})(?:[^();:]{{0,140}}?)){_STOP}"
# Who is told and is no office: "gửi các thành viên", "thông báo cho Nhân dân".
_GROUP = (
    r"các (?:thành viên|cụm|khối|thôn|ấp|bản|khu phố|khóm|tổ|xã|phường|trường|lớp|khoa|phòng|chi hội|chi đoàn|hộ|bên"
    r"|địa phương|đơn vị"
    r"|đảng (?:ủy|uỷ|bộ)|ban, ngành|sở, (?:ban, )?ngành)"
    r"|thành viên|[Nn]hân dân|người (?:lao động|dân|sử dụng lao động|bệnh|bị kỷ luật|tố cáo|khiếu nại|gửi|được|nộp)"
    r"|phụ huynh|cha mẹ học sinh|hội viên|đoàn viên|học viên|đại biểu|đảng viên|công chức|viên chức|thư ký"
    r"|tổ (?:hòa giải|tự quản|công nghệ|liên gia|dân phố|dân vận|bầu cử)|hòa giải viên|bí thư chi|nhà thầu"
    r"|trưởng (?:thôn|bản|ấp|buôn|khóm|khu)|chủ (?:đầu tư|hộ|rừng|doanh nghiệp|cơ sở)|hộ (?:dân|gia đình)"
    r"|tác giả|thí sinh|cá nhân|tập thể|từng (?:hộ|thôn|bản|ấp|chi|cá nhân|thành viên)"
)
_HANDS = (
    r"(?:[Gg]ửi|[Nn]ộp|[Gg]iao|[Bb]àn giao|(?<!thông )[Bb]áo(?! cáo viên)|[Tt]hông báo|[Tt]rả(?: lời)?|[Cc]huyển"
    r"|[Pp]hát)"
)
_TO = (
    later(rf"(?<!\w)(?:về|cho|đến|tới|lên|(?<!hợp )(?<!gắn )(?<!đối )(?<!cùng )(?<!so )(?<!chung )với)\s+{_TAKER}"),
    later(rf"(?<!\w)[Bb]áo cáo\s+(?:ngay\s+|kịp thời\s+)?(?:cho\s+|với\s+|lên\s+)?{_TAKER}"),
    later(rf"(?<!\w)(?:[Tt]rình|[Gg]ửi|[Nn]ộp|[Cc]huyển)\s+(?:cho\s+|về\s+)?{_TAKER}"),
    later(rf"(?<!\w)[Bb]áo\s+(?:ngay\s+|kịp thời\s+)?{_TAKER}"),
    later(
        r"(?<!\w)(?:[Bb]áo(?! cáo viên)|[Gg]ửi)\s+(?:(?:trước|ngay|kịp thời|sớm)\s+)?(?:(?:cho|đến|tới)\s+)?"
        rf"(?P<name>(?:{_GROUP})(?!\w)[^();:,]{{0,60}}?){_STOP}"
    ),
    later(
        rf"(?<!\w){_HANDS}\s"
        rf"[^();:,]{{0,60}}?(?<!\w)(?:cho|đến|tới)\s+(?P<name>(?:{_GROUP})(?!\w)[^();:,]{{0,60}}?"
        rf"(?:,\s(?:{_GROUP})(?!\w)[^();:,]{{0,40}}?){{0,2}}){_STOP}"
    ),
    later(
        rf"(?<!\w)[Ll]ấy ý kiến\s+(?:góp ý\s+)?(?:của\s+)?(?P<name>(?:{OFFICE}|{_GROUP})(?!\w)[^();:]{{0,90}}?){_STOP}"
    ),
)
_ON = later(rf"(?<!\w)gửi\s+(?:về\s+|cho\s+|đến\s+)?{_TAKER}")
_CHANNEL_HEAD = (
    r"(?:hộp thư|thư điện tử|thư công vụ|e-?mail|địa chỉ|phần mềm|hệ thống|trục liên thông|đường bưu (?:chính"
    r"|điện)|bưu (?:chính|điện)"
    r"|dịch vụ bưu chính|zalo|nhóm|cổng|trang|đường dẫn|đường link|link|ứng dụng|nền tảng|fax|văn thư"
    r"|môi trường mạng|trực tuyến)"
)
_MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_CHANNEL = (
    later(
        rf"(?<!\w)(?P<name>trực tiếp\s+(?:hoặc|và|,)\s*(?:thông\s+)?(?:qua|bằng|theo)\s+{_CHANNEL_HEAD}"
        rf"(?:\s[^,;.()]{{0,60}})?){_STOP}",
        re.I,
    ),
    later(
        rf"(?<!\w)(?:qua|bằng|theo|vào|trên|tại|tới|về)\s+(?P<name>{_CHANNEL_HEAD}"
        rf"(?:[^,;()@]{{0,80}}?)\s*:?\s*{_MAIL})",
        re.I,
    ),
    later(rf"(?<!\w)(?:thông\s+)?(?:qua|bằng|theo)\s+(?P<name>{_CHANNEL_HEAD}(?:\s[^,;.()]{{0,70}}?)?){_STOP}", re.I),
    later(rf"(?<!\w)(?:e-?mail|thư điện tử|hộp thư|gmail)[^,;.()@]{{0,40}}?:?\s*(?P<name>{_MAIL})", re.I),
    later(rf"(?<!\w)qua\s+(?P<name>{_MAIL})", re.I),
)
_FORMAT = later(
    r"(?<!\w)(?P<name>(?:file|tệp|bản mềm|bản cứng|bản giấy|định dạng|0?\d bản (?:cứng|giấy|chính|sao))"
    r"(?:\s[^,;.()]{0,60}?)?)"
    rf"(?:{_STOP}|(?=\s+(?:về|và|có)(?!\w)))",
    re.I,
)
_FOLDED = (
    later(
        r"(?<!\w)(?:được\s+)?(?:lồng\s+ghép|tích\s+hợp|ghép|kết\s+hợp)\s+(?:chung\s+)?(?:với|trong|vào|cùng)\s+"
        r"(?:nội\s+dung\s+)?(?P<name>(?:các\s+)?báo\s+cáo[^,;.()]{0,200})",
        re.I,
    ),
    later(r"(?<!\w)trong\s+nội\s+dung\s+(?:của\s+)?(?P<name>báo\s+cáo[^,;.()]{0,200})", re.I),
    later(
        r"(?<!\w)(?:đưa\s+vào|trong)\s+(?:nội\s+dung\s+)?(?P<name>báo\s+cáo\s+(?:định\s+kỳ|công\s+tác"
        r"|thường\s+xuyên|hằng|hàng|tháng|quý|chung|tổng)[^,;.()]{0,200})",
        re.I,
    ),
)
_FOLDED_STOP = later(
    rf"\s+(?:(?:cho|về|đến|tới|với|gửi(?:\s+về)?)\s+{OFFICE}|gửi(?!\w)|định\s+kỳ\s+(?:hằng|hàng|quý|tháng|năm|\d)"
    rf"|trước(?!\w)|chậm\s+nhất|theo\s+quy\s+định|để(?!\w)|qua(?!\w))"
)
# Only what is handed over or told has a recipient.
_GOES = later(
    rf"(?<!\w)(?:{HAND_OVER}|bàn giao|công bố|thông báo|kiến nghị|phản ánh|đề xuất|giới thiệu|thông tin|liên hệ"
    r"|lấy ý kiến|trả lời|báo(?= (?:số liệu|danh sách|tên|kết quả|tin))"
    r"|(?:trả|giao|phát)(?= (?:kế hoạch|chỉ tiêu|phiếu|giấy|thẻ|quà|bản|tài liệu|kết quả|văn bản|hồ sơ"
    r"|nhiệm vụ)))(?!\w)",
    re.IGNORECASE,
)
_PURPOSE = later(r"\s(?:để|nhằm|phục vụ)\s")
# Of these each channel, format and report that others go into has one: plain words are found faster than patterns.
_CHANNEL_WORDS = (
    "thư", "mail", "địa chỉ", "phần mềm", "hệ thống", "trục", "bưu", "zalo", "nhóm", "cổng", "trang", "đường", "link",
    "ứng dụng", "nền tảng", "fax", "môi trường", "trực tuyến", "@",
)  # fmt: skip
_FORMAT_WORDS = ("file", "tệp", "bản", "định dạng")
_FOLDING_WORDS = ("ghép", "tích hợp", "kết hợp", "trong nội dung", "trong báo cáo", "đưa vào")
_VIA = later(rf"(?:\(\s*(?:(?:thông\s+)?qua\s+)?|(?<!\w)(?:thông\s+)?qua\s+){_NAME}")


_VIA_WHOLE = later(
    rf"\(\s*(?:gửi\s+)?(?:thông\s+)?qua\s+(?P<name>(?:{OFFICE})(?:(?!\s(?:địa chỉ|e-?mail|thư|zalo|bằng|số"
    r"|điện thoại|theo|trước|để|và|hoặc|đồng chí|đ/c|tầng|phòng|đường)(?!\w))[^();:\d@]){0,80}?)\s*\)"
)
"""An office in brackets of its own, whose name may hold a comma: "(qua Ban Chính sách, pháp luật)"."""


@dataclass(frozen=True, slots=True)
class Route:
    """Fields of a duty with where each first stands (offset of the words that introduce it)."""

    to: str | None = None
    via: str | None = None
    channel: str | None = None
    format: str | None = None
    folded_into: str | None = None
    starts: tuple[int, ...] = ()


def find_route(text: str, start: int, end: int, *, ruled_out: bool = False) -> Route:
    """Read the route of the duty in [start, end) of a text in which times are blanked out. ruled_out: a way that is
    named as one not to take is read, too ("không gửi bản giấy")."""
    stop = _purpose(text, start, end)
    to = (
        (_first(_TO, text, start, stop) or _first(_TO[:1], text, start, end))
        if _GOES.search(text, start, end)
        else None
    )
    on = _ON.search(text, to.end(), stop) if to and to[0][:5].lower() == "trình" else None
    to = on or to  # "trình Giám đốc ký báo cáo gửi Sở Y tế"
    via = _via(text, to.end() if to else start, end)
    if via and to and to["name"][0].islower() and "qua" not in via.group()[:9]:
        via = None
    words = text[start:end].lower()
    channel = _first(_CHANNEL, text, start, end) if _has_any(_CHANNEL_WORDS, words) else None
    if channel and not ruled_out and _is_ruled_out(text, channel.start("name")):
        channel = None
    forms = _FORMAT.finditer(text, start, end) if _has_any(_FORMAT_WORDS, words) else ()
    form = next((match for match in forms if ruled_out or not _is_ruled_out(text, match.start("name"))), None)
    folded = _first(_FOLDED, text, start, end) if _has_any(_FOLDING_WORDS, words) else None
    found = [match for match in (to, via, channel, form, folded) if match]
    return Route(
        to=_name(to),
        via=_name(via),
        channel=_name(channel),
        format=_name(form),
        folded_into=_folded(folded),
        starts=tuple(_cut(match) for match in found),
    )


def _is_ruled_out(text: str, at: int) -> bool:
    """Tell whether a way is named as one that is not taken: "không gửi bản giấy"."""
    return _RULED_OUT.search(text, max(0, at - _NEAR_NO), at) is not None


_NEAR_NO = 40
_RULED_OUT = later(r"(?<!\w)không (?:[^\W\d_]+ ){0,4}$", re.IGNORECASE)


def _has_any(needed: tuple[str, ...], words: str) -> bool:
    return any(word in words for word in needed)


def _cut(match: re.Match[str]) -> int:
    """Where the words of the route begin: at the preposition, or at the name that follows the verb at once."""
    handed = _HANDED.search(match.group()[: match.start("name") - match.start()])
    if handed:
        return match.start() + handed.end()
    return (
        match.start("name")
        if re.match(
            r"(?:báo cáo|trình|gửi"
            r"|nộp)\s",
            match.group(),
            re.IGNORECASE,
        )
        else match.start()
    )


_HANDED = later(r"\w(?=\s(?:cho|đến|tới)\s+$)")
"""The end of what is handed over, before whom it goes to: "gửi biên bản cho thư ký"."""


def _purpose(text: str, start: int, end: int) -> int:
    purpose = _PURPOSE.search(text, start, end)
    return purpose.start() if purpose else end


def _first(patterns: tuple[re.Pattern[str], ...], text: str, start: int, end: int) -> re.Match[str] | None:
    return next((match for pattern in patterns if (match := pattern.search(text, start, end))), None)


def _via(text: str, start: int, end: int) -> re.Match[str] | None:
    if text.find("qua", start, end) < 0 and text.find("(", start, end) < 0:
        return None
    match = _VIA_WHOLE.search(text, start, end) or _VIA.search(text, start, end)
    if match and match.group().startswith("(") and match.start() - start > 3 and "qua" not in match.group()[:9]:
        return None  # brackets far from the recipient, or after "cấp có thẩm quyền", name something else
    return match


def _name(match: re.Match[str] | None) -> str | None:
    return parted(" ".join(match["name"].split())).strip(" ,.;:-") or None if match else None


def _folded(match: re.Match[str] | None) -> str | None:
    if match is None:
        return None
    words = parted(match["name"])
    stop = _FOLDED_STOP.search(words)
    words = words[: stop.start()] if stop else words
    return " ".join(re.split(r"\s{3,}", words)[0].split()).strip(" ,.;:-") or None
