"""Stamps over a signature are taken off a scan before it is recognised; red print is not."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A4

from knowledge.readers.ink import without_stamps

RED, BLACK = (205, 35, 45), (20, 20, 20)


def page(mode: str = "RGB") -> Image.Image:
    image = Image.new("RGB", (int(A4[0]) * 2, int(A4[1]) * 2), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((640, 1400, 1000, 1412), fill=BLACK)  # print
    draw.ellipse((600, 1260, 860, 1520), outline=RED, width=10)  # a stamp over its beginning
    return image.convert(mode)


def test_a_stamp_is_gone_and_the_print_under_it_stays() -> None:
    grey = np.asarray(without_stamps(page()))
    ring = grey[1265, 730]
    assert ring > 230
    assert grey[1405, 700] < 60
    assert grey[1405, 604] > 230


def test_red_print_all_over_a_page_stays() -> None:
    image = page()
    for y in range(100, 1600, 60):
        ImageDraw.Draw(image).rectangle((120, y, 1050, y + 10), fill=RED)
    assert np.asarray(without_stamps(image))[105, 500] < 120


def test_a_red_title_stays() -> None:
    image = Image.new("RGB", (1190, 1684), "white")
    ImageDraw.Draw(image).rectangle((400, 300, 800, 340), fill=RED)
    assert np.asarray(without_stamps(image))[320, 600] < 120


def test_a_grey_page_is_as_it_was() -> None:
    image = page("L")
    assert np.array_equal(np.asarray(without_stamps(image)), np.asarray(image))
