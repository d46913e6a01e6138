"""What only administrators see, and those who wait for them."""

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
PAIR_MORE = "Cùng người này còn {count} yêu cầu nữa, xem ở /truycap."
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
STATS_DAYS = "**{days} ngày gần nhất** (số câu, ✗ là không trả lời được)"
STATS_REFUSED = " (✗ {count})"
STATS_TOP = "**Hỏi nhiều nhất**"
STATS_TOP_ROW = "• “{text}”: {times} lần"
STATS_TOP_NONE = "Chưa có câu nào được hai người trở lên cùng hỏi."
PLOT_QUESTIONS = "Số câu hỏi mỗi ngày, {days} ngày qua"
PLOT_ANSWERED = "trả lời được"
PLOT_REFUSED = "văn bản không trả lời được"
PLOT_VOTES = "Đánh giá mỗi ngày"
PLOT_GOOD = "hữu ích"
PLOT_BAD = "chưa đúng"
PLOT_FILE = "thong-ke.png"
PLOT_CAPTION = "Câu hỏi và đánh giá {days} ngày qua"

OPEN_TITLE = "**Câu hỏi chưa trả lời được: {questions} câu, {groups} nhóm**"
OPEN_NUMBER = "Câu {number}"
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
