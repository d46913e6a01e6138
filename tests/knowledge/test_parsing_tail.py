"""Recipients and signatures wherever they stand: below annexes, beside each other, parted by a page's end."""

from __future__ import annotations

import pytest

from knowledge.model import Header, Plan, RawDocument
from knowledge.parsing import parse

_HEAD = (
    "ỦY BAN NHÂN DÂN\nXÃ AN HÒA\nSố: 9/KH-UBND\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
    "An Hòa, ngày 05 tháng 3 năm 2026\n\nKẾ HOẠCH\nTết trồng cây năm 2026\n\nI. NỘI DUNG\n\n"
    "1. Các thôn trồng cây.\n\n2. Xã tổng kết trước ngày 20/4/2026.\n\n"
)
_ANNEX = (
    "PHỤ LỤC 1. DANH SÁCH THÔN\n\n| TT | Thôn | Số cây |\n| --- | --- | --- |\n| 1 | Đông | 40 |\n| 2 | Tây | 60 |\n\n"
)
_RECIPIENTS = "Nơi nhận:\n- Đảng ủy xã (b/c);\n- Các thôn;\n- Lưu: VT.\n\n"
_SIGNED = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Văn An\n\n"


def _plan(end: str) -> Plan:
    return parse(RawDocument("p", _HEAD + end, ""))


def _header(end: str) -> Header:
    return _plan(end).header


@pytest.mark.parametrize("tail", [_RECIPIENTS + _SIGNED, _SIGNED + _RECIPIENTS])
def test_annexes_may_stand_above_the_signature(tail: str) -> None:
    plan = _plan(_ANNEX + _ANNEX.replace("1. DANH SÁCH THÔN", "2. KINH PHÍ") + tail)
    assert plan.header.recipients == ("Đảng ủy xã (b/c)", "Các thôn", "Lưu: VT")
    assert (plan.header.signer, plan.header.signer_role) == ("Lê Văn An", "CHỦ TỊCH")
    assert plan.header.signed_for == "TM. ỦY BAN NHÂN DÂN"
    annexes = [section for section in plan.sections if section.path.startswith("Phụ lục")]
    assert [section.path for section in annexes] == ["Phụ lục 1", "Phụ lục 2"]
    assert not any("Lê Văn An" in part.body.text for annex in annexes for part in annex.walk())


def test_annexes_stand_above_and_below_the_signature() -> None:
    plan = _plan(_ANNEX + _RECIPIENTS + _SIGNED + "PHỤ LỤC 2\nKINH PHÍ\n\n1. Cây giống.\n")
    assert (plan.header.signer, len(plan.header.recipients)) == ("Lê Văn An", 3)
    assert [s.path for s in plan.sections if s.path.startswith("Phụ lục")] == ["Phụ lục 1", "Phụ lục 2"]


def test_a_form_in_an_annex_signs_for_nobody() -> None:
    form = "PHỤ LỤC\nMẪU BÁO CÁO\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nBÁO CÁO\nkết quả trồng cây\n\n1. Số cây:\n\n"
    header = _header(form + _RECIPIENTS + _SIGNED)
    assert (header.signer, header.recipients) == (None, ())


def test_a_list_of_recipients_is_longer_than_the_signature_beside_it() -> None:
    header = _header(
        "Nơi nhận:                                  CHỦ TỊCH\n- Đảng ủy xã (để b/c);\n"
        "- Các thôn;                               Lê Văn An\n- Trường học;\n- Lưu: VT.\n"
    )
    assert header.recipients == ("Đảng ủy xã (để b/c)", "Các thôn", "Trường học", "Lưu: VT")
    assert header.signer == "Lê Văn An"


def test_the_shortest_recipient_stands_beside_the_name() -> None:
    header = _header("Nơi nhận:\tCHỦ TỊCH\n- Các thôn,\n- Lưu.\tLê Văn An\n")
    assert (header.recipients, header.signer) == (("Các thôn", "Lưu"), "Lê Văn An")


def test_a_pages_end_parts_recipients_and_signature() -> None:
    header = _header(
        "Nơi nhận:\n- Đảng ủy xã;\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n- Các thôn;\n\n- Lưu: VT.\n\nLê Văn An\n"
    )
    assert header.recipients == ("Đảng ủy xã", "Các thôn", "Lưu: VT")
    assert (header.signer, header.signer_role) == ("Lê Văn An", "CHỦ TỊCH")


@pytest.mark.parametrize("name", ["Kim Ngọc Hoa", "Kiều Văn Minh"])
@pytest.mark.parametrize("mark", ["(đã ký)", "[đã ký]"])
def test_a_name_that_begins_like_the_word_for_signing(name: str, mark: str) -> None:
    assert _header(f"{_RECIPIENTS}CHỦ TỊCH\n{mark}\n{name}\n").signer == name


def test_a_committees_head_is_named_by_that_post_not_by_another_one_held() -> None:
    header = _header(f"{_RECIPIENTS}TM. BAN CHỈ ĐẠO\nTRƯỞNG BAN\n\n\nPHÓ BÍ THƯ ĐẢNG ỦY\nLê Văn An\n")
    assert (header.signer, header.signer_role, header.signed_for) == ("Lê Văn An", "TRƯỞNG BAN", "TM. BAN CHỈ ĐẠO")


def test_who_holds_a_post_for_the_time_being() -> None:
    header = _header(f"{_RECIPIENTS}Q. TRẠM TRƯỞNG\n\nLê Văn An\n")
    assert (header.signer_role, header.signed_for) == ("Q. TRẠM TRƯỞNG", None)


def test_two_bodies_of_a_joint_paper_are_one_issuer() -> None:
    text = _HEAD.replace("ỦY BAN NHÂN DÂN\nXÃ AN HÒA\n", "CÔNG AN XÃ AN HÒA -\nHỘI PHỤ NỮ XÃ AN HÒA\n")
    assert parse(RawDocument("p", text + _SIGNED, "")).header.issuer == "CÔNG AN XÃ AN HÒA - HỘI PHỤ NỮ XÃ AN HÒA"
