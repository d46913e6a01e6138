"""The days of duties, read from invented plans: within the plan's own period, never rolled past it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from knowledge.facts import due_date, extract
from knowledge.facts.dates import find_whens
from knowledge.facts.schedule import OPEN_END, schedule
from knowledge.model import Deadline, DueDay, Header, RawDocument, Scheduled
from knowledge.parsing import parse
from knowledge.workdays import last_working_day

TODAY = date(2026, 11, 22)
HEAD = """ỦY BAN NHÂN DÂN
XÃ AN BÌNH

Số: 12/KH-UBND

An Bình, ngày 03 tháng 02 năm 2026

KẾ HOẠCH
Phát động phong trào thi đua {period}

I. TỔ CHỨC THỰC HIỆN

"""
YEARS = "giai đoạn 2026 - 2028"


def scheduled(sentence: str, period: str = YEARS, today: date = TODAY) -> list[Scheduled]:
    plan = parse(RawDocument("an-binh", f"{HEAD.format(period=period)}1. {sentence}\n", ""))
    return [schedule(duty, plan.header, today) for duty in extract(plan).deadlines]


def days(sentence: str, period: str = YEARS) -> list[str]:
    return [str(day.last) for duty in scheduled(sentence, period) for day in duty.days]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Chậm nhất ngày 15/11 hằng năm, các đơn vị gửi báo cáo về Văn phòng.",
         ["2026-11-15", "2027-11-15", "2028-11-15"]),
        ("Hoàn thành việc đăng ký trong quý I hằng năm.", ["2026-03-31", "2027-03-31", "2028-03-31"]),
        ("Tháng 11 hằng năm, các đơn vị báo cáo về Văn phòng.", ["2026-11-30", "2027-11-30", "2028-11-30"]),
        ("Các đơn vị nộp báo cáo trước tháng 11 hằng năm về Văn phòng.", ["2026-10-31", "2027-10-31", "2028-10-31"]),
        ("Các đơn vị báo cáo trước ngày 29/02 hằng năm về Văn phòng.", ["2028-02-29"]),
        ("Các đơn vị gửi báo cáo trước ngày 20/9/2027 về Văn phòng.", ["2027-09-20"]),
        ("Các đơn vị báo cáo trong quý III năm 2027 về Văn phòng.", ["2027-09-30"]),
        ("Các đơn vị gửi báo cáo về Văn phòng trong 05 ngày kể từ ngày kết thúc.", []),
        ("Định kỳ hằng quý, các đơn vị báo cáo kết quả về Văn phòng.", []),
    ],
)  # fmt: skip
def test_days_within_the_period(sentence: str, expected: list[str]) -> None:
    assert days(sentence) == expected


def test_every_quarter_on_the_day_stated() -> None:
    found = days("Hằng quý, trước ngày 20 của tháng cuối quý, các đơn vị báo cáo kết quả về Văn phòng.", "năm 2027")
    assert found == ["2027-03-20", "2027-06-20", "2027-09-20", "2027-12-20"]


def test_months_without_the_day_are_left_out() -> None:
    found = days("Chậm nhất ngày 31 hằng tháng, các đơn vị báo cáo về Văn phòng.", "năm 2027")
    assert [day[5:7] for day in found] == ["01", "03", "05", "07", "08", "10", "12"]


def test_before_a_day_means_by_the_day_before() -> None:
    (duty,) = scheduled("Các đơn vị báo cáo trước ngày 01/3 hằng năm về Văn phòng.")
    assert [str(day.safe) for day in duty.days] == ["2026-02-28", "2027-02-28", "2028-02-29"]


def test_a_stretch_keeps_both_its_days() -> None:
    (duty,) = scheduled("Từ ngày 01/11 đến ngày 15/11 hằng năm, các đơn vị bình xét và gửi kết quả về Văn phòng.")
    assert [(str(day.first), str(day.last)) for day in duty.days][:2] == [
        ("2026-11-01", "2026-11-15"),
        ("2027-11-01", "2027-11-15"),
    ]


def test_a_plan_without_an_end_is_told_a_year_ahead_only() -> None:
    (duty,) = scheduled("Chậm nhất ngày 15/11 hằng năm, các đơn vị gửi báo cáo về Văn phòng.", "")
    assert duty.period is None
    assert [day.last for day in duty.days] == [date(2027, 11, 15)]
    assert all(TODAY <= day.last <= TODAY + OPEN_END for day in duty.days)


def test_no_day_before_the_plan_was_issued() -> None:
    assert days("Chậm nhất ngày 15/01 hằng năm, các đơn vị gửi báo cáo về Văn phòng.") == ["2027-01-15", "2028-01-15"]


def test_next_day_is_the_first_that_can_be_kept() -> None:
    (duty,) = scheduled("Các đơn vị báo cáo trước ngày 10/5 hằng năm về Văn phòng.")
    assert duty.next_day(date(2027, 5, 9)) == duty.days[1]
    assert duty.next_day(date(2027, 5, 10)) == duty.days[2]
    assert duty.next_day(date(2028, 5, 10)) is None


def test_the_key_follows_the_words() -> None:
    sentence = "Chậm nhất ngày 15/11 hằng năm, các đơn vị gửi báo cáo về Văn phòng."
    (one,), (again,) = scheduled(sentence), scheduled(sentence, today=date(2027, 1, 1))
    (other,) = scheduled(sentence.replace("15/11", "16/11"))
    assert one.key == again.key != other.key


def test_words_that_are_read_otherwise_are_known_again() -> None:
    (one,) = scheduled("Chậm nhất ngày 15/11 hằng năm, các đơn vị gửi báo cáo về Văn phòng.")
    otherwise = schedule(replace(one.deadline, who="các đơn vị trực thuộc", to=None), Header(), TODAY)
    moved = schedule(replace(one.deadline, day=16), Header(), TODAY)
    assert otherwise.key != one.key
    assert otherwise.is_worded_as(one.key)
    assert not moved.is_worded_as(one.key)
    assert one.is_worded_as(one.key[10:] + "0123456789"), "a key of before: of the reading alone"


def test_a_day_that_the_year_lacks_is_no_due_date() -> None:
    (duty,) = scheduled("Các đơn vị báo cáo trước ngày 29/02 hằng năm về Văn phòng.", "năm 2027")
    assert due_date(duty.deadline) is None
    assert duty.days == ()


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("trong vòng 15 ngày kể từ ngày 20/12/2026", date(2027, 1, 4)),
        ("chậm nhất 15 (mười lăm) ngày, kể từ ngày 20 tháng 12 năm 2026", date(2027, 1, 4)),
        ("trong thời hạn 02 tuần tính từ ngày 20/12/2026", date(2027, 1, 3)),
        ("trong vòng 02 tháng kể từ ngày 31/12/2026", date(2027, 2, 28)),
        ("trong vòng 15 ngày làm việc kể từ ngày 20/12/2026", None),
        ("trong vòng 15 ngày kể từ ngày nhận đủ hồ sơ", None),
        ("trong vòng 24 giờ kể từ ngày 20/12/2026", None),
        ("trong vòng 15 ngày kể từ ngày 20/12", None),
        ("sau 15 ngày kể từ ngày 20/12/2026", None),
    ],
)
def test_a_term_is_counted_from_a_stated_day_only(told: str, day: date | None) -> None:
    found = [each for each in find_whens(told) if each.within]
    assert len(found) == 1
    when = found[0]
    duty = Deadline(
        "an-hoa", "II.1", None, "gửi phiếu", to="Văn phòng", comparator=when.comparator, within=when.within,
        stated=told[when.start : when.end],
    )  # fmt: skip
    assert [each.last for each in schedule(duty, Header(), date(2026, 11, 30)).days] == ([day] if day else [])
    assert due_date(duty) == day
    assert day is None or duty.worked(DueDay(day, day)) == last_working_day(day)


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Các ấp họp dân ít nhất 5 ngày sau ngày 20/12/2026.", None),
        ("Các ấp niêm yết công khai danh sách tối thiểu 15 ngày kể từ ngày 01/12/2026.", None),
        ("Các ấp gửi phiếu về Văn phòng tối thiểu trong vòng 15 ngày kể từ ngày 01/12/2026.", None),
        ("Các ấp gửi phiếu về Văn phòng sau 15 ngày kể từ ngày 01/12/2026.", None),
        ("Các ấp treo băng rôn trong 30 ngày kể từ ngày 01/12/2026.", None),
        ("Các ấp phải lưu giữ hồ sơ trong thời hạn 10 tháng kể từ ngày 01/12/2026.", None),
        ("Các ấp hoàn thành việc niêm yết trong vòng 15 ngày kể từ ngày 01/12/2026.", "2026-12-16"),
        ("Các ấp niêm yết danh sách chậm nhất 15 ngày kể từ ngày 01/12/2026.", "2026-12-16"),
        ("Các ấp gửi phiếu về Văn phòng không quá 15 ngày kể từ ngày 01/12/2026.", "2026-12-16"),
    ],
)
def test_a_minimum_or_a_lasting_has_no_last_day(sentence: str, day: str | None) -> None:
    found = scheduled(sentence)
    assert len(found) == 1
    assert days(sentence) == ([day] if day else [])
    assert str(due_date(found[0].deadline)) == str(day)


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("trong thời hạn 15 ngày kể từ ngày ban hành Kế hoạch này", ["2026-02-18"]),
        ("trong vòng 02 tuần kể từ ngày ký", ["2026-02-17"]),
        ("trong vòng 15 ngày làm việc kể từ ngày ký", []),
        ("trong vòng 15 ngày kể từ ngày ký hợp đồng", []),
        ("sau 15 ngày kể từ ngày ban hành", []),
    ],
)
def test_a_term_from_the_day_of_issue_is_counted_from_the_documents_own(term: str, expected: list[str]) -> None:
    assert days(f"Các thôn nộp danh sách về Phòng Kinh tế {term}.") == expected
