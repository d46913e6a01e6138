"""Facts as things to be asked. Pure: stored plans in, items out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from rapidfuzz import fuzz

from knowledge.facts.aims import is_aim, is_named
from knowledge.facts.due import names_work
from knowledge.model import Citation, Deadline, NoList, StoredPlan, Target
from knowledge.parsing.sentences import clauses
from knowledge.patterns import later
from knowledge.quiz import wording
from knowledge.quiz.choices import other_amounts, other_days
from knowledge.text import folded_words

OPTION_CHARS = 100
"""Longest choice of a poll: https://core.telegram.org/bots/api#sendpoll."""
ALIKE = 75.0
"""Of 100: wordings nearer than this could mean the same, so that one of them is no wrong choice for the other."""
SAME_DUTY = 85.0
DUTY_CHARS = 150
FEWEST_WORDS = 3
_STATED = later(r"^(?:đạt|là|có)\s+", re.IGNORECASE)
_BEGINNINGS = frozenset({"từ", "sau"})
"""Comparators of a day on which something begins: no time limit."""
_UNASKED = later(r"\b(?:điểm|đồng)\b")
"""Points and money of a table, which are nobody's target."""
_UNFINISHED = frozenset({"được", "phải", "là", "gửi", "về", "cho", "và", "của", "với", "này", "trình"})
_SENDS = later(r"(?:gửi|nộp|chuyển)(?!\w)", re.IGNORECASE)
_TELLS = later(r"(?:báo|thông báo|phản ánh|liên hệ|gửi|nộp)(?! chí)(?!\w)", re.IGNORECASE)
"""What begins with what is done, and only then names a body."""
_PAPER = later(r"(?:báo cáo|biên bản|danh sách|hồ sơ|bản|kế hoạch)(?!\w)", re.IGNORECASE)
_FILED = later(r"[:;/(]|^lưu(?!\w)|^như(?!\w)", re.IGNORECASE)
"""A line of those to whom a plan is sent that names no one body: "Lưu: VT", "UBND Quận 1: CT, các PCT"."""
_MANY = later(r"(?:các|mỗi|từng|những|mọi|thủ trưởng|tất cả)(?!\w)|[,;]|\W+và\W+", re.IGNORECASE)
"""What names many bodies at once."""
CLAUSE_CHARS = 220
_PART_OF = later(r"(?:tổng|định mức|số điểm)(?!\w)", re.IGNORECASE)
"""A share of all there are, of which the words do not say what becomes."""
_SHORT_FORMS = {"ubnd": "uy ban nhan dan", "hdnd": "hoi dong nhan dan", "mttq": "mat tran to quoc"}


def one_line(text: str) -> str:
    """Return words of a plan on one line, without marks of emphasis."""
    return " ".join(text.replace("*", "").split())


def said_in(words: str, text: str) -> bool:
    """Tell whether words stand in a text, diacritics and short forms of offices aside."""
    return f" {' '.join(_words(words))} " in f" {' '.join(_words(text))} "


class Kind(StrEnum):
    """What the choices of a question are."""

    DATE = "date"
    RECIPIENT = "recipient"
    SHARE = "share"  # a target in percent
    NUMBER = "number"  # a target that is counted
    LIST = "list"
    ORDER = "order"  # which item of a list is the n-th


@dataclass(frozen=True, slots=True)
class Item:
    """A fact to be asked.

    stem: the question without its plan; right: the right choice; true: choices that are right as well, or might be
    taken for it, by `same`; source: the plan's words; anchor: those of them that decide; own: wrong choices of the
    same plan; made: wrong ones in the words of the right one, where the plan's own are too few.
    """

    kind: Kind
    plan_id: str
    stem: str
    right: str
    true: tuple[str, ...]
    source: Citation
    anchor: str
    own: tuple[str, ...] = ()
    made: tuple[str, ...] = ()


_COMMON = frozenset({"nhan dan", "nguoi dan", "can bo", "dang vien", "cong chuc", "vien chuc", "nguoi lao", "lao dong"})
"""Pairs of words that say of whom, not what."""


def items(plans: Iterable[StoredPlan]) -> list[Item]:
    """Return everything that can be asked about, in order of plan and fact."""
    makers = (_dates, _recipients, _targets, _lists)
    return [item for stored in plans for make in makers for item in make(stored)]


def same(kind: Kind, one: str, other: str) -> bool:
    """Tell whether two choices mean the same, or are so near that both could be called right."""
    if kind is Kind.DATE:
        return _near_days(one, other)
    if kind in (Kind.SHARE, Kind.NUMBER):
        return re.findall(r"\d+", one.replace(" 0", " ")) == re.findall(r"\d+", other.replace(" 0", " "))
    first, second = _words(one), _words(other)
    if "".join(word[0] for word in first) in second or "".join(word[0] for word in second) in first:
        return True  # initials
    if kind is Kind.LIST and _pairs(first) & _pairs(second):
        return True  # "gây phiền hà cho dân", "hách dịch, gây phiền hà"
    return (
        set(first) <= set(second)
        or set(second) <= set(first)
        or fuzz.token_set_ratio(" ".join(first), " ".join(second)) >= ALIKE
    )


