"""Which plans a name means: frames of the question compared with the issuers' profiles."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from knowledge.text import fold
from knowledge.understanding import names
from knowledge.understanding.diacritics import is_accented
from knowledge.understanding.lexicon import Lexicon
from knowledge.understanding.names import Found, Frame
from knowledge.understanding.profiles import CENTRAL, Place, Profile
from knowledge.understanding.syllables import canonical, is_syllable, toneless
from knowledge.understanding.tables.administration import (
    ENDS_WORD,
    FAMILY,
    FIELD_HEADS,
    LEVEL_OF_ORGAN,
    LEVELS,
    ORGANS,
    SECTORS,
)
from knowledge.understanding.tables.common import STOP
from knowledge.understanding.tables.provinces import CITIES, ORDINARY, PERSON, PROVINCES, SPELLINGS, WORDS
from knowledge.understanding.tokens import Token

_GOVERNING = frozenset(FAMILY) | {"ubnd", "hdnd"}
_LEADING = frozenset({"tinh", "tp", "quan", "huyen", "tx", "phuong", "xa"})
"""Levels right before a place's name: it begins there, whatever word they could begin, too."""
_TOWARDS = frozenset({"gui", "nop", "trinh", "cho", "ve", "len", "toi", "den", "voi", "qua", "to", "with", "through"})
_PLANS = frozenset({"hoach", "plan"})
KEPT_NAMES = 256
"""Names of which it is kept whose they are: one question reads each several times."""
_PROPER = {fold(name): name for name in (*PROVINCES, *CITIES)}


@dataclass(frozen=True, slots=True)
class Unit:
    """An issuer as people choose it. aliases: short forms, folded; short_name: for citation lines."""

    plan_id: str
    name: str
    short_name: str
    year: int | None
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """Outcome for one frame: the plans it means, or unknown when the collection holds no such unit; lent: the plans of
    its place are those of another body than the one that is named; explains: it only says where a ward lies that stands
    beside it."""

    frame: Frame
    plan_ids: tuple[str, ...] = ()
    unknown: bool = False
    lent: bool = False
    explains: bool = False

    def receives(self, tokens: Sequence[Token]) -> bool:
        """Tell whether something goes to the body that is named: the question is about who sends it."""
        return self.frame.start > 0 and tokens[self.frame.start - 1].folded in _TOWARDS

    def issues(self, tokens: Sequence[Token]) -> bool:
        """Tell whether a plan is called that of the body that is named: "kế hoạch của ...", "plan of ..."."""
        before = [token.folded for token in tokens[max(0, self.frame.start - 2) : self.frame.start]]
        return bool(before) and (before[-1] in _PLANS or (before[-1] in names.ISSUING and before[0] in _PLANS))


