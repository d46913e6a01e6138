"""The duty of a table's row: what its columns say of when, who, with whom, to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from knowledge.facts.actors import first_verb
from knowledge.facts.covered import periods
from knowledge.facts.cycles import Cycle, find_cycles
from knowledge.facts.dates import find_whens, is_a_time
from knowledge.facts.lexicon import ACTOR
from knowledge.facts.reading import Unit
from knowledge.facts.routes import find_route
from knowledge.facts.timetable import time_above, under_title, within_time
from knowledge.facts.timing import Reading, read_times, timed, without_loose_end
from knowledge.facts.whens import When
from knowledge.facts.years import last_recurrence
from knowledge.model import Deadline, Plan, Section
from knowledge.parsing.heads import Column, column_of, is_visited
from knowledge.patterns import later
from knowledge.text import MappedText, added, join

_MARK = later(r"[xX✓✔+*•]")  # "x" in the column of a month
_CLOCK = later(
    r"\s*(?:(?:buổi\s+)?(?:sáng|chiều|tối)\s*[,:(]?\s*)?(?P<hour>[01]?\d|2[0-4])\s*(?:giờ|[hg:])\s*(?P<minute>[0-5]\d)?\s*(?:phút)?(?:\s*(?:sáng|chiều))?\s*",
    re.IGNORECASE,
)
_BEGINS = later(r"(?:bắt đầu|khởi công|từ)(?:\s+ngày)?\W*$", re.IGNORECASE)
_ENDS = later(r"(?:kết thúc|hoàn thành|đến)(?:\s+ngày)?\W*$", re.IGNORECASE)
_OWN_WORDS = later(r"(?P<own>[^\W\d_][^;.]{3,80}?)\s*:\s*(?P<rest>.*)", re.DOTALL)
# "Hạn đăng ký", "Thời gian thi đấu", beside each other: each its own matter; "Thời gian thực hiện" is the work's.
_OWN_MATTER = later(
    r"(?:thời (?:gian|hạn|điểm)|hạn|ngày|lịch)(?: chót| cuối)?\s+(?!thực hiện|triển khai|hoàn thành|dự kiến|tháng)\w.*",
    re.IGNORECASE,
)
_NUMBER = later(r"(?:\d{1,2}|[IVX]{1,3})(?:\s*/\s*\d{4})?")
_PART_OF_YEAR = later(r"tháng|quý", re.IGNORECASE)
AT_ANY_TIME = later(
    r"(?:làm\s+)?(?:thường xuyên|liên tục|định kỳ|cả năm|theo\s|khi\s|hằng|hàng|đột xuất)", re.IGNORECASE
)
# "Chủ trì: Văn phòng; Phối hợp: Đoàn xã", "Văn phòng chủ trì, Đoàn xã phối hợp"
_LEADS = later(
    r"\W*(?:(?:cơ quan|đơn vị|bộ phận)\s+)?(?:chủ trì|đầu mối|chịu trách nhiệm(?:\s+chính)?)\s*[:–-]\s*"
    r"(?P<who>[^;:]+?)\W*(?:(?:cơ quan|đơn vị|bộ phận)\s+)?(?:phối hợp(?!\w)|;|$)"
    r"|(?P<whose>[^;:,]+?)\s+chủ trì\s*[,;]\s*[^;:]+\s+phối hợp\W*$",
    re.IGNORECASE,
)
_PART = later(r"\s*[-–+•*]\s*\w")
_NEVER_MIND = later(r"[\W\d_]*")  # a cell without a word
_NO_MATTER = later(
    r"(?:[\W\d_]|(?<!\w)(?:sáng|chiều|tối|cả ngày|buổi|từ|đến|giờ|phút|số|đợt|đoàn|tổ|nhóm|lần)(?!\w))*", re.IGNORECASE
)  # an hour or a number alone is nothing that a row is about


def is_time(head: str) -> bool:
    """Tell whether the cells under a head say when."""
    return column_of(head) is Column.WHEN


def cell_of(section: Section, kind: Column) -> MappedText | None:
    """Return the first filled cell of a row that is of a kind."""
    return next((cell for head, cell in section.cells if column_of(head) is kind), None)


def subject_of(section: Section) -> MappedText | None:
    """Return the cell that names what a row is about: that of its work or aim, else its first cell of words."""
    told = [(column_of(head), cell) for head, cell in section.cells if not _NO_MATTER.fullmatch(cell.text)]
    named = (cell for kind, cell in told if kind is Column.WHAT)
    plain = (cell for kind, cell in told if kind in (Column.OTHER, Column.PRODUCT))
    return next(named, None) or next(plain, None)


def actor_of(section: Section) -> str | None:
    """Return who a row makes responsible, None when it names nobody; of a cell that tells who leads and who helps, the
    former."""
    cell = cell_of(section, Column.WHO)
    if cell is None:
        return None
    leads = _LEADS.match(cell.text)
    return ((leads["who"] or leads["whose"]) if leads else cell.text).strip(" .;,") or None


def _of_group(unit: Unit, about: MappedText) -> str | None:
    """Return who a row's group is of, where its cell for that is empty: a cell over several rows, read as text, stands
    with the first of them, and the others tell parts of its work, "- ..."."""
    if not _PART.match(about.text) or not unit.above:
        return None
    rows = unit.above[-1].children
    at = next((i for i, row in enumerate(rows) if row is unit.section), 0)
    for row in reversed(rows[:at]):
        named = subject_of(row) if row.cells else None
        part = named is not None and _PART.match(named.text) is not None
        if named is None or not part or actor_of(row):
            return actor_of(row) if named and not part else None
    return None


def headed(unit: Unit) -> Unit:
    """Return a cell of a row without heads that begins with its time, under the heads that such a row would have."""
    cells = [cell for _, cell in unit.section.cells]
    if any(head for head, _ in unit.section.cells) or len(cells) < 2 or not is_a_time(cells[0].text):
        return unit
    acts = len(cells) > 2 and ACTOR.match(cells[-1].text) and first_verb(cells[-1].text, 0, len(cells[-1].text)) is None
    heads = ["Thời gian", "Nội dung", *[""] * (len(cells) - 2 - bool(acts)), *["Thực hiện"] * bool(acts)]
    section = replace(unit.section, cells=tuple(zip(heads, cells, strict=True)))
    return replace(unit, section=section, head=next(h for h, cell in section.cells if cell is unit.text))


def duties_of_row(plan: Plan, unit: Unit) -> Iterator[Deadline]:
    """Yield the duties of the row that `unit` is a cell of: one for each time in a column of times."""
    section = unit.section
    about = _visited(section) or subject_of(section) or _above(unit)
    clock = next(
        (match for head, cell in section.cells if is_time(head) and (match := _CLOCK.fullmatch(cell.text))), None
    )
    if about and not any(is_time(head) for head, _ in section.cells) and (title := time_above(plan, unit)):
        yield timed(title, under_title(plan, unit, _duty(plan, section, about)), 0, title.whens[0])
    times = [(head, cell) for head, cell in section.cells if is_time(head)]
    if about and len(times) == 2 and _BEGINS.search(times[0][0]) and _ENDS.search(times[1][0]):
        first, last = (cell for _, cell in times)
        whole = join((added("từ ", first.span(0, 1).start), first, added(" đến ", last.span(0, 1).start), last), "")
        whens = find_whens(whole.text, bare=True)
        if len(whens) == 1 and whens[0].last:
            yield from _by_time(plan, unit, whole, about)
            return
    if clock and about and len(times) == 1 and (day := _day_above(plan, unit)):
        for duty in _by_time(plan, unit, day[1], about):
            proof = (*duty.citations, *plan.cite(day[0].path, day[1]))
            yield replace(duty, time=_time(clock), citations=proof)
    for head, cell in section.cells:
        if not is_time(head) or _CLOCK.fullmatch(cell.text):
            continue
        if find_whens(head):
            yield from _by_month(plan, unit, head, cell, about)
        elif about is not None:
            of_head = len(times) > 1 or cell_of(section, Column.WHAT) is None
            named = _under_head(head, about) if of_head else about
            for duty in _by_time(plan, unit, _with_head(head, cell), named):
                whose = about.text if named is not about and ACTOR.match(about.text) else None
                led = duty if duty.who and not whose else replace(duty, who=whose or _of_group(unit, about))
                yield replace(led, time=led.time or _time(clock)) if clock else led


def _day_above(plan: Plan, unit: Unit) -> tuple[Section, MappedText] | None:
    """Return the day that stands beside an earlier hour of a timetable, and its row: one cell for the day's hours."""
    rows = unit.above[-1].children if unit.above else plan.sections
    at = next((i for i, row in enumerate(rows) if row is unit.section), 0)
    for row in reversed(rows[:at]):
        hours = [cell for head, cell in row.cells if is_time(head)]
        if not hours:
            return None
        if day := next((cell for cell in hours if find_whens(cell.text, bare=True)), None):
            return row, day
    return None


