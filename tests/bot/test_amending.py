"""An administrator corrects what was read: in a preview before approval, and in a plan that serves."""

from __future__ import annotations

import html
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bot.console.people import Person
from bot.privacy import handlers as privacy
from bot.publishing import words
from bot.screen import words as screen_words
from bot.web.app import build_app
from knowledge.corrections.store import Corrections
from knowledge.model import RawDocument
from tests.bot.sent_plans import NAME, plan
from tests.bot.talk import Talk, talk_with
from tests.bot.test_uploads import OTHER, QUESTION, SETTINGS, admin, opened, sends, talk
from tests.conftest import settings_for

__all__ = ["admin", "talk"]
MARK = screen_words.CORRECTED.format(on="01/10/2026", written="trước ngày 15/11 hằng năm")
NEW = "xa-an-phu-2026.txt"


async def begins(admin: Talk) -> None:
    """Open the places of the plan of An Bình."""
    await admin.says("/phienban an bình")
    await admin.presses(words.AMEND)


def data_of(admin: Talk, label: str) -> str:
    return next(choice.data for choice in admin.buttons() if choice.label == label)


async def saved(admin: Talk, said: str) -> str:
    """Type a value and keep it; return what was shown before."""
    (shown,) = await admin.says(said)
    await admin.presses(words.AMEND_SAVE)
    return shown


async def test_a_date_is_corrected_before_approval(talk: Talk, admin: Talk) -> None:
    await sends(admin, NEW, plan(9, 31, commune="AN PHÚ"))
    assert [label for label in admin.labels() if label.startswith("✏️")] == [
        words.AMEND, words.AMEND_DUTY.format(number=1), words.AMEND_DUTY.format(number=2),
    ]  # fmt: skip
    (asked,) = await admin.presses(words.AMEND_DUTY.format(number=1))
    assert "Đang dùng: Trước 09/11/2026" in asked
    assert "II.1: “Các ấp gửi báo cáo kết quả thực hiện" in asked
    assert words.AMEND_HOW_DUTY in asked
    shown = await saved(admin, "ngày 10 tháng 12 năm 2026")
    assert "Đang dùng: Trước 09/11/2026" in shown
    assert "Sau khi sửa: Trước 10/12/2026" in shown
    assert "trước ngày 9/11 hằng năm." in shown
    preview = admin.last()["text"]
    assert preview.startswith(words.AMENDED)
    assert "Trước 10/12/2026" in preview
    assert "(đã được quản trị viên sửa ngày 01/10/2026; văn bản ghi: “trước ngày 9/11 hằng năm”)" in preview
    await admin.presses(words.UPLOAD_APPROVE)
    (answer,) = await talk.says("xã an phú nộp báo cáo năm trước ngày nào?")
    assert "10/12" in answer
    assert "đã được quản trị viên sửa ngày 01/10/2026; văn bản ghi: “trước ngày 9/11 hằng năm”" in answer
    assert not admin.refused()


@pytest.mark.parametrize(
    ("label", "said", "shown"),
    [
        ("Cơ quan", "ỦY BAN NHÂN DÂN XÃ AN PHÚ ĐÔNG", "Ban hành: ỦY BAN NHÂN DÂN XÃ AN PHÚ ĐÔNG"),
        ("Số", "32/KH-UBND", "Số: 32/KH-UBND"),
        ("Ngày", "10/02/2026", "ngày 10/02/2026"),
        ("Tên", "Phát động phong trào thi đua năm 2026", "KẾ HOẠCH Phát động phong trào thi đua năm 2026"),
        ("Thời hạn", "2026", "Còn hiệu lực đến hết 31/12/2026"),
    ],
)
async def test_a_field_is_corrected_before_approval(admin: Talk, label: str, said: str, shown: str) -> None:
    await sends(admin, NEW, plan(9, 31, commune="AN PHÚ"))
    await admin.presses(words.AMEND)
    (chosen,) = [each for each in admin.labels() if each.startswith(f"{label}:")]
    (asked,) = await admin.presses(chosen)
    assert words.AMEND_HEADER in asked
    await saved(admin, said)
    preview = admin.last()["text"]
    assert shown in preview
    assert "✍️" in preview
    assert "đã được quản trị viên sửa ngày 01/10/2026; văn bản ghi: “" in preview


