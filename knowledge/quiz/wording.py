"""How a quiz question is put."""

from __future__ import annotations

QUESTION = "Theo {plan}: {stem}"
DATE = "thời hạn của việc “{what}”{round} là khi nào?"
ROUND = " (kỳ {round})"
RECIPIENT = "việc “{what}” phải gửi đến đâu?"
RECIPIENT_SENT = "“{what}” đến đâu?"
TARGET = "chỉ tiêu cho “{counts}” là bao nhiêu?"
LIST = "điều nào thuộc {name}?"
ORDER = "điều thứ {number} trong {name} là gì?"
LETTERS = "ABCDEFGHIJKL"
"""Of the choices; a poll has at most twelve."""
PLACE = " ({section})"
