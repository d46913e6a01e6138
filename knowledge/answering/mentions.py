"""Which plans hold certain words: the very words that a question names, looked for in every sentence of every plan."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from knowledge.answering.desk import FEW_PLANS, Desk, Draft
from knowledge.answering.header import cite_fields
from knowledge.answering.present import digits, plain
from knowledge.answering.wording.plans import EN, VI
from knowledge.model import AnswerPart, Citation, Intent, Language, Query, SectionKind, Status, StoredPlan
from knowledge.parsing import clauses, sentences
from knowledge.text import MappedText, fold, folded_words, syllable_key, words

_PLAN = r"(?:(?:những|các)\s+)?(?:kế\s+hoạch|văn\s+bản|đơn\s+vị|nơi)\s+nào"
_SAYS = r"(?:nói|nhắc|đề\s+cập|nêu|ghi|chứa|viết|đưa|bàn|dẫn|có)"
_LABEL = (
    r"(?:(?:rõ|ra|lại|về|đến|tới|có|câu(?:\s+nói)?|cụm\s+từ|chữ|từ|vế|lời|khẩu\s+hiệu|phương\s+châm|phong\s+cách|"
    r"vấn\s+đề|nội\s+dung|chủ\s+đề)\s+){0,4}"
)
_LED = re.compile(
    rf"(?:{_PLAN}|(?:bao\s+nhiêu|mấy)\s+(?:kế\s+hoạch|văn\s+bản))\s+(?:(?:có|đã|cũng|được)\s+){{0,2}}(?:(?:không|chưa)\s+(?:hề\s+)?)?{_SAYS}\s+"
    rf"{_LABEL}(?P<said>\S.*)$",
    re.IGNORECASE,
)
_TRAILED = re.compile(
    rf"^\s*{_LABEL}(?P<said>\S.*?)\s+(?:(?:nằm|được|thì|là|xuất\s+hiện|{_SAYS})\s+){{0,3}}"
    rf"(?:ở|trong|tại|của|ra|đến|tới|từ)\s+(?:trong\s+)?{_PLAN}",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"\b(?:which|what|how many)(?: of the)?(?: \w+)? (?:plans?|documents?|units?)\b.{0,30}"
    r"\b(?:mention\w*|talk\w* (?:about|of)|speak\w* (?:about|of)|refers? to|about|contains?|includes?|deals? with)\b"
)
_NEGATED = re.compile(
    r"\bnao (?:\w+ ){0,2}(?:khong|chua)(?: he)? (?:noi|nhac|de cap|neu|ghi|chua|viet|dua|ban|dan|co)\b|"
    r"\b(?:do|does)(?: not|n t)\b|\bdon t\b|\bdoesn t\b|\bdon’t\b|\bdon't\b|\bdoesn't\b"
)
_QUOTED = re.compile(r"[“\"']([^“”\"']{3,200})[”\"']")
_AROUND = frozenset(
    folded_words(
        "không vậy ạ nhỉ thế à đó này hả rồi nào những các gì đâu hay chưa nhé kế hoạch văn bản nói có nhắc nêu về bao "
        "nhiêu"
    )
)
_ABOUT_PAPER = frozenset({SectionKind.SIGNATURE, SectionKind.RECIPIENTS, SectionKind.HEADER})
_OTHERS = frozenset({Intent.DEADLINE, Intent.NO_LIST, Intent.HEADER, Intent.REFERENCE})
TELLING = 1.5
"""Weight from which a single syllable is worth looking for."""
SENTENCE_LIMIT = 480
MOST = 12
"""Plans that are shown of more than are looked through."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a plan holds the words. rank: 0 its title, 1 a heading, 2 a part, 3 the opening; words: as it has them."""

    rank: int
    citations: tuple[Citation, ...]
    words: str


def answer(desk: Desk) -> Draft | None:
    """Name every plan that holds the words asked for, with a sentence of each; None when none has just these words."""
    said = phrase(desk.query)
    if not said or desk.query.named or len(desk.everyone) < 2 or not _is_telling(desk, said):
        return None
    for exact in (True, False):
        having, found = _looked_for(desk, said, exact=exact)
        if found or desk.query.language is Language.VI:
            break
    if found and _NEGATED.search(fold(f"{desk.query.restored} | {desk.query.text}")):
        return _unmentioned(desk, said, having)
    return _draft(desk, said, having, found) if found else None


def _looked_for(desk: Desk, said: str, *, exact: bool) -> tuple[Collection[str], dict[str, Mention]]:
    """Return the plans that hold the words, and where: of many plans, those whose text does, and where the first do."""
    near = desk.marked.holding(folded_words(said))
    if len(near) > FEW_PLANS:
        near = desk.marked.saying(said, exact=exact)
    if len(near) <= FEW_PLANS:
        found = {p: mention for p in near if (mention := find(desk.everyone[p], said, exact=exact))}
        return found, found
    held = ((p, mention) for p in near if (mention := find(desk.everyone[p], said, exact=exact)))
    return dict.fromkeys(near), dict(islice(held, MOST))


