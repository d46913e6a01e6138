"""A date is confirmed only of the duty that the question names; a bare period after a report asks for that period."""

from __future__ import annotations

import pytest

from knowledge.model import Status
from tests.knowledge.answering.collection import Collection

_PLAN = """HUYỆN ỦY SÔNG BA
Số 12-KH/HU
Sông Ba, ngày 05 tháng 01 năm 2025

KẾ HOẠCH
thực hiện phong trào thi đua "Dân vận khéo" năm 2025

I. NỘI DUNG
Thực hiện nội dung “5 không”: không quan liêu; không hách dịch; không lãng phí; không vô cảm; không sách nhiễu.

II. TỔ CHỨC THỰC HIỆN
1. Bí thư cấp ủy trực tiếp lãnh đạo, chỉ đạo phong trào. Định kỳ thực hiện kiểm tra, giám sát phong trào ở cơ sở.
2. Các chi bộ báo cáo kết quả về Ban Dân vận định kỳ 6 tháng (trước ngày 10 tháng 6), năm (trước ngày 10 tháng 12).
"""


@pytest.fixture(scope="module")
def plans() -> Collection:
    return Collection({"song-ba": _PLAN})


@pytest.mark.parametrize(
    "question", ["Kiểm tra, giám sát trước ngày 10/6 đúng không?", "kiem tra giam sat truoc 10/12 phai khong"]
)
def test_another_duty_does_not_lend_its_date(plans: Collection, question: str) -> None:
    answer = plans.ask(question, unit="song-ba")
    assert answer.status is Status.NOT_SPECIFIED
    assert "không nêu ngày" in answer.text
    assert "Đúng" not in answer.text


def test_a_duty_with_the_date_is_not_denied(plans: Collection) -> None:
    answer = plans.ask("Chi bộ báo cáo kết quả trước ngày 10/6 đúng không?", unit="song-ba")
    assert answer.citations
    assert not answer.text.startswith("Không")


@pytest.mark.parametrize("question", ["Thế còn năm?", "còn năm thì sao", "Vậy hằng năm?"])
def test_a_bare_period_asks_for_its_own_report(plans: Collection, question: str) -> None:
    answer = plans.ask(question, unit="song-ba", history=["Báo cáo 6 tháng nộp khi nào?"])
    assert answer.text.startswith("Trước ngày 10/12")


@pytest.mark.parametrize("question", ["Hạn nộp báo cáo 6 tháng là 10/12 à?", "báo cáo 6 tháng nộp trong tháng 7 à"])
def test_a_report_with_a_wrong_date_is_no_missing_report(plans: Collection, question: str) -> None:
    answer = plans.ask(question, unit="song-ba")
    assert "Kế hoạch không nêu" not in answer.text
    assert "ngày 10/6" in answer.text


def test_a_catalogue_of_refusals_is_a_list(plans: Collection) -> None:
    answer = plans.ask("Đơn vị nào có danh mục 5 không?")
    assert answer.query is not None
    assert answer.query.count == 5
    assert answer.status is Status.ANSWERED


def test_two_counts_in_a_name_are_no_item(plans: Collection) -> None:
    query = plans.ask("5 không 3 sạch là gì?", unit="song-ba").query
    assert query is not None
    assert (query.count, query.item) == (5, None)
    query = plans.ask("5 không số 3 là gì?", unit="song-ba").query
    assert query is not None
    assert (query.count, query.item) == (5, 3)
