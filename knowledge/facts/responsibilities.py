"""Who must do what: tasks under a heading that names an actor, and sentences with a subject or an order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts.actors import Subject, actor_above, find_subject, host_actor, named_actor, skip_openings
from knowledge.facts.lexicon import ACTOR, HOST, VERB
from knowledge.facts.names import joined_names
from knowledge.facts.reading import Unit, cite, is_blank, sentences, units
from knowledge.facts.row_duties import actor_of, cell_of, subject_of
from knowledge.model import Plan, Responsibility, SectionKind
from knowledge.parsing.heads import Column

_PART = re.compile(r"tổ chức thực hiện|trách nhiệm|phân công|thực hiện|nhiệm vụ|chế độ", re.IGNORECASE)
_CLOSING_WORDS = re.compile(r"^\s*Trên đây là", re.IGNORECASE)
_SHARE = re.compile(
    r"^[\W_]*(?:phấn đấu(?!\w)|(?:(?:trên|ít nhất|đạt)\s+)*\d[\d.,]*\s*%)", re.IGNORECASE
)  # an aim, not a task
_FORM = re.compile(r"(?<!\w)ghi rõ họ(?!\w)|\)\(", re.IGNORECASE)
"""What is written on a form."""
_SOMEBODY = re.compile(r"(?<!\w)[A-ZĐ]\w+ Văn [A-Z](?!\w)")
"""A name that stands for anybody: "Nguyễn Văn A"."""
_PRAISED = re.compile(r"(?<!\w)được [^.;]{0,80}?tặng (?:giấy khen|bằng khen|thưởng|quà)(?!\w)", re.IGNORECASE)
"""What is given to somebody."""
_PUNISHED = re.compile(r"(?<!\w)thì (?:sẽ )?bị\s", re.IGNORECASE)
"""What becomes of who did something."""
_CASES = re.compile(r"(?<!\w)trường hợp(?: (?:sau|sau đây|dưới đây|như sau))?\s*:\s*$", re.IGNORECASE)
"""What leads to a list of cases, in which nobody is told to do anything."""
_WHOM = re.compile(r"[\W_]*(?:\w{1,4}[.)]\s*)?(?:Đối tượng|Thành phần)(?!\w)", re.IGNORECASE)
"""The head of a list of those who are spoken of."""
_STATE = re.compile(
    r"(?:(?:sẽ|hiện|đã|đều|cũng|vẫn|đang)\s+)*(?:"
    r"là\s+(?!cơ quan|bộ phận|đơn vị|đầu mối|thường trực|nòng cốt)"
    r"|(?:được|bị|tặng|đạt|vi phạm|đi học)\s"
    r"|có\s+(?!trách nhiệm|nhiệm vụ|nghĩa vụ|kế hoạch|văn bản|biện pháp|giải pháp|hình thức|chương trình|ít nhất"
    r"|tối thiểu|(?:các )?tin(?!\w)|ý thức))",
    re.IGNORECASE,
)
"""What somebody is, has or gets: no task."""
_THING = re.compile(
    r"[\W_]*(?:Việc|Hình thức|Tỷ lệ|Tỉ lệ|Mức|Tiền|Thời hạn|Thời gian|Trường hợp|Một|Mọi|Số|Tổng số|Nhiệm vụ|Hồ sơ"
    r"|Danh sách|Khai mạc|Bế mạc|Quá|Kinh phí|Toàn|Cuối|Đầu|Đến|Năm|Đối với)(?!\w)"
)
"""What a sentence goes on about when it is no longer about who acted in the one before."""
_OTHERS = re.compile(r"(?:Học viên|Thí sinh|Đại biểu|Người dân|Người (?:dự|học|tham dự|tham gia|nộp))(?!\w)")
_UNFINISHED = re.compile(
    r"\s(?:gồm|bao gồm|bị|thì|(?:do|vì|khi|nếu)(?: đang)?)$|\sgồm\s(?:có\s)?\d|\strong đó$", re.IGNORECASE
)
"""What ends no name of an actor, or stands in none: a list of members, a reason, a condition."""
_TROUBLE = re.compile(
    r"[\W_]*(?:(?:trong quá trình|khi|nếu|mọi|những|các)\s[^.;:]{0,80}?)?(?<!\w)(?:vướng mắc|khó khăn|phát sinh)"
    r"[^.;]{0,60}(?:liên hệ|phản ánh|báo cáo|thông tin|trao đổi)(?!\w)",
    re.IGNORECASE,
)
"""How to ask where something is not clear, at the end of a document."""
_AWARD = r"(?:giấy khen|bằng khen|cờ thi đua|danh hiệu|giải (?:nhất|nhì|ba|khuyến khích))"
_AWARDED = re.compile(rf"{_AWARD}(?!\w)|[^,;.:]{{3,80}}\s(?:tặng|trao|thưởng)\s+{_AWARD}(?!\w)", re.IGNORECASE)
"""What the one that a label names gets, from whoever gives it."""
_CONTENT = re.compile(r"[\W_]*Nội dung(?: thực hiện| công việc)?\s*:\s*", re.IGNORECASE)
_EVERY = re.compile(r"(?:mỗi|từng)(?!\w)", re.IGNORECASE)
_TOGETHER = re.compile(r"[\W_]*(?:Họp|Tổng duyệt|Bốc thăm|Chung kết|Chung khảo|Sơ khảo)(?!\w)")
"""What is not done by each of many apart."""
_OF_SOME = re.compile(r"có\s+(?:liên quan|thẩm quyền|hành vi)(?!\w)", re.IGNORECASE)
_BOUND = re.compile(
    r"(?:(?!\s(?:thì|khi|nếu)\s)[^;:.]){1,160}?\s(?<!không )(?=(?:phải|cần|có trách nhiệm|chịu trách nhiệm)\s)"
)
_LABEL = re.compile(
    r"^[\W_]*(?:(?P<whom>Thành phần|Đối tượng)|Thời gian|Thời hạn|Thời điểm|Địa điểm|Kết quả|Hình thức"
    r"|Số lượng|Kinh phí)(?!\w)[^:.;]{0,60}:",
    re.IGNORECASE,
)  # tells about the item, not what its actor does
_HEADS = {SectionKind.ITEM, SectionKind.BULLET, SectionKind.PARAGRAPH, SectionKind.CLOSING}


def find_responsibilities(plan: Plan) -> tuple[Responsibility, ...]:
    """Return every task with its actor, in reading order: one fact a sentence."""
    return tuple(
        task
        for unit in units(plan)
        if not unit.in_template
        for task in (_of_row(plan, unit) if unit.head is not None else _of_text(plan, unit))
    )


def _of_row(plan: Plan, unit: Unit) -> Iterator[Responsibility]:
    """What a table's row gives to whom, told with the cell that names it."""
    section = unit.section
    about, actor = subject_of(section), actor_of(section)
    work = about is not None and about is cell_of(section, Column.WHAT)
    named = not work and about and ACTOR.match(about.text) and not VERB.search(about.text)  # who is visited, say
    if actor and about is unit.text and not named:
        citations = plan.cite(section.path, section.body)
        yield Responsibility(plan.plan_id, section.path, actor, about.text.strip(" .;"), citations)


