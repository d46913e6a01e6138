"""Rounds, years and periods from turn to turn; lists called by their number; what is asked about a list."""

from __future__ import annotations

import pytest

from knowledge.model import Status

from .collection import Collection

PLAN = """ỦY BAN NHÂN DÂN
XÃ HÒA LẠC
Số: 34/KH-UBND

Hòa Lạc, ngày 10 tháng 8 năm 2026

KẾ HOẠCH
Phong trào thi đua "Xã văn minh" năm 2026

I. NỘI DUNG
1. Thực hiện "5 không": không xả rác; không lấn vỉa hè; không nuôi chó thả rông; không karaoke khuya; không tín dụng.
2. Thực hiện "3 sạch": sạch nhà; sạch bếp; sạch ngõ.
3. Các hộ đăng ký cuộc vận động "5 không, 3 sạch" với trưởng thôn.

II. CÁC ĐỢT
1. Đợt 1 (từ ngày 15/9/2026 đến ngày 20/11/2026): chủ đề "Đường sạch".
2. Đợt 2 (từ ngày 23/11/2026 đến ngày 16/01/2027): chủ đề "Nhà đẹp".
3. Đợt 3 (từ ngày 25/01/2027 đến ngày 26/3/2027): chủ đề "Ngõ an toàn".

III. CHẤM ĐIỂM
1. Vi phạm một nội dung "5 không": trừ 5 điểm một lượt.
2. Thời hạn nộp hồ sơ: nhóm 1 trước ngày 12/12/2026; nhóm 2 trước ngày 14/12/2026; nhóm 3 trước ngày 16/12/2026.
3. Năm 2026 có 60% số hộ đăng ký, năm 2027 có 75% số hộ đăng ký.

IV. TỔ CHỨC THỰC HIỆN
1. Hội Nông dân tổ chức ký cam kết "5 không", xong trước ngày 25/9/2026.
2. Ngày tổng kết do Văn phòng đề xuất.

Nơi nhận:
- Các thôn;
- Lưu: VT.

CHỦ TỊCH
Trần Văn Phúc
"""


@pytest.fixture(scope="module")
def commune() -> Collection:
    return Collection({"hoa-lac-2026": PLAN})


def test_of_several_dates_that_of_the_group_asked_for_is_told(commune: Collection) -> None:
    lead = commune.ask("nhóm 3 nộp hồ sơ trước ngày nào").text.split("📎")[0]
    assert "16/12" in lead
    assert "12/12" not in lead
    assert "14/12" not in lead


@pytest.mark.parametrize("question", ["3 sạch là gì", "ba sạch gồm những gì", "3 sach gom nhung gi"])
def test_a_list_called_by_its_number_is_given_where_it_is_spelled_out(commune: Collection, question: str) -> None:
    answer = commune.ask(question)
    assert "sạch bếp" in answer.text
    assert answer.citations[0].section == "I.2"


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("vi phạm 5 không bị trừ bao nhiêu điểm", "trừ 5 điểm"),
        ("Hội Nông dân phải tổ chức ký cam kết 5 không xong trước ngày nào", "25/9/2026"),
    ],
)
def test_what_is_asked_about_a_list_is_not_answered_with_the_list(
    commune: Collection, question: str, held: str
) -> None:
    answer = commune.ask(question)
    assert held in answer.text
    assert "thả rông" not in answer.text


def test_the_list_itself_is_given_whole(commune: Collection) -> None:
    answer = commune.ask("5 không gồm những gì")
    assert answer.status is Status.ANSWERED
    assert all(item in answer.text for item in ("xả rác", "vỉa hè", "thả rông", "karaoke", "tín dụng"))
    assert len([citation for citation in answer.citations if citation.section == "I.1"]) == 1  # one stretch


@pytest.mark.parametrize("question", ["bao nhiêu % số hộ đăng ký năm 2027", "nam 2027 may % so ho dang ky"])
def test_a_share_asked_for_by_its_sign_is_a_share(commune: Collection, question: str) -> None:
    assert "75%" in commune.ask(question).text


@pytest.mark.parametrize("question", ["nộp gì", "phải nộp những gì", "xa hoa lac phai nop gi"])
def test_what_is_to_be_handed_in_is_told_by_the_duties(commune: Collection, question: str) -> None:
    answer = commune.ask(question, unit="hoa-lac-2026")
    assert answer.status is Status.ANSWERED
    assert "12/12/2026" in answer.text
