"""Evidence units: everything in a plan that a person would quote, each with the typed values that it states."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from knowledge.text import MappedText

HELPS = "helps"
"""The key of who stands in a column of those that help."""


class Attribute(StrEnum):
    """What a question can ask for and a unit can state."""

    WHEN = "when"  # a date, month, quarter, term or stretch of time
    DAY = "day"  # a date that names the day
    DATED = "dated"  # the day on which another paper was issued
    CYCLE = "cycle"  # how often: "hằng quý", "định kỳ 6 tháng"
    CLOCK = "clock"  # time of day
    SHARE = "share"  # per cent
    COUNT = "count"  # a number of things
    MONEY = "money"
    LENGTH = "length"  # a stretch of time as an amount: "15 ngày", "120 phút"
    WHO = "who"  # who acts, leads or is in charge
    TO = "to"  # whom something is sent to
    CHANNEL = "channel"  # by which way: mail box, system, post
    FORMAT = "format"  # file, paper, copies
    CONTACT = "contact"  # mail address, telephone, web address
    MAIL = "mail"
    PHONE = "phone"
    LINK = "link"
    PLACE = "place"
    PERSON = "person"  # a named person
    NAMES = "names"  # proper names of places, schools, people
    PAPER = "paper"  # another document
    AWARD = "award"
    CONSEQUENCE = "consequence"  # what follows from not doing it
    PURPOSE = "purpose"
    TEMPLATE = "template"  # the words of a form to be filled in


class UnitKind(StrEnum):
    """What form a unit has."""

    SENTENCE = "sentence"
    ITEM = "item"  # a list item or bullet
    LIST = "list"  # a lead or heading with the items under it
    ROW = "row"  # a table row under its column heads
    NOTE = "note"  # a footnote
    FIELD = "field"  # a field of the header, the signature or the recipients


@dataclass(frozen=True, slots=True)
class Value:
    """A typed value in a unit: `text` as written, at clean [start, end) of the unit's text.

    key: the value in a form that can be compared ("10/5", "95%", "3"); empty where only the words count.
    """

    attribute: Attribute
    text: str
    start: int
    end: int
    key: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceUnit:
    """A stretch of a plan that can be quoted by itself.

    id: "<plan_id>@<ordinal>", stable while the plan's text is; ordinal: reading order; section: where it stands;
    heading: titles from the top down to it, joined by " > "; text: its own words; items: of a list, the entries as
    (path, text); field: name of the header field, of a FIELD.
    """

    id: str
    plan_id: str
    ordinal: int
    kind: UnitKind
    section: str
    heading: str
    text: MappedText
    items: tuple[tuple[str, MappedText], ...] = ()
    values: tuple[Value, ...] = ()
    field: str = ""

    def states(self, attribute: Attribute) -> bool:
        """Tell whether the unit holds a value of this kind."""
        return any(value.attribute is attribute for value in self.values)

    def of(self, attribute: Attribute) -> tuple[Value, ...]:
        """Return the unit's values of one kind, in order."""
        return tuple(value for value in self.values if value.attribute is attribute)
