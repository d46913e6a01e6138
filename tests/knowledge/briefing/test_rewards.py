"""Rewards and amounts in the plan's own words: a plan and a decision of our own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from knowledge.briefing import Briefing, Kind, Request, bullets, compose
from knowledge.facts import extract
from knowledge.model import Reward, StoredPlan
from tests.knowledge.facts.alterations import read, small_plan

PLAN = """ỦY BAN NHÂN DÂN XÃ AN PHÚ

Số: 12/KH-UBND

An Phú, ngày 15 tháng 01 năm 2026

KẾ HOẠCH
Thực hiện phong trào thi đua “Dân vận khéo” năm 2026

I. MỤC ĐÍCH, YÊU CẦU
1. Biểu dương, nhân rộng các mô hình tiêu biểu trên các lĩnh vực.
2. Đổi mới công tác khen thưởng tập thể, cá nhân.

II. MỤC TIÊU
1. Huy động 120 triệu đồng cho quỹ “Vì người nghèo”.
2. 100% thôn có mô hình “Dân vận khéo”.

III. BIỆN PHÁP
1. Tổ chức tuyên dương, khen thưởng, nhân rộng điển hình tiên tiến trong đội ngũ cán bộ, công chức.
2. Tặng Giấy khen kèm 2.000.000 đồng đối với tập thể; 800.000 đồng đối với cá nhân.

IV. KINH PHÍ
Ngân sách xã cấp 90 triệu đồng.

Nơi nhận:
- Các thôn;
- Lưu: VT.

CHỦ TỊCH

Lê Thị Hoa
"""

ITEM = "Không để rác thải, nước thải chưa qua xử lý chảy ra đường làng, kênh mương và các khu vực công cộng ở thôn {}"
DECISION = """ỦY BAN NHÂN DÂN XÃ TÂN LẬP

Số: 45/QĐ-UBND

QUYẾT ĐỊNH
Ban hành quy định thi đua năm 2026

Điều 1. Khen thưởng
1. Ủy ban nhân dân xã tặng Giấy khen cho 05 thôn dẫn đầu. Kèm theo mức thưởng: 1.500.000 đồng/thôn.
2. Chủ tịch Ủy ban nhân dân xã tặng Giấy khen cho cá nhân tiêu biểu kèm tiền thưởng:
a) Cán bộ: 800.000 đồng;
b) Người dân: 900.000 đồng.

