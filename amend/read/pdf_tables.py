"""The strokes of a page in, its ruled tables out; lines in, the cell each stands in out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from amend.read.pdf_lines import Line
from amend.read.pdf_packets import Stroke

# Rules are so thin at most; edges so near are one.
_THIN = 3.5
_NEAR = 3.0
_SHORTEST = 6.0
# Past so many rules a page holds a drawing, not a table.
_MOST_RULES = 4_000
# A rule divides a cell from the next where it runs along so much of it.
_DIVIDES = 0.6


@dataclass(slots=True)
class Table:
    """A ruled table on one page: the edges of its columns from the left, of its rows from above."""

    x0: float
    y0: float
    x1: float
    y1: float
    upright: list[Stroke] = field(default_factory=list)
    level: list[Stroke] = field(default_factory=list)
    columns: list[float] = field(default_factory=list)
    rows: list[float] = field(default_factory=list)

    def holds(self, line: Line) -> bool:
        """Whether a line stands within the table."""
        middle = line.foot + line.size / 2
        return (
            self.y0 - 1 <= middle <= self.y1 + 1
            and self.x0 - _NEAR <= line.x0
            and line.x1 <= self.x1 + 3 * _NEAR
        )

    def cell(self, line: Line) -> tuple[int, int]:
        """Return the row and column of a line, from 1; a cell that spans counts where it begins."""
        x, y = line.x0 + min(line.size, (line.x1 - line.x0) / 2), line.foot + line.size / 2
        row = max(0, sum(1 for edge in self.rows if edge > y) - 1)
        column = max(0, sum(1 for edge in self.columns if edge < x) - 1)
        while row > 0 and not self._is_ruled_over(row, column):
            row -= 1
        while column > 0 and not self._is_ruled_left(column, y):
            column -= 1
        return row + 1, column + 1

    def _is_ruled_over(self, row: int, column: int) -> bool:
        left = self.columns[column]
        right = self.columns[min(column + 1, len(self.columns) - 1)]
        along = sum(
            max(0.0, min(each.x1, right) - max(each.x0, left))
            for each in self.level
            if abs(each.y1 - self.rows[row]) <= _NEAR
        )
        return along >= _DIVIDES * (right - left)

    def _is_ruled_left(self, column: int, y: float) -> bool:
        edge = self.columns[column]
        return any(
            abs(each.x0 - edge) <= _NEAR and each.y0 - _NEAR <= y <= each.y1 + _NEAR
            for each in self.upright
        )


def tables(strokes: Iterable[Stroke]) -> list[Table]:
    """Return the ruled tables of a page, from above; two columns or two rows make one."""
    upright, level = [], []
    for each in strokes:
        if each.width <= _THIN and each.height >= _SHORTEST:
            upright.append(each)
        elif each.height <= _THIN and each.width >= _SHORTEST:
            level.append(each)
        elif each.height >= 2 * _SHORTEST and each.width >= 4 * _SHORTEST and not each.is_filled:
            upright += [_edge(each, each.x0, each.x0), _edge(each, each.x1, each.x1)]
            level += _ends(each)
    if len(upright) < 2 or len(upright) + len(level) > _MOST_RULES:
        return []
    found = []
    for group in _touching(upright, level):
        table = _table(*group)
        if len(table.columns) > 2 or (len(table.columns) > 1 and len(table.rows) > 2):
            found.append(table)
    return sorted(found, key=lambda each: -each.y1)


def _edge(box: Stroke, x0: float, x1: float) -> Stroke:
    return Stroke(x0, box.y0, x1, box.y1, box.colour, is_filled=True)


def _ends(box: Stroke) -> list[Stroke]:
    return [Stroke(box.x0, y, box.x1, y, box.colour, is_filled=True) for y in (box.y0, box.y1)]


def _touching(
    upright: Sequence[Stroke], level: Sequence[Stroke]
) -> list[tuple[list[Stroke], list[Stroke]]]:
    """Return rules by the net they hang together in; a rule that touches no other is no table."""
    nets: list[tuple[list[float], list[Stroke], list[Stroke]]] = []
    rules = [(each, True) for each in upright] + [(each, False) for each in level]
    for rule, is_upright in sorted(rules, key=lambda each: -each[0].y1):
        box = [rule.x0 - _NEAR, rule.y0 - _NEAR, rule.x1 + _NEAR, rule.y1 + _NEAR]
        met = [net for net in nets if _meets(net[0], box)]
        whole = ([*box], [rule] if is_upright else [], [] if is_upright else [rule])
        for net in met:
            whole = (_around(whole[0], net[0]), whole[1] + net[1], whole[2] + net[2])
        nets = [net for net in nets if not any(net is each for each in met)] + [whole]
    return [(up, along) for _, up, along in nets if up]


def _meets(one: Sequence[float], other: Sequence[float]) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _around(one: Sequence[float], other: Sequence[float]) -> list[float]:
    return [min(one[0], other[0]), min(one[1], other[1]),
            max(one[2], other[2]), max(one[3], other[3])]  # fmt: skip


def _table(upright: list[Stroke], level: list[Stroke]) -> Table:
    both = upright + level
    table = Table(
        min(each.x0 for each in both), min(each.y0 for each in both),
        max(each.x1 for each in both), max(each.y1 for each in both), upright, level,
    )  # fmt: skip
    table.columns = _distinct(each.x0 for each in upright)
    table.rows = _distinct([*(each.y1 for each in level), table.y0, table.y1])[::-1]
    return table


def _distinct(places: Iterable[float]) -> list[float]:
    found: list[float] = []
    for each in sorted(places):
        if not found or each - found[-1] > _NEAR:
            found.append(each)
    return found
