"""A chain and its courses in, plain lists out: drafts, proposals, proponents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from amend.model.comparison import Chain
from amend.model.ruling import Course

Cell = str | int | list[str] | None
Listing = tuple[tuple[str, ...], list[tuple[Cell, ...]]]


def drafts(chain: Chain, courses: Sequence[Course]) -> Listing:
    """List the revisions, oldest first, with their paragraphs and the proposals made on them."""
    made_on = Counter(course.proposal.base for course in courses)
    return ("revision", "date", "paragraphs", "proposals", "file"), [
        (each.name, each.date, len(each.paragraphs), made_on[each.name], each.file)
        for each in chain.revisions
    ]


def proposals(chain: Chain, courses: Sequence[Course]) -> Listing:
    """List every proposal with its place and its course."""
    del chain
    return ("id", "by", "on", "operation", "paragraph", "headline", "latest"), [
        (
            each.proposal.id,
            list(each.proposal.by),
            each.proposal.base,
            each.proposal.operation.value,
            [str(label) for label in each.proposal.target],
            each.headline.value,
            each.rulings[-1].fate.value if each.rulings else None,
        )
        for each in courses
    ]


def proponents(chain: Chain, courses: Sequence[Course]) -> Listing:
    """List the proponents by name, with how many of their proposals came to what."""
    del chain
    counts: dict[str, Counter[str]] = {}
    for course in courses:
        for name in course.proposal.by:
            counts.setdefault(name, Counter())[course.headline.value] += 1
    return ("proponent", "proposals", "headlines"), [
        (name, sum(count.values()), [f"{n} {head}" for head, n in count.items()])
        for name, count in sorted(counts.items())
    ]


def shown(rows: Iterable[Sequence[Cell]]) -> Iterator[tuple[str, ...]]:
    """Yield rows as they are printed: lists joined by commas, nothing where nothing is known."""
    for row in rows:
        yield tuple(_shown(cell) for cell in row)


def _shown(cell: Cell) -> str:
    if isinstance(cell, list):
        return ", ".join(cell)
    return "" if cell is None else str(cell)


LISTS: Mapping[str, Callable[[Chain, Sequence[Course]], Listing]] = {
    "drafts": drafts,
    "proposals": proposals,
    "proponents": proponents,
}
