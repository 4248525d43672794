"""A chain, its courses and the record of rulings in, plain lists out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from amend.model.comparison import Chain
from amend.model.ruling import Course, Given, Matter, PersonRuling
from amend.text.told import listed

Cell = str | int | list[str] | None
Listing = tuple[tuple[str, ...], list[tuple[Cell, ...]]]


def drafts(chain: Chain, courses: Sequence[Course], record: Sequence[Given]) -> Listing:
    """List the revisions, oldest first, with their paragraphs and the proposals made on them."""
    del record
    made_on = Counter(course.proposal.base for course in courses)
    return ("revision", "date", "paragraphs", "proposals", "file"), [
        (each.name, each.date, len(each.paragraphs), made_on[each.name], each.file)
        for each in chain.revisions
    ]


def proposals(chain: Chain, courses: Sequence[Course], record: Sequence[Given]) -> Listing:
    """List every proposal with its place and its course.

    `page` is that of the paragraph in the printed draft, where this has pages.
    """
    del record
    known = {(r.name, each.id): each.source.page for r in chain.revisions for each in r.paragraphs}
    head = ("id", "by", "on", "operation", "paragraph", "headline", "latest", "page")
    return head, [
        (
            each.proposal.id,
            list(each.proposal.by),
            each.proposal.base,
            each.proposal.operation.value,
            [str(label) for label in each.proposal.target],
            each.headline.value,
            each.rulings[-1].fate.value if each.rulings else None,
            _page(known, each),
        )
        for each in courses
    ]


def _page(known: Mapping[tuple[str, str], int | None], course: Course) -> int | None:
    base = course.proposal.base
    pages = (known.get((base, each)) for each in course.proposal.paragraphs)
    return next((each for each in pages if each is not None), None)


def proponents(chain: Chain, courses: Sequence[Course], record: Sequence[Given]) -> Listing:
    """List the proponents by name, with how many of their proposals came to what."""
    del chain, record
    counts: dict[str, Counter[str]] = {}
    for course in courses:
        for name in course.proposal.by:
            counts.setdefault(name, Counter())[course.headline.value] += 1
    return ("proponent", "proposals", "headlines"), [
        (name, sum(count.values()), [f"{n} {head}" for head, n in count.items()])
        for name, count in sorted(counts.items())
    ]


def rulings(chain: Chain, courses: Sequence[Course], record: Sequence[Given]) -> Listing:
    """List every ruling in the order they were given, those that were withdrawn among them."""
    del chain, courses
    return ("number", "ruling", "by", "on", "why", "withdrawn"), [
        (
            each.number,
            ruled(each.ruling),
            each.ruling.by,
            each.ruling.on,
            each.ruling.reason or None,
            str(each.withdrawal).removeprefix("withdrawn ") if each.withdrawal else None,
        )
        for each in record
    ]


def ruled(ruling: PersonRuling) -> str:
    """Say in a line what a ruling says."""
    old, new = (listed(map(str, side)) for side in (ruling.old, ruling.new))
    if ruling.matter is Matter.FATE and ruling.fate is not None:
        return f"{ruling.proposal}: {ruling.fate.value} in {ruling.revision or 'the latest'}"
    if ruling.matter is Matter.TARGET:
        return f"{ruling.proposal} is on {old}"
    step = f"{ruling.old_revision} to {ruling.revision}"
    if ruling.matter is Matter.UNLINK:
        return f"{old} did not become {new}, {step}"
    if not old:
        return f"{new} came from nothing, {step}"
    return f"{old} became {new or 'nothing'}, {step}"


def shown(
    head: Sequence[str], rows: Iterable[Sequence[Cell]]
) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return head and rows as they are printed: lists joined by commas, "" for what is not known.

    Pages are left out where no draft has any.
    """
    printed = [tuple(_shown(cell) for cell in row) for row in rows]
    kept = [
        place for place, name in enumerate(head)
        if name != "page" or any(row[place] for row in printed)
    ]  # fmt: skip
    return _only(head, kept), [_only(row, kept) for row in printed]


def _only(row: Sequence[str], kept: Sequence[int]) -> tuple[str, ...]:
    return tuple(row[place] for place in kept)


def _shown(cell: Cell) -> str:
    if isinstance(cell, list):
        return ", ".join(map(_place, cell))
    return "" if cell is None else str(cell)


LISTS: Mapping[str, Callable[[Chain, Sequence[Course], Sequence[Given]], Listing]] = {
    "drafts": drafts,
    "proposals": proposals,
    "proponents": proponents,
    "rulings": rulings,
}


def _place(label: str) -> str:
    """Say where a paragraph without a number is to stand: "new>6" is how we store it."""
    for sign, where in (("new>", "after"), ("new<", "before")):
        if label.startswith(sign):
            return f"new {where} {label.removeprefix(sign)}"
    return label
