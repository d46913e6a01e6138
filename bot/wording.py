"""Every sentence the bot says; Vietnamese, and English for the words around an answer to an English question.

Answers themselves are worded by `knowledge`. Nothing here knows HTML; `**` marks bold.
"""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.model import Language

# ------------------------------------------------------------------------------------------- start and help

PURPOSE = (
    "Chào {name}! Tôi tra cứu các kế hoạch, văn bản về phong trào thi đua “Dân vận khéo” và trả lời kèm trích dẫn "
    "nguyên văn. Hãy gõ câu hỏi, có dấu hay không dấu đều được."
)
PURPOSE_UNIT = "Đang tra cứu cho: **{unit}**."
PURPOSE_ALL = "Đang tra cứu: **mọi đơn vị**."
CHOOSE_UNIT = "🏢 Chọn đơn vị"
TRY = "💬 Hỏi thử"
PLANS = "📚 Các kế hoạch"
DUTIES = "📅 Hạn sắp tới"
SAMPLE_QUESTION = "Khi nào nộp báo cáo?"
HELP = (
    "**Cách dùng**\n"
    "• Gõ câu hỏi như nhắn tin: “khi nào nộp báo cáo 6 tháng”, “bc nam gui cho ai”, “5 không là gì”.\n"
    "• Hỏi tiếp được: “còn bao nhiêu ngày?”, “thế còn đơn vị kia?”.\n"
    "• Bấm **Nguyên văn** để xem đúng đoạn trong văn bản, phần được trích in đậm.\n"
    "• Kế hoạch không nêu thì tôi nói là không nêu.\n\n"
    "/donvi – chọn đơn vị của bạn\n"
    "/kehoach – các kế hoạch đang có\n"
    "/han – các hạn theo ngày: xem nguồn, đặt nhắc, tải lịch\n"
    "/nhac – các lời nhắc đã đặt\n"
    "/5khong, /tieuchi, /sosanh – hỏi nhanh bằng nút\n"
    "/tracnghiem – câu hỏi trắc nghiệm từ các kế hoạch\n"
    "/dulieu – tôi lưu gì về bạn, và xóa\n"
    "/trogiup – xem lại hướng dẫn này\n\n"
    "Trong nhóm, hãy nhắc tên tôi (@{username}) hoặc trả lời tin nhắn của tôi."
)
COMMANDS = (
    ("start", "Bắt đầu"),
    ("donvi", "Chọn đơn vị của bạn"),
    ("kehoach", "Các kế hoạch đang có"),
    ("han", "Các hạn theo ngày: xem nguồn, đặt nhắc, lịch .ics"),
    ("nhac", "Các lời nhắc đã đặt"),
    ("5khong", "Các danh sách “5 không”"),
    ("tieuchi", "Tiêu chí, chỉ tiêu, khen thưởng"),
    ("sosanh", "So sánh các kế hoạch"),
    ("tracnghiem", "Trắc nghiệm từ các kế hoạch"),
    ("dulieu", "Tôi lưu gì về bạn, và xóa"),
    ("trogiup", "Hướng dẫn sử dụng"),
)

# -------------------------------------------------------------------------------------------------- units

ALL_UNITS = "🌐 Mọi đơn vị"
UNIT_NOW = "Đơn vị đang chọn: **{unit}**."
UNIT_NONE = "Bạn chưa chọn đơn vị; tôi đang tra cứu mọi đơn vị."
UNIT_ASK = "Hãy bấm chọn, hoặc gõ tên đơn vị (viết tắt, không dấu đều được)."
UNIT_SET = "Đã chọn **{unit}**. Từ giờ tôi trả lời theo kế hoạch của đơn vị này. Đổi lại bằng /donvi."
UNIT_CLEARED = "Từ giờ tôi tra cứu **mọi đơn vị**."
UNIT_SEVERAL = "Có vài đơn vị khớp với “{text}”. Bạn chọn đơn vị nào?"
UNIT_UNKNOWN = "Tôi chưa có kế hoạch nào của “{text}”. Các đơn vị đang có:"
UNIT_GONE = "Đơn vị này không còn trong kho văn bản. Hãy chọn lại bằng /donvi."

