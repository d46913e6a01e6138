"""Answers to "what must I do": in a week, month or quarter counted from today, from today on, or at all.

Only a question that names no subject of its own is one ("tháng này phải nộp gì", not "tháng này có phải nộp báo cáo
quý không"). Days come from the schedule: a plan that is over has none left, and nothing is rolled forward.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from knowledge.answering.agenda_rows import Due, advice_of, day_of, time_of, what_of
from knowledge.answering.desk import FEW_PLANS, Desk, Draft
from knowledge.answering.due import said_once, when
from knowledge.answering.duty_lines import hint
from knowledge.answering.present import date_text, digits, plain, sentence_case, shorten
from knowledge.answering.spans import RANGED, Span, falls_into, goes_on, rest_of_year, span_in
from knowledge.answering.whose import NOBODY, Whose, named
from knowledge.answering.wording.agenda import EN, VI, AgendaWording
from knowledge.facts.due import sort_key
from knowledge.facts.relative import Stretch, find_stretch, spoken
from knowledge.facts.schedule import schedule
from knowledge.marks import HANDED_IN, is_handed_in
from knowledge.model import AnswerPart, Deadline, Language, Status
from knowledge.patterns import later
from knowledge.text import fold, folded_words
from knowledge.understanding.english import render
from knowledge.understanding.slots import topic
from knowledge.understanding.tokens import tokenize

STRETCH = "stretch"
"""The unit of a span that is told from today in other words than a day, week, month or quarter."""
MOST = 8
"""Duties that one answer lists."""
FEW = 3
LED_BY_ZERO = 2
"""Months up to which a zero is written before them (Nghị định 30/2020/NĐ-CP, annex I)."""
MOST_ACTORS = 5
_END_OF_DAY = "24:00"
ACTOR_LIMIT = 60
_PASSED = later(
    r"\b(?:da |bi )?(?:tre|qua|lo)(?: mat)? han(?: \w+){0,2} (?:nao|gi)(?: chua| khong)?\b"
    r"|\b(?:viec|han) (?:nao|gi)(?: da| bi| dang){0,2} (?:tre|qua|lo)(?: mat)?(?: han)?(?: chua| roi| khong)?\b"
    r"|\b(?:what|which|anything|any)\b.{0,20}\boverdue\b"
)
_DOING = "lam|thuc hien|hoan thanh|chuan bi|nop|gui|bao cao|dang ky"
_WHAT = r"(?:gi|(?:viec|nhiem vu|loai|giay to|ho so|bao cao) nao)\b"
_MINE = later(
    r"\b(?:toi|minh|em|chung toi|ben minh|don vi (?:toi|minh|em|cua toi|cua minh))\b(?: \w+){0,3} "
    rf"(?:{_DOING})(?: \w+){{0,3}} {_WHAT}"
    rf"|\b(?:phai|can) (?:{_DOING})(?: \w+){{0,2}} {_WHAT}"
    r"|\b(?:toi|minh|em|don vi (?:toi|minh|em)) (?:co|con)(?: \w+){0,2} (?:viec|nhiem vu)(?: \w+){0,3} (?:gi|nao)\b"
    r"|\bwhat (?:do|must|should|shall) (?:i|we)(?: \w+){0,2} (?:do|submit|send|report)\b"
    r"|\bmy (?:duties|tasks|obligations|to do list)\b"
)
_NAMING = frozenset(
    folded_words(
        "tôi mình em đơn vị bên có phải cần nên sẽ được gì nào những các việc hạn chót thời deadline nộp gửi làm báo "
        "cáo hoàn thành thực hiện chuẩn bị đăng ký công nhiệm vụ đầu đến tới tuần tháng quý này hôm nay ngày mai sau "
        "kế tiếp theo gần nhất sắp trong lịch mốc về danh sách hết trước đây giờ thời gian còn lại từ cuối năm what "
        "due upcoming there are any deadlines left from until between now and end rest year kết thúc "
        "next report duty task duties tasks obligations week month quarter today tomorrow soon list"
    )
)
_NEVER = frozenset({"days_left", "compare", "which_plans", "to", "who", "channel", "format", "consequence"})
_TOPICS = frozenset({"sending", "duty", None})


def answer(desk: Desk) -> Draft | None:
    """Answer for the stretch of time asked about, or with a checklist; None when something else is asked."""
    query = desk.query
    told = find_stretch(spoken(query.text), desk.today)
    # "thứ năm tuần sau" is read as a fifth item, "quý này" as a report of the quarter: the stretch is what is meant
    ordinal = query.item and told is None
    # "ngày 5 tháng sau" is read as a day of June
    dated = [day for day, _, _ in query.dates if told is None or (told.first, told.last.day) != (told.last, day)]
    never = topic(query.slots, query) not in _TOPICS or (query.slots.asked | query.slots.shape) & _NEVER
    if never or dated or query.count or ordinal:
        return None
    asked = fold(f"{query.restored} {query.text}")
    if told is not None and _is_general(desk, _stretch(told), told):
        return _within(desk, _stretch(told))
    if told is not None and (whose := _actor(desk, _stretch(told), told)):
        return _within(desk, _stretch(told), whose)
    passed = _PASSED.search(asked)
    if passed is not None and not _rest(desk, _NAMING | set(folded_words(passed[0]))):
        return _passed(desk)
    if query.months and not RANGED.search(asked) and _is_general(desk, None):
        return _in_months(desk)
    span = rest_of_year(asked, desk.today)
    if span is None and query.years:
        return None
    span = span or span_in(fold(query.text), desk.today) or span_in(asked, desk.today)
    mine = _MINE.search(asked) is not None
    if span is not None and (whose := _actor(desk, span)):
        return _within(desk, span, whose)
    if (span is None and not mine) or not _is_general(desk, span):
        return None
    if span is not None:
        return _within(desk, span)
    return _checklist(desk) if desk.single else _whose(desk)


def _whose(desk: Desk) -> Draft:
    """Ask whose plan is meant."""
    return Draft(Status.NEEDS_UNIT, (AnswerPart(None, desk.words.needs_unit),), tuple(s.plan_id for s in desk.plans))


def _stretch(told: Stretch) -> Span:
    return Span(told.first, told.last, STRETCH)


def _is_general(desk: Desk, span: Span | None, told: Stretch | None = None) -> bool:
    """Tell whether the question names no subject of its own; of a follow-up only the last turn's words count.

    told: a stretch whose words are no subject either.
    """
    period = {"tháng": "month", "quý": "quarter", "tuần": "week", "năm": "year"}.get(desk.query.period or "")
    if desk.query.period and told is None and (span is None or period != span.unit):
        return False
    time = _said(desk, told) if told else set()
    numbers = {form for number in (*desk.query.years, *desk.query.months) for form in (str(number), f"{number:02}")}
    return not _rest(desk, _NAMING | numbers | time)


def _actor(desk: Desk, span: Span, told: Stretch | None = None) -> Whose:
    """Return those whom the words beside the time name ("trường học"); nobody where they have no duty in the stretch,
    or where a report's period is asked for."""
    time = _said(desk, told) if told else set()
    rest = frozenset(word for _, phrase in desk.wanted.without(_NAMING | time).words for word in folded_words(phrase))
    if not rest or desk.query.period or desk.query.follow_up:
        return NOBODY
    held = [due.deadline for due in _dated(desk) if span.holds(due.day, due.deadline.worked(due.day))]
    readings = named(rest, desk.query.restored, desk.query.text)
    return next((whose for whose in readings if any(whose.has(deadline.who) for deadline in held)), NOBODY)