class Gazetteer:
    """Every place and issuer the questions can name, compiled once for a collection."""

    def __init__(self, profiles: Sequence[Profile], lexicon: Lexicon) -> None:
        self._profiles = tuple(profiles)
        self._lexicon = lexicon
        places = [p for profile in profiles for p in (profile.own, *profile.around) if p is not None]
        self._at: dict[str, list[Profile]] = {}
        self._near: dict[str, dict[Place, list[int]]] = {}  # key of a place -> the places, and who lies in them
        for at, p in enumerate(self._profiles):
            if p.own is not None:
                self._at.setdefault(p.own.key, []).append(p)
            for place in dict.fromkeys(p.around):
                self._near.setdefault(place.key, {}).setdefault(place, []).append(at)
        self._own = frozenset(self._at)
        names_of = [p.name for p in places if not p.key.isdigit() and p != CENTRAL] + [*PROVINCES, *CITIES]
        spellings = names.Forms({tuple(s.split()): (names.Part("place", key),) for s, key in SPELLINGS.items()})
        initials = _initial_forms(places)
        self.initials = frozenset(_initials(key) for key in self._own if " " in key)
        self._forms = names.Forms({**initials, **spellings, **names.place_forms(names_of)})
        self._proper = _PROPER | {p.key: p.name for p in places}
        self._placed, self._of_organs = lru_cache(KEPT_NAMES)(self._in_place), lru_cache(KEPT_NAMES)(self._issued_by)
        self._speaking = lru_cache(KEPT_NAMES)(self._mentioning_office)

    def frames(self, tokens: Sequence[Token]) -> list[Frame]:
        """Return the names in the tokens, in order."""
        found = names.scan(
            tokens, names.office_forms(), self._forms, splits=lambda piece: self._splits_word(piece, tokens)
        )
        return names.frames(tokens, found, lambda piece, beside: self._means_place(piece, tokens, beside))

    def printed(self, piece: Found, tokens: Sequence[Token]) -> str | None:
        """Return how plans print a place's name or the level beside it, None when nothing else could be meant."""
        keys = piece.codes("place")
        if len(keys) == 1 and not (key := next(iter(keys))).isdigit():
            proper = self._proper.get(key)
            by_another_name = key == PERSON and tokens[piece.start].folded != PERSON.split()[0]
            return f"thành phố {proper}" if by_another_name and not _after_level(piece, tokens) else proper
        typed = " ".join(token.folded for token in tokens[piece.start : piece.end])
        return next((LEVELS[code][0] for code in piece.codes("level") if fold(LEVELS[code][0]) == typed), None)

    def resolve(self, frame: Frame, tokens: Sequence[Token], *, loose: bool = False) -> Named:
        """Tell which plans a frame means. loose: English, where "department" and "office" name any level."""
        if frame.place is not None:
            return self._resolve_places(frame)
        if frame.sectors:
            return self._resolve_field(frame, loose)
        return self._resolve_organ(frame, tokens)

    def _means_place(self, piece: Found, tokens: Sequence[Token], beside_level: bool) -> bool:
        """Tell whether a place's name means the place here: a level word beside it, or its capitals or diacritics, or
        at least no other meaning."""
        key = next(iter(piece.codes("place")))
        typed = tokens[piece.start : piece.end]
        proper = self._proper.get(key, "")
        short = len(typed) == 1 and " " in key and typed[0].folded == _initials(key)
        if short and is_syllable(typed[0].folded) and not typed[0].text.isupper():
            return False  # "xã em" is no "xã Ea Mróh"
        if key.isdigit() or beside_level:
            return True
        if short:
            return key in self._own and not is_syllable(typed[0].folded) and not self._lexicon.knows(typed[0].folded)
        if key == PERSON and " ".join(token.folded for token in typed) == key:
            return False
        if (
            (key in self._own and " " in key)
            or (len(typed) == 1 and typed[0].text.isupper())
            or _as_printed(typed, proper)
        ):
            return True
        if not _could_be(typed, proper or key):
            return False
        if is_accented(proper) and _as_printed(typed, proper.lower()):
            return key not in WORDS
        return " " in key and typed[0].folded not in ORDINARY and not self._has_other_meaning(key)

    def _splits_word(self, piece: Found, tokens: Sequence[Token]) -> bool:
        """Tell whether a piece in small letters begins within a word: "quốc gia Lai Châu", "cán bộ nội vụ"."""
        first, before = tokens[piece.start], tokens[piece.start - 1].folded if piece.start else ""
        levels = piece.codes("level")
        typed = tokens[piece.start : piece.end]
        if levels and not any(_spells_level(typed, code, toned=_has_tones(tokens)) for code in levels):
            return True
        if first.text[:1].isupper() and tokens[piece.end - 1].text[:1].isupper():
            return False
        if not piece.start or piece.codes("organ"):
            return before in ENDS_WORD.get(first.folded, ())
        two = " ".join(token.folded for token in tokens[max(0, piece.start - 2) : piece.start])
        led = two in LEVEL_OF_ORGAN or two in LEVELS or before in _LEADING
        if not piece.codes("place") or piece.end - piece.start < 2 or before in STOP or led:
            return False
        neighbours = tokens[piece.start - 1 : piece.start + 2]
        if any(token.folded != token.text.lower() for token in neighbours):
            spelt = [canonical(token.text.lower()) for token in neighbours]
            weights = [self._lexicon.pairs.get(pair, 0.0) for pair in itertools.pairwise(spelt)]
        else:
            weights = [self._lexicon.weight_of(a.folded, b.folded) for a, b in itertools.pairwise(neighbours)]
        return weights[0] > 0 == weights[1]

    def _has_other_meaning(self, key: str) -> bool:
        """Tell whether the folded name is also a name-like pair of ordinary words ("dien bien", "cao lanh")."""
        first, second, *_ = key.split()
        return key in ORDINARY or (first, second) in self._lexicon.folded_pairs

    def _resolve_places(self, frame: Frame) -> Named:
        """Initials can stand for several places: the unit is then ambiguous."""
        keys = sorted({key for piece in frame.pieces for key in piece.codes("place")} or {frame.place or ""})
        found = [self._resolve_place(replace(frame, place=key)) for key in keys]
        plan_ids = tuple(dict.fromkeys(plan_id for named in found for plan_id in named.plan_ids))
        unknown, lent = (all(told) for told in zip(*((named.unknown, named.lent) for named in found), strict=True))
        return Named(frame, plan_ids, unknown, lent)

    def _resolve_place(self, frame: Frame) -> Named:
        own, around = self._placed(Frame(frame.organs, levels=frame.levels, place=frame.place))
        if frame.sectors and frame.organs and (own or around):
            of_field = [p for p in (*own, *around) if p.sectors & frame.sectors and _organ_fits(frame, p, loose=True)]
            fitting = of_field or self._speaking(replace(frame, start=0, end=0, pieces=()), (*own, *around))
            return _named(frame, fitting)
        if own:
            same = [p for p in own if _same_organ(frame, p)]
            return replace(_named(frame, same or own), lent=not same and bool(frame.organs & _GOVERNING))
        if around and frame.organs & _GOVERNING and not self._speaks_of(frame, [p.plan_id for p in around]):
            return Named(frame, unknown=True)
        if around:
            return _named(frame, around)
        if _levels(frame) == {"tinh"} and (
            here := self._at.get(frame.place or "")
        ):  # the province of a town of its name
            return replace(_named(frame, here), lent=True)
        return Named(frame, unknown=not self._mentions(frame))

    def _in_place(self, frame: Frame) -> tuple[tuple[Profile, ...], tuple[Profile, ...]]:
        """Return the issuers of the place of a frame, and those that lie in it."""
        here, near = self._at.get(frame.place or "", ()), self._near.get(frame.place or "", {})
        own = tuple(p for p in here if p.own is not None and _same_place(frame, p.own))
        around = (held for place, held in near.items() if _same_place(frame, place))
        return own, tuple(self._profiles[at] for at in sorted({*itertools.chain.from_iterable(around)}))

    def _issued_by(self, frame: Frame) -> tuple[Profile, ...]:
        """Return the issuers of the organs of a frame."""
        return tuple(p for p in self._profiles if _same_organ(frame, p))

    def is_spoken_of(self, named: Named) -> bool:
        """Tell whether one of the plans that a name means speaks of the body or the wider place that is named."""
        place = f"{' '.join(named.frame.levels)} {named.frame.place}"
        return self._speaks_of(named.frame, named.plan_ids) or self._lexicon.mentions(place, named.plan_ids)

    def _speaks_of(self, frame: Frame, plan_ids: Sequence[str]) -> bool:
        """Tell whether a plan speaks of a place's organ ("Tỉnh ủy", "UBND tỉnh")."""
        levels = sorted(frame.levels) or [""]
        families = {FAMILY.get(organ, organ) for organ in frame.organs & _GOVERNING}
        alike = [organ for organ in ORGANS if FAMILY.get(organ, organ) in families]
        forms = [form for organ in alike for form in ORGANS[organ][2]]
        own_level = [form for form in forms if form in LEVEL_OF_ORGAN]
        phrases = own_level or [f"{form} {level}" for form in forms for level in levels if level]
        return any(self._lexicon.mentions(phrase, plan_ids) for phrase in phrases)

    def _mentions(self, frame: Frame) -> bool:
        proper = self._proper.get(frame.place or "")
        if frame.levels and frame.place in self._own:
            return any(self._lexicon.mentions(f"{level} {frame.place}") for level in frame.levels)
        return self._lexicon.spells(proper) if proper else self._lexicon.mentions(_words(frame))

    def _resolve_field(self, frame: Frame, loose: bool) -> Named:
        in_field = [p for p in self._profiles if p.sectors & frame.sectors]
        strict = [p for p in in_field if _organ_fits(frame, p, loose=False)]
        fitting = strict or (in_field if loose else [])
        if fitting:
            return _named(frame, [p for p in fitting if _same_organ(frame, p)] or fitting)
        return Named(frame, unknown=not any(map(self._lexicon.mentions, _offices(frame))))

    def _resolve_organ(self, frame: Frame, tokens: Sequence[Token]) -> Named:
        """A bare organ ("UBND thành phố") is a unit only where an issuer stands, and only if one plan fits."""
        before = tokens[frame.start - 1].folded if frame.start else ""
        follows = tokens[frame.end].folded if frame.end < len(tokens) else ""
        if follows == "trung":
            central = [p for p in self._profiles if p.own == CENTRAL and _same_organ(frame, p)]
            return _named(frame, central) if central else Named(frame)
        levels = {level for level in LEVELS if follows and LEVELS[level][2][0].split()[0] == follows}
        whole = [p for p in self._profiles if len(frame.organs) > 1 and frame.organs <= p.organs]
        if whole:
            return _named(frame, whole)
        issuing = self._of_organs(Frame(frame.organs))
        fitting = [p for p in issuing if not levels or (p.own and p.own.level in levels)]
        return _named(frame, fitting) if before in names.ISSUING and len(fitting) == 1 else Named(frame)

    def _mentioning_office(self, frame: Frame, issuers: tuple[Profile, ...]) -> tuple[Profile, ...]:
        """Return the issuers whose plans speak of the office."""
        ids = tuple(p.plan_id for p in issuers)
        found = {plan_id for phrase in _offices(frame) for plan_id in self._lexicon.mentioning(phrase, ids)}
        return tuple(p for p in issuers if p.plan_id in found)