def _of_text(plan: Plan, unit: Unit) -> Iterator[Responsibility]:
    if unit.section.kind in _HEADS and unit.text is unit.section.body:
        yield from _of_unit(plan, unit)


def _of_unit(plan: Plan, unit: Unit) -> Iterator[Responsibility]:
    text = unit.text.text
    if any(_CASES.search(section.body.text) for section in unit.above[-1:]):
        return
    host = HOST.match(text)
    if host and (named := host_actor(text[host.end() :])):
        yield _hosted(plan, unit, named, host.end())
        return
    implements = _implements(unit)
    actor = actor_above(unit) if implements else None
    joined = joined_names(plan, text)
    whom = any(_WHOM.match(section.heading.text) for section in unit.above[-1:])
    for start, end in sentences(text):
        if _is_no_task(text[start:end]):
            continue
        subject = find_subject(joined, start, end)
        if subject is None and implements and not start:
            subject = named_actor(joined, start, end)
        label = _LABEL.match(text[start:end])
        if (label and (subject is None or label["whom"])) or (
            start and subject is None and _is_about_other(text, start, end)
        ):
            continue
        if subject:
            subject = _acting(text, subject, end, whom=whom)
            if subject is None:
                continue
            named = text[subject.start : subject.end].strip(" ,;:")
            if _UNFINISHED.search(named):
                continue
            actor = named
        elif actor and _EVERY.match(actor) and _TOGETHER.match(text[start:end]):
            continue
        task = text[subject.verb if subject else start : end].strip(" ,;:-+")
        given = _AWARDED.match(task) and (ACTOR.match(task) or re.match(_AWARD, task, re.IGNORECASE))
        if actor and len(task) > 8 and not given:
            yield Responsibility(plan.plan_id, unit.path, actor, task, cite(plan, unit, start, end))


