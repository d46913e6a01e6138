"""Packages whose modules are loaded when something of them is first asked for.

A start answers questions; what reads documents, writes briefings or makes a quiz is loaded by the first who needs it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def opened_later(package: str, rooms: Mapping[str, str]) -> Callable[[str], Any]:
    """Return the `__getattr__` of a package. rooms: the module that each of its names is in."""
    module_of = {name: module for module, names in rooms.items() for name in names.split()}

    def find(name: str) -> Any:
        if name not in module_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{module_of[name]}"), name)

    return find
