"""Lists that a plan calls by their number ("5 không", "3 sạch", "4 xin, 4 luôn"): their items word for word.

A list is named ("nội dung “5 không”"); its items stand after a colon or in a bracket in the same sentence, before the
name ("(gọi tắt là “3 không”)"), in the footnote bound to the name, in the text, bullets or numbered items below, or as
the headings of a numbered section. One name may be of several lists ("3 không, 2 có"), and a sentence of several names:
items belong to the name before them. A "không" without items is a fact too, unless as many stand around its name: the
plan speaks of a list and does not spell it out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from knowledge.facts.list_groups import bound_group
from knowledge.facts.list_items import Range, after, before, begins, headed
from knowledge.facts.reading import Unit, cite, sentences, units
from knowledge.model import NO, Citation, NoList, NoListItem, Plan, Section, SectionKind
from knowledge.text import MappedText

NUMERALS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_N = rf"(?:0?[1-9]|1[0-2]|{'|'.join(NUMERALS)})"
_JOINT = rf"\s*(?:,|;|-|–|và)\s*(?={_N}\s)"
_ANY = rf"{_N}\s+[^\W\d_]+(?:\s+[^\W\d_]+)?"
# Words that name lists where no quotation marks do.
_WORDS = (
    "không|có|sạch|rõ|xin|luôn|biết|nên|phải|đúng|dám|bám|sát|nắm|hơn|tăng|giảm|tốt|tự|cùng|tại chỗ"
    "|chủ động|an toàn|sẵn sàng"
)
_USUAL = rf"{_N}\s+(?:{_WORDS})(?!\w)"
_NAME = re.compile(
    rf"[“\"'‘]\s*(?P<quoted>{_ANY}(?:{_JOINT}{_ANY})*)\s*[”\"'’]"
    rf"|(?:(?<=nội dung )|(?<=phong trào )|(?<=thực hiện )|(?<=phương châm )|(?<=tiêu chí )|(?<=vận động )"
    rf"|(?<=mô hình )|(?<=danh sách )"
    rf"|(?<=nguyên tắc )|(?<=các ))(?P<led>{_USUAL}(?:{_JOINT}{_USUAL})*)(?=\s*(?:[.,;:()]|$|gắn|như|gồm|của|trong"
    rf"|đối|với|và|là|cụ thể|trên|tại))"
    rf"|(?<![\w.,])(?P<bare>{_USUAL}(?:{_JOINT}{_USUAL})*)"
    rf"(?=\s*(?:[:;()]|$|như sau|sau đây|sau:|dưới đây|gồm|cụ thể))",
    re.IGNORECASE,
)
_HEAD = re.compile(rf"\W{{0,4}}(?P<name>{_ANY})(?=\s*:)", re.IGNORECASE)
_ANY_NAME = re.compile(rf"[“\"'‘]|{_N}\s+(?:{_WORDS})")  # of lower case: without one a text names no list
_MOST = 40  # names of lists in one paragraph
_LED = {SectionKind.ITEM, SectionKind.BULLET}
_NOTE_MARK = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\[\^?\d{1,3}\]|\(\d{1,2}\)")
_MARK_ROOM = 5  # characters of a note's mark at the very end of a text
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", "[]()^")


@dataclass(frozen=True, slots=True)
class _Name:
    """One list's name in the clean text of a unit; end: of the whole name where it is one of several in
    it (shared); stop: where the next name starts; target: whom the list binds, where nobody else is named those of the
    list before it in the sentence."""

    unit: Unit
    start: int
    end: int
    count: int
    word: str
    stop: int = 0
    shared: bool = False
    target: str | None = None

    @property
    def key(self) -> tuple[int, str]:
        """What the list is called by."""
        return self.count, self.word


@dataclass(frozen=True, slots=True)
class _Found:
    """name: what announces the list, None for headings that nothing does."""

    name: _Name | None
    no_list: NoList


def find_no_lists(plan: Plan) -> tuple[NoList, ...]:
    """Return the plan's lists in reading order, then those that it names without spelling them out."""
    read = list(units(plan))
    names = [name for unit in read for name in _names_in(unit)]
    names = _with_heads(read, names)
    found: list[_Found] = []
    following = {id(unit): after_it for unit, after_it in pairwise(read)}
    taken: dict[str, NoList] = {}
    for name in names:
        noted = taken.get(name.unit.path) if name.unit.section.kind is SectionKind.FOOTNOTE else None
        if noted is not None and (noted.count, noted.word) == name.key:
            continue  # the footnote of a name in the text, told there
        spelled = _inline(plan, name) or _in_footnote(plan, name, taken)
        spelled = spelled or _next_text(plan, name, following.get(id(name.unit)))
        if spelled:
            taken[spelled.section] = spelled
            found.append(_Found(name, spelled))
    found.extend(_as_sections(plan, names, found))
    lists = [_with_mentions(plan, each, names, found) for each in found]
    told = {(each.count, each.word) for each in lists}
    around = {id(unit): _said_around(unit) for unit in {id(n.unit): n.unit for n in names if n.word == NO}.values()}
    bare = [n for n in names if n.word == NO and n.key not in told and around[id(n.unit)] < n.count]
    return tuple(lists) + tuple(
        _bare(plan, [n for n in bare if n.key == key]) for key in dict.fromkeys(n.key for n in bare)
    )


