"""Messages that ask several things, and those that only look like it."""

from __future__ import annotations

import time

import pytest

from knowledge.understanding import Interpreter
from knowledge.understanding.parts import split


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "khi nào nộp bc 6 tháng? gửi cho ai? 5 không là gì?",
            ("khi nào nộp bc 6 tháng?", "gửi cho ai?", "5 không là gì?"),
        ),
        ("khi nao nop bc nam ? gui cho ai ?", ("khi nao nop bc nam ?", "gui cho ai ?")),
        ("báo cáo gửi cho ai. qua email nào", ("báo cáo gửi cho ai.", "qua email nào")),
        ("hạn nộp báo cáo quý\nai ký kế hoạch", ("hạn nộp báo cáo quý", "ai ký kế hoạch")),
        ("1. Khi nào nộp báo cáo? 2. Gửi cho ai?", ("Khi nào nộp báo cáo?", "Gửi cho ai?")),
        ("- khi nào nộp báo cáo\n- gửi cho ai", ("khi nào nộp báo cáo", "gửi cho ai")),
        ("q1 nộp khi nào? lai châu thì sao?", ("q1 nộp khi nào?", "lai châu thì sao?")),
        ("khi nào nộp báo cáo 6 tháng và 5 không là gì", ("khi nào nộp báo cáo 6 tháng", "5 không là gì")),
        ("ai khen thưởng và khi nào nộp báo cáo?", ("ai khen thưởng", "khi nào nộp báo cáo?")),
        (
            "Tôi ở quận 1. Khi nào nộp kế hoạch? Gửi về đâu?",
            ("Tôi ở quận 1. Khi nào nộp kế hoạch?", "Gửi về đâu?"),
        ),
        ("Khi nào nộp? Gửi ai? Cảm ơn bạn nhiều.", ("Khi nào nộp?", "Gửi ai? Cảm ơn bạn nhiều.")),
        ("TP. Quảng Ngãi nộp khi nào? P. Nội vụ làm gì?", ("TP. Quảng Ngãi nộp khi nào?", "P. Nội vụ làm gì?")),
        (
            "When is the 6-month report due? Who receives it?",
            ("When is the 6-month report due?", "Who receives it?"),
        ),
        ("5 không? khen thưởng? ai ký? số văn bản?", ("5 không?", "khen thưởng?", "ai ký?", "số văn bản?")),
        ("chỉ tiêu? hạn nộp?", ("chỉ tiêu?", "hạn nộp?")),
        (
            "quảng ngãi nộp báo cáo ngày nào, bến cát khen thưởng thế nào, lai châu ai ký",
            ("quảng ngãi nộp báo cáo ngày nào", "bến cát khen thưởng thế nào", "lai châu ai ký"),
        ),
        ("hạn nộp khi nào, ai ký, khen thưởng thế nào", ("hạn nộp khi nào", "ai ký", "khen thưởng thế nào")),
        ("1. ai ký 2. hạn nộp báo cáo năm 3. khen thưởng", ("ai ký", "hạn nộp báo cáo năm", "khen thưởng")),
        ("1) khen thưởng 2) người ký", ("khen thưởng", "người ký")),
        (
            "Ai là trưởng ban tổ chức, ai phụ trách chuyên môn hội thi?",
            ("Ai là trưởng ban tổ chức", "ai phụ trách chuyên môn hội thi?"),
        ),
        (
            "Who chairs the council and who is the vice chair?",
            ("Who chairs the council", "who is the vice chair?"),
        ),
    ],
)
def test_several_questions(text: str, parts: tuple[str, ...], interpreter: Interpreter) -> None:
    assert split(text, interpreter.asking) == parts


@pytest.mark.parametrize(
    "text",
    [
        "khi nào nộp báo cáo",
        "khi nào nộp báo cáo và gửi cho ai",
        "khi nào nộp, gửi cho ai",
        "chi bộ phải làm gì, đảng ủy phải làm gì",
        "bố cục có mấy phần, phần nào nói khen thưởng",
        "Kế hoạch áp dụng ở quận 1 2. phường",
        "tiêu chí và chỉ tiêu là gì",
        "đảng ủy và chi bộ phải làm gì",
        "Tôi là bí thư chi bộ trường. Năm nay mới nhận việc. Khi nào phải nộp báo cáo 6 tháng?",
        "Kế hoạch số 43/KH-UBND ngày 07/02/2023. Mục đích là gì?",
        "Chào bạn! Cho tôi hỏi hạn nộp báo cáo năm là ngày nào? Cảm ơn bạn.",
        "Hạn nộp là 10/5, đúng không?",
        "Nghe nói hạn là 10/5. Đúng không?",
        "Sếp bảo em xem phường phải nộp cái gì. Trong kế hoạch có đoạn về báo cáo 6 tháng, cho em biết hạn là khi nào",
        "Bà con cứ hỏi nhà nước thưởng gì không. Anh chị xem giúp kế hoạch khen thưởng ra sao",
        "Hạn báo cáo 6 tháng là 10/5? đúng không ạ?",
        "5 không? gồm những gì?",
        "báo cáo 6 tháng? khi nào nộp?",
        "Officials have a list of their own. What is the third item on it?",
        "Khi nào nộp báo cáo 6 tháng???",
        "khi nào nộp\nbáo cáo\n6 tháng",
        "???",
        "",
    ],
)
def test_one_question(text: str, interpreter: Interpreter) -> None:
    assert split(text, interpreter.asking) == (text,)


def test_hostile_messages_take_no_time(interpreter: Interpreter) -> None:
    for text in ("? " * 500, "và " * 300, "ai và khi nào " * 20, "a.\n" * 300, "gì?" * 300, "gì? " * 250):
        begin = time.process_time()
        split(text[:1000], interpreter.asking)
        assert time.process_time() - begin < 3
