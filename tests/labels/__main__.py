"""`python -m tests.labels`: how much of the labelled documents is read as a person reads them."""

from __future__ import annotations

import argparse

from tests.labels.run import folders, labels, read, score


def main() -> None:
    """Read the documents and print totals."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--each", action="store_true", help="show what was missed and what was wrong")
    given = parser.parse_args()
    for folder in folders():
        if not folder.is_dir():
            print(f"skipped: the documents are not here (no folder {folder})")
            continue
        tally = score(read(folder), labels(folder))
        print(f"{folder}\n{tally.table()}")
        for name, entries in (("MISSED", tally.missed), ("WRONG", tally.wrong)) if given.each else ():
            for document, words in entries:
                print(f"{name} {document}: {' '.join(words.split())[:240]}")


if __name__ == "__main__":
    main()
