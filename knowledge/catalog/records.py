"""What goes into the catalog and comes out of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256

from knowledge.model import Header, RawDocument, StoredPlan
from knowledge.text import fold


@dataclass(frozen=True, slots=True)
class Served:
    """A version of a plan as it is served, packed: see `knowledge.digest`.

    made_by: what made it; digest: what stays in memory; body: what is opened when it is asked for.
    """

    made_by: str
    digest: bytes = field(repr=False)
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """One version of a plan: the file's text as read, and all that was derived from it; None where that was not packed
    yet."""

    raw: RawDocument
    stored: StoredPlan
    served: Served | None = None

    @property
    def key(self) -> tuple[str, str]:
        """Plan id and the file's sha256: what tells one version from another."""
        return self.raw.plan_id, self.raw.sha256

    @property
    def known_as(self) -> str:
        """A digest that versions of one document share: of issuer and number (title, where there is no number), of the
        text where the header is silent."""
        header = self.stored.plan.header
        name = header.number or header.title
        known = f"{fold(header.issuer)}\n{fold(name)}" if header.issuer and name else self.raw.text
        return sha256(known.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Generation:
    """A complete state of the collection with its index.

    name: also the index folder's, never used twice; model: the embedder's identity; rules: what turned text into
    passages and facts (code and chunk settings); plans: (plan id, sha256) of every plan in it, sorted.
    """

    name: str
    model: str
    rules: str
    plans: tuple[tuple[str, str], ...]
    passages: int
    created: str


@dataclass(frozen=True, slots=True)
class KeptVersion:
    """A version of a plan, live or not. key: plan id and sha256; since: when it became live the last time (UTC,
    ISO 8601), None for what went in before that was noted."""

    key: tuple[str, str]
    header: Header
    since: str | None
