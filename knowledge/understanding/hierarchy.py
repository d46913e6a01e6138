"""Whose plan binds a ward, commune or school: the plans' issuers as wards, districts and provinces, then and today."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.model import Belonging, District, Query, Standing, Ward
from knowledge.patterns import later
from knowledge.text import folded_words
from knowledge.understanding import territories
from knowledge.understanding.lexicon import Lexicon
from knowledge.understanding.names import ISSUING, Frame
from knowledge.understanding.profiles import Place, Profile
from knowledge.understanding.tokens import Kind, Token
from knowledge.understanding.units import Named
from knowledge.understanding.wards import Mention

_SPEAKS = {
    "ward": later(r" phường | (?<!thị )xã (?!hội )| thị trấn "),
    "school": later(r" (?:các|mỗi|từng|những|nhà) trường | trường (?:học|trực thuộc|mầm non|tiểu học|th[cp][st])"),
}
_PLACES = ("phuong", "xa", "thi tran", "dac khu", "quan", "huyen", "thi xa", "thanh pho", "tinh")
_JOINED = frozenset(
    folded_words("phường xã thị trấn đặc khu thuộc ở tại của cũ trước đây ward commune township in of former")
)
"""Words between a ward's name and the place that it lies in."""
_DISTRICTS = frozenset({"quan", "huyen", "thi xa", "thanh pho"})


