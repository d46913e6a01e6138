"""Answers that count or choose among all plans by what they contain: a dated duty, a list, a target, a period that
still runs, the earliest deadline.

Only a question that asks for nothing more is one ("bao nhiêu kế hoạch có hạn ghi rõ ngày", not "kế hoạch nào có hạn
nộp sáng kiến").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from knowledge.answering.desk import FEW_PLANS, Desk, Draft
from knowledge.answering.due import what, when
from knowledge.answering.duty_lines import citations
from knowledge.answering.header import cite_fields
from knowledge.answering.present import digits, period_text, plain, section_text, shorten
from knowledge.answering.wording.plans import EN, VI, PlansWording
from knowledge.facts.due import sort_key
from knowledge.marks import HANDED_IN, in_one_calendar, is_handed_in
from knowledge.model import NO, AnswerPart, Citation, Deadline, Language, Query, Status, StoredPlan, Target
from knowledge.patterns import later
from knowledge.text import fold, folded_words

_PLANS = r"(?:ke hoach|van ban|plans?|documents?)"
_COUNTED = later(rf"\b(?:bao nhieu|may|how many)(?: \w+){{0,3}}? {_PLANS}\b")
_ISSUERS = r"(?:ke hoach|van ban|don vi|noi|co quan|dia phuong)"
_CHOSEN = later(
    rf"\b(?:{_ISSUERS} nao|(?:which|what)(?: of the)?(?: \w+)? (?:plans?|units?|documents?|bodies|body|office)|whose)\b"
)
_OF_PLANS = later(rf"\b{_PLANS}\b")
_DUE = later(r"\b(?:han|thoi han|moc|nop|gui|bao cao|deadlines?|due|submit|submission|reports?|hand in)\b")
_DATED = later(r"\b(?:ngay|cu the|ro|han chot|han nop|han bao cao|thoi han|moc thoi gian|deadlines?|dates?|day)\b")
_NOT = later(
    r"\b(?:(?:khong|chua) (?:\w+ ){0,2}(?:ghi|neu|co|dat|de|quy dinh|ro|han|ngay|cu the)|thieu|no|not|without|lacks?)\b"
)
_WITHOUT = later(
    r"\b(?:khong|chua)(?: he| duoc)? (?:co|neu|noi|nhac|de cap|dat|ghi|de ra|dua)\b|"
    r"\b(?:not|without|lacks?|don t|doesn t|have no|has no|sets? no)\b"
)
_MOST = later(r"\bnhieu\b.{0,30}\bnhat\b|\bthe most\b")
_FIRST = later(r"\b(?:som nhat|dau tien|truoc nhat|earliest|first|soonest)\b")
_LAST = later(
    r"\b(?:muon nhat|tre nhat|sau cung|cuoi cung|cham nhat(?! ngay)|latest|last(?! (?:year|month|quarter)))\b"
)
_OF_YEAR = later(r"\b(?:trong nam|of the year)\b")
_ORDERED = later(r"\b(?:truoc|sau|som|muon|moi|cu|earl\w+|lat\w+|first|last|new\w*|old\w*)\b")
_IN_FORCE = later(
    r"\b(?:hieu luc|het (?:han|ky|thoi han)(?! (?:nop|gui|bao cao|dang ky))|con (?:trong )?(?:han|ky|ap dung|gia tri)|"
    r"(?:in|of) force|valid|expired?|still appl(?:y|ies))\b"
)
_EXPIRED = later(r"\b(?:het (?:han|ky|hieu luc|thoi han)|khong con|expired?|no longer|out of date)\b")
_OF_TARGETS = later(r"\b(?:chi tieu|muc tieu|targets?)\b|%|\bphan tram\b|\bpercent\b")
_VALUE = later(r"(\d+(?:[.,]\d+)?) ?(?:%|phan tram|percent)")

_NAMING = frozenset(
    folded_words(
        "có bao nhiêu mấy những các liệt kê kế hoạch văn bản đơn vị nơi cơ quan địa phương nào gì trong bộ tất cả này "
        "hiện nêu ghi đặt ra quy định rõ cụ thể chỉ không chưa thiếu mà là thì được ai nói về nhắc đến tới chứa đưa "
        "năm yêu cầu phải của cho đến giờ nay bây và thôi nhất sớm muộn trễ đầu tiên cuối cùng chậm hết trước sau "
        "how many which what plans plan unit units documents have has set sets give contain state with any of the "
        "list danh sách mention mentions nhiều nhất hề most do not don doesn no without lack lacks"
    )
)
_DUTY_NAMING = frozenset(
    folded_words(
        "báo cáo nộp gửi hạn thời hạn chót mốc kết quả gian trước sau ngày tháng rõ cụ thể specific exact date dates "
        "deadline deadlines day due earliest latest"
    )
)
_FORCE_NAMING = frozenset(
    folded_words("còn hiệu lực hạn kỳ áp dụng giá trị thực hiện dùng sử dụng được still valid in force hết thời")
)
_LIST_NAMING = frozenset(folded_words("không nội dung danh sách điều mục nói"))
_TARGET_NAMING = frozenset(folded_words("chỉ tiêu mục tiêu phần trăm tỷ lệ đạt con số target targets percent"))

MOST = 12
MOST_ROWS = 2
ROW_LIMIT = 120
WHAT_LIMIT = 60


@dataclass(frozen=True, slots=True)
class _Row:
    """What a plan has of what was asked for, in words, with the proof."""

    shown: str
    citations: tuple[Citation, ...]


def answer(desk: Desk) -> Draft | None:
    """Count, choose or order the plans as the question asks; None for any other question."""
    asked = fold(f"{desk.query.restored} | {desk.query.text}")
    if desk.query.named or len(desk.everyone) < 2:
        several = len(desk.plans) > 1 and _CHOSEN.search(asked) and not _ORDERED.search(asked)
        return _named(desk) if desk.query.named and (several or _COUNTED.search(asked)) else None
    counted = _COUNTED.search(asked) is not None
    within = desk.single and not _OF_PLANS.search(asked)  # "đơn vị nào" among those that the chat's own plan is for
    if not counted and (within or not _CHOSEN.search(asked)):
        return None
    desk = replace(desk, plans=tuple(desk.everyone.values()))
    return next((draft for way in _WAYS if (draft := way(desk, asked, counted)) is not None), None)


def _nothing_more(desk: Desk, *said: Iterable[str]) -> bool:
    """Tell whether the question asks about nothing beside the words that were understood."""
    gone = _NAMING.union(*said, digits(desk.query.restored))
    return not desk.known(desk.wanted.without(gone)).words


def _named(desk: Desk) -> Draft | None:
    """Count the plans of the units that the question names ("có mấy kế hoạch của ngành giáo dục")."""
    if not _nothing_more(desk):
        return None
    return _listed(desk, _words(desk).named, desk.plans, _title_row)


def _title_row(stored: StoredPlan) -> _Row:
    """Return a plan with its number and title."""
    header = stored.plan.header
    shown = " – ".join(plain(each) for each in (header.number, header.title) if each)
    return _Row(shown, cite_fields(stored, ("title",)))


# ------------------------------------------------------------------------------------------------------------ duties


def _extreme(desk: Desk, asked: str, _counted: bool) -> Draft | None:
    """Name the plan with the earliest or latest deadline, and each plan's own in order."""
    last = _LAST.search(asked) is not None
    if not (last or _FIRST.search(asked)) or not _DUE.search(asked):
        return None
    if _is_filtered(desk.query) or not _nothing_more(desk, _DUTY_NAMING):
        return None
    yearly = _OF_YEAR.search(asked) is not None
    if len(desk.plans) > FEW_PLANS:
        handed_in = HANDED_IN.search(asked) is not None
        first, yearly = desk.marked.in_order(handed_in=handed_in, yearly=yearly, last=last)
        desk = replace(desk, plans=tuple(desk.everyone[plan_id] for plan_id in first[:MOST]))
    own_duties = [deadline for stored in desk.plans for deadline in stored.facts.deadlines if deadline.citations]
    dated = [deadline for deadline in _handed_in(own_duties, asked) if deadline.month]
    if len({deadline.plan_id for deadline in dated}) < 2:
        return None
    known = [deadline.year or deadline.inferred_year or 0 for deadline in dated]
    yearly = yearly or not in_one_calendar(known, [deadline.year or 0 for deadline in dated])
    own: dict[str, Deadline] = {}
    for deadline in sorted(dated, key=_by_day_of_year if yearly else sort_key, reverse=last):
        own.setdefault(deadline.plan_id, deadline)
    words = _words(desk)
    template = words.latest if last else words.earliest
    lead = template.format(name=desk.name(next(iter(own))), way=words.by_day_of_year if yearly else "")
    return _listed(desk, lead, _plans(desk, own), lambda stored: _duties_row(desk, [own[stored.plan_id]]))


