"""An answer worked out once."""

from __future__ import annotations

import gc

from amend.memory import collector_paused
from amend.once import once


class Asked:
    def __init__(self) -> None:
        self.times = 0

    @once
    def answer(self) -> int:
        """How often it was worked out."""
        self.times += 1
        return self.times


def test_an_answer_is_worked_out_when_asked_for_and_kept() -> None:
    one, other = Asked(), Asked()
    assert one.times == 0
    assert (one.answer, one.answer, one.times) == (1, 1, 1)
    assert other.times == 0
    assert Asked.answer.__doc__ == "How often it was worked out."


def test_after_a_pause_the_collector_goes_on_and_nothing_is_frozen() -> None:
    with collector_paused():
        assert not gc.isenabled()
        kept = [[n] for n in range(1_000)]
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
    assert len(kept) == 1_000
