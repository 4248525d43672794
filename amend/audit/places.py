"""Ties in, ties out: what left its column or the paragraph it hangs on has moved.

In the row of words such a text stands where it stood: an empty cell is no paragraph, and notes
come after the text. A reader sees another party's cross, or a reservation on another paragraph.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from amend.audit.pairing import Tie
from amend.model.source import Cell, SourceText

_Column = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Places:
    """Of a file's blocks by number: the cell each stands in, and the block each note hangs on."""

    cells: Mapping[int, Cell]
    noted: Mapping[int, int]


def places(source: SourceText) -> Places:
    """Gather the places of a file; formats without tables or notes have none."""
    return Places(
        {each.source.block: each.cell for each in source.blocks if each.cell is not None},
        {each.source.block: each.noted for each in source.blocks if each.noted is not None},
    )


@dataclass(frozen=True, slots=True)
class Side:
    """One of both texts: the block each paragraph begins at, in order of ties, and its places."""

    blocks: Sequence[int]
    places: Places


def displaced(ties: Sequence[Tie], old: Side, new: Side) -> list[Tie]:
    """Say of each tie whether it has moved, if it has not in the row of paragraphs."""
    columns = _columns(ties, old, new)
    homes = _homes(ties, old, 0), _homes(ties, new, 1)
    return [
        tie._replace(is_moved=True)
        if tie.old
        and tie.new
        and (_is_shifted(tie, old, new, columns) or _hangs(tie, old, new, homes))
        else tie
        for tie in ties
    ]


def _cells(tie: Tie, old: Side, new: Side) -> tuple[Cell, Cell] | None:
    was = old.places.cells.get(old.blocks[tie.old[0]]) if tie.old else None
    now = new.places.cells.get(new.blocks[tie.new[0]]) if tie.new else None
    return None if was is None or now is None else (was, now)


def _columns(ties: Sequence[Tie], old: Side, new: Side) -> dict[_Column, int]:
    """Tell which column of NEW each of OLD has become: that of most of its cells.

    A column that comes or goes shifts all others, and none of their cells has moved.
    """
    found: dict[_Column, Counter[int]] = defaultdict(Counter)
    for tie in ties:
        cells = _cells(tie, old, new)
        if cells is not None:
            was, now = cells
            found[was.table, now.table, was.column][now.column] += 1
    return {
        column: max(counts, key=lambda now: (counts[now], now == column[2]))
        for column, counts in found.items()
    }


def _is_shifted(tie: Tie, old: Side, new: Side, columns: Mapping[_Column, int]) -> bool:
    cells = _cells(tie, old, new)
    if cells is None:
        return False
    was, now = cells
    return columns[was.table, now.table, was.column] != now.column


def _homes(ties: Sequence[Tie], side: Side, which: Literal[0, 1]) -> dict[int, int]:
    """Return for each block that a note hangs on the number of the tie it stands in."""
    at = {place: number for number, tie in enumerate(ties) for place in tie[which]}
    order = sorted(range(len(side.blocks)), key=side.blocks.__getitem__)
    starts = [side.blocks[place] for place in order]
    return {
        block: at[order[bisect_right(starts, block) - 1]]
        for block in side.places.noted.values()
        if starts and starts[0] <= block
    }


def _hangs(tie: Tie, old: Side, new: Side, homes: tuple[dict[int, int], dict[int, int]]) -> bool:
    """Whether a note hangs on another paragraph than it did."""
    was = homes[0].get(old.places.noted.get(old.blocks[tie.old[0]], 0))
    now = homes[1].get(new.places.noted.get(new.blocks[tie.new[0]], 0))
    return None not in {was, now} and was != now
