"""Ruled lines of a table in a page's picture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from knowledge.readers.layout.model import Rule

_DARK = 0.62  # of the way from ink to paper: 158 on white paper, since a line askew is pale where it steps
_INK, _PAPER = 0.05, 60.0  # percent of a page's pixels that are as dark, by which its ink and its paper are known
_LEAST_CONTRAST = 60
_BLACK = 100  # what is dark on a page that is all of one shade
_LONG = 0.42  # inches: no stroke of a letter is as long, the side of a table's cell is
_TALL = 0.26
_WHOLE = 0.96  # of a run's pixels that must be dark
_DPI = 200
_ASKEW = 0.022  # how far a line may rise on its way: that of a page turned by 1.2 degrees
_MOST = 600
_SAME = 4  # pixels between two runs of one line

Array = np.ndarray[Any, np.dtype[Any]]


def find_rules(image: Any, scale: float) -> Iterator[Rule]:
    """Yield the ruled lines of a grey picture. scale: points a pixel."""
    dark = _dark(np.asarray(image))
    across = list(_runs(_thick(dark, 0), round(_LONG * _DPI)))
    down = list(_runs(_thick(dark, 1).T, round(_TALL * _DPI)))
    if len(across) > _MOST or len(down) > _MOST:
        return
    for y, x0, x1 in across:
        yield Rule(x0 * scale, y * scale, x1 * scale, y * scale)
    for x, y0, y1 in down:
        yield Rule(x * scale, y0 * scale, x * scale, y1 * scale)


def _dark(grey: Array) -> Array:
    """Tell ink from paper by what they are on this page: on grey paper a thin line is paler than on white."""
    ink, paper = (float(level) for level in np.percentile(grey[::4, ::4], (_INK, _PAPER)))
    out: Array = grey < (ink + _DARK * (paper - ink) if paper - ink >= _LEAST_CONTRAST else _BLACK)
    return out


def _thick(dark: Array, axis: int) -> Array:
    """Widen everything dark by a pixel at either side: a line of a page that lies a little askew stays whole."""
    out = dark.copy()
    if axis == 0:
        out[1:] |= dark[:-1]
        out[:-1] |= dark[1:]
    else:
        out[:, 1:] |= dark[:, :-1]
        out[:, :-1] |= dark[:, 1:]
    return out


def _runs(dark: Array, length: int) -> Iterator[tuple[float, int, int]]:
    """Yield (row, first, last column) of the dark runs of at least `length`, those of neighbouring rows as one."""
    if dark.shape[1] <= length:
        return
    counts = np.cumsum(dark, axis=1, dtype=np.int32)
    whole = (counts[:, length:] - counts[:, :-length]) >= _WHOLE * length
    open_runs: list[list[int]] = []  # first row, last row, first and last column
    for row in np.flatnonzero(whole.any(axis=1)):
        at = np.flatnonzero(np.diff(np.concatenate(([0], whole[row].view(np.int8), [0]))))
        for first, last in zip(at[::2], at[1::2] + length, strict=True):
            near = next(
                (run for run in open_runs if row - run[1] <= _SAME and first <= run[3] and run[2] <= last), None
            )
            if near is None:
                open_runs.append([int(row), int(row), int(first), int(last)])
            else:
                near[1:] = [int(row), min(near[2], int(first)), max(near[3], int(last))]
        done = [run for run in open_runs if row - run[1] > _SAME]
        open_runs = [run for run in open_runs if row - run[1] <= _SAME]
        yield from ((((run[0] + run[1]) / 2), run[2], run[3]) for run in done if _is_line(run, length))
    yield from ((((run[0] + run[1]) / 2), run[2], run[3]) for run in open_runs if _is_line(run, length))


def _is_line(run: list[int], length: int) -> bool:
    """Tell a line, which may lie askew, from something filled."""
    return run[1] - run[0] < max(length / 3, (run[3] - run[2]) * _ASKEW)
