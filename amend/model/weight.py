"""A weighty word that an edit took out, put in or exchanged, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from amend.text.told import Told, told


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
        return str(self.told)

    @property
    def told(self) -> Told:
        """What happened to the word, in words."""
        if self.old is None:
            change = told("“{word}” put in", word=self.new)
        elif self.new is None:
            change = told("“{word}” taken out", word=self.old)
        else:
            change = told("{old} → {new}", old=self.old, new=self.new)
        if self.turn is None:
            return change
        return told("{change} ({turn})", change=change, turn=told(self.turn.value))
