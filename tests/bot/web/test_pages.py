"""Deadlines, comparison and briefings as pages: what the library says, each with its place."""

from __future__ import annotations

import html
import io
import zipfile

import pytest
from starlette.testclient import TestClient

from bot.memory.state import Asked, Source
from bot.resources import Resources
from bot.web.agenda import AgendaPages, month_of
from bot.web.reading import bare
from knowledge.briefing import Request, bullets
from knowledge.briefing.wording import REPORTED
from knowledge.library import Library
from tests.bot.web.pages import page
from tests.knowledge.briefing.files import text


def test_every_duty_stands_in_the_table_and_opens_its_words(browser: TestClient, five_plans: Library) -> None:
    shown = page(browser, "/han")
    rows = [row for body in shown.all("tbody") for row in body.all("tr")]
    duties = {duty.key: duty for duty in five_plans.schedule()}
    assert len(rows) == len(duties) > 5
    for row in rows:
        opened = page(browser, row.all("a")[0].given["href"].partition("#")[0])
        assert opened.all("mark", id="trich-1")


def test_the_table_is_of_one_unit_when_asked(browser: TestClient, five_plans: Library) -> None:
    shown = page(browser, "/han", don_vi="ubnd-quan-1-2023")
    rows = [row for body in shown.all("tbody") for row in body.all("tr")]
    assert len(rows) == len({duty.key for duty in five_plans.schedule("ubnd-quan-1-2023")})
    assert all("Quận 1" in row.text for row in rows)


def test_where_nothing_is_to_come_the_last_duty_is_named_as_over(browser: TestClient, five_plans: Library) -> None:
    """The five plans are over: silence above a table would read as if nobody had looked."""
    last = max((day.last, duty.deadline.what) for duty in five_plans.schedule() for day in duty.days)
    told = page(browser, "/han").one("p", class_="said").text
    assert "không còn hạn nào sắp tới" in told
    assert f"{last[0].day}/{last[0].month}/{last[0].year}" in told
    assert " ".join(last[1].split()).lower()[:40] in told.lower()
    assert "đã qua" in told
    assert "Quận 1" in page(browser, "/han", don_vi="ubnd-quan-1-2023").one("p", class_="said").text


def test_an_english_answer_is_marked_as_english_and_its_quote_as_vietnamese(browser: TestClient) -> None:
    shown = page(browser, "/hoi", cau="when is the annual report due in Quang Ngai")
    told = shown.one("section", lang="en")
    assert told.given["aria-label"] == "Answer"
    assert "Source:" in told.text
    assert "Open the original text" in told.text
    assert told.all("q", lang="vi")
    assert "Nguyên văn" not in told.text
    assert page(browser, "/hoi", cau="bao gio nop bao cao 6 thang").one("section", lang="vi").all("q")


def test_each_dated_duty_stands_on_its_day(browser: TestClient, resources: Resources, five_plans: Library) -> None:
    for duty in five_plans.schedule():
        for due in duty.days:
            shown = page(browser, "/han/thang", thang=f"{due.safe:%Y-%m}")
            cells = [cell for cell in shown.all("td") if cell.all("time", datetime=due.safe.isoformat())]
            (cell,) = cells
            assert " ".join(duty.deadline.what.split()).lower()[:60] in cell.text.lower()


@pytest.mark.parametrize("asked", ["", "2024-13", "x", "999999-1", "2024", "²-1", "1-1"])
def test_a_month_that_is_none_is_this_one(resources: Resources, asked: str) -> None:
    today = resources.library.today()
    assert month_of(asked) is None
    assert AgendaPages(resources).month(asked).title == f"Tháng {today.month}/{today.year}"


def test_months_turn_over_the_year(resources: Resources) -> None:
    december = AgendaPages(resources).month("2024-12")
    assert (december.before, december.after) == ("2024-11", "2025-01")
    assert [len(week) for week in december.weeks] == [7] * len(december.weeks)


def test_every_cell_of_the_comparison_opens_its_words(browser: TestClient, five_plans: Library) -> None:
    shown = page(browser, "/so-sanh")
    block = five_plans.brief(Request()).comparison
    assert block is not None
    assert [head.text for head in shown.one("thead").all("th")] == list(block.heads)
    proved = [cell for row in block.rows for cell in row if cell.note]
    links = shown.one("table").all("a")
    assert [" ".join(cell.text.split()) for cell in proved] == [link.text for link in links]
    opened = page(browser, links[0].given["href"].partition("#")[0])
    assert opened.all("mark", id="trich-1")


def test_two_chosen_plans_are_compared(browser: TestClient) -> None:
    shown = page(browser, "/so-sanh?ke-hoach=ubnd-quan-1-2023&ke-hoach=dang-uy-so-gd-tphcm-2024&ke-hoach=gone")
    assert len(shown.one("thead").all("th")) == 3
    assert len(shown.all("input", type="checkbox", checked="")) == 2
    assert "từ 2 văn bản" in page(browser, "/so-sanh?ke-hoach=ubnd-quan-1-2023").one("p", class_="said").text