def _rest(desk: Desk, named: frozenset[str] | set[str]) -> bool:
    """Tell whether a question has words beyond those named; of a follow-up only its own count."""
    wanted = desk.wanted.without(named)
    if not desk.query.follow_up:
        return bool(wanted)
    said = set(folded_words(desk.query.text))
    return any(word in said for _, word in desk.own(wanted).words)


def _said(desk: Desk, told: Stretch) -> set[str]:
    """Return the folded words of a stretch as typed, of an English question as plans would write them, too."""
    words = spoken(desk.query.text)[told.start : told.end]
    foreign = render(tokenize(words), lambda _: False) if desk.query.language is Language.EN else []
    return set(folded_words(" ".join([words, *foreign])))


# ------------------------------------------------------------------------------------------------ a stretch of time


def _within(desk: Desk, span: Span, whose: Whose = NOBODY) -> Draft:
    """List what falls into a stretch; whose: those whose duties alone are meant."""
    if len(desk.plans) > FEW_PLANS:
        return _whose(desk)
    dated = [due for due in _dated(desk) if whose.has(due.deadline.who)]
    words = _words(desk)
    held = [due for due in dated if span.holds(due.day, due.deadline.worked(due.day))]
    running = [due for due in held if span.is_within(due.day)]
    found = [due for due in held if due not in running]
    going_on = [_list(desk, words.running, running[:MOST])] if running else []
    going_on += _ended(desk, [due for due in dated if span.misses(due.day)])
    if found:
        template = words.found if len(found) <= MOST else words.first_found if span.last else words.first_coming
        lead = template.format(span=_label(span, words, desk), count=len(found), first=MOST)
        return _draft(desk, [_list(desk, lead, found[:MOST]), *going_on, *_undated(desk, span)])
    template = words.none if span.unit else words.none_soon
    lead = template.format(span=_label(span, words, desk), scope=_scope(desk))
    after = max(desk.today, (span.last or desk.today) + timedelta(days=1)) if span.first > desk.today else desk.today
    missed = [due for due in dated if span.misses(due.day) and due.day.safe >= desk.today]
    if missed:
        return _draft(desk, [AnswerPart(None, lead, derived=tuple(digits(lead))), *going_on, *_undated(desk, span)])
    coming = [due for due in dated if due.day.safe >= after and due not in running][:1]
    nearest = coming or [due for due in dated if due.day.safe < desk.today][-1:]
    if not nearest:
        return _draft(desk, [AnswerPart(None, lead, derived=tuple(digits(lead))), *_undated(desk, None)])
    told = _list(desk, f"{lead} {words.coming if coming else words.gone}", nearest)
    return _draft(desk, [told, *going_on, *_undated(desk, span)])


