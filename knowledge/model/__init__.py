"""The dataclasses that flow through the house; standard library only (and `text`, which is standard library only).

    RawDocument -> Plan(header, sections, footnotes) -> Passage, Fact -> Hit -> Answer(citations)

All are frozen. Offsets are code points in `RawDocument.text`, the file's text exactly as decoded. A citation is one
contiguous stretch of it: `source_text[start:end] == quote`, always. Words that a footnote or a page break parts are
cited in two pieces.
"""

from knowledge.model.documents import (
    Amended,
    Citation,
    CitedDocument,
    Corrected,
    Footnote,
    Header,
    Passage,
    Period,
    Plan,
    RawDocument,
    Section,
    SectionKind,
    is_within,
    parent_of,
)
from knowledge.model.evidence import Attribute, EvidenceUnit, UnitKind, Value
from knowledge.model.facts import (
    NO,
    Contact,
    Deadline,
    DueDay,
    Facts,
    NoList,
    NoListItem,
    Person,
    Responsibility,
    Reward,
    Scheduled,
    StoredPlan,
    Target,
)
from knowledge.model.questions import (
    Answer,
    AnswerPart,
    Chat,
    Cue,
    Hit,
    Language,
    Query,
    Slots,
    Statement,
    Status,
)
from knowledge.model.territories import Belonging, District, Standing, Ward

__all__ = [
    "NO",
    "Amended",
    "Answer",
    "AnswerPart",
    "Attribute",
    "Belonging",
    "Chat",
    "Citation",
    "CitedDocument",
    "Contact",
    "Corrected",
    "Cue",
    "Deadline",
    "District",
    "DueDay",
    "EvidenceUnit",
    "Facts",
    "Footnote",
    "Header",
    "Hit",
    "Language",
    "NoList",
    "NoListItem",
    "Passage",
    "Period",
    "Person",
    "Plan",
    "Query",
    "RawDocument",
    "Responsibility",
    "Reward",
    "Scheduled",
    "Section",
    "SectionKind",
    "Slots",
    "Standing",
    "Statement",
    "Status",
    "StoredPlan",
    "Target",
    "UnitKind",
    "Value",
    "Ward",
    "is_within",
    "parent_of",
]
