"""What loading leaves behind goes, also of a state that had been left out of collections."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from knowledge.settling import begin, settle


class Held:
    """Something that holds itself, so that only the collector can free it."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_what_stays_is_left_out_of_collections() -> None:
    kept = Held()
    settle(again=False)
    assert gc.get_freeze_count() > 0
    assert all(each is not kept for each in gc.get_objects())


def test_a_state_that_was_replaced_goes_when_the_next_one_is_loaded() -> None:
    state = Held()
    gone = weakref.ref(state)
    settle(again=False)
    del state
    gc.collect()
    assert gone() is not None, "it was left out"
    settle(again=True)
    assert gone() is None


def test_garbage_of_loading_goes_at_once() -> None:
    begin()
    state = Held()
    gone = weakref.ref(state)
    del state
    settle(again=False)
    assert gone() is None
