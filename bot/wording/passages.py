"""The source, opened in context."""

from __future__ import annotations

PASSAGE_PLACE = "Mục {section}"
PASSAGE_GONE = "Đoạn này không còn trong kho văn bản (văn bản đã được thay thế). Hãy hỏi lại."
BEFORE = "◀ Đoạn trước"
AFTER = "Đoạn sau ▶"
NEXT_SOURCE = "📖 Trích dẫn {next}/{count}"
PAGE = "Trang {page}/{pages}"
NEWER = "◀ Trước"
OLDER = "Sau ▶"
