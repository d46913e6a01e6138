"""Lists of the kind "5 không" follow alterations: wording, number, place, note marks, form of the text."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from knowledge.facts import extract
from knowledge.model import NoList
from tests.knowledge.facts.alterations import FORMS, Alteration, bracketed_notes, read, small_plan, source, swap

SCHOOLS, OFFICE_1 = "dang-uy-so-gd-tphcm-2024", "ubnd-quan-1-2023"
INLINE = (
    "Không để người nghèo, người yếu thế tụt hậu, bị bỏ quên",
    "Không gây phiền hà cho Nhân dân và doanh nghiệp "
    "(cụ thể là cán bộ, giáo viên, học sinh sinh viên và người lao động)",
    "Không xả rác bừa bãi ra đường phố và kinh rạch",
    "Không vi phạm luật giao thông đường bộ",
    "Không tụ tập gây rối, ảnh hưởng an ninh chính trị, trật tự an toàn nơi cư trú và trên đường phố",
)
NOTE = (
    "Không cửa quyền, hách dịch, gây khó khăn, phiền hà",
    "không quan liêu, vô cảm, vô trách nhiệm",
    "không tham nhũng, lăng phí, lợi ích nhóm",
    "không xu nịnh, chạy chọt, gian dối",
    "không lợi dụng chức vụ, quyền hạn trong thực thi công vụ",
)
HEADINGS = (
    "Không để người nghèo, người yếu thế tụt hậu, bị bỏ quên",
    "Không gây phiền hà cho người dân và doanh nghiệp",
    "Không xả rác ra đường phố và kênh rạch",
    "Không vi phạm luật giao thông đường bộ",
    "Không tụ tập gây rối, ảnh hưởng an ninh chính trị, trật tự an toàn nơi cư trú và trên đường phố",
)
OFFICIALS = "Cán bộ, công chức, viên chức"
HEADS = "Thủ trưởng các phòng, ban, cơ quan, đơn vị, Chủ tịch Ủy ban nhân dân 10 phường"
ORGANISE = "theo chức năng, nhiệm vụ tập trung triển khai thực hiện"


@dataclass(frozen=True)
class Case:
    name: str
    stem: str
    pairs: tuple[tuple[str, str], ...]
    lists: tuple[tuple[int, str | None, str, tuple[str, ...]], ...]
    """count, target, section, items."""


RESIDENTS = (5, None, "II.A.5", INLINE)
STAFF = (5, OFFICIALS, "chú thích 3", NOTE)
LAST_TWO = "; " + "; ".join(INLINE[3:]) + "."
NOTE_LINE = "³ " + "; ".join(NOTE) + "."
CASES = (
    Case("original", SCHOOLS, (), (RESIDENTS, STAFF)),
    Case(
        "four",
        SCHOOLS,
        (("nội dung “5 không”¹", "nội dung “4 không”¹"), (LAST_TWO, f"; {INLINE[3]}.")),
        ((4, None, "II.A.5", INLINE[:4]), STAFF),
    ),
    Case(
        "six in words",
        SCHOOLS,
        (
            ("nội dung “5 không”¹", "nội dung “Sáu không”¹"),
            (LAST_TWO, f"{LAST_TWO[:-1]}; Không hút thuốc nơi công cộng."),
        ),
        ((6, None, "II.A.5", (*INLINE, "Không hút thuốc nơi công cộng")), STAFF),
    ),
    Case(
        "reworded",
        SCHOOLS,
        ((INLINE[2], "Không lấn chiếm lòng, lề đường"), (NOTE[1], "không chậm trễ, đùn đẩy")),
        (
            (5, None, "II.A.5", (*INLINE[:2], "Không lấn chiếm lòng, lề đường", *INLINE[3:])),
            (5, OFFICIALS, "chú thích 3", (NOTE[0], "không chậm trễ, đùn đẩy", *NOTE[2:])),
        ),
    ),
    Case(
        "other people",
        SCHOOLS,
        (("“Cán bộ, công chức, viên chức nói không", "“Giáo viên, nhân viên nói không"),),
        (RESIDENTS, (5, "Giáo viên, nhân viên", "chú thích 3", NOTE)),
    ),
    Case(
        "addressed",
        SCHOOLS,
        (("nội dung “5 không”¹:", "nội dung “5 không” đối với người dân thành phố¹:"),),
        ((5, "người dân thành phố", "II.A.5", INLINE), STAFF),
    ),
    Case(
        "as bullets",
        SCHOOLS,
        (("”¹: " + "; ".join(INLINE) + ".", "”¹ như sau:\n\n" + "\n\n".join(f"- {item};" for item in INLINE)),),
        (RESIDENTS, STAFF),
    ),
    Case(
        "note moved to bullets",
        SCHOOLS,
        (
            (
                "“5 không”³; “Khéo” trong xây dựng",
                "“5 không” như sau:\n\n" + "\n\n".join(f"- {item};" for item in NOTE) + "\n\n“Khéo” trong xây dựng",
            ),
            (NOTE_LINE, ""),
        ),
        (RESIDENTS, (5, OFFICIALS, "II.B.1", NOTE)),
    ),
    Case("original", OFFICE_1, (), ((5, None, "II", HEADINGS),)),
    Case(
        "four headings",
        OFFICE_1,
        (("5 KHÔNG", "4 KHÔNG"), ("“5 không”", "“4 không”"), (f"\n5. {HEADINGS[4]}\n", "\n")),
        ((4, None, "II", HEADINGS[:4]),),
    ),
    Case(
        "reworded headings",
        OFFICE_1,
        ((HEADINGS[2], "Không lấn chiếm vỉa hè"), (HEADINGS[3], "Không uống rượu, bia khi lái xe")),
        ((5, None, "II", (*HEADINGS[:2], "Không lấn chiếm vỉa hè", "Không uống rượu, bia khi lái xe", HEADINGS[4])),),
    ),
    Case(
        "those who follow it",
        OFFICE_1,
        ((HEADS, "cán bộ, công chức các trường"), (ORGANISE, "nghiêm túc thực hiện")),
        ((5, "cán bộ, công chức các trường", "II", HEADINGS),),
    ),
    Case(
        "moved by those who organise it",
        OFFICE_1,
        ((ORGANISE, "triển khai, vận động người dân thực hiện"),),
        ((5, "người dân", "II", HEADINGS),),
    ),
    Case(
        "renumbered",
        OFFICE_1,
        (("\nII. NỘI DUNG", "\nIV. NỘI DUNG"), ("\nIII. TỔ CHỨC", "\nV. TỔ CHỨC")),
        ((5, None, "IV", HEADINGS),),
    ),
)


def seen(no_list: NoList) -> tuple[int, str | None, str, tuple[str, ...]]:
    return no_list.count, no_list.target, no_list.section, tuple(item.text for item in no_list.items)


@pytest.mark.parametrize("form", FORMS, ids=[form.name for form in FORMS])
@pytest.mark.parametrize("case", CASES, ids=[f"{case.stem[:12]} {case.name}" for case in CASES])
def test_lists_follow(case: Case, form: Alteration) -> None:
    text = form.apply(swap(*case.pairs)(source(case.stem)))
    lists = extract(read(text)).no_lists
    assert sorted(map(seen, lists), key=str) == sorted(case.lists, key=str)
    for no_list in lists:
        assert no_list.introduced
        for citation in (*no_list.introduced, *(c for item in no_list.items for c in item.citations)):
            assert text[citation.start : citation.end] == citation.quote


def test_bracketed_note_marks() -> None:
    lists = extract(read(bracketed_notes(source(SCHOOLS)))).no_lists
    assert [seen(no_list) for no_list in lists] == [RESIDENTS, STAFF]


def test_source_of_a_list_is_its_footnote() -> None:
    residents, staff = extract(read(source(SCHOOLS))).no_lists
    assert "1280-CV/TU" in residents.source_note[0].quote
    assert staff.source_note == ()


@pytest.mark.parametrize(
    ("sentence", "count", "items"),
    [
        (
            "Thực hiện phong trào “4 không”: không ma túy, không cờ bạc, không trộm cắp và không bạo lực học đường.",
            4,
            4,
        ),
        ("Đoàn viên thực hiện “3 không” (không hút thuốc, không uống rượu bia, không vi phạm giao thông).", 3, 3),
        ("Tiếp tục thực hiện có hiệu quả nội dung “5 không” gắn với phong trào thi đua.", 5, 0),
        (
            "Vận động nông dân thực hiện ba không: không sử dụng thuốc cấm; không bán sản phẩm bẩn; không giấu dịch.",
            3,
            3,
        ),
        ("Xây dựng 3 không gian văn hóa Hồ Chí Minh tại các khu phố.", 0, 0),
        ("Trong năm không để xảy ra vụ việc phức tạp.", 0, 0),
    ],
)
def test_lists_in_running_text(sentence: str, count: int, items: int) -> None:
    body = f"I. NỘI DUNG\n\n1. {sentence}\n\n2. Tổ chức thực hiện tốt kế hoạch này."
    lists = extract(read(small_plan(body))).no_lists
    assert [(no_list.count, len(no_list.items)) for no_list in lists] == ([(count, items)] if count else [])


def told(*lines: str) -> list[tuple[str, str | None, tuple[str, ...]]]:
    body = "I. NỘI DUNG\n\n" + "\n\n".join(lines) + "\n\n9. Tổ chức thực hiện tốt kế hoạch này."
    lists = extract(read(small_plan(body))).no_lists
    return [(each.title, each.target, tuple(item.text for item in each.items)) for each in lists]


@pytest.mark.parametrize(
    ("line", "lists"),
    [
        (  # words between the name and its items, and another list after them
            '1. Tổ lái xe cơ quan thực hiện "3 không" khi đón khách: không uống rượu, không chạy ẩu, không đòi '
            'tiền; và "3 tại chỗ" lúc sửa xe: tiếp nhận, báo giá, giao xe.',
            [
                ("3 không", "Tổ lái xe cơ quan", ("không uống rượu", "không chạy ẩu", "không đòi tiền")),
                ("3 tại chỗ", "Tổ lái xe cơ quan", ("tiếp nhận", "báo giá", "giao xe")),
            ],
        ),
        (  # one name of two lists
            '1. Nhân viên thư viện thực hiện "2 không, 3 phải": không nói to, không cáu gắt; phải mở cửa đúng '
            "giờ, phải xếp sách, phải đeo thẻ.",
            [
                ("2 không", "Nhân viên thư viện", ("không nói to", "không cáu gắt")),
                ("3 phải", "Nhân viên thư viện", ("phải mở cửa đúng giờ", "phải xếp sách", "phải đeo thẻ")),
            ],
        ),
        (  # items before the name that sums them up
            '1. Đám cưới gọn nhẹ; không mời thuốc lá, không thuê nhạc sống, không dựng rạp trên đường (gọi tắt là "3 '
            'không" của đám cưới).',
            [
                (
                    "3 không",
                    "đám cưới",
                    ("không mời thuốc lá", "không thuê nhạc sống", "không dựng rạp trên đường"),
                )
            ],
        ),
        (  # items that say their word last
            '1. Chợ giữ "2 sạch": quầy hàng sạch, lối đi sạch.',
            [("2 sạch", None, ("quầy hàng sạch", "lối đi sạch"))],
        ),
        (  # semicolons part items that hold commas and a "không" of their own
            '1. Thực hiện "2 không": không xả nước bẩn, không lấp mương; không chặt cây.',
            [("2 không", None, ("không xả nước bẩn, không lấp mương", "không chặt cây"))],
        ),
        (  # two holders of one name: the items are of the last
            '1. Thực hiện "2 không" của tài xế và "2 không" của phụ xe: không thu thêm tiền, không chen khách.',
            [("2 không", "phụ xe", ("không thu thêm tiền", "không chen khách"))],
        ),
        (  # a name in quotation marks that no items follow is no list, unless it is of "không"
            '1. Phát động "3 nhanh" trong dịp Tết và "3 không" trong lễ hội.',
            [("3 không", None, ())],
        ),
        (  # as many stand around the name as it promises: nothing is claimed
            '1. Bà con nhớ "3 không": rác thì không đốt, chó thì không thả, loa thì không mở khuya.',
            [],
        ),
        ('1. Phát hành "2 tập" và "5 bản in": bản in màu, bản in thử.', []),
    ],
)
def test_lists_of_any_word(line: str, lists: list[tuple[str, str | None, tuple[str, ...]]]) -> None:
    assert told(line) == lists


def test_a_list_that_its_heading_names_ends_where_the_text_names_another() -> None:
    lines = (
        '1. "3 không" ở phòng máy',
        "Người dùng thực hiện: (1) không ăn uống; (2) không cài trò chơi; (3) không để quên tài khoản.",
        'Người trực thực hiện "2 không": không bỏ ca; không cho mượn chìa khóa.',
    )
    assert [(title, items) for title, _, items in told(*lines)] == [
        ("3 không", ("không ăn uống", "không cài trò chơi", "không để quên tài khoản")),
        ("2 không", ("không bỏ ca", "không cho mượn chìa khóa")),
    ]


def test_lists_of_two_words_below_one_name() -> None:
    lines = (
        '1. Nội dung "2 không, 2 có" ở mỗi bếp ăn:',
        "- Không dùng dầu cũ;",
        "- Không trữ đồ ôi;",
        "- Có tủ lưu mẫu;",
        "- Có sổ ghi.",
    )
    assert [(title, items) for title, _, items in told(*lines)] == [
        ("2 không", ("Không dùng dầu cũ", "Không trữ đồ ôi")),
        ("2 có", ("Có tủ lưu mẫu", "Có sổ ghi")),
    ]


def test_the_footnote_of_a_name_is_the_one_marked_there() -> None:
    lines = (
        '1. Ký cam kết "2 không" của bảo vệ¹ và "2 không" của tạp vụ².',
        "¹ Không ngủ trong ca; không bỏ vị trí.",
        "² Không lấy đồ bỏ quên; không bỏ sót phòng.",
    )
    assert [(target, items) for _, target, items in told(*lines)] == [
        ("bảo vệ", ("Không ngủ trong ca", "không bỏ vị trí")),
        ("tạp vụ", ("Không lấy đồ bỏ quên", "không bỏ sót phòng")),
    ]


def test_items_behind_a_name_at_the_head_of_a_line_that_quotation_marks_name_above() -> None:
    body = """I. NỘI DUNG
1. Giáo viên thực hiện “3 nên, 2 tránh”
- 3 nên: nên gọi trước khi nhắn; nên khen trước khi góp ý; nên gặp riêng.
- 2 tránh: tránh phê bình trên nhóm lớp; tránh nhắn sau 21 giờ."""
    lists = extract(read(small_plan(body))).no_lists
    assert [(each.title, len(each.items)) for each in lists] == [("3 nên", 3), ("2 tránh", 2)]
    assert lists[1].items[1].text == "tránh nhắn sau 21 giờ"


def test_a_list_in_a_note_ends_where_the_note_names_another() -> None:
    body = """I. NỘI DUNG
1. Thực hiện “4 xin, 2 luôn” tại bộ phận một cửa¹.

¹ “4 xin”: xin chào, xin lỗi, xin cảm ơn, xin phép. “2 luôn”: luôn mỉm cười, luôn lắng nghe."""
    first, second = extract(read(small_plan(body))).no_lists
    assert [item.text for item in first.items] == ["xin chào", "xin lỗi", "xin cảm ơn", "xin phép"]
    assert [item.text for item in second.items] == ["luôn mỉm cười", "luôn lắng nghe"]
