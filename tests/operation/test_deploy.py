"""The files that put it in place: the unit, the compose file, the dashboard and the locked dependencies."""

from __future__ import annotations

import configparser
import json
import os
import re
import shutil
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement

from bot.operation import meters
from knowledge.library import Library
from tests.bot.sent_plans import plan
from tests.conftest import settings_for
from tests.operation.postgres import free_port, programs, running
from tests.operation.test_chroma import chroma

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
UNITS = sorted((DEPLOY / "systemd").glob("*.*"))


# -------------------------------------------------------------------------------------------------------- systemd


@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_systemd_takes_the_unit(unit: Path, tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("LEFT OUT: systemd-analyze is not installed")
    for each in UNITS:  # the program is not installed here; everything else of the unit is read as it is
        text = each.read_text("utf-8").replace("/opt/so-tay-dan-van/venv/bin/python", sys.executable)
        (tmp_path / each.name).write_text(text, "utf-8")
    verify = ["systemd-analyze", "verify", "--man=no", str(tmp_path / unit.name)]
    done = subprocess.run(verify, capture_output=True, text=True, timeout=60, check=False)
    complaints = [line for line in done.stderr.splitlines() if "so-tay-dan-van" in line]
    assert (done.returncode, complaints) == (0, [])


def test_the_service_has_a_user_without_rights_and_starts_again() -> None:
    parser = configparser.RawConfigParser(strict=False)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(DEPLOY / "systemd" / "so-tay-dan-van.service")
    service = parser["Service"]
    assert service["User"] not in ("", "root")
    assert (service["Restart"], service["RestartPreventExitStatus"]) == ("on-failure", "2")
    assert service["CapabilityBoundingSet"] == ""
    assert {service[name] for name in ("NoNewPrivileges", "ProtectHome", "PrivateDevices", "PrivateTmp")} == {"yes"}
    assert service["ExecStart"].endswith("python -m bot")


@pytest.mark.parametrize("unit", sorted((DEPLOY / "systemd").glob("*.service")), ids=lambda path: path.name)
def test_the_data_is_where_it_belongs_whatever_the_settings_say(unit: Path) -> None:
    (start,) = re.findall(r"^ExecStart=(.*)", unit.read_text("utf-8"), re.MULTILINE)
    assert start.startswith("/usr/bin/env DATA_DIR=/var/lib/so-tay-dan-van /opt/"), "an EnvironmentFile= wins otherwise"


# --------------------------------------------------------------------------------------------------------- compose


def compose() -> dict[str, dict[str, object]]:
    services: dict[str, dict[str, object]] = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))["services"]
    return services


def command(service: str) -> list[str]:
    words = compose()[service]["command"]
    assert isinstance(words, list)
    return [str(word) for word in words]


def environment(service: str, **values: str) -> dict[str, str]:
    """Return a service's environment, with its variables filled in; `values` stand for what other machines give."""
    given = compose()[service]["environment"]
    assert isinstance(given, dict)
    return {**os.environ, **{name: str(value) for name, value in given.items()}, **values}


@pytest.mark.slow
def test_the_services_start_by_the_files_own_commands(tmp_path: Path) -> None:
    """PostgreSQL, then the one that reads the plans, then the bot, which says what is wrong with its token."""
    program, *options = command("postgres")
    with ExitStack() as stack:
        url = stack.enter_context(running([str(programs() / program), *options]))
        assert url.split(":")[0] == environment("plans")["DATABASE_URL"].split(":")[0]
        (tmp_path / "knowledge" / "plans").mkdir(parents=True)
        port = free_port()
        stack.enter_context(chroma(tmp_path / "vectors", port, command("chroma")))
        (tmp_path / "knowledge" / "plans" / "xa-an-binh-2026.txt").write_bytes(plan())
        assert environment("plans")["CHROMA_URL"].rpartition(":")[2] == command("chroma")[-1]
        here = {
            "CHROMA_URL": f"http://127.0.0.1:{port}",
            "DATABASE_URL": url,
            "DATA_DIR": str(tmp_path / "data"),
            "PYTHONPATH": str(ROOT),
        }
        read = run(command("plans"), tmp_path, environment("plans", **here))
        assert read.returncode == 0, read.stderr
        assert "xa-an-binh-2026" in read.stdout
        again = run(command("plans"), tmp_path, environment("plans", **here))
        assert (again.returncode, again.stdout) == (0, "")

        with Library.open(settings_for(tmp_path / "data").model_copy(update={"database_url": url})) as library:
            assert [stored.plan_id for stored in library.plans()] == ["xa-an-binh-2026"]
        bot = run(command("bot"), tmp_path, environment("bot", **here, TELEGRAM_BOT_TOKEN=""))
        assert bot.returncode == 2
        assert "TELEGRAM_BOT_TOKEN" in bot.stderr