def _is_filtered(query: Query) -> bool:
    """Tell whether a question names a date, a month or a period of its own."""
    return bool(query.dates or query.months or query.period)


def _handed_in(deadlines: Sequence[Deadline], asked: str) -> list[Deadline]:
    """Return what is handed in to somebody, where the question is about that; all where nothing is or it is not."""
    sent = [each for each in deadlines if is_handed_in(each)]
    return sent if sent and HANDED_IN.search(asked) else list(deadlines)


def _by_day_of_year(deadline: Deadline) -> tuple[int, int]:
    return deadline.month or 0, deadline.day or 31


def _dated(desk: Desk, asked: str, _counted: bool) -> Draft | None:
    """Choose the plans whose deadlines have a date, or have none."""
    if not _DUE.search(asked) or not _DATED.search(asked) or _is_filtered(desk.query) or desk.query.count is not None:
        return None
    if not _nothing_more(desk, _DUTY_NAMING):
        return None
    words, without = _words(desk), _NOT.search(asked) is not None
    found = desk.marked.timed(handed_in=HANDED_IN.search(asked) is not None, dated=not without)

    def row(stored: StoredPlan) -> _Row:
        duties = _handed_in([deadline for deadline in stored.facts.deadlines if deadline.citations], asked)
        shown = [deadline for deadline in duties if without or deadline.month]
        return _duties_row(desk, sorted(shown, key=sort_key)[:MOST_ROWS])

    return _listed(desk, words.undated if without else words.dated, _plans(desk, found), row)


