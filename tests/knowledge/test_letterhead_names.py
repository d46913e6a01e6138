"""Whose a document is and how it is called, by families of letterheads; lines wrap where a narrow cell breaks them."""

from __future__ import annotations

import pytest

from knowledge.model import Plan, RawDocument
from knowledge.parsing import parse
from knowledge.understanding.profiles import profile


def read(head: str, number: str = "12/KH-ABC", place: str = "Tân Yên", after: str = "", kind: str = "KẾ HOẠCH") -> Plan:
    text = (
        f"{head}\nSố: {number}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        f"{place}, ngày 03 tháng 3 năm 2026\n\n{kind}\nThực hiện công tác dân vận năm 2026\n\n"
        f"Căn cứ Luật Thực hiện dân chủ ở cơ sở;\n\n{after}\n\nI. NỘI DUNG\n\n1. Tuyên truyền.\n\n2. Báo cáo.\n\n"
        "Nơi nhận:\n- Lưu: VT."
    )
    return parse(RawDocument("p", text, ""))


def named(plan: Plan) -> str:
    return profile(plan).name


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("HỘI NÔNG DÂN VIỆT NAM\nBAN CHẤP HÀNH TỈNH AN PHÚ", "Ban Chấp hành Hội Nông dân tỉnh An Phú"),
        (
            "HỘI CỰU CHIẾN BINH VIỆT NAM\nBAN CHẤP HÀNH\nTỈNH AN PHÚ",
            "Ban Chấp hành Hội Cựu chiến binh tỉnh An Phú",
        ),
        ("ĐOÀN TNCS HỒ CHÍ MINH\nBCH TỈNH AN PHÚ", "BCH Đoàn TNCS Hồ Chí Minh tỉnh An Phú"),
        (
            "ĐOÀN TNCS HỒ CHÍ MINH\nBCH TRƯỜNG ĐẠI HỌC SÔNG HẬU",
            "BCH Đoàn TNCS Hồ Chí Minh Trường Đại học Sông Hậu",
        ),
        ("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM\nLIÊN ĐOÀN LAO ĐỘNG TỈNH AN PHÚ", "Liên đoàn Lao động tỉnh An Phú"),
        ("HỘI LHPN TỈNH AN PHÚ\nBAN THƯỜNG VỤ", "Ban Thường vụ Hội LHPN tỉnh An Phú"),
        ("HỘI CHỮ THẬP ĐỎ VIỆT NAM\nBAN CHẤP HÀNH TỈNH AN PHÚ", "Ban Chấp hành Hội Chữ thập đỏ tỉnh An Phú"),
        (
            "HỘI NÔNG DÂN VIỆT NAM\nBAN CHẤP HÀNH TRUNG ƯƠNG",
            "Ban Chấp hành Trung ương Hội Nông dân Việt Nam",
        ),
        (
            "ỦY BAN MTTQ VIỆT NAM\nTỈNH AN PHÚ\nBAN THƯỜNG TRỰC",
            "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh An Phú",
        ),
        (
            "HỘI ĐỒNG NHÂN DÂN\nXÃ AN PHÚ\nBAN KINH TẾ - NGÂN SÁCH",
            "Ban Kinh tế - Ngân sách Hội đồng nhân dân xã An Phú",
        ),
        ("HỘI ĐỒNG NHÂN DÂN TỈNH AN PHÚ\nTỔ ĐẠI BIỂU SỐ 5", "Tổ đại biểu số 5 Hội đồng nhân dân tỉnh An Phú"),
        ("TỈNH ỦY AN PHÚ\nVĂN PHÒNG", "Văn phòng Tỉnh ủy An Phú"),
        ("ĐOÀN LUẬT SƯ TỈNH AN PHÚ\nBAN CHỦ NHIỆM", "Ban Chủ nhiệm Đoàn Luật sư tỉnh An Phú"),
        ("TRƯỜNG ĐẠI HỌC SÔNG HẬU\nKHOA KINH TẾ", "Khoa Kinh tế Trường Đại học Sông Hậu"),
    ],
)
def test_a_committee_is_named_with_the_body_it_acts_for(head: str, issuer: str) -> None:
    assert named(read(head)) == issuer


