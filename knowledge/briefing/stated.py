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
from knowledge.model import Citation, NoList, Passage, Reward, Section, Target
from knowledge.text import MappedText, fold, folded_words

LIST_LIMIT = 1000
_PURPOSE = re.compile(r"\b(?:muc dich|muc tieu|yeu cau)\b")
_LEAST_WORDS = 4


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
    return _figures(pen, Kind.TARGETS, wording.TARGETS, wording.TARGET_HEADS, aims(pen))


def figures(pen: Pen) -> Block | None:
    """Return the figures that the plan only reports."""
    told = [target for target in pen.stored.facts.targets if not is_aim(pen.stored.plan, target)]
    return _figures(pen, Kind.FIGURES, wording.FIGURES, wording.FIGURE_HEADS, told)


def aims(pen: Pen) -> list[Target]:
    """Return the plan's aims."""
    return [target for target in pen.stored.facts.targets if is_aim(pen.stored.plan, target)]


def amount_text(target: Target) -> str:
    """Return how much, with the unit that the table's head gives."""
    told = plain(target.value)
    return told if not target.unit or target.unit in told.lower() else f"{told} {target.unit}"


def _figures(pen: Pen, kind: Kind, title: str, heads: tuple[str, ...], told: Sequence[Target]) -> Block | None:
    rows = tuple(_figure(pen, each) for each in told if each.citations)
    return Block(kind, title, heads=heads, rows=rows) if rows else None


def _figure(pen: Pen, target: Target) -> tuple[Line, Line]:
    """Tell how much of what; where what is counted is named before ("..., của doanh nghiệp đạt 88%"), the sentence."""
    value = sentence_case(amount_text(target))
    if is_named(target.counts):
        return pen.write(value, target.citations), pen.line(target.counts, target.citations)
    words, citations = pen.sentence_around(target.section, target.citations)
    return pen.write(value, citations), pen.line(words or target.counts, citations, limit=LIST_LIMIT)


def rewards(pen: Pen) -> Block | None:
    """Return what is awarded, by whom and to whom as far as the plan says."""
    lines = [pen.line(reward_text(each), each.citations) for each in pen.stored.facts.rewards if each.citations]
    kept = tuple({line.text.casefold(): line for line in lines}.values())
    return Block(Kind.REWARDS, wording.REWARDS, kept) if kept else None


def reward_text(reward: Reward) -> str:
    """Put a reward into words."""
    if not reward.recipient:
        return ": ".join(plain(part) for part in (reward.giver, reward.award) if part)
    template = wording.REWARD_GIVEN if reward.giver else wording.REWARD
    parts = {"giver": reward.giver or "", "award": reward.award, "recipient": reward.recipient}
    told = template.format(**{name: plain(value) for name, value in parts.items()})
    return f"{told} {plain(reward.reason)}" if reward.reason else told


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
