"""Header fields: periods, issuers, signatures in their many forms."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.model import Header, RawDocument
from knowledge.parsing import parse
from knowledge.parsing.offices import completed, is_same_or_longer
from knowledge.parsing.period import period_of_title

ISSUED = date(2018, 3, 5)


@pytest.mark.parametrize(
    ("title", "start", "end"),
    [
        ("Phát động phong trào năm 2023", "2023-01-01", "2023-12-31"),
        ("phát động phong trào từ nay đến năm 2020", "2018-01-01", "2020-12-31"),
        ("phong trào giai đoạn 2021-2025", "2021-01-01", "2025-12-31"),
        ("Chương trình giai đoạn 2021 – 2025 trên địa bàn xã năm 2024", "2024-01-01", "2024-12-31"),
        ("tổng kết năm 2023 và triển khai nhiệm vụ năm 2024", "2024-01-01", "2024-12-31"),
        ("“Năm dân vận khéo” 2020 ngành giáo dục", "2020-01-01", "2020-12-31"),
        ("công tác dân vận 6 tháng cuối năm 2024", "2024-07-01", "2024-12-31"),
        ("công tác dân vận quý IV năm 2024", "2024-10-01", "2024-12-31"),
        ("tháng 02 năm 2024", "2024-02-01", "2024-02-29"),
        ("năm học 2023 - 2024", "2023-09-01", "2024-08-31"),
        ("nhiệm kỳ 2020 - 2025", "2020-01-01", "2025-12-31"),
    ],
)
def test_period_of_a_title(title: str, start: str, end: str) -> None:
    period = period_of_title(title, ISSUED)
    assert period
    assert (str(period.start), str(period.end)) == (start, end)


@pytest.mark.parametrize(
    "title",
    [
        "thực hiện Quyết định số 5-QĐ/TW ngày 08/10/2025 của Bộ Chính trị",
        "bầu cử đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2026 - 2031",
        "kỷ niệm ngày truyền thống (15/10/1930 - 15/10/2020)",
        "nâng cao chất lượng công tác dân vận",
    ],
)
def test_no_period_is_invented(title: str) -> None:
    assert period_of_title(title, ISSUED) is None


@pytest.mark.parametrize(
    ("name", "place", "expected"),
    [
        ("UBND thành phố", "TP. Tân An", "UBND thành phố Tân An"),
        ("UBND thành phố", "Tân An", "UBND thành phố Tân An"),
        ("UBND tỉnh", "TP. Tân An", "UBND tỉnh"),
        ("UBND quận", "Quận 3", "UBND Quận 3"),
        ("UBND xã", None, "UBND xã"),
        ("Thành ủy Tân An", "Tân An", "Thành ủy Tân An"),
    ],
)
def test_a_name_without_its_place_is_completed(name: str, place: str | None, expected: str) -> None:
    assert completed(name, place) == expected


def test_the_body_above_says_which_province_it_is() -> None:
    above = "ỦY BAN MTTQ VIỆT NAM TỈNH AN PHÚ"
    named = completed("Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh", "Tân An", above)
    assert named == "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh An Phú"


def test_abbreviated_and_full_names_are_the_same_body() -> None:
    assert is_same_or_longer("Ủy ban nhân dân thành phố Tân An", "UBND thành phố")
    assert not is_same_or_longer("Ủy ban nhân dân tỉnh", "UBND thành phố")


def _header(head: str, opening: str, end: str) -> Header:
    text = f"{head}\n\nKẾ HOẠCH\nThực hiện công tác dân vận\n\n{opening}\n\nI. NỘI DUNG\n\n1. Một.\n\n2. Hai.\n\n{end}"
    return parse(RawDocument("p", text, "")).header


ENACTS = "Thực hiện Kế hoạch số 9/KH-UBND ngày 01/02/2024 của UBND tỉnh, UBND huyện Hòa Bắc ban hành Kế hoạch như sau:"


def test_the_enacting_body_stands_in_for_a_missing_letterhead() -> None:
    header = _header("", ENACTS, "Nơi nhận:\n- Lưu: VT.")
    assert header.issuer == "UBND huyện Hòa Bắc"
    assert (header.number, header.date, header.place, header.signer) == (None, None, None, None)


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Số: **43** /KH-UBND", "43/KH-UBND"),
        ("Số 109-KH/ThU", "109-KH/ThU"),
        ("Số: 86/2025/QĐ-UBND", "86/2025/QĐ-UBND"),
        ("Số:      /KH-UBND", None),
        ("Số: ..../KH-UBND", None),
        ("Số ….. - KH/ĐU", None),
    ],
)
def test_numbers_as_printed(line: str, number: str | None) -> None:
    assert _header(f"UBND HUYỆN HÒA BẮC\n{line}", ENACTS, "Nơi nhận:\n- Lưu.").number == number


@pytest.mark.parametrize(
    ("end", "signed_for", "role", "signer"),
    [
        ("HIỆU TRƯỞNG\n(đã ký)\nY Thanh Niê", None, "HIỆU TRƯỞNG", "Y Thanh Niê"),
        ("KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG\nH'Hen Niê", "KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG", "H'Hen Niê"),
        ("Nơi nhận:\n- Lưu.\n\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nTrần Thị Bé",
         "TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Thị Bé"),
        ("|\nNơi nhận:\n- Lưu.\n|\n**TM. ỦY BAN NHÂN\nDÂN**\nCHỦ TỊCH\n**Lưu Văn Phúc**\n|",
         "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lưu Văn Phúc"),
        ("T/M BAN THƯỜNG VỤ\nPHÓ Bí THƯ\n\nĐặng Hồng\n\nNơi nhận:\n- Lưu.",
         "T/M BAN THƯỜNG VỤ", "PHÓ Bí THƯ", "Đặng Hồng"),
        ("Nơi nhận:\n- Lưu.\n\nGIÁM ĐỐC\n\n(Đã ký)\n\nPGS.TS. Lê Minh Tâm", None, "GIÁM ĐỐC", "Lê Minh Tâm"),
        ("Nơi nhận:\n- Lưu.\n\nGIÁM ĐỐC\n\nBSCKII. Đinh Văn Chín", None, "GIÁM ĐỐC", "Đinh Văn Chín"),
        ("Nơi nhận:\n- Lưu.\n\nTRƯỞNG CÔNG AN XÃ\n\n\nĐại úy Lò Văn Tám", None, "TRƯỞNG CÔNG AN XÃ", "Lò Văn Tám"),
        ("Nơi nhận:\n- Lưu.\n\nTRƯỞNG CÔNG AN XÃ\nThiếu tá Bùi Thị Lụa", None, "TRƯỞNG CÔNG AN XÃ", "Bùi Thị Lụa"),
        ("Nơi nhận:\n- Lưu.\n\nGIÁM ĐỐC\nThS.BS. Đỗ Hữu Nghĩa", None, "GIÁM ĐỐC", "Đỗ Hữu Nghĩa"),
        ("Nơi nhận:\n- Lưu.\n\nT/M BAN CHỈ ĐẠO\nTRƯỞNG BAN\n\nLục Thị Mai\n*(Bí thư Đảng ủy)*",
         "T/M BAN CHỈ ĐẠO", "TRƯỞNG BAN", "Lục Thị Mai"),
        ("Nơi nhận:\n- Cơ sở;\n\n7\n\n- Lưu: VT.\n        TL. CHỦ TỊCH\n      CHÁNH VĂN PHÒNG\n\n      TS Tô An Nhiên",
         "TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Tô An Nhiên"),
        ("HỘI NGƯỜI CAO TUỔI                    TM. BAN THƯỜNG VỤ\n  KT. CHỦ TỊCH                             BÍ THƯ\n"
         "  PHÓ CHỦ TỊCH\n   (đã ký)                               (đã ký)\n"
         " Trịnh Văn Bảo                       Đại tá Mai Thị Sen\n\n"
         "Nơi nhận:\n- Lưu.", "KT. CHỦ TỊCH; TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH; BÍ THƯ", "Trịnh Văn Bảo; Mai Thị Sen"),
        ("Nơi nhận:\n- Lưu.\n\nTM. BAN THƯỜNG VỤ\nBÍ THƯ\n\nHà Thị Nụ\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nVũ Văn Cơ",
         "TM. BAN THƯỜNG VỤ; TM. ỦY BAN NHÂN DÂN", "BÍ THƯ; CHỦ TỊCH", "Hà Thị Nụ; Vũ Văn Cơ"),
        ("Nơi nhận:\n- Lưu.\n\nHoàng Văn Sáu", None, None, "Hoàng Văn Sáu"),
        ("Nơi nhận:\n- Lưu.", None, None, None),
    ],
)  # fmt: skip
def test_signatures(end: str, signed_for: str | None, role: str | None, signer: str | None) -> None:
    header = _header("UBND HUYỆN HÒA BẮC", ENACTS, end)
    assert (header.signed_for, header.signer_role, header.signer) == (signed_for, role, signer)


def test_recipients_without_noise() -> None:
    end = "Nơi nhận: abc\n- Sở Nội vụ;\n- Đảng ủy, Ban\n\nxây dựng Đảng;\n- Lưu: VT.\n09 KH"
    assert _header("", ENACTS, end).recipients == ("Sở Nội vụ", "Đảng ủy, Ban xây dựng Đảng", "Lưu: VT")


def test_a_stated_duration_is_the_period() -> None:
    end = "3. Thời gian thực hiện: từ ngày 15/11/2025 đến ngày 15/12/2025.\n\nNơi nhận:\n- Lưu."
    period = _header("", ENACTS, end).period
    assert period
    assert (period.start, period.end) == (date(2025, 11, 15), date(2025, 12, 15))


def test_name_of_the_organisation_at_the_right_is_no_issuer() -> None:
    text = (
        "TỈNH ĐOÀN PHÚ LONG\nBCH ĐOÀN XÃ MINH ĐỨC\n***\nSố: 31-KH/ĐTN\nĐOÀN TNCS HỒ CHÍ MINH\n"
        "Minh Đức, ngày 11 tháng 8 năm 2025\n\nKẾ HOẠCH\nTriển khai phong trào năm 2025\n\nI. MỤC ĐÍCH\nPhát huy."
    )
    header = parse(RawDocument("x", text, "0")).header
    assert (header.issuer, header.parent, header.place) == ("BCH ĐOÀN XÃ MINH ĐỨC", "TỈNH ĐOÀN PHÚ LONG", "Minh Đức")
    assert header.date == date(2025, 8, 11)


def test_place_and_date_beside_the_partys_star() -> None:
    head = (
        "TỈNH ỦY AN PHÚ                          ĐẢNG CỘNG SẢN VIỆT NAM\nHUYỆN ỦY HÒA BẮC\n"
        "      *                        Hòa Bắc, ngày 07 tháng 5 năm 2024\n   Số 21-KH/HU"
    )
    header = _header(head, ENACTS, "Nơi nhận:\n- Lưu.")
    assert (header.place, header.date, header.number) == ("Hòa Bắc", date(2024, 5, 7), "21-KH/HU")
    assert (header.parent, header.issuer) == ("TỈNH ỦY AN PHÚ", "HUYỆN ỦY HÒA BẮC")


def test_a_number_left_to_be_filled_in_is_no_place() -> None:
    header = _header("UBND HUYỆN HÒA BẮC\nSố:       /KH-UBND\nHòa Bắc, ngày 07 tháng 5 năm 2024", ENACTS, "")
    assert (header.place, header.number, header.date) == ("Hòa Bắc", None, date(2024, 5, 7))


def test_the_unions_names_are_kept_whole() -> None:
    head = "HỘI LHPN XÃ HÒA BẮC\nBAN THƯỜNG VỤ\nSố: 4/KH-BTV\nHòa Bắc, ngày 07 tháng 5 năm 2024"
    opening = "Thực hiện Kế hoạch số 2/KH-BTV của Ban Thường vụ Hội Liên hiệp\nPhụ nữ xã, Ban Thường vụ đề ra:"
    issuer = _header(head, opening, "Nơi nhận:\n- Lưu.").issuer
    assert issuer == "Ban Thường vụ Hội Liên hiệp Phụ nữ xã Hòa Bắc"


def _head(letterhead: str, opening: str = "") -> Header:
    body = f"{opening}\n\nI. MỤC ĐÍCH\n1. Một.\n2. Hai.\n\nNơi nhận:\n- Lưu."
    text = f"{letterhead}\n\nKẾ HOẠCH\nTrồng cây năm 2026\n\n{body}"
    return parse(RawDocument("x", text, "0")).header


def test_a_committee_is_the_issuer_below_that_of_the_level_above() -> None:
    header = _head("TỈNH ỦY SƠN BÌNH\nHUYỆN ỦY MƯỜNG LÂM\n*\nSố 3-KH/HU\n\nMường Lâm, ngày 06 tháng 3 năm 2026")
    assert (header.parent, header.issuer) == ("TỈNH ỦY SƠN BÌNH", "HUYỆN ỦY MƯỜNG LÂM")


def test_a_body_named_after_a_kind_of_paper_keeps_its_name() -> None:
    header = _head("ĐẢNG ỦY XÃ AN LĨNH\nTỔ GIÚP VIỆC THỰC HIỆN\nNGHỊ QUYẾT VỀ CHUYỂN ĐỔI SỐ\n*\nSố 2-KH/TGV\n\n"
                   "An Lĩnh, ngày 06 tháng 3 năm 2026")  # fmt: skip
    assert header.doc_type == "KẾ HOẠCH"
    assert (header.issuer, header.number) == ("TỔ GIÚP VIỆC THỰC HIỆN NGHỊ QUYẾT VỀ CHUYỂN ĐỔI SỐ", "2-KH/TGV")


def test_what_a_body_is_called_below_is_no_part_of_its_name() -> None:
    opening = "Ban Dân tộc Hội đồng nhân dân tỉnh (sau đây gọi tắt là Ban) ban hành Kế hoạch như sau:"
    header = _head("HỘI ĐỒNG NHÂN DÂN TỈNH SƠN BÌNH\nBAN DÂN TỘC\n\nSơn Bình, ngày 02 tháng 4 năm 2026", opening)
    assert header.issuer == "Ban Dân tộc Hội đồng nhân dân tỉnh Sơn Bình"


@pytest.mark.parametrize(
    "sentence",
    [
        "Kế hoạch này thay Kế hoạch số 9/KH-UBND ngày 03/02/2025 do đổi lịch.",
        "Trên đây là Kế hoạch của Ủy ban nhân dân xã, thay thế Kế hoạch số 9/KH-UBND ngày 03/02/2025.",
        "Kế hoạch có hiệu lực từ ngày 01/3/2026, thay thế Kế hoạch số 9/KH-UBND ngày 03/02/2025.",
        "Kế hoạch này thay cho Kế hoạch số 9/KH-UBND ngày 03/02/2025.",
    ],
)
def test_what_is_replaced(sentence: str) -> None:
    text = (
        f"UBND XÃ AN LĨNH\nSố: 5/KH-UBND\n\nKẾ HOẠCH\nTrồng cây\n\nI. VIỆC\n1. Một.\n2. {sentence}\n\nNơi nhận:\n- Lưu."
    )
    assert [old.number for old in parse(RawDocument("x", text, "0")).header.replaces] == ["9/KH-UBND"]


def test_what_a_plan_only_follows_is_not_replaced() -> None:
    assert _head("UBND XÃ AN LĨNH\nSố: 5/KH-UBND", "Thực hiện Kế hoạch số 9/KH-UBND ngày 03/02/2025.").replaces == ()


@pytest.mark.parametrize(
    ("line", "recipients"),
    [
        (
            "Nơi nhận: Bộ Công an; UBND tỉnh; các xã, phường; Lưu VT.",
            ("Bộ Công an", "UBND tỉnh", "các xã, phường", "Lưu VT"),
        ),
        ("Nơi nhận: Các phòng, ban.", ("Các phòng, ban",)),
        ("Nơi nhận: UBND xã", ("UBND xã",)),
        ("Nơi nhận: xã", ()),
        ("Nơi nhận: xã\n- Bộ Công an;\n- Lưu: VT.", ("Bộ Công an", "Lưu: VT")),
    ],
)
def test_recipients_on_one_line(line: str, recipients: tuple[str, ...]) -> None:
    text = f"CÔNG AN TỈNH\nSố: 5/KH-CAT\n\nKẾ HOẠCH\nTuyên truyền\n\nI. VIỆC\n1. Một.\n\n{line}\n\nGIÁM ĐỐC\nLê Văn Tám"
    assert parse(RawDocument("x", text, "0")).header.recipients == recipients


def test_a_list_of_recipients_below_the_signature_that_stood_beside_its_head() -> None:
    end = (
        "Nơi nhận:\n\nTM. ỦY BAN NHÂN DÂN\n\n- Đảng ủy xã;\n- Các thôn;\n\nKT. CHỦ TỊCH\n\nPHÓ CHỦ TỊCH\n\nLê Thị Hoa\n"
    )
    header = _header("ỦY BAN NHÂN DÂN\nXÃ AN HÒA\nSố: 7/KH-UBND", "", end)
    assert header.recipients == ("Đảng ủy xã", "Các thôn")
    assert (header.signer, header.signer_role) == ("Lê Thị Hoa", "PHÓ CHỦ TỊCH")


def test_the_blank_number_of_an_annexs_plan_does_not_reach_into_the_signature() -> None:
    end = (
        "Nơi nhận:                    T/M BAN THƯỜNG VỤ\n- Các chi bộ,                     PHÓ BÍ THƯ\n- Lưu.\n\n"
        "                              Đỗ Minh Quân\n\nPHỤ LỤC 1\nDANH SÁCH TỔ KIỂM TRA\n"
        "(Kèm theo Kế hoạch số       -KH/ĐU ngày 03/3/2026 của Ban Thường vụ)\n\n1. Nguyễn Văn Hải.\n"
    )
    plan = parse(
        RawDocument("p", f"ĐẢNG ỦY XÃ AN HÒA\n\nKẾ HOẠCH\nkiểm tra\n\nI. NỘI DUNG\n\n1. Một.\n\n2. Hai.\n\n{end}", "")
    )
    assert (plan.header.signer, plan.header.signer_role) == ("Đỗ Minh Quân", "PHÓ BÍ THƯ")
    (annex,) = [section for section in plan.sections if section.path.startswith("Phụ lục")]
    assert "(Kèm theo Kế hoạch số -KH/ĐU ngày 03/3/2026 của Ban Thường vụ)" in annex.heading.text


_HEAD = (
    "ỦY BAN NHÂN DÂN\nXÃ AN HÒA\nSố: 9/KH-UBND\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
)
_BODY = (
    "An Hòa, ngày 05 tháng 3 năm 2026\n\nKẾ HOẠCH\nTết trồng cây năm 2026\n\n"
    "1. Các thôn trồng cây.\n2. Xã tổng kết.\n\n"
)


def _header_of(text: str) -> Header:
    return parse(RawDocument("p", text, "")).header


def test_a_motto_that_wraps_before_its_last_word_ends_no_issuer() -> None:
    wrapped = _HEAD.replace("VIỆT NAM\n", "VIỆT\nNAM\n")
    assert _header_of(wrapped + _BODY).issuer == "ỦY BAN NHÂN DÂN XÃ AN HÒA"


def test_a_date_in_capitals_beside_the_issuer_is_no_part_of_it() -> None:
    text = (
        "ĐẢNG BỘ TỈNH BÌNH GIANG            ĐẢNG CỘNG SẢN VIỆT NAM\nĐẢNG ỦY XÃ AN HÒA\n"
        "     *                             AN HÒA, NGÀY 09 THÁNG 02 NĂM 2026\nSố 14-HD/ĐU\n\n"
        "HƯỚNG DẪN\nsinh hoạt chuyên đề\n\nI- NỘI DUNG\n1- Chi bộ sinh hoạt.\n2- Chi bộ báo cáo.\n"
    )
    header = _header_of(text)
    assert (header.issuer, header.place, header.date) == ("ĐẢNG ỦY XÃ AN HÒA", "AN HÒA", date(2026, 2, 9))


@pytest.mark.parametrize("line", ["Như trên; Hội huyện (báo cáo); Lưu VP.", "Hội huyện (báo cáo); Như trên; Lưu VP."])
def test_recipients_on_one_line_are_each_one(line: str) -> None:
    found = _header_of(f"{_HEAD}{_BODY}CHỦ TỊCH\n\nLê Văn An\n\nNơi nhận: {line}\n").recipients
    assert sorted(found) == ["Hội huyện (báo cáo)", "Lưu VP", "Như trên"]


def test_a_paper_may_be_dated_above_its_signature() -> None:
    text = (
        "TRƯỜNG THPT AN HÒA\nTỔ TOÁN - TIN\n\nKẾ HOẠCH\nBồi dưỡng học sinh giỏi\n\n1. Thầy Hòa dạy khối 10.\n"
        "2. Cô Vân dạy khối 11.\n\nAn Hòa, ngày 25 tháng 8 năm 2026\nTỔ TRƯỞNG\n\nBùi Văn Hòa\n"
    )
    header = _header_of(text)
    assert (header.place, header.date, header.signer) == ("An Hòa", date(2026, 8, 25), "Bùi Văn Hòa")


def test_a_resolution_says_when_it_was_passed_and_when_it_holds() -> None:
    body = _BODY.replace(
        "2. Xã tổng kết.",
        "2. Kế hoạch này được Hội đồng nhân dân xã khóa II, kỳ họp thứ 3 thông qua ngày 10 tháng 3 năm 2026 và có hiệu "
        "lực từ ngày 20 tháng 3 năm 2026.",
    )
    assert _header_of(_HEAD + body).effective == date(2026, 3, 20)


def test_a_letters_subject_in_quotes_ends_with_them() -> None:
    """And no word of it is a place: "Ngày hội" is no date."""
    letter = (
        'ĐOÀN TNCS HỒ CHÍ MINH\nBCH ĐOÀN XÃ TRƯỜNG XUÂN\n***\nSố: 14-CV/ĐTN\n"V/v chuẩn bị Ngày hội Dân vận khéo"\n'
        "Trường Xuân, ngày 01 tháng 10 năm 2026\nKính gửi: Các Chi đoàn trực thuộc.\n\n"
        "Ban Thường vụ Đoàn xã đề nghị các Chi đoàn gửi danh sách trước ngày 15/10.\n\nNơi nhận:\n- Như kính gửi.\n"
    )
    header = parse(RawDocument("x", letter, "")).header
    assert (header.title, header.place) == ("chuẩn bị Ngày hội Dân vận khéo", "Trường Xuân")
    assert (header.number, header.date) == ("14-CV/ĐTN", date(2026, 10, 1))


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("CHỈ THỊ\nCỦA BAN THƯỜNG VỤ HUYỆN ỦY\nvề tăng cường công tác dân vận", "về tăng cường công tác dân vận"),
        ("QUY ĐỊNH\nCỦA BAN CHẤP HÀNH\nĐẢNG BỘ XÃ\nvề chế độ báo cáo", "về chế độ báo cáo"),
        ("KẾ HOẠCH\nCủa Đảng ủy xã\nthực hiện phong trào năm 2026", "Của Đảng ủy xã thực hiện phong trào năm 2026"),
    ],
)
def test_whose_a_party_document_is_is_no_title(lines: str, title: str) -> None:
    text = (
        "HUYỆN ỦY BẢO SƠN\n*\nSố 21-CT/HU\n\nĐẢNG CỘNG SẢN VIỆT NAM\nBảo Sơn, ngày 30 tháng 6 năm 2026\n\n"
        f"{lines}\n-----\n\nBan Thường vụ yêu cầu:\n\n1. Các cấp ủy quán triệt.\n"
    )
    assert parse(RawDocument("x", text, "")).header.title == title


def decision(clause: str, title: str = "Về việc phát động phong trào “Dân vận khéo” năm 2027") -> Header:
    """The header of an invented decision of 20 November 2026 with one clause on its validity."""
    text = (
        "ỦY BAN NHÂN DÂN\nPHƯỜNG AN TÂY\n\nSố: 215/QĐ-UBND\n\nAn Tây, ngày 20 tháng 11 năm 2026\n\nQUYẾT ĐỊNH\n\n"
        f"{title}\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Phát động thi đua.\n\n{clause}\n\nĐiều 9. Các khu phố thi hành.\n"
    )
    return parse(RawDocument("an-tay", text, "x")).header


@pytest.mark.parametrize(
    ("clause", "start", "end"),
    [
        ("Điều 2. Quyết định này có hiệu lực từ ngày 01 tháng 12 năm 2026 đến hết ngày 31 tháng 12 năm 2027.", 1, 31),
        ("Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày ký đến hết ngày 31/12/2027.", 20, 31),
        ("Điều 2. Quyết định này có giá trị thực hiện đến hết ngày 30/11/2027.", None, 30),
        ("Điều 2. Kế hoạch này được thực hiện từ ngày 05.12.2026 đến ngày 15.12.2027.", 5, 15),
        ("Điều 2. Thời gian thực hiện\nTừ ngày 07/12/2026 đến ngày 24/12/2027.", 7, 24),
        ("Điều 2. Thời gian thực hiện\nTừ ngày 07/12/2026 đến ngày 24/12/2027 (383 ngày).", 7, 24),
        ("Điều 2. Quyết định này và các phụ lục kèm theo có hiệu lực đến hết ngày 30/11/2027.", None, 30),
        ("Điều 2. Hiệu lực\n1. Quy chế phối hợp này có giá trị từ ngày 02/12/2026 đến ngày 30/11/2027./.", 2, 30),
        (
            "Điều 2. Quyết định này có hiệu lực từ ngày 03/12/2026 đến hết ngày 30/11/2027, thay thế Quyết định số "
            "12/QĐ-UBND ngày 05/01/2026.",
            3,
            30,
        ),
        (
            "Điều 2. Quyết định này thay thế Quyết định số 12/QĐ-UBND ngày 05/01/2026 và có hiệu lực đến hết ngày "
            "30/11/2027.",
            None,
            30,
        ),
    ],
)
def test_stated_validity_wins_over_the_title_and_is_cited(clause: str, start: int | None, end: int) -> None:
    header = decision(clause)
    assert header.period
    assert not header.period.of_title
    assert (header.period.start and header.period.start.day, header.period.end and header.period.end.day) == (
        start,
        end,
    )
    assert header.titled
    assert header.titled.of_title
    assert header.meant == header.titled
    assert "period" in header.spans


@pytest.mark.parametrize(
    "clause",
    [
        "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.",
        "Điều 2. Hội thi\na) Thời gian thực hiện: từ ngày 01/3/2027 đến ngày 15/3/2027.",
        "Điều 2. Thời gian thực hiện\na) Đợt 1: từ ngày 01/3/2027 đến ngày 15/3/2027.\n"
        "b) Đợt 2: từ ngày 01/6/2027 đến ngày 15/6/2027.",
        "Điều 2. Thẻ dự thi có hiệu lực từ ngày 01/3/2027 đến ngày 15/3/2027.",
        "Điều 2. Thẻ tham quan được cấp theo Kế hoạch này có giá trị từ ngày 01/02/2027 đến ngày 28/02/2027.",
        "Điều 2. Quy định cấp thẻ theo Kế hoạch này có giá trị từ ngày 01/02/2027 đến ngày 28/02/2027.",
        "Điều 2. Quy định này thay thế Quy định cũ có hiệu lực từ ngày 01/01/2020 đến ngày 31/12/2024.",
        "Điều 2. Kế hoạch này quy định việc cấp thẻ ra vào có giá trị đến ngày 15/12/2027.",
        "Điều 2. Chỉ thị này được thực hiện từ ngày 01/12/2026 đến ngày 31/12/2026 là giai đoạn 1.",
        "Điều 2. Thời gian thực hiện: từ ngày 01/01/2027 đến ngày 31/10/2027 đăng ký; sau đó triển khai.",
        "Điều 2. Thời gian thực hiện: từ ngày 01/01/2027 đến ngày 31/10/2027; sau đó triển khai.",
        "Điều 2. Thời gian thực hiện\nTừ ngày 01/02/2027 đến ngày 15/7/2027.",
    ],
)
def test_other_times_leave_the_title_its_year(clause: str) -> None:
    header = decision(clause)
    assert header.period
    assert header.period.of_title
    assert header.titled is None
    assert (str(header.period.start), str(header.period.end)) == ("2027-01-01", "2027-12-31")


def test_a_stage_does_not_shrink_a_plan_of_several_years() -> None:
    stage = "Điều 2. Thời gian thực hiện: từ ngày 01/12/2026 đến ngày 31/12/2026{}."
    for after in ("", " đăng ký; sau đó triển khai"):
        header = decision(stage.format(after), "Về việc phát động phong trào giai đoạn 2026 - 2030")
        assert header.period
        assert (str(header.period.start), str(header.period.end)) == ("2026-01-01", "2030-12-31")


def test_the_date_of_a_letter_ends_before_its_subject() -> None:
    text = (
        "UBND XÃ HÒA BÌNH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\tĐộc lập - Tự do - Hạnh phúc\n\n"
        "Số: 35/UBND-VP\tHòa Bình, ngày 03 tháng 3 năm 2026\nV/v hồ sơ đề nghị khen thưởng\n\n"
        "Kính gửi: Các thôn.\n\n1. Các thôn gửi hồ sơ trước ngày 15/5/2026.\n"
    )
    plan = parse(RawDocument("thu", text, ""))
    span = plan.header.spans["date"]
    assert plan.source_text[span.start : span.end] == "ngày 03 tháng 3 năm 2026"
