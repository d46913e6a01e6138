"""What a plan sets: its purpose, lists of "không", targets and rewards, and what it says on a topic."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.answering.present import plain, sentence_case
from knowledge.briefing import wording
from knowledge.briefing.lines import Pen, rest
from knowledge.briefing.model import Block, Kind, Line
from knowledge.facts.aims import is_aim, is_named
from knowledge.facts.reading import sentences
from knowledge.facts.rewards import is_about_rewards
from knowledge.facts.rewards import is_named as is_award
from knowledge.model import Citation, NoList, Passage, Reward, Section, Target, is_within
from knowledge.patterns import later
from knowledge.text import MappedText, fold, folded_words

LIST_LIMIT = 1000
_PURPOSE = later(r"\b(?:muc dich|muc tieu|yeu cau)\b")
_LEAST_WORDS = 4
_LEAD = later(
    r"(?:[\W_]|(?:chỉ tiêu|phấn đấu|có|đạt|và|trong đó|tập hợp|duy trì|bảo đảm|đảm bảo|thực hiện|xây dựng|đăng ký"
    r"|tổ chức|triển khai)(?!\w))*",
    re.IGNORECASE,
)
"""What may stand before a figure without being a part of what it counts."""
_MEASURED = later(r"(?:tỷ lệ|tỉ lệ|mức|số|tổng số)(?!\w)", re.IGNORECASE)
"""What may stand before the figure that it has."""
_PRIZE = later(r"(?<!\w)(?:giải|thưởng)(?!\w)", re.IGNORECASE)
_PRIZES = later(r"\b(?:giai thuong|co cau giai(?: thuong)?|muc thuong|tien thuong)\b")


def purpose(pen: Pen, most: int) -> Block | None:
    """Return the first sentence of each paragraph of the sections on purpose and requirements, at most `most`."""
    found = [
        (section, body) for head in _purposes(pen.stored.plan.sections) for section, body in _bodies(head) if body.text
    ]
    lines = tuple(line for section, body in found[:most] if (line := _first_sentence(pen, section.path, body)))
    left = [section.path for section, _ in found[most:]]
    return Block(Kind.PURPOSE, wording.PURPOSE, lines, rest=rest(wording.PURPOSE_REST, left)) if lines else None


def _purposes(sections: Sequence[Section]) -> Iterator[Section]:
    for section in sections:
        if section.heading.text and _PURPOSE.search(fold(section.heading.text)):
            yield section
        else:
            yield from _purposes(section.children)


def _bodies(head: Section) -> Iterator[tuple[Section, MappedText]]:
    for section in head.walk():
        if len(section.body.text.split()) >= _LEAST_WORDS and not section.cells:
            yield section, section.body


def _first_sentence(pen: Pen, path: str, body: MappedText) -> Line | None:
    ranges = sentences(body.text)
    if not ranges:
        return None
    start, end = ranges[0]
    return pen.line(body.text[start:end], pen.stored.plan.cite(path, body, start, end))


def lists(pen: Pen) -> list[Block]:
    """Return every list of "không", whole."""
    return [block for found in pen.stored.facts.no_lists if (block := _list(pen, found))]


def _list(pen: Pen, found: NoList) -> Block | None:
    items = [item for item in found.items if item.citations]
    if not items:
        return None
    lines = tuple(pen.line(item.text, item.citations, limit=LIST_LIMIT) for item in items)
    short = len(found.items) < found.count
    told = wording.ITEMS_LESS.format(name=found.title, listed=len(found.items)) if short else None
    proof = (*introduction(found), *found.source_note)
    lead = pen.write(name_of(found), proof, derived=[str(found.count)]) if proof else None
    return Block(Kind.LIST, name_of(found), lines, lead=lead, rest=told)


def introduction(found: NoList) -> tuple[Citation, ...]:
    """Return where the plan names the list: at the list itself, else where it first does."""
    here = tuple(cited for cited in found.introduced if cited.section == found.section)
    return here or found.introduced[:1]


def name_of(found: NoList) -> str:
    """Return the list's name, with whom it binds when the plan says so."""
    name = sentence_case(plain(found.name))
    if found.target and found.target not in found.name:
        return wording.LIST_FOR.format(name=name, target=plain(found.target))
    return name


def targets(pen: Pen) -> Block | None:
    """Return every aim: how much of what."""
    return _figures(pen, Kind.TARGETS, wording.TARGETS, wording.TARGET_HEADS, aimed=True)


def figures(pen: Pen) -> Block | None:
    """Return the figures that the plan only reports."""
    return _figures(pen, Kind.FIGURES, wording.FIGURES, wording.FIGURE_HEADS, aimed=False)


def aims(pen: Pen) -> list[Target]:
    """Return the plan's aims."""
    return [target for target in pen.stored.facts.targets if is_aim(pen.stored.plan, target)]


def amount_text(target: Target) -> str:
    """Return how much, with the unit that the table's head gives."""
    told = plain(target.value)
    return told if not target.unit or target.unit in told.lower() else f"{told} {target.unit}"


def _figures(pen: Pen, kind: Kind, title: str, heads: tuple[str, ...], *, aimed: bool) -> Block | None:
    """Return the figures of a kind, those together that one clause tells of something: "95%; trên 70%"."""
    rows = tuple(
        (pen.write(sentence_case("; ".join(dict.fromkeys(map(amount_text, told)))), cited), words)
        for told, words, cited in _told(pen)
        if any(is_aim(pen.stored.plan, each) for each in told) is aimed
    )
    return Block(kind, title, heads=heads, rows=rows) if rows else None


