"""A document is parsed in a child process that has little memory, little time and a folder of its own.

What a hostile file does to its parser ends with that process: the caller gets an `Unreadable`, and the folder with
everything in it goes away. The caller's thread waits without holding the interpreter.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import knowledge
from knowledge.errors import Fault
from knowledge.readers.reading import Reading, Unreadable, load

INPUT, OUTPUT, FRAMED = "document", "reading.json", "framed.json"
WALL_SECONDS = 900.0
"""Longest wait for one file, a long scan included; what a parser may compute is far less, see `readers.worker`."""
_MAX_OUTPUT = 64 * 1024 * 1024
_POLL = 0.02
_JPEG = b"\xff\xd8"
_HEAVY = "takes more time or memory than a document may; open it, save it anew and give the new file"
_KILLED = {-signal.SIGXCPU, -signal.SIGKILL, -signal.SIGXFSZ}


def read_apart(kind: str, data: bytes) -> Reading:
    """Read `data` as a file of this kind (a suffix such as ".docx") in a child process. Raises Unreadable."""
    return load(_apart(kind, data))


def picture_apart(kind: str, data: bytes, page: int, text: str, spans: Sequence[tuple[int, int]]) -> bytes:
    """Return a page, from 1, as JPEG, with the words of these spans of its text framed. Raises Unreadable."""
    made = _apart(kind, data, str(page), framed=json.dumps({"text": text, "spans": spans}).encode() if spans else b"")
    if not made.startswith(_JPEG):
        load(made)
        raise Unreadable("it has no such page; count again", Fault.OTHER)
    return made


def _apart(kind: str, data: bytes, *page: str, framed: bytes = b"") -> bytes:
    """Return what the child leaves."""
    with tempfile.TemporaryDirectory(prefix="reading-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / INPUT).write_bytes(data)
        if framed:
            (folder / FRAMED).write_bytes(framed)
        code = _run(kind, folder, *page)
        output = folder / OUTPUT
        if code == 0 and output.is_file() and output.stat().st_size <= _MAX_OUTPUT:
            return output.read_bytes()
    if code in _KILLED or code is None:
        raise Unreadable(_HEAVY, Fault.TOO_HEAVY)
    reason = f"its content ends the program that reads it (code {code}); open it, save it anew and give the new file"
    raise Unreadable(reason, Fault.DAMAGED)


def _run(kind: str, folder: Path, *page: str) -> int | None:
    """Return the child's exit code, None when it took too long."""
    process = subprocess.Popen(  # noqa: S603 - our own module, with a suffix of our own table
        [sys.executable, "-P", "-m", "knowledge.readers.worker", kind, str(folder), *page],
        cwd=folder, env=_surroundings(folder), stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        until = time.monotonic() + WALL_SECONDS
        while process.poll() is None and time.monotonic() < until:
            time.sleep(_POLL)
        return process.returncode
    finally:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)  # and whatever it has started
        process.wait()


def _surroundings(folder: Path) -> dict[str, str]:
    """Return the child's environment: no settings, no secrets, a home and temporary files inside its folder."""
    kept = {key: os.environ[key] for key in ("PATH", "LD_LIBRARY_PATH", "TESSDATA_PREFIX") if key in os.environ}
    root = str(Path(knowledge.__file__).parent.parent)
    return {
        **kept, "PYTHONPATH": root, "PYTHONDONTWRITEBYTECODE": "1", "HOME": str(folder), "TMPDIR": str(folder),
        "LC_ALL": "C.UTF-8", "OMP_THREAD_LIMIT": "1", "OPENBLAS_NUM_THREADS": "1",
    }  # fmt: skip
