"""A briefing to slides: at most seven lines each, where they stand in the foot line, the whole quotes in the notes."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.package import XmlPart
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as PresentationType
from pptx.slide import Slide
from pptx.util import Emu, Length, Mm, Pt

from knowledge.briefing import wording
from knowledge.briefing.contents import subtitle
from knowledge.briefing.model import Block, Briefing, Group, Kind, Line, Note, Part, Quizzed, of_whom
from knowledge.briefing.quoting import times
from knowledge.briefing.writers.chosen import Card, fitting
from knowledge.briefing.writers.fit import ACROSS, FOOT, HEAD, LINES, MOST_LINES, SIZE, fit, lines_of, pack
from knowledge.briefing.writers.fonts import FONT, one_font_theme
from knowledge.briefing.writers.grids import grids
from knowledge.quiz.wording import LETTERS

WIDTH, HEIGHT = Mm(338.7), Mm(190.5)
_LEFT, _ACROSS = Mm(18), Mm(302)
_DARK, _PALE, _WHITE = map(RGBColor.from_string, ("1F2A44", "555555", "FFFFFF"))
_BLANK = 6
_AFTER = {Kind.DEADLINES: Kind.SENT_TO, Kind.TARGETS: Kind.FIGURES}
"""What goes on after what on the same slides."""
_TASK, _ONLY_TASK = 2, 4
"""Lines of a task under its actor, and of an only one with its actor."""
_SEVERAL = 2
"""Times in one statement, of which a cut would tell the first alone."""
_ACTOR = ACROSS / 1.1
"""Em of an actor's name, which is bold and takes one line."""
_OVER = FOOT * 13 / 15
"""Em of the words above a heading."""
_KINDS = (
    Kind.TOPIC, Kind.PURPOSE, Kind.ARTICLES, Kind.TERMS, Kind.TASKS, Kind.DEADLINES, Kind.LIST, Kind.TARGETS,
    Kind.FIGURES, Kind.REWARDS, Kind.SENT_TO,
)  # fmt: skip


def slides(briefing: Briefing) -> bytes:
    """Return the .pptx."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    _opening(deck, briefing)
    tables = grids(briefing.comparison) if briefing.comparison else []
    several = len(briefing.parts) > 1
    cards = [list(_cards(part, several=several)) for part in briefing.parts]
    shown = fitting(tables, cards, [part.name for part in briefing.parts], briefing.presenting)
    for grid in shown.grids:
        _grid(deck, grid)
    for part, kept in zip(briefing.parts, shown.cards, strict=True):
        for card in _cautioned(part, kept):
            _card(deck, card)
    if shown.left:
        _card(deck, Card(Kind.TALK, wording.HANDED_OUT, shown.left))
    if briefing.talk:
        for card in _paged(Kind.TALK, briefing.talk.title, briefing.talk.lines, ""):
            _card(deck, card)
    for number, quizzed in enumerate(briefing.quiz, 1):
        _quiz(deck, number, quizzed, len(briefing.quiz))
    keys = [_key(number, each) for number, each in enumerate(briefing.quiz, 1)]
    for card in _paged(Kind.TALK, wording.KEY, keys, ""):
        _card(deck, card)
    deck.core_properties.title, deck.core_properties.author = briefing.title, "Sổ tay Dân vận"
    _use_one_font(deck)
    held = io.BytesIO()
    deck.save(held)
    return held.getvalue()


def _cards(part: Part, *, several: bool) -> Iterator[Card]:
    over = part.name if several else ""
    title = next(block for block in part.blocks if block.kind is Kind.TITLE)
    cautions = [Line(each) for each in part.cautions]
    said = {wording.NUMBER, *([wording.PERIOD] if part.caution else [])}  # by the heading and the caution
    fields = [line for line in title.lines if line.label not in said or not line.note]
    rest = [Line(title.rest)] if title.rest else []
    yield from _paged(Kind.TITLE, part.heading, [*cautions, *fields, *rest], over)
    held = {block.kind: block for block in part.blocks}
    for block in part.blocks:
        heading, lines = block.title, list(_lines(block))
        after = held.get(_AFTER[block.kind]) if block.kind in _AFTER else None
        if after is not None:  # a line or two, which would have a slide alone
            heading = wording.NAMED_TOO.format(first=block.title, second=after.title[:1].lower() + after.title[1:])
            lines += [Line("", label=after.title), *_lines(after)]
        if block.kind in _KINDS and not any(each is block.kind and first in held for first, each in _AFTER.items()):
            yield from _paged(block.kind, heading, lines, over)


def _cautioned(part: Part, cards: Sequence[Card]) -> list[Card]:
    """Return the cards of a plan, its cautions above the first where the card that tells them is not among them."""
    if not cards or not part.cautions or any(card.kind is Kind.TITLE for card in cards):
        return list(cards)
    over = fit(wording.CAUTION_BESIDE.format(name=part.name, caution=" ".join(part.cautions)), most=2, across=_OVER)
    return [replace(cards[0], over=over), *cards[1:]]


def _lines(block: Block) -> Iterator[Line]:
    """Yield a block's lines as a slide says them: a duty by its time, a target by its measure, tasks under their
    actor."""
    if block.kind is Kind.DEADLINES:
        for when, what, who, _ in block.rows:
            yield Line(of_whom(who, what), when.note, when.text, when.derived)
    elif block.rows:
        for value, counts in block.rows:
            yield replace(counts, label=value.text)
    for group in block.groups:
        yield from _group(group)
    for number, line in enumerate(block.lines, 1):
        yield replace(line, label=str(number)) if block.kind is Kind.LIST else line


def _group(group: Group) -> Iterator[Line]:
    """Yield an actor's one task after its name, several under it; one of several times has the lines to tell them."""
    if len(group.lines) == 1:
        (line,) = group.lines
        yield Line("")
        yield replace(line, text=fit(line.text, group.name.text, most=_ONLY_TASK), label=group.name.text)
        return
    yield Line("", group.name.note, fit(group.name.text, most=1, across=_ACTOR))
    for line in group.lines:
        most = _TASK if len(times(line.text)) < _SEVERAL else _ONLY_TASK
        yield replace(line, text=fit(f"– {line.text}", most=most))


