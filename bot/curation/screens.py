"""Open questions for administrators -> Screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.curation import words
from bot.likeness import Group
from bot.screen import words as screen_words
from bot.screen.answers import Frame, answer_screen
from bot.screen.rich import Rich, bold, concat, from_stars, italic, join, plain, shorten
from bot.screen.screens import Button, Screen, button, in_rows, screen
from knowledge.model import Answer, AnswerPart, Language, Passage, Status

GROUPS_A_PAGE = 6
TEXTS_SHOWN = 6
TEXT_CHARS = 200
ANSWER_CHARS = 400
PASSAGE_CHARS = 1500


def list_screen(groups: Sequence[Group], names: Mapping[str, str], page: int = 0) -> Screen:
    """Return a page of the groups, one button each."""
    if not groups:
        return screen(plain(words.OPEN_NONE))
    page = min(max(page, 0), (len(groups) - 1) // GROUPS_A_PAGE)
    first = page * GROUPS_A_PAGE
    shown = list(enumerate(groups[first : first + GROUPS_A_PAGE], first + 1))
    questions = sum(len(found.members) for found in groups)
    title = from_stars(words.OPEN_TITLE.format(questions=questions, groups=len(groups)))
    entries = [_entry(number, found, names) for number, found in shown]
    buttons = [button(words.OPEN_NUMBER.format(number=number), "oq:g", found.head.number) for number, found in shown]
    return screen(join([title, *entries], "\n\n"), [*in_rows(buttons, 3), _turns(page, len(groups))])


def group_screen(
    found: Group, names: Mapping[str, str], answer: str, passages: Sequence[tuple[int, str]], sought: str
) -> Screen:
    """Return a group, what the bot says now, and passages (link, place) to choose the proof from."""
    number = found.head.number
    texts = [plain(f"• “{shorten(text, TEXT_CHARS)}”") for text in found.texts[:TEXTS_SHOWN]]
    asked = join([from_stars(words.OPEN_QUESTION), *texts, italic(_facts(found, names))], "\n")
    now = join([from_stars(words.OPEN_NOW), plain(shorten(" ".join(answer.split()), ANSWER_CHARS))], "\n")
    near = words.OPEN_PICK_FOUND.format(words=shorten(sought, 60)) if sought else words.OPEN_PICK
    ask = join([plain(near if passages else words.OPEN_PICK_NONE), from_stars(words.OPEN_SEARCHES)], "\n")
    rows = [[button(f"🔎 {place}", "oq:c", number, link)] for link, place in passages]
    last = [
        button(words.OPEN_DROP, "oq:x", number),
        button(words.OPEN_BACK, "oq:p", 0),
        button(words.OPEN_LEAVE, "oq:z"),
    ]
    return screen(join([asked, now, ask], "\n\n"), [*rows, last])


def write_screen(number: int, plan: str, passage: Passage) -> Screen:
    """Return the passage chosen, and ask for the answer."""
    place = concat(bold(plan), plain("\n" + screen_words.PASSAGE_PLACE.format(section=passage.section)))
    sought = plain(f"“{shorten(passage.text.text, PASSAGE_CHARS)}”")
    body = join([place, sought, from_stars(words.OPEN_WRITE)], "\n\n")
    return screen(body, [[button(words.OPEN_OTHER, "oq:g", number), button(words.OPEN_CANCEL, "oq:z")]])


def preview_screen(number: int, part: AnswerPart, people: int, places: int) -> Screen:
    """Return the answer as it will be read, with the button that sends it."""
    answer = Answer(Status.ANSWERED, part.lead, (part,), Language.VI)
    shown = answer_screen(answer, Frame(number, Language.VI))
    title = screen(from_stars(words.OPEN_PREVIEW.format(people=people, places=places)))
    rows = (
        (button(words.OPEN_SEND, "oq:s", number),),
        (button(words.OPEN_OTHER, "oq:g", number), button(words.OPEN_CANCEL, "oq:z")),
    )
    return Screen((*title.messages, *shown.messages), rows)


def _entry(number: int, found: Group, names: Mapping[str, str]) -> Rich:
    text = shorten(" ".join(found.head.text.split()), TEXT_CHARS)
    return join([concat(bold(f"{number}. "), plain(f"“{text}”")), italic(_facts(found, names))], "\n")


def _facts(found: Group, names: Mapping[str, str]) -> str:
    why = ", ".join(words.OPEN_WHY.get(reason, reason) for reason in found.why)
    units = ", ".join(names.get(plan, plan) for plan in found.head.scope) or words.OPEN_ANY_UNIT
    return words.OPEN_FACTS.format(times=len(found.members), people=found.people, why=why, units=units)


def _turns(page: int, count: int) -> list[Button]:
    turns = [button(screen_words.NEWER, "oq:p", page - 1)] if page > 0 else []
    if (page + 1) * GROUPS_A_PAGE < count:
        turns.append(button(screen_words.OLDER, "oq:p", page + 1))
    return turns
