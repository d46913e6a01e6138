"""Clean text keeps the way back to its source."""

from __future__ import annotations

import random
import unicodedata

import pytest

from knowledge.text import EMPTY, MappedText, clean, fold, folded_words, join, normalize, within, words

SAMPLE = "Số: **43** /KH-UBND\u00a0ngày 07\u200b tháng 02\r\n“5 không”¹: không để ai bị bỏ lại"


@pytest.mark.parametrize("source", [SAMPLE, unicodedata.normalize("NFD", SAMPLE)])
def test_every_character_knows_its_source(source: str) -> None:
    text = clean(source)
    for char, start, end in text.cells():
        assert normalize(source[start:end]) == char


@pytest.mark.parametrize("source", [SAMPLE * 20, unicodedata.normalize("NFD", SAMPLE) * 20])
def test_slice_is_the_cells_between(source: str) -> None:
    text = clean(source).collapse()
    cells = list(text.cells())
    dice = random.Random(1)
    for _ in range(300):
        start = dice.randrange(len(cells))
        end = dice.randrange(start, len(cells) + 1)
        part = text.slice(start, end)
        assert list(part.cells()) == cells[start:end]
        assert part.text == text.text[start:end]
        if start < end:
            assert part.pieces(0, end - start, source) == text.pieces(start, end, source)


def test_both_forms_of_unicode_clean_to_the_same_text() -> None:
    assert clean(unicodedata.normalize("NFD", SAMPLE)).text == clean(SAMPLE).text


def test_footnote_marker_and_markup_do_not_part_a_quote() -> None:
    source = "nội dung “5 không”¹: *không* xả rác"
    text = clean(source).filter(lambda cell: cell[0] not in "¹*")
    (span,) = text.pieces(0, len(text.text), source)
    assert source[span.start : span.end] == source


def test_removed_words_part_a_quote() -> None:
    source = "Luật thực NOTE hiện dân chủ"
    text = clean(source)
    parted = join([text.slice(0, 9), text.slice(15, len(source))])
    assert [source[p.start : p.end] for p in parted.pieces(0, len(parted.text), source)] == [
        "Luật thực",
        "hiện dân chủ",
    ]


def test_an_empty_range_has_no_span() -> None:
    with pytest.raises(ValueError, match="empty"):
        clean("abc").span(1, 1)
    assert EMPTY.slice(0, 0) == EMPTY


def test_collapse_leaves_single_spaces() -> None:
    assert clean("  a \n\t b  ").collapse().text == "a b"
    one_line = clean("một dòng")
    assert one_line.collapse() is one_line


def test_folding_keeps_length_and_indices() -> None:
    text = "Đẩy mạnh “Dân vận khéo” ở Quận 1"
    assert len(fold(text)) == len(text)
    assert fold(text).index("khéo"[:2]) == text.index("kh")
    assert folded_words("Trước ngày 07/02") == ["truoc", "ngay", "7", "2"]
    assert words("Quận 1") == ["quận", "1"]


def test_a_long_row_of_marks_is_read_in_bounded_time() -> None:
    assert len(clean("a" + "\u0301" * 20_000).text) > 1


def test_from_cells_joins_neighbours_into_one_run() -> None:
    assert MappedText.from_cells([("a", 3, 4), ("b", 4, 5)]).runs == ((0, 2, 3, 2),)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Ðiều 1, ðợt 2", "Điều 1, đợt 2"),
        ("trƣớc ngày, Ƣu tiên, hƣ\u0301ng", "trước ngày, Ưu tiên, hứng"),
        ("Kê\u0301 hoa\u0323ch, vâ\u0323n, nư\u0301ơ\u0301c", "Kế hoạch, vận, nứớc"),
        ("Ke\u0301\u0302 hoạch, ma\u0323\u0302t, m\u00e1\u0302t", "Kế hoạch, mật, mất"),
        ("dấu a\u0341 a\u0340", "dấu á à"),
        ("43/KH\ufffeUBND, 43/KH\u0002UBND", "43/KH-UBND, 43/KH-UBND"),
        ("43/KH\ufffe\nUBND, 43/KH\u0002\r\nUBND", "43/KH-UBND, 43/KH-UBND"),
        ("xong.\ufffe Rồi\u0002", "xong. Rồi"),
        ("\uf0b7 một \uf0a7 hai", "• một ▪ hai"),
        ("thực\u00adhiện", "thựchiện"),
    ],
)
def test_look_alikes_are_read_as_what_they_look_like(written: str, read: str) -> None:
    text = clean(written)
    assert text.text == read
    span = text.span(0, len(read))
    assert written[span.start : span.end].strip("\ufffe\u0002") == written.strip("\ufffe\u0002")
    assert fold(normalize(written)) == fold(read)


def test_look_alikes_fold_without_cleaning() -> None:
    assert fold("Ðảng, trƣớc, Ƣ") == "dang, truoc, u"


def test_positions_within_spans_that_may_lie_in_each_other() -> None:
    inside = within([(10, 12), (2, 5), (3, 9)])
    assert [at for at in range(14) if inside(at)] == [2, 3, 4, 5, 6, 7, 8, 10, 11]
    assert not within([])(0)
