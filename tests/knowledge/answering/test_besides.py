"""Questions about what else is due beside the duty that a clause names as done."""

from __future__ import annotations

import pytest

from knowledge.model import Status
from tests.knowledge.answering.collection import Collection

PLAN = """ỦY BAN NHÂN DÂN
XÃ SUỐI NGÀN

Số: 21/KH-UBND

Suối Ngàn, ngày 10 tháng 01 năm 2026

KẾ HOẠCH
Thực hiện phong trào thi đua “Dân vận khéo” năm 2026

I. TỔ CHỨC THỰC HIỆN

1. Các thôn gửi bản đăng ký mô hình về Văn phòng Ủy ban nhân dân xã trước ngày 28/02/2026.

2. Các thôn báo cáo sơ kết 6 tháng về Văn phòng Ủy ban nhân dân xã trước ngày 15/6/2026.

3. Các thôn báo cáo tổng kết năm về Văn phòng Ủy ban nhân dân xã trước ngày 20/11/2026.
"""
SINGLE = PLAN.split("2. Các thôn")[0].replace("SUỐI NGÀN", "ĐỒI CAO").replace("Suối Ngàn", "Đồi Cao")


@pytest.fixture(scope="module")
def collection() -> Collection:
    return Collection({"suoi-ngan-2026": PLAN, "doi-cao-2026": SINGLE})


@pytest.mark.parametrize(
    ("question", "given", "left_out"),
    [
        ("sau khi gửi bản đăng ký mô hình rồi thì còn phải báo cáo gì nữa không", ["15/6", "20/11"], "28/02"),
        ("ngoai bao cao 6 thang con phai nop gi nua", ["28/02", "20/11"], "15/6"),
        ("ngoài báo cáo trước ngày 20/11 thì còn báo cáo nào khác không", ["15/6"], "20/11"),
        ("gui dang ky mo hinh xong roi con phai nop gi nua khong", ["15/6", "20/11"], "28/02"),
        ("Apart from the annual report, what else is due?", ["28 February", "15 June"], "20 November"),
    ],
)
def test_the_duties_beside_the_named_one_are_given(
    collection: Collection, question: str, given: list[str], left_out: str
) -> None:
    answer = collection.ask(question, unit="suoi-ngan-2026")
    assert answer.status is Status.ANSWERED
    shown = " ".join(item for part in answer.parts for item in part.items)
    assert all(each in shown for each in given), answer.text
    assert left_out not in shown, answer.text


def test_a_plan_with_one_duty_has_nothing_else(collection: Collection) -> None:
    answer = collection.ask("sau khi gửi đăng ký mô hình thì còn phải nộp gì nữa không", unit="doi-cao-2026")
    assert answer.status is Status.NOT_SPECIFIED
    assert "28/02/2026" in answer.citations[0].quote


def test_being_late_is_no_question_about_other_duties(collection: Collection) -> None:
    answer = collection.ask("hết hạn đăng ký rồi thì còn gửi được nữa không", unit="suoi-ngan-2026")
    assert not answer.text.startswith("Ngoài việc"), answer.text
