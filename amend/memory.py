"""Thousands of values built at once: the collector is paused, and goes on whatever happens."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause garbage collection while values without cycles are built.

    Each pass of the collector would look at every one of them again: a fifth of the time, more on
    long drafts. Nested use is fine; nothing is kept that would not have been kept anyway.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            _grow_old()
            gc.enable()


def _grow_old() -> None:
    """Count all values as old at once: else the first pass would look at each of them again.

    Whoever froze values of their own, as before a fork, finds them frozen still.
    """
    if not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()
