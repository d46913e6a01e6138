"""How many characters a scan loses: `python -m tests.bench.scans` prints a line a plan, and one for all of them.

Each of the five plans is set in Word (13 points), printed by LibreOffice, turned into pictures of 200 dpi and read by
recognition; what comes out is compared with the plan's text, white space made alike. Needs soffice and tesseract.
"""

from __future__ import annotations

import json
import re
import tempfile
import time
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from knowledge.readers import read
from tests.conftest import PLANS
from tests.knowledge.readers.plans_as_files import as_word, converted, names, scanned


def main() -> None:
    """Measure and print."""
    wrong = letters = 0
    for name in names():
        with tempfile.TemporaryDirectory() as folder:
            scan = scanned(converted(as_word(name, Path(folder)), "pdf"))
            began = time.monotonic()
            raw = read(scan)
            seconds = time.monotonic() - began
        meant = _alike(re.sub(r"\*\*|__", "", (PLANS / f"{name}.txt").read_text(encoding="utf-8")))
        distance = Levenshtein.distance(meant, _alike(raw.text))
        wrong, letters = wrong + distance, letters + len(meant)
        pages = len(raw.page_starts)
        line = {"plan": name, "pages": pages, "seconds": round(seconds, 1), "cer": round(distance / len(meant), 5)}
        print(json.dumps(line))
    print(json.dumps({"plans": len(names()), "characters": letters, "wrong": wrong, "cer": round(wrong / letters, 5)}))


def _alike(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    main()
