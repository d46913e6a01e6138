"""Whole documents: a text and what must come out of it, and the same text written in other ways."""

from __future__ import annotations

import json
import random
import re
import textwrap
import time
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.errors import NotAPlan
from knowledge.model import Plan, RawDocument, Section, SectionKind
from knowledge.parsing import cut, parse
from knowledge.readers import read
from knowledge.text import normalize
from tests.knowledge.outlines import described

DOCUMENTS = Path(__file__).parent / "documents"
PLANS = sorted((Path(__file__).parents[2] / "knowledge" / "plans").glob("*.txt"))
EVERY = [*PLANS, *sorted(path for path in DOCUMENTS.iterdir() if path.suffix in (".txt", ".md"))]
_WORD = re.compile(r"[^\W_]+")


def _raw(text: str) -> RawDocument:
    return RawDocument("thu", text, "")


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_document_and_what_comes_out(path: Path) -> None:
    expected = json.loads((DOCUMENTS / f"{path.stem}.json").read_text(encoding="utf-8"))
    assert described(parse(read(path))) == expected


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_no_word_is_lost_or_doubled(path: Path) -> None:
    raw = read(path)
    plan = parse(raw)
    tables = any(section.cells for section in plan.walk())
    page = r"" if tables else r"|^\s*\d{1,3}$"  # a number alone on a line is a row's or a page's
    without_markers = re.sub(rf"[¹²³](?!\s*mỗi)|\[\d+\]{page}", " ", raw.text, flags=re.MULTILINE)
    found, stands = _words_of(plan), Counter(_WORD.findall(normalize(without_markers)))
    assert found - stands == Counter()
    heads = {word for section in plan.walk() for head, _ in section.cells for word in _WORD.findall(head)}
    assert set(stands - found) <= (heads | {"STT", "TT", "br"} if heads else set())


def _words_of(plan: Plan) -> Counter[str]:
    found: Counter[str] = Counter()
    for section in plan.walk():
        number = section.number if section.kind is not SectionKind.FOOTNOTE else None
        body = [cell.text for _, cell in section.cells] or [section.body.text]
        for text in (number or "", section.heading.text, *body):
            found.update(_WORD.findall(text))
    return found


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_every_text_can_be_cited(path: Path) -> None:
    raw = read(path)
    plan = parse(raw)
    _assert_citable(plan)
    for name, span in plan.header.spans.items():
        assert raw.text[span.start : span.end].strip(), name


def _assert_citable(plan: Plan) -> None:
    for section in plan.walk():
        for text in filter(lambda text: text.text, (section.heading, section.body)):
            citations = plan.cite(section.path, text)
            assert citations
            for citation in citations:
                assert plan.source_text[citation.start : citation.end] == citation.quote


# ------------------------------------------------------------------------------------ the same, written otherwise


def _hard_wrapped(text: str) -> str:
    return "\n".join(
        "\n".join(textwrap.wrap(line, 76, break_long_words=False, break_on_hyphens=False)) if line.strip() else line
        for line in text.split("\n")
    )


REWRITTEN: dict[str, Callable[[str], str]] = {
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "hard-wrapped": _hard_wrapped,
    "hard-wrapped, every line spaced": lambda text: _hard_wrapped(text).replace("\n", "\n\n"),
    "no empty lines": lambda text: re.sub("\n{2,}", "\n", text),
    "carriage returns": lambda text: text.replace("\n", "\r\n"),
    "byte order mark": lambda text: "\ufeff" + text,
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "zero width": lambda text: text.replace(" ", "\u200b "),
    "page breaks": lambda text: text.replace("\n\n", "\n\f\n"),
}


@pytest.mark.parametrize("how", REWRITTEN)
@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_writing_does_not_change_the_reading(path: Path, how: str) -> None:
    raw = read(path)
    rewritten = parse(RawDocument(raw.plan_id, REWRITTEN[how](raw.text), raw.sha256))
    assert described(rewritten) == described(parse(raw))
    _assert_citable(rewritten)


# --------------------------------------------------------------------------------------------------- damage


