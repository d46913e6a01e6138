"""What is known of each plan's issuer: its organ, field, level and place, its years, and how to print its name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from knowledge.model import Header, Period, Plan, parent_of
from knowledge.patterns import later
from knowledge.text import fold, normalize
from knowledge.understanding import territories
from knowledge.understanding.casing import is_settlement, proper
from knowledge.understanding.names import after_kinds, office_pairs, offices
from knowledge.understanding.tables.administration import LEVEL_OF_ORGAN, LEVELS, PAPER_TYPES, TERRITORIAL
from knowledge.understanding.tables.provinces import CENTRAL_CITIES, PROVINCES
from knowledge.understanding.tokens import Kind, Token, spell_out, tokenize

_YEAR = later(r"\b(?:19|20)\d\d\b")
_NAME_LIMIT = 3
_TITLE_WORDS = 8
_EXPLAINED = later(r"\s*\([^()]*\)")  # "Ủy ban Kiểm tra (UBKT) Đảng ủy xã ..."
_RULED = frozenset(LEVEL_OF_ORGAN) | {"ubnd", "hdnd", "dang bo", "dang uy"}
_WHERE = later(r"\s(?:của|trên địa bàn|tại|trong|năm|giai đoạn)\s")
_NEVER_A_NAME = frozenset({"ban", "tieu", "khoa", "nhiem", "giai", "trong", "va", "cua", "ve", "theo"})
_PROVINCES = {fold(name): name for name in PROVINCES}


@dataclass(frozen=True, slots=True)
class Place:
    """A named territory: level code or None; folded name as the key; the name as printed."""

    level: str | None
    key: str
    name: str

    @property
    def ranks(self) -> frozenset[int]:
        """Ranks that the level can stand for; all when unknown."""
        if self.level == "thanh pho" and self.key not in CENTRAL_CITIES:
            return frozenset({2})  # of a province, which often has its name
        return LEVELS[self.level][1] if self.level else frozenset({1, 2, 3})


CENTRAL = Place(None, "trung uong", "Trung ương")
"""The "place" of the party's central commissions, whose letterhead names the Central Committee above them."""


@dataclass(frozen=True, slots=True)
class Profile:
    """An issuer as questions can name it. around: wider places it belongs to; years: those the plan is for."""

    plan_id: str
    name: str
    short_name: str
    year: int | None
    organs: frozenset[str]
    sectors: frozenset[str]
    own: Place | None
    around: tuple[Place, ...]
    years: frozenset[int]


def profile(plan: Plan) -> Profile:
    """Describe the issuer of `plan` from its header, and from its text where the header is silent."""
    header = plan.header
    issuer = tokenize(_EXPLAINED.sub("", normalize(header.issuer or "").replace("\n", " ")))
    found = offices(issuer)
    organs = frozenset(code for piece in found for code in piece.codes("organ"))
    sectors = frozenset(code for piece in found for code in piece.codes("sector"))
    mentioned = Counter(places_in(tokenize(plan.source_text)))
    own = _own_place(issuer, header, organs, mentioned)
    around = _around(plan, own, mentioned)
    printed = _with_places(
        _printed(issuer, organs, plan.source_text), [*filter(None, (own, _bare_place(header.place))), *around]
    )
    named = _name(header, printed, issuer, own)
    if issuer and is_settlement(issuer[0]):  # villages of one name are in many communes
        above = next((f" {LEVELS[each.level][0]} {each.name}" for each in around if each.level in {"xa", "phuong"}), "")
        named += above if own and own.key in fold(printed) else ""
    years = _years(header)
    year = header.meant.start.year if header.meant and header.meant.start else min(years, default=None)
    if header.date and (header.meant is None or _is_running(header.meant, header.date)):
        year = header.date.year
    return Profile(
        plan.plan_id, named, _short_name(header, named, year), year, organs, sectors, own,
        around, years,
    )  # fmt: skip


def under_parents(profiles: Sequence[Profile], headers: Mapping[str, Header]) -> tuple[Profile, ...]:
    """Give an attached document the issuer of the one that it was issued with, and its own subject as part of its
    name."""
    every = {each.plan_id: each for each in profiles}
    return tuple(
        _under(each, every[stem], headers[each.plan_id]) if (stem := parent_of(each.plan_id)) in every else each
        for each in profiles
    )


def _under(own: Profile, parent: Profile, header: Header) -> Profile:
    year = own.year or parent.year
    subject = _subject(header.title or "")
    told = f" ({subject})" if subject else ""
    return replace(
        parent,
        plan_id=own.plan_id,
        name=f"{parent.name}{told}",
        short_name=f"{_short_name(header, parent.name, year)}{told}",
        year=year,
        years=own.years or parent.years,
    )


