from knowledge.answering.matching import Matcher, bag, need

TEXTS = [
    "Báo cáo kết quả thực hiện phong trào",
    "Không xả rác ra đường phố và kênh rạch",
    "Tổ chức tuyên dương điển hình",
    "Báo cáo định kỳ công tác dân vận",
]


def test_rare_words_weigh_more_than_common_ones() -> None:
    matcher = Matcher(TEXTS)
    assert matcher.weight("rac") > matcher.weight("bao") > 0
    assert matcher.weight("rac") > matcher.weight("vutru") > 0, "an unknown word may be a paraphrase"


def test_coverage_is_full_for_the_own_text_and_nothing_for_a_stranger() -> None:
    matcher = Matcher(TEXTS)
    wanted = need(("xa", "rac", "duong", "pho"), "xả rác ra đường phố")
    assert matcher.coverage(wanted, TEXTS[1]) == 1.0
    assert matcher.coverage(wanted, TEXTS[0]) == 0.0


def test_a_word_with_other_diacritics_counts_for_less() -> None:
    matcher = Matcher([*TEXTS, "Ban chỉ đạo", "Bàn giao hồ sơ"])
    wanted = need(("ban",), "ban")
    exact = need(("ban",), "bàn")
    assert matcher.coverage(exact, "Bàn giao hồ sơ") == 1.0
    assert 0 < matcher.coverage(exact, "Ban chỉ đạo") < 1
    assert matcher.coverage(wanted, "Bàn giao hồ sơ") == 1.0, "typed without diacritics, any spelling fits"


def test_the_tone_mark_may_stand_on_either_vowel() -> None:
    assert bag("văn hoá").exact == bag("văn hóa").exact
    assert bag("Ủy ban").exact == bag("Uỷ ban").exact


def test_numbers_match_without_leading_zeros() -> None:
    matcher = Matcher(TEXTS)
    assert matcher.coverage(need(("7",), "7"), "ngày 07 tháng 02") == 1.0


def test_pairs_lift_the_text_where_words_stand_together() -> None:
    matcher = Matcher([*TEXTS, "hình thức tuyên truyền điển hình", "điển tích hình ảnh"])
    wanted = need(("dien", "hinh"), "điển hình")
    assert matcher.coverage(wanted, "nhân rộng điển hình") > matcher.coverage(wanted, "hình ảnh, điển tích")


def test_nothing_wanted_is_never_covered() -> None:
    assert Matcher(TEXTS).coverage(need((), "gì"), TEXTS[0]) == 0.0
