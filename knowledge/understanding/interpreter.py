"""Question text -> Query, against the words and issuers of one collection of plans."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from knowledge.model import Belonging, Chat, Language, Query, Slots, Statement, StoredPlan
from knowledge.text import fold, normalize
from knowledge.understanding import (
    abbreviations,
    diacritics,
    english,
    english_times,
    followup,
    hierarchy,
    introductions,
    language,
    lexicon,
    numbers,
    rounds,
    slots,
    smalltalk,
    statements,
    telex,
    terms,
    unknown,
    wards,
)
from knowledge.understanding.corpus import Corpus, PlanWords, plan_words
from knowledge.understanding.initials import Initials
from knowledge.understanding.known import Known, known_of, noted
from knowledge.understanding.names import Found
from knowledge.understanding.papers import Papers
from knowledge.understanding.parts import Asking
from knowledge.understanding.profiles import distinct, under_parents
from knowledge.understanding.tables.administration import TIES
from knowledge.understanding.tokens import Kind, Token, folded_line, print_over, spell_out, tokenize, with_text
from knowledge.understanding.units import Gazetteer, Named, Unit, aliases, narrowed

MAX_CHARS = 1_000  # of a question; the rest says nothing new
_MAX_TURNS = 6
_PREPOSITIONS = frozenset({"in", "of", "for", "from", "at", "by"})
"""What an English name stands behind."""
READINGS = 256
"""Texts whose reading is kept: a message is read for what it states, then asked, and later is an earlier turn."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text with its short forms, Telex and diacritics resolved, and the names in it."""

    text: str
    tokens: tuple[Token, ...]
    line: str
    language: Language
    named: tuple[Named, ...]
    numbers: numbers.Numbers
    wards: tuple[wards.Mention, ...] = ()

    @property
    def spans(self) -> list[range]:
        """Token ranges of the names that were recognised."""
        return [range(n.frame.start, n.frame.end) for n in self.named if n.plan_ids or n.unknown or n.frame.place]