def _dates(stored: StoredPlan) -> Iterator[Item]:
    dated = [d for d in stored.facts.deadlines if d.day and d.month and d.stated and d.citations and not d.corrected]
    limits = {(d.what, _round(d)) for d in dated if d.comparator}
    asked = [
        d
        for d in dated
        if _is_whole(d)
        and d.comparator not in _BEGINNINGS
        and (d.comparator or (d.what, _round(d)) not in limits)  # "dự kiến ngày 30/01, chậm nhất 03/02"
    ]
    every = tuple(_date(d) for d in dated)
    for duty in asked:
        if len({_date(d) for d in dated if said_in(duty.what, d.what) and _round(d) == _round(duty)}) > 1:
            continue  # of a timetable's many days none is the one, nor of a rule's and its exception's
        rounds = [d for d in dated if d.what == duty.what and _round(d) != _round(duty) and _round(duty)]
        own = tuple(_date(d) for d in rounds if _date(d) != _date(duty))
        true = tuple(date for date in every if date not in own)
        template = wording.DATE if duty.comparator else wording.DATE_ON
        told = duty.period or duty.recurrence or ""
        stem = template.format(what=_duty(duty), round="" if said_in(told, duty.what) else _round(duty))
        source = _holding(duty.citations, duty.stated)
        right = _date(duty)
        yield Item(Kind.DATE, stored.plan_id, stem, right, true, source, duty.stated or "", own, other_days(right))


def _recipients(stored: StoredPlan) -> Iterator[Item]:
    sent = [d for d in stored.facts.deadlines if d.to and d.citations and _is_whole(d) and _is_name(d.to)]
    for duty in sent:
        if duty.to and len(duty.to) <= OPTION_CHARS:
            paper = wording.RECIPIENT_PAPER if _PAPER.match(duty.what) else wording.RECIPIENT
            template = wording.RECIPIENT_SENT if _SENDS.match(duty.what) else paper
            stem = template.format(what=_duty(duty))
            source = _holding(duty.citations, duty.to)
            true, own = _bodies(stored, duty, source)
            yield Item(Kind.RECIPIENT, stored.plan_id, stem, _upper(duty.to), true, source, duty.to, own)


