"""Signatures in the forms in which offices print them: several signers, columns, tables, notes, what is none."""

from __future__ import annotations

import time

import pytest

from knowledge.model import Header, Plan, RawDocument
from knowledge.parsing import parse, place_of_signature
from knowledge.parsing.lines import read_lines

_HEAD = (
    "ỦY BAN NHÂN DÂN\nXÃ AN HÒA\nSố: 9/KH-UBND\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
    "An Hòa, ngày 05 tháng 3 năm 2026\n\nKẾ HOẠCH\nTết trồng cây năm 2026\n\nI. NỘI DUNG\n\n"
    "1. Các thôn trồng cây.\n\n2. Xã tổng kết trước ngày 20/4/2026.\n\n"
)
_LIST = "Nơi nhận:\n- Đảng ủy xã;\n- Lưu: VT.\n"
_TWO = ("TM. BAN THƯỜNG TRỰC; CÔNG AN XÃ", "CHỦ TỊCH; TRƯỞNG CÔNG AN", "Hà Thị Sen; Vi Văn Tuấn")
_THREE = (
    "TM. BAN THƯỜNG TRỰC; CÔNG AN XÃ; TRẠM Y TẾ",
    "CHỦ TỊCH; TRƯỞNG CÔNG AN; TRẠM TRƯỞNG",
    "Hà Thị Sen; Vi Văn Tuấn; Nông Quốc Khải",
)
_SPACED = """
TM. BAN THƯỜNG TRỰC               CÔNG AN XÃ
CHỦ TỊCH                          TRƯỞNG CÔNG AN
(đã ký)                           (đã ký)

Hà Thị Sen                        Thiếu tá Vi Văn Tuấn

"""
_SPACED_THREE = """
TM. BAN THƯỜNG TRỰC          CÔNG AN XÃ              TRẠM Y TẾ
       CHỦ TỊCH            TRƯỞNG CÔNG AN          TRẠM TRƯỞNG

       (đã ký)                                       (đã ký)
     Hà Thị Sen         Thiếu tá Vi Văn Tuấn    BS. Nông Quốc Khải

"""
_TABS = """
TM. BAN THƯỜNG TRỰC\tCÔNG AN XÃ\tTRẠM Y TẾ
CHỦ TỊCH\tTRƯỞNG CÔNG AN\tTRẠM TRƯỞNG
\t[Ký số]\t(Đã ký, đóng dấu)
Hà Thị Sen\tThiếu tá Vi Văn Tuấn\tBS. Nông Quốc Khải

"""
_BARS = """
| **TM. BAN THƯỜNG TRỰC** | **CÔNG AN XÃ** |
| --- | --- |
| **CHỦ TỊCH** | **TRƯỞNG CÔNG AN** |
| *(đã ký)* | *(đã ký)* |
| **Hà Thị Sen** | **Thiếu tá Vi Văn Tuấn** |

"""
_BROKEN_CELLS = """
| | | |
| --- | --- | --- |
| **TM. BAN THƯỜNG TRỰC<br>CHỦ TỊCH**<br>(đã ký)<br>**Hà Thị Sen** | **CÔNG AN XÃ<br>TRƯỞNG CÔNG AN**<br>Vi Văn Tuấn \
| TRẠM Y TẾ<br>TRẠM TRƯỞNG<br>BS. Nông Quốc Khải |

"""
_WITH_RECIPIENTS = """
| Nơi nhận:<br>- Đảng ủy xã;<br>- Lưu: VT. | TM. BAN THƯỜNG TRỰC<br>CHỦ TỊCH<br>Hà Thị Sen \
| CÔNG AN XÃ<br>TRƯỞNG CÔNG AN<br>Vi Văn Tuấn |
| --- | --- | --- |
"""
_STEPPED = """
TM. BAN THƯỜNG TRỰC                CÔNG AN XÃ
CHỦ TỊCH                           TRƯỞNG CÔNG AN
  (đã ký)                          Vi Văn Tuấn

Hà Thị Sen

"""
_BELOW = "TM. BAN THƯỜNG TRỰC\nCHỦ TỊCH\n\nHà Thị Sen\n\nCÔNG AN XÃ\nTRƯỞNG CÔNG AN\n(đã ký)\nThiếu tá Vi Văn Tuấn\n\n"
_ANNEX = "\nPHỤ LỤC I\nDANH SÁCH THÔN\n\n1. Đông.\n2. Tây.\n"

