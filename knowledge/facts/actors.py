"""Who acts in a sentence, and where the doing begins.

The subject stands before the first verb, after openings ("Hằng năm, ...", "Trong quá trình thực hiện, ..."), or after
an order ("Đề nghị X ...", "giao X ..."). A sentence without one takes the actor that heads its item, the order that
governs the list, or the subject of the sentence before; never the issuer by default.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from knowledge.facts.lexicon import ACTOR, HOST, INTRO, LABEL, NAMES, ORDER, SUBJECT_END, VERB, VERB_START, any_of
from knowledge.facts.reading import Unit, sentences
from knowledge.model import Section
from knowledge.patterns import later

_LEADING = later(r"(?:[\s,;:()–—\-+*•.]|(?<=\s\s)(?:và|\d{1,2} lần)(?=\s\s|,)|Định kỳ(?=\s\s|\s*,))*")  # between times
_ASIDE = later(r"\s*\([^()]{0,120}\)[\s,]*")
_DUTY_BOUND = later(r"[^;:.]{1,160}?(?=\s(?:có|chịu) trách nhiệm(?!\w))")
_BODY_BOUND = later(
    r"(?:Các\s+|Mỗi\s+)?(?:Cơ quan|Đơn vị|Bộ phận|Người)\s[^\W\d_]+\s[^\W\d_]+(?=\sphải\s)", re.IGNORECASE
)
"""A body named by what it does, before what it must do: "Cơ quan tiếp nhận phải ghi lý do"."""
_WHICHEVER = later(r"[^;:.,]{1,60}?(?<!\w)nào\s[^;:.]{1,80}?(?=\s(?:thì\s+)?(?:phải|thì)\s)", re.IGNORECASE)
"""Whoever does or doesn't do something, before what they must: "Chi đoàn nào không tham gia phải báo cáo"."""
_PERSON = later(r"(?<!\w)người\s*$", re.IGNORECASE)
"""Nobody without the verb that follows: "người chủ trì báo cáo"."""
_IN_A_CLAUSE = later(r"\d|\s(?:trong|về|khi|được|không|gồm|đến|báo|là)\s")
_AMOUNT = later(r"\s(?=\d[\d.]*\s*(?:đồng(?! chí)|triệu|nghìn)(?!\w))", re.IGNORECASE)
_REASON = later(
    r"\s(?:do|vì)\s(?:(?:bị )?ảnh hưởng|điều kiện|đặc thù|tính chất|thiên tai|sóng|đường|ở xa|xa)(?!\w)", re.IGNORECASE
)
"""Why it is somebody's task: "riêng xã đảo do ảnh hưởng của triều cường được gửi ..."."""
_NUMBERING = later(r"^\s*(?:[IVXLC]+|\d+(?:\.\d+)*|[a-zđ])[.)]\s*", re.IGNORECASE)
_HEADING_LEAD = later(
    r"^(?:Đề nghị|Yêu cầu|Giao(?: cho)?|Trách nhiệm của|Nhiệm vụ của|Trách nhiệm|Đối với|Phân công)\s*:?\s*",
    re.IGNORECASE,
)
_TRAILING = later(
    r"[\s,;:–—-]+$|\s+(?:và|các nội dung|như sau|theo|(?:trước|sau) khi|đã|cũng|đều|tự|kính|cùng|về|để|với|không"
    r"|chỉ|thì)$"
)
_DENIED = later(r"(?<!\w)(?:không|chỉ|chưa)\s+$")
"""What turns the doing that follows: "cán bộ không nhận quà", of whom it is no task to take any."""
_TOPIC = later(r"(?P<topic>[\"“]?[^\W\d_][^:;.()]{1,90}?(?:\s*\([^()]{0,60}\))?)\s*:(?:\s|$)")
_OF_WHOM = later(r"(?:Trách nhiệm|Nhiệm vụ) của\s+", re.IGNORECASE)
_NO_TOPIC_ACTOR = later(r"(?:đợt|hội thi|ngày|bộ|tổ chức)\s", re.IGNORECASE)
_LEADS_IN = later(r"(?:như sau|sau đây|sau|gồm|bao gồm|cụ thể|là|trong đó|đối với|thì|rằng)$", re.IGNORECASE)
_TOLD_WHO = later(r"Phân công(?: thực hiện| nhiệm vụ)?\s*:\s*", re.IGNORECASE)
_COLON = later(r":\s*")
_STEP = later(r"Bước\s+(?:\d{1,2}|[IVX]{1,4}|một|hai|ba|bốn)\s*[:.]\s", re.IGNORECASE)
_GAP = later(r":|\s{3}")  # a label's colon, or a time that was blanked out
_WHICH = any_of(
    """
    của | và | hoặc | trực thuộc | thuộc | tại | ở | cấp | trong | ngoài | trên | dưới | theo | có | là | được | bị |
    do | về | với | cùng | các | những | này | khác | nêu trên | nói trên | liên quan | nào | nên | để | khi | nếu |
    thì | mà | từ | đến | đã | chưa | không | còn | cho | đối | sau | trước | bộ | ủy | uỷ | chi | khối | một | hai |
    số | nghiệp | người | gồm | dự án
    """
)
_TELLS_WHICH = later(rf"(?:{_WHICH})(?!\w)")
"""What goes on about a body that is named, and does not begin what it does."""
_LONGEST = 260
_DATED = later(r"\d\s*/\s*\d|ngày\s+\d|tháng\s+\d")  # what has a day is a sentence, no name
_REMEMBERED = 512  # answers kept: the same stretch of a text is asked about many times in a row


