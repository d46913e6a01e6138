"""What the bot cannot use, and how fast it answers."""

from __future__ import annotations

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
