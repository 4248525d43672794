"""A chain in, where each of its paragraphs stands in a picture out: one row for what stays in line.

Paragraphs that go along in order share a row, so that their line is straight; what is new, dropped
or moved has a row of its own, and the others make room for it. In a long text the rows of a run are
drawn in close: paragraphs that come, stay and go together, with new words and numbers at most.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from amend.model.alignment import Alignment, Bead, Change
from amend.model.comparison import Chain

Spot = tuple[int, int]
"""A paragraph by its revision and its place there, both from 0."""

FULL, LOW, CLOSE = 15.0, 12.0, 2.0
"""Heights of a row in pixels: with its label, so in a long text, and inside a run there."""
LONG = 130
"""Paragraphs of a revision from which on runs are drawn close: more fill several screens."""
_STEADY = frozenset({Change.SUBSTITUTION, Change.RENUMBERING, Change.AGREED, Change.RESERVED})


@dataclass(frozen=True, slots=True)
class Rows:
    """Where paragraphs stand: top and height in pixels by spot, and the runs that are drawn close.

    A run holds, for each revision that it goes through, its first and its last spot there.
    """

    tops: Mapping[Spot, float]
    heights: Mapping[Spot, float]
    runs: tuple[tuple[tuple[Spot, Spot], ...], ...]
    height: float
    is_long: bool

    def middle(self, spot: Spot) -> float:
        """Return the height at which a line of a paragraph begins or ends."""
        return self.tops[spot] + self.heights[spot] / 2


def spots(chain: Chain) -> tuple[dict[str, Spot], ...]:
    """Return the spot of each paragraph of each revision, by its id."""
    return tuple(
        {each.id: (column, place) for place, each in enumerate(revision.paragraphs)}
        for column, revision in enumerate(chain.revisions)
    )


def rows(chain: Chain) -> Rows:
    """Set every paragraph of a chain in its place."""
    known = spots(chain)
    row_of: dict[Spot, Spot] = {spot: spot for each in known for spot in each.values()}
    for step, each in enumerate(chain.comparisons):
        for old, new in _straight(each.alignment, known[step], known[step + 1]):
            row_of[new] = row_of[old]
    members: dict[Spot, list[Spot]] = defaultdict(list)
    for spot, row in row_of.items():
        members[row].append(spot)
    order = list(_ordered(known, row_of, members))
    is_long = max(len(each) for each in known) > LONG
    full = LOW if is_long else FULL
    quiet = set(members) - _loud(chain, known, row_of) if is_long else set()
    runs = list(_runs([(row, members[row]) for row in order], quiet))
    heights = dict.fromkeys(order, full)
    heights.update({row: max(CLOSE, full / len(run)) for run in runs for row in run})
    tops = _tops(order, known, row_of, heights)
    ends = [(members[run[0]], members[run[-1]]) for run in runs]
    return Rows(
        {spot: tops[row] for spot, row in row_of.items()},
        {spot: heights[row] for spot, row in row_of.items()},
        tuple(tuple(zip(first, last, strict=True)) for first, last in ends),
        max((top + heights[row] for row, top in tops.items()), default=0.0),
        is_long,
    )


def _straight(
    alignment: Alignment, old: Mapping[str, Spot], new: Mapping[str, Spot]
) -> Iterator[tuple[Spot, Spot]]:
    """Yield the most pairs that go along in order: lines between them never cross."""
    pairs = sorted(
        (old[bead.old[0].id], new[bead.new[0].id])
        for bead in alignment.beads
        if bead.old and bead.new and Change.RELOCATION not in bead.changes
    )
    ends: list[int] = []
    at: list[int] = []
    before: list[int | None] = []
    for place, (_, (_, there)) in enumerate(pairs):
        length = bisect_left(ends, there)
        before.append(at[length - 1] if length else None)
        ends[length:] = [there, *ends[length + 1 :]] if length < len(ends) else [there]
        at[length:] = [place, *at[length + 1 :]] if length < len(at) else [place]
    here = at[-1] if at else None
    while here is not None:
        yield pairs[here]
        here = before[here]


def _ordered(
    known: Sequence[Mapping[str, Spot]], row_of: Mapping[Spot, Spot],
    members: Mapping[Spot, Sequence[Spot]],
) -> Iterator[Spot]:  # fmt: skip
    """Yield rows so that in every revision each follows those that stand before it there."""
    columns = [list(each.values()) for each in known]
    waiting = {row: sum(place > 0 for _, place in spots) for row, spots in members.items()}
    ready = [row for row in sorted(members, reverse=True) if not waiting[row]]
    while ready:
        row = ready.pop()
        yield row
        for column, place in reversed(members[row]):
            if place + 1 < len(columns[column]):
                following = row_of[column, place + 1]
                waiting[following] -= 1
                if not waiting[following]:
                    ready.append(following)


def _loud(
    chain: Chain, known: Sequence[Mapping[str, Spot]], row_of: Mapping[Spot, Spot]
) -> set[Spot]:
    """Return the rows in which more is to be seen than coming, going, new words and numbers."""
    found: set[Spot] = set()
    for step, each in enumerate(chain.comparisons):
        for bead in each.alignment.beads:
            held = {row_of[spot] for spot in _spots(bead, known[step], known[step + 1])}
            if bead.old and bead.new and (len(held) > 1 or not _is_steady(bead)):
                found |= held
    return found | {row_of[spot] for spot in _returned(chain, known)}


def _is_steady(bead: Bead) -> bool:
    return len(bead.old) == len(bead.new) == 1 and bead.changes <= _STEADY


def _returned(chain: Chain, known: Sequence[Mapping[str, Spot]]) -> Iterator[Spot]:
    """Yield the paragraphs that came in with no bead, and yet had stood in the text before."""
    lives = {
        (column, identity): thread.paragraphs
        for thread in chain.threads
        for column, revision in enumerate(chain.revisions)
        for identity in thread.paragraphs.get(revision.name, ())
    }
    for step, each in enumerate(chain.comparisons):
        earlier = [revision.name for revision in chain.revisions[: step + 1]]
        for bead in each.alignment.beads:
            for paragraph in bead.new if not bead.old else ():
                if any(lives[step + 1, paragraph.id].get(name) for name in earlier):
                    yield known[step + 1][paragraph.id]


def _spots(bead: Bead, old: Mapping[str, Spot], new: Mapping[str, Spot]) -> Iterator[Spot]:
    yield from (old[each.id] for each in bead.old)
    yield from (new[each.id] for each in bead.new)


def _runs(
    order: Iterable[tuple[Spot, Sequence[Spot]]], quiet: set[Spot]
) -> Iterator[tuple[Spot, ...]]:
    """Yield quiet rows that follow each other in all their revisions, two or more at a time."""
    run: list[Spot] = []
    last: list[Spot] = []
    for row, held in order:
        following = [(column, place + 1) for column, place in last]
        if row in quiet and run and list(held) == following:
            run.append(row)
        else:
            if len(run) > 1:
                yield tuple(run)
            run = [row] if row in quiet else []
        last = list(held)
    if len(run) > 1:
        yield tuple(run)


def _tops(
    order: Sequence[Spot], known: Sequence[Mapping[str, Spot]], row_of: Mapping[Spot, Spot],
    heights: Mapping[Spot, float],
) -> dict[Spot, float]:  # fmt: skip
    """Return the top of each row: below all that stand before it in any revision."""
    after: dict[Spot, list[Spot]] = defaultdict(list)
    for each in known:
        for one, other in pairwise(each.values()):
            after[row_of[one]].append(row_of[other])
    tops = dict.fromkeys(order, 0.0)
    for row in order:
        end = tops[row] + heights[row]
        for following in after[row]:
            tops[following] = max(tops[following], end)
    return tops
