"""Days and hours of sending judged, what kind of day it is, and lists that keep a plan's hours."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answering.hours import hour_in
from knowledge.answering.whose import named
from tests.knowledge.answering.collection import Collection

TODAY = date(2026, 11, 30)
PLAN = """ỦY BAN NHÂN DÂN
XÃ PHÚ LỘC
Số: 12/KH-UBND
Phú Lộc, ngày 10 tháng 11 năm 2026

KẾ HOẠCH
Tổ chức tuần lễ chuyển đổi số năm 2026

I. NỘI DUNG

1. Các trường học đăng ký gian hàng về Phòng Văn hóa - Xã hội trước 17 giờ ngày 04/12/2026.

2. Tổ chức đối thoại với thanh niên vào lúc 18 giờ 30 ngày 05/12/2026 tại hội trường xã.

3. Trưởng Công an xã báo cáo kết quả giữ gìn trật tự cho Ủy ban nhân dân xã chậm nhất ngày 16/12/2026.

4. Phòng Nông nghiệp và Môi trường gửi danh sách sản phẩm trưng bày trước ngày 18/12/2026.

5. Các thôn gửi báo cáo tổng kết về Văn phòng xã trước ngày 20/12/2026.

6. Bưu điện xã gửi bảng giá dịch vụ chậm nhất ngày 17/12/2026.

Nơi nhận:
- Như trên;

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
"""


@pytest.fixture(scope="module")
def plans() -> Collection:
    return Collection({"week": PLAN})


def told(plans: Collection, question: str) -> str:
    """Return the first line of an answer."""
    return plans.ask(question, unit="week", today=TODAY).text.split("\n")[0]


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("đăng ký gian hàng nộp lúc 17 giờ 30 ngày 4/12 có kịp không", "Đã quá hạn nếu gửi lúc 17 giờ 30 ngày 04/12."),
        ("đăng ký gian hàng gửi 18h ngày 04/12/2026 có trễ không", "Đã quá hạn nếu gửi lúc 18 giờ ngày 04/12/2026."),
        ("dang ky gian hang gui 5 gio ruoi chieu 4/12 co kip khong", "Đã quá hạn nếu gửi lúc 17 giờ 30 ngày 04/12."),
        ("đăng ký gian hàng gửi 17:00 ngày 4/12 có trễ không", "Đã quá hạn nếu gửi lúc 17 giờ ngày 04/12."),
        ("đăng ký gian hàng nộp lúc 15h ngày 4/12 được ko", "Còn kịp nếu gửi lúc 15 giờ ngày 04/12."),
        ("đăng ký gian hàng gửi 10h sáng 4/12 có kịp không", "Còn kịp nếu gửi lúc 10 giờ ngày 04/12."),
        ("đăng ký gian hàng gửi 18h ngày 03/12/2026 có trễ không", "Còn kịp nếu gửi lúc 18 giờ ngày 03/12/2026."),
        ("đăng ký gian hàng nộp trước 17 giờ ngày 4/12 có kịp không", "Còn kịp nếu gửi trước 17 giờ ngày 04/12."),
        ("đăng ký gian hàng gửi sau 17h ngày 4/12 có trễ không", "Đã quá hạn nếu gửi sau 17 giờ ngày 04/12."),
        ("đăng ký gian hàng nộp sau 15 giờ ngày 4/12 có kịp không", "Còn tùy lúc gửi."),
        ("đăng ký gian hàng gửi ngày 4/12 có kịp không", "Còn kịp nếu gửi trước 17 giờ ngày 04/12."),
        ("is registering the booth at 5:30 pm on 4 December late?", "Overdue if sent at 17:30 on 4 December."),
        ("báo cáo tổng kết gửi ngày 19/12/2026 có trong hạn không", "Còn kịp nếu gửi ngày 19/12/2026."),
        ("báo cáo tổng kết gửi ngày 20/12/2026 có trong hạn không", "Đã quá hạn nếu gửi ngày 20/12/2026."),
        ("báo cáo tổng kết nộp ngày 19/12 được không", "Còn kịp nếu gửi ngày 19/12."),
    ],
)
def test_the_hour_of_sending_is_judged(plans: Collection, question: str, first: str) -> None:
    assert told(plans, question).startswith(first)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("gửi 17h30 được không", "17:30"),
        ("5 giờ chiều", "17:00"),
        ("10h sáng", "10:00"),
        ("12 gio trua", "12:00"),
        ("11 giờ trưa", "11:00"),
        ("1 giờ trưa", "13:00"),
        ("12 giờ đêm", "24:00"),
        ("17 giờ 04/12/2026", "17:00"),
        ("by 12 am", "00:00"),
        ("trong 24 giờ", None),
        ("ngày 4/12", None),
        ("5 giải nhất", None),
    ],
)
def test_the_hour_in_a_question(text: str, time: str | None) -> None:
    found = hour_in(text)
    assert (found.time if found else None) == time


FRIDAY = "Ngày 04/12/2026 là thứ Sáu, ngày làm việc. Hạn là trước 17 giờ ngày 04/12/2026."


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("hạn đăng ký gian hàng ngày 04/12/2026 có rơi vào ngày nghỉ không", f"Không. {FRIDAY}"),
        ("hạn đăng ký gian hàng có rơi vào cuối tuần không", f"Không. {FRIDAY}"),
        ("hạn đăng ký gian hàng có phải thứ sáu không", f"Đúng. {FRIDAY}"),
        ("han dang ky gian hang co phai thu nam khong", f"Không. {FRIDAY}"),
        ("đăng ký gian hàng ngày 4/12 có phải ngày làm việc không", f"Đúng. {FRIDAY}"),
        ("ngày 04/12/2026 là ngày nghỉ phải không", "Không. Ngày 04/12/2026 là thứ Sáu, ngày làm việc."),
        ("hạn gửi báo cáo tổng kết có phải chủ nhật không", "Đúng. Ngày 20/12/2026 là Chủ nhật, ngày nghỉ."),
        ("hạn gửi báo cáo tổng kết không phải ngày nghỉ đúng không", "Ngày 20/12/2026 là Chủ nhật, ngày nghỉ."),
        (
            "ngày 20/3/2027 nộp báo cáo tổng kết có phải ngày làm việc không",
            "Không. Ngày 20/3/2027 là thứ Bảy, ngày nghỉ.",
        ),
        (
            "ngày 2/9/2026 gửi báo cáo tổng kết có trúng ngày lễ không",
            "Đúng. Ngày 02/9/2026 là thứ Tư, ngày nghỉ – Quốc khánh.",
        ),
        (
            "đối thoại thanh niên có rơi vào ngày thứ bảy không",
            "Đúng. Ngày 05/12/2026 là thứ Bảy, ngày nghỉ. 18 giờ 30 ngày 05/12/2026: ",
        ),
        (
            "does the deadline for registering the booth fall on a weekend?",
            "No. 4 December 2026 is a Friday, a working day.",
        ),
        ("is 20 March 2027 a working day?", "No. 20 March 2027 is a Saturday, a day off."),
        ("đăng ký gian hàng ngày 20/3 có phải ngày làm việc không", "Văn bản nêu:"),
    ],
)
def test_the_calendar_says_what_kind_of_day_it_is(plans: Collection, question: str, first: str) -> None:
    assert told(plans, question).startswith(first)


@pytest.mark.parametrize(
    "question",
    [
        "hạn đăng ký gian hàng có phải thứ sáu tuần sau không",
        "hạn đăng ký gian hàng có phải ngày 4/12 không",
        "báo cáo tổng kết có phải gửi Văn phòng xã không",
    ],
)
def test_other_claims_are_no_claims_about_the_kind_of_day(plans: Collection, question: str) -> None:
    assert "ngày làm việc" not in told(plans, question)


def rows(plans: Collection, question: str) -> list[str]:
    """Return the rows of an answer's lists."""
    return [item for part in plans.ask(question, unit="week", today=TODAY).parts for item in part.items]


