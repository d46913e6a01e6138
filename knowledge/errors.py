"""Every failure that `knowledge` raises on purpose.

KnowledgeError              anything below; `str(error)` is one English line that names the fix
├── DocumentError           a file that cannot become a plan; the message names the file
│   ├── UnreadableFile      missing, empty, binary, wrong encoding, unsupported kind, encrypted, damaged, unsafe
│   └── NotAPlan            readable, but nothing in it looks like an administrative document
├── DataError               the data folder
│   ├── DataMissing         nothing has been ingested there yet
│   ├── DataUnwritable      read-only, or not a folder
│   ├── DataLocked          another process owns it
│   ├── DataAway            the database server does not answer; it may later
│   ├── CollectionChanged   what was to be replaced has been replaced or taken out meanwhile
│   └── DataIncompatible    written by a newer version, or damaged beyond what a rebuild repairs
├── SettingsError           an environment variable or a line of .env has a wrong value
├── BatchError              a file of questions has a wrong line; the message names it
├── UnknownUnit             a unit or plan named on the command line is not in the collection, or is several
├── ModelError              the embedding model cannot be loaded or gives wrong shapes
├── CorrectionError         what is given in place of a value is none of its kind, or the plan has no such place
├── BriefingError           a briefing cannot be made as asked; the message says of what it can
├── GoldError               a line of a gold question file is malformed; the message names line and field
└── CitationError           an answer quoted words that its source does not hold (a bug, never shown to a person)

"Not in the plans" is not here: it is an `Answer`.
"""

from __future__ import annotations

from enum import StrEnum


class KnowledgeError(Exception):
    """Base of every expected failure; the message is one line and names the fix."""


class Fault(StrEnum):
    """What is wrong with a file, for those who say it in another language than the message's."""

    KIND = "kind"  # of a kind that no reader takes
    NAME = "name"
    TOO_LARGE = "too large"
    EMPTY = "empty"
    BINARY = "binary"
    ENCODING = "encoding"
    ENCRYPTED = "encrypted"
    MACROS = "macros"
    DAMAGED = "damaged"  # cut off, or not built as its kind is
    MISLABELLED = "mislabelled"  # of another kind than its name says
    UNSAFE = "unsafe"  # built to harm: an archive bomb, entities that grow, names that leave the folder
    TOO_HEAVY = "too heavy"  # takes more time or memory than a document may
    NO_TOOL = "no tool"  # a program of the system is missing
    NO_TEXT = "no text"  # pictures in which no word was recognised
    NOT_A_PLAN = "not a plan"
    OTHER = "other"


class DocumentError(KnowledgeError):
    """A file that cannot become a plan; `fault` says why in one word."""

    fault = Fault.OTHER

    def __init__(self, message: str, fault: Fault | None = None) -> None:
        super().__init__(message)
        self.fault = fault or self.fault


class UnreadableFile(DocumentError):
    """The file is missing, empty, binary, in an unknown encoding or of an unsupported kind."""


class NotAPlan(DocumentError):
    """The text was read, but nothing in it looks like an administrative document."""

    fault = Fault.NOT_A_PLAN


class DataError(KnowledgeError):
    """Something about the data folder."""


class DataMissing(DataError):
    """Nothing has been ingested into the data folder yet."""


class DataUnwritable(DataError):
    """The data folder cannot be written."""


class DataLocked(DataError):
    """Another process is writing to the data folder."""


class DataAway(DataError):
    """The database server does not answer, which may pass. place: its address without the password."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"the database server at {place} does not answer ({reason}); see whether it runs")
        self.place, self.reason = place, reason


class CollectionChanged(DataError):
    """A version that was to be replaced is not live any more."""


class DataIncompatible(DataError):
    """The data folder was written by a newer version or is damaged."""


class SettingsError(KnowledgeError):
    """A setting has a wrong value; the message names the variable, never its value."""


class BatchError(KnowledgeError):
    """A file of questions cannot be read."""


class UnknownUnit(KnowledgeError):
    """No plan, or more than one issuer, goes by that name."""


class ModelError(KnowledgeError):
    """The embedding model cannot be used."""


class GoldError(KnowledgeError):
    """A gold question file, or a line of it, cannot be used."""


class BriefingError(KnowledgeError):
    """A briefing cannot be made or written: no such plan, minutes or kind of file, or a program is missing."""


class CorrectionError(KnowledgeError):
    """A correction that cannot be taken: no such date, number or period, or the plan has no such place."""


class CitationError(KnowledgeError):
    """A quote is not the source's text at its span."""