def _under_head(head: str, about: MappedText) -> MappedText:
    """What a row is about, with the head of one of several columns of times where that names its own matter."""
    if not _OWN_MATTER.fullmatch(head.strip()):
        return about
    return join((added(f"{head.strip()}: ", about.span(0, 1).start), about), "")


def _visited(section: Section) -> MappedText | None:
    """Whom something is done to, under a head that says what: "Đơn vị được kiểm tra: Trường Mầm non"; None where the
    row names its work."""
    if cell_of(section, Column.WHAT):
        return None
    held = next(((head, cell) for head, cell in section.cells if is_visited(head)), None)
    return join((added(f"{held[0]}: ", held[1].span(0, 1).start), held[1]), "") if held else None


def _above(unit: Unit) -> MappedText | None:
    """The heading under which a table stands, where its rows name no work of their own."""
    titles = (section.heading if section.heading.text else section.body for section in reversed(unit.above))
    return next((title for title in titles if title.text), None)


def _time(clock: re.Match[str]) -> str:
    return f"{int(clock['hour']):02d}:{int(clock['minute'] or 0):02d}"


def _with_head(head: str, cell: MappedText) -> MappedText:
    """ "3" under "Tháng" says "Tháng 3"."""
    if not (_NUMBER.fullmatch(cell.text) and _PART_OF_YEAR.fullmatch(head.strip())):
        return cell
    return join((added(f"{head.strip()} ", cell.span(0, 1).start), cell), "")


