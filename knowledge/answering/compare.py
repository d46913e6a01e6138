"""Plans side by side: targets, rewards, or, where nothing is named to compare by, their period, dates and lists."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from knowledge.answering.desk import Desk, Draft
from knowledge.answering.duties import is_dated
from knowledge.answering.duty_lines import advised, duty_line, in_plan_words
from knowledge.answering.present import digits, period_label, plain, quote_text, sentence_case, shorten
from knowledge.facts.due import sort_key
from knowledge.model import AnswerPart, Citation, Status, StoredPlan
from knowledge.text import fold, folded_words

MOST_PLANS = 8
MOST_DUTIES = 4
MOST_TARGETS = 6
MOST_REWARDS = 15
LINE_LIMIT = 160
REWARD_LIMIT = 360
"""Characters of a reward, whose amounts often stand at its end."""

_NAMING = frozenset(
    folded_words(
        "so sánh đối chiếu với và giữa hai ba các những kế hoạch văn bản đơn vị khác nhau giống điểm của thế nào "
        "ra sao gì là có năm cho tôi giúp compare plans difference"
    )
)
_REWARDS = frozenset(folded_words("khen thưởng hình thức mức danh hiệu"))
_TARGETS = frozenset(folded_words("chỉ tiêu con số mục tiêu cụ thể tỷ lệ phần trăm"))


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of one plan with its source; derived: its numbers."""

    shown: str
    citations: tuple[Citation, ...]
    derived: tuple[str, ...]


def answer(desk: Desk) -> Draft | None:
    """Set the plans side by side; None when the question compares something else."""
    if "compare" not in desk.query.slots.shape or not 1 < len(desk.plans) <= MOST_PLANS:
        return None
    own = desk.wanted.without({*_NAMING, *(str(year) for year in desk.query.years)})
    if "award" in desk.query.slots.asked and not desk.query.named and not own.without(_REWARDS):
        return _side_by_side(desk, _rewards)
    if own.without(_TARGETS):
        return None
    if not own and not desk.query.named:
        return None
    return _side_by_side(desk, _targets if own else _overview)


def _side_by_side(desk: Desk, rows: Callable[[Desk, StoredPlan], list[_Row]]) -> Draft | None:
    told = {stored.plan_id: found for stored in desk.plans if (found := rows(desk, stored))}
    if not told:
        return None
    sharing = replace(desk, answering=len(told))
    parts = [_part(sharing, plan_id, found) for plan_id, found in told.items()]
    silent = [stored.plan_id for stored in desk.plans if stored.plan_id not in told and rows is not _rewards]
    tail = [AnswerPart(None, desk.words.not_in_plans.format(units=desk.names(silent)))] if silent else []
    return Draft(Status.ANSWERED, (*parts, *tail), desk.others())


def _part(desk: Desk, plan_id: str, rows: list[_Row]) -> AnswerPart:
    period = desk.everyone[plan_id].plan.header.period
    lead = f"**{desk.name(plan_id)}**"
    if period is not None:
        lead = f"{lead} ({period_label(period, desk.words)})"
    citations = tuple(dict.fromkeys(citation for row in rows for citation in row.citations))
    derived = [*digits(lead), *(number for row in rows for number in row.derived)]
    items = [row.shown for row in rows]
    return desk.part(plan_id, f"{lead}:", citations, items=items, show_quote=False, derived=derived)


def _targets(desk: Desk, stored: StoredPlan) -> list[_Row]:
    found = [target for target in stored.facts.targets if target.citations][:MOST_TARGETS]
    shown = [
        desk.words.target.format(value=plain(target.value), counts=shorten(plain(target.counts), LINE_LIMIT))
        for target in found
    ]
    return [_Row(line, target.citations, tuple(digits(line))) for line, target in zip(shown, found, strict=True)]


def _rewards(_: Desk, stored: StoredPlan) -> list[_Row]:
    """Return the rewards in the plan's own words, each clause once."""
    told = {each.citations: quote_text(each.citations, REWARD_LIMIT) for each in stored.facts.rewards if each.citations}
    shown = list(told.items())[:MOST_REWARDS]
    return [_Row(sentence_case(line).strip(" ;"), cited, tuple(digits(line))) for cited, line in shown]


def _overview(desk: Desk, stored: StoredPlan) -> list[_Row]:
    """Return the duties of a plan, dated ones first, and what its lists are called."""
    duties = [duty for duty in stored.facts.deadlines if duty.citations]
    chosen = sorted(duties, key=lambda duty: (not is_dated(duty), sort_key(duty)))[:MOST_DUTIES]
    rows = [
        _Row(duty_line(desk, duty), duty.citations, (*in_plan_words([duty]), *advised(desk, [duty]))) for duty in chosen
    ]
    for each in stored.facts.no_lists:
        name = shorten(plain(each.name), LINE_LIMIT)
        if each.introduced and not any(fold(name) in fold(row.shown) for row in rows):
            rows.append(_Row(name, each.introduced, tuple(digits(name))))
    return rows
