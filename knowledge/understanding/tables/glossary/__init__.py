"""English of public administration -> the Vietnamese that plans use, a module for each field of words.

An entry is "english = vietnamese"; entries are parted by ";" or a line's end, "#" begins a comment. Inflected forms
("submitted", "certificates of merit") need no entry of their own: `english.render` compares stems.
"""

from __future__ import annotations

from knowledge.understanding.tables.glossary import fields, general, papers, people, work


def _parse(text: str) -> dict[str, str]:
    lines = (line for line in text.split("\n") if not line.startswith("#"))
    entries = (entry.split("=") for line in lines for entry in line.split(";") if entry.strip())
    return {english.strip(): vietnamese.strip() for english, vietnamese in entries}


GLOSSARY: dict[str, str] = {
    english: vietnamese
    for block in (fields.ENTRIES, work.ENTRIES, people.ENTRIES, papers.ENTRIES, general.ENTRIES)
    for english, vietnamese in _parse(block).items()
}
LONGEST = max(len(phrase.split()) for phrase in GLOSSARY)
WORDS = frozenset(word for phrase in GLOSSARY for word in phrase.split())