async def test_a_plan_that_serves_is_corrected_and_its_followers_told(talk: Talk, admin: Talk) -> None:
    await talk.says("/donvi an bình")
    await begins(admin)
    (duty,) = [label for label in admin.labels() if label.startswith("1. ")]
    await admin.presses(duty)
    await saved(admin, "20/11")
    assert admin.last()["text"] == f"{words.AMENDED} {words.AMENDED_TOLD.format(count=1)}"
    (answer,) = await talk.says(QUESTION)
    assert "20/11" in answer
    assert "văn bản ghi: “trước ngày 15/11 hằng năm”" in answer
    (listed, *_) = await talk.says("/han")
    assert "Trước 20/11/2026" in listed
    assert MARK.strip() in listed


async def test_a_duty_that_is_none_goes_and_comes_back(talk: Talk, admin: Talk) -> None:
    await sends(admin, NEW, plan(9, 31, commune="AN PHÚ"))
    message, ask = admin.last()["message_id"], data_of(admin, words.AMEND_DUTY.format(number=1))
    await admin.presses_data(message, ask)
    (shown,) = await admin.presses(words.AMEND_REMOVED)
    assert words.AMEND_NO_DUTY in shown
    await admin.presses(words.AMEND_SAVE)
    assert words.UPLOAD_DUTIES.strip("*").format(count=1) in admin.last()["text"]
    await admin.presses_data(message, ask)  # of the duty that is gone
    assert words.AMEND_NO_DUTY in admin.last()["text"]


async def test_what_was_corrected_is_taken_back(talk: Talk, admin: Talk) -> None:
    for label in (None, words.AMEND_UNDO):
        await begins(admin)
        await admin.presses(next(each for each in admin.labels() if each.startswith("1. ")))
        if label is None:
            await saved(admin, "20/11")
        else:
            await admin.presses(label)
            await admin.presses(words.AMEND_SAVE)
    assert admin.last()["text"].startswith(words.AMENDED_BACK)
    (answer,) = await talk.says(QUESTION)
    assert ("15/11" in answer, "quản trị viên" in answer) == (True, False)


async def test_what_cannot_be_read_is_asked_again_and_left(talk: Talk, admin: Talk) -> None:
    await begins(admin)
    await admin.presses(next(each for each in admin.labels() if each.startswith("1. ")))
    for said in ("cuối năm nhé", "12/12 tổ", "31/4/2026"):
        assert await admin.says(said) == [f"{words.AMEND_UNREAD} {words.AMEND_HOW_DUTY}"]
    await admin.presses(words.AMEND_LEAVE)
    assert admin.last()["text"] == words.AMEND_LEFT
    (answer,) = await admin.says(QUESTION)  # words are questions again
    assert "15/11" in answer
    await begins(admin)
    await admin.presses(next(each for each in admin.labels() if each.startswith("1. ")))
    await admin.says("/trogiup")
    assert "15/11" in (await admin.says(QUESTION))[0]


@pytest.mark.parametrize("question", [QUESTION, "xã an bình nộp báo cáo năm khi nào"])
async def test_a_question_in_the_middle_is_answered_and_the_value_waits(talk: Talk, admin: Talk, question: str) -> None:
    await begins(admin)
    await admin.presses(next(each for each in admin.labels() if each.startswith("1. ")))
    waits, *answer = await admin.says(question)
    assert waits == words.AMEND_WAITS
    assert "15/11" in " ".join(answer)
    (shown,) = await admin.says("ngày 10 tháng 12 năm 2026")
    assert "10/12/2026" in shown.partition("Sau khi sửa")[2]


