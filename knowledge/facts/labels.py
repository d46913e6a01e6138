"""What a time is for, where a label, a topic or a heading says it and no verb does."""

from __future__ import annotations

import re

from knowledge.facts.actors import Subject, actor_label, find_subject, first_verb, skip_openings, topic_at
from knowledge.facts.dates import find_whens
from knowledge.facts.lexicon import ACTOR, LABEL, OBJECT
from knowledge.facts.occasions import is_past
from knowledge.facts.reading import Clause, sentences
from knowledge.facts.timing import Reading, without_loose_end
from knowledge.facts.whens import When
from knowledge.model import SectionKind
from knowledge.patterns import later

_SENDS = later(r"(?:gửi|nộp|báo cáo)(?!\w)", re.IGNORECASE)
_OWN = later(r"^(?:Thời gian|Thời hạn|Thời điểm|Hạn(?: cuối| chót)?|Tiến độ|Mốc thời gian)\s*", re.IGNORECASE)
_ANY_WORK = later(r"(?:thực hiện|tổ chức|triển khai|hoàn thành|tiến hành|dự kiến|nộp|gửi)?", re.IGNORECASE)
_ROUND = later(r"(?:đợt|vòng|giai đoạn|bước|kỳ)(?!\w)", re.IGNORECASE)
_BARE_ROUND = later(r"(?:đợt|vòng|giai đoạn|bước|kỳ)\s+(?:\d{1,2}|[IVX]{1,4}|một|hai|ba|bốn)", re.IGNORECASE)
# Headings that tell what stands below them, not what is done.
_GENERIC = later(
    r"(?:(?:cụ thể|nội dung|thời gian|thời hạn|địa điểm|thành phần|hình thức|tiến độ|lộ trình|kế hoạch|tổ chức"
    r"|thực hiện"
    r"|triển khai|hoàn thành|và|mốc|chủ đề|đối tượng|địa bàn|phạm vi|yêu cầu|mục đích|kinh phí|phương pháp|các"
    r"|hạn|lịch|quy trình"
    r"|cách thức|số lượng|dự kiến|nhiệm vụ|chung|công tác|thông tin)[\s,;:-]*)+",
    re.IGNORECASE,
)
_ENDS = later(r"\s*(?:hoàn|xong|kết thúc)(?!\w)", re.IGNORECASE)
_NOTHING_SAID = later(
    r"(?:phải\s+)?(?:hoàn thành|hoàn tất|xong|thực hiện|tổ chức|triển khai|gửi|nộp|kết thúc|trình|báo cáo"
    r"|tiến hành|đăng ký)"
    r"(?:\s+(?:xong|thực hiện|việc|gửi|nộp|và gửi|\d{1,2} ngày))?",
    re.IGNORECASE,
)
_WHO_AFTER = later(
    r"\s*(?:(?:[-–—]\s|\()\s*(?:(?:do|chủ trì|phụ trách|thực hiện|giao)\s*:?\s+)?|,?\s*do\s+)"
    r"(?P<who>[^\W\d_][^;:.()\d]{2,80}?)"
    r"(?:\s+(?:chủ trì|phụ trách|thực hiện|tổ chức|làm đầu mối)(?:\s+(?:thực hiện|tổ chức))?)?\s*\)?\s*[.;]?\s*$",
    re.IGNORECASE,
)
_LED_BY = later(
    r"(?<!\w)do\s+(?P<who>[^\W\d_][^;:.()\d]{2,80}?)\s+(?:làm\s+)?"
    r"(?:chủ trì|phụ trách|đầu mối|chịu trách nhiệm|đảm nhiệm|(?:ra )?quyết định)(?!\w)",
    re.IGNORECASE,
)
"""Who does it, in the middle of a clause: "..., do Phòng Nội vụ chủ trì, tập trung ..."."""
_TIME_TITLE = later(
    r"(?:thời gian|thời hạn|tiến độ)"
    r"(?:\s+(?:thực hiện|tổ chức|triển khai|hoàn thành|tiến hành|nộp|gửi|nhận)[^:;.,]{0,60})?",
    re.IGNORECASE,
)
_BESIDE_TIME = later(r"(?:dự kiến|bắt đầu|thực hiện|tổ chức|(?:đợt )?cao điểm|[\W_])+", re.IGNORECASE)
_TURN = later(
    r"(?<!\w)(?:lần|đợt|kỳ|vòng|cuộc|lớp|khóa|buổi|giai đoạn)\s+(?:thứ\s+)?"
    r"(?:\d{1,2}|[IVX]{1,3}|một|nhất|hai|ba|bốn|tư)\s*$",
    re.IGNORECASE,
)
"""Which of several times, at the end of words: "đối thoại 02 lần/năm, lần thứ nhất"."""
_PERIOD_BEFORE = later(
    r"(?<!\w)(?P<period>quý\s+(?:I{1,3}|IV|[1-4])(?:\s*(?:,|và)\s+quý\s+(?:I{1,3}|IV|[1-4]))*|tháng\s+\d{1,2}"
    r"|(?:0?[69]|sáu|chín)\s+tháng(?:\s+(?:đầu|cuối)\s+năm)?|học\s+kỳ\s+(?:I{1,2}|[12])"
    r"|(?:cả\s+)?năm(?:\s+học)?|(?:đầu|giữa|cuối)\s+(?:học\s+)?kỳ)"
    r"(?:\s+(?:gửi|nộp|vào))?\s*$",
    re.IGNORECASE,
)
_REPORT = later(r"(?:(?:gửi|nộp)\s+)?báo cáo", re.IGNORECASE)
_NEXT_THING = later(r"\s*(?:,\s*(?:và\s+)?|và\s+|còn\s+)(?P<thing>[^;:.]{4,120})")
_SENDS_SOMETHING = later(r"(?:gửi|nộp|trình)\s+", re.IGNORECASE)
_QUOTED = later(r"\s*[\"“][^\"“”]{2,120}[\"”]")
_LABELLED = later(r"\W*(?:Địa điểm|Nơi nhận|Thành phần|Chủ trì|Đơn vị|Cơ quan|Kinh phí)[^:.;]{0,40}:", re.IGNORECASE)
_SHORT = 3  # words that tell which of several things it is: "Cuộc thứ nhất"
_FEW = 12  # words that name a thing
_BRACKET = later(r"\s*\([^()]*\)?\s*$")
_CONTENT = later(r"^Nội dung\s*:\s*")