def aliases(profile: Profile) -> tuple[str, ...]:
    """Return the short forms under which people look for a unit, folded."""
    found = [profile.name, profile.short_name, profile.plan_id.replace("-", " ")]
    own, heads = profile.own, [ORGANS[code][2][0] for code in ORGANS if code in profile.organs]
    if own is not None:
        level = LEVELS[own.level][0] if own.level else ""
        heads_here = [] if own.key.isdigit() else [f"{head} {own.name}" for head in heads]
        found += [own.name, f"{level} {own.name}", f"{_initials(level)}{own.name}", f"{_initials(level)} {own.name}"]
        found += heads_here + [f"{head} {level} {own.name}" for head in heads]
    for sector in profile.sectors:
        found += [f"{head} {form}" for head in heads for form in SECTORS[sector][1]]
    folded = (" ".join(fold(alias).split()) for alias in found)
    return tuple(dict.fromkeys(alias for alias in folded if alias and not alias.isdigit()))


def _initials(level: str) -> str:
    return "".join(word[0] for word in level.split())


def _initial_forms(places: Sequence[Place]) -> names.Forms:
    """Return the initials of two-syllable names and longer ("lc"), each with every place it can stand for."""
    forms = names.Forms()
    for key in dict.fromkeys(place.key for place in places if " " in place.key):
        forms[(_initials(key),)] = (*forms.get((_initials(key),), ()), names.Part("place", key))
    return forms


