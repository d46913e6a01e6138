"""Asking on a page, and reading a plan whole with the quoted words in their place."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from starlette.testclient import TestClient

from bot.memory.rows import Question
from bot.resources import Resources
from bot.screen import plain, text_of
from bot.screen.answers import anchor, quote_address, section_address
from bot.web.app import build_app
from knowledge.library import Library
from knowledge.model import SectionKind
from tests.bot.web.pages import Element, page

QUESTIONS = (
    "Khi nào nộp báo cáo 6 tháng?",
    "5 không của Sở Giáo dục",
    "so sánh 5 không các nơi",
    "ai ký kế hoạch của Quận 1",
    "when is the 6-month report due",
    "phường Sài Gòn nộp gì",
)


def squeezed(text: str) -> str:
    return "".join(re.sub(r"[*\s]", "", text))


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_answer_is_the_bots(browser: TestClient, five_plans: Library, question: str) -> None:
    told = page(browser, "/hoi", cau=question).all("section")[0]
    answer = five_plans.ask(question)
    for part in answer.parts:
        assert squeezed(part.lead) in squeezed(told.text)
        for item in part.items:
            assert squeezed(item) in squeezed(told.text)
        assert part.source in told.text
        assert squeezed(part.quote) in squeezed(told.text)


def test_a_ward_asked_for_is_shown_with_its_old_district_and_its_plan(browser: TestClient) -> None:
    told = page(browser, "/hoi", cau="phuong sai gon nop gi").all("section")[0].text
    assert "Phường Sài Gòn" in told
    assert "Quận 1 cũ" in told
    assert "không phải theo kế hoạch" in told
    open_ = page(browser, "/hoi", cau="phường Tân Định nộp gì")
    assert {link.given["href"] for link in open_.all("a") if "don-vi=" in link.given["href"]}


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_quote_opens_marked_in_its_place(browser: TestClient, five_plans: Library, question: str) -> None:
    told = page(browser, "/hoi", cau=question)
    answer = five_plans.ask(question)
    opened = [each.given["href"] for each in told.all("a") if each.given["href"].endswith("#trich-1")]
    assert len(opened) == sum(bool(part.citations) for part in answer.parts)
    for address, part in zip(opened, (part for part in answer.parts if part.citations), strict=True):
        beside = page(browser, address.partition("#")[0])
        marked = squeezed("".join(mark.text for mark in beside.all("mark")))
        wanted = list(dict.fromkeys(squeezed(cited.quote) for cited in part.citations))
        assert marked == "".join(wanted)
        assert beside.all("mark", id="trich-1")
        alone = page(browser, beside.link("Mở riêng").partition("#")[0])
        assert squeezed("".join(mark.text for mark in alone.all("mark"))) == marked


def test_a_plan_is_shown_whole_under_the_paths_of_its_sections(browser: TestClient, five_plans: Library) -> None:
    for stored in five_plans.plans():
        shown = page(browser, f"/p/{stored.plan_id}")
        text = squeezed(shown.one("div", class_="text").text)
        for section in stored.plan.walk():
            for words in (section.heading.text, section.body.text, *(cell.text for _, cell in section.cells)):
                if words and not section.cells:
                    assert squeezed(words) in text
        anchors = {element.given.get("id", "") for name in ("section", "tr") for element in shown.all(name)}
        assert {anchor(section.path) for section in stored.plan.walk()} <= anchors
        outlined = [element.given["href"] for element in shown.one("details").all("a")]
        items = [each for each in stored.plan.walk() if each.kind is SectionKind.ITEM and each.number]
        assert len(outlined) == len(items)


def test_a_section_has_a_stable_address() -> None:
    assert section_address("kh-2024", "II.A.5") == "/p/kh-2024#II.A.5"
    assert section_address("kh#2", "IV (đoạn kết)").startswith("/p/kh%232#IV_")


def test_marks_of_another_text_are_not_shown(browser: TestClient, five_plans: Library) -> None:
    plan_id = five_plans.plans()[0].plan_id
    shown = page(browser, f"/p/{plan_id}", trich="10-40", ban="00000000")
    assert not shown.all("mark")
    assert "bản khác" in shown.text
    assert not page(browser, f"/p/{plan_id}", trich="<script>", ban="x").all("mark")


def test_a_follow_up_is_understood_from_the_page_before(browser: TestClient) -> None:
    first = page(browser, "/hoi", cau="Báo cáo 6 tháng của Sở Giáo dục nộp khi nào?")
    form = first.one("form")
    carried = [each.given["value"] for each in form.all("input", name="truoc")]
    assert carried == ["Báo cáo 6 tháng của Sở Giáo dục nộp khi nào?"]
    second = page(browser, "/hoi", cau="gửi cho ai?", truoc=carried[0])
    assert "Văn phòng Đảng ủy" in second.all("section")[0].text
    assert "Hỏi tiếp sau câu" in second.text


def test_a_unit_narrows_the_answer(browser: TestClient, five_plans: Library) -> None:
    unit = next(each for each in five_plans.units() if each.plan_id == "ubnd-quan-1-2023")
    told = page(browser, "/hoi", cau="báo cáo gửi cho ai?", don_vi=unit.plan_id)
    assert told.one("p", class_="scope").text == f"Phạm vi: {unit.short_name}"
    assert told.one("option", selected="").given["value"] == unit.plan_id


@pytest.mark.parametrize(
    ("text", "said"), [("", "chưa có nội dung"), ("?!", "chưa có nội dung"), ("a" * 5000, "quá dài")]
)
def test_what_is_no_question_is_told_so(browser: TestClient, text: str, said: str) -> None:
    assert said in page(browser, "/hoi", 422, cau=text).one("p", class_="said").text


def test_a_question_beyond_the_plans_is_refused_in_the_bots_words(browser: TestClient, five_plans: Library) -> None:
    told = page(browser, "/hoi", cau="thời tiết hôm nay thế nào")
    answer = five_plans.ask("thời tiết hôm nay thế nào")
    assert told.all("section")[0].text == text_of(plain(answer.text))
    assert not told.all("cite")


def test_what_is_asked_is_written_as_text(browser: TestClient) -> None:
    told = page(browser, "/hoi", cau="<script>alert(1)</script> nộp báo cáo khi nào")
    assert told.one("h1").text.startswith("<script>")
    assert [each.given.get("src") for each in told.all("script")] == [told.all("script")[0].given["src"]]


@pytest.mark.parametrize("address", ["/p/khong-co", "/khong-co", "/tinh/../app.py", "/hoi/x"])
def test_what_is_not_there_is_said_on_a_page(browser: TestClient, address: str) -> None:
    assert "Không có trang này" in page(browser, address, 404).text


def test_a_question_is_kept_for_those_who_mend_answers(browser: TestClient, resources: Resources) -> None:
    page(browser, "/hoi", cau="Khi nào nộp báo cáo 6 tháng?")
    page(browser, "/hoi", cau="Khi nào nộp báo cáo 6 tháng?", xem="1")  # the same question, a quote opened
    with resources.state.database.session() as session:
        kept = [(row.text, row.status) for row in session.query(Question)]
    assert kept == [("Khi nào nộp báo cáo 6 tháng?", "answered")]


def _scripts(shown: Element) -> list[str]:
    return [each.given.get("src", "inline") for each in shown.all("script")]


@pytest.mark.parametrize(
    "address", ["/", "/hoi?cau=nộp báo cáo khi nào&xem=1", "/ke-hoach", "/p/ubnd-quan-1-2023", "/khong-co"]
)
def test_no_page_runs_or_fetches_anything_from_elsewhere(browser: TestClient, address: str) -> None:
    answer = browser.get(address)
    policy = dict(part.split(" ", 1) for part in answer.headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert set(policy.values()) <= {"'none'", "'self'"}
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "set-cookie" not in answer.headers
    assert not re.search(r"(?:src|href|action)=\"(?:[a-z]+:)?//", answer.text)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?! src=)", answer.text)


def test_what_a_page_needs_is_shipped(browser: TestClient) -> None:
    shown = page(browser, "/")
    needed = [each.given["href"] for each in shown.all("link")] + _scripts(shown)
    assert len(needed) == 3
    for address in needed:
        answer = browser.get(address)
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]
        assert "url(" not in answer.text
        assert "@import" not in answer.text


def test_another_sites_name_for_this_machine_is_refused(browser: TestClient) -> None:
    assert browser.get("/", headers={"Host": "elsewhere.example"}).status_code == 400


# ---------------------------------------------------------------------------------------------------- pages as pictures


def first_duty(resources: Resources, plan_id: str) -> str:
    """Return the address of a plan with the words of its first duty marked."""
    stored = resources.library.plan(plan_id)
    assert stored is not None
    return quote_address(stored.plan, stored.facts.deadlines[0].citations)


def test_the_page_of_the_quoted_words_is_shown_framed(scanned: Resources) -> None:
    with TestClient(build_app(scanned), base_url="http://127.0.0.1:8080") as client:
        shown = page(client, first_duty(scanned, "xa-an-phu-2026").partition("#")[0])
        image = shown.one("img")
        assert image.given["loading"] == "lazy"
        assert "trang 2" in image.given["alt"]
        assert "Các ấp gửi báo cáo kết quả" in image.given["alt"]
        answer = client.get(image.given["src"])
        assert (answer.status_code, answer.headers["content-type"]) == (200, "image/jpeg")
        assert "img-src 'self'" in answer.headers["content-security-policy"]
        framed = Image.open(BytesIO(answer.content)).convert("RGB")
        assert framed.width <= 1600
        red, green, _ = framed.split()  # frames are red, which paper and ink are not
        assert ImageChops.subtract(red, green).point([0] * 90 + [255] * 166).getbbox()
        for other in ("/trang/9", "/trang/0", "/trang/x"):
            assert client.get(image.given["src"].replace("/trang/2", other)).status_code == 404
        assert client.get(image.given["src"].partition("&ban=")[0]).status_code == 404  # of which version is not said


def test_a_plan_without_pages_has_no_picture(scanned: Resources) -> None:
    with TestClient(build_app(scanned), base_url="http://127.0.0.1:8080") as client:
        address = first_duty(scanned, "xa-an-binh-2026").partition("#")[0]
        assert page(client, address).all("mark")
        assert not page(client, address).all("img")
        assert client.get(address.replace("?", "/trang/1?")).status_code == 404


def test_a_picture_is_shown_only_inside(scanned: Resources, tmp_path: Path) -> None:
    closed = Resources(scanned.library, scanned.state, scanned.settings.model_copy(update={"web_access": "code"}))
    with TestClient(build_app(closed), base_url="http://127.0.0.1:8080", follow_redirects=False) as client:
        address = first_duty(scanned, "xa-an-phu-2026").partition("#")[0].replace("?", "/trang/2?")
        answer = client.get(address)
        assert (answer.status_code, answer.content) == (303, b"")
