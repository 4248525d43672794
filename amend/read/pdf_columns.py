"""The stretches of a page in; its lines in reading order out, column after column.

A gutter is a place across which hardly any line runs, with lines of some length on both sides.
What does run across it parts the page: what is above is read before what is below.
"""

from __future__ import annotations

from collections.abc import Sequence

from amend.read.pdf_lines import Line, merged, rows

# A column holds so many lines, and its lines cover so much of it on the middle.
_LEAST_LINES = 4
_COVERED = 0.55
# Lines that run across a gutter, as a share of those beside it.
_CROSSING = 0.25
# A column is no narrower than this share of the text; a number beside a paragraph is.
_NARROWEST = 0.22
_BIN = 2.0
_DEEPEST = 3


def in_order(stretches: Sequence[Line], *, is_reversed: bool = False, depth: int = 0) -> list[Line]:
    """Return the lines of a page or a part of it as they are read; `is_reversed` from the right."""
    if not stretches:
        return []
    left, right = min(each.x0 for each in stretches), max(each.x1 for each in stretches)
    gutter = _gutter(stretches, left, right) if depth < _DEEPEST else None
    if gutter is None:
        return _one_column(stretches, left, right)
    found: list[Line] = []
    for part, is_across in _bands(stretches, gutter):
        if is_across:
            found += _one_column(part, left, right)
            continue
        sides = [
            [each for each in part if each.x1 <= gutter],
            [each for each in part if each.x1 > gutter],
        ]
        for side in reversed(sides) if is_reversed else sides:
            found += in_order(side, is_reversed=is_reversed, depth=depth + 1)
    return found


def _one_column(stretches: Sequence[Line], left: float, right: float) -> list[Line]:
    found = []
    for row in rows(stretches):
        line = merged(row)
        line.left, line.right = left, right
        found.append(line)
    return found


def _gutter(stretches: Sequence[Line], left: float, right: float) -> float | None:
    """Return the middle of the widest place that parts two columns, or None."""
    width = right - left
    if width <= 0 or len(stretches) < 2 * _LEAST_LINES:
        return None
    bins = int(width / _BIN) + 1
    covered = [0] * (bins + 1)
    for each in stretches:
        covered[int((each.x0 - left) / _BIN)] += 1
        covered[min(bins, int((each.x1 - left) / _BIN) + 1)] -= 1
    count = 0
    for place in range(bins):
        count += covered[place]
        covered[place] = count
    inner = range(int(_NARROWEST * bins), int((1 - _NARROWEST) * bins) + 1)
    least = min(covered[place] for place in inner)
    best: tuple[int, int] | None = None
    begun: int | None = None
    for place in (*inner, inner[-1] + 1):
        is_low = place in inner and covered[place] == least
        if is_low and begun is None:
            begun = place
        elif not is_low and begun is not None:
            if best is None or place - begun > best[1] - best[0]:
                best = begun, place
            begun = None
    if best is None:
        return None
    middle = left + (best[0] + best[1]) / 2 * _BIN
    return middle if _parts(stretches, middle, left, right) else None


def _parts(stretches: Sequence[Line], gutter: float, left: float, right: float) -> bool:
    sides = (
        [each for each in stretches if each.x1 <= gutter],
        [each for each in stretches if each.x0 >= gutter],
    )
    across = len(stretches) - len(sides[0]) - len(sides[1])
    if min(map(len, sides)) < _LEAST_LINES:
        return False
    if across > _CROSSING * min(map(len, sides)):
        return False
    for side, (begin, end) in zip(sides, ((left, gutter), (gutter, right)), strict=True):
        lengths = sorted(each.x1 - each.x0 for each in side)
        own = max(each.x1 for each in side) - min(each.x0 for each in side)
        if lengths[len(lengths) // 2] < _COVERED * own or own < 0.5 * (end - begin):
            return False
    return True


def _bands(stretches: Sequence[Line], gutter: float) -> list[tuple[list[Line], bool]]:
    """Return the parts of a page from above: those of two sides, and those that run across."""
    found: list[tuple[list[Line], bool]] = []
    for each in sorted(stretches, key=lambda line: -line.y):
        is_across = each.x0 < gutter < each.x1
        if not found or found[-1][1] != is_across:
            found.append(([], is_across))
        found[-1][0].append(each)
    return found
