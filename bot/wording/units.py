"""Choosing a unit."""

from __future__ import annotations

ALL_UNITS = "🌐 Mọi đơn vị"
UNIT_NOW = "Đơn vị đang chọn: **{unit}**."
UNIT_NONE = "Bạn chưa chọn đơn vị; tôi đang tra cứu mọi đơn vị."
UNIT_ASK = "Hãy bấm chọn, hoặc gõ tên đơn vị (viết tắt, không dấu đều được)."
UNIT_SET = "Đã chọn **{unit}**. Từ giờ tôi trả lời theo kế hoạch của đơn vị này. Đổi lại bằng /donvi."
UNIT_CLEARED = "Từ giờ tôi tra cứu **mọi đơn vị**."
UNIT_SEVERAL = "Có vài đơn vị khớp với “{text}”. Bạn chọn đơn vị nào?"
UNIT_UNKNOWN = "Tôi chưa có kế hoạch nào của “{text}”. Các đơn vị đang có:"
UNIT_GONE = "Đơn vị này không còn trong kho văn bản. Hãy chọn lại bằng /donvi."
