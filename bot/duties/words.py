"""What /han and calendar files say."""

from __future__ import annotations

DUTIES_TITLE = "**Các việc có hạn ({count})** – bấm số để mở từng việc"
DUTIES_WITHIN = "**Các việc có hạn {days} ({count})** – bấm số để mở từng việc"
DUTIES_DAYS = "từ {first} đến {last}"
DUTIES_DAY = "ngày {first}"
DUTIES_OF = " của {unit}"
DUTIES_WITHIN_NONE = (
    "Không có hạn nào {days} trong các kế hoạch đang có{whose}. Việc không nêu ngày cụ thể ở danh sách."
)
DUTIES_PASSED = "Hôm nay {today}: thời gian này đã qua; hạn đã qua không tự dời sang năm sau."
DUTIES_YEAR = "Năm {year}"
DUTIES_OTHER_YEARS = "Cùng thời gian ấy của năm khác thì có, bấm năm để xem."
DUTIES_WHOSE = "Có nhiều đơn vị như vậy. Bạn muốn xem hạn của đơn vị nào?"
DUTIES_UNKNOWN = (
    "Tôi chưa nhận ra thời gian hay đơn vị nào trong “{text}”. Có thể gõ: “/han tuần sau”, “/han quý này”, "
    "“/han tháng 5”, hoặc tên đơn vị."
)
DUTIES_EMPTY = "Các kế hoạch đang có không nêu việc nào phải báo cáo, gửi hay đăng ký."
DUTIES_OWN = "🏢 {unit}"
DUTIES_OTHERS = "🌐 Các đơn vị khác"
DUTY_GROUPS = ("Sắp tới", "Đã qua", "Không nêu ngày")
DUTIES_NONE_SOON = "Hôm nay {today}: không còn hạn nào sắp tới trong các kế hoạch đang có."
DUTIES_NONE_SOON_OWN = "Hôm nay {today}: {unit} không còn hạn nào sắp tới."
DUTIES_LAST = " Hạn gần đây nhất, đã qua: {what}, {when} ({place})."
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
FILE_OWN = "📅 .ics đơn vị tôi"
FILE_ALL = "📅 .ics tất cả"
FEED = "🔗 Lịch tự cập nhật"
FEED_TITLE = "🔗 **Địa chỉ lịch của riêng bạn** ({unit})"
FEED_HOW = (
    "Dán địa chỉ này vào mục “Thêm lịch bằng URL” (Google Lịch, Outlook, lịch của điện thoại): lịch tự cập nhật khi kế "
    "hoạch thay đổi. Đừng chuyển cho người khác: ai có địa chỉ cũng xem được. Đổi hay bỏ thì địa chỉ cũ, ở mọi đơn vị, "
    "ngừng dùng ngay."
)
FEED_CHANGE = "🔁 Đổi địa chỉ lịch"
FEED_CHANGED = "Đã đổi: địa chỉ cũ không dùng được nữa, hãy đăng ký lại bằng địa chỉ này."
FEED_GIVE_UP = "🗑 Bỏ địa chỉ lịch"
FEED_GIVEN_UP = "Đã bỏ địa chỉ lịch của bạn; lịch đã đăng ký sẽ ngừng cập nhật."
FEED_NONE = "Chưa có phòng đọc trên web nên chưa có địa chỉ lịch."
FILE_CAPTION = "Lịch của {count} việc có ngày hạn. Mở tệp để thêm vào lịch trên máy hoặc điện thoại."
FILE_EMPTY = "Các việc này không nêu ngày cụ thể nên không có gì để đưa vào lịch."
CALENDAR_NAME = "Hạn theo kế hoạch Dân vận khéo"
EVENT = "Hạn: {what} – {place}"
ALARM = "Còn {days} ngày – {summary}"
