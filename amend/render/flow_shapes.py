"""The ways of paragraphs through the revisions before they are drawn: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Way(StrEnum):
    """What became of a paragraph from one revision to the next, as the legend calls it."""

    SAME = "same words"
    RENUMBERED = "renumbered"
    REWORDED = "reworded"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    RESTORED = "restored"
    NEW = "new"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Stand:
    """A paragraph in its column, or a run of them (`many`); heights are pixels from the top."""

    column: int
    key: str
    label: str
    told: str
    top: float
    height: float
    is_heading: bool = False
    many: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph's way from one column to a later one, at the height of both its ends.

    `start` is None for a new paragraph, `end` for one that was dropped. `key` is the passage it
    leads to. `is_inner` if it runs inside a band.
    """

    way: Way
    column: int
    start: float | None
    end: float | None
    key: str
    told: str
    to: int
    is_inner: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """A run of paragraphs that went along from one column to the next, or came, or went."""

    way: Way
    column: int
    top: float
    height: float
    key: str
    told: str
    count: int


@dataclass(frozen=True, slots=True)
class Head:
    """A revision over its column."""

    key: str
    name: str
    told: str


@dataclass(frozen=True, slots=True)
class FlowView:
    """The picture laid out; `told` says in sentences what it shows. `height` is in pixels.

    `ways` are those that occur, what each is called and how often it is, in their order.
    """

    title: str
    told: tuple[str, ...]
    heads: tuple[Head, ...]
    stands: tuple[Stand, ...]
    bands: tuple[Band, ...]
    lines: tuple[Line, ...]
    ways: tuple[tuple[Way, str, int], ...]
    height: float
    is_long: bool