def _ended(desk: Desk, missed: Sequence[Due]) -> list[AnswerPart]:
    """List what is due before a day of the stretch, and so over when the stretch begins."""
    words = _words(desk)
    parts = ((words.ends_before, [due for due in missed if due.day.safe >= desk.today]),
             (words.just_over, [due for due in missed if due.day.safe < desk.today]))  # fmt: skip
    return [_list(desk, lead, found[:MOST]) for lead, found in parts if found]


def _in_months(desk: Desk) -> Draft:
    """List the duties that fall into a month which the question names, each once and in its plan's words."""
    if len(desk.plans) > FEW_PLANS:
        return _whose(desk)
    words, query = _words(desk), desk.query
    found: dict[Deadline, None] = {}
    for due in _dated(desk):
        if falls_into(query, due.deadline, due.day, desk.everyone[due.deadline.plan_id].plan.header):
            found.setdefault(due.deadline)
    sending = HANDED_IN.search(fold(query.restored)) is not None
    duties = [each for each in found if is_handed_in(each)] if sending else []
    duties = duties or list(found)
    span = ", ".join([*(_month(month, desk) for month in query.months), *map(str, query.years)])
    if not duties:
        lead = words.none.format(span=sentence_case(span), scope=_scope(desk))
        return _draft(desk, [AnswerPart(None, lead, derived=tuple(digits(lead))), *_undated(desk, None)])
    template = words.found if len(duties) <= MOST else words.first_found
    lead = template.format(span=sentence_case(span), count=len(duties), first=MOST)
    rows = [
        words.due.format(date=time_of(desk, each), hint=hint(desk, each), what=what_of(desk, each))
        for each in duties[:MOST]
    ]
    return _draft(desk, [_part(desk, lead, rows, duties[:MOST]), *_undated(desk, None)])


def _month(month: int, desk: Desk) -> str:
    if desk.words.months:
        return desk.words.months[month - 1]
    return f"tháng {month:02}" if month <= LED_BY_ZERO else f"tháng {month}"


def _passed(desk: Desk) -> Draft:
    """List what was due, the latest first: whether it was done no plan knows."""
    if len(desk.plans) > FEW_PLANS:
        return _whose(desk)
    words, over = _words(desk), [due for due in _dated(desk) if due.day.safe < desk.today]
    if not over:
        return _draft(desk, [AnswerPart(None, words.none_passed.format(scope=_scope(desk)))])
    return _draft(desk, [_list(desk, words.passed, over[: -MOST - 1 : -1])])


def _dated(desk: Desk) -> list[Due]:
    """Return every day of every duty in scope, in order."""
    found = [
        Due(day, deadline)
        for stored in desk.plans
        for deadline in stored.facts.deadlines
        if deadline.citations
        for day in schedule(deadline, stored.plan.header, desk.today).days
    ]
    return sorted(found, key=_in_order)


def _in_order(due: Due) -> tuple[date, date, str, str]:
    """Order days as readers see them: by the day that is told, "trước" it before on it, then by the hour."""
    return due.day.last, due.day.safe, due.deadline.time or _END_OF_DAY, due.deadline.plan_id


def _undated(desk: Desk, span: Span | None) -> list[AnswerPart]:
    """Return the periodic duties without a date: of plans in force in the stretch; all of them without one (None)."""
    found = [
        deadline
        for stored in desk.plans
        if span is None or not _is_over(desk, stored.plan_id, span)
        for deadline in stored.facts.deadlines
        if deadline.recurrence and deadline.citations and not schedule(deadline, stored.plan.header, desk.today).days
    ]
    if not found:
        return []
    rows = [f"{sentence_case(when(each, desk.words))} – {what_of(desk, each)}" for each in found[:FEW]]
    return [_part(desk, _words(desk).undated, rows, found[:FEW])]


