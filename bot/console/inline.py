"""Answers to inline queries, checked as Telegram does: https://core.telegram.org/bots/api#answerinlinequery."""

from __future__ import annotations

import re
from typing import Any

from bot.console import limits
from bot.console.limits import bad_request

JSON = dict[str, Any]
RESULTS = 50
QUERY = 256
"""Telegram's apps cut a longer query."""
_START = re.compile(r"[A-Za-z0-9_-]{1,64}")


def results_of(parameters: JSON) -> list[JSON]:
    """Return the articles of `answerInlineQuery` with their messages parsed. Raises ApiError where Telegram refuses."""
    results = parameters.get("results") or []
    names = [str(result.get("id", "")) for result in results]
    if len(results) > RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    if len(set(names)) != len(names) or any(not 1 <= len(name.encode()) <= 64 for name in names):
        raise bad_request("RESULT_ID_INVALID")
    return [_article(result) for result in results]


def button_of(parameters: JSON) -> JSON | None:
    """Return the button above the results. Raises ApiError where Telegram refuses."""
    button: JSON | None = parameters.get("button")
    if button is None:
        return None
    if not str(button.get("text", "")).strip() or ("web_app" in button) == ("start_parameter" in button):
        raise bad_request("BUTTON_INVALID")
    if "start_parameter" in button and not _START.fullmatch(str(button["start_parameter"])):
        raise bad_request("START_PARAM_INVALID")
    return button


def _article(result: JSON) -> JSON:
    if result.get("type") != "article":
        raise bad_request("only articles are known here")
    if not str(result.get("title", "")).strip():
        raise bad_request("ARTICLE_TITLE_EMPTY")
    content = result.get("input_message_content") or {}
    text, entities = limits.formatted(str(content.get("message_text", "")), content.get("parse_mode"))
    limits.check_keyboard(result.get("reply_markup"))
    description = str(result.get("description", ""))
    return {"id": result["id"], "title": result["title"], "description": description,
            "text": text, "entities": entities}  # fmt: skip
