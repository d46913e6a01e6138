"""A paragraph's runs -> its text as Word shows it: changes accepted, hidden text left out, notes bound to marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from knowledge.readers.docx.styles import Styles
from knowledge.readers.docx.symbols import symbol
from knowledge.readers.docx.xml import MC, WPS, Element, M, V, W, branches, child, number, toggle
from knowledge.readers.oldfonts import OldFont, convert, is_capital_font, old_font

_GONE = {W + name for name in ("del", "moveFrom", "rPr", "pPr", "sdtPr", "sdtEndPr", "instrText", "delText", "rt")}
_AROUND = {
    W + name
    for name in (
        "ins", "moveTo", "hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "fldSimple", "dir", "bdo",
        "rubyBase", "object", "pict", "drawing",
    )
}  # fmt: skip
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_DIGITS = re.compile(r"\s*\d[\d,]*\s*")
_TABS = re.compile(r"[\t ]*\t[\t ]*")
_PRIVATE = re.compile("[\uf020-\uf0ff]")
_CODE = re.compile(r"[0-9A-Fa-f]{1,5}")
_WORKED_OUT = re.compile(
    r"\s*(?:(?:DATE|TIME)\b|(SAVEDATE|PRINTDATE|FILENAME|TITLE|SUBJECT|KEYWORDS|COMMENTS)\b"
    r'|((?:PAGE|NOTE)?REF\s+)"?([\w.]+))'
)
_SILENT = re.compile(r"\s*(?:SET|ASK)\b")
"""Fields that only keep a value: Word stores it as their result and doesn't show it."""
BREAK = "\n"


@dataclass(slots=True)
class Notes:
    """The notes that a document's text points to, numbered in the order of their marks. bodies: text by kind and id."""

    bodies: dict[tuple[str, str], str] = field(default_factory=dict)
    after_footnotes: int = 0  # endnotes go on from the footnotes' count, so that no two notes have the same number
    _given: dict[tuple[str, str], int] = field(default_factory=dict)
    _waiting: list[str] = field(default_factory=list)

    def mark(self, kind: str, key: str) -> str:
        """Return the mark for a reference, and keep the note until `take`."""
        body = self.bodies.get((kind, key))
        if body is None:
            return ""
        if (kind, key) not in self._given:
            first = self.after_footnotes if kind == "endnote" else 0
            self._given[kind, key] = first + 1 + sum(1 for other, _ in self._given if other == kind)
            self._waiting.append(f"[{self._given[kind, key]}] {body}")
        return f"[{self._given[kind, key]}]"

    def take(self) -> list[str]:
        """Return the notes whose marks have come since the last time."""
        taken, self._waiting = self._waiting, []
        return taken


@dataclass(slots=True)
class _Field:
    """A field that has begun; its code is not shown, its result is, unless it is known better. filled: what was chosen
    or ticked in a form's field."""

    in_code: bool = True
    code: str = ""
    replaced: bool = False
    filled: str = ""

    @property
    def is_hidden(self) -> bool:
        """Tell whether what comes now is not shown."""
        return self.in_code or self.replaced


