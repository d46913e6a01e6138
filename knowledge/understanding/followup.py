"""What a turn borrows from the turns before it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from knowledge.model import Language, Query, Slots
from knowledge.patterns import later
from knowledge.text import fold, folded_words
from knowledge.understanding import rounds
from knowledge.understanding.slots import topic
from knowledge.understanding.tables.spans import AHEAD, SPANS

_CONNECTOR = later(r"^ (?:the con|vay con|the|vay|con|roi|va|ok|thi ra|u|uh|what about|how about|and|then|so) ")
_SO_WHAT = later(r" (?:thi sao|the nao|sao) $")
_POINTER = later(
    r" (?:cai (?:do|nay|kia|ay)|(?:dieu|viec|muc|khoan|y) (?:do|nay|ay)|(?:ke hoach|van ban|han) (?:nay|do)|no|do|"
    r"that|it|its|they|that (?:one|plan)|this plan|the plan) "
)
_STILL = later(
    r" (?:van|cung)(?: \w+){0,3} (?:do|vay|the|nhu cu|nhu the|nhu vay)(?= (?:a|chu|ha|khong|phai khong)? ?$| )"
)
_OWN_TIME = later(f" (?:{'|'.join(cue for _, _, cue in SPANS)}|{AHEAD}) ")
_WHAT = later(r" (?:gi|(?<! khi )(?<! the )nao|nhung|cac|liet ke|danh sach|what|which|any|anything|list) ")
_THEY = later(r" (?:ho(?! (?:so|tro|chi|khau|ngheo) )|they|them|their) ")
_PLANS = later(
    r" (?:bao nhieu|may|nhung|cac|liet ke|danh sach|tat ca)(?: cac| nhung)? ke hoach "
    r"| (?:how many|which|list)(?: \w+){0,2} plans "
)
_PLANS_WORDS = frozenset({"ke", "hoach", "liet", "danh", "sach"})
_BARE_PERIOD = later(
    r"^(?: (?:the|con|vay|roi|va|thi|a|ok|cho|ban|cai|ky|loai|bao cao|theo|cua|ca|han|hang|la|what|how|about|and|so|"
    r"for))* (nam|quy|thang|tuan|year|quarter|month|week)"
    r"(?: (?:thi|sao|the|nao|a|nhi|vay|report|one|ha|khong|ngay|khi|nop))* $"
)
_PERIODS = {
    "nam": "năm",
    "year": "năm",
    "quy": "quý",
    "quarter": "quý",
    "thang": "tháng",
    "month": "tháng",
    "tuan": "tuần",
    "week": "tuần",
}
_PERIOD_SAID = later(
    r"(?<!\w)(?:(?:hằng|hàng|định kỳ|cuối|giữa) )?"
    r"(?:(?:6|sáu) tháng(?: (?:đầu|cuối) năm)?|quý|tuần|(?<!\d )tháng|năm)(?! ?\d)(?!\w)",
    re.IGNORECASE,
)
"""The period of the turn before, which this turn's own replaces."""
_HEDGE = r"(?: (?:the|vay|nhu|tuc|nghia|co|phai|chac|hinh|nghe|noi|toi|em|minh|tuong|nho|ma|a|da|vang|so|and|then))*"
_TAG = r"(?: (?:co|dung|phai|duoc|that|khong|chua|ha|a|chu|nhi|vay|ma|right|correct|anh|chi|em|ban|bot|oi))* $"
_PUT = later(r"\d (?:a|ha|chu|nhi) $")
_DUE = r"(?:(?:thoi )?han(?: chot| cuoi| nop| gui)?|ngay(?: nop| gui)?|(?:the )?(?:deadline|due date))"
_DAY = r"(?: (?:la|vao|truoc|den|tu|het|ngay|is|by|on))* \S*\d\S*(?: (?:thang|nam|\d\S*))*"
_PREDICATE = later(
    rf"^{_HEDGE} (?:gui|nop|trinh|chuyen|bao cao)(?: truc tiep)? (?:ve|cho|len|toi|den|qua|bang|tai|truoc|vao) "
    rf"|^{_HEDGE}(?: {_DUE})?{_DAY}{_TAG}"
    rf"|^{_HEDGE} (?:la|do|qua|bang|by|via) "
)
"""A claim without a subject, which is the last turn's ("gửi về Hội Phụ nữ xã đúng không?", "hạn là 25/6 à?")."""
_MINE = later(
    r" (?:(?:toi|minh|em|chau|bon minh|chung (?:toi|ta|em|minh)) (?:thi )?(?:se |con )?(?:phai|can|nen|duoc giao)"
    r"|(?:don vi|co quan|phuong|xa|truong|noi|cho|ben|phia|chi bo|nha) (?:cua )?(?:toi|minh|em|chung (?:toi|em|minh))"
    r"|(?:i|we) (?:must|need|have|should)|(?:must|do|should|shall|can) (?:i|we)|my|our) "
)
"""Words by which a turn is about the person's own unit."""
_MORE = later(r" (?:\w+ hon|(?:khac|giong) nhau|(?:noi|don vi|ben|cai|ke hoach|dau) nao|\w+er|which|both) ")
_COMPARE = later(r"(?<!\w)(?:so sánh|đối chiếu|compare|comparison)(?!\w)", re.IGNORECASE)
_TITLE = later(
    r"^ (?:(?:cai|ban|ve|vu|viec|the) )*(?:(?:ke hoach|van ban|huong dan|quyet dinh|cong van|thong bao|chuong trinh"
    r"|de an|chi thi|nghi quyet|quy che|the le|plan)(?: (?:ve|to chuc|phat dong|phong trao|thuc hien|trien khai))* "
    r"|(?:cuoc|hoi) (?=thi )"
    r"|(?=(?:phong trao|tuan le|chien dich|cuoc van dong|ngay hoi|hoi (?:dien|trai|thao)|giai|le) ))"
)
"""What stands before the words of a title: what kind of paper it is of, or of event."""
_LONG = 12
_PURPOSE = later(r" (?:cot de|de lam gi|nham(?: muc dich)? gi|tai sao|vi sao|chuyen gi|sao lai|why|what for) ")
_POLITE = later(
    r"^ (?:(?:da|vang|ok|oke|uh|cam on|thanks?|thank you|chao|hi|hello|ban|nhe|nha|nhieu|em|anh|chi|you) )+"
)
_SHORT = 8
_OWN_TOPIC = frozenset({"basis", "target", "award", "criteria"})
_AGENDA = frozenset({"sending", "duty"})
_AT_WHOSE = frozenset({"to", "consequence"})
_CHANNEL = frozenset({"thu", "dien", "tu", "hop"})  # "thư điện tử" is three words for one thing
_ADDRESSED = frozenset({"anh", "chi", "em", "co", "chu", "bac", "ban", "thay", "ong", "ba", "ad"})
_OWN_TERMS = 4  # a turn that names an item and has more words of its own says of what
_MAX_TERMS = 24


