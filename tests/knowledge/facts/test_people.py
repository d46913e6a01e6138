"""People with their roles and tasks, in items, sentences, lists and tables."""

from __future__ import annotations

from knowledge.facts.actors import actor_of_heading
from knowledge.facts.people import find_people
from knowledge.model import RawDocument
from knowledge.parsing import parse

_HEAD = """ỦY BAN NHÂN DÂN XÃ AN HÒA
Số: 7/KH-UBND

An Hòa, ngày 05 tháng 01 năm 2026

KẾ HOẠCH
Phân công năm 2026

Ủy ban nhân dân xã phân công như sau:

"""


def _people(body: str) -> list[tuple[str, str, str | None, tuple[str, ...]]]:
    plan = parse(RawDocument("x", _HEAD + body, ""))
    found = find_people(plan)
    for citation in (citation for one in found for citation in one.citations):
        assert plan.source_text[citation.start : citation.end] == citation.quote
    return [(one.section, one.name, one.role, one.tasks) for one in found]


def test_an_item_that_names_somebody_holds_the_tasks() -> None:
    body = "I. PHÂN CÔNG\n1. Bà Vũ Thị Hạnh - Chuyên viên\n+ Giúp việc sau:\n- Tổng hợp báo cáo;\n- Lưu hồ sơ.\n"
    assert _people(body) == [("I.1", "Vũ Thị Hạnh", "Chuyên viên", ("Tổng hợp báo cáo", "Lưu hồ sơ"))]


def test_what_follows_the_colon_or_the_name_is_the_task() -> None:
    body = (
        "I. PHÂN CÔNG\n1. Ông Lê Văn Hòa, Phó Chủ tịch UBND xã: phụ trách chung.\n"
        "2. Đồng chí Hà Minh Đăng phụ trách kinh phí, hậu cần.\n3. Ông Trần Văn Kỷ - Kế toán\n"
    )
    assert _people(body) == [
        ("I.1", "Lê Văn Hòa", "Phó Chủ tịch UBND xã", ("phụ trách chung",)),
        ("I.2", "Hà Minh Đăng", None, ("phụ trách kinh phí, hậu cần",)),
        ("I.3", "Trần Văn Kỷ", "Kế toán", ()),
    ]


def test_a_table_of_people() -> None:
    body = (
        "I. PHÂN CÔNG\n| TT | Họ và tên | Chức vụ | Nhiệm vụ |\n|---|---|---|---|\n"
        "| 1 | Thượng tá Vì Văn Păn | Trưởng Công an xã | Bảo đảm an ninh |\n"
    )
    assert _people(body) == [("I (bảng, dòng 1)", "Vì Văn Păn", "Trưởng Công an xã", ("Bảo đảm an ninh",))]


def test_posts_and_examples_are_nobody() -> None:
    body = "I. VÍ DỤ\n1. Đồng chí Phó Chủ tịch UBND xã chỉ đạo.\n2. Ví dụ: đồng chí Nguyễn Văn A, Giám đốc Sở.\n"
    assert _people(body) == []


def test_a_chapter_about_a_body_and_its_papers_names_no_actor() -> None:
    assert actor_of_heading("HỘI ĐỒNG, HỒ SƠ VÀ THỜI HẠN") is None
    assert actor_of_heading("Tổ giúp việc và chế độ làm việc") is None
    assert actor_of_heading("Hội Nông dân, Hội Phụ nữ xã") == "Hội Nông dân, Hội Phụ nữ xã"
