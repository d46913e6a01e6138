"""Claims that no value settles: judged by how they compare with the statement nearest to them, or left open."""

from __future__ import annotations

import pytest

from knowledge.answering import believed
from tests.knowledge.answering.collection import Collection

_RULES = """ỦY BAN NHÂN DÂN
XÃ SUỐI NGÀ
Số: 41/QC-UBND
Suối Ngà, ngày 15 tháng 3 năm 2026

QUY CHẾ
hoạt động của các cụm thi đua xã Suối Ngà

Điều 1. Nguyên tắc
1. Các cụm thi đua hoạt động công khai, dân chủ; hợp tác xã tham gia trên cơ sở tự nguyện.
2. Không tổ chức họp cụm kết hợp tham quan, du lịch bằng ngân sách.

Điều 2. Chế độ họp
1. Cụm trưởng chủ trì hội nghị sơ kết vào tháng 6, tổng kết vào tháng 12.
2. Kết quả chấp hành chế độ báo cáo là một nội dung xét thi đua cuối năm.
3. Đơn vị vắng họp hai lần thì không xét khen thưởng.

Điều 3. Khen thưởng
1. Đợt 1 khen không quá 05 tập thể, 15 cá nhân; Đợt 2 khen không quá 08 tập thể, 20 cá nhân.
2. Kinh phí khen thưởng do Quỹ thi đua của xã chi trả.
"""


@pytest.fixture(scope="module")
def rules() -> Collection:
    return Collection({"quy-che": _RULES})


@pytest.mark.parametrize(
    "claim",
    [
        "Hợp tác xã tham gia cụm thi đua là tự nguyện phải không?",
        "ket qua chap hanh che do bao cao la mot noi dung xet thi dua cuoi nam dung khong",
        "Nghe nói Cụm trưởng chủ trì hội nghị sơ kết, có đúng vậy không anh?",
    ],
)
def test_what_one_statement_says_is_confirmed(rules: Collection, claim: str) -> None:
    assert rules.ask(claim).text.startswith("Đúng")


@pytest.mark.parametrize(
    "claim",
    [
        "Họp cụm kết hợp tham quan, du lịch bằng ngân sách là được, phải không?",
        "Đợt 2 khen không quá 30 cá nhân, đúng không?",
    ],
)
def test_what_a_statement_speaks_against_is_not(rules: Collection, claim: str) -> None:
    assert not rules.ask(claim).text.startswith(("Đúng", "Có"))


def test_what_no_plan_settles_is_neither_confirmed_nor_denied(rules: Collection) -> None:
    text = rules.ask("Cụm trưởng được phụ cấp xăng xe hằng tháng, đúng không?").text
    assert not text.startswith(("Đúng", "Có", "Không phải"))


@pytest.mark.parametrize(("one", "other", "longest"), [("a b c d", "x b c y", 2), ("", "a", 0), ("a b", "a b", 2)])
def test_the_longest_run_of_words(one: str, other: str, longest: int) -> None:
    assert believed.longest_run(one.split(), other.split()) == longest