@pytest.mark.parametrize(
    ("question", "starts"),
    [
        (
            "tháng sau có hạn gì",
            [
                "**Trước 17 giờ ngày 04/12/2026** –",
                "**Ngày 05/12/2026, lúc 18 giờ 30** –",
                "**Chậm nhất ngày 16/12/2026** –",
                "**Chậm nhất ngày 17/12/2026** –",
                "**Trước ngày 18/12/2026** (nên gửi chậm nhất 17/12/2026) –",
                "**Trước ngày 20/12/2026** (ngày cuối 19/12/2026 là thứ Bảy,",
            ],
        ),
        (
            "what is due this week",
            ["**Before 17:00 on 4 December 2026** –", "**On 5 December 2026 at 18:30** –"],
        ),
    ],
)
def test_lists_keep_hours_and_the_order_that_is_read(plans: Collection, question: str, starts: list[str]) -> None:
    found = rows(plans, question)
    assert len(found) == len(starts)
    assert all(row.startswith(start) for row, start in zip(found, starts, strict=True))


@pytest.mark.parametrize(
    ("question", "what"),
    [
        ("tháng sau các trường có hạn gì", "đăng ký gian hàng"),
        ("thang sau cac truong co han gi", "đăng ký gian hàng"),
        ("what must the schools submit next month", "đăng ký gian hàng"),
        ("tháng sau công an xã có hạn gì", "báo cáo kết quả giữ gìn trật tự"),
        ("tháng sau Phòng Nông nghiệp và Môi trường có hạn gì", "gửi danh sách sản phẩm trưng bày"),
    ],
)
def test_a_name_is_compared_in_order_and_with_its_marks(plans: Collection, question: str, what: str) -> None:
    found = rows(plans, question)
    assert len(found) == 1
    assert what in found[0]


