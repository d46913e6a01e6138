"""Gold questions: what a person asks, what the plans say to it, and what an answer must and must not hold.

One JSON object a line, of either form:

- a question with evidence and patterns: `id`, `question`, `lang`, `style`, `type`, `answerable`, `plans`, `evidence`,
  `must_include`, and perhaps `must_not_include`, `expect`, `scope`, `history`, `plans_ok`, `claim`, `near_miss`,
  `docs`, `note`;
- a case: `id`, `question`, `docs`, `key`, and perhaps `kind`, `history`. `key` is a pattern of a right answer's text,
  or "NOT:" and a pattern of a wrong one; nothing else judges it.

Fields that are not named here are left alone, kinds and styles are an open list. A malformed line raises `GoldError`
with its line number and field.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import cast

from knowledge.errors import GoldError
from knowledge.model import Language

_REQUIRED = ("id", "question", "lang", "style", "type", "answerable", "plans", "evidence", "must_include")
_REQUIRED_OF_CASE = ("id", "question", "docs", "key")
_NOT = "NOT:"


class Expect(StrEnum):
    """How a question should end."""

    ANSWER = "answer"
    NOT_STATED = "state_not_specified"  # the duty is there, the detail asked for is not: say so and cite the duty
    ABSTAIN = "abstain"
    REFUSE = "refuse"
    SMALLTALK = "smalltalk"
    OTHER = "other"  # an ending that this program has no name for; judged by `answerable` and the patterns
    KEY = "key"  # of a case


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of a plan that prove the answer; `section` is where a person would say they stand, empty when unsaid."""

    plan_id: str
    quote: str
    section: str = ""


@dataclass(frozen=True, slots=True)
class Key:
    """The pattern that alone judges a case's text. negated: a right answer does not match it."""

    pattern: re.Pattern[str]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """A question with its answer's conditions.

    scope: the chat's unit (plan id) or None; history: earlier turns of the person, oldest first; plans: those that
    answer (all of them for a comparison, any of them otherwise); plans_ok: others that may be cited without harm;
    must_include / must_not_include: patterns sought in the reply's text, case ignored, typographic quotes made plain;
    claim: whether what a yes/no question asserts is true, None for other questions; near_miss: close to something that
    the plans hold; docs: stems of the documents that are asked together, apart from all others; key: of a case.
    """

    id: str
    question: str
    language: Language
    style: str
    kind: str
    answerable: bool
    expect: Expect
    scope: str | None = None
    history: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()
    plans_ok: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    must_include: tuple[re.Pattern[str], ...] = ()
    must_not_include: tuple[re.Pattern[str], ...] = ()
    claim: bool | None = None
    near_miss: bool = False
    docs: tuple[str, ...] = ()
    key: Key | None = None
    note: str | None = None


def load_gold(path: Path | str) -> list[GoldQuestion]:
    """Read a gold file in order. Raises GoldError naming line and field, or the file when it cannot be read."""
    try:
        lines = Path(path).read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"cannot read the gold file {path}: {error}; give a UTF-8 JSON Lines file") from error
    questions: list[GoldQuestion] = []
    seen: set[str] = set()
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        question = _Line(number, line).question()
        if question.id in seen:
            raise GoldError(f"line {number}, field 'id': {question.id!r} is used twice; make every id unique")
        seen.add(question.id)
        questions.append(question)
    if not questions:
        raise GoldError(f"the gold file {path} holds no question")
    return questions