async def test_a_value_that_was_changed_meanwhile_is_shown_before_it_is_replaced(talk: Talk, admin: Talk) -> None:
    other = talk.as_(Person.private(talk.telegram, OTHER, "Quản trị"))
    for person in (admin, other):
        await begins(person)
        await person.presses(next(label for label in person.labels() if label.startswith("1. ")))
    (seen,) = await admin.says("20/11")
    assert "Đang dùng: Trước 15/11/2026" in seen
    message, save = admin.last()["message_id"], data_of(admin, words.AMEND_SAVE)
    await saved(other, "25/11")
    await admin.presses_data(message, save)
    shown = admin.last()["text"]
    assert shown.startswith(words.AMEND_CHANGED)
    assert "Đang dùng: Trước 25/11/2026" in shown
    assert "Sau khi sửa: Trước 20/11/2026" in shown
    assert [each.value for each in talk.resources.library.corrections()] == ["25/11"]
    await admin.presses(words.AMEND_SAVE)  # knowing it now
    assert [each.value for each in talk.resources.library.corrections()] == ["20/11"]
    assert await admin.presses_data(message, save) == []  # it holds already: nothing is shown anew


async def test_marks_in_a_value_are_words_wherever_it_is_shown(talk: Talk, admin: Talk) -> None:
    kept = "UBND `x` <a href=x>"
    for field in ("issuer", "title"):
        await begins(admin)
        label = next(each for each in admin.labels() if each.startswith(f"{words.AMEND_FIELDS[field]}:"))
        await admin.presses(label)
        shown = await saved(admin, "**UBND** `x` <a href=x>")
        assert f"{words.AMEND_FIELDS[field]}: " in shown.partition("\n")[0]
        assert f"Sau khi sửa: {kept}" in shown
        await begins(admin)
        await admin.presses(next(each for each in admin.labels() if each.startswith(label.partition(":")[0])))
        assert f"Đang dùng: {words.AMEND_FIELDS[field]}: {kept}" in admin.last()["text"]
    asked = ("/kehoach", "Tên đầy đủ của kế hoạch 12/KH-UBND là gì?", "Ai ban hành kế hoạch 12/KH-UBND?")
    assert [kept in (await talk.says(said))[0] for said in asked] == [True] * len(asked)
    with TestClient(build_app(talk.resources), base_url="http://127.0.0.1:8080") as browser:
        for path in ("/", "/ke-hoach", f"/p/{NAME[:-4]}", f"/hoi?cau={asked[-1]}", "/han"):
            told = browser.get(path)
            assert (told.status_code, "<a href=x>" in told.text, "< a href" in told.text) == (200, False, False)
            assert html.escape(kept) in told.text or path == "/han"
    assert not talk.refused()
    assert not admin.refused()


RIGHT = "2. Các đoàn thể đăng ký mô hình “Dân vận khéo” về Ủy ban nhân dân xã trước ngày 20/12/2026."
READ = "2. Cac đoàn thé dang ký mo hình “Dân vận khéo” vé Uy ban nhân dan xã trước ngày 26/12/2026."
DOUBT = words.UPLOAD_DOUBT.format(number=1, page=1, sure=52, words=READ)
LINE = words.AMEND_LINE.format(number=1)