# -------------------------------------------------------------------------------------------------- plans

PLANS_TITLE = "**Các kế hoạch đang có ({count})**"
PLANS_EMPTY = "Kho văn bản đang trống."
NO_NUMBER = "bản này không ghi số"
NO_ISSUER = "bản này không ghi cơ quan ban hành"
NO_YEAR = "bản này không ghi năm"
NUMBER = "Số: {number}"
ISSUER = "Ban hành: {issuer}"
ISSUED = ", ngày {date}"
YEAR = "Năm: {year}"
VALID_UNKNOWN = "Thời hạn: bản này không nêu"
VALID_UNTIL = "✅ Còn hiệu lực đến hết {date}"
VALID_FROM = "✅ Từ {date}, không nêu ngày kết thúc"
VALID_NOT_YET = "🕓 Có hiệu lực từ {date}"
VALID_OVER = "⚠️ Đã hết kỳ (đến {date})"

# --------------------------------------------------------------------------------- duties and their days

DUTIES_TITLE = "**Các việc có hạn ({count})**"
DUTIES_EMPTY = "Các kế hoạch đang có không nêu việc nào phải báo cáo, gửi hay đăng ký."
DUTIES_OWN = "🏢 {unit}"
DUTIES_OTHERS = "🌐 Các đơn vị khác"
DUTY_GROUPS = ("Sắp tới", "Đã qua", "Không nêu ngày")
DUTY_SOURCE = "📖 {number}"
DUTY_REMIND = "⏰ Nhắc tôi {number}"
DUTY_FILE = "📅 .ics {number}"
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

# ------------------------------------------------------------------------------------- guided questions

LIST_NAME = "{count} không"
LIST_TARGET = " ({target})"
LIST_QUESTION = "{count} không là gì?"
LIST_QUESTION_OF = "“{count} không” của {target}"
LISTS_LEAD = "5 không"
LISTS_TITLE = "**Bạn muốn xem danh sách nào?**"
LISTS_NOT_OWN = "{unit} không nêu danh sách “không” nào. Các nơi có nêu:"
LISTS_TYPE = "Cũng có thể gõ: “5 không của cán bộ”, “5 không có điều nào về rác”."
LISTS_NONE = "Các kế hoạch đang có không nêu danh sách “không” nào."
LIST_GONE = "Danh sách này không còn trong kho văn bản (kế hoạch đã được thay thế). Hãy mở lại /5khong."
COMPARE_LISTS = "⚖️ So sánh các nơi"
ALL_UNITS_NAME = "mọi đơn vị"
CRITERIA_LEAD = "tiêu chí"
CRITERIA_TITLE = (
    "**Bạn muốn xem gì?** (tra cứu: {unit})\n"
    "Tiêu chí là điều kiện để được công nhận, chỉ tiêu là con số phải đạt; văn bản nêu thế nào tôi trích thế ấy."
)
CRITERIA = (
    ("📏 Tiêu chí", "Tiêu chí “Dân vận khéo” là gì?"),
    ("🎯 Chỉ tiêu", "Các chỉ tiêu là gì?"),
    ("🏅 Khen thưởng", "Khen thưởng những ai, hình thức gì?"),
)
COMPARE_LEAD = "so sánh"
COMPARE_TITLE = "**So sánh các kế hoạch về điều gì?**"
COMPARISONS = (
    ("🚫 5 không", "So sánh 5 không các nơi"),
    ("📅 Hạn báo cáo", "So sánh hạn báo cáo các nơi"),
    *CRITERIA,
)
"""(button, question) of each topic; the first is about the lists of "không"."""
CAN_TYPE = "Cũng có thể gõ: “{question}”"

# ---------------------------------------------------------------------------------------------- reminders

