"""Lists of the kind "5 không": their items word for word, wherever the plan puts them.

A list is named ("nội dung “5 không”"); its items stand after a colon in the same sentence, in the footnote bound to the
name, in the bullets or numbered items below the sentence that announces them, or as the headings of a numbered
section. A name without items is a fact too: the plan speaks of a list and does not spell it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from knowledge.facts.list_groups import bound_group
from knowledge.facts.reading import Unit, cite, sentences, units
from knowledge.model import Citation, NoList, NoListItem, Plan, Section, SectionKind
from knowledge.text import MappedText

NUMERALS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_N = rf"(?P<n>0?[2-9]|1[0-2]|{'|'.join(NUMERALS)})"
_MENTION = re.compile(
    rf"[“\"'‘]\s*{_N}\s+không\s*(?:(?:,|-|–|và)\s*\d{{1,2}}\s+\w+\s*)?(?P<close>[”\"'’])"  # also “5 không, 3 sạch”
    rf"|(?:(?<=nội dung )|(?<=phong trào )|(?<=thực hiện )|(?<=phương châm )|(?<=tiêu chí )|(?<=vận động )"
    rf"|(?<=mô hình )|(?<=danh sách )"
    rf"|(?<=nguyên tắc )|(?<=các )){_N.replace('<n>', '<n2>')}\s+không(?=\s*(?:[.,;:()]|$|gắn|như|gồm|của|trong"
    rf"|đối|với|và|là|cụ thể|trên|tại))"
    rf"|(?<![\w.,]){_N.replace('<n>', '<n3>')}\s+không(?=\s*(?:[:;()]|$|như sau|sau đây|sau:|dưới đây|gồm|cụ thể))",
    re.IGNORECASE,
)
_ITEM = re.compile(r"[“\"'(]?\s*(?:\d{1,2}[.)]\s*)?[“\"']?(?:nói\s+)?không(?!\w)", re.IGNORECASE)
_BLANK = r"(?:(?<!\s)\s+)"  # a whole run of blanks, so that it is tried from its first alone
_COLON = re.compile(
    r"[^.;:“]{0,90}?(?::|\((?=\s*(?:gồm|là|cụ thể|không)))\s*(?:gồm|là"
    r"|cụ thể)?\s*:?\s*",
    re.IGNORECASE,
)
_AFTER_SEMICOLON = re.compile(
    rf"{_BLANK}?;\s*(?:và\s+)?|(?:{_BLANK}?,\s+|{_BLANK})và\s+(?=(?:\d{{1,2}}[.)]\s*)?không\s)"
    r"|(?<!\s)\s*\n\s*",
    re.IGNORECASE,
)
_AFTER_COMMA = re.compile(
    rf"{_BLANK}?[,;]\s*(?:và\s+)?(?=[“\"(]?(?:\d{{1,2}}[.)]\s*)?không\s)|{_BLANK}và\s+(?=không\s)", re.IGNORECASE
)
_ORDINAL = re.compile(r"^[“\"'(]?\s*\(?\d{1,2}[.)]\s*")
_ENDS = " .;,:"


@dataclass(frozen=True, slots=True)
class _Mention:
    unit: Unit
    start: int
    end: int
    count: int


def find_no_lists(plan: Plan) -> tuple[NoList, ...]:
    """Return the plan's lists in reading order, then those that it names without spelling them out."""
    mentions = list(_mentions(plan))
    found: list[tuple[_Mention | None, NoList]] = []
    for mention in mentions:
        if _in_its_own_note(mention, found):
            continue
        spelled = _inline(plan, mention) or _in_footnote(plan, mention, found)
        if spelled:
            found.append((mention, spelled))
    found.extend(_as_sections(plan, mentions, found))
    lists = [_with_mentions(plan, no_list, mentions, found) for _, no_list in found]
    spelled_out = {no_list.count for no_list in lists}
    bare = [m for m in mentions if m.count not in spelled_out]
    return tuple(lists) + tuple(_bare(plan, count, bare) for count in dict.fromkeys(m.count for m in bare))


def _mentions(plan: Plan) -> Iterator[_Mention]:
    for unit in units(plan):
        yield from _mentions_in(unit)


def _mentions_in(unit: Unit) -> Iterator[_Mention]:
    for match in _MENTION.finditer(unit.text.text):
        words = (match["n"] or match["n2"] or match["n3"]).lower()
        yield _Mention(unit, match.start(), match.end(), NUMERALS.get(words) or int(words))


# ------------------------------------------------------------------------------------------- items in running text