def tells_nothing(heading: str) -> bool:
    """Tell a heading that only says what kind of thing stands below it ("Thời gian, địa điểm") from one on a matter."""
    return _GENERIC.fullmatch(heading) is not None


def sentence_label(reading: Reading, clause: Clause, when: When | None) -> str | None:
    """Return the label that a clause opens with ("Thời gian: ..."), or its sentence, where the time is a round's."""
    own = LABEL.match(reading.text, skip_openings(reading.masked, clause.start, clause.end), clause.end)
    if own is None and when and clause.start > clause.sentence[0] and (when.last or _own_words(reading, clause, when)):
        own = LABEL.match(reading.text, *clause.sentence)
    return _BRACKET.sub("", own["label"]) if own else None


def _own_words(reading: Reading, clause: Clause, when: When) -> str:
    """What a clause says before its time without a verb, when all it does is go on with a list of times."""
    label = LABEL.match(reading.text, skip_openings(reading.masked, clause.start, clause.end), clause.end)
    start = label.end() if label else clause.start
    words = reading.text[start : when.start].strip(" ,;:(–-")
    if not words or len(words.split()) > _FEW or _BESIDE_TIME.fullmatch(words):
        return ""
    timed = "   " in reading.masked[start : when.start - 1].strip()
    return "" if timed or first_verb(reading.masked, start, when.start) is not None else words


def under_label(reading: Reading, clause: Clause) -> Subject | None:
    """Return who acts behind a round's or a stage's label: "Đợt 1 (từ ... đến ...): các chi đoàn ra quân"."""
    label = LABEL.match(reading.masked, skip_openings(reading.masked, clause.start, clause.end), clause.end)
    at = len(reading.masked) - len(reading.masked[label.end() :].lstrip()) if label else clause.end
    subject = find_subject(reading.masked, at, clause.end)
    return subject if subject and subject.start == at else None


def content_of(reading: Reading, clause: Clause, when: When) -> str | None:
    """Return what a round consists of, when its sentence goes on: "Đợt 1 (từ ... đến ...): Ra quân ..."."""
    rest = re.compile(r"[\s,;:)(–-]*").match(reading.masked, when.end, clause.end)
    start = rest.end() if rest else when.end
    if actor := under_label(reading, clause):
        start = first_verb(reading.masked, actor.end, clause.end) or start
    if first_verb(reading.masked, start, clause.end) != start or find_whens(reading.text[start : clause.end]):
        return None
    return reading.text[start : clause.end].strip(" .;:") or None