Signed = tuple[str | None, str | None, str | None]


def _plan(end: str) -> Plan:
    return parse(RawDocument("p", _HEAD + end, ""))


def _signed(header: Header) -> Signed:
    return header.signed_for, header.signer_role, header.signer


@pytest.mark.parametrize(
    ("signature", "signed"),
    [
        (_SPACED, _TWO),
        (_SPACED_THREE, _THREE),
        (_TABS, _THREE),
        (_BARS, _TWO),
        (_BROKEN_CELLS, _THREE),
        (_STEPPED, _TWO),
        (_BELOW, _TWO),
        (f"ĐẠI DIỆN CÁC BÊN KÝ KẾT\n{_BELOW}", _TWO),
        ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký, đóng dấu)\nNÔNG QUỐC KHẢI\n\n",
         ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "NÔNG QUỐC KHẢI")),
        ("GIÁM ĐỐC\n[Chữ ký số]\nVY VĂN TUẤN\n\n", (None, "GIÁM ĐỐC", "VY VĂN TUẤN")),
        ("BÍ THƯ CHI BỘ         TRƯỞNG THÔN\n[Ký số]               (đã ký)\nLỤC THỊ VÂN           TRIỆU MINH ĐỨC\n\n",
         (None, "BÍ THƯ CHI BỘ; TRƯỞNG THÔN", "LỤC THỊ VÂN; TRIỆU MINH ĐỨC")),
        ("**T/M BAN TỔ CHỨC**\n\n**TRƯỞNG BAN**\n\n*(đã ký)*\n\n**Kiều Văn Thạnh**\n\n"
         "Phó Trưởng Ban Thường trực Ban Tuyên giáo Tỉnh ủy\n\n", ("T/M BAN TỔ CHỨC", "TRƯỞNG BAN", "Kiều Văn Thạnh")),
        ("**TRƯỞNG BAN**\n_(Đã ký)_\n**Kiều Văn Thạnh**\n*(Phó Bí thư Huyện ủy)*\n\n",
         (None, "TRƯỞNG BAN", "Kiều Văn Thạnh")),
        ("Hiệu trưởng\n\nKiều Văn Thạnh\n\n", (None, "Hiệu trưởng", "Kiều Văn Thạnh")),
        ("(Đã ký)\nKiều Văn Thạnh\nHiệu trưởng Trường THCS An Hòa\n\n",
         (None, "Hiệu trưởng Trường THCS An Hòa", "Kiều Văn Thạnh")),
        ("| | **TM. ỦY BAN NHÂN DÂN** |\n| --- | --- |\n| | **CHỦ TỊCH** |\n| | (đã ký) |\n| | **Lê Văn An** |\n\n",
         ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Văn An")),
    ],
)  # fmt: skip
@pytest.mark.parametrize("order", ["first", "last", "above an annex", "alone"])
def test_who_signs_however_it_is_set(signature: str, signed: Signed, order: str) -> None:
    ends = {"first": signature + _LIST, "last": f"{_LIST}\n{signature}", "alone": signature}
    plan = _plan(ends.get(order) or f"{_LIST}\n{signature}{_ANNEX}")
    assert _signed(plan.header) == signed
    assert plan.header.recipients == (() if order == "alone" else ("Đảng ủy xã", "Lưu: VT"))
    paths = [section.path for section in plan.walk()]
    assert paths.count("chữ ký") == 1
    assert paths.count("I.2") == 1, "no line of it is left in the text"
    for name, value in zip(("signed_for", "signer_role", "signer"), signed, strict=True):
        if value:
            span = plan.header.spans[name]
            words = " ".join(plan.source_text[span.start : span.end].replace("*", "").replace("<br>", " ").split())
            assert all(part.split(", ")[0].split(" ")[0] in words for part in value.split("; "))


def test_recipients_and_two_signers_in_one_table() -> None:
    header = _plan(_WITH_RECIPIENTS).header
    assert (_signed(header), header.recipients) == (_TWO, ("Đảng ủy xã", "Lưu: VT"))


