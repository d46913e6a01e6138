"""What says whose plan the talk is about, and what only sounds like it and asks."""

from __future__ import annotations

import pytest

from knowledge.understanding import Interpreter

from .test_other_collections import plan

SO, BEN_CAT, LAI_CHAU, QUAN_1, QUANG_NGAI = (
    "dang-uy-so-gd-tphcm-2024", "phong-gddt-ben-cat-2020", "thanh-uy-lai-chau-2023", "ubnd-quan-1-2023",
    "ubnd-tp-quang-ngai-2018",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("tôi ở quận 1", QUAN_1),
        ("Mình ở Quận 1 nhé", QUAN_1),
        ("minh ben phong gd ben cat", BEN_CAT),
        ("mình bên phòng gd bến cát", BEN_CAT),
        ("em đang công tác tại UBND quận 1 ạ", QUAN_1),
        ("chào bạn, tôi làm ở thành ủy lai châu", LAI_CHAU),
        ("tôi thuộc đảng ủy sở giáo dục", SO),
        ("đơn vị của tôi là phòng giáo dục bến cát", BEN_CAT),
        ("đv của tôi là tp quảng ngãi", QUANG_NGAI),
        ("cơ quan mình là ubnd quận 1.", QUAN_1),
        ("chuyển sang q1", QUAN_1),
        ("đổi đơn vị sang lai châu", LAI_CHAU),
        ("chon don vi quan 1", QUAN_1),
        ("từ giờ trả lời theo lai châu nhé", LAI_CHAU),
        ("chuyển sang quận 1 được không?", QUAN_1),
        ("tôi là cán bộ văn phòng ở quận 1", QUAN_1),
        ("tôi muốn chuyển sang quận 1", QUAN_1),
        ("quay lại quận 1", QUAN_1),
        ("đơn vị: quận 1", QUAN_1),
        ("i work in district 1", QUAN_1),
        ("switch to Lai Chau please", LAI_CHAU),
        ("my unit is Quang Ngai city", QUANG_NGAI),
    ],
)
def test_a_statement_names_the_unit(text: str, unit: str, interpreter: Interpreter) -> None:
    statement = interpreter.statement(text)
    assert statement is not None
    assert statement.units == (unit,)
    assert statement.name


@pytest.mark.parametrize(
    "text",
    [
        "tất cả các đơn vị", "mọi đơn vị", "tat ca don vi", "chuyển sang tất cả đơn vị", "xem cho mọi đơn vị nhé",
        "bỏ chọn đơn vị", "huy chon don vi", "xóa đơn vị đang chọn", "không chọn đơn vị nào nữa", "all units",
        "clear my unit", "Toàn bộ các đơn vị",
    ],
)  # fmt: skip
def test_a_statement_takes_the_choice_back(text: str, interpreter: Interpreter) -> None:
    statement = interpreter.statement(text)
    assert statement is not None
    assert statement.name is None
    assert statement.units == ()


@pytest.mark.parametrize(
    "text",
    ["đổi đơn vị", "tôi muốn đổi đơn vị khác", "chon lai don vi giup toi", "chuyển sang đơn vị khác", "change my unit"],
)
def test_another_unit_is_wanted(text: str, interpreter: Interpreter) -> None:
    statement = interpreter.statement(text)
    assert statement is not None
    assert (statement.units, statement.name) == ((), "")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("tôi ở phường Hoa Lư", "phường Hoa Lư"),
        ("đơn vị của tôi là xã Mường Nhé ạ", "xã Mường Nhé"),
        ("mình bên sở y tế", "sở y tế"),
        ("chuyển sang quận 7", "quận 7"),
        ("i work in Hai Phong", "Hai Phong"),
    ],
)
def test_a_unit_without_a_plan_is_a_statement_too(text: str, name: str, interpreter: Interpreter) -> None:
    statement = interpreter.statement(text)
    assert statement is not None
    assert statement.units == ()
    assert statement.name == name


@pytest.mark.parametrize(
    "text",
    [
        "tôi ở quận 1 thì nộp báo cáo ngày nào",
        "tôi ở quận 1 nộp báo cáo 6 tháng khi nào?",
        "tôi ở quận 1, 5 không là gì",
        "mình bên phòng gd bến cát, hạn nộp báo cáo?",
        "đơn vị của tôi là trường học thì phải báo cáo ai",
        "tôi thuộc diện nào được khen thưởng",
        "tôi ở đâu?",
        "mình làm bên sở giáo dục, cho hỏi hạn",
        "chị ở bến cát muốn xem tiêu chí",
        "đơn vị quận 1 nộp báo cáo khi nào",
        "đơn vị nào phải báo cáo",
        "cơ quan chủ trì là ai",
        "chuyển sang 5 không của quận 1",
        "chuyển hạn sang ngày 20/5 được không",
        "đổi sang ngày 20/5",
        "chọn mô hình điển hình thế nào",
        "xem kế hoạch quận 1",
        "tất cả các đơn vị nộp báo cáo khi nào",
        "tất cả các đơn vị phải làm gì",
        "bỏ 5 không có được không",
        "còn quận 1?",
        "thế còn lai châu",
        "tôi là ai",
        "quận 1",
        "khi nào nộp báo cáo",
        "tôi muốn hỏi về quận 1",
        "tôi ở quận 1 mà chưa nộp báo cáo có sao không",
        "all units must report when",
        "i work in district 1, when is the report due",
        "",
        "?",
    ],
)
def test_a_question_stays_a_question(text: str, interpreter: Interpreter) -> None:
    assert interpreter.statement(text) is None


@pytest.fixture(scope="module")
def other() -> Interpreter:
    return Interpreter(
        [
            plan("p1", "ĐẢNG ỦY PHƯỜNG 5", "Phường 5", parent="ĐẢNG BỘ QUẬN 10"),
            plan("p2", "ĐOÀN TNCS HỒ CHÍ MINH PHƯỜNG 5", "Phường 5"),
            plan("p3", "ỦY BAN NHÂN DÂN XÃ TÂN PHÚ", "Tân Phú", parent="UBND huyện Tân Kỳ"),
        ]
    )


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("tôi ở phường 5", ("p1", "p2")),
        ("tôi ở đảng ủy phường 5", ("p1",)),
        ("bên em là xã Tân Phú", ("p3",)),
        ("chuyen sang xa tan phu", ("p3",)),
        ("tôi ở quận 1", ()),
    ],
)
def test_statements_follow_the_collection(text: str, units: tuple[str, ...], other: Interpreter) -> None:
    statement = other.statement(text)
    assert statement is not None
    assert set(statement.units) == set(units)


def test_a_long_or_hostile_message_takes_no_time(interpreter: Interpreter) -> None:
    for text in ("tôi là " + "a " * 400, "tôi " * 300, "da vang " * 200 + "tôi ở", "tất cả " * 300):
        interpreter.statement(text)
