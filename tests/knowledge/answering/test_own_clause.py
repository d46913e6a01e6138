"""A unit that says other things of others is told of the asked one alone: its clause, its day, its number."""

from __future__ import annotations

import pytest

from knowledge.model import Answer, Status
from tests.knowledge.answering.collection import Collection

PLAN = """HỘI LIÊN HIỆP PHỤ NỮ
XÃ TÂN LẬP HẠ

Số: 05/CTr-BTV

Tân Lập Hạ, ngày 12 tháng 01 năm 2026

CHƯƠNG TRÌNH
Công tác Hội năm 2026

I. THI ĐUA

1. Mỗi cơ sở Hội đăng ký ít nhất 01 sáng kiến, duy trì mô hình phân loại rác với từ 30 hộ tham gia trở lên.

2. Số lượng khen thưởng chuyên đề: Đợt 1 khen không quá 05 tập thể, 15 cá nhân; Đợt 2 khen không quá 08 tập thể, \
20 cá nhân; Đợt 3 thực hiện theo hướng dẫn riêng.

3. Các cụm ký giao ước thi đua trước ngày 25/3/2026; riêng Cụm số 3 thực hiện trước ngày 10/4/2026.

4. Khảo sát: Cụm số 1 khảo sát 120 hộ; Cụm số 2 khảo sát 95 hộ.

II. BÁO CÁO

1. Ban Thường vụ Hội xã báo cáo Hội Liên hiệp Phụ nữ tỉnh: 6 tháng trước ngày 15 tháng 6, năm trước ngày 20 tháng \
11; báo cáo Ủy ban Mặt trận Tổ quốc Việt Nam xã định kỳ hằng quý và khi có yêu cầu.

2. Chi hội trưởng gửi báo cáo dư luận xã hội cho Đảng ủy xã định kỳ hằng quý theo quy định.

3. Tổ truyền thông gửi kịch bản cho Hội Liên hiệp Phụ nữ tỉnh trước ngày 05/5/2026; gửi tin, bài cho Đài Truyền thanh \
xã trước ngày 10/7/2026.

III. XẾP LOẠI

1. Xuất sắc: từ 90 điểm trở lên; số cơ sở xếp loại xuất sắc không quá 20%.

2. Tốt: từ 80 điểm đến dưới 90 điểm.

3. Khá: từ 65 điểm đến dưới 80 điểm.

4. Trung bình: từ 50 điểm đến dưới 65 điểm. Dưới 50 điểm thì không xếp loại.

IV. PHÂN CÔNG

Cụm | Chi hội | Ủy viên phụ trách | Hộ phân loại rác | Hạn nộp quỹ hội
Cụm 1 | Bản Lạn, Bản Cang | Lò Thị Hoa | 210 | 30/4
Cụm 2 | Huổi Men, Co Phát | Quàng Thị Ín | 180 | 30/4
Cụm 3 | Suối Lềnh, Háng Lìa | Giàng Thị Mỷ | 150 | 31/5
"""


@pytest.fixture(scope="module")
def plans() -> Collection:
    return Collection({"hoi-xa": PLAN})


def asked(plans: Collection, question: str) -> Answer:
    return plans.ask(question, unit="hoi-xa")


@pytest.mark.parametrize(
    "question",
    [
        "BTV Hội xã báo cáo MTTQ xã hằng quý vào ngày bao nhiêu?",
        "báo cáo gửi Ủy ban MTTQ xã nộp ngày nào",
        "báo cáo hằng quý gửi mặt trận xã chậm nhất ngày mấy",
    ],
)
def test_another_recipients_day_is_not_lent(plans: Collection, question: str) -> None:
    answer = asked(plans, question)
    assert answer.status is Status.NOT_SPECIFIED
    assert "không nêu ngày cụ thể" in answer.text
    assert "định kỳ hằng quý" in answer.text
    assert "15" not in answer.text


@pytest.mark.parametrize(
    ("question", "day", "other"),
    [
        ("báo cáo 6 tháng gửi Hội LHPN tỉnh trước ngày nào", "15/6", "20/11"),
        ("tin, bài gửi cho Đài Truyền thanh xã trước ngày nào", "10/7/2026", "05/5"),
        ("cụm 3 ký giao ước thi đua trước ngày nào", "10/4/2026", "25/3/2026 ("),
    ],
)
def test_the_asked_ones_own_day_is_told_alone(plans: Collection, question: str, day: str, other: str) -> None:
    lead = "\n".join(f"{part.lead} {part.items}" for part in asked(plans, question).parts)
    assert day in lead
    assert other not in lead


