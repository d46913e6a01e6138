"""A claim is right only of whom the plan says it: a person, a hamlet, a school, a row, one set apart from a rule."""

from __future__ import annotations

import pytest

from tests.knowledge.answering.collection import Collection

_ASSIGNED = """ĐẢNG ỦY XÃ KHE VÀNG
*
Số 18-TB/ĐU
Khe Vàng, ngày 09 tháng 02 năm 2026

THÔNG BÁO
phân công cấp ủy viên phụ trách thôn năm 2026

I. PHỤ TRÁCH THÔN
1. Đồng chí Hoàng Thu Hà, Phó Bí thư: phụ trách thôn Thượng và thôn Cầu Gỗ.
2. Đồng chí Vàng A Sính, Chủ tịch Mặt trận: phụ trách thôn Hạ.

II. CÔNG VIỆC CHUNG
1. Ông Nguyễn Anh Tuấn, kế toán: bảo đảm kinh phí 70 triệu đồng; điện thoại 0912 345 001.
2. Ông Đỗ Minh Tuấn, văn thư: tiếp nhận báo cáo của các thôn.
3. Công an xã phụ trách an ninh trật tự.

4. Các chi bộ báo cáo kết quả định kỳ 6 tháng (trước ngày 10 tháng 5), năm (trước ngày 10 tháng 11).

III. THI ĐUA
1. Thôn Thượng: 12 mô hình, 40 hộ hiến đất.
2. Thôn Hạ: 15 mô hình, 65 hộ hiến đất.
3. Tổ xe ôm tự quản thôn Thượng họp thứ Hai tuần đầu tháng, thôn Hạ họp thứ Tư tuần đầu tháng.

T/M BAN THƯỜNG VỤ
BÍ THƯ
Lường Thị Pâng
"""
_RULED = """ỦY BAN NHÂN DÂN
XÃ SUỐI NGÀ
Số: 33/HD-UBND
Suối Ngà, ngày 15 tháng 3 năm 2026

HƯỚNG DẪN
xét công nhận thôn văn hóa năm 2026

1. Hồ sơ
Các thôn nộp hồ sơ đăng ký trước ngày 15/5/2026; riêng thôn Păng nộp trước ngày 25/5/2026.
Hồ sơ gồm bản giấy 02 bộ, trừ thôn Lũng Pô được nộp bản điện tử.

2. Đóng góp
Mỗi hộ đóng góp 40.000 đồng/năm. Giảm 50% đối với hộ cận nghèo.

3. Phân bổ quà

| Trường | Số suất | Xe đạp | Người trao |
|---|---|---|---|
| THCS Hòa Lạc | 12 | 2 | Ông Mùa A Páo |
| THCS Yên Sở | 15 | 1 | Bà Lý Thị Dí |

4. Thưởng
Thôn đạt giải nhất được thưởng 5.000.000 đồng, giải nhì 3.000.000 đồng.

5. Ủng hộ quỹ
- Cán bộ, công chức: ủng hộ 01 ngày lương.
- Lực lượng vũ trang: ủng hộ 200.000 đồng/người.

6. Cam kết
Hộ có người nghiện ký cam kết hằng quý, các hộ còn lại ký cam kết mỗi năm một lần.
Giáo viên sinh hoạt với lớp 02 lần/tháng; riêng lớp 9A sinh hoạt 01 lần/tháng.

7. Tổng kết
Các tổ gửi bản tổng kết trước ngày 05/12/2026; riêng Tổ 3 gửi trước ngày 10/12/2026.

8. Gạo
Tất cả các thôn nhận 2 tấn gạo, thôn Ngoại nhận 3 tấn gạo.

9. Kinh phí
Mỗi thôn 10 triệu; thôn Hạ 15 triệu.

10. Nhà ở
Hỗ trợ nhà sập 60 triệu đồng, nhà hư hỏng nặng 30 triệu đồng.

11. Giấy tờ
Giấy tờ đăng ký trình trước ngày 15/6/2026; giấy tờ công nhận trình trước ngày 30/11/2026.
Các thôn lập danh sách trước ngày 05/11/2026; thôn Hạ tổ chức hội nghị trước ngày 20/12/2026.

CHỦ TỊCH
Giàng Seo Vần
"""
_JOINT = """TỈNH ĐOÀN - SỞ NỘI VỤ
TỈNH LAM KHÊ
Số: 09/KHLT-TĐTN-SNV
Lam Khê, ngày 10 tháng 4 năm 2026

KẾ HOẠCH LIÊN TỊCH
tổ chức hội thi cán bộ trẻ năm 2026

I. NỘI DUNG
Hội thi chia làm hai vòng.

TM. BAN THƯỜNG VỤ TỈNH ĐOÀN          SỞ NỘI VỤ
BÍ THƯ                               GIÁM ĐỐC

Lý Thanh Tùng                        Vương Đình Khoa
"""


