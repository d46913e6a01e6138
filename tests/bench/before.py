"""The build of a fixed commit, beside which today's is measured in the same run."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
COMMIT = "463af12"
_NOT_GIVEN = ("DATA_DIR", "EMBEDDING_MODEL", "PYTHONDONTWRITEBYTECODE")
"""Of the environment; an installed program has its bytecode."""


@contextmanager
def build_before(folder: Path, commit: str = COMMIT) -> Iterator[Path | None]:
    """Check a commit out into `folder` and take it away again; None where the repository doesn't hold it."""
    added = _git("worktree", "add", "--detach", str(folder), commit)
    try:
        yield folder if added else None
    finally:
        if added:
            _git("worktree", "remove", "--force", str(folder))


def run(root: Path, *arguments: str, seconds: float = 1800) -> str:
    """Run Python with the modules of the build in `root`, and return the last line it printed."""
    clean = {key: value for key, value in os.environ.items() if key not in _NOT_GIVEN}
    done = subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        timeout=seconds,
        check=True,
        cwd=root,
        env={**clean, "PYTHONPATH": str(root), "OMP_WAIT_POLICY": "passive"},
    )
    return done.stdout.splitlines()[-1]


def _git(*arguments: str) -> bool:
    return subprocess.run(["git", "-C", str(ROOT), *arguments], capture_output=True).returncode == 0