@dataclass(frozen=True, slots=True)
class Subject:
    """The actor at [start, end) of a text; verb: where what it does begins (== end when no verb follows)."""

    start: int
    end: int
    verb: int


@dataclass(frozen=True, slots=True)
class Topic:
    """What a clause is about, at [start, end) before a colon ("Báo cáo quý: ..."); after: where the clause goes on."""

    start: int
    end: int
    after: int


@lru_cache(_REMEMBERED)
def topic_at(text: str, start: int, end: int) -> Topic | None:
    """Return the topic that a clause opens with, None when what stands before its colon acts or tells a time."""
    at = start + len(text[start:end]) - len(text[start:end].lstrip(" ,;–—-+*•."))
    numbering = _NUMBERING.match(text[at : at + 12])
    at += numbering.end() if numbering else 0
    match = _TOPIC.match(text, at, end)
    if match is None or LABEL.match(text, at, end) or HOST.match(text, at, end) or ORDER.match(text, at, end):
        return None
    whose = _OF_WHOM.match(text, at, end)
    acts = ACTOR.match(text, whose.end() if whose else at) and not _NO_TOPIC_ACTOR.match(text, at)
    if acts or _LEADS_IN.search(match["topic"]):
        return None
    return Topic(at, match.end("topic"), match.end())


def actor_label(text: str, start: int, end: int) -> Subject | None:
    """Return the actor that stands alone before the colon of a clause: "Cấp xã: trước ngày 20/10"."""
    at = skip_openings(text, start, end)
    colon = text.find(":", at, min(end, at + _LONGEST))
    if colon < 0 or ACTOR.match(text, at, colon) is None or VERB.search(text, at, colon):
        return None
    return Subject(at, len(text[:colon].rstrip()), colon + 1)


@lru_cache(_REMEMBERED)
def find_subject(text: str, start: int, end: int) -> Subject | None:
    """Return the grammatical subject of [start, end), or who is ordered to act there; None if it has none.

    Times must have been blanked out of `text` (see `blank`), so that "Hằng năm, trước ngày 30/11, X" begins with X.
    """
    ordered = _ordered(text, start, end)
    return ordered or _plain_subject(text, start, end)


def _ordered(text: str, start: int, end: int) -> Subject | None:
    for order in ORDER.finditer(text, start, end):
        if (
            order.start() == start
            or text[order.start()].islower()
            or text[order.start() - 2 : order.start()] in {". ", ": "}
        ) and (actor := _actor_at(text, order.end(), end)):
            return actor
    return None