@pytest.mark.parametrize(
    ("asked", "restored", "typed", "who", "has"),
    [
        ({"truong"}, "các trường", "các trường", "Trưởng Công an xã", False),
        ({"truong"}, "các trường", "cac truong", "Các trường mầm non", True),
        ({"truong"}, "các trường", "các trường", "Phòng Nông nghiệp và Môi trường", False),
        ({"moi", "truong"}, "phòng môi trường", "phòng môi trường", "Phòng Nông nghiệp và Môi trường", True),
        ({"xa"}, "xã", "xã", "Phòng Văn hóa - Xã hội", False),
        ({"xa"}, "xã", "xã", "Ủy ban nhân dân xã", True),
        ({"hoa", "van"}, "phòng văn hoá", "phòng văn hoá", "Phòng Văn hóa", True),
        ({"hoa", "van"}, "hoa văn", "hoa văn", "Phòng Văn hóa", False),
        ({"doan"}, "đoàn", "đoàn", None, False),
    ],
)
def test_who_is_named(asked: set[str], restored: str, typed: str, who: str | None, has: bool) -> None:
    assert named(asked, restored, typed)[0].has(who) is has


def test_what_is_typed_without_marks_may_be_read_otherwise() -> None:
    readings = named({"truong", "thon"}, "trường thôn", "truong thon")
    assert [reading.has("Trưởng thôn") for reading in readings] == [False, True]
    assert not named({"doan"}, "các trường", "các trường")


STAYS = "văn bản không nêu việc dời hạn"
OFF = PLAN.replace("ngày 17/12/2026", "ngày 13/12/2026")


@pytest.fixture(scope="module")
def off() -> Collection:
    return Collection({"week": OFF})


@pytest.mark.parametrize("question", ["tháng sau có hạn gì", "liệt kê tất cả các hạn", "tháng 12 có hạn gì"])
def test_that_no_day_is_moved_is_said_once_in_a_list_outside_the_bold(off: Collection, question: str) -> None:
    found = [row for row in rows(off, question) if "ngày cuối" in row]
    assert [STAYS in row for row in found] == [True, False]
    assert found[0].startswith("**Chậm nhất ngày 13/12/2026** (ngày cuối 13/12/2026 là Chủ nhật, nên gửi chậm nhất ")
    assert "chậm nhất thứ Sáu 18/12/2026)" in found[1]


@pytest.mark.parametrize(
    ("question", "first"),
    [
        (
            "còn bao nhiêu ngày nữa đến hạn gửi báo cáo tổng kết",
            f"Còn 19 ngày (muộn nhất 19/12/2026 là thứ Bảy, nên gửi chậm nhất thứ Sáu 18/12/2026; {STAYS}) – ",
        ),
        (
            "how many days left until the final report is due",
            "19 days left (by 19 December 2026 at the latest, which is Saturday, so send it by Friday 18 December 2026",
        ),
    ],
)
def test_days_left_name_the_last_day_once(plans: Collection, question: str, first: str) -> None:
    assert told(plans, question).startswith(first)


@pytest.mark.parametrize("part", ["tuần 2 tháng 10/2026", "cuối tháng 10 năm 2026", "giữa tháng 10/2026"])
def test_a_part_of_a_month_is_not_told_as_the_whole(part: str) -> None:
    text = PLAN.replace("6. Bưu điện xã gửi", f"6. Phòng Văn hóa tổ chức diễn đàn vào {part}.\n\n7. Bưu điện xã gửi")
    answer = Collection({"xa": text}).ask("Khi nào tổ chức diễn đàn?", today=TODAY)
    assert part in answer.parts[0].lead.lower()


OTHER = """ỦY BAN NHÂN DÂN
XÃ TÂN LẬP
Số: 9/KH-UBND
Tân Lập, ngày 10 tháng 01 năm 2026

KẾ HOẠCH
Phong trào thi đua năm 2026

I. NỘI DUNG

1. Các thôn đăng ký thi đua với Văn phòng xã trước ngày 31 tháng 12 hằng năm.

2. Các thôn báo cáo năm về Văn phòng xã trước ngày 15 tháng 12 năm 2026.

Nơi nhận:
- Như trên;

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
"""


def test_how_long_until_a_report_counts_to_no_other_paper() -> None:
    one, both = Collection({"xa": OTHER}), Collection({"xa": OTHER, "tuan-le": PLAN})
    for answer in (one.ask("còn mấy tuần nữa nộp báo cáo năm", today=TODAY),
                   one.ask("mấy tuần nữa nộp báo cáo", today=TODAY)):  # fmt: skip
        assert "2 tuần" in answer.text
        assert "đăng ký" not in answer.text
    told = both.ask("mấy tuần nữa nộp báo cáo", today=TODAY)
    assert {part.plan_id for part in told.parts if part.citations} == {"xa", "tuan-le"}
    assert "đăng ký gian hàng" not in told.text
