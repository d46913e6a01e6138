"""Fields of Word documents: what was filled into a form is shown, what a field only keeps is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.readers.docx import read
from tests.knowledge.word_files import para, run, word


def text(*body: str) -> str:
    return read(word(*body), Path()).text.strip()


def _field(code: str, form: str = "", result: str | None = None) -> str:
    shown = "" if result is None else '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + result
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{form}</w:fldChar></w:r><w:r><w:instrText>{code}</w:instrText></w:r>'
        f'{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _form(inside: str) -> str:
    return f'<w:ffData><w:name w:val="f"/><w:enabled/>{inside}</w:ffData>'


def _entries(chosen: str) -> str:
    return _form(f'<w:ddList>{chosen}<w:listEntry w:val="quý I"/><w:listEntry w:val="quý II"/></w:ddList>')


@pytest.mark.parametrize(
    ("form", "seen"),
    [
        (_entries('<w:result w:val="1"/>'), "quý II"),
        (_entries('<w:default w:val="1"/>'), "quý II"),
        (_entries('<w:result w:val="0"/><w:default w:val="1"/>'), "quý I"),
        (_entries(""), "quý I"),
        (_entries('<w:result w:val="7"/>'), ""),
        (_form("<w:checkBox><w:sizeAuto/><w:checked/></w:checkBox>"), "☒"),
        (_form('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>'), "☐"),
        (_form('<w:checkBox><w:default w:val="1"/></w:checkBox>'), "☒"),
        (_form("<w:checkBox/>"), "☐"),
    ],
)
def test_what_a_form_has_chosen_or_ticked_is_shown(form: str, seen: str) -> None:
    assert text(para("Kỳ: ", _field(" FORM ", form), run("."))) == f"Kỳ: {seen}."
    assert text(para("Kỳ: ", _field(" FORM ", form, run("") if seen else None), run("."))) == f"Kỳ: {seen}."


def test_a_field_that_only_keeps_a_value_shows_nothing() -> None:
    kept, told = _field(" SET so &quot;43&quot; ", result=run("43")), _field(" REF so ", result=run("43"))
    outer = _field(" IF 1 = 1 ", result=_field(" FORM ", _entries("")))
    hidden = _field(" SET ky ", result=_field(" FORM ", _entries("")))
    assert text(para("Số ", kept, told, run("/KH "), outer, hidden)) == "Số 43/KH quý I"
