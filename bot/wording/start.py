"""Start and help."""

from __future__ import annotations

PURPOSE = (
    "Chào {name}! Tôi tra các kế hoạch “Dân vận khéo” và trả lời kèm trích dẫn nguyên văn: "
    "bạn gõ câu hỏi, có dấu hay không dấu đều được."
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
    "• Hỏi tiếp được: “còn bao nhiêu ngày?”, “thế còn đơn vị kia?”; hỏi vài câu trong một tin cũng được.\n"
    "• Nói “tôi ở …” để chọn đơn vị, “tất cả các đơn vị” để bỏ chọn.\n"
    "• Hỏi “tôi phải làm gì”, “tháng này nộp gì”, “sắp tới có hạn gì”.\n"
    "• Bấm **Nguyên văn** để xem đúng đoạn trong văn bản, phần được trích in đậm.\n"
    "• Kế hoạch không nêu thì tôi nói là không nêu.\n\n"
    "/donvi – chọn đơn vị của bạn\n"
    "/kehoach – các kế hoạch đang có\n"
    "/han – các hạn theo ngày: xem nguồn, đặt nhắc, tải lịch\n"
    "/nhac – các lời nhắc đã đặt\n"
    "/5khong, /tieuchi, /sosanh – hỏi nhanh bằng nút\n"
    "/tracnghiem – câu hỏi trắc nghiệm từ các kế hoạch\n"
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
