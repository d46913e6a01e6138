"""A room that asks for a code: who gets in, who is kept out, and how they leave."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from bot.__main__ import main
from bot.access import READERS, Access, reader_of
from bot.resources import Resources
from bot.settings import BotSettings
from bot.web.app import build_app
from tests.bot.web.pages import page, read

PAGES = (
    "/",
    "/hoi?cau=báo cáo",
    "/p/ubnd-quan-1-2023",
    "/ke-hoach",
    "/han",
    "/tom-tat",
    "/tom-tat/tep.docx",
    "/nowhere",
)


@pytest.fixture
def kept(resources: Resources) -> Resources:
    settings = resources.settings.model_copy(update={"web_access": "code"})
    return Resources(resources.library, resources.state, settings)


@pytest.fixture
def stranger(kept: Resources) -> Iterator[TestClient]:
    with TestClient(build_app(kept), base_url="http://127.0.0.1:8080") as client:
        yield client


def enter(client: TestClient, code: str, wanted: str = "/", **changed: str) -> int:
    form = page(client, "/vao", den=wanted).one("form")
    given = {each.given["name"]: each.given.get("value", "") for each in form.all("input")}
    answer = client.post("/vao", data={**given, "ma": code, **changed}, follow_redirects=False)
    return answer.status_code


@pytest.mark.parametrize("address", PAGES)
def test_nothing_is_shown_before_the_door(stranger: TestClient, kept: Resources, address: str) -> None:
    answer = stranger.get(address, follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/vao?den=")
    shown = stranger.get(address).text
    assert "Nhập mã" in shown
    assert not any(name in shown for name in kept.names().values())


def test_a_code_opens_the_page_that_was_wanted(stranger: TestClient, kept: Resources) -> None:
    code = kept.store(Access).give_code("Lan")
    form = page(stranger, "/han?don-vi=ubnd-quan-1-2023").one("form", class_="ask")
    given = {each.given["name"]: each.given.get("value", "") for each in form.all("input")}
    answer = stranger.post("/vao", data={**given, "ma": f" {code.lower().replace('-', ' ')} "})
    assert answer.url.path == "/han"
    assert "Quận 1" in answer.text
    cookie = next(header for header in answer.history[0].headers.get_list("set-cookie"))
    assert "httponly" in cookie.lower()
    assert "samesite=lax" in cookie.lower()


def test_what_a_reader_asked_is_found_by_their_name_and_by_their_code(
    stranger: TestClient, kept: Resources, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATA_DIR", str(kept.state.folder))
    codes = [kept.store(Access).give_code(f"{name} (phòng đọc)") for name in ("Chị Hoa", "Anh Tư", "Anh Tư")]
    assert enter(stranger, codes[0]) == 303
    stranger.get("/hoi", params={"cau": "khi nào nộp báo cáo 6 tháng"})

    def told(*given: str) -> str:
        code = main(["person", *given])
        said = capsys.readouterr()
        return said.out if code == 0 else said.err

    for who in ("Chị Hoa", "chị hoa (phòng đọc)", codes[0], codes[0].lower()):
        assert "questions: 1 dòng" in told(who)
    assert "Anh Ba" in told("Anh Ba")
    assert str(reader_of(codes[1])) in told("Anh Tư")
    assert "Đã xoá" in told("Chị Hoa", "--delete")
    assert "questions" not in told(codes[0])


def test_a_reader_leaves_by_the_form_and_is_out(stranger: TestClient, kept: Resources) -> None:
    assert enter(stranger, kept.store(Access).give_code("Lan")) == 303
    token = page(stranger, "/").one("form", class_="leave").all("input")[0].given["value"]
    assert stranger.post("/ra", data={"form": "other"}, follow_redirects=False).status_code == 403
    assert page(stranger, "/ke-hoach").all("ul", class_="shelf")
    assert stranger.post("/ra", data={"form": token}, follow_redirects=False).status_code == 303
    assert stranger.get("/", follow_redirects=False).status_code == 303


def test_a_code_that_is_taken_back_ends_the_session(stranger: TestClient, kept: Resources) -> None:
    access = kept.store(Access)
    code = access.give_code("Lan")
    assert enter(stranger, code) == 303
    ((reader, name),) = access.allowed()
    assert (reader, name) == (reader_of(code), "Lan")
    assert access.revoke(reader) == "Lan"
    assert stranger.get("/", follow_redirects=False).status_code == 303
    assert enter(stranger, code) == 403


@pytest.mark.parametrize("code", ["", "ABCD-EFGH-JKLM", "' OR 1=1", "٠" * 12])
def test_another_code_is_refused(stranger: TestClient, kept: Resources, code: str) -> None:
    kept.store(Access).give_code("Lan")
    assert enter(stranger, code) == 403
    assert stranger.get("/", follow_redirects=False).status_code == 303


def test_codes_cannot_be_tried_without_end(stranger: TestClient, kept: Resources) -> None:
    code = kept.store(Access).give_code("Lan")
    assert {enter(stranger, f"WRONG{number}") for number in range(10)} == {403}
    assert enter(stranger, code) == 403


def test_a_form_of_another_session_or_a_long_one_is_refused(stranger: TestClient, kept: Resources) -> None:
    code = kept.store(Access).give_code("Lan")
    assert stranger.post("/vao", data={"ma": code}).status_code == 403
    assert enter(stranger, code, form="forged") == 403
    assert enter(stranger, "A" * 5000) == 413


def test_a_forged_or_foreign_session_is_no_session(stranger: TestClient, kept: Resources) -> None:
    reader = reader_of(kept.store(Access).give_code("Lan"))
    stranger.cookies.set("phong-doc", f"eyJyZWFkZXIiOiB7cmVhZGVyfX0=.{reader}.x")
    assert stranger.get("/", follow_redirects=False).status_code == 303


@pytest.mark.parametrize("wanted", ["//elsewhere.example/", "https://elsewhere.example", "/\\elsewhere.example", "x"])
def test_the_door_leads_nowhere_else(stranger: TestClient, kept: Resources, wanted: str) -> None:
    code = kept.store(Access).give_code("Lan")
    form = read(stranger.get("/vao").text).one("form")
    token = form.all("input", name="form")[0].given["value"]
    answer = stranger.post("/vao", data={"form": token, "den": wanted, "ma": code}, follow_redirects=False)
    assert answer.headers["location"] == "/"


def test_a_closed_bots_room_asks_for_a_code_whatever_is_set(resources: Resources) -> None:
    settings = resources.settings.model_copy(update={"access": "closed", "web_access": "open"})
    closed = Resources(resources.library, resources.state, settings)
    with TestClient(build_app(closed), base_url="http://127.0.0.1") as client:
        assert client.get("/", follow_redirects=False).status_code == 303


def test_who_asks_too_fast_waits(resources: Resources) -> None:
    settings = BotSettings(_env_file=None, messages_per_minute=2)  # type: ignore[call-arg] # pydantic-settings' own
    hurried = Resources(resources.library, resources.state, settings)
    with TestClient(build_app(hurried), base_url="http://127.0.0.1") as client:
        said = [client.get("/hoi", params={"cau": "nộp báo cáo"}).status_code for _ in range(3)]
        assert said == [200, 200, 429]


def test_readers_stand_apart_from_chats() -> None:
    assert reader_of("abcd-efgh-jklm") == reader_of("ABCDEFGHJKLM") >= READERS > 2**48
    assert len(str(READERS + 2**48)) == 15  # the longest number that the button to take back a code carries
