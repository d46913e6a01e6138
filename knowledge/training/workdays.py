"""Derive the table of days off from the package `holidays`: `make workdays`."""

from __future__ import annotations

from importlib.metadata import version

from knowledge.workdays import FIRST, LAST, TABLE, of_package

PACKAGE = "holidays"


def table() -> str:
    """Return the table: the last year that is decided, then a day a line, with its name, or none where it is worked."""
    until, days = of_package(range(FIRST, LAST + 1))
    rows = [*days.holidays.items(), *((day, "") for day in days.worked)]
    told = "\n".join(f"{day.isoformat()}\t{name}" for day, name in sorted(rows))
    return f"# From {PACKAGE} {version(PACKAGE)} (MIT License) by `make workdays`\n{until}\n{told}\n"


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8")
