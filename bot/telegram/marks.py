"""The mark of a letter that may have arrived before."""

from __future__ import annotations

from typing import Any

from bot.memory.work import Letter
from bot.telegram.words import AGAIN, AGAIN_POLL

POLL_QUESTION = 300


def marked(letter: Letter) -> dict[str, Any]:
    """Return the parameters of a letter's call, with the mark of its kind when it may have arrived already."""
    call = letter.parameters
    if not letter.unsure:
        return call
    words = AGAIN.get(letter.kind, AGAIN["answer"])
    styled = f"<i>{words}</i>" if call.get("parse_mode") == "HTML" else words
    if letter.method == "sendMessage":
        return call | {"text": f"{call['text']}\n\n{styled}"}
    if letter.method == "sendPoll":
        return call | {"question": (AGAIN_POLL + call["question"])[:POLL_QUESTION]}
    if letter.method in ("sendDocument", "sendPhoto"):
        return call | {"caption": f"{call.get('caption', '')}\n\n{styled}".strip()}
    return call