def _damaged(text: str, dice: random.Random) -> str:
    lines = text.split("\n")
    match dice.randrange(6):
        case 0:
            start = dice.randrange(len(text))
            return text[start : dice.randrange(start, len(text)) + 1]
        case 1:
            dice.shuffle(lines)
            return "\n".join(lines)
        case 2:
            return "\n".join(line for line in lines if dice.random() < 0.7)
        case 3:
            return "".join(char for char in text if dice.random() < 0.97)
        case 4:
            noise = "*|_#¹[1]1.)(\n\n -+“"
            return "".join(dice.choice(noise) if dice.random() < 0.03 else char for char in text)
        case _:
            return " ".join(lines)


def test_damaged_copies_are_parsed_or_refused() -> None:
    dice = random.Random(7)
    texts = [read(path).text for path in EVERY]
    for _ in range(150):
        text = _damaged(dice.choice(texts), dice)
        try:
            plan = parse(_raw(text))
        except NotAPlan:
            continue
        _assert_citable(plan)
        for passage in cut(plan):
            assert passage.text.text
            assert passage.text.pieces(0, len(passage.text.text), text)


@pytest.mark.parametrize(
    "text",
    [
        "Hôm nay trời đẹp. Chúng tôi đi dạo quanh hồ và ăn kem.\n\nNgày mai chúng tôi lại đi.",
        "def main() -> None:\n    # 1. Read\n    print('a')\n\n- item\n- item\n",
        "# Tiêu đề\n\n1. Một\n2. Hai\n\n- gạch đầu dòng",
        "12345",
    ],
)
def test_other_texts_are_refused(text: str) -> None:
    with pytest.raises(NotAPlan, match="administrative document"):
        parse(_raw(text))


def test_time_grows_with_length() -> None:
    text = read(PLANS[0]).text
    one, eight = (_seconds(text * n) for n in (6, 48))
    assert eight < 16 * one + 0.5


def _seconds(text: str) -> float:
    start = time.process_time()
    cut(parse(_raw(text)))
    return time.process_time() - start


@pytest.mark.parametrize(
    "body",
    ["Kế hoạch phối hợp số " * 4000, "* ** *" * 20_000, "abc¹ d\n\n¹ Note x\n\n" * 1500, "(" * 20_000, "“" * 20_000,
     "abc\n\n" * 5000, "TM. A\n" * 5000, "1.1.1 x\n" * 3000, "Luật " + "a, " * 20_000, " " * 200_000],
)  # fmt: skip
def test_hostile_texts_end_soon(body: str) -> None:
    assert _seconds(f"KẾ HOẠCH\nCăn cứ x\n{body}") < 5


# ---------------------------------------------------------------------------------------------------- outline


def _plan(body: str) -> Plan:
    return parse(
        _raw(f"KẾ HOẠCH\nThử nghiệm\n\nCăn cứ Quyết định số 1/QĐ-UBND, Ủy ban ban hành kế hoạch như sau:\n\n{body}")
    )


def _paths(plan: Plan) -> list[str]:
    return [section.path for section in plan.walk() if section.kind is SectionKind.ITEM]


def _section(plan: Plan, path: str) -> Section:
    return next(section for section in plan.walk() if section.path == path)


def test_levels_and_their_paths() -> None:
    plan = _plan(
        "I. A\n\n1. Một\n\n1.1. x y;\n\n1.2. x;\n\na) p\n\n(1) q\n\n2. Hai\n\nII. B\n\nA. C\n\n1. D.\n\nB. E\n\n1. F."
    )
    assert _paths(plan) == [
        "I", "I.1", "I.1.1", "I.1.2", "I.1.2.a", "I.1.2.a.1", "I.2", "II", "II.A", "II.A.1", "II.B", "II.B.1",
    ]  # fmt: skip


def test_articles_run_on_through_chapters() -> None:
    plan = _plan(
        "Chương I\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi\n\n1. Một.\n\na) x;\n\nChương II\nTHI HÀNH\n\nĐiều 2. Hiệu lực"
    )
    assert _paths(plan) == ["Chương I", "Điều 1", "Điều 1.1", "Điều 1.1.a", "Chương II", "Điều 2"]
    assert _section(plan, "Chương I").heading.text == "QUY ĐỊNH CHUNG"


def test_printed_numbers_are_kept_and_warned_of() -> None:
    plan = _plan("I. Một\n\nII. Hai\n\nII. Hai nữa\n\nV. Năm\n\n3.3. Lạc")
    assert _paths(plan)[:4] == ["I", "II", "II", "V"]
    assert "numbering: II follows II" in plan.warnings
    assert "numbering: V follows II" in plan.warnings


