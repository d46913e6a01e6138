"""Questions about what plans stand on and which papers they cite, none of them in particular."""

from __future__ import annotations

import pytest

from knowledge.model import Status
from tests.knowledge.answering.collection import Collection

TEXT = """ỦY BAN NHÂN DÂN
PHƯỜNG TÂN HÒA

Số: 57/KH-UBND

Tân Hòa, ngày 12 tháng 3 năm 2026

KẾ HOẠCH
Thực hiện phong trào thi đua “Dân vận khéo” năm 2026

Căn cứ Kế hoạch số 88-KH/ĐU ngày 15/01/2026 của Đảng ủy phường Tân Hòa về công tác dân vận năm 2026, Ủy ban nhân dân \
phường Tân Hòa ban hành Kế hoạch như sau:

I. NỘI DUNG

1. Tiếp tục thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ về công tác dân vận.

2. Tuyên truyền Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương về công tác dân vận.

II. TỔ CHỨC THỰC HIỆN

1. Các đơn vị báo cáo kết quả về Văn phòng trước ngày 20/11.

CHỦ TỊCH

Trần Văn Bình
"""


@pytest.fixture(scope="module")
def plans() -> Collection:
    return Collection({"tan-hoa": TEXT})


@pytest.mark.parametrize(
    "question",
    [
        "Kế hoạch căn cứ vào đâu?",
        "ke hoach nay dua tren co so nao",
        "Phường làm theo chỉ đạo nào của cấp trên?",
        "cấp nào chỉ đạo làm kế hoạch này",
        "What is the plan based on?",
    ],
)
def test_the_basis_is_what_the_opening_names(plans: Collection, question: str) -> None:
    answer = plans.ask(question, unit="tan-hoa")
    assert answer.status is Status.ANSWERED
    assert "88-KH/ĐU" in answer.text
    assert "33/CT-TTg" not in answer.text


def test_every_cited_paper_is_counted(plans: Collection) -> None:
    answer = plans.ask("có bao nhiêu văn bản được viện dẫn", unit="tan-hoa")
    assert "3 văn bản" in answer.text
    for number in ("88-KH/ĐU", "33/CT-TTg", "25-NQ/TW"):
        assert number in answer.text


def test_papers_of_one_kind(plans: Collection) -> None:
    answer = plans.ask("liệt kê các chỉ thị được nhắc trong kế hoạch", unit="tan-hoa")
    assert "33/CT-TTg" in answer.text
    assert "25-NQ/TW" not in answer.text


def test_a_kind_that_is_not_cited_is_denied_beside_the_basis(plans: Collection) -> None:
    answer = plans.ask("kế hoạch căn cứ nghị định nào", unit="tan-hoa")
    assert answer.status is Status.NOT_SPECIFIED
    assert "không dẫn nghị định" in answer.text
    assert "88-KH/ĐU" in answer.text


def test_one_paper_is_left_to_its_own_answer(plans: Collection) -> None:
    answer = plans.ask("nghị quyết 25-NQ/TW ban hành ngày nào", unit="tan-hoa")
    assert "03/06/2013" in answer.text
    assert "33/CT-TTg" not in answer.text


def test_a_kind_cited_further_on_is_no_basis(plans: Collection) -> None:
    answer = plans.ask("kế hoạch căn cứ vào chỉ thị nào", unit="tan-hoa")
    assert "không nêu chỉ thị" in answer.text
    assert "33/CT-TTg" in answer.text


def test_the_day_of_a_cited_paper_is_not_denied_above_it(plans: Collection) -> None:
    answer = plans.ask("nq cua tw ve cong tac dan van so may ngay nao")
    assert answer.status in (Status.ANSWERED, Status.NEAREST)
    assert "03/6/2013" in answer.text
