"""The terminal."""

from __future__ import annotations

CONSOLE_BOT = "Sổ tay Dân vận"
CONSOLE_HINT = (
    "Gõ câu hỏi rồi Enter. Gõ số trong [ ] để bấm nút; “@{username} câu hỏi” để thử inline; /gui TỆP để gửi tệp. "
    "Thoát: Ctrl-D."
)
CONSOLE_NO_FILE = "Không đọc được tệp “{path}”. Gõ: /gui ĐƯỜNG_DẪN"
CONSOLE_WHICH_FILE = "Gõ đường dẫn của tệp sau /gui, ví dụ: /gui ke-hoach-2026.txt"
CONSOLE_NO_BUTTON = "Không có nút số {number} trên màn hình. Hãy gõ số đang hiện trong [ ], hoặc gõ câu hỏi."
CONSOLE_INLINE = "Gõ số để gửi kết quả vào cuộc trò chuyện, như khi dùng tôi trong nhóm khác."
CONSOLE_VIA = "Bạn, qua @{username}"
CONSOLE_PRESSED = "▸ {label} · trong tin “{place}”"
CONSOLE_NUMBERS = "(Tin này không có nút; số trong [ ] vẫn bấm nút của tin “{place}”.)"
CONSOLE_BYE = "Tạm biệt!"
CONSOLE_PROMPT = "Bạn › "