def test_its_own_text_says_how_the_body_calls_itself() -> None:
    head = "HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM\nBAN THƯỜNG VỤ TỈNH AN PHÚ"
    text = "Ban Thường vụ Hội Liên hiệp Phụ nữ tỉnh An Phú xây dựng kế hoạch như sau:"
    assert read(head, after=text).header.issuer == "Ban Thường vụ Hội Liên hiệp Phụ nữ tỉnh An Phú"


@pytest.mark.parametrize(
    ("head", "number", "issuer"),
    [
        (
            "CÔNG AN XÃ AN PHÚ\nĐOÀN TNCS HỒ CHÍ MINH\nXÃ AN PHÚ",
            "04/KHLT-CAX-ĐTN",
            "Công an xã An Phú - Đoàn TNCS Hồ Chí Minh xã An Phú",
        ),
        (
            "HỘI NÔNG DÂN VIỆT NAM\nHỘI NÔNG DÂN TỈNH AN PHÚ\nSỞ Y TẾ",
            "04-QCPH/HNDT-SYT",
            "Hội Nông dân tỉnh An Phú - Sở Y tế",
        ),
        (
            "CÔNG AN XÃ AN PHÚ\nỦY BAN MTTQ VIỆT NAM XÃ AN PHÚ\nHỘI LIÊN HIỆP PHỤ NỮ XÃ AN PHÚ",
            "12/KHPH-CAX-MTTQ-HLHPN",
            "Công an xã An Phú - Ủy ban MTTQ Việt Nam xã An Phú - Hội Liên hiệp Phụ nữ xã An Phú",
        ),
        (
            "TỈNH ỦY AN PHÚ\nBAN TUYÊN GIÁO VÀ DÂN VẬN -\nBỘ CHỈ HUY QUÂN SỰ TỈNH",
            "05-CTrPH/BTGDV-BCHQS",
            "Ban Tuyên giáo và Dân vận - Bộ Chỉ huy Quân sự tỉnh An Phú",
        ),
        (
            "BẢO HIỂM XÃ HỘI TỈNH AN PHÚ\nBẢO HIỂM XÃ HỘI CƠ SỞ TÂN YÊN",
            "19/KHPH-BHXH-UBND",
            "Bảo hiểm xã hội cơ sở Tân Yên tỉnh An Phú",
        ),
    ],
)
def test_bodies_that_issue_a_document_together_are_both_named(head: str, number: str, issuer: str) -> None:
    assert named(read(head, number, place="Tân Yên" if "TÂN YÊN" in head else "An Phú")) == issuer


def test_a_committee_in_the_number_is_no_second_issuer() -> None:
    plan = read("ỦY BAN MTTQ VIỆT NAM\nXÃ AN PHÚ\nBAN THƯỜNG TRỰC", "58/MTTQ-BTT", "An Phú")
    assert (plan.header.parent, named(plan)) == (
        "ỦY BAN MTTQ VIỆT NAM XÃ AN PHÚ",
        "Ban Thường trực Ủy ban MTTQ Việt Nam xã An Phú",
    )


