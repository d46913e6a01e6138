"""Questions that name a part by its number alone, count what is under a heading, or count targets."""

from __future__ import annotations

import pytest

from knowledge.model import Status
from tests.knowledge.answering.collection import Collection

PLAN = """THÀNH ỦY SÔNG TRÀ
*
Số 18-KH/ThU

Sông Trà, ngày 08 tháng 01 năm 2026

KẾ HOẠCH
thực hiện công tác dân vận năm 2026

Ban Thường vụ Thành ủy ban hành kế hoạch như sau:

I. MỤC TIÊU

1.1. 100% chi bộ phân công đảng viên phụ trách công tác dân vận.

1.2. Trên 70% thôn có tổ hòa giải hoạt động tốt.

1.3. 100% cơ quan công khai đường dây nóng.

II. NHIỆM VỤ

A. Những việc chung

1. Tuyên truyền về bảo vệ rừng đầu nguồn.

2. Đối thoại với người dân mỗi quý một lần.

B. Những việc riêng

1. Trường học vận động phụ huynh làm vườn rau.

2. Trạm y tế khám bệnh lưu động.

3. Công an xã quản lý cư trú.

III. TỔ CHỨC THỰC HIỆN

1. Các chi bộ báo cáo kết quả về Ban Dân vận Thành ủy trước ngày 01/3.
"""


@pytest.fixture(scope="module")
def collection() -> Collection:
    return Collection({"song-tra-2026": PLAN})


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Sông Trà 1.2 nói gì", "Trên 70% thôn"),
        ("1.3 là gì", "100% cơ quan công khai"),
        ("II.B.2 nói gì", "khám bệnh lưu động"),
        ("các ý của II.A", "bảo vệ rừng đầu nguồn"),
        ("phần B gồm những gì", "Trường học vận động phụ huynh"),
        ("ý 2 mục II.A", "mỗi quý một lần"),
        ("What does 1.1 say?", "100% chi bộ phân công"),
    ],
)
def test_a_part_is_found_by_its_number_alone(collection: Collection, question: str, says: str) -> None:
    answer = collection.ask(question, unit="song-tra-2026")
    assert answer.status is Status.ANSWERED
    assert any(says in citation.quote for citation in answer.citations), answer.text


def test_how_many_points_asked_politely_is_no_part(collection: Collection) -> None:
    told = collection.ask("vậy lớp em được thêm mấy điểm a", unit="song-tra-2026")
    assert not any("Những việc chung" in citation.quote for citation in told.citations), told.text


def test_a_day_is_no_part(collection: Collection) -> None:
    answer = collection.ask("trước 1.3 phải nộp gì", unit="song-tra-2026")
    assert any("báo cáo kết quả" in citation.quote for citation in answer.citations), answer.text


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("có mấy chỉ tiêu", "3 chỉ tiêu:"),
        ("co bao nhieu chi tieu 100%", "2 chỉ tiêu:"),
        ("How many targets does the plan set?", "Targets: 3"),
        ("mấy nhóm nhiệm vụ", "NHIỆM VỤ (mục II): 2"),
        ("phần II.B có mấy ý", "Những việc riêng (mục II.B): 3"),
    ],
)
def test_a_count_comes_first(collection: Collection, question: str, begins: str) -> None:
    answer = collection.ask(question, unit="song-tra-2026")
    assert answer.status is Status.ANSWERED
    assert answer.text.startswith(begins), answer.text


def test_targets_are_not_counted_where_more_is_asked(collection: Collection) -> None:
    answer = collection.ask("có mấy chỉ tiêu về tổ hòa giải", unit="song-tra-2026")
    assert not answer.text.startswith("3 chỉ tiêu"), answer.text


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Sông Trà mục V nói gì", "Văn bản không có phần V"),
        ("phần II.B.9", "Văn bản không có phần II.B.9"),
        ("Điều 7 ghi gì", "Văn bản không có phần Điều 7"),
        ("What does section IX say?", "The plan has no part IX"),
    ],
)
def test_a_part_that_is_not_there_is_said_not_to_be(collection: Collection, question: str, begins: str) -> None:
    answer = collection.ask(question, unit="song-tra-2026")
    assert answer.status is Status.NOT_SPECIFIED
    assert answer.text.startswith(begins), answer.text
    assert "III. TỔ CHỨC THỰC HIỆN" in answer.text


def test_a_number_that_some_part_bears_is_not_denied(collection: Collection) -> None:
    assert "không có phần" not in collection.ask("mục 3", unit="song-tra-2026").text
