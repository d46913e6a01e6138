"""Which version of a plan serves, and the way back to an earlier one. Synchronous."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass

from bot.ports import Followed
from bot.publishing import PLAN, Event, Gauge, Publishing, failure, spot_name, words
from bot.publishing.screens import VersionEntry, back_screen, plans_screen, versions_screen
from bot.resources import Resources
from bot.screen import Screen, Stale, button, plain, screen
from bot.screen import words as screen_words
from knowledge.errors import CollectionChanged, KnowledgeError
from knowledge.versions import Version

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PlanVersions:
    """Which version of a plan serves."""

    resources: Resources
    followed: Followed

    def plans(self, page: int = 0) -> Screen:
        """Return a page of the plans to choose from."""
        return self._choice([stored.plan_id for stored in self.resources.library.plans()], page)

    def asked(self, typed: str) -> Screen:
        """Return the versions of the one plan whose unit was typed, else the plans to choose from."""
        found = list(self.resources.library.find_units(typed)) if typed else []
        if len(found) == 1:
            return self._listed(found[0])
        return self._choice(found, 0) if found else self.plans()

    def listed(self, link: int) -> Screen:
        """Return the versions of the plan behind a button. Raises Stale when it is gone."""
        return self._listed(self.resources.plan_behind(link))

    def opened(self, link: int) -> Screen:
        """Return what going back to a version would change. Raises Stale when it serves, or is none any more."""
        plan_id, entry = self._find(link)
        return back_screen(
            self.resources.name_of(plan_id), self.resources.state.link(plan_id), entry, self.resources.library.today()
        )

    def title(self, link: int) -> str:
        """Return the name of whose version is behind a button. Raises Stale as `opened` does."""
        return self.resources.name_of(self._find(link)[0])

    def back(self, link: int, gauge: Gauge, by: int) -> Screen:
        """Go back to a version and say what came of it. by: the chat that said so."""
        began = time.monotonic()
        plan_id, entry = self._find(link)
        live = next(version for version in self.resources.library.versions(plan_id) if version.live)
        document = self.resources.library.document(entry.version.key)
        if document is None:
            raise Stale(words.VERSION_GONE)
        try:
            published = self.resources.library.put_document(document, live.key, gauge.note)
        except CollectionChanged:
            return screen(plain(words.VERSION_GONE))
        except KnowledgeError as error:
            log.error("a version did not go in: %s", error)
            return screen(plain(failure(error)), [[button(words.VERSION_GO_BACK, "vb", link)]])
        return Publishing(self.resources, self.followed).put_in(published, Event.BACK, by, began)

    def _choice(self, plan_ids: Sequence[str], page: int) -> Screen:
        return plans_screen(
            [(self.resources.state.link(plan_id), self.resources.name_of(plan_id)) for plan_id in plan_ids], page
        )

    def _listed(self, plan_id: str) -> Screen:
        entries = self._entries(plan_id, self.resources.library.versions(plan_id))
        amend = self.resources.state.link(spot_name(PLAN, plan_id))
        return versions_screen(self.resources.name_of(plan_id), plan_id, entries, amend)

    def _find(self, link: int) -> tuple[str, VersionEntry]:
        """Return the live plan and the version behind a button."""
        plan_id, key = _parts(self.resources.state.linked(link))
        entries = self._entries(plan_id, self.resources.library.versions(plan_id))
        entry = next((entry for entry in entries if entry.version.key == key), None)
        if entry is None:
            raise Stale(words.VERSION_GONE)
        if entry.version.live:
            raise Stale(words.VERSION_IS_LIVE)
        return plan_id, entry

    def _entries(self, plan_id: str, versions: Sequence[Version]) -> list[VersionEntry]:
        zone = self.resources.library.now().tzinfo
        return [
            VersionEntry(
                number,
                self.resources.state.link(json.dumps([plan_id, *version.key])),
                version,
                version.since.astimezone(zone) if version.since else None,
            )
            for number, version in enumerate(versions, 1)
        ]


def _parts(name: str | None) -> tuple[str, tuple[str, str]]:
    """Return the live plan's id and the version's key. Raises Stale for a link that is of something else."""
    try:
        plan_id, held, sha256 = map(str, json.loads(name or ""))
    except (ValueError, TypeError):
        raise Stale(screen_words.STALE_BUTTON) from None
    return plan_id, (held, sha256)