class Hierarchy:
    """Which plans are of a ward, a district or a province, by their issuers' places."""

    def __init__(self, profiles: Sequence[Profile], lexicon: Lexicon) -> None:
        self._at: dict[str, list[Profile]] = {}
        self._places = {profile.plan_id: profile.own for profile in profiles}
        for profile in profiles:
            if profile.own is not None:
                self._at.setdefault(profile.own.key, []).append(profile)
        self._lexicon = lexicon
        territories.load()

    def strange(self, mentions: Iterable[Mention], scope: Sequence[str] = ()) -> list[Mention]:
        """Return the mentions without wards that no plan binds and whose name the collection has at another level
        ("xã Yên Hòa", "huyện Yên Hòa"): people mix levels up, and the name says whose plan it is; and without those
        that the plan of the chat (scope) names itself, as in a table's column "Xã"."""
        return [each for each in mentions if not (self._is_mixed_up(each) or self._is_said(each, scope))]

    def _is_said(self, mention: Mention, scope: Sequence[str]) -> bool:
        key = territories.key_of(mention.name)
        return bool(scope) and " " in key and self._lexicon.mentions(key, scope)

    def is_within(self, frame: Frame, tokens: Sequence[Token], plans: Sequence[str]) -> bool:
        """Tell whether a name is that of an office without a place, or of a place within the units of `plans`, and not
        of whoever issues what is asked for ("kế hoạch của Sở Y tế")."""
        if not plans or (frame.start and tokens[frame.start - 1].folded in ISSUING):
            return False
        if frame.place is None:
            return bool(frame.sectors)
        return not frame.organs and self.covers(plans, frame.place)

    def covers(self, plans: Iterable[str], key: str) -> bool:
        """Tell whether a district or ward of a folded name lies, then or today, in the place of a plan."""
        over = {own.key for plan_id in plans if (own := self._places.get(plan_id)) is not None}
        around = [_around(ward) for ward in territories.wards(key)] if over else []
        around += [_above(d) for d in territories.districts().values() if over and territories.key_of(d.name) == key]
        return any(over & names for names in around)

    def _is_mixed_up(self, mention: Mention) -> bool:
        if not mention.wards or any(self._plans_of(ward)[0] for ward in mention.wards):
            return False
        keys = {territories.key_of(ward.name) for ward in mention.wards}
        return any(" " in key and any(self._lexicon.mentions(f"{level} {key}") for level in _PLACES) for key in keys)

    def belongings(
        self, mentions: Iterable[Mention], frames: Sequence[Frame], named: Sequence[str], scope: Sequence[str]
    ) -> tuple[Belonging, ...]:
        """Return how each belongs to the collection's plans.

        frames: the names beside it ("quận 3", "tỉnh Hải Dương"); named: plans that the question names; scope: the
        plan of the chat, or of the turn before.
        """
        return tuple(self._belonging(each, frames, named, scope) for each in mentions)

    def _belonging(
        self, mention: Mention, frames: Sequence[Frame], named: Sequence[str], scope: Sequence[str]
    ) -> Belonging:
        beside = {frame.place for frame in frames if frame.place}
        wards = next(
            (told for places in (_then, _around) if (told := tuple(w for w in mention.wards if beside & places(w)))),
            mention.wards,
        )
        reached = [(ward, *self._plans_of(ward)) for ward in wards]
        if named and not any(beside & _around(ward) for ward in wards):
            return self._stated(mention, named)
        for at in (named, scope):
            inside = tuple(ward for ward, plans, _ in reached if set(plans) & set(at))
            if at and (inside or not wards):
                return self._stated(mention, at, inside)
        if not wards:
            return Belonging(mention.name, Standing.OPEN)
        silent = tuple(dict.fromkeys(p for _, plans, _ in reached for p in plans if not self._speaks(p, mention)))
        bound = [(ward, tuple(p for p in plans if p not in silent)) for ward, plans, _ in reached]
        return _by_the_collection(mention.name, bound, silent, wide=any(wide for _, _, wide in reached))

    def _stated(self, mention: Mention, plans: Sequence[str], wards: tuple[Ward, ...] = ()) -> Belonging:
        silent = tuple(plan_id for plan_id in plans if not self._speaks(plan_id, mention))
        elsewhere = 0 if wards else len({ward.districts for ward in mention.wards})
        return Belonging(mention.name, Standing.BOUND, tuple(plans), silent, _today_first(wards), elsewhere)

    def _plans_of(self, ward: Ward) -> tuple[tuple[str, ...], bool]:
        """Return the plans of the nearest level that has any, and whether that is the whole province: the ward of
        today, the district, an old ward, the province."""
        districts = [territories.split_name(district.name) for district in ward.districts]
        levels = (
            [p for p in self._of((ward.name, *ward.became)) if _is_ward(p.own)],
            [p for p in self._of(d.name for d in ward.districts) if any(_is_of(p.own, *each) for each in districts)],
            [p for p in self._of(name for name, _ in ward.parts) if _is_ward(p.own)],
        )
        near = [[p for p in found if _in_province(p, ward)] for found in levels]
        plans = next(filter(None, near), [])
        provinces = dict.fromkeys(name for d in ward.districts for name in (d.province, d.today))
        wide = [] if plans else [p for p in self._of(provinces) if _is_province(p, ward)]
        return tuple(p.plan_id for p in (*plans, *wide)), bool(wide)

    def _of(self, names: Iterable[str]) -> list[Profile]:
        """Return the issuers whose place has one of the names, of whatever level."""
        keys = dict.fromkeys(map(territories.key_of, names))
        return [profile for key in keys for profile in self._at.get(key, ())]

    def _speaks(self, plan_id: str, mention: Mention) -> bool:
        kind = "school" if mention.school else "ward"
        return _SPEAKS[kind].search(self._lexicon.corpus.spelt(plan_id)) is not None


def _by_the_collection(
    name: str, bound: Sequence[tuple[Ward, tuple[str, ...]]], silent: tuple[str, ...], *, wide: bool
) -> Belonging:
    """Settle a name by which of the places called so the plans bind; a whole province (wide) settles no common name."""
    held = [(ward, plans) for ward, plans in bound if plans]
    places = {ward.districts for ward, _ in bound}
    if not held:
        return Belonging(name, Standing.UNBOUND, silent=silent, wards=tuple(ward for ward, _ in bound))
    plans = tuple(dict.fromkeys(plan_id for _, ids in held for plan_id in ids))
    alike = {ids for _, ids in held}
    wards = _today_first(ward for ward, _ in held)
    others = len(places - {ward.districts for ward in wards})
    if len(alike) > 1 or (others and wide):
        return Belonging(name, Standing.OPEN, plans, wards=tuple(ward for ward, _ in bound))
    return Belonging(name, Standing.BOUND, plans, wards=wards, namesakes=others)


