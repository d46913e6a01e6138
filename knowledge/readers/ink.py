"""A coloured picture of a page -> grey, without the red of the stamps that lie over signatures and names."""

from __future__ import annotations

from typing import Any

import numpy as np
from PIL import ImageChops, ImageFilter

_RED = 40  # how far red stands over the other colours in the ink of a stamp
_PAPER = 1.3  # times its red light, a stamp's ink is nearly as bright as paper; black print under it stays dark
_STAMP = (0.5, 0.35)  # of the page's width and height: stamps lie within; red print goes over more of it
_TALL = 0.07  # of the page's height: a seal is taller than a red title
_TRIM = (2, 98)  # percent of the red pixels: beyond lie specks


def without_stamps(image: Any) -> Any:
    """Return a picture in grey; red print that goes over the page stays as dark as it is."""
    grey = image.convert("L")
    if image.mode not in ("RGB", "RGBA", "P", "CMYK", "YCbCr"):
        return grey
    red, green, blue = image.convert("RGB").split()
    mask = ImageChops.subtract(red, ImageChops.lighter(green, blue)).point(_is_red)
    rows, columns = np.nonzero(np.asarray(mask.reduce(4)))
    if not len(rows):
        return grey
    wide, high = (4 * np.subtract(*np.percentile(places, _TRIM[::-1])) for places in (columns, rows))
    if wide > _STAMP[0] * grey.width or not _TALL * grey.height < high < _STAMP[1] * grey.height:
        return grey
    grey.paste(red.point(_brighter), mask=mask.filter(ImageFilter.MaxFilter(5)))  # with the pale edges of strokes
    return grey


def _is_red(value: int) -> int:
    return 255 if value > _RED else 0


def _brighter(value: int) -> int:
    return min(255, round(value * _PAPER))
