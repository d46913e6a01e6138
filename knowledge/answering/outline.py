"""Answers that are a list the document itself draws: the items under the heading that the question names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from knowledge.answering import actors, counting, lengths
from knowledge.answering.desk import LEAD_LIMIT, Desk, Draft
from knowledge.answering.extract import is_form
from knowledge.answering.matching import Need, precision
from knowledge.answering.present import digits, plain, section_text, shorten
from knowledge.model import AnswerPart, Ask, Citation, Intent, Language, Query, Section, SectionKind, Status, StoredPlan
from knowledge.parsing import sentences
from knowledge.text import EMPTY, fold, folded_words

ENOUGH = 0.72
"""Coverage of the question by a heading under those above it."""
OWN_SHARE = 0.35
"""Coverage that the heading itself must bring."""
PRECISION_SHARE = 0.3
CASES_SHARE = 0.3
FEWEST_ALIKE = 3
"""Sections side by side that fit the question alike, from which on their common part is meant."""
MOST_ITEMS = 15
ITEM_LIMIT = 220

_NAMING = frozenset(
    folded_words(
        "gồm những gì các mấy bao nhiêu liệt kê nội dung phần mục có kể ra nào kế hoạch văn bản nằm năm ở đâu "
        "việc nhiệm vụ trách nhiệm "
        "đoạn chỗ lớn chính nhóm loại mảng chia thành làm giúp mình tên điểm ý khoản lĩnh vực"
    )
)
_NUMBER = r"((?:[ivx]+|\d{1,2}|[a-dđ])(?:\.(?:[a-dđ]|\d{1,2}))*)(?=\W|$)"
_PATH = re.compile(rf"\b(?:phan|muc|khoan|diem|y|part|section|item|point)\s+(?:so\s+)?{_NUMBER}")
_BARE = re.compile(r"(?<![\w/.,-])((?:[ivx]+|\d{1,2}|[a-d])(?:\.(?:[a-d]|\d{1,2}))+)(?![\w/%-]|[.,]\d)")
_TIMES = re.compile(r"\b(?:ngay|thang|truoc|sau|han|tu|den|on|by|before|until) $")
_SPACED = re.compile(r"\.\s+(?=[\da-dđ]\b)")
_AND = re.compile(rf"\s*(?:,|va|voi|and|&)\s*(?:muc\s+)?{_NUMBER}")
_COUNTED = re.compile(
    r"\b(?:may|bao nhieu)(?: nhom| loai| mang)? (noi dung|nhiem vu|giai phap|linh vuc|muc tieu|chi tieu)\b"
)
_CONTENTS = ("nhiem vu", "noi dung")
"""What the part of a plan is called that says what is to be done: where it has not the one it has the other."""
_CHAPTER = re.compile(r"\b(?:chuong|chapter)\s+(?:so\s+)?([ivx]+|\d{1,2})\b")
_NOTE = re.compile(r"\b(?:chu thich|ghi chu|footnote)\s+(?:so\s+)?(\d{1,2})\b")
_ARTICLE = re.compile(r"\bdieu (\d{1,3})\b(?! khong)")
_CASE = re.compile(r"\b(?:khi nao|truong hop nao|luc nao|nhung truong hop|dieu kien (?:gi|nao|de))\b")
_CASES = re.compile(r"\b(?:truong hop|dieu kien|khi)\b")
_LAYOUT = re.compile(r"\b(?:bo cuc|dan y|dan bai|outline|table of contents|structure of)\b")
_TOP = re.compile(
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
    if paths and parts and desk.query.ask is Ask.HOW_MANY and _TOP.search(asked):
        parts = [*(_top(desk, stored) for stored in desk.near), *parts]
    if not parts and _TOP.search(asked) and (_LAYOUT.search(asked) or not desk.wanted.without(_NAMING)):
        parts = [_top(desk, stored) for stored in desk.near]
    return Draft(Status.ANSWERED, tuple(parts), desk.others()) if parts else None


def names_part(desk: Desk) -> bool:
    """Tell whether a question calls a part by its number."""
    asked = f"{fold(desk.query.text)} {fold(desk.query.restored)}"
    return any(pattern.search(asked) for pattern in (_PATH, _BARE, _ARTICLE, _CHAPTER, _NOTE))


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


def answer(desk: Desk) -> Draft | None:
    """Answer "gồm những gì", "có mấy ..." and "ở mục nào" from the headings; None when none fits well."""
    whole = desk.query.ask is Ask.WHAT and desk.query.intent in (Intent.CRITERIA, Intent.RESPONSIBILITY, Intent.REWARD)
    listed = whole or _asks_cases(desk.query) or desk.query.ask in (Ask.LIST, Ask.HOW_MANY, Ask.WHICH_ITEM)
    if not listed or lengths.asked(desk.query):
        return None
    need = desk.own(desk.wanted.without(_NAMING))
    if desk.query.intent is Intent.RESPONSIBILITY:
        need = actors.subject(desk, need)
    best = _divided(desk)
    if not best and need and not (desk.query.ask is Ask.HOW_MANY and not _counts_entries(desk)):
        best = [found for stored in desk.near if (found := _best(desk, stored, need)) is not None]
    if not best:
        return None
    top = max(score for score, _, _ in best)
    parts = tuple(section_part(desk, stored, section) for score, stored, section in best if score >= top - 0.1)
    return Draft(Status.ANSWERED, parts, desk.others())


def _divided(desk: Desk) -> list[tuple[float, StoredPlan, Section]]:
    """Find what the plan's own subject is divided into ("phong trào X chia thành mấy nội dung"): the heading that has
    the counted words, the title's words being the plan itself."""
    if not desk.single or desk.query.ask is not Ask.HOW_MANY:
        return []
    stored = desk.plans[0]
    counted = _COUNTED.search(fold(desk.query.restored))
    title = {*folded_words(stored.plan.header.title or ""), *_NAMING}
    if counted is None or desk.wanted.without(title):
        return []
    for noun in (counted[1], *_CONTENTS) if counted[1] in _CONTENTS else (counted[1],):
        nouns = set(folded_words(noun))
        fitting = [
            (precision(section.heading.text, desk.wanted), stored, section)
            for section in stored.plan.walk()
            if nouns <= set(folded_words(section.heading.text)) and len(_children(section)) > 1
        ]
        if fitting:
            return sorted(fitting, key=lambda found: -found[0])[:1]
    return []


