"""What the pages say beyond the bot's own words."""

from __future__ import annotations

from dataclasses import dataclass

from bot.briefing import FAILED, NO_PDF
from bot.duties.screens import DUTIES_EMPTY, DUTY_GROUPS
from bot.duties.screens import DUTIES_NONE_SOON as NONE_SOON
from bot.duties.screens import DUTIES_NONE_SOON_OWN as NONE_SOON_OWN
from bot.screen.words import SOURCE as OPEN
from bot.talk.words import ALL_UNITS_NAME, SAMPLE_QUESTION

ROOM = "Sổ tay Dân vận"
SUBTITLE = "Phòng đọc"
SKIP = "Đến nội dung chính"
NAVIGATION = "Các trang"
ASK = "Hỏi"
ASK_LABEL = "Câu hỏi của bạn, có dấu hay không dấu đều được"
ROW_NUMBER = "TT"
ASK_BUTTON = "Tra cứu"
UNIT_LABEL = "Đơn vị"
FRESH = "Hỏi câu mới"
FOLLOWS = "Hỏi tiếp sau câu: “{text}”"
SAMPLES = (SAMPLE_QUESTION, "Gửi báo cáo về đâu?", "Tôi phải làm gì?")
SAMPLE_LIST = "“{name}” gồm những gì?"
TRY = "Hỏi thử:"
WELCOME = "Gõ câu hỏi để được trả lời kèm trích dẫn nguyên văn, hoặc mở một kế hoạch để đọc toàn văn."
CAUTION = "⚠"
QUOTED_ONE = "Phần được trích được tô nền trong văn bản."
QUOTED_MANY = "{count} chỗ được trích được tô nền trong văn bản:"
NOT_QUOTED = "Văn bản đã được thay bằng bản khác từ khi có liên kết này, nên không tô được phần trích."


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around an answer, in its own language."""

    answer: str
    source: str
    open: str
    close: str
    scope: str
    choices: str


CLOSE = "Đóng văn bản"
AROUND = Around("Trả lời", "Nguồn:", OPEN, CLOSE, "Phạm vi: {scope}", "Hỏi câu này cho:")
AROUND_EN = Around(
    "Answer", "Source:", "Open the original text (in Vietnamese)", "Close the text", "Scope: {scope}", "Ask this of:"
)
ALONE = "Mở riêng trang văn bản"
PAGE_PICTURE = "Xem trang {page} của bản gốc, chỗ được trích đóng khung"
PAGE_ALT = "Ảnh trang {page} của văn bản gốc; các từ được trích đóng khung: “{words}”"
OUTLINE = "Mục lục"
PLANS = "Kế hoạch"
NOTE_REF = "chú thích {marker}"
NOT_FOUND = "Không có trang này. Văn bản có thể đã được thay thế hoặc gỡ."
TROUBLE = "Có trục trặc nên chưa mở được trang này. Bạn thử lại sau ít phút giúp tôi nhé."
TOO_FAST = "Bạn hỏi hơi nhanh. Đợi {seconds} giây rồi hỏi tiếp giúp tôi nhé."
LISTENING = "Phòng đọc mở tại {address} (dừng: Ctrl+C)"
NEEDS_ACCESS = "WEB_HOST={host} mở phòng đọc ra mạng: hãy đặt WEB_ACCESS=code (mỗi người một mã) hoặc WEB_ACCESS=open."
DOOR_TITLE = "Vào phòng đọc"
DOOR = "Nhập mã mà quản trị viên đã cấp cho bạn. Quản trị viên cấp mã bằng lệnh /truycap trong cuộc trò chuyện với bot."
CODE_LABEL = "Mã phòng đọc"
ENTER = "Vào"
LEAVE = "Ra khỏi phòng đọc"
OLD_FORM = "Trang này để quá lâu nên không gửi được nữa. Hãy mở lại trang rồi thử lại."
WRONG_CODE = "Mã này không đúng hoặc đã bị thu hồi."
PORT_TAKEN = "Không mở được {host}:{port}: {reason}. Hãy đổi WEB_PORT."
HOME_TITLE = "Tra cứu kế hoạch “Dân vận khéo”"
DEADLINES = "Hạn"
COMPARE = "So sánh"
BRIEF = "Tóm tắt"
PAGES = (("/", ASK), ("/ke-hoach", PLANS), ("/han", DEADLINES), ("/so-sanh", COMPARE), ("/tom-tat", BRIEF))

DEADLINES_TITLE = "Các việc có hạn"
AS_TABLE = "Bảng"
AS_MONTH = "Lịch tháng"
VIEWS = "Cách xem"
FEED = "Lịch tự cập nhật khi kế hoạch thay đổi:"
SUBSCRIBE = "đăng ký vào lịch trên máy hoặc điện thoại"
FEED_GET = "Lấy địa chỉ lịch của riêng tôi"
FEED_CHANGE = "Đổi địa chỉ lịch"
FEED_GIVE_UP = "Bỏ địa chỉ lịch"
FEED_CHANGE_NOTE = (
    "Đổi hay bỏ thì địa chỉ cũ ngừng dùng ngay, ở mọi đơn vị; lịch đã đăng ký cần đăng ký lại."
    " Địa chỉ mà 180 ngày không có lịch nào hỏi tới thì tự hết hạn."
)
FEED_ADDRESS = "Hoặc dán địa chỉ này (của riêng bạn, đừng chuyển cho người khác):"
WHEN, WHAT, WHERE = "Hạn", "Việc", "Theo kế hoạch"
BY = "Ai làm: {who}"
MONTH = "Tháng {month}/{year}"
WEEKDAYS = (
    ("T2", "Thứ Hai"),
    ("T3", "Thứ Ba"),
    ("T4", "Thứ Tư"),
    ("T5", "Thứ Năm"),
    ("T6", "Thứ Sáu"),
    ("T7", "Thứ Bảy"),
    ("CN", "Chủ nhật"),
)
BEFORE = ", trước {day}"
HOUR = ", {time}"
SAFE = ", nên xong chậm nhất {day}"
TODAY = "hôm nay"
MONTH_BEFORE, MONTH_AFTER = "Tháng trước", "Tháng sau"
MONTH_NEAREST = "Tháng có hạn gần nhất"
MONTH_FREE = "Tháng này không có hạn nào ghi rõ ngày."
SHOW = "Xem"
PRINT = "In"
OF_PLAN = "Của văn bản này"
PLAN_DEADLINES, PLAN_BRIEF, PLAN_ASK = "Hạn", "Tóm tắt, chiếu", "Hỏi"

COMPARE_TITLE = "So sánh các kế hoạch"
COMPARE_CHOOSE = "Kho có {count} văn bản. Hãy đánh dấu từ 2 văn bản trở lên ở trên rồi bấm “So sánh”."
COMPARE_PLANS = "Kế hoạch để so sánh"
COMPARE_FEW = "Kho văn bản chỉ có một kế hoạch nên chưa có gì để so sánh."
WHICH_PLANS = "Kế hoạch (không chọn: tất cả)"
TOPIC = "Chuyên đề (không bắt buộc)"
MINUTES = "Thời lượng"
MINUTES_OF = "{minutes} phút"
BRIEF_TITLE = "Tóm tắt {plans}"
BRIEF_PLANS = "{count} kế hoạch"
BRIEF_EMPTY = "Không có ý nào để tóm tắt theo yêu cầu này."
PROJECT = "Chiếu"
FILES = "Tải về"
FILE_LABELS = ((".docx", "Tài liệu Word"), (".pptx", "Trình chiếu"), (".pdf", "PDF"))
QUIZ_SHEET = "Phiếu trắc nghiệm"
SHEET_LABELS = ((".docx", "Word"), (".pdf", "PDF"))
STEP = "Ý {number}/{count}"
STEP_BEFORE, STEP_AFTER = "Ý trước", "Ý sau"
END_SHOW = "Kết thúc chiếu"
OPEN_QUOTE = "Xem trong văn bản"
KEYS = "Phím: → hoặc dấu cách sang ý sau, ← về ý trước, Esc kết thúc."

__all__ = [
    "ALL_UNITS_NAME",
    "DUTIES_EMPTY",
    "DUTY_GROUPS",
    "FAILED",
    "NONE_SOON",
    "NONE_SOON_OWN",
    "NO_PDF",
    "OPEN",
    "SAMPLE_QUESTION",
]