_WHAT_OF = later(
    r"^(?P<before>.*[\s,:.])(?P<asked>(?:(?:thế|vậy|the|vay) )?(?:còn|con) (?:[^\s,.:?]+ ){1,7}(?:thì|thi) sao)"
    r"(?=\W*(?:\w+\W*){0,4}$)",
    re.IGNORECASE | re.DOTALL,
)
_NEXT = later(
    r"\b(?P<noun>dot|lan|vong|giai doan|buoc|phien|cuoc|cai|muc|dieu|khoan|y)"
    r" (?:(?P<after>(?:ngay )?sau(?: do| nua)?|tiep(?: theo)?|ke(?: tiep| sau)?)|(?:lien )?truoc(?: do)?)"
    r"\b(?! (?:ngay|khi|thang|luc|\d))"
    r"|\b(?:the )?(?:(?P<next>next|following)|previous) (?P<thing>round|phase|stage|item|one)\b"
)
_ANYTHING = frozenset({"cai", "muc", "y", "one"})
_PARTY = (
    r"(?:phong|ban|so|hoi|doan|cong an|tram|trung tam|dai|mat tran|uy ban|van phong|chi (?:bo|hoi|doan|cuc)|lien doan"
    r"|cong doan|dang uy|bo phan|to|doi|truong|xa|phuong|thon|khom|ap|khu pho|giao vien|hoc sinh|can bo|cong chuc"
    r"|dang vien|hoi vien|doan vien|ho|don vi|co quan|quan su|bi thu|chu tich|hieu truong|phu huynh|nhan dan)"
)
_OTHER_PARTY = later(
    rf"^ (?:(?:the|vay|con|roi|va|a) )+(?:ben |phia |cac )?"
    rf"(?P<party>{_PARTY}(?: \w+){{0,5}}?) (?:thi|can|phai|duoc|lam|co) "
)
_ACTS = r"(?:duoc|phai|co|thi|lam|can|se|chiu|lo|phu trach|nop|gui|bao cao|dang ky|chu tri|tham muu|phoi hop|giu)"
_OWN_PARTY = later(
    rf"(?:^|(?<=[?.!] ))(?:ben |phia |cac )?{_PARTY}(?: \w+){{0,5}}?(?= {_ACTS}\b)"
    rf"|\b(?:cua|cho|doi voi) (?:cac )?{_PARTY}(?: \w+){{0,5}}?"
    rf"(?= (?:la|gom|the nao|ra sao|bao nhieu|may|nhung|khi nao|{_ACTS})\b| ?[?.!]| ?$)"
)
"""Who a turn asks of, folded: before what they do, or as those whose it is."""
_NUMBERED = later(r"\b(cum|khoi|to|khu pho|thon|ap|khom|loai|hang|tieu chi|bang)\s+(?:so\s+)?(?:\d{1,3}|[ivx]+)\b")
_ASKING = later(r" (?:gi|nao|ai|may|bao|dau|sao|what|when|who|which|where|how) ")