def _plain_subject(text: str, start: int, end: int) -> Subject | None:
    at = skip_openings(text, start, end)
    step = _STEP.match(text, at, end)
    return _actor_at(text, skip_openings(text, step.end(), end) if step else at, end)


@lru_cache(_REMEMBERED)
def skip_openings(text: str, start: int, end: int) -> int:
    """Return where a clause begins after separators and openings."""
    at = start
    for _ in range(6):
        at = _end_of(_ASIDE.match(text, at, end), at)
        at = _end_of(_LEADING.match(text, at, end), at)
        numbering = _NUMBERING.match(text[at : at + 12]) if at == start else None
        topic = topic_at(text, at, end)
        if topic:
            at = topic.after
            continue
        told = _TOLD_WHO.match(text, at, end)
        if told:
            at = told.end()
            continue
        intro = INTRO.match(text, at, end)
        if intro is None and numbering is None:
            return at
        at = intro.end() if intro else at + (numbering.end() if numbering else 0)
    return at


def _end_of(match: re.Match[str] | None, default: int) -> int:
    return match.end() if match else default


def _actor_at(text: str, at: int, end: int) -> Subject | None:
    head = ACTOR.match(text, at, end)
    if head is None:
        return None
    bound = _WHICHEVER.match(text, at, end) or _DUTY_BOUND.match(text, at, end) or _BODY_BOUND.match(text, at, end)
    limit = _doing(text, at, bound.end() if bound else head.end(), min(end, at + _LONGEST))
    opened = _outside_brackets(text, at, limit) if limit >= 0 else limit
    if opened < limit and (closed := text.find(")", limit, end)) >= 0:  # "Văn phòng (đề nghị phối hợp): chia sẻ"
        limit = _doing(text, closed, closed + 1, min(end, at + _LONGEST))
    if limit < 0:
        return None
    paid = _AMOUNT.search(text, at, limit)  # "mỗi hộ 120.000 đồng một năm nộp làm hai lần"
    if paid:
        opened = limit = paid.start()
    reason = _REASON.search(text, at, min(opened, limit))
    opened = reason.start() if reason else opened
    stop_at = _trim_end(text, at, min(opened, limit))
    denied = _DENIED.search(text, stop_at, limit)
    verb = denied.start() if denied else limit
    return Subject(at, stop_at, verb) if stop_at > at and _is_one(text[at:stop_at]) else None


def _doing(text: str, at: int, start: int, end: int) -> int:
    """Return where from `start` on the doing begins, -1 where nothing does."""
    stop = SUBJECT_END.search(text, start, end)
    while stop and _PERSON.search(text, at, stop.start()):
        stop = SUBJECT_END.search(text, stop.end(), end)
    gap = _GAP.search(text, at, end)
    return min((match.start() for match in (stop, gap) if match), default=-1)


def _is_one(words: str) -> bool:
    """Tell a subject, or several of them, from a clause and the beginning of the next one."""
    parts = words.rstrip(" ;").split(";")
    return len(parts) == 1 or all(ACTOR.match(part.strip()) and not _IN_A_CLAUSE.search(part) for part in parts)


def named_actor(text: str, start: int, end: int) -> Subject | None:
    """Return the office or body that a sentence opens with, whatever it is that it does: "Phòng Kinh tế cân đối kinh
    phí". None of a list of names, and of what only tells which one is meant."""
    at = skip_openings(text, start, end)
    named = NAMES.match(text, at, end)
    if (
        named is None
        or not text[at].isupper()
        or not text[named.end()].islower()
        or _TELLS_WHICH.match(text, named.end(), end)
    ):
        return None
    return Subject(at, named.end() - 1, named.end())


def _outside_brackets(text: str, start: int, end: int) -> int:
    opened = text.rfind("(", start, end)
    return opened if opened > text.rfind(")", start, end) else end


def _trim_end(text: str, start: int, end: int) -> int:
    while match := _TRAILING.search(text[start:end]):
        if not match.group():
            break
        end = start + match.start()
    return end