def _hosted(plan: Plan, unit: Unit, actor: str, begins: int) -> Responsibility:
    """Return what the host that a label names sees to: the item's "Nội dung: ...", else what the label itself says."""
    text = unit.text.text
    own = cite(plan, unit, 0, len(text))
    beside = unit.above[-1].children if unit.above else ()
    for section, after in zip(beside, (*beside[1:], unit.section), strict=False):
        label = _CONTENT.match(section.body.text)
        if label is None:
            continue
        below = section.children[0] if section.children else after
        section, start = (section, label.end()) if label.end() < len(section.body.text) else (below, 0)
        work = section.body.text[start:].strip(" .;")
        if section is not unit.section and len(work.split()) > 2:
            content = plan.cite(section.path, section.body, start)
            return Responsibility(plan.plan_id, unit.path, actor, work, (*content, *own))
    task = text[begins:].strip(" .;")
    return Responsibility(plan.plan_id, unit.path, actor, text.strip() if task == actor else task, own)


def _is_no_task(sentence: str) -> bool:
    """Tell a form's blanks, closing words, aims and examples from what is to be done."""
    return is_blank(sentence) or any(
        pattern.match(sentence) if pattern in (_CLOSING_WORDS, _SHARE, _TROUBLE) else pattern.search(sentence)
        for pattern in (_CLOSING_WORDS, _SHARE, _TROUBLE, _FORM, _SOMEBODY, _PRAISED, _PUNISHED)
    )


def _is_about_other(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence without a subject that was found is about a thing, or somebody of its own."""
    return bool(_THING.match(text[start:end]) or _OTHERS.match(text, skip_openings(text, start, end), end))


def _acting(text: str, subject: Subject, end: int, *, whom: bool) -> Subject | None:
    """Return who acts and where the task begins; None for what somebody only is, has or gets, or is named for.

    "Cán bộ có đất trong diện thu hồi phải bàn giao": what stands before the obligation is who is bound by it.
    whom: in a list of those who are spoken of.
    """
    task = text[subject.verb : end]
    holds = _EVERY.match(text, subject.start) and task.startswith("có ") and not _OF_SOME.match(task)
    if (not whom or _EVERY.match(text, subject.start)) and (holds or not _STATE.match(task)):
        return subject
    bound = None if task.startswith("là ") else _BOUND.match(text, subject.verb, end)
    return Subject(subject.start, bound.end(), bound.end()) if bound else None


def _implements(unit: Unit) -> bool:
    """Headings name actors in the part on carrying the plan out; elsewhere they name fields of work."""
    return any(_PART.search(section.heading.text) for section in unit.above)
