"""Styled text: escaped, split at sentences, never through a tag."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.console.limits import parse_html, utf16_length
from bot.screen import (
    Button,
    Run,
    bold,
    button,
    concat,
    from_stars,
    join,
    one_line,
    plain,
    screen,
    shorten,
    split,
    text_of,
    to_html,
)

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf"]) | st.sampled_from("<>&\"'*. \n🙂"), max_size=300)
RUNS = st.lists(st.builds(Run, TEXT, st.sampled_from([(), ("b",), ("b", "u"), ("i",)])), max_size=12).map(tuple)


@given(RUNS, st.integers(8, 200))
@settings(max_examples=200, deadline=None)
def test_split_keeps_every_visible_character_in_order(rich: tuple[Run, ...], limit: int) -> None:
    pieces = split(rich, limit)
    assert "".join("".join(text_of(piece).split()) for piece in pieces) == "".join(text_of(rich).split())
    for piece in pieces:
        assert 0 < utf16_length(text_of(piece)) <= limit
        shown, _ = parse_html(to_html(piece))
        assert shown == text_of(piece).strip()


def test_split_prefers_paragraphs_then_sentences_then_words() -> None:
    assert [text_of(p) for p in split(plain("Một hai.\n\nBa bốn năm."), 14)] == ["Một hai.", "Ba bốn năm."]
    assert [text_of(p) for p in split(plain("Câu một dài. Câu hai"), 16)] == ["Câu một dài.", "Câu hai"]
    assert [text_of(p) for p in split(plain("một hai ba bốn"), 9)] == ["một hai", "ba bốn"]
    assert [text_of(p) for p in split(plain("a" * 10), 4)] == ["aaaa", "aaaa", "aa"]


def test_split_does_not_part_a_joined_emoji() -> None:
    family = "👨‍👩‍👧‍👦"
    assert next(text_of(p) for p in split(plain("aaa" + family), 10)) == "aaa"


def test_stars_become_bold_and_stay_text_otherwise() -> None:
    assert to_html(from_stars("**Trước <10/5>** và ** lẻ")) == "<b>Trước &lt;10/5&gt;</b> và ** lẻ"
    assert to_html(from_stars("****")) == "****"


def test_join_leaves_out_what_is_empty() -> None:
    assert text_of(join([plain("a"), plain(""), (), bold("b")], "\n")) == "a\nb"
    assert join([], "\n") == ()
    assert concat(plain(""), bold("")) == ()


def test_shorten() -> None:
    assert shorten("ngắn", 10) == "ngắn"
    assert shorten("một hai ba bốn năm", 12) == "một hai ba…"
    assert len(shorten("a" * 50, 12)) == 12


def test_buttons_refuse_data_over_the_limit() -> None:
    with pytest.raises(ValueError, match="64"):
        Button("a", "ạ" * 22)
    with pytest.raises(ValueError, match="64"):
        Button("a", "")
    assert len(button("rất dài " * 20, "s", 1).label) <= 40


def test_a_screen_without_buttons_has_no_rows() -> None:
    assert screen(plain("a"), [[], ()]).rows == ()


def test_quotes_are_shown_on_one_line_without_markup() -> None:
    assert one_line("trước **ngày 1\n tháng 2** ") == "trước ngày 1 tháng 2"
