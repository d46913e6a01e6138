"""What a question asks for, read once by named rules: attributes, header fields, topic, and the shape of the answer.

The rules are data (`rules/*.toml`), each with examples and counter-examples that the tests run. A Vietnamese pattern is
written with its diacritics and matched with them; where the person typed none, both sides are folded.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from knowledge.model import Cue, Language, Query, Slots
from knowledge.patterns import later
from knowledge.text import fold, syllable_key
from knowledge.understanding.numbers import Numbers

_FILES = {"vi": ("asked.toml", "shape.toml", "fields.toml", "about.toml"), "en": ("english.toml",)}
_GAP = r"(?:[\w/%]+ ){0,4}"
_TIGHT = 5  # tokens of a match that holds a weak one
_TOKEN = later(r"[\w/]+|%")
_TONES = {0x300: "ˋ", 0x301: "ˊ", 0x303: "ˇ", 0x309: "ˆ", 0x323: "ˌ"}
_MARKED = later(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Rule:
    """A named rule. yields: what a match says ("asked:when", "shape:all", "field:number"); weak: its match counts for
    nothing inside a longer one ("mấy" in "ngày mấy"); unless: the rule within whose match it counts for nothing."""

    name: str
    yields: tuple[str, ...]
    examples: tuple[str, ...]
    counter: tuple[str, ...]
    accented: re.Pattern[str]
    folded: re.Pattern[str]
    weak: bool = False
    unless: str = ""

    @property
    def asks(self) -> bool:
        """Tell whether a match says what is asked for, not only how it is wanted."""
        return any(not said.startswith(("shape:", "about:")) for said in self.yields)

    @property
    def names(self) -> bool:
        """Tell whether a match is the mere name of a thing, whose words ask nothing."""
        return all(said.startswith("about:") for said in self.yields)


def read(text: str, language: Language, *, accented: bool = True) -> Slots:
    """Read what a question asks for. text: with diacritics restored; accented: whether the person typed them."""
    tokens = _TOKEN.findall(text.lower())
    line, plain = " ".join(map(_spelt, tokens)), fold(" ".join(tokens))
    folded = plain.split(" ")
    found = [
        (rule, match)
        for rule in rules("en" if language is Language.EN else "vi")
        if (match := _matched(rule, line, plain, accented or language is Language.EN))
    ]
    cues: list[Cue] = []
    told: set[str] = set()
    used: set[str] = set()
    for rule, (first, last) in found:
        if any(each.name == rule.unless and _holds(other, (first, last)) for each, other in found):
            continue
        if rule.weak and any(_holds(other, (first, last)) for each, other in found if each.asks):
            continue
        cues.append(Cue(rule.name, " ".join(tokens[first:last])))
        told.update(rule.yields)
        used.update(() if rule.names else folded[first:last])
    of = {
        name: frozenset(y.split(":")[1] for y in told if y.startswith(f"{name}:"))
        for name in ("asked", "shape", "field", "about")
    }
    fields = of["field"] - {"number"} if "phone" in of["asked"] else of["field"]  # "đường dây nóng là số mấy"
    return Slots(of["asked"], of["shape"], fields, of["about"], tuple(cues), frozenset(used), accented)


def topic(slots: Slots, said: Query | Numbers) -> str | None:
    """Return what a question is about, by what it asks for and the things that it names; None where nothing tells."""
    told = slots.asked | slots.about | ({"head"} if slots.fields else set())
    told |= {"list"} if said.count is not None else set()
    told |= {"dated"} if said.dates or said.months or said.period else set()
    told -= {"when", "day"} if slots.asked & {"length", "cycle"} else set()
    return next((name for name, tokens in _TOPICS if told & tokens), None)


_TOPICS = tuple(
    (name, frozenset(tokens.split()))
    for name, tokens in (
        ("list", "list"),
        ("contact", "phone mail link"),
        ("basis", "basis"),
        ("head", "head"),
        ("basis", "paper"),
        ("target", "share target"),
        ("sending", "sending"),
        ("award", "praise"),
        ("criteria", "criteria"),
        ("duty", "duty"),
        ("sending", "when day dated"),
    )
)
"""What tells a topic: attributes asked for, and things named (`about`); the first that is there."""


def _matched(rule: Rule, line: str, plain: str, accented: bool) -> tuple[int, int] | None:
    """Return the tokens, [first, last), of a rule's first match."""
    match = rule.accented.search(line) if accented else rule.folded.search(plain)
    if match is None:
        return None
    return match.string.count(" ", 0, match.start()), match.string.count(" ", 0, match.end()) + 1


def _holds(other: tuple[int, int], own: tuple[int, int]) -> bool:
    """Tell whether a match lies within another that is longer, and is no stretch with a gap."""
    longer = other[0] <= own[0] and own[1] <= other[1] and other != own
    return longer and other[1] - other[0] <= _TIGHT


@cache
def rules(language: str) -> tuple[Rule, ...]:
    """Return the rules of a language ("vi" or "en") in the order of the files."""
    folder = files("knowledge.understanding") / "rules"
    found = [
        entry
        for name in _FILES[language]
        for entry in tomllib.loads((folder / name).read_text(encoding="utf-8"))["rule"]
    ]
    return tuple(
        Rule(
            entry["name"],
            tuple(entry["yields"]),
            tuple(entry.get("examples", ())),
            tuple(entry.get("counter", ())),
            _compile(_MARKED.sub(lambda m: _spelt(m[0]), entry["pattern"])),
            _compile(fold(entry["pattern"])),
            entry.get("weak", False),
            entry.get("unless", ""),
        )
        for entry in found
    )


def _compile(pattern: str) -> re.Pattern[str]:
    gapped = re.sub(r"(?<!\w)_[ ?]?", lambda _: _GAP, pattern)
    return later(rf"(?<![\w/])(?:{gapped})(?![\w/])")


@cache
def _spelt(word: str) -> str:
    """Spell a syllable the same wherever its tone mark is written, the tone at its end, as no digit."""
    return syllable_key(word).translate(_TONES)