def for_round(reading: Reading, content: str | None, label: str) -> str | None:
    """Return what a round consists of with its name: "Đợt 1: Ra quân ..."."""
    if content is None:
        return None
    named = _BARE_ROUND.match(label.strip())
    return f"{named.group()}: {content}" if named and reading.text.startswith(named.group()) else content


def under_round(reading: Reading, clause: Clause, what: str) -> str:
    """Return what is done with the name of the round that an earlier sentence of the text opens: "Đợt 1: ra quân"."""
    named = _BARE_ROUND.match(reading.text)
    if named is None or clause.sentence[0] == 0 or _BARE_ROUND.match(what):
        return what
    return (
        f"{named.group()}: {what}"
        if reading.text[named.end() :].lstrip().startswith((":", "(", ".", "-", "–"))
        else what
    )


def in_turn(reading: Reading, stretch: tuple[int, int], when: When, what: str) -> str:
    """Return what is done with the turn that its own time names: of "lần thứ nhất trước ngày ..., lần thứ hai trước
    ngày ..." each has one."""
    own = _TURN.search(reading.text[stretch[0] : when.start])
    earlier = _TURN.search(what)
    opened = what.rfind("(")
    if own and opened > what.rfind(")"):  # "02 lớp (lớp 1 trong tháng 4, 60 người; lớp 2 trong tháng 8)"
        return f"{what[:opened].rstrip()}, {own[0].strip()}"
    return what[: earlier.start()] + own[0].strip() if own and earlier and earlier.end() == len(what) else what


def of_period(reading: Reading, clause: Clause, when: When, what: str) -> str:
    """Return what is sent with the period before its own time: "Báo cáo: quý I trước 15/3, quý III trước 15/9"."""
    own = _PERIOD_BEFORE.search(reading.text, clause.start, when.start)
    told = _PERIOD_BEFORE.search(what)  # "báo cáo quý I trước 15/3, quý III trước 15/9"
    report = what[: told.start()].strip() if told else what
    if own and report and (told or _REPORT.fullmatch(report)):
        return f"{report} {own['period']}"
    listed = own and what == own["period"] and "báo cáo" in reading.text[clause.sentence[0] : when.start].lower()
    return f"báo cáo {what}" if listed else what


def of_other_thing(reading: Reading, clause: Clause, when: When, what: str) -> str:
    """Return what is sent with the thing that its own time names, the verb being told once: "nộp hồ sơ trước 05/3 và
    danh sách trước 05/4"."""
    earlier = max((each.end for each in reading.whens if clause.start <= each.start < when.start), default=clause.end)
    own, verb = _NEXT_THING.match(reading.text, earlier, when.start), _SENDS_SOMETHING.match(what)
    if own is None or verb is None or first_verb(reading.masked, own.start("thing"), when.start) is not None:
        return what
    thing = own["thing"].strip(" ,;(")
    return f"{verb[0]}{thing}" if OBJECT.match(thing) else what


def name_of_round(reading: Reading, clause: Clause, when: When) -> str | None:
    """Return the name of a round, in quotes behind its label: "Đợt 1: “Chào năm mới”, từ ngày ..."."""
    label = LABEL.match(reading.text, skip_openings(reading.masked, clause.start, clause.end), clause.end)
    named = _QUOTED.match(reading.text, label.end(), when.start) if label and _ROUND.match(label["label"]) else None
    return named[0].strip() if named else None


def with_turn(what: str, before: str) -> str:
    """Return what is done in a turn that says no more than which it is: "cuộc thứ hai", after "đối thoại: cuộc thứ
    nhất"."""
    own, earlier = _TURN.match(what), _TURN.search(before)
    return before[: earlier.start()] + what if own and earlier and earlier.start() else what


def works_in_round(reading: Reading, clause: Clause, when: When) -> int | None:
    """Return where what a round consists of begins before its time: "Đợt 1: các thôn nộp danh sách trước ngày 10/4"."""
    label = LABEL.match(reading.text, skip_openings(reading.masked, clause.start, clause.end), clause.end)
    if label is None or not _ROUND.match(label["label"]):
        return None
    return first_verb(reading.masked, label.end(), when.start)


def named_after(reading: Reading, clause: Clause) -> str | None:
    """Return what a clause is about before its colon, where it says nothing else: "Giao ban: mỗi quý một lần"."""
    topic = topic_at(reading.masked, clause.start, clause.end)
    return reading.text[topic.start : topic.end] if topic else None


def follows_topic(reading: Reading, clause: Clause, when: When) -> bool:
    """Tell whether a time stands right behind what it is for: "Đêm thứ hai: 19h30 ngày 20/6, trao giải cùng đêm"."""
    topic = topic_at(reading.masked, clause.start, clause.end)
    return topic is not None and topic.after <= when.start and not reading.masked[topic.after : when.start].strip(" (")


