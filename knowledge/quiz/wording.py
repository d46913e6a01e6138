"""How a quiz question is put."""

from __future__ import annotations

QUESTION = "Theo {plan}, {stem}"
DATE = "việc sau có hạn khi nào: {what}{round}?"
DATE_ON = "việc sau vào ngày nào: {what}{round}?"
ROUND = " (kỳ {round})"
RECIPIENT = "kết quả của việc sau gửi đến đâu: {what}?"
RECIPIENT_SENT = "{what} đến đâu?"
RECIPIENT_PAPER = "{what} gửi đến đâu?"
TARGET = "điền vào chỗ trống: {clause}"
BLANK = "……"
LIST = "điều nào thuộc {name}?"
ORDER = "điều thứ {number} trong {name} là gì?"
LETTERS = "ABCDEFGHIJKL"
"""Of the choices; a poll has at most twelve."""
PLACE = " ({section})"
