"""How two revisions correspond: beads, each with its score, changes and reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from amend.model.draft import Paragraph
from amend.notices import Notice


class Change(StrEnum):
    """What a bead did; several may hold at once.

    AGREED and RESERVED change no word: brackets round words that stayed were lifted, or came.
    """

    SUBSTITUTION = "substitution"
    INSERTION = "insertion"
    REPEAL = "repeal"
    RENUMBERING = "renumbering"
    RELOCATION = "relocation"
    SPLIT = "split"
    JOIN = "join"
    AGREED = "agreed"
    RESERVED = "reserved"


@dataclass(frozen=True, slots=True)
class Bead:
    """One link of an alignment; `score` is the share of words in common, 0.0 to 1.0.

    An empty `changes` means the same words under the same label. `by` is "amend", or the person
    whose ruling made the bead; `reason` says in one sentence what the link rests on.
    """

    old: tuple[Paragraph, ...]
    new: tuple[Paragraph, ...]
    score: float
    changes: frozenset[Change] = frozenset()
    by: str = "amend"
    reason: str = ""

    def __post_init__(self) -> None:
        if not (self.old or self.new):
            raise ValueError("a bead holds a paragraph on at least one side")


@dataclass(frozen=True, slots=True)
class Transfer:
    """A passage that left one paragraph for another, beside the beads both stand in.

    `old` and `new` are paragraph ids; `words` is the number of words that went over.
    """

    old: str
    new: str
    words: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """The whole mapping of one revision to another.

    Each paragraph of either revision stands in exactly one bead. Beads follow the new text, and a
    repealed paragraph stands behind the bead of the paragraph it followed in the old one.
    """

    old: str
    new: str
    beads: tuple[Bead, ...]
    transfers: tuple[Transfer, ...] = ()
    notices: tuple[Notice, ...] = ()