def _inline(plan: Plan, mention: _Mention) -> NoList | None:
    text = mention.unit.text.text
    colon = _COLON.match(text, mention.end)
    if colon is None or _ITEM.match(text, colon.end()) is None:
        return None
    _, stop = next(((a, b) for a, b in sentences(text) if a <= mention.start < b), (0, len(text)))
    if "(" in colon.group():
        stop = _closing(text, colon.end(), stop)
    ranges = _split(text, colon.end(), max(stop, colon.end()))
    if len(ranges) < 2:
        return None
    items = _items(plan, mention.unit.path, mention.unit.text, ranges[: max(mention.count, 2)])
    return _list(plan, mention, mention.unit.path, items)


def _closing(text: str, start: int, end: int) -> int:
    """Where the bracket that opened before `start` closes."""
    depth = 1
    for at in range(start, end):
        depth += (text[at] == "(") - (text[at] == ")")
        if depth == 0:
            return at
    return end


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The ranges of the items: parted by semicolons, or by commas before the next "không"; they end where one isn't."""
    separator = _AFTER_SEMICOLON if re.search(r"[;\n]\s*\S", text[start:end]) else _AFTER_COMMA
    parts = _parts(text, start, end, separator)
    kept: list[tuple[int, int]] = []
    for a, b in parts:
        if not _ITEM.match(text, a):
            break
        kept.append(_trimmed(text, a, b))
    return kept


def _parts(text: str, start: int, end: int, separator: re.Pattern[str]) -> list[tuple[int, int]]:
    cuts = [match.span() for match in separator.finditer(text, start, end)]
    starts = [start, *(b for _, b in cuts)]
    ends = [*(a for a, _ in cuts), end]
    return [(a, b) for a, b in zip(starts, ends, strict=True) if text[a:b].strip(_ENDS)]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    ordinal = _ORDINAL.match(text[start:end])
    start += ordinal.end() if ordinal else 0
    while end > start and text[end - 1] in _ENDS:
        end -= 1
    if text[start] in "“\"'" and end > start and text[end - 1] in "”\"'" and text[start:end].count("”") <= 1:
        return start + 1, end - 1
    unopened = text[end - 1] == ")" and text.count("(", start, end) < text.count(")", start, end)
    return start, end - 1 if unopened else end


def _items(plan: Plan, path: str, text: MappedText, ranges: list[tuple[int, int]]) -> tuple[NoListItem, ...]:
    return tuple(
        NoListItem(number, text.text[a:b], path, plan.cite(path, text, a, b)) for number, (a, b) in enumerate(ranges, 1)
    )


# ------------------------------------------------------------------------------------------------- in a footnote


def _in_footnote(plan: Plan, mention: _Mention, found: list[tuple[_Mention | None, NoList]]) -> NoList | None:
    """The footnote of the mention's own section that spells out a list, unless another mention has taken it."""
    taken = {no_list.section for _, no_list in found}
    for note in _notes(plan, mention.unit.section):
        if note.path in taken:
            continue
        text = note.body.text
        lead = _COLON.match(text)
        start = lead.end() if lead and _ITEM.match(text, lead.end()) else 0
        ranges = _split(text, start, len(text))
        if len(ranges) >= 2 and _last_free(plan, mention, note):
            return _list(plan, mention, note.path, _items(plan, note.path, note.body, ranges))
    return None


def _in_its_own_note(mention: _Mention, found: list[tuple[_Mention | None, NoList]]) -> bool:
    """Tell whether the name stands in the very footnote that a mention in the text took its items from."""
    unit = mention.unit
    return unit.section.kind is SectionKind.FOOTNOTE and any(
        no_list.section == unit.path and no_list.count == mention.count for _, no_list in found
    )


def _notes(plan: Plan, section: Section) -> list[Section]:
    markers = set(section.footnotes)
    if not markers:
        return []
    notes = [s for s in plan.walk() if s.kind is SectionKind.FOOTNOTE]
    return [s for s in notes if s.number in markers or s.path.rsplit(" ", 1)[-1] in markers]


def _last_free(plan: Plan, mention: _Mention, note: Section) -> bool:
    """Of several mentions in one sentence the note belongs to the last that has no items of its own."""
    later = [m for m in _mentions_in(mention.unit) if m.start > mention.start]
    return not any(_inline(plan, m) is None and m.count == mention.count for m in later) and note.body.text != ""


# ----------------------------------------------------------------------------------------- as items of the outline


def _as_sections(
    plan: Plan, mentions: list[_Mention], found: list[tuple[_Mention | None, NoList]]
) -> list[tuple[_Mention | None, NoList]]:
    lists: list[tuple[_Mention | None, NoList]] = []
    used = {id(mention) for mention, _ in found}
    for parent, run in _runs(plan):
        mention = _announcing(parent, run, [m for m in mentions if id(m) not in used])
        if mention is None and (len(run) < 3 or not all(s.number and s.heading.text for s in run)):
            continue
        items = tuple(_section_item(plan, number, section) for number, section in enumerate(run, 1))
        path = parent.path if parent else run[0].path
        if mention:
            used.add(id(mention))
            lists.append((mention, _list(plan, mention, path, items[: max(mention.count, len(items))])))
        else:
            title = parent.heading if parent else run[0].heading
            lists.append((None, NoList(plan.plan_id, len(items), None, title.text, path, items)))
    return lists