def narrowed(named: Sequence[Named], found: Sequence[str]) -> list[str]:
    """A name that could mean several plans means the one that another name of the question means."""
    sets = [set(n.plan_ids) for n in named if n.plan_ids]
    sure = {plan_id for s in sets if len(s) == 1 for plan_id in s}
    kept: set[str] = set()
    for plans in sets:
        kept |= plans & sure or plans
    return [plan_id for plan_id in found if plan_id in kept]


def _named(frame: Frame, found: Sequence[Profile]) -> Named:
    return Named(frame, tuple(dict.fromkeys(p.plan_id for p in found)), unknown=not found)


def _offices(frame: Frame) -> list[str]:
    """The folded words by which plans call an office of a field."""
    heads = (frame.organs & FIELD_HEADS) - {"nganh"} or {"so", "phong"}
    return [f"{head} {form}" for head in sorted(heads) for s in sorted(frame.sectors) for form in SECTORS[s][1]]


def _same_place(frame: Frame, place: Place) -> bool:
    if frame.place != place.key:
        return False
    levels = _levels(frame)
    if place.key.isdigit():
        return place.level in levels
    return not levels or any(LEVELS[level][1] & place.ranks for level in levels)


def _levels(frame: Frame) -> frozenset[str]:
    """Return the levels that a frame names, or else those of its organs ("tỉnh ủy")."""
    return frame.levels or frozenset(LEVEL_OF_ORGAN[organ] for organ in frame.organs if organ in LEVEL_OF_ORGAN)


