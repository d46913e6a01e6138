"""Gold questions: what a person asks, what the plans say to it, and what an answer must and must not hold.

One JSON object a line. A malformed line raises `GoldError` with its line number and field.
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

KINDS = frozenset(
    [
        "deadline",
        "five_no",
        "criteria",
        "target",
        "responsibility",
        "reward",
        "reference",
        "scope",
        "definition",
        "contact",
        "comparison",
        "unanswerable",
    ]
)
STYLES = frozenset(["formal", "chat", "abbrev", "typo", "telex", "followup"])

_REQUIRED = [
    "id",
    "question",
    "lang",
    "style",
    "type",
    "answerable",
    "plans",
    "evidence",
    "must_include",
    "must_not_include",
    "expect",
]
_OPTIONAL = ["scope", "history", "plans_ok", "note"]


class Expect(StrEnum):
    """How a question should end."""

    ANSWER = "answer"
    NOT_STATED = "state_not_specified"  # the duty is there, the detail asked for is not: say so and cite the duty
    ABSTAIN = "abstain"
    REFUSE = "refuse"
    SMALLTALK = "smalltalk"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of a plan that prove the answer; `section` is where a person would say they stand."""

    plan_id: str
    quote: str
    section: str


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """A question with its answer's conditions.

    scope: the chat's unit (plan id) or None; history: earlier turns of the person, oldest first; plans: those that
    answer (all of them for a comparison, any of them otherwise); plans_ok: others that may be cited without harm;
    must_include / must_not_include: patterns sought in the reply's text, case ignored, typographic quotes made plain.
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
    note: str | None = None


def load_gold(path: Path | str) -> list[GoldQuestion]:
    """Read a gold file in order. Raises GoldError naming line and field, or the file when it cannot be read."""
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
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
        for name in _REQUIRED:
            if name not in self.fields:
                raise self.wrong(name, "is missing")
        for name in self.fields:
            if name not in _REQUIRED and name not in _OPTIONAL:
                raise self.wrong(name, "is not a field of a gold question")

    def wrong(self, field: str, what: str) -> GoldError:
        return GoldError(f"line {self.number}, field {field!r}: {what}")

    def question(self) -> GoldQuestion:
        question = GoldQuestion(
            id=self.text("id"),
            question=self.text("question"),
            language=Language(self.choice("lang", {str(language) for language in Language})),
            style=self.choice("style", STYLES),
            kind=self.choice("type", KINDS),
            answerable=self.flag("answerable"),
            expect=Expect(self.choice("expect", {str(expect) for expect in Expect})),
            scope=self.optional_text("scope"),
            history=self.texts("history"),
            plans=self.texts("plans"),
            plans_ok=self.texts("plans_ok"),
            evidence=self.evidence(),
            must_include=self.patterns("must_include"),
            must_not_include=self.patterns("must_not_include"),
            note=self.optional_text("note"),
        )
        self.check(question)
        return question

    def check(self, question: GoldQuestion) -> None:
        """The fields must agree with each other."""
        if question.answerable != (question.expect in (Expect.ANSWER, Expect.NOT_STATED)):
            raise self.wrong("expect", f"{question.expect!s} does not fit answerable={question.answerable}")
        if question.answerable != (question.kind != "unanswerable"):
            raise self.wrong("type", f"{question.kind!r} does not fit answerable={question.answerable}")
        if question.answerable and not question.plans:
            raise self.wrong("plans", "an answerable question needs the plan that answers it")
        for evidence in question.evidence:
            if evidence.plan_id not in question.plans + question.plans_ok:
                raise self.wrong("evidence", f"plan {evidence.plan_id!r} is in neither plans nor plans_ok")

    def text(self, field: str) -> str:
        value = self.fields[field]
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(field, f"a non-empty string is needed, not {value!r}")
        return value

    def optional_text(self, field: str) -> str | None:
        return None if self.fields.get(field) is None else self.text(field)

    def choice(self, field: str, allowed: set[str] | frozenset[str]) -> str:
        value = self.text(field)
        if value not in allowed:
            raise self.wrong(field, f"{value!r} is none of {', '.join(sorted(allowed))}")
        return value

    def flag(self, field: str) -> bool:
        value = self.fields[field]
        if not isinstance(value, bool):
            raise self.wrong(field, f"true or false is needed, not {value!r}")
        return value

    def items(self, field: str) -> list[object]:
        value = self.fields.get(field)
        if value is None and field in _OPTIONAL:
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
        found = []
        for source in self.texts(field):
            try:
                found.append(re.compile(source, re.IGNORECASE))
            except re.error as error:
                raise self.wrong(field, f"{source!r} is not a regular expression ({error})") from error
        return tuple(found)

    def evidence(self) -> tuple[Evidence, ...]:
        found = []
        for entry in self.items("evidence"):
            if not isinstance(entry, dict) or set(entry) != {"plan", "quote", "section"}:
                raise self.wrong("evidence", f"each entry needs plan, quote and section, but it holds {entry!r}")
            values = [entry["plan"], entry["quote"], entry["section"]]
            if not all(isinstance(value, str) and value.strip() for value in values):
                raise self.wrong("evidence", f"plan, quote and section are non-empty strings, not {entry!r}")
            found.append(Evidence(*values))
        return tuple(found)
