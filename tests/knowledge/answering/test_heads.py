"""Heads of papers that are read and told with care: ranks, joint papers, what is attached, effect, what is replaced."""

from __future__ import annotations

import pytest

from knowledge.model import RawDocument, Status
from knowledge.parsing import documents_of
from tests.knowledge.answering.collection import Collection

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
GUIDE = f"""HỘI LÀM VƯỜN TỈNH BẮC NINH
BAN CHẤP HÀNH

{STATE}Số: 45/HD-HLV

Bắc Ninh, ngày 11 tháng 02 năm 2026

HƯỚNG DẪN
Chấm điểm chi hội làm vườn

I. CÁCH CHẤM

1. Ban Chấp hành kiểm tra 24 chi hội, gồm 07 chi hội phường, 17 chi hội xã.
2. Góp ý có ký tên được trả lời trong 12 ngày làm việc.

II. THI HÀNH

1. Hướng dẫn này có hiệu lực từ ngày 20/02/2026, thay Hướng dẫn số 31/HD-HLV ngày 03/3/2022 do đổi cách chấm.

Nơi nhận:
- Các chi hội;

3

- Hội cấp trên;
- Lưu: VP.

TM. BAN CHẤP HÀNH
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Thượng tá Vương Đình Khải
"""
DECISION = f"""ỦY BAN NHÂN DÂN
PHƯỜNG HÒA LẠC ĐÔNG

{STATE}Số: 88/QĐ-UBND

Hòa Lạc Đông, ngày 04 tháng 5 năm 2026

QUYẾT ĐỊNH
Ban hành Quy chế sử dụng nhà văn hóa trên địa bàn phường Hòa Lạc Đông

Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Quy chế sử dụng nhà văn hóa.
Điều 2. Quyết định này có hiệu lực kể từ ngày 15 tháng 5 năm 2026.
Điều 3. Văn phòng phường chịu trách nhiệm thi hành.

Nơi nhận:
- Như Điều 3;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lưu Thị Kim Chi

QUY CHẾ
Sử dụng nhà văn hóa trên địa bàn phường Hòa Lạc Đông
(Ban hành kèm theo Quyết định số 88/QĐ-UBND ngày 04 tháng 5 năm 2026)

Chương I
QUY ĐỊNH CHUNG

Điều 1. Phạm vi
1. Quy chế này quy định việc mượn, trả và giữ gìn nhà văn hóa.
2. Người mượn báo trước 03 ngày.

Điều 2. Giờ mở cửa
1. Nhà văn hóa mở cửa từ 7 giờ đến 21 giờ hằng ngày.
2. Ngày lễ mở cửa theo thông báo.
"""
NOTICE = """ĐẢNG BỘ TỈNH AN GIANG
ĐẢNG ỦY XÃ VĨNH HÒA TÂY
BAN CHỈ ĐẠO THỰC HIỆN
QUY CHẾ DÂN CHỦ Ở XÃ
*
Số 12-TB/BCĐ

ĐẢNG CỘNG SẢN VIỆT NAM

Vĩnh Hòa Tây, ngày 09 tháng 6 năm 2026

THÔNG BÁO
lịch trực tiếp dân

I. LỊCH TRỰC

1. Ban Chỉ đạo thực hiện Quy chế dân chủ ở xã trực sáng thứ Ba.
2. Thông báo này thay thế Thông báo số 05-TB/BCĐ, ngày 08/01/2026.

Nơi nhận:
- Các chi bộ,
- Lưu Văn phòng.

T/L TRƯỞNG BAN
CHÁNH VĂN PHÒNG

Mã Ngọc Sương
(Ủy viên Ban Chỉ đạo)
"""


@pytest.fixture(scope="module")
def collection() -> Collection:
    texts = {part.plan_id: part.text for part in documents_of(RawDocument("quyet-dinh", DECISION, ""))}
    assert list(texts) == ["quyet-dinh", "quyet-dinh#2"]
    return Collection({**texts, "huong-dan": GUIDE, "thong-bao": NOTICE})


@pytest.mark.parametrize(
    ("unit", "question", "begins"),
    [
        (
            "huong-dan",
            "ai ky huong dan nay",
            "Người ký: Vương Đình Khải (TM. BAN CHẤP HÀNH, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH)",
        ),
        ("huong-dan", "hướng dẫn này có hiệu lực khi nào", "Văn bản nêu:"),
        ("huong-dan", "When does the guidance take effect?", "The plan says:"),
        ("huong-dan", "văn bản này thay bản số mấy, vì sao", "Thay thế: Hướng dẫn số 31/HD-HLV"),
        ("huong-dan", "huong dan cua hoi lam vuon thay the huong dan nao", "Thay thế: Hướng dẫn số 31/HD-HLV"),
        ("huong-dan", "Which guidance does this one replace?", "Replaces: Hướng dẫn 31/HD-HLV"),
        ("huong-dan", "kiem tra may chi hoi, gom may chi hoi phuong may chi hoi xa", "24 chi hội"),
        ("thong-bao", "Thông báo này do ai ký và mang số nào?", "Người ký: Mã Ngọc Sương"),
        ("quyet-dinh#2", "ai ký quy chế này", "Người ký: Lưu Thị Kim Chi"),
        ("quyet-dinh#2", "quy chế này số bao nhiêu", "Số: 88/QĐ-UBND"),
        ("quyet-dinh#2", "cơ quan nào ban hành quy chế", "Cơ quan ban hành: ỦY BAN NHÂN DÂN PHƯỜNG HÒA LẠC ĐÔNG"),
        ("quyet-dinh", "Ai ký quyết định ban hành quy chế nhà văn hóa?", "Người ký: Lưu Thị Kim Chi"),
        (None, "quy chế nhà văn hóa phường Hòa Lạc Đông có hiệu lực từ ngày nào", "Văn bản nêu:"),
    ],
)
def test_a_field_of_the_head_is_told(collection: Collection, unit: str | None, question: str, begins: str) -> None:
    answer = collection.ask(question, unit=unit)
    assert answer.status is Status.ANSWERED
    assert answer.text.replace("**", "").startswith(begins), answer.text


