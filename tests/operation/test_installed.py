"""`deploy/install.sh` under another root, with a stand-in for Python, and the command that it puts there."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PARTS = (
    "bot",
    "knowledge",
    "ingest.py",
    "pyproject.toml",
    "README.md",
    "README.vi.md",
    "LICENSE",
    "deploy",
    ".env.example",
)
PYTHON = f"""#!{sys.executable}
import json, os, sys
from pathlib import Path
words = sys.argv[1:]
if words[:2] == ["-m", "dotenv"] or words[:1] == ["-c"]:
    os.environ["PYTHONPATH"] = {str(ROOT)!r}
    os.execv({sys.executable!r}, [{sys.executable!r}, *words])
said = {{"words": words, "cwd": os.getcwd(), "env": dict(os.environ), "read": {{}}}}
for before, word in zip(words, words[1:]):
    if before in ("--export", "--out"):
        Path(word).write_text("made")
    elif Path(word).is_file():
        said["read"][Path(word).name] = Path(word).read_text()
with open(os.environ["CALLS"], "a") as calls:
    calls.write(json.dumps(said) + "\\n")
sys.exit(int(os.environ.get("CODE", "0")))
"""
PIP = """#!/bin/sh
for last; do :; done
case $last in /*) [ ! -e "$last/build" ] && [ -e "$last/pyproject.toml" ] && ls "$last" > "$CALLS.built" ;; esac
"""


@dataclass
class Machine:
    """A root with a checkout beside it. calls: what the stand-in for Python was asked for, line by line."""

    prefix: Path
    checkout: Path
    calls: Path

    def environment(self, **given: str) -> dict[str, str]:
        return os.environ | {"PREFIX": str(self.prefix), "CALLS": str(self.calls)} | given

    def install(self, **given: str) -> subprocess.CompletedProcess[str]:
        """Run the script as `make up` does."""
        return subprocess.run(
            ["deploy/install.sh"], cwd=self.checkout, env=self.environment(**given), capture_output=True, text=True,
            timeout=60, check=False,
        )  # fmt: skip

    def run(self, *words: str, cwd: Path, **given: str) -> subprocess.CompletedProcess[str]:
        """Run the installed command."""
        command = self.prefix / "usr" / "local" / "bin" / "so-tay-dan-van"
        return subprocess.run(
            [command, *words], cwd=cwd, env=self.environment(**given), capture_output=True, text=True, timeout=60,
            check=False,
        )  # fmt: skip

    @property
    def last(self) -> dict[str, Any]:
        """The last call."""
        said: dict[str, Any] = json.loads(self.calls.read_text("utf-8").splitlines()[-1])
        return said

    @property
    def data(self) -> Path:
        return self.prefix / "var" / "lib" / "so-tay-dan-van"


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    prefix, checkout = tmp_path / "root", tmp_path / "checkout"
    checkout.mkdir()
    for part in PARTS:
        (checkout / part).symlink_to(ROOT / part)
    (checkout / "deploy").unlink()
    shutil.copytree(ROOT / "deploy", checkout / "deploy")
    programs = prefix / "opt" / "so-tay-dan-van" / "venv" / "bin"
    programs.mkdir(parents=True)
    for name, text in (("python", PYTHON), ("pip", PIP)):
        (programs / name).write_text(text, "utf-8")
        (programs / name).chmod(0o755)
    return Machine(prefix, checkout, tmp_path / "calls")


def test_plans_are_read_where_the_data_is_with_the_services_own_settings(machine: Machine) -> None:
    (machine.checkout / ".env").write_text("DATABASE_URL=postgresql://u:p&w@h/x?a=1&b=2\nDATA_DIR=./data\n", "utf-8")
    done = machine.install()
    assert done.returncode == 0, done.stderr
    assert machine.last["words"][:3] == ["-m", "ingest", "--if-missing"]
    assert machine.last["cwd"] == machine.last["env"]["DATA_DIR"] == str(machine.data)
    assert machine.last["env"]["DATABASE_URL"] == "postgresql://u:p&w@h/x?a=1&b=2"


def test_the_program_is_built_from_a_copy_of_the_checkout(machine: Machine) -> None:
    (machine.checkout / "build" / "lib" / "bot").mkdir(parents=True)
    before = sorted(machine.checkout.rglob("*"))
    assert machine.install().returncode == 0
    assert "pyproject.toml" in Path(f"{machine.calls}.built").read_text("utf-8"), "nothing of an earlier build is in it"
    assert sorted(machine.checkout.rglob("*")) == before


def test_what_is_said_at_the_end_was_looked_at(machine: Machine, tmp_path: Path) -> None:
    manager = tmp_path / "systemctl"
    manager.write_text('#!/bin/sh\n[ "$1" != is-active ] || exit "$STATE"\n', "utf-8")
    manager.chmod(0o755)
    quick = {"SYSTEMCTL": str(manager), "LOOKS": "2", "PAUSE": "0"}

    done = machine.install(**quick, STATE="3")
    assert done.returncode == 0
    assert "TELEGRAM_BOT_TOKEN=" in done.stdout
    assert "the bot runs" not in done.stdout

    (machine.prefix / "etc" / "so-tay-dan-van.env").write_text("TELEGRAM_BOT_TOKEN=1:a\n", "utf-8")
    done = machine.install(**quick, STATE="3")
    assert done.returncode == 1
    assert "does not run" in done.stderr
    assert "the bot runs" in machine.install(**quick, STATE="0").stdout


# ------------------------------------------------------------------------------------------------------- the command


def test_the_command_works_on_the_installed_data_wherever_it_is_called(machine: Machine, tmp_path: Path) -> None:
    assert machine.install().returncode == 0
    (tmp_path / "ke-hoach-x.txt").write_text("Kế hoạch", "utf-8")
    (tmp_path / ".env").write_text("ADMIN_IDS=1\n", "utf-8")

    machine.run("status", "--json", cwd=tmp_path)
    assert machine.last["words"] == ["-m", "bot", "status", "--json"]
    assert machine.last["cwd"] == machine.last["env"]["DATA_DIR"] == str(machine.data)

    machine.run("backup", cwd=tmp_path)
    assert machine.last["words"][-1] == str(machine.prefix / "var" / "backups" / "so-tay-dan-van")
    machine.run("backup", "mine.tar.gz", cwd=tmp_path)
    assert machine.last["words"][-1] == str(tmp_path / "mine.tar.gz")

    machine.run("ingest", "--supersede", "ke-hoach-x.txt", cwd=tmp_path)
    assert machine.last["words"][:3] == ["-m", "ingest", "--supersede"]
    assert machine.last["read"] == {"ke-hoach-x.txt": "Kế hoạch"}
    assert Path(machine.last["words"][-1]).parent != tmp_path, "its own folder need not be open to the bot's user"

    for words in (["person", "7", "--export", "a.json"], ["brief", "--plan", "x", "--out=a.docx"]):
        machine.run(*words, cwd=tmp_path)
        assert (tmp_path / words[-1].removeprefix("--out=")).read_text("utf-8") == "made"
    assert machine.last["words"][:3] == ["-m", "knowledge", "brief"]
    assert Path(machine.last["words"][-1]).suffix == ".docx"


def test_the_command_ends_as_the_program_does(machine: Machine, tmp_path: Path) -> None:
    assert machine.install().returncode == 0
    assert machine.run("status", cwd=tmp_path, CODE="3").returncode == 3
