"""Ruled lines of a table's picture: on white and grey paper, on a page that lies askew."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PIL import Image, ImageDraw

from knowledge.readers.ruled import find_rules

SIZE = 1654, 2339
ROWS = range(300, 1900, 100)
COLUMNS = (200, 320, 800, 1100, 1400)


def table(paper: int, ink: int, degrees: float) -> Image.Image:
    """Draw an empty table with a thin grid, on a page that is turned a little."""
    page = Image.new("L", SIZE, paper)
    draw = ImageDraw.Draw(page)
    for y in ROWS:
        draw.line((COLUMNS[0], y, COLUMNS[-1], y), fill=ink, width=2)
        for left, right in pairwise(COLUMNS):
            draw.text((left + 20, y + 40), "ban so " * ((right - left) // 60), fill=ink)
    for x in COLUMNS:
        draw.line((x, ROWS[0], x, ROWS[-1]), fill=ink, width=2)
    return page.rotate(degrees, fillcolor=paper, resample=Image.Resampling.BICUBIC)


@pytest.mark.parametrize("degrees", [0.0, 0.7, -0.7, 1.0])
@pytest.mark.parametrize(("paper", "ink"), [(255, 0), (230, 90), (200, 60)])
def test_each_line_of_a_table_is_one_rule(paper: int, ink: int, degrees: float) -> None:
    rules = list(find_rules(table(paper, ink, degrees), 1.0))
    across = [rule for rule in rules if rule.is_horizontal]
    assert (len(across), len(rules) - len(across)) == (len(ROWS), len(COLUMNS))


def test_what_is_filled_is_no_line() -> None:
    page = Image.new("L", SIZE, 255)
    ImageDraw.Draw(page).rectangle((200, 300, 700, 700), fill=0)
    assert list(find_rules(page, 1.0)) == []
