"""What the wire itself says."""

from __future__ import annotations

AGAIN = {
    "answer": "(Gửi lại: có thể bạn đã nhận tin này một lần rồi.)",
    "reminder": "(Gửi lại: có thể bạn đã nhận lời nhắc này một lần rồi.)",
    "news": "(Gửi lại: có thể bạn đã nhận tin này về kế hoạch một lần rồi.)",
}
"""Marks of letters that may have arrived before, by their kind."""
AGAIN_POLL = "(Gửi lại) "
NO_NETWORK_YET = "Chưa kết nối được với Telegram ({reason}). Tôi vẫn chạy và tự thử lại."
NETWORK_BACK = "Đã kết nối được với Telegram."
WEBHOOK_LEFT = "Telegram vẫn gửi tin tới địa chỉ webhook đặt trước đây. Tôi gỡ địa chỉ ấy và tự hỏi tin."
STANDS_BY = "Một tiến trình khác của bot này đang hỏi Telegram; tiến trình này chờ sẵn để thay."
LEADS_NO_MORE = "Một tiến trình khác của bot này đã thay tiến trình này."
ONLY_ADMIN = "Lệnh này chỉ dành cho quản trị viên."
ONLY_ADMIN_BUTTON = "Nút này chỉ dành cho quản trị viên."
ONLY_PRIVATE = "Lệnh này chỉ dùng trong cuộc trò chuyện riêng với tôi."
