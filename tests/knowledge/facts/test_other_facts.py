"""Targets, rewards, responsibilities, contacts and cited documents of a plan of our own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from knowledge.facts import extract
from knowledge.facts.cited import merge
from knowledge.model import CitedDocument, Facts, Plan
from tests.knowledge.facts.alterations import FORMS, read, small_plan

BODY = Path(__file__).with_name("youth_plan.txt").read_text(encoding="utf-8")


@pytest.fixture(params=FORMS, ids=lambda form: form.name)
def plan(request: pytest.FixtureRequest) -> Plan:
    return read(request.param.apply(small_plan(BODY)))


@pytest.fixture
def facts(plan: Plan) -> Facts:
    return extract(plan)


def test_targets(facts: Facts) -> None:
    assert [(t.value, t.comparator, t.amount, t.unit, t.counts) for t in facts.targets] == [
        ("ít nhất 80%", "ít nhất", 80.0, "%", "chi đoàn đăng ký mô hình"),
        ("100%", None, 100.0, "%", "đoàn viên được quán triệt"),
        ("từ 02 - 03", "từ", 2.0, None, "mô hình “Dân vận khéo” cấp phường"),
        ("đạt trên 90%", "trên", 90.0, "%", "Tỷ lệ đoàn viên hoàn thành tốt nhiệm vụ"),
    ]


def test_rewards(facts: Facts) -> None:
    assert [(r.giver, r.award, r.recipient) for r in facts.rewards] == [
        ("Chủ tịch Ủy ban nhân dân phường", "Giấy khen", "05 tập thể, 10 cá nhân"),
        ("Thành đoàn", "Bằng khen", "các chi đoàn"),
    ]
    assert facts.rewards[0].reason == "có thành tích xuất sắc"


def test_lists_of_several_groups(facts: Facts) -> None:
    assert [(n.count, n.target, len(n.items), n.section) for n in facts.no_lists] == [
        (3, "Học sinh", 3, "II.4"),
        (2, "cán bộ, giáo viên", 2, "II.4"),
        (4, None, 4, "II.3"),
    ]


def test_deadlines(facts: Facts) -> None:
    seen = [
        (d.section, d.day, d.month, d.year or d.inferred_year, d.recurrence, d.period, d.to) for d in facts.deadlines
    ]
    assert seen == [
        ("II.1", 1, 3, 2025, None, None, None),
        ("II.2", None, 5, 2025, None, None, None),
        ("IV.1", 28, 2, 2025, None, None, None),
        ("IV.1", None, None, None, "tháng", None, None),
        ("IV.2", 15, 2, 2025, None, None, "Đoàn phường"),
        ("IV.2", 10, 6, 2025, None, "6 tháng", None),
        ("IV.2", 10, 11, 2025, None, "năm", None),
        ("IV.3", None, None, None, None, None, "Ban Thường vụ Đoàn phường"),
    ]


def test_responsibilities(facts: Facts) -> None:
    actors = {r.actor for r in facts.responsibilities if r.section.startswith("IV")}
    assert actors == {
        "Ban Thường vụ Đoàn phường",
        "Các chi đoàn trực thuộc",
        "đồng chí Bí thư chi đoàn trường học",
    }


@pytest.mark.parametrize(
    ("sentence", "tasks"),
    [
        ("Các chi hội tổ chức ra quân dọn vệ sinh.", [("Các chi hội", "tổ chức ra quân dọn vệ sinh.")]),
        ("Phấn đấu thu hút trên 75% phụ nữ vào Hội.", []),
        ("Các cơ quan, tổ chức, cá nhân có liên quan đến công tác bầu cử.", []),
        ("Trưởng đoàn là đại diện lãnh đạo Ủy ban nhân dân xã.", []),
        ("Hộ nghèo được miễn đóng góp.", []),
        ("Chủ tịch Ủy ban nhân dân xã tặng Giấy khen cho 03 tập thể.", []),
        ("Ví dụ: Chi hội thôn Đông tổ chức hai buổi truyền thông.", []),
        ("Đồng chí Nguyễn Văn A báo cáo kết quả với chi bộ.", []),
        ("Thành phần: Đại diện Hội Nông dân, Đoàn Thanh niên tham dự họp.", []),
        ("Thông qua phong trào giúp cho cán bộ, công chức và nhân dân nâng cao ý thức cảnh giác.", []),
        (
            "Cán bộ có đất trong diện thu hồi phải gương mẫu bàn giao mặt bằng.",
            [("Cán bộ có đất trong diện thu hồi", "phải gương mẫu bàn giao mặt bằng.")],
        ),
        (
            "Ban Dân vận là cơ quan thường trực, tổng hợp báo cáo.",
            [("Ban Dân vận", "là cơ quan thường trực, tổng hợp báo cáo.")],
        ),
        (
            "Các chi hội lập danh sách. Việc hủy tài liệu do xã quyết định.",
            [("Các chi hội", "lập danh sách.")],
        ),
        ("Trung tâm hủy kết quả và thông báo.", [("Trung tâm", "hủy kết quả và thông báo.")]),
        ("Học viên vi phạm nội quy thì buộc thôi học.", []),
        ("Mỗi chi hội có 01 tuyến đường hoa.", [("Mỗi chi hội", "có 01 tuyến đường hoa.")]),
        ("Ủy ban bầu cử xã niêm yết danh sách.", [("Ủy ban bầu cử xã", "niêm yết danh sách.")]),
        ("Phòng Người có công rà soát hồ sơ.", [("Phòng Người có công", "rà soát hồ sơ.")]),
        ("Trưởng Ban xây dựng Đảng tổng hợp báo cáo.", [("Trưởng Ban xây dựng Đảng", "tổng hợp báo cáo.")]),
    ],
)
def test_what_somebody_is_or_gets_is_no_task(sentence: str, tasks: list[tuple[str, str]]) -> None:
    found = extract(read(small_plan(f"III. NỘI DUNG\n1. {sentence}\n"))).responsibilities
    assert [(each.actor, each.task) for each in found] == tasks


def test_a_host_sees_to_what_its_item_names() -> None:
    body = "III. NỘI DUNG\n1. Hoạt động 1\n- Nội dung: Tổ chức hội thi cấp xã.\n- Đơn vị chủ trì: Hội Nông dân xã.\n"
    found = extract(read(small_plan(body))).responsibilities
    assert ("Hội Nông dân xã", "Tổ chức hội thi cấp xã") in [(each.actor, each.task) for each in found]


def test_contacts(facts: Facts) -> None:
    assert {(c.kind, c.value, c.owner) for c in facts.contacts} == {
        ("email", "doanphuong@example.vn", "Đoàn phường"),
        ("phone", "0901.234.567", "Đoàn phường"),
        ("office", "Văn phòng Đoàn phường", None),
    }


def test_every_citation_is_exact(plan: Plan, facts: Facts) -> None:
    everything: tuple[Any, ...] = (
        *facts.deadlines,
        *facts.targets,
        *facts.rewards,
        *facts.responsibilities,
        *facts.contacts,
        *facts.cited,
    )
    citations = [citation for fact in everything for citation in fact.citations]
    assert len(citations) >= len(everything)
    for citation in citations:
        assert plan.source_text[citation.start : citation.end] == citation.quote


def document(number: str, day: str | None, basis: bool = False) -> CitedDocument:
    return CitedDocument("Nghị quyết", number, day, None, None, basis, ())


def test_same_number_and_date_is_one_document() -> None:
    merged = merge([document("25-NQ/TW", "2013-06-03", basis=True), document("25-NQ/TW", "2013-06-03")])
    assert len(merged) == 1
    assert merged[0].basis


def test_same_number_of_another_date_is_another_document() -> None:
    documents = [document("25-NQ/TW", "2013-06-03"), document("25-NQ/TW", "2008-07-25"), document("25-NQ/TW", None)]
    assert [d.date for d in merge(documents)] == ["2013-06-03", "2008-07-25", None]


def test_a_mention_without_date_joins_the_only_dated_one() -> None:
    assert len(merge([document("69-KL/TU", "2021-04-09"), document("69-KL/TU", None)])) == 1


def test_a_party_plan_by_quarters_and_lettered_items() -> None:
    text = small_plan(Path(__file__).with_name("party_plan.txt").read_text(encoding="utf-8"))
    facts = extract(read(text))
    assert [(d.section, d.day, d.month, d.recurrence, d.period, d.to) for d in facts.deadlines] == [
        ("IV", None, None, None, None, None),
        ("IV", 15, 3, None, None, None),
        ("IV", None, None, None, None, None),
        ("IV", None, None, None, "tổng kết", None),
        ("V.2", None, 6, None, "sơ kết", None),
        ("V.2", None, 12, None, "tổng kết", None),
        ("V.2", None, None, None, None, "Ban Thường vụ Thành ủy và Ban Tuyên giáo và Dân vận Thành ủy"),
        ("V.3", None, None, None, None, "Đảng ủy"),
        ("V.3", 20, None, "tháng", None, None),
        ("V.3", 5, 7, None, "6 tháng", "Văn phòng Đảng ủy"),
        ("V.3", 5, 12, None, "năm", "Văn phòng Đảng ủy"),
        ("V.4", None, None, "6 tháng", None, "Đảng ủy"),
    ]
    (five,) = facts.no_lists
    assert (five.count, five.target, len(five.items)) == (5, "Cán bộ, đảng viên toàn Đảng bộ", 5)


def test_a_school_plan_over_two_calendar_years() -> None:
    body = Path(__file__).with_name("school_plan.txt").read_text(encoding="utf-8")
    text = small_plan(body, "Thực hiện phong trào thi đua “Dân vận khéo” năm học 2025 - 2026")
    facts = extract(read(text.replace("ngày 15 tháng 01 năm 2025", "ngày 28 tháng 8 năm 2025")))
    assert [(d.section, d.day, d.month, d.year, d.time, d.recurrence, d.to) for d in facts.deadlines] == [
        ("II.1", None, None, None, None, "tuần", None),
        ("II.1", 5, 9, 2025, None, None, None),
        ("II.2", 20, 10, 2025, None, None, None),
        ("III.1", 10, 9, 2025, None, None, None),
        ("III.2", None, 12, 2025, None, None, None),
        ("III.3", 12, 9, 2025, "16:00", None, "văn phòng nhà trường"),
        ("III.3", None, None, None, None, "tháng", None),
        ("IV", 22, None, None, None, "tháng", "Ban Giám hiệu"),
        ("IV", 10, 1, 2026, None, None, "Ban Giám hiệu"),
        ("IV", 20, 5, 2026, None, None, "Ban Giám hiệu"),
        ("IV", None, None, None, None, None, "Ban Giám hiệu"),
    ]
    assert {d.who for d in facts.deadlines if d.section == "IV"} == {"Các bộ phận"}
    (three,) = facts.no_lists
    assert (three.target, [item.text for item in three.items]) == (
        "Toàn thể học sinh",
        ["Không đánh nhau", "Không chia sẻ tin giả", "Không thuốc lá điện tử"],
    )


@pytest.mark.parametrize(
    ("item", "awards"),
    [
        ("Hồ sơ gồm: Tờ trình, Báo cáo, Giấy khen.", []),
        ("Mẫu 3: Báo cáo, Giấy khen.", []),
        ("Minh chứng: bản sao Giấy khen đã được tặng.", []),
        ("Hồ sơ đề nghị Giấy khen gửi trước ngày 20/11/2025.", ["Giấy khen"]),
        ("Cuối năm, Chủ tịch UBND phường tặng Giấy khen cho 05 tập thể.", ["Giấy khen"]),
    ],
)
def test_an_award_among_papers_is_given_to_nobody(item: str, awards: list[str]) -> None:
    assert [reward.award for reward in extract(read(small_plan(f"II. HỒ SƠ\n1. {item}"))).rewards] == awards


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ("Tập thể dẫn đầu được đề nghị cấp trên khen thưởng.", ("Tập thể dẫn đầu", "khen thưởng")),
        ("Ấp đạt giải Nhất được thưởng 3.000.000 đồng; giải Nhì 2.000.000 đồng.", ("Ấp đạt giải Nhất", "thưởng")),
        ("Mỗi năm chọn 02 tổ; mỗi tổ được thưởng 2.000.000 đồng.", (None, "thưởng")),
        ("Bốn xã được biểu dương là An Phú, Tân Lập, Hòa Bình và Sơn Trà.", None),
        ("Đơn vị vi phạm không được xét khen thưởng.", None),
        ("Có báo cáo đúng hạn để được xét khen thưởng.", None),
        ("Kinh phí khen thưởng được cấp trên khen thưởng, mức thưởng 5.000.000 đồng.", None),
    ],
)
def test_what_is_promised_without_a_certificate_is_a_reward(item: str, told: tuple[str | None, str] | None) -> None:
    (*_, found) = [None, *extract(read(small_plan(f"IV. KHEN THƯỞNG\n1. {item}"))).rewards]
    assert (found and (found.recipient, found.award)) == told
    assert found is None or found.citations[0].quote.rstrip(".") == item.rstrip(".")
