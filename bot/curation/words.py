"""What is said of thumbs and of open questions."""

from __future__ import annotations

OPEN_TITLE = "**Câu hỏi chưa trả lời được: {questions} câu, {groups} nhóm**"
OPEN_NUMBER = "Câu {number}"
OPEN_NONE = "Không có câu hỏi nào đang chờ."
OPEN_FACTS = "{times} lần, {people} người · {why} · {units}"
OPEN_ANY_UNIT = "mọi đơn vị"
OPEN_WHY = {
    "not_found": "không tìm thấy",
    "not_specified": "kế hoạch không nêu",
    "refused": "bị từ chối",
    "nearest": "chỉ có đoạn gần nhất",
    "bad": "👎",
    "content": "👎 sai nội dung",
    "unit": "👎 sai đơn vị",
    "citation": "👎 thiếu trích dẫn",
    "other": "👎 lý do khác",
}
OPEN_QUESTION = "**Câu hỏi**"
OPEN_NOW = "**Tôi đang trả lời**"
OPEN_PICK = "Chọn đoạn văn bản làm căn cứ cho câu trả lời."
OPEN_PICK_FOUND = "Các đoạn gần với “{words}”. Chọn một đoạn làm căn cứ."
OPEN_PICK_NONE = "Không tìm được đoạn nào."
OPEN_SEARCHES = "🔎 Bây giờ chữ bạn gõ là từ để tìm đoạn khác. Bấm **Thôi** để gõ câu hỏi như thường."
OPEN_LEAVE = "Thôi"
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
    "Đang gửi tới {reached}/{places} cuộc trò chuyện. Câu trả lời được dùng cho lần hỏi sau và ghi vào câu hỏi mẫu."
)
OPEN_TOLD = "💬 Bạn đã hỏi: “{question}”"
CURATED = "👤 **Quản trị viên trả lời:**"
CURATED_PLACE = ", mục {section}"

THANKS_GOOD = "Cảm ơn bạn!"
ASK_WHY = "Cảm ơn bạn. Chưa đúng ở chỗ nào? Bạn bấm một lý do bên dưới giúp tôi nhé."
REASON_LABELS = ("Sai nội dung", "Sai đơn vị", "Thiếu trích dẫn", "Khác")
THANKS_BAD = "Cảm ơn bạn, tôi đã ghi nhận để sửa."
