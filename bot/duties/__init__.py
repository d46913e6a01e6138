"""/han: what the plans ask for and when, with sources and calendar files. Synchronous."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.agenda import Agenda, Days, can_remind
from bot.duties import screens
from bot.duties.calendars import Dates, Feeds, Time, calendar_file, feed_address
from bot.resources import Resources
from bot.screen import File, Screen, Stale, plain, screen, shorten
from bot.screen import words as screen_words
from bot.screen.answers import passage_screen
from bot.screen.duties import place_text, validity, what_text, when_text
from knowledge.model import Scheduled
from knowledge.text import normalize

SUMMARY = 90
"""Characters of what is to be done in an event's title."""
QUARTER = 92
"""Days that a quarter has at most."""
MOST_YEARS = 3


@dataclass(frozen=True, slots=True)
class Duties:
    """What is due when, as screens and files."""

    resources: Resources

    @property
    def _agenda(self) -> Agenda:
        return Agenda(self.resources)

    def page(self, chat_id: int, page: int = 0) -> Screen:
        """Return a page of every duty: the chat's unit first, then all, by date, undated ones last."""
        own = self.resources.unit(chat_id)
        unit = self.resources.name_of(own) if own else None
        feed = self.resources.state.link(own) if own and self._may_subscribe(chat_id) else None
        return screens.duties_screen(self._agenda.entries(own), unit, self.resources.library.today(), page, feed=feed)

    def named(self, chat_id: int, text: str) -> Screen:
        """Answer what was typed after /han: words of time, a unit, both or nothing."""
        text = normalize(text).strip()
        plans = self.resources.library.find_units(text)
        within = self._days_meant(text, plans)
        links = [self.resources.state.link(plan_id) for plan_id in plans]
        span = tuple(day.toordinal() for day in within) if within else ()
        if len(links) > 1:
            names = [self.resources.name_of(plan_id) for plan_id in plans]
            return screens.choice_screen(dict(zip(names, links, strict=True)), span)
        if within is not None:
            return self.page_within(chat_id, *span, *(links or (0,)))
        if links:
            return self.page_of(chat_id, links[0])
        known = not text or self.resources.means_every(text)
        return self.page(chat_id) if known else screens.unknown_screen(text)

    def _days_meant(self, text: str, plans: Sequence[str]) -> Days | None:
        """Return the days that words name; a month without a year is this year's, over or not, unless only the coming
        one has a date."""
        this_year = self.resources.library.days_of(text, coming=False)
        coming = self.resources.library.days_of(text)
        if this_year is None or coming is None or this_year == coming or self._has_dates(this_year, plans):
            return this_year
        return coming if self._has_dates(coming, plans) else this_year

    def _has_dates(self, within: Days, plans: Sequence[str]) -> bool:
        only: Sequence[str | None] = plans or (None,)
        return any(self._agenda.entries(None, plan_id, within) for plan_id in only)

    def page_within(self, chat_id: int, first: int, last: int, only: int, page: int = 0) -> Screen:
        """Return a page of the duties that fall due from one day to another (ordinals), of one plan (the number of its
        link) or (0) of all. Raises Stale when that plan is gone."""
        plan_id = self.resources.plan_behind(only) if only else None
        highest = date.max.toordinal()
        within = (date.fromordinal(min(max(first, 1), highest)), date.fromordinal(min(max(last, 1), highest)))
        own = plan_id or self.resources.unit(chat_id)
        unit = self.resources.name_of(own) if own else None
        today = self.resources.library.today()
        entries = self._agenda.entries(own, plan_id, within)
        return screens.within_screen(entries, unit, today, page, within, only, self._other_years(within, plan_id))

    def _other_years(self, within: Days, plan_id: str | None) -> list[Days]:
        """Return the same month or quarter of the nearest other years in which something falls due."""
        first, last = within
        if first.day != 1 or (last - first).days > QUARTER or last.day != monthrange(last.year, last.month)[1]:
            return []
        years = {day.last.year for duty in self.resources.library.schedule(plan_id) for day in duty.days} - {first.year}
        nearest = sorted(years, key=lambda year: (abs(year - first.year), year))
        same = [_in_year(within, year) for year in nearest]
        return sorted([days for days in same if self._agenda.entries(None, plan_id, days)][:MOST_YEARS])

    def card(self, chat_id: int, link: int, page: int = 0) -> Screen:
        """Open one duty; page: of the list to go back to. Raises Stale when its plan no longer states it so."""
        duty = self._agenda.duty(link)
        entry, now = self._agenda.entry(duty, self.resources.unit(chat_id)), self.resources.library.now()
        return screens.card_screen(entry, self.resources.library.today(), page, remind=can_remind(duty, now))

    def page_of(self, chat_id: int, link: int, page: int = 0) -> Screen:
        """Return a page of the duties of one plan. Raises Stale when it is gone."""
        plan_id = self.resources.plan_behind(link)
        unit = self.resources.name_of(plan_id)
        entries, today = self._agenda.entries(plan_id, plan_id), self.resources.library.today()
        return screens.duties_screen(
            entries, unit, today, page, link, feed=link if self._may_subscribe(chat_id) else None
        )

    # ------------------------------------------------------------------------------------------- sources

    def source(self, link: int) -> Screen:
        """Open the passage that states the duty, its words marked."""
        duty = self._agenda.duty(link)
        cited = duty.deadline.citations
        passage = self.resources.library.passage_at(duty.deadline.plan_id, cited[0].start) if cited else None
        if passage is None:
            raise Stale(screen_words.PASSAGE_GONE)
        return self._passage(link, duty, passage.id, 0)

    def passage(self, link: int, passage_link: int, page: int) -> Screen:
        """Turn to another passage or page of the duty's plan."""
        passage_id = self.resources.named(passage_link)
        return self._passage(link, self._agenda.duty(link), passage_id, page)

    def _passage(self, link: int, duty: Scheduled, passage_id: str, page: int) -> Screen:
        passage = self.resources.library.passage(passage_id)
        if passage is None or passage.plan_id != duty.deadline.plan_id:
            raise Stale(screen_words.PASSAGE_GONE)
        frame = replace(self.resources.frame(passage, link, self._agenda.unit_of(duty)), turn="hn")
        spans = [(citation.start, citation.end) for citation in duty.deadline.citations]
        return passage_screen(passage, spans, frame, page)

    # ----------------------------------------------------------------------------------------- calendars

    def file(self, link: int) -> File:
        """Return the calendar of one duty."""
        duty = self._agenda.duty(link)
        return self._file([duty], f"han-{link}.ics")

    def file_of_all(self, chat_id: int, *, own: bool) -> File:
        """Return the calendar of every dated duty, or of those of the chat's unit."""
        unit = self.resources.unit(chat_id) if own else None
        if own and unit is None:
            raise Stale(screen_words.UNIT_GONE)
        return self._file(self.resources.library.schedule(unit), "han-don-vi.ics" if own else "han-tat-ca.ics")

    def _may_subscribe(self, chat_id: int) -> bool:
        """Tell whether a chat is a person's own, and there is a reading room that calendars are fetched from."""
        return chat_id > 0 and self.resources.settings.web_url is not None

    def subscription(self, person: int, link: int) -> Screen:
        """Show a person their address of a plan's calendar, made now if they have none. Raises Stale."""
        feeds = self.resources.store(Feeds)
        return self._subscribed(feeds.secret_of(person) or feeds.renew(person), link)

    def resubscription(self, person: int, link: int) -> Screen:
        """Give a person another address; the one before ends. Raises Stale."""
        self._plan_to_subscribe(link)
        return self._subscribed(self.resources.store(Feeds).renew(person), link, screens.FEED_CHANGED)

    def unsubscribe(self, person: int) -> Screen:
        """End a person's addresses."""
        self.resources.store(Feeds).give_up(person)
        return screen(plain(screens.FEED_GIVEN_UP))

    def _subscribed(self, secret: str, link: int, note: str = "") -> Screen:
        root, plan_id = self._plan_to_subscribe(link)
        return screens.feed_screen(self.resources.name_of(plan_id), feed_address(root, secret, plan_id), link, note)

    def _plan_to_subscribe(self, link: int) -> tuple[str, str]:
        """Return the reading room and the plan behind a link. Raises Stale when either is gone."""
        root = self.resources.settings.web_url
        if root is None:
            raise Stale(screens.FEED_NONE)
        return root, self.resources.plan_behind(link)

    def feed(self, plan_id: str) -> bytes:
        """Return a plan's calendar for those who subscribe to it. Raises Stale when the plan is gone.

        An event keeps the name of its duty's first version, as it was read, so that another date moves it; what the
        plan no longer asks for, by its words or an administrator's, is cancelled.
        """
        versions = self.resources.library.versions(plan_id)
        live = next((version for version in versions if version.live), None)
        if live is None:
            raise Stale(screen_words.UNIT_GONE)
        earlier = [version.changes for version in versions if version.changes is not None]
        first: dict[str, str] = {}
        for changes in earlier:
            for now, before in (*changes.kept, *changes.changed):
                first.setdefault(_as_read(now), _as_read(before))
        duties = {_as_read(duty): duty for duty in self.resources.library.schedule(plan_id) if duty.days}
        named = {first.get(key, key): duty for key, duty in duties.items()}
        fresh = [duty for changes in earlier for duty in changes.fresh]
        void = {_as_read(duty): duty for duty in [*fresh, *self.resources.library.withdrawn(plan_id)] if duty.days}
        held = [self._dates(duty, uid) for uid, duty in named.items()]
        gone = [self._dates(duty, first.get(key, key), void=True) for key, duty in void.items() if key not in named]
        revised = len(earlier) + self.resources.library.changes_of_corrections()
        return calendar_file([*held, *gone], self.resources.library.now(), revised)

    def _file(self, duties: Sequence[Scheduled], name: str) -> File:
        dated = {duty.key: self._dates(duty) for duty in duties if duty.days}
        if not dated:
            raise Stale(screens.FILE_EMPTY)
        content = calendar_file(list(dated.values()), self.resources.library.now())
        return File(name, content, screens.FILE_CAPTION.format(count=len(dated)))

    def _dates(self, duty: Scheduled, key: str | None = None, *, void: bool = False) -> Dates:
        unit = self._agenda.unit_of(duty)
        what = what_text(duty.deadline)
        below = [place_text(duty, unit), validity(duty.period, self.resources.library.today())]
        below += [f"“{' '.join(citation.quote.split())}”" for citation in duty.deadline.citations]
        times = tuple(
            Time(day, duty.deadline.worked(day), "\n".join([what, when_text(duty, day), *below])) for day in duty.days
        )
        summary = screens.EVENT.format(what=shorten(what, SUMMARY), place=place_text(duty, unit))
        return Dates(key or duty.key, summary, times, void)


def _in_year(within: Days, year: int) -> Days:
    first, last = within
    return first.replace(year=year), date(year, last.month, monthrange(year, last.month)[1])


def _as_read(duty: Scheduled) -> str:
    """Return the key of a duty before an administrator gave it another time."""
    was = duty.deadline.corrected
    return was.key if was else duty.key