def _same_organ(frame: Frame, profile: Profile) -> bool:
    return _are_akin(frame.organs, profile.organs)


@lru_cache(KEPT_NAMES)
def _are_akin(named: frozenset[str], own: frozenset[str]) -> bool:
    """Tell whether organs are the same, or of one family: thousands of plans are issued by a few kinds of bodies."""
    families = {FAMILY.get(organ, organ) for organ in own}
    return bool(named & own) or any(FAMILY.get(organ, organ) in families for organ in named)


def _organ_fits(frame: Frame, profile: Profile, *, loose: bool) -> bool:
    heads = (frame.organs & FIELD_HEADS) - {"nganh"}
    return not heads or bool(heads & profile.organs) or (loose and not profile.organs & FIELD_HEADS)


def _words(frame: Frame) -> str:
    """The folded words of a frame as a plan would print them: organ, level, name."""
    organ = next((ORGANS[o][2][0] for o in ORGANS if o in frame.organs and o not in FIELD_HEADS), "")
    level = next(iter(sorted(frame.levels)), "") if (frame.place or "").isdigit() else ""
    return " ".join(part for part in (organ, level, frame.place or "") if part)


def _spells_level(typed: Sequence[Token], code: str, *, toned: bool) -> bool:
    """Tell whether no typed diacritic speaks against a level's name: "thì xã" is not "thị xã", nor "quân" "quận" where
    tones are typed."""
    printed, _, forms = LEVELS[code]
    said = " ".join(token.text.lower() for token in typed)
    if said in forms:
        return True
    without = toned and not said.isascii() and toneless(said) == said and toneless(printed) != printed
    return len(printed.split()) == len(typed) and not without and _could_be(typed, printed)


def _has_tones(tokens: Sequence[Token]) -> bool:
    return any(toneless(token.text.lower()) != token.text.lower() for token in tokens if token.is_word)


def _could_be(typed: Sequence[Token], proper: str) -> bool:
    """Tell whether no typed diacritic speaks against `proper`: "diễn biến" is not "Điện Biên", "dien bien" may be."""
    words = proper.replace("-", " ").lower().split()
    if len(words) != len(typed):
        return True
    pairs = [(token.text.lower(), word) for token, word in zip(typed, words, strict=True)]
    return all(typed_word in {fold(word), toneless(word), word, canonical(word)} for typed_word, word in pairs)


def _after_level(piece: Found, tokens: Sequence[Token]) -> bool:
    return piece.start > 0 and tokens[piece.start - 1].folded in ("pho", "tp")


def _as_printed(typed: Sequence[Token], proper: str) -> bool:
    return " ".join(token.text for token in typed) == proper.replace(" - ", " ")