def _subject(title: str) -> str:
    """What a title is about in a few words, without the issuer's name at its end."""
    words = _WHERE.split(title, maxsplit=1)[0].split()
    words = words if len(words) > 2 else title.split()
    return " ".join(words[:_TITLE_WORDS]) + ("…" if len(words) > _TITLE_WORDS else "")


def _is_running(period: Period, issued: date) -> bool:
    """Tell whether a period of several years had begun in a year before the day of issue."""
    start, end = period.start, period.end
    return start is not None and end is not None and start.year < min(issued.year, end.year)


def places_in(tokens: list[Token]) -> Iterator[Place]:
    """Yield every place that stands after a level word or a committee's name, in reading order."""
    for piece in offices(tokens):
        levels = sorted(piece.codes("level"))
        organs = [LEVEL_OF_ORGAN[code] for code in sorted(piece.codes("organ")) if code in LEVEL_OF_ORGAN]
        name = _name_at(tokens, piece.end) if levels or organs else None
        if name and not _is_society(levels, name[0]):
            yield Place((levels or organs)[0], *name)


def _is_society(levels: Sequence[str], key: str) -> bool:
    """Tell whether "XÃ HỘI …" in capitals is society and no commune: there is none of that name."""
    return "xa" in levels and key.split()[0] == "hoi" and not territories.wards(key)


def _name_at(tokens: list[Token], start: int) -> tuple[str, str] | None:
    """Read the proper name (or number) at `start`: its folded key and its printed form."""
    if start < len(tokens) and tokens[start].text == ".":
        start += 1
    first = tokens[start] if start < len(tokens) else None
    if first is not None and first.kind is Kind.NUMBER and first.text.isdigit() and len(first.text) <= 2:
        return str(int(first.text)), str(int(first.text))
    taken: list[Token] = []
    for i in range(start, min(start + _NAME_LIMIT, len(tokens))):
        apart = taken and tokens[i].start - taken[-1].end > 2
        if not tokens[i].is_word or not tokens[i].text[0].isupper() or apart or _begins_another(tokens, i, len(taken)):
            break
        taken.append(tokens[i])
        if (key := " ".join(t.folded for t in taken)) in _PROVINCES:
            return key, _PROVINCES[key]
    return (" ".join(t.folded for t in taken), proper(spell_out(taken), name=True)) if taken else None


def _begins_another(tokens: list[Token], i: int, already: int) -> bool:
    """Tell whether an office, a field or (after two syllables) a level begins at token i: "XÃ LƯƠNG MINH | BAN ..."."""
    pair = tuple(token.folded for token in tokens[i : i + 2])
    return pair in office_pairs() or (
        tokens[i].folded in _NEVER_A_NAME
        or (already > 1 and any(piece.start == i for piece in offices(tokens[: i + 1])))
    )


def _own_place(issuer: list[Token], header: Header, organs: frozenset[str], mentioned: Counter[Place]) -> Place | None:
    at_level = {code for piece in offices(issuer + tokenize(header.title or "")) for code in piece.codes("level")}
    if CENTRAL.key in fold(header.parent or "") and not organs & {"ubnd", "hdnd"}:
        return CENTRAL
    of_parent = next(places_in(tokenize(normalize(header.parent or ""))), None)
    named = next(places_in(issuer), None) or _school_name(issuer)
    if named is not None:
        return named
    seat = next(places_in(tokenize(header.place or "")), None) or _bare_place(header.place)
    if seat is not None and (organs & TERRITORIAL or not organs):
        above = places_in(tokenize(normalize(header.parent or "")))
        return next((place for place in above if seat.level is None and place.key == seat.key), seat)
    return of_parent or next((p for p, _ in mentioned.most_common() if p.level in at_level), None)


def _school_name(issuer: list[Token]) -> Place | None:
    """A school, hospital or office is named after its kind: "Trường THPT Nguyễn Du"."""
    for piece in offices(issuer):
        start = after_kinds(issuer, piece.end)
        name = _name_at(issuer, start) if piece.codes("organ") & {"truong", "benh vien"} else None
        if name is not None:
            return Place(None, *name)
    return None


def _bare_place(text: str | None) -> Place | None:
    name = _name_at(tokenize(text or ""), 0)
    return Place(None, *name) if name else None


