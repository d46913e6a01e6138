"""What is done once when everything that answers has been loaded and will stay: memory is given back, the collector
let off. Of a collection of 2,000 plans loading leaves more memory unused than used, and looking through all that stays
holds a question up for a tenth of a second."""

from __future__ import annotations

import ctypes
import gc


def begin() -> None:
    """Leave what there is before the first loading, the program itself, out of the collections that loading causes."""
    gc.freeze()


def settle(*, again: bool) -> None:
    """Free what nobody uses any more, give its memory back, and leave what there is now out of later collections.

    again: a state was replaced. What was left out before is looked through again then, so that it goes; one from which
    another thread still answers goes the next time.
    """
    if again:
        gc.unfreeze()
    gc.collect()
    gc.freeze()
    _trim()


def _trim() -> None:
    """Let the allocator return free memory between what is used, which glibc's does only when it is told to."""
    try:
        ctypes.CDLL(None).malloc_trim(0)
    except (AttributeError, OSError, TypeError):  # other libraries return it by themselves, or can't
        return
