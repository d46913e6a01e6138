"""What is near enough to be stated and is not the thing asked for: of another year or owner, or in a
paper or appendix that the plan names and doesn't hold. It is quoted as nearest."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace
from itertools import pairwise

from knowledge.answering import called, own, papers, parties, values, within
from knowledge.answering.case import Case, duties_in, matter_of
from knowledge.answering.claimed import Claim
from knowledge.answering.decide import Outcome
from knowledge.answering.duties import THINGS
from knowledge.answering.statements import of_unit
from knowledge.model import Attribute, EvidenceUnit, UnitKind, Value
from knowledge.patterns import later
from knowledge.ranking.shelf import meant
from knowledge.text import fold, folded_words

_YEAR = later(r"\b(?:19|20)\d\d\b")
_LED = later(
    r"\W*(?:\d{1,2}[.)] )?(?:(?:den|trong|het|tu|giai doan) )?(?:nam )?(?:19|20)\d\d(?: ?- ?20\d\d)?(?=\W*(?::|$| \())"
)
_LEVEL = later(
    r"\bcap (?:lop|khoi|khoa|truong|co so|xa|phuong|cum|khu vuc|huyen|tinh|thanh pho|bo|quoc gia|trung uong)\b"
)
_LONGEST = 30  # years of a stretch
_AND_UP = later(r"\btro (?:len|xuong)\b")
_APPENDED = later(r"\b(?:phu luc|bieu|mau)\b")


def checked(case: Case) -> Case:
    """Return a case as it is decided, or as one of which nothing is stated, with the reason."""
    if case.decision.outcome is not Outcome.STATE:
        return case
    for reason, holds in _REASONS.items():
        if holds(case):
            return replace(case, decision=replace(case.decision, outcome=Outcome.NEAREST, reason=reason))
    return case


def _is_beyond(case: Case) -> bool:
    """Tell whether another paper's words are asked for, an appendix's that isn't here, or a neighbour's matter."""
    asked = case.probe.query.slots.asked
    if "other_paper" in asked and (papers.is_of_another(case.desk) or papers.numbers_another(case.desk)):
        return True
    return "other_unit" in asked or ("appended" in asked and not _APPENDED.search(fold(case.best.section)))


def _is_of_another_year(case: Case) -> bool:
    """Tell whether years are asked about that are neither the plan's nor said by the best unit and its headings."""
    query, plan = case.probe.query, case.desk.everyone[case.best.plan_id].plan
    asked = {str(year) for year in query.years} & set(_YEAR.findall(query.text))
    period, issued = plan.header.period, plan.header.date
    own = {day.year for day in (issued, period and period.start, period and period.end) if day}
    own |= set(range(min(own, default=0), max(own, default=0)))
    led = year_led(case.best)
    if asked and led and not asked & led:
        return True
    texts = (case.best.heading, case.best.text.text, plan.header.title or "", *(t.text for _, t in case.best.items))
    said = {str(year) for year in own} | {year for text in texts for year in _YEAR.findall(text)}
    return bool(asked) and not asked & said


def year_led(unit: EvidenceUnit) -> set[str]:
    """Return the years that a unit, or the heading next above it, begins with: what it says is of these alone."""
    texts = (unit.text.text, unit.heading.split(" > ")[-1])
    found: set[str] = set()
    for led in filter(None, (_LED.match(fold(text)) for text in texts)):
        years = [int(year) for year in _YEAR.findall(led[0])]
        found |= {str(year) for year in range(min(years), min(max(years), min(years) + _LONGEST) + 1)}
    return found


def _is_of_another_thing(case: Case) -> bool:
    """Tell whether it is asked when or where a report is handed in, another paper's duty is at hand, and the plan has
    one of its own for a report."""
    query, best = case.probe.query, case.best
    if not query.slots.asked & {"when", "day", "to", "channel"} or "whether" in query.slots.shape:
        return False
    things = [thing for thing in THINGS if re.search(_SENT.format(thing=thing), fold(query.restored))]
    held = fold(f"{best.heading} {best.text.text}")
    if len(things) != 1 or any(re.search(rf"\b{thing}\b", held) for thing in things):
        return False
    own = case.desk.everyone[best.plan_id].facts.deadlines
    return any(re.match(rf"(?:gui |nop )?{thing}\b", fold(duty.what)) for duty in own for thing in things)


_SENT = r"\b(?:nop|gui|han) (?:(?:cac|ban|nhung) )?{thing}\b(?! (?:vien|xong|roi|thi))"
"""A thing that is said to be handed in, in the question's own words."""


def _is_of_another_act(case: Case) -> bool:
    """Tell whether an English question asks when somebody does something of which, as the glossary has it, the best
    unit and its headings say no word: another duty's day is not lent ("deadline for schools to register models")."""
    claim, best, query = Claim(case.shelf, case.probe), case.best, case.probe.query
    if not claim.translated or not query.slots.asked & {"when", "day"} or case.asks("whether"):
        return False
    office = frozenset().union(*claim.offices(short=True)) | claim.header_words(best.plan_id) | _OF_TIME
    said = {word for word in matter_of(case) - office if case.shelf.whole.holds(word)}
    return len(said) >= _ACT and not said & set(meant(f"{best.heading} {best.text.text}"))


