"""A briefing in a chat: at most eight lines, what must be kept first."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, zip_longest

from knowledge.answering.present import digits, sentence_case, shorten
from knowledge.briefing import wording
from knowledge.briefing.articles import in_rows
from knowledge.briefing.contents import BUDGETS
from knowledge.briefing.model import Block, Briefing, Kind, Line, Part, kind_named, of_whom
from knowledge.briefing.quoting import cut
from knowledge.text import folded_words

ORDER = (
    Kind.TOPIC, Kind.ARTICLES, Kind.DEADLINES, Kind.LIST, Kind.TARGETS, Kind.TASKS, Kind.REWARDS, Kind.PURPOSE,
    Kind.TERMS,
)  # fmt: skip
SHARES = {
    Kind.TOPIC: 3,
    Kind.ARTICLES: 5,
    Kind.TERMS: 0,
    Kind.DEADLINES: 3,
    Kind.TARGETS: 2,
    Kind.TASKS: 2,
    Kind.LIST: 2,
    Kind.REWARDS: 1,
    Kind.PURPOSE: 1,
}
_ROUNDS = ("6 tháng", "năm")
"""Of the reports that a plan's readers must not miss."""
ROW = 400
"""Characters of the articles that share a bullet."""
LIST_ROW = 700
"""Characters of the items of a list that share a bullet."""
LIMIT = 180
NAME = 80
"""Characters of who has a task."""
NAMES = 300
"""Characters of the names of plans in a row."""


MOST = 8
"""Lines of a chat, however long the meeting is."""


def bullets(briefing: Briefing, most: int | None = None) -> tuple[Line, ...]:
    """Return at most `most` lines of a briefing (None: as many as its minutes have, but one for each of a few plans),
    plans in turn, each labelled with its plan where there are several; on a topic those alone that are about it.
    `Line.mark` says which stand on words in doubt."""
    several = len(briefing.parts) > 1
    if most is None:
        most = min(MOST, max(BUDGETS[briefing.minutes].bullets, len(briefing.parts)))
    each = [_of_part(part, several=several, topic=briefing.topic) for part in briefing.parts]
    return tuple(line for line in chain.from_iterable(zip_longest(*each)) if line is not None)[:most]


def caution(briefing: Briefing) -> str:
    """Say which of the plans are over, were read with doubts or are called wrong; "" when none is."""
    if len(briefing.parts) == 1:
        return " ".join(each for part in briefing.parts for each in part.cautions)
    told = ((wording.CAUTION_OVER_SEVERAL, [part.name for part in briefing.parts if part.caution]),
            (wording.DOUBTED_SEVERAL, [part.name for part in briefing.parts if part.doubt]),
            (wording.REPORTS_SEVERAL, [part.name for part in briefing.parts if part.reports]))  # fmt: skip
    return " ".join(
        template.format(count=len(names), names=shorten(", ".join(names), NAMES)) for template, names in told if names
    )


def _of_part(part: Part, *, several: bool, topic: str | None) -> list[Line]:
    chosen: list[Line] = []
    spare: list[Line] = []
    held = [(kind, line) for kind in ORDER for block in part.blocks if block.kind is kind for line in _lines(block)]
    # articles are cut to share their bullets: what they tell is told beside them
    whole = _told_once([line if kind is not Kind.ARTICLES else Line("") for kind, line in held])
    for kind in ORDER:
        lines = [line for (of, line), once in zip(held, whole, strict=True) if of is kind and once]
        share = SHARES[kind]
        if topic and kind is not kind_named(topic):
            lines = [line for line in lines if _is_about(line, topic)]
        elif kind is Kind.ARTICLES:  # all of a regulation, unless the bullets are shared by several papers
            lines, share = in_rows(lines, share, ROW), 0 if several else share
        elif kind is Kind.DEADLINES:
            coming = next((block.coming for block in part.blocks if block.coming), None)
            lines = _pressing_first(lines, share, coming)
        chosen += lines[:share]
        spare += lines[share:]
    lines = [*chosen, *spare]
    return [replace(line, label=_label(part, line)) for line in lines] if several else lines


def _told_once(lines: Sequence[Line]) -> list[bool]:
    """Say of each line whether it needs a bullet: none does that another line from the same words tells whole."""
    said = [_words(line.full) for line in lines]
    parts = [(_words(line.label), _words(line.text)) for line in lines]
    return [
        not any(
            all(words in said[other] for words in parts[at])
            and (len(said[other]), -other) > (len(said[at]), -at)
            and _of_same_words(line, lines[other])
            for other in range(len(lines))
            if other != at
        )
        for at, line in enumerate(lines)
    ]


def _words(text: str) -> str:
    return f" {' '.join(folded_words(text))} " if text else ""


def _of_same_words(one: Line, other: Line) -> bool:
    cited, too = (line.note.citations if line.note else () for line in (one, other))
    return any(
        each.plan_id == also.plan_id and each.start < also.end and also.start < each.end
        for each in cited
        for also in too
    )


