"""The server itself, on a free port of this machine."""

from __future__ import annotations

import httpx
import pytest

from bot.resources import Resources
from bot.web import NotServed
from bot.web.serving import RoomThread, listen


def _at(resources: Resources, port: int) -> Resources:
    settings = resources.settings.model_copy(update={"web_port": port})
    return Resources(resources.library, resources.state, settings)


@pytest.fixture
def port() -> int:
    with listen("127.0.0.1", 0) as free:
        return int(free.getsockname()[1])


def test_the_room_serves_in_a_thread_until_it_is_closed(resources: Resources, port: int) -> None:
    room = RoomThread(_at(resources, port))
    try:
        answer = httpx.get(f"{room.address}hoi", params={"cau": "Khi nào nộp báo cáo 6 tháng?"}, timeout=60)
        assert answer.status_code == 200
        assert "trước ngày 10 tháng 5" in answer.text
        assert "server" not in answer.headers
    finally:
        room.close()
    room.close()
    with pytest.raises(httpx.ConnectError):
        httpx.get(room.address, timeout=5)


def test_a_port_that_is_taken_is_told_with_the_setting_to_change(resources: Resources, port: int) -> None:
    with listen("127.0.0.1", port), pytest.raises(NotServed, match=rf"127\.0\.0\.1:{port}.*WEB_PORT"):
        RoomThread(_at(resources, port))


def test_a_network_is_served_only_when_it_is_said_who_may_read(resources: Resources) -> None:
    settings = resources.settings.model_copy(update={"web_host": "0.0.0.0", "web_port": 0})
    with pytest.raises(NotServed, match=r"WEB_ACCESS=code"):
        RoomThread(Resources(resources.library, resources.state, settings))