def _paged(kind: Kind, title: str, lines: Sequence[Line], over: str) -> list[Card]:
    """Spread lines over as many slides as they need, at most seven lines of text on each."""
    pages = pack([replace(line, text=fit(line.text, line.label, most=_most(line)) + line.mark) for line in lines])
    return [Card(kind, title, tuple(page), at, len(pages), over) for at, page in enumerate(pages)]


def _most(line: Line) -> int:
    """Return how many lines a statement may take: one of several times, after a long label, or a question, whose end is
    what is asked, some more."""
    long = lines_of("", label=line.label) > 1 or len(times(line.text)) >= _SEVERAL or line.text.endswith("?")
    return _ONLY_TASK if long else MOST_LINES


def _opening(deck: PresentationType, briefing: Briefing) -> None:
    slide = _blank(deck)
    one = briefing.parts[0]
    under = [part.name for part in briefing.parts][:LINES] if len(briefing.parts) > 1 else [one.heading, one.matter]
    if briefing.topic:
        under.insert(0, wording.TOPIC.format(topic=briefing.topic))
    _text(slide, (_LEFT, Mm(48), _ACROSS, Mm(24)), [(briefing.title, Pt(36), True, _DARK)], PP_ALIGN.CENTER)
    _text(slide, (_LEFT, Mm(76), _ACROSS, Mm(60)), [(text, Pt(24), False, _DARK) for text in under], PP_ALIGN.CENTER)
    foot = [(subtitle(briefing), Pt(16), False, _PALE), (briefing.timing.text, Pt(16), False, _PALE)]
    _text(slide, (_LEFT, Mm(150), _ACROSS, Mm(20)), foot, PP_ALIGN.CENTER)


def _card(deck: PresentationType, card: Card) -> None:
    slide = _blank(deck)
    _heading(slide, card.heading, card.over)
    box = slide.shapes.add_textbox(_LEFT, Mm(40), _ACROSS, Mm(118))
    frame = box.text_frame
    frame.word_wrap = True
    for at, line in enumerate(card.lines):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.space_after, paragraph.line_spacing = Pt(12), 1.05
        if line.label:
            _run(paragraph, f"{line.label}{'.' if line.label.isdigit() else ':'} ", SIZE, True, _DARK)
        _run(paragraph, line.text, SIZE, False, _DARK)
    _sources(slide, [line.note for line in card.lines if line.note])


def _grid(deck: PresentationType, grid: Block) -> None:
    """Write a comparison table; each cell names its place."""
    slide = _blank(deck)
    _heading(slide, grid.title, "")
    rows, columns = len(grid.rows) + 1, len(grid.heads)
    shape = slide.shapes.add_table(rows, columns, _LEFT, Mm(38), _ACROSS, Mm(14 * rows))
    table = shape.table
    table.columns[0].width = Mm(44)
    for at in range(1, columns):
        table.columns[at].width = Emu(int((_ACROSS - Mm(44)) / (columns - 1)))
    texts = [grid.heads, *[[line.text + line.mark for line in row] for row in grid.rows]]
    for at, row in enumerate(texts):
        for cell, text in zip(table.rows[at].cells, row, strict=True):
            cell.margin_left = cell.margin_right = Mm(2)
            frame = cell.text_frame
            frame.word_wrap = True
            _run(frame.paragraphs[0], text, Pt(16), at == 0, _WHITE if at == 0 else _DARK)
    _sources(slide, [line.note for row in grid.rows for line in row if line.note])