def ending(text: str) -> str:
    """Return of a turn that ends in "còn ... thì sao" these words alone, where nothing is asked before them."""
    found = _WHAT_OF.match(text)
    before = " ".join(["", *folded_words(found["before"]), ""]) if found else ""
    return found["asked"] if found and not _ASKING.search(before) else text


def resolved(text: str, previous: Query) -> str:
    """Return a turn in which the round or item next to the last turn's is called by its number: "đợt sau đó" after a
    turn about "đợt 2" is "đợt 3", "cái kế tiếp" after the second item "cái thứ 3"."""
    match = _NEXT.search(fold(text))
    asked = rounds.asked(previous)
    kind, last = next(iter(asked)) if len(asked) == 1 else ("", previous.item or 0)
    number = last + (1 if match and (match["after"] or match["next"]) else -1)
    if match is None or last < 1 or number < 1:
        return text
    noun = match["noun"] or match["thing"]
    if kind and noun not in {kind, *_ANYTHING} and kind != rounds.ANY:
        return text
    said = kind if kind == rounds.ANY or noun in _ANYTHING else text[match.start() : match.start() + len(noun)]
    if not kind:
        said = "item" if match["thing"] else f"{text[match.start() : match.start() + len(noun)]} thứ"
    return f"{text[: match.start()]}{said} {number}{text[match.end() :]}"


def names_another(line: str) -> str:
    """Return the words of a title to which a folded line goes on ("còn kế hoạch X thì sao?"), "" for any other line."""
    begins = _CONNECTOR.match(line)
    said = _SO_WHAT.sub(" ", line[begins.end() - 1 :] if begins else "")
    kind = _TITLE.match(said)
    return said[kind.end() :].strip() if kind else ""


def merge(
    query: Query,
    line: str,
    previous: Query | None,
    *,
    scope: Sequence[str] = (),
    scoped: bool = False,
    entitled: bool = False,
) -> Query:
    """Fill what `query` leaves open from `previous`, the last understood turn.

    An elliptical turn borrows unit, what was asked, period, count and topic words. A whole question borrows only the
    unit, which people expect to carry on within a conversation, unless they ask about every unit or an unknown one, or
    the chat has a unit of its own (scoped; its plans in `scope`), to which it returns. A whole question that doesn't
    point back either is marked as carried: it may be about any plan. entitled: the turn names another plan by its
    title, and takes of `previous` only what was asked.
    """
    if previous is None or query.chat or previous.chat:
        return query
    if is_general(query, line) and not _names_time(previous):
        return query
    if scoped and _returns(query, line, previous, scope):
        if _MINE.search(line) and _WHAT.search(line):
            return query
        previous = _of_no_unit(previous)
    if _lacks_subject(query, line):
        query = replace(query, slots=replace(query.slots, shape=query.slots.shape | {"whether"}))
    elliptical = is_elliptical(query, line)
    if elliptical or not scoped:
        query = _with_unit(query, previous, elliptical, stands_alone=not elliptical and _may_widen(query, line))
    goes_on = elliptical or _points_back(query, line)
    if goes_on and not (scoped or query.units or query.every_unit or query.unknown or previous.unknown):
        about_it = _POINTER.search(line) is not None or _lacks_subject(query, line)
        query = replace(query, before=previous, carried=not about_it)
    if not elliptical:
        return query
    return _with_topic(query, line, _asked_alone(previous) if entitled else previous)


