"""Another value in place of what was read, in plans that serve and in a file before approval. Synchronous.

A correction's link names the plan or upload, then the place in it, then the value that was typed and the one that it
was shown beside; the correction itself is the library's, so that it holds wherever the document comes in.
"""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.ports import Followed
from bot.publishing import PLAN, UPLOAD, Event, Followers, Publishing, failure, spot_name, words
from bot.publishing.screens import due_text
from bot.publishing.store import UploadStore
from bot.resources import Resources
from bot.screen import (
    Button,
    Rich,
    Screen,
    Stale,
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
    turns,
)
from bot.screen import words as screen_words
from bot.screen.duties import field_text, what_text
from knowledge.corrections import FIELDS, REMOVED, UNDATED, as_text, place_of
from knowledge.corrections.wording import Doubt, doubts, is_wording, shown
from knowledge.errors import CorrectionError, KnowledgeError
from knowledge.model import Header, RawDocument, Scheduled, StoredPlan
from knowledge.patterns import later
from knowledge.text import fold
from knowledge.versions import Published, compare, duties_of, same_document

log = logging.getLogger(__name__)

PLACES_A_PAGE = 8
QUOTE = 600
AROUND = 200
_SAVING = threading.Lock()  # between looking what holds and putting something else there


@dataclass(frozen=True, slots=True)
class Spot:
    """What a link names. kind: UPLOAD or PLAN; of: its number or id; place: as `knowledge.corrections` names it, ""
    for the whole; said: the value, None where what was read is to hold again or nothing was said yet; seen: what held
    when it was shown, as `_held` has it, None while it wasn't."""

    kind: str
    of: str
    place: str = ""
    said: str | None = None
    seen: str | None = None


