"""The steps of a label and their ranks in the order of domain B.5: plain values, no grammar."""

from __future__ import annotations

from typing import NamedTuple


class Step(NamedTuple):
    """One step of a label: its rank and ordinal in the order of domain B.5, and how it prints."""

    rank: int
    ordinal: int
    printed: str


class Parts(NamedTuple):
    """A label taken apart; `figure` is how the number prints, "" in a relative label ("(a)")."""

    carrier: str
    number: int
    figure: str
    steps: tuple[Step, ...]


# Ranks of domain B.5, low to high; the number itself has rank 0, and so has its family (43*).
BEFORE, FAMILY, PART, SUB, ALT, AFTER = -1, 0, 1, 2, 3, 4
