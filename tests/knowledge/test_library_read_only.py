"""A data folder that may only be read: it serves when all is well, and says so when something has to be written."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from pathlib import Path

import pytest

from knowledge.settings import Settings
from tests.knowledge.invented import plan_text

ROOT = Path(__file__).parent.parent.parent
QUESTION = "Khi nào các thôn nộp báo cáo 6 tháng?"


def _without_root_powers() -> None:
    """Give up root's right to pass over file permissions (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH) for what follows."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None)
        for capability in (1, 2):
            libc.prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP


def _run(code: str, settings: Settings) -> subprocess.CompletedProcess[str]:
    """Run `code` in a process that permissions bind, with `settings` and `Library` at hand."""
    head = (
        "from pathlib import Path; from knowledge.library import Library; from knowledge.settings import Settings\n"
        f"settings = Settings(data_dir=Path({str(settings.data_dir)!r}), embedding_model='e5-small-int8')\n"
    )
    return subprocess.run(
        [sys.executable, "-c", head + code],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=ROOT,
        preexec_fn=_without_root_powers,
    )


@pytest.fixture
def read_only(small: Settings) -> Settings:
    paths = [small.data_dir, *small.data_dir.rglob("*")]
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    return small


def _writable_again(folder: Path) -> None:
    for path in [folder, *sorted(folder.rglob("*"))]:
        path.chmod(0o755 if path.is_dir() else 0o644)


def test_a_read_only_folder_serves(read_only: Settings) -> None:
    done = _run(f"with Library.open(settings) as library: print(library.ask({QUESTION!r}).status.value)", read_only)
    _writable_again(read_only.data_dir)
    assert (done.stdout.strip(), done.returncode) == ("answered", 0), done.stderr


def test_a_read_only_folder_with_a_damaged_index_says_so(read_only: Settings) -> None:
    file = next(read_only.data_dir.rglob("vectors.npy"))
    file.chmod(0o644)
    file.write_bytes(b"")
    file.chmod(0o444)
    done = _run("Library.open(settings)", read_only)
    _writable_again(read_only.data_dir)
    assert "DataUnwritable: the index is missing or damaged" in done.stderr
    assert "give this user write access" in done.stderr


def test_a_read_only_folder_takes_no_plans(read_only: Settings, tmp_path: Path) -> None:
    path = tmp_path / "xa-an-hoa-2026.txt"
    path.write_text(plan_text("28"), encoding="utf-8")
    done = _run(f"with Library.open(settings) as library: library.add_plans([Path({str(path)!r})])", read_only)
    _writable_again(read_only.data_dir)
    assert "DataUnwritable" in done.stderr
    assert "give this user write access" in done.stderr
