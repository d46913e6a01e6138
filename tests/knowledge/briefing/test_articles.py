"""A regulation is told by its articles and its terms, in the chat and in files, every line with its place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.briefing import Briefing, Kind, Line, Request, bullets
from knowledge.briefing.writers import write
from knowledge.library import Library
from tests.conftest import settings_for
from tests.knowledge.briefing import files
from tests.knowledge.quick import Quick

GOLD = Path(__file__).parents[2] / "gold" / "collections"
REGULATIONS = (
    "h/documents/qc-bql-cho-vinh-hoa-tay-2026.txt",  # chapters, terms in quotes
    "m/documents/ubnd-tinh-dak-lak-quy-che-doi-thoai-2026.txt",  # attached to a decision, terms under a lead
    "s/documents/huong-uoc-thon-na-pheo-2025.txt",  # no terms
)
MARKET, DIALOGUE, VILLAGE = (
    "qc-bql-cho-vinh-hoa-tay-2026", "ubnd-tinh-dak-lak-quy-che-doi-thoai-2026#2", "huong-uoc-thon-na-pheo-2025"
)  # fmt: skip

LOANS = """ỦY BAN NHÂN DÂN XÃ TÂN LẬP
Số: 12/QC-UBND
Tân Lập, ngày 03 tháng 3 năm 2026
QUY CHẾ
Quản lý và cho vay Quỹ hỗ trợ nông dân xã Tân Lập
Điều 1. Phạm vi điều chỉnh
Quy chế này quy định việc cho vay vốn từ Quỹ hỗ trợ nông dân xã. Quy chế không áp dụng với các khoản vay ngân hàng.
Điều 2. Mức vay
1. Hộ gia đình được vay tối đa 100 triệu đồng, trong đó:
a) Hộ nghèo không quá 50 triệu đồng;
b) Hộ cận nghèo không quá 70 triệu đồng.
2. Nhóm hộ được vay tối đa 500 triệu đồng.
Điều 3. Lãi suất
1. Lãi suất cho vay là 0,5% một tháng. Khoản vay quá hạn bị tính lãi 130% lãi suất trong hạn.
2. Lãi được trả hằng quý.
Điều 4. Miễn lãi
Các trường hợp sau không phải trả lãi:
1. Hộ có người mất;
2. Hộ bị thiên tai.
"""


AWARDS = """ỦY BAN NHÂN DÂN TỈNH TÂN BÌNH
Số: 9/QĐ-UBND
Tân Bình, ngày 03 tháng 3 năm 2026
QUY ĐỊNH
Về thi đua, khen thưởng
Điều 1. Phạm vi
1. Quy định này quy định về tổ chức thi đua.
Điều 2. Xếp loại
1. Mức độ hoàn thành được chia như sau:
| TT | Loại | Điểm | Tỷ lệ tối đa |
|---|---|---|---|
| 1 | Xuất sắc | Từ 95 điểm trở lên | 20% |
| 2 | Tốt | Từ 80 đến dưới 95 điểm | 50% |
Điều 3. Hồ sơ
1. Hồ sơ đề nghị tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh gồm 02 bộ: Tờ trình; Biên bản họp.
Điều 4. Thời hạn trình

| Hình thức | Thời hạn | Nơi nhận |
|---|---|---|
| Khen thưởng công trạng | Trước ngày 30 tháng 01 hằng năm | Sở Nội vụ |
| Khen thưởng đột xuất | Trong 05 ngày làm việc | Văn phòng |

PHỤ LỤC
DANH MỤC HỒ SƠ

