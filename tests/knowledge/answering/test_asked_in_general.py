"""Questions that ask for all of a kind and name no matter: every deadline, what a plan stands on, its contents."""

from __future__ import annotations

import pytest

from knowledge.model import Status
from tests.knowledge.answering.collection import Collection

HARVEST = """HUYỆN ỦY LÂM BÌNH
BAN DÂN VẬN
*
Số 21-KH/BDV

Lâm Bình, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
Thực hiện phong trào thi đua “Dân vận khéo” năm 2026

Căn cứ Kế hoạch số 40-KH/HU ngày 20/01/2026 của Huyện ủy Lâm Bình về công tác dân vận năm 2026; thực hiện Công văn số \
88-CV/BDVTU ngày 10/02/2026 của Ban Dân vận Tỉnh ủy, Ban Dân vận Huyện ủy xây dựng kế hoạch như sau:

I. MỤC ĐÍCH
1. Nâng cao nhận thức của cán bộ, đảng viên về công tác dân vận.

II. NỘI DUNG PHONG TRÀO THI ĐUA
1. Dân vận khéo trong phát triển kinh tế
- Vận động hộ dân góp đất trồng quế.
- Giúp hộ nghèo vay vốn.
2. Dân vận khéo trong gìn giữ bản sắc
- Mở lớp dạy hát then cho học sinh.
3. Dân vận khéo trong bảo vệ rừng đầu nguồn
- Mỗi thôn lập một tổ tuần rừng.
- Ký cam kết không phát nương.

III. TỔ CHỨC THỰC HIỆN
1. Các chi bộ trực thuộc, trường học báo cáo kết quả sáu tháng về Ban Dân vận trước ngày 12/6/2026.
2. Ban Tuyên giáo Huyện ủy chủ trì tuyên truyền về các mô hình, đề nghị biểu dương mô hình tốt.
3. Các cấp ủy duy trì giao ban thường xuyên giữa cấp ủy với các đoàn thể, trách nhiệm của ban cấp ủy là theo dõi.
4. Các xã báo cáo năm trước ngày 20/11/2026.
5. Văn phòng Huyện ủy bố trí kinh phí.
6. Ban Dân vận Huyện ủy kiểm tra, đôn đốc việc thực hiện kế hoạch này.

Nơi nhận:
- Các xã;
- Lưu.

TRƯỞNG BAN
Ma Thị Hiền
"""
FOREST = (
    HARVEST.replace("LÂM BÌNH", "NÀ HANG")
    .replace("Lâm Bình", "Nà Hang")
    .replace("12/6/2026", "14/6/2026")
    .replace("20/11/2026", "22/11/2026")
    .replace("21-KH", "33-KH")
)


@pytest.fixture(scope="module")
def plans() -> Collection:
    return Collection({"lam-binh": HARVEST, "na-hang": FOREST})


@pytest.mark.parametrize(
    "question",
    [
        "các mốc thời gian trong kế hoạch",
        "cac moc thoi gian trong ke hoach nay la nhung moc nao",
        "thời hạn của kế hoạch",
    ],
)
def test_every_deadline_of_a_plan(plans: Collection, question: str) -> None:
    text = plans.ask(question, unit="lam-binh").text
    assert "12/6/2026" in text
    assert "20/11/2026" in text


def test_every_deadline_of_every_plan(plans: Collection) -> None:
    text = plans.ask("hạn chót của tất cả các kế hoạch").text
    assert all(day in text for day in ("12/6/2026", "14/6/2026", "20/11/2026", "22/11/2026")), text


@pytest.mark.parametrize(
    "question",
    [
        "căn cứ pháp lý của kế hoạch",
        "kế hoạch này căn cứ vào đâu",
        "ke hoach dua tren nhung van ban nao",
        "what is the legal basis of this plan",
    ],
)
def test_what_a_plan_stands_on_is_told_whole(plans: Collection, question: str) -> None:
    answer = plans.ask(question, unit="lam-binh")
    assert answer.status is Status.ANSWERED
    assert "40-KH/HU" in answer.text
    assert "88-CV/BDVTU" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "nội dung thi đua gồm những gì",
        "nội dung phong trào là gì",
        "noi dung cua phong trao thi dua la nhung gi",
        "3 nội dung thi đua",
    ],
)
def test_the_contents(plans: Collection, question: str) -> None:
    text = plans.ask(question, unit="lam-binh").text
    assert all(words in text for words in ("phát triển kinh tế", "bản sắc", "bảo vệ rừng đầu nguồn")), text


@pytest.mark.parametrize(
    ("question", "history"),
    [
        ("nội dung thứ 3 của kế hoạch", []),
        ("nội dung thứ ba cụ thể là gì", ["phong trào có mấy nội dung thi đua?"]),
        ("noi dung thu 3 la gi", []),
    ],
)
def test_one_of_the_contents_by_its_place(plans: Collection, question: str, history: list[str]) -> None:
    text = plans.ask(question, unit="lam-binh", history=history).text
    assert "tổ tuần rừng" in text
    assert "hát then" not in text


def test_of_more_contents_than_there_are_none_is_told(plans: Collection) -> None:
    assert "tổ tuần rừng" not in plans.ask("nội dung thứ 9 của kế hoạch", unit="lam-binh").text


