from dataclasses import replace

import pytest

from knowledge.answering.verify import verify
from knowledge.errors import CitationError
from knowledge.model import Answer, AnswerPart, Citation, Facts, Header, Language, Plan, Status, StoredPlan

SOURCE = "Báo cáo gửi về Phòng Nội vụ trước ngày 30/9 hàng năm."
PLANS = {"p": StoredPlan(Plan("p", SOURCE, Header(number="12/KH-UBND"), ()), (), Facts())}
START = SOURCE.index("trước")
GOOD = Citation("p", "12/KH-UBND", "IV", SOURCE[START:-1], START, len(SOURCE) - 1)


def answer(part: AnswerPart) -> Answer:
    return Answer(Status.ANSWERED, part.lead, (part,), Language.VI)


def test_an_exact_quote_with_its_own_numbers_passes() -> None:
    verify(answer(AnswerPart("p", "Trước ngày 30/9", citations=(GOOD,))), PLANS)


@pytest.mark.parametrize(
    "broken",
    [
        replace(GOOD, quote=GOOD.quote + "."),
        replace(GOOD, start=GOOD.start + 1),
        replace(GOOD, end=GOOD.end + 1),
        replace(GOOD, plan_id="other"),
        replace(GOOD, quote="", end=GOOD.start),
        replace(GOOD, quote=GOOD.quote.upper()),
    ],
)
def test_any_other_quote_is_refused(broken: Citation) -> None:
    with pytest.raises(CitationError):
        verify(answer(AnswerPart("p", "Trước ngày 30/9", citations=(broken,))), PLANS)


def test_a_number_without_evidence_is_refused_unless_it_was_computed() -> None:
    with pytest.raises(CitationError, match="29"):
        verify(answer(AnswerPart("p", "nên gửi chậm nhất 29/9", citations=(GOOD,))), PLANS)
    verify(answer(AnswerPart("p", "nên gửi chậm nhất 29/9", citations=(GOOD,), derived=("29",))), PLANS)


def test_a_list_entry_is_checked_like_the_lead() -> None:
    with pytest.raises(CitationError, match="15"):
        verify(answer(AnswerPart("p", "Hạn nộp", items=("ngày 15/11",), citations=(GOOD,))), PLANS)