def run(words: list[str], folder: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    assert words[0] == "python"
    return subprocess.run(
        [sys.executable, *words[1:]], cwd=folder, env=env, capture_output=True, text=True, timeout=300, check=False
    )


def test_what_the_image_mounts_belongs_to_its_user() -> None:
    built = [service for service in compose().values() if "build" in service]
    mounted = {volume.partition(":")[2] for service in built for volume in service.get("volumes", [])}  # type: ignore[attr-defined]
    (made,) = re.findall(r"install -d -o so-tay -g so-tay -m 0700 (.*)", (DEPLOY / "Dockerfile").read_text("utf-8"))
    assert set(made.split()) == mounted


def test_the_file_names_every_service_and_where_its_password_stands() -> None:
    assert set(compose()) == {"postgres", "chroma", "plans", "bot", "room"}
    told = "docker compose --env-file .env -f deploy/compose.yaml"
    for name in ("deploy/compose.yaml", "README.vi.md"):
        assert told in (ROOT / name).read_text("utf-8"), name
    assert re.search("^#?POSTGRES_PASSWORD=", (ROOT / ".env.example").read_text("utf-8"), re.MULTILINE)


def test_the_reading_room_is_on_its_own_and_asks_for_a_code() -> None:
    assert environment("room")["TELEGRAM_BOT_TOKEN"] == ""
    assert environment("room")["WEB_ACCESS"] == "code"
    assert environment("room")["DATABASE_URL"] == environment("bot")["DATABASE_URL"]
    assert compose()["room"]["volumes"] != compose()["bot"]["volumes"], "each process has a DATA_DIR of its own"


@pytest.mark.parametrize("service", ["bot", "room"])
def test_the_health_check_reads_the_health_page(service: str) -> None:
    bot = compose()[service]
    check = bot["healthcheck"]
    assert isinstance(check, dict)
    assert f":{environment(service)['METRICS_PORT']}/healthz" in check["test"][-1]
    assert bot["cap_drop"] == ["ALL"]


# ------------------------------------------------------------------------------------------------------- dashboard


def test_the_dashboard_reads_figures_that_there_are() -> None:
    panels = json.loads((DEPLOY / "grafana" / "so-tay-dan-van.json").read_text("utf-8"))["panels"]
    asked = {
        name for panel in panels for target in panel["targets"] for name in re.findall(r"so_tay_\w+", target["expr"])
    }
    made = {name for family in meters.REGISTRY.collect() for name in _names(family.name, family.type)}
    assert asked - made == set()
    assert len(asked) > 10


def _names(name: str, kind: str) -> set[str]:
    endings = {"counter": ("_total",), "histogram": ("_bucket", "_sum", "_count")}
    return {name + ending for ending in endings.get(kind, ("",))}


# ------------------------------------------------------------------------------------------------------------ lock


def test_every_dependency_is_locked_with_hashes() -> None:
    import tomllib

    lines = (DEPLOY / "requirements.txt").read_text("utf-8").replace("\\\n", " ").splitlines()
    locked = {}
    for line in filter(None, lines):
        if line.startswith("#"):
            continue
        requirement, *hashes = line.split("--hash=sha256:")
        assert hashes, line
        parsed = Requirement(requirement.strip())
        assert [each.operator for each in parsed.specifier] == ["=="], line
        locked[_canonical(parsed.name)] = next(iter(parsed.specifier)).version
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["postgresql"]]
    for needed in map(Requirement, wanted):
        assert needed.specifier.contains(locked[_canonical(needed.name)]), f"run `make lock`: {needed}"
    assert "torch" not in locked


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
