"""What /thongke says."""

from __future__ import annotations

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
