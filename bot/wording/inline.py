"""Inline mode: what stands above and in the results of "@bot câu hỏi"."""

from __future__ import annotations

INLINE_TYPE = "Gõ câu hỏi, ví dụ: khi nào nộp báo cáo"
INLINE_LONG = "Câu hỏi quá dài. Bạn rút gọn giúp tôi nhé"
INLINE_CLOSED = "Bấm để xin quản trị viên cho phép dùng bot"
INLINE_WAIT = "Bạn gõ hơi nhanh, chờ khoảng {seconds} giây nhé"
INLINE_TROUBLE = "Tôi vừa gặp trục trặc, bạn thử lại sau nhé"
INLINE_START = "hoi"
"""The parameter of /start behind the button above the results; it only opens the private chat."""
INLINE_ASKED = "💬 {question}"
