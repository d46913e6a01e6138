"""What every function that reads or answers a question earns, and every cue rule (`make ablate`).

Each question of the open collections is answered once as it is and once without each part that did something in it:
that part says nothing then (None, False, an empty row, its argument as it was). A part earns the questions that are
right with it and wrong without, less those that it spoils. Parts that took part in more questions than `--most` are
the trunk and are not tried; what took part in none is named with nought.
"""

from __future__ import annotations

import argparse
import functools
import gc
import importlib
import inspect
import pkgutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

from knowledge.evaluation.gold import GoldQuestion, load_gold
from knowledge.evaluation.judge import Reply, judge
from knowledge.evaluation.targets import find, library_for
from knowledge.library import Library
from knowledge.settings import Settings
from knowledge.understanding import slots

FEWEST = 3
"""Questions that a part has to earn to be worth its lines."""
ROOMS = ("knowledge.answering", "knowledge.understanding")
MOST = 200
"""Questions in which a part may take part and still be tried; more belong to the trunk."""

Nothing = Callable[[Sequence[Any], Mapping[str, Any]], Any]
_EMPTY: dict[str, Nothing] = {
    "tuple[": lambda *_: (),
    "list[": lambda *_: [],
    "Sequence[": lambda *_: (),
    "Iterator[": lambda *_: iter(()),
    "Iterable[": lambda *_: (),
    "frozenset[": lambda *_: frozenset(),
    "set[": lambda *_: set(),
    "Set[": lambda *_: frozenset(),
    "dict[": lambda *_: {},
    "Mapping[": lambda *_: {},
}


@dataclass(slots=True)
class Tally:
    """By name of a part: how many questions it took part in, wins and spoils."""

    part: Counter[str] = field(default_factory=Counter)
    wins: Counter[str] = field(default_factory=Counter)
    spoils: Counter[str] = field(default_factory=Counter)

    def lines(self, most: int = MOST) -> Iterator[str]:
        """Yield a line a part that was tried, what earns least first."""
        for name in sorted(self.part, key=lambda each: (self.wins[each] - self.spoils[each], self.part[each])):
            if self.part[name] <= most:
                earned = self.wins[name] - self.spoils[name]
                mark = "" if earned >= FEWEST else "  *"
                yield f"{name:60} {self.part[name]:6} {self.wins[name]:6} {self.spoils[name]:6} {earned:6}{mark}"


class Parts:
    """The functions of the rooms, each behind a stand-in of which it is known whether it said something, and which can
    be told to say nothing."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.seen: set[str] = set()
        self._off = ""
        self._behind: list[tuple[FunctionType, Nothing]] = []

    def install(self, rooms: Sequence[str] = ROOMS) -> None:
        """Put the stand-ins in, for as long as the process lives: a function stays the object that others hold, only
        its code is another."""
        for module in [each for room in rooms for each in _modules(room)]:
            for name, function in _functions(module):
                nothing = _nothing_of(function)
                if nothing is not None:
                    self._stand_in(f"{module.__name__.partition('.')[2]}.{name}", function, nothing)

    def without(self, name: str, ask: Callable[[], bool]) -> bool:
        """Return what `ask` returns while a part says nothing."""
        self._off = name
        try:
            return ask()
        finally:
            self._off = ""

    def _stand_in(self, name: str, function: FunctionType, nothing: Nothing) -> None:
        own = FunctionType(function.__code__, function.__globals__, name, function.__defaults__)
        own.__kwdefaults__ = function.__kwdefaults__
        constants = tuple(len(self.names) if value == -1 else value for value in _called.__code__.co_consts)
        function.__globals__["_ablated"] = self._call
        function.__code__ = _called.__code__.replace(co_consts=constants)
        function.__defaults__ = function.__kwdefaults__ = None
        self.names.append(name)
        self._behind.append((own, nothing))

    def _call(self, at: int, given: Sequence[Any], named: Mapping[str, Any]) -> Any:
        function, nothing = self._behind[at]
        rule = given[0] if given and isinstance(given[0], slots.Rule) else None
        name = self.names[at] if rule is None else f"rule {rule.name}"
        if name == self._off:
            return nothing(given, named)
        told = function(*given, **named)
        if inspect.isgenerator(told):
            told = list(told)
            if told:
                self.seen.add(name)
            return iter(told)
        if name not in self.seen and told != nothing(given, named):
            self.seen.add(name)
        return told


def _called(*given: Any, **named: Any) -> Any:
    return _ablated(-1, given, named)  # type: ignore[name-defined]  # noqa: F821  # found where the part itself stands


def _modules(room: str) -> Iterator[ModuleType]:
    package = importlib.import_module(room)
    yield package
    for found in pkgutil.walk_packages(package.__path__, f"{room}."):
        yield importlib.import_module(found.name)


def _functions(module: ModuleType) -> Iterator[tuple[str, FunctionType]]:
    """Yield a module's own functions and methods; not those behind a cache, which answer by it."""
    own = [(n, value) for n, value in vars(module).items() if getattr(value, "__module__", "") == module.__name__]
    found = [(n, value) for n, value in own if not isinstance(value, type)]
    for name, value in own:
        if isinstance(value, type):
            found += [(f"{name}.{n}", _bare(member)) for n, member in vars(value).items()]
    for name, value in found:
        plain = isinstance(value, FunctionType) and not hasattr(value, "__wrapped__") and not value.__closure__
        if plain and not name.rpartition(".")[2].startswith(("__", "<")):
            yield name, value


