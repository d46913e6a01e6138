"""Yes/no questions that claim something: is it what the plan states? Pure functions over folded text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from knowledge.answering.desk import Desk
from knowledge.model import Header, Query, SectionKind, StoredPlan
from knowledge.patterns import later
from knowledge.text import fold, folded_words

_ROLE = later(
    r"\b(?:pho |quyen )?(?:bi thu|chu tich|truong phong|truong ban|tong giam doc|giam doc|hieu truong|vien truong|"
    r"chanh van phong|chanh thanh tra|chu nhiem|tong bi thu|thu truong|chi cuc truong|cuc truong|vu truong|to truong|"
    r"doi truong|tram truong|truong cong an|chi huy truong|chinh uy|truong doan|truong khoa)(?: thuong truc)?\b"
)
_SIGNING = later(
    r"(?<!đăng )(?<!chữ )(?<!thư )\bký\b"
    r"(?! (?:c[aấ]m|kết|hợp|niệm|giao|số|xác|nhận|biên|hiệu|nháy|túc|quỹ|gửi|giấy|bằng|sổ|tặng))|"
    r"\b(?:signed|signs|signatory|signer|signature)\b"
)
"""That somebody signs the paper, not "đăng ký", "thư ký", "ký cam kết"; with diacritics, for "học kỳ" folds alike."""
_PLEDGES = later(r"\bký (?:c[aấ]m kết|kết|hợp đồng|giao ước|xác nhận|biên bản|nháy)\b")
_BY = later(r"\b(?:do|boi|la|phai|by)\b(?: \w+){1,8} ky\b|\bsigned by\b")
_DATED = later(
    r"\b(?:ban hanh|ky|phat hanh|ra doi|ra|lap)(?: (?:ban hanh|vao|hom|tu))* ngay \d|"
    r"\b(?:issued|signed|dated) (?:on )?\w"
)
_NUMBERED = later(
    r"\b(?:ke hoach|huong dan|quyet dinh|quy che|quy dinh|thong bao|chi thi|nghi quyet|chuong trinh|the le|cong van|"
    r"van ban|ban)(?P<whose>(?: (?!so )\w+){0,8}?) so(?: hieu)?(?: la)? \d[\w/.-]*(?: (?:ngay|thang|nam|\d[\d/.-]*))*"
    r"(?:,? (?:co|dung|phai|khong|ko|a|ha|nhi|vay|chua|the|anh|chi|em))+\W*$"
)
_DIRECTLY = later(r"\btruc tiep\b|\b(?:chinh|tu) (?:tay|minh)\b|\b(?:personally|himself|herself|directly|in person)\b")
_FORMS = (
    (later(r"\bky thay\b|\bk/?t\b"), later(r"\bk\s*/?\s*t\b")),
    (later(r"\bthua lenh\b|\bt/?l\b|\bby order\b"), later(r"\bt\s*/?\s*l\b")),
    (later(r"\b(?:thua )?uy quyen\b|\btuq\b|\bby authori[sz]ation\b"), later(r"\bt\s*/?\s*u\s*/?\s*q\b")),
)
"""Ways of signing for another, as a question says them and as a signature does."""
_OFFERED = later(
    r"\b(?:la|do|boi|cua|phai|by)\s+(?:(?:la|do|cua|ong|ba|dong chi|mr|ms|mrs)\s+)*(.{2,80}?)"
    r"(?:\s+(?:ky|ban hanh|ra|lap|dung khong|phai khong|dung|khong|chua|ha|a)\b.*)?\W*$"
)
"""What follows "là", "do", "của" in a claim: "người ký có phải là Nguyễn Văn A không"."""
_CLOSED = later(r"\bco\b.{1,120}\b(?:khong|chua)\W*$|\b(?:dung khong|phai khong)\W*$")
_PUT = later(r"\b(?:a|ha|chu|nhi)\W*$")
"""Ends a claim, and just as well any question that is put politely."""
_UNTIL = later(r"\b(?:den|toi)\s+(?:het\s+)?(?:nam\s+)?((?:19|20)\d\d)\b")
_FROM = later(r"\btu\s+(?:nam\s+)?((?:19|20)\d\d)\b")
_WHO = later(r"\bai (?:la nguoi |da )?ky\b|\b(?:nao|ai) ky\b|\bwho sign|\bwhat\b")
_EMPTY = frozenset(folded_words("ai gì nào đâu ông bà đồng chí là do của phải đúng không vậy ạ này"))


def of_header(desk: Desk, stored: StoredPlan, name: str) -> bool | None:
    """Tell whether the question's claim about a header field holds; None when it claims nothing about that field."""
    check = _CHECKS.get(name)
    if check is None or not offers(desk.query):
        return None
    return check(desk, stored)