def listed(reading: Reading, clause: Clause, when: When, label: str) -> str:
    """Return what a time under a label is of: with the clause's own words, where the label heads a list of times."""
    return labelled(reading, label, _own_words(reading, clause, when), _told_before(reading, clause))


def labelled(reading: Reading, label: str, said: str = "", before: str | None = None) -> str:
    """Return what "Thời gian: ..." is the time of: the label's own words, else what is told before it, else the item
    that it stands under."""
    own = _OWN.sub("", label).strip()
    if said and own and not _ROUND.match(label) and not _ANY_WORK.fullmatch(own):
        return f"{own}: {said}"
    if own and not _ANY_WORK.fullmatch(own):
        about = _above(reading) if _BARE_ROUND.fullmatch(own) else None
        return f"{own} – {about}" if about else own
    if not own and _ROUND.match(label):
        return f"{label.strip()} – {title}" if (title := reading.plan.header.title) else label.strip()
    return before or _above(reading) or label.strip()


def _told_before(reading: Reading, clause: Clause) -> str | None:
    """Return what the sentence before a label says, where no heading does: "Các thôn trồng cây. Thời gian: ..."."""
    section = reading.unit.section
    if section.heading.text or section.kind not in (SectionKind.ITEM, SectionKind.BULLET):
        return None
    told = [each for each in sentences(reading.text) if each[1] <= clause.sentence[0]]
    told = [each for each in told if not _LABELLED.match(reading.text, *each) and not LABEL.match(reading.text, *each)]
    if not told:
        return None
    start, end = told[-1]
    if topic := topic_at(reading.masked, start, end):
        whole = len(reading.text[topic.start : topic.end].split()) > _SHORT
        return reading.text[topic.start : topic.end if whole else end].strip(" .;")
    subject, verb = find_subject(reading.masked, start, end), first_verb(reading.masked, start, end)
    begins = subject.verb if subject else verb
    return None if begins is None else reading.text[begins:end].strip(" .;,") or None


def _above(reading: Reading) -> str | None:
    """The nearest heading or sentence above that says what is done; the plan's title where none does. A round that
    stands nearer is named first: "Vòng 1 – Hội thi ..."."""
    heading = reading.unit.section.heading.text
    titles = [] if reading.unit.text is reading.unit.section.heading else [heading]
    for section in reversed(reading.unit.above):
        titles.append(section.heading.text or _first(_CONTENT.sub("", section.body.text)))
    said = [_CONTENT.sub("", title).strip(" .:;") for title in titles if title.strip()]
    at = next(
        (at for at, title in enumerate(said) if not _GENERIC.fullmatch(title) and not _BARE_ROUND.fullmatch(title)),
        len(said),
    )
    about = said[at] if at < len(said) else reading.plan.header.title
    rounds = [title for title in said[:at] if _BARE_ROUND.fullmatch(title)]
    return " – ".join([*rounds[:1], about]) if about else next(iter(said), None)


def _said_before(reading: Reading, clause: Clause) -> str | None:
    """Return what the clause before says in the same sentence, for one that only says by when it is done: "mỗi xã chọn
    01 bến cá; hoàn thành trước ngày 30/6"."""
    before = reading.text[clause.sentence[0] : clause.start].strip(" ;,.")
    told = before.rpartition(";")[2].strip()
    named = actor_label(told, 0, len(told))
    told = told[named.verb :].strip() if named else told
    timed = any(clause.sentence[0] <= when.start < clause.start for when in reading.whens)
    return told if not timed and len(told.split()) > _FEW // 3 else None


def _first(text: str) -> str:
    ranges = sentences(text)
    return text[slice(*ranges[0])] if ranges else text


def who_after(reading: Reading, clause: Clause) -> str | None:
    """Return who is named after a time that ends a clause: "trước 20/01/2026 - Văn phòng", "(Văn phòng chủ trì)"."""
    last = max((when.end for when in reading.whens if clause.start <= when.start < clause.end), default=clause.end)
    found = (_WHO_AFTER.match(reading.text, last, clause.end), _LED_BY.search(reading.text, clause.start, clause.end))
    named = (match["who"].strip() for match in found if match)
    return next((who for who in named if ACTOR.match(who) and first_verb(who, 0, len(who)) is None), None)


