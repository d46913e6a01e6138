"""A regulation by its articles: what each settles, in the plan's words, and the terms that it defines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from knowledge.answering.present import digits, plain, sentence_case
from knowledge.briefing import wording
from knowledge.briefing.lines import Pen
from knowledge.briefing.model import Block, Kind, Line, proved_by
from knowledge.briefing.quoting import cut, head
from knowledge.facts.reading import sentences
from knowledge.model import Citation, Section
from knowledge.parsing.heads import is_numbering
from knowledge.patterns import later
from knowledge.text import MappedText, fold

FEWEST = 3
"""Articles of a document that is told by them."""
_ARTICLE = later(r"Điều \d+\w?")
_DEFINES = later(r"\b(?:giai thich|dinh nghia)\b.*\b(?:tu ngu|thuat ngu|khai niem)\b|^(?:tu ngu|thuat ngu)\b")
_QUOTED_TERM = later(r"[“\"](?P<term>[^“”\"]{2,120})[”\"]\s+(?:là\s+)?(?P<told>.+)", re.DOTALL)
_TERM = later(r"(?P<term>\S+(?:\s+\S+){0,9}?)\s+là\s+(?P<told>.+)", re.DOTALL)
_LEADS_ON = later(r":\s*$")
_ENDS = " .;,:/"
_FILLED = 0.5
"""Of the characters of an article, from which on a clause that does not fit is left out, not cut."""


class Piece(NamedTuple):
    """A sentence of an article, or a term, and its citations. first: whether its clause begins with it."""

    words: str
    cited: tuple[Citation, ...]
    first: bool = True


def articles(pen: Pen, limit: int) -> Block | None:
    """Return a line for each article of a regulation; None of another document. limit: characters of each."""
    lines = tuple(line for each in _articles(pen) if (line := _settles(pen, each, limit)))
    return Block(Kind.ARTICLES, wording.ARTICLES, lines) if len(lines) >= FEWEST else None


def terms(pen: Pen) -> Block | None:
    """Return the terms that a document defines, each with its words."""
    heads = [each for each in pen.stored.plan.walk() if _defines(each)]
    lines = tuple(_term(pen, section, body) for head in heads for section, body in _definitions(head))
    return Block(Kind.TERMS, wording.TERMS, lines) if lines else None


def in_rows(lines: Sequence[Line], most: int, limit: int) -> list[Line]:
    """Return the articles in at most `most` lines of about `limit` characters, neighbours together, each still told."""
    if len(lines) <= most:
        return [_short(line, limit) for line in lines]
    numbered = [(at * most // len(lines), line) for at, line in enumerate(lines)]
    return [_row([line for _, line in held], limit) for _, held in groupby(numbered, key=lambda each: each[0])]


def _row(lines: Sequence[Line], limit: int) -> Line:
    if len(lines) == 1:
        return _short(lines[0], limit)
    first, last = (line.label.partition(". ")[0] for line in (lines[0], lines[-1]))
    place = wording.FROM_TO.format(first=first, last=last)
    each = limit // len(lines)
    told = [head(line.full, each).rstrip(" .;") for line in lines]
    derived = tuple(dict.fromkeys(number for line in lines for number in line.derived))
    return Line("; ".join(told), proved_by(lines, place), derived=derived)


def _short(line: Line, limit: int) -> Line:
    return Line(cut(line.text, limit), line.note, line.label, line.derived)


def _articles(pen: Pen) -> list[Section]:
    return [each for each in pen.stored.plan.walk() if each.number and _ARTICLE.fullmatch(each.number)]


def _settles(pen: Pen, article: Section, limit: int) -> Line | None:
    """Tell an article by the first sentence of each of its clauses, as far as they fit, and by what else there is room
    for; one that defines terms by their names."""
    pieces = _names(pen, article) if _defines(article) else list(_pieces(pen, article))
    if not pieces:
        return None
    shown = _fitting(pieces, limit)
    joint = "; " if _defines(article) else " "
    text = cut(joint.join(piece.words for piece in shown), limit)
    left = len(pieces) - len(shown)
    more = wording.ARTICLE_REST.format(count=left) if left else ""
    title = plain(article.heading.text).strip(_ENDS)
    label = f"{article.number}. {title}" if title else article.number or ""
    cited = tuple(each for piece in shown for each in piece.cited)
    title_cited = pen.stored.plan.cite(article.path, article.heading) if title else ()
    return pen.write(text + more, (*title_cited, *cited), label=label, derived=digits(f"{article.number}{more}"))


def _fitting(pieces: Sequence[Piece], limit: int) -> list[Piece]:
    """Return what is told of an article, in its order: first sentences before others, the last one cut if need be."""
    shown, used = [0], len(pieces[0].words)
    for at, piece in sorted(enumerate(pieces[1:], 1), key=lambda each: not each[1].first):
        fits = used + len(piece.words) < limit
        if not fits and (used > limit * _FILLED or at < max(shown)):
            break  # what comes after it could be an exception to what is left out
        shown.append(at)
        used += len(piece.words) + 1
    return [pieces[at] for at in sorted(shown)]


def _pieces(pen: Pen, section: Section, *, top: bool = True, first: bool = True) -> Iterator[Piece]:
    """Yield the sentences of an article and of what stands in it; one that leads on, a heading too, with what it leads
    to. top: of the article itself; first: of its clauses, whose first sentences come first."""
    body, plan = section.body, pen.stored.plan
    if any(cell.text for _, cell in section.cells):
        yield _row_of(pen, section, first=first)
    spans = [] if section.cells else [(body, start, end) for start, end in sentences(body.text)]
    if not spans and section.heading.text and not top:
        spans = [(section.heading, 0, len(section.heading.text))]
    rest = section.children
    for at, (text, start, end) in enumerate(spans):
        leads, last = bool(_LEADS_ON.search(text.text[start:end])), at == len(spans) - 1
        if top and leads and last and rest:
            continue
        words = plain(text.text[start:end]).strip(_ENDS)
        cited = plan.cite(section.path, text, start, end)
        end_mark = ":" if leads else "."
        if last and rest and not top and (leads or text is section.heading):
            below = [_below(pen, each) for each in rest]
            words, end_mark = f"{words}: {'; '.join(piece.words for piece in below if piece.words)}", "."
            cited = (*cited, *(found for piece in below for found in piece.cited))
            rest = tuple(below for each in rest for below in each.children)
        if words.strip(_ENDS):
            yield Piece(f"{sentence_case(words)}{end_mark}", cited, first and (at == 0 or leads))
    for each in rest:
        yield from _pieces(pen, each, top=False, first=top)


def _below(pen: Pen, section: Section) -> Piece:
    """Tell what a clause leads to: an item, or a row of its table."""
    if section.cells:
        row = _row_of(pen, section)
        return row._replace(words=row.words.rstrip("."))
    text = section.body if section.body.text else section.heading
    return Piece(plain(text.text).strip(_ENDS), pen.stored.plan.cite(section.path, text))


def _row_of(pen: Pen, section: Section, *, first: bool = False) -> Piece:
    """Tell a row by what it is about, then each other cell after its head: "Bằng khen (Số lượng: 02 bộ)"."""
    told = [(plain(head), plain(cell.text).strip(_ENDS)) for head, cell in section.cells if not is_numbering(head)]
    (_, about), *others = [(head, words) for head, words in told if words] or [("", "")]
    beside = "; ".join(f"{head}: {words}" if head else words for head, words in others)
    words = f"{about} ({beside})" if beside else about
    return Piece(f"{sentence_case(words)}.", pen.stored.plan.cite(section.path, section.body), first)


def _defines(section: Section) -> bool:
    return bool(section.heading.text and _DEFINES.search(fold(section.heading.text)))


def _definitions(head: Section) -> Iterator[tuple[Section, MappedText]]:
    """Yield what stands under a heading on terms, but for the words that only lead to them."""
    for section in head.walk():
        if section.body.text and not section.cells and not _LEADS_ON.search(section.body.text):
            yield section, section.body


def _names(pen: Pen, head: Section) -> list[Piece]:
    """Return the terms themselves."""
    told = [(_parsed(body.text)[0], section, body) for section, body in _definitions(head)]
    return [Piece(name, pen.stored.plan.cite(section.path, body)) for name, section, body in told if name]


def _term(pen: Pen, section: Section, body: MappedText) -> Line:
    name, told = _parsed(body.text)
    cited = pen.stored.plan.cite(section.path, body)
    return pen.write(told, cited, label=name)


def _parsed(text: str) -> tuple[str, str]:
    """Return a term and what it means; "" and the words as they are where they name none."""
    told = plain(text).strip(" ;,")
    found = _QUOTED_TERM.match(told) or _TERM.match(told)
    return (found["term"], found["told"]) if found else ("", told)
