"""The status command, the health page and the figures of a bot that runs over the in-process Bot API."""

from __future__ import annotations

import json
import logging
import shutil
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
from prometheus_client.parser import text_string_to_metric_families
from telegram.error import NetworkError
from telegram.request import BaseRequest

import bot.operation as health
from bot.__main__ import main
from bot.app import build_application
from bot.memory.state import State
from bot.memory.work import Work, working
from bot.operation import Check, Checkup, Pulse, forget_pulse, meters, queues, read_pulse, write_pulse
from bot.operation.logs import number_the_log, set_up_logging
from bot.operation.meters import Overheard, WatchedLibrary
from bot.operation.watch import LastError, WatchServer, watching
from bot.resources import Answers, Resources
from bot.settings import BotSettings
from knowledge.errors import CollectionChanged, DataLocked
from tests.conftest import settings_for
from tests.knowledge.invented import plan_text

TOKEN = "987654321:AAF-fake_token_for_tests_0123456789abcd"


def get(port: int, path: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


@contextmanager
def served(*checks: Check) -> Iterator[int]:
    server = WatchServer("127.0.0.1", 0, lambda: checks, lambda: None)
    try:
        yield server.port
    finally:
        server.close()


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    opened = State(tmp_path / "bot.db")
    yield opened
    opened.close()


# ------------------------------------------------------------------------------------------------------- the pages


def test_the_health_page_is_green_or_names_what_is_wrong() -> None:
    with served(Check("memory", True, "0"), Check("disk", True, "5 GB")) as port:
        status, body = get(port, "/healthz?from=probe")
        assert (status, json.loads(body)["ok"]) == (200, True)
        assert get(port, "/")[0] == 404
    with served(Check("memory", True, "0"), Check("disk", False, "đầy")) as port:
        status, body = get(port, "/healthz")
        assert (status, json.loads(body)["ok"]) == (503, False)
        assert json.loads(body)["checks"]["disk"] == {"ok": False, "told": "đầy"}
        assert figures(port, "so_tay_healthy") == {"": 0}


def test_answers_are_counted_by_status_and_told_without_words(data_dir: Path, caplog: pytest.LogCaptureFixture) -> None:
    with (
        caplog.at_level(logging.INFO, "bot"),
        WatchedLibrary.open(settings_for(data_dir)) as library,
        served() as port,
    ):
        before = answers(port)
        answer = library.ask("khi nào nộp báo cáo 6 tháng?")
        library.ask("giá vàng hôm nay bao nhiêu?")
        after = answers(port)
        assert isinstance(library, WatchedLibrary)
        assert library.size()[0] == 5
        assert library.live_name()
    assert answer.status.value == "answered"
    assert after["answered"] == before.get("answered", 0) + 1
    assert sum(after.values()) == sum(before.values()) + 2
    assert "answered" in [getattr(record, "status", None) for record in caplog.records if record.msg == "answered"]
    assert "báo cáo" not in caplog.text
    assert "giá vàng" not in caplog.text


def test_an_answer_that_is_shared_counts_as_well(data_dir: Path) -> None:
    with WatchedLibrary.open(settings_for(data_dir)) as library, served() as port:
        before = answers(port)
        shared = Answers(shared=meters.count_shared)
        for _ in range(3):
            shared.ask(library, "khi nào nộp báo cáo 6 tháng?", None, ())
        assert sum(answers(port).values()) == sum(before.values()) + 3


def test_documents_are_counted_by_what_became_of_them(tmp_path: Path) -> None:
    with WatchedLibrary.open(settings_for(tmp_path / "data"), create=True) as library, served() as port:
        before, timed = figures(port, "so_tay_documents_total"), figures(port, "so_tay_document_seconds_count")
        document = library.read_document("xa-an-hoa-2026.txt", plan_text().encode())
        library.put_document(document)
        with pytest.raises(CollectionChanged):
            library.put_document(document)
        after, took = figures(port, "so_tay_documents_total"), figures(port, "so_tay_document_seconds_count")
    assert {result: after[result] - before.get(result, 0) for result in after} == {"live": 1, "failed": 1}
    assert took[""] == timed[""] + 1


def answers(port: int) -> dict[str, float]:
    return figures(port, "so_tay_answers_total")


def figures(port: int, name: str) -> dict[str, float]:
    """Return what the page says of a name, by the value of its label."""
    families = text_string_to_metric_families(get(port, "/metrics")[1])
    samples = [sample for family in families for sample in family.samples if sample.name == name]
    return {"".join(sample.labels.values()): sample.value for sample in samples}


# ------------------------------------------------------------------------------------------------------ the checks


def by_name(checkup: Checkup) -> dict[str, Check]:
    return {check.name: check for check in checkup.look()}


def test_a_bot_that_hears_nothing_is_not_well(state: State, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    polled = 0.0
    checkup = Checkup(tmp_path, state.database.engine, lambda: "g1", lambda: polled)
    assert all(check.ok for check in checkup.look())
    monkeypatch.setattr(health, "POLL_SECONDS", -1.0)
    assert not by_name(checkup)["telegram"].ok
    assert by_name(Checkup(tmp_path, state.database.engine, lambda: "g1", lambda: None))["telegram"].ok


def test_after_it_has_taken_over_a_bot_has_time_to_hear(state: State, tmp_path: Path) -> None:
    def told(polled: float, since: float) -> Check:
        return by_name(
            Checkup(tmp_path, state.database.engine, lambda: "g1", lambda: polled, since=lambda: since)
        )["telegram"]  # fmt: skip

    now = time.time()
    assert not told(now - 500, now - 400).ok
    assert told(now - 500, now - 5).ok
    assert told(now - 5, now - 400).ok


def test_a_bot_that_stands_by_is_well_and_says_so(data_dir: Path, tmp_path: Path, state: State) -> None:
    settings = BotSettings(_env_file=None)  # type: ignore[call-arg]
    application = build_application(settings, lambda: resources, TOKEN)
    with WatchedLibrary.open(settings_for(data_dir)) as library, watching(settings, tmp_path) as watch:
        resources = Resources(library, state, settings)
        watch.follow(application)
        watch.opened(resources)
        watch.tell(None)
        watch._checkup._began -= 500  # type: ignore[union-attr]
        assert [check.name for check in watch.look() if not check.ok] == ["telegram"]
        application.bot_data.wire = SimpleNamespace(source=object(), leads=False, leads_since=0.0)  # type: ignore[assignment]
        assert [check.name for check in watch.look() if not check.ok] == []
        watch.tell(None)
        watch.tell("x")
        pulse = read_pulse(tmp_path)
        assert pulse is not None
        assert (pulse.stands_by, pulse.waits_for, pulse.last_poll) == (True, "x", None)
        watch.tell(None)
        said = health.as_text(health.status(settings_for(tmp_path)))
    assert said.startswith("Bot đang chạy, chờ sẵn")


def test_a_beat_that_is_late_does_not_undo_what_was_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made_up, put_in_place = threading.Event(), write_pulse

    def late(folder: Path, pulse: Pulse, file: str) -> None:
        if threading.current_thread().name == "pulse":
            made_up.set()
            time.sleep(0.2)
        put_in_place(folder, pulse, file)

    monkeypatch.setattr("bot.operation.watch.write_pulse", late)
    with watching(BotSettings(_env_file=None), tmp_path) as watch:  # type: ignore[call-arg]
        assert made_up.wait(10)
        watch.tell("x")
        time.sleep(0.4)
        pulse = read_pulse(tmp_path)
        assert pulse is not None
        assert pulse.waits_for == "x"


def test_what_is_away_turns_the_page_red(state: State, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked() -> str:
        raise DataLocked("in use")

    checks = by_name(Checkup(tmp_path, state.database.engine, locked, lambda: None))
    assert [name for name, check in checks.items() if not check.ok] == ["catalog"]
    assert not by_name(Checkup(tmp_path, state.database.engine, lambda: None, lambda: None))["catalog"].ok

    state.database.engine.dispose()
    for part in ("bot.db-wal", "bot.db-shm"):
        (tmp_path / part).unlink(missing_ok=True)
    (tmp_path / "bot.db").write_bytes(b"no database at all" * 1000)
    monkeypatch.setattr(health, "LEAST_FREE", 10**18)
    checks = by_name(Checkup(tmp_path, state.database.engine, lambda: "g1", lambda: None))
    assert [name for name, check in checks.items() if not check.ok] == ["memory", "disk"]


def test_an_answer_that_waits_too_long_is_told(state: State, tmp_path: Path) -> None:
    with state.database.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE IF EXISTS outbox")
        connection.exec_driver_sql("CREATE TABLE outbox (state TEXT, made_at TIMESTAMP)")
        connection.exec_driver_sql(
            "INSERT INTO outbox VALUES ('waiting', '2026-01-01 00:00:00.000000'), ('sent', NULL)"
        )
    found = queues(state.database.engine)["outbox"]
    assert found.rows == 1
    assert found.seconds > 1000
    check = by_name(Checkup(tmp_path, state.database.engine, lambda: "g1", lambda: None))["memory"]
    assert not check.ok
    assert "outbox" in check.told


# ----------------------------------------------------------------------------------------------------- the command


def test_status_of_a_folder(
    data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path(shutil.copytree(data_dir, tmp_path / "here"))
    State(folder / "bot.db").close()
    monkeypatch.setenv("DATA_DIR", str(folder))
    assert main(["status", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["running"], told["collection"]["plans"], told["reminders"]) == (False, 5, 0)
    assert told["collection"]["model"] == told["collection"]["wanted"]
    assert told["trouble"] == []

    now = Pulse(1, "0.2.0", 0.0, time.time(), 1.0e9, f"không gửi được {TOKEN[:4]}", 1.0e9)
    write_pulse(folder, now)
    assert read_pulse(folder) == now
    assert main(["status"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Bot đang chạy.")
    assert "5 văn bản" in said
    assert "không gửi được" in said
    forget_pulse(folder)
    assert read_pulse(folder) is None


def test_status_of_nothing(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["status"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Bot không chạy.")
    assert "make ingest" in said
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("words", [["person", "7001", "--delete"], ["code", "Chị Hoa"]])
def test_nobody_is_looked_for_or_let_in_where_there_is_no_memory(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    assert main(words) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "sudo so-tay-dan-van" in said.err
    assert not (tmp_path / "data").exists()


def test_the_newest_error_is_kept_without_a_token() -> None:
    kept = LastError()
    kept.emit(logging.makeLogRecord({"name": "bot.x", "msg": f"/bot{TOKEN}/getMe\nmore", "levelno": 40}))
    assert kept.told == "/bot<token>/getMe"


# ------------------------------------------------------------------------------------------------- the log as JSON


def logged(kind: str, write: Callable[[logging.Logger], None], capfd: pytest.CaptureFixture[str]) -> list[str]:
    root = logging.getLogger()
    before = root.handlers[:], root.level
    try:
        set_up_logging()
        number_the_log(kind)
        write(logging.getLogger("bot.test"))
    finally:
        root.handlers[:], root.level = before
    return capfd.readouterr().err.splitlines()


def test_a_record_carries_its_request_and_no_token(capfd: pytest.CaptureFixture[str]) -> None:
    def write(log: logging.Logger) -> None:
        with working(Work("u17")):
            log.info("answered", extra={"ms": 3.5})
        log.warning("gone: https://api.telegram.org/bot%s/getMe", TOKEN)
        try:
            raise ValueError(TOKEN)
        except ValueError:
            log.exception("wrong")

    lines = [json.loads(line) for line in logged("json", write, capfd)]
    assert [(line["request"], line["level"], line["message"]) for line in lines[:1]] == [("u17", "INFO", "answered")]
    assert lines[0]["ms"] == 3.5
    assert lines[1]["request"] is None
    assert lines[1]["message"].endswith("/bot<token>/getMe")
    assert "ValueError: <token>" in lines[2]["trace"]
    assert TOKEN not in json.dumps(lines)


def test_the_log_as_text_has_the_request_too(capfd: pytest.CaptureFixture[str]) -> None:
    def write(log: logging.Logger) -> None:
        with working(Work("u18")):
            log.info("answered %s", TOKEN)

    (line,) = logged("text", write, capfd)
    assert line.endswith("INFO bot.test [u18]: answered <token>")


# ------------------------------------------------------------------------------------------------ overheard calls


class Scripted(BaseRequest):
    """Answers each call with the next status."""

    def __init__(self, *statuses: int) -> None:
        self.statuses = list(statuses)

    @property
    def read_timeout(self) -> float | None:
        return 1.0

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(self, *_: object, **__: object) -> tuple[int, bytes]:
        status = self.statuses.pop(0)
        if not status:
            raise NetworkError("away")
        return status, b"{}"


async def test_calls_are_counted_by_method_and_outcome_without_the_token() -> None:
    def count(method: str, outcome: str) -> float:
        return meters.CALLS.labels(method, outcome)._value.get()  # type: ignore[no-any-return]

    request, url = Overheard(Scripted(200, 429, 0, 200)), f"https://api.telegram.org/bot{TOKEN}"
    before = count("sendMessage", "ok"), count("sendMessage", "flood"), count("sendMessage", "no answer")
    floods = meters.FLOODS._value.get()
    for _ in range(2):
        await request.do_request(f"{url}/sendMessage", "POST")
    with pytest.raises(NetworkError):
        await request.do_request(f"{url}/sendMessage", "POST")
    assert request.last_poll == 0.0
    await request.do_request(f"{url}/getUpdates", "POST")
    assert time.time() - request.last_poll < 5
    after = count("sendMessage", "ok"), count("sendMessage", "flood"), count("sendMessage", "no answer")
    assert [new - old for old, new in zip(before, after, strict=True)] == [1, 1, 1]
    assert meters.FLOODS._value.get() == floods + 1
    with served() as port:
        assert TOKEN not in get(port, "/metrics")[1]