def unworded(reading: Reading, clause: Clause, when: When) -> str | None:
    """Return what a time is for in a clause without a known verb: its topic, else its words up to the time."""
    topic = topic_at(reading.masked, clause.start, clause.end)
    if topic and topic.after <= when.start:
        between = without_loose_end(reading.masked[topic.after : when.start])
        words = (
            reading.text[topic.start : when.start]
            if len(between.split()) > 1
            else reading.text[topic.start : topic.end]
        )
        return without_loose_end(words).strip(" .:;,(") or None
    if actor := actor_label(reading.masked, clause.start, when.start):
        start = max([actor.verb, *(w.end for w in reading.whens if actor.verb <= w.start < w.end <= when.start)])
        own = without_loose_end(reading.text[start : when.start].lstrip(" ,;"))
        return own if len(own.split()) > 1 else _above(reading)
    subject = find_subject(reading.masked, clause.start, when.start)
    start = subject.end if subject else skip_openings(reading.masked, clause.start, clause.end)
    bracketed = reading.text[when.start - 1 : when.start] == "("  # "Hội nghị đầu năm (ngày 27/9)": it is all before
    earlier = [] if bracketed else [w.end for w in reading.whens if w.end <= when.start]
    start = max([start, *earlier])
    before = without_loose_end(reading.text[start : when.start]).strip(" .:;,(-–")
    after = reading.text[when.end : clause.end].strip(" .:;,(-–")
    title = time_title(reading)
    said = [words for words in (before, after) if words and not _BESIDE_TIME.fullmatch(words)]
    return said[0] if said else labelled(reading, title) if title else None


def time_title(reading: Reading) -> str | None:
    """Return the title that says what the times below it are, where they stand alone: "III. THỜI GIAN THỰC HIỆN"."""
    over = [reading.unit.section.heading.text, *(section.heading.text for section in reading.unit.above[-1:])]
    title = next((heading.strip(" .:") for heading in over if heading), "")
    section = reading.unit.section
    if not _TIME_TITLE.fullmatch(title) or section.children or reading.unit.text is section.heading:
        return None
    return title if _BESIDE_TIME.fullmatch(reading.masked) and not is_over(reading) else None


def is_over(reading: Reading) -> bool:
    """Tell whether one of the times of a text was over when the plan was issued."""
    return any(is_past(reading.plan, when) for when in reading.whens)


def whole_work(reading: Reading, clause: Clause, start: int, words: str) -> str | None:
    """Return what is done, with what says it where the verb alone does not: "sơn tường, hoàn thành", "Vòng 2: nộp"."""
    if not _NOTHING_SAID.fullmatch(words.strip()):
        return words or None
    topic = topic_at(reading.masked, clause.start, clause.end)
    subject = find_subject(reading.masked, clause.start, clause.end)
    opening = (
        subject.end if subject else topic.after if topic else skip_openings(reading.masked, clause.start, clause.end)
    )
    end = start + len(words)
    timed = max((w.end for w in reading.whens if opening <= w.start and w.end <= start), default=opening)
    if opening < timed < start - 4:  # "nộp 50% trước ngày 31/7, số còn lại nộp trước ngày 30/11"
        return reading.text[timed:end].strip(" ,;:–-") or words
    if opening + 3 < start and "   " not in reading.masked[opening:start]:
        return reading.text[opening:end].strip(" ,;:–-") or words
    if topic and subject is None:
        return reading.text[topic.start : end].strip()
    if (
        topic
        and subject
        and topic.after <= subject.start
        and not words.lower().startswith(("gửi", "nộp", "trình", "báo"))
    ):
        return reading.text[topic.start : topic.end]  # "Học tập chuyên đề: chi bộ hoàn thành trước ngày 30/4"
    if opening < timed and _ENDS.match(words):  # "tổ chức ngày hội trong tháng 6, hoàn thành chậm nhất 07/6"
        before = min(w.start for w in reading.whens if opening <= w.start)
        return without_loose_end(reading.text[opening:before]) or words
    if words.lower().startswith(("hoàn", "xong", "thực hiện", "tổ chức", "triển khai", "tiến hành")):
        return _said_before(reading, clause) or _above(reading) or words
    return words or None


def ends_with_round(reading: Reading, start: int, end: int) -> bool:
    """Tell whether two words say what is done, and a round at their end ends them: "sinh hoạt 02 tháng/lần, ..."."""
    close = next((c.end for c in reading.cycles if c.start == end), -1)
    whole = len(reading.text[start:end].split()) == 2 and not _SENDS.match(reading.text, start)
    return whole and close >= 0 and reading.text[close : close + 1] in (",", ".", ";", "")
