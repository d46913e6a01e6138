"""Quiz polls of the in-process Bot API, with Telegram's limits: https://core.telegram.org/bots/api#sendpoll."""

from __future__ import annotations

from typing import Any

from bot.console.limits import ApiError, bad_request
from bot.console.markup import utf16_length

JSON = dict[str, Any]
QUESTION = 300
OPTION = 100
OPTIONS = range(2, 13)
EXPLANATION = 200
EXPLANATION_LINES = 2


def poll_of(parameters: JSON, poll_id: str) -> JSON:
    """Return the poll that the parameters of `sendPoll` make. Raises ApiError where Telegram refuses."""
    question = str(parameters.get("question", "")).strip()
    options = [_option(option) for option in parameters.get("options") or []]
    kind = parameters.get("type", "regular")
    if not 1 <= utf16_length(question) <= QUESTION:
        raise bad_request("poll question length must be 1-300")
    if len(options) not in OPTIONS:
        raise bad_request("poll must have 2-12 options")
    if len(set(options)) != len(options):
        raise bad_request("POLL_OPTION_DUPLICATE")
    poll: JSON = {
        "id": poll_id, "question": question, "total_voter_count": 0, "is_closed": False, "type": kind,
        "is_anonymous": parameters.get("is_anonymous", True), "allows_multiple_answers": False,
        "allows_revoting": False, "members_only": False,
        "options": [{"text": text, "voter_count": 0, "persistent_id": str(i)} for i, text in enumerate(options)],
    }  # fmt: skip
    if kind == "quiz":
        poll |= _quiz_part(parameters, len(options))
    elif kind != "regular":
        raise bad_request("wrong poll type")
    return poll


def vote(poll: JSON, option: int) -> None:
    """Count a vote. Raises ApiError for an option that is not there."""
    if not 0 <= option < len(poll["options"]):
        raise ApiError(400, "Bad Request: OPTION_INVALID")
    poll["options"][option]["voter_count"] += 1
    poll["total_voter_count"] += 1


def _option(option: Any) -> str:
    text = str(option.get("text", "") if isinstance(option, dict) else option).strip()
    if not 1 <= utf16_length(text) <= OPTION:
        raise bad_request("poll options length must be 1-100")
    return text


def _quiz_part(parameters: JSON, count: int) -> JSON:
    correct = parameters.get("correct_option_ids") or []
    if not correct or any(not isinstance(index, int) or not 0 <= index < count for index in correct):
        raise bad_request("QUIZ_CORRECT_ANSWER_INVALID")
    explanation = str(parameters.get("explanation", ""))
    if utf16_length(explanation) > EXPLANATION or explanation.count("\n") > EXPLANATION_LINES:
        raise bad_request("message is too long")
    return {"correct_option_ids": correct, "explanation": explanation}
