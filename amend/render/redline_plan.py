"""A comparison in, the order of a redline out: what stays in its place, what moves, goes or comes.

The old text must come back in its order, and the new one in its own. So only beads that stand in
one order on both sides stay; every other one is a move, with an end on either side.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from amend.model.alignment import Change
from amend.model.comparison import Comparison, Edit, Op, Redline
from amend.model.draft import Paragraph
from amend.render.redline_pieces import Piece, alone, pieces
from amend.text.edits import hunks
from amend.text.edits import pieces as cut


def plan(comparison: Comparison, stands: Callable[[Paragraph], bool]) -> list[Piece]:
    """Return the pieces of a redline of the paragraphs that stand in one story, in their order.

    The last piece is the end of a paragraph. Nothing is returned where no paragraph of either
    revision stands there.
    """
    found = _Order(comparison, stands).pieces()
    return [piece for piece in found if piece.text or piece.ends is not None]


@dataclass(frozen=True, slots=True)
class _Link:
    """A bead whose paragraphs follow each other on both sides; places are those of the first."""

    old: tuple[Paragraph, ...]
    new: tuple[Paragraph, ...]
    old_at: int
    new_at: int
    edits: tuple[Edit, ...]
    has_moved: bool


class _Order:
    """Both revisions in their order, and the beads that link them."""

    def __init__(self, comparison: Comparison, stands: Callable[[Paragraph], bool]) -> None:
        self._old = [each for each in comparison.old.paragraphs if stands(each)]
        self._new = [each for each in comparison.new.paragraphs if stands(each)]
        self._old_at = {each.id: place for place, each in enumerate(self._old)}
        self._new_at = {each.id: place for place, each in enumerate(self._new)}
        links = [found for each in comparison.redlines if (found := self._link(each)) is not None]
        self._staying = _in_order([each for each in links if not each.has_moved])
        staying = {each.old_at for each in self._staying}
        self._moves = [each for each in links if each.old_at not in staying]

    def pieces(self) -> Iterator[Piece]:
        """Yield the pieces: before each bead that stays, what went there and then what came."""
        gone, come = self._ends()
        old_at = new_at = 0
        for link in self._staying:
            yield from self._between(self._old[old_at : link.old_at], gone, Op.DELETE)
            yield from self._between(self._new[new_at : link.new_at], come, Op.INSERT)
            yield from pieces(link.old, link.new, link.edits)
            old_at, new_at = link.old_at + len(link.old), link.new_at + len(link.new)
        yield from self._between(self._old[old_at:], gone, Op.DELETE)
        yield from self._between(self._new[new_at:], come, Op.INSERT)

    def _between(
        self, paragraphs: Iterable[Paragraph], moved: Mapping[str, Sequence[Piece]], op: Op
    ) -> Iterator[Piece]:
        for each in paragraphs:
            yield from moved.get(each.id) or alone(each, op)

    def _ends(self) -> tuple[dict[str, list[Piece]], dict[str, list[Piece]]]:
        """Return the two ends of each move, by paragraph.

        What stayed the same is moved; what was taken out goes at the old place, and what was put in
        comes at the new one: no change stands inside another, as some programs want it.
        """
        gone: dict[str, list[Piece]] = {}
        come: dict[str, list[Piece]] = {}
        for count, link in enumerate(sorted(self._moves, key=lambda each: each.new_at), 1):
            found = list(pieces(link.old, link.new, link.edits))
            name = f"move{count}"
            gone.update(_by_paragraph(_half(found, name, Op.DELETE), link.old))
            come.update(_by_paragraph(_half(found, name, Op.INSERT), link.new))
        return gone, come

    def _link(self, redline: Redline) -> _Link | None:
        old, old_whole = _together(redline.bead.old, self._old_at)
        new, new_whole = _together(redline.bead.new, self._new_at)
        if not (old and new):
            return None
        is_whole = old_whole and new_whole
        edits = redline.edits if is_whole else _edits(old, new)
        has_moved = Change.RELOCATION in redline.bead.changes
        places = self._old_at[old[0].id], self._new_at[new[0].id]
        return _Link(old, new, *places, edits, has_moved)


def _together(
    paragraphs: Sequence[Paragraph], places: Mapping[str, int]
) -> tuple[tuple[Paragraph, ...], bool]:
    """Return those that follow each other, the longest of such groups, and whether that is all."""
    standing = sorted((each for each in paragraphs if each.id in places), key=_at(places))
    groups = [
        tuple(each for _, each in group)
        for _, group in groupby(enumerate(standing), lambda one: places[one[1].id] - one[0])
    ]
    best = max(groups, key=lambda group: sum(len(each.text) for each in group), default=())
    return best, best == tuple(paragraphs)


def _at(places: Mapping[str, int]) -> Callable[[Paragraph], int]:
    return lambda paragraph: places[paragraph.id]


def _edits(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> tuple[Edit, ...]:
    """Compare the words of what is left of a bead whose paragraphs do not all stand together."""
    (keys, was), (others, now) = (cut("\n".join(e.text for e in side)) for side in (old, new))
    found: list[Edit] = []
    for hunk in hunks(keys, others):
        gone = "".join(was[hunk.old_start : hunk.old_end])
        come = "".join(now[hunk.new_start : hunk.new_end])
        if hunk.kept:
            found.append(Edit(Op.KEEP, come, gone))
        else:
            found += (Edit(Op.DELETE, gone), Edit(Op.INSERT, come))
    return tuple(found)


def _in_order(links: Sequence[_Link]) -> list[_Link]:
    """Return as many links as stand in one order on both sides."""
    tails: list[int] = []
    ends: list[int] = []
    before: dict[int, int] = {}
    ordered = sorted(links, key=lambda each: each.new_at)
    for place, link in enumerate(ordered):
        rank = bisect_left(tails, link.old_at)
        tails[rank : rank + 1] = [link.old_at]
        ends[rank : rank + 1] = [place]
        before[place] = ends[rank - 1] if rank else -1
    found: list[_Link] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        found.append(ordered[at])
        at = before[at]
    return found[::-1]


def _half(found: Iterable[Piece], move: str, op: Op) -> Iterator[Piece]:
    """Yield what one end of a move holds: kept pieces are moved, the others come or go there."""
    for each in found:
        if each.op is Op.KEEP:
            yield each._replace(op=op, move=move)
        elif each.op is op:
            yield each


def _by_paragraph(
    found: Iterable[Piece], side: Sequence[Paragraph]
) -> Iterator[tuple[str, list[Piece]]]:
    """Yield the pieces of each paragraph of a side, with its id; it ends where a paragraph does."""
    standing = iter(side)
    held: list[Piece] = []
    for each in found:
        if each.ends is None:
            held.append(each)
            continue
        paragraph = next(standing)
        yield paragraph.id, [*held, each._replace(ends=paragraph)]
        held = []