class _Line:
    """One line being checked; every complaint carries its number."""

    def __init__(self, number: int, text: str) -> None:
        self.number = number
        try:
            fields: object = json.loads(text)
        except json.JSONDecodeError as error:
            raise GoldError(f"line {number}: not JSON ({error.msg} at column {error.colno})") from error
        if not isinstance(fields, dict):
            raise GoldError(f"line {number}: a JSON object is needed, not {type(fields).__name__}")
        self.fields = cast(Mapping[str, object], fields)
        self.is_case = "key" in self.fields
        for name in _REQUIRED_OF_CASE if self.is_case else _REQUIRED:
            if name not in self.fields:
                raise self.wrong(name, "is missing")

    def wrong(self, field: str, what: str) -> GoldError:
        return GoldError(f"line {self.number}, field {field!r}: {what}")

    def question(self) -> GoldQuestion:
        return self._case() if self.is_case else self._question()

    def _question(self) -> GoldQuestion:
        answerable = self.flag("answerable")
        question = GoldQuestion(
            id=self.text("id"),
            question=self.text("question"),
            language=self.language(),
            style=self.text("style"),
            kind=self.text("type"),
            answerable=answerable,
            expect=self.expect(answerable),
            scope=self.optional_text("scope"),
            history=self.texts("history"),
            plans=self.texts("plans"),
            plans_ok=self.texts("plans_ok"),
            evidence=self.evidence(),
            must_include=self.patterns("must_include"),
            must_not_include=self.patterns("must_not_include"),
            claim=self.flag("claim") if self.fields.get("claim") is not None else None,
            near_miss=self.flag("near_miss") if self.fields.get("near_miss") is not None else False,
            docs=self.texts("docs"),
            note=self.optional_text("note"),
        )
        if question.expect is Expect.ANSWER and not question.plans:  # what nobody states has no place either
            raise self.wrong("plans", "an answerable question needs the plan that answers it")
        return question

    def _case(self) -> GoldQuestion:
        source = self.text("key")
        pattern = self.pattern("key", source.removeprefix(_NOT), 0)
        docs = self.texts("docs")
        if not docs:
            raise self.wrong("docs", "a case needs at least one document")
        return GoldQuestion(
            id=self.text("id"),
            question=self.text("question"),
            language=self.language() if "lang" in self.fields else Language.VI,
            style=self.optional_text("style") or "case",
            kind=self.optional_text("kind") or "case",
            answerable=True,
            expect=Expect.KEY,
            scope=self.optional_text("scope"),
            history=self.texts("history"),
            docs=docs,
            key=Key(pattern, source.startswith(_NOT)),
        )

    def language(self) -> Language:
        value = self.text("lang")
        if value not in {str(language) for language in Language}:
            raise self.wrong("lang", f"{value!r} is none of {', '.join(Language)}")
        return Language(value)

    def expect(self, answerable: bool) -> Expect:
        value = self.optional_text("expect")
        if value is None:
            return Expect.ANSWER if answerable else Expect.ABSTAIN
        known = Expect(value) if value in {str(expect) for expect in Expect} else Expect.OTHER
        if known is Expect.ANSWER and not answerable:
            raise self.wrong("expect", f"{value!r} does not fit answerable={answerable}")
        return known

    def text(self, field: str) -> str:
        value = self.fields[field]
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(field, f"a non-empty string is needed, not {value!r}")
        return value

    def optional_text(self, field: str) -> str | None:
        return None if self.fields.get(field) is None else self.text(field)

    def flag(self, field: str) -> bool:
        value = self.fields[field]
        if not isinstance(value, bool):
            raise self.wrong(field, f"true or false is needed, not {value!r}")
        return value

    def items(self, field: str) -> list[object]:
        value = self.fields.get(field)
        if value is None and field not in _REQUIRED:
            return []
        if not isinstance(value, list):
            raise self.wrong(field, f"a list is needed, not {value!r}")
        return cast(list[object], value)

    def texts(self, field: str) -> tuple[str, ...]:
        values = self.items(field)
        for value in values:
            if not isinstance(value, str) or not value.strip():
                raise self.wrong(field, f"a list of non-empty strings is needed, but it holds {value!r}")
        return tuple(cast(list[str], values))

    def patterns(self, field: str) -> tuple[re.Pattern[str], ...]:
        return tuple(self.pattern(field, source, re.IGNORECASE) for source in self.texts(field))

    def pattern(self, field: str, source: str, flags: int) -> re.Pattern[str]:
        try:
            return re.compile(source, flags)
        except re.error as error:
            raise self.wrong(field, f"{source!r} is not a regular expression ({error})") from error

    def evidence(self) -> tuple[Evidence, ...]:
        found = []
        for entry in self.items("evidence"):
            if not isinstance(entry, dict) or not {"plan", "quote"} <= set(entry):
                raise self.wrong("evidence", f"each entry needs plan and quote, but it holds {entry!r}")
            values = [entry["plan"], entry["quote"], entry.get("section") or ""]
            if not all(isinstance(value, str) for value in values) or not (values[0].strip() and values[1].strip()):
                raise self.wrong("evidence", f"plan and quote are non-empty strings, not {entry!r}")
            found.append(Evidence(*values))
        return tuple(found)
