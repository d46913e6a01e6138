"""Numerals and marks that recognition took for others, and lines that it is not sure of."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from knowledge.errors import Fault
from knowledge.readers.doubts import doubtful, mend, mend_marks, told
from knowledge.readers.images import read
from knowledge.readers.layout import Page, Word
from knowledge.readers.reading import Unreadable
from knowledge.readers.ruled import find_rules
from knowledge.text import changed


def mended(text: str) -> str:
    for look in (mend, mend_marks):
        text = changed(text, (0,), look(text))[0]
    return text


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("1- NỘI DUNG, ĐỐI TƯỢNG\n\nII- TỔ CHỨC THỰC HIỆN\n", "I- NỘI DUNG, ĐỐI TƯỢNG\n\nII- TỔ CHỨC THỰC HIỆN\n"),
        ("L MỤC ĐÍCH, YÊU CẦU\n\nII. NỘI DUNG\n", "I. MỤC ĐÍCH, YÊU CẦU\n\nII. NỘI DUNG\n"),
        (
            "I. MỤC ĐÍCH\n\nII. NỘI DUNG\n\nII. TỔ CHỨC THỰC HIỆN\n",
            "I. MỤC ĐÍCH\n\nII. NỘI DUNG\n\nIII. TỔ CHỨC THỰC HIỆN\n",
        ),
        (
            "I. MỤC ĐÍCH CHUNG\n\nI. NỘI DUNG CHÍNH\n\nIII. TỔ CHỨC\nTHỰC HIỆN\n",
            "I. MỤC ĐÍCH CHUNG\n\nII. NỘI DUNG CHÍNH\n\nIII. TỔ CHỨC\nTHỰC HIỆN\n",
        ),
        (
            "I. MỤC ĐÍCH\n\nII. NỘI DUNG\n\nHI. TỔ CHỨC THỰC HIỆN\n",
            "I. MỤC ĐÍCH\n\nII. NỘI DUNG\n\nIII. TỔ CHỨC THỰC HIỆN\n",
        ),
        (
            "I. Các xã gửi báo cáo.\n\n2. Các phòng gửi báo cáo.\n",
            "1. Các xã gửi báo cáo.\n\n2. Các phòng gửi báo cáo.\n",
        ),
        ("trong Quý HI và quý Il năm 2026", "trong Quý III và quý II năm 2026"),
        ("trong Quý I và quý II năm 2026", "trong Quý I và quý II năm 2026"),
        ("trước ngày 15/11? hằng năm.\n\n¹ Kể cả ngày nghỉ.\n", "trước ngày 15/11¹ hằng năm.\n\n¹ Kể cả ngày nghỉ.\n"),
        ("“5 không”\" và 'một'.\n\n¹ Theo Nghị định.\n", "“5 không”¹ và 'một'.\n\n¹ Theo Nghị định.\n"),
        (
            "“5 không”3; hết.\n\n1 Một là.\n\n? Hai là.\n\n3 Ba là.\n",
            "“5 không”³; hết.\n\n¹ Một là.\n\n² Hai là.\n\n³ Ba là.\n",
        ),
        ("I.MỤC ĐÍCH, YÊU CẦU\n", "I. MỤC ĐÍCH, YÊU CẦU\n"),
        ("Đấy mạnh đối mới, chỉ bộ, TỐ CHỨC; tố cáo, đối với", "Đẩy mạnh đổi mới, chi bộ, TỔ CHỨC; tố cáo, đối với"),
        (
            "mừng Xuân Ất Ty 2025; TẾT NGUYÊN ĐÁN ẤT TY; năm\nQuý Ty; công ty, chị Đinh Ty, đất ty",
            "mừng Xuân Ất Tỵ 2025; TẾT NGUYÊN ĐÁN ẤT TỴ; năm\nQuý Tỵ; công ty, chị Đinh Ty, đất ty",
        ),
        ("Ai? Vì sao? Thế nào?\n\n¹ Theo Nghị định.\n", "Ai? Vì sao? Thế nào?\n\n¹ Theo Nghị định.\n"),
    ],
)
def test_the_sequence_tells_what_was_meant(seen: str, meant: str) -> None:
    assert mended(seen) == meant


def test_what_is_in_order_is_left_alone() -> None:
    text = "I. MỤC ĐÍCH\n\n1. Một.\n\n2. Hai.\n\nII. NỘI DUNG\n\nIII. TỔ CHỨC THỰC HIỆN\n\n1. Ba.\n"
    assert mend(text) == mend_marks(text) == []


def test_a_note_takes_its_own_numeral_before_a_sign_that_another_may_mean() -> None:
    text = "Nội dung “5 không”!: a; “5 không”3; hết.\n\n1 Công văn số 1.\n\n2 Theo Hướng dẫn.\n\n3 Không cửa quyền.\n"
    assert mended(text).splitlines()[0] == "Nội dung “5 không”¹: a; “5 không”³; hết."


def test_pages_move_with_the_text() -> None:
    text = "I. MỤC ĐÍCH\n\nI. NỘI DUNG\n\nIII. TỔ CHỨC\nTHỰC HIỆN\n"
    start = text.index("III")
    changes = mend(text)
    now, (first, second) = changed(text, (0, start), changes)
    assert (first, now[second : second + 4]) == (0, "III.")
    assert list(told(text, changes)) == ["“I.” was taken for “II.” by its place"]


def test_lines_that_are_not_sure_are_told() -> None:
    words = (Word("trước", 10, 40, 100, 12, confidence=95), Word("ngày", 44, 70, 100, 12, confidence=40),
             Word("nghỉ", 10, 40, 130, 12, confidence=96))  # fmt: skip
    said = list(doubtful([Page(595, 842, words, (), 80), Page(595, 842, words, (), -1)]))
    assert said == ["page 1 was read from a picture, 80 % sure", "page 1, 71 % sure: “trước ngày”"][: len(said)]
    assert said[0].endswith("80 % sure")


def test_ruled_lines_of_a_picture() -> None:
    image = Image.new("L", (800, 600), 255)
    draw = ImageDraw.Draw(image)
    for y in (100, 200, 300):
        draw.line((100, y, 700, y + 2), fill=0, width=2)  # a little askew
    for x in (100, 400, 700):
        draw.line((x, 100, x, 300), fill=0, width=2)
    draw.text((120, 130), "llllllll", fill=0)
    rules = list(find_rules(image, 0.36))
    across = sorted(round(rule.y0 / 0.36, -1) for rule in rules if rule.is_horizontal)
    down = sorted(round(rule.x0 / 0.36, -1) for rule in rules if not rule.is_horizontal)
    assert (sorted(set(across)), sorted(set(down))) == ([100, 200, 300], [100, 400, 700])


def test_a_black_picture_has_no_ruled_lines() -> None:
    assert list(find_rules(Image.fromarray(np.zeros((600, 600), dtype=np.uint8)), 0.36)) == []


@pytest.mark.parametrize(("size", "fault"), [((40, 40), Fault.NO_TEXT), ((9000, 9000), Fault.TOO_LARGE)])
def test_a_picture_that_can_be_no_page(size: tuple[int, int], fault: Fault, tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("1", size, 1).save(path)
    with pytest.raises(Unreadable) as error:
        read(path.read_bytes(), tmp_path, ".png")
    assert error.value.fault is fault
