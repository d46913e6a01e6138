"""The reading room: every address on one page. Endpoints are short; what they show comes from `bot.web.service`."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Sequence
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.access import READERS, Access
from bot.curation import Curator
from bot.duties import Duties
from bot.duties.calendars import BROWSERS, Feeds, feed_address, new_browser
from bot.resources import Resources
from bot.screen.answers import anchor, plan_address, spans_of
from bot.settings import BotSettings
from bot.telegram import Pace
from bot.web import words
from bot.web.agenda import AgendaPages
from bot.web.briefings import FILES, MOST_SIDE_BY_SIDE, SHEETS, Briefings, NoBriefing, file_name
from bot.web.door import (
    TRIES_PER_MINUTE,
    Door,
    Guard,
    come_in,
    form_of,
    session_of,
    signing_key,
    subscriber_of,
    token_of,
    within,
)
from bot.web.reading import bare
from bot.web.service import VISITOR, Inquiry, Missing, ReadingRoom
from knowledge.briefing import MINUTES
from knowledge.briefing import Request as Wanted
from knowledge.errors import BriefingError

log = logging.getLogger(__name__)

LOOPBACK = ("127.0.0.1", "localhost")
KEY_FILE = "web.key"
STATIC = Path(__file__).parent / "static"
FILE_TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".pdf": "application/pdf",
}


def build_app(resources: Resources) -> Starlette:
    """Return the application over the open resources, which whoever opened it closes."""
    settings = resources.settings
    key = signing_key(resources.state.database.path.with_name(KEY_FILE))
    door = [session_of(settings, key)]
    if settings.web_by_code:
        door.append(Middleware(Door, access=resources.store(Access)))
    app = Starlette(
        routes=[
            Route("/vao", enter, methods=["GET", "POST"]),
            Route("/ra", leave, methods=["POST"]),
            Route("/", home),
            Route("/hoi", ask),
            Route("/ke-hoach", plans),
            Route("/p/{plan_id}", plan),
            Route("/p/{plan_id}/trang/{page:int}", page_picture),
            Route("/han", deadlines),
            Route("/han/thang", month),
            Route("/lich", change_feed, methods=["POST"]),
            Route("/lich/{secret}/{plan_id}.ics", feed),
            Route("/so-sanh", comparison),
            Route("/tom-tat", brief),
            Route("/tom-tat/tep{suffix}", brief_file),
            Route("/tom-tat/phieu{suffix}", quiz_file),
            Route("/chieu", projector),
            Mount("/tinh", StaticFiles(directory=STATIC)),
        ],
        middleware=[
            Middleware(Guard),
            Middleware(TrustedHostMiddleware, allowed_hosts=_hosts(settings)),
            *door,
        ],
        exception_handlers={HTTPException: refused, Missing: refused, NoBriefing: refused, Exception: failed},
    )
    app.state.room = ReadingRoom(resources)
    app.state.pace = Pace(settings.messages_per_minute)
    app.state.tries = Pace(TRIES_PER_MINUTE)
    app.state.pages = _pages()
    return app


def home(request: Request) -> Response:
    """The box to ask in, and the plans."""
    room, unit = _room(request), request.query_params.get("don-vi", "")
    chosen = unit if unit in dict(room.units()) else ""
    return _page(request, "home.html", plans=room.shelf(), unit=chosen, samples=room.samples())


def ask(request: Request) -> Response:
    """The answer to a question, and what was opened of its plans."""
    query = request.query_params
    opened = query.get("xem", "")
    inquiry = Inquiry(
        query.get("cau", ""),
        query.get("don-vi", ""),
        tuple(query.getlist("truoc")),
        int(opened) - 1 if opened.isascii() and opened.isdigit() and len(opened) < 4 else None,
    )
    if slow := _too_fast(request):
        return slow
    view = _room(request).ask(inquiry, _reader(request) or VISITOR)
    if isinstance(view, str):
        return _page(request, "said.html", HTTPStatus.UNPROCESSABLE_ENTITY, said=view)
    return _page(request, "answer.html", view=view)


def plans(request: Request) -> Response:
    """Every plan."""
    return _page(request, "plans.html", plans=_room(request).shelf())


def plan(request: Request) -> Response:
    """A plan, whole."""
    query = request.query_params
    spans = spans_of(query.get("trich", ""))
    return _page(
        request, "plan.html", view=_room(request).plan(request.path_params["plan_id"], spans, query.get("ban", ""))
    )


def page_picture(request: Request) -> Response:
    """A page of a plan's file, the quoted words framed."""
    if slow := _too_fast(request):
        return slow
    query, path = request.query_params, request.path_params
    spans = spans_of(query.get("trich", ""))
    content = _room(request).picture(path["plan_id"], path["page"], spans, query.get("ban", ""))
    return Response(content, media_type="image/jpeg")


