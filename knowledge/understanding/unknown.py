"""What a question is about that no plan carries: other places and offices, laws, documents, years, people.

Something that a plan's text mentions is not unknown by itself.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from knowledge.model import Query
from knowledge.patterns import later
from knowledge.text import fold
from knowledge.understanding.lexicon import LEVELS, Lexicon
from knowledge.understanding.numbers import Numbers, is_short_for, paper_head, same_document
from knowledge.understanding.slots import topic
from knowledge.understanding.syllables import is_syllable, toneless
from knowledge.understanding.tables.common import STOP, STOP_WORDS
from knowledge.understanding.tables.spans import REST_OF_YEAR
from knowledge.understanding.tokens import Kind, Token

_KINDS = {
    ("luat",), ("nghi", "dinh"), ("thong", "tu"), ("phap", "lenh"), ("bo", "luat"), ("hien", "phap"), ("nghi", "quyet"),
    ("chi", "thi"), ("quyet", "dinh"), ("cong", "van"), ("ket", "luan"), ("ke", "hoach"), ("huong", "dan"),
    ("de", "an"),
    ("quy", "che"), ("quy", "dinh"), ("chuong", "trinh"),
}  # fmt: skip
# English kind -> the folded Vietnamese words before the number in the plans.
_ENGLISH_KINDS = {
    ("decree",): ("nghi", "dinh"), ("circular",): ("thong", "tu"), ("resolution",): ("nghi", "quyet"),
    ("directive",): ("chi", "thi"), ("decision",): ("quyet", "dinh"), ("conclusion",): ("ket", "luan"),
    ("official", "letter"): ("cong", "van"), ("plan",): ("ke", "hoach"), ("guidance",): ("huong", "dan"),
}  # fmt: skip
_KINDS_BY_FIRST: dict[str, list[tuple[str, ...]]] = {}
for _kind in (*_KINDS, *_ENGLISH_KINDS):
    _KINDS_BY_FIRST.setdefault(_kind[0], []).append(_kind)
_NAMED_KINDS = {("luat",), ("bo", "luat"), ("phap", "lenh")}  # known by name rather than number
_NOT_A_LAW = frozenset({"phap", "ky", "trai", "dung", "theo", "vi", "pham", "he", "chap", "hanh"})
_LAW_STOP_TEXT = """
quy định nhắc đến tới nêu neu noi ghi yêu cầu số so nam năm việc sự hiện hành liên quan áp dụng sửa đổi pháp được
đúng ve nao gi khong không chua cho co cấm cho buộc bắt
"""
_LAW_STOP = STOP_WORDS | frozenset(_LAW_STOP_TEXT.split())
_RANGE = later(r"((?:19|20)\d\d)\s{0,2}(?:-|–|đến|to)\s{0,2}((?:19|20)\d\d)")
# Words before a year that tie it to the plan itself or to nothing.
_NO_OWNER = frozenset(
    {"nam", "cho", "trong", "cua", "o", "hoach", "kheo", "ky", "thang", "ngay", "quy", "va", "tu", "dua", "trao"}
)
_THIS = later(" (?:ke hoach|van ban|ban|document|plan) nay | nguoi ky | this (?:plan|document) ")
_MAX_NAME = 4
_MAX_PAPERS = 8
# A year that belongs to the plan itself: "kế hoạch (dân vận khéo) (năm) 2025", "the 2025 plan".
_PLAN_YEAR = later(
    r" (?:ke hoach|phong trao|thi dua|kheo)(?: \w+){0,4}? (?:nam )?(?:19|20)\d\d "
    r"| (?:19|20)\d\d (?:(?!that|which|the|of|in|and)\w+ ){0,4}plan "
)
_TITLES = frozenset({"ong", "ba", "bac", "co", "chu", "anh", "chi", "em", "thay", "cau", "di"})
_CALLED = frozenset({"oi", "a", "hoi", "bao", "dan", "noi", "nho", "ke", ","})
"""After a person's name that the question is not about: "anh Nguyễn Văn Nam ơi", "chị Hoa Lan hỏi"."""
_WEEKDAYS = frozenset({"thu hai", "thu ba", "thu tu", "thu nam", "thu sau", "thu bay", "chu nhat"})
_COMMON_NAMES = _WEEKDAYS | frozenset({"bac ho", "viet nam", "nguyen dan", "mac lenin", "dong nam a"})