def _bare(member: Any) -> Any:
    if isinstance(member, (staticmethod, classmethod)):
        return member.__func__
    if isinstance(member, property):
        return member.fget
    return member.func if isinstance(member, functools.cached_property) else member


def _nothing_of(function: FunctionType) -> Nothing | None:
    """Return what a function says when it says nothing, by the type that it returns; None where there is no such."""
    returned = str(function.__annotations__.get("return", ""))
    if returned.endswith("| None"):
        return lambda *_: None
    if returned == "bool":
        return lambda *_: False
    if returned.startswith("tuple[") and not returned.endswith(", ...]"):
        return None
    for at, parameter in enumerate(inspect.signature(function).parameters.values()):
        positional = parameter.kind is not parameter.KEYWORD_ONLY and parameter.default is parameter.empty
        if positional and str(parameter.annotation) == returned:
            return functools.partial(_same, at, parameter.name)
    return next((nothing for start, nothing in _EMPTY.items() if returned.startswith(start)), None)


def _same(at: int, name: str, given: Sequence[Any], named: Mapping[str, Any]) -> Any:
    return named[name] if name in named else given[at]


def _remembered() -> list[Any]:
    """Return the caches of what the rooms worked out from what they were given."""
    found = [each for each in gc.get_objects() if isinstance(each, functools._lru_cache_wrapper)]
    own = [each for each in found if each.__wrapped__.__module__.startswith((*ROOMS, "knowledge.serving"))]
    return [each for each in own if inspect.signature(each.__wrapped__).parameters]


def main() -> None:
    """Measure and print the table; what earns fewer than FEWEST is marked."""
    parser = argparse.ArgumentParser(prog="python -m knowledge.evaluation.ablation", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--most", type=int, default=MOST, help="questions that a part may take part in and be tried")
    options = parser.parse_args()
    parts, tally = Parts(), Tally()
    parts.install()
    tally.part.update(dict.fromkeys(parts.names, 0))
    asked: list[tuple[Path, dict[str, tuple[bool, frozenset[str]]]]] = []
    for folder in options.folders or sorted(Path("tests/gold/collections").iterdir()):
        if find(folder).sealed:
            parser.error(f"{folder} is sealed")
        if find(folder).missing:
            print(f"{folder.name} is skipped: its documents are not here")
            continue
        asked.append((folder, took_part(folder, parts)))
        tally.part.update(name for _, seen in asked[-1][1].values() for name in seen)
    for folder, base in asked:
        _try_without(folder, base, parts, tally, options.most)
    print(f"{'part':60} {'in':>6} {'wins':>6} {'spoils':>6} {'earned':>6}")
    for line in tally.lines(options.most):
        print(line)


def took_part(folder: Path, parts: Parts) -> dict[str, tuple[bool, frozenset[str]]]:
    """Return of each question, by its id, whether it is answered rightly, and which parts said something."""
    found = {}
    for question, is_right in _questions(folder):
        parts.seen.clear()
        found[question.id] = (is_right(), frozenset(parts.seen))
    return found


def _try_without(
    folder: Path, base: Mapping[str, tuple[bool, frozenset[str]]], parts: Parts, tally: Tally, most: int
) -> None:
    for question, is_right in _questions(folder):
        right, seen = base[question.id]
        for name in seen:
            if tally.part[name] <= most:
                without = parts.without(name, is_right)
                tally.wins[name] += right and not without
                tally.spoils[name] += without and not right


def _questions(folder: Path) -> Iterator[tuple[GoldQuestion, Callable[[], bool]]]:
    """Yield the questions of a collection, each with what asks it anew; what fails to answer at all is not right."""
    target = find(folder)
    with library_for(target, (), Settings(), None, lambda _: None) as library:
        sources = {stored.plan_id: stored.plan.source_text for stored in library.plans()}
        library.ask("?")
        caches = _remembered()
        for question in load_gold(target.questions):
            yield question, functools.partial(_is_right, library, question, sources, caches)


def _is_right(library: Library, question: GoldQuestion, sources: Mapping[str, str], caches: Sequence[Any]) -> bool:
    for cache in caches:
        cache.cache_clear()
    try:
        answer = library.ask(question.question, unit=question.scope, history=question.history)
    except (TypeError, AttributeError, LookupError, ValueError, AssertionError):  # others need what the part says
        return False
    return judge(question, Reply.of(answer), sources).right


if __name__ == "__main__":
    main()
