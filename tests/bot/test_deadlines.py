"""/han as a person uses it: the list by date, the sources, the calendar files."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from bot.duties import screens as words
from bot.reminders import words as reminders_words
from bot.screen import words as screen_words
from bot.screen.duties import day_text, validity, when_text
from knowledge.facts.schedule import schedule
from knowledge.model import Period, Scheduled
from knowledge.workdays import day_off, decided_until, last_working_day
from tests.bot.fake_library import AN_BINH, BINH_MY, FakeLibrary
from tests.bot.invented_duties import MONTHLY, OVER, SIX_MONTHS, UNDATED, duty, library_with_duties
from tests.bot.talk import Talk


@pytest.fixture
def library() -> FakeLibrary:
    return library_with_duties()


def sent_file(talk: Talk) -> bytes:
    document = next(event["document"] for kind, event in talk.shown if kind == "sent" and "document" in event)
    assert document["file_name"].endswith(".ics")
    return talk.telegram.journal.documents[document["file_id"]]


def events_of(content: bytes) -> list[Any]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


async def test_duties_stand_by_date_and_undated_ones_last(talk: Talk) -> None:
    (text,) = await talk.says("/han")
    marks = ["Sắp tới", "Trước 05/6/2025", "Trước 25/6/2025", "Chậm nhất 20/11/2025, 17:00", "Đã qua",
             "Trước 20/5/2023", "Không nêu ngày cụ thể, hằng quý"]  # fmt: skip
    assert [text.index(mark) for mark in marks] == sorted(text.index(mark) for mark in marks)
    assert "nên xong chậm nhất 04/6/2025" in text
    assert "Gửi báo cáo 6 tháng → Văn phòng" in text
    assert "Xã An Bình 2025, mục II.1" in text
    assert not talk.refused()


async def test_one_row_of_numbers_opens_the_duties(talk: Talk) -> None:
    await talk.says("/han")
    assert talk.labels() == [*(f"Việc {number}" for number in range(1, 6)), words.FILE_ALL]
    place = talk.last()["message_id"]
    (card,) = await talk.presses("Việc 1")
    assert talk.last()["message_id"] == place
    assert card.startswith("Trước 05/6/2025")
    for told in (
        "Gửi báo cáo 6 tháng",
        "Ai làm: Các ấp",
        "Gửi: Văn phòng",
        "mục II.1",
        "✅ Còn hiệu lực",
        "“Các ấp gửi",
    ):
        assert told in card
    assert talk.labels() == [
        screen_words.SOURCE,
        screen_words.REMIND_ME,
        words.DUTY_FILE,
        words.DUTY_LIST,
    ]
    (back,) = await talk.presses(words.DUTY_LIST)
    assert talk.last()["message_id"] == place
    assert back.startswith("Các việc có hạn (5)")


async def test_a_card_leads_back_to_its_page(talk: Talk, library: FakeLibrary) -> None:
    library.duties += [
        duty(BINH_MY, f"V.{n}", "Chi bộ", what=f"việc {n}.", day=n, month=3, year=2024) for n in range(1, 5)
    ]
    await talk.says("/han")
    (second,) = await talk.presses(screen_words.OLDER)
    await talk.presses("Việc 7")
    assert await talk.presses(words.DUTY_LIST) == [second]


async def test_a_year_that_the_plan_does_not_print_is_marked(talk: Talk) -> None:
    (text,) = await talk.says("/han")
    lines = [line for line in text.splitlines() if line[:1].isdigit()]
    marked = [line for line in lines if "năm suy từ kế hoạch" in line]
    assert [line.split(". ")[1].split(" (")[0].split(" · ")[0] for line in marked] == [
        "Trước 05/6/2025", "Trước 25/6/2025", "Trước 20/5/2023",
    ]  # fmt: skip
    assert "Chậm nhất 20/11/2025, 17:00" in lines[2]


async def test_nothing_upcoming_is_said_before_the_past(talk: Talk, library: FakeLibrary) -> None:
    await talk.says("/start")
    assert "không còn hạn nào" not in (await talk.presses(screen_words.DUTIES))[0]
    await talk.says("/donvi phường Bình Mỹ")
    (text,) = await talk.says("/han")
    assert "Hôm nay 01/6/2025: Phường Bình Mỹ 2023 không còn hạn nào sắp tới." in text
    library.duties = [UNDATED, OVER]
    (text,) = await talk.says("/han")
    assert text.index("không còn hạn nào sắp tới trong các kế hoạch") < text.index("Đã qua") < text.rindex("20/5/2023")
    assert "Hạn gần đây nhất, đã qua: " in text
    assert text.index("20/5/2023") < text.index("Đã qua"), "which one was the last"


async def test_a_time_after_the_command_lists_what_falls_due_then(talk: Talk) -> None:
    (text,) = await talk.says("/han tháng này")
    assert text.startswith("Các việc có hạn từ 01/6/2025 đến 30/6/2025 (2)")
    assert text.index("Trước 05/6/2025") < text.index("Trước 25/6/2025")
    assert "20/11/2025" not in text
    assert talk.labels() == ["Việc 1", "Việc 2", words.DUTY_LIST]
    (text,) = await talk.says("/han tháng 10")
    assert "(1)" in text.partition("\n")[0]
    assert "Trước 25/10/2025" in text, "the time that falls into these days, not the next one"
    (text,) = await talk.says("/han tháng 5 năm 2023")
    assert "Đã qua" in text
    assert "Trước 20/5/2023" in text
    (text,) = await talk.says("/han ngày mai")
    assert text == "Không có hạn nào ngày 02/6/2025 trong các kế hoạch đang có. Việc không nêu ngày cụ thể ở danh sách."
    assert (await talk.presses(words.DUTY_LIST))[0].startswith("Các việc có hạn (5)")


async def test_a_month_that_is_over_is_told_as_past_and_never_moved_a_year_on(talk: Talk, library: FakeLibrary) -> None:
    library.duties = [
        OVER,
        duty(AN_BINH, "I.7", "Tuyên truyền", what="sơ kết quý I.", day=10, month=3, year=2025),
        duty(AN_BINH, "I.8", "Tuyên truyền", what="đăng ký mô hình.", day=15, month=2, year=2026),
    ]
    (text,) = await talk.says("/han tháng 3")
    assert text.startswith("Các việc có hạn từ 01/3/2025 đến 31/3/2025 (1)")
    assert words.DUTIES_PASSED.format(today="01/6/2025") in text
    assert text.index("Đã qua") < text.rindex("10/3/2025")
    (text,) = await talk.says("/han tháng 2")
    assert text.startswith("Các việc có hạn từ 01/02/2026 đến 28/02/2026 (1)"), "only the coming one has a date"
    (text,) = await talk.says("/han tháng 5")
    assert text.startswith("Không có hạn nào từ 01/5/2025 đến 31/5/2025")
    assert words.DUTIES_OTHER_YEARS in text
    assert "20/5/2023" in (await talk.presses("Năm 2023"))[0]
    assert "Không có hạn nào từ 01/4/2025 đến 30/4/2025" in (await talk.says("/han tháng 4"))[0]
    assert talk.labels() == [words.DUTY_LIST]


async def test_a_unit_after_the_command_with_a_time_or_without(talk: Talk) -> None:
    (text,) = await talk.says("/han xã An Bình")
    assert "20/5/2023" not in text
    assert "Trước 05/6/2025" in text
    (text,) = await talk.says("/han xã An Bình tuần này")
    assert text.startswith(
        "Không có hạn nào từ 26/5/2025 đến 01/6/2025 trong các kế hoạch đang có của Xã An Bình 2025."
    )
    (text,) = await talk.says("/han phường Bình Mỹ năm 2023")
    assert text.startswith("Các việc có hạn từ 01/01/2023 đến 31/12/2023 (1)")
    await talk.says("/han An Bình, Bình Mỹ quý này")
    assert talk.labels() == ["Xã An Bình 2025", "Phường Bình Mỹ 2023"]
    assert "(2)" in (await talk.presses("Xã An Bình 2025"))[0].partition("\n")[0]


async def test_the_pages_of_a_time_are_turned_within_it(talk: Talk, library: FakeLibrary) -> None:
    library.duties += [
        duty(AN_BINH, f"I.{n}", "Tuyên truyền", what=f"việc {n}.", day=n, month=6, year=2025) for n in range(10, 16)
    ]
    (first,) = await talk.says("/han tháng này")
    (second,) = await talk.presses(screen_words.OLDER)
    assert second.startswith(first.partition("\n")[0])
    assert "Việc 14" in second
    assert "20/11/2025" not in second


async def test_words_that_name_neither_a_time_nor_a_unit(talk: Talk) -> None:
    assert await talk.says("/han abc") == [words.DUTIES_UNKNOWN.format(text="abc")]
    assert await talk.says("/han mọi đơn vị") == await talk.says("/han")
    assert (await talk.presses(words.DUTY_LIST))[0].startswith("Các việc có hạn (5)")


async def test_buttons_of_the_list_as_it_once_was_still_work(talk: Talk) -> None:
    """Messages sent before the cards carry a row of buttons for each duty."""
    await talk.says("/han")
    message, link = talk.last()["message_id"], talk.buttons()[0].data.split(":")[1]
    assert "Các ấp gửi báo cáo" in (await talk.presses_data(message, f"hs:{link}"))[0]
    assert (await talk.presses_data(message, f"rm:{link}"))[0].startswith(reminders_words.REMIND_TITLE)
    await talk.presses_data(message, f"hi:{link}")
    assert len(events_of(sent_file(talk))) == 1
    await talk.presses_data(message, "hd:99999:0")
    assert talk.notice() == screen_words.DUTY_GONE


async def test_validity_is_marked(talk: Talk) -> None:
    (text,) = await talk.says("/han")
    assert "Phường Bình Mỹ 2023, mục IV.3 · ⚠️ Đã hết kỳ (đến 31/12/2023)" in text
    assert "Xã An Bình 2025, mục II.1 · ✅ Còn hiệu lực đến hết 31/12/2025" in text


async def test_the_units_own_duties_come_first(talk: Talk) -> None:
    await talk.says("/donvi phường Bình Mỹ")
    (text,) = await talk.says("/han")
    assert text.index("Trước 20/5/2023") < text.index("Các đơn vị khác") < text.index("Trước 05/6/2025")


async def test_pages_are_turned_in_place(talk: Talk, library: FakeLibrary) -> None:
    quote = "Chi bộ gửi báo cáo 6 tháng"
    library.duties += [
        duty(BINH_MY, f"V.{n}", quote, what=f"việc số {n}.", day=n, month=3, year=2024) for n in range(1, 9)
    ]
    (first,) = await talk.says("/han")
    place = talk.last()["message_id"]
    pages = [first]
    while screen_words.OLDER in talk.labels():
        pages += await talk.presses(screen_words.OLDER)
        assert talk.last()["message_id"] == place
    assert len(pages) == 3
    whole = "\n".join(pages)
    assert all(f"iệc số {n}." in whole for n in range(1, 9))
    assert "Trang 3/3" in whole
    (back,) = await talk.presses(screen_words.NEWER)
    assert back == pages[1]
    assert not talk.refused()


async def test_each_opens_its_source_with_the_words_marked(talk: Talk) -> None:
    (source,) = await talk.opens(1, screen_words.SOURCE)
    assert "Các ấp gửi báo cáo 6 tháng về Văn phòng trước ngày 05/6" in source
    (mark,) = [entity for entity in talk.last()["entities"] if entity["type"] == "underline"]
    marked = source.encode("utf-16-le")[2 * mark["offset"] : 2 * (mark["offset"] + mark["length"])].decode("utf-16-le")
    assert marked == "Các ấp gửi báo cáo 6 tháng về Văn phòng trước ngày 05/6"
    place = talk.last()["message_id"]
    (after,) = await talk.presses("Đoạn sau")
    assert "mô hình “khéo”" in after
    (again,) = await talk.presses("Đoạn trước")
    assert again == source
    assert talk.last()["message_id"] == place


async def test_the_list_opens_from_start(talk: Talk) -> None:
    await talk.says("/start")
    assert (await talk.presses(screen_words.DUTIES))[0].startswith("Các việc có hạn (5)")


async def test_a_calendar_of_one(talk: Talk) -> None:
    await talk.opens(1, words.DUTY_FILE)
    (event,) = events_of(sent_file(talk))
    assert event["DTSTART"].dt == date(2025, 6, 4)
    assert event["DTEND"].dt == date(2025, 6, 5)
    assert event["SUMMARY"] == "Hạn: Gửi báo cáo 6 tháng → Văn phòng – Xã An Bình 2025, mục II.1"
    assert "Trước 05/6/2025" in event["DESCRIPTION"]
    assert "RRULE" not in event
    alarms = [alarm["TRIGGER"].dt for alarm in event.walk("VALARM")]
    assert alarms == [timedelta(hours=8) - timedelta(days=days) for days in (7, 3, 1)]
    assert not talk.refused()


async def test_the_uid_stays_and_tells_duties_apart(talk: Talk) -> None:
    uids = []
    for number in (1, 1, 2):
        await talk.opens(number, words.DUTY_FILE)
        uids.append(str(events_of(sent_file(talk))[0]["UID"]))
    assert uids[0] == uids[1] != uids[2]


async def test_a_monthly_duty_recurs_within_the_plan_only(talk: Talk) -> None:
    await talk.opens(2, words.DUTY_FILE)
    event, *apart = events_of(sent_file(talk))
    rule = event["RRULE"]
    assert rule["FREQ"] == ["MONTHLY"]
    assert rule["UNTIL"] == [date(2025, 12, 24)]
    assert event["DTSTART"].dt == date(2025, 2, 24)
    assert "ngày cuối" not in event["DESCRIPTION"]
    assert [each["RECURRENCE-ID"].dt for each in apart] == [date(2025, 5, 24), date(2025, 8, 24)]
    assert {str(each["UID"]) for each in apart} == {str(event["UID"])}
    assert all("RRULE" not in each for each in apart)
    may, august = (each["DESCRIPTION"] for each in apart)
    assert "ngày cuối 24/5/2025 là thứ Bảy: nên xong chậm nhất thứ Sáu 23/5/2025" in may
    assert "nên xong chậm nhất thứ Sáu 22/8/2025" in august
    first = [alarm["TRIGGER"].dt for alarm in apart[1].walk("VALARM")]
    assert first == [timedelta(hours=8) - timedelta(days=days + 2) for days in (7, 3, 1)]


async def test_a_calendar_of_all_leaves_undated_duties_out(talk: Talk) -> None:
    await talk.says("/han")
    await talk.presses(words.FILE_ALL)
    events = events_of(sent_file(talk))
    assert len({str(event["UID"]) for event in events if "RECURRENCE-ID" not in event}) == 4


async def test_a_calendar_of_the_unit(talk: Talk) -> None:
    await talk.says("/donvi phường Bình Mỹ")
    await talk.says("/han")
    await talk.presses(words.FILE_OWN)
    assert len(events_of(sent_file(talk))) == 1


async def test_without_any_date_there_is_no_file(talk: Talk, library: FakeLibrary) -> None:
    library.duties = [UNDATED]
    await talk.opens(1)
    assert words.DUTY_FILE not in talk.labels()
    await talk.presses(words.DUTY_LIST)
    await talk.presses(words.FILE_ALL)
    assert talk.notice() == words.FILE_EMPTY


async def test_a_duty_that_is_gone_is_told(talk: Talk, library: FakeLibrary) -> None:
    await talk.opens(1)
    card = list(talk.buttons())
    (listed,) = await talk.presses(words.DUTY_LIST)
    assert listed.startswith("Các việc có hạn")
    library.duties.remove(SIX_MONTHS)
    assert await talk.presses("Việc 1") == []
    assert talk.notice() == screen_words.DUTY_GONE
    for button in card[:-1]:
        await talk.presses_data(button.message_id, button.data)
        assert talk.notice() == screen_words.DUTY_GONE


async def test_plans_without_duties(talk: Talk, library: FakeLibrary) -> None:
    library.duties = []
    assert await talk.says("/han") == [words.DUTIES_EMPTY]


async def test_hostile_words_of_a_plan_stay_words(talk: Talk, library: FakeLibrary) -> None:
    hostile = {"what": "<i>x</i> & **y** " * 400, "to": "<a>" * 99, "stated": "x" * 3000}
    library.duties = [duty(BINH_MY, "I <b>", "Chi bộ gửi", day=1, month=1, year=2026, **hostile)]
    (text,) = await talk.says("/han")
    assert "<i>x</i> & **y**" in text
    (card,) = await talk.presses("Việc 1")
    assert "<i>x</i> & **y**" in card
    await talk.presses(words.DUTY_FILE)
    (event,) = events_of(sent_file(talk))
    assert "<i>x</i>" in event["SUMMARY"]
    assert not talk.refused()


async def test_days_that_follow_no_rule_are_events_of_their_own(talk: Talk, library: FakeLibrary) -> None:
    library.duties = [duty(AN_BINH, "I.1", "Tuyên truyền", recurrence="tháng", comparator="chậm nhất", day=31,
                           until=date(2025, 12, 31), stated="ngày 31 hằng tháng")]  # fmt: skip
    await talk.opens(1, words.DUTY_FILE)
    days = [event.decoded("DTSTART") for event in events_of(sent_file(talk))]
    assert [day.month for day in days] == [3, 5, 7, 8, 10, 12]


# ------------------------------------------------------------------------------------------------- days off


def scheduled(comparator: str, day: date) -> Scheduled:
    told = {"comparator": comparator, "day": day.day, "month": day.month, "year": day.year}
    deadline = duty(AN_BINH, "II.1", "Gửi bản giấy", stated=f"{comparator} ngày {day:%d/%m/%Y}", **told)
    return schedule(deadline, AN_BINH.header, day)


@given(st.dates(date(2020, 1, 1), date(2034, 12, 31)), st.sampled_from(["trước", "chậm nhất"]))
def test_over_years_a_day_off_is_said_with_the_last_working_day_and_not_moved(day: date, comparator: str) -> None:
    """In /han, reminders, digests and calendars, which all word a duty's day so."""
    item = scheduled(comparator, day)
    (due,) = item.days
    text = when_text(item, due)
    assert text.startswith(f"{comparator.capitalize()} {day_text(day)}"), "the plan's own day stands first"
    off = day_off(due.safe)
    if off is None:
        assert "văn bản không nêu việc dời hạn" not in text
        return
    worked = last_working_day(due.safe)
    assert worked < due.safe <= day
    assert f"ngày cuối {day_text(due.safe)} là " in text
    assert f"nên xong chậm nhất {screen_words.WEEKDAYS[worked.weekday()]} {day_text(worked)}" in text
    assert "văn bản không nêu việc dời hạn" in text
    assert ("lịch nghỉ dự kiến" in text) == (off.holiday is not None and day.year > decided_until())