@pytest.mark.parametrize(
    ("head", "issuer", "number"),
    [
        (
            "HỘI ĐỒNG NHÂN DÂN\nTỈNH AN PHÚ\nĐOÀN GIÁM SÁT THEO NQ SỐ 64/NQ-HĐND",
            "Đoàn giám sát Hội đồng nhân dân tỉnh An Phú",
            "05/KH-ĐGS",
        ),
        ("UBND TỈNH AN PHÚ\nCỤM THI ĐUA SỐ 3", "Cụm thi đua số 3 tỉnh An Phú", "05/KH-CTĐ"),
        ("UBND XÃ AN PHÚ\nTRƯỜNG TIỂU HỌC SỐ 2\nTÂN YÊN", "Trường Tiểu học số 2 Tân Yên", "05/KH-TH"),
    ],
)
def test_a_number_in_a_name_is_not_the_papers(head: str, issuer: str, number: str) -> None:
    plan = read(head, number, "An Phú")
    assert (named(plan), plan.header.number) == (issuer, number)


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("ỦY BAN NHÂN DÂN\nXÃ AN PHÚ\nTHÔN TÂN YÊN", "Thôn Tân Yên xã An Phú"),
        ("UBND PHƯỜNG AN PHÚ\nKHU PHỐ 7", "Khu phố 7 phường An Phú"),
        ("ĐẢNG ỦY XÃ AN PHÚ\nCHI BỘ THÔN TÂN YÊN", "Chi bộ thôn Tân Yên xã An Phú"),
        (
            "ĐẢNG ỦY XÃ AN LIÊN\nBAN CHỈ ĐẠO CÔNG TÁC DÂN VẬN\nVÀ DÂN CHỦ",
            "Ban Chỉ đạo công tác dân vận và dân chủ xã An Liên",
        ),
        (
            "UBND TỈNH AN PHÚ\nBAN CHỈ ĐẠO PHONG TRÀO “TOÀN DÂN\nĐOÀN KẾT XÂY DỰNG ĐỜI SỐNG VĂN HÓA”",
            "Ban Chỉ đạo phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” tỉnh An Phú",
        ),
        ("UBND XÃ AN PHÚ\nPHÒNG VĂN HÓA - XÃ HỘI", "Phòng Văn hóa - Xã hội xã An Phú"),
        ("CỤC THUẾ\nTHUẾ TỈNH AN PHÚ", "Thuế tỉnh An Phú"),
        (
            "ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG\nTỈNH AN PHÚ\nỦY BAN KIỂM TRA",
            "Ủy ban Kiểm tra Đảng ủy các cơ quan Đảng tỉnh An Phú",
        ),
    ],
)
def test_lines_below_each_other_are_told_apart(head: str, issuer: str) -> None:
    place = head.split(" AN ")[1].split("\n")[0]
    assert named(read(head, place=f"An {place.title()}")) == issuer


def test_rules_of_a_village_are_a_kind_of_paper() -> None:
    plan = read("ỦY BAN NHÂN DÂN\nXÃ AN PHÚ\nTHÔN TÂN YÊN", kind="HƯƠNG ƯỚC")
    assert (plan.header.doc_type, plan.header.issuer) == ("HƯƠNG ƯỚC", "THÔN TÂN YÊN")


def test_a_village_is_found_by_its_own_name() -> None:
    told = profile(read("ỦY BAN NHÂN DÂN\nXÃ AN PHÚ\nTHÔN TÂN YÊN", place="Tân Yên"))
    assert told.own is not None
    assert (told.own.name, told.name) == ("Tân Yên", "Thôn Tân Yên xã An Phú")


def test_what_an_official_letter_is_about_is_no_office() -> None:
    text = (
        "TỈNH ỦY AN PHÚ\nBAN TUYÊN GIÁO VÀ DÂN VẬN\n*\nSố 318-CV/BTGDVTU\nV/v đôn đốc báo cáo, hồ sơ\n"
        'phong trào "Dân vận khéo" và quy chế dân chủ ở cơ sở\n6 tháng đầu năm 2026\nĐẢNG CỘNG SẢN VIỆT NAM\n'
        "An Phú, ngày 02 tháng 7 năm 2026\nKính gửi: Đảng ủy các xã, phường.\n\n1. Gửi báo cáo.\n\nNơi nhận:\n- Lưu."
    )
    plan = parse(RawDocument("p", text, ""))
    assert named(plan) == "Ban Tuyên giáo và Dân vận Tỉnh ủy An Phú"
    assert plan.header.title is not None
    assert plan.header.title.endswith("6 tháng đầu năm 2026")


@pytest.mark.parametrize(
    ("head", "own"),
    [
        ("UBND XÃ AN PHÚ\nTRƯỜNG THCS ĐINH TIÊN PHONG", "Đinh Tiên Phong"),
        ("UBND XÃ AN PHÚ\nTRƯỜNG THCS NGUYỄN BÁ SƠ", "Nguyễn Bá Sơ"),
        ("SỞ Y TẾ TỈNH AN PHÚ\nBỆNH VIỆN SẢN - NHI\nSÔNG HẬU", "Sông Hậu"),
    ],
)
def test_a_name_does_not_end_at_a_syllable_like_an_office(head: str, own: str) -> None:
    place = profile(read(head, place="An Phú")).own
    assert place is not None
    assert place.name == own


