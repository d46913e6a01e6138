"""Other kinds of documents than emulation plans: a contest in rounds, a school's rules. Answers must follow them."""

from __future__ import annotations

import pytest

from knowledge.model import Status
from tests.knowledge.answering.collection import Collection

CONTEST = """ĐOÀN TNCS HỒ CHÍ MINH
BAN THƯỜNG VỤ HUYỆN ĐOÀN PHÚ SƠN

Số: ....-KH/HĐ

Phú Sơn, ngày 10 tháng 01 năm 2026

KẾ HOẠCH
Tổ chức Hội thi “Tuổi trẻ với dân vận khéo” năm 2026

Căn cứ Luật Thanh niên số 57/2020/QH14 ngày 16/6/2020; Luật Giáo dục số 43/2019/QH14 ngày 14/6/2019 và Luật số \
85/2025/QH15 ngày 25/6/2025 về sửa đổi, bổ sung một số điều của Luật Giáo dục, Luật Thanh niên;

Ban Thường vụ Huyện đoàn ban hành kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU

- Tạo sân chơi bổ ích cho đoàn viên, thanh niên toàn huyện.

II. NỘI DUNG, TIẾN ĐỘ

1. Vòng thi thứ nhất

1.1. Nội dung: Thi trắc nghiệm trực tuyến tìm hiểu về công tác dân vận.

- Thời gian: Dự kiến ngày 05/3/2026 (chậm nhất ngày 12/3/2026).

- Thành phần: Đoàn viên các chi đoàn; Chi đoàn Cơ quan huyện (chủ trì) và cán bộ các xã.

- Đơn vị chủ trì: Chi đoàn Cơ quan huyện.

1.2. Báo cáo kết quả

- Gửi biên bản về Ban Thường vụ Huyện đoàn ngay sau khi kết thúc vòng thi.

2. Vòng thi thứ hai

2.1. Nội dung: Thi sân khấu hóa theo cụm.

- Thời gian: Dự kiến ngày 20/5/2026 (chậm nhất ngày 28/5/2026).

- Đơn vị chủ trì: Đoàn xã đăng cai.

2.2. Báo cáo kết quả

- Gửi biên bản và báo cáo tình hình vòng thi về Ban Thường vụ Huyện đoàn ngay sau khi kết thúc. Báo cáo Ban Thường \
vụ Tỉnh đoàn chậm nhất ngày 30/5/2026.

3. Số lượng người tham dự

- Đối với chi đoàn có dưới 20 đoàn viên: Tổ chức cho toàn thể đoàn viên dự thi và bảo đảm ít nhất 60% tổng số đoàn \
viên được triệu tập có mặt.

- Đối với chi đoàn có từ 20 đoàn viên trở lên: Cử đại diện, ít nhất 15 đoàn viên.

III. TUYÊN TRUYỀN

1. Đợt 1: Trong tháng 02/2026

Tuyên truyền về mục đích, thể lệ hội thi trên trang thông tin của các đoàn xã.

2. Đợt 2: Từ tháng 3 đến ngày tổng kết 15/6/2026

Tuyên truyền không khí thi đua của đoàn viên dự thi, gương người tốt trong từng vòng thi.

IV. TỔ CHỨC THỰC HIỆN

1. Chi đoàn Cơ quan huyện

- Phối hợp với các xã rà soát danh sách thí sinh; chuẩn bị hội trường.

- Bảo đảm an toàn, y tế trong các ngày thi.

2. Đoàn các xã

- Đoàn Thanh niên các xã vận động đoàn viên tham gia.

TM. BAN THƯỜNG VỤ
BÍ THƯ

Đỗ Minh Khang

PHỤ LỤC

Mẫu số 01/BBHT

BIÊN BẢN VÒNG THI

1. Hình thức chấm điểm: chấm kín hoặc giơ bảng ……………………

2. Tổng số thí sinh có mặt: ……………………
"""