def papers(
    text: str, tokens: Sequence[Token], numbers: Numbers, issued: Mapping[str, Sequence[str]], lexicon: Lexicon
) -> list[str]:
    """Return documents and laws, as typed, that no plan issues or cites. issued: the plans' numbers by `paper_head`."""
    found = [
        _as_typed(text, d)
        for d in numbers.documents
        if not any(same_document(d, k) for k in issued.get(paper_head(d), ())) and not lexicon.mentions(d)
    ]
    for i, kind in itertools.islice(_kinds(tokens), _MAX_PAPERS):
        rest = tokens[i + len(kind) :]
        if kind in _NAMED_KINDS and not (i and tokens[i - 1].folded in _NOT_A_LAW):
            found += _law(text, tokens[i : i + len(kind)], rest, lexicon)
        if not _kept_short(rest, numbers) and not _issued(kind, rest, issued):
            said = _ENGLISH_KINDS.get(kind, kind)
            found += _numbered(text, said, tokens[i : i + len(kind)], rest, lexicon)
    return found


def _kept_short(rest: Sequence[Token], numbers: Numbers) -> bool:
    """Tell whether the number after a kind of paper is already one of the documents ("45/2022")."""
    return any(
        len(rest) > at + 2 and f"{rest[at].text.lstrip('0')}/{rest[at + 2].text}" in numbers.documents for at in (0, 1)
    )


def _issued(kind: tuple[str, ...], rest: Sequence[Token], issued: Mapping[str, Sequence[str]]) -> bool:
    digits = next((t.text.lstrip("0") for t in rest[:2] if t.text.isdigit()), "")
    bare = (" ".join(_ENGLISH_KINDS.get(kind, kind)), digits)
    return bool(digits) and any(is_short_for(bare, "", number) for number in issued.get(digits, ()))


def _as_typed(text: str, number: str) -> str:
    """Numbers put together from several words ("45 / 2022", "045/2022") are given as typed."""
    if number in text or "/" not in number:
        return number
    spaced = re.search(r"0{0,3}" + r"\s*/\s*".join(map(re.escape, number.split("/"))), text)
    return spaced.group() if spaced else number


def _kinds(tokens: Sequence[Token]) -> Iterator[tuple[int, tuple[str, ...]]]:
    for i, token in enumerate(tokens):
        for kind in _KINDS_BY_FIRST.get(token.folded, ()):
            if tuple(t.folded for t in tokens[i : i + len(kind)]) == kind:
                yield i, kind


def _law(text: str, head: Sequence[Token], rest: Sequence[Token], lexicon: Lexicon) -> list[str]:
    """A law is known when some plan has "luật" and, a few words later, the first two words of its name."""
    name: list[Token] = []
    for token in rest[:6]:
        if token.text == "," and name:
            continue
        stop = token.text.lower() in _LAW_STOP or not token.is_word
        if stop and not name and token.folded in {"ve", "so"}:
            continue
        if stop:
            break
        name.append(token)
    name = name[:_MAX_NAME]
    if len(name) < 2:
        return []
    wanted = " ".join(token.folded for token in name[:2])
    pattern = re.compile(rf"(?<! phap)(?<! ky) luat (?:\S+ ){{0,2}}{re.escape(wanted)} ")
    return [] if lexicon.matches(pattern, "luat", wanted) else [typed(text, [*head, *name])]


def _numbered(
    text: str, kind: tuple[str, ...], head: Sequence[Token], rest: Sequence[Token], lexicon: Lexicon
) -> list[str]:
    """ "nghị quyết 98", "chỉ thị số 05": known when some plan has that kind with that number."""
    if kind in _NAMED_KINDS:
        return []
    rest = rest[1:] if rest and rest[0].folded in {"so", "no", "number"} else rest
    if not rest or rest[0].kind is not Kind.NUMBER or not rest[0].text.isdigit() or len(rest[0].text) == 4:
        return []
    number = str(int(rest[0].text))
    if len(rest) > 1 and rest[1].folded in {"khong", "thang", "nam", "linh", "noi", "nhiem", "ngay", "%"}:
        return []
    pattern = re.compile(rf" {' '.join(kind)} (?:\S+ ){{0,3}}{number} ")
    own = re.compile(rf" so {number} \w{{1,5}} ")
    known = lexicon.matches(pattern, " ".join(kind), number)
    known = known or (kind == ("ke", "hoach") and lexicon.matches(own, f"so {number}"))
    return [] if known else [typed(text, [*head, rest[0]])]


