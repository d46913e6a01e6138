"""The calendar that stays subscribed: its events over the versions of a plan, and who may have it."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from sqlalchemy import update
from starlette.testclient import TestClient

from bot.access import Access, reader_of
from bot.duties.calendars import BROWSERS, Feeds, feed_address
from bot.memory import now
from bot.memory.rows import FEED_DAYS, Feed
from bot.privacy import Retention
from bot.resources import Resources
from bot.settings import BotSettings
from bot.web.agenda import AgendaPages
from bot.web.app import build_app
from knowledge.corrections import REMOVED, UNDATED, place_of
from knowledge.library import Library
from tests.bot.memory import memory
from tests.bot.sent_plans import NAME, Clock, plan
from tests.bot.web.pages import page, read
from tests.conftest import settings_for

PLAN_ID = NAME.removesuffix(".txt")
MODELS = "Các đoàn thể đăng ký mô hình “Dân vận khéo” về Ủy ban nhân dân xã trước ngày 20/12/2026."


@pytest.fixture
def communes(data: Path, tmp_path: Path) -> Iterator[Resources]:
    with Library.open(settings_for(data), clock=Clock()) as library:
        state = memory(tmp_path)
        yield Resources(library, state, BotSettings(_env_file=None, messages_per_minute=0))  # type: ignore[call-arg] # pydantic-settings' own
        state.close()


def events(resources: Resources, person: int = BROWSERS) -> dict[str, Any]:
    own = feed_address("", resources.store(Feeds).renew(person), PLAN_ID)
    with TestClient(build_app(resources), base_url="http://127.0.0.1") as client:
        answer = client.get(own)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/calendar")
    return {str(event["summary"]): event for event in Calendar.from_ical(answer.content).walk("VEVENT")}


def revise(resources: Resources, content: bytes) -> None:
    library = resources.library
    held = next(version.key for version in library.versions(PLAN_ID) if version.live)
    library.put_document(library.read_document(NAME, content), held)


def _of(found: dict[str, Any], words: str) -> Any:
    return next(event for summary, event in found.items() if words.lower() in summary.lower())


def test_another_date_moves_the_event_and_a_voided_duty_is_cancelled(communes: Resources) -> None:
    first = events(communes)
    report, models = _of(first, "Báo cáo"), _of(first, "mô hình")
    assert (report["dtstart"].dt.day, report["sequence"], report["status"]) == (14, 0, "CONFIRMED")
    revise(communes, plan(day=20))
    moved = _of(events(communes), "Báo cáo")
    assert moved["uid"] == report["uid"]
    assert (moved["dtstart"].dt.day, moved["sequence"]) == (19, 1)
    without = plan(day=20).decode().replace(MODELS, "Các đoàn thể tiếp tục tuyên truyền.")
    revise(communes, without.encode())
    third = events(communes)
    assert _of(third, "Báo cáo")["uid"] == report["uid"]
    assert _of(third, "mô hình")["uid"] == models["uid"]
    assert _of(third, "mô hình")["status"] == "CANCELLED"


def _correct(resources: Resources, words: str, said: str | None) -> None:
    duties = (duty for duty in resources.library.deadlines(PLAN_ID) if words in duty.what.lower())  # type: ignore[attr-defined]
    resources.library.correct(PLAN_ID, place_of(next(duties)), said, keep=True)


def test_what_an_administrator_corrects_moves_the_same_event(communes: Resources) -> None:
    report = _of(events(communes), "Báo cáo")
    _correct(communes, "báo cáo", "trước ngày 25/11/2026")
    moved = _of(events(communes), "Báo cáo")
    assert (moved["uid"], moved["dtstart"].dt.day) == (report["uid"], 24)
    assert moved["sequence"] > report["sequence"]
    assert "quản trị viên sửa" in moved["description"]
    revise(communes, plan(day=20))
    assert _of(events(communes), "Báo cáo")["uid"] == report["uid"], "the text says another day, of the same duty"


@pytest.mark.parametrize("said", [REMOVED, UNDATED])
def test_what_an_administrator_takes_away_is_cancelled(communes: Resources, said: str) -> None:
    report = _of(events(communes), "Báo cáo")
    place = place_of(next(duty for duty in communes.library.deadlines(PLAN_ID) if "báo cáo" in duty.what.lower()))  # type: ignore[attr-defined]
    communes.library.correct(PLAN_ID, place, said, keep=True)
    gone = _of(events(communes), "Báo cáo")
    assert (gone["uid"], gone["status"], gone["dtstart"].dt) == (report["uid"], "CANCELLED", report["dtstart"].dt)
    communes.library.correct(PLAN_ID, place, None, keep=True)
    again = _of(events(communes), "Báo cáo")
    assert again["status"] == "CONFIRMED"
    assert again["sequence"] > gone["sequence"] > report["sequence"], "a revision never counts back"
    communes.library.correct(PLAN_ID, place, said, keep=True)
    assert _of(events(communes), "Báo cáo")["sequence"] > again["sequence"]


def test_the_month_says_the_hour(communes: Resources) -> None:
    revise(communes, plan(extra="3. Các ấp gửi danh sách về Văn phòng trước 16 giờ 30 phút ngày 25/11/2026."))
    weeks = AgendaPages(communes, PLAN_ID).month("2026-11").weeks
    (told,) = [words for week in weeks for day in week for words, _ in day.due if "danh sách" in words]
    assert told.endswith(", trước 16:30")


def test_the_month_says_what_was_corrected_and_the_last_day_that_is_worked(communes: Resources) -> None:
    _correct(communes, "báo cáo", "trước ngày 23/11/2026")
    (told,) = [
        words
        for week in AgendaPages(communes, PLAN_ID).month("2026-11").weeks
        for day in week
        for words, _ in day.due
        if "báo cáo" in words.lower()
    ]
    assert "nên xong chậm nhất 20/11/2026" in told, "the 22nd is a Sunday"
    assert "quản trị viên sửa" in told


def test_a_feed_ends_with_its_readers_code(communes: Resources) -> None:
    settings = communes.settings.model_copy(update={"web_access": "code"})
    kept = Resources(communes.library, communes.state, settings)
    access, feeds = kept.store(Access), kept.store(Feeds)
    reader = reader_of(access.give_code("Lan"))
    assert events(kept, reader)
    own, stray = (feed_address("", feeds.renew(person), PLAN_ID) for person in (reader, BROWSERS + 1))
    with TestClient(build_app(kept), base_url="http://127.0.0.1") as client:
        assert client.get(own).status_code == 200
        assert client.get(own.replace(PLAN_ID, "gone")).status_code == 404
        assert client.get(stray).status_code == 404, "of a browser that had no code"
        access.revoke(reader)
        assert client.get(own).status_code == 404
    assert feeds.secret_of(reader) is None


@pytest.mark.parametrize("secret", ["0", "0-" + "0" * 32, "²-1", "x" * 300, "0-é"])
def test_another_secret_is_nobodys(communes: Resources, secret: str) -> None:
    feeds = communes.store(Feeds)
    feeds.renew(7)
    assert feeds.person(secret) is None
    with TestClient(build_app(communes), base_url="http://127.0.0.1") as client:
        assert client.get(f"/lich/{secret}/{PLAN_ID}.ics").status_code == 404


def _pressed(client: TestClient, **more: str) -> str:
    """Press a button of the address's form and return the address that is shown then, "" for none."""
    form = page(client, "/han", 200, **{"don-vi": PLAN_ID}).one("form", action="/lich")
    given = {each.given["name"]: each.given["value"] for each in form.all("input")}
    answer = client.post("/lich", data={**given, **more})
    assert answer.status_code == 200
    return next((each.text for each in read(answer.text).all("code")), "")