RULES = """SỞ GIÁO DỤC VÀ ĐÀO TẠO LÂM AN
TRƯỜNG BỒI DƯỠNG CÁN BỘ

Số: 88/QĐ-TBD

Lâm An, ngày 03 tháng 11 năm 2025

QUYẾT ĐỊNH
Ban hành Quy chế bồi dưỡng của Trường Bồi dưỡng cán bộ

HIỆU TRƯỞNG TRƯỜNG BỒI DƯỠNG CÁN BỘ

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Quy chế bồi dưỡng của Trường Bồi dưỡng cán bộ.

Điều 2. Quyết định này có hiệu lực kể từ ngày ký.

Nơi nhận:
- Như Điều 2;
- Lưu: VT.

HIỆU TRƯỞNG

Vũ Thị Mai

QUY CHẾ
Bồi dưỡng của Trường Bồi dưỡng cán bộ
(Ban hành kèm theo Quyết định số 88/QĐ-TBD, ngày 03 tháng 11 năm 2025)

Chương I
QUY ĐỊNH CHUNG

Điều 1. Phạm vi điều chỉnh

Quy chế này quy định việc tổ chức lớp, học viên và giấy chứng nhận của Trường Bồi dưỡng cán bộ.

Chương II
TỔ CHỨC LỚP

Điều 2. Người phụ trách lớp

1. Mỗi lớp có một lớp trưởng do học viên bầu.

2. Trách nhiệm của người phụ trách lớp: là đầu mối giữa ban giám hiệu với lớp, trực tiếp quản lý nền nếp học tập.

Điều 3. Thẻ học viên

1. Thẻ học viên bị hỏng hoặc mất được cấp lại trong các trường hợp sau:

a) Trường hợp thẻ bị hỏng thì học viên làm đơn, kèm theo thẻ cũ.

b) Trong 05 ngày làm việc kể từ ngày tiếp nhận đơn đề nghị cấp thẻ, phòng đào tạo kiểm tra, nếu đủ điều kiện thì \
cấp lại.

2. Thẻ học viên bị thu hồi trong các trường hợp sau:

a) Người được cấp thẻ cho người khác mượn.

b) Người ký cấp thẻ không đúng thẩm quyền.

Điều 4. Báo cáo

1. Tháng 10 hằng năm, Trường báo cáo Sở Giáo dục và Đào tạo về công tác bồi dưỡng.

2. Hằng năm, Trường tổ chức lấy ý kiến phản hồi của học viên về tài liệu.

Chương III
KỶ LUẬT

Điều 5. Xử lý kỷ luật học viên

Học viên vi phạm nội quy, tùy mức độ, bị xử lý kỷ luật bằng hình thức khiển trách, cảnh cáo, đình chỉ học tập. Trường \
hợp bị đình chỉ học tập, Trường thu lại tài liệu và gửi thông báo về cơ quan cử học viên đi học.
"""


@pytest.fixture(scope="module")
def both() -> Collection:
    return Collection({"contest": CONTEST, "rules": RULES})


def test_the_only_plan_that_answers_has_all_the_space_for_its_quote(both: Collection) -> None:
    answer = both.ask("học viên bị đình chỉ học tập thì gửi thông báo về đâu")
    assert answer.status is Status.ANSWERED
    assert "gửi thông báo về cơ quan cử học viên đi học" in answer.text


@pytest.mark.parametrize(
    ("question", "history", "dates"),
    [
        ("vòng thi thứ nhất tổ chức ngày nào", (), ["05/3/2026", "12/3/2026"]),
        ("vong 2 muon nhat la hom nao", (), ["28/5/2026"]),
        ("còn vòng hai?", ("Vòng thi thứ nhất tổ chức khi nào?",), ["20/5/2026"]),
        ("còn bao nhiêu ngày nữa", ("vòng thi hai báo cáo Tỉnh đoàn chậm nhất ngày nào?",), ["30/5/2026"]),
        ("thế đợt hai?", ("Tuyên truyền hội thi đợt một vào lúc nào?",), ["15/6/2026"]),
        ("When is the second round of the contest?", (), ["20 May 2026"]),
    ],
)
def test_a_round_is_told_by_its_number_however_it_is_written(
    both: Collection, question: str, history: tuple[str, ...], dates: list[str]
) -> None:
    answer = both.ask(question, unit="contest", history=history)
    assert answer.status is Status.ANSWERED
    assert all(day in answer.text for day in dates)


def test_an_hour_that_is_not_stated_is_said_of_the_round_asked_about(both: Collection) -> None:
    answer = both.ask("vòng thi thứ hai bắt đầu lúc mấy giờ", unit="contest")
    assert answer.status in (Status.NOT_SPECIFIED, Status.NEAREST)
    assert "20/5/2026" in answer.text
    assert "05/3/2026" not in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "thẻ học viên bị hỏng thì mấy ngày được cấp lại",
        "bao lau thi duoc cap lai the hoc vien",
        "thẻ cấp lại mất bao lâu",
    ],
)
def test_how_long_is_answered_by_the_sentence_that_gives_a_term(both: Collection, question: str) -> None:
    answer = both.ask(question, unit="rules")
    assert answer.status is Status.ANSWERED
    assert "Trong 05 ngày làm việc" in answer.text


def test_how_long_is_not_answered_by_other_numbers(both: Collection) -> None:
    assert both.ask("lớp trưởng làm trong bao nhiêu tháng", unit="rules").status is not Status.ANSWERED


def test_when_something_happens_to_a_person_or_paper_lists_the_cases(both: Collection) -> None:
    answer = both.ask("Khi nào thẻ học viên bị thu hồi?", unit="rules")
    assert answer.status is Status.ANSWERED
    assert "cho người khác mượn" in answer.text
    assert "không đúng thẩm quyền" in answer.text


