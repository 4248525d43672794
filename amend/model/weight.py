"""A weighty word that an edit took out, put in or exchanged, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What makes a word weighty."""

    MODAL = "modal"
    VERB = "verb"
    NEGATION = "negation"
    NUMBER = "number"
    DATE = "date"
    QUALIFIER = "qualifier"


class Turn(StrEnum):
    """Which way a change goes on the scale of the table: a default scale, not a rule."""

    WEAKER = "weaker"
    STRONGER = "stronger"


@dataclass(frozen=True, slots=True)
class Weight:
    """One weighty word inside an edit: `old` gave way to `new`; None where there was, or is, none.

    Words are shown in their first form ("decide" for "decided"). `turn` is None where the table
    says nothing of strength.
    """

    kind: Kind
    old: str | None
    new: str | None
    turn: Turn | None = None

    def __str__(self) -> str:
        if self.old is None:
            told = f"“{self.new}” put in"
        elif self.new is None:
            told = f"“{self.old}” taken out"
        else:
            told = f"{self.old} → {self.new}"
        return told if self.turn is None else f"{told} ({self.turn})"
