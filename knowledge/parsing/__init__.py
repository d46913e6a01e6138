"""RawDocument -> Plan -> Passages: how administrative documents are built, read without knowing any of them.

`documents_of` parts a file into its documents, `parse` reads one, `cut` makes passages of it, `find_references` finds
the documents that a text names, `place_of_signature` what looks like a signature that `parse` didn't know. What reads
documents is loaded to read one: answers need sentences only.
"""

from typing import TYPE_CHECKING

from knowledge.parsing.sentences import clauses, sentences
from knowledge.rooms import opened_later

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
__getattr__ = opened_later(
    __name__,
    {
        "attached": "documents_of part_digest",
        "parser": "parse",
        "passages": "cut",
        "references": "Reference find_references",
        "unsigned": "place_of_signature",
    },
)