def _returns(query: Query, line: str, previous: Query, scope: Sequence[str]) -> bool:
    """Tell whether a turn is about the chat's unit again: after one about others it says whose it is ("tôi phải ..."),
    or after a comparison or a refusal it points at nothing."""
    if query.named or query.every_unit or query.unknown:
        return False
    of_many = previous.every_unit or bool(previous.unknown) or len(previous.units) > 1
    if _MINE.search(line):
        return of_many or bool(previous.units and set(previous.units) != set(scope))
    return of_many and not (_points_back(query, line) or _SO_WHAT.search(line) or _MORE.search(line))


def _of_no_unit(previous: Query) -> Query:
    """Return the turn before as if it had been asked of no unit."""
    gone = re.compile("|".join([_COMPARE.pattern, *map(re.escape, previous.unknown)]), re.IGNORECASE)
    topic, restored, *sought = (gone.sub(" ", text) for text in (previous.topic, previous.restored, *previous.sought))
    slots = replace(previous.slots, shape=previous.slots.shape - {"compare", "which_plans"})
    plain = replace(previous, units=(), every_unit=False, unknown=(), slots=slots)
    return replace(plain, topic=topic, restored=restored, sought=tuple(sought))


def is_elliptical(query: Query, line: str) -> bool:
    """Tell whether a turn makes no sense without the one before it."""
    if is_general(query, line):
        return False
    line = _POLITE.sub(" ", line)
    size = len(line.split())
    listed = query.item is not None and query.count is None and len(query.terms) <= _OWN_TERMS
    if listed or "days_left" in query.slots.shape:
        return True
    if size <= _SHORT and (_POINTER.search(line) or _PURPOSE.search(line)):
        return True
    if size <= _LONG and not query.named and _STILL.search(line):
        return True
    about = topic(query.slots, query)
    if size <= _SHORT and _SO_WHAT.search(line) and about is None:
        return True
    if _lacks_subject(query, line):
        return True
    if _CONNECTOR.search(line) and (size <= _SHORT or about is None):
        return True
    if query.named and about is None and not query.slots.cues and len(query.terms) == 0:
        return True
    bare = query.count is None and query.period is None and not query.numbers and not query.named
    if bare and size <= _LONG and _asks_alone(query):
        return True
    told = [term for term in query.terms if term not in _CHANNEL]
    return bare and size <= _SHORT - 2 and len(told) <= 2 and about not in _OWN_TOPIC


def _asks_alone(query: Query) -> bool:
    """Tell whether a turn's words only ask, and say nothing of what ("chậm nhất hôm nào vậy chị?")."""
    slots = query.slots
    asks = slots.asked and not slots.fields and not slots.shape & {"all", "which_plans", "compare"}
    return bool(asks) and topic(slots, query) not in _OWN_TOPIC and set(query.terms) <= slots.words | _ADDRESSED


def _lacks_subject(query: Query, line: str) -> bool:
    """Tell whether a turn claims something of what the last one was about."""
    claims = "whether" in query.slots.shape or _PUT.search(line) is not None
    return claims and not query.named and len(line.split()) <= _LONG and _PREDICATE.search(line) is not None


def is_general(query: Query, line: str) -> bool:
    """Tell whether a turn asks which plans there are, or what is due in a stretch of time that it names."""
    if _points_back(query, line) or _SO_WHAT.search(line):
        return False
    listed = _PLANS.search(line) is not None and {w for t in query.terms for w in t.split()} <= _PLANS_WORDS
    slots = query.slots
    agenda = topic(slots, query) in _AGENDA and not slots.asked & _AT_WHOSE and "days_left" not in slots.shape
    timed = _OWN_TIME.search(line) is not None or bool(query.months)
    return listed or (agenda and timed and _WHAT.search(line) is not None)


def _may_widen(query: Query, line: str) -> bool:
    """Tell whether another plan may answer a whole question; whether "the plan" says a thing is about that at hand."""
    asks_whether = "whether" in query.slots.shape and not query.slots.asked
    return not asks_whether and not _points_back(query, line)


def _names_time(query: Query) -> bool:
    return _OWN_TIME.search(f" {' '.join(folded_words(query.text))} ") is not None


def _points_back(query: Query, line: str) -> bool:
    """Tell whether a whole question speaks of the turn before it ("còn ...", "... đó", "... it")."""
    line = line.replace(" do ", " ") if query.language is Language.EN else line
    return any(cue.search(line) for cue in (_CONNECTOR, _POINTER, _STILL, _THEY))


