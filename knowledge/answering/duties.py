"""Choosing the duties that a question is about. Pure functions over the deadlines of the plans in scope."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.answering.desk import MOST_KEPT, Desk
from knowledge.answering.matching import Bag, Need, bag
from knowledge.answering.present import plain
from knowledge.model import Ask, Deadline, Query
from knowledge.text import fold, folded_words
from knowledge.understanding import rounds

GENERIC = frozenset(
    folded_words(
        "báo cáo nộp gửi hạn thời hạn kết quả thực hiện đơn vị văn bản kế hoạch trước sau ngày tháng năm quý kỳ định "
        "mốc cuối chót chậm trễ muộn gia công tác dân vận khéo phong trào thi đua lịch tất cả mọi các những bảng lập "
        "giờ lúc hôm bữa đợt lần riêng gộp chung ghép yêu cầu cách bằng qua ai đâu cho hộp thư mail email file tệp "
        "định dạng đính kèm địa chỉ nơi nhận deadline so sánh cụ thể theo tài liệu hồ sơ phải là ghép chung nhất "
        "độc lập sáp nhập lồng khác chế độ cuối đầu giữa ghi nghe nói lấy đúng"
    )
)
"""Folded words that nearly every duty carries: they choose no duty among others."""

THINGS = ("so ket", "tong ket", "sang kien", "danh sach", "ho so", "dang ky", "bao cao")
"""What people hand in, the more telling word first."""

_DAY = re.compile(r"\bngay (\d{1,2})\b")
_HANDED_IN = re.compile(r"\b(?:gui|nop)\b")
RELATED = 0.3
"""Coverage of the question's own words from which a duty is about it."""
PLAINLY = 0.6
"""Coverage of the question's words without its date from which a duty on another day is the one it names."""


@dataclass(frozen=True, slots=True)
class Duty:
    """A deadline with how well it fits the question. coverage: of the question's specific words, 1 when it has none."""

    deadline: Deadline
    coverage: float


def is_filtered(query: Query) -> bool:
    """Tell whether the question names a date, a month or a period by which duties are chosen."""
    return bool(query.dates or query.months or query.period)


def specific(desk: Desk) -> Need:
    """Return what the question asks for beyond the words that every duty carries."""
    days = set(_DAY.findall(fold(desk.query.restored)))
    return desk.wanted.without(GENERIC | days | {str(year) for year in desk.query.years})


def candidates(desk: Desk) -> list[Duty]:
    """Return the duties in scope that fit the dates, months and period asked for, best first.

    A date that a yes/no question names need not be the duty's own ("gửi ngày 12/5 có trễ không?").
    """
    found = _candidates(desk, desk.query)
    in_round = of_round(desk, found)
    if in_round:
        return in_round
    judged = desk.query.ask in (Ask.YES_NO, Ask.LATE, Ask.DAYS_LEFT)
    if not found and (judged or desk.query.period):
        return _candidates(desk, replace(desk.query, dates=(), months=()))
    if found and desk.query.ask is Ask.YES_NO and (desk.query.dates or desk.query.months):
        undated = by_plan(_candidates(desk, replace(desk.query, dates=(), months=())))
        groups = by_plan(found)
        return [duty for plan, group in groups.items() for duty in _claimed_of(desk, group, undated.get(plan, []))]
    return found


def _claimed_of(desk: Desk, on_date: list[Duty], found: list[Duty]) -> list[Duty]:
    """Return the duties of a plan of which the question claims a date: those on it, or others that it names plainly.

    found: the plan's duties whatever their date.

    "Kiểm tra trước ngày 10/5 phải không?" is about the inspection, whatever else is due on that day.
    """
    matter = desk.known(specific(desk)).without(_date_words(desk.query))
    held = [duty.deadline for duty in on_date]
    fit = {id(duty): desk.matcher.carried(matter, _words(desk, duty.deadline)[1]) for duty in found}
    best = max((fit[id(duty)] for duty in found if duty.deadline in held), default=0.0)
    others = [duty for duty in found if duty.deadline not in held and fit[id(duty)] >= max(PLAINLY, best + PLAINLY / 2)]
    return others or on_date


def _date_words(query: Query) -> set[str]:
    """Return the numbers of the dates and months that the question names, as words are folded."""
    return {str(part) for part in (*itertools.chain(*query.dates), *query.months) if part is not None}


def of_round(desk: Desk, found: Sequence[Duty]) -> list[Duty]:
    """Return the duties of the round that the question names ("đợt 2"), best first by its other words."""
    kept = rounds.keep(desk.query, found, lambda duty: duty_text(desk, duty.deadline))
    need = specific(desk).without(rounds.words(desk.query))
    again = [Duty(duty.deadline, _fit(desk, duty.deadline, need)) for duty in kept]
    return sorted(again, key=lambda duty: -duty.coverage)