def deadlines(request: Request) -> Response:
    """Every duty, in a table."""
    unit = request.query_params.get("don-vi", "")
    agenda, subscribes = _agenda(request), unit in _room(request).resources.units()
    return _page(
        request,
        "deadlines.html",
        groups=agenda.table(),
        none_to_come=agenda.none_to_come(),
        unit=unit,
        subscribes=subscribes,
        feed=_feed_of(request, unit) if subscribes else None,
        form=token_of(request) if subscribes else "",
    )


def _feed_of(request: Request, unit: str) -> str | None:
    """Return the calendar address of whoever asks, None before they have one."""
    resources, person = _room(request).resources, subscriber_of(request)
    secret = resources.store(Feeds).secret_of(person) if person is not None else None
    root = resources.settings.web_url or str(request.base_url).rstrip("/")
    return feed_address(root, secret, unit) if secret else None


async def change_feed(request: Request) -> Response:
    """Give whoever asks a calendar address, a new one in place of the old, or none."""
    form, feeds = await form_of(request), _room(request).resources.store(Feeds)
    person, gives_up = subscriber_of(request), bool(form.get("bo"))
    if person is None and not gives_up:
        person = request.session["browser"] = new_browser()
    if person is not None:
        await run_in_threadpool(feeds.give_up if gives_up else feeds.renew, person)
    return RedirectResponse(f"/han?{urlencode({'don-vi': form.get('don-vi', '')})}", HTTPStatus.SEE_OTHER)


def feed(request: Request) -> Response:
    """A plan's calendar, for whoever has subscribed and may still read."""
    resources = _room(request).resources
    person = resources.store(Feeds).person(request.path_params["secret"])
    if (
        person is None
        or not _may_subscribe(resources, person)
        or resources.library.plan(request.path_params["plan_id"]) is None
    ):
        raise HTTPException(HTTPStatus.NOT_FOUND)
    content = Duties(resources).feed(request.path_params["plan_id"])
    return Response(content, media_type="text/calendar; charset=utf-8")


def _may_subscribe(resources: Resources, person: int) -> bool:
    """Tell whether a calendar is still for a person: a browser's in an open room, a reader's while the code stands, a
    Telegram user's while the bot serves them."""
    settings = resources.settings
    if person >= BROWSERS:
        return not settings.web_by_code
    if person >= READERS or settings.closed:
        return person in settings.admin_ids or resources.store(Access).allows(person)
    return True


def month(request: Request) -> Response:
    """A month with the duties on their days."""
    unit, asked = request.query_params.get("don-vi", ""), request.query_params.get("thang", "")
    return _page(request, "month.html", month=_agenda(request).month(asked), unit=unit, asked=asked)


def comparison(request: Request) -> Response:
    """Plans side by side."""
    chosen = _briefings(request).request(request.query_params.getlist("ke-hoach"), "", "").plan_ids
    tables = _briefings(request).comparison(chosen)
    return _page(request, "comparison.html", tables=tables, chosen=chosen, most=MOST_SIDE_BY_SIDE)


def brief(request: Request) -> Response:
    """A briefing's bullets."""
    return _page(request, "brief.html", brief=_briefings(request).brief(_asked(request)), lengths=MINUTES)


def projector(request: Request) -> Response:
    """One bullet of a briefing, to be read from the last row."""
    told = _briefings(request).brief(_asked(request))
    if not told.points:
        return _page(request, "brief.html", brief=told, lengths=MINUTES)
    wanted = request.query_params.get("y", "")
    number = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 4 else 1
    return _page(request, "projector.html", brief=told, number=min(max(1, number), len(told.points)))


def brief_file(request: Request) -> Response:
    """A briefing as a file."""
    return _saved(request, FILES, quiz=False)


def quiz_file(request: Request) -> Response:
    """The quiz of a briefing as a sheet to print."""
    return _saved(request, SHEETS, quiz=True)


def _saved(request: Request, kinds: Sequence[str], *, quiz: bool) -> Response:
    suffix = request.path_params["suffix"]
    if suffix not in kinds:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    if slow := _too_fast(request):
        return slow
    asked = _asked(request)
    try:
        content = _briefings(request).file(asked, suffix, quiz=quiz)
    except BriefingError as error:
        log.warning("no %s: %s", suffix, error)
        said = words.NO_PDF if suffix == ".pdf" else words.FAILED
        return _page(request, "said.html", HTTPStatus.SERVICE_UNAVAILABLE, said=said)
    saved = f'attachment; filename="{file_name(asked, suffix, quiz=quiz)}"'
    return Response(content, headers={"Content-Disposition": saved}, media_type=FILE_TYPES[suffix])