REMINDERS = "🔔 Các lời nhắc"
REMIND_ME = "⏰ Nhắc tôi"
REMIND_DAY = "⏰ Nhắc tôi {day}"
REMIND_TITLE = "⏰ Đặt lời nhắc"
REMIND_HOW = "Tôi nhắc tại đây lúc {hour} giờ sáng. Bấm để đặt, bấm lại để bỏ."
REMIND_EVERY = "Việc này lặp lại: mốc 7, 3, 1 ngày được nhắc ở mỗi kỳ, đến khi kế hoạch hết kỳ."
REMIND_UNDATED = "Kế hoạch không nêu ngày cụ thể; bạn chọn ngày muốn được nhắc."
REMIND_MARK = "{sign} {days} ngày trước ({day})"
REMIND_OTHER_DAY = "📅 Chọn ngày"
REMIND_CHOOSE = "📅 Chọn ngày muốn được nhắc"
WEEKDAYS = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
DAY = "{weekday} {day}"
BACK = "◀ Quay lại"
SOURCE = "📖 Nguyên văn"
REMIND_SET = "Đã đặt: tôi sẽ nhắc lúc {hour} giờ sáng ngày {day}."
REMIND_CANCELLED = "Đã bỏ lời nhắc ngày {day}."
REMIND_PAST = "Hạn này đã qua (ngày {day}) nên tôi không nhắc được nữa. Bạn xem kế hoạch mới của đơn vị giúp tôi nhé."
REMIND_OVER = "Kế hoạch này đã hết kỳ (đến {day}) nên tôi không đặt nhắc. Bạn xem kế hoạch mới của đơn vị giúp tôi nhé."
REMIND_TOO_LATE = "Ngày này đã qua. Bạn chọn ngày khác giúp tôi nhé."
REMIND_TOO_MANY = "Cuộc trò chuyện này đã có {limit} lời nhắc. Bạn bỏ bớt ở /nhac rồi đặt lại nhé."
REMINDERS_TITLE = "**Các lời nhắc đã đặt ({count})**, gửi lúc {hour} giờ sáng"
REMINDERS_NONE = "Bạn chưa đặt lời nhắc nào. Mở /han, chọn việc rồi bấm **⏰ Nhắc tôi**."
REMIND_CANCEL = "🔕 Bỏ {number}"
REMINDER_EVERY = " · {days} ngày trước hạn"
REMINDER_GONE = "Lời nhắc này không còn. Mở lại /nhac để xem các lời nhắc đang có."
REMINDER_LEFT = "Nhắc hạn: còn {days} ngày"
REMINDER_TODAY = "Nhắc hạn: hôm nay là ngày cuối"
REMINDER_OVERDUE = "Nhắc hạn: đã quá {days} ngày"
REMINDER_UNDATED = "Nhắc việc: ngày bạn đã chọn"
REMINDER_LATE = "Nhắc muộn: lẽ ra tôi phải nhắc từ ngày {day}, nhưng lúc đó tôi không gửi được. Xin lỗi bạn."
REMINDER_AGAIN = "Có thể bạn đã nhận lời nhắc này một lần rồi."
REMINDER_STOPPED = (
    "🔕 **Đã dừng nhắc việc dưới đây**: kế hoạch nêu việc này đã được thay thế hoặc gỡ khỏi kho văn bản. "
    "Mở /han để xem hạn mới."
)

# ----------------------------------------------------------------------------------------------- passages

PASSAGE_PLACE = "Mục {section}"
PASSAGE_GONE = "Đoạn này không còn trong kho văn bản (văn bản đã được thay thế). Hãy hỏi lại."
BEFORE = "◀ Đoạn trước"
AFTER = "Đoạn sau ▶"
NEXT_SOURCE = "📖 Trích dẫn {next}/{count}"
PAGE = "Trang {page}/{pages}"
NEWER = "◀ Trước"
OLDER = "Sau ▶"

# ------------------------------------------------------------------------------------------------ quizzes

