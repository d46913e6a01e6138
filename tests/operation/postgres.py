"""A real PostgreSQL in a temporary folder, on loopback, for as long as a test needs it."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

USER = "postgres"


def programs() -> Path:
    """Return the folder of PostgreSQL's programs; skips aloud without one."""
    found = shutil.which("initdb")
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin")) or ([Path(found).parent] if found else [])
    if not folders:
        pytest.skip("LEFT OUT: PostgreSQL is not installed (apt-get install postgresql)")
    return folders[-1]


def free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


def account() -> str | None:
    """Return the user that PostgreSQL runs as: it refuses root."""
    return USER if os.getuid() == 0 else None


@dataclass
class Server:
    """A server that can be killed and started again. url: an SQLAlchemy URL of an empty database; command: what is run,
    in place of `postgres`."""

    folder: Path
    port: int
    command: list[str]
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"postgresql+psycopg://{USER}@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        data = str(self.folder / "data")
        options = ["-D", data, "-k", str(self.folder), "-p", str(self.port), "-c", "listen_addresses=127.0.0.1"]
        self.process = subprocess.Popen(
            [*self.command, *options, "-c", "fsync=off"], user=account(), stderr=subprocess.DEVNULL, cwd=self.folder
        )
        _wait(self.port)

    def stop(self) -> None:
        """End it at once, with every connection; SIGTERM would wait for clients that forgot to leave."""
        if self.process is not None:
            self.process.send_signal(signal.SIGQUIT)
            self.process.wait(30)
            self.process = None


@contextmanager
def served(command: list[str] | None = None) -> Iterator[Server]:
    """Run a server over a new cluster."""
    folder = Path(tempfile.mkdtemp(prefix="so-tay-postgres-"))
    try:
        if account():
            shutil.chown(folder, USER, USER)
        cluster = ["-D", str(folder / "data"), "-A", "trust", "-U", USER, "-E", "UTF8", "--locale=C.UTF-8", "-N"]
        subprocess.run([programs() / "initdb", *cluster], user=account(), capture_output=True, check=True, timeout=120)
        server = Server(folder, free_port(), command or [str(programs() / "postgres")])
        try:
            server.start()
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def running(command: list[str] | None = None) -> Iterator[str]:
    """Run a server and yield an SQLAlchemy URL of an empty database."""
    with served(command) as server:
        yield server.url


def _wait(port: int) -> None:
    for _ in range(600):
        try:
            psycopg.connect(host="127.0.0.1", port=port, user=USER, dbname="postgres", connect_timeout=2).close()
        except psycopg.OperationalError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError("PostgreSQL does not start")
