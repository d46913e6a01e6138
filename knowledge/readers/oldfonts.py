"""Vietnamese from before Unicode: which fonts and bytes belong to which table, and their conversion.

The tables are those of viparse, an optional dependency (the extra "oldfonts"): without it, text in an old font is
named as such and left as it is.
"""

from __future__ import annotations

from enum import StrEnum

from knowledge.patterns import later

MISSING = 'pip install "so-tay-dan-van[oldfonts]"'
"""What to run for the converter."""
_SUBSET = later(r"^[A-Z]{6}\+")


class OldFont(StrEnum):
    """The table in which a font's characters have to be read; the value is the table's name in viparse."""

    NONE = ""
    TCVN3 = "tcvn3"
    VNI = "vni"
    VISCII = "viscii"

    @property
    def label(self) -> str:
        """The table's name as people know it."""
        return self.value.upper()


def old_font(name: str) -> OldFont:
    """Return the table of a font by its name: ".VnTime", ".VnTimeH", "VNI-Times"."""
    plain = _SUBSET.sub("", name).upper()
    if plain.startswith(".VN"):
        return OldFont.TCVN3
    return OldFont.VNI if plain.startswith(("VNI-", "VNI ")) else OldFont.NONE


def is_capital_font(name: str) -> bool:
    """Tell whether a font shows small letters as capitals, as the TCVN3 fonts whose names end in H do."""
    return old_font(name) is OldFont.TCVN3 and name.rstrip().upper().endswith("H")


def convert(text: str, table: OldFont) -> str | None:
    """Return `text`, whose characters are the old table's bytes, in Unicode; None without the converter."""
    try:
        from viparse.normalize.encodings import get_charmap
        from viparse.normalize.tables import convert as by_table
    except ImportError:
        return None
    charmap = get_charmap(table.value)
    return str(by_table(text, charmap)) if charmap is not None else None