def _names_in(unit: Unit) -> Iterator[_Name]:
    text, sentence = unit.text.text, (0, 0)
    before: str | None = None
    matches = list(_NAME.finditer(text))[:_MOST] if _ANY_NAME.search(text.lower()) else []
    for match, after_it in zip_longest(matches, matches[1:]):
        at = next(((a, b) for a, b in sentences(text) if a <= match.start() < b), (0, len(text)))
        first, sentence = at != sentence, at
        group = bound_group(unit, match.start(), match.end(), first=first)
        before = group or (None if first else before)
        stop = after_it.start() if after_it else len(text)
        parts = re.split(_JOINT, match["quoted"] or match["led"] or match["bare"], flags=re.IGNORECASE)
        for part in parts:
            yield _Name(unit, match.start(), match.end(), *_key(part), stop, len(parts) > 1, before)


def _key(name: str) -> tuple[int, str]:
    """Return the number and the word of a list's name."""
    number, *word = name.lower().split()
    return NUMERALS.get(number) or int(number), " ".join(word)


def _with_heads(read: Sequence[Unit], names: list[_Name]) -> list[_Name]:
    """Return the names with those at the head of a text, before a colon, that are named in quotation marks elsewhere:
    "3 tránh: ..." under "“3 nên, 3 tránh”"."""
    known = {name.key for name in names}
    heads = {id(unit): name for unit in read if (name := _head_of(unit)) is not None and name.key in known}
    told = {(id(name.unit), name.start) for name in names}
    new = [name for unit, name in heads.items() if (unit, name.start) not in told]
    order = {id(unit): at for at, unit in enumerate(read)}
    return sorted([*names, *new], key=lambda name: (order[id(name.unit)], name.start)) if new else names


def _head_of(unit: Unit) -> _Name | None:
    """Return the name at the head of a text, before a colon; None where none stands there."""
    text = unit.text.text
    head = _HEAD.match(text)
    if head is None:
        return None
    return _Name(unit, head.start("name"), head.end("name"), *_key(head["name"]), len(text))


def _said_around(unit: Unit) -> int:
    """Return how often a unit that names lists, with what stands under it, says their word beside these names."""
    texts = (text.text for section in unit.section.walk() for text in (section.heading, section.body))
    said = sum(len(re.findall(rf"(?<!\w){NO}(?!\w)", text, re.IGNORECASE)) for text in texts)
    return said - len(_NAME.findall(unit.text.text))


# ------------------------------------------------------------------------------------------- items in running text


def _inline(plan: Plan, name: _Name) -> NoList | None:
    """The list whose items stand in the sentence of its name: after it, up to the next name, or right before it."""
    text = name.unit.text.text
    first, last = next(((a, b) for a, b in sentences(text) if a <= name.start < b), (0, len(text)))
    ranges = after(text, name.end, min(name.stop, last), name.key, shared=name.shared)
    ranges = ranges or before(text, first, name.start, name.key)
    return _list(plan, name, name.unit.path, _items(plan, name.unit.path, name.unit.text, ranges)) if ranges else None


