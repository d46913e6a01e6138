"""The product over 5, 400 and more documents, side by side with the build before: questions, memory, start, one more.

Usage: python -m tests.bench.scale [SIZE...]    (5 400 2000; 10000 takes hours; `BEFORE_UP_TO`=400 documents)

Documents are made from those at hand: another issuer and number in the head, and one of twelve shifts of the dates.
Equal texts share a vector, so most of the building time goes into what is measured.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from statistics import quantiles
from typing import Any

from tests.bench.before import ROOT, build_before, run
from tests.bench.gold import GOLD
from tests.bench.show import Row, show

SIZES = (5, 400, 2000)
BEFORE_UP_TO = int(os.environ.get("BEFORE_UP_TO", "400"))
QUESTIONS = 80
LONGEST = 4 * 3600
_SHIFTS = 12
_FIRST = (
    "An Bình Cẩm Diên Đông Gia Hòa Hưng Khánh Lâm Long Mỹ Nam Nghĩa Phú Phước Quảng Sơn Tân Thuận Trung Vĩnh Xuân Yên"
)
_SECOND = "Bắc Châu Đức Giang Hải Hiệp Hội Khê Lạc Lộc Minh Ninh Phong Quang Tây Thành Thắng Thịnh Tiến Trạch Trị Xương"
_NAMES = tuple(f"{first} {second}" for first, second in product(_FIRST.split(), _SECOND.split()))
_LEVELS = ("Xã", "Phường", "Huyện", "Thị xã", "Quận")
_HEAD = """ỦY BAN NHÂN DÂN
{upper}

Số: {number}/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

{name}, ngày {day:02} tháng {month:02} năm {year}

"""

# Each runs in either build.
_FILL = """
import json, resource, sys
from pathlib import Path
from knowledge.library import Library
from knowledge.settings import Settings
settings = Settings(data_dir=Path(sys.argv[1]), database_url=None)
with Library.open(settings, create=True, notify=lambda _: None) as library:
    reports = library.add_plans([Path(path) for path in sys.argv[2:]])
used = resource.getrusage(resource.RUSAGE_SELF)
failed = [report.error for report in reports if report.error]
print(json.dumps({"cpu": used.ru_utime + used.ru_stime, "plans": len(reports), "failed": failed}))
"""
_SERVE = """
import json, sys, time
from pathlib import Path
import psutil
from knowledge.library import Library
from knowledge.settings import Settings
process = psutil.Process()
questions = json.loads(Path(sys.argv[2]).read_text("utf-8"))
with Library.open(Settings(data_dir=Path(sys.argv[1]), database_url=None), notify=lambda _: None) as library:
    library.ask(questions[0])
    first, used = time.time() - process.create_time(), sum(process.cpu_times()[:2])
    clock, cpu, statuses = [], [], {}
    for question in questions:
        began, before = time.perf_counter(), time.process_time()
        status = library.ask(question).status.value
        clock.append((time.perf_counter() - began) * 1000)
        cpu.append((time.process_time() - before) * 1000)
        statuses[status] = statuses.get(status, 0) + 1
    memory = process.memory_info().rss  # before every plan is opened, which no question does
    passages = sum(len(stored.passages) for stored in library.plans())
print(json.dumps({"first": first, "first_cpu": used, "clock": clock, "cpu": cpu, "memory": memory,
                  "statuses": statuses, "passages": passages}))