def test_each_browser_has_an_address_of_its_own_that_one_button_replaces(communes: Resources) -> None:
    app = build_app(communes)
    with TestClient(app, base_url="http://127.0.0.1") as one, TestClient(app, base_url="http://127.0.0.1") as other:
        assert not page(one, "/han", 200, **{"don-vi": PLAN_ID}).all("code"), "nobody has one before asking for it"
        first, another = _pressed(one), _pressed(other)
        assert first != another
        assert page(one, "/han", 200, **{"don-vi": PLAN_ID}).one("code").text == first
        second = _pressed(one)
        assert [one.get(address).status_code for address in (first, second, another)] == [404, 200, 200]
        assert _pressed(one, bo="1") == ""
        assert [one.get(address).status_code for address in (second, another)] == [404, 200]


def test_giving_up_makes_no_address_for_somebody_without_one(communes: Resources) -> None:
    with TestClient(build_app(communes), base_url="http://127.0.0.1") as client:
        form = page(client, "/han", 200, **{"don-vi": PLAN_ID}).one("form", action="/lich")
        given = {each.given["name"]: each.given["value"] for each in form.all("input")}
        before = client.cookies["phong-doc"]
        session = json.loads(base64.b64decode(before.partition(".")[0]))
        client.post("/lich", data={**given, "bo": "1"}, follow_redirects=False)
        after = json.loads(base64.b64decode(client.cookies["phong-doc"].partition(".")[0]))
        assert after == session == {"form": given["form"]}


def test_an_address_that_a_calendar_asks_for_stays(communes: Resources) -> None:
    feeds, forgets = communes.store(Feeds), Retention(communes.state.database)
    with TestClient(build_app(communes), base_url="http://127.0.0.1") as client:
        used, left = _pressed(client), feeds.renew(1001)
        with communes.state.database.session() as session:
            session.execute(update(Feed).values(used_at=now() - timedelta(days=FEED_DAYS, minutes=1)))
        assert client.get(used).status_code == 200
        assert forgets.forget_old(communes.settings)["feeds"] == 1
        assert client.get(used).status_code == 200
        assert feeds.person(left) is None


def test_an_address_is_changed_by_the_page_s_own_form_alone(communes: Resources) -> None:
    with TestClient(build_app(communes), base_url="http://127.0.0.1") as client:
        first = _pressed(client)
        assert client.post("/lich", data={"form": "other", "don-vi": PLAN_ID}).status_code == 403
        assert client.get(first).status_code == 200


def test_a_telegram_users_address_ends_when_a_closed_bot_puts_them_out(communes: Resources) -> None:
    own = feed_address("", communes.store(Feeds).renew(1001), PLAN_ID)
    shut = communes.settings.model_copy(update={"access": "closed", "admin_ids": (42,)})
    for settings, status in ((communes.settings, 200), (shut, 404)):
        kept = Resources(communes.library, communes.state, settings)
        with TestClient(build_app(kept), base_url="http://127.0.0.1") as client:
            assert client.get(own).status_code == status


def test_a_day_of_another_month_is_empty_even_today(communes: Resources) -> None:
    today = communes.library.today()
    pages = AgendaPages(communes, PLAN_ID)
    marked = [day for name in ("2026-09", "2026-10") for week in pages.month(name).weeks for day in week if day.today]
    assert [(day.day, day.within) for day in marked if day.day == today] == [(today, True)]
