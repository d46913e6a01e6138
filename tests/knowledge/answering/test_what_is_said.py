"""What is said of the evidence: verdicts on actors, recipients, members and numbers; bounds, years and leads."""

from __future__ import annotations

import pytest

from tests.knowledge.answering.collection import Collection

_PLAN = """ỦY BAN NHÂN DÂN XÃ ĐỒNG TÂM
Số: 21/KH-UBND
Đồng Tâm, ngày 09 tháng 02 năm 2026

KẾ HOẠCH
Giữ gìn vệ sinh đường làng năm 2026

I. NỘI DUNG
Các thôn thực hiện nội dung “4 không” như sau:
1. Không xả nước thải ra mương thủy lợi.
2. Không đốt rơm rạ ngoài đồng.
3. Không thả rông chó mèo.
4. Không lấn chiếm lòng đường, vỉa hè.

II. LĨNH VỰC THI ĐUA
1. Thi đua khéo trong làm thủy lợi nội đồng.
2. Thi đua khéo trong trồng hoa ven đường.
3. Thi đua khéo trong thu gom rác nhựa.

III. TỔ CHỨC THỰC HIỆN
1. Giao Hội Nông dân vận động hội viên đăng ký tham gia; tổng hợp danh sách hộ trồng hoa ven đường của toàn xã.
2. Mỗi thôn đăng ký ít nhất 02 tuyến đường hoa.
3. Các thôn gửi báo cáo năm về Văn phòng Ủy ban nhân dân xã trước ngày 05/12, qua hộp thư: vp@dongtam.gov.vn.
4. Trạm Y tế gửi kết quả kiểm tra nguồn nước về Phòng Nông nghiệp trước ngày 20/6 hằng năm.

IV. KIỂM TRA
1. Đoàn kiểm tra làm việc tại các thôn trong tháng 10.
2. Trạm Y tế lấy mẫu nước và công khai kết quả tại nhà văn hóa thôn.
3. Tổ dân phố số 4 và số 12 được chọn làm điểm về phân loại rác.
"""


@pytest.fixture(scope="module")
def plans() -> Collection:
    return Collection({"dong-tam": _PLAN})


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Hội Nông dân tổng hợp danh sách hộ trồng hoa ven đường của toàn xã đúng không?", "Đúng"),
        ("theo kế hoạch thì mỗi thôn đăng ký ít nhất 2 tuyến đường hoa phải không", "Đúng"),
        ("lĩnh vực thi đua có 5 lĩnh vực phải không", "Không phải"),
        ("tổ dân phố số 4 và số 12 được chọn làm điểm về phân loại rác đúng không?", "Đúng"),
        ("tổ dân phố số 12 được chọn làm điểm về phân loại rác đúng không?", "Đúng"),
        ("4 không có “không đốt rơm rạ” không?", "Có"),
        ("4 không có không đốt rác thải không?", "Không phải"),
        ("4 không có không uống rượu không?", "Không phải"),
    ],
)
def test_a_claim_is_judged(plans: Collection, question: str, verdict: str) -> None:
    text = plans.ask(question, unit="dong-tam").text
    assert text.startswith(verdict), text


@pytest.mark.parametrize(
    "question",
    [
        "Công đoàn tổng hợp danh sách hộ trồng hoa ven đường của toàn xã có phải không?",
        "Trạm Y tế gửi kết quả kiểm tra nguồn nước cho Văn phòng trước ngày 20/6 đúng không?",
        "tổ dân phố số 4 và số 15 được chọn làm điểm về phân loại rác đúng không?",
        "có lĩnh vực “Thi đua khéo trong chuyển đổi số” không? em nghe người ta nói vậy",
    ],
)
def test_what_is_not_so_is_not_confirmed(plans: Collection, question: str) -> None:
    assert not plans.ask(question, unit="dong-tam").text.startswith(("Đúng", "Có"))


@pytest.mark.parametrize("question", ["4 không có “không đốt rơm rạ” không?", "4 không có không đốt rác thải không?"])
def test_a_members_verdict_shows_the_list(plans: Collection, question: str) -> None:
    text = plans.ask(question, unit="dong-tam").text
    assert "“4 không”" in text
    assert "1. Không xả nước thải" in text
    assert "4. Không lấn chiếm" in text


def test_a_number_is_told_with_its_bound(plans: Collection) -> None:
    text = plans.ask("Mỗi thôn phải đăng ký bao nhiêu tuyến đường hoa?", unit="dong-tam").text
    assert text.startswith("Ít nhất 02 tuyến"), text


def test_a_report_comes_yearly_only_where_the_plan_says_so(plans: Collection) -> None:
    once = plans.ask("Báo cáo năm nộp khi nào?", unit="dong-tam").text
    assert "05/12" in once
    assert "hằng năm" not in once.partition("📎")[0]
    yearly = plans.ask("Kết quả kiểm tra nguồn nước gửi khi nào?", unit="dong-tam").text
    assert "hằng năm" in yearly.partition("📎")[0]


def test_what_is_sent_is_sent_once(plans: Collection) -> None:
    lead = plans.ask("Các thôn gửi báo cáo năm trước ngày nào?", unit="dong-tam").text.partition("📎")[0]
    assert lead.count("gửi") <= 2, lead  # "nên gửi chậm nhất", "gửi báo cáo"
    assert "Văn phòng" in lead
    assert "vp@dongtam.gov.vn" in lead


def test_all_that_somebody_is_to_do_is_told_from_every_part(plans: Collection) -> None:
    text = plans.ask("Trạm Y tế phải làm những gì?", unit="dong-tam").text
    assert text.startswith("Trạm Y tế – 2 việc"), text
    assert "kiểm tra nguồn nước" in text
    assert "lấy mẫu nước" in text.lower()
    assert "Hội Nông dân" not in text