QUIZ_QUESTION = "Theo {plan}: {stem}"
QUIZ_DATE = "thời hạn của việc “{what}”{round} là khi nào?"
QUIZ_ROUND = " (kỳ {round})"
QUIZ_RECIPIENT = "việc “{what}” gửi đến đâu?"
QUIZ_TARGET = "chỉ tiêu cho “{counts}” là bao nhiêu?"
QUIZ_LIST = "điều nào thuộc {name}?"
QUIZ_ORDER = "điều thứ {number} trong {name} là gì?"
QUIZ_PLACE = " ({section})"
QUIZ_NEXT = "Câu tiếp ▶"
QUIZ_STOP = "⏹ Kết thúc"
QUIZ_TITLE = "📝 Trắc nghiệm {count} câu về **{unit}**. Bấm vào một đáp án; giải thích trích nguyên văn kế hoạch."
QUIZ_TITLE_GROUP = " Mỗi người tự trả lời; bấm **Câu tiếp** khi cả nhóm đã xong."
QUIZ_ALL = "mọi đơn vị"
QUIZ_NONE = "Các kế hoạch đang có chưa đủ dữ kiện để ra câu trắc nghiệm."
QUIZ_COUNT = "Số câu từ 1 đến {most}, ví dụ: /tracnghiem 5"
QUIZ_SCORE = "🏁 Bạn đúng **{right}/{asked}** câu. Làm tiếp: /tracnghiem"
QUIZ_SCORES = "🏁 **Kết quả ({asked} câu)**"
QUIZ_ROW = "{rank}. {name}: {right}/{asked}"
QUIZ_NOBODY = "Chưa có ai trả lời."
QUIZ_OVER = "Bài trắc nghiệm này đã kết thúc. Làm bài mới: /tracnghiem"
QUIZ_PASSED = "Nhóm đã sang câu khác."
POLL_RIGHT = "✅ Đúng. {explanation}"
POLL_WRONG = "❌ Chưa đúng. Đáp án: {right}. {explanation}"

# ------------------------------------------------------------------------------------------ administrators

HELP_ADMIN = (
    "\n\n**Dành cho quản trị** (trong cuộc trò chuyện riêng)\n"
    "/chuatraloi – câu hỏi chưa trả lời được\n"
    "/truycap – ai được dùng bot\n"
    "/thongke – bot được dùng thế nào"
)
ONLY_ADMIN = "Lệnh này chỉ dành cho quản trị viên."
ONLY_ADMIN_BUTTON = "Nút này chỉ dành cho quản trị viên."

CLOSED = (
    "Bot này chỉ phục vụ các cuộc trò chuyện được quản trị viên cho phép. Tôi đã chuyển yêu cầu tới quản trị viên.\n"
    "Mã của bạn: **{code}**. Hãy báo mã này cho quản trị viên để được nhận ra."
)
CLOSED_REFUSED = "Quản trị viên chưa đồng ý cho cuộc trò chuyện này dùng bot. Bạn liên hệ trực tiếp quản trị viên nhé."
CLOSED_BUTTON = "Cuộc trò chuyện này chưa được quản trị viên cho phép dùng bot."
LET_IN = "Quản trị viên đã cho phép. Bạn gõ câu hỏi, hoặc /start để bắt đầu nhé."
PAIR_ASKED = "🔑 **Có yêu cầu dùng bot**"
PAIR_PERSON = "{name}, mã số {number}"
PAIR_GROUP = "Nhóm “{name}”, mã số {number}"
PAIR_CODE = ", mã ghép nối **{code}**"
PAIR_REFUSED_MARK = " (đã từ chối)"
PAIR_YES = "✅ Cho phép"
PAIR_YES_NAMED = "✅ Cho phép {name}"
PAIR_NO = "⛔ Từ chối"
PAIR_APPROVED = "✅ Đã cho phép {name}."
PAIR_REFUSED = "⛔ Đã từ chối {name}. Có thể đổi ý ở /truycap."
PAIR_GONE = "Yêu cầu này đã được xử lý hoặc không còn. Hãy xem lại /truycap."
ACCESS_CLOSED = "**Bot đang đóng:** chỉ trả lời quản trị viên và các cuộc trò chuyện dưới đây."
ACCESS_OPEN = "**Bot đang mở cho mọi người.** Danh sách dưới đây chỉ có tác dụng khi đặt ACCESS=closed."
ACCESS_NOBODY = "Chưa có ai trong danh sách."
ACCESS_REVOKE = "🚫 Thu hồi {name}"
ACCESS_REVOKED = "Đã thu hồi quyền của {name}."

