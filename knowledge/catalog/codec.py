"""Frozen dataclasses <-> JSON, driven by their type hints.

Understands what `knowledge.model` is made of: dataclasses, tuples (of one type, or fixed), frozen sets, str-keyed
dicts, optional values, dates, string enums and plain values. Fields that hold their default are left out.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Decoder = Callable[[Any], Any]

_PLAIN = (str, int, float, bool, type(None))


def dumps(value: object) -> str:
    """Return `value` as compact JSON."""
    return json.dumps(encode(value), ensure_ascii=False, separators=(",", ":"))


def loads(kind: type[T], text: str) -> T:
    """Rebuild a `kind` from what `dumps` wrote; raises ValueError, KeyError or TypeError on anything else."""
    build: Decoder = decoder(kind)  # type: ignore[arg-type]  # every class is hashable
    result: T = build(json.loads(text))
    return result


def encode(value: Any) -> Any:
    """Return `value` as dicts, lists and plain values."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: encode(v) for f in fields(value) if (v := getattr(value, f.name)) != _default(f)}
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    if isinstance(value, frozenset):
        return [encode(item) for item in sorted(value)]
    if isinstance(value, dict):
        return {key: encode(item) for key, item in value.items()}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return value


@cache
def decoder(kind: Any) -> Decoder:
    """Return the function that rebuilds a `kind`; built once per type."""
    origin, arguments = get_origin(kind), get_args(kind)
    if is_dataclass(kind):
        return _dataclass_decoder(kind)
    if origin in (Union, types.UnionType):
        return _optional_decoder(arguments)
    if origin is tuple:
        return _tuple_decoder(arguments)
    if origin is frozenset:
        member = decoder(arguments[0])
        return lambda value: frozenset(map(member, value))
    if origin is dict:
        item = decoder(arguments[1])
        return lambda value: {key: item(entry) for key, entry in value.items()}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind is date:
        return date.fromisoformat
    if kind in _PLAIN:
        return _as_is
    raise TypeError(f"no JSON form for {kind!r}")


def _as_is(value: Any) -> Any:
    return value


def _dataclass_decoder(kind: Any) -> Decoder:
    table: dict[str, Decoder] = {}

    def build(value: dict[str, Any]) -> Any:
        if not table:  # filled at the first use, because a type may hold itself (Section.children)
            table.update({name: decoder(hint) for name, hint in get_type_hints(kind).items()})
        return kind(**{name: table[name](entry) for name, entry in value.items()})

    return build


def _optional_decoder(arguments: tuple[Any, ...]) -> Decoder:
    inner = [kind for kind in arguments if kind is not type(None)]
    if len(inner) != 1:
        raise TypeError(f"only X | None has a JSON form, not {arguments!r}")
    some = decoder(inner[0])
    return lambda value: None if value is None else some(value)


def _tuple_decoder(arguments: tuple[Any, ...]) -> Decoder:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        item = decoder(arguments[0])
        return tuple if item is _as_is else lambda value: tuple(map(item, value))
    parts = [decoder(kind) for kind in arguments]
    if all(part is _as_is for part in parts):
        return tuple
    return lambda value: tuple(part(entry) for part, entry in zip(parts, value, strict=True))


def _default(spec: Field[Any]) -> Any:
    if spec.default is not MISSING:
        return spec.default
    return spec.default_factory() if spec.default_factory is not MISSING else MISSING
