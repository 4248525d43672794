"""A rolling text before it has a format: frozen values that every renderer only lays out."""

from __future__ import annotations

from dataclasses import dataclass

from amend.render.shapes import Choice, Remark, Segment


@dataclass(frozen=True, slots=True)
class Way:
    """One way to read some words: its segments, and in brackets who wants it."""

    segments: tuple[Segment, ...]
    who: str


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a paragraph: plain `text` without ways; one way is a mark, several collide."""

    text: str
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """What is said below a paragraph; `kind` is delete, replace, alternative or position.

    `head` is a number ("9 alt") or a sentence; `text` are the words asked for, or "".
    """

    kind: str
    head: str
    text: str
    who: str


@dataclass(frozen=True, slots=True)
class RollingRow:
    """A paragraph; `who` asks for it where it is new, else "". `by` are keys of proponents.

    `page` is where it stands in the base, "" where it does not or the file has no pages.
    """

    key: str
    label: str
    name: str
    who: str
    spans: tuple[Span, ...]
    lines: tuple[Line, ...]
    by: tuple[str, ...]
    is_heading: bool
    has_collision: bool
    page: str = ""
    spot: str = ""

    @property
    def is_touched(self) -> bool:
        """Whether anybody asks for anything here."""
        return bool(self.lines or any(each.ways for each in self.spans))


@dataclass(frozen=True, slots=True)
class Stray:
    """A proposal without a place: who asks for what, in which words, and why it has none."""

    key: str
    who: str
    what: str
    text: str
    reason: str
    source: str


@dataclass(frozen=True, slots=True)
class RollingView:
    """A whole rolling text; `told` are sentences that count what is in it.

    `has_marks` and `has_collisions` say what the legend must explain; `language` is that of our
    own words.
    """

    title: str
    made: str
    told: tuple[str, ...]
    rows: tuple[RollingRow, ...]
    strays: tuple[Stray, ...]
    proponents: tuple[Choice, ...]
    has_marks: bool
    has_collisions: bool
    remarks: tuple[Remark, ...]
    language: str = "en"
