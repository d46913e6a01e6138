"""Those whose duties alone are asked for ("các trường", a ward by its name), matched with who acts in a plan's words.

"Trường" is no "Trưởng Công an" nor the end of "Môi trường": words are compared with their marks, and in order.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from knowledge.patterns import later
from knowledge.text import fold, syllable_key, words

_COMPOUND = later(
    r"(?<!\w)(?:môi trường|thị trường|hiện trường|công trường|nông trường|quảng trường|lâm trường|trường hợp|xã hội|"
    r"hợp tác xã|thông tấn xã)(?!\w)"
)
"""Words of which one syllable alone would name somebody else."""


@dataclass(frozen=True, slots=True)
class Whose:
    """phrases: what the question calls them, in lower case; unmarked: it was typed without marks."""

    phrases: tuple[str, ...]
    unmarked: bool = False

    def __bool__(self) -> bool:
        """Tell whether somebody is named."""
        return bool(self.phrases)

    def has(self, who: str | None) -> bool:
        """Tell whether who acts is among those named; anybody is, where nobody is named."""
        return all(_is_in(phrase, who or "", unmarked=self.unmarked) for phrase in self.phrases)


NOBODY = Whose(())


def named(asked: Collection[str], restored: str, typed: str) -> list[Whose]:
    """Return the readings of a question's folded words as somebody's name, the likelier first.

    restored: the question with its marks; typed: as it was sent, which may have none.
    """
    phrases = tuple(dict.fromkeys(_runs(asked, restored)))
    if not phrases or {word for phrase in phrases for word in fold(phrase).split()} != set(asked):
        return []
    plain = " ".join(words(typed))
    marked = all(phrase in plain or fold(phrase) not in plain for phrase in phrases)
    return [Whose(phrases)] if marked else [Whose(phrases), Whose(phrases, unmarked=True)]


def _runs(asked: Collection[str], text: str) -> Iterable[str]:
    """Return the runs of a text's words that are among the folded ones."""
    run: list[str] = []
    for word in [*words(text), ""]:
        if fold(word) in asked:
            run.append(word)
        elif run:
            yield " ".join(run)
            run = []


def _is_in(phrase: str, who: str, *, unmarked: bool) -> bool:
    said = " ".join(words(who))
    if not _COMPOUND.search(phrase):
        said = _COMPOUND.sub("|", said)
    if unmarked:
        phrase, said = fold(phrase), fold(said)
    return f" {_keys(phrase)} " in f" {_keys(said)} "


def _keys(text: str) -> str:
    return " ".join(map(syllable_key, text.split()))


def takes_in(who: str, names: Iterable[str]) -> bool:
    """Tell whether who acts, in a plan's words, takes in all of some wards, communes and schools: one of those that it
    names is such a unit itself, not what only stands in it ("Công an xã")."""
    acting = [part.strip() for part in _PARTS.split(who.lower())]
    kinds = {_SCHOOL if _IS_SCHOOL.match(fold(name)) else _COMMUNE for name in names}
    return all(any(kind.match(part) or _ANY.match(part) for part in acting) for kind in kinds)


_PARTS = later(r"\s*[,;/]\s*|\s+(?:và|hoặc)\s+")
_HEADS = r"(?:(?:đề nghị|giao|yêu cầu|thủ trưởng|người đứng đầu|lãnh đạo|chủ tịch|bí thư)\s+)*"
_SOME = r"(?:(?:các|mỗi|từng|tất cả|toàn bộ|những|\d+)\s+)*"
_BODIES = r"(?:(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd|hđnd|đảng ủy|đảng uỷ|cấp ủy|chính quyền)\s+)?"
_COMMUNE = later(rf"{_HEADS}{_SOME}{_BODIES}{_SOME}(?:cấp\s+)?(?:xã(?! hội)|phường|thị trấn|đặc khu)(?!\w)")
_SCHOOL = later(
    rf"{_HEADS}{_SOME}(?:nhà trường|trường(?! (?:chính trị|cao đẳng|đại học))|cơ sở giáo dục|hiệu trưởng|ban giám hiệu"
    r"|giáo viên|thpt|thcs)(?!\w)"
)
_ANY = later(
    rf"{_HEADS}{_SOME}(?:(?:cơ quan|đơn vị|địa phương|cấp (?:ủy|uỷ)(?: đảng)?|chính quyền)"
    r"(?:\s+(?:địa phương|các cấp|cơ sở|(?:trực thuộc|(?:có )?liên quan|trên địa bàn)(?:\s.*)?))*$"
    r"|(?:ubnd|hđnd|đảng ủy|đảng uỷ|chi bộ|chi ủy|tổ chức đảng)\s+(?:các cấp|cơ sở|trực thuộc))"
)
_IS_SCHOOL = later(r"(?:truong|thpt|thcs|tieu hoc|mam non|mau giao)\b")  # no "Xã Trường Xuân"
