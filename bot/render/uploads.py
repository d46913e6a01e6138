"""What was read from a file, beside what it would take the place of -> Screen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot import wording
from bot.render.changes import changes_text, due_text
from bot.render.duties import day_text, what_text
from bot.render.lists import validity
from bot.render.rich import Rich, bold, concat, from_stars, italic, join, one_line, plain, shorten, split
from bot.render.screens import Button, Screen, button, screen
from knowledge.model import Header, Plan, Scheduled, Section, SectionKind, StoredPlan
from knowledge.versions import Preview

PAGE_CHARS = 2800
TITLE_CHARS = 400
OUTLINE_LINES = 40
ITEM_CHARS = 100
QUOTE_CHARS = 500
WARNINGS = 12


@dataclass(frozen=True, slots=True)
class PreviewFrame:
    """number: of the upload; name: of its file; old: the short name of whose plan it would replace; note: what to say
    first, if anything."""

    number: int
    name: str
    old: str = ""
    note: str = ""


def preview_screen(frame: PreviewFrame, found: Preview, today: date, page: int) -> Screen:
    """Return a page of the preview over the buttons that decide. A negative page counts from the end."""
    pages = split(_whole(frame, found, today), PAGE_CHARS)
    page = page % len(pages) if -len(pages) <= page < len(pages) else 0
    foot = wording.PAGE.format(page=page + 1, pages=len(pages)) if len(pages) > 1 else ""
    body = join([pages[page], italic("\n".join(filter(None, [foot, wording.UPLOAD_SAFE])))], "\n\n")
    rows = decisions(frame.number, instead=found.replacement is not None, new=found.new_id is not None)
    return screen(body, [_turns(frame.number, page, len(pages)), *rows])


def decisions(number: int, *, instead: bool, new: bool) -> list[list[Button]]:
    """Return the buttons that decide on an upload: in place of the old version, as a new plan, not at all."""
    approve = [button(wording.UPLOAD_APPROVE, "up:y", number)] if new else []
    replace = [button(wording.UPLOAD_REPLACE, "up:r", number)] if instead else []
    return [[*approve, *replace], [button(wording.UPLOAD_CANCEL, "up:x", number)]]


def counts_text(stored: StoredPlan) -> str:
    """Say how much of a plan was understood."""
    items = sum(section.kind is SectionKind.ITEM for section in stored.plan.walk())
    return wording.PUT_COUNTS.format(
        sections=items, passages=len(stored.passages), duties=len(stored.facts.deadlines)
    )  # fmt: skip


def name_text(header: Header, plan_id: str) -> str:
    """Name a plan that has no unit yet."""
    return shorten(" ".join(filter(None, (header.doc_type, header.number, header.issuer))) or plan_id, 120)


def warning_lines(warnings: Sequence[str]) -> list[str]:
    """Return what to look at in Vietnamese; what the header says already is left out."""
    return list(dict.fromkeys(filter(None, map(_warning, warnings))))


def _whole(frame: PreviewFrame, found: Preview, today: date) -> Rich:
    plan = found.stored.plan
    parts = [
        plain(frame.note),
        from_stars(wording.UPLOAD_READ.format(name=frame.name)),
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
        return wording.UPLOAD_NEW.format(plan=found.new_id)
    if found.new_id is None:
        return wording.UPLOAD_REPLACES.format(unit=old, plan=found.replacement.key[0])
    return wording.UPLOAD_SAME_NAME.format(unit=old, plan=found.replacement.key[0], new=found.new_id)


def _header(header: Header, today: date) -> Rich:
    title = " ".join(filter(None, (header.doc_type, header.title))) or wording.UPLOAD_TITLE_NONE
    issued = wording.ISSUED.format(date=day_text(header.date)) if header.date else wording.UPLOAD_DATE_NONE
    lines = [
        bold(shorten(title, TITLE_CHARS)),
        plain(wording.ISSUER.format(issuer=header.issuer or wording.NO_ISSUER)),
        plain(wording.UPLOAD_PARENT.format(parent=header.parent) if header.parent else ""),
        plain(wording.NUMBER.format(number=header.number or wording.NO_NUMBER) + issued),
        plain(validity(header.period, today)),
    ]
    return join(lines, "\n")


def _warnings(found: Preview) -> Rich:
    header, plan = found.stored.plan.header, found.stored.plan
    empty = not (header.issuer or header.number or header.title) and not _items(plan)
    lines = warning_lines(found.warnings)[:WARNINGS]
    listed = [from_stars(wording.UPLOAD_WARNINGS_TITLE), *(plain(f"• {line}") for line in lines)] if lines else []
    return join([plain(wording.UPLOAD_STRANGE if empty else ""), *listed], "\n")


def _warning(english: str) -> str:
    for pattern, told in wording.UPLOAD_WARNINGS:
        match = re.fullmatch(pattern, english, re.DOTALL)
        if match:
            return shorten(told.format(*match.groups()), 300)
    return wording.UPLOAD_WARNING_OTHER


def _changes(found: Preview, today: date) -> Rich:
    if found.replacement is None:
        return ()
    told = changes_text(found.replacement.changes, today)
    return join([from_stars(wording.CHANGES_TITLE), plain(told)], "\n")


def _items(plan: Plan) -> list[Section]:
    return [section for section in plan.walk() if section.kind is SectionKind.ITEM and section.number]


def _outline(plan: Plan) -> Rich:
    items = _items(plan)
    if not items:
        return ()
    lines = [plain(f"{item.path}. {_title(item)}") for item in items[:OUTLINE_LINES]]
    if len(items) > OUTLINE_LINES:
        lines.append(italic(wording.UPLOAD_OUTLINE_MORE.format(count=len(items) - OUTLINE_LINES)))
    return join([from_stars(wording.UPLOAD_OUTLINE.format(count=len(items))), *lines], "\n")


def _title(item: Section) -> str:
    return shorten(item.heading.text or item.body.text, ITEM_CHARS)


def _duties(duties: Sequence[Scheduled], today: date) -> Rich:
    if not duties:
        return plain(wording.UPLOAD_DUTIES_NONE)
    entries = [_duty(number, duty, today) for number, duty in enumerate(duties, 1)]
    return join([from_stars(wording.UPLOAD_DUTIES.format(count=len(duties))), *entries], "\n\n")


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


def _turns(number: int, page: int, pages: int) -> list[Button]:
    turns = [button(wording.NEWER, "up:p", number, page - 1)] if page > 0 else []
    return [*turns, button(wording.OLDER, "up:p", number, page + 1)] if page + 1 < pages else turns