def _runs(plan: Plan) -> Iterator[tuple[Section | None, list[Section]]]:
    """Siblings in a row, numbered or bulleted, that all begin with "Không", with their parent."""
    stack: list[tuple[Section | None, tuple[Section, ...]]] = [(None, plan.sections)]
    while stack:
        parent, children = stack.pop(0)
        run: list[Section] = []
        for child in (*children, None):
            if child is not None and child.kind in {SectionKind.ITEM, SectionKind.BULLET} and _says_no(child):
                run.append(child)
                continue
            if len(run) >= 2:
                yield parent, run
            run = []
        stack.extend((child, child.children) for child in children)


def _says_no(section: Section) -> bool:
    return _ITEM.match(section.heading.text or section.body.text) is not None


def _announcing(parent: Section | None, run: list[Section], free: list[_Mention]) -> _Mention | None:
    """The nearest name of a list before the run: in the parent's lead or heading, or in a text beside it."""
    if parent is None:
        near: list[Section] = []
    else:
        before = parent.children[: next(i for i, s in enumerate(parent.children) if s is run[0])]
        near = [*reversed(before), parent]
    candidates = [m for s in near for m in reversed(free) if m.unit.section is s]
    exact = [m for m in candidates if m.count == len(run)]
    return next(iter(exact or candidates), None)


def _section_item(plan: Plan, number: int, section: Section) -> NoListItem:
    text = section.heading if section.heading.text else section.body
    start, end = (0, len(text.text)) if section.heading.text else sentences(text.text)[0]
    start, end = _trimmed(text.text, start, end)
    return NoListItem(number, text.text[start:end], section.path, plan.cite(section.path, text, start, end))


# ---------------------------------------------------------------------------------------------------- assembling


def _list(plan: Plan, mention: _Mention, path: str, items: tuple[NoListItem, ...]) -> NoList:
    unit = mention.unit
    return NoList(
        plan_id=plan.plan_id,
        count=mention.count,
        target=bound_group(unit, mention.start, mention.end),
        name=_name(unit, mention),
        section=path,
        items=items,
        introduced=_introduction(plan, mention),
    )


def _name(unit: Unit, mention: _Mention) -> str:
    """The words that name the list: the movement quoted just before it, and the name itself."""
    before = unit.text.text[max(0, mention.start - 140) : mention.start]
    movement = re.search(r"(?:[\w,]+\s+){0,3}“[^”]{3,120}”\s*,?\s*$", before)
    short = re.search(
        r"(?:nội dung|phong trào|cuộc vận động|phương châm|mô hình"
        r"|tiêu chí)\s*$",
        before,
        re.IGNORECASE,
    )
    lead = movement or short
    return ((lead.group() if lead else "") + unit.text.text[mention.start : mention.end]).strip()


def _introduction(plan: Plan, mention: _Mention) -> tuple[Citation, ...]:
    text = mention.unit.text.text
    clauses = sorted({0, *(m.end() for m in re.finditer(r"[;.]\s+", text[: mention.start]))})
    end = re.compile(r"[;:.]|$").search(text, mention.end)
    return cite(plan, mention.unit, clauses[-1], end.start() if end else mention.end)


def _with_mentions(
    plan: Plan, no_list: NoList, mentions: list[_Mention], found: list[tuple[_Mention | None, NoList]]
) -> NoList:
    """Add the plan's other mentions when only one list can be meant, and the footnote that gives the list's source."""
    own = next((m for m, other in found if other is no_list), None)
    if sum(other.count == no_list.count for _, other in found) == 1:
        others = [m for m in mentions if m.count == no_list.count and m is not own]
        extra = tuple(c for m in others for c in _introduction(plan, m))
        no_list = replace(no_list, introduced=(*no_list.introduced, *extra))
    sources = _notes(plan, own.unit.section) if own else []
    cited = [s for s in sources if s.path != no_list.section and not _ITEM.match(s.body.text)]
    return replace(no_list, source_note=tuple(c for s in cited[:1] for c in plan.cite(s.path, s.body)))


def _bare(plan: Plan, count: int, mentions: list[_Mention]) -> NoList:
    same = [m for m in mentions if m.count == count]
    first = same[0]
    bare = _list(plan, first, first.unit.path, ())
    return replace(bare, introduced=tuple(c for m in same for c in _introduction(plan, m)))