def test_an_office_of_words_that_frame_other_questions(plans: Collection) -> None:
    assert "kiểm tra, đôn đốc việc thực hiện" in plans.ask("trách nhiệm của ban dân vận", unit="lam-binh").text.lower()


def test_of_several_plans_that_a_name_fits_the_chats_own_is_meant(plans: Collection) -> None:
    answer = plans.ask("Ban Dân vận Huyện ủy phải làm gì", unit="lam-binh")
    assert answer.status is not Status.NEEDS_UNIT
    assert {part.plan_id for part in answer.parts} == {"lam-binh"}


def test_a_meeting_is_no_office(plans: Collection) -> None:
    assert not plans.ask("trách nhiệm của ban cấp ủy", unit="lam-binh").text.lower().startswith("ban thường xuyên")


@pytest.mark.parametrize(
    "question",
    ["deadline for schools to register models", "by when should schools submit their award nominations"],
)
def test_in_english_the_day_of_another_act_is_not_lent(plans: Collection, question: str) -> None:
    answer = plans.ask(question, unit="lam-binh")
    assert not (answer.status is Status.ANSWERED and "12 June" in answer.text), answer.text
    told = plans.ask("when do schools report the six-month results", unit="lam-binh")
    assert told.status is Status.ANSWERED
    assert "12 June 2026" in told.text


@pytest.mark.parametrize("question", ["tóm tắt kế hoạch này", "tom tat ke hoach", "summary of this plan"])
def test_a_summary_is_the_parts(plans: Collection, question: str) -> None:
    text = plans.ask(question, unit="lam-binh").text
    assert all(words in text for words in ("MỤC ĐÍCH", "NỘI DUNG PHONG TRÀO", "TỔ CHỨC THỰC HIỆN")), text


@pytest.mark.parametrize("question", ["phong trào kéo dài đến năm nào", "kế hoạch này áp dụng năm nào"])
def test_what_time_a_plan_is_for(plans: Collection, question: str) -> None:
    assert plans.ask(question, unit="lam-binh").text.startswith("Thời gian áp dụng: 2026")


def test_of_a_thing_that_the_quoted_words_lack_it_is_not_said_that_they_speak_of_it(plans: Collection) -> None:
    text = plans.ask("ngày nào thi đấu bóng chuyền ở huyện", unit="lam-binh").text
    assert "có nêu việc này" not in text


def test_the_time_of_a_paper_that_a_plan_cites_is_not_the_plans_own(plans: Collection) -> None:
    asked = "cái kế hoạch công tác dân vận của Huyện ủy mà bản này dẫn ra kéo dài từ năm nào tới năm nào vậy"
    assert not plans.ask(asked, unit="lam-binh").text.startswith(("Thời gian áp dụng", "Ban hành ngày"))


def test_what_no_plan_speaks_of_has_no_deadlines(plans: Collection) -> None:
    answer = plans.ask("lich tiem chung cho tre em o xa thang nay ngay may", unit="lam-binh")
    assert answer.status is not Status.ANSWERED, answer.text


def test_one_of_contents_that_have_no_headings() -> None:
    text = HARVEST.replace(
        "1. Dân vận khéo trong phát triển kinh tế\n- Vận động hộ dân góp đất trồng quế.\n- Giúp hộ nghèo vay vốn.\n"
        "2. Dân vận khéo trong gìn giữ bản sắc\n- Mở lớp dạy hát then cho học sinh.\n"
        "3. Dân vận khéo trong bảo vệ rừng đầu nguồn\n- Mỗi thôn lập một tổ tuần rừng.\n"
        "- Ký cam kết không phát nương.\n",
        "1. Thi đua trồng quế, giúp nhau vay vốn để thoát nghèo trong năm.\n"
        "2. Thi đua giữ tiếng hát then trong các trường học.\n"
        "3. Thi đua giữ rừng đầu nguồn bằng các tổ tuần rừng của thôn.\n",
    )
    told = Collection({"lam-binh": text}).ask("nội dung thứ ba thi đua gì?", unit="lam-binh").text
    assert "tuần rừng" in told
    assert "hát then" not in told


@pytest.mark.parametrize("day", ["04/5/2026", "04 tháng 5 năm 2026"])
def test_from_when_what_the_opening_enacts_holds(day: str) -> None:
    text = HARVEST.replace("xây dựng kế hoạch như sau:", f"phân công nhiệm vụ từ ngày {day} như sau:")
    told = Collection({"lam-binh": text}).ask("phân công có hiệu lực từ ngày nào?", unit="lam-binh")
    assert told.status is Status.ANSWERED
    assert day in told.text
    other = Collection({"lam-binh": HARVEST}).ask("kế hoạch có hiệu lực từ ngày nào?", unit="lam-binh").text
    assert "5/2026" not in other


def test_that_a_plan_takes_the_place_of_another_is_denied_only_where_it_says_so_of_none(plans: Collection) -> None:
    question = "kế hoạch này thay thế văn bản nào?"
    told = plans.ask(question, unit="lam-binh")
    assert told.status is Status.NOT_SPECIFIED
    assert "không nêu thay thế" in told.text
    text = HARVEST.replace(
        "6. Ban Dân vận", "7. Kế hoạch này thay thế Kế hoạch số 12-KH/BDV ngày 03/3/2025.\n6. Ban Dân vận"
    )
    assert "12-KH/BDV" in Collection({"lam-binh": text}).ask(question, unit="lam-binh").text