@pytest.mark.parametrize(
    ("comparator", "day", "said"),
    [
        ("trước", date(2024, 11, 10), "09/11/2024 là thứ Bảy: nên xong chậm nhất thứ Sáu 08/11/2024"),
        ("chậm nhất", date(2024, 2, 12), "12/02/2024 là Mùng ba Tết Nguyên Đán: nên xong chậm nhất thứ Tư 07/02/2024"),
        ("chậm nhất", date(2024, 9, 2), "02/9/2024 là Quốc khánh: nên xong chậm nhất thứ Sáu 30/8/2024"),
        ("chậm nhất", date(decided_until() + 3, 9, 2), "Quốc khánh (lịch nghỉ dự kiến)"),
    ],
)
def test_weekends_and_holidays_as_they_were(comparator: str, day: date, said: str) -> None:
    item = scheduled(comparator, day)
    assert said in when_text(item, item.days[0])


def test_of_a_day_that_is_over_nothing_is_advised() -> None:
    for day in (date(2024, 11, 10), date(2024, 11, 13)):
        item = scheduled("trước", day)
        assert "nên" in when_text(item, item.days[0])
        assert when_text(item, item.days[0], past=True) == f"Trước {day_text(day)}"


async def test_a_duty_of_the_even_months_recurs_every_second_month(talk: Talk, library: FakeLibrary) -> None:
    library.duties = [replace(MONTHLY, recurrence="tháng chẵn", stated="trước ngày 25 các tháng chẵn")]
    (card,) = await talk.opens(1)
    assert "các tháng chẵn" in card
    await talk.presses(words.DUTY_FILE)
    event, apart = events_of(sent_file(talk))
    assert apart["RECURRENCE-ID"].dt == date(2025, 8, 24)
    assert (event["RRULE"]["FREQ"], event["RRULE"]["INTERVAL"]) == (["MONTHLY"], [2])
    assert event["DTSTART"].dt == date(2025, 2, 24)