def explaining(named: Sequence[Named], tokens: Sequence[Token], mentions: Sequence[Mention]) -> tuple[Named, ...]:
    """Return the names, those that only say where a ward lies marked so ("phường Tân Phong, tỉnh Lai Châu"): whose plan
    binds it is told by its own district first, and the place beside it is not asked for a plan of its own."""
    around = {name for mention in mentions for ward in mention.wards for name in _around(ward)}
    places = [each.frame for each in named if each.frame.place in around]
    places = [frame for frame in places if not (frame.organs or frame.sectors)]
    joined = {i for frame in places for i in range(frame.start, frame.end)}
    joined |= {i for i, token in enumerate(tokens) if token.kind is Kind.PUNCTUATION or token.folded in _JOINED}
    beside = [frame for frame in places if _meets_ward(frame, tokens, joined)]
    return tuple(
        replace(each, unknown=False, lent=False, explains=True) if each.frame in beside else each for each in named
    )


def _meets_ward(frame: Frame, tokens: Sequence[Token], joined: set[int]) -> bool:
    """Tell whether a ward's name, as `wards.without` leaves it, comes before any word but those that join it."""
    for way in (range(frame.start - 1, -1, -1), range(frame.end, len(tokens))):
        beside = itertools.takewhile(lambda i: i in joined, way)
        if any(tokens[i].stands_for_name for i in beside):
            return True
    return False


def placed(query: Query, found: Sequence[Belonging], typed: Sequence[str], beside: Iterable[str]) -> Query:
    """Put what a question names under the plans that bind it, or among what is unknown. typed: each as it was typed;
    beside: the places named with them, which they explain."""
    bound = [plan_id for each in found if each.standing is Standing.BOUND for plan_id in each.plans]
    strange = typed if not bound else ()
    unknown = [name for name in query.unknown if not bound or name not in beside]
    units = tuple(dict.fromkeys((*query.units, *bound)))
    return replace(query, belongs=tuple(found), units=units, named=bool(units), unknown=(*unknown, *strange))


def _today_first(wards: Iterable[Ward]) -> tuple[Ward, ...]:
    return tuple(sorted(wards, key=lambda ward: not ward.province))


def _around(ward: Ward) -> set[str]:
    """The folded names of the districts and provinces that a ward lies in."""
    names = {ward.province} | {name for d in ward.districts for name in (d.name, d.province, d.today)}
    return {territories.key_of(name) for name in names if name}


def _then(ward: Ward) -> set[str]:
    """The folded names of the districts and the province that a ward lies in, or lay in as long as there was one."""
    provinces = {ward.province} if ward.province else {d.province for d in ward.districts}
    return {territories.key_of(name) for name in (*provinces, *(d.name for d in ward.districts)) if name}


def _above(district: District) -> set[str]:
    """The folded names of the provinces that a district lay in."""
    return {territories.key_of(district.province), territories.key_of(district.today)}


def _is_ward(own: Place | None) -> bool:
    return own is not None and own.level in {"phuong", "xa", "thi tran", "dac khu"}


def _is_of(own: Place | None, level: str, key: str) -> bool:
    """Tell whether a place is a district, which may have changed its level since ("thị xã", now "thành phố")."""
    return own is not None and own.key == key and (own.level in (level, None) or own.level in _DISTRICTS - {"quan"})


def _in_province(profile: Profile, ward: Ward) -> bool:
    """Tell whether an issuer's province, where it is known, is one that the ward lay in."""
    provinces = {place.key for place in profile.around if place.level in ("tinh", None)}
    return not provinces or any(
        territories.key_of(name) in provinces for d in ward.districts for name in (d.province, d.today)
    )


def _is_province(profile: Profile, ward: Ward) -> bool:
    """Tell whether a plan is of the province that a ward lay in when the plan was made."""
    own, year = profile.own, profile.year or 2025
    then = {d.province for d in ward.districts} if year <= 2025 else set()
    now = {d.today for d in ward.districts} if year >= 2025 else set()
    names = {territories.split_name(name) for name in then | now}
    return own is not None and any(own.key == key and own.level in (level, None) for level, key in names)
