"""A briefing to a Word hand-out: A4, one font, a real footnote on every line, the key of the quiz on the last page.

Margins follow Nghị định 30/2020/NĐ-CP, annex I: 20 mm above and below, 30 mm left, 15 mm right.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from knowledge.answering.present import date_text
from knowledge.answering.wording import VI
from knowledge.briefing import wording
from knowledge.briefing.contents import subtitle
from knowledge.briefing.model import Block, Briefing, Kind, Line, Note, Part
from knowledge.briefing.quoting import needed
from knowledge.briefing.writers import tables
from knowledge.briefing.writers.fit import width
from knowledge.briefing.writers.fonts import use_one_font
from knowledge.briefing.writers.footnotes import Footnotes
from knowledge.briefing.writers.grids import by_columns
from knowledge.quiz.wording import LETTERS

BODY = Pt(13)
_INK = RGBColor(0, 0, 0)
_BOX = "□"
"""U+25A1: Times New Roman has it, and not the ballot box U+2610, for which Word would change the font."""

_WHOLE = 10
"""Items of a list that no page break cuts."""
_SHORT_CHOICE = 17
"""Em of a choice that takes less than half a line."""


def handout(briefing: Briefing) -> bytes:
    """Return the .docx."""
    document = Document()
    _Sheet(document, Footnotes(document)).fill(briefing)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def quiz_sheet(briefing: Briefing) -> bytes:
    """Return the .docx of its quiz alone, with its key on a last page of its own."""
    document = Document()
    _Sheet(document, Footnotes(document)).fill_quiz(briefing)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


class _Sheet:
    """The document while it is written."""

    def __init__(self, document: DocumentType, notes: Footnotes) -> None:
        self.document = document
        self.notes = notes
        self.several = False
        _set_page(document)
        _set_styles(document)

    def fill(self, briefing: Briefing) -> None:
        self.several = len(briefing.parts) > 1
        self._title(briefing)
        if briefing.comparison:
            self._block(briefing.comparison)
        for part in briefing.parts:
            self._part(part)
        if briefing.talk:
            self._block(briefing.talk)
        self._quiz(briefing)
        self._close(briefing)

    def fill_quiz(self, briefing: Briefing) -> None:
        self.several = len(briefing.parts) > 1
        self._paragraph(wording.QUIZ, "Title")
        for part in briefing.parts:
            self._paragraph(part.name, "Subtitle")
        _foot(self.document, briefing)
        self._questions(briefing)
        self._close(briefing)

    def _close(self, briefing: Briefing) -> None:
        use_one_font(self.document)
        self.notes.close()
        properties = self.document.core_properties
        properties.title, properties.author, properties.comments = briefing.title, "Sổ tay Dân vận", ""
        properties.language = "vi-VN"

    def _title(self, briefing: Briefing) -> None:
        self._paragraph(briefing.title, "Title")
        if len(briefing.parts) == 1:
            self._paragraph(briefing.parts[0].heading, "Subtitle")
            self._paragraph(briefing.parts[0].matter, "Subtitle")
        if briefing.topic:
            self._paragraph(wording.TOPIC.format(topic=briefing.topic), "Subtitle")
        self._paragraph(subtitle(briefing), "Aside")
        self._paragraph(briefing.timing.text, "Aside")
        _foot(self.document, briefing)

    def _part(self, part: Part) -> None:
        if self.several:
            self._paragraph(f"{part.name}: {part.heading}", "Part")
        for block in part.blocks:
            self._block(block, under=self.several)
            for caution in part.cautions if block.kind is Kind.TITLE else ():
                self._paragraph(caution, "Caution")

    def _block(self, block: Block, *, under: bool = False) -> None:
        if block.kind is not Kind.TITLE:
            self.notes.begin_again()
            head = self._paragraph(block.title, "Heading 2" if under else "Heading 1")
            if block.lead and block.lead.note:
                self._note(head, block.lead.note, block.lead.full)
        if block.kind is Kind.TITLE:
            self._fields(block)
        elif block.kind is Kind.COMPARISON:
            for piece in by_columns(block):
                self._table(piece)
        elif block.rows:
            self._table(block)
        elif block.groups:
            self._checklist(block)
        numbered = block.kind in (Kind.LIST, Kind.TALK)
        for number, line in enumerate(block.lines if block.kind is not Kind.TITLE else (), 1):
            told = self._line(line, "Check" if numbered else "Bullet", f"{number}.\t" if numbered else "–\t")
            last = number == len(block.lines)
            # what is said below a list stays with its end, and of the last questions none stands alone on a page
            ends = block.kind is Kind.TALK and number + 1 == len(block.lines)
            whole = block.kind is Kind.LIST and len(block.lines) <= _WHOLE and not last
            told.paragraph_format.keep_with_next = ends or whole or (last and bool(block.rest))
        if block.rest:
            self._paragraph(block.rest, "Aside left")

    def _fields(self, block: Block) -> None:
        rows = [(label, value) for value in block.lines for label in [Line(value.label)]]
        table = tables.add(self.document, (42, 123), len(rows))
        for row, (label, value) in zip(table.rows, rows, strict=True):
            self._cell(row.cells[0].paragraphs[0], label, "", bold=True)
            self._cell(row.cells[1].paragraphs[0], Line(value.text, value.note), value.text)
        for row in table.rows[:-1]:  # one page holds them, with the heading above
            for cell in row.cells:
                cell.paragraphs[0].paragraph_format.keep_with_next = True

    def _table(self, block: Block) -> None:
        widths = tables.widths(block)
        table = tables.add(self.document, widths, len(block.rows), block.heads)
        for row, cells in zip(table.rows[1:], block.rows, strict=True):
            told: set[Note] = set()
            for at, (cell, line) in enumerate(zip(row.cells, cells, strict=True)):
                again = line.note is None or line.note in told  # one note a row where its cells share their words
                shown = Line(line.text) if again else line
                shared = " ".join(each.text for each in cells if each.note == line.note)
                self._cell(cell.paragraphs[0], shown, shared, bold=at == 0)
                told |= {line.note} if line.note else set()
        self._paragraph("", "Gap")

    def _checklist(self, block: Block) -> None:
        """Begin the first task of each actor with its name, the others under it, in paragraphs: a name above them stays
        behind at the foot of a page when a footnote needs the next one, and rows of a table leave half a page empty."""
        for group in block.groups:
            own = {line.note for line in group.lines}  # no note of its own where a task's words prove it
            for at, line in enumerate(group.lines):
                told = self._paragraph(f"{_BOX}\t", "Under" if at else "Check")
                if at == 0:
                    told.add_run(group.name.text).bold = True
                    if group.name.note and group.name.note not in own:
                        self._note(told, group.name.note, group.name.text)
                    told.add_run(": ").bold = True
                told.add_run(line.text + line.mark)
                if line.note:
                    above = f"{group.name.text}: " if line.note == group.name.note else ""
                    self._note(told, line.note, above + line.text)
                last = line is group.lines[-1] and group is block.groups[-1]
                told.paragraph_format.keep_with_next = last and bool(block.rest)

    def _cell(self, paragraph: Paragraph, line: Line, proved: str, *, bold: bool = False) -> None:
        paragraph.style = self.document.styles["Cell"]
        paragraph.add_run(line.text + line.mark).bold = bold
        if line.note:
            self._note(paragraph, line.note, proved)

    def _line(self, line: Line, style: str, before: str) -> Paragraph:
        paragraph = self._paragraph(before, style)
        if line.label:
            paragraph.add_run(f"{line.label}: ").bold = True
        paragraph.add_run(line.text + line.mark)
        if line.note:
            self._note(paragraph, line.note, line.text)
        return paragraph

    def _note(self, paragraph: Paragraph, note: Note, told: str) -> None:
        """Refer to a note that quotes the clauses which prove `told`; one plan alone needs no name in each."""
        proof = replace(note, citations=needed(note.citations, told)).quote
        self.notes.refer(paragraph, proof, note.source if self.several else note.place)

    def _quiz(self, briefing: Briefing) -> None:
        if briefing.quiz:
            self._paragraph(wording.QUIZ, "Heading 1")
            self._questions(briefing)

    def _questions(self, briefing: Briefing) -> None:
        """Write the questions, none of them cut by a page break, and the key on a page of its own."""
        self._paragraph(wording.QUIZ_NAME, "Normal").paragraph_format.keep_with_next = True
        for number, quizzed in enumerate(briefing.quiz, 1):
            written = [self._paragraph(f"{number}. {quizzed.question}", "Question"), *self._choices(quizzed.options)]
            last_but_one = number + 1 == len(briefing.quiz)  # the last has no page of its own
            for paragraph in written if last_but_one else written[:-1]:
                paragraph.paragraph_format.keep_with_next = True
        key = self._paragraph(wording.KEY, "Heading 1")
        key.paragraph_format.page_break_before = True
        self.notes.begin_again()
        for number, quizzed in enumerate(briefing.quiz, 1):
            right = quizzed.options[quizzed.correct]
            row = self._paragraph("", "Bullet")
            row.add_run(wording.KEY_ROW.format(number=number, letter=LETTERS[quizzed.correct])).bold = True
            row.add_run(right)
            self._note(row, quizzed.note, f"{quizzed.question} {right}")

    def _choices(self, options: Sequence[str]) -> list[Paragraph]:
        """Write the choices of a question, two beside each other where they are short."""
        told = [f"{_BOX} {LETTERS[at]}. {option}" for at, option in enumerate(options)]
        across = 2 if max(map(width, told)) <= _SHORT_CHOICE else 1
        rows = ["\t".join(told[at : at + across]) for at in range(0, len(told), across)]
        return [self._paragraph(row, "Choice") for row in rows]

    def _paragraph(self, text: str, style: str) -> Paragraph:
        return self.document.add_paragraph(text, style=style)


def _set_page(document: DocumentType) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)


def _set_styles(document: DocumentType) -> None:
    normal = _style(document, "Normal", BODY, after=4)
    normal.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    normal.element.get_or_add_rPr().append(_language())
    centre, just = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
    _style(document, "Title", Pt(15), bold=True, after=2, align=centre)
    _style(document, "Subtitle", BODY, bold=True, after=2, align=centre)
    _style(document, "Aside", Pt(11), italic=True, after=2, align=centre)
    _style(document, "Aside left", Pt(11.5), italic=True, after=4)
    _style(document, "Caution", Pt(12), bold=True, italic=True, before=4, after=4)
    _style(document, "Heading 1", Pt(14), bold=True, before=12, after=4, keep=True)
    part = _style(document, "Part", Pt(15), bold=True, before=18, after=6, keep=True)
    part.base_style = document.styles["Heading 1"]
    _style(document, "Heading 2", BODY, bold=True, before=10, after=4, keep=True)
    _style(document, "Bullet", BODY, after=3, hang=14, align=just)
    _style(document, "Check", BODY, after=3, hang=20, align=just)
    _style(document, "Under", BODY, after=3, hang=20, left=20, align=just)
    _style(document, "Question", BODY, before=6, after=2)
    _style(document, "Choice", BODY, after=1, left=18).paragraph_format.tab_stops.add_tab_stop(Mm(86))
    _style(document, "Cell", Pt(11.5), after=1)
    _style(document, "Gap", Pt(4), after=0)
    _style(document, "Footer", Pt(10), after=0)
    title = document.styles["Title"].element.pPr
    for border in title.findall(qn("w:pBdr")):  # the template's blue line under a title
        title.remove(border)
    for name in ("Title", "Subtitle"):  # and its spread letters
        run = document.styles[name].element.rPr
        for spread in [*run.findall(qn("w:spacing")), *run.findall(qn("w:kern"))]:
            run.remove(spread)


def _style(
    document: DocumentType, name: str, size: Pt, *, bold: bool = False, italic: bool = False, before: float = 0,
    after: float = 4, keep: bool = False, hang: float = 0, left: float = 0, align: WD_ALIGN_PARAGRAPH | None = None,
) -> ParagraphStyle:  # fmt: skip
    styles = document.styles
    style: ParagraphStyle = styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if name not in ("Normal",):
        style.base_style = styles["Normal"]
    style.font.size, style.font.bold, style.font.italic = size, bold, italic
    style.font.color.rgb = _INK
    shape = style.paragraph_format
    shape.space_before, shape.space_after = Pt(before), Pt(after)
    shape.keep_with_next, shape.widow_control = keep, True
    shape.left_indent, shape.first_line_indent = Pt(left + hang), Pt(-hang)
    if align is not None:
        shape.alignment = align
    return style


def _language() -> object:
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    return language


def _foot(document: DocumentType, briefing: Briefing) -> None:
    """Say under each page what this is, and which page."""
    footer = document.sections[0].footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer.add_run(f"{wording.FOOT} · {date_text(briefing.made_on, VI)} · {wording.PAGE}")
    run = footer.add_run()
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)


__all__ = ["handout", "quiz_sheet"]