STATS_TITLE = "**Thống kê {days} ngày qua**"
STATS_TOTAL = (
    "{questions} câu hỏi từ {chats} cuộc trò chuyện; {refusals} câu văn bản không trả lời được ({share}%)\n"
    "👍 {good} · 👎 {bad}"
)
STATS_DAYS = "**Theo ngày** (số câu, ✗ là không trả lời được)"
STATS_REFUSED = " (✗ {count})"
STATS_TOP = "**Hỏi nhiều nhất**"
STATS_TOP_ROW = "• “{text}”: {times} lần"
STATS_TOP_NONE = "Chưa có câu nào được hỏi hơn một lần."

OPEN_TITLE = "**Câu hỏi chưa trả lời được: {questions} câu, {groups} nhóm**"
OPEN_NONE = "Không có câu hỏi nào đang chờ."
OPEN_FACTS = "{times} lần, {people} người · {why} · {units}"
OPEN_ANY_UNIT = "mọi đơn vị"
OPEN_WHY = {
    "not_found": "không tìm thấy",
    "not_specified": "kế hoạch không nêu",
    "refused": "bị từ chối",
    "bad": "👎",
    "content": "👎 sai nội dung",
    "unit": "👎 sai đơn vị",
    "citation": "👎 thiếu trích dẫn",
    "other": "👎 lý do khác",
}
OPEN_QUESTION = "**Câu hỏi**"
OPEN_NOW = "**Tôi đang trả lời**"
OPEN_PICK = "Chọn đoạn văn bản làm căn cứ cho câu trả lời, hoặc gõ vài từ để tìm đoạn khác:"
OPEN_PICK_FOUND = "Các đoạn gần với “{words}”. Chọn một đoạn làm căn cứ, hoặc gõ từ khác:"
OPEN_PICK_NONE = "Không tìm được đoạn nào. Hãy gõ vài từ có trong đoạn làm căn cứ."
OPEN_DROP = "🗑 Bỏ qua nhóm này"
OPEN_BACK = "◀ Danh sách"
OPEN_WRITE = "**Giờ hãy gõ câu trả lời** gửi người hỏi. Đoạn trên sẽ được trích ở dưới."
OPEN_WRITE_EMPTY = "Câu trả lời chưa có chữ nào. Hãy gõ câu trả lời, hoặc bấm Hủy ở trên."
OPEN_TOO_LONG = "Câu trả lời quá dài ({length} ký tự). Hãy viết dưới {limit} ký tự."
OPEN_OTHER = "🔎 Chọn đoạn khác"
OPEN_CANCEL = "Hủy"
OPEN_CANCELLED = "Đã hủy. Câu hỏi vẫn ở /chuatraloi."
OPEN_PREVIEW = "**Xem lại trước khi gửi** ({people} người hỏi, {places} cuộc trò chuyện). Gõ lại nếu muốn sửa."
OPEN_SEND = "📨 Gửi"
OPEN_DROPPED = "Đã bỏ qua."
OPEN_GONE = "Nhóm câu hỏi này đã được xử lý hoặc không còn. Hãy mở lại /chuatraloi."
OPEN_NO_DRAFT = "Chưa có câu trả lời để gửi. Hãy mở lại /chuatraloi."
OPEN_SENT = (
    "Đã gửi tới {reached}/{places} cuộc trò chuyện. Câu trả lời được dùng cho lần hỏi sau và ghi vào câu hỏi mẫu."
)
OPEN_TOLD = "💬 Bạn đã hỏi: “{question}”"
CURATED = "👤 **Quản trị viên trả lời:**"
CURATED_PLACE = ", mục {section}"

