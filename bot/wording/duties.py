"""Duties and their days: /han and calendar files."""

from __future__ import annotations

DUTIES_TITLE = "**Các việc có hạn ({count})** – bấm số để mở từng việc"
DUTIES_EMPTY = "Các kế hoạch đang có không nêu việc nào phải báo cáo, gửi hay đăng ký."
DUTIES_OWN = "🏢 {unit}"
DUTIES_OTHERS = "🌐 Các đơn vị khác"
DUTY_GROUPS = ("Sắp tới", "Đã qua", "Không nêu ngày")
DUTIES_NONE_SOON = "Hôm nay {today}: không còn hạn nào sắp tới trong các kế hoạch đang có; dưới đây là các hạn đã qua."
DUTIES_NONE_SOON_OWN = "Hôm nay {today}: {unit} không còn hạn nào sắp tới."
DUTY_NUMBER = "Việc {number}"
DUTY_LIST = "◀ Danh sách"
DUTY_FILE = "📅 .ics"
DUTY_DETAILS = {
    "who": "Ai làm: {value}",
    "to": "Gửi: {value}",
    "via": "Qua: {value}",
    "channel": "Cách gửi: {value}",
    "format": "Hình thức: {value}",
    "folded_into": "Lồng ghép trong: {value}",
}
DUTY_TO = " → {to}"
DUTY_GONE = "Việc này không còn trong kho văn bản như trước (kế hoạch đã được thay thế hoặc gỡ). Hãy mở lại /han."
PLACE = ", mục {section}"
DUE_BEFORE = "Trước {day}"
DUE_LATEST = "Chậm nhất {day}"
DUE_ON = "Ngày {day}"
DUE_FROM = "Từ {day}"
DUE_RANGE = "Từ {first} đến {last}"
DUE_TIME = ", {time}"
DUE_SAFE = " (nên xong chậm nhất {day})"
DUE_TIMES = " ({count} lần trong kỳ)"
DUE_INFERRED = " · năm suy từ kế hoạch"
DUE_UNDATED = "Không nêu ngày cụ thể"
EVERY = {
    "tuần": "hằng tuần",
    "tháng": "hằng tháng",
    "quý": "hằng quý",
    "6 tháng": "6 tháng một lần",
    "9 tháng": "báo cáo 9 tháng",
    "năm": "hằng năm",
    "định kỳ": "định kỳ",
}
FILE_OWN = "📅 .ics đơn vị tôi"
FILE_ALL = "📅 .ics tất cả"
FILE_CAPTION = "Lịch của {count} việc có ngày hạn. Mở tệp để thêm vào lịch trên máy hoặc điện thoại."
FILE_EMPTY = "Các việc này không nêu ngày cụ thể nên không có gì để đưa vào lịch."
CALENDAR_NAME = "Hạn theo kế hoạch Dân vận khéo"
EVENT = "Hạn: {what} – {place}"
ALARM = "Còn {days} ngày – {summary}"
