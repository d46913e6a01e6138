"""Fields of Word documents: what was filled into a form is shown, what a field only keeps is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.readers.docx import read, read_checked
from tests.knowledge.word_files import field, para, run, word


def text(*body: str) -> str:
    return read(word(*body), Path()).text.strip()


def _entries(chosen: str) -> str:
    return f'<w:ddList>{chosen}<w:listEntry w:val="quý I"/><w:listEntry w:val="quý II"/></w:ddList>'


@pytest.mark.parametrize(
    ("form", "seen"),
    [
        (_entries('<w:result w:val="1"/>'), "quý II"),
        (_entries('<w:default w:val="1"/>'), "quý II"),
        (_entries('<w:result w:val="0"/><w:default w:val="1"/>'), "quý I"),
        (_entries(""), "quý I"),
        (_entries('<w:result w:val="7"/>'), ""),
        ("<w:checkBox><w:sizeAuto/><w:checked/></w:checkBox>", "☒"),
        ('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>', "☐"),
        ('<w:checkBox><w:default w:val="1"/></w:checkBox>', "☒"),
        ("<w:checkBox/>", "☐"),
    ],
)
def test_what_a_form_has_chosen_or_ticked_is_shown(form: str, seen: str) -> None:
    for result in (None, ""):
        assert text(para("Kỳ: ", field(" FORM ", result, form), run("."))) == f"Kỳ: {seen}."


def test_a_field_that_only_keeps_a_value_shows_nothing() -> None:
    kept, told = field(" SET so &quot;43&quot; ", "43"), field(" REF so ", "43")
    outer = field(" IF 1 = 1 ", field(" FORM ", form=_entries("")))
    hidden = field(" SET ky ", field(" FORM ", form=_entries("")))
    assert text(para("Số ", kept, told, run("/KH "), outer, hidden)) == "Số 43/KH quý I"


def test_what_a_field_showed_before_a_conversion_is_told_in_place_of_what_the_converter_worked_out() -> None:
    pages, lost = field(" PAGEREF M1 ", "7"), field(" REF M1 \\h ", "Error")
    day, name = field(" TIME ", "01/12/2026"), field(" FILENAME \\p ", "/source.docx")
    shown = {"REF M1": ["mục II.3", "mục II.4"], "DATE": ["05/03/2024"], "FILENAME": ["KH 43.doc"]}
    made = word(para("Ngày ", day, ", ", lost, ", ", lost, ", trang ", pages, ", ", name))
    assert read_checked(made, shown).text == "Ngày 05/03/2024, mục II.3, mục II.4, trang 7, KH 43.doc\n"
