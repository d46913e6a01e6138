"""Near words of another year or in a paper that isn't here are quoted, not stated."""

from __future__ import annotations

import pytest

from knowledge.model import Status

from .collection import Collection

PLAN = """ỦY BAN NHÂN DÂN
XÃ BÌNH SƠN
Số: 21/KH-UBND

Bình Sơn, ngày 04 tháng 02 năm 2026

KẾ HOẠCH
Giữ gìn vệ sinh môi trường năm 2026

I. CHỈ TIÊU
1. Có 04 tuyến đường được công nhận tuyến đường sạch đẹp trong năm 2026.
2. Mỗi đoàn viên tham gia một buổi.
3. Mỗi thôn trồng 50 cây xanh trước ngày 20 tháng 5 năm 2026.

II. TỔ CHỨC THỰC HIỆN
1. Phòng Văn hóa - Xã hội chủ trì, thực hiện theo Quyết định số 88/QĐ-UBND của Ủy ban nhân dân tỉnh; các thôn báo cáo
theo biểu mẫu tại Phụ lục 2 kèm theo.
2. Hội Nông dân
- Thông báo cho chủ trang trại kê khai vật nuôi trước ngày 10 tháng 4 năm 2026.
3. Các thôn đăng ký nhà sạch chậm nhất ngày 15 tháng 3 năm 2026. Thôn không đăng ký đúng hạn bị trừ 02 điểm thi đua.

4. Cán bộ thực hiện “4 xin” (xin chào, xin lỗi, xin cảm ơn, xin phép).
5. Ngày hội toàn dân giữ vệ sinh môi trường: xã tổ chức điểm tại thôn Păng Sim ngày 14/11/2026.
6. Không nhận báo cáo qua Zalo, không nhận bản giấy.
7. Giấy mời trễ hẹn phải có thư xin lỗi do Chủ tịch Ủy ban nhân dân xã ký.

8. Hộ kê khai không trung thực về vật nuôi thì sẽ không được đề nghị hỗ trợ con giống.
9. Khi có dịch bệnh, trưởng thôn báo cáo nhanh qua điện thoại trong 02 giờ về Ủy ban nhân dân xã.
10. Hộ đạt từ 42 điểm trở lên được công nhận “Nhà sạch”.

11. Hộ không đồng ý với kết quả chấm gửi giấy trong 03 ngày kể từ khi nhận kết quả. Quá thời hạn thì coi như đồng ý.

III. TIẾP NGƯỜI DÂN
1. Địa điểm, thời gian
a) Tiếp tại nhà văn hóa, buổi sáng từ 7 giờ 30 đến 11 giờ 00.
2. Đăng ký
a) Người dân đăng ký với văn phòng xã.

IV. CÁC ĐỢT RA QUÂN
1. Đợt 1, chủ đề "Ngõ sạch": từ ngày 05/3/2026 đến ngày 15/3/2026.
2. Đợt 2, chủ đề "Sông trong": từ ngày 16/5/2026 đến ngày 20/5/2026.
3. Đợt 3, chủ đề "Chợ gọn": từ ngày 23/8/2026 đến ngày 30/8/2026.
4. Đợt 4, chủ đề "Đồng xanh": từ ngày 18/10/2026 đến ngày 25/10/2026.

CHỦ TỊCH
Trần Thị Hạnh
"""


@pytest.fixture(scope="module")
def commune() -> Collection:
    return Collection({"binh-son-2026": PLAN})


@pytest.mark.parametrize(
    "asked",
    [
        "Năm 2024 xã công nhận được mấy tuyến đường sạch đẹp?",
        "Phụ lục 2 kèm theo có những cột nào?", "Nội dung Quyết định số 88 của tỉnh quy định những gì?",
        "What does appendix 2 say, column by column?", "Xã chi hết mấy loại giấy tờ cho việc này?",
        "Vì sao hạn thôn gửi đăng ký nhà sạch lùi sang ngày 20/3?",
    ],
)  # fmt: skip
def test_what_is_not_the_thing_asked_for_is_never_stated(commune: Collection, asked: str) -> None:
    assert commune.ask(asked, unit="binh-son-2026").status is not Status.ANSWERED


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Năm 2026 xã công nhận mấy tuyến đường sạch đẹp?", "04 tuyến đường"),
        ("Mỗi thôn trồng bao nhiêu cây xanh?", "50 cây"),
    ],
)
def test_what_is_asked_for_is_stated(commune: Collection, asked: str, told: str) -> None:
    answer = commune.ask(asked, unit="binh-son-2026")
    assert (answer.status, told in answer.text) == (Status.ANSWERED, True)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Chủ trang trại kê khai vật nuôi trước ngày nào, ai thông báo cho họ?", ("10/4/2026", "Hội Nông dân")),
        ("Các thôn đăng ký nhà sạch chậm nhất ngày nào, trễ thì bị sao?", ("15/3/2026", "trừ 02 điểm")),
    ],
)
def test_both_halves_of_a_question_are_answered(commune: Collection, asked: str, told: tuple[str, ...]) -> None:
    answer = commune.ask(asked, unit="binh-son-2026")
    assert [each for each in told if each not in answer.text] == []


