"""The terminal."""

from __future__ import annotations

CONSOLE_BOT = "Sổ tay Dân vận"
CONSOLE_HINT = "Gõ câu hỏi rồi Enter. Gõ số trong [ ] để bấm nút. Thoát: Ctrl-D."
CONSOLE_BYE = "Tạm biệt!"
CONSOLE_PROMPT = "Bạn › "
