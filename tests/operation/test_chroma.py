"""A real Chroma server on loopback: one process fills it, all ask it, and answers go on while it is away."""

from __future__ import annotations

import shutil
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

import pytest

from bot.memory.state import MEMORY, State
from bot.operation import Checkup
from knowledge.errors import DataUnwritable
from knowledge.index.candidates import Candidates
from knowledge.index.chroma import ChromaServer, ServerAway, server_of
from knowledge.library import Library
from knowledge.settings import Settings
from tests.bot.sent_plans import make_collection
from tests.conftest import settings_for
from tests.operation.postgres import free_port

pytestmark = pytest.mark.slow  # many seconds, or real processes

ASKED = "nộp báo cáo trước ngày nào"


@contextmanager
def chroma(folder: Path, port: int, words: list[str] | None = None) -> Iterator[None]:
    """Run a server over `folder`; skips aloud without one. words: its command, but for where it is and keeps."""
    program = Path(sys.executable).with_name("chroma")
    if not program.exists():
        pytest.skip("LEFT OUT: `chroma` is not installed (pip install chromadb)")
    given = {"--path": str(folder), "--host": "127.0.0.1", "--port": str(port)}
    words = words or ["chroma", "run", *(word for name in given for word in (name, ""))]
    command = [str(program), *(given.get(before, word) for before, word in pairwise(words))]
    folder.mkdir(exist_ok=True)
    with subprocess.Popen(command, cwd=folder.parent, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            there = ChromaServer(f"http://127.0.0.1:{port}", None, None, "test")
            for _ in range(300):
                try:
                    there.look()
                    break
                except ServerAway:
                    time.sleep(0.2)
            else:
                raise TimeoutError("Chroma does not start")
            yield
        finally:
            server.kill()
            server.wait(30)


def at(port: int, folder: Path, scheme: str = "http", **more: object) -> Settings:
    return settings_for(folder).model_copy(update={"chroma_url": f"{scheme}://127.0.0.1:{port}", **more})


def asked_of_chroma(monkeypatch: pytest.MonkeyPatch) -> list[list[int] | None]:
    """Note what the searches of this test get from Chroma."""
    found: list[list[int] | None] = []
    near = Candidates.near

    def noted(self: Candidates, *arguments: object) -> list[int] | None:
        found.append(near(self, *arguments))  # type: ignore[arg-type]
        return found[-1]

    monkeypatch.setattr(Candidates, "near", noted)
    return found


def hits(library: Library) -> list[tuple[str, float]]:
    return [(hit.passage.id, round(hit.score, 5)) for hit in library.search(ASKED, 5)]


def test_a_generation_is_on_the_server_and_answers_go_on_without_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_collection(tmp_path)
    files, port = sorted(tmp_path.glob("*.txt")), free_port()
    plain = settings_for(tmp_path / "plain")
    with Library.open(plain, create=True, notify=lambda _: None) as library:
        library.add_plans(files)
        expected = hits(library)
    found = asked_of_chroma(monkeypatch)
    here, memory = at(port, tmp_path / "here"), State(tmp_path / MEMORY)
    with Library.open(here, create=True, notify=lambda _: None) as library:
        with pytest.raises(DataUnwritable, match="CHROMA_URL"):
            library.add_plans(files)  # nothing is there yet
        with chroma(tmp_path / "server", port):
            library.add_plans(files[:1])
            library.add_plans(files)
            assert hits(library) == expected
            server = server_of(here)
            assert server is not None
            assert len(server.client().list_collections()) == 1  # the generation before is gone
            assert library.server_trouble() is None
        found.clear()
        assert hits(library) == expected
        assert found[0] is None
        checks = Checkup(here.data_dir, memory.database.engine, lambda: "g", lambda: None, library.server_trouble)
        assert [check.ok for check in checks.look() if check.name == "chroma"] == [False]
    with Library.open(here, notify=lambda _: None) as library:  # a process that starts meanwhile
        found.clear()
        assert hits(library) == expected
        assert found == [None] * len(found)
        with chroma(tmp_path / "server", port):
            monkeypatch.setattr("knowledge.index.candidates._AWAY_SECONDS", 0.0)
            time.sleep(5)
            found.clear()
            assert hits(library) == expected
            assert all(rows for rows in found)
            assert [check.ok for check in checks.look() if check.name == "chroma"] == [True]
    memory.close()


def test_the_token_and_the_certificate_are_wanted(tmp_path: Path) -> None:
    if shutil.which("openssl") is None:
        pytest.skip("LEFT OUT: openssl is not installed")
    made = ["-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    names = ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", "key.pem", "-out", "ca.pem"]
    subprocess.run(["openssl", "req", *made, *names], cwd=tmp_path, check=True, capture_output=True, timeout=60)
    make_collection(tmp_path)
    behind, front = free_port(), free_port()
    known = at(front, tmp_path / "known", "https", chroma_ca=tmp_path / "ca.pem")
    token = Settings(chroma_token="s3cret").chroma_token  # type: ignore[arg-type]
    with chroma(tmp_path / "server", behind), guarding(tmp_path, front, behind):
        for settings in (
            at(front, tmp_path / "a"),
            at(front, tmp_path / "b", "https", chroma_token=token),
            known,
        ):
            server = server_of(settings)
            assert server is not None
            with pytest.raises(ServerAway) as told:
                server.look()
            assert "s3cret" not in str(told.value)
        with Library.open(
            known.model_copy(update={"chroma_token": token}), create=True, notify=lambda _: None
        ) as library:
            library.add_plans(sorted(tmp_path.glob("*.txt")))
            assert library.server_trouble() is None
            assert hits(library)


@contextmanager
def guarding(folder: Path, front: int, behind: int) -> Iterator[None]:
    """Stand before a server as a proxy does: TLS, and a bearer token with every call."""

    class Guard(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def pass_on(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
            status, answer = 403, b"{}"
            if self.headers.get("Authorization") == "Bearer s3cret":
                inner = HTTPConnection("127.0.0.1", behind, timeout=30)
                inner.request(self.command, self.path, body, {"Content-Type": "application/json"})
                given = inner.getresponse()
                status, answer = given.status, given.read()
                inner.close()
            self.send_response(status)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        do_GET = do_POST = do_DELETE = do_PUT = pass_on

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", front), Guard)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign] # who comes without TLS is cut off
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "ca.pem", folder / "key.pem")
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)