@pytest.mark.parametrize(
    "end",
    [
        "Nơi nhận:               TM. BAN THƯỜNG TRỰC          CÔNG AN XÃ\n"
        "- Đảng ủy xã;                CHỦ TỊCH              TRƯỞNG CÔNG AN\n"
        "- Lưu: VT.                   (đã ký)                  (đã ký)\n\n"
        "                           Hà Thị Sen                 Vi Văn Tuấn\n",
        "Nơi nhận:               TM. BAN THƯỜNG TRỰC          CÔNG AN XÃ\n"
        "                             CHỦ TỊCH              TRƯỞNG CÔNG AN\n"
        "- Đảng ủy xã;                                         Thiếu tá\n"
        "                            Hà Thị Sen               Vi Văn Tuấn\n- Lưu: VT.\n",
        "Nơi nhận:\t\tTM. BAN THƯỜNG TRỰC\t\tCÔNG AN XÃ\n- Đảng ủy xã;\t\tCHỦ TỊCH\t\t\tTRƯỞNG CÔNG AN\n"
        "- Lưu: VT.\n\t\t\tHà Thị Sen\t\tVi Văn Tuấn\n",
    ],
)
def test_recipients_stand_beside_two_signers(end: str) -> None:
    header = _plan(end).header
    assert (_signed(header), header.recipients) == (_TWO, ("Đảng ủy xã", "Lưu: VT"))


def test_recipients_named_over_and_over_take_no_more_time_each() -> None:
    def seconds(count: int) -> float:
        lines = ["Nơi nhận: các xã", *(f"{i}. Các thôn báo cáo." for i in range(9))] * count
        began = time.process_time()
        read_lines("\n".join(lines))
        return time.process_time() - began

    assert seconds(400) < 8 * seconds(100) + 0.5


def test_an_office_that_lost_the_room_before_it_is_no_recipient() -> None:
    header = _plan(
        "Nơi nhận: TM. ỦY BAN NHÂN DÂN\n- Đảng ủy xã; KT. CHỦ TỊCH\n- Các thôn, PHÓ CHỦ TỊCH\n- Lưu: VT. Hà Thị Sen\n"
    ).header
    assert _signed(header) == ("TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Hà Thị Sen")
    assert header.recipients == ("Đảng ủy xã", "Các thôn", "Lưu: VT")


def test_a_rank_above_the_name_and_a_front_whose_head_signs_are_not_one_office() -> None:
    assert _signed(_plan(f"{_LIST}TRƯỞNG CÔNG AN XÃ\nThiếu tá\nVi Văn Tuấn\n").header) == (
        None, "TRƯỞNG CÔNG AN XÃ", "Vi Văn Tuấn",
    )  # fmt: skip
    assert _signed(_plan(f"{_LIST}TM. BAN CÔNG TÁC MẶT TRẬN\nTRƯỞNG BAN\nHà Thị Sen\n").header) == (
        "TM. BAN CÔNG TÁC MẶT TRẬN", "TRƯỞNG BAN", "Hà Thị Sen",
    )  # fmt: skip


def test_four_signers_in_two_rows_come_in_the_order_of_reading() -> None:
    header = _plan(_SPACED + _SPACED.replace("Sen", "Lan").replace("Tuấn", "Toàn") + _LIST).header
    assert header.signer == "Hà Thị Sen; Vi Văn Tuấn; Hà Thị Lan; Vi Văn Toàn"


def test_a_pages_number_and_a_title_below_the_recipients_hide_no_signature() -> None:
    assert _signed(_plan(f"{_LIST}\n\n4\n\nTRƯỞNG BAN\nĐặng Quốc Thái\n").header)[1:] == (
        "TRƯỞNG BAN",
        "Đặng Quốc Thái",
    )
    titled = f"KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(đã ký)\nTôn Thất Minh\n\n{_LIST}\nDANH SÁCH KÈM THEO\n1. Thôn Đông\n"
    assert _signed(_plan(titled).header) == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Tôn Thất Minh")


def test_names_listed_above_a_signature_sign_nothing() -> None:
    header = _plan(
        f"3. Tổ giúp việc gồm:\nLê Văn An\nTrần Thị Bình\n\nCHỦ TỊCH\n(đã ký)\nPhạm Thị Cúc\n\n{_LIST}"
    ).header
    assert _signed(header) == (None, "CHỦ TỊCH", "Phạm Thị Cúc")