_ACT = 2  # words that call an act ("đăng ký")
_OF_TIME = frozenset(folded_words("khi nào trước sau ngày tháng năm quý tuần đầu cuối thời gian hạn lúc giờ nộp gửi"))


def _is_of_another_level(case: Case) -> bool:
    """Tell whether something of one level is asked about ("giải cấp trường") and the best unit names others only."""
    asked, text = (
        set(_LEVEL.findall(fold(case.probe.query.restored))),
        fold(f"{case.best.heading} {case.best.text.text}"),
    )
    held = set(_LEVEL.findall(text))
    return bool(asked and held) and not asked & held and _AND_UP.search(text) is None


def _is_of_another_body(case: Case) -> bool:
    """Tell whether an office asks for its duty, and the best unit neither names it nor lays its duties on more than
    others by name ("Trưởng các khu phố báo cáo ...")."""
    query, best = case.probe.query, case.best
    claim = Claim(case.shelf, case.probe)
    if not query.slots.asked & {"when", "day", "to", "channel", "cycle"} or case.asks("whether") or claim.translated:
        return False
    held, known = frozenset(meant(f"{best.heading} {best.text.text}")), claim.header_words(best.plan_id)
    offices = [own for office in claim.offices() if len(own := office - known) > 1]
    duties = duties_in(case.desk, best, case.probe)
    strange = bool(offices) and not any(2 * len(own & held) >= len(own) for own in offices)
    return strange and bool(duties) and all(each.who and not _GROUPED.search(fold(each.who)) for each in duties)


_GROUPED = later(
    r"\b(?:don vi|co quan|nganh|doan the|to chuc|phong|ban|dia phuong|cap uy|bo phan|toan the|cac cap|thanh vien|hoi|"
    r"truong hoc|nha truong|cac truong)\b"
)
"""Called so, an office may be meant, too."""


def _is_for_another_recipient(case: Case) -> bool:
    """Tell whether it is asked when something goes to a body ("gửi Ban Dân vận Tỉnh ủy"), and all that the
    best unit proves goes to one of another level or name."""
    query, best = case.probe.query, case.best
    named = _RECIPIENT.search(query.restored.lower())
    if not query.slots.asked & {"when", "day", "cycle"} or case.asks("whether") or named is None:
        return False
    asked, said = set(folded_words(named[1])), set(meant(f"{best.heading} {best.text.text}"))
    sent = [set(meant(duty.to)) for duty in duties_in(case.desk, best, case.probe) if duty.to]
    level = asked & _LEVELS
    apart = all(not asked & to or (level and to & _LEVELS and not level & to) for to in sent)
    return bool(sent) and apart and (2 * len(asked & said) < len(asked) or bool(level - said))


_LEVELS = frozenset({"tinh", "huyen", "quan", "xa", "phuong"})
_RECIPIENT = later(
    r"\b(?:gửi|nộp|trình|báo cáo)(?: về| cho| lên| đến| tới)? "
    r"((?:ban(?! hành)|bộ|công (?:an|đoàn)|đảng|đoàn|hội(?! nghị)|huyện|mặt trận|phòng|sở|thường (?:trực|vụ)|tỉnh|ủy"
    r"|ubnd|văn phòng|viện)\b(?: (?!trước|khi|ngày|chậm|hạn|nào|lúc|là|vào|bao|mấy|hằng|hàng|của|thì|qua|bằng|từ|do|để"
    r"|muộn|năm|quý|tháng|định|đúng|cuối|trong)\w+){1,9})"
)
"""Whom something is said to be handed to, in a question's own words."""


def _is_anothers(case: Case) -> bool:
    """Tell whether the telephone of an office or a person is asked whom the best unit and its headings don't
    name: another's is not lent."""
    if "phone" not in case.probe.query.slots.asked:
        return False
    claim, best = Claim(case.shelf, case.probe), case.best
    if claim.translated:
        return False
    held = frozenset(meant(f"{best.heading} {best.text.text}"))
    known = claim.header_words(best.plan_id) | _BARE
    people = (each for unit in case.shelf.units_of(best.plan_id) for each in parties.known(unit))
    called_by, _ = called.named_in(case.probe.query.restored, [each for each in people if each.kind == parties.PERSON])
    if called_by and not any(statement.names(each) for statement in of_unit(best) for each in called_by):
        return True
    named = _PERSON.search(fold(case.probe.query.restored))
    person = frozenset(folded_words(named[1])) - _BARE if named else frozenset()
    pairs = map("_".join, pairwise(folded_words(named[1]))) if named else ()
    in_plan = any(case.shelf.uses_pair(best.plan_id, pair) for pair in pairs)
    strange = len(person) > 1 and in_plan and len(person & held) < 2
    offices = [own for office in claim.offices(short=True) if (own := office - known)]
    return strange or (bool(offices) and not any(2 * len(own & held) >= len(own) for own in offices))