Điều 2. Nội dung “{count} không”
{items}
"""


def briefed(text: str, name: str = "p") -> Briefing:
    plan = replace(read(text), plan_id=name)
    stored = StoredPlan(plan, (), extract(plan))
    return compose(Request((name,)), {name: stored}, {}, [], date(2026, 2, 1))


def decision(count: int) -> Briefing:
    items = "\n".join(f"{at}. {ITEM.format(chr(64 + at))}." for at in range(1, count + 1))
    return briefed(DECISION.format(count=count, items=items))


def told(briefing: Briefing, kind: Kind) -> list[str]:
    every = [block for block in briefing.parts[0].blocks if block.kind is kind]
    return [line.text for block in every for line in (*block.lines, *(value for value, *_ in block.rows))]


def test_rewards_are_told_in_the_plans_words_a_named_award_first() -> None:
    assert told(briefed(PLAN), Kind.REWARDS) == [
        "Tặng Giấy khen kèm 2.000.000 đồng đối với tập thể; 800.000 đồng đối với cá nhân",
        "Biểu dương, nhân rộng các mô hình tiêu biểu",
        "Tuyên dương, khen thưởng, nhân rộng điển hình tiên tiến trong đội ngũ cán bộ, công chức",
    ]


def test_the_chat_tells_the_award_with_a_name() -> None:
    shown = [line.text for line in bullets(briefed(PLAN))]
    assert any(line.startswith("Tặng Giấy khen kèm 2.000.000 đồng") for line in shown)


def test_the_amounts_that_go_with_an_award_are_told_with_it() -> None:
    first, second = told(decision(2), Kind.REWARDS)
    assert first.endswith("05 thôn dẫn đầu. Kèm theo mức thưởng: 1.500.000 đồng/thôn")
    assert second.endswith("kèm tiền thưởng: Cán bộ: 800.000 đồng; Người dân: 900.000 đồng")


def test_money_under_an_aim_is_a_target_and_elsewhere_none() -> None:
    assert told(briefed(PLAN), Kind.TARGETS) == ["120 triệu đồng", "100%"]


@pytest.mark.parametrize(("count", "more"), [(4, ""), (9, "; còn 3 điều nữa")])
def test_no_item_of_a_list_is_cut_in_a_bullet(count: int, more: str) -> None:
    line = next(line for line in bullets(decision(count)) if "không”" in line.label and "; " in line.text)
    assert line.text.endswith(more or f"thôn {chr(64 + count)}")
    assert all(item.startswith(("Không để", "còn 3")) for item in line.text.split("; "))


@pytest.mark.parametrize(
    ("measure", "recipients"),
    [
        ("Không khen thưởng tập thể để xảy ra điểm nóng.", []),
        ("Chưa xem xét khen thưởng các cá nhân vi phạm.", []),
        ("Không được biểu dương các tập thể để xảy ra cháy.", []),
        ("Không xét tặng Giấy khen cho tập thể vi phạm.", []),
        ("Không chỉ khen thưởng các tập thể mà còn biểu dương các cá nhân.", ["các tập thể", "các cá nhân"]),
        ("Kịp thời động viên cá nhân gặp khó khăn.", []),
        ("Thăm hỏi, động viên các đồng chí lâu năm.", []),
        ("Động viên các tập thể tiêu biểu.", ["các tập thể tiêu biểu"]),
        ("Biểu dương mô hình hay và tuyên truyền rộng rãi.", ["mô hình hay"]),
        ("Tôn vinh các tập thể và cá nhân tiêu biểu.", ["các tập thể và cá nhân tiêu biểu"]),
    ],
)
def test_who_is_praised_and_who_is_not(measure: str, recipients: list[str]) -> None:
    assert [reward.recipient for reward in rewards(measure)] == recipients


@pytest.mark.parametrize(
    ("after", "cited"),
    [
        ("cá nhân vi phạm bị phạt 500.000 đồng", False),
        ("mỗi hộ nộp 50.000 đồng", False),
        ("mỗi hộ đóng góp 50.000 đồng", False),
        ("tập thể chịu chi phí 200.000 đồng", False),
        ("tập thể có nhiều đóng góp: 500.000 đồng", True),
        ("mỗi cá nhân: 500.000 đồng", True),
    ],
)
def test_no_fine_or_fee_goes_with_an_award(after: str, cited: bool) -> None:
    (reward,) = rewards(f"Tặng Giấy khen cho 10 cá nhân tiêu biểu; {after}.")
    assert (after in " ".join(each.quote for each in reward.citations)) is cited


def rewards(measure: str) -> tuple[Reward, ...]:
    """What an invented plan with one measure on awards promises."""
    begin, end = PLAN.index("I. MỤC ĐÍCH"), PLAN.index("Nơi nhận")
    return extract(read(f"{PLAN[:begin]}I. BIỆN PHÁP\n1. {measure}\n\n{PLAN[end:]}")).rewards


def test_a_table_tells_who_helps_and_how_many() -> None:
    briefing = briefed(
        small_plan(
            "II. CHỈ TIÊU\n"
            "| TT | Khu phố | Số mô hình |\n|---|---|---|\n| 1 | Khu phố 1 | 3 |\n| 2 | Khu phố 2 | 2 |\n\n"
            "III. TIẾN ĐỘ\n"
            "| TT | Nội dung | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian |\n|---|---|---|---|---|\n"
            "| 1 | Đăng ký mô hình | Các khu phố | Mặt trận Tổ quốc phường | Trước ngày 28/02/2025 |\n"
            "| 2 | Báo cáo kết quả | Các khu phố | | Trước ngày 10/6/2025 |\n"
        )
    )
    blocks = {block.kind: block for block in briefing.every_block()}
    acting = [row[2] for row in blocks[Kind.DEADLINES].rows]
    assert [line.text for line in acting] == ["Các khu phố (phối hợp: Mặt trận Tổ quốc phường)", "Các khu phố"]
    assert "Mặt trận Tổ quốc phường" in (acting[0].note.quote if acting[0].note else "")
    counted = [(value.text, counts.text) for value, counts in blocks[Kind.TARGETS].rows]
    assert counted == [("3", "Khu phố 1 (Số mô hình)"), ("2", "Khu phố 2 (Số mô hình)")]


def test_rewards_without_a_certificate_stand_among_the_rewards() -> None:
    items = (
        "Khu phố đạt giải Nhất được thưởng 3.000.000 đồng; giải Nhì 2.000.000 đồng.",
        "Tập thể tiêu biểu được đề nghị cấp trên khen thưởng.",
    )
    briefing = briefed(small_plan("IV. KHEN THƯỞNG\n" + "".join(f"{at}. {item}\n" for at, item in enumerate(items, 1))))
    (rewards,) = [block for block in briefing.every_block() if block.kind is Kind.REWARDS]
    assert [line.text.rstrip(".") for line in rewards.lines] == [item.rstrip(".") for item in items]