@dataclass(frozen=True, slots=True)
class Amending:
    """Corrections of what was read."""

    resources: Resources
    followed: Followed

    @property
    def _store(self) -> UploadStore:
        return self.resources.store(UploadStore)

    def places(self, link: int, page: int = 0) -> Screen:
        """Return the places of a plan or a sent file that can be corrected."""
        spot = self._spot(link)
        stored, names = self._stored(spot), []
        for name in FIELDS:
            names.append((name, f"{words.AMEND_FIELDS[name]}: {_shown(stored.plan.header, name)}"))
        for number, doubt in enumerate(doubts(stored.plan), 1):
            told = words.AMEND_LINE_PLACE.format(number=number, page=doubt.page, words=_line(doubt))
            names.append((doubt.place, shorten(told, 200)))
        for number, duty in enumerate(stored.facts.deadlines, 1):
            names.append((place_of(duty), f"{number}. {what_text(duty)}"))
        shown, page, last = paged(names, page, PLACES_A_PAGE)
        rows = [[button(text, "aa", self._link(spot, place))] for _, (place, text) in shown]
        title = filled(words.AMEND_CHOOSE, name=shorten(self._name(spot), 100))
        return screen(title, [*rows, turns(page, last, "ac", link)])

    def ask(self, admin: int, link: int) -> Screen:
        """Show a place beside its source, and ask for another value of it."""
        spot = self._spot(link)
        stored = self._stored(spot)
        self._store.amend(admin, link)
        duty = self._duty(stored, spot.place)
        lines = [bold(words.AMEND_TITLE), *self._now(stored, spot.place, duty), plain(self._asked(spot.place))]
        rows: list[Sequence[Button]] = []
        answers: tuple[tuple[str, str], ...] = ()
        if duty is not None:
            answers = ((UNDATED, words.AMEND_UNDATED), (REMOVED, words.AMEND_REMOVED))
        elif doubt := _doubt(stored, spot.place):
            answers = ((REMOVED, words.AMEND_LINE_REMOVED),)
            if spot.kind == UPLOAD and self._store.file(int(spot.of)) is not None:
                rows.append([button(words.UPLOAD_PICTURE.format(page=doubt.page), "up:i", int(spot.of), doubt.page)])
        rows += in_rows([button(text, "av", self._link(spot, spot.place, said)) for said, text in answers], 1)
        if self._is_corrected(stored, spot.place):
            rows.append([button(words.AMEND_UNDO, "av", self._link(spot, spot.place, None))])
        return screen(join(lines, "\n"), [*rows, [button(words.AMEND_LEAVE, "ax")]])

    def put_aside(self, admin: int, text: str) -> Screen | None:
        """Say that what was asked for still waits, when an administrator asks something instead; None otherwise."""
        if self._store.amended(admin) is None or not _asks(text):
            return None
        return screen(plain(words.AMEND_WAITS), [[button(words.AMEND_LEAVE, "ax")]])

    def typed(self, admin: int, text: str) -> Screen | None:
        """Take an administrator's words as the value that was asked for; None when nothing was."""
        link = self._store.amended(admin)
        if link is None:
            return None
        spot = self._spot(link)
        return self._shown(Spot(spot.kind, spot.of, spot.place, " ".join(text.split())))

    def chosen(self, link: int) -> Screen:
        """Show what a value that a button names would change."""
        return self._shown(self._spot(link))

    def save(self, admin: int, link: int) -> Screen:
        """Keep the value; those who follow the plans go along."""
        spot, library = self._spot(link), self.resources.library
        before = {stored.plan_id: stored for stored in library.plans()}
        try:
            with _SAVING:
                if self._is_outdated(spot):
                    return self._shown(spot, words.AMEND_CHANGED)
                library.correct(self._target(spot), spot.place, spot.said, keep=True)
        except CorrectionError:
            raise Stale(words.AMEND_GONE) from None
        except KnowledgeError as error:
            log.error("a correction was not kept: %s", error)
            return screen(plain(failure(error)), [[button(words.AMEND_SAVE, "as", link)]])
        self._store.amend(admin, None)
        followers = Followers(self.resources, self.followed)
        told = sum(followers.follow(each, Event.AMENDED, admin) for each in self._changed(before))
        said = words.AMENDED_BACK if spot.said is None else words.AMENDED
        if spot.kind == UPLOAD:
            return Publishing(self.resources, self.followed).page(int(spot.of), 0, said)
        news = words.AMENDED_TOLD.format(count=told) if told else ""
        return screen(from_stars(" ".join(filter(None, (said, news)))))

    def left(self, admin: int) -> None:
        """Forget what was asked for."""
        self._store.amend(admin, None)

    # ------------------------------------------------------------------------------------------------- internal

    def _is_outdated(self, spot: Spot) -> bool:
        """Tell whether neither what was shown nor the value itself holds any more."""
        held = _held(self._stored(spot), spot.place)
        return held != spot.seen and held != _held(self._with(spot), spot.place)

    def _with(self, spot: Spot) -> StoredPlan:
        """Return what the plan or file would be. Raises CorrectionError."""
        return self.resources.library.correct(self._target(spot), spot.place, spot.said, keep=False).stored

    def _shown(self, spot: Spot, note: str = "") -> Screen:
        """Return what was read, what would hold, and the words of the plan, over the buttons that decide."""
        old = self._stored(spot)
        try:
            new = self._with(spot)
        except CorrectionError:
            return screen(plain(self._asked(spot.place, words.AMEND_UNREAD)), [[button(words.AMEND_LEAVE, "ax")]])
        duty, after = self._duty(old, spot.place), self._duty(new, spot.place)
        if spot.place in FIELDS:
            now = _shown(new.plan.header, spot.place)
        elif (doubt := _doubt(new, spot.place)) is not None:
            now = _line(doubt)
        else:
            now = self._when(after) if after else words.AMEND_NO_DUTY
        lines = [plain(note), *self._now(old, spot.place, duty), filled(words.AMEND_AFTER, value=now)]
        if spot.kind == UPLOAD and any(each.plan.source_text != old.plan.source_text for each in self._same(old)):
            lines.append(italic(words.AMEND_LIVE_TOO))
        save = button(words.AMEND_SAVE, "as", self._link(spot, spot.place, spot.said, _held(old, spot.place)))
        again = button(words.AMEND_AGAIN, "aa", self._link(spot, spot.place))
        return screen(join(lines, "\n"), [[save, again], [button(words.AMEND_LEAVE, "ax")]])

    def _now(self, stored: StoredPlan, place: str, duty: Scheduled | None) -> Iterator[Rich]:
        """Yield what holds now, and the words of the plan that it was read from."""
        header, source = stored.plan.header, stored.plan.source_text
        if place in FIELDS:
            yield filled(words.AMEND_BEFORE, value=f"{words.AMEND_FIELDS[place]}: {_shown(header, place)}")
            span = header.spans.get(place) or (header.spans.get("title") if place == "period" else None)
            quote, where = (source[span.start : span.end], words.AMEND_HEADER) if span else ("", "")
        elif (doubt := _doubt(stored, place)) is not None:
            yield plain(words.AMEND_LINE_SURE.format(page=doubt.page, sure=doubt.sure))
            yield filled(words.AMEND_BEFORE, value=_line(doubt))
            around = max(0, doubt.start - AROUND), doubt.end + AROUND
            quote, where = f"… {source[slice(*around)]} …", words.AMEND_AROUND
        elif duty is not None:
            yield plain(what_text(duty.deadline))
            yield filled(words.AMEND_BEFORE, value=self._when(duty))
            quote, where = " … ".join(cited.quote for cited in duty.deadline.citations), duty.deadline.section
        elif any(each.place == place for each in self.resources.library.corrections()):
            yield filled(words.AMEND_BEFORE, value=words.AMEND_NO_DUTY)
            quote, where = "", ""
        else:
            raise Stale(words.AMEND_GONE)
        if quote:
            yield concat(italic(f"{where}: "), plain(f"“{shorten(one_line(quote), QUOTE)}”"))
        else:
            yield plain(words.AMEND_SILENT)

    def _when(self, duty: Scheduled) -> str:
        return due_text(duty, self.resources.library.today())

    def _asked(self, place: str, before: str = "") -> str:
        how = words.AMEND_HOW_LINE if is_wording(place) else words.AMEND_HOW.get(place, words.AMEND_HOW_DUTY)
        return " ".join(filter(None, (before, how)))

    def _is_corrected(self, stored: StoredPlan, place: str) -> bool:
        duty, doubt = self._duty(stored, place), _doubt(stored, place)
        if doubt is not None:
            return doubt.was is not None
        return place in stored.plan.header.corrected or (duty is not None and duty.deadline.corrected is not None)

    def _duty(self, stored: StoredPlan, place: str) -> Scheduled | None:
        duties = duties_of(stored, self.resources.library.today())
        return next((duty for duty in duties if place_of(duty.deadline) == place), None)

    def _spot(self, link: int) -> Spot:
        """Raises Stale for a link that is of something else."""
        try:
            mark, kind, of, place, *said = json.loads(self.resources.state.linked(link) or "")
        except (ValueError, TypeError):
            raise Stale(screen_words.STALE_BUTTON) from None
        if mark != "amend":
            raise Stale(screen_words.STALE_BUTTON)
        return Spot(kind, of, place, *said)

    def _link(self, spot: Spot, place: str, *said: str | None) -> int:
        return self.resources.state.link(spot_name(spot.kind, spot.of, place, *said))

    def _target(self, spot: Spot) -> str | RawDocument:
        if spot.kind == PLAN:
            return spot.of
        upload = self._store.get(int(spot.of))
        if upload is None or upload.document is None:
            raise Stale(words.AMEND_DECIDED)
        return upload.document

    def _stored(self, spot: Spot) -> StoredPlan:
        target = self._target(spot)
        if isinstance(target, RawDocument):
            return self.resources.library.preview(target).stored
        stored = self.resources.library.plan(target)
        if stored is None:
            raise Stale(screen_words.UNIT_GONE)
        return stored

    def _name(self, spot: Spot) -> str:
        if spot.kind == PLAN:
            return self.resources.name_of(spot.of)
        upload = self._store.get(int(spot.of))
        return upload.name if upload else ""

    def _same(self, stored: StoredPlan) -> list[StoredPlan]:
        plans, header = self.resources.library.plans(), stored.plan.header
        return [each for each in plans if same_document(each.plan.header, header)]

    def _changed(self, before: dict[str, StoredPlan]) -> Iterator[Published]:
        """Yield the live plans in whose duties something is otherwise than before."""
        today = self.resources.library.today()
        for stored in self.resources.library.plans():
            old = before.get(stored.plan_id)
            if old is not None and old.facts.deadlines != stored.facts.deadlines:
                changes = compare(duties_of(old, today), duties_of(stored, today))
                yield Published(stored, stored.plan_id, changes)


