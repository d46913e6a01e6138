"""`python -m bot` as a process over HTTP: its pages, its status and its log while it answers."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.console import LocalTelegram
from bot.console.people import Person
from tests.bot.http_telegram import serving
from tests.operation.postgres import free_port
from tests.operation.test_status import get

ROOT = Path(__file__).parents[2]
QUESTION = "khi nào nộp báo cáo 6 tháng?"


@pytest.mark.slow
async def test_a_bot_at_work_is_watched(data_dir: Path, tmp_path: Path) -> None:
    folder, port = Path(shutil.copytree(data_dir, tmp_path / "here")), free_port()
    log = tmp_path / "log"
    async with serving(LocalTelegram()) as server:
        env = {
            **os.environ, "PYTHONPATH": str(ROOT), "DATA_DIR": str(folder), "TELEGRAM_API_URL": server.url,
            "TELEGRAM_BOT_TOKEN": server.telegram.token, "METRICS_PORT": str(port), "LOG_FORMAT": "json",
            "ACCESS": "open",
        }  # fmt: skip
        with log.open("wb") as written:
            bot = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", cwd=tmp_path, env=env, stderr=written
            )
        try:
            async with asyncio.timeout(240):
                while not server.polls:  # noqa: ASYNC110
                    await asyncio.sleep(0.1)
                Person.private(server.telegram).write(QUESTION)
                while not any(method == "sendMessage" for _, method, _ in server.arrivals):  # noqa: ASYNC110
                    await asyncio.sleep(0.1)
                while "so_tay_letters_total" not in (page := await asyncio.to_thread(get, port, "/metrics"))[1]:  # noqa: ASYNC110
                    await asyncio.sleep(0.1)
            health = await asyncio.to_thread(get, port, "/healthz")
            told = await status(tmp_path, env)
        finally:
            bot.terminate()
            assert await asyncio.wait_for(bot.wait(), 30) == 0
    assert (health[0], json.loads(health[1])["ok"]) == (200, True)
    assert 'so_tay_answers_total{status="answered"} 1.0' in page[1]
    assert 'so_tay_telegram_calls_total{method="getUpdates",outcome="ok"}' in page[1]
    assert 'so_tay_queue{queue="inbox"}' in page[1]
    assert (told["running"], told["collection"]["plans"]) == (True, 5)
    assert told["queues"]["inbox"]["rows"] == 0
    assert not (folder / "pulse.json").exists()
    lines = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    answered = [line for line in lines if line["message"] == "answered"]
    assert [line["status"] for line in answered] == ["answered"]
    request = answered[0]["request"]
    assert request.startswith("u")
    steps = [line["message"] for line in lines if line["request"] == request]
    assert [step for step in steps if step in ("received", "answered", "sent")] == ["received", "answered", "sent"]
    assert next(line["kind"] for line in lines if line["message"] == "received") == "message"
    assert QUESTION not in log.read_text("utf-8")
    assert server.telegram.token not in log.read_text("utf-8") + page[1]


async def status(folder: Path, env: dict[str, str]) -> dict[str, Any]:
    asked = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "status", "--json", cwd=folder, env=env, stdout=asyncio.subprocess.PIPE
    )
    out, _ = await asyncio.wait_for(asked.communicate(), 120)
    told: dict[str, Any] = json.loads(out)
    return told
