"""What people write about reminders without a command: "nhắc tôi nộp báo cáo năm", "nộp rồi", "tắt bản tin tuần"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from bot.agenda import Agenda, can_remind
from bot.reminders import Digests, Place, Reminders, words
from bot.resources import Resources
from bot.screen import Screen, bold, button, join, plain, screen, shorten
from bot.screen.duties import Entry, place_text, what_text
from knowledge.patterns import later
from knowledge.text import folded_words

MOST_OFFERED = 6
"""Duties to choose from."""
WHAT = 120
_LEAST_SHARE = 0.5
"""Of the words that name a duty, how many it has to have."""
_QUESTION = later(
    r"\?|\b(?:gi|nao|sao|may|bao nhieu|bao gio|bao lau|dau|ai|chua|khong|ko|k|what|when|which|who|how|where)\b"
)
_ME = r"(?:toi|minh|em|anh|chi|ca nhom|nhom|chung toi|don vi|to|me|us)"
_PLEASE = r"(?:(?:hay|nho|vui long|lam on|ban|giup|cho|oi|xin|please) )*"
_MONDAYS = (
    r"\b(?:ban tin|(?:moi|hang) (?:sang )?(?:tuan|thu hai|thu 2)|sang thu (?:hai|2)|dau tuan|weekly|every monday)\b"
)
_END = r"(?:tat|bo|huy|dung|ngung|thoi|khoi|stop)"


class Wanted(StrEnum):
    """What is asked for. REMIND: to be reminded of a duty; LIST: the reminders set, to end, put off or mark them."""

    REMIND = "remind"
    LIST = "list"
    DIGEST = "digest"
    NO_DIGEST = "no digest"


_RULES = (
    (Wanted.NO_DIGEST, later(rf"^{_PLEASE}{_END}\b.*{_MONDAYS}")),
    (Wanted.DIGEST, later(rf"^{_PLEASE}(?:bat|dang ky|nhan)(?: \w+){{0,2}} ban tin\b")),
    (Wanted.DIGEST, later(rf"^{_PLEASE}(?:gui|bao|nhac|remind)(?: lai)?(?: cho| giup)? {_ME}\b.*{_MONDAYS}")),
    (Wanted.LIST, later(rf"^{_PLEASE}{_END}(?: \w+){{0,2}} (?:nhac|reminders?)\b")),
    (Wanted.LIST, later(r"^(?:nhac lai (?:sau|vao|luc)|(?:hoan|lui)(?: \w+){0,2} nhac|snooze)\b")),
    (
        Wanted.LIST,
        later(
            rf"^(?:(?:{_ME}|ben {_ME}) )?(?:da |vua |moi )?(?:nop|gui|xong|lam xong|hoan thanh|bao cao)"
            r"(?: \w+){0,8}? (?:roi|xong)(?: (?:nhe|nha|a|ban|em|ad))*$"
        ),
    ),
    (Wanted.LIST, later(rf"^(?:{_ME} )?da (?:nop|gui|xong|lam xong|hoan thanh)(?: \w+){{0,8}}$|^(?:da )?xong$")),
    (
        Wanted.REMIND,
        later(
            rf"^{_PLEASE}(?:(?:dat|hen)(?: lich| loi)? nhac(?: {_ME})?"
            rf"|(?:nhac(?: nho)?|remind)(?: lai)?(?: cho| giup)? {_ME}|nhac (?=bao cao|nop|gui|han|viec))\b"
        ),
    ),
)
_BEFORE = later(r"\b\d+ (?:ngay|hom|tuan)\b")
"""How long before the day."""
_ROUND = later(
    r"\b(?:(?P<few>[69]) thang|(?P<one>thang|quy|nam|tuan)(?! \d)"
    r"|(?P<english>weekly|monthly|quarterly|yearly|annual|half yearly|semi annual))\b"
)
"""The round of a duty, not a month or a year with its number."""
_ROUNDS = {
    "thang": "tháng", "quy": "quý", "nam": "năm", "tuan": "tuần", "weekly": "tuần", "monthly": "tháng",
    "quarterly": "quý", "yearly": "năm", "annual": "năm", "half yearly": "6 tháng", "semi annual": "6 tháng",
}  # fmt: skip
_NOISE = frozenset(
    folded_words(
        "hằng hàng mỗi "
        "trước sau ngày hạn chót khi đến tới vào lúc sáng nhé nha đi ạ với về việc phải nộp gửi làm cần của để "
        "of the my"
    )
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """about: the folded words that name a duty, () when none does; rest: all that follows the wish, folded."""

    wanted: Wanted
    about: tuple[str, ...] = ()
    rest: str = ""


def spoken(text: str) -> Spoken | None:
    """Read words about reminders; None for anything else, questions among them."""
    said = " ".join(folded_words(text))
    if "?" in text or _QUESTION.search(said):
        return None
    for wanted, pattern in _RULES:
        found = pattern.search(said)
        if found is not None:
            rest = _BEFORE.sub(" ", said[found.end() :]) if wanted is Wanted.REMIND else ""
            return Spoken(wanted, tuple(word for word in rest.split() if word not in _NOISE), rest.strip())
    return None


def answer(resources: Resources, place: Place, said: Spoken) -> Screen:
    """Do what was asked for, or offer what it may mean."""
    reminders = Reminders(resources)
    if said.wanted is Wanted.LIST:
        return reminders.waiting(place.chat_id)
    if said.wanted is not Wanted.REMIND:
        return screen(plain(Digests(resources).switch(place, on=said.wanted is Wanted.DIGEST)))
    found = _meant(resources, place.chat_id, said)
    return reminders.menu(place.chat_id, found[0].link) if len(found) == 1 else _offer(found)


def _meant(resources: Resources, chat_id: int, said: Spoken) -> list[Entry]:
    """Return the duties to come that the words fit best, the chat's own unit's before those of others, or those of a
    unit that they name; all without words, or where they fit none."""
    own, now, about = resources.unit(chat_id), resources.library.now(), said.about
    named = resources.library.find_units(said.rest) if said.rest else ()
    open_ones = [
        entry
        for entry in Agenda(resources).entries(None if named else own)
        if can_remind(entry.duty, now) and (not named or entry.duty.deadline.plan_id in named)
    ]
    mine = [entry for entry in open_ones if entry.own]
    for entries in (_of_round(about, mine), _of_round(about, open_ones)):
        shares = [_share(about, entry) for entry in entries]
        best = max(shares, default=0.0)
        if best >= _LEAST_SHARE:
            return [entry for entry, share in zip(entries, shares, strict=True) if share == best]
    return mine or open_ones


def _of_round(about: Sequence[str], entries: Sequence[Entry]) -> list[Entry]:
    """Return the duties of the round that words name, all where they name none or none is of it."""
    found = _ROUND.search(" ".join(about))
    if found is None:
        return list(entries)
    cycle = f"{found['few']} tháng" if found["few"] else _ROUNDS[found["one"] or found["english"]]
    held = [each for each in entries if cycle in (each.duty.deadline.recurrence, each.duty.deadline.period)]
    return held or list(entries)


def _share(about: Sequence[str], entry: Entry) -> float:
    """Return which share of neighbouring words, or of the only one, a duty and its unit have."""
    duty = entry.duty.deadline
    told = " . ".join(filter(None, (duty.what, duty.period, duty.recurrence, entry.unit)))
    said = f" {' '.join(folded_words(told))} "
    named = [" ".join(pair) for pair in pairwise(about)] or list(about)
    return sum(f" {words} " in said for words in named) / len(named) if named else 0.0


def _offer(entries: Sequence[Entry]) -> Screen:
    """Ask which duty is meant."""
    if not entries:
        return screen(plain(words.REMIND_NOTHING))
    shown = entries[:MOST_OFFERED]
    lines = [
        plain(words.REMIND_ROW.format(
            number=number, when=entry.when, what=shorten(what_text(entry.duty.deadline), WHAT),
            place=place_text(entry.duty, entry.unit),
        ))
        for number, entry in enumerate(shown, 1)
    ]  # fmt: skip
    left = len(entries) - len(shown)
    more = [plain(words.REMIND_MORE.format(count=left))] if left else []
    buttons = [
        button(words.REMIND_NUMBER.format(number=number), "rm", entry.link) for number, entry in enumerate(shown, 1)
    ]
    return screen(join([bold(words.REMIND_WHICH), *lines, *more], "\n\n"), [buttons[:3], buttons[3:]])
