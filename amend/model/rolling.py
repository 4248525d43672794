"""The rolling text as a value: a base with every proposal in place, and whose each of them is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from amend.labels import Label
from amend.model.comparison import Edit, Op
from amend.model.draft import Role
from amend.model.proposal import Operation, Place
from amend.model.source import Source
from amend.notices import Notice


@dataclass(frozen=True, slots=True)
class Backers:
    """Who asks for the same: proponents and supporters by name, and the ids of their proposals.

    `is_cut` tells that the words of one of these proposals were cut off.
    """

    by: tuple[str, ...]
    supporters: tuple[str, ...]
    proposals: tuple[str, ...]
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """One way in which some words of the base should read.

    Kept and deleted edits give the words of the base, kept and inserted ones those asked for.
    """

    edits: tuple[Edit, ...]
    backers: Backers

    @property
    def text(self) -> str:
        """The words as they would read."""
        return "".join(each.text for each in self.edits if each.op is not Op.DELETE)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of the base, in order, and how they should read.

    No reading: nobody asks for a change of them. One: a mark. Several: a collision, of which one
    at most can be had.
    """

    base: str
    readings: tuple[Reading, ...] = ()


class Scope(StrEnum):
    """What somebody asks for a paragraph as a whole."""

    DELETE = "delete"
    REPLACE = "replace"
    ALTERNATIVE = "alternative"


@dataclass(frozen=True, slots=True)
class Whole:
    """A wish for a paragraph as a whole that stands beside it: to go, or to read otherwise.

    `label` is that of an alternative, as it was asked for.
    """

    scope: Scope
    text: str
    backers: Backers
    label: Label | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """What somebody says to a paragraph without words for it: to retain it, to move it.

    `words` are those of the paragraph that are meant, "" for all of it; `place` is where it
    is to go; `said` is the sentence as it was written.
    """

    operation: Operation
    backers: Backers
    words: str = ""
    place: Place | None = None
    said: str = ""


@dataclass(frozen=True, slots=True)
class RollingParagraph:
    """A paragraph of the base with all that is asked of it, or a new one.

    `stretches` joined give the base; a new paragraph has no `id` and one stretch whose base is "".
    `source` is where it stands in the base, None of a new one.
    """

    id: str | None
    label: Label | None
    printed: str | None
    role: Role
    stretches: tuple[Stretch, ...]
    wholes: tuple[Whole, ...] = ()
    positions: tuple[Position, ...] = ()
    source: Source | None = None

    @property
    def base(self) -> str:
        """What the base says, every mark rejected."""
        return "".join(each.base for each in self.stretches)

    @property
    def is_touched(self) -> bool:
        """Whether anybody asks for anything here."""
        return any(True for _ in self.backers)

    @property
    def backers(self) -> Iterator[Backers]:
        """Yield who asks for anything here, in the order of the words, then of what is beside."""
        for stretch in self.stretches:
            yield from (each.backers for each in stretch.readings)
        yield from (each.backers for each in self.wholes)
        yield from (each.backers for each in self.positions)


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A proposal that stands nowhere in the rolling text, and the reason in words."""

    proposal: str
    by: tuple[str, ...]
    operation: Operation
    target: tuple[Label, ...]
    text: str
    cut: str
    reason: str
    source: Source


@dataclass(frozen=True, slots=True)
class Collision:
    """Proposals of which one at most can be had, by id, and the paragraph they meet in."""

    paragraph: str
    label: Label | None
    proposals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rolling:
    """The rolling text: paragraphs in order, new ones in their places, and what found no place.

    Every proposal stands in exactly one of three ways: in the paragraphs it is on, among the
    `unplaced`, or folded into the backers of what it endorses. `elsewhere` pairs the id of a
    proposal that was made on another revision with the name of that.
    `language` is that of the base as ISO 639-1, "" where it is not known.
    """

    base: str
    paragraphs: tuple[RollingParagraph, ...]
    unplaced: tuple[Unplaced, ...] = ()
    collisions: tuple[Collision, ...] = ()
    notices: tuple[Notice, ...] = ()
    elsewhere: tuple[tuple[str, str], ...] = ()
    language: str = ""