def _candidates(desk: Desk, query: Query) -> list[Duty]:
    need = specific(desk)
    if len(need.words) == 1:
        need = desk.known(need)  # a lone word that no plan uses is noise
    found = [
        Duty(deadline, _fit(desk, deadline, need))
        for stored in desk.near
        for deadline in stored.facts.deadlines
        if fits(deadline, query)
    ]
    return sorted(found, key=lambda duty: -duty.coverage)


def _fit(desk: Desk, deadline: Deadline, need: Need) -> float:
    """Return how well a duty's words fit; of a follow-up its own words count as much as all together."""
    if not need:
        return 1.0
    held = _words(desk, deadline)[1]
    return (desk.matcher.carried(need, held) + desk.matcher.carried(desk.own(need), held)) / 2


def of_kind(desk: Desk, found: list[Duty]) -> list[Duty]:
    """Return the duties to hand in the very thing that the question names (a report, a plan, ...), if there are any."""
    asked = fold(desk.query.restored)
    for thing in THINGS:
        if re.search(rf"\b{thing}\b", asked):
            own = [duty for duty in found if re.search(rf"\b{thing}\b", fold(duty.deadline.what))]
            if own:
                return _to_send(asked, own) or own
    return found


def _to_send(asked: str, found: list[Duty]) -> list[Duty]:
    """Return, for a question when something is handed in, the duties to hand it in, not those to draw it up."""
    if not _HANDED_IN.search(asked):
        return []
    return [duty for duty in found if _HANDED_IN.match(fold(duty.deadline.what))]


def fits(deadline: Deadline, query: Query) -> bool:
    """Tell whether a duty falls on the dates, months and period that the question names (all, when it names none)."""
    if query.dates and not any(_on_date(deadline, day, month, year) for day, month, year in query.dates):
        return False
    if query.months and not any(_in_month(deadline, month) for month in query.months):
        return False
    return not query.period or query.period in periods(deadline)


def periods(deadline: Deadline) -> set[str]:
    """Return the reporting periods that a duty is for: "6 tháng", "năm", "quý", ..."""
    found = {period for period in (deadline.recurrence, deadline.period) if period}
    if "sơ kết" in found:
        found.add("6 tháng")
    once = not found and is_dated(deadline) and fold(deadline.what).startswith("bao cao")
    if "tổng kết" in found or once:  # a plan's only report is its yearly one
        found.add("năm")
    return found


def is_dated(deadline: Deadline) -> bool:
    """Tell whether the plan states any time for the duty that a person could put in a calendar or count from."""
    return deadline.month is not None or deadline.within is not None or deadline.day is not None


def _on_date(deadline: Deadline, day: int, month: int, year: int | None) -> bool:
    own_year = deadline.year or deadline.inferred_year
    same_year = year is None or own_year is None or own_year == year
    if (deadline.day, deadline.month) == (day, month):
        return same_year
    until = deadline.until
    return until is not None and deadline.recurrence is None and (until.day, until.month) == (day, month) and same_year


def _in_month(deadline: Deadline, month: int) -> bool:
    until = deadline.until if deadline.recurrence is None else None
    return month == deadline.month or (until is not None and until.month == month)


def duty_text(desk: Desk, deadline: Deadline) -> str:
    """Return the words by which a duty is recognised: its own, its sentence's and those of the headings above."""
    return _words(desk, deadline)[0]


def _words(desk: Desk, deadline: Deadline) -> tuple[str, Bag]:
    key = (id(deadline), desk.single)
    found = desk.kept.duties.get(key)
    if found is None:
        if len(desk.kept.duties) >= MOST_KEPT:
            desk.kept.duties.clear()
        text = _recognised_by(desk, deadline)
        found = desk.kept.duties[key] = (text, bag(text), deadline)
    return found[:2]


def _recognised_by(desk: Desk, deadline: Deadline) -> str:
    own = (deadline.who, deadline.what, deadline.to, deadline.via, deadline.channel, deadline.folded_into)
    quotes = " ".join(plain(citation.quote) for citation in deadline.citations)
    headings = desk.headings(deadline.plan_id, deadline.section)
    return " ".join([*(part for part in own if part), quotes, headings, desk.topic(deadline.plan_id)])


def by_plan(duties: Sequence[Duty]) -> dict[str, list[Duty]]:
    """Group duties by plan, keeping their order."""
    groups: dict[str, list[Duty]] = {}
    for duty in duties:
        groups.setdefault(duty.deadline.plan_id, []).append(duty)
    return groups


def leading(duties: Sequence[Duty]) -> list[Duty]:
    """Return the duties that fit the question about as well as the best one does, in document order."""
    best = max((duty.coverage for duty in duties), default=0.0)
    kept = [duty for duty in duties if duty.coverage >= best - 0.1]
    return sorted(kept, key=lambda duty: duty.deadline.citations[0].start)