def offers(query: Query) -> bool:
    """Tell whether a question with a number puts it forward to be judged."""
    asked = fold(query.restored)
    put = not query.slots.asked and _PUT.search(asked) is not None
    return "whether" in query.slots.shape or put or _CLOSED.search(asked) is not None


def verdict(desk: Desk, name: str, holds: bool) -> str:
    """Return the word that a yes/no answer about a field begins with."""
    if name == "recipients":
        return desk.words.has if holds else desk.words.has_not
    return desk.words.right if holds else desk.words.wrong


def _date(desk: Desk, stored: StoredPlan) -> bool | None:
    issued, query = stored.plan.header.date, desk.query
    if issued is None:
        return None
    if query.dates:
        return any(
            (day, month) == (issued.day, issued.month) and year in (None, issued.year)
            for day, month, year in query.dates
        )
    if query.years:
        return issued.year in query.years
    return issued.month in query.months if query.months else None


def _period(desk: Desk, stored: StoredPlan) -> bool | None:
    """A plan is for a year when its period holds a day of it."""
    period = stored.plan.header.meant
    if period is None or not desk.query.years:
        return None
    first, last = period.start.year if period.start else 0, period.end.year if period.end else 9999
    asked = fold(desk.query.restored)
    ends, begins = _UNTIL.search(asked), _FROM.search(asked)
    if ends or begins:
        return (ends is None or int(ends[1]) == last) and (begins is None or int(begins[1]) == first)
    return any(first <= year <= last for year in desk.query.years)


def _number(desk: Desk, stored: StoredPlan) -> bool | None:
    claimed = re.findall(r"\bso(?: hieu)?(?: la)? 0*(\d+)", fold(desk.query.restored))
    own = re.match(r"0*(\d+)", stored.plan.header.number or "")
    return own[1] in claimed if claimed and own else None


def fields(query: Query, header: Header) -> list[str]:
    """Return the fields of a paper's head about which a question claims something plainly. header: the paper's."""
    if not offers(query):
        return []
    asked = " ".join(fold(query.restored).split())
    found = ["signer"] if is_of_signing(query, header) else []
    found += ["date"] if query.dates and _DATED.search(asked) and "hieu luc" not in asked else []
    numbered = _NUMBERED.search(asked)
    own = _OF_PAPER.union(folded_words(f"{header.issuer or ''} {header.parent or ''} {header.place or ''}"))
    return found + (["number"] if numbered and own.issuperset(numbered["whose"].split()) else [])


_OF_PAPER = frozenset(folded_words("của này nay mang có là ubnd tp thành phố thị xã tỉnh quận huyện xã phường"))
"""Words between a kind of paper and its number, beside the issuer's; with any other it is another thing's number."""


def only_pledges(query: Query) -> bool:
    """Tell whether a question speaks of signing nothing but pledges, contracts and the like ("ký cam kết")."""
    said = query.restored.lower()
    return _PLEDGES.search(said) is not None and _SIGNING.search(said) is None


def is_of_signing(query: Query, header: Header) -> bool:
    """Tell whether a question claims something about who signed, or how. header: the signed paper's."""
    asked = fold(query.restored)
    said = _SIGNING.search(query.restored.lower())
    office = signer_office(asked) or _DIRECTLY.search(asked) or any(form.search(asked) for form, _ in _FORMS)
    named = office or (_BY.search(asked) and _offered(asked)) or _names_signer(header, query)
    return bool(said and named) and not _WHO.search(asked)


def _names_signer(header: Header, query: Query) -> bool:
    return bool(_signers_named(header, query))


def _signers_named(header: Header, query: Query) -> list[int]:
    """Return which of those who signed a question names, in full or by the given name behind "ông", "bà" ..."""
    said = fold(f"{query.restored} {query.text}")
    names = [re.escape(fold(name)) for name in (header.signer or "").split("; ") if name]
    ways = [rf"\b(?:{name}|{_TITLES} {name.rpartition(' ')[2]})\b" for name in names]
    return [at for at, way in enumerate(ways) if re.search(way, said)]