def test_a_supervision_of_years_that_are_over_is_of_the_year_of_issue() -> None:
    text = (
        "UBND XÃ AN PHÚ\nSố: 1/KH-UBND\nAn Phú, ngày 09 tháng 4 năm 2026\n\n"
        "KẾ HOẠCH\nGiám sát việc cấp nước giai đoạn 2021 - 2025\n\n1. Làm."
    )
    assert profile(parse(RawDocument("p", text, ""))).year == 2026


@pytest.mark.parametrize(
    ("head", "parent", "issuer"),
    [
        ("UBND HUYỆN TÂN YÊN\nHỢP TÁC XÃ MÔI\nTRƯỜNG PHÚC LỘC", "UBND HUYỆN TÂN YÊN", "HỢP TÁC XÃ MÔI TRƯỜNG PHÚC LỘC"),
        ("HỢP TÁC\nXÃ MÔI TRƯỜNG PHÚC LỘC", None, "HỢP TÁC XÃ MÔI TRƯỜNG PHÚC LỘC"),
        ("HTX MÔI TRƯỜNG PHÚC LỘC", None, "HTX MÔI TRƯỜNG PHÚC LỘC"),
        ("Hợp tác xã Môi trường Phúc Lộc", None, "Hợp tác xã Môi trường Phúc Lộc"),
        ("HỢP TÁC XÃ", None, "HỢP TÁC XÃ"),
        ("BAN CHỈ HUY\nPHÒNG THỦ DÂN SỰ XÃ TÂN YÊN", None, "BAN CHỈ HUY PHÒNG THỦ DÂN SỰ XÃ TÂN YÊN"),
        ("UBND XÃ TÂN YÊN\nBAN CHỈ ĐẠO\nPHÒNG, CHỐNG LỤT BÃO", "UBND XÃ TÂN YÊN", "BAN CHỈ ĐẠO PHÒNG, CHỐNG LỤT BÃO"),
        ("CHI CỤC\nBẢO VỆ MÔI TRƯỜNG TỈNH AN PHÚ", None, "CHI CỤC BẢO VỆ MÔI TRƯỜNG TỈNH AN PHÚ"),
        ("BAN CHỈ ĐẠO\nĐỔI MỚI DOANH NGHIỆP TỈNH", None, "BAN CHỈ ĐẠO ĐỔI MỚI DOANH NGHIỆP TỈNH"),
        ("BAN VẬN ĐỘNG\nQUỸ VÌ NGƯỜI NGHÈO", None, "BAN VẬN ĐỘNG QUỸ VÌ NGƯỜI NGHÈO"),
        ("BAN TỔ CHỨC\nHỘI THI TUYÊN TRUYỀN VIÊN", None, "BAN TỔ CHỨC HỘI THI TUYÊN TRUYỀN VIÊN"),
    ],
)
def test_a_word_within_a_name_begins_no_second_body(head: str, parent: str | None, issuer: str) -> None:
    header = read(head).header
    assert header.parent == parent
    assert header.issuer is not None
    assert header.issuer.startswith(issuer)


def test_a_cooperative_is_named_by_the_sentence_that_enacts() -> None:
    enacts = "Thực hiện Kế hoạch số 3/KH-UBND, Hợp tác xã Môi trường Phúc Lộc xây dựng kế hoạch như sau:"
    assert read("", after=enacts).header.issuer == "Hợp tác xã Môi trường Phúc Lộc"


def test_a_body_cited_of_a_higher_level_does_not_complete_the_name() -> None:
    after = "Căn cứ Kế hoạch của Hội Nông dân tỉnh; Ban Thường vụ Hội Nông dân xã xây dựng kế hoạch như sau:"
    header = read("ỦY BAN MTTQ VIỆT NAM\nXÃ AN PHÚ\nHỘI NÔNG DÂN", place="An Phú", after=after).header
    assert header.issuer == "Hội Nông dân xã An Phú"


def test_the_union_of_all_unions_stands_above_that_of_a_province() -> None:
    header = read("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM\nLIÊN ĐOÀN LAO ĐỘNG TỈNH AN PHÚ").header
    assert (header.parent, header.issuer) == ("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM", "LIÊN ĐOÀN LAO ĐỘNG TỈNH AN PHÚ")
