"""Ways of sending, names of things, the n-th basis, who carries out a list, where duties stand."""

from __future__ import annotations

import pytest

from knowledge.model import Status
from tests.knowledge.answering.collection import Collection

WARD = """ỦY BAN NHÂN DÂN PHƯỜNG TÂN HÒA

Số: 57/KH-UBND

Tân Hòa, ngày 12 tháng 3 năm 2026

KẾ HOẠCH
Triển khai “Năm an toàn giao thông” 2026

Căn cứ Kế hoạch số 88-KH/ĐU ngày 15/01/2026 của Đảng ủy phường về công tác dân vận; Chương trình số 12/CTr-UBND ngày \
20/01/2026 của Ủy ban nhân dân thành phố về an toàn giao thông, Ủy ban nhân dân phường Tân Hòa ban hành Kế hoạch:

I. NỘI DUNG

Đề nghị Trưởng các khu phố và Hiệu trưởng các trường triển khai nội dung “3 không” như sau: không lấn chiếm vỉa hè; \
không phóng nhanh; không chở quá số người.

1. Hưởng ứng cuộc vận động “Cổng trường không ùn tắc” và phong trào “Thanh niên với văn hóa giao thông”.

II. CHẾ ĐỘ BÁO CÁO

1. Các đơn vị gửi báo cáo về Văn phòng trước ngày 20/11/2026, qua hộp thư điện tử: vp@tanhoa.gov.vn (file định dạng \
Word).

2. Khu phố báo cáo kết quả lồng ghép với báo cáo tháng của khu phố.
"""


@pytest.fixture(scope="module")
def collection() -> Collection:
    return Collection({"tan-hoa-2026": WARD})


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Nộp bản giấy được không?", "Văn bản không nêu cách này"),
        ("gui file pdf duoc ko", "Văn bản không nêu cách này"),
        ("gửi báo cáo qua zalo được không", "Văn bản không nêu cách này"),
        ("gửi file word được không", "Có."),
        ("gửi báo cáo qua email được không", "Có."),
        ("May we submit a PDF?", "The plan does not name this way"),
    ],
)
def test_a_way_of_sending_is_confirmed_only_when_the_plan_names_it(
    collection: Collection, question: str, begins: str
) -> None:
    answer = collection.ask(question, unit="tan-hoa-2026")
    assert answer.text.startswith(begins), answer.text
    assert any("vp@tanhoa.gov.vn" in citation.quote for citation in answer.citations)


def test_the_format_is_told_once(collection: Collection) -> None:
    answer = collection.ask("báo cáo nộp khi nào, cho ai?", unit="tan-hoa-2026")
    assert "bằng file định dạng Word" in answer.text, answer.text


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Cuộc vận động ở cổng trường tên là gì?", "Cổng trường không ùn tắc"),
        ("phong trao cua thanh nien ten gi", "Thanh niên với văn hóa giao thông"),
    ],
)
def test_the_name_of_a_thing_is_no_persons_name(collection: Collection, question: str, name: str) -> None:
    answer = collection.ask(question, unit="tan-hoa-2026")
    assert answer.status is Status.ANSWERED
    assert any(name in citation.quote for citation in answer.citations), answer.text


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("Căn cứ đầu tiên là văn bản nào?", "88-KH/ĐU"),
        ("can cu thu hai la gi", "12/CTr-UBND"),
        ("văn bản nào của Ủy ban nhân dân thành phố được nêu đầu tiên làm căn cứ", "12/CTr-UBND"),
    ],
)
def test_the_nth_basis_is_counted_among_those_of_the_issuer_named(
    collection: Collection, question: str, number: str
) -> None:
    assert number in collection.ask(question, unit="tan-hoa-2026").text.split("📎")[0]


@pytest.mark.parametrize("question", ["Ai được đề nghị triển khai “3 không”?", "ai phai thuc hien 3 khong"])
def test_who_carries_out_a_list_is_quoted(collection: Collection, question: str) -> None:
    answer = collection.ask(question, unit="tan-hoa-2026")
    assert any("Hiệu trưởng các trường" in citation.quote for citation in answer.citations), answer.text


def test_the_year_of_a_plan_is_no_list(collection: Collection) -> None:
    answer = collection.ask("“Năm an toàn giao thông” là năm nào, có phải 3 điều không?", unit="tan-hoa-2026")
    assert "2026" in answer.text, answer.text
    assert "vỉa hè" not in answer.text


@pytest.mark.parametrize(
    "question", ["khu phố báo cáo riêng hay gộp", "bao cao cua khu pho doc lap hay long ghep voi bao cao khac"]
)
def test_a_report_that_is_part_of_another_is_said_to_be(collection: Collection, question: str) -> None:
    assert "ồng ghép trong báo cáo tháng" in collection.ask(question, unit="tan-hoa-2026").text


def test_the_part_on_reports_is_found(collection: Collection) -> None:
    answer = collection.ask("mục nào nói về chế độ báo cáo", unit="tan-hoa-2026")
    assert {citation.section.split(".")[0] for citation in answer.citations} == {"II"}, answer.text


@pytest.mark.parametrize(
    "question", ["lịch thi tốt nghiệp thế nào", "luong hieu truong bao nhieu", "điểm chuẩn lớp 10"]
)
def test_what_no_plan_is_about_is_not_answered(collection: Collection, question: str) -> None:
    assert collection.ask(question, unit="tan-hoa-2026").status is not Status.ANSWERED