def test_a_broken_line_that_begins_with_a_number_is_no_item() -> None:
    plan = _plan(
        "1. Thực hiện theo khoản 4, khoản\n5. Điều 7 của Luật và chính trị\n- xã hội ở giai đoạn 2021\n- 2025."
    )
    assert _paths(plan) == ["1"]


def test_a_number_in_brackets_that_runs_on_is_no_item() -> None:
    plan = _plan(
        "1. Hồ sơ gồm: (1) báo cáo;\n(2) biên bản họp; (3) phiếu lấy ý\nkiến; (4) bảng điểm;\n(5) tờ trình.\n"
        "2. Tiêu chí:\n(1) Đúng hạn.\n(2) Đủ hồ sơ."
    )
    assert _paths(plan) == ["1", "2", "2.1", "2.2"]


def test_bullets_after_a_colon_belong_to_the_lead_in() -> None:
    plan = _plan("1. Nhiệm vụ\n\nCác đơn vị thực hiện:\n\n- Một;\n\n+ Hai;\n\n- Ba.\n\nĐoạn sau.")
    item = _section(plan, "1")
    assert [child.body.text for child in item.children] == ["Các đơn vị thực hiện:", "Đoạn sau."]
    lead = item.children[0]
    assert [child.body.text for child in lead.children] == ["Một;", "Ba."]
    assert [child.body.text for child in lead.children[0].children] == ["Hai;"]


def test_roman_and_latin_letters_are_told_apart() -> None:
    letters = "\n\n".join(f"{letter}. Phần {letter}" for letter in "ABCDEGHIK")
    assert _paths(_plan(letters)) == list("ABCDEGHIK")


def test_a_closing_speaks_for_all() -> None:
    closing = "Căn cứ Kế hoạch này, yêu cầu các phòng, ban, đơn vị nghiêm túc triển khai thực hiện./."
    plan = _plan(f"I. Nội dung\n\n1. Một.\n\n2. Phòng Nội vụ\n\nTheo dõi, đôn đốc.\n\n{closing}\n\nNơi nhận:\n- Lưu.")
    assert [s.path for s in plan.sections if s.kind is SectionKind.CLOSING] == ["I (đoạn kết)"]


def test_the_only_paragraph_of_a_part_is_not_a_closing() -> None:
    duty = "Đề nghị các phòng, ban, đơn vị gửi báo cáo trước ngày 01/12./."
    plan = _plan(f"I. Nội dung\n\n1. Một.\n\nII. Chế độ báo cáo\n\n{duty}\n\nNơi nhận:\n- Lưu.")
    assert not [s for s in plan.sections if s.kind is SectionKind.CLOSING]
    assert _section(plan, "II").children[0].body.text == duty


# -------------------------------------------------------------------------------------------------- footnotes