def _by_time(plan: Plan, unit: Unit, cell: MappedText, about: MappedText) -> Iterator[Deadline]:
    narrowed = within_time(plan, unit, cell.text)
    reading = narrowed or read_times(plan, replace(unit, text=cell), bare=True)
    bound = [when for when in reading.whens if when.comparator != "sau"]
    cycles = [cycle for cycle in (*reading.cycles, *find_cycles(about.text)) if cycle.unit != "định kỳ"]
    duty = _duty(plan, unit.section, about)
    duty = under_title(plan, unit, duty) if narrowed else duty
    own = _OWN_WORDS.fullmatch(cell.text)
    if own and bound and own.end("own") <= bound[0].start:
        duty = replace(duty, what=without_loose_end(cell.text[: bound[0].start]).strip(" :"))
    if not bound and not (reading.cycles or AT_ANY_TIME.match(cell.text)):
        return
    if not bound:
        recurring: list[Cycle | None] = [*cycles] or [None]
        yield from (_with(plan, duty, cycle.unit if cycle else None, None) for cycle in recurring)
        return
    noted = _noted(plan, unit, bound)
    for when in bound:
        recurs = when.recurrence or next((cycle.unit for cycle in reading.cycles if cycle.unit != "định kỳ"), None)
        again = replace(duty, recurrence=recurs)  # of which a day has no one year
        made = timed(noted[0], again, 0, noted[1]) if noted else timed(reading, again, 0, when)
        covered = made.period or next(iter(periods(about.text, 0, len(about.text))), None)
        yield _with(plan, made, recurs, covered)


def _noted(plan: Plan, unit: Unit, bound: list[When]) -> tuple[Reading, When] | None:
    """Return the note beside a month that says on which of its days: "Tháng 12/2026 ... Hạn cuối 18/12"."""
    month = bound[0].parts
    whole = len(bound) == 1 and month.month is not None and month.day is None and bound[0].last is None
    note = cell_of(unit.section, Column.NOTE) if whole else None
    if note is None:
        return None
    reading = read_times(plan, replace(unit, text=note), bare=True)
    days = [when for when in reading.whens if when.parts.day and when.parts.month == month.month and not when.last]
    if len(days) != 1 or len(reading.whens) != 1 or days[0].parts.year not in (None, month.year):
        return None
    return reading, replace(days[0], parts=replace(days[0].parts, year=month.year))


def _by_month(plan: Plan, unit: Unit, head: str, cell: MappedText, about: MappedText | None) -> Iterator[Deadline]:
    """A column "Tháng 3" holds what is done then, or a mark that the row's work is."""
    work = about if _MARK.fullmatch(cell.text.strip()) else cell
    if work is None or _NEVER_MIND.fullmatch(work.text) or _MARK.fullmatch(work.text.strip()):
        return
    title = MappedText(head, ((0, len(head), 0, len(head)),))
    reading = read_times(plan, replace(unit, text=title), bare=True)
    for when in reading.whens[:1]:
        yield timed(reading, _duty(plan, unit.section, work), 0, when)


def _duty(plan: Plan, section: Section, about: MappedText) -> Deadline:
    words = about.text
    route = find_route(words, 0, len(words))
    cut = min((start for start in route.starts if start > 3), default=len(words))
    to = cell_of(section, Column.TO)
    return Deadline(
        plan_id=plan.plan_id,
        section=section.path,
        who=actor_of(section),
        what=without_loose_end(words[:cut] if len(words[:cut].split()) > 1 else words).lstrip("-–+•* "),
        to=to.text.strip(" .;") if to else route.to,
        via=route.via,
        channel=route.channel,
        format=route.format,
        folded_into=route.folded_into,
        citations=plan.cite(section.path, section.body),
    )


def _with(plan: Plan, duty: Deadline, recurrence: str | None, covered: str | None) -> Deadline:
    period = covered if covered != recurrence else None
    if (recurrence, period) == (duty.recurrence, duty.period) and not recurrence:
        return duty
    changed = replace(duty, recurrence=recurrence, period=period)
    return replace(changed, until=last_recurrence(plan, changed)) if recurrence else changed