def _duties_row(desk: Desk, deadlines: Sequence[Deadline]) -> _Row:
    shown = "; ".join(f"{when(each, desk.words)}: {what(each, desk.words, WHAT_LIMIT)}" for each in deadlines)
    over = f" {desk.words.over_short}" if desk.is_over(deadlines[0].plan_id) else ""
    return _Row(shown + over, tuple(citations(list(deadlines))))


# ------------------------------------------------------------------------------------------- lists, targets, validity


def _with_list(desk: Desk, asked: str, counted: bool) -> Draft | None:
    """Choose the plans that have a list "N không"; which of them say what is asked in a list is another question."""
    query = desk.query
    if (
        query.count is None
        or query.item is not None
        or "compare" in query.slots.shape
        or not _nothing_more(desk, _LIST_NAMING)
    ):
        return None
    called = query.count, NO
    found = desk.marked.with_list(*called)

    def row(stored: StoredPlan) -> _Row:
        own = [each for each in stored.facts.no_lists if (each.count, each.word) == called]
        labels = [f"{_words(desk).no_list.format(count=e.count)}, {section_text(e.section, desk.words)}" for e in own]
        cited = [c for each in own for c in (*each.introduced, *(c for item in each.items for c in item.citations))]
        return _Row("; ".join(labels), tuple(dict.fromkeys(cited)))

    if _WITHOUT.search(asked):
        return _lacking(desk, found)
    if not counted and not found:
        return None
    return _listed(desk, _words(desk).with_list, _plans(desk, found), row)


