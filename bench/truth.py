"""What the generator hands on: two revisions and the truth about what became of what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What became of the words of a true link; its number may change besides."""

    SAME = "same"
    EDITED = "edited"
    REWRITTEN = "rewritten"
    MOVED = "moved"
    MOVED_AND_EDITED = "moved and edited"
    SPLIT = "split"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class Written:
    """One paragraph as it stands in a draft: its printed number ("9bis") and its words."""

    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A true link: places in the old and in the new revision, counted from 0."""

    old: int
    new: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Pair:
    """Two revisions and the truth about them.

    A paragraph that stands in no link was deleted or inserted. `transfers` are the places
    (old, new) between which a sentence passed although no link joins them.
    """

    old: tuple[Written, ...]
    new: tuple[Written, ...]
    links: tuple[Link, ...]
    transfers: tuple[tuple[int, int], ...]
