"""Duties asked for by those who must do them, and small talk around a question about a deadline."""

from __future__ import annotations

import pytest

from knowledge.model import Status
from tests.knowledge.answering.collection import Collection

SCHOOLS = """PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN ĐÔNG HẢI

Số: 12/KH-PGDĐT

Đông Hải, ngày 05 tháng 02 năm 2026

KẾ HOẠCH
Thực hiện phong trào thi đua “Dân vận khéo” năm 2026

Phòng Giáo dục và Đào tạo huyện Đông Hải ban hành Kế hoạch như sau:

I. TỔ CHỨC THỰC HIỆN

1. Đồng chí bí thư cấp ủy, thủ trưởng đơn vị trực tiếp chỉ đạo, phân công người phụ trách từng mô hình.

2. Các phòng, ban, cơ quan thuộc Ủy ban nhân dân huyện phối hợp tuyên truyền.

3. Phòng Văn hóa huyện tham mưu Ủy ban nhân dân huyện tổ chức hội thi, tổng hợp kết quả hằng tháng.

4. Các trường báo cáo kết quả hàng quý về Phòng Giáo dục và Đào tạo theo quy định.

5. Mỗi trường đăng ký ít nhất 01 sáng kiến cải cách thủ tục. Các trường gửi sáng kiến về Phòng Giáo dục và Đào tạo \
trước ngày 20/3/2026.
"""


@pytest.fixture(scope="module")
def collection() -> Collection:
    return Collection({"dong-hai-2026": SCHOOLS})


@pytest.mark.parametrize(
    "question",
    [
        "Tôi là hiệu trưởng kiêm bí thư, theo kế hoạch tôi phải tự tay làm những gì?",
        "em la bi thu cap uy thi phai lam gi",
        "giám đốc trung tâm phải làm gì",
        "I am the head of a unit, what must I do?",
    ],
)
def test_the_head_of_a_body_is_told_the_duties_of_heads(collection: Collection, question: str) -> None:
    answer = collection.ask(question, unit="dong-hai-2026")
    assert any("phân công người phụ trách" in citation.quote for citation in answer.citations), answer.text


def test_whom_an_office_helps_is_not_who_acts(collection: Collection) -> None:
    answer = collection.ask("Phòng Văn hóa giúp ủy ban những việc gì?", unit="dong-hai-2026")
    assert any("tổ chức hội thi" in citation.quote for citation in answer.citations), answer.text
    assert not any("phối hợp tuyên truyền" in citation.quote for citation in answer.citations)


@pytest.mark.parametrize("question", ["bao gio nop sang kien vay moi nguoi", "cả nhà ơi hạn nộp sáng kiến khi nào thế"])
def test_what_is_handed_in_has_the_day_of_handing_it_in(collection: Collection, question: str) -> None:
    answer = collection.ask(question, unit="dong-hai-2026")
    assert answer.status is Status.ANSWERED
    assert "20/3/2026" in answer.text, answer.text


@pytest.mark.parametrize(
    "question", ["Nghe nói báo cáo quý lấy ngày 15 làm hạn, có đúng không?", "bao cao quy nop truoc ngay 25 phai khong"]
)
def test_a_day_that_is_claimed_of_an_undated_duty_is_not_confirmed(collection: Collection, question: str) -> None:
    answer = collection.ask(question, unit="dong-hai-2026")
    assert "không nêu ngày cụ thể" in answer.text, answer.text
    assert not answer.text.startswith(("Đúng", "Có"))


@pytest.mark.parametrize(
    "question",
    [
        "mình bên Hội Cựu chiến binh, bao giờ gửi sáng kiến?",
        "Em ở văn phòng đảng ủy, cho em hỏi hạn nộp sáng kiến là ngày nào",
        "Chào em, chị bên Ban Quản lý dự án Giao thông đây. Gửi sáng kiến chậm nhất ngày nào?",
        "chu lam truong ban mat tran, sang kien gui truoc ngay may",
        "Hello, I'm from the Veterans Association, when are the initiatives due?",
    ],
)
def test_who_asks_is_no_unit_and_no_matter(collection: Collection, question: str) -> None:
    answer = collection.ask(question, unit="dong-hai-2026")
    assert answer.status is Status.ANSWERED, answer.text
    assert "20/3/2026" in answer.text or "20 March 2026" in answer.text, answer.text
    assert answer.query is not None
    assert not answer.query.unknown


def test_who_asks_for_himself_is_no_unknown_unit(collection: Collection) -> None:
    answer = collection.ask("mình bên Hội Cựu chiến binh, mình phải làm gì?", unit="dong-hai-2026")
    assert answer.query is not None
    assert not answer.query.unknown
    assert "Cựu chiến binh" in answer.query.topic


def test_the_district_of_who_asks_is_what_is_asked_about(collection: Collection) -> None:
    answer = collection.ask("em ở Hội Phụ nữ quận Lê Chân, khi nào nộp sáng kiến", unit="dong-hai-2026")
    assert answer.status is Status.NOT_FOUND