def _bodies(stored: StoredPlan, duty: Deadline, source: Citation) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the bodies of a plan that have a part in a duty or in one like it, and those that have none."""
    facts = stored.facts
    named = [(each.what, name) for each in facts.deadlines for name in (each.to, each.via, each.who) if name]
    named += [(each.task, each.actor) for each in facts.responsibilities]
    named += [("", name) for name in stored.plan.header.recipients if not _FILED.search(name)]
    partakers: dict[str, bool] = {}
    for told, name in named:
        partakes = (told and _alike(told, duty.what)) or said_in(name, source.quote)
        partakers[name] = partakers.get(name, False) or bool(partakes)
    true = tuple(name for name, partakes in partakers.items() if partakes)
    own = (name for name, partakes in partakers.items() if not partakes and _is_choice(name))
    return true, tuple(_upper(one_line(name)) for name in own)


def _is_choice(body: str) -> bool:
    """Tell one body by its name from many at once, and from people who only do something ("Người phản ánh")."""
    named = _is_name(body) and any(char.isupper() for char in body[1:])
    return len(body) <= OPTION_CHARS and named and not (_MANY.search(body) or _TELLS.match(body))


def _targets(stored: StoredPlan) -> Iterator[Item]:
    told = [t for t in stored.facts.targets if t.citations and len(t.counts) <= DUTY_CHARS]
    targets = [t for t in told if is_aim(stored.plan, t) and not _UNASKED.search(f"{t.value} {t.unit}".casefold())]
    for target in targets:
        twins = [t for t in targets if _alike(t.counts, target.counts) and t.amount != target.amount]
        if twins:
            continue  # which of the two is meant could be disputed
        right = _value(target)
        kind = Kind.SHARE if target.unit == "%" else Kind.NUMBER
        if not is_named(target.counts) or _PART_OF.match(target.counts):
            continue
        made = other_amounts(right, [_value(t) for t in targets if t.unit == target.unit], percent=kind is Kind.SHARE)
        source = _holding(target.citations, target.value)
        stem = wording.TARGET.format(clause=_with_blank(stored, source, target))
        yield Item(kind, stored.plan_id, stem, right, (right,), source, target.value, made=made)


def _with_blank(stored: StoredPlan, source: Citation, target: Target) -> str:
    """Return the clause that states a target with a blank for its value; what it counts after a blank where the words
    are no running text, or too many."""
    value, quote = _STATED.sub("", target.value.strip()).casefold(), one_line(source.quote)
    for section in stored.plan.walk():
        text = section.body.text
        at = text.find(quote) if section.path == source.section and not section.cells else -1
        at = text.casefold().find(value, at, at + len(quote)) if at >= 0 else -1
        if at >= 0:
            start, end = next(found for found in clauses(section.body) if found[0] <= at < found[1])
            told = one_line(f"{text[start:at]}{wording.BLANK}{text[at + len(value) : end]}").strip(" .;,-–+")
            if len(told) <= CLAUSE_CHARS:
                return _lower(told)
    return f"{wording.BLANK} {_lower(target.counts.strip(' .'))}"


def _lists(stored: StoredPlan) -> Iterator[Item]:
    lists = [found for found in stored.facts.no_lists if len(found.items) > 1]
    for found in lists:
        name = _list_name(found)
        others = [each for each in stored.facts.no_lists if _list_name(each) != name]
        own = tuple(_upper(other.text) for each in others for other in each.items if len(other.text) <= OPTION_CHARS)
        true = tuple(item.text for each in stored.facts.no_lists if each not in others for item in each.items)
        for item in found.items:
            if not item.citations or len(item.text) > OPTION_CHARS:
                continue
            right, source = _upper(item.text), _holding(item.citations, item.text)
            stem = wording.LIST.format(name=name)
            begun = tuple(each for each in own if _words(each)[:1] == _words(right)[:1])  # "Cùng bàn" is of "4 cùng"
            yield Item(Kind.LIST, stored.plan_id, stem, right, true, source, item.text, begun)
            if sum(other.title == found.title for other in stored.facts.no_lists) == 1:
                places = tuple(_upper(other.text) for other in found.items if len(other.text) <= OPTION_CHARS)
                stem = wording.ORDER.format(name=name, number=item.number)
                yield Item(Kind.ORDER, stored.plan_id, stem, right, (right,), source, item.text, places)


def _list_name(found: NoList) -> str:
    return f"{found.name} ({found.target})" if found.target and found.target not in found.name else found.name


def _duty(duty: Deadline) -> str:
    what = _lower(one_line(duty.what).strip(" .;,"))
    return what if len(what) <= DUTY_CHARS else what[:DUTY_CHARS].rsplit(" ", 1)[0] + "…"


def _lower(text: str) -> str:
    """Begin in lower case inside a sentence, unless the first word is an abbreviation or opens a name."""
    following = text.partition(" ")[2]
    return text[:1].lower() + text[1:] if text[1:2].islower() and not following[:1].isupper() else text


def _is_whole(duty: Deadline) -> bool:
    """Tell whether the words for a duty can stand alone: "Đợt 3" and "Biên bản này phải được" cannot."""
    words = duty.what.strip(" .;,").casefold().split()
    return len(words) >= FEWEST_WORDS and words[-1] not in _UNFINISHED and names_work(duty)


def _is_name(recipient: str) -> bool:
    """Tell a body from a role that every plan has: "cấp trên" has no capital letter, "Trưởng ban" no name."""
    return any(char.isupper() for char in recipient) and len(recipient.split()) >= FEWEST_WORDS


def _round(duty: Deadline) -> str:
    named = duty.period or duty.recurrence
    return wording.ROUND.format(round=named) if named else ""


def _date(duty: Deadline) -> str:
    return _upper(f"{duty.comparator or 'ngày'} {duty.day:02d}/{duty.month:02d}")


def _value(target: Target) -> str:
    return _upper(_STATED.sub("", target.value.strip()))


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _alike(one: str, other: str) -> bool:
    return fuzz.token_set_ratio(one.casefold(), other.casefold()) >= SAME_DUTY


def _words(text: str) -> list[str]:
    return [word for part in folded_words(text) for word in _SHORT_FORMS.get(part, part).split()]


def _pairs(words: Sequence[str]) -> set[str]:
    """Return what stands side by side in a rule, without its "không" and whom it is about."""
    told = [word for word in words if word != "khong"]
    return {f"{one} {other}" for one, other in pairwise(told)} - _COMMON


def _near_days(one: str, other: str) -> bool:
    """Tell whether two dates are at most a day apart: "trước 10/05" and "chậm nhất 09/05" are the same."""
    (day, month), (other_day, other_month) = (map(int, re.findall(r"\d+", date)) for date in (one, other))
    return abs((month * 31 + day) - (other_month * 31 + other_day)) <= 1


def _holding(citations: Sequence[Citation], words: str | None) -> Citation:
    """Return the citation that holds the words, else the first."""
    return next((cited for cited in citations if words and words in cited.quote), citations[0])
