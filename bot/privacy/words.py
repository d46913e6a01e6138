"""What /dulieu says."""

from __future__ import annotations

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
    "askers": "ghi nhận rằng một câu hỏi là do bạn hỏi",
    "uploads": "tệp kế hoạch đã gửi để duyệt (quản trị)",
    "amendments": "chỗ trong văn bản đang chờ bạn gõ giá trị đúng (quản trị)",
    "plan_news": "tin về kế hoạch chờ gửi",
    "news_declined": "yêu cầu không báo tin về kế hoạch",
    "votes": "lượt đánh giá 👍 👎",
    "reminders": "lời nhắc hạn, gồm việc đã đánh dấu đã nộp",
    "week_digests": "yêu cầu gửi bản tin sáng thứ Hai",
}
"""What the rows of each table about a person are called, by the table's name."""
DATA_BRIEFINGS = "{count} bản tóm tắt đã xem, gồm vị trí trích dẫn của các nút"
DATA_NEWEST = "Các câu hỏi gần nhất:"
DATA_FOOT = (
    "Câu hỏi được tự xóa sau {days} ngày. Tin nhắn trong khung trò chuyện này do Telegram giữ; bạn có thể tự xóa chúng."
)
DATA_DELETE = "🗑 Xóa tất cả"
DATA_KEEP = "Giữ lại"
DATA_DELETED = "Đã xóa mọi dữ liệu về bạn. Các nút ở những tin nhắn cũ không dùng được nữa."
DATA_LEFT = "Dữ liệu của bạn được giữ nguyên."
DATA_FILE = "⬇️ Tải về thành tệp"
DATA_FILE_NAME = "du-lieu-ve-ban.json"
DATA_FILE_CAPTION = "Mọi dòng tôi lưu về bạn, theo từng bảng (JSON)."
