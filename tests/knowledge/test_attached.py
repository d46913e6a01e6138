"""A decision and what is attached to it: two documents of one file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from knowledge.contracts import plan_json
from knowledge.facts import extract
from knowledge.model import RawDocument
from knowledge.parsing import documents_of, parse
from knowledge.readers import read

DOCUMENTS = Path(__file__).parent / "documents"


def test_the_attached_plan_names_the_decision_and_has_its_day_and_body() -> None:
    raw = read(DOCUMENTS / "decision-with-plan.txt")
    decision, plan = documents_of(raw)
    assert decision.text + plan.text == raw.text
    header = parse(plan).header
    assert (header.doc_type, header.date, header.number) == ("KẾ HOẠCH", date(2025, 9, 12), None)
    assert header.issuer == "Ủy ban nhân dân tỉnh"
    lines = [plan_json(parse(part), date(2026, 11, 28)) for part in (decision, plan)]
    assert [line["attached_to"] for line in lines] == [None, "decision-with-plan"]
    assert lines[1]["plan"] == "decision-with-plan#2"
    assert [item["number"] for item in lines[0]["outline"]] == ["Điều 1", "Điều 2", "Điều 3"]


def test_annexes_stay_with_their_document() -> None:
    assert len(documents_of(read(DOCUMENTS / "tables-a-cell-a-line.txt"))) == 1


def test_pages_keep_their_numbers() -> None:
    text = (DOCUMENTS / "decision-with-plan.txt").read_text(encoding="utf-8")
    second = text.index("KẾ HOẠCH\n")
    first, other = documents_of(RawDocument("x", text, "", page_starts=(0, second + 40)))
    assert first.page_starts == (0, second + 40)
    assert other.page_starts == (-second, 40)


def _effect(sentence: str) -> RawDocument:
    head = "ỦY BAN NHÂN DÂN XÃ AN HÒA\nSố: 7/QĐ-UBND\n\nAn Hòa, ngày 05 tháng 01 năm 2026\n\nQUYẾT ĐỊNH\nVề quy chế\n\n"
    return RawDocument("x", f"{head}QUYẾT ĐỊNH:\n\nĐiều 1. Ban hành Quy chế.\nĐiều 2. {sentence}\n", "")


def test_effect_and_what_is_replaced() -> None:
    header = parse(
        _effect("Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 9/QĐ-UBND ngày 02/3/2020.")
    ).header
    assert header.effective == date(2026, 1, 5)
    assert [(old.kind, old.number, old.date) for old in header.replaces] == [("Quyết định", "9/QĐ-UBND", "2020-03-02")]
    later = parse(_effect("Quyết định này có hiệu lực từ ngày 01 tháng 02 năm 2026.")).header
    assert (later.effective, later.replaces) == (date(2026, 2, 1), ())
    cited = parse(_effect("Việc này thực hiện theo Thông tư số 18/2024/TT-BKH ngày 01/8/2024.")).header
    assert (cited.effective, cited.replaces) == (None, ())


LETTERHEAD = "ỦY BAN NHÂN DÂN\nPHƯỜNG TÂN LẬP\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"


def test_the_letterhead_above_the_attached_plan_is_the_plans() -> None:
    body = (
        "I. MỤC TIÊU\n1. Mỗi khu phố có mô hình.\n2. Trên 90% hồ sơ đúng hạn.\nII. NHIỆM VỤ\n1. Các khu phố đăng ký.\n"
    )
    text = (
        f"{LETTERHEAD}Số: 108/QĐ-UBND\nTân Lập, ngày 20 tháng 01 năm 2026\n\nQUYẾT ĐỊNH\nVề việc ban hành Kế hoạch\n"
        "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG TÂN LẬP\n\nCăn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;\n\n"
        "QUYẾT ĐỊNH:\n\nĐiều 1. Ban hành kèm theo Quyết định này Kế hoạch công tác dân vận.\n"
        "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.\n\nNơi nhận:\n- Như Điều 1;\n- Lưu: VT.\n\nCHỦ TỊCH\n\n"
        f"Trần Quốc Bảo\n\n{LETTERHEAD}\nKẾ HOẠCH\nCông tác dân vận năm 2026\n"
        f"(Ban hành kèm theo Quyết định số 108/QĐ-UBND ngày 20 tháng 01 năm 2026)\n\n{body}"
    )
    decision, plan = documents_of(RawDocument("x", text, ""))
    assert plan.text.startswith("ỦY BAN NHÂN DÂN\nPHƯỜNG TÂN LẬP")
    first, other = parse(decision), parse(plan)
    assert first.header.title == "Về việc ban hành Kế hoạch"
    assert (first.header.signer, first.sections[-1].path) == ("Trần Quốc Bảo", "chữ ký")
    assert (other.header.issuer, other.header.date) == ("ỦY BAN NHÂN DÂN PHƯỜNG TÂN LẬP", date(2026, 1, 20))


# Where the decision's own end stands, when it isn't above what is attached.
_HEAD = (
    f"{LETTERHEAD}Số: 108/QĐ-UBND\nTân Lập, ngày 20 tháng 01 năm 2026\n\nQUYẾT ĐỊNH\nBan hành Quy chế phối hợp\n\n"
    "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG TÂN LẬP\n\nCăn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;\n\n"
    "QUYẾT ĐỊNH:\n\nĐiều 1. Ban hành kèm theo Quyết định này Quy chế phối hợp công tác dân vận.\n\n"
    "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.\n\n"
)
_REGULATION = (
    "QUY CHẾ\nPhối hợp công tác dân vận\n(Ban hành kèm theo Quyết định số 108/QĐ-UBND ngày 20 tháng 01 năm 2026)\n\n"
    "Chương I\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi điều chỉnh\nQuy chế này quy định việc phối hợp.\n\n"
    "Chương II\nTHỰC HIỆN\n\nĐiều 2. Chế độ báo cáo\nCác khu phố báo cáo về Văn phòng trước ngày 20/11/2026.\n\n"
)
_RECIPIENTS = "Nơi nhận:\n- Như Điều 2;\n- Lưu: VT.\n\n"
_SIGNATURE = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nTrần Quốc Bảo\n\n"
_ANNEX = "PHỤ LỤC I\nDANH SÁCH KHU PHỐ\n\n1. Khu phố 1.\n2. Khu phố 2.\n"


@pytest.mark.parametrize(
    "parts",
    [
        (_HEAD, _REGULATION, _RECIPIENTS + _SIGNATURE),
        (_HEAD, _REGULATION, _SIGNATURE + _RECIPIENTS),
        (_HEAD + _RECIPIENTS, _REGULATION, _SIGNATURE),
        (_HEAD + _SIGNATURE, _REGULATION, _RECIPIENTS),
        (_HEAD + _SIGNATURE + _RECIPIENTS, _REGULATION, ""),
        (_HEAD, _REGULATION, _RECIPIENTS + _SIGNATURE, _ANNEX),
    ],
    ids=["both below", "both below, signed first", "signed below", "sent below", "above", "above an annex"],
)
def test_the_decisions_end_is_its_own_wherever_it_stands(parts: tuple[str, ...]) -> None:
    head, regulation, end, *annex = parts
    text = "".join(parts)
    decision, other = documents_of(RawDocument("x", text, "", page_starts=(0, len(head) + 40, len(head + regulation))))
    assert (decision.text, other.text) == (head + end, regulation + "".join(annex))
    first, second = parse(decision), parse(other)
    assert (first.header.signer, first.header.signer_role) == ("Trần Quốc Bảo", "CHỦ TỊCH")
    assert first.header.recipients == ("Như Điều 2", "Lưu: VT")
    assert [section.path for section in first.sections if section.path[0] == "Đ"] == ["Điều 1", "Điều 2"]
    assert (second.header.signer, second.header.recipients) == (None, ())
    assert second.header.title == "Phối hợp công tác dân vận"
    assert [section.path for section in second.sections][1:3] == ["Chương I", "Chương II"]
    assert [duty.stated for duty in extract(first).deadlines] == []
    assert [duty.stated for duty in extract(second).deadlines] == ["trước ngày 20/11/2026"]
    if end:
        assert first.page_of(decision.text.index(end)) == 3
    assert second.page_of(other.text.index("Chương II")) == 2


def test_what_is_attached_keeps_an_end_of_its_own() -> None:
    own = _SIGNATURE.replace("Bảo", "Toàn")
    decision, other = documents_of(RawDocument("x", _HEAD + _RECIPIENTS + _SIGNATURE + _REGULATION + own, ""))
    assert (parse(decision).header.signer, parse(other).header.signer) == ("Trần Quốc Bảo", "Trần Quốc Toàn")


def test_the_signature_in_an_annexed_form_is_no_decisions() -> None:
    form = f"PHỤ LỤC I\nMẪU BÁO CÁO\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n{_RECIPIENTS}{_SIGNATURE}"
    decision, other = documents_of(RawDocument("x", _HEAD + _REGULATION + form, ""))
    assert parse(decision).header.signer is None
    assert decision.text + other.text == _HEAD + _REGULATION + form
