"""How often and when a duty of even months, of every few weeks or months is due, as a person asks it."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.model import Status
from tests.knowledge.answering.collection import Collection

_PLAN = """ỦY BAN NHÂN DÂN
XÃ SÔNG BA
Số: 12/KH-UBND
Sông Ba, ngày 05 tháng 01 năm 2026

KẾ HOẠCH
Phát động phong trào thi đua "Dân vận khéo" năm 2026

I. MỤC ĐÍCH
Nâng cao hiệu quả công tác dân vận của chính quyền.

II. TỔ CHỨC THỰC HIỆN
1. Các ấp gửi báo cáo tình hình Nhân dân về Văn phòng Ủy ban nhân dân xã trước ngày 15 các tháng chẵn.
2. Các hội, đoàn thể báo cáo tiến độ mô hình về Phòng Văn hóa - Xã hội định kỳ 02 tháng một lần.
3. Chi đoàn gửi nhật ký hoạt động về Đoàn xã nửa tháng một lần.

Nơi nhận:
- Các ấp;
- Lưu: VT.
"""


@pytest.fixture(scope="module")
def plans() -> Collection:
    return Collection({"song-ba": _PLAN})


def test_the_months_are_said(plans: Collection) -> None:
    answer = plans.ask("Báo cáo tình hình nhân dân nộp khi nào?", unit="song-ba")
    assert answer.text.startswith("Trước ngày 15, các tháng chẵn: gửi báo cáo tình hình Nhân dân")


@pytest.mark.parametrize(
    ("today", "left"),
    [(date(2026, 6, 15), "14/8/2026"), (date(2026, 8, 10), "14/8/2026"), (date(2026, 8, 15), "14/10/2026")],
)
def test_the_days_left_are_counted_to_the_next_even_month(plans: Collection, today: date, left: str) -> None:
    answer = plans.ask("Còn mấy ngày nữa phải nộp báo cáo tình hình nhân dân?", unit="song-ba", today=today)
    assert f"(muộn nhất {left})" in answer.text


@pytest.mark.parametrize(
    ("question", "told", "never"),
    [
        ("Bao lâu phải gửi nhật ký hoạt động một lần?", "nửa tháng một lần", "\nTháng một lần"),
        ("Nhật ký hoạt động của chi đoàn gửi mấy lần một tháng?", "nửa tháng một lần", "hằng tháng"),
        ("Báo cáo tiến độ mô hình 2 tháng một lần đúng không?", "02 tháng một lần", "; tháng một lần"),
        ("Còn mấy ngày nữa đến hạn báo cáo tiến độ mô hình?", "02 tháng một lần", "muộn nhất"),
    ],
)
def test_a_round_of_several_months_is_never_told_as_one(
    plans: Collection, question: str, told: str, never: str
) -> None:
    answer = plans.ask(question, unit="song-ba")
    assert answer.status in (Status.ANSWERED, Status.NEAREST)
    assert told in answer.text.lower()
    assert never.lower() not in "\n" + answer.text.lower()


def test_a_quarters_report_is_no_yearly_one() -> None:
    plan = _PLAN.replace(
        "3. Chi đoàn gửi nhật ký hoạt động về Đoàn xã nửa tháng một lần.",
        "3. Báo cáo: quý I trước ngày 15/3, quý III trước ngày 15/9; năm trước ngày 05/11.",
    )
    library = Collection({"song-ba": plan})
    quarters = library.ask("Báo cáo quý nộp khi nào?", unit="song-ba").text
    assert "15/3" in quarters
    assert "15/9" in quarters
    yearly = library.ask("Báo cáo năm nộp khi nào?", unit="song-ba").text
    assert "05/11" in yearly


RAIDS = """ỦY BAN NHÂN DÂN
XÃ SUỐI MÂY

Số: 34/KH-UBND

Suối Mây, ngày 12 tháng 01 năm 2026

KẾ HOẠCH
Ra quân chỉnh trang đường làng năm 2026

I. NỘI DUNG
1. Ra quân theo các đợt cao điểm
- Đợt 1: Nhân dịp ngày hội non sông. Đúng 06h30 ngày 14/02/2026 các thôn đồng loạt ra quân đến hết ngày 28/02/2026.
- Đợt 2: Tết Độc lập, từ ngày 15/8/2026 đến hết ngày 05/9/2026.
- Đợt 3: Chào mừng ngày hội đại đoàn kết, từ ngày 01/11/2026 đến ngày 18/11/2026.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Hà Văn Bình
"""


@pytest.mark.parametrize("question", ["đợt 1 bắt đầu mấy giờ ngày nào?", "đợt 1 ra quân lúc mấy giờ, hôm nào?"])
def test_what_the_second_sentence_of_a_round_says_is_that_rounds(question: str) -> None:
    told = Collection({"suoi-may": RAIDS}).ask(question)
    assert told.status in (Status.ANSWERED, Status.NEAREST)
    assert "06h30 ngày 14/02/2026" in told.parts[-1 if told.status is Status.ANSWERED else 1].quote
    assert "15/8" not in told.parts[0].lead


_SCHOOL = """PHÒNG GIÁO DỤC VÀ ĐÀO TẠO
TRƯỜNG TIỂU HỌC SÔNG BA
Số: 31/KH-THSB
Sông Ba, ngày 10 tháng 9 năm 2026

KẾ HOẠCH
Thực hiện phong trào thi đua "Dân vận khéo" năm học 2026 - 2027

I. TỔ CHỨC THỰC HIỆN
1. Tổ trưởng chuyên môn báo cáo kết quả học kỳ I trước ngày 05/01/2027 và cả năm học trước ngày 20/5/2027.
2. Nhà trường phối hợp với phụ huynh vận động học sinh đến lớp.

Nơi nhận:
- Các tổ chuyên môn;
- Lưu: VT.
"""


@pytest.mark.parametrize(
    ("question", "told", "others"),
    [
        ("Khi nào nộp báo cáo kết quả cả năm học?", "20/5/2027", "05/01/2027"),
        ("Báo cáo kết quả học kỳ I nộp khi nào?", "05/01/2027", "20/5/2027"),
        ("Còn mấy ngày nữa đến hạn báo cáo kết quả học kỳ I?", "Còn 33 ngày", "168"),
        ("Khi nào nộp báo cáo kết quả?", "20/5/2027", None),
    ],
)
def test_of_two_rounds_of_one_sentence_the_one_asked_for_is_told(question: str, told: str, others: str | None) -> None:
    school = Collection({"truong-song-ba": _SCHOOL})
    answer = school.ask(question, unit="truong-song-ba", today=date(2026, 12, 2))
    lead = answer.text.partition("📎")[0].partition("Nguồn")[0].partition("“")[0]
    assert told in lead
    assert ("05/01/2027" in lead) if others is None else (others not in lead)
