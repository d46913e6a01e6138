"""Answers that are a list the document itself draws: the items under the heading that the question names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from knowledge.answering.desk import LEAD_LIMIT, Desk, Draft
from knowledge.answering.present import digits, plain, section_text, shorten
from knowledge.model import AnswerPart, Citation, Section, SectionKind, Status, StoredPlan
from knowledge.parsing import sentences
from knowledge.patterns import later
from knowledge.text import EMPTY, fold, folded_words

MOST_ITEMS = 15
ITEM_LIMIT = 220

_NAMING = frozenset(
    folded_words(
        "gồm những gì các mấy bao nhiêu liệt kê nội dung phần mục có kể ra nào kế hoạch văn bản nằm năm ở đâu "
        "việc nhiệm vụ trách nhiệm "
        "đoạn chỗ lớn chính nhóm loại mảng chia thành làm giúp mình tên điểm ý khoản lĩnh vực theo nêu đưa từng hết "
        "đọc ghi lại cho bạn anh chị em với nhé nha ạ vậy thế cái thứ khối trụ cột"
    )
)
_NUMBER = r"((?:[ivx]+|\d{1,2}|[a-dđ])(?:\.(?:[a-dđ]|\d{1,2}))*)(?=\W|$)"
_PATH = later(rf"\b(?<!may )(?<!nhieu )(?:phan|muc|khoan|diem|y|part|section|item|point)\s+(?:so\s+)?{_NUMBER}")
_BARE = later(r"(?<![\w/.,-])((?:[ivx]+|\d{1,2}|[a-d])(?:\.(?:[a-d]|\d{1,2}))+)(?![\w/%-]|[.,]\d)")
_TIMES = later(r"\b(?:ngay|thang|truoc|sau|han|tu|den|on|by|before|until) $")
_SPACED = later(r"\.\s+(?=[\da-dđ]\b)")
_AND = later(rf"\s*(?:,|va|voi|and|&)\s*(?:muc\s+)?{_NUMBER}")
_CHAPTER = later(r"\b(?:chuong|chapter)\s+(?:so\s+)?([ivx]+|\d{1,2})\b")
_NOTE = later(r"\b(?:chu thich|ghi chu|footnote)\s+(?:so\s+)?(\d{1,2})\b")
_ARTICLE = later(r"\bdieu (\d{1,3})\b(?! khong)")
_SENTENCE = later(r"[.?!;\n]+\s")
_DIVIDED = later(
    r"\b(?:may|bao nhieu|nhung|cac|tung|chia|gom) (?:\w+ ){0,2}?"
    r"(?:linh vuc|mang|noi dung|tru cot|(?:muc|phan)(?! (?:tieu|dich|thuong|tram|viec)))\b"
)
_OF_CONTENTS = later(
    r"\b(?:linh vuc|mang|noi dung|tru cot)\b(?: \w+){0,12} (?:gom|la|co|chia)(?: co)? (?:nhung|cac|may|bao nhieu)? ?"
    r"(?:gi|nao|linh vuc|mang|phan|muc)\b"
    r"|^\W*(?:\d|hai|ba|bon|nam|sau|bay|tam|chin|muoi)\d? (?:linh vuc|mang|noi dung|tru cot)\b(?! thu)"
)
"""Asks what contents there are: "nội dung phong trào là gì"."""
_NTH_PART = later(r"\b(?:linh vuc|mang|noi dung|tru cot)(?: (?:lon|chinh))? (?:so |thu |dau|cuoi|\d)")
_ORDER = frozenset(folded_words("thứ số đầu tiên cuối cùng nhất nhì hai ba tư bốn năm sáu bảy tám chín mười cụ thể"))
_CONTENTS = frozenset({"noi", "dung"})
FEWEST_PARTS = 2
FEW = 9
"""Entries of a part that are told with those below them."""
MORE = 5
"""Words of a question that are a matter of its own."""
_LAYOUT = later(r"\b(?:bo cuc|dan y|dan bai|outline|table of contents|structure of)\b")
_TOP = later(
    r"\b(?:may|bao nhieu) (?:phan|muc|chuong|de muc)\b(?! (?:tieu|dich|do|luc|tram))|\bbo cuc\b|"
    r"\b(?:cac|nhung) (?:phan|de muc) chinh\b|\b(?:dan y|dan bai)\b|"
    r"\bhow many (?:parts|sections|chapters)\b|\b(?:main )?headings\b|\b(?:outline|table of contents|structure of)\b"
)


def part_asked(desk: Desk) -> Draft | None:
    """Answer a question that names a part by its number ("mục II.2 nói gì"); None when it names none that exists."""
    # as typed, for a rewritten line parts "II.B"; a follow-up may name the part in an earlier turn
    asked = fold(desk.query.text)
    asked = asked if _PATH.search(asked) else fold(desk.query.restored)
    paths = [f"Điều {number}" for number in _ARTICLE.findall(asked)]
    paths += [f"Chương {number.upper()}" for number in _CHAPTER.findall(asked)]
    paths += [f"chú thích {number}" for number in _NOTE.findall(asked)]
    sections = {
        (stored.plan_id, section.path): (stored, section)
        for stored in desk.near
        for section in (*_numbered(desk, stored, asked), *_at(desk, stored, paths), *_bare(desk, stored, asked))
    }
    parts = [section_part(desk, stored, section) for stored, section in sections.values()]
    paths += _PATH.findall(asked)
    if paths and parts and "count" in desk.query.slots.shape and _TOP.search(asked):
        parts = [*(_top(desk, stored) for stored in desk.near), *parts]
    if not parts and _TOP.search(asked) and (_LAYOUT.search(asked) or not desk.wanted.without(_NAMING)):
        parts = [_top(desk, stored) for stored in desk.near]
    if not parts and _SUMS_UP.search(asked) and not desk.known(desk.wanted.without(_NAMING | _SUMMED)).words:
        parts = [_top(desk, stored) for stored in desk.near if desk.single or desk.query.named]
    own = _NAMING | _SAYS | set(folded_words(" ".join(paths)))
    strange = paths and desk.single and not _is_numbered(desk.plans[0], paths[-1])
    if not parts and strange and not desk.known(desk.wanted.without(own)).words:
        return _no_such(desk, paths[-1] if " " in paths[-1] else paths[-1].upper())
    return Draft(Status.ANSWERED, tuple(parts), desk.others()) if parts else None


_SUMS_UP = later(r"\b(?:tom (?:tat|luoc|gon)|tong quan|so luoc|khai quat|summar\w+|overview)\b")
_SUMMED = frozenset(
    folded_words("tóm tắt lược tổng quan sơ khái quát ngắn gọn nhanh cái bản về này đó summary summarise overview")
)
_SAYS = frozenset(folded_words("nói nêu ghi viết điều chương say says state section article chapter item"))


def _is_numbered(stored: StoredPlan, path: str) -> bool:
    """Tell whether some part bears the last number of a path: "mục 3" may mean Điều 3."""
    last = re.split(r"[ .]", path)[-1].lower()
    return any(re.split(r"[ .]", section.path)[-1].lower() == last for section in stored.plan.walk())


def _no_such(desk: Desk, number: str) -> Draft:
    """Say that the plan has no part of this number, and which parts it has."""
    top = _top(desk, desk.plans[0])
    lead = f"{desk.words.no_such_part.format(part=number)} {top.lead}"
    told = replace(top, lead=lead, derived=(*top.derived, *digits(number)))
    return Draft(Status.NOT_SPECIFIED, (told,), desk.others())


def divisions(desk: Desk) -> Draft | None:
    """List the headed parts of one plan's contents ("phong trào chia theo những lĩnh vực nào"), or tell one of them by
    its place ("nội dung thứ 3"); None where more is asked than these, or the plan has none.

    The part that is meant is headed as the question says, but for the words of the plan's own title; where the question
    says no more than that, it is the one that is headed as contents.
    """
    query = desk.query
    if not desk.single or "whether" in query.slots.shape:
        return None
    nth = query.item if "nth" in query.slots.shape and query.count is None else None
    wanted = [_DIVIDED, _OF_CONTENTS] if query.slots.shape & {"all", "count"} else [_OF_CONTENTS]
    wanted = [*wanted, _NTH_PART] if nth else wanted
    sentences = _SENTENCE.split(query.restored)
    asked = [each for each in sentences if any(pattern.search(fold(each)) for pattern in wanted)]
    if not asked:
        return None
    stored, said = desk.plans[0], set(folded_words(asked[-1]))
    header = stored.plan.header
    titled = set(folded_words(" ".join(filter(None, (header.title, header.issuer, header.doc_type)))))
    order = _ORDER | {str(nth)} if nth else set()
    left = {word for _, word in desk.known(desk.wanted.without(_NAMING | titled | order)).words}
    left = left if nth and query.follow_up else left & said
    left = {word for word in left if not (word.isdigit() and len(word) == 1)}  # "5 nội dung thi đua"
    found: list[tuple[int, int, Section]] = []
    for depth, section in _headed(stored.plan.sections, 1, bare=nth is not None):
        words = set(folded_words(section.heading.text))
        own = words - titled
        if left <= words and (own <= said | _CONTENTS) and own & (said | _CONTENTS):
            found.append((len(words & said), depth, section))
    if not found:
        return None
    meant = max(found, key=lambda each: each[:2])[2]
    if nth:
        parts = _children(meant)
        if not -len(parts) <= nth <= len(parts):
            return None
        meant = parts[nth - 1 if nth > 0 else nth]
    return Draft(Status.ANSWERED, (section_part(desk, stored, meant),), desk.others())


def _headed(sections: Sequence[Section], depth: int, *, bare: bool) -> Iterator[tuple[int, Section]]:
    """Yield the sections with a heading whose parts all have one, with their depth; bare: or have none."""
    for section in sections:
        parts = _children(section)
        if section.heading.text and len(parts) >= FEWEST_PARTS and (bare or all(part.heading.text for part in parts)):
            yield depth, section
        yield from _headed(section.children, depth + 1, bare=bare)


def asks_more(desk: Desk) -> bool:
    """Tell whether a question says what it wants beside the part that it calls by its number."""
    return len(desk.known(desk.wanted.without(_NAMING)).words) >= MORE


def is_at(desk: Desk, section: str) -> bool | None:
    """Tell whether a section is, or lies within, a part that the question calls by its number; None without one."""
    asked = fold(desk.query.text)
    named = [path.upper() for path in _PATH.findall(asked)] + [f"ĐIỀU {number}" for number in _ARTICLE.findall(asked)]
    path = f".{section.upper()}."
    return any(f".{each}." in path for each in named) if named else None


def names_part(desk: Desk) -> bool:
    """Tell whether a question calls a part by its number, or asks for what there is in short."""
    asked = f"{fold(desk.query.text)} {fold(desk.query.restored)}"
    return any(pattern.search(asked) for pattern in (_PATH, _BARE, _ARTICLE, _CHAPTER, _NOTE, _SUMS_UP))


def _numbered(desk: Desk, stored: StoredPlan, asked: str) -> list[Section]:
    """Return the sections that the question names by number: "mục A phần II" is II.A, "mục 1.6 và 1.7" are two."""
    found = list(_PATH.finditer(asked))
    whole = [_nested(desk, stored, [match[1] for match in found])] if len(found) > 1 else []
    if whole and whole[0] is not None:
        return [whole[0]]
    numbers = [number for match in found for number in (match[1], *_AND.findall(asked[match.end() :][:16])[:1])]
    numbers = [_beside(desk, number) for number in numbers]
    return [section for number in numbers if (section := _nested(desk, stored, [number])) is not None]


def _bare(desk: Desk, stored: StoredPlan, asked: str) -> list[Section]:
    """Return the section that a question names by nothing but its path ("1.3 nói gì", "các ý của II.A")."""
    found = _BARE.search(asked) or _BARE.search(fold(desk.query.text))
    if found is None or _PATH.search(asked) or _TIMES.search(asked[: found.start()]):
        return []
    saying = folded_words("nói gì nêu yêu cầu quy định nội dung bảo ghi viết của trong what say says about does")
    if desk.known(desk.wanted.without({*_NAMING, *saying, *folded_words(found[1])})).words:
        return []
    section = _nested(desk, stored, [found[1]])
    return [section] if section is not None else []


def _beside(desk: Desk, number: str) -> str:
    """Return the path that a follow-up's bare number means: "mục 3 thì sao" after "mục III.2" is III.3."""
    earlier = _PATH.search(_SPACED.sub(".", fold(desk.query.restored))) if desk.query.follow_up else None
    bare = earlier is not None and "." in earlier[1] and "." not in number
    return f"{earlier[1].rsplit('.', 1)[0]}.{number}" if earlier is not None and bare else number


