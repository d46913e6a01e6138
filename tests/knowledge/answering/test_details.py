"""A passage about the question still misses what is asked: which detail, by the question's own words."""

from __future__ import annotations

import pytest

from knowledge.answering import details
from knowledge.model import Ask, Intent, Language, Query


def _query(text: str, ask: Ask = Ask.WHAT, language: Language = Language.VI) -> Query:
    return Query(text, text, language, Intent.CONTENT, ask)


@pytest.mark.parametrize(
    ("question", "ask", "text", "missing"),
    [
        ("Họ tên bí thư chi bộ là gì?", Ask.WHAT, "Đồng chí bí thư trực tiếp lãnh đạo", "name"),
        ("Phó Chủ tịch nào phụ trách?", Ask.WHAT, "Chủ tịch Ủy ban nhân dân phụ trách chung", "name"),
        ("Tiền khen thưởng lấy từ nguồn nào?", Ask.WHAT, "Ủy ban tặng Giấy khen cho tập thể", "essential"),
        ("Hội nghị tổ chức ở đâu?", Ask.WHAT, "tổ chức hội nghị tổng kết phong trào", "essential"),
        ("Hồ sơ đề nghị khen thưởng gồm những gì?", Ask.LIST, "tặng Giấy khen cho tập thể xuất sắc", "essential"),
        ("Trường nào làm tốt nhất?", Ask.WHAT, "các trường làm tốt được biểu dương", "essential"),
        ("Không báo cáo thì xử lý thế nào?", Ask.WHAT, "báo cáo kết quả hằng quý", "sanction"),
        ("Phòng Nội vụ kiểm tra mấy lần?", Ask.HOW_MANY, "báo cáo định kỳ 6 tháng, 02 lần", "how_many"),
        ("Phải đạt vào tháng mấy?", Ask.WHEN, "thường xuyên nắm tình hình, 95% đạt", "when"),
        ("Ngân sách nào chi cho hội thi?", Ask.WHAT, "tổ chức thành công hội thi", "essential"),
    ],
)
def test_what_is_asked_and_not_stated_is_missing(question: str, ask: Ask, text: str, missing: str) -> None:
    assert details.missing(_query(question, ask), text) == missing


@pytest.mark.parametrize(
    ("question", "ask", "text"),
    [
        ("Kinh phí lấy từ nguồn nào?", Ask.WHAT, "Kinh phí từ nguồn ngân sách được giao"),
        ("Lĩnh vực văn hóa xã hội thi đua thế nào?", Ask.WHAT, "xây dựng xã hội học tập"),
        ("Kiểm tra mấy lần một năm?", Ask.HOW_MANY, "kiểm tra 02 lần trong năm"),
        ("Giám sát tiến hành khi nào?", Ask.WHEN, "tiến hành thường xuyên trong năm"),
        ("Hội thi gồm mấy phần?", Ask.HOW_MANY, "Hội thi gồm 03 phần"),
    ],
)
def test_what_is_stated_is_not(question: str, ask: Ask, text: str) -> None:
    assert details.missing(_query(question, ask), text) is None
