"""Territories before and after 1 July 2025, and how one that a question names belongs to what the plans are of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class District:
    """A unit of the level that ended on 30 June 2025: "Quận 1". province: of then; today: the province of today."""

    name: str
    province: str
    today: str


@dataclass(frozen=True, slots=True)
class Ward:
    """A ward, commune or township. name: "Phường Sài Gòn".

    province: of today, "" for one that ended on 30 June 2025; districts: those it lies in or was formed from, most
    parts first; parts: what a ward of today was formed from, each with whether only in part; became: the names that
    an earlier one has today.
    """

    name: str
    province: str
    districts: tuple[District, ...]
    parts: tuple[tuple[str, bool], ...] = ()
    became: tuple[str, ...] = ()


class Standing(StrEnum):
    """What is known of a unit that is named and that no plan is of."""

    BOUND = "bound"  # the plans bind it
    OPEN = "open"  # several plans may: the person has to say which
    UNBOUND = "unbound"  # no plan does


@dataclass(frozen=True, slots=True)
class Belonging:
    """A ward, commune, district or school that a question names and that no plan is of.

    name: as printed, or as typed where the gazetteer has no such name; standing: see there; plans: that bind it, or
    may; silent: plans of its district, or of what the person said it belongs to, that do not speak of such units;
    wards: what the name can mean, none where the gazetteer has no such name there; namesakes: how many other places
    are called so.
    """

    name: str
    standing: Standing
    plans: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    wards: tuple[Ward, ...] = ()
    namesakes: int = 0
