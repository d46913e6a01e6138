"""English of public administration -> the Vietnamese that plans use, a module for each field of words.

An entry is "english = vietnamese"; entries are parted by ";" or a line's end, "#" begins a comment. Inflected forms
("submitted", "certificates of merit") need no entry of their own: `english.render` compares stems. Of translations
parted by "|" it chooses what the plans print. Later blocks overrule earlier ones.
"""

from __future__ import annotations

from knowledge.understanding.tables.glossary import (
    deeds,
    fields,
    general,
    life,
    manners,
    offices,
    papers,
    people,
    times,
    work,
)


def _parse(text: str) -> dict[str, str]:
    lines = (line for line in text.split("\n") if not line.startswith("#"))
    entries = (entry.split("=") for line in lines for entry in line.split(";") if entry.strip())
    return {english.strip(): vietnamese.strip() for english, vietnamese in entries}


_SAYING: dict[str, str] = {}
for _block in (offices, deeds, fields, work, people, papers, life, general, times):
    _SAYING |= _parse(_block.ENTRIES)
GLOSSARY = _SAYING | _parse(manners.ENTRIES)
LONGEST = max(len(phrase.split()) for phrase in GLOSSARY)
_PIECES = frozenset({"minh", "chi", "co", "ho", "don", "t", "ts", "s", "d", "m", "ve", "re", "o"})
WORDS = frozenset(word for phrase in _SAYING for word in phrase.split()) - _PIECES
"""English words that say something about plans."""
