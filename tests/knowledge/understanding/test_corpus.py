"""Which plans hold some words in a row, found by words and pairs before any text is looked through."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from knowledge.text import folded_words
from knowledge.understanding import lexicon
from knowledge.understanding.corpus import Corpus, plan_words

TEXTS = st.lists(st.lists(st.sampled_from(["an", "ba", "ca", "đa"]), max_size=8).map(" ".join), min_size=1, max_size=5)


@given(TEXTS, st.lists(st.sampled_from(["an", "ba", "ca", "da"]), min_size=1, max_size=4))
def test_a_row_of_words_is_found_where_it_stands(texts: list[str], row: list[str]) -> None:
    corpus = Corpus((str(at), plan_words(text)) for at, text in enumerate(texts))
    needle = f" {' '.join(row)} "
    holding = [str(at) for at, text in enumerate(texts) if needle in f" {' '.join(folded_words(text))} "]
    assert list(corpus.with_row(row)) == holding
    assert list(corpus.with_row(row, ["0"])) == [plan_id for plan_id in holding if plan_id == "0"]


def test_a_lexicon_tells_spellings_phrases_and_patterns() -> None:
    texts = {"a": "Biên Hòa, ngày 07 tháng 3. Luật Phòng cháy.", "b": "biến hoá khôn lường"}
    words = lexicon.build((plan_id, plan_words(text)) for plan_id, text in texts.items())
    assert words.mentions("tháng 3 luật")
    assert words.mentions("ngày 7", ["a"])
    assert not words.mentions("ngày 7", ["b"])
    assert not words.mentions("luật biến")
    assert words.spells("biến hóa")
    assert not words.spells("Biên Hòa")  # where it was signed
    assert words.matches(re.compile(r" luat (?:\S+ )?chay "), "luat", "chay")
    assert not words.matches(re.compile(" luat chay "), "luat", "chay")