_PERSON = later(r"\b(?:dong chi|anh|chi|ong|ba|thay|bac si) ((?:\w+ ){1,2}\w+)")
_BARE = frozenset(
    folded_words("phòng ban sở đội tổ trưởng phó của số riêng là bao nhiêu điện thoại xin cho em ơi ạ với")
)
"""Words of an office's or a person's name, or around it, that name nobody."""


def _is_of_another_count(case: Case) -> bool:
    """Tell whether it is asked how many there are of something, and the numbers that would be told count other things
    ("tối thiểu mấy mô hình" of "ít nhất 01 sáng kiến")."""
    counted, unit = case.probe.counted, case.own
    asked = case.probe.query.slots.asked
    plainly = "count" in asked and not asked & _OF_OTHERS and not case.asks("whether")
    if not counted or not plainly or counted in _UNCOUNTED or unit.kind is UnitKind.LIST:
        return False
    told = values.chosen(case.shelf, case.probe, case.best, Attribute.COUNT)
    nouns = [_noun_of(unit, value) for value in told]
    return bool(nouns) and all(words and not _is_counted(counted, words) for words in nouns)


def _noun_of(unit: EvidenceUnit, value: Value) -> list[str]:
    """Return what a number counts, with the few words behind it; nothing of a number alone."""
    own = [word for word in folded_words(value.text) if word.isalpha()]
    behind = folded_words(_STOP.split(unit.text.text[value.end : value.end + _BEHIND])[0]) if own else []
    return own + behind


def _is_counted(counted: str, noun: list[str]) -> bool:
    return counted in noun or (counted in _PEOPLE and noun[0] in _PEOPLE)


_OF_OTHERS = frozenset({"money", "share", "length", "when", "day", "clock", "cycle"})
_BEHIND, _STOP = 25, later(r"[,;.:()·]")
_PEOPLE = frozenset(folded_words("người đồng cá đại thành hội đảng đoàn cán học giáo thí nhân ủy cử hộ"))
"""Words with which the names of those who are people begin ("đồng chí", "cá nhân", "đảng viên")."""
_UNCOUNTED = values.NO_THING | frozenset(folded_words("lần cái thứ điều lúc ngày tháng tuần năm giờ phút nhất đó này"))
"""Words behind "mấy" that say nothing of what is counted, or that are counted as times are."""


def _is_of_another_clause(case: Case) -> bool:
    """Tell whether all that would be told stands before the clause that is about what is asked and that states nothing
    of the kind ("ngày hội ngày 26/8; hội thi kể chuyện"): what is said of a thing follows its name."""
    unit, probe = case.own, case.probe
    attribute = next((each for each in values.asked_attributes(probe) if unit.states(each)), None)
    if unit.kind in _WHOLE or attribute not in _BOUND or case.asks("whether"):
        return False
    told = values.chosen(case.shelf, probe, unit, attribute)
    ends, text = max((value.end for value in told), default=0), unit.text.text
    weights = {word: weight for word, weight in probe.weights(case.shelf).items() if not word.isdigit()}
    held = [(start, end, weights.keys() & set(meant(text[start:end]))) for start, end in own.clauses(text)]
    mine = {word for start, end, words in held if any(start <= v.start < end for v in told) for word in words}
    behind = [
        words
        for start, end, words in held
        if start >= ends and not any(start <= value.start < end for value in unit.of(attribute))
    ]
    whole = sum(weights.values()) or 1.0

    def carried(words: Set[str]) -> float:
        return sum(weights[word] for word in words) / whole

    theirs = max(behind, key=lambda words: carried(words - mine), default=set[str]())
    return carried(theirs - mine) >= _TELLING and carried(theirs - mine) > carried(mine - theirs)


_TELLING = 0.2
"""Share of a question that a clause must carry beyond what another carries, to be what is asked about."""
_WHOLE = frozenset({UnitKind.LIST, UnitKind.FIELD, UnitKind.ROW})
_BOUND = frozenset(
    {
        Attribute.WHEN,
        Attribute.DAY,
        Attribute.CLOCK,
        Attribute.MONEY,
        Attribute.COUNT,
        Attribute.SHARE,
        Attribute.LENGTH,
    }
)


_REASONS = {
    "Beyond(plan)": _is_beyond,
    "Other(year)": _is_of_another_year,
    "Other(owner)": _is_anothers,
    "Other(thing)": _is_of_another_thing,
    "Other(act)": _is_of_another_act,
    "Other(level)": _is_of_another_level,
    "Other(recipient)": _is_for_another_recipient,
    "Other(body)": _is_of_another_body,
    "Unclear(bounds)": lambda case: not case.asks("whether") and within.asks(case) and len(within.holding(case)) > 1,
    "Other(counted)": _is_of_another_count,
    "Other(clause)": _is_of_another_clause,
}
