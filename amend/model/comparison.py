"""What changed, word by word: edits for each bead, and threads through a chain of revisions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from amend.model.alignment import Alignment, Bead
from amend.model.draft import Revision
from amend.model.weight import Weight
from amend.notices import Notice


class Op(StrEnum):
    """What became of a stretch of words."""

    KEEP = "keep"
    INSERT = "insert"
    DELETE = "delete"


class Aside(StrEnum):
    """Why words that are printed otherwise count as kept."""

    TYPOGRAPHY = "typography"
    SPELLING = "spelling"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Edit:
    """Words kept, inserted or deleted.

    Kept words may differ in quotes, case, hyphens or spacing, in spelling (labour, labor), or in
    the number of a paragraph that moved on: `text` is how the new text has them, `was` how the old
    one had them, or None where they are the same to the letter. `aside` says why they count as
    kept, None for what is the same or differs in quotes, case and spacing alone.
    """

    op: Op
    text: str
    was: str | None = None
    aside: Aside | None = None


@dataclass(frozen=True, slots=True)
class Redline:
    """A bead with its word edits.

    Kept and inserted words give the new text, kept and deleted ones the old; where a side has
    several paragraphs, a newline joins them. `weights` are the weighty words that the edits
    changed, in the order of the text.
    """

    bead: Bead
    edits: tuple[Edit, ...]
    weights: tuple[Weight, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two revisions side by side: one redline for each bead, in the order of the beads."""

    old: Revision
    new: Revision
    alignment: Alignment
    redlines: tuple[Redline, ...]


@dataclass(frozen=True, slots=True)
class Thread:
    """One paragraph's life: for each revision name, the ids it has there (none where it is away).

    Revisions stand in their order, oldest first; each paragraph of each stands in one thread.
    """

    id: str
    paragraphs: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Chain:
    """Revisions oldest first, the comparison of each with the next, and the threads through all.

    `notices` say where the threads and a direct look from the first to the last differ.
    """

    revisions: tuple[Revision, ...]
    comparisons: tuple[Comparison, ...]
    threads: tuple[Thread, ...]
    notices: tuple[Notice, ...] = ()
