"""English questions over invented Vietnamese plans: deadlines, claims, follow-ups, counts, lists, what isn't there."""

from __future__ import annotations

from functools import cache

import pytest

from knowledge.model import Answer, Language, Status
from tests.knowledge.answering.collection import Collection

_COMMUNE = """ỦY BAN NHÂN DÂN XÃ TÂN LÂM
Số: 52/KH-UBND
Tân Lâm, ngày 14 tháng 01 năm 2026

KẾ HOẠCH
Thực hiện cải cách hành chính và dân vận chính quyền năm 2026

I. CHỈ TIÊU
1. Trên 92% hồ sơ được giải quyết đúng hạn.
2. Mỗi thôn xây dựng ít nhất 02 mô hình "Dân vận khéo".

II. NHIỆM VỤ
1. Cán bộ một cửa thực hiện "4 không": không gây phiền hà; không nhận phong bì; không trễ hẹn; không thái độ hách dịch.
2. Bộ phận Một cửa tiếp nhận hồ sơ từ 07 giờ 30 phút đến 16 giờ 30 phút các ngày làm việc.
3. Công an xã tuyên truyền phòng, chống lừa đảo qua mạng tại 09 thôn, hoàn thành trước ngày 20/8/2026.
4. Hội Liên hiệp Phụ nữ xã vận động các hộ phân loại rác tại nguồn.

III. TỔ CHỨC THỰC HIỆN
1. Các thôn gửi báo cáo quý trước ngày 18 của tháng cuối quý, báo cáo năm trước ngày 25/11/2026 về Văn phòng Ủy ban \
nhân dân xã.
2. Kinh phí thực hiện 45 triệu đồng từ ngân sách xã.
3. Tập thể có thành tích xuất sắc được Chủ tịch Ủy ban nhân dân xã tặng Giấy khen kèm 1.500.000 đồng.

Nơi nhận:
- Các thôn;
- Lưu: VT.

CHỦ TỊCH
Phạm Thị Hằng
"""
_SCHOOL = """TRƯỜNG TIỂU HỌC BÌNH AN ĐÔNG
Số: 08/KH-THBA
Bình An, ngày 03 tháng 9 năm 2026

KẾ HOẠCH
Xây dựng trường học thân thiện năm học 2026 - 2027

I. NỘI DUNG
1. Ngày hội đọc sách tổ chức vào sáng thứ Sáu, ngày 16/10/2026, tại sân trường.
2. Mỗi lớp trồng 03 cây xanh, hoàn thành trong tháng 11/2026.
3. Ban đại diện cha mẹ học sinh góp ý thực đơn bán trú mỗi tháng một lần.

II. TỔ CHỨC THỰC HIỆN
1. Giáo viên chủ nhiệm nộp báo cáo học kỳ cho Phó Hiệu trưởng trước ngày 10/01/2027.
2. Tổng phụ trách Đội phụ trách ngày hội đọc sách.

HIỆU TRƯỞNG
Trần Văn Phúc
"""


@cache
def _collection() -> Collection:
    return Collection({"xa": _COMMUNE, "truong": _SCHOOL})


def ask(question: str, *history: str) -> Answer:
    answer = _collection().ask(question, history=history)
    assert answer.language is Language.EN
    return answer


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("By what date do the hamlets of Tan Lam send the annual report?", "25/11/2026"),
        ("When must the commune police finish the sessions against online fraud?", "20/8/2026"),
        ("What are the opening hours of the one-stop section?", "07 giờ 30"),
        ("What share of files must be settled on time in Tan Lam commune?", "92%"),
        ("How much money comes with the certificate of merit from the chairwoman?", "1.500.000 đồng"),
        ("Which body urges households to sort their waste?", "Hội Liên hiệp Phụ nữ xã"),
        ("Where is the reading festival of Binh An Dong primary school held?", "sân trường"),
        ("How many trees does each class plant?", "03 cây"),
        ("To whom do homeroom teachers hand in the term report?", "Phó Hiệu trưởng"),
        ("How many models of skilful mass mobilisation must each hamlet build, at least?", "02 mô hình"),
    ],
)
def test_what_the_plan_says_is_found_in_english(question: str, quoted: str) -> None:
    answer = ask(question)
    assert answer.status in (Status.ANSWERED, Status.NEAREST)
    assert quoted in answer.text


def test_a_list_is_told_whole() -> None:
    text = ask("What are the four no's for the one-stop staff in Tan Lam?").text
    assert all(item in text for item in ("phiền hà", "phong bì", "trễ hẹn", "hách dịch"))


def test_a_follow_up_keeps_the_matter() -> None:
    answer = ask("And the annual one?", "When do the hamlets of Tan Lam send their quarterly report?")
    assert "25/11/2026" in answer.text or "25 November 2026" in answer.text


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Hamlets send the annual report before 30 October 2026, right?", "No"),
        ("Am I right that the funding of the Tan Lam plan is 45 million dong?", "Yes"),
        ("My boss says the funding of the Tan Lam plan is 90 million dong, is that correct?", "No"),
    ],
)
def test_a_claim_is_judged_by_its_value(claim: str, verdict: str) -> None:
    assert ask(claim).text.lstrip("* ").startswith(verdict)


@pytest.mark.parametrize(
    "claim",
    [
        "Is it true that hamlets do not send a quarterly report?",
        "The women's union of Tan Lam doesn't urge households to sort waste, right?",
    ],
)
def test_a_denied_claim_is_not_confirmed(claim: str) -> None:
    assert not ask(claim).text.lstrip("* ").startswith("Yes")


@pytest.mark.parametrize(
    "question",
    [
        "How many days of maternity leave does a teacher get?",
        "What does health insurance reimburse for surgery abroad?",
        "What is the exchange rate of the dollar today?",
    ],
)
def test_what_no_plan_is_about_is_not_answered(question: str) -> None:
    assert ask(question).status in (Status.NOT_FOUND, Status.REFUSED, Status.NEAREST, Status.NOT_SPECIFIED)


def test_an_hour_stands_before_its_day() -> None:
    plan = _SCHOOL.replace("trước ngày 10/01/2027", "trước 16 giờ 00 ngày 10/01/2027")
    text = Collection({"truong": plan}).ask("When do homeroom teachers hand in the term report?").text
    assert "before 16:00 on 10 January 2027" in text.replace("Before", "before")


_PROVINCE = """SỞ NỘI VỤ
TỈNH QUẢNG TRỊ
Số: 31/HD-SNV
Quảng Trị, ngày 09 tháng 02 năm 2026

HƯỚNG DẪN
Xét công nhận thôn dân vận khéo năm 2026

1. Thôn đạt từ 85 điểm trở lên được đề nghị công nhận. Thôn thuộc xã biên giới thì từ 75 điểm trở lên.
2. Ủy ban nhân dân xã gửi hồ sơ về Sở trước ngày 15/11/2026.

GIÁM ĐỐC
Lê Thị Hạnh
"""


def test_a_commune_of_the_issuers_place_is_no_strange_one() -> None:
    asked = "How many points does a village in a border commune of Quang Tri need to be put forward for recognition?"
    text = Collection({"so": _PROVINCE, "truong": _SCHOOL}).ask(asked).text
    assert "no plan of" not in text
    assert "75 điểm" in text
