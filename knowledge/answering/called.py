"""Which people of those whom a plan names a question calls: it has neither the capitals nor always the diacritics by
which a plan's names are found. Pure functions."""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.answering.parties import Party, spoken
from knowledge.patterns import later

_TITLES = r"(đồng chí|[đd] ?/ ?c|ông|bà|thầy|cô|anh|chị|dong chi|ong|ba|thay|co|chi)"
_TITLE = later(rf"\b{_TITLES}\s", re.IGNORECASE)


def is_titled(asked: str) -> bool:
    """Tell whether a question calls anybody by a title ("ông Tuấn", "đồng chí Hà")."""
    return _TITLE.search(asked) is not None


def is_by_name(asked: str, person: Party) -> bool:
    """Tell whether a question calls somebody by a title and the given name, and the word is no verb's beginning ("nhờ
    anh hòa giải", "nhờ chị thu tiền"): it has a capital, or no other word has one and what follows goes on from a name.
    """
    capitals = any(word[1].isupper() for word in re.finditer(r"[\s(](\w)", asked))
    for match in _CALLED.finditer(asked):
        if spoken(match["name"]) == list(person.name[-1:]) and (
            match["name"][0].isupper() or (not capitals and _BEHIND_NAME.match(asked, match.end()))
        ):
            return True
    return False


_CALLED = later(rf"\b{_TITLES}\s+(?P<name>[^\W\d_]+)", re.IGNORECASE)
_BEHIND_NAME = later(
    r"\W*$|\s*[?.!,;]|\s+(?:phụ trách|làm|là|có|đang|sẽ|phải|chủ trì|tham (?:gia|mưu)|và|với|thì|bảo đảm|tiếp nhận|"
    r"theo dõi|chịu|được (?:giao|phân|cử|giữ|khen|thưởng)|nhận|gửi|ký|giữ|không|đúng|ai|gì|nào|mấy|nói|ở|trong|"
    r"thuộc|kiểm tra|trực|lãnh đạo|chỉ đạo|đứng|ủng hộ|vận động|điều hành)(?!\w)",
    re.IGNORECASE,
)
"""What a question goes on with behind a name that is written small."""


def named_in(asked: str, people: Iterable[Party]) -> tuple[list[Party], list[Party]]:
    """Return whom of the people a question names, in full or by a title and the given name, and those whom it may mean
    by a given name that several share."""
    people = list({person.name: person for person in people if person.name}.values())
    line = f" {' '.join(spoken(asked))} "
    whole = [person for person in people if f" {' '.join(person.name)} " in line]
    rest = line
    for person in whole:
        rest = rest.replace(f" {' '.join(person.name)} ", "  ")
    given = {word for match in _CALLED.finditer(asked) for word in spoken(match["name"]) if f" {word} " in rest}
    own: list[Party] = list(whole)
    shared: list[Party] = []
    for word in sorted(given):
        called = [person for person in people if person.name[-1] == word and person not in whole]
        (shared if len(called) > 1 else own).extend(called)
    return own, shared