@pytest.mark.parametrize(
    "text",
    [
        "3. Tổ giúp việc gồm:\nLê Văn An\nTrần Thị Bình\nPhạm Cường\n\n",
        "3. Thành phần dự họp:\nLê Văn An\nChủ tịch Ủy ban nhân dân xã\nĐỗ Dung\nPhó Chủ tịch Hội Nông dân xã\n\n",
        "3. Thành phần dự họp:\nLê Văn An              Chủ tịch xã\nTrần Thị Bình          Bí thư Đoàn xã\n\n",
        "3. Các đội:\nĐỘI XANH                 ĐỘI ĐỎ\nLê Văn An                Trần Thị Bình\n\n",
        "3. Ban Tổ chức:\n\n| Họ tên | Chức vụ |\n| --- | --- |\n| Lê Văn An | Trưởng ban |\n| Vũ Em | Ủy viên |\n\n",
        "3. Phân công:\n\n| TRƯỞNG BAN | PHÓ BAN |\n| --- | --- |\n| Lê Văn An | Đỗ Dung |\n| Vũ Em | Hồ Giang |\n\n",
        "ĐOÀN TNCS HỒ CHÍ MINH XÃ\n\n",
        "DANH SÁCH KHEN THƯỞNG\n\n",
    ],
    ids=["names", "people", "columns", "teams", "table", "heads", "union", "title"],
)  # fmt: skip
def test_people_and_bodies_that_sign_nothing(text: str) -> None:
    assert _signed(_plan(text + _LIST).header) == (None, None, None)


@pytest.mark.parametrize(
    ("end", "words"),
    [
        ("CHỦ TỊCH\n\nRơ Châm H'Bia Siu Krông Niê Ta\n\n", "CHỦ TỊCH\n\nRơ Châm H'Bia Siu Krông Niê Ta"),
        ("TRƯỞNG ĐOÀN    Ghi chú: bản lưu\nSiu Krông Ái Lan Niê Kđăm Ta\n\n",
         "TRƯỞNG ĐOÀN    Ghi chú: bản lưu\nSiu Krông Ái Lan Niê Kđăm Ta"),
        ("BAN TỔ CHỨC CUỘC THI\n", ""),
        ("T/M BAN THƯỜNG VỤ\nCHỦ TỊCH\n\n", ""),
        ("Chủ tịch xã chỉ đạo việc này.\n\nLiên hệ: Tổ Thư ký, điện thoại 0290 3 555 218.\n\n", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_where_it_looks_signed_though_nobody_was_read(end: str, words: str) -> None:
    plan = _plan(end + _LIST)
    place = place_of_signature(plan)
    assert plan.header.signer is None
    assert (plan.source_text[place.start : place.end] if place else "") == words


def test_a_post_over_two_lines_is_one() -> None:
    header = parse(
        RawDocument("p", f"{_HEAD}{_LIST}\nKT. TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\nTHƯỜNG TRỰC\n\nHà Thị Sen\n", "")
    ).header
    assert (header.signer, header.signer_role) == ("Hà Thị Sen", "PHÓ TRƯỞNG BAN THƯỜNG TRỰC")
    assert header.signed_for == "KT. TRƯỞNG BAN"


@pytest.mark.parametrize(
    "end",
    [
        f"{_LIST}\nTRƯỞNG BAN\nkiêm\nTRƯỞNG BAN TỔ CHỨC CUỘC THI\n\nHà Thị Sen\n",
        "Nơi nhận:                     CHỦ TỊCH UBND XÃ\n- Đảng ủy xã;                  kiêm nhiệm\n"
        "- Các thôn;                    TRƯỞNG BAN CHỈ ĐẠO\n- Lưu: VT.\n                               Hà Thị Sen\n",
    ],
)
def test_two_posts_of_one_person_with_a_word_between_them(end: str) -> None:
    header = parse(RawDocument("p", _HEAD + end, "0")).header
    assert header.signer == "Hà Thị Sen"
    assert (header.signer_role or "").startswith("TRƯỞNG BAN")
    assert "Đảng ủy xã" in header.recipients