@pytest.fixture
def scanned(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """Let every file be read as a scan one line of which was hard to read."""
    text = plan(9, 31, commune="AN PHÚ").decode().replace(RIGHT, READ)
    document = RawDocument(NEW[:-4], text, "7" * 64, (0,), (f"page 1, 52 % sure: “{READ}”",))
    monkeypatch.setattr(talk.resources.library, "read_document", lambda *_: document)
    return text.encode()


async def test_a_line_read_doubtfully_is_corrected_before_approval(talk: Talk, admin: Talk, scanned: bytes) -> None:
    (preview,) = await sends(admin, NEW, scanned)
    assert DOUBT in preview
    (asked,) = await admin.presses(LINE)
    assert f"Đang dùng: {READ}" in asked
    assert words.AMEND_HOW_LINE in asked
    assert "1. Các ấp gửi báo cáo" in asked  # what stands around it
    assert f"Sau khi sửa: {RIGHT}" in await saved(admin, RIGHT)
    preview = admin.last()["text"]
    mark = screen_words.CORRECTED.format(on="01/10/2026", written=READ)
    assert screen_words.CORRECTED_WORDS.format(words=RIGHT, mark=mark) in preview
    assert DOUBT not in preview
    assert "20/12/2026" in preview
    await admin.presses(words.UPLOAD_APPROVE)
    (answer,) = await talk.says("xã an phú: các đoàn thể đăng ký mô hình trước ngày nào?")
    assert "20/12/2026" in answer
    assert mark.strip(" ()") in answer
    (source,) = await talk.presses(screen_words.SOURCE)
    assert RIGHT[3:] in source
    assert mark in source
    with TestClient(build_app(talk.resources), base_url="http://127.0.0.1:8080") as browser:
        assert html.escape(READ) in browser.get(f"/p/{NEW[:-4]}").text
    assert not admin.refused()


async def test_a_line_is_none_of_the_text_and_comes_back_in_what_serves(
    talk: Talk, admin: Talk, scanned: bytes
) -> None:
    await sends(admin, NEW, scanned)
    await admin.presses(LINE)
    (shown,) = await admin.presses(words.AMEND_LINE_REMOVED)
    assert f"Sau khi sửa: {words.AMEND_LINE_NONE}" in shown
    await admin.presses(words.AMEND_SAVE)
    assert "Bỏ một dòng đọc nhầm" in admin.last()["text"]
    await admin.presses(words.UPLOAD_APPROVE)
    served = talk.resources.library.plan(NEW[:-4])
    assert served is not None
    assert READ not in served.plan.source_text
    await admin.says("/phienban an phú")
    await admin.presses(words.AMEND)
    (line,) = [label for label in admin.labels() if label.startswith("Dòng 1, trang 1")]
    await admin.presses(line)
    await admin.presses(words.AMEND_UNDO)
    await admin.presses(words.AMEND_SAVE)
    served = talk.resources.library.plan(NEW[:-4])
    assert served is not None
    assert READ in served.plan.source_text
    assert not admin.refused()


async def test_a_file_that_was_decided_on_is_corrected_no_more(admin: Talk) -> None:
    await sends(admin, NEW, plan(9, 31, commune="AN PHÚ"))
    await admin.presses(words.AMEND_DUTY.format(number=1))
    asked = admin.last()["message_id"]
    await admin.says("10/12/2026")
    confirm = admin.last()["message_id"]
    save = data_of(admin, words.AMEND_SAVE)
    await admin.presses_data(asked - 1, "up:x:1")
    await admin.presses_data(confirm, save)
    assert admin.notice() == words.AMEND_DECIDED


async def test_it_outlives_a_restart_and_is_nobodys_but_an_administrators(data: Path, tmp_path: Path) -> None:
    with opened(data) as library:
        async with talk_with(library, tmp_path, settings=SETTINGS) as talk:
            person = talk.as_(Person.private(talk.telegram, OTHER, "Quản trị"))
            await sends(person, NAME, plan(20))
            await person.presses(words.AMEND_DUTY.format(number=1))
    with opened(data) as library:
        async with talk_with(library, tmp_path, settings=SETTINGS) as talk:
            person = talk.as_(Person.private(talk.telegram, OTHER, "Quản trị"))
            assert "Sau khi sửa: Trước 25/11" in (await person.says("25/11/2026"))[0]
            assert privacy.DATA_NAMES["amendments"] in "".join(await person.says("/dulieu"))
    assert Corrections(settings_for(data)).all() == ()
