"""What the bot says in the talk: questions, units, plans, help, inline results."""

from __future__ import annotations

HELP_ADMIN = (
    "\n\n**Dành cho quản trị** (trong cuộc trò chuyện riêng)\n"
    "📎 Gửi tệp kế hoạch – tôi đọc, bạn xem rồi duyệt\n"
    "/phienban – các bản của một kế hoạch, quay lại bản cũ\n"
    "/chuatraloi – câu hỏi chưa trả lời được\n"
    "/truycap – ai được dùng bot\n"
    "/thongke – bot được dùng thế nào"
)
ADMIN_COMMANDS = (
    ("chuatraloi", "Câu hỏi chưa trả lời được"),
    ("phienban", "Các bản của một kế hoạch"),
    ("truycap", "Ai được dùng bot"),
    ("thongke", "Bot được dùng thế nào"),
)
"""(command, what the menu in an administrator's chat says)."""

LIST_TARGET = " ({target})"
LIST_NO_TARGET = " (không nêu riêng cho ai)"
LIST_OF = "📋 {name}: {target}"
LIST_QUESTION = "{name} là gì?"
LIST_QUESTION_OF = "“{name}” của {target}"
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

INLINE_TYPE = "Gõ câu hỏi, ví dụ: khi nào nộp báo cáo"
INLINE_LONG = "Câu hỏi quá dài. Bạn rút gọn giúp tôi nhé"
INLINE_CLOSED = "Bấm để xin quản trị viên cho phép dùng bot"
INLINE_WAIT = "Bạn gõ hơi nhanh, chờ khoảng {seconds} giây nhé"
INLINE_TROUBLE = "Tôi vừa gặp trục trặc, bạn thử lại sau nhé"
INLINE_START = "hoi"
"""The parameter of /start behind the button above the results; it only opens the private chat."""
INLINE_ASKED = "💬 {question}"
UNKNOWN_COMMAND = "Tôi không có lệnh {command}. Xem các lệnh ở /trogiup, hoặc gõ thẳng câu hỏi."
ONLY_TEXT = "Tôi chỉ đọc được chữ. Bạn gõ câu hỏi giúp tôi nhé."
NUMBER_ALONE = (
    "Tôi chưa rõ “{number}” là gì. Muốn chọn một mục ở trên thì bạn bấm nút có số ấy; muốn hỏi thì bạn gõ đủ câu, "
    "ví dụ: “mục {number} nói gì?”"
)
EMPTY_QUESTION = "Tin nhắn chưa có nội dung để tra cứu. Bạn gõ câu hỏi giúp tôi nhé."
TOO_LONG = "Tin nhắn quá dài ({length} ký tự). Bạn rút gọn câu hỏi còn dưới {limit} ký tự giúp tôi nhé."
MENTION_ONLY = "Tôi nghe đây. Bạn gõ câu hỏi sau tên tôi nhé, ví dụ: “@{username} khi nào nộp báo cáo?”"

PURPOSE = (
    "Chào {name}! Tôi tra các kế hoạch “Dân vận khéo” và trả lời kèm trích dẫn nguyên văn: "
    "bạn gõ câu hỏi, có dấu hay không dấu đều được."
)
PURPOSE_UNIT = "Đang tra cứu cho: **{unit}**."
PURPOSE_ALL = "Đang tra cứu: **mọi đơn vị**."
CHOOSE_UNIT = "🏢 Chọn đơn vị"
TRY = "💬 Hỏi thử"
PLANS = "📚 Các kế hoạch"
SAMPLE_QUESTION = "Khi nào nộp báo cáo?"
HELP = (
    "**Cách dùng**\n"
    "• Gõ câu hỏi như nhắn tin: “khi nào nộp báo cáo 6 tháng”, “bc nam gui cho ai”, “5 không là gì”.\n"
    "• Hỏi tiếp được: “còn bao nhiêu ngày?”, “thế còn đơn vị kia?”; hỏi vài câu trong một tin cũng được.\n"
    "• Nói “tôi ở …” để chọn đơn vị, “tất cả các đơn vị” để bỏ chọn.\n"
    "• Hỏi “tôi phải làm gì”, “tháng này nộp gì”, “sắp tới có hạn gì”.\n"
    "• Bấm **Nguyên văn** để xem đúng đoạn trong văn bản, phần được trích in đậm.\n"
    "• Kế hoạch không nêu thì tôi nói là không nêu.\n\n"
    "/donvi – chọn đơn vị của bạn\n"
    "/kehoach – các kế hoạch đang có\n"
    "/han – các hạn theo ngày: xem nguồn, đặt nhắc, tải lịch\n"
    "/nhac – các lời nhắc đã đặt; bản tin hạn sáng thứ Hai\n"
    "/5khong, /tieuchi, /sosanh – hỏi nhanh bằng nút\n"
    "/tracnghiem – câu hỏi trắc nghiệm từ các kế hoạch; thêm được số câu, tên đơn vị\n"
    "/tomtat – tóm tắt kế hoạch, kèm bản Word và trình chiếu có chú thích\n"
    "/dulieu – tôi lưu gì về bạn, và xóa\n"
    "/trogiup – xem lại hướng dẫn này\n\n"
    "Trong nhóm, hãy nhắc tên tôi (@{username}) hoặc trả lời tin nhắn của tôi.\n"
    "Ở bất kỳ cuộc trò chuyện nào, gõ “@{username} câu hỏi” rồi chọn một kết quả để gửi kèm trích dẫn."
)
HELP_INLINE_OFF = " (Chưa bật: chủ bot nhắn @BotFather, gửi /setinline.)"
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
    ("tomtat", "Tóm tắt kế hoạch; bản Word, trình chiếu"),
    ("dulieu", "Tôi lưu gì về bạn, và xóa"),
    ("trogiup", "Hướng dẫn sử dụng"),
)
UNIT_NOW = "Đơn vị đang chọn: **{unit}**."
UNIT_NONE = "Bạn chưa chọn đơn vị; tôi đang tra cứu mọi đơn vị."
UNIT_ASK = "Hãy bấm chọn, hoặc gõ tên đơn vị (viết tắt, không dấu đều được)."
UNIT_SET = "Đã chọn **{unit}**. Từ giờ tôi trả lời theo kế hoạch của đơn vị này. Đổi lại bằng /donvi."
UNIT_CLEARED = "Từ giờ tôi tra cứu **mọi đơn vị**."
UNIT_SEVERAL = "Có vài đơn vị khớp với “{text}”. Bạn chọn đơn vị nào?"
UNIT_UNKNOWN = "Tôi chưa có kế hoạch nào của “{text}”. Các đơn vị đang có:"
