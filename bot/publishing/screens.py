"""What was read from a file, beside what it would take the place of -> Screen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.publishing import words
from bot.publishing.store import News
from bot.screen import (
    Button,
    Rich,
    Screen,
    bold,
    button,
    concat,
    filled,
    from_stars,
    in_rows,
    italic,
    join,
    one_line,
    paged,
    plain,
    screen,
    shorten,
    split,
    text_of,
    turns,
)
from bot.screen import words as screen_words
from bot.screen.duties import corrected_lines, day_text, validity, what_text, when_text, wording_text
from knowledge.corrections import place_of
from knowledge.corrections.wording import Doubt, doubts, shown
from knowledge.model import Header, Plan, Scheduled, Section, SectionKind, StoredPlan
from knowledge.patterns import later
from knowledge.versions import Changes, Preview, Version

PAGE_CHARS = 2800
TITLE_CHARS = 400
OUTLINE_LINES = 40
ITEM_CHARS = 100
QUOTE_CHARS = 500
WARNINGS = 40
PICTURES = 8
AMENDS = 11
_UNSURE = later(r"page (\d+), \d+ % sure: “")


@dataclass(frozen=True, slots=True)
class PreviewFrame:
    """number: of the upload; name: of its file; old: the short name of whose plan it would replace; note: what to say
    first, if anything; pictures: whether its pages can be shown; link: of a place that can be corrected, "" for the
    list of them."""

    number: int
    name: str
    old: str = ""
    note: str = ""
    pictures: bool = False
    link: Callable[[str], int] | None = None


def preview_screen(frame: PreviewFrame, found: Preview, today: date, page: int) -> Screen:
    """Return a page of the preview over the buttons that decide. A negative page counts from the end."""
    pages = split(_whole(frame, found, today), PAGE_CHARS)
    page = page % len(pages) if -len(pages) <= page < len(pages) else 0
    foot = screen_words.PAGE.format(page=page + 1, pages=len(pages)) if len(pages) > 1 else ""
    shown = doubted_pages(found) if frame.pictures else []
    told = [words.UPLOAD_PICTURES if shown else "", foot, words.UPLOAD_SAFE]
    body = join([pages[page], italic("\n".join(filter(None, told)))], "\n\n")
    rows = decisions(frame.number, instead=found.replacement is not None, new=found.new_id is not None)
    pictures = [button(words.UPLOAD_PICTURE.format(page=at), "up:i", frame.number, at) for at in shown]
    amends = _amends(frame, found, text_of(pages[page]), today) if frame.link else []
    turned = turns(page, len(pages) - 1, "up:p", frame.number)
    return screen(body, [turned, *in_rows(pictures, 4), *in_rows(amends, 3), *rows])


def _amends(frame: PreviewFrame, found: Preview, shown: str, today: date) -> list[Button]:
    """Return the buttons that correct: the header and all else, and each line in doubt and duty of this page."""
    if frame.link is None:
        return []
    lines = [
        (words.AMEND_LINE.format(number=number), doubt.place)
        for number, doubt in enumerate(doubts(found.stored.plan), 1)
        if _doubt(number, doubt) in shown
    ]
    duties = [
        (words.AMEND_DUTY.format(number=number), place_of(duty.deadline))
        for number, duty in enumerate(found.duties, 1)
        if f"{number}. {due_text(duty, today)}" in shown
    ]
    here = [button(text, "aa", frame.link(place)) for text, place in (*lines, *duties)]
    return [button(words.AMEND, "ac", frame.link("")), *here[:AMENDS]]


def _doubt(number: int, doubt: Doubt) -> str:
    """Tell a line that was read doubtfully, or that was corrected since."""
    if doubt.was is not None:
        told = wording_text(shown(doubt.words), doubt.was)
        return words.UPLOAD_DOUBT_SETTLED.format(number=number, page=doubt.page, told=told)
    line = shorten(shown(doubt.words), QUOTE_CHARS)
    return words.UPLOAD_DOUBT.format(number=number, page=doubt.page, sure=doubt.sure, words=line)


def doubted_pages(found: Preview) -> list[int]:
    """Return the pages, from 1, that a reader of the preview wants to see: of places in doubt, then of deadlines."""
    unsure = [int(match[1]) for warning in found.warnings if (match := _UNSURE.match(warning))]
    cited = (citation.start for duty in found.duties for citation in duty.deadline.citations[:1])
    due = [page for start in cited if (page := found.stored.plan.page_of(start))]
    return sorted(list(dict.fromkeys([*unsure, *due]))[:PICTURES])


def doubted_spans(found: Preview) -> list[tuple[int, int]]:
    """Return where the lines stand that were read doubtfully."""
    return [(doubt.start, doubt.end) for doubt in doubts(found.stored.plan)]


def decisions(number: int, *, instead: bool, new: bool) -> list[list[Button]]:
    """Return the buttons that decide on an upload: in place of the old version, as a new plan, not at all."""
    approve = [button(words.UPLOAD_APPROVE, "up:y", number)] if new else []
    replace = [button(words.UPLOAD_REPLACE, "up:r", number)] if instead else []
    return [[*approve, *replace], [button(words.UPLOAD_CANCEL, "up:x", number)]]


def counts_text(stored: StoredPlan) -> str:
    """Say how much of a plan was understood."""
    items = sum(section.kind is SectionKind.ITEM for section in stored.plan.walk())
    return words.PUT_COUNTS.format(
        sections=items, passages=len(stored.passages), duties=len(stored.facts.deadlines)
    )  # fmt: skip


def name_text(header: Header, plan_id: str) -> str:
    """Name a plan that has no unit yet."""
    return shorten(" ".join(filter(None, (header.doc_type, header.number, header.issuer))) or plan_id, 120)


def warning_lines(warnings: Sequence[str], doubted: Sequence[Doubt] = ()) -> list[str]:
    """Return what to look at in Vietnamese, lines in doubt by number; what the header says already is left out."""
    numbered = {doubt.warning: _doubt(number, doubt) for number, doubt in enumerate(doubted, 1)}
    told = (numbered.get(warning) or _warning(warning) for warning in warnings)
    return list(dict.fromkeys(filter(None, told)))


def _whole(frame: PreviewFrame, found: Preview, today: date) -> Rich:
    plan = found.stored.plan
    parts = [
        plain(frame.note),
        filled(words.UPLOAD_READ, name=frame.name),
        from_stars(_standing(found, frame.old)),
        _header(plan.header, today),
        _warnings(found),
        _changes(found, today),
        _outline(plan),
        _duties(found.duties, today),
    ]
    return join(parts, "\n\n")


def _standing(found: Preview, old: str) -> str:
    if found.replacement is None:
        return words.UPLOAD_NEW.format(plan=found.new_id)
    if found.new_id is None:
        return words.UPLOAD_REPLACES.format(unit=old, plan=found.replacement.key[0])
    return words.UPLOAD_SAME_NAME.format(unit=old, plan=found.replacement.key[0], new=found.new_id)


def _header(header: Header, today: date) -> Rich:
    title = " ".join(filter(None, (header.doc_type, header.title))) or words.UPLOAD_TITLE_NONE
    issued = screen_words.ISSUED.format(date=day_text(header.date)) if header.date else words.UPLOAD_DATE_NONE
    lines = [
        bold(shorten(title, TITLE_CHARS)),
        plain(screen_words.ISSUER.format(issuer=header.issuer or screen_words.NO_ISSUER)),
        plain(words.UPLOAD_PARENT.format(parent=header.parent) if header.parent else ""),
        plain(screen_words.NUMBER.format(number=header.number or screen_words.NO_NUMBER) + issued),
        plain(validity(header.period, today)),
        *map(plain, corrected_lines(header)),
    ]
    return join(lines, "\n")


def _warnings(found: Preview) -> Rich:
    header, plan = found.stored.plan.header, found.stored.plan
    empty = not (header.issuer or header.number or header.title) and not _items(plan)
    lines = warning_lines(found.warnings, doubts(plan))[:WARNINGS]
    listed = [from_stars(words.UPLOAD_WARNINGS_TITLE), *(plain(f"• {line}") for line in lines)] if lines else []
    return join([plain(words.UPLOAD_STRANGE if empty else ""), *listed], "\n")


def _warning(english: str) -> str:
    for pattern, told in words.UPLOAD_WARNINGS:
        match = re.fullmatch(pattern, english, re.DOTALL)
        if match:
            return shorten(told.format(*match.groups()), 300)
    return words.UPLOAD_WARNING_OTHER


def _changes(found: Preview, today: date) -> Rich:
    if found.replacement is None:
        return ()
    told = changes_text(found.replacement.changes, today, cited=True)
    return join([from_stars(words.CHANGES_TITLE), plain(told)], "\n")


def _items(plan: Plan) -> list[Section]:
    return [section for section in plan.walk() if section.kind is SectionKind.ITEM and section.number]


def _outline(plan: Plan) -> Rich:
    items = _items(plan)
    if not items:
        return ()
    titles = [(item.path, shorten(item.heading.text or item.body.text, ITEM_CHARS)) for item in items[:OUTLINE_LINES]]
    lines = [plain(f"{path}. {title}") for path, title in titles]
    if len(items) > OUTLINE_LINES:
        lines.append(italic(words.UPLOAD_OUTLINE_MORE.format(count=len(items) - OUTLINE_LINES)))
    return join([from_stars(words.UPLOAD_OUTLINE.format(count=len(items))), *lines], "\n")


def _duties(duties: Sequence[Scheduled], today: date) -> Rich:
    if not duties:
        return plain(words.UPLOAD_DUTIES_NONE)
    entries = [_duty(number, duty, today) for number, duty in enumerate(duties, 1)]
    return join([from_stars(words.UPLOAD_DUTIES.format(count=len(duties))), *entries], "\n\n")


def _duty(number: int, duty: Scheduled, today: date) -> Rich:
    """A duty beside the words that it was read from."""
    told = duty.deadline
    quote = one_line(" ".join(cited.quote for cited in told.citations))
    lines = [
        bold(f"{number}. {due_text(duty, today)}"),
        plain(what_text(told)),
        concat(italic(f"{told.section}: "), plain(f"“{shorten(quote, QUOTE_CHARS)}”")),
    ]
    return join(lines, "\n")


# ----------------------------------------------------------------------------------------------------- what has changed

LINES = 10
WHAT_CHARS = 140
WHEN_CHARS = 160


def changes_text(changes: Changes, today: date, most: int = LINES, *, cited: bool = False) -> str:
    """Return a line for each duty that is changed, gone or new, `most` of them, or the word that none is.

    cited: each time with the words of its version that say so.
    """
    lines = list(_lines(changes, today, cited))
    if not lines:
        return words.CHANGES_NONE
    rest = [words.CHANGES_MORE.format(count=len(lines) - most)] if len(lines) > most else []
    return "\n".join(lines[:most] + rest)


def due_text(duty: Scheduled, today: date) -> str:
    """Say when a duty is due next, or was last."""
    return when_text(duty, duty.next_day(today) or (duty.days[-1] if duty.days else None))


def _lines(changes: Changes, today: date, cited: bool) -> Iterator[str]:
    def when(duty: Scheduled) -> str:
        return _when(duty, today) + (_proof(duty) if cited else "")

    for before, after in changes.changed:
        line = words.CHANGE_WORDS if _when(before, today) == _when(after, today) else words.CHANGE_FROM_TO
        yield line.format(what=_what(after), old=when(before), new=when(after))
    for duty in changes.fresh:
        yield words.CHANGE_FRESH.format(what=_what(duty), new=when(duty))
    for duty in changes.gone:
        yield words.CHANGE_GONE.format(what=_what(duty), old=when(duty))


def _proof(duty: Scheduled) -> str:
    quote = one_line(" ".join(cited.quote for cited in duty.deadline.citations))
    return words.CHANGE_PROOF.format(section=duty.deadline.section, quote=shorten(quote, WHEN_CHARS)) if quote else ""


def _what(duty: Scheduled) -> str:
    period = duty.deadline.period or duty.deadline.recurrence
    told = words.CHANGE_PERIOD.format(period=period) if period else ""
    return shorten(what_text(duty.deadline), WHAT_CHARS) + told


def _when(duty: Scheduled, today: date) -> str:
    text = due_text(duty, today)
    return shorten(text[:1].lower() + text[1:], WHEN_CHARS)


# ------------------------------------------------------------------------------------------------------------- versions

PLANS_A_PAGE = 8
SHOWN = 10
"""Versions of one list, the newest ones."""


@dataclass(frozen=True, slots=True)
class VersionEntry:
    """A version in a list. number: its place, from 1; link: its number in buttons; since: in local time."""

    number: int
    link: int
    version: Version
    since: datetime | None


def plans_screen(plans: Sequence[tuple[int, str]], page: int) -> Screen:
    """Return a page of (link, name) of the plans as buttons."""
    shown, page, last = paged(plans, page, PLANS_A_PAGE)
    rows = in_rows([button(name, "v", link) for _, (link, name) in shown])
    return screen(from_stars(words.VERSIONS_CHOOSE), [*rows, turns(page, last, "vp")])


def versions_screen(unit: str, plan_id: str, entries: Sequence[VersionEntry], amend: int) -> Screen:
    """Return the versions with a button for each that doesn't serve, the newest last. amend: the link to correct it."""
    shown = entries[-SHOWN:]
    title = words.VERSIONS_TITLE.format(unit=unit, plan=plan_id, count=len(entries))
    lines = [_line(entry, plan_id) for entry in shown]
    only = plain(words.VERSION_ONE if len(entries) == 1 else "")
    others = [
        button(words.VERSION_OPEN.format(number=entry.number), "vo", entry.link)
        for entry in shown
        if not entry.version.live
    ]
    back = [button(words.AMEND, "ac", amend), button(words.VERSION_PLANS, "vp", 0)]
    return screen(join([from_stars(title), *lines, only], "\n\n"), [*in_rows(others, 3), back])


