"""Telex, short forms, diacritics and slips, each by itself."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.understanding import Interpreter, abbreviations, english, telex
from knowledge.understanding.syllables import add_tone, canonical, is_syllable
from knowledge.understanding.tables.glossary import GLOSSARY
from knowledge.understanding.tokens import Kind, spell_out, tokenize

from .conftest import TODAY, made_up


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nawm", "năm"), ("ddieeuf", "điều"), ("khoong", "không"), ("cuoosi", "cuối"), ("dduwowjc", "được"),
        ("quaanj", "quận"), ("truwowcs", "trước"), ("quyeets", "quyết"), ("giaos", "giáo"), ("huwowngs", "hướng"),
        ("uyr", "ủy"), ("hoaf", "hòa"),
    ],
)  # fmt: skip
def test_telex(typed: str, meant: str) -> None:
    assert telex.telex(typed) == meant


@pytest.mark.parametrize("word", ["khi", "report", "files", "word", "bao", "nop", "gui"])
def test_telex_leaves_other_words(word: str) -> None:
    assert telex.telex(word) is None


@pytest.mark.parametrize(("typed", "meant"), [("ba1o", "báo"), ("na8m", "năm"), ("so73", "sở"), ("d9ie62u", "điều")])
def test_vni(typed: str, meant: str) -> None:
    assert telex.vni(typed) == meant


@pytest.mark.parametrize("typed", ["q1", "6t", "5k", "p5", "covid19"])
def test_vni_leaves_short_forms(typed: str) -> None:
    assert telex.vni(typed) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("q1 bc 6t", "quận 1 báo cáo 6 tháng"),
        ("Q.1, P.5 và TP.HCM", "Quận 1, Phường 5 và THÀNH PHỐ HỒ CHÍ MINH"),
        ("5k của sgd", "5 không của sở giáo dục"),
        ("ct số 05 của bdv", "chỉ thị số 05 của ban dân vận"),
        ("pct ubnd ký", "phó chủ tịch ủy ban nhân dân ký"),
        ("ct ubnd ký", "chủ tịch ủy ban nhân dân ký"),
        ("ct công tác dv", "chương trình công tác dân vận"),
        ("theo qđ", "theo quy định"),
        ("qđ số 217", "quyết định số 217"),
        ("các đv nộp gì", "các đơn vị nộp gì"),
        ("cb, đv trong cb mình", "cán bộ, đơn vị trong chi bộ mình"),
        ("phòng nv", "phòng nội vụ"),
        ("gv, nv phải làm gì", "giáo viên, nhân viên phải làm gì"),
        ("nop bc may", "nop báo cáo ngày mấy"),
        ("nộp chưa k", "nộp chưa không"),
        ("bao h nộp", "bao giờ nộp"),
        ("43/KH-UBND", "43/KH-UBND"),
        ("mấy đợt", "mấy đợt"),
    ],
)
def test_short_forms(typed: str, meant: str) -> None:
    assert spell_out(abbreviations.expand(tokenize(typed))).lower() == meant.lower()


@pytest.mark.parametrize(
    ("typed", "restored"),
    [
        ("toa an o lai chau phai tranh dieu gi khi xu an", "tòa án ở Lai Châu phải tránh điều gì khi xử án"),
        ("ngan phat sinh diem nong thuoc dieu khong so may", "ngăn phát sinh điểm nóng thuộc điều không số mấy"),
        ("ai tang giay khen", "ai tặng giấy khen"),
        ("baocao danvankheo nop ngay nao", "báo cáo dân vận khéo nộp ngày nào"),
        ("Năm dân vận khéo là gì", "Năm dân vận khéo là gì"),
        ("kế hoach thưc hiện", "kế hoạch thực hiện"),
        ("khi nào nôp cho trưởng phòng", "khi nào nộp cho trưởng phòng"),
        ("phong traoo thi đua", "phong trào thi đua"),
        ("uỷ ban nhân dân", "ủy ban nhân dân"),
        ("Bến Tre nộp gì", "Bến Tre nộp gì"),
        ("tỉ lệ quầng chúng vào đoàn thễ", "tỷ lệ quần chúng vào đoàn thể"),
        ("đển hình đáp ứng nhữg yêu cầu gì", "điển hình đáp ứng những yêu cầu gì"),
        ("muc A phan II gom may diem", "mục A phần II gồm mấy điểm"),
        ("em dâu tôi quyên cho quỹ, khống chế hai mươi chữ", "em dâu tôi quyên cho quỹ, khống chế hai mươi chữ"),
        ("bố cục kế hoạch, báo cáo dày hơn", "bố cục kế hoạch, báo cáo dày hơn"),
        ("tôi là hiệu trưởng kiêm bí thư", "tôi là hiệu trưởng kiêm bí thư"),
        ("ong truong phong dung ten o cuoi van ban la ai", "ông trưởng phòng đứng tên ở cuối văn bản là ai"),
        ("luong bi thu chi bo la bao nhieu", "lương bí thư chi bộ là bao nhiêu"),
        ("ai phai tu lap ke hoach", "ai phải tự lập kế hoạch"),
    ],
)
def test_diacritics_and_slips(interpreter: Interpreter, typed: str, restored: str) -> None:
    assert interpreter.understand(typed, today=TODAY).restored == restored


@pytest.mark.parametrize("typed", ["trong năm 2019 có 17 mục", "hạn 30/9 và 10-5", "95% và 1.000 người", "quận 12"])
def test_numbers_are_never_changed(interpreter: Interpreter, typed: str) -> None:
    digits = [t.text for t in tokenize(typed) if t.kind in (Kind.NUMBER, Kind.DATE)]
    restored = tokenize(interpreter.understand(typed, today=TODAY).restored)
    assert [t.text for t in restored if t.kind in (Kind.NUMBER, Kind.DATE)] == digits


@pytest.mark.parametrize(
    ("typed", "topic"),
    [
        ("Dạ cho em hỏi báo cáo của Quận 1 nộp ngày nào ạ?", "báo cáo nộp ngày nào?"),
        ("Lai Châu có mấy chỉ tiêu", "có mấy chỉ tiêu"),
        ("khi nào nộp báo cáo vậy", "khi nào nộp báo cáo"),
        ("Phòng Nội vụ làm gì", "Phòng Nội vụ làm gì"),
    ],
)
def test_topic_leaves_units_and_courtesy_out(interpreter: Interpreter, typed: str, topic: str) -> None:
    assert interpreter.understand(typed, today=TODAY).topic == topic


@pytest.mark.parametrize(
    ("a", "b"), [("party", "parties"), ("planned", "plan"), ("process", "processes"), ("commends", "commended")]
)
def test_inflected_words_share_a_stem(a: str, b: str) -> None:
    assert english.stem(a) == english.stem(b)


def test_the_glossary_writes_vietnamese() -> None:
    words = {word for meant in GLOSSARY.values() for word in meant.replace("|", " ").split()}
    strange = {word for word in words if word.isalpha() and not is_syllable(word.lower())}
    borrowed = {"file", "Word", "video", "clip", "pano", "scan", "camera", "internet", "karaoke", "km", "kg", "m"}
    assert strange <= borrowed | {"Covid", "Khmer", "OCOP", "VNeID", "II", "III", "IV"}


def test_syllables() -> None:
    assert all(map(is_syllable, "nghiêng quyết giêng ủy oan hoà gì đường".split()))  # noqa: SIM905
    assert not any(map(is_syllable, "deadline plan thốg abc ngk".split()))  # noqa: SIM905
    assert (canonical("hoà"), canonical("uỷ"), canonical("toán")) == ("hòa", "ủy", "toán")
    assert (add_tone("quy", "hỏi"), add_tone("gia", "sắc"), add_tone("tuyên", "sắc")) == ("quỷ", "giá", "tuyến")


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120))
def test_anything_typed_is_understood(text: str) -> None:
    interpreter = Interpreter([])
    query = interpreter.understand(text, today=TODAY)
    assert all(name in query.text for name in query.unknown)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 10_000,
        "không " * 2_000,
        "1/" * 3_000,
        "- " * 5_000,
        "luật " * 1_500,
        "ký kế hoạch " * 700,
        "9" * 8_000,
        "quận 1 " * 1_400,
        "\u0301" * 5_000,
        "bỏ qua mọi " * 900,
        "ai nao khi gui " * 600,
        "what does the same " * 500,
    ],
)
def test_hostile_input_costs_little(interpreter: Interpreter, text: str) -> None:
    started = time.process_time()
    interpreter.understand(text, history=[text] * 8, today=TODAY)
    assert time.process_time() - started < 4  # of the processor; 0.6 s measured


@pytest.mark.parametrize(
    "question",
    ["xin số di động của chị Hoa", "so hai nơi thì nơi nào nộp sớm hơn", "Ban họp thường kỳ vào ngày nào hằng tháng"],
)
def test_a_bare_word_among_accented_ones_is_meant_bare(interpreter: Interpreter, question: str) -> None:
    assert interpreter.understand(question, today=TODAY).restored == question


_ESTATES = """HƯỚNG DẪN
Chăm lo người lao động

1. Công đoàn các khu công nghiệp gửi kết quả khảo sát trước ngày 10/6. Khu công nghiệp nào có nhà trẻ thì báo cáo riêng.
2. Giáo viên chủ nhiệm dự hội nghị. Kết quả hội nghị gửi cơ quan nhà nước, do cơ quan nhà nước tổng hợp.
3. Giám khảo và ban giám khảo do công đoàn chọn; giải khuyến khích do giám khảo trao.
"""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kcn gui kq truoc ngay nao", "khu công nghiệp gửi kết quả trước ngày nào"),
        ("GVCN du hn nao", "giáo viên chủ nhiệm dự hội nghị nào"),
        ("gk la ai, qn la gi", "giám khảo là ai, qn là gì"),
        ("tr cua xtz, file pdf", "tr của xtz, file pdf"),
    ],
)
def test_short_forms_are_read_off_the_plans(typed: str, meant: str) -> None:
    own = Interpreter([made_up("huong-dan", _ESTATES * 2)])
    assert own.understand(typed, today=TODAY).restored == meant
