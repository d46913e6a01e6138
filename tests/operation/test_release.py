"""One version: the package's, the command's and the changelog's newest release."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import knowledge

ROOT = Path(__file__).parents[2]


def test_the_changelog_has_the_version_as_its_newest_release() -> None:
    heads = re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    releases = [tuple(map(int, head.split(" ")[0].split("."))) for head in heads if head != "Unreleased"]
    assert releases == sorted(releases, reverse=True)
    assert ".".join(map(str, releases[0])) == knowledge.__version__


def test_the_package_takes_its_version_from_the_program() -> None:
    written = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert "version" not in written["project"]
    assert written["tool"]["setuptools"]["dynamic"]["version"] == {"attr": "knowledge.__version__"}


def test_the_command_tells_its_version(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "--version"], cwd=ROOT, capture_output=True, text=True, timeout=180, check=True
    )
    assert f" {knowledge.__version__} (Python {sys.version.split()[0]}, python-telegram-bot 22." in done.stdout
    assert "?" not in done.stdout
    assert not (tmp_path / "data").exists()
