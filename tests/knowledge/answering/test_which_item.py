"""Which list something is in, which item speaks of it: the item first and alone, not whole lists."""

from __future__ import annotations

import pytest

from knowledge.model import Status
from tests.knowledge.answering.collection import Collection

PLAN = """ĐẢNG ỦY KHỐI DOANH NGHIỆP
*

Phú Thịnh, ngày 12 tháng 01 năm 2026

KẾ HOẠCH
thực hiện phong trào thi đua “Dân vận khéo” năm 2026

I. NỘI DUNG “4 KHÔNG”

1. Không để hộ khó khăn bị bỏ lại

Hằng quý thăm hỏi công nhân ở nhà trọ, tặng thẻ bảo hiểm y tế cho người già neo đơn.

2. Không xả nước thải ra sông

Vận động cơ sở sản xuất thay ống xả cũ bằng hệ thống lọc ba ngăn, thu gom dầu mỡ thừa.

3. Không lấn chiếm lòng đường

Nhắc nhở các hộ kinh doanh để xe đúng vạch.

4. Không tin đồn thất thiệt

Cung cấp thông tin chính thống qua loa phát thanh.

II. CÔNG CHỨC

Cuộc vận động “Công chức nói không với tiêu cực” “3 không”: không nhận quà biếu; không trễ hẹn với dân; không bao \
che sai phạm.
"""


@pytest.fixture(scope="module")
def collection() -> Collection:
    return Collection({"phu-thinh-2026": PLAN})


@pytest.mark.parametrize(
    ("question", "begins", "unshown"),
    [
        ("không nhận quà biếu nằm trong danh sách nào", "Điều 1 trong “3 không” (", "nước thải"),
        ("khong lan chiem long duong thuoc danh sach nao", "Điều 3 trong “4 không” (", "quà biếu"),
        ("điều nào nói về nước thải", "Điều 2 trong “4 không”: Không xả nước thải ra sông", "quà biếu"),
        ("dieu nao noi ve tin don", "Điều 4 trong “4 không”: Không tin đồn thất thiệt", "lòng đường"),
        (
            "thay ống xả cũ bằng gì và việc đó gắn với điều nào",
            "Điều 2 trong “4 không”: Không xả nước thải ra sông",
            "quà biếu",
        ),
        (
            "thẻ bảo hiểm y tế cho người già neo đơn thuộc điều nào",
            "Điều 1 trong “4 không”: Không để hộ khó khăn",
            "lòng đường",
        ),
    ],
)
def test_the_item_comes_first_and_alone(collection: Collection, question: str, begins: str, unshown: str) -> None:
    answer = collection.ask(question, unit="phu-thinh-2026")
    assert answer.status is Status.ANSWERED
    assert answer.text.startswith(begins), answer.text
    assert unshown not in answer.text


def test_the_words_that_stand_under_an_item_are_quoted_with_it(collection: Collection) -> None:
    answer = collection.ask("thay ống xả cũ bằng gì và việc đó gắn với điều nào", unit="phu-thinh-2026")
    assert any("hệ thống lọc ba ngăn" in citation.quote for citation in answer.citations)


@pytest.mark.parametrize("question", ["điều nào quy định kinh phí", "điều nào nói về học phí"])
def test_no_item_is_given_for_what_none_speaks_of(collection: Collection, question: str) -> None:
    assert collection.ask(question, unit="phu-thinh-2026").status is not Status.ANSWERED