@pytest.mark.parametrize(
    ("asked", "never"),
    [
        ("Có đúng là bốn xin của cán bộ có cả xin phép không?", "Không phải"),
        ("xa to chuc diem ngay hoi toan dan giu ve sinh moi truong o thon lieng trang dung khong", "Đúng"),
        ("gửi báo cáo bằng zalo hoặc bản giấy được không, hay phải qua đâu", "Đúng"),
        ("xã mở bàn tiếp dân từ 7h30 sáng phải không", "Không phải"),
        ("giấy mời trễ hẹn thì chủ tịch xã phải ký thư xin lỗi, đúng không", "Đúng. Người ký"),
    ],
)
def test_no_verdict_is_given_against_the_words_below_it(commune: Collection, asked: str, never: str) -> None:
    assert not commune.ask(asked, unit="binh-son-2026").text.startswith(never)


@pytest.mark.parametrize(
    "asked",
    [
        "hộ kê khai vật nuôi không trung thực thì bị làm sao", "co dich benh thi bao dien thoai trong may gio",
        "binh thuong may diem thi duoc cong nhan nha sach",
        "hộ không đồng ý kết quả chấm mà để quá hạn mới gửi giấy thì sao",
    ],
)  # fmt: skip
def test_nothing_is_denied_above_the_words_that_state_it(commune: Collection, asked: str) -> None:
    answer = commune.ask(asked, unit="binh-son-2026")
    assert answer.status in (Status.ANSWERED, Status.NEAREST), answer.text


@pytest.mark.parametrize(
    "asked", ["năm nay có mấy đợt ra quân, tên từng đợt là gì ạ", "co may dot ra quan la nhung dot nao"]
)
def test_what_is_counted_and_named_is_told_whole(commune: Collection, asked: str) -> None:
    text = commune.ask(asked, unit="binh-son-2026").text
    assert [each for each in ("4 đợt", "Ngõ sạch", "Sông trong", "Chợ gọn", "Đồng xanh") if each not in text] == []


@pytest.mark.parametrize(
    "question",
    [
        "điều 4 của quyết định 88 về vệ sinh môi trường gồm mấy khoản",
        "liệt kê các bước ở phụ lục 3 quyết định 88",
        "What exactly does the provincial committee's decision 88 require of villages?",
    ],
)
def test_parts_of_other_papers_are_not_stated(question: str, commune: Collection) -> None:
    assert commune.ask(question).status is not Status.ANSWERED


def test_a_hotline_is_not_told_by_the_number_of_the_paper(commune: Collection) -> None:
    assert "21/KH-UBND" not in commune.ask("đường dây nóng vệ sinh môi trường của xã là số mấy").text
    assert "21/KH-UBND" in commune.ask("kế hoạch vệ sinh môi trường của xã là số mấy").text


def test_what_a_form_that_is_not_here_asks_for_is_not_stated(commune: Collection) -> None:
    for question in ("biểu mẫu phụ lục 2 kèm theo ghi gì", "mẫu 02 báo cáo của các thôn có những cột nào"):
        assert commune.ask(question, unit="binh-son-2026").status is not Status.ANSWERED


def test_a_claimed_day_is_judged_by_the_line_below_the_round_that_is_named(commune: Collection) -> None:
    wrong = commune.ask("đợt 2 ra quân từ ngày 05/3/2026 phải không", unit="binh-son-2026")
    assert wrong.text.startswith("Không phải")
    assert "16/5/2026" in wrong.text