def _pressing_first(lines: Sequence[Line], most: int, coming: Line | None) -> list[Line]:
    """Return the duties with the one that is due next and the plan's half-yearly and yearly report among the first
    `most`, those by date."""
    held = next(
        (at for at, each in enumerate(lines) if coming and each.label == coming.text and _of_same_words(each, coming)),
        None,
    )
    found = (held, *(next((at for at, line in enumerate(lines) if _reports(line, each)), None) for each in _ROUNDS))
    pressing = list(dict.fromkeys(at for at in found if at is not None))
    others = [at for at, _ in enumerate(lines) if at not in pressing]
    order = [*pressing, *others]
    return [lines[at] for at in (*sorted(order[:most]), *order[most:])]


def _reports(line: Line, cycle: str) -> bool:
    """Tell whether a dated duty is the report of a round: "6 tháng"."""
    said = f"{line.label} {line.text}".casefold()
    named = (f"kỳ {cycle}", f"hằng {cycle}", f"{wording.REPORT_WORD} {cycle}")
    return wording.REPORT_WORD in said and wording.NO_DATE not in said and any(each in said for each in named)


def _is_about(line: Line, topic: str) -> bool:
    """Tell whether a line or the words that prove it name most of a topic: its words by twos, or the one word."""
    named = folded_words(topic)
    quotes = [citation.quote for citation in line.note.citations] if line.note else []
    said = f" {' '.join(folded_words(' '.join([line.label or '', line.text, *quotes])))} "
    pairs = [f" {' '.join(pair)} " for pair in itertools.pairwise(named)] or [f" {word} " for word in named]
    return 2 * sum(pair in said for pair in pairs) >= len(pairs)


def _label(part: Part, line: Line) -> str:
    second = line.label[1:2]
    label = line.label[:1].lower() + line.label[1:] if second.islower() else line.label
    return f"{part.name}, {label}" if label else part.name


def _lines(block: Block) -> Sequence[Line]:
    if block.kind is Kind.DEADLINES:
        return _of_rounds([_due(*row) for row in block.rows])
    if block.kind is Kind.TARGETS:
        return [replace(counts, label=value.text) for value, counts in block.rows]
    if block.kind is Kind.LIST:
        return _whole_list(block)
    if block.kind is Kind.ARTICLES:
        return block.lines
    lines = [_of(group.name, line) for group in block.groups for line in group.lines] or list(block.lines)
    return [replace(line, text=cut(line.text, LIMIT)) for line in lines if line.note]


def _due(when: Line, what: Line, who: Line, _: Line) -> Line:
    """Tell a duty by its time, with who has it."""
    told = replace(what, label=when.text, derived=when.derived)
    return replace(_proved(told, who), text=of_whom(who, what))


def _of_rounds(lines: Sequence[Line]) -> list[Line]:
    """Tell the rounds of one duty without days in one bullet: "Hằng quý; định kỳ 6 tháng (không nêu ngày)"."""
    held: dict[tuple[str, object], list[Line]] = {}
    for line in lines:
        undated = wording.NO_DATE in line.label.lower()
        held.setdefault((line.text, line.note if undated else line.label), []).append(line)
    return [_round(same) for same in held.values()]


def _round(same: Sequence[Line]) -> Line:
    if len(same) == 1:
        return same[0]
    rounds = (re.sub(rf"(?:^|, ){wording.NO_DATE}(?:, )?", "", line.label, flags=re.IGNORECASE) for line in same)
    told = "; ".join(each[:1].lower() + each[1:] for each in rounds if each)
    derived = tuple(dict.fromkeys(number for line in same for number in line.derived))
    label = sentence_case(f"{told} ({wording.NO_DATE})") if told else same[0].label
    return replace(same[0], label=label, derived=derived)


def _of(name: Line, line: Line) -> Line:
    """Tell a task by who has it."""
    return replace(_proved(line, name), label=shorten(name.text, NAME))


def _proved(line: Line, also: Line) -> Line:
    """Return a line with what proves another beside its own."""
    if line.note is None or also.note is None:
        return line
    cited = tuple(dict.fromkeys((*line.note.citations, *also.note.citations)))
    return replace(line, note=replace(line.note, citations=cited))


def _whole_list(block: Block) -> list[Line]:
    """Tell a list in one bullet: its items in a row, each whole, as many as fit; proved by all their words."""
    notes = [line.note for line in block.lines if line.note]
    if not notes:
        return []
    cited = tuple(citation for note in notes for citation in note.citations)
    items = [line.text.rstrip(" .;") for line in block.lines]
    shown = next(count for count in range(len(items), 0, -1) if count == 1 or len("; ".join(items[:count])) <= LIST_ROW)
    left = len(items) - shown
    more = wording.LIST_REST.format(count=left) if left else ""
    note = replace(notes[0], citations=cited)
    lead = block.lead
    if lead is not None and lead.note is not None:
        note = replace(note, citations=tuple(dict.fromkeys((*lead.note.citations, *cited))))
    return [Line("; ".join(items[:shown]) + more, note, block.title, tuple(digits(more)))]
