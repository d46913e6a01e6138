"""RawDocument -> Plan -> Passages: how administrative documents are built, read without knowing any of them.

`parse` reads a document, `cut` makes passages of it, `find_references` finds the documents that a text names.
"""

from knowledge.parsing.parser import parse
from knowledge.parsing.passages import cut
from knowledge.parsing.references import Reference, find_references
from knowledge.parsing.sentences import clauses, sentences

__all__ = ["Reference", "clauses", "cut", "find_references", "parse", "sentences"]