async def enter(request: Request) -> Response:
    """Ask for a code, and let in whoever has one."""
    if not request.app.state.room.resources.settings.web_by_code:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    told, wanted = "", request.query_params.get("den", "")
    if request.method == "POST":
        form = await form_of(request)
        wait = request.app.state.tries.take(_address_of(request))
        if wait.seconds:
            told = words.TOO_FAST.format(seconds=wait.seconds)
        elif await come_in(request, _room(request).resources.store(Access), form.get("ma", "")):
            return RedirectResponse(within(form.get("den", "")), HTTPStatus.SEE_OTHER)
        else:
            told = words.WRONG_CODE
        wanted = form.get("den", "")
    status = HTTPStatus.FORBIDDEN if told else HTTPStatus.OK
    token = token_of(request)
    return await run_in_threadpool(_page, request, "door.html", status, told=told, wanted=within(wanted), token=token)


async def leave(request: Request) -> Response:
    """End the session."""
    if "session" in request.scope:
        await form_of(request)
        request.session.clear()
    return RedirectResponse("/", HTTPStatus.SEE_OTHER)


def refused(request: Request, error: Exception) -> Response:
    """Say that there is no such page or plan, or that it can't be asked so."""
    status = error.status_code if isinstance(error, HTTPException) else HTTPStatus.NOT_FOUND
    said = words.OLD_FORM if status == HTTPStatus.FORBIDDEN else words.NOT_FOUND
    return _page(request, "said.html", status, said=said)


def failed(request: Request, error: Exception) -> Response:
    """Say that something is wrong, and nothing of what it is."""
    log.error("a page failed", exc_info=error)
    return _page(request, "said.html", HTTPStatus.INTERNAL_SERVER_ERROR, said=words.TROUBLE)


def _page(
    request: Request,
    template: str,
    status: int = HTTPStatus.OK,
    headers: dict[str, str] | None = None,
    **values: object,
) -> Response:
    room = _room(request)
    reader = _reader(request)
    known = {"path": request.url.path, "inside": reader, "token": token_of(request) if reader else "", **values}
    # Who stands before the door is not told whose plans there are.
    known["units"] = room.units() if reader or not room.resources.settings.web_by_code else []
    return HTMLResponse(request.app.state.pages.get_template(template).render(known), status, headers)


def _too_fast(request: Request) -> Response | None:
    """Count a request of somebody; say so when they are to wait."""
    wait = request.app.state.pace.take(_visitor(request))
    if not wait.seconds:
        return None
    told = words.TOO_FAST.format(seconds=wait.seconds)
    return _page(request, "said.html", HTTPStatus.TOO_MANY_REQUESTS, {"Retry-After": str(wait.seconds)}, said=told)


def _agenda(request: Request) -> AgendaPages:
    resources, unit = _room(request).resources, request.query_params.get("don-vi", "")
    return AgendaPages(resources, unit if unit in resources.units() else None)


def _briefings(request: Request) -> Briefings:
    resources = _room(request).resources
    return Briefings(resources, Curator(resources).reported)


def _asked(request: Request) -> Wanted:
    query = request.query_params
    return _briefings(request).request(query.getlist("ke-hoach"), query.get("ve", ""), query.get("phut", ""))


def _room(request: Request) -> ReadingRoom:
    room = request.app.state.room
    if not isinstance(room, ReadingRoom):
        raise TypeError("build_app sets the room")
    return room


def _reader(request: Request) -> int | None:
    """Return the number of whoever came in by a code, None where nobody has to."""
    found = request.scope.get("reader")
    return found if isinstance(found, int) else None


def _visitor(request: Request) -> int:
    """Return a number that stands for who asks, for the pace: the reader, or else the address that they come from."""
    return _reader(request) or _address_of(request)


def _address_of(request: Request) -> int:
    host = request.client.host if request.client else ""
    return int.from_bytes(hashlib.sha256(host.encode()).digest()[:8])


def _hosts(settings: BotSettings) -> list[str]:
    """Return the names under which the room is asked for: another one is somebody else's page that leads here.

    On a network without a name of its own it is asked for by any.
    """
    named = urlsplit(settings.web_url or "").hostname
    if named is None and settings.web_host not in LOOPBACK:
        return ["*"]
    return [*LOOPBACK, *([named] if named else [])]


def _pages() -> Environment:
    pages = Environment(
        loader=PackageLoader("bot.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    stamp = hashlib.sha256(b"".join(path.read_bytes() for path in sorted(STATIC.iterdir()))).hexdigest()[:10]
    pages.globals |= {"w": words, "stamp": stamp}
    pages.filters |= {"anchor": anchor, "plan_address": plan_address, "bare": bare}
    return pages
