"""PDF files for tests, each word put where it shall stand, in a font that has Vietnamese letters."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import matplotlib
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONT = "DejaVu"
SIZE = 12.0
LEFT, RIGHT, TOP = 85.0, 540.0, 60.0
STEP = 18.0
_FILE = Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"


def width_of(text: str, size: float) -> float:
    """Return how wide a text is set, in points."""
    return float(pdfmetrics.stringWidth(text, FONT, size))


class Sheet:
    """Pages on which lines are set, from the top; `y` is where the next line goes."""

    def __init__(self) -> None:
        if FONT not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(FONT, _FILE))
        self._out = BytesIO()
        self.canvas = Canvas(self._out, A4)
        self.y = TOP

    def put(self, text: str, x: float = LEFT, *, y: float | None = None, size: float = SIZE) -> float:
        """Set text at x, on the line at y (or on the next one without moving on); return where it ends."""
        self.canvas.setFont(FONT, size)
        self.canvas.drawString(x, A4[1] - (self.y if y is None else y), text)
        return x + width_of(text, size)

    def line(self, text: str, x: float = LEFT, *, size: float = SIZE) -> None:
        """Set a line and go to the next."""
        self.put(text, x, size=size)
        self.y += STEP

    def middle(self, text: str, *, centre: float = (LEFT + RIGHT) / 2, y: float | None = None) -> None:
        """Set a centred line; go to the next unless y is given."""
        width = width_of(text, SIZE)
        self.put(text, centre - width / 2, y=y)
        self.y += STEP if y is None else 0

    def paragraph(self, text: str, *, indent: float = 28.0, size: float = SIZE) -> None:
        """Set a paragraph, broken where the page's width breaks it and spread to both sides."""
        lines: list[list[str]] = [[]]
        for word in text.split():
            room = RIGHT - LEFT - (indent if len(lines) == 1 else 0)
            if width_of(" ".join([*lines[-1], word]), size) > room:
                lines.append([])
            lines[-1].append(word)
        for at, words in enumerate(lines):
            x = LEFT + (0 if at else indent)
            self._spread(words, x, 0.0 if at == len(lines) - 1 else RIGHT - x, size)
            self.y += STEP

    def _spread(self, words: list[str], x: float, width: float, size: float) -> None:
        natural = sum(width_of(word, size) for word in words)
        space = (width - natural) / (len(words) - 1) if width and len(words) > 1 else size * 0.32
        for word in words:
            x = self.put(word, x, size=size) + space

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a line."""
        self.canvas.line(x0, A4[1] - y0, x1, A4[1] - y1)

    def table(self, rows: list[list[str]], sides: list[float], *, height: float = 22.0) -> None:
        """Set a table with a ruled line around every cell, each cell one line."""
        top = self.y
        for row in rows:
            for text, x in zip(row, sides, strict=False):
                self.put(text, x + 3, y=self.y + height - 7, size=10)
            self.rule(sides[0], self.y, sides[-1], self.y)
            self.y += height
        self.rule(sides[0], self.y, sides[-1], self.y)
        for x in sides:
            self.rule(x, top, x, self.y)
        self.y += STEP

    def turn(self) -> None:
        """Begin another page."""
        self.canvas.showPage()
        self.y = TOP

    def bytes(self) -> bytes:
        """Return the file."""
        self.canvas.showPage()
        self.canvas.save()
        return self._out.getvalue()


def lay_on(sheet: Sheet, kind: str, words: str, x: float, y: float, **more: str) -> None:
    """Lay an annotation that shows `words` (plain Latin letters) on the page, from the top; more: names in it."""
    canvas = sheet.canvas
    wide, high = 12.0 + 6 * len(words), 16.0
    box = [x, A4[1] - y - 4, x + wide, A4[1] - y - 4 + high]
    helvetica = {"Type": PDFName("Font"), "Subtype": PDFName("Type1"), "BaseFont": PDFName("Helvetica")}
    fonts = PDFDictionary({"F": PDFDictionary(helvetica)})
    form = {
        "Type": PDFName("XObject"), "Subtype": PDFName("Form"), "BBox": PDFArray([0, 0, wide, high]),
        "Resources": PDFDictionary({"Font": fonts}),
    }  # fmt: skip
    shown = PDFStream(PDFDictionary(form), f"BT /F 12 Tf 0 4 Td ({words}) Tj ET")
    shown.filters = []
    look = PDFDictionary({"N": canvas._doc.Reference(shown)})
    entries = {"Type": PDFName("Annot"), "Subtype": PDFName(kind), "F": 4, "Rect": PDFArray(box), "AP": look}
    canvas._addAnnotation(PDFDictionary(entries | {key: PDFName(name) for key, name in more.items()}))