def test_what_goes_to_others_is_only_the_nearest(plans: Collection) -> None:
    for question in ("kịch bản gửi Hội Liên hiệp Phụ nữ huyện trước ngày nào", "kịch bản gửi Sở Nội vụ trước ngày nào"):
        assert asked(plans, question).status is not Status.ANSWERED
    assert asked(plans, "kịch bản gửi Hội Liên hiệp Phụ nữ tỉnh trước ngày nào").text.startswith("Trước ngày 05/5/2026")


def test_how_often_is_no_day(plans: Collection) -> None:
    answer = asked(plans, "báo cáo dư luận xã hội gửi Đảng ủy xã phải nộp đúng mùng mấy")
    assert answer.status is Status.NOT_SPECIFIED
    assert "không nêu ngày cụ thể" in answer.text
    assert "theo quy định" in answer.text
    assert asked(plans, "bao lâu gửi báo cáo dư luận xã hội một lần").status is not Status.NOT_SPECIFIED


@pytest.mark.parametrize("question", ["Đợt 3 khen bao nhiêu tập thể?", "dot 3 duoc khen may tap the"])
def test_only_the_asked_rounds_clause_is_told(plans: Collection, question: str) -> None:
    text = asked(plans, question).text
    assert "hướng dẫn riêng" in text
    assert "05" not in text
    assert "08" not in text
    assert asked(plans, "đợt 1 khen bao nhiêu cá nhân").text.startswith("15 cá nhân")
    assert asked(plans, "Đợt 2 khen tối đa mấy tập thể?").text.startswith("Không quá 08 tập thể\n")


def test_another_things_number_is_only_the_nearest(plans: Collection) -> None:
    assert asked(plans, "Mỗi cơ sở Hội đăng ký tối thiểu mấy mô hình?").status is Status.NEAREST
    assert asked(plans, "Mỗi cơ sở Hội đăng ký tối thiểu mấy sáng kiến?").text.startswith("Ít nhất 01 sáng kiến")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("được 47 điểm thì xếp loại gì", "“Dưới 50 điểm thì không xếp loại.”"),
        ("83 điểm thì loại gì", "“Tốt: từ 80 điểm đến dưới 90 điểm.”"),
        ("What rating does a unit with 80 points get?", "“Tốt: từ 80 điểm đến dưới 90 điểm.”"),
        ("dat 92,5 diem thi xep loai nao", "“Xuất sắc: từ 90 điểm trở lên”"),
    ],
)
def test_the_clause_whose_bounds_hold_a_number_is_told(plans: Collection, question: str, told: str) -> None:
    answer = asked(plans, question)
    assert answer.status is Status.ANSWERED
    assert answer.text.count("“") == 1
    assert told in answer.text


_ROUND = """ỦY BAN MẶT TRẬN TỔ QUỐC
XÃ TÂN LẬP HẠ

Số: 07/KH-MTTQ

Tân Lập Hạ, ngày 12 tháng 11 năm 2025

KẾ HOẠCH
Tổ chức các hội nghị hiệp thương

I. NỘI DUNG

1. Hội nghị hiệp thương lần thứ nhất

- Nội dung: thỏa thuận cơ cấu, thành phần.

- Thời gian: dự kiến ngày 05/12/2025 (chậm nhất ngày 10/12/2025).

2. Hội nghị hiệp thương lần thứ hai

- Nội dung: lập danh sách sơ bộ.

- Thời gian: dự kiến ngày 25/01/2026 (chậm nhất ngày 30/01/2026).

- Báo cáo kết quả hiệp thương lần thứ hai với Ủy ban Mặt trận Tổ quốc tỉnh chậm nhất ngày 04/02/2026.
"""


def test_an_events_day_is_not_that_of_the_report_on_it() -> None:
    plans = Collection({"hiep-thuong": _ROUND})
    answer = plans.ask("hiệp thương lần 2 chậm nhất ngày nào", unit="hiep-thuong")
    first = next(part for part in answer.parts if part.citations)
    assert "30/01/2026" in first.quote
    assert "04/02" not in first.quote
    report = plans.ask("báo cáo kết quả hiệp thương lần 2 chậm nhất ngày nào", unit="hiep-thuong").text
    assert report.startswith("Chậm nhất ngày 04/02/2026")


def test_rows_without_outer_bars_are_rows(plans: Collection) -> None:
    assert asked(plans, "ai phụ trách cụm 2").text.startswith("Quàng Thị Ín")
    assert "31/5" in asked(plans, "cụm 3 nộp quỹ hội hạn nào").text


@pytest.mark.parametrize(
    ("claim", "head"),
    [
        ("83 điểm là loại Tốt đúng không", "Đúng"),
        ("Nghe nói được 91 điểm thì xếp loại Tốt, có phải vậy không?", "Không phải"),
        ("92 diem la xuat sac phai khong", "Đúng"),
    ],
)
def test_a_claimed_class_is_judged_by_the_bounds(plans: Collection, claim: str, head: str) -> None:
    assert asked(plans, claim).text.startswith(head)