def _with_target(desk: Desk, asked: str, _counted: bool) -> Draft | None:
    """Choose the plans that set targets, of the share asked for if one is named."""
    if not _OF_TARGETS.search(asked) or not _nothing_more(desk, _TARGET_NAMING):
        return None
    amounts = {float(number.replace(",", ".")) for number in _VALUE.findall(asked)}

    def fits(target: Target) -> bool:
        return not amounts or (target.unit == "%" and target.amount in amounts)

    def row(stored: StoredPlan) -> _Row:
        own = [target for target in stored.facts.targets if fits(target)]
        shown = "; ".join(shorten(f"{plain(t.value)} {plain(t.counts)}", ROW_LIMIT) for t in own[:MOST_ROWS])
        more = _words(desk).more.format(count=len(own) - MOST_ROWS) if len(own) > MOST_ROWS else ""
        return _Row(shown + more, tuple(dict.fromkeys(c for target in own for c in target.citations)))

    counts = desk.marked.targets(amounts)
    most = _MOST.search(asked) is not None
    found = sorted(counts, key=lambda plan_id: -counts[plan_id] if most else 0)
    if _WITHOUT.search(asked):
        return _lacking(desk, found)
    lead = _words(desk).most_targets.format(name=desk.name(found[0])) if most and found else None
    return _listed(desk, lead or _words(desk).with_target, _plans(desk, found), row)


def _lacking(desk: Desk, having: Iterable[str]) -> Draft:
    """List the plans that are not in `having`, by their titles."""
    own = set(having)
    lacking = [stored for stored in desk.plans if stored.plan_id not in own]
    return _listed(desk, _words(desk).lacking, lacking, _title_row)


def _in_force(desk: Desk, asked: str, _counted: bool) -> Draft | None:
    """Choose the plans whose period still runs today, or is over."""
    if not _IN_FORCE.search(asked) or not _nothing_more(desk, _FORCE_NAMING):
        return None
    words = _words(desk)
    told = [stored for stored in desk.plans if stored.plan.header.period is not None]
    over = [stored for stored in told if desk.is_over(stored.plan_id)]
    running = [stored for stored in told if desk.is_running(stored.plan_id)]
    coming = [stored for stored in told if stored not in over and stored not in running]
    silent = [stored.plan_id for stored in desk.plans if stored.plan.header.period is None]
    tail = [AnswerPart(None, words.no_period.format(units=desk.some_names(silent)))] if silent else []
    if coming and not _EXPIRED.search(asked):
        tail = [*_listed(desk, words.coming, coming, lambda stored: _period_row(desk, stored)).parts, *tail]
    if not told:
        return Draft(Status.NOT_SPECIFIED, tuple(tail), tuple(silent))
    chosen, lead = (over, words.over) if _EXPIRED.search(asked) else (running, words.in_force)
    if not chosen:
        if coming and not over:
            return Draft(Status.ANSWERED, tuple(tail), tuple(stored.plan_id for stored in told))
        chosen, lead = (over, words.none_in_force) if over else ([], words.none_such)
    draft = _listed(desk, lead, chosen, lambda stored: _period_row(desk, stored))
    return replace(draft, parts=(*draft.parts, *tail))


def _period_row(desk: Desk, stored: StoredPlan) -> _Row:
    period = stored.plan.header.period
    shown = period_text(period, desk.words) if period else ""
    return _Row(shown, cite_fields(stored, ("period", "title")))


# ------------------------------------------------------------------------------------------------------------ showing


def _plans(desk: Desk, plan_ids: Iterable[str]) -> list[StoredPlan]:
    return [desk.everyone[plan_id] for plan_id in plan_ids]


def _listed(desk: Desk, lead: str, plans: Sequence[StoredPlan], row: Callable[[StoredPlan], _Row]) -> Draft:
    """List the plans, a line each, under the lead that counts them. row: of a plan; made of those that are shown."""
    if not plans:
        return Draft(Status.NOT_FOUND, (AnswerPart(None, _words(desk).none_such),), tuple(desk.everyone))
    shown = plans[:MOST]
    rows = [row(stored) for stored in shown]
    items = [f"**{desk.name(stored.plan_id)}** – {each.shown}" for stored, each in zip(shown, rows, strict=True)]
    text = lead.replace("{count}", str(len(plans)))
    proof = tuple(dict.fromkeys(citation for each in rows for citation in each.citations))
    part = AnswerPart(None, text, tuple(items), proof, show_quote=False, derived=tuple(digits(text, *items)))
    return Draft(Status.ANSWERED, (part,), tuple(stored.plan_id for stored in shown))


def _words(desk: Desk) -> PlansWording:
    return EN if desk.query.language is Language.EN else VI


_WAYS: tuple[Callable[[Desk, str, bool], Draft | None], ...] = (_extreme, _in_force, _with_list, _with_target, _dated)