def _next_text(plan: Plan, name: _Name, unit: Unit | None) -> NoList | None:
    """The list whose items are the whole text that follows its name's, or what stands there before another is named."""
    if unit is None or unit.section.kind is SectionKind.FOOTNOTE:
        return None
    text, another = unit.text.text, _NAME.search(unit.text.text)
    end = next((a for a, b in sentences(text) if another and a <= another.start() < b), len(text))
    ranges = headed(text, 0, end, name.key) or (after(text, 0, end, name.key) if name.word == NO else [])
    return (
        _list(plan, name, unit.path, _items(plan, unit.path, unit.text, ranges)) if len(ranges) == name.count else None
    )


def _items(plan: Plan, path: str, text: MappedText, ranges: Sequence[Range]) -> tuple[NoListItem, ...]:
    return tuple(
        NoListItem(number, text.text[a:b], path, plan.cite(path, text, a, b)) for number, (a, b) in enumerate(ranges, 1)
    )


# ------------------------------------------------------------------------------------------------- in a footnote


def _in_footnote(plan: Plan, name: _Name, taken: Collection[str]) -> NoList | None:
    """The footnote of the name's own section that spells out a list, unless another name has taken it."""
    for note in _notes_of(plan, name):
        text = note.body.text
        if note.path in taken:
            continue
        start, end = _own_part(text, name.key)
        ranges = after(text, start, end, name.key) or headed(text, start, end, name.key)
        if ranges:
            return _list(plan, name, note.path, _items(plan, note.path, note.body, ranges))
    return None


def _own_part(text: str, key: tuple[int, str]) -> Range:
    """Return where a note that spells several lists out by their names is about one of them; of any other all of it."""
    called = [(m.start(), m.end(), m["quoted"] or m["led"] or m["bare"]) for m in _NAME.finditer(text)][:_MOST]
    if not called or not _ANY_NAME.search(text.lower()):
        return 0, len(text)
    keys = [[_key(part) for part in re.split(_JOINT, said, flags=re.IGNORECASE)] for *_, said in called]
    own = next((at for at, found in enumerate(keys) if found == [key]), None)
    if own is None:
        return 0, len(text)
    return called[own][1], called[own + 1][0] if own + 1 < len(called) else len(text)


def _notes(plan: Plan, section: Section) -> list[Section]:
    markers = set(section.footnotes)
    if not markers:
        return []
    notes = [s for s in plan.walk() if s.kind is SectionKind.FOOTNOTE]
    return [s for s in notes if s.number in markers or s.path.rsplit(" ", 1)[-1] in markers]


def _notes_of(plan: Plan, name: _Name) -> list[Section]:
    """The notes marked between a name and the next one; those of the whole section where no mark stands there."""
    notes = _notes(plan, name.unit.section)
    if not notes:
        return []
    text = name.unit.text
    source = plan.source_text[
        text.span(name.start, name.end).end : text.span(name.stop - 1, name.stop).end + _MARK_ROOM
    ]
    marked = {mark.translate(_DIGITS) for mark in _NOTE_MARK.findall(source)}
    return [s for s in notes if s.path.rsplit(" ", 1)[-1] in marked] or notes


# ----------------------------------------------------------------------------------------- as items of the outline


def _as_sections(plan: Plan, names: list[_Name], found: list[_Found]) -> list[_Found]:
    lists: list[_Found] = []
    used = {id(each.name) for each in found}
    for word in dict.fromkeys((NO, *(name.word for name in names))):
        for parent, run in _runs(plan, word):
            free = [name for name in names if name.word == word and id(name) not in used]
            name = _announcing(parent, run, free)
            if name is None and (word != NO or len(run) < 3 or not all(s.number and s.heading.text for s in run)):
                continue
            items = tuple(_section_item(plan, number, section) for number, section in enumerate(run, 1))
            path = parent.path if parent else run[0].path
            if name:
                used.add(id(name))
                lists.append(_Found(name, _list(plan, name, path, items)))
            else:
                title = parent.heading if parent else run[0].heading
                lists.append(_Found(None, NoList(plan.plan_id, len(items), None, title.text, path, items)))
    return lists


