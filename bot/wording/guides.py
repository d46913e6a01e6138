"""Questions by buttons: /5khong, /tieuchi, /sosanh."""

from __future__ import annotations

LIST_NAME = "{count} không"
LIST_TARGET = " ({target})"
LIST_NO_TARGET = " (không nêu riêng cho ai)"
LIST_OF = "📋 {count} không: {target}"
LIST_QUESTION = "{count} không là gì?"
LIST_QUESTION_OF = "“{count} không” của {target}"
LISTS_LEAD = "5 không"
LISTS_TITLE = "**Bạn muốn xem danh sách nào?**"
LISTS_NOT_OWN = "{unit} không nêu danh sách “không” nào. Các nơi có nêu:"
LISTS_TYPE = "Cũng có thể gõ: “5 không của cán bộ”, “5 không có điều nào về rác”."
LISTS_NONE = "Các kế hoạch đang có không nêu danh sách “không” nào."
LIST_GONE = "Danh sách này không còn trong kho văn bản (kế hoạch đã được thay thế). Hãy mở lại /5khong."
COMPARE_LISTS = "⚖️ So sánh các nơi"
ALL_UNITS_NAME = "mọi đơn vị"
CRITERIA_LEAD = "tiêu chí"
CRITERIA_TITLE = (
    "**Bạn muốn xem gì?** (tra cứu: {unit})\n"
    "Tiêu chí là điều kiện để được công nhận, chỉ tiêu là con số phải đạt; văn bản nêu thế nào tôi trích thế ấy."
)
CRITERIA = (
    ("📏 Tiêu chí", "Tiêu chí “Dân vận khéo” là gì?"),
    ("🎯 Chỉ tiêu", "Các chỉ tiêu là gì?"),
    ("🏅 Khen thưởng", "Khen thưởng những ai, hình thức gì?"),
)
COMPARE_LEAD = "so sánh"
COMPARE_TITLE = "**So sánh các kế hoạch về điều gì?**"
COMPARISONS = (
    ("🚫 5 không", "So sánh 5 không các nơi"),
    ("📅 Hạn báo cáo", "So sánh hạn báo cáo các nơi"),
    *CRITERIA,
)
"""(button, question) of each topic; the first is about the lists of "không"."""
CAN_TYPE = "Cũng có thể gõ: “{question}”"
