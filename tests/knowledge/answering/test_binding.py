"""A claim holds only of the thing of which it is said: by actor, clause, place and number."""

from __future__ import annotations

import pytest

from .collection import Collection

PLAN = """ỦY BAN NHÂN DÂN
XÃ BÌNH SƠN
Số: 21/KH-UBND

Bình Sơn, ngày 04 tháng 02 năm 2026

KẾ HOẠCH
Giữ gìn trật tự thôn xóm năm 2026

Thực hiện Chương trình số 27-CTr/TU ngày 12/12/2025 của Ban Thường vụ Tỉnh ủy về an ninh thôn xóm; Quy định số
377-QĐ/TW ngày 08/10/2025 của Ban Bí thư về nêu gương, Ủy ban nhân dân xã xây dựng kế hoạch như sau:

I. CHẾ ĐỘ BÁO CÁO
1. Báo cáo tháng: các đội gửi trước ngày 22 hằng tháng; Công an xã tổng hợp, trình xã trước ngày 26 hằng tháng.
2. Các trường gửi báo cáo về Ủy ban nhân dân xã trước ngày 20/3/2026.

II. KINH PHÍ
1. Tổng nhu cầu: 148,6 tỷ đồng; ngân sách tỉnh 92 tỷ, ngân sách xã 21,4 tỷ, nhân dân 20 tỷ đồng.
2. Mỗi đội dự chung khảo được hỗ trợ 4.000.000 đồng, nhận tại bàn thư ký.

III. TỔ CHỨC
1. Ngày hội cấp xã tổ chức vào 7 giờ 30 phút ngày 15/8/2026 tại sân vận động xã.
2. Hội Liên hiệp Thanh niên xã vận động nguồn xã hội hóa; Hội Người cao tuổi xã phụ trách 60 tình nguyện viên.
3. Mô hình được công nhận cấp xã: Giấy khen của Chủ tịch Ủy ban nhân dân xã và tiền thưởng 500.000 đồng/mô hình.
4. Mẫu nước lấy giữa mỗi quý; kết quả thông báo cho thôn trong 07 ngày sau khi có phiếu xét nghiệm.
5. Đồng chí Phó Giám đốc Trung tâm Văn hóa - Phó Trưởng tiểu ban: phụ trách loa truyền thanh.
6. Mỗi quý mỗi thôn gửi ít nhất 4 tin bài về nếp sống mới.
7. Văn phòng xã báo cáo kết quả làm sạch ngõ trước ngày 30/9 hằng năm.
8. Chợ phiên mở từ 7 giờ 30 đến 16 giờ 00 thứ Bảy đầu tháng.

CHỦ TỊCH
Trần Thị Hạnh
"""
RIGHT, WRONG = "Đúng", "Không phải"


@pytest.fixture(scope="module")
def commune() -> Collection:
    return Collection({"binh-son-2026": PLAN})


@pytest.mark.parametrize(
    ("claim", "never"),
    [
        ("Báo cáo tháng của các đội nộp trước ngày 26 đúng không?", RIGHT),
        ("xã phải báo cáo trước ngày 20/3, có đúng không chị?", RIGHT),
        ("phần ngân sách xã là 92 tỷ đúng không", RIGHT),
        ("Quy định 377-QĐ/TW của Bộ Chính trị phải không", RIGHT),
        ("mỗi đội dự chung khảo được hỗ trợ 4 triệu đồng đúng không", WRONG),
        ("mỗi đội chung khảo được hỗ trợ 5tr đúng không", RIGHT),
        ("ngày hội cấp xã tổ chức ở nhà văn hóa đúng không", RIGHT),
        ("tình nguyện viên do Hội Liên hiệp Thanh niên xã phụ trách, đúng không", RIGHT),
        ("mô hình được công nhận cấp xã thì được Giấy khen của Chủ tịch Ủy ban nhân dân xã đúng không", WRONG),
        ("kết quả mẫu nước thông báo cho thôn trong 7 ngày, đúng không", WRONG),
        ("chợ phiên mở tới 16 giờ phải không", WRONG),
        ("các trường phải gửi báo cáo về xã ngày mấy à", RIGHT),
        ("Quy định 377-QĐ/TW ngày 12/12/2025 đúng không", RIGHT),
        ("mỗi tháng mỗi thôn gửi ít nhất 4 tin bài về nếp sống mới đúng không", RIGHT),
    ],
)
def test_a_claim_of_another_is_not_confirmed_nor_a_right_one_denied(
    commune: Collection, claim: str, never: str
) -> None:
    assert not commune.ask(claim, unit="binh-son-2026").text.startswith(never)


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Báo cáo tháng của các đội nộp trước ngày 22 đúng không?", RIGHT),
        ("ngày hội cấp xã tổ chức ở nhà văn hóa đúng không", WRONG),
        ("Chương trình 27-CTr/TU của Tỉnh ủy phải không", RIGHT),
        ("Phó Giám đốc Trung tâm Văn hóa là Trưởng tiểu ban đúng không", WRONG),
    ],
)
def test_what_is_said_of_the_same_thing_is_judged(commune: Collection, claim: str, verdict: str) -> None:
    assert commune.ask(claim, unit="binh-son-2026").text.startswith(verdict)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("văn phòng xã báo cáo làm sạch ngõ ngày 20/9 có kịp không", "Còn kịp"),
        ("văn phòng xã báo cáo làm sạch ngõ ngày 30/9 có kịp không", "Đã quá hạn"),
        ("văn phòng xã báo cáo làm sạch ngõ ngày 5/10 thì có trễ không", "Đã quá hạn"),
        ("Chương trình số 27-CTr/TU ngày nào", "Ngày 12/12/2025"),
    ],
)
def test_in_time_is_no_claim_of_the_day_itself(commune: Collection, asked: str, told: str) -> None:
    assert commune.ask(asked, unit="binh-son-2026").text.startswith(told)


@pytest.mark.parametrize("asked", ["hạn nộp ngày mấy", "han chot cua xa", "khi nào nộp báo cáo"])
def test_a_bare_question_for_what_is_due_lists_it(commune: Collection, asked: str) -> None:
    assert "20/3/2026" in commune.ask(asked, unit="binh-son-2026").text