_ENDS_STRETCH = later(rf"\b(?:{REST_OF_YEAR})\b")
_BORN = later(r"\b(?:sn|sinh|born)(?: (?:nam|in))? ((?:19|20)\d\d)\b")


def years(query: Query, plan_years: Mapping[str, frozenset[int]], lexicon: Lexicon) -> list[str]:
    """Return the years that no plan asked about is for.

    A year that the text of such a plan mentions is enough for questions about contents, not for its deadlines, lists
    or rewards. Questions about validity may name any year, "năm nay" is no year of its own, and one that ends a stretch
    from today on ("từ nay đến hết năm 2026") is not a plan's.
    """
    fields = query.slots.fields
    if not query.years or fields & _OF_TIME or (fields and "whether" in query.slots.shape):
        return []
    scope = list(query.units) or list(plan_years)
    of_plan = frozenset().union(*(plan_years[plan_id] for plan_id in scope)) if scope else frozenset()
    about = topic(query.slots, query)
    strict = about in ("sending", "list", "award", "duty", "target")
    said = re.sub(r"\W+", " ", f" {fold(query.restored)} ")
    strict = strict or _PLAN_YEAR.search(said) is not None
    said_in = partial(lexicon.mentions, plan_ids=query.units)
    spans = [pair for pair in _RANGE.findall(query.text) if said_in(" ".join(pair))]
    known = {year for pair in spans for year in pair} | {year for year in _ENDS_STRETCH.findall(said) if year}
    known |= set(_BORN.findall(said))
    asked = [str(year) for year in query.years if year not in of_plan and str(year) in query.text]
    line = f" {fold(query.restored)} "
    known |= {year for year in asked if _same_event(year, line, said_in)}
    if (
        _PLAN_YEAR.search(said) is None and about != "sending"
    ):  # a year to come that a plan speaks of is no cited paper's
        known |= {year for year in asked if int(year) > max(of_plan, default=0) and said_in(year)}
    known |= {match[2] for match in _STORY.finditer(said) if match[1] not in _ASKING}
    return [y for y in asked if y not in known and (strict or not said_in(y))]


_OF_TIME = frozenset({"number", "date", "period"})
_STORY = later(r"(?:\b(\w+) )?\b(?:hoi|hom|bua|dao|khoang|back in) (?:dau |cuoi )?(?:nam )?((?:19|20)\d\d)\b")
"""A year of which somebody tells ("hồi năm 2022"), with the word before it."""
_ASKING = frozenset({"cho", "xin", "muon", "cau", "can", "dai"})  # "cho hỏi", "đại hội"


def _same_event(year: str, line: str, said_in: Callable[[str], bool]) -> bool:
    """Tell whether a plan names a year with the same word before it as the question: "bầu cử năm 2026", "đến 2030"."""
    owners = set(re.findall(rf" (\w+) (?:nam )?{year}\b", line)) - _NO_OWNER
    return any(said_in(f"{owner} {link}{year}") for owner in owners for link in ("", "nam "))


def names(
    text: str, tokens: Sequence[Token], taken: Iterable[range], lexicon: Lexicon, is_foreign: Callable[[str], bool]
) -> list[str]:
    """Return capitalised proper names of two syllables or more that stand in no plan.

    taken: token ranges that are already explained. Ignored when most words have capitals, since then they say nothing.
    """
    words = [token for token in tokens if token.is_word]
    capital = [token for token in words if token.text[0].isupper()]
    if len(words) > 3 and len(capital) > 0.6 * len(words):
        return []
    used = {i for span in taken for i in span}
    runs = (run for run in _runs(tokens, used) if not _is_hamlet(run, tokens))
    return [typed(text, run) for run in runs if _is_foreign_name(run, tokens, lexicon, is_foreign)]


_HAMLETS = frozenset({"bản", "thôn", "xóm", "ấp", "buôn", "làng", "khóm", "sóc", "phum", "bon", "plei"})


