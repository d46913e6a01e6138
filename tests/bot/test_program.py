"""The command as a process: settings, exit codes, the console at the end of a pipe."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot import words
from bot.__main__ import main
from bot.console import LocalTelegram
from bot.console.terminal import Screen, save, styled, wrapped
from bot.settings import BotSettingsError, load_settings
from bot.talk import words as talk_words
from knowledge.errors import SettingsError
from knowledge.settings import load_settings as load_knowledge_settings

pytestmark = pytest.mark.slow  # many seconds, or real processes

ROOT = Path(__file__).parents[2]
GOOD = "987654321:AAF-fake_token_for_tests_0123456789abcd"


def run(*arguments: str, cwd: Path, text: str | bytes = "", **env: str) -> subprocess.CompletedProcess[bytes]:
    given = text.encode() if isinstance(text, str) else text
    return subprocess.run(
        [sys.executable, *arguments],
        input=given,
        capture_output=True,
        cwd=cwd,
        timeout=180,
        env={**os.environ, "PYTHONPATH": str(ROOT), **env},
        check=False,
    )


def chat(folder: Path, text: str | bytes, **env: str) -> list[str]:
    """Pipe `text` into the console over the invented plans; return what it printed, message by message."""
    done = run("-m", "tests.bot.fake_console", str(folder), cwd=folder, text=text, **env)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stderr == b""
    return [part for part in done.stdout.decode().split(f"{words.CONSOLE_BOT}:\n") if part.strip()]


# ------------------------------------------------------------------------------------------------ settings


@pytest.mark.parametrize("token", ["abc", "123:short", f'"{GOOD}', f"{GOOD} x", "bot" + GOOD])
def test_malformed_token(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], token: str) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", token)
    assert main([]) == 2
    told = capsys.readouterr().err
    assert told.strip() == words.KEY_MALFORMED
    assert token not in told


def test_missing_token(tmp_path: Path) -> None:
    done = run("-m", "bot", cwd=tmp_path)
    assert done.returncode == 2
    assert "@BotFather" in done.stderr.decode()
    assert "--console" in done.stderr.decode()


def test_settings_come_from_dotenv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text(f"TELEGRAM_BOT_TOKEN={GOOD}\nADMIN_IDS=12, 34,\nMAX_QUESTION_CHARS=\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    settings = load_settings()
    assert settings.token == GOOD
    assert settings.admin_ids == (12, 34)
    assert GOOD not in repr(settings)


@pytest.mark.parametrize(
    ("name", "value"),
    [("ADMIN_IDS", "an"), ("MAX_QUESTION_CHARS", "many"), ("HISTORY_TURNS", "-1"), ("WEBHOOK_LISTEN", "an"),
     ("TELEGRAM_PROXY", "an:matkhau@1.2.3.4:1080"), ("TELEGRAM_PROXY", "ftp://an:matkhau@1.2.3.4")],
)  # fmt: skip
def test_wrong_settings_name_themselves(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, value: str) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(name, value)
    with pytest.raises(BotSettingsError, match=name) as complaint:
        load_settings()
    assert "matkhau" not in str(complaint.value)


def test_dotenv_in_another_encoding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_bytes("ADMIN_IDS=1 # quản trị".encode("utf-16"))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BotSettingsError, match="UTF-8"):
        load_settings()


@pytest.mark.parametrize("load", [load_settings, load_knowledge_settings])
def test_a_dotenv_that_may_not_be_read_is_named(
    load: Callable[[], object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / ".env").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("pydantic_settings.sources.providers.dotenv.dotenv_values", refuse)
    with pytest.raises((BotSettingsError, SettingsError), match=r"\.env.*Permission denied"):
        load()


# ------------------------------------------------------------------------------------------------- console


def test_console_answers_each_line_and_ends_with_the_input(tmp_path: Path) -> None:
    shown = chat(tmp_path, "gui bao cao 6 thang o an binh\n\n   \n1\n/xyz")
    assert len(shown) == 3
    assert "trước ngày 05/6" in shown[0]
    assert "[1] 📖 Nguyên văn" in shown[0]
    assert "⟦Các ấp gửi báo cáo 6 tháng về Văn phòng trước ngày 05/6.⟧ Gửi bản giấy." in shown[1]
    assert "/xyz" in shown[2]


def test_console_numbers_press_only_what_is_shown(tmp_path: Path) -> None:
    shown = chat(tmp_path, "1\nxin chào\n2\n/donvi pbm\nbáo cáo 6 tháng\n[2]\n77\n")
    assert all(words.CONSOLE_NO_BUTTON.format(number=number) in "\n".join(shown) for number in (1, 77))
    assert "Không tìm thấy “" not in "".join(part for part in shown if "“1”" in part or "“77”" in part)
    assert "🏢 Mọi đơn vị" in shown[-1]


def test_console_says_whose_buttons_the_numbers_press(tmp_path: Path) -> None:
    shown = chat(tmp_path, "/donvi\nbáo cáo 6 tháng\n/xyz\n1\n/donvi\n2\n/xyz\n")
    assert "(Tin này không có nút; số trong [ ] vẫn bấm nút của tin “" in shown[2]
    pressed = next(part for part in shown if "▸ " in part)
    assert "▸ 📖 Nguyên văn (2) · trong tin “Xã An Bình 2025: Các ấp gửi" in pressed
    # A message whose buttons were taken away holds none that a number could press.
    assert shown[-2].startswith("  Đã chọn ")
    assert "số trong [ ]" not in shown[-1]


def test_console_shows_inline_results_and_sends_one(tmp_path: Path) -> None:
    (shown,) = chat(tmp_path, "@so_tay_dan_van_bot gửi báo cáo 6 tháng\n2\n@So_tay_dan_van_bot ?\n")
    offered, _, rest = shown.partition(words.CONSOLE_INLINE)
    assert "[1] 🏢 Mọi đơn vị" in offered
    assert "[2] 🏢 Xã An Bình 2025\n  Các ấp gửi báo cáo 6 tháng về Văn phòng trước ngày 05/6." in offered
    sent, _, empty = rest.partition(talk_words.INLINE_TYPE)
    assert words.CONSOLE_VIA.format(username="so_tay_dan_van_bot") in sent
    assert "📎 Xã An Bình 2025, mục II.1" in sent
    assert "[1] 🏢 Mọi đơn vị" in empty


def test_console_saves_the_picture_of_the_statistics(tmp_path: Path) -> None:
    *_, shown = chat(tmp_path, "gửi báo cáo 6 tháng\n/thongke\n", TMPDIR=str(tmp_path))
    path = Path(shown.partition(": ")[2].splitlines()[0].strip())
    assert path.parent == tmp_path
    assert path.read_bytes().startswith(b"\x89PNG")


def test_console_saves_a_calendar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    telegram, out = LocalTelegram(), io.StringIO()
    telegram.journal.documents["a"] = b"BEGIN:VCALENDAR"
    message = {"message_id": 1, "document": {"file_id": "a", "file_name": "han.ics"}, "caption": "Lịch."}
    save(telegram, message)
    Screen(out).show([("sent", message)])
    name, _, caption = out.getvalue().partition("[han.ics: ")[2].partition("] ")
    path = Path(name)
    assert (path.parent, path.suffix, path.read_bytes()) == (tmp_path, ".ics", b"BEGIN:VCALENDAR")
    assert caption.strip() == "Lịch."


def test_console_remembers_the_unit(tmp_path: Path) -> None:
    chat(tmp_path, "/donvi pbm")
    assert "🏢 Phường Bình Mỹ 2023" in chat(tmp_path, "báo cáo 6 tháng")[0]


def test_console_takes_any_bytes_in_any_locale(tmp_path: Path) -> None:
    shown = chat(tmp_path, b"b\xe1o c\xe1o\xff\n\x00\n" + "báo cáo 6 tháng\r\n".encode(), LC_ALL="C", PYTHONUTF8="0")
    assert "Xã An Bình 2025" in shown[-1]


def test_console_without_input(tmp_path: Path) -> None:
    assert chat(tmp_path, "") == []


def test_console_takes_a_very_long_line(tmp_path: Path) -> None:
    (shown,) = chat(tmp_path, "á" * 100_000)
    assert "quá dài" in shown


@contextmanager
def process(folder: Path, *arguments: str, **env: str) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(
        [sys.executable, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **env},
    ) as running:
        yield running
        running.kill()


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_console_ends_cleanly_on_a_signal(tmp_path: Path, sign: signal.Signals) -> None:
    with process(tmp_path, "-m", "tests.bot.fake_console", str(tmp_path)) as console:
        assert console.stdin
        assert console.stdout
        assert console.stderr
        console.stdin.write("xin chào\n".encode())
        console.stdin.flush()
        assert console.stdout.readline()
        time.sleep(0.2)
        console.send_signal(sign)
        assert console.wait(20) == 0
        assert console.stderr.read() == b""


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_polling_ends_cleanly_on_a_signal(tmp_path: Path, sign: signal.Signals) -> None:
    with process(tmp_path, "-m", "tests.bot.fake_telegram", str(tmp_path), TELEGRAM_BOT_TOKEN=GOOD) as polling:
        assert polling.stdout
        assert polling.stderr
        assert polling.stdout.readline() == b"ready\n"
        polling.send_signal(sign)
        assert polling.wait(20) == 0
        assert polling.stdout.readline() == b"closed\n"
        assert b"Traceback" not in polling.stderr.read()


def test_a_token_revoked_while_the_bot_runs_ends_it(tmp_path: Path) -> None:
    done = run("-m", "tests.bot.fake_telegram", str(tmp_path), "revoked", cwd=tmp_path, TELEGRAM_BOT_TOKEN=GOOD)
    assert done.returncode == 2
    assert done.stdout == b"ready\nclosed\n"
    assert done.stderr.decode().splitlines()[-1] == words.KEY_REFUSED
    assert GOOD not in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_the_end_waits_for_no_thread_and_does_what_is_left_to_it(tmp_path: Path) -> None:
    busy = "threading.Thread(target=time.sleep, args=(900,)).start(); atexit.register(print, 'tidied')"
    done = run("-c", f"import atexit, threading, time, bot.telegram.wire as wire; {busy}; wire.leave(3)", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (3, b"tidied\n", b"")


def test_no_data_yet(tmp_path: Path) -> None:
    done = run("-m", "bot", "--console", cwd=tmp_path)
    assert done.returncode == 1
    assert "make ingest" in done.stderr.decode()


def test_console_survives_a_reader_that_leaves(tmp_path: Path) -> None:
    script = f"yes 'báo cáo 6 tháng' | head -200 | {sys.executable} -m tests.bot.fake_console {tmp_path} | head -1"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["bash", "-c", script], capture_output=True, timeout=60, cwd=tmp_path, env=env, check=False)
    assert done.stderr == b""


# -------------------------------------------------------------------------------------------------- screen


def test_styles() -> None:
    entities = [{"type": "bold", "offset": 3, "length": 3}, {"type": "underline", "offset": 3, "length": 3}]
    assert styled("🙂 đậm.", entities, colour=False) == "🙂 ⟦đậm⟧."
    coloured = styled("🙂 đậm.", entities, colour=True)
    assert coloured.startswith("🙂 \x1b[1m\x1b[4mđậm\x1b[0m")
    assert Screen(sys.stdout).choice("9" * 50) is None


def test_lines_are_wrapped_by_what_is_seen() -> None:
    assert wrapped("\x1b[1mmột\x1b[0m hai ba", 7) == ["\x1b[1mmột\x1b[0m hai", "ba"]
    assert wrapped("• một hai ba", 7) == ["• một", "  hai", "  ba"]
    assert wrapped("📖📖 📖 a", 5) == ["📖📖", "📖 a"]
    assert wrapped("quá_dài_cho_một_dòng a", 5) == ["quá_dài_cho_một_dòng", "a"]
