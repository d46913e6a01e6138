"""Papers called by kind and number, two header fields at once, head and deputy, places that nobody is asked about."""

from __future__ import annotations

import pytest

from knowledge.model import Status
from tests.knowledge.answering.collection import Collection

LETTER = """LIÊN ĐOÀN LAO ĐỘNG TỈNH AN HÒA
BAN THƯỜNG VỤ

Số: 218/LĐLĐ-TG
V/v tổ chức hội thi năm 2026

An Hòa, ngày 06 tháng 5 năm 2026

Kính gửi: Công đoàn cơ sở trực thuộc

1. Công đoàn cơ sở đăng ký danh sách trước ngày 20/5/2026.

2. Hội thi tổ chức trong tháng 8/2026 tại Nhà văn hóa Lao động.

Nơi nhận:
- Như trên;
- Ban Tuyên giáo;
- Lưu: VT.

TM. BAN THƯỜNG VỤ
PHÓ CHỦ TỊCH

Lê Thị Hoa
"""

NOTICE = """ĐẢNG BỘ TỈNH AN HÒA
ĐẢNG ỦY PHƯỜNG LÂM VIÊN

Số 27-TB/ĐU

Lâm Viên, ngày 11 tháng 11 năm 2025

THÔNG BÁO
Phân công nhiệm vụ các đồng chí Ủy viên Ban Thường vụ

1. Đồng chí Nguyễn Văn Sơn, Bí thư Đảng ủy
Phụ trách Chi bộ Quân sự, Chi bộ Công an.

2. Đồng chí Hồ Quốc Dũng, Phó Bí thư Đảng ủy
Phụ trách Chi bộ Cơ quan Ủy ban nhân dân.

3. Đồng chí Bùi Thị Mai, Trưởng Ban Xây dựng Đảng
Phụ trách công tác dân vận tại 14 khu phố.

4. Chủ tịch Ủy ban nhân dân tiếp công dân vào ngày 10 hằng tháng; nếu trùng ngày nghỉ thì chuyển sang ngày kế tiếp.

Nơi nhận:
- Các chi bộ;
- Lưu VPĐU.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ

Trần Thị Thu
"""


@pytest.fixture(scope="module")
def plans() -> Collection:
    return Collection({"letter": LETTER, "notice": NOTICE})


def test_an_official_letter_is_known_by_its_bare_number(plans: Collection) -> None:
    answer = plans.ask("cv 218 ban hanh ngay nao")
    assert answer.status is Status.ANSWERED
    assert "06/5/2026" in answer.text
    assert plans.ask("công văn 219 ban hành ngày nào").status is not Status.ANSWERED


@pytest.mark.parametrize("question", ["thông báo 27 ngày bao nhiêu, ai ký", "tb 27 ai ky, ngay nao"])
def test_two_fields_of_a_head_are_both_told(plans: Collection, question: str) -> None:
    answer = plans.ask(question)
    assert "11/11/2025" in answer.text
    assert "Trần Thị Thu" in answer.text


def test_the_head_is_not_told_as_the_deputy(plans: Collection) -> None:
    head = plans.ask("bí thư đảng ủy phụ trách chi bộ nào", unit="notice")
    assert "Chi bộ Quân sự" in head.text.split("Hồ Quốc Dũng")[0]
    deputy = plans.ask("phó bí thư đảng ủy phụ trách chi bộ nào", unit="notice")
    assert "Cơ quan Ủy ban nhân dân" in deputy.text.split("Nguyễn Văn Sơn")[0]


def test_the_month_named_is_not_told_as_its_day(plans: Collection) -> None:
    answer = plans.ask("hội thi tháng 8 của liên đoàn lao động tổ chức vào ngày nào?", unit="letter")
    assert answer.status is not Status.ANSWERED


def test_where_somebody_lives_is_no_reason_to_refuse(plans: Collection) -> None:
    question = "Tôi ở bản Huổi Lanh đi bộ ra xã mất nửa ngày, ngày 10 trùng ngày nghỉ thì chủ tịch tiếp vào hôm nào?"
    answer = plans.ask(question)
    assert "ngày kế tiếp" in answer.text


def test_a_counted_thing_after_a_ward_is_no_number_of_the_ward(plans: Collection) -> None:
    assert "14 khu phố" in plans.ask("ward 14 khu pho dung ko", unit="notice").text


def test_a_plan_that_never_speaks_of_reports_is_not_told_by_other_days(plans: Collection) -> None:
    for question in ("có phải nộp báo cáo không", "báo cáo định kỳ nộp ngày nào"):
        answer = plans.ask(question, unit="letter")
        assert answer.status is Status.NOT_SPECIFIED
        assert "20/5/2026" not in answer.text


ROLES = NOTICE.replace(
    "3. Đồng chí Bùi Thị Mai, Trưởng Ban Xây dựng Đảng",
    "3. Tổ giúp việc: Trưởng tiểu ban: bà Lê Thị Hòa; Phó Trưởng tiểu ban: ông Võ Gia Bảo; Thư ký: chị Lý Mỹ Dung.\n\n"
    "4. Quyết định có hiệu lực kể từ ngày 15/9/2026 và thay thế Quyết định số 98/QĐ-ĐU ngày 07/9/2024.\n\n"
    "5. Đồng chí Bùi Thị Mai, Trưởng Ban Xây dựng Đảng",
)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("thư ký tổ giúp việc là ai", "Lý Mỹ Dung"),
        ("ai là trưởng tiểu ban", "Lê Thị Hòa"),
        ("phó trưởng tiểu ban là ai", "Võ Gia Bảo"),
    ],
)
def test_who_holds_an_office_is_the_person_behind_its_name(question: str, name: str) -> None:
    answer = Collection({"notice": ROLES}).ask(question)
    assert name in answer.text.splitlines()[0]


def test_a_cited_papers_day_is_the_one_behind_its_number() -> None:
    answer = Collection({"notice": ROLES}).ask("Quyết định 98 ban hành ngày nào")
    assert "15" not in answer.text.splitlines()[0]


def test_a_plan_that_has_results_sent_is_not_said_to_want_no_report() -> None:
    text = LETTER.replace(
        "2. Hội thi", "2. Các đơn vị gửi kết quả về Liên đoàn Lao động tỉnh trước ngày 10/9/2026.\n\n3. Hội thi"
    )
    answer = Collection({"letter": text}).ask("nộp báo cáo trước ngày nào", unit="letter")
    assert "không nói đến việc báo cáo" not in answer.text
