"""Figures as a table, each beside what it is held to."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

Row = tuple[str, str, str, str]
"""What was measured, the figure, what it is compared with, what it is held to."""


def show(rows: list[Row]) -> None:
    """Print the rows."""
    table = Table("measured", "figure", "beside", "held to")
    for row in rows:
        table.add_row(*row)
    Console(width=130).print(table)