def _with_unit(query: Query, previous: Query, elliptical: bool, *, stands_alone: bool) -> Query:
    if query.every_unit and elliptical and not query.named and len(previous.units) > 1:  # "nơi nào sớm hơn?"
        return replace(query, units=previous.units, every_unit=False)
    if query.named or query.every_unit or query.unknown:
        return query
    if previous.every_unit and elliptical:
        return replace(query, every_unit=True, units=())
    return replace(query, units=previous.units, carried=stands_alone) if previous.units else query


def _with_topic(query: Query, line: str, previous: Query) -> Query:
    same = topic(query.slots, query) in (None, topic(previous.slots, previous))
    period = query.period or _other_period(line, previous)
    previous = _replaced(query, previous, period)
    terms = tuple(dict.fromkeys((*query.terms, *_still_said(query.terms, previous.terms))))[:_MAX_TERMS]
    return replace(
        query,
        terms=terms,
        restored=f"{previous.restored} {query.restored}",
        topic=f"{previous.topic} {query.topic}".strip(),
        sought=(*previous.sought, *query.sought),
        period=period or (previous.period if same else None),
        count=query.count or (previous.count if same else None),
        years=query.years or (previous.years if same and not query.named else ()),
        numbers=query.numbers or previous.numbers,
        dates=query.dates or (previous.dates if same and "days_left" in query.slots.shape else ()),
        unknown=query.unknown or (previous.unknown if not query.named else ()),
        follow_up=True,
        slots=_slots(query.slots, previous.slots),
    )


def _asked_alone(previous: Query) -> Query:
    """Return the turn before with what it asked and without what it was about."""
    asked = " ".join(cue.span for cue in previous.slots.cues)
    return replace(previous, terms=(), topic=asked, restored=asked, sought=(asked,), numbers=(), dates=())


def _replaced(query: Query, previous: Query, period: str | None) -> Query:
    """Return the turn before without its report's period, years and rounds where this turn names others of the kind."""
    texts = [previous.topic, previous.restored, *previous.sought]
    said = [_PERIOD_SAID] if period and period != previous.period else []
    if query.years and not set(query.years) & set(previous.years):
        said += [re.compile(rf"(?<!\w)(?:năm )?{year}(?!\w)", re.IGNORECASE) for year in previous.years]
    for pattern in said:
        texts = [pattern.sub(" ", text) for text in texts]
    kinds = frozenset(noun for noun, _ in rounds.named(query.text))
    texts = [rounds.without(text, kinds) for text in texts]
    counted = {match[1] for match in _NUMBERED.finditer(fold(query.text))}
    texts = [_cut(text, _NUMBERED, lambda match: match[1] in counted) for text in texts]
    terms = previous.terms
    if other := _OTHER_PARTY.search(f" {' '.join(folded_words(query.restored))} "):
        gone = {word for match in _OWN_PARTY.finditer(fold(texts[1])) for word in match[0].split()}
        texts = [_cut(text, _OWN_PARTY) for text in texts]
        terms = tuple(word for word in terms if word not in gone or word in other["party"].split())
    topic, restored, *sought = texts
    return replace(previous, topic=topic, restored=restored, sought=tuple(sought), terms=terms)


def _cut(text: str, pattern: re.Pattern[str], meant: Callable[[re.Match[str]], bool] = bool) -> str:
    """Return a text without what a folded pattern finds in it."""
    plain = fold(text)
    for match in reversed([*pattern.finditer(plain)] if len(plain) == len(text) else []):
        text = text[: match.start()] + text[match.end() :] if meant(match) else text
    return " ".join(text.split())


def _slots(own: Slots, before: Slots) -> Slots:
    """What the turn asks for, or the last one where it asks for nothing of its own; a claim is put of that."""
    own = replace(own, about=own.about or before.about)
    if own.asked or own.fields or own.shape - {"whether"}:
        return own
    return replace(own, asked=before.asked, fields=before.fields) if own.shape else before


def _other_period(line: str, previous: Query) -> str | None:
    """Read the bare word for a report's period ("thế còn năm?"), after a turn about when something is due."""
    said = _BARE_PERIOD.search(line) if topic(previous.slots, previous) == "sending" else None
    return _PERIODS[said[1]] if said else None


def _still_said(own: tuple[str, ...], before: tuple[str, ...]) -> list[str]:
    """The earlier turn's words, without its numbers when this turn has its own ("Đợt 1 ...?", "còn đợt 3?")."""
    counted = any(word.isdigit() for word in own)
    return [word for word in before if not (counted and word.isdigit())]