async def test_a_duty_of_every_second_month_has_no_days(talk: Talk, library: FakeLibrary) -> None:
    """The plan doesn't say which months, so no calendar is offered, and the card says it in words."""
    library.duties = [replace(MONTHLY, recurrence="2 tháng", stated="trước ngày 25, 2 tháng một lần")]
    (card,) = await talk.opens(1)
    assert "2 tháng một lần" in card
    assert words.DUTY_FILE not in talk.labels()


@pytest.mark.parametrize(
    ("period", "told"),
    [
        (Period(date(2026, 12, 1), date(2027, 12, 31)), "🕓 Có hiệu lực từ 01/12/2026 đến hết 31/12/2027"),
        (Period(date(2026, 11, 1), date(2027, 12, 31)), "✅ Còn hiệu lực đến hết 31/12/2027"),
        (Period(date(2027, 1, 1), date(2027, 12, 31), of_title=True), "🕓 Cho năm 2027, chưa tới kỳ"),
        (Period(date(2026, 1, 1), date(2028, 12, 31), of_title=True), "✅ Cho năm 2026-2028, đang trong kỳ"),
        (
            Period(date(2026, 9, 1), date(2027, 8, 31), of_title=True),
            "✅ Cho thời gian 01/09/2026 - 31/08/2027, đang trong kỳ",
        ),
        (Period(date(2025, 1, 1), date(2025, 12, 31), of_title=True), "⚠️ Đã hết kỳ (đến 31/12/2025)"),
    ],
)
def test_a_year_of_the_title_is_not_told_as_validity(period: Period, told: str) -> None:
    assert validity(period, date(2026, 11, 30)) == told


async def test_a_counted_day_is_listed_as_worked_out(talk: Talk, library: FakeLibrary) -> None:
    quote = "Các ấp gửi báo cáo 6 tháng về Văn phòng trước ngày 05/6"
    library.duties = [
        duty(AN_BINH, "II.1", quote, what="gửi phiếu", to="Văn phòng", comparator="trong vòng",
             within="10 ngày kể từ ngày 28/5/2025", stated="trong vòng 10 ngày kể từ ngày 28/5/2025"),
    ]  # fmt: skip
    (text,) = await talk.says("/han")
    assert "Chậm nhất 07/6/2025 (tính từ “trong vòng 10 ngày kể từ ngày 28/5/2025”)" in text
    assert "nên xong chậm nhất thứ Sáu 06/6/2025" in text
    assert "suy từ kế hoạch" not in text
    await talk.opens(1, words.DUTY_FILE)
    (event,) = events_of(sent_file(talk))
    assert event["DTSTART"].dt == date(2025, 6, 7)
    assert "tính từ" in event["DESCRIPTION"]
