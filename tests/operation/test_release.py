"""One version: the package's, the command's and the changelog's newest release."""

from __future__ import annotations

import re
import shutil
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


def test_the_list_of_parts_has_the_version_of_the_whole(tmp_path: Path) -> None:
    for name in ("Makefile", "pyproject.toml", "knowledge/__init__.py", "deploy/requirements.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    for stamp in (".venv/bin/python", ".venv/.installed-release", ".venv-service/.installed"):
        (tmp_path / stamp).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / stamp).touch()
    lists = tmp_path / ".venv" / "bin" / "cyclonedx-py"
    lists.write_text('#!/bin/sh\ncp "$4" "$8"\n', "utf-8")  # environment PYTHON --pyproject FILE --of JSON -o OUT
    lists.chmod(0o755)
    subprocess.run(["make", "sbom"], cwd=tmp_path, capture_output=True, timeout=60, check=True)
    project = tomllib.loads((tmp_path / "dist" / "sbom.json").read_text("utf-8"))["project"]
    assert (project["version"], "dynamic" in project) == (knowledge.__version__, False)


def test_the_command_tells_its_version(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "--version"], cwd=ROOT, capture_output=True, text=True, timeout=180, check=True
    )
    assert f" {knowledge.__version__} (Python {sys.version.split()[0]}, python-telegram-bot 22." in done.stdout
    assert "?" not in done.stdout
    assert not (tmp_path / "data").exists()