def phrase(query: Query) -> str:
    """Return the words that a question asks which plans hold, "" when it asks something else."""
    english = query.language is Language.EN and _ENGLISH.search(fold(query.text)) is not None
    others = _OTHERS - {Intent.REFERENCE} if english or _QUOTED.search(query.text) else _OTHERS
    if query.intent in others or query.numbers or query.dates or query.months or "%" in query.restored:
        return ""
    if query.language is Language.EN:
        said = query.restored.split(". ")[0] if english else ""
    else:
        match = _LED.search(query.restored) or _TRAILED.search(query.restored)
        said = match["said"] if match else ""
    quoted = _QUOTED.search(said)
    return quoted[1].strip() if quoted else _trimmed(said)


def _trimmed(said: str) -> str:
    """Return words without those around them that belong to the asking."""
    kept = words(said)
    while kept and fold(kept[-1]) in _AROUND:
        kept.pop()
    while kept and fold(kept[0]) in _AROUND:
        kept.pop(0)
    return " ".join(kept)


def _is_telling(desk: Desk, said: str) -> bool:
    """Tell whether words are worth looking for as they stand: several, or one that few sentences have."""
    parts = folded_words(said)
    return len(parts) > 1 or (len(parts) == 1 and desk.matcher.weight(parts[0]) >= TELLING)


def find(stored: StoredPlan, said: str, *, exact: bool) -> Mention | None:
    """Return where a plan best holds the words in a row: in its title, a heading, one of its parts, its opening.

    exact: diacritics must agree; punctuation and capitals never need to.
    """
    return min(_mentions(stored, said, exact), key=lambda mention: mention.rank, default=None)


def _mentions(stored: StoredPlan, said: str, exact: bool) -> Iterator[Mention]:
    """Yield each text of a plan that holds the words, signature and recipients apart."""
    title = stored.plan.header.title or ""
    if held := _held(title, said, exact):
        yield Mention(0, cite_fields(stored, ("title",)), title[slice(*held)])
    for section in stored.plan.walk():
        body = 3 if section.kind is SectionKind.OPENING else 2
        for rank, text in ((1, section.heading), (body, section.body)) if section.kind not in _ABOUT_PAPER else ():
            if held := _held(text.text, said, exact):
                start, end = (0, len(text.text)) if rank == 1 else _around(text, held[0])
                cited = stored.plan.cite(section.path, text, start, end)
                yield Mention(rank, cited, text.text[slice(*held)])


def _held(text: str, said: str, exact: bool) -> tuple[int, int] | None:
    """Return where a text holds the words in a row, None where it does not."""
    keys = [syllable_key(word) for word in words(said)]
    for match in _pattern(said).finditer(fold(text)):
        if not exact or [syllable_key(word) for word in words(text[match.start() : match.end()])] == keys:
            return match.span()
    return None


@lru_cache(maxsize=64)
def _pattern(said: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)" + r"\W{1,6}".join(re.escape(fold(word)) for word in words(said)) + r"(?!\w)")


def _around(text: MappedText, at: int) -> tuple[int, int]:
    """Return the sentence that holds a position, or its clause when the sentence is too long to quote."""
    start, end = next((span for span in sentences(text) if span[0] <= at < span[1]), (0, len(text.text)))
    if end - start <= SENTENCE_LIMIT:
        return start, end
    inner = ((start + a, start + b) for a, b in clauses(text.slice(start, end)))
    return next((span for span in inner if span[0] <= at < span[1]), (start, end))


def _unmentioned(desk: Desk, said: str, having: Collection[str]) -> Draft | None:
    """List the plans that do not hold the words, by their titles, of many the first; None when every plan does."""
    silent = [stored for stored in desk.everyone.values() if stored.plan_id not in having]
    wording = EN if desk.query.language is Language.EN else VI
    shown = silent if len(silent) <= FEW_PLANS else silent[:MOST]
    items = [f"**{desk.name(p.plan_id)}** – {plain(p.plan.header.title or '')}".rstrip(" –") for p in shown]
    lead = wording.unmentioned.format(count=len(silent), phrase=said)
    cited = tuple(citation for stored in shown for citation in cite_fields(stored, ("title",)))
    part = AnswerPart(None, lead, tuple(items), cited, show_quote=False, derived=tuple(digits(lead, *items)))
    return Draft(Status.ANSWERED, (part,), tuple(stored.plan_id for stored in shown)) if silent else None


def _draft(desk: Desk, said: str, having: Collection[str], found: dict[str, Mention]) -> Draft:
    wording = EN if desk.query.language is Language.EN else VI
    desk = replace(desk, answering=len(found))
    lead = wording.mentions if len(having) == len(found) else wording.first_mentions
    parts = [AnswerPart(None, lead.format(count=len(having), phrase=said, shown=len(found)))]
    for plan_id, mention in found.items():
        name = desk.name(plan_id)
        parts.append(
            desk.part(plan_id, f"**{name}**", mention.citations, focus=plain(mention.words), derived=digits(name))
        )
    silent = [plan_id for plan_id in desk.everyone if plan_id not in having]
    if silent:
        parts.append(AnswerPart(None, desk.words.not_in_plans.format(units=desk.some_names(silent))))
    return Draft(Status.ANSWERED, tuple(parts), tuple(found))