def _quiz(deck: PresentationType, number: int, quizzed: Quizzed, count: int) -> None:
    """Ask on the slide; the key and the plan's words stand in the notes, for who asks, and on the last slide."""
    title = wording.NUMBERED.format(title=wording.QUIZ, number=number, count=count)
    options = [f"{LETTERS[at]}. {fit(option, most=2)}" for at, option in enumerate(quizzed.options)]
    slide = _blank(deck)
    _heading(slide, title, "")
    texts = [(fit(quizzed.question), Pt(26), True, _DARK)]
    texts += [(option, Pt(26), False, _DARK) for option in options]
    _text(slide, (_LEFT, Mm(40), _ACROSS, Mm(118)), texts, PP_ALIGN.LEFT, Pt(8))
    told = wording.KEY_SLIDE.format(letter=LETTERS[quizzed.correct], right=quizzed.options[quizzed.correct])
    quote = wording.NOTE.format(quote=quizzed.note.quote, source=quizzed.note.source)
    _speaker(slide, f"{told}\n{quote}")


def _key(number: int, quizzed: Quizzed) -> Line:
    """Return the right choice as a line of the key."""
    right = wording.KEY_CHOICE.format(letter=LETTERS[quizzed.correct], right=quizzed.options[quizzed.correct])
    return Line(right, quizzed.note, wording.KEY_NUMBER.format(number=number))


def _sources(slide: Slide, notes: Sequence[Note]) -> None:
    """Name the places in the foot line; the whole quotes stand in the notes of the slide."""
    kept = list(dict.fromkeys(notes))
    named: dict[str, dict[str, None]] = {}
    for note in kept:
        named.setdefault(note.name, {})[note.place] = None
    told_of = (wording.SOURCES.format(name=name, places=", ".join(held)) for name, held in named.items())
    places = fit("; ".join(told_of), most=2, across=FOOT)
    if places:
        told = [(wording.SOURCE.format(sources=places), Pt(13), False, _PALE)]
        _text(slide, (_LEFT, Mm(172), _ACROSS, Mm(14)), told, PP_ALIGN.LEFT)
    _speaker(slide, "\n".join(wording.NOTE.format(quote=note.quote, source=note.source) for note in kept))


def _heading(slide: Slide, title: str, over: str) -> None:
    if over:
        top = Mm(9) if lines_of(over, _OVER) < 2 else Mm(3)  # two lines begin higher
        _text(slide, (_LEFT, top, _ACROSS, Mm(8)), [(over, Pt(15), False, _PALE)], PP_ALIGN.LEFT)
    size = Pt(32) if lines_of(title, HEAD) < 2 else Pt(24)
    _text(slide, (_LEFT, Mm(16), _ACROSS, Mm(20)), [(title, size, True, _DARK)], PP_ALIGN.LEFT)


def _blank(deck: PresentationType) -> Slide:
    slide: Slide = deck.slides.add_slide(deck.slide_layouts[_BLANK])
    return slide


def _text(
    slide: Slide, place: tuple[Length, Length, Length, Length], texts: Sequence[tuple[str, Pt, bool, RGBColor]],
    align: PP_ALIGN,
    after: Pt | None = None,
) -> None:  # fmt: skip
    frame = slide.shapes.add_textbox(*place).text_frame
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.TOP
    for at, (text, size, bold, colour) in enumerate(texts):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.alignment = align
        if after is not None:
            paragraph.space_after = after
        _run(paragraph, text, size, bold, colour)


def _run(paragraph: object, text: str, size: Pt, bold: bool, colour: RGBColor) -> None:
    run = paragraph.add_run()  # type: ignore[attr-defined]
    run.text = text
    run.font.name, run.font.size, run.font.bold = FONT, size, bold
    run.font.color.rgb = colour


def _speaker(slide: Slide, text: str) -> None:
    if text:
        slide.notes_slide.notes_text_frame.text = text  # type: ignore[union-attr]


def _use_one_font(deck: PresentationType) -> None:
    """Name the font in the theme of the slides and in that of their notes, which is there once a slide has some."""
    for part in deck.part.package.iter_parts():
        if not part.content_type.endswith("theme+xml"):
            continue
        xml = one_font_theme(part.blob)
        if isinstance(part, XmlPart):  # made by python-pptx, not read from its template
            part._element = parse_xml(xml)
        else:
            part._blob = xml