def test_more_plans_than_fit_are_chosen_first_and_shown_in_several_tables(
    browser: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.web.briefings.MOST_SIDE_BY_SIDE", 3)
    assert "từ 2 văn bản" in page(browser, "/so-sanh").one("p", class_="said").text
    chosen = "&".join(f"ke-hoach={plan_id}" for plan_id in ("ubnd-quan-1-2023", "dang-uy-so-gd-tphcm-2024",
                      "thanh-uy-lai-chau-2023", "ubnd-tp-quang-ngai-2018"))  # fmt: skip
    text = browser.get(f"/so-sanh?{chosen}").text
    assert text.count('class="compared"') == 2


def test_whoever_is_new_is_given_questions_to_try(browser: TestClient) -> None:
    text = browser.get("/").text
    assert "Hỏi thử:" in text
    assert "“5 không” gồm những gì?" in text
    assert 'value="ubnd-quan-1-2023" selected' in browser.get("/?don-vi=ubnd-quan-1-2023").text
    assert "selected" not in browser.get("/?don-vi=gone").text


def test_a_plan_leads_to_its_deadlines_its_briefing_and_its_questions(browser: TestClient) -> None:
    text = browser.get("/p/ubnd-quan-1-2023").text
    for address in ("/?don-vi=ubnd-quan-1-2023", "/han?don-vi=ubnd-quan-1-2023", "/tom-tat?ke-hoach=ubnd-quan-1-2023"):
        assert f'href="{address}"' in text


def test_a_briefing_has_the_bots_bullets(browser: TestClient, five_plans: Library) -> None:
    shown = page(browser, "/tom-tat", ke_hoach="ubnd-quan-1-2023")
    told = bullets(five_plans.brief(Request(("ubnd-quan-1-2023",))))
    assert "Kế hoạch đã hết kỳ (đến 31/12/2023)" in shown.one("p", class_="note").text
    points = shown.one("ol", class_="points").all("li")
    assert len(points) == len(told) > 3
    for point, line in zip(points, told, strict=True):
        assert " ".join(line.text.split()) in point.text


def test_a_bullet_on_words_that_somebody_called_wrong_says_so(
    browser: TestClient, resources: Resources, five_plans: Library
) -> None:
    (first, *_) = bullets(five_plans.brief(Request(("ubnd-quan-1-2023",))))
    assert first.note
    (cited, *_) = first.note.citations
    passage = five_plans.passage_at(cited.plan_id, cited.start)
    assert passage
    source = Source(passage.id, ((cited.start, cited.end),))
    number = resources.state.add_question(Asked(1, "khi nào", None, status="answered", sources=(source,)), None)
    resources.state.vote(number, 1, False)
    shown = page(browser, "/tom-tat", ke_hoach="ubnd-quan-1-2023")
    assert REPORTED in shown.one("ol", class_="points").all("li")[0].text
    assert REPORTED in shown.one("p", class_="note").text
    assert REPORTED not in page(browser, "/tom-tat", ke_hoach="thanh-uy-lai-chau-2023").one("main").text


def test_a_presenter_steps_through_every_bullet_and_back(browser: TestClient) -> None:
    address = page(browser, "/tom-tat", ke_hoach="ubnd-quan-1-2023").link("Chiếu")
    seen = []
    for _ in range(20):
        shown = page(browser, address)
        seen.append(shown.one("section").text)
        onward = shown.all("a", rel="next")
        if not onward:
            break
        address = onward[0].given["href"]
    assert len(seen) == len(set(seen)) == 7
    assert page(browser, shown.one("a", rel="prev").given["href"]).one("section").text == seen[-2]
    assert page(browser, shown.one("a", class_="end").given["href"]).one("ol", class_="points")


@pytest.mark.parametrize(("suffix", "holds"), [(".docx", "word/document.xml"), (".pptx", "ppt/presentation.xml")])
def test_a_briefing_is_saved_as_a_file(browser: TestClient, suffix: str, holds: str) -> None:
    shown = page(browser, "/tom-tat", ke_hoach="ubnd-quan-1-2023", phut="15")
    address = next(each.given["href"] for each in shown.all("a") if f"tep{suffix}" in each.given["href"])
    answer = browser.get(address)
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == f'attachment; filename="tom-tat-ubnd-quan-1-2023{suffix}"'
    assert holds in zipfile.ZipFile(io.BytesIO(answer.content)).namelist()


def test_the_quiz_alone_is_saved_as_a_sheet(browser: TestClient) -> None:
    shown = page(browser, "/tom-tat", ke_hoach="ubnd-quan-1-2023", phut="45")
    answer = browser.get(next(each.given["href"] for each in shown.all("a") if "phieu.docx" in each.given["href"]))
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == 'attachment; filename="trac-nghiem-ubnd-quan-1-2023.docx"'
    told = text(answer.content)
    assert "Phiếu trắc nghiệm" in told
    assert "Đáp án" in told
    assert "Mục đích, yêu cầu" not in told, "the sheet alone"
    assert browser.get("/tom-tat/phieu.pptx?ke-hoach=ubnd-quan-1-2023").status_code == 404


def test_no_other_kind_of_file_is_made(browser: TestClient) -> None:
    assert browser.get("/tom-tat/tep.exe").status_code == 404


def test_the_table_says_who_has_a_duty(browser: TestClient, five_plans: Library) -> None:
    page = browser.get("/han").text
    dated = [duty for duty in five_plans.schedule() if duty.days and duty.deadline.who]
    assert dated
    for duty in dated:
        assert f"Ai làm: {html.escape(duty.deadline.who or '')[:60]}" in page


def test_no_sign_is_shown_that_a_desk_has_no_letter_for() -> None:
    assert bare("✅ Còn hiệu lực") == "Còn hiệu lực"
    assert bare("⚠️ Đã hết kỳ ❌ 📅 → 5 °C") == "⚠ Đã hết kỳ   → 5 °C"
