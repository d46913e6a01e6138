"""What the pages say beyond the bot's own words."""

from __future__ import annotations

from bot.screen.words import SOURCE as OPEN
from bot.talk.words import ALL_UNITS_NAME, SAMPLE_QUESTION

ROOM = "Sổ tay Dân vận"
SUBTITLE = "Phòng đọc"
SKIP = "Đến nội dung chính"
NAVIGATION = "Các trang"
ASK = "Hỏi"
ASK_LABEL = "Câu hỏi của bạn, có dấu hay không dấu đều được"
ASK_BUTTON = "Tra cứu"
UNIT_LABEL = "Đơn vị"
FRESH = "Hỏi câu mới"
FOLLOWS = "Hỏi tiếp sau câu: “{text}”"
WELCOME = "Gõ câu hỏi để được trả lời kèm trích dẫn nguyên văn, hoặc mở một kế hoạch để đọc toàn văn."
ANSWER = "Trả lời"
CAUTION = "⚠"
SOURCE = "Nguồn:"
CHOICES = "Hỏi câu này cho:"
QUOTED_ONE = "Phần được trích được tô nền trong văn bản."
QUOTED_MANY = "{count} chỗ được trích được tô nền trong văn bản:"
NOT_QUOTED = "Văn bản đã được thay bằng bản khác từ khi có liên kết này, nên không tô được phần trích."
CLOSE = "Đóng văn bản"
ALONE = "Mở riêng trang văn bản"
OUTLINE = "Mục lục"
PLANS = "Kế hoạch"
NOTE_REF = "chú thích {marker}"
NOT_FOUND = "Không có trang này. Văn bản có thể đã được thay thế hoặc gỡ."
TROUBLE = "Có trục trặc nên chưa mở được trang này. Bạn thử lại sau ít phút giúp tôi nhé."
TOO_FAST = "Bạn hỏi hơi nhanh. Đợi {seconds} giây rồi hỏi tiếp giúp tôi nhé."
LISTENING = "Phòng đọc mở tại {address} (Ctrl+C để dừng)"
PORT_TAKEN = "Không mở được {host}:{port}: {reason}. Hãy đổi WEB_PORT."
HOME_TITLE = "Tra cứu kế hoạch “Dân vận khéo”"
PAGES = (("/", ASK), ("/ke-hoach", PLANS))

__all__ = ["ALL_UNITS_NAME", "OPEN", "SAMPLE_QUESTION"]