# ------------------------------------------------------------------------------------------------ privacy

DATA_TITLE = "**Những gì tôi đang lưu về bạn**"
DATA_NONE = "Tôi không lưu gì về bạn."
DATA_UNIT = "Đơn vị đã chọn: {unit}"
DATA_UNIT_NONE = "chưa chọn"
DATA_NAMES = {
    "questions": "câu hỏi, cùng vị trí trích dẫn và các nút dưới câu trả lời",
    "reasons": "lý do đánh giá 👎",
    "drafts": "câu trả lời đang soạn (quản trị)",
    "allowed_chats": "quyền dùng bot (xóa thì phải xin lại)",
    "pairings": "yêu cầu dùng bot",
    "quizzes": "bài trắc nghiệm đã mở",
    "quiz_answers": "câu trả lời trắc nghiệm",
    "askers": "ghi nhận câu hỏi nào là của bạn",
    "votes": "lượt đánh giá 👍 👎",
    "reminders": "lời nhắc hạn",
}
"""What the rows of each table about a person are called, by the table's name."""
DATA_NEWEST = "Các câu hỏi gần nhất:"
DATA_FOOT = (
    "Câu hỏi được tự xóa sau {days} ngày. Tin nhắn trong khung trò chuyện này do Telegram giữ; bạn có thể tự xóa chúng."
)
DATA_DELETE = "🗑 Xóa tất cả"
DATA_KEEP = "Giữ lại"
DATA_DELETED = "Đã xóa mọi dữ liệu về bạn. Các nút ở những tin nhắn cũ không dùng được nữa."
DATA_LEFT = "Dữ liệu của bạn được giữ nguyên."
ONLY_PRIVATE = "Lệnh này chỉ dùng trong cuộc trò chuyện riêng với tôi."

# ------------------------------------------------------------------------------------------------ manners

THANKS_GOOD = "Cảm ơn bạn!"
ASK_WHY = "Cảm ơn bạn. Chưa đúng ở chỗ nào? Bạn bấm một lý do bên dưới giúp tôi nhé."
REASON_LABELS = ("Sai nội dung", "Sai đơn vị", "Thiếu trích dẫn", "Khác")
THANKS_BAD = "Cảm ơn bạn, tôi đã ghi nhận để sửa."
UNKNOWN_COMMAND = "Tôi không có lệnh {command}. Xem các lệnh ở /trogiup, hoặc gõ thẳng câu hỏi."
ONLY_TEXT = "Tôi chỉ đọc được chữ. Bạn gõ câu hỏi giúp tôi nhé."
EMPTY_QUESTION = "Tin nhắn chưa có nội dung để tra cứu. Bạn gõ câu hỏi giúp tôi nhé."
TOO_LONG = "Tin nhắn quá dài ({length} ký tự). Bạn rút gọn câu hỏi còn dưới {limit} ký tự giúp tôi nhé."
TOO_FAST = "Bạn gửi hơi nhanh, tôi chưa theo kịp. Bạn chờ khoảng {seconds} giây rồi gửi tiếp nhé."
MENTION_ONLY = "Tôi nghe đây. Bạn gõ câu hỏi sau tên tôi nhé, ví dụ: “@{username} khi nào nộp báo cáo?”"
STALE_BUTTON = "Nút này đã cũ. Bạn gõ lại câu hỏi giúp tôi nhé."
FOREIGN_BUTTON = "Nút này thuộc cuộc trò chuyện khác."
SORRY = "Xin lỗi, tôi vừa gặp trục trặc và đã ghi lại để sửa. Bạn thử lại sau ít phút nhé."
ADMIN_ERROR = "**Lỗi khi xử lý tin nhắn**\n{kind}: {message}\nNơi xảy ra: {where}"