def _around(plan: Plan, own: Place | None, mentioned: Counter[Place]) -> tuple[Place, ...]:
    """The places above: those of the superior body and the province that the text names most."""
    own_key = own.key if own else None
    found = [place for place in places_in(tokenize(normalize(plan.header.parent or ""))) if place.key != own_key]
    provinces: Counter[str] = Counter()
    for place, count in mentioned.items():
        if place.key in _PROVINCES and 1 in place.ranks and place.key != own_key:
            provinces[place.key] += count
    found += [Place("tinh", key, _PROVINCES[key]) for key, _ in provinces.most_common(1)]
    return tuple(dict.fromkeys(found))


def _printed(issuer: list[Token], organs: frozenset[str], text: str) -> str:
    """The issuer's name in running-text capitals: as its own text writes it where rules can't tell a name from what
    kind of school or committee it is ("Trường Đại học Kỹ thuật Sông Lam")."""
    ruled = proper(spell_out(issuer))
    if organs & _RULED or not issuer or ruled.casefold() != spell_out(issuer).casefold():
        return ruled
    source, words = normalize(text), [token.text for token in issuer if token.text.strip()]
    for size in range(len(words), max(3, len(words) - _NAME_LIMIT - 1), -1):  # a place may have been added at the end
        found = re.findall(r"\b" + r"\s*".join(map(re.escape, words[:size])) + r"(?!\w)", source, re.IGNORECASE)
        written = Counter(" ".join(name.split()) for name in found if not name.isupper())
        for name, _ in written.most_common(1):
            rest = ruled.split()[len(name.split()) :]
            return " ".join([f"{name[:1].upper()}{name[1:]}", *rest])
    return ruled


def _with_places(name: str, places: Sequence[Place]) -> str:
    """The capitals of known places where rules left none: "Công ty Điện lực Hưng Yên"."""
    for place in places:
        if " " in place.name:
            name = re.sub(rf"(?<!\w){re.escape(place.name.lower())}(?!\w)", place.name, name)
    return name


def _name(header: Header, name: str, issuer: list[Token], own: Place | None) -> str:
    if not issuer:
        return " ".join(part for part in (own.name if own else None,) if part) or "Kế hoạch không ghi cơ quan ban hành"
    last = offices(issuer)[-1:]
    if own is None or own.key in fold(name):
        return name
    if last and (last[0].codes("level") or last[0].codes("organ") & frozenset(LEVEL_OF_ORGAN)):
        return f"{name} {own.name}"
    if own == CENTRAL:
        return f"{name} {own.name}"
    in_title = {code for piece in offices(tokenize(header.title or "")) for code in piece.codes("level")}
    if own.level in in_title or (own.level and own.key in fold(f"{header.place or ''} {header.parent or ''}")):
        return f"{name} {LEVELS[own.level][0] if own.level else ''} {own.name}".replace("  ", " ")
    return name


_COMPACT = (
    ("Ủy ban nhân dân", "UBND"), ("Hội đồng nhân dân", "HĐND"), ("Giáo dục và Đào tạo", "GD&ĐT"),
    ("Ủy ban Mặt trận Tổ quốc Việt Nam", "Ủy ban MTTQ"), ("Ủy ban MTTQ Việt Nam", "Ủy ban MTTQ"),
    ("Hội Liên hiệp Phụ nữ", "Hội LHPN"), ("thành phố", "TP"), ("thị xã", "TX"),
)  # fmt: skip


def _short_name(header: Header, name: str, year: int | None) -> str:
    kind = PAPER_TYPES.get(fold(" ".join((header.doc_type or "").split())), proper(header.doc_type or "Văn bản"))
    for long, short in _COMPACT:
        name = name.replace(long, short)
    return " ".join(part for part in (kind, name, str(year) if year else "") if part)


def _years(header: Header) -> frozenset[int]:
    years = {int(y) for y in _YEAR.findall(header.title or "")}
    period = header.meant
    if period is not None and period.start and period.end:
        years |= set(range(period.start.year, min(period.end.year, period.start.year + 30) + 1))
    elif period is not None:
        years |= {d.year for d in (period.start, period.end) if d}
    return frozenset(years | ({header.date.year} if header.date else set()))


def distinct(profiles: Sequence[Profile], headers: Mapping[str, Header]) -> tuple[Profile, ...]:
    """Tell apart plans of one issuer and year: their names get the number, or else the first words of the title."""
    same = Counter(p.short_name for p in profiles)
    return tuple(p if same[p.short_name] == 1 else _with_detail(p, headers[p.plan_id]) for p in profiles)


def _with_detail(plan: Profile, header: Header) -> Profile:
    words = (header.title or "").split()
    detail = (
        header.number or " ".join(words[:_TITLE_WORDS]) + ("…" if len(words) > _TITLE_WORDS else "") or plan.plan_id
    )
    return replace(plan, name=f"{plan.name} ({detail})", short_name=f"{plan.short_name} ({detail})")
