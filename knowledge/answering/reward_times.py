"""When rewards are given: as a rule no plan says; then the reward is quoted and nobody else's date is lent to it."""

from __future__ import annotations

import re

from knowledge.answering import details
from knowledge.answering.desk import Desk, Draft
from knowledge.answering.present import plain
from knowledge.model import AnswerPart, Ask, Reward, Status, StoredPlan
from knowledge.text import fold, folded_words

_REWARD = re.compile(
    r"\b(?:khen|tuyen duong|bieu duong|ton vinh|(?:trao|duoc|xet) thuong|reward(?:s|ed)?|commend\w*|awards?)\b"
)
_FORMAL = re.compile(r"\b(?:giay khen|bang khen|huan chuong|co thi dua|ky niem chuong|danh hieu|giai thuong)\b")
_NAMING = frozenset(
    folded_words(
        "khen thưởng tuyên dương biểu dương tôn vinh trao tặng xét được giấy bằng khen danh hiệu hình thức dịp khi nào "
        "bao giờ lúc thời gian điểm ngày mấy vào nhân cho tập thể cá nhân đơn vị người ai tổ chức lễ các thì sẽ có "
        "reward rewards rewarded given award awards commendation when what occasion kế hoạch"
    )
)


def answer(desk: Desk) -> Draft | None:
    """Say that no time is stated for a reward, with its words; None where one is, or where more is asked."""
    asked = fold(f"{desk.query.restored} {desk.query.text}")
    if desk.query.ask is not Ask.WHEN or not _REWARD.search(asked):
        return None
    if desk.known(desk.wanted.without({*_NAMING, *(str(year) for year in desk.query.years)})).words:
        return None
    if any(_is_due(stored) for stored in desk.plans):
        return None
    parts = [part for stored in desk.plans if (part := _part(desk, stored)) is not None]
    return Draft(Status.NOT_SPECIFIED, tuple(parts), desk.others()) if parts else None


def _is_due(stored: StoredPlan) -> bool:
    """Tell whether a plan has a dated duty about rewards, which is then what is asked for."""
    return any(d.month and _REWARD.search(fold(d.what)) for d in stored.facts.deadlines)


def _part(desk: Desk, stored: StoredPlan) -> AnswerPart | None:
    """Quote the reward that fits best, an award with a name before mere praise; None where the plan times any."""
    rewards = stored.facts.rewards
    if not rewards or any(details.missing(desk.query, _said(reward)) != "when" for reward in rewards):
        return None
    chosen = max(rewards, key=lambda each: (_FORMAL.search(fold(each.award)) is not None, desk.coverage(_said(each))))
    lead = desk.words.no_detail_at["when"]
    named = lead if desk.single else f"**{desk.name(stored.plan_id)}**: {lead}"
    return desk.part(stored.plan_id, named, chosen.citations)


def _said(reward: Reward) -> str:
    return " ".join(plain(citation.quote) for citation in reward.citations)
