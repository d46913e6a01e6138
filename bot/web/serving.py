"""The server of the reading room: alone, or in a thread of its own beside the bot."""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Callable

import uvicorn
from starlette.applications import Starlette

from bot.resources import Resources
from bot.web import NotServed, words
from bot.web.app import build_app

log = logging.getLogger(__name__)
STOP_SECONDS = 3
LOOPBACK = ("127.0.0.1", "localhost", "::1")


def _bound(resources: Resources) -> socket.socket:
    host = resources.settings.web_host
    if host not in LOOPBACK and resources.settings.web_access is None:
        raise NotServed(words.NEEDS_ACCESS.format(host=host))
    return listen(host, resources.settings.web_port)


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens at an address. Raises NotServed."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host, port))
        bound.listen()  # from now on requests wait instead of being refused
    except OSError as error:
        bound.close()
        raise NotServed(words.PORT_TAKEN.format(host=host, port=port, reason=error.strerror or error)) from error
    return bound


def _server(app: Starlette) -> uvicorn.Server:
    return uvicorn.Server(
        uvicorn.Config(
            app,
            access_log=False,  # an address holds what was asked
            log_config=None,
            server_header=False,
            lifespan="off",
            timeout_graceful_shutdown=STOP_SECONDS,
        )
    )


def serve_room(resources: Resources, ready: Callable[[], None] = lambda: None) -> None:
    """Serve until SIGINT or SIGTERM; ready: is called once pages are to be had. Raises NotServed."""
    bound = _bound(resources)
    ready()
    log.warning(words.LISTENING.format(address=address_of(bound)))
    _server(build_app(resources)).run(sockets=[bound])


def address_of(bound: socket.socket) -> str:
    """Return the address to type into a browser on this machine."""
    host, port = bound.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


class RoomThread:
    """Serves in a thread of its own until `close`."""

    def __init__(self, resources: Resources) -> None:
        """Raises NotServed."""
        self._socket = _bound(resources)
        self.address = address_of(self._socket)
        self._server = _server(build_app(resources))
        self._thread = threading.Thread(target=self._server.run, args=([self._socket],), name="web", daemon=True)
        self._thread.start()
        log.warning(words.LISTENING.format(address=self.address))

    def close(self) -> None:
        """Stop serving; a second time does nothing."""
        self._server.should_exit = True
        self._thread.join(STOP_SECONDS + 2)
        self._socket.close()