def _nested(desk: Desk, stored: StoredPlan, numbers: list[str]) -> Section | None:
    """Return the one section whose path is made of `numbers` in either order, whole or as its end; else None."""
    orders = dict.fromkeys((".".join(numbers).upper(), ".".join(reversed(numbers)).upper()))
    for path in orders:
        exact = desk.section(stored.plan_id, path)
        if exact is not None:
            return exact
    paths = dict.fromkeys(s.path for s in stored.plan.walk() if any(s.path.upper().endswith(f".{o}") for o in orders))
    telling = any("." in order or order.isalpha() for order in orders)
    return desk.section(stored.plan_id, next(iter(paths))) if len(paths) == 1 and telling else None


def _at(desk: Desk, stored: StoredPlan, paths: Iterable[str]) -> list[Section]:
    """Return the sections at the paths, of the plan itself or of what is attached to it."""
    found = (desk.section(stored.plan_id, path) or desk.attached(stored.plan_id, path) for path in paths)
    return [section for section in found if section is not None]


def _top(desk: Desk, stored: StoredPlan) -> AnswerPart:
    """List the top-level parts of a plan."""
    sections = _chapters(desk, stored) or [s for s in stored.plan.sections if s.kind is SectionKind.ITEM]
    lead = f"**{desk.name(stored.plan_id)}**: {desk.words.top_level.format(count=len(sections))}"
    return _listed(desk, stored, lead, sections, ())