def back_screen(unit: str, plan: int, entry: VersionEntry, today: date) -> Screen:
    """Return what going back would change, over the buttons that decide. plan: the link of the live plan."""
    title = words.VERSION_BACK_TITLE.format(number=entry.number, unit=unit, since=_since(entry))
    told = plain(changes_text(entry.version.changes or Changes(), today, cited=True))
    body = join([from_stars(title), join([plain(words.VERSION_BACK_WHAT), told], "\n")], "\n\n")
    go, leave = button(words.VERSION_GO_BACK, "vb", entry.link), button(words.UPLOAD_CANCEL, "v", plan)
    return screen(body, [[go, leave]])


def _line(entry: VersionEntry, plan_id: str) -> Rich:
    version = entry.version
    live = words.VERSION_LIVE if version.live else ""
    counts = counts_text(version.stored)
    told = words.VERSION_LINE.format(number=entry.number, live=live, since=_since(entry), counts=counts)
    other = words.VERSION_ID.format(plan=version.key[0]) if version.key[0] != plan_id else ""
    return join([from_stars(told), plain(_differs(version.changes)), plain(other)], "\n")


def _differs(changes: Changes | None) -> str:
    if changes is None:
        return ""
    if not (changes.changed or changes.fresh or changes.gone):
        return words.CHANGES_NONE
    counts = {"changed": len(changes.changed), "fresh": len(changes.fresh), "gone": len(changes.gone)}
    return words.VERSION_DIFFERS.format(**counts)


def _since(entry: VersionEntry) -> str:
    if entry.since is None:
        return words.VERSION_SINCE_NONE
    return words.VERSION_SINCE.format(time=f"{entry.since:%H:%M}", day=day_text(entry.since.date()))


# ----------------------------------------------------------------------------------------------------------------- news


def news_screen(news: News, link: int, unit: str | None) -> Screen:
    """Return the news with the buttons that go on from them. link: the plan's; unit: its name, to offer it to a chat
    that has chosen another one, else None."""
    choose = [button(words.NEWS_CHOOSE.format(unit=unit), "d", link)] if unit else []
    rows = [[button(words.NEWS_OPEN, "hu", link)], choose, [button(words.NEWS_STOP, "nx")]]
    return screen(join([bold(news.title), plain(news.told)], "\n\n"), rows)


def stopped_screen() -> Screen:
    """Return the word that a chat is told no more, with the way back."""
    return screen(plain(words.NEWS_STOPPED), [way_back()])


def way_back() -> tuple[Button]:
    """Return the row with the button that turns the news on again."""
    return (button(words.NEWS_START, "ny"),)