def _told(pen: Pen) -> Iterator[tuple[list[Target], Line, Sequence[Citation]]]:
    """Yield the plan's figures with what they are of: by the plan's clause where the words beside one of its figures
    alone do not say it, which then tells all of them; else each by itself, those of the same words together."""
    clauses: dict[object, list[Target]] = {}
    for each in pen.stored.facts.targets:
        if each.citations:
            words, cited = pen.clause_around(each.section, each.citations, each.value)
            clauses.setdefault((each.section, cited[0].start) if words else id(each), []).append(each)
    for told in clauses.values():
        words, cited = pen.clause_around(told[0].section, told[0].citations, told[0].value)
        if not all(is_plain(pen, each) for each in told):
            yield told, pen.line(words or told[0].counts, cited, limit=LIST_LIMIT), cited
            continue
        for each in told:
            yield [each], pen.line(each.counts, each.citations), each.citations


def is_plain(pen: Pen, target: Target) -> bool:
    """Tell whether a figure and what it counts say by themselves what the plan says: nothing leads to them."""
    if not is_named(target.counts):
        return False
    words, _ = pen.clause_around(target.section, target.citations, target.value)
    if not words:
        return True  # of a table
    value, counts = words.find(target.value), words.find(target.counts)
    if counts < 0:
        return True
    before = counts < value and not _MEASURED.match(target.counts)
    return not before and _LEAD.fullmatch(words[: min(value, counts)]) is not None


def rewards(pen: Pen) -> Block | None:
    """Return the prizes, whole, and what else is awarded, by whom and to whom as far as the plan says."""
    prized = [(section, told) for section in _prized(pen) if (told := _prizes(pen, section))]
    lines = [line for _, told in prized for line in told]
    lines += [
        pen.line(reward_text(each), each.citations)
        for each in given(pen)
        if not any(is_within(each.section, section.path) for section, _ in prized)
    ]
    kept = _unlike(lines)
    return Block(Kind.REWARDS, wording.REWARDS, kept) if kept else None


def _unlike(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines without those that another one, or an earlier one, says in the same words among others."""
    said = [f" {' '.join(folded_words(line.full))} " for line in lines]
    return tuple(
        line
        for at, (line, words) in enumerate(zip(lines, said, strict=True))
        if not any(words in other and (words != other or place < at) for place, other in enumerate(said) if place != at)
    )


def given(pen: Pen) -> list[Reward]:
    """Return the rewards that a sentence promises, awards with a name first, then those of a part on rewards: what only
    the heading of something names is no reward yet."""
    walked = [section for section in pen.stored.plan.walk() if section.heading.text]
    headings = [plain(section.heading.text) for section in walked if section.body.text or section.children]
    about = [section.path for section in walked if is_about_rewards(section.heading.text)]
    every = (each for each in pen.stored.facts.rewards if each.citations)
    told = [each for each in every if each.giver or not any(reward_text(each) in head for head in headings)]
    return sorted(told, key=lambda each: (not is_award(each), not any(is_within(each.section, path) for path in about)))


def _prized(pen: Pen) -> list[Section]:
    """Return the sections of prizes: those whose own items are prizes, not a chapter on them among other things."""
    named = [each for each in pen.stored.plan.walk() if _PRIZES.search(fold(each.heading.text)) and not each.cells]
    return [each for each in named if not any(held is not each and held in named for held in each.walk())]


def _prizes(pen: Pen, section: Section) -> list[Line]:
    """Return a line for each item, with what stands under it; none where no item names a prize."""
    told = []
    for item in (each for each in section.children if not each.cells):
        held = [(each, text) for each in item.walk() for text in (each.heading, each.body) if text.text]
        cited = tuple(found for each, text in held for found in pen.stored.plan.cite(each.path, text))
        pieces = [plain(text.text).strip(" .;:") + ":" * (text is each.heading) for each, text in held]
        words = "; ".join([*pieces[:-1], *(last.strip(":") for last in pieces[-1:])])
        if cited:
            told.append(pen.line(words.replace(":;", ":"), cited, limit=LIST_LIMIT))
    return told if any(_PRIZE.search(line.text) for line in told) else []


def reward_text(reward: Reward) -> str:
    """Return a reward in the plan's own words."""
    first, *below = (plain(each.quote) for each in reward.citations)
    return " ".join([f"{first.rstrip(':')}:" if below else first, *below]).strip(" .;")


def on_topic(pen: Pen, topic: str, passages: Sequence[Passage]) -> Block | None:
    """Return of each passage that was found for the topic the sentence that says most of it, in the plan's order."""
    named = frozenset(folded_words(topic))
    lines = []
    for passage in sorted(passages, key=lambda each: each.ordinal):
        text = passage.text
        ranges = sentences(text.text)
        if ranges:
            start, end = max(ranges, key=lambda at: len(named.intersection(folded_words(text.text[slice(*at)]))))
            cited: tuple[Citation, ...] = pen.stored.plan.cite(passage.section, text, start, end)
            lines.append(pen.line(text.text[start:end], cited))
    return Block(Kind.TOPIC, wording.ON_TOPIC.format(topic=topic), tuple(lines)) if lines else None
