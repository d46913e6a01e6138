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
5. Chợ phiên mở từ 7 giờ 30 đến 16 giờ 00 thứ Bảy đầu tháng.

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
        ("mỗi đội chung khảo được hỗ trợ 5tr đúng không", RIGHT),
        ("ngày hội cấp xã tổ chức ở nhà văn hóa đúng không", RIGHT),
        ("tình nguyện viên do Hội Liên hiệp Thanh niên xã phụ trách, đúng không", RIGHT),
        ("mô hình được công nhận cấp xã thì được Giấy khen của Chủ tịch Ủy ban nhân dân xã đúng không", WRONG),
        ("kết quả mẫu nước thông báo cho thôn trong 7 ngày, đúng không", WRONG),
        ("chợ phiên mở tới 16 giờ phải không", WRONG),
        ("các trường phải gửi báo cáo về xã ngày mấy à", RIGHT),
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
        ("Báo cáo tháng của các đội nộp trước ngày 26 đúng không?", WRONG),
        ("ngày hội cấp xã tổ chức ở nhà văn hóa đúng không", WRONG),
        ("mỗi đội dự chung khảo được hỗ trợ 4 triệu đồng đúng không", RIGHT),
    ],
)
def test_what_is_said_of_the_same_thing_is_judged(commune: Collection, claim: str, verdict: str) -> None:
    assert commune.ask(claim, unit="binh-son-2026").text.startswith(verdict)