| TT | Hình thức | Thành phần hồ sơ | Số lượng |
|---|---|---|---|
| 1 | Cờ thi đua | Báo cáo, Giấy khen | 03 bộ |
| 2 | Tập thể Lao động xuất sắc | Biên bản bình xét (đạt 90% phiếu trở lên) | 02 bộ |
"""


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("regulations")
    loans = folder / "vay.txt"
    loans.write_text(LOANS, encoding="utf-8")
    awards = folder / "khen.txt"
    awards.write_text(AWARDS, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("knowledge.library.open_embedder", lambda _: Quick())
        with Library.open(settings_for(folder), create=True, notify=lambda _: None) as opened:
            opened.add_plans([*(GOLD / name for name in REGULATIONS), loans, awards])
            yield opened


def brief(rules: Library, plan_id: str, minutes: int = 30, topic: str | None = None) -> Briefing:
    return rules.brief(Request((plan_id,), topic, minutes))


def lines(briefing: Briefing, kind: Kind) -> tuple[Line, ...]:
    return next((block.lines for part in briefing.parts for block in part.blocks if block.kind is kind), ())


def numbers(plan_id: str, rules: Library) -> list[str]:
    stored = rules.plan(plan_id)
    assert stored
    return [each.number for each in stored.plan.walk() if each.number and each.number.startswith("Điều ")]


@pytest.mark.parametrize("plan_id", [MARKET, DIALOGUE, VILLAGE])
def test_every_article_is_told_once_by_its_number_and_title(rules: Library, plan_id: str) -> None:
    told = lines(brief(rules, plan_id), Kind.ARTICLES)
    assert [line.label.partition(". ")[0] for line in told] == numbers(plan_id, rules)
    for line in told:
        assert line.note
        assert line.label.partition(".")[0] in line.note.place
        assert len(line.text) <= 340


def test_an_article_is_told_in_its_own_words(rules: Library) -> None:
    told = {line.label: line.text for line in lines(brief(rules, MARKET), Kind.ARTICLES)}
    assert told["Điều 7. Trật tự và sắp xếp hàng hóa"].startswith("Hàng hóa không bày quá vạch sơn vàng;")
    assert told["Điều 1. Phạm vi, đối tượng"].endswith("(còn 2 ý khác)"), "what is left out is said"
    assert "Có từ 30 người dân cùng ký tên" in " ".join(line.text for line in lines(brief(rules, DIALOGUE),
        Kind.ARTICLES)), "what a clause leads to"  # fmt: skip


def test_a_condition_is_told_with_what_it_limits(rules: Library) -> None:
    scope, amounts, interest, free = (line.text for line in lines(brief(rules, "vay"), Kind.ARTICLES))
    assert scope.endswith("Quy chế không áp dụng với các khoản vay ngân hàng.")
    assert "trong đó: Hộ nghèo không quá 50 triệu đồng; Hộ cận nghèo không quá 70 triệu đồng. Nhóm hộ" in amounts
    assert "Khoản vay quá hạn bị tính lãi 130% lãi suất trong hạn." in interest
    assert free.startswith("Các trường hợp sau không phải trả lãi: Hộ có người mất")


def test_the_rows_of_a_table_in_an_article_are_told_by_their_heads(rules: Library) -> None:
    _, ranks, _, times = lines(brief(rules, "khen", 45), Kind.ARTICLES)
    assert ranks.text == (
        "Mức độ hoàn thành được chia như sau: Xuất sắc (Điểm: Từ 95 điểm trở lên; Tỷ lệ tối đa: 20%); "
        "Tốt (Điểm: Từ 80 đến dưới 95 điểm; Tỷ lệ tối đa: 50%)."
    )
    assert "Khen thưởng đột xuất (Thời hạn: Trong 05 ngày làm việc; Nơi nhận: Văn phòng)." in times.text
    assert times.note
    assert "Trong 05 ngày làm việc" in times.note.quote


DECISION = """ỦY BAN NHÂN DÂN XÃ TÂN LẬP
Số: 12/QĐ-UBND
Tân Lập, ngày 03 tháng 3 năm 2026
QUYẾT ĐỊNH
Ban hành Quy chế làm việc
ỦY BAN NHÂN DÂN XÃ TÂN LẬP
Căn cứ Luật Tổ chức chính quyền địa phương;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.
Điều 2. Quyết định này có hiệu lực kể từ ngày 15 tháng 3 năm 2026.
Điều 3. Văn phòng và các thôn chịu trách nhiệm thi hành Quyết định này./.
Nơi nhận:
- Như Điều 3;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Đỗ Văn Ba
QUY CHẾ
Làm việc của Ủy ban nhân dân xã
(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 03 tháng 3 năm 2026)
Điều 1. Phạm vi
Quy chế này quy định chế độ làm việc.
Điều 2. Họp
Ủy ban nhân dân xã họp mỗi tháng một lần.
Điều 3. Báo cáo
Các thôn báo cáo tháng trước ngày 25 hằng tháng về Văn phòng.
"""


def test_a_decision_is_told_with_what_is_attached_to_it_and_from_when_it_holds(rules: Library, tmp_path: Path) -> None:
    paper = tmp_path / "qd.txt"
    paper.write_text(DECISION, encoding="utf-8")
    rules.add_plans([paper])
    told = brief(rules, "qd")
    assert [part.plan_id for part in told.parts] == ["qd", "qd#2"]
    assert len(told.names) == 1
    assert told.comparison is None, "a regulation is not held against the decision that it is attached to"
    assert any("trước ngày 25 hằng tháng" in line.text for line in told.every_line())
    holds = next(line for line in lines(told, Kind.TITLE) if "hiệu lực" in line.text)
    assert holds.text == "Có hiệu lực từ 15/3/2026"
    assert holds.note
    assert "kể từ ngày 15 tháng 3 năm 2026" in holds.note.quote


def test_a_yearly_day_of_a_row_has_no_one_year_and_no_remark_on_it(rules: Library) -> None:
    blocks = brief(rules, "khen", 45).parts[0].blocks
    rows = next(block.rows for block in blocks if block.kind is Kind.DEADLINES)
    when, what, *_ = next(row for row in rows if "30/01" in row[0].text)
    assert when.text == "Trước ngày 30/01, hằng năm"
    assert what.text == "Khen thưởng công trạng (nên gửi chậm nhất 29/01)"


def test_papers_and_ranks_are_neither_rewards_nor_targets(rules: Library) -> None:
    kinds = {block.kind for part in brief(rules, "khen", 45).parts for block in part.blocks}
    assert not kinds & {Kind.REWARDS, Kind.TARGETS}


def test_sentences_that_are_left_out_are_counted(rules: Library) -> None:
    told = {line.label.partition(".")[0]: line.text for line in lines(brief(rules, VILLAGE), Kind.ARTICLES)}
    assert told["Điều 7"].endswith("(còn 1 ý khác)"), "the second sentence of a clause whose first one is told"
    assert "Hộ nghèo, hộ có người khuyết tật nặng được miễn." in told["Điều 8"], "where there is room it is told"


def test_more_minutes_tell_more_of_an_article(rules: Library) -> None:
    short, long = (lines(brief(rules, MARKET, minutes), Kind.ARTICLES) for minutes in (15, 45))
    assert sum(len(line.text) for line in short) < sum(len(line.text) for line in long)


@pytest.mark.parametrize("plan_id", [MARKET, DIALOGUE, VILLAGE])
def test_the_chat_tells_every_article_in_its_few_bullets(rules: Library, plan_id: str) -> None:
    shown = bullets(brief(rules, plan_id))
    assert len(shown) == 7
    said = " ".join(line.full for line in shown)
    assert all(f"{number}. " in said for number in numbers(plan_id, rules))
    assert all(len(line.text) <= 420 for line in shown)
    assert any(line.label and "Điều" not in line.label for line in shown), "its deadlines, too"


def test_a_topic_is_told_by_its_articles_alone(rules: Library) -> None:
    shown = bullets(brief(rules, MARKET, topic="phòng cháy chữa cháy"))
    assert any(line.label.startswith("Điều 9. ") for line in shown)
    assert not any(line.label.startswith("Điều 11. ") for line in shown)


@pytest.mark.parametrize(
    ("plan_id", "term", "words", "place"),
    [
        (MARKET, "Tiểu thương cố định", "người có hợp đồng sử dụng điểm kinh doanh", "Điều 2.1"),
        (DIALOGUE, "Phản ánh nóng", "phản ánh về sự việc đang diễn ra", "Điều 2.3"),
    ],
)
def test_a_term_is_told_with_its_place_and_its_words(
    rules: Library, plan_id: str, term: str, words: str, place: str
) -> None:
    briefing = brief(rules, plan_id)
    told = {line.label: line for line in lines(briefing, Kind.TERMS)}
    assert len(told) == 3, "the words that lead to them are none"
    line = told[term]
    assert line.text.startswith(words)
    assert line.note
    assert line.note.place == place
    assert term in line.note.quote
    content = write(briefing, "a.docx")
    assert any(place in note and term in note for note in files.footnotes(content).values())
    slides = " ".join(
        each.decode() for name, each in files.parts(write(briefing, "a.pptx")).items() if "slides/" in name
    )
    assert term in slides


def test_a_document_without_articles_or_terms_has_neither(rules: Library, of_each: dict[str, Briefing]) -> None:
    assert lines(brief(rules, VILLAGE), Kind.TERMS) == ()
    for briefing in of_each.values():
        assert lines(briefing, Kind.ARTICLES) == lines(briefing, Kind.TERMS) == ()


def test_a_clause_that_is_too_long_is_cut_rather_than_left_out_behind_a_short_one(rules: Library) -> None:
    for plan_id in (MARKET, DIALOGUE, VILLAGE):
        stored = rules.plan(plan_id)
        assert stored
        for line in lines(brief(rules, plan_id), Kind.ARTICLES):
            if "ý khác)" in line.text:
                assert len(line.text) > 150, line.text
