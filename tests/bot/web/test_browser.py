"""The reading room in a real browser: Debian's Chromium, without a window. Skipped aloud where it is missing.

Chromium runs without its sandbox, for which a container has no rights; it opens only pages of this machine.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from bot.access import Access
from bot.resources import Resources
from bot.screen.answers import quote_address
from bot.web.serving import RoomThread, listen

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
playwright = pytest.importorskip("playwright.sync_api", reason="the package playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed (apt-get install chromium)"),
]

ASKED = "Khi nào nộp báo cáo 6 tháng?"
PAGES = (
    "/",
    "/ke-hoach",
    f"/hoi?cau={ASKED}",
    f"/hoi?cau={ASKED}&xem=1",
    "/hoi?cau=thời tiết hôm nay",
    "/p/dang-uy-so-gd-tphcm-2024",
    "/han",
    "/han/thang?thang=2024-11",
    "/so-sanh",
    "/tom-tat?ke-hoach=ubnd-quan-1-2023",
    "/chieu?ke-hoach=ubnd-quan-1-2023",
    "/nowhere",
)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


def _served(resources: Resources, **changed: object) -> RoomThread:
    with listen("127.0.0.1", 0) as free:
        port = free.getsockname()[1]
    settings = resources.settings.model_copy(update={"web_port": port, **changed})
    return RoomThread(Resources(resources.library, resources.state, settings))


@pytest.fixture
def room(resources: Resources) -> Iterator[str]:
    served = _served(resources)
    yield served.address.rstrip("/")
    served.close()


@pytest.fixture
def tab(chromium: Any) -> Iterator[Any]:
    """A page of a desk; what it complains of or fetches from elsewhere fails the test."""
    context = chromium.new_context(viewport={"width": 1366, "height": 768}, locale="vi-VN")
    page = context.new_page()
    trouble: list[str] = []
    page.on("console", lambda message: trouble.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("request", lambda sent: None if "//127.0.0.1:" in sent.url else trouble.append(sent.url))
    yield page
    context.close()
    assert not [told for told in trouble if "404" not in told]


def test_asking_opening_and_closing_the_source(tab: Any, room: str) -> None:
    tab.goto(room)
    tab.get_by_label("Câu hỏi của bạn").fill(ASKED)
    tab.keyboard.press("Enter")
    assert "Trước ngày 10/5" in tab.locator(".told").inner_text()
    tab.get_by_role("link", name="Nguyên văn").first.click()
    mark = tab.locator("mark").first
    mark.wait_for()
    assert "trước ngày 10 tháng 5" in " ".join(tab.locator("mark").all_inner_texts())
    top, bottom = mark.bounding_box()["y"], mark.bounding_box()["y"] + mark.bounding_box()["height"]
    assert 0 <= top < bottom <= 768  # the browser has gone to the words
    assert tab.locator(".told").bounding_box()["y"] < 768  # and the answer stands beside them
    tab.get_by_role("link", name="Đóng văn bản").first.click()
    playwright.expect(tab.locator("article")).to_have_count(0)


def test_a_question_beyond_the_plans_is_refused(tab: Any, room: str) -> None:
    tab.goto(f"{room}/hoi?cau=thời tiết hôm nay")
    assert "nằm ngoài các kế hoạch" in tab.locator(".told").inner_text()
    assert tab.get_by_role("link", name="Nguyên văn").count() == 0


def test_a_section_is_opened_by_its_address(tab: Any, room: str) -> None:
    tab.goto(f"{room}/p/dang-uy-so-gd-tphcm-2024#II.A.5")
    assert "5 không" in tab.locator("section:target").inner_text()
    assert 0 <= tab.locator("section:target").bounding_box()["y"] < 768


def test_a_presenter_steps_with_the_keys(tab: Any, room: str) -> None:
    tab.goto(f"{room}/chieu?ke-hoach=ubnd-quan-1-2023")
    first = tab.locator(".slide").inner_text()
    for key, step in (("ArrowRight", "2/7"), ("Space", "3/7"), ("PageDown", "4/7"), ("ArrowLeft", "3/7")):
        tab.keyboard.press(key)
        tab.wait_for_url("**y=*")
        playwright.expect(tab.locator("h1")).to_have_text(f"Ý {step}")
    assert tab.locator(".slide").inner_text() != first
    assert tab.evaluate("parseFloat(getComputedStyle(document.querySelector('.point')).fontSize)") >= 28
    tab.keyboard.press("Escape")
    tab.wait_for_url("**/tom-tat?**")


def test_reading_needs_no_script(chromium: Any, room: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(room)
    page.get_by_label("Câu hỏi của bạn").fill(ASKED)
    page.get_by_role("button", name="Tra cứu").click()
    page.get_by_role("link", name="Nguyên văn").first.click()
    page.locator("mark").first.wait_for()
    page.goto(f"{room}/chieu?ke-hoach=ubnd-quan-1-2023")
    page.get_by_role("link", name="Ý sau").click()
    playwright.expect(page.locator("h1")).to_have_text("Ý 2/7")
    context.close()


def test_a_printed_plan_is_the_text_alone(tab: Any, room: str) -> None:
    tab.goto(f"{room}/p/ubnd-quan-1-2023")
    tab.emulate_media(media="print")
    assert not tab.locator(".top").is_visible()
    assert not tab.locator(".outline").is_visible()
    assert tab.locator(".text").is_visible()
    assert tab.pdf().startswith(b"%PDF")


def test_one_comes_in_with_a_code_and_leaves(tab: Any, resources: Resources) -> None:
    served = _served(resources, web_access="code")
    try:
        tab.goto(f"{served.address}han")
        tab.get_by_label("Mã phòng đọc").fill(resources.store(Access).give_code("Lan"))
        tab.get_by_role("button", name="Vào").click()
        tab.wait_for_url(f"{served.address}han")
        tab.get_by_role("button", name="Ra khỏi phòng đọc").click()
        playwright.expect(tab.locator("h1")).to_have_text("Vào phòng đọc")
    finally:
        served.close()


@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing_serious(tab: Any, room: str, address: str) -> None:
    tab.goto(room + address)
    found = axe.Axe().run(tab).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found if each["impact"] in ("serious", "critical")] == []


@pytest.mark.parametrize("width", [683, 360])
@pytest.mark.parametrize("address", PAGES)
def test_nothing_sticks_out_at_200_percent_or_on_a_phone(chromium: Any, room: str, address: str, width: int) -> None:
    """683 pixels are what a page of 1366 has at 200 % zoom."""
    page = chromium.new_page(viewport={"width": width, "height": 740})
    page.goto(room + address)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_every_link_and_field_is_reached_by_the_keyboard(tab: Any, room: str) -> None:
    def reached(page: str) -> list[str]:
        tab.goto(room + page)
        found = [tab.evaluate("document.activeElement.id")]
        for _ in range(12):
            tab.keyboard.press("Tab")
            found.append(tab.evaluate("document.activeElement.textContent || document.activeElement.id"))
        return found

    assert reached("/ke-hoach")[1] == "Đến nội dung chính"
    first = reached("/")
    assert first[0] == "cau"  # what is typed at once is a question
    assert "Tra cứu" in first[1]
    tab.goto(room + "/")
    for _ in range(8):
        tab.keyboard.press("Shift+Tab")
        if tab.evaluate("document.activeElement.textContent") == "Đến nội dung chính":
            break
    assert tab.evaluate("document.activeElement.textContent") == "Đến nội dung chính"


def test_the_pages_are_what_the_tests_without_a_browser_read(browser: TestClient, tab: Any, room: str) -> None:
    tab.goto(f"{room}/ke-hoach")
    assert browser.get("/ke-hoach").text.count("<li>") == tab.locator(".shelf li").count() > 4


def test_the_page_with_the_framed_words_comes_when_it_is_opened(tab: Any, scanned: Resources) -> None:
    served = _served(scanned)
    stored = scanned.library.plan("xa-an-phu-2026")
    assert stored is not None
    asked: list[str] = []
    tab.on("request", lambda sent: asked.append(sent.url) if "/trang/" in sent.url else None)
    tab.goto(served.address.rstrip("/") + quote_address(stored.plan, stored.facts.deadlines[0].citations))
    assert asked == []
    tab.get_by_text("Xem trang 2 của bản gốc").click()
    image = tab.locator(".page img")
    playwright.expect(image).to_be_visible()
    image.evaluate("shown => shown.decode()")
    assert image.evaluate("shown => shown.naturalWidth") > 1000
    assert len(asked) == 1
    assert image.bounding_box()["width"] <= tab.locator("article").bounding_box()["width"]
    served.close()


def test_at_a_desk_what_is_typed_on_the_first_page_is_a_question(tab: Any, room: str, chromium: Any) -> None:
    tab.goto(room + "/")
    tab.keyboard.type(ASKED)
    assert tab.input_value("#cau") == ASKED
    tab.goto(room + "/ke-hoach")
    assert tab.evaluate("document.activeElement.tagName") == "BODY"
    phone = chromium.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = phone.new_page()
    page.goto(room + "/")
    assert page.evaluate("document.activeElement.tagName") == "BODY", "a keyboard would cover the page"
    phone.close()