"""


def main(sizes: list[int]) -> None:
    """Measure every size in turn, and print."""
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="so-tay-scale-") as name, build_before(Path(name) / "before") as root:
        folder = Path(name)
        asked = folder / "questions.json"
        asked.write_text(json.dumps(questions(), ensure_ascii=False), encoding="utf-8")
        first: dict[str, dict[str, Any]] = {}
        for size in sizes:
            for build, place in (("today", ROOT), ("before", root)):
                if place is None or (build == "before" and size > BEFORE_UP_TO):
                    continue
                figures = _measure(place, folder / f"{build}-{size}", size, asked)
                print(f"{build} {size}: {json.dumps({k: v for k, v in figures.items() if k not in ('clock', 'cpu')})}")
                rows += _rows(build, size, figures, first.setdefault(build, figures))
    show(rows)


def _measure(root: Path, folder: Path, size: int, asked: Path) -> dict[str, Any]:
    files = list(write(folder / "files", size + 1))
    data = str(folder / "data")
    filled = _run(root, _FILL, data, *map(str, files[:size]))
    served = _run(root, _SERVE, data, str(asked))
    added = _run(root, _FILL, data, str(files[size]))
    again = _run(root, _SERVE, data, str(asked))
    return served | {
        "fill": filled["cpu"],
        "failed": len(filled["failed"]),
        "add": added["cpu"],
        "first": min(served["first"], again["first"]),
        "first_cpu": min(served["first_cpu"], again["first_cpu"]),
    }


def _run(root: Path, script: str, *arguments: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(run(root, "-c", script, *arguments, seconds=LONGEST))
    return told


def _rows(build: str, size: int, figures: dict[str, Any], five: dict[str, Any]) -> list[Row]:
    def times(of: dict[str, Any], unit: str) -> tuple[float, float]:
        cut = quantiles(of[unit], n=20)
        return cut[9], cut[18]

    (p50, p95), (cpu50, cpu95) = times(figures, "clock"), times(figures, "cpu")
    ratio = cpu95 / times(five, "cpu")[1]
    head = f"{build}, {size}: "
    return [
        (
            f"{head}question p50 / p95",
            f"{p50:.0f} / {p95:.0f} ms",
            f"CPU {cpu50:.0f} / {cpu95:.0f} ms, {ratio:.2f} x that of the first",
            _held(build, size, 10_000, "p95 < 200 ms and 4 x"),
        ),
        (
            f"{head}memory",
            f"{figures['memory'] / 1e6:.0f} MB",
            f"{figures['passages']} passages",
            _held(build, size, 2000, "< 600 MB"),
        ),
        (
            f"{head}start to first answer",
            f"{figures['first']:.1f} s",
            f"CPU {figures['first_cpu']:.1f} s",
            _held(build, size, 2000, "< 10 s"),
        ),
        (
            f"{head}one more document",
            f"CPU {figures['add']:.1f} s",
            f"all: {figures['fill']:.0f} s",
            _held(build, size, 10_000, "CPU < 10 s"),
        ),
    ]


def _held(build: str, size: int, most: int, bound: str) -> str:
    """Return what a figure is held to: the build of today, up to so many documents."""
    return bound if build == "today" and size <= most else ""


def questions() -> list[str]:
    """Return questions of the open gold about the five plans, evenly taken, each to be asked of everything."""
    lines = [line for path in sorted(GOLD.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()]
    asked = [str(json.loads(line)["question"]) for line in lines if line.strip()]
    return asked[:: max(1, len(asked) // QUESTIONS)][:QUESTIONS]


def write(folder: Path, count: int) -> Iterator[Path]:
    """Write so many documents, the first ones as they are."""
    folder.mkdir(parents=True)
    sources = sorted((ROOT / "knowledge" / "plans").glob("*.txt"))
    for number in range(count):
        source = sources[number % len(sources)]
        text = source.read_text("utf-8")
        path = folder / (source.name if number < len(sources) else f"{number:05}-{source.name}")
        path.write_text(text if number < len(sources) else altered(text, number), encoding="utf-8")
        yield path


def altered(text: str, number: int) -> str:
    """Return a document as another issuer would have written it, in another year's days."""
    name = f"{_LEVELS[number // len(_NAMES) % len(_LEVELS)]} {_NAMES[number % len(_NAMES)]}"
    name += f" {number // 5000}" if number >= 5000 else ""
    head = _HEAD.format(
        upper=name.upper(), number=number, name=name, day=1 + number % 28, month=1 + number % 12, year=2018 + number % 9
    )
    return head + _shifted(text[text.index("KẾ HOẠCH") :], number // 5 % _SHIFTS)


def _shifted(text: str, by: int) -> str:
    """Return the text with the day and month of its dates moved on, within 1 to 28 and 1 to 12."""

    def moved(found: re.Match[str]) -> str:
        return f"{1 + (int(found[1]) + by) % 28:02}/{1 + (int(found[2]) + by) % 12:02}{found[3]}"

    return re.sub(r"(?<![\d/])(\d{1,2})/(\d{1,2})(/20\d\d|(?![\d/]))", moved, text) if by else text


if __name__ == "__main__":
    began = time.time()
    main([int(size) for size in sys.argv[1:]] or list(SIZES))
    print(f"{time.time() - began:.0f} s in all")