@dataclass(slots=True)
class Reader:
    """Reads runs. boxes: what to do with a text box's content; fonts: old fonts that were met, and whether they
    were converted; shown: what fields that a converter works out anew showed in the file that it read, in order, by
    `worked_out`."""

    styles: Styles
    notes: Notes
    boxes: Callable[[Element], None]
    fonts: dict[str, bool] = field(default_factory=dict)
    shown: dict[str, list[str]] = field(default_factory=dict)
    _fields: list[_Field] = field(default_factory=list)

    def text(self, paragraph: Element) -> str:
        """Return a paragraph's text as it runs; BREAK stands for a line break inside it."""
        style = self.styles.of(paragraph)
        pieces = list(self._pieces(paragraph, style))
        self._fields = [field_ for field_ in self._fields if not field_.in_code]  # a code never leaves its paragraph
        return "".join(pieces)

    def _pieces(self, parent: Element, style: str | None) -> Iterator[str]:
        for node in branches(parent):
            if node.tag == W + "r":
                yield self._run(node, style)
            elif node.tag in _GONE:
                continue
            elif node.tag in (M + "oMath", M + "oMathPara"):
                yield "".join(found.text or "" for found in node.iter(M + "t"))
            elif node.tag in _AROUND:
                yield from self._pieces(node, style)

    def _run(self, run: Element, style: str | None) -> str:
        if self.styles.is_on(run, style, "vanish"):
            return ""
        out: list[str] = []
        font = self.styles.font(run, style)
        for node in branches(run):
            name = node.tag.rpartition("}")[2]
            if name == "fldChar":
                out.append(self._field(node))
            elif name == "instrText" and self._fields:
                self._fields[-1].code += node.text or ""
            elif self._hidden or node.tag in _GONE:
                continue
            else:
                out.append("".join(self._pieces(node, style)) if name == "ruby" else self._content(name, node, font))
        text = "".join(out)
        if self.styles.raised(run, style) == "superscript" and _DIGITS.fullmatch(text):
            return text.translate(_SUPERSCRIPT)
        if text and (self.styles.is_on(run, style, "caps") or self.styles.is_on(run, style, "smallCaps")):
            return text.upper()
        return text

    def _content(self, name: str, node: Element, font: str) -> str:
        if name == "t":
            return self._letters(node.text or "", font)
        if name == "sym":
            code = _CODE.fullmatch(node.get(W + "char") or "")
            return self._symbol(int(code[0], 16), node.get(W + "font") or font) if code else ""
        if name in {"footnoteReference", "endnoteReference"}:
            return self.notes.mark(name.removesuffix("Reference"), node.get(W + "id") or "")
        if name == "softHyphen":  # Word's own name for the byte that is a letter in TCVN3
            return self._letters("\u00ad", font) if old_font(font) is OldFont.TCVN3 else ""
        if name in {"drawing", "pict", "object"}:
            for box in _boxes(node):
                self.boxes(box)
            return ""
        return {"tab": "\t", "ptab": "\t", "br": BREAK, "cr": BREAK, "noBreakHyphen": "-"}.get(name, "")

    def _symbol(self, code: int, font: str) -> str:
        return symbol(code, font) if old_font(font) is OldFont.NONE else self._letters(chr(code), font)

    def _letters(self, text: str, font: str) -> str:
        table = old_font(font)
        if _PRIVATE.search(text):  # where Word takes a font for one of symbols, also the letters of an old font
            of_letters = table is not OldFont.NONE
            text = _PRIVATE.sub(
                lambda match: chr(ord(match[0]) & 0xFF) if of_letters else symbol(ord(match[0]), font or "Symbol"), text
            )
        if table is OldFont.NONE:
            return text
        converted = convert(text, table)
        self.fonts[font] = converted is not None
        shown = text if converted is None else converted
        return shown.upper() if is_capital_font(font) else shown

    @property
    def _hidden(self) -> bool:
        return any(field_.is_hidden for field_ in self._fields)

    def _field(self, node: Element) -> str:
        """Begin, turn to the result of, or end a field; return the result where it is known better than the file's."""
        kind = node.get(W + "fldCharType")
        if kind == "begin":
            self._fields.append(_Field(filled=_filled(node)))
        elif kind == "separate" and self._fields:
            begun = self._fields[-1]
            begun.in_code = False
            if shown := self.shown.get(worked_out(begun.code) or ""):
                begun.replaced = True
                return shown.pop(0)
            begun.replaced = bool(begun.filled or _SILENT.match(begun.code))
        elif kind == "end" and self._fields:
            filled = self._fields.pop().filled
            return "" if self._hidden else filled
        return ""


def worked_out(code: str) -> str | None:
    """Return the same for fields that show the same, of those that a converter works out anew, else None."""
    match = _WORKED_OUT.match(code)
    if match is None:
        return None
    return match[1] or (f"{match[2].strip()} {match[3]}" if match[2] else "DATE")


def _filled(begin: Element) -> str:
    """Return the entry that is chosen in a form's list, or a ticked or empty box: Word shows it and stores no text."""
    entries, box = child(begin, "ffData", "ddList"), child(begin, "ffData", "checkBox")
    if box is not None:
        ticked = toggle(box, "checked")
        return "☒" if (toggle(box, "default") if ticked is None else ticked) else "☐"
    if entries is None:
        return ""
    chosen = number(entries, "result")
    at = (number(entries, "default") or 0) if chosen is None else chosen
    texts = [entry.get(W + "val") or "" for entry in entries.findall(W + "listEntry")]
    return texts[at] if 0 <= at < len(texts) else ""


def _boxes(node: Element) -> Iterator[Element]:
    """Yield the contents of text boxes in a drawing, each once."""
    for box in node.iter(WPS + "txbx", V + "textbox"):
        content = child(box, "txbxContent")
        if content is not None and not any(up.tag == MC + "Fallback" for up in box.iterancestors()):
            yield content


def tidy(text: str) -> str:
    """Trim each line; a tab stays only between two words."""
    lines = (_TABS.sub("\t", line).strip() for line in text.split(BREAK))
    return BREAK.join(line for line in lines if line)
