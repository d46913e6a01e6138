"""The words that several features share: around answers, passages, duties, plans."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.model import Language

NEWER = "◀ Trước"
OLDER = "Sau ▶"
REMIND_ME = "⏰ Nhắc tôi"

ALL_UNITS = "🌐 Mọi đơn vị"


@dataclass(frozen=True, slots=True)
class Labels:
    """The words around an answer, in one language."""

    source: str
    for_unit: str
    for_all: str
    ask_all: str
    related: str
    refused: str
    cut: str
    remind: str
    remind_day: str
    other_list: str
    before: str
    after: str


_VI = Labels(
    source="📖 Nguyên văn",
    for_unit="🏢 {unit}",
    for_all="🏢 Mọi đơn vị",
    ask_all=ALL_UNITS,
    related="🔎 {place}",
    refused="Văn bản không có câu trả lời",
    cut="… Xem đủ trong cuộc trò chuyện riêng với tôi.",
    remind=REMIND_ME,
    remind_day="⏰ Nhắc tôi {day}",
    other_list="📋 {name} còn lại",
    before=NEWER,
    after=OLDER,
)
_EN = Labels(
    source="📖 Original text",
    for_unit="🏢 {unit}",
    for_all="🏢 All units",
    ask_all="🌐 All units",
    related="🔎 {place}",
    refused="The plans have no answer",
    cut="… The rest is in our private chat.",
    remind="⏰ Remind me",
    remind_day="⏰ Remind me {day}",
    other_list="📋 The other “{name}”",
    before="◀ Back",
    after="More ▶",
)


def labels(language: Language) -> Labels:
    """Return the words around an answer in the language of the answer."""
    return _EN if language is Language.EN else _VI


DUTY_TO = " → {to}"
PLACE = ", mục {section}"
DUE_BEFORE = "Trước {day}"
DUE_LATEST = "Chậm nhất {day}"
DUE_ON = "Ngày {day}"
DUE_FROM = "Từ {day}"
DUE_RANGE = "Từ {first} đến {last}"
DUE_TIME = ", {time}"
DUE_SAFE = " (nên xong chậm nhất {day})"
DUE_DAY_OFF = " (ngày cuối {last} là {why}: nên xong chậm nhất {weekday} {worked}; văn bản không nêu việc dời hạn)"
ESTIMATED = "{holiday} (lịch nghỉ dự kiến)"
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
DUE_COUNTED = " (tính từ “{stated}”)"
DUE_TIMES = " ({count} lần trong kỳ)"
DUE_INFERRED = " · năm suy từ kế hoạch"
DUE_UNDATED = "Không nêu ngày cụ thể"
DUE_NONE = "Không có ngày cụ thể"
CORRECTED = " (đã được quản trị viên sửa ngày {on}; văn bản ghi: “{written}”)"
CORRECTED_SILENT = " (do quản trị viên bổ sung ngày {on}; văn bản không ghi)"
CORRECTED_FIELDS = {
    "issuer": "✍️ Cơ quan ban hành{mark}",
    "number": "✍️ Số{mark}",
    "date": "✍️ Ngày ban hành{mark}",
    "title": "✍️ Tên văn bản{mark}",
    "period": "✍️ Thời hạn của kế hoạch{mark}",
}
"""What is said below a header of which a field was corrected."""
CORRECTED_WORDS = "✍️ “{words}”{mark}"
CORRECTED_AWAY = "✍️ Bỏ một dòng đọc nhầm{mark}"
EVERY = {
    "ngày": "hằng ngày",
    "tuần": "hằng tuần",
    "tháng": "hằng tháng",
    "quý": "hằng quý",
    "6 tháng": "6 tháng một lần",
    "9 tháng": "báo cáo 9 tháng",
    "năm": "hằng năm",
    "định kỳ": "định kỳ",
    "tháng chẵn": "các tháng chẵn",
    "tháng lẻ": "các tháng lẻ",
    "học kỳ": "mỗi học kỳ",
    "năm học": "mỗi năm học",
}
EVERY_FEW = "{few} một lần"
STALE_BUTTON = "Nút này đã cũ. Bạn gõ lại câu hỏi giúp tôi nhé."
FOREIGN_BUTTON = "Nút này thuộc cuộc trò chuyện khác."

PASSAGE_PLACE = "Mục {section}"
PASSAGE_GONE = "Đoạn này không còn trong kho văn bản (văn bản đã được thay thế). Hãy hỏi lại."
BEFORE = "◀ Đoạn trước"
AFTER = "Đoạn sau ▶"
NEXT_SOURCE = "📖 Trích dẫn {next}/{count}"
WHOLE = "🌐 Mở toàn văn tại mục này"
PAGE = "Trang {page}/{pages}"
PLANS_TITLE = "**Các kế hoạch đang có ({count})**"
PLANS_EMPTY = "Kho văn bản đang trống."
NO_YEAR = "bản này không ghi năm"
YEAR = "Năm: {year}"
NO_NUMBER = "bản này không ghi số"
NO_ISSUER = "bản này không ghi cơ quan ban hành"
NUMBER = "Số: {number}"
ISSUER = "Ban hành: {issuer}"
ISSUED = ", ngày {date}"
VALID_UNKNOWN = "Bản này không nêu thời gian áp dụng"
VALID_UNTIL = "✅ Còn hiệu lực đến hết {date}"
VALID_FROM = "✅ Từ {date}, không nêu ngày kết thúc"
VALID_NOT_YET = "🕓 Có hiệu lực từ {date}"
VALID_NOT_YET_UNTIL = "🕓 Có hiệu lực từ {date} đến hết {end}"
VALID_TITLE = "✅ Cho {period}, đang trong kỳ"
VALID_TITLE_COMING = "🕓 Cho {period}, chưa tới kỳ"
VALID_YEARS = "năm {years}"
VALID_DAYS = "thời gian {first} - {last}"
VALID_OVER = "⚠️ Đã hết kỳ (đến {date})"
SOURCE = "📖 Nguyên văn"
DUTIES = "📅 Hạn sắp tới"
UNIT_GONE = "Đơn vị này không còn trong kho văn bản. Hãy chọn lại bằng /donvi."
DUTY_GONE = "Việc này không còn trong kho văn bản như trước (kế hoạch đã được thay thế hoặc gỡ). Hãy mở lại /han."
ONLY_ADMIN = "Lệnh này chỉ dành cho quản trị viên."
ONLY_ADMIN_BUTTON = "Nút này chỉ dành cho quản trị viên."
ONLY_PRIVATE = "Lệnh này chỉ dùng trong cuộc trò chuyện riêng với tôi."

AGAIN = {
    "answer": "(Gửi lại: có thể bạn đã nhận tin này một lần rồi.)",
    "reminder": "(Gửi lại: có thể bạn đã nhận lời nhắc này một lần rồi.)",
    "news": "(Gửi lại: có thể bạn đã nhận tin này về kế hoạch một lần rồi.)",
}
"""Marks of letters that may have arrived before, by their kind."""
LATE = "Xin lỗi bạn, câu trả lời này đến muộn: bạn nhắn lúc {when:%H:%M} ngày {when:%d/%m}."
AGAIN_POLL = "(Gửi lại) "
