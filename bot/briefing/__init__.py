"""/tomtat: plans in at most eight lines, and the same as a hand-out, slides or PDF. Synchronous.

A briefing stands in buttons as the number of a link to its plans, topic and minutes, so that an old button makes the
same one again, from the plans as they are now.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.memory import recalled
from bot.memory.state import Asked, Source
from bot.ports import Reported
from bot.resources import Resources
from bot.screen import (
    Button,
    File,
    Rich,
    Rows,
    Screen,
    Stale,
    bold,
    button,
    concat,
    flow,
    from_stars,
    join,
    plain,
    screen,
    shorten,
)
from knowledge import briefing as made
from knowledge.errors import BriefingError
from knowledge.model import Status
from knowledge.patterns import later
from knowledge.text import fold, folded_words, normalize

if TYPE_CHECKING:
    from knowledge.briefing import Briefing, Line, Request

logger = logging.getLogger(__name__)

USUAL = 30
"""Minutes of a meeting of which none are named."""
FILES = (".docx", ".pptx", ".pdf")
SHEETS = (".docx", ".pdf")
"""Files of the quiz alone."""
TOPIC_CHARS = 80
_KIND = "tomtat:"
_MINUTES = later(
    r"(?<!\w)(\d{1,3})(?:\s*(?P<unit>phút|phut|p|'|min(?:utes?)?))?(?!\w)"
    r"(?!\s+(?:kế hoạch|ke hoach|đơn vị|don vi|văn bản|van ban))",
    re.IGNORECASE,
)
_NUMBERED = ("quan", "phuong", "xa", "q", "p", "khu pho", "to")
"""Words before a number that is a place's name."""
_BODY = later(
    r"(?:xa|phuong|quan|huyen|tinh|thanh pho|tp|thi (?:xa|tran)|dac khu|truong|so|phong|ubnd|uy ban|dang (?:uy|bo)"
    r"|thanh uy|tinh uy|chi bo|thon|to dan pho|khu pho)(?! (?:hoi|hoi hoa)\b)\b"
)
BESIDE_NAMES = "của ở cho tại và với kế hoạch kh đơn vị văn bản nhé ạ"
"""Words beside a unit's name that are no topic."""
_ABOUT = later(r"(?:^|\s)(?:về|ve|chuyên đề|chuyen de|chủ đề|chu de)(?P<topic>\s+.+|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Briefings:
    """Briefings as screens and files. reported: what people called wrong."""

    resources: Resources
    reported: Reported

    def typed(self, chat_id: int, text: str) -> Screen:
        """Answer /tomtat with what was typed after it: minutes, a unit, "về" a topic; each may be missing."""
        minutes, rest, odd = _minutes(normalize(text).strip())
        note = "" if odd is None else ODD_MINUTES.format(asked=odd, minutes=minutes)
        about = _ABOUT.search(rest)
        topic = about["topic"].strip(" ?.!“”\"'")[:TOPIC_CHARS] or None if about else None
        named = (rest[: about.start()] if about else rest).strip(" ,.?!")
        plan_ids = tuple(self.resources.library.find_units(named)) if named else ()
        if self.resources.means_every(named):
            return self._screen(chat_id, made.Request((), topic, minutes), note)
        own = self._own(chat_id)
        if not (named and topic):  # "5 không quận 1", "về 5 không quận 1", "về quận 1"
            words = named or topic or ""
            found = plan_ids or tuple(self.resources.library.find_units(words) if words else ())
            beside = self._beside(words, found)
            if beside and self._tells(asked := made.Request(found or own, beside, minutes)):
                return self._screen(chat_id, asked, note)
            if found and not beside:
                plan_ids, topic = found, None
        if named and not plan_ids:
            unknown = UNKNOWN.format(text=named[:60])
            return self._choices("\n".join(filter(None, (note, unknown))), topic, minutes)
        plan_ids = plan_ids or own
        if not plan_ids and not topic:
            return self._choices(note, topic, minutes)
        return self._screen(chat_id, made.Request(plan_ids, topic, minutes), note)

    def again(self, chat_id: int, link: int) -> Screen:
        """Make the briefing behind a button. Raises Stale when one of its plans is gone."""
        return self._screen(chat_id, self._request(link))

    def file(self, link: int, kind: int) -> File:
        """Return the briefing behind a button as a file of `FILES`, or after them of `SHEETS`. Raises Stale."""
        request = self._request(link)
        suffix, quiz = (*FILES, *SHEETS)[kind], kind >= len(FILES)
        briefing = self._brief(request)
        name = request.plan_ids[0] if len(request.plan_ids) == 1 else EVERY
        try:
            content = self.resources.library.brief_file(briefing, suffix, quiz=quiz)
        except BriefingError as error:
            logger.warning("no %s: %s", suffix, error)
            empty = NO_QUIZ if quiz and not briefing.quiz else FAILED
            raise Stale(NO_PDF if suffix == ".pdf" and empty == FAILED else empty) from error
        caption = CAPTION_QUIZ if quiz else CAPTION_SLIDES if suffix == ".pptx" else CAPTION
        title = (QUIZ_FILE if quiz else FILE).format(name=name)
        return File(f"{title}{suffix}", content, caption.format(plans=self._plans(briefing)))

    def _screen(self, chat_id: int, request: Request, note: str = "") -> Screen:
        briefing = self._brief(request)
        shown = made.bullets(briefing)
        sources = tuple(self._source(line) for line in shown)
        title = TITLE.format(plans=self._plans(briefing), minutes=request.minutes)
        head = Head(title, briefing.topic, made.caution(briefing), note)
        if not shown:
            return nothing_screen(head, self._link(replace(request, topic=None)))
        asked = Asked(chat_id, "", None, status=Status.ANSWERED.value, sources=sources)
        number = self.resources.state.add_question(asked, None)  # for its sources: nobody has said these words
        links = {each: self._link(replace(request, minutes=each)) for each in made.MINUTES if each != request.minutes}
        return briefing_screen(head, shown, number, self._link(request), links)

    def _beside(self, named: str, plan_ids: Sequence[str]) -> str | None:
        """Return the words that stand beside the units' names and name none: they may be a topic. Those that begin as
        the name of a body do are one that no plan is of."""
        if not plan_ids and _BODY.match(fold(named)):
            return None
        units = self.resources.units()
        names = " ".join(f"{units[each].name} {units[each].short_name}" for each in plan_ids if each in units)
        said, find = frozenset(folded_words(f"{names} {BESIDE_NAMES}")), self.resources.library.find_units
        left = " ".join(word for word in named.split() if not said.issuperset(folded_words(word)) and not find(word))
        return left[:TOPIC_CHARS] if left and not find(left) else None

    def _own(self, chat_id: int) -> tuple[str, ...]:
        own = self.resources.unit(chat_id)
        return (own,) if own else ()

    def _tells(self, request: Request) -> bool:
        return bool(made.bullets(self._brief(request)))

    def _source(self, line: Line) -> Source:
        cited = line.note.citations if line.note else ()
        passage = self.resources.library.passage_at(cited[0].plan_id, cited[0].start) if cited else None
        return Source(passage.id if passage else "", tuple((each.start, each.end) for each in cited))

    def _choices(self, note: str, topic: str | None, minutes: int) -> Screen:
        units = list(self.resources.library.units())
        offered = [Choice(unit.short_name, self._link(made.Request((unit.plan_id,), topic, minutes))) for unit in units]
        every = Choice(ALL, self._link(made.Request((), topic, minutes)))
        return choice_screen(note, offered, every)

    def _brief(self, request: Request) -> Briefing:
        try:
            return self.resources.library.brief(request, reported=recalled(self.reported, None))
        except BriefingError as error:
            raise Stale(GONE) from error

    def _plans(self, briefing: Briefing) -> str:
        if len(briefing.names) == 1:
            return briefing.names[0]
        return SEVERAL.format(count=len(briefing.names))

    def _link(self, request: Request) -> int:
        told = json.dumps([request.plan_ids, request.topic, request.minutes], ensure_ascii=False)
        return self.resources.state.link(_KIND + told)

    def _request(self, link: int) -> Request:
        name = self.resources.state.linked(link) or ""
        if not name.startswith(_KIND):
            raise Stale(GONE)
        plan_ids, topic, minutes = json.loads(name.removeprefix(_KIND))
        return made.Request(tuple(plan_ids), topic, minutes)


def _minutes(text: str) -> tuple[int, str, int | None]:
    """Return the length that is named, the text without it, and what was named instead of a length there is.

    The first number that is one of a meeting's; another one where it is called minutes, or nothing stands before it.
    """
    for found in _MINUTES.finditer(text):
        number, before = int(found[1]), fold(text[: found.start()]).rstrip()
        told = number in made.MINUTES or found["unit"] or (not before and len(found[1]) > 1)
        if told and not before.endswith(_NUMBERED):
            rest = f"{text[: found.start()]} {text[found.end() :]}".strip()
            nearest = min(made.MINUTES, key=lambda each: abs(each - number))
            return nearest, rest, None if number in made.MINUTES else number
    return USUAL, text, None


# -------------------------------------------------------------------------------------------------------------- screens

ACROSS = 4
TEXT, WHOLE = 420, 3000
"""Characters of a line, eight of which fit one message; those of all lines that are told whole."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A briefing to choose: what its button says, and its link."""

    label: str
    link: int


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the bullets. title: with stars; caution: "" unless a plan is over; note: on what was typed."""

    title: str
    topic: str | None
    caution: str
    note: str = ""


def briefing_screen(above: Head, lines: Sequence[Line], question: int, link: int, others: Mapping[int, int]) -> Screen:
    """Return the bullets. question: whose sources the numbers open; link: of the briefing, for its files; others:
    links of the same briefing by other minutes."""
    most = TEXT if sum(len(line.full) for line in lines) > WHOLE else WHOLE
    told = join([_line(at, line, most) for at, line in enumerate(lines, 1)], "\n")
    body = join([_above(above), told, plain(MORE)], "\n\n")
    return screen(body, [*_numbers(lines, question), *_files(link), _lengths(others)])


def nothing_screen(above: Head, whole: int) -> Screen:
    """Say that the plans have nothing on a topic, and offer them without it. whole: the link of that briefing."""
    body = join([_above(above), plain(NOTHING if above.topic else NOTHING_AT_ALL)], "\n\n")
    return screen(body, [(button(WITHOUT_TOPIC, "tm", whole),)] if above.topic else [])


def _above(head: Head) -> Rich:
    lines = [plain(head.note)] if head.note else []
    lines.append(from_stars(head.title))
    if head.topic:
        lines.append(plain(TOPIC.format(topic=head.topic)))
    if head.caution:
        lines.append(plain(CAUTION.format(caution=head.caution)))
    return join(lines, "\n")


def choice_screen(note: str, offered: Sequence[Choice], every: Choice) -> Screen:
    """Offer the plans to brief on, and all of them."""
    ask = CHOOSE.format(example=offered[0].label if offered else "")
    body = join([plain(note), plain(ask)], "\n") if note else plain(ask)
    *rows, last = [button(each.label, "tm", each.link) for each in (*offered, every)]
    return screen(body, [*flow(rows), [last]])


def _line(number: int, line: Line, most: int) -> Rich:
    place = plain(PLACE.format(place=line.note.place)) if line.note else ()
    label = bold(f"{shorten(line.label, 160)}: ") if line.label else ()
    return concat(
        plain(BULLET.format(number=number, text="")), label, plain(shorten(line.text, most) + line.mark), place
    )


def _numbers(lines: Sequence[Line], question: int) -> Rows:
    every = [button(str(at + 1), "s", question, at) for at in range(len(lines))]
    return tuple(tuple(every[at : at + ACROSS]) for at in range(0, len(every), ACROSS))


def _files(link: int) -> Rows:
    labels = (DOCX, PPTX, PDF, QUIZ, QUIZ_PDF)
    buttons = [button(label, "tf", link, at) for at, label in enumerate(labels)]
    return tuple(buttons[: len(FILES)]), tuple(buttons[len(FILES) :])


def _lengths(others: Mapping[int, int]) -> tuple[Button, ...]:
    return tuple(button(MINUTES_LABEL.format(minutes=minutes), "tm", link) for minutes, link in others.items())


# ---------------------------------------------------------------------------------------------------------------- words

TITLE = "📋 **Tóm tắt {plans}** (buổi {minutes} phút)"
ODD_MINUTES = "Buổi {asked} phút thì chưa có: tôi soạn được cho buổi 15, 30 hoặc 45 phút. Đây là bản {minutes} phút."
TOPIC = "Chuyên đề: {topic}"
NOTHING = "Tôi không thấy nội dung nào về chủ đề này trong văn bản đã chọn."
NOTHING_AT_ALL = "Máy chưa đọc ra ý nào để tóm tắt trong văn bản này: hãy đọc toàn văn."
WITHOUT_TOPIC = "📋 Tóm tắt không theo chuyên đề"
CAUTION = "⚠️ {caution}"
BULLET = "{number}. {text}"
PLACE = " ({place})"
SEVERAL = "{count} kế hoạch"
MORE = "Bấm số để xem nguyên văn. Bản đầy đủ, mỗi ý có chú thích, ở các tệp dưới đây."
DOCX = "📄 Tài liệu Word"
PPTX = "📽 Trình chiếu"
PDF = "📑 PDF"
QUIZ = "📝 Phiếu trắc nghiệm"
QUIZ_PDF = "📝 Phiếu, PDF"
NO_QUIZ = "Kế hoạch này chưa đủ dữ kiện để ra câu trắc nghiệm."
CAPTION_QUIZ = "{plans}: phiếu trắc nghiệm để in, đáp án ở trang cuối."
QUIZ_FILE = "trac-nghiem-{name}"
MINUTES_LABEL = "{minutes} phút"
CHOOSE = "Tóm tắt kế hoạch của đơn vị nào? Có thể gõ: “/tomtat {example}”, “/tomtat 15 về giao thông”."
ALL = "📚 Mọi kế hoạch"
UNKNOWN = "Tôi chưa nhận ra đơn vị nào trong “{text}”. Nếu là chuyên đề, gõ “/tomtat về {text}”."
GONE = "Kế hoạch này đã thay đổi hoặc không còn. Gõ /tomtat để làm lại."
NO_PDF = "Máy chủ chưa cài LibreOffice nên chưa xuất được PDF. Hãy lấy bản Word."
FAILED = "Chưa làm được tệp này. Hãy thử lại sau, hoặc lấy bản Word."
CAPTION = "{plans}: mỗi ý có chú thích trích nguyên văn."
CAPTION_SLIDES = "{plans}: nguồn ở chân trang, nguyên văn ở phần ghi chú."
FILE = "tom-tat-{name}"
EVERY = "cac-ke-hoach"