def _held(stored: StoredPlan, place: str) -> str:
    """Return what holds at a place, to compare."""
    if place in FIELDS:
        return as_text(stored.plan.header, place) or ""
    if (doubt := _doubt(stored, place)) is not None:
        return " ".join(doubt.words.split()) or REMOVED
    duty = next((each for each in stored.facts.deadlines if place_of(each) == place), None)
    return (duty.stated or duty.within or UNDATED) if duty else REMOVED


def _shown(header: Header, name: str) -> str:
    return shorten(field_text(header, name) or words.AMEND_NONE, 200)


def _doubt(stored: StoredPlan, place: str) -> Doubt | None:
    found = doubts(stored.plan) if is_wording(place) else ()
    return next((each for each in found if each.place == place), None)


def _line(doubt: Doubt) -> str:
    """Return the words of a line as they stand now, for people."""
    return shown(doubt.words) or words.AMEND_LINE_NONE


_ASKING = later(
    r"\b(?:khi nao|bao (?:gio|lau|nhieu)|the nao|(?:la|lam|nop|gom) (?:nhung )?gi|cho ai|ai ky|o dau|may ngay"
    r"|(?:ngay|thang|don vi|van ban|ke hoach) (?:nao|may)|(?:dung|phai|duoc) khong)\b"
)


def _asks(text: str) -> bool:
    """Tell whether words that were typed for a value are a question."""
    return text.rstrip().endswith(("?", "？")) or _ASKING.search(fold(text)) is not None