class Interpreter:
    """Understands questions about `plans`. Immutable, so threads may share it; built again when plans change."""

    def __init__(self, plans: Iterable[StoredPlan]) -> None:
        self._take((known_of(stored), plan_words(stored.plan.source_text)) for stored in plans)

    @classmethod
    def of(cls, plans: Iterable[tuple[Known, PlanWords]]) -> Interpreter:
        """Return the interpreter of plans of which what understanding keeps was worked out before, each taken once."""
        interpreter = cls.__new__(cls)
        interpreter._take(plans)
        return interpreter

    def _take(self, given: Iterable[tuple[Known, PlanWords]]) -> None:
        plans: list[Known] = []
        words = lexicon.build(noted(given, plans))
        headers = {known.plan_id: known.header for known in plans}
        profiles = under_parents([known.profile for known in plans], headers)
        self._lexicon = replace(words, own=wards.own_names(profiles))
        self._initials = Initials(self._lexicon)
        self._profiles = {each.plan_id: each for each in profiles}
        self._years = {each.plan_id: each.years for each in profiles}
        self._gazetteer = Gazetteer(profiles, self._lexicon)
        self._hierarchy = hierarchy.Hierarchy(profiles, self._lexicon)
        self._papers = Papers(plans)
        self._rounds = {known.plan_id: known.rounds for known in plans}
        self._committee = lexicon.usual_committee(self._lexicon)
        self._readings = lru_cache(READINGS)(self._read_anew)
        told_apart = distinct(profiles, headers)
        self.units: tuple[Unit, ...] = tuple(
            Unit(p.plan_id, p.name, p.short_name, p.year, aliases(p)) for p in told_apart
        )

    @property
    def corpus(self) -> Corpus:
        """The plans' texts, word for word."""
        return self._lexicon.corpus

    def find_units(self, text: str) -> tuple[str, ...]:
        """Return the ids of the plans that `text` names in any short form; several when it is ambiguous."""
        if text in self._profiles:
            return (text,)
        reading = self._read(normalize(text)[:MAX_CHARS])
        units = self._units(reading)
        binding = [plan_id for each in self._belongings(reading, units, ()) for plan_id in each.plans]
        return units or tuple(dict.fromkeys(binding)) or self._by_alias(reading)

    def statement(self, text: str) -> Statement | None:
        """Return what `text` says about whose plan the talk is about, None when it asks or says anything else."""
        reading = self._read(" ".join(normalize(text).split())[:MAX_CHARS])
        nameless = statements.nameless(reading.line)
        opening = statements.opening(reading.line)
        if nameless is not None or opening is None:
            return nameless
        name = statements.name_at(opening, reading.text, reading.tokens)
        rest = self._read(name)
        named = bool(rest.wards) or any(each.plan_ids or each.unknown for each in rest.named)
        if not named and (not opening.sure or "?" in text):
            return None
        asks = self._is_question(rest) and not statements.is_covered(rest.tokens, rest.spans)
        return None if asks else Statement(self.find_units(name), name)

    def asking(self, text: str) -> Asking:
        """Return what a stretch of a message asks by itself."""
        reading = self._read(" ".join(normalize(text).split())[:MAX_CHARS])
        asked = self._slots(reading)
        line = reading.line.replace(" khong ", " ").replace(" chua ", " ")  # they ask where `whether` says so
        return Asking(
            smalltalk.has_question_word(line) or "when" in asked.asked or "whether" in asked.shape,
            slots.topic(asked, reading.numbers),
            bool(self._units(reading)),
        )

    def understand(self, text: str, *, unit: str | None = None, history: Sequence[str] = (), today: date) -> Query:
        """Return the typed query of a question.

        unit: the chat's or batch's scope, a plan id or a name; history: earlier user turns, oldest first. A unit named
        in the question beats one named earlier in the conversation, which beats `unit`. `today` settles "năm nay".
        """
        scope, strange = self._scope(unit)
        previous: Query | None = None
        for turn in history[-_MAX_TURNS:]:
            said = self.statement(turn)
            if said is not None and (said.name is None or len(said.units) == 1):
                scope, strange, previous = said.units, (), None
                continue
            query = self._one(turn, scope, strange, previous, today)
            previous = previous if query.chat else query
        return self._one(text, scope, strange, previous, today)

    def _scope(self, unit: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
        if unit is None or not unit.strip():
            return (), ()
        found = self.find_units(unit)
        return found, () if found else (unit,)

    def _one(
        self, text: str, scope: tuple[str, ...], strange: tuple[str, ...], previous: Query | None, today: date
    ) -> Query:
        said = " ".join(normalize(text).split())[:MAX_CHARS]
        asked = smalltalk.plainly_asked(followup.resolved(followup.ending(said), previous) if previous else said)
        introduced, rest = introductions.split(asked)
        introduced = "" if introduced and self._is_placed(introduced) else introduced
        asked = rest if introduced and not introductions.is_of_self(rest) else asked
        reading = self._read(asked, scope or (previous.units if previous else ()))
        query = self._query(reading, scope, today)
        query = replace(query, unknown=tuple(name for name in query.unknown if name not in introduced))
        asks = "?" in reading.text or bool(query.slots.asked or query.slots.fields)
        typed = folded_line(tokenize(reading.text))
        chat = smalltalk.read(typed, asks=asks) or smalltalk.read(reading.line, asks=asks)
        if chat is Chat.INJECTION or (chat is not None and not query.named):
            return replace(query, chat=chat, unknown=(), lent=(), follow_up=False)
        query = self._placed(query, reading, scope or (previous.units if previous else ()))
        titled = () if query.named or previous is None else self._papers.titled(followup.names_another(reading.line))
        query = replace(query, units=titled, named=True) if titled else query
        query = followup.merge(
            query, reading.line, previous, scope=scope, scoped=bool(scope or strange), entitled=bool(titled)
        )
        if not query.units and not query.named and not query.every_unit and not unknown.elsewhere(query, reading.line):
            query = replace(query, units=scope, unknown=(*query.unknown, *strange))
        query = self._where_cited(query) if query.carried else query
        query = replace(query, units=self._of_years(query))
        return replace(query, unknown=self._unknown_years(query))

    def _is_placed(self, introduced: str) -> bool:
        """Tell whether a person's introduction says whose plan is meant, or of which ward or district the person is."""
        reading = self._read(introduced)
        placed = reading.wards or introductions.names_territory(introduced)
        return bool(placed or self._units(reading) or any(each.frame.place for each in reading.named))

    def _placed(self, query: Query, reading: _Reading, scope: tuple[str, ...]) -> Query:
        """Put a ward or school that is named in its place: under the plans that bind it, or among what is unknown."""
        found = self._belongings(reading, query.units, scope if len(scope) == 1 else ())
        beside = {unknown.typed(reading.text, reading.tokens[n.frame.start : n.frame.end]) for n in reading.named}
        return hierarchy.placed(query, found, [each.typed for each in reading.wards], beside) if found else query

    def _belongings(self, reading: _Reading, named: Sequence[str], scope: Sequence[str]) -> tuple[Belonging, ...]:
        beside = [each.frame for each in reading.named]
        return self._hierarchy.belongings(reading.wards, beside, named, scope) if reading.wards else ()

    def _is_question(self, reading: _Reading) -> bool:
        """Tell whether a text asks something, or speaks of something to be asked about."""
        return (
            smalltalk.has_question_word(reading.line) or slots.topic(self._slots(reading), reading.numbers) is not None
        )

    def _where_cited(self, query: Query) -> Query:
        """Let go of the last turn's plan where it doesn't cite the paper that is asked about and another one does."""
        citing = self._papers.citing(query.numbers)
        return (
            replace(query, units=(), carried=False, before=None) if citing and not citing & set(query.units) else query
        )

    def _query(self, reading: _Reading, scope: Sequence[str], today: date) -> Query:
        units = self._units(reading, () if reading.numbers.years else scope)
        read = reading.numbers
        topic, sought = self._topic(reading, units)
        within = read.documents or read.bare or " hai cai " in reading.line  # compared is what one plan holds
        asked = self._slots(reading)
        compared = "compare" in asked.shape and len(units) == 1 and not within
        every = compared or (not units and ("compare" in asked.shape or "every_unit" in asked.about))
        return Query(
            text=reading.text,
            restored=self._restored(reading),
            topic=topic,
            sought=(sought,),
            language=reading.language,
            terms=self._terms(reading),
            units=units,
            named=bool(units),
            every_unit=every,
            unknown=self._unknown(reading, units or scope),
            lent=self._lent(reading, asked),
            years=numbers.years(reading.numbers, reading.line, today),
            numbers=tuple(dict.fromkeys((*read.documents, *self._papers.cited_as(read.bare)))),
            dates=read.dates,
            months=read.months,
            period=read.period,
            count=read.count,
            item=read.item if read.item is not None else self._unprinted_round(reading, units),
            slots=asked,
        )

    # ------------------------------------------------------------------------------------------------- reading

    def _read(self, text: str, scope: Sequence[str] = ()) -> _Reading:
        """Read a text once; what a chat is about tells which of its wards are meant, and nothing else."""
        reading = self._readings(text, ())
        return self._readings(text, tuple(scope)) if scope and reading.wards else reading

    def _read_anew(self, text: str, scope: tuple[str, ...]) -> _Reading:
        raw = tokenize(text)
        spoken = language.detect(raw, self._lexicon, names=self._in_english_order(raw))
        if spoken is Language.EN:
            tokens = abbreviations.expand_glued(english_times.rewritten(raw), self._lexicon.knows_folded)
            tokens = wards.as_own(tokens, self._lexicon)
            places = self._hierarchy.strange(wards.find(tokens, text, self._lexicon, spoken), scope)
            tokens, _ = self._print_places(wards.without(tokens, places))
        else:
            tokens, decoded = telex.decode(raw, self._lexicon.knows, lambda w: language.is_english(w, self._lexicon))
            spoken = language.detect(tokens, self._lexicon, decoded=decoded)
            known, initials = self._lexicon.knows_folded, self._gazetteer.initials
            tokens = abbreviations.expand(tokens, self._committee, initials, known, self._initials.meant)
            tokens = wards.as_own(tokens, self._lexicon)
            places = self._hierarchy.strange(wards.find(tokens, text, self._lexicon, spoken), scope)
            tokens = self._restore(wards.without(tokens, places), raw)
        loose = spoken is Language.EN
        frames = self._gazetteer.frames(tokens)
        resolved = [self._gazetteer.resolve(frame, tokens, loose=loose) for frame in frames]
        named = hierarchy.explaining(resolved, tokens, places)
        return _Reading(text, tuple(tokens), folded_line(tokens), spoken, named, numbers.read(tokens), tuple(places))

    def _in_english_order(self, raw: Sequence[Token]) -> frozenset[int]:
        """Return which tokens are of names in a question that names somebody as English alone does: a level behind its
        name ("cam thanh ward quang ngai"), or a preposition before it ("report deadline in quang ngai")."""
        levels = wards.english_levels(raw)
        if not levels and not any(token.folded in _PREPOSITIONS for token in raw):
            return frozenset()
        frames = [
            frame
            for frame in self._gazetteer.frames(raw)
            if levels or (frame.start and raw[frame.start - 1].text in _PREPOSITIONS)
        ]
        called = {at for frame in frames for at in range(frame.start, frame.end)}
        return frozenset(called.union(at for end in levels for at in range(max(0, end - 2), end)))

    def _restore(self, tokens: list[Token], raw: Sequence[Token]) -> list[Token]:
        tokens, keep = self._print_places(tokens)
        accented = any(diacritics.is_accented(token.text) for token in raw)
        return diacritics.restore(tokens, self._lexicon, accented=accented, keep=keep)

    def _print_places(self, tokens: list[Token]) -> tuple[list[Token], frozenset[int]]:
        """Spell place names as printed, so that nothing takes them for other words; return which tokens they are."""
        names = {
            piece.start: (piece, proper)
            for frame in self._gazetteer.frames(tokens)
            for piece in frame.pieces
            if (proper := self._gazetteer.printed(piece, tokens)) is not None
        }
        out: list[Token] = []
        keep: set[int] = set()
        i = 0
        while i < len(tokens):
            if i not in names:
                out.append(tokens[i])
                i += 1
                continue
            piece, proper = names[i]
            printed = print_over(tokens[piece.start : piece.end], proper)
            keep |= set(range(len(out), len(out) + len(printed)))
            out += printed
            i = piece.end
        return out, frozenset(keep)

    def _restored(self, reading: _Reading) -> str:
        if reading.language is Language.EN:
            spoken = english.render(reading.tokens, self._is_name, self._lexicon.mentions)
            return f"{' '.join(spoken)}. {reading.text}"
        return spell_out(reading.tokens)

    def _unprinted_round(self, reading: _Reading, units: Sequence[str]) -> int | None:
        """The round asked for ("đợt 2") as an ordinal, unless a plan itself numbers its rounds: then its words tell."""
        nth, asked = reading.numbers.round, rounds.named(reading.line)
        if nth is None or any(asked & self._rounds[plan_id] for plan_id in units or self._rounds):
            return None
        return nth

    def _topic(self, reading: _Reading, units: Sequence[str]) -> tuple[str, str]:
        """What is asked, without the units' names and the words that tie them to the sentence, and without courtesy: to
        embed, and the words to look for in plans."""
        named = self._said_of_issuers(reading)
        tied = {i - 1 for i in named if i and reading.tokens[i - 1].folded in TIES} - named
        rest = [token for i, token in enumerate(reading.tokens) if i not in named | tied]
        if reading.language is not Language.EN:
            topic = terms.without_courtesy(spell_out(rest))
            return topic, topic
        spoken = " ".join(english.render(rest, self._is_name, lambda words: self._lexicon.mentions(words, units)))
        return f"{spoken}. {spell_out(rest)}", " ".join([spoken, *english.unsaid(rest, self._is_name)])

    def _slots(self, reading: _Reading) -> Slots:
        """Read what is asked; a syllable of a unit's name ("xã Phong Lương mấy giờ") is no word of the question."""
        text = reading.text
        if reading.language is not Language.EN:
            names = self._said_of_issuers(reading)
            text = spell_out([with_text(t, _A_NAME) if i in names else t for i, t in enumerate(reading.tokens)])
        return slots.read(text, reading.language, accented=fold(reading.text) != reading.text.lower())

    def _is_name(self, token: Token) -> bool:
        """Tell whether a word in an English question that is not English is a name or a word of the plans."""
        return token.text[0].isupper() or self._lexicon.knows_folded(token.folded)

    def _terms(self, reading: _Reading) -> tuple[str, ...]:
        taken = self._said_of_issuers(reading)
        rest = [token for i, token in enumerate(reading.tokens) if i not in taken]
        if reading.language is Language.EN:
            plans = [plan_id for named in reading.named for plan_id in named.plan_ids]
            spoken = english.render(rest, self._is_name, lambda words: self._lexicon.mentions(words, plans))
            kept = " ".join(spoken).split()
        else:
            kept = [token.text for token in rest if token.kind is not Kind.PUNCTUATION]
        kept = self._with_round(kept, reading)
        return terms.choose(
            kept,
            counted=reading.numbers.count is not None,
            also=abbreviations.as_printed(reading.text, rest, self._lexicon.knows_folded),
            printed=self._lexicon.mentions,
        )

    def _with_round(self, kept: list[str], reading: _Reading) -> list[str]:
        """Say a round as the plans print it ("đợt đầu": "đợt 1"); where they number none, its words say nothing."""
        nth = reading.numbers.round
        if nth is None:
            return kept
        if self._unprinted_round(reading, ()) is None:
            return [*kept, str(nth)]
        start = next((i for i, word in enumerate(kept) if fold(word) in ("dot", "lan")), len(kept))
        return kept[:start] + kept[start + 2 :]

    def _said_of_issuers(self, reading: _Reading) -> set[int]:
        """Return which tokens name units."""
        return {i for n in reading.named for piece in self._of_issuer(n) for i in range(piece.start, piece.end)}

    def _of_issuer(self, named: Named) -> list[Found]:
        """The pieces of a name that say which plan, not which office within it ("Phòng Nội vụ" of "Quận 1")."""
        profiles = [self._profiles[plan_id] for plan_id in named.plan_ids]
        issuing = frozenset().union(*(p.organs | p.sectors for p in profiles))
        codes = ((piece, piece.codes("organ") | piece.codes("sector")) for piece in named.frame.pieces)
        return [piece for piece, offices in codes if profiles and (not offices or offices & (issuing | {"nganh"}))]

    def _units(self, reading: _Reading, scope: Sequence[str] = ()) -> tuple[str, ...]:
        """Return the plans that a text names; of several that one name fits, those that the chat is about."""
        by_number = self._papers.issued(reading.numbers.documents)
        by_number += [plan_id for bare in reading.numbers.bare for plan_id in self._papers.issued_as(bare)]
        meant = [named for named in reading.named if not named.explains]
        fits = [([each for each in named.plan_ids if each in scope], named.plan_ids) for named in meant]
        found = [plan_id for here, all_of_them in fits for plan_id in here or all_of_them]
        return tuple(dict.fromkeys([*by_number, *narrowed(meant, found)]))

    def _by_alias(self, reading: _Reading) -> tuple[str, ...]:
        """Find units whose alias is the whole text, for names typed into a chooser."""
        typed = " ".join(reading.line.split())
        return tuple(
            u.plan_id
            for u in self.units
            if typed and (typed in u.aliases or folded_line(tokenize(reading.text)).strip() in u.aliases)
        )

    def _unknown(self, reading: _Reading, plans: Sequence[str]) -> tuple[str, ...]:
        """Return what a question names and no plan carries, but for offices and places within the units of `plans`."""
        text, tokens = reading.text, reading.tokens
        strange = [
            n.frame for n in reading.named if n.unknown and not self._hierarchy.is_within(n.frame, tokens, plans)
        ]
        found = [unknown.typed(text, tokens[f.start : f.end]) for f in strange]
        found += unknown.papers(text, tokens, reading.numbers, self._papers.numbers, self._lexicon)
        foreign = english.is_listed if reading.language is Language.EN else (lambda _: False)
        strangers = unknown.names(text, tokens, reading.spans, self._lexicon, foreign)
        found += [name for name in strangers if not self._hierarchy.covers(plans, fold(name))]
        return tuple(name for name in dict.fromkeys(found) if not any(name != o and name in o for o in found))

    def _lent(self, reading: _Reading, asked: Slots) -> tuple[str, ...]:
        """Return the bodies and provinces that are asked for their own plan or days and have none in their place."""
        own = {plan_id for n in reading.named if not n.lent for plan_id in n.plan_ids}
        strange = [n for n in reading.named if n.lent and not set(n.plan_ids) & own]
        frames = [n.frame for n in strange if self._is_issuer(n, reading, asked)]
        return tuple(unknown.typed(reading.text, reading.tokens[f.start : f.end]) for f in frames)

    def _is_issuer(self, named: Named, reading: _Reading, asked: Slots) -> bool:
        """Tell whether a body is asked for its own plan or days, and not for its part in the one that speaks of it."""
        own = slots.topic(asked, reading.numbers) in ("head", "sending") or named.issues(reading.tokens)
        return not named.receives(reading.tokens) and (own or not self._gazetteer.is_spoken_of(named))

    def _of_years(self, query: Query) -> tuple[str, ...]:
        """Of several plans of the named issuers, keep those for a year that the question names."""
        fitting = tuple(plan_id for plan_id in query.units if self._profiles[plan_id].years & set(query.years))
        return fitting if fitting and "compare" not in query.slots.shape else query.units

    def _unknown_years(self, query: Query) -> tuple[str, ...]:
        found = unknown.years(query, self._years, self._lexicon)
        return tuple(dict.fromkeys([*query.unknown, *found]))


_A_NAME = "xx"  # stands for each syllable of a unit's name where only the other words are read
