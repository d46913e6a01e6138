"""What is to be done with a letter after a try to send it, and the mark of one that goes again: pure."""

from __future__ import annotations

import html
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from enum import Enum
from typing import Any

from bot.memory.work import Letter
from bot.screen.words import AGAIN, AGAIN_POLL, LATE
from bot.telegram.line import Done, NotSent, Outcome, Refused, Unknown
from knowledge.patterns import later

TRIES = 12
"""Times that a letter is sent although the Bot API refuses it."""
ODD_TRIES = 6
"""Times that it is sent although the Bot API finds a fault that its form can't have, such as markup in plain text."""
GIVE_UP_SECONDS = 24 * 3600.0
"""Age of a letter after which a try that brings no answer, or trouble of the server's own, is the last one."""
LONGEST_WAIT = 120.0
"""Seconds between two tries, at most."""
RETRY_AFTER = 5.0
"""Seconds that a chat waits when Telegram does not say how long."""
_PIECE = 3500
_TAG = later(r"<[^>]+>")
_CUT_OFF = (
    "chat not found", "rights to send", "have no rights", "write_forbidden", "chat_restricted", "kicked", "blocked",
    "not a member", "peer_id_invalid", "user not found", "deactivated", "send_plain_forbidden", "chat_admin_required",
    "administrator rights", "send_media_forbidden", "send_polls_forbidden", "topic_closed",
)  # fmt: skip
_TOPIC_GONE = ("thread not found", "topic_deleted", "topic_closed")


class Fate(Enum):
    """What becomes of a letter: it has arrived; it goes again, after a wait; it is given up; its chat is closed to the
    bot; its chat goes by another number."""

    ARRIVED = 0
    AGAIN = 1
    DEAD = 2
    CUT_OFF = 3
    MOVED = 4


@dataclass(frozen=True, slots=True)
class Verdict:
    """wait: seconds; told: what Telegram said; chat: the new number."""

    fate: Fate
    wait: float = 0.0
    told: str = ""
    chat: int = 0


def judge(letter: Letter, outcome: Outcome, now: float) -> Verdict:
    """Decide, and change the letter where it has to go in another form; now: Unix time.

    What never left goes again for as long as that takes; what may have arrived goes again with a mark.
    """
    if isinstance(outcome, Done):
        return Verdict(Fate.ARRIVED)
    if isinstance(outcome, NotSent):
        letter.tries -= 1  # it never left
        return Verdict(Fate.AGAIN, told=outcome.reason)
    if isinstance(outcome, Unknown):
        letter.unsure = letter.unsure or not is_edit(letter)  # the same edit twice is one edit
        return _later(letter, outcome.reason, now)
    return _refused(letter, outcome, now)


def is_edit(letter: Letter) -> bool:
    """Tell whether a letter changes a message instead of sending one."""
    return letter.method.startswith("edit")


def _later(letter: Letter, told: str, now: float) -> Verdict:
    if now - letter.made > GIVE_UP_SECONDS:
        return Verdict(Fate.DEAD, told=told)
    return Verdict(Fate.AGAIN, wait=min(LONGEST_WAIT, 0.5 * 2.0 ** min(letter.tries - 1, 10)), told=told)


def _refused(letter: Letter, refused: Refused, now: float) -> Verdict:
    code, told = refused.code, refused.description
    said = told.lower()
    if code == 429:
        letter.tries -= 1
        return Verdict(Fate.AGAIN, wait=refused.retry_after(RETRY_AFTER), told=told)
    if code == 404 and letter.tries >= 3:  # such a method is not there, which is no trouble that passes
        return Verdict(Fate.DEAD, told=told)
    if code >= 500 or code in (401, 404, 408, 409):
        return _later(letter, told, now)
    moved = refused.parameters.get("migrate_to_chat_id")
    if isinstance(moved, int):
        return Verdict(Fate.MOVED, chat=moved)
    if is_edit(letter) and "not modified" in said:
        return Verdict(Fate.ARRIVED)
    if letter.method == "editMessageReplyMarkup" and code == 400:
        return Verdict(Fate.ARRIVED)  # one that cannot be edited keeps its buttons
    if "message_thread_id" in letter.parameters and any(part in said for part in _TOPIC_GONE):
        del letter.parameters["message_thread_id"]  # the group as a whole is still there
        letter.parameters.pop("reply_parameters", None)  # which would lead back to the topic
        return Verdict(Fate.AGAIN)
    if code == 403 or any(part in said for part in _CUT_OFF):
        return Verdict(Fate.CUT_OFF, told=told)
    if letter.tries < TRIES and _in_another_form(letter, said):
        return Verdict(Fate.AGAIN)
    odd = "parse" in said or "too long" in said
    return _later(letter, told, now) if odd and letter.tries < ODD_TRIES else Verdict(Fate.DEAD, told=told)


def _in_another_form(letter: Letter, said: str) -> bool:
    """Give a letter that was refused a form that Telegram takes; False when there is none."""
    call = letter.parameters
    if "too long" in said or "too_long" in said:
        return _split(letter)
    if ("repl" in said and "not found" in said) and "reply_parameters" in call:
        del call["reply_parameters"]
        return True
    if letter.instead is not None and "parse" not in said:
        letter.method, letter.parameters, letter.instead = "sendMessage", letter.instead, None
        return True
    if "parse_mode" in call:  # whatever it is: the words matter more than how they look
        _make_plain(letter)
        return True
    return False


def _make_plain(letter: Letter) -> None:
    call = letter.parameters
    del call["parse_mode"]
    for name in ("text", "caption"):
        if name in call:
            call[name] = plain(call[name])
    letter.rest = [plain(text) for text in letter.rest]


def plain(text: str) -> str:
    """Return the words of HTML as Telegram takes it."""
    return html.unescape(_TAG.sub("", text))


def _split(letter: Letter) -> bool:
    """Send a text as two halves, as plain text; a caption is cut. False when it can't be made shorter."""
    call = letter.parameters
    name = "text" if "text" in call else "caption"
    if name not in call:
        return False
    if "parse_mode" in call:
        _make_plain(letter)
    text = call[name]
    if len(text) < 40:
        return False
    middle = min(_PIECE, len(text) // 2)
    cut = max(text.rfind("\n", middle // 2, middle), text.rfind(" ", middle // 2, middle))
    cut = cut if cut > 0 else middle
    call[name] = text[:cut].rstrip() or text[:middle]
    if name == "caption" or is_edit(letter):
        call[name] += "…"
        return True
    letter.rest.insert(0, text[cut:].lstrip() or text[middle:])
    return True


# ---------------------------------------------------------------------------------------------------------------- marks

POLL_QUESTION = 300


LATE_SECONDS = 120.0
"""An answer that goes out so long after its question says that it is late."""
_VIET_NAM = timezone(timedelta(hours=7))


def marked(letter: Letter, now: float = 0.0) -> dict[str, Any]:
    """Return the parameters of a letter's call, with the mark of its kind when it may have arrived already.

    now: Unix time; an answer that is late then begins by saying so.
    """
    call = letter.parameters
    if letter.asked is not None and now - letter.asked > LATE_SECONDS and "text" in call:
        said = LATE.format(when=datetime.fromtimestamp(letter.asked, _VIET_NAM))
        call = call | {"text": f"{f'<i>{said}</i>' if call.get('parse_mode') == 'HTML' else said}\n\n{call['text']}"}
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
