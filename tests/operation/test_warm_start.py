"""What a start makes ready while nobody asks yet."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from bot import __main__ as program
from bot.operation.meters import ANSWERS, WatchedLibrary
from bot.settings import BotSettings
from knowledge.patterns import later
from tests.conftest import settings_for

COUNT = """
import re, sys
from bot.operation.meters import WatchedLibrary
from knowledge.settings import Settings
from pathlib import Path
with WatchedLibrary.open(Settings(_env_file=None, data_dir=Path(sys.argv[1]))) as library:
    if sys.argv[2] == "warm":
        library.warm_up()
    compiled, real = [], re.compile
    re.compile = lambda *given: compiled.append(given) or real(*given)
    library.ask("Khi nào nộp báo cáo 6 tháng?")
    print(len(compiled))
"""


def _compiled(folder: Path, start: str) -> int:
    done = subprocess.run(
        [sys.executable, "-c", COUNT, str(folder), start], capture_output=True, text=True, timeout=60, check=True
    )
    return int(done.stdout)


@pytest.mark.slow  # two processes that load the model
def test_after_warming_up_the_first_answer_has_little_left_to_compile(data_dir: Path) -> None:
    assert _compiled(data_dir, "warm") < _compiled(data_dir, "cold") / 20


def test_warming_up_counts_as_no_question_and_a_library_that_is_closed_meanwhile_is_no_trouble(data_dir: Path) -> None:
    before = [sample.value for metric in ANSWERS.collect() for sample in metric.samples if "_total" in sample.name]
    with WatchedLibrary.open(settings_for(data_dir)) as library:
        library.warm_up()
    library.warm_up()
    after = [sample.value for metric in ANSWERS.collect() for sample in metric.samples if "_total" in sample.name]
    assert after == before


def test_the_start_does_not_wait_for_it(data_dir: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    began, ends = threading.Event(), threading.Event()

    def warm_up(_: WatchedLibrary) -> None:
        began.set()
        ends.wait(10)

    monkeypatch.setattr(WatchedLibrary, "warm_up", warm_up)
    monkeypatch.setenv("DATA_DIR", str(data_dir))
    monkeypatch.chdir(tmp_path)
    resources = program.open_resources(BotSettings(_env_file=None))  # type: ignore[call-arg]
    try:
        assert began.wait(5)
        assert resources.library.plans()
    finally:
        ends.set()
        resources.close()


def test_two_that_need_a_pattern_at_once_compile_it_once(monkeypatch: pytest.MonkeyPatch) -> None:
    pattern, compiled, real = later("once"), list[str](), re.compile

    def slow(given: str, flags: int) -> re.Pattern[str]:
        compiled.append(given)
        time.sleep(0.05)
        return real(given, flags)

    monkeypatch.setattr(re, "compile", slow)
    threads = [threading.Thread(target=lambda: pattern.search("once")) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(compiled) == 1
