"""Capitals of running text for every ward and district of the national list, as an issuer's name is printed."""

from __future__ import annotations

import pytest

from knowledge.understanding.casing import proper
from tests.knowledge.understanding.test_wards import every_ward

HEAD, SMALL = "ỦY BAN NHÂN DÂN ", "Ủy ban nhân dân "
_UNKNOWABLE = 90
"""Names with capitals within a syllable ("KBang"), a numbered ward's second name, small ones after an apostrophe."""


def test_names_of_places_are_capital_throughout() -> None:
    names = {ward.name for ward in every_ward()} | {d.name for ward in every_ward() for d in ward.districts}
    told = {name: proper(HEAD + name.upper()).removeprefix(SMALL) for name in names}
    wrong = [name for name, said in told.items() if said[1:] != name[1:]]
    assert len(names) > 9_000
    assert len(wrong) <= _UNKNOWABLE, wrong
    assert all(said.casefold() == name.casefold() for name, said in told.items())


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("ỦY BAN NHÂN DÂN HUYỆN ĐOAN HÙNG", "Ủy ban nhân dân huyện Đoan Hùng"),
        ("HUYỆN ĐOÀN ĐOAN HÙNG", "Huyện đoàn Đoan Hùng"),
        ("ĐẢNG ỦY XÃ BAN CÔNG", "Đảng ủy xã Ban Công"),
        ("ĐẢNG ỦY XÃ CÔNG AN", "Đảng ủy xã Công an"),
        ("PHƯỜNG III", "Phường III"),
        ("XÃ VI HƯƠNG", "Xã Vi Hương"),
        ("HUYỆN CƯ M’GAR", "Huyện Cư M’Gar"),
        ("PHƯỜNG CAM LY - ĐÀ LẠT", "Phường Cam Ly - Đà Lạt"),
    ],
)
def test_a_name_that_could_begin_an_office_or_has_marks_is_a_name(printed: str, said: str) -> None:
    assert proper(printed) == said