def test_tasks_are_those_of_the_actor_not_of_the_place_it_works_at(both: Collection) -> None:
    answer = both.ask("Người phụ trách lớp ở trường bồi dưỡng cán bộ lo những việc gì?")
    assert answer.status is Status.ANSWERED
    assert "quản lý nền nếp học tập" in answer.text


def test_of_an_actors_tasks_those_about_the_matter_are_given(both: Collection) -> None:
    answer = both.ask("chi đoàn cơ quan huyện làm gì với danh sách thí sinh", unit="contest")
    assert "rà soát danh sách thí sinh" in answer.text
    assert "y tế" not in answer.text
    assert "Thành phần" not in answer.text


def test_marks_that_no_syllable_carries_are_mended_before_letters(both: Collection) -> None:
    answer = both.ask("Chi đoàn duới 20 đoàn viên thì ai dự thi?", unit="contest")
    assert "dưới 20 đoàn viên" in answer.text


def test_a_decision_takes_effect_by_its_own_words(both: Collection) -> None:
    answer = both.ask("quyết định 88 có hiệu lực từ khi nào")
    assert answer.status is Status.ANSWERED
    assert "kể từ ngày ký" in answer.text
    assert "03/11/2025" in answer.text


def test_a_number_left_blank_is_shown_as_it_stands(both: Collection) -> None:
    answer = both.ask("kế hoạch của huyện đoàn Phú Sơn số mấy")
    assert answer.status is Status.NOT_SPECIFIED
    assert "-KH/HĐ" in answer.citations[0].quote


def test_the_day_within_a_month_that_is_not_stated(both: Collection) -> None:
    answer = both.ask("ngày nào trong tháng 10 trường phải báo cáo Sở", unit="rules")
    assert answer.status is Status.NOT_SPECIFIED
    assert "không nêu ngày cụ thể" in answer.text
    assert "tháng 10" in answer.text.lower()


def test_chapters_are_counted_and_told(both: Collection) -> None:
    answer = both.ask("How many chapters does decision 88 have, and what is chapter II about?")
    assert answer.status is Status.ANSWERED
    assert "TỔ CHỨC LỚP" in answer.text
    assert "KỶ LUẬT" in answer.text


def test_sorts_named_one_by_one_answer_how_many(both: Collection) -> None:
    answer = both.ask("học viên bị kỷ luật bằng mấy hình thức", unit="rules")
    assert answer.status is Status.ANSWERED
    assert "khiển trách, cảnh cáo, đình chỉ học tập" in answer.text


def test_fewer_than_a_number_in_other_words(both: Collection) -> None:
    answer = both.ask("chi đoàn có chưa tới 20 đoàn viên thì dự thi kiểu gì", unit="contest")
    assert answer.status is Status.ANSWERED
    assert "toàn thể đoàn viên" in answer.text


def test_a_form_states_nothing(both: Collection) -> None:
    answer = both.ask("vòng thi chấm kín hay giơ bảng", unit="contest")
    assert answer.status is not Status.ANSWERED or "Mẫu số" not in answer.parts[0].source


def test_a_law_is_told_by_the_beginning_of_its_name_and_with_what_amends_it(both: Collection) -> None:
    answer = both.ask("luật giáo dục mà huyện đoàn căn cứ là luật số mấy, luật nào sửa đổi", unit="contest")
    assert answer.status is Status.ANSWERED
    assert "43/2019/QH14" in answer.text
    assert "85/2025/QH15" in answer.text
    assert "57/2020/QH14" not in answer.text


def test_a_commune_that_no_plan_knows_is_no_other_one(both: Collection) -> None:
    answer = both.ask("xa tan thoi to chuc vong thi thu hai ngay nao")
    assert answer.status is Status.NOT_FOUND


@pytest.mark.parametrize("question", ["vòng thi thứ tư tổ chức ngày nào", "dot 5 tuyen truyen hoi thi khi nao"])
def test_a_round_that_no_plan_has_is_not_answered_by_another(both: Collection, question: str) -> None:
    answer = both.ask(question)
    assert answer.status is Status.NOT_SPECIFIED
    assert "chỉ nêu" in answer.text


def test_blanks_of_a_form_count_nothing(both: Collection) -> None:
    assert both.ask("huyện đoàn có bao nhiêu thí sinh", unit="contest").status is not Status.ANSWERED


def test_where_a_paper_was_signed_is_not_whose_plan_it_is() -> None:
    signed = RULES.replace("Lâm An, ngày", "Hà Nội, ngày")
    answer = Collection({"contest": CONTEST, "rules": signed}).ask("hội thi dân vận khéo của Hà Nội tổ chức khi nào?")
    assert answer.status is Status.NOT_FOUND