@pytest.mark.parametrize(
    ("unit", "question", "quote"),
    [
        ("huong-dan", "hướng dẫn này có hiệu lực khi nào", "có hiệu lực từ ngày 20/02/2026"),
        ("huong-dan", "bản này thay bản số mấy và vì sao phải thay", "do đổi cách chấm"),
        ("huong-dan", "ai ky huong dan nay", "Thượng tá Vương Đình Khải"),
        ("quyet-dinh#2", "quy chế này có hiệu lực kể từ ngày nào", "kể từ ngày 15 tháng 5 năm 2026"),
    ],
)
def test_the_sentence_or_signature_is_quoted(collection: Collection, unit: str, question: str, quote: str) -> None:
    assert quote in " ".join(citation.quote for citation in collection.ask(question, unit=unit).citations)


@pytest.mark.parametrize(
    ("unit", "question", "holds"),
    [
        ("huong-dan", "hướng dẫn do Phó Chủ tịch ký thay, có đúng không", True),
        ("huong-dan", "huong dan nay la chu tich ky phai ko", False),
        ("huong-dan", "Hướng dẫn này do Chủ tịch trực tiếp ký đúng không?", False),
        ("huong-dan", "hướng dẫn này ông Vương Đình Khải ký phải không", True),
        ("huong-dan", "hướng dẫn này do Chủ tịch Vương Đình Khải ký phải không", False),
        ("thong-bao", "Thông báo này do Trưởng Ban ký, đúng không?", False),
        ("thong-bao", "thông báo do Chánh Văn phòng ký thừa lệnh phải không ạ", True),
        ("quyet-dinh", "quyết định do Phó Chủ tịch phường ký thay có đúng vậy không chị", False),
        ("quyet-dinh", "quyet dinh la chu tich phuong ky phai khong", True),
        ("quyet-dinh#2", "Quy chế do Chủ tịch trực tiếp ký đúng không?", True),
    ],
)
def test_a_claim_about_signing_is_judged_by_the_signature(
    collection: Collection, unit: str, question: str, holds: bool
) -> None:
    answer = collection.ask(question, unit=unit)
    assert answer.text.startswith("Đúng." if holds else "Không phải."), answer.text
    assert "Người ký" in answer.text


@pytest.mark.parametrize(
    ("unit", "question", "holds"),
    [
        ("huong-dan", "huong dan ban hanh ngay 11/2/2026 dung ko", True),
        ("huong-dan", "hướng dẫn ký ngày 12/02/2026 phải không", False),
        ("huong-dan", "hướng dẫn này số 46 đúng không", False),
        ("huong-dan", "hướng dẫn mang số 45/HD-HLV phải không ạ", True),
        ("quyet-dinh#2", "quy chế ban hành ngày 5/5/2026 đúng không", False),
        ("quyet-dinh", "quyết định số 88 đúng không", True),
    ],
)
def test_a_claim_about_day_or_number_is_judged_by_the_head(
    collection: Collection, unit: str, question: str, holds: bool
) -> None:
    answer = collection.ask(question, unit=unit)
    assert answer.text.startswith("Đúng." if holds else "Không phải."), answer.text


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Was the guidance issued on 11 February 2026?", "Yes."),
        ("Was the guidance signed by the chairman himself?", "No."),
        ("Is it true that a vice chairman signed the guidance?", "Yes."),
    ],
)
def test_such_a_claim_is_judged_in_english(collection: Collection, question: str, begins: str) -> None:
    assert collection.ask(question, unit="huong-dan").text.startswith(begins)


def test_what_asks_nothing_of_the_head_is_not_answered_with_it(collection: Collection) -> None:
    told = collection.ask("góp ý có ký tên thì bao nhiêu ngày được trả lời", unit="huong-dan").text
    assert "12 ngày" in told
    assert "Người ký" not in told


@pytest.mark.parametrize(
    "question",
    [
        "chi hoi phai dang ky 2 mo hinh dung ko",
        "chi hội đăng ký 2 mô hình phải không",
        "moi hoc ky kiem tra 24 chi hoi phai khong",
        "Chủ tịch ký cam kết với chi hội đúng không",
    ],
)
def test_a_claim_about_no_signature_is_not_judged_by_it(collection: Collection, question: str) -> None:
    assert "Người ký" not in collection.ask(question, unit="huong-dan").text


def test_attached_documents_are_named_by_their_subject_and_the_body_above(collection: Collection) -> None:
    names = {unit.plan_id: unit.short_name for unit in collection.units}
    assert names["quyet-dinh#2"] == "QC UBND phường Hòa Lạc Đông 2026 (Sử dụng nhà văn hóa)"
    assert names["thong-bao"] == "TB Ban Chỉ đạo thực hiện Quy chế dân chủ ở xã Vĩnh Hòa Tây 2026"
