"""Characters of symbol fonts, which Word stores as code points of the private use area (U+F020 to U+F0FF)."""

from __future__ import annotations

_BULLETS = {
    0xB7: "•", 0xA7: "▪", 0x6E: "■", 0x6C: "●", 0xD8: "➢", 0x76: "➢", 0xFC: "✓", 0x71: "☐", 0xA8: "☐", 0xFE: "✓",
    0x2D: "-", 0xE0: "→", 0xF0: "→", 0xDF: "←", 0x9F: "•", 0x77: "▪", 0xA1: "○", 0x6F: "☐", 0x52: "✓", 0x54: "☐",
}  # fmt: skip
_SYMBOL = {
    0xB7: "•", 0xB3: "≥", 0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xA5: "∞",
    0xAE: "→", 0xAC: "←", 0xAD: "↑", 0xAF: "↓", 0xDE: "⇒", 0x2D: "-", 0xBE: "–", 0xA2: "′", 0xB2: "″", 0xBC: "…",
    0xE5: "∑", 0xD6: "√", 0xCE: "∈", 0xA9: "♥", 0xD4: "™", 0xD2: "®", 0xD3: "©", 0x61: "α", 0x62: "β", 0x67: "γ",
    0x64: "δ", 0x44: "Δ", 0x6D: "μ", 0x70: "π", 0x73: "σ", 0x53: "Σ", 0x57: "Ω", 0x77: "ω", 0x6C: "λ", 0x71: "θ",
}  # fmt: skip
_PRIVATE = range(0xF020, 0xF100)


def symbol(code: int, font: str) -> str:
    """Return what the character at `code` of a symbol font looks like, as Unicode.

    font: its name; of fonts that are not known the printable ASCII is taken as it is, and the rest as a bullet.
    """
    if code not in _PRIVATE and code > 0xFF:
        return chr(code)
    low = code & 0xFF
    table = _BULLETS if font.lower().startswith(("wingdings", "webdings", "zapf", "monotype")) else _SYMBOL
    found = table.get(low)
    if found is not None:
        return found
    if 0x20 <= low < 0x7F:
        return chr(low)
    return "•" if table is _BULLETS else chr(low) if low >= 0xA0 else ""


def bullet(text: str, font: str) -> str:
    """Return the bullet that Word draws for a list level's text."""
    if text == "o":  # the letter in Courier New is Word's own round bullet
        return "○"
    drawn = "".join(symbol(ord(char), font or "Symbol") if ord(char) in _PRIVATE else char for char in text).strip()
    return {"§": "▪", "v": "➢", "Ø": "➢", "ü": "✓", "·": "•", "l": "●", "n": "■", "q": "☐"}.get(drawn, drawn) or "•"