@lru_cache(_REMEMBERED)
def first_verb(text: str, start: int, end: int) -> int | None:
    """Return where the first verb of a duty stands in [start, end): in lower case, or opening the range."""
    at = skip_openings(text, start, end)
    opening = VERB_START.match(text, at, end)
    if opening:
        return opening.start()
    found = VERB.search(text, at, end)
    after_colon = _COLON.search(text, at, found.start() if found else end)
    if after_colon and (named := VERB_START.match(text, after_colon.end(), end)):
        return named.start()
    return found.start() if found else None


# ----------------------------------------------------------------------------------------------- from the context


_TOPICS = later(
    r"(?:,|\svà)\s+(?:hồ sơ|thời hạn|thời gian|thủ tục|quy trình|tiêu chuẩn|tiêu chí|mức thưởng|kinh phí|chế độ)(?!\w)",
    re.IGNORECASE,
)
"""What a chapter is about beside a body: "HỘI ĐỒNG, HỒ SƠ VÀ THỜI HẠN"."""


def actor_of_heading(text: str) -> str | None:
    """Return the actor that a heading names ("1. Đề nghị Ban Dân vận Thành ủy" -> "Ban Dân vận Thành ủy"), or None.

    A heading that says what is done ("Tổ chức tuyên dương ...") names nobody.
    """
    plain = _HEADING_LEAD.sub("", _NUMBERING.sub("", text.strip())).strip(" :.;")
    if not plain or VERB_START.match(plain) or not ACTOR.match(plain):
        return None
    if _DATED.search(plain):
        subject = find_subject(plain, 0, len(plain))
        return plain[subject.start : subject.end] if subject else None
    if len(plain) > _LONGEST or _TOPICS.search(plain):
        return None
    stop = SUBJECT_END.search(plain)
    if stop and stop.start() > 0 and plain[stop.start()].islower() and _is_sentence(plain, stop.start()):
        return None
    bare = re.sub(r"\s*\([^()]*\)\s*$", "", plain).rstrip(" :.;,")
    told = stop and stop.start() and (stop.end() == len(bare) or stop.group() == "là" or ";" in bare[stop.end() :])
    return bare[: stop.start()].rstrip(" ,") if stop and told else bare or None


def _is_sentence(plain: str, at: int) -> bool:
    """A heading with a clause in it ("Các Sở, ngành chủ trì dự án") still names an actor; a sentence doesn't."""
    return len(plain) - at > 120


def actor_above(unit: Unit) -> str | None:
    """Return who the items above make responsible: a label beside, an actor's heading, or a governing lead."""
    for other in unit.hosts:
        text = other.body.text or other.heading.text
        if other is not unit.section and (host := HOST.match(text)):
            return host_actor(text[host.end() :])
    for section in reversed((*unit.above, unit.section)):
        if section is unit.section and unit.text is section.heading:
            continue
        named = actor_of_heading(section.heading.text) if section.heading.text else None
        if named is None and section is not unit.section:
            named = _governing(section)
        if named:
            return named
    return None


def host_actor(text: str) -> str | None:
    """Return the actor of a label's value ("Sở Nội vụ chủ trì, phối hợp ..." -> "Sở Nội vụ")."""
    cut = re.split(r"\s+chủ trì(?!\w)|[;.]|\s+phối hợp", text, maxsplit=1)[0].strip(" .;,:")
    verb = VERB.search(cut)
    return None if not cut or (verb and verb.start() and ACTOR.match(cut)) else cut


def _governing(section: Section) -> str | None:
    """The actor of a lead that governs what stands below: "Đề nghị X tập trung ... như sau:", "1. X: Xây dựng ..."."""
    body = section.body.text.rstrip()
    if not body:
        return None
    start, end = sentences(body)[-1]
    if body.endswith(":") or (body.find(":") > 0 and section.children):
        subject = find_subject(body, start, end)
        return body[subject.start : subject.end] if subject else actor_of_heading(body.split(":")[0])
    return actor_of_heading(body) if section.children and len(body) < 160 and not body.endswith(".") else None


def blank(text: str, ranges: list[tuple[int, int]]) -> str:
    """Return `text` with the ranges overwritten by spaces, same length."""
    if not ranges:
        return text
    chars = list(text)
    for start, end in ranges:
        chars[start:end] = " " * (end - start)
    return "".join(chars)