def _signer(desk: Desk, stored: StoredPlan) -> bool | None:
    """A claim names people, an office or a way of signing for another; each must be a signer's, and who is said to sign
    alone the only one."""
    header, asked = stored.plan.header, fold(desk.query.restored)
    named = _signers_named(header, desk.query)
    signed_for, checks = fold(header.signed_for or ""), [True] if named else []
    signers = (header.signer or "").count("; ") + 1
    if named and signers > 1:
        checks.append(len(named) > 1 or not _ALONE.search(desk.query.restored))
        checks.append(len(_TITLED.findall(desk.query.restored)) <= len(named))
    office = signer_office(asked)
    if office is not None:
        if header.signer_role is None:
            return True if named else None
        checks.append(_is_office(office, stored, named))
    for said, printed in _FORMS:
        if said.search(asked) and (office or named):
            checks.append(printed.search(signed_for) is not None)
    if _DIRECTLY.search(asked) and (office or named):
        checks.append(not any(printed.search(signed_for) for _, printed in _FORMS))
    if checks:
        return all(checks)
    return False if _offered(asked) else None


_TITLES = r"(?:ong|ba|dong chi|thay|co|mr|ms|mrs)"
_TITLED = later(r"\b(?:ông|bà|đồng chí|thầy|cô) \w", re.IGNORECASE)
_ALONE = later(r"\b(?:một mình|mot minh|chỉ|chi(?= (?:co )?(?:ong|ba)\b)|duy nhất|alone|only|solely)\b", re.IGNORECASE)


def _is_office(office: str, stored: StoredPlan, named: Sequence[int]) -> bool:
    """Tell whether the signer holds an office: that of the signature, or one printed below the name. named: which of
    several who signed are asked about."""
    header = stored.plan.header
    printed_roles = (header.signer_role or "").split("; ")
    if named and len(printed_roles) == (header.signer or "").count("; ") + 1:
        printed_roles = [printed_roles[at] for at in named]
    roles = [role for each in printed_roles if (role := signer_office(fold(each)))]
    if any(role in (office, f"{office} thuong truc") for role in roles):
        return True
    printed = " ".join(fold(s.body.text) for s in stored.plan.walk() if s.kind is SectionKind.SIGNATURE)
    below = printed.rpartition(fold((header.signer or "").split("; ")[-1]))[2]
    return signer_office(below) == office


def signer_office(folded: str) -> str | None:
    """Return the office that folded words name ("pho chu tich"), None when they name none."""
    found = _ROLE.search(folded)
    return found[0] if found else None


def _issuer(desk: Desk, stored: StoredPlan) -> bool | None:
    claimed = _offered(fold(desk.query.restored))
    own = stored.plan.header.issuer
    if not claimed or not own:
        return None
    names = {*folded_words(own), *folded_words(desk.name(stored.plan_id))}
    names |= set(folded_words("ủy ban nhân dân")) if "ubnd" in names else set()
    return all(word in names for word in claimed)


def _recipients(desk: Desk, stored: StoredPlan) -> bool | None:
    """A body is a recipient when one line of the list names it; None when that is not plain from the words."""
    said = _SENT_TO.search(fold(desk.query.restored))
    body = set(folded_words(said[1] or said[2])) if said else {word for _, word in desk.wanted.words}
    asked = desk.known(desk.wanted.without(_NAMING | {word for _, word in desk.wanted.words if word not in body}))
    if not asked.words:
        return None
    best = max((desk.coverage(line, asked) for line in stored.plan.header.recipients), default=0.0)
    return True if best >= NAMED else False if best < NOT_NAMED else None


def _offered(asked: str) -> list[str]:
    """Return the folded words of the name that a claim offers."""
    found = _OFFERED.search(asked)
    return [word for word in folded_words(found[1]) if word not in _EMPTY] if found else []


NAMED, NOT_NAMED = 0.75, 0.5
"""Coverage of the body's words from which a line of the recipients names it, and below which it does not."""
_SENT_TO = later(r"\b(?:cho|den|toi)\b(.{2,100}?)\b(?:khong|chua)\W*$|^(.{2,100}?)\bco\b.{0,20}\bnoi nhan")
_NAMING = frozenset(folded_words("nơi nhận có trong gửi cho đến danh sách kế hoạch văn bản này bản được không tên"))

_CHECKS: dict[str, Callable[[Desk, StoredPlan], bool | None]] = {
    "date": _date,
    "number": _number,
    "period": _period,
    "signer": _signer,
    "signer_role": _signer,
    "issuer": _issuer,
    "recipients": _recipients,
}
