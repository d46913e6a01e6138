"""Passages run along the tree; sentences end where Vietnamese sentences do."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.facts.evidence import evidence_units
from knowledge.model import RawDocument, SectionKind, UnitKind
from knowledge.parsing import clauses, cut, parse, sentences
from knowledge.readers import read
from knowledge.text import clean

PLANS = sorted((Path(__file__).parents[2] / "knowledge" / "plans").glob("*.txt"))


@pytest.mark.parametrize("limit", [200, 900])
@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_passages_are_the_sections_in_order(path: Path, limit: int) -> None:
    plan = parse(read(path))
    passages = cut(plan, limit)
    assert [passage.ordinal for passage in passages] == list(range(len(passages)))
    assert len({passage.id for passage in passages}) == len(passages)
    assert all(0 < len(passage.text.text) <= limit for passage in passages)
    bodies = [section.body.text or section.heading.text for section in plan.walk()]
    for passage in passages:
        assert any(passage.text.text in body for body in bodies)
    told = "".join(passage.text.text for passage in passages)
    assert told.replace(" ", "") == "".join(s.body.text for s in plan.walk()).replace(" ", "")


def test_every_kind_of_section_is_a_passage() -> None:
    kinds = {passage.kind for path in PLANS for passage in cut(parse(read(path)))}
    assert kinds >= set(SectionKind) - {SectionKind.ATTACHMENT, SectionKind.TABLE_ROW}


def test_heading_path_and_lead_in() -> None:
    text = (
        "KẾ HOẠCH\nThử\n\nCăn cứ Quyết định số 1/QĐ-UBND, Ủy ban ban hành kế hoạch như sau:\n\nI. NỘI DUNG\n\n"
        "1. Nhiệm vụ\n\nLàm ngay. Các đơn vị thực hiện:\n\n- Một;\n\n- Hai.\n"
    )
    (bullet,) = [passage for passage in cut(parse(RawDocument("p", text, ""))) if passage.text.text == "Một;"]
    assert bullet.heading == "I. NỘI DUNG > 1. Nhiệm vụ > Các đơn vị thực hiện:"
    assert bullet.section == "I.1"


@pytest.mark.parametrize(
    ("item", "heading"),
    [
        ("1. Xây dựng mô hình. Mỗi thôn đăng ký một mô hình", "Xây dựng mô hình."),
        ("1. Tuyên truyền sâu rộng trong nhân dân. Hình thức gồm:", "Hình thức gồm:"),
    ],
)
def test_an_items_own_second_sentence_heads_nothing_unless_it_leads_in(item: str, heading: str) -> None:
    text = (
        f"ỦY BAN NHÂN DÂN XÃ A\nSố: 1/KH-UBND\n\nKẾ HOẠCH\nCông tác dân vận\n\nI. NHIỆM VỤ\n\n{item}\n\nCó quyết định."
    )
    plan = parse(RawDocument("p", text, ""))
    assert [p.heading for p in cut(plan) if p.text.text == "Có quyết định."] == [f"I. NHIỆM VỤ > {heading}"]
    assert [u.heading for u in evidence_units(plan) if u.text.text == "Có quyết định."] == [f"I. NHIỆM VỤ > {heading}"]


@pytest.mark.parametrize(
    ("item", "headings"),
    [
        ("- Đợt 1: Nhân dịp Tết Nguyên đán của năm. Đúng 07h00 ngày 13/12 các đội ra quân.", ["", "Đợt 1"]),
        ("- Ban Tổ chức: họp hằng tháng tại xã. Báo cáo nhanh: gửi trong ngày làm việc.", ["", ""]),
        ("- Các đội ra quân trong tháng 3 năm 2026. Kinh phí do xã cấp.", ["", ""]),
    ],
)
def test_a_paragraphs_label_heads_its_later_sentences_that_have_none(item: str, headings: list[str]) -> None:
    text = f"ỦY BAN NHÂN DÂN XÃ A\nSố: 1/KH-UBND\n\nKẾ HOẠCH\nCông tác dân vận\n\nI. NHIỆM VỤ\n\n{item}\n- Khác."
    units = evidence_units(parse(RawDocument("p", text, "")))
    told = [unit.heading for unit in units if unit.section.startswith("I") and unit.kind is UnitKind.ITEM][:2]
    assert told == ["I. NHIỆM VỤ" + (f" > {label}" if label else "") for label in headings]


def test_a_word_longer_than_the_limit_is_cut() -> None:
    text = "KẾ HOẠCH\nThử\n\nCăn cứ Quyết định số 1/QĐ-UBND ban hành như sau:\n\n1. " + "a" * 500
    assert max(len(passage.text.text) for passage in cut(parse(RawDocument("p", text, "")), 100)) == 100


def _split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(clean(text))]


@pytest.mark.parametrize(
    "expected",
    [
        ["Làm tốt công tác dân vận.", "Báo cáo trước ngày 10/5."],
        ["Đồng chí PGS. TS. Nguyễn Văn A tại TP. Lai Châu phụ trách.", "Đồng chí B theo dõi."],
        ["Đạt 1.000 người, tăng 5.5 lần.", "Năm 2024 đạt 2.000."],
        ["Xây dựng mô hình “Dân vận khéo.”", "Nhân rộng điển hình!"],
        ["Các nhiệm vụ (điện thoại, thư...) được giao.", "Hoàn thành trong năm 2023./."],
        ["Vận động sáng tạo…", "“Khéo” tuyên truyền."],
        ["Mở rộng đến năm 2020.", "Tiếp tục thực hiện."],
        ["một câu không có dấu chấm"],
    ],
)
def test_sentences(expected: list[str]) -> None:
    assert _split(" ".join(expected)) == expected


def test_semicolons_part_clauses_not_sentences() -> None:
    text = "Không cửa quyền; không quan liêu; không tham nhũng. Hết."
    assert len(_split(text)) == 2
    assert [text[a:b] for a, b in clauses(clean(text))] == [
        "Không cửa quyền;",
        "không quan liêu;",
        "không tham nhũng.",
        "Hết.",
    ]