def _is_over(desk: Desk, plan_id: str, span: Span) -> bool:
    period = desk.everyone[plan_id].plan.header.period
    return period is not None and period.is_over(max(span.first, desk.today))


def _list(desk: Desk, lead: str, found: Sequence[Due]) -> AnswerPart:
    words = _words(desk)
    rows = [
        words.due.format(date=day_of(due, desk), hint=advice_of(due, desk), what=what_of(desk, due.deadline))
        for due in found
    ]
    return _part(desk, lead, rows, [due.deadline for due in found])


def _label(span: Span, words: AgendaWording, desk: Desk) -> str:
    first = date_text(span.first, desk.words)
    if span.last is None:
        return words.soon.format(dates=first)
    dates = first if span.last == span.first else f"{first} – {date_text(span.last, desk.words)}"
    if span.unit == STRETCH and span.last == span.first:
        return words.day.format(weekday=sentence_case(desk.words.weekdays[span.first.weekday()]), dates=dates)
    return words.spans[(span.unit, span.ahead)].format(dates=dates)


def _scope(desk: Desk) -> str:
    if len(desk.plans) <= FEW:
        return desk.names([stored.plan_id for stored in desk.plans])
    return f"{len(desk.plans)} {'plans' if desk.words.months else 'kế hoạch'}"


# ------------------------------------------------------------------------------------------------------ a checklist


def _checklist(desk: Desk) -> Draft | None:
    """List the duties of the one plan in scope, and those to whom it gives other tasks."""
    stored, words = desk.plans[0], _words(desk)
    every = sorted((each for each in stored.facts.deadlines if each.citations), key=sort_key)
    every.sort(key=lambda each: _is_past(desk, each))
    duties, parts = every[:MOST], list[AnswerPart]()
    if duties:
        rows = [words.tick.format(line=_tick(desk, each)) for each in duties]
        rows += [words.more.format(count=len(every) - MOST)] if len(every) > MOST else []
        parts.append(_part(desk, words.checklist.format(count=len(every)), rows, duties))
    actors = list(dict.fromkeys(plain(r.actor) for r in stored.facts.responsibilities))
    actors = [actor for actor in actors if len(actor.split()) > 1 and len(actor) <= ACTOR_LIMIT][:MOST_ACTORS]
    if actors:
        told = words.actors.format(actors="; ".join(actors), actor=min(actors, key=len))
        parts.append(AnswerPart(stored.plan_id, told, derived=tuple(digits(told))))
    return _draft(desk, parts) if parts else None


def _tick(desk: Desk, deadline: Deadline) -> str:
    """Say when, who and what: a plan's duties are of different people."""
    who = f"{sentence_case(plain(shorten(deadline.who, ACTOR_LIMIT)))}: " if deadline.who else ""
    past = f" ({_words(desk).past})" if _is_past(desk, deadline) else ""
    return f"**{time_of(desk, deadline)}**{past}{hint(desk, deadline)} – {who}{what_of(desk, deadline)}"


def _is_past(desk: Desk, deadline: Deadline) -> bool:
    """Tell whether all days of a duty have passed in a plan that is in force."""
    header = desk.everyone[deadline.plan_id].plan.header
    if desk.is_over(deadline.plan_id) or goes_on(deadline, header):
        return False
    days = schedule(deadline, header, desk.today).days
    return bool(days) and all(day.safe < desk.today for day in days)


def _part(desk: Desk, lead: str, rows: Sequence[str], deadlines: Sequence[Deadline]) -> AnswerPart:
    """Build a list of duties: of one plan with its caution and source line, of several with each plan in its row."""
    rows = said_once(rows, desk.words)
    citations = tuple(dict.fromkeys(citation for deadline in deadlines for citation in deadline.citations))
    derived = digits(lead, *rows)
    plan_id = deadlines[0].plan_id
    if any(deadline.plan_id != plan_id for deadline in deadlines):
        return AnswerPart(None, lead, tuple(rows), citations, show_quote=False, derived=tuple(derived))
    routed = any(deadline.to or deadline.via for deadline in deadlines)
    part = desk.part(
        plan_id, lead, citations, items=rows, show_quote=len(rows) == 1, recipients=routed, derived=derived,
        focus=deadlines[0].stated or "",
    )  # fmt: skip
    return part if desk.single else replace(part, plan_id=None, note=None)


def _draft(desk: Desk, parts: Sequence[AnswerPart]) -> Draft:
    others = desk.others() if desk.single else tuple(stored.plan_id for stored in desk.plans)
    return Draft(Status.ANSWERED, tuple(parts), others)


def _words(desk: Desk) -> AgendaWording:
    return EN if desk.query.language is Language.EN else VI