def _counts_entries(desk: Desk) -> bool:
    """Tell whether a "how many" question counts entries: parts of a document, or what a heading names."""
    headings = [path for stored in desk.near for path, _, _ in _headings(stored.plan.sections, "")]
    wanted = counting.counted(fold(desk.query.restored))
    return desk.query.language is Language.EN if wanted is None else counting.is_entry(wanted, headings)


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


def _best(desk: Desk, stored: StoredPlan, need: Need) -> tuple[float, StoredPlan, Section] | None:
    least = 0 if desk.query.ask is Ask.WHICH_ITEM else 1 if desk.query.intent is Intent.RESPONSIBILITY else 2
    scored = [
        (desk.coverage(path, need), desk.coverage(title, need), title, section)
        for path, title, section in _headings(stored.plan.sections, desk.topic(stored.plan_id))
        if not (desk.query.ask is Ask.HOW_MANY and section.kind is SectionKind.ATTACHMENT)
    ]
    fitting = [
        (under + PRECISION_SHARE * precision(title, need) + _of_cases(desk, title), under, section)
        for under, own, title, section in scored
        if own >= OWN_SHARE and under >= ENOUGH
    ]
    best = max(fitting, key=lambda found: found[0], default=None)
    if best is None:
        return None
    if desk.query.ask is not Ask.WHICH_ITEM and desk.query.intent is not Intent.RESPONSIBILITY:
        shared = _shared_parent(stored, best[2], {id(section) for _, _, section in fitting})
        if shared is not None:
            return best[1], stored, shared
    listed = [found for found in fitting if len(_children(found[2])) >= least]
    best = max(listed, key=lambda found: found[0], default=None)
    return (best[1], stored, best[2]) if best is not None else None


def _shared_parent(stored: StoredPlan, section: Section, alike: set[int]) -> Section | None:
    """Return the part whose sections all fit as `section` does: what is asked for is the list of them."""
    for parent in stored.plan.walk():
        if any(child is section for child in parent.children):
            return parent if sum(id(child) in alike for child in parent.children) >= FEWEST_ALIKE else None
    return None


def _asks_cases(query: Query) -> bool:
    """Tell whether the question asks in which cases something happens ("khi nào bị thu hồi"), not at what time."""
    timeless = query.intent is not Intent.DEADLINE and query.ask in (Ask.WHAT, Ask.LIST)
    return timeless and _CASE.search(fold(query.restored)) is not None


def _of_cases(desk: Desk, title: str) -> float:
    """Prefer, for a question when something happens to a person or paper, the title that announces the cases."""
    return CASES_SHARE if _asks_cases(desk.query) and _CASES.search(fold(title)) else 0.0


def _headings(sections: Iterable[Section], above: str) -> Iterator[tuple[str, str, Section]]:
    """Yield every numbered section with a title (a heading, or a lead that ends with a colon), and the titles from the
    top down to it before it."""
    for section in sections:
        if is_form(section.path):
            continue  # blanks to be filled in
        title = section.heading.text or _lead(section)
        path = f"{above} {title}"
        if title and section.kind in (SectionKind.ITEM, SectionKind.ATTACHMENT):
            yield path, title, section
        yield from _headings(section.children, path)


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
        return _listed(desk, stored, f"{lead}: {len(children)}", children, heading)
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
