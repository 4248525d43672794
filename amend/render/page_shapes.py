"""What the report's page holds beside the view that all formats share: frozen values, as there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from amend.render.audit_shapes import AuditView
from amend.render.origin_view import OriginLine
from amend.render.shapes import Card, Choice, View
from amend.render.svg import Address


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing for the page; `draw` takes what gives the address of a key, and returns SVG."""

    key: str
    title: str
    draw: Callable[[Address], str]


@dataclass(frozen=True, slots=True)
class Figure:
    """A count at the head of a proponent's page; `tone` groups it for the eye."""

    count: int
    name: str
    tone: str


@dataclass(frozen=True, slots=True)
class Group:
    """Proposals that came to the same."""

    key: str
    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """What became of one proponent's language: sentences, counts, and every proposal by its course.

    `backed` are proposals of others that the proponent supports; `file` is what its own page in a
    folder is called.
    """

    key: str
    name: str
    told: tuple[str, ...]
    figures: tuple[Figure, ...]
    groups: tuple[Group, ...]
    backed: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """One proponent's fates by revision: for each later one how many are good, part, none, open."""

    key: str
    name: str
    cells: tuple[tuple[int, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Busy:
    """A paragraph that changed much: words that came in and went, over all steps."""

    key: str
    name: str
    inserted: int
    deleted: int
    proposals: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in the table of numbers: what the paragraph is called, and what befell it there."""

    name: str
    told: str


@dataclass(frozen=True, slots=True)
class Numbered:
    """One paragraph in the table of numbers; `key` is that of its row."""

    key: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Roots:
    """Where the words of a paragraph come from, as it last stood; `instead` is said of no list."""

    revision: str
    lines: tuple[OriginLine, ...]
    instead: str


@dataclass(frozen=True, slots=True)
class Page:
    """A whole page: the view, and what only a page has room for.

    `supporters` are those who propose nothing themselves. `roots` are by row key, and empty where
    the words were not followed. `standings` have a cell for each of `later`, the revisions that
    fates speak of. `pictures` stand in the overview, `ways` has a view of its own and is None where
    there is one revision only. `audits` are of the files that declare changes.
    """

    view: View
    dossiers: tuple[Dossier, ...] = ()
    supporters: tuple[Choice, ...] = ()
    later: tuple[str, ...] = ()
    standings: tuple[Standing, ...] = ()
    busiest: tuple[Busy, ...] = ()
    numbers: tuple[Numbered, ...] = ()
    roots: Mapping[str, Roots] = field(default_factory=dict)
    pictures: tuple[Picture, ...] = ()
    ways: Picture | None = None
    audits: tuple[AuditView, ...] = ()
