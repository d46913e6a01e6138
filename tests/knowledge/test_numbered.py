"""Numbers with what they number, in questions and in plans."""

import pytest

from knowledge.ranking import numbered


@pytest.mark.parametrize(
    ("question", "text", "fits"),
    [
        ("thiếu 2 lần thì sao", "Thiếu từ 02 lần trở lên: kiểm điểm", 1),
        ("thiếu 2 lần thì sao", "Thiếu 01 lần: nhắc nhở", -1),
        ("thiếu hai lần thì sao", "Thiếu 02 lần: kiểm điểm", 1),
        ("trên 90% hộ", "90% hộ đạt", 1),
        ("trên 90% hộ", "85 % hộ đạt", -1),
        ("ngày 28 tháng 4", "ngày 15 tháng 5", 0),
        ("ai phụ trách", "02 lần", 0),
    ],
)
def test_a_unit_that_numbers_a_thing_otherwise_is_told_apart(question: str, text: str, fits: int) -> None:
    assert numbered.fit(text, numbered.pairs_in(question)) == fits


@pytest.mark.parametrize(
    ("text", "items", "spelled"),
    [
        ('"3 sạch": sạch nhà; sạch bếp; sạch ngõ.', 0, 1),
        ("thực hiện ba sạch (sạch nhà, sạch bếp, sạch ngõ)", 0, 1),
        ("Nội dung 3 sạch", 3, 1),
        ('Cuộc vận động "5 không, 3 sạch" và mô hình', 0, -1),
        ("Các hộ đạt tiêu chí sạch nhà, sạch bếp, sạch ngõ", 0, 0),
    ],
)
def test_where_a_list_called_by_its_number_is_spelled_out(text: str, items: int, spelled: int) -> None:
    assert numbered.spells_out(text, items, numbered.pairs_in("3 sạch gồm những gì")) == spelled
