"""What a question's file is, which dates are its own, and what is said of a claim."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.answering.nearest import MOST
from knowledge.facts.values import find_values
from knowledge.model import Attribute, Language, Status
from knowledge.parsing import documents_of
from knowledge.readers import read
from knowledge.understanding.slots import read as read_slots

from .collection import Collection

DOCUMENTS = Path(__file__).parents[1] / "documents"

PLAN = """ỦY BAN NHÂN DÂN
XÃ BÌNH SƠN
Số: 21/KH-UBND

Bình Sơn, ngày 04 tháng 02 năm 2026

KẾ HOẠCH
Phát động phong trào thi đua năm 2026

I. NỘI DUNG
Thi đua theo các nội dung sau:
1. Thi đua trong phát triển kinh tế
2. Thi đua trong giữ gìn vệ sinh môi trường
3. Thi đua trong xây dựng cơ quan văn hóa

II. TỔ CHỨC THỰC HIỆN
1. Phòng Văn hóa - Xã hội chủ trì tổng hợp mô hình, báo cáo Ủy ban nhân dân xã trước ngày 15 tháng 11 năm 2026.
2. Ủy ban nhân dân xã tặng Giấy khen và đề nghị Ủy ban nhân dân tỉnh tặng Bằng khen cho tập thể xuất sắc.
3. Các thôn báo cáo 6 tháng về Phòng Văn hóa - Xã hội theo quy định.
4. Giáo viên mới về trường dưới 06 tháng chưa tính vào tỷ lệ đánh giá.
5. Hội Nông dân thu quỹ đến ngày 31/10/2026.
6. Tỷ lệ học sinh bỏ học không quá 1%.
7. Thi trực tuyến: đợt 1 từ ngày 06/4/2026; đợt 2 từ ngày 13/4/2026; đợt 3 từ ngày 20/4/2026.
8. Phấn đấu 12/12 thôn có tổ công nghệ số cộng đồng trước ngày 31/12/2026.

Nơi nhận:
- Các thôn;
- Lưu: VT.

CHỦ TỊCH
Trần Thị Hạnh
"""


@pytest.fixture(scope="module")
def commune() -> Collection:
    return Collection({"binh-son-2026": PLAN})


def test_what_is_attached_answers_for_the_file_that_is_named() -> None:
    parts = documents_of(read(DOCUMENTS / "decision-with-plan.txt"))
    collection = Collection({part.plan_id: part.text for part in parts})
    attached = next(each for each in collection.plans if each.plan_id.endswith("#2"))
    sentence = max((unit.text.text for unit in attached.units if unit.kind == "item"), key=len)
    answer = collection.ask(sentence, unit="decision-with-plan")
    assert [citation.plan_id for citation in answer.citations[:1]] == ["decision-with-plan#2"]


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Thực hiện Công văn số 12/SNV-TĐ ngày 05/3/2024 của Sở Nội vụ, gửi báo cáo trước ngày 10/6.", ["10/6"]),
        ("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;", []),
        ("Tổng kết vào ngày 20/12/2026.", ["20/12/2026"]),
    ],
)
def test_the_date_of_another_paper_is_no_date_of_a_duty(text: str, own: list[str]) -> None:
    assert [value.key for value in find_values(text) if value.attribute is Attribute.DAY] == own


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("mỗi chi bộ có 02 mô hình", ["2"]),
        ("xây dựng từ 01 - 02 điển hình", [""]),  # a range, of which neither end is the number
        ("Năm thực hiện đầu tiên", []),
        ("một số đơn vị", []),
        ("một mô hình", ["1"]),
    ],
)
def test_a_count_counts_something(text: str, counts: list[str]) -> None:
    assert [value.key for value in find_values(text) if value.attribute is Attribute.COUNT] == counts


@pytest.mark.parametrize(
    ("question", "asked", "not_asked"),
    [
        ("báo cáo nộp ngày mấy", "day", "count"),
        ("nghị quyết đó số mấy ngày mấy", "dated", "count"),
        ("có mấy mô hình", "count", "day"),
    ],
)
def test_a_general_cue_gives_way_to_a_longer_one(question: str, asked: str, not_asked: str) -> None:
    slots = read_slots(question, Language.VI)
    assert asked in slots.asked
    assert not_asked not in slots.asked


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Phòng Văn hóa - Xã hội tổng hợp mô hình, báo cáo trước ngày 30 tháng 9 năm 2026 phải không?", "Không phải."),
    ],
)
def test_a_claim_is_judged_by_what_is_stated_of_its_kind(commune: Collection, question: str, begins: str) -> None:
    answer = commune.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.text.startswith(begins), answer.text


def test_a_true_claim_is_never_denied(commune: Collection) -> None:
    for question in (
        "Phòng Văn hóa - Xã hội chủ trì tổng hợp mô hình phải không?",
        "Ủy ban nhân dân xã tặng Giấy khen cho tập thể xuất sắc, đúng không?",
        "Báo cáo Ủy ban nhân dân xã trước ngày 15 tháng 11 năm 2026 phải không?",
    ):
        assert not commune.ask(question).text.startswith("Không"), question


def test_a_day_that_is_not_set_is_said_not_to_be(commune: Collection) -> None:
    answer = commune.ask("các thôn nộp báo cáo 6 tháng ngày nào?")
    assert answer.status is Status.NOT_SPECIFIED
    assert "không nêu ngày cụ thể" in answer.text


def test_the_nearest_is_two_quotes_at_most(commune: Collection) -> None:
    answer = commune.ask("xe đưa đón đại biểu đi tham quan mô hình là loại xe gì")
    assert answer.status is not Status.ANSWERED
    assert len(answer.citations) <= MOST


@pytest.mark.parametrize(
    "question",
    [
        "Giáo viên mới về trường bốn tháng chưa tính vào tỷ lệ đánh giá đúng không?",
        "Hội Nông dân thu quỹ đến cuối tháng 10 phải không?",
        "12/12 thôn có tổ công nghệ số cộng đồng đúng không?",
    ],
)
def test_what_the_plan_allows_is_not_denied(commune: Collection, question: str) -> None:
    answer = commune.ask(question)
    assert answer.citations, answer.text
    assert not answer.text.startswith(("Không", "Chưa", "Sai"))


@pytest.mark.parametrize(
    ("question", "told", "left"),
    [
        ("Tỷ lệ học sinh bỏ học là 5% phải không?", "không quá 1%", "nêu 1%"),
        ("Thi trực tuyến đợt 3 từ ngày 27/4/2026 đúng không?", "20/4/2026", "06/4/2026"),
    ],
)
def test_a_correction_says_the_bound_and_the_round(commune: Collection, question: str, told: str, left: str) -> None:
    lead = commune.ask(question).text.split("📎")[0]
    assert lead.startswith("Không phải.")
    assert told in lead
    assert left not in lead