@pytest.fixture(scope="module")
def plans() -> Collection:
    return Collection({"khe-vang": _ASSIGNED, "suoi-nga": _RULED, "lam-khe": _JOINT})


RIGHT = [
    ("khe-vang", "Bà Hà phụ trách thôn Cầu Gỗ phải không"),
    ("khe-vang", "dong chi Vang A Sinh phu trach thon Ha dung khong"),
    ("khe-vang", "Thôn Hạ được 15 mô hình và 65 hộ hiến đất, đúng không?"),
    ("khe-vang", "Thôn Hạ họp thứ Tư tuần đầu tháng đúng không?"),
    ("khe-vang", "bao cao nam cua chi bo nop truoc 10/11 dung khong"),
    ("suoi-nga", "Thôn Păng nộp hồ sơ trước 25/5/2026 đúng không?"),
    ("suoi-nga", "Các thôn nộp hồ sơ đăng ký trước ngày 15/5/2026 đúng không?"),
    ("suoi-nga", "Trường THCS Yên Sở được 15 suất đúng không?"),
    ("suoi-nga", "truong thcs hoa lac duoc 12 suat va 2 xe dap dung khong"),
    ("suoi-nga", "Công chức ủng hộ 01 ngày lương đúng không?"),
    ("suoi-nga", "lop 9A sinh hoat 1 lan/thang dung khong"),
    ("suoi-nga", "tất cả giấy tờ đăng ký trình trước ngày 15/6/2026 đúng không"),
    ("suoi-nga", "tất cả các thôn lập danh sách trước ngày 5/11/2026 đúng không"),
    ("lam-khe", "Kế hoạch này do ông Lý Thanh Tùng ký đúng không?"),
    ("lam-khe", "Kế hoạch do ông Lý Thanh Tùng và ông Vương Đình Khoa cùng ký đúng không?"),
]
WRONG = [
    ("khe-vang", "Đồng chí Hoàng Thu Hà phụ trách thôn Hạ đúng không?"),
    ("khe-vang", "ba Hoang Thu Ha bao dam kinh phi 70 trieu dong dung khong"),
    ("khe-vang", "Thôn Thượng được 15 mô hình đúng không?"),
    ("khe-vang", "Thôn Thượng họp thứ Tư tuần đầu tháng đúng không?"),
    ("khe-vang", "báo cáo năm của chi bộ nộp trước ngày 10/12 phải không?"),
    ("khe-vang", "Is it true that Thuong hamlet has 15 models?"),
    ("suoi-nga", "Thôn Păng nộp hồ sơ đăng ký trước ngày 15/5/2026 đúng không?"),
    ("suoi-nga", "Trường THCS Hòa Lạc được 15 suất đúng không?"),
    ("suoi-nga", "Bà Lý Thị Dí trao quà ở trường THCS Hòa Lạc đúng không?"),
    ("suoi-nga", "giải nhì được thưởng 5 triệu đồng phải không"),
    ("suoi-nga", "Lực lượng vũ trang ủng hộ 1 ngày lương đúng không?"),
    ("suoi-nga", "Giáo viên sinh hoạt với lớp 9A 2 lần/tháng đúng không?"),
    ("suoi-nga", "Hộ có người nghiện ký cam kết mỗi năm một lần phải không?"),
    ("lam-khe", "Kế hoạch do ông Lý Thanh Tùng ký một mình đúng không?"),
    ("lam-khe", "Chỉ ông Vương Đình Khoa ký kế hoạch này phải không?"),
    ("lam-khe", "Ông Vương Đình Khoa ký với chức danh Bí thư phải không?"),
]
NOT_QUITE = [
    ("suoi-nga", "Tất cả các thôn nộp hồ sơ trước 15/5/2026 đúng không?"),
    ("suoi-nga", "Tất cả các tổ gửi bản tổng kết trước ngày 5/12/2026 đúng không?"),
    ("suoi-nga", "tất cả các thôn nhận 2 tấn gạo đúng không"),
    ("suoi-nga", "tất cả các thôn đều được 10 triệu đúng không"),
    ("suoi-nga", "các nhà đều được hỗ trợ 60 triệu đúng không"),
    ("suoi-nga", "Is it true that all hamlets receive 2 tons of rice?"),
    ("suoi-nga", "Thôn Lũng Pô nộp 2 bộ bản giấy đúng không?"),
    ("suoi-nga", "Hộ cận nghèo đóng góp 40.000 đồng/năm đúng không?"),
    ("khe-vang", "Thôn Hạ được 15 mô hình và 40 hộ hiến đất, đúng không?"),
]


@pytest.mark.parametrize(("unit", "claim"), RIGHT)
def test_what_the_plan_says_of_just_that_is_not_denied(plans: Collection, unit: str, claim: str) -> None:
    answer = plans.ask(claim, unit=unit)
    assert answer.citations
    assert not answer.text.startswith(("Không", "Chưa", "No")), answer.text


