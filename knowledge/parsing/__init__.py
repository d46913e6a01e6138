"""RawDocument -> Plan -> Passages: how administrative documents are built, read without knowing any of them.

`documents_of` parts a file into its documents, `parse` reads one, `cut` makes passages of it, `find_references` finds
the documents that a text names.
"""

from knowledge.parsing.attached import documents_of, part_digest
from knowledge.parsing.parser import parse
from knowledge.parsing.passages import cut
from knowledge.parsing.references import Reference, find_references
from knowledge.parsing.sentences import clauses, sentences

__all__ = ["Reference", "clauses", "cut", "documents_of", "find_references", "parse", "part_digest", "sentences"]
