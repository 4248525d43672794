"""Ties in, ties out: what left its column or the paragraph it hangs on has moved.

In the row of words such a text stands where it stood: an empty cell is no paragraph, and notes
come after the text. A reader sees another party's cross, or a reservation on another paragraph.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from amend.audit.pairing import Tie, crosses
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


def in_cells(ties: Sequence[Tie], old: Side, new: Side) -> list[Tie]:
    """Tie what stands in the same cell and was not known again, or only in another row.

    "Ten" that became "twenty" shares no word with it, and is one change to whoever reads the row;
    so are a "yes" and a "no" that changed places.
    """
    columns, rows = _columns(ties, old, new), _rows(ties, old, new)

    def target(place: int) -> _Column | None:
        cell = old.places.cells.get(old.blocks[place])
        row = None if cell is None else rows.get((cell.table, cell.row))
        if cell is None or row is None:
            return None
        return (*row, columns.get((cell.table, row[0], cell.column), cell.column))

    astray = {
        tie
        for tie in ties
        if (cells := _cells(tie, old, new)) is not None
        and target(tie.old[0]) != (cells[1].table, cells[1].row, cells[1].column)
    }
    while True:
        free = [tie for tie in ties if tie in astray or not (tie.old and tie.new)]
        found = _fellows(free, target, new)
        kept = {each for each in astray if each.old in found and each.new in found.values()}
        if kept == astray:
            break
        astray = kept
    news = {fellow: olds for olds, fellow in found.items()}
    told: list[Tie] = []
    for tie in ties:
        if tie.new in news:
            told.append(Tie(news[tie.new], tie.new))
        elif tie.new or tie.old not in found:
            told.append(tie)
    return _settled(told) if found else told


def _settled(ties: Sequence[Tie]) -> list[Tie]:
    """Take back that a paragraph moved, if only past cells that are tied otherwise now."""
    stays = sorted(
        (tie.old[0], tie.new[0]) for tie in ties if tie.old and tie.new and not tie.is_moved
    )
    return [
        tie._replace(is_moved=False) if tie.is_moved and not crosses(tie, stays) else tie
        for tie in ties
    ]


def _fellows(
    free: Sequence[Tie], target: Callable[[int], _Column | None], new: Side
) -> dict[tuple[int, ...], tuple[int, ...]]:
    """Return which free paragraph of NEW stands in the cell of which free one of OLD."""
    here = {
        (cell.table, cell.row, cell.column): tie.new
        for tie in free
        if (cell := _cell(new, tie.new)) is not None
    }
    olds = (tie.old for tie in free if len(tie.old) == 1)
    targets = {each: place for each in olds if (place := target(each[0])) is not None}
    return {each: here.pop(place) for each, place in targets.items() if place in here}


def _cell(side: Side, places: Sequence[int]) -> Cell | None:
    """Return the cell that one paragraph stands in, None for several."""
    return side.places.cells.get(side.blocks[places[0]]) if len(places) == 1 else None


def _rows(ties: Sequence[Tie], old: Side, new: Side) -> dict[tuple[int, int], tuple[int, int]]:
    """Tell which row of NEW each of OLD has become, each with its table: that of most cells.

    Between rows with as many the first column decides; it says what the row is about.
    """
    pairs = [cells for tie in ties if (cells := _cells(tie, old, new)) is not None]
    found: dict[tuple[int, int], Counter[tuple[int, int]]] = defaultdict(Counter)
    for was, now in sorted(pairs, key=lambda pair: pair[0].column):
        found[was.table, was.row][now.table, now.row] += 1
    return {row: counts.most_common(1)[0][0] for row, counts in found.items()}


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
