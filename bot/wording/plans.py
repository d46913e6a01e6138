"""The list of plans."""

from __future__ import annotations

PLANS_TITLE = "**Các kế hoạch đang có ({count})**"
PLANS_EMPTY = "Kho văn bản đang trống."
NO_NUMBER = "bản này không ghi số"
NO_ISSUER = "bản này không ghi cơ quan ban hành"
NO_YEAR = "bản này không ghi năm"
NUMBER = "Số: {number}"
ISSUER = "Ban hành: {issuer}"
ISSUED = ", ngày {date}"
YEAR = "Năm: {year}"
VALID_UNKNOWN = "Thời hạn: bản này không nêu"
VALID_UNTIL = "✅ Còn hiệu lực đến hết {date}"
VALID_FROM = "✅ Từ {date}, không nêu ngày kết thúc"
VALID_NOT_YET = "🕓 Có hiệu lực từ {date}"
VALID_OVER = "⚠️ Đã hết kỳ (đến {date})"