STYLES: dict[str, str] = {"square brackets": "[{}]", "round brackets": "({})", "bare": "{}", "markdown": "[^{}]"}
NOTED = [path for path in PLANS if "¹" in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("path", NOTED, ids=lambda path: path.stem)
def test_footnotes_in_other_styles(path: Path, style: str) -> None:
    text = read(path).text
    restyled = re.sub("[¹²³]", lambda match: STYLES[style].format("¹²³".index(match[0]) + 1), text)
    assert described(parse(RawDocument(path.stem, restyled, ""))) == described(parse(read(path)))


def test_notes_at_the_end_of_the_document() -> None:
    end = "Nơi nhận:\n- Lưu.\n\nTRƯỞNG BAN\n\nHồ Văn Tư\n\n[1] Nguồn một.\n\n[2] Nguồn hai."
    plan = _plan(f"I. Nội dung\n\n1. Thực hiện “4 không”[1] ở phường[2].\n\n{end}")
    assert [(n.marker, n.anchor, n.body.text) for n in plan.footnotes] == [
        ("1", "I.1", "Nguồn một."),
        ("2", "I.1", "Nguồn hai."),
    ]
    assert _section(plan, "I.1").body.text == "Thực hiện “4 không” ở phường."


def test_numbering_of_notes_starts_again_on_each_page() -> None:
    plan = _plan("1. Việc một¹ xong.\n\n¹ Nguồn một.\n\n2. Việc hai¹ xong.\n\n¹ Nguồn hai.")
    assert [(note.anchor, note.body.text) for note in plan.footnotes] == [("1", "Nguồn một."), ("2", "Nguồn hai.")]


def test_numbers_in_brackets_are_items_when_nothing_carries_them() -> None:
    plan = _plan("1. Các đơn vị gồm:\n\n(1) Phòng Nội vụ;\n\n(2) Phòng Tư pháp.")
    assert _paths(plan) == ["1", "1.1", "1.2"]
    assert not plan.footnotes


def test_an_offices_name_may_break_at_its_dash() -> None:
    text = (
        "1. Các thôn lập danh sách gia đình đăng ký danh hiệu gia đình văn hóa gửi về Phòng Văn hóa\n"
        "- Xã hội trước ngày 28/02/2026 để tổng hợp, trình Ủy ban nhân dân xã xem xét, quyết định công\nnhận.\n"
        "2. Các lĩnh vực gồm:\n- Văn hóa;\n- Xã hội;\n- Kinh tế.\n"
    )
    plan = parse(_raw(_plan_of(text)))
    bodies = [section.body.text for section in plan.walk()]
    assert any("gửi về Phòng Văn hóa - Xã hội trước ngày 28/02/2026" in body for body in bodies)
    assert {"Văn hóa;", "Xã hội;", "Kinh tế."} <= set(bodies)


def test_a_table_of_labels_is_read_as_what_they_label() -> None:
    table = (
        "| Thời gian | 8 giờ 00, ngày 19/5/2026 |\n| --- | --- |\n"
        "| Địa điểm | Hội trường xã |\n| Chủ trì | Chủ tịch |\n"
    )
    plan = parse(_raw(_plan_of(f"1. Thông tin chung\n\n{table}\n2. Kinh phí: ngân sách xã.\n")))
    bodies = [section.body.text for section in plan.walk()]
    assert "Thời gian: 8 giờ 00, ngày 19/5/2026" in bodies
    assert "Địa điểm: Hội trường xã" in bodies


def test_a_page_number_between_dashes_cuts_no_date() -> None:
    text = (
        "1. Xã trồng cây.\n- 2 -\n2. Ban Vận động báo cáo trước ngày 10\n- 3 -\ntháng 12 năm 2026.\n3. Xã tổng kết.\n"
    )
    bodies = [section.body.text for section in parse(_raw(_plan_of(text))).walk()]
    assert "Ban Vận động báo cáo trước ngày 10 tháng 12 năm 2026." in bodies


def test_each_day_of_a_schedule_heads_its_own_lines() -> None:
    text = (
        "Thứ Hai (07/12):\n- Sáng: 7h30, chào cờ tại sân Ủy ban.\n- Chiều: 14h00, Chủ tịch tiếp công dân tại nhà.\n"
        "Thứ Tư (09/12):\n- 8h00: Hội nghị tổng kết công tác Mặt trận.\n"
    )
    bodies = [section.body.text for section in parse(_raw(_plan_of(text))).walk()]
    assert {"Thứ Hai (07/12):", "Thứ Tư (09/12):", "8h00: Hội nghị tổng kết công tác Mặt trận."} <= set(bodies)


def test_a_table_drawn_with_signs_is_a_table() -> None:
    rule = "+----+------------+----------+\n"
    rows = "| 1  | Kiểm tra   | 30/4/2026 |\n| 2  | Mua áo     | 15/5/2026 |\n"
    table = f"{rule}| TT | Nhiệm vụ   | Thời hạn |\n{rule}{rows}{rule}"
    plan = parse(_raw(_plan_of(f"I. PHÂN CÔNG\n{table}")))
    found = [[cell.text for _, cell in section.cells] for section in plan.walk() if section.cells]
    assert found == [["Kiểm tra", "30/4/2026"], ["Mua áo", "15/5/2026"]]


def _plan_of(body: str) -> str:
    return (
        "ỦY BAN NHÂN DÂN\nXÃ AN HÒA\nSố: 9/KH-UBND\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n"
        f"An Hòa, ngày 05 tháng 01 năm 2026\n\nKẾ HOẠCH\nCông tác năm 2026\n\n{body}\n"
        "Nơi nhận:\n- Lưu: VT.\n\nCHỦ TỊCH\n\nLê Văn An\n"
    )