def _is_hamlet(run: Sequence[Token], tokens: Sequence[Token]) -> bool:
    """Tell whether a name is that of a hamlet, whose people a plan of any commune may bind: "tôi ở bản Huổi Lanh"."""
    at = next(i for i, token in enumerate(tokens) if token is run[0])
    paper = at > 1 and tokens[at - 2].folded == "van"  # "văn bản Đông Hưng"
    return at > 0 and tokens[at - 1].text.lower() in _HAMLETS and not paper


def _runs(tokens: Sequence[Token], used: set[int]) -> Iterator[list[Token]]:
    run: list[Token] = []
    for i, token in enumerate(tokens):
        if token.is_word and token.text[0].isupper() and i not in used and not any(c.isdigit() for c in token.text):
            run.append(token)
            continue
        if len(run) > 1:
            yield run
        run = []
    if len(run) > 1:
        yield run


def _is_foreign_name(
    run: Sequence[Token], tokens: Sequence[Token], lexicon: Lexicon, is_foreign: Callable[[str], bool]
) -> bool:
    if any(not is_syllable(token.text.lower()) or is_foreign(token.text.lower()) for token in run):
        return False
    if all(token.text.isupper() for token in run):
        return False
    folded = [token.folded for token in run]
    accented = any(token.folded != token.text.lower() for token in run)
    name = " ".join(token.text for token in run)
    if (
        _is_addressed(run, tokens) or " ".join(folded) in _COMMON_NAMES or (len(run) == 2 and folded[0] in _TITLES)
    ):  # "Bác Kỷ ơi"
        return False
    if _is_namesake(run, tokens, lexicon):
        return True
    if lexicon.spells(name) if accented else lexicon.mentions(" ".join(folded)):
        return False
    first = run[0] is tokens[0] and toneless(run[0].text.lower()) != "" and folded[0] in STOP
    rest = folded[1:] if first else folded
    return len(rest) > 1 and not any(pair in lexicon.folded_pairs for pair in itertools.pairwise(rest))


def _is_namesake(run: Sequence[Token], tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell whether a place that stands with its level is none that a plan speaks of, whatever part of its name is:
    "phường Tân Lạc Nam" beside a plan of "phường Tân Lạc Đông"."""
    before = tokens[: next(i for i, token in enumerate(tokens) if token is run[0])]
    name = list(run)
    while name and name[0].folded in _OF_LEVELS:
        before, name = [*before, name[0]], name[1:]
    level = _level([token.folded for token in before])
    if len(name) < 2 or not level:
        return False
    called = " ".join(token.folded for token in name)
    said = f"{level} {called}"
    if _begins_own(said, lexicon) or any(lexicon.mentions(f"{each} {called}") for each in _LEVELS):  # mixed up, perhaps
        return False
    shorter = (said.rsplit(" ", cut)[0] for cut in range(1, len(name) - 1))
    return not any(lexicon.mentions(each) and not _begins_own(each, lexicon) for each in shorter)


def _level(words: Sequence[str]) -> str:
    """Return the level of a territory at the end of some words, "" when there is none."""
    return next((level for level in _LEVELS if tuple(words[-len(level.split()) :]) == tuple(level.split())), "")


def _begins_own(name: str, lexicon: Lexicon) -> bool:
    return any(own.startswith(f"{name} ") for own in lexicon.own)


_LEVELS = tuple(sorted((fold(level).strip() for level in LEVELS), key=len, reverse=True))
_OF_LEVELS = frozenset(word for level in _LEVELS for word in level.split())


def _is_addressed(run: Sequence[Token], tokens: Sequence[Token]) -> bool:
    """Tell whether a name is that of somebody who is spoken to, or who has the question asked."""
    start = next(i for i, token in enumerate(tokens) if token is run[0])
    titled = run[0].folded in _TITLES or (start > 0 and tokens[start - 1].folded in _TITLES)
    after = tokens[start + len(run)].folded if start + len(run) < len(tokens) else ""
    return titled and after in _CALLED


def typed(text: str, tokens: Sequence[Token]) -> str:
    """Return what was typed from the first to the last of `tokens`."""
    return text[tokens[0].start : tokens[-1].end]


def elsewhere(query: Query, line: str) -> bool:
    """The question is about a unit or paper that no plan carries, so the chat's unit is beside the point; not where it
    asks whether "this plan" is that paper or by that person."""
    return bool(query.unknown) and not ("whether" in query.slots.shape and _THIS.search(line))
