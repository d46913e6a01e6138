"""What is said at the door of a closed bot, and to who is too fast."""

from __future__ import annotations

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
ACCESS_OPEN = (
    "**Bot đang mở cho mọi người.** Danh sách dưới đây chỉ có tác dụng khi đặt ACCESS=closed, và mã phòng đọc khi đặt "
    "WEB_ACCESS=code."
)
ACCESS_READERS = (
    "**Bot đang mở cho mọi người; phòng đọc trên web chỉ mở cho người có mã dưới đây.** "
    "Thu hồi thì mã ấy không vào được nữa. Các cuộc trò chuyện trong danh sách chỉ có tác dụng khi đặt ACCESS=closed."
)
ACCESS_NOBODY = "Chưa có ai trong danh sách."
ACCESS_REVOKE = "🚫 Thu hồi {name}"
ACCESS_REVOKED = "Đã thu hồi quyền của {name}."
TOO_FAST = "Bạn gửi hơi nhanh, tôi chưa theo kịp. Bạn chờ khoảng {seconds} giây rồi gửi tiếp nhé."
READER = "{name} (phòng đọc)"
READER_CODE = (
    "Mã phòng đọc của {name}: **{code}**\nHãy gửi riêng cho người đó; mã này không xem lại được. "
    "Thu hồi ở danh sách /truycap."
)
READER_HOW = "Cấp mã phòng đọc trên web: /truycap tên người"
