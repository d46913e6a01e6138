"""`python -m tests.labels`: how much of the labelled documents is read as a person reads them."""

from __future__ import annotations

import argparse
import sys

from tests.labels.run import DOCUMENTS, read, score


def main() -> None:
    """Read the documents and print totals."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--each", action="store_true", help="show what was missed and what was wrong")
    given = parser.parse_args()
    if not DOCUMENTS.is_dir():
        sys.exit(f"skipped: the documents are not here (no folder {DOCUMENTS})")
    tally = score(read(DOCUMENTS))
    print(tally.table())
    if given.each:
        for name, entries in (("MISSED", tally.missed), ("WRONG", tally.wrong)):
            for document, words in entries:
                print(f"{name} {document}: {' '.join(words.split())[:200]}")


if __name__ == "__main__":
    main()