def _chapters(desk: Desk, stored: StoredPlan) -> list[Section]:
    """Return the chapters of a plan or of what is attached to it, when chapters are asked for."""
    if not re.search(r"\b(?:chuong|chapters?)\b", fold(f"{desk.query.restored} {desk.query.text}")):
        return []
    return [section for section in stored.plan.walk() if (section.number or "").startswith("Chương")]


def _lead(section: Section) -> str:
    text = section.body.text.rstrip()
    return text if section.children and text.endswith(":") and len(text) <= LEAD_LIMIT else ""


def _children(section: Section) -> list[Section]:
    """Return the entries under a heading: numbered items if there are any, else bullets, else paragraphs."""
    for kind in (SectionKind.ITEM, SectionKind.BULLET, SectionKind.PARAGRAPH):
        found = [child for child in section.children if child.kind is kind]
        if found:
            return found
    return []


def section_part(desk: Desk, stored: StoredPlan, section: Section) -> AnswerPart:
    """Show a numbered part: its entries, or its own words when it has none."""
    named = section.heading if section.heading.text else section.body if _lead(section) else EMPTY
    title = plain(named.text).rstrip(":.")
    lead = (
        f"**{title}** ({section_text(section.path, desk.words)})" if title else section_text(section.path, desk.words)
    )
    if not desk.single:
        lead = f"**{desk.name(stored.plan_id)}** – {lead}"
    heading = stored.plan.cite(section.path, named) if title else ()
    children = _children(section)
    if children:
        counted = len(children) > 1 and "count" in desk.query.slots.shape
        lead = f"{lead}: {len(children)}" if counted else f"{lead}:"
        below = [each for child in children for each in (child, *_children(child))]
        whole = below if len(below) <= FEW and all(child.heading.text for child in children) else children
        return _listed(desk, stored, lead, whole, heading)
    own = [part for part in (section, *section.children) if part.body.text][:2]
    body = [citation for part in own for citation in stored.plan.cite(part.path, part.body)]
    return desk.part(stored.plan_id, lead, (*heading, *body))


def _listed(
    desk: Desk, stored: StoredPlan, lead: str, sections: list[Section], heading: tuple[Citation, ...]
) -> AnswerPart:
    shown = sections[:MOST_ITEMS]
    entries = [_entry(stored, section) for section in shown]
    items = [
        f"{section.number}. {text}" if section.number else text
        for section, (text, _) in zip(shown, entries, strict=True)
    ]
    citations = (*heading, *(citation for _, cited in entries for citation in cited))
    derived = [str(len(sections)), *digits(*(section.number for section in shown))]
    return desk.part(stored.plan_id, lead, citations, items=items, show_quote=False, derived=derived)


def _entry(stored: StoredPlan, section: Section) -> tuple[str, tuple[Citation, ...]]:
    """Return what an entry says: its heading, or its first sentence."""
    text = section.heading if section.heading.text else section.body
    if not text.text:
        return "", ()
    end = len(text.text) if section.heading.text else next(iter(sentences(text)), (0, len(text.text)))[1]
    return shorten(plain(text.text[:end]), ITEM_LIMIT), stored.plan.cite(section.path, text, 0, end)
