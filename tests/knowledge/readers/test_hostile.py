"""A hostile file is refused in words that name the remedy, in bounded time and memory, and leaves nothing behind."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import tempfile
import threading
import time
from pathlib import Path

import psutil
import pytest

from bot.publishing import words
from knowledge.errors import Fault, UnreadableFile
from knowledge.readers import read_data
from knowledge.readers.archives import check_archive
from knowledge.readers.reading import Unreadable
from tests.knowledge.readers.hostile import Hostile, hostile_files, texts, word_files
from tests.knowledge.word_files import para, word

SECONDS = 20
_WORDS = ("thôn", "báo cáo", "ngày", "xã", "gửi")
GROWTH = 300 * 1024 * 1024
"""Bytes, of this process and the children of the moment together, over what this one holds with all the files made."""
_TOOLS = {".doc": "soffice", ".odt": "soffice", ".rtf": "soffice", ".pdf": "tesseract", ".png": "tesseract",
          ".jpg": "tesseract", ".tif": "tesseract"}  # fmt: skip


class Watch(threading.Thread):
    """Looks how much memory this process and its children have together; `grown` is in bytes, over the beginning."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.own = psutil.Process()
        self.before = self._held()
        self.grown = 0
        self.ended = threading.Event()

    def run(self) -> None:
        """Look fifty times a second."""
        while not self.ended.wait(0.02):
            self.grown = max(self.grown, self._held() - self.before)

    def _held(self) -> int:
        """Return bytes, with those of children that other tests have left."""
        held = self.own.memory_info().rss
        for child in self.own.children(recursive=True):
            with contextlib.suppress(psutil.Error):
                held += child.memory_full_info().uss if has_begun(child) else 0
        return int(held)


def has_begun(child: psutil.Process) -> bool:
    """Tell whether a process runs a program of its own: between vfork and exec its memory is all of its parent's."""
    parent = child.parent()
    return parent is not None and child.cmdline() != parent.cmdline()


def refused(hostile: Hostile) -> UnreadableFile:
    name, data, faults = hostile
    with pytest.raises(UnreadableFile) as error:
        read_data(Path(name), data)
    assert error.value.fault in faults, f"{name}: {error.value.fault} ({error.value})"
    return error.value


@pytest.mark.parametrize(
    "hostile", [h for h in texts() if h[0].endswith((".txt", ".exe", ".docm"))], ids=lambda h: h[0]
)
def test_text_that_is_none(hostile: Hostile) -> None:
    refused(hostile)


def test_an_archive_is_checked_before_it_is_opened() -> None:
    unsafe = [hostile for hostile in word_files() if Fault.UNSAFE in hostile[2]]
    assert len(unsafe) >= 10
    for name, data, _ in unsafe:  # made here: among parameters each process would make them
        with pytest.raises(Unreadable) as error:
            check_archive(data, "Word")
        assert error.value.fault is Fault.UNSAFE, name


@pytest.mark.slow
def test_every_hostile_file_is_refused_in_bounded_time_and_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))  # other tests read files meanwhile
    slow: list[tuple[str, float]] = []
    told = 0
    made = hostile_files()
    assert len(made) >= 60
    files = [h for h in made if shutil.which(_TOOLS.get(Path(h[0]).suffix, "sh"))]
    watch = Watch()
    watch.start()
    for hostile in files:
        began = time.monotonic()
        error = refused(hostile)
        seconds = time.monotonic() - began
        if seconds > SECONDS * max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1)):  # other work takes its share
            slow.append((hostile[0], round(seconds, 1)))
        assert ";" in str(error), f"no remedy: {error}"
        assert "\n" not in str(error)
        assert words.UPLOAD_FAULTS[error.fault.value]
        told += 1
    watch.ended.set()
    assert told == len(files) >= 40
    print(f"{told} refused; this process and its children grew by {watch.grown >> 20} MB; {slow=}")
    assert 0 < watch.grown < GROWTH
    assert not slow
    left = [path.name for path in tmp_path.iterdir() if path.name.startswith("reading-")]
    assert not left


def test_others_go_on_while_a_file_is_read() -> None:
    dice = random.Random(5)
    lines = (" ".join(f"{dice.choice(_WORDS)}{dice.randrange(9000)}" for _ in range(30)) for _ in range(800))
    data = word(*(para(line) for line in lines))
    thread = threading.Thread(target=read_data, args=(Path("a.docx"), data))
    thread.start()
    longest, last = 0.0, time.monotonic()
    while thread.is_alive():
        time.sleep(0.005)
        longest, last = max(longest, time.monotonic() - last), time.monotonic()
    assert longest < 2.0


def test_no_child_is_left() -> None:
    with pytest.raises(UnreadableFile):
        read_data(Path("a.docx"), b"PK\x03\x04 nothing")
    assert not [
        child for child in psutil.Process().children(recursive=True) if "knowledge.readers" in " ".join(child.cmdline())
    ]