@pytest.mark.parametrize(("unit", "claim"), WRONG)
def test_what_it_says_of_another_is_not_confirmed(plans: Collection, unit: str, claim: str) -> None:
    answer = plans.ask(claim, unit=unit)
    assert answer.citations
    assert not answer.text.startswith(("Đúng", "Yes")), answer.text


@pytest.mark.parametrize(("unit", "claim"), NOT_QUITE)
def test_what_has_an_exception_is_not_confirmed(plans: Collection, unit: str, claim: str) -> None:
    answer = plans.ask(claim, unit=unit)
    assert answer.citations
    assert not answer.text.startswith(("Đúng", "Yes")), answer.text


def test_a_third_of_what_is_claimed_by_name_is_judged_at_least(plans: Collection) -> None:
    right = [plans.ask(claim, unit=unit).text for unit, claim in RIGHT]
    wrong = [plans.ask(claim, unit=unit).text for unit, claim in WRONG]
    assert 3 * sum(text.startswith("Đúng") for text in right) >= len(right)
    assert 3 * sum(text.startswith(("Không", "No")) for text in wrong) >= len(wrong)


@pytest.mark.parametrize("question", ["Ông Tuấn phụ trách gì?", "ong Tuan bao dam kinh phi dung khong"])
def test_namesakes_are_both_told(plans: Collection, question: str) -> None:
    text = plans.ask(question, unit="khe-vang").text
    assert "2 người" in text
    assert "Nguyễn Anh Tuấn" in text
    assert "Đỗ Minh Tuấn" in text


@pytest.mark.parametrize("question", ["số điện thoại phòng thuế là gì", "so dien thoai phong thue la gi"])
def test_the_telephone_of_another_office_is_not_lent(plans: Collection, question: str) -> None:
    assert not plans.ask(question, unit="khe-vang").text.startswith("0912")


_DEPARTMENTS = """BỆNH VIỆN ĐA KHOA PHÚ LƯƠNG
Số: 12/HD-BV
Phú Lương, ngày 03 tháng 3 năm 2026

HƯỚNG DẪN
Chấm điểm khoa, phòng vì người bệnh năm 2026

I. TIÊU CHUẨN

1. Điểm hài lòng của người bệnh nội trú từ 92% trở lên; đối với Khoa Khám bệnh từ 88% trở lên.

2. Tỷ lệ trả kết quả đúng hẹn đạt 97%.
"""


def test_an_english_claim_is_not_confirmed_where_others_have_values_beside_it() -> None:
    plans = Collection({"khoa": _DEPARTMENTS})
    for share in ("92", "88"):
        told = plans.ask(f"Is it right that the outpatient department must reach {share}% patient satisfaction?").text
        assert not told.startswith("Yes")
        assert "Khoa Khám bệnh" in told
    assert plans.ask("Is it right that 97% of the results must be returned on time?").text.startswith("Yes")


_OF_COMMUNE = """ỦY BAN NHÂN DÂN
XÃ {name}
Số: 1{day}/KH-UBND
{place}, ngày 10 tháng 01 năm 2026

KẾ HOẠCH
Phong trào thi đua Dân vận khéo năm 2026

I. TỔ CHỨC THỰC HIỆN

1. Các thôn gửi báo cáo tổng kết phong trào trước ngày {day}/11/2026.

2. Văn phòng theo dõi việc thực hiện.
"""


def test_one_reply_says_not_both_yes_and_no() -> None:
    names = (("AN PHÚ", "An Phú", 10), ("BÌNH TRỊ", "Bình Trị", 20))
    plans = Collection({f"xa-{day}": _OF_COMMUNE.format(name=n, place=p, day=day) for n, p, day in names})
    answer = plans.ask("các thôn gửi báo cáo tổng kết phong trào trước ngày 10/11/2026 đúng không?")
    assert {cited.plan_id for cited in answer.citations} >= {"xa-10"}  # the other is as near or not, by processor
    assert not ("Đúng" in answer.text and "Không phải" in answer.text), answer.text


def test_another_duty_denies_nothing() -> None:
    plan = _OF_COMMUNE.format(name="AN PHÚ", place="An Phú", day=10).replace(
        "gửi báo cáo tổng kết", "gửi kế hoạch thực hiện"
    )
    answer = Collection({"xa": plan}).ask("báo cáo năm của xã An Phú nộp trước ngày 20/12 đúng không")
    assert not answer.text.startswith(("Không phải", "Đúng")), answer.text


def test_a_reports_day_is_judged_beside_another_reports(plans: Collection) -> None:
    for claim, verdict in (("6 tháng nộp trước ngày 10/5", "Đúng"), ("năm nộp trước ngày 10/5", "Không phải")):
        answer = plans.ask(f"báo cáo {claim} đúng không?", unit="khe-vang")
        assert answer.text.startswith(verdict), answer.text