def _runs(plan: Plan, word: str) -> Iterator[tuple[Section | None, list[Section]]]:
    """Siblings in a row, numbered or bulleted, that all begin with the word, with their parent."""
    stack: list[tuple[Section | None, tuple[Section, ...]]] = [(None, plan.sections)]
    while stack:
        parent, children = stack.pop(0)
        run: list[Section] = []
        for child in (*children, None):
            if child is not None and child.kind in _LED and begins(child.heading.text or child.body.text, word):
                run.append(child)
                continue
            if len(run) >= 2:
                yield parent, run
            run = []
        stack.extend((child, child.children) for child in children)


def _announcing(parent: Section | None, run: list[Section], free: list[_Name]) -> _Name | None:
    """The nearest name of a list before the run, in its parent's lead or heading or in a text beside it, of as many
    items if there is one; fewer than it promises are only had of a "không"."""
    near: list[Section] = []
    if parent is not None:
        before_run = parent.children[: next(i for i, s in enumerate(parent.children) if s is run[0])]
        near = [*reversed(before_run), parent]
    candidates = [name for section in near for name in reversed(free) if name.unit.section is section]
    exact = [name for name in candidates if name.count == len(run)]
    return next(iter(exact or [name for name in candidates if name.word == NO]), None)


def _section_item(plan: Plan, number: int, section: Section) -> NoListItem:
    text = section.heading if section.heading.text else section.body
    start, end = (0, len(text.text)) if section.heading.text else sentences(text.text)[0]
    stripped = text.text[start:end].rstrip(" .;,:")
    end = start + len(stripped)
    return NoListItem(number, stripped, section.path, plan.cite(section.path, text, start, end))


# ---------------------------------------------------------------------------------------------------- assembling


def _list(plan: Plan, name: _Name, path: str, items: tuple[NoListItem, ...]) -> NoList:
    return NoList(
        plan_id=plan.plan_id,
        count=name.count,
        target=name.target,
        name=_called(name.unit, name),
        section=path,
        items=items,
        introduced=_introduction(plan, name),
        word=name.word,
    )


def _called(unit: Unit, name: _Name) -> str:
    """The words that name the list: the movement quoted just before it, and the name itself."""
    text = unit.text.text[max(0, name.start - 140) : name.start]
    movement = re.search(r"(?:[\w,]+\s+){0,3}“[^”]{3,120}”\s*,?\s*$", text)
    short = re.search(
        r"(?:nội dung|phong trào|cuộc vận động|phương châm|mô hình"
        r"|tiêu chí)\s*$",
        text,
        re.IGNORECASE,
    )
    lead = movement or short
    return ((lead.group() if lead else "") + unit.text.text[name.start : name.end]).strip()


def _introduction(plan: Plan, name: _Name) -> tuple[Citation, ...]:
    text = name.unit.text.text
    clauses = sorted({0, *(m.end() for m in re.finditer(r"[;.]\s+(?:và\s+)?", text[: name.start]))})
    end = re.compile(r"[;:.]|$").search(text, name.end)
    return cite(plan, name.unit, clauses[-1], end.start() if end else name.end)


def _with_mentions(plan: Plan, own: _Found, names: list[_Name], found: list[_Found]) -> NoList:
    """Add the plan's other mentions when only one list can be meant, and the footnote that gives the list's source."""
    no_list = own.no_list
    same = Counter((each.no_list.count, each.no_list.word) for each in found)
    if same[no_list.count, no_list.word] == 1:
        others = [name for name in names if name.key == (no_list.count, no_list.word) and name is not own.name]
        extra = (c for name in others for c in _introduction(plan, name))
        no_list = replace(no_list, introduced=tuple(dict.fromkeys((*no_list.introduced, *extra))))
    spelled = {each.no_list.section for each in found}
    sources = _notes_of(plan, own.name) if own.name else []
    cited = [s for s in sources if s.path not in spelled and not begins(s.body.text, no_list.word)]
    return replace(no_list, source_note=tuple(c for s in cited[:1] for c in plan.cite(s.path, s.body)))


def _bare(plan: Plan, names: list[_Name]) -> NoList:
    bare = _list(plan, names[0], names[0].unit.path, ())
    return replace(bare, introduced=tuple(c for name in names for c in _introduction(plan, name)))
