"""RawDocument -> Plan -> Passages: how administrative documents are built, read without knowing any of them.

`documents_of` parts a file into its documents, `parse` reads one, `cut` makes passages of it, `find_references` finds
the documents that a text names, `place_of_signature` what looks like a signature that `parse` didn't know. What reads
documents is loaded to read one: answers need sentences only.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from knowledge.parsing.sentences import clauses, sentences

if TYPE_CHECKING:
    from knowledge.parsing.attached import documents_of, part_digest
    from knowledge.parsing.parser import parse
    from knowledge.parsing.passages import cut
    from knowledge.parsing.references import Reference, find_references
    from knowledge.parsing.unsigned import place_of_signature

__all__ = [
    "Reference",
    "clauses",
    "cut",
    "documents_of",
    "find_references",
    "parse",
    "part_digest",
    "place_of_signature",
    "sentences",
]
_READS = {
    "Reference": "references",
    "cut": "passages",
    "documents_of": "attached",
    "find_references": "references",
    "parse": "parser",
    "part_digest": "attached",
    "place_of_signature": "unsigned",
}


def __getattr__(name: str) -> Any:
    if name not in _READS:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_READS[name]}"), name)
