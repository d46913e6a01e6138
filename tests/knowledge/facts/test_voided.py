"""Dates that do not hold, and long paragraphs: what the facts must not say, and how long they may take to say it."""

from __future__ import annotations

import time

import pytest

from knowledge.facts import extract
from knowledge.model import Deadline
from tests.knowledge.facts.test_sentences import plan_of


def deadlines(text: str) -> tuple[Deadline, ...]:
    return extract(plan_of({"text": text})).deadlines


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Thời hạn nộp hồ sơ trước đây là ngày 15/5/2025 nay bãi bỏ; hồ sơ nộp về Chi bộ trước ngày 22/5/2025.", [22]),
        ("Không phải gửi báo cáo quý II về Chi bộ trước ngày 15/5/2025 như năm trước.", []),
        ("Thời hạn nộp hồ sơ được gia hạn từ ngày 15/5/2025 đến hết ngày 30/5/2025.", [30]),
        ("Các tổ không phải nộp báo cáo trước ngày 15/5/2025, chỉ gửi báo cáo năm trước ngày 20/11/2025.", [20]),
        ("Gửi báo cáo chậm nhất ngày 20/6/2025 (thay cho thời hạn trước ngày 15/6/2025).", [20]),
        ("Bãi bỏ quy định các tổ gửi báo cáo trước ngày 10/5/2025.", []),
        ("Không tổ chức hội nghị tổng kết trước ngày 20/11/2025.", []),
        ("Chi bộ nộp báo cáo không quá ngày 15/6/2025.", [15]),
        ("Không nộp báo cáo trước ngày 15/6/2025 thì không xét thi đua.", [15]),
        ("Các tổ rà soát, bãi bỏ văn bản không còn phù hợp trước ngày 30/6/2025.", [30]),
    ],
)
def test_dates_that_do_not_hold(text: str, days: list[int]) -> None:
    assert [duty.day for duty in deadlines(text)] == days


def test_year_before_is_no_period_of_a_report() -> None:
    (duty,) = deadlines("Gửi báo cáo trước ngày 15/6/2025 như năm trước.")
    assert duty.period is None


@pytest.mark.parametrize("words", ["ngày 1/1 ", "quý I, ", "; gửi 1/5", "“5 không”, ", "Luật Thi đua; ", "0123456789"])
def test_time_grows_with_the_length_only(words: str) -> None:
    def seconds(times: int) -> float:
        plan = plan_of({"text": words * times})
        begin = time.process_time()
        extract(plan)
        return time.process_time() - begin

    seconds(100)
    assert seconds(2000) < 10 * seconds(500)