# ----------------------------------------------------------------------------------------- around an answer


@dataclass(frozen=True, slots=True)
class Labels:
    """The words around an answer, in one language."""

    source: str
    for_unit: str
    for_all: str
    ask_all: str
    related: str


_VI = Labels(
    source="📖 Nguyên văn",
    for_unit="🏢 {unit}",
    for_all="🏢 Mọi đơn vị",
    ask_all=ALL_UNITS,
    related="🔎 {place}",
)
_EN = Labels(
    source="📖 Original text",
    for_unit="🏢 {unit}",
    for_all="🏢 All units",
    ask_all="🌐 All units",
    related="🔎 {place}",
)


def labels(language: Language) -> Labels:
    """Return the words around an answer in the language of the answer."""
    return _EN if language is Language.EN else _VI


# ------------------------------------------------------------------------------------- to whoever runs it

KEY_MISSING = (
    "Chưa có TELEGRAM_BOT_TOKEN. Nhắn @BotFather trên Telegram, gửi /newbot để lấy token, rồi ghi vào tệp .env:\n"
    "    TELEGRAM_BOT_TOKEN=...\n"
    "Hoặc dùng thử ngay trong cửa sổ này: python -m bot --console"
)
KEY_MALFORMED = (
    "TELEGRAM_BOT_TOKEN không đúng dạng (một dãy số, dấu hai chấm, rồi khoảng 35 chữ và số). "
    "Hãy chép lại nguyên token mà @BotFather đã gửi vào tệp .env, không thêm dấu cách hay dấu nháy."
)
KEY_REFUSED = (
    "Telegram không nhận TELEGRAM_BOT_TOKEN này: token sai hoặc đã bị thu hồi. "
    "Nhắn @BotFather, gửi /token để lấy token hiện tại, rồi sửa tệp .env."
)
NO_NETWORK = "Không kết nối được với Telegram. Hãy kiểm tra mạng (hoặc tường lửa chặn api.telegram.org) rồi chạy lại."
BAD_SETTING = "Cấu hình {name} không hợp lệ: {reason} Hãy sửa trong tệp .env."
ENV_ENCODING = "Tệp .env không phải văn bản UTF-8. Hãy lưu lại tệp bằng mã UTF-8."
ADMIN_IDS_SHAPE = "cần các mã số Telegram cách nhau bằng dấu phẩy, ví dụ 123456789,987654321."
CLOSED_NEEDS_ADMIN = "ACCESS=closed cần ít nhất một mã số trong ADMIN_IDS, nếu không thì không ai cho phép được ai."
NO_DATA = "Chưa có dữ liệu kế hoạch. Hãy chạy `make ingest` (hoặc: python ingest.py THƯ_MỤC_KẾ_HOẠCH) rồi chạy lại."
DATA_TROUBLE = "Không mở được kho văn bản: {reason}"
STATE_TROUBLE = (
    "Không mở được {path}: {reason}. Hãy kiểm tra quyền ghi của thư mục, hoặc đặt DATA_DIR sang thư mục khác; "
    "nếu tệp bị hỏng, hãy đổi tên tệp đó, bot sẽ tạo tệp mới."
)
STOPPED = "Bot đã dừng vì một lỗi không lường trước; chi tiết ở dòng nhật ký bên trên."
CONFLICT = "Một tiến trình khác đang dùng cùng token này. Hãy tắt tiến trình kia trước."

# ----------------------------------------------------------------------------------------------- terminal

CONSOLE_BOT = "Sổ tay Dân vận"
CONSOLE_HINT = "Gõ câu hỏi rồi Enter. Gõ số trong [ ] để bấm nút. Thoát: Ctrl-D."
CONSOLE_BYE = "Tạm biệt!"
CONSOLE_PROMPT = "Bạn › "
