"""A page of the PDF library in; its strokes and pictures out, for the child process.

Lines and painted boxes are told by their bounds: they may strike words, underline them, rule a
table or a footnote off. What is drawn inside a drawing is looked for, a few levels deep.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from ctypes import addressof, c_float, c_int
from typing import Any

from amend.read import pdf_library as lib
from amend.read.pdf_packets import PageWriter

# Past these numbers a page is a picture made of lines, or an attack.
MOST_STROKES = 20_000
MOST_OBJECTS = 200_000
MOST_SEGMENTS = 5_000
_DEEPEST = 4
# A path of so few segments is one line or one box.
_ONE_BOX = 5
_MOVE = 2
_WHITE = 0xFFFFFF
# Marks of words are no taller than two lines, and no narrower than a letter.
_TALLEST_MARK = 40.0
_POINT_WIDE = 2.0

_Matrix = tuple[float, float, float, float, float, float]
_Box = tuple[float, float, float, float]
_PLAIN: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_FOUR = (c_float * 4)()
_FOUR_AT = tuple(addressof(_FOUR) + 4 * place for place in range(4))
_SIX = (c_float * 6)()
_POINT = (c_float * 2)()
_WAYS = (c_int * 2)()


class Drawn:
    """What is drawn on one page: strokes are written out, pictures are measured."""

    def __init__(self, writer: PageWriter) -> None:
        """Write to `writer`."""
        self._writer = writer
        self._met = 0
        self._texts = 0
        # Whether something may hide words: a layer, or white paint put on after them.
        self.may_hide = False
        self.pictures: list[_Box] = []
        # Opaque pictures, and how many stretches of words were drawn before each.
        self._over: list[tuple[_Box, int]] = []

    def take(self, page: int, count: int) -> None:
        """Walk the objects of a page."""
        self._walk(page, lib.nth_object, count, _PLAIN, 0)

    def marks(self) -> list[_Box]:
        """Return the strokes that may be drawn over words: none that is a page or a column."""
        boxes = self._writer.boxes
        found = [tuple(boxes[at : at + 4]) for at in range(0, len(boxes), 4)]
        return [
            (a, b, c, d) for a, b, c, d in found if d - b < _TALLEST_MARK and c - a > _POINT_WIDE
        ]

    def hides(self, area: float) -> bool:
        """Whether a picture as large as most of a page, of so many points, lies on its words.

        So some programs lay the words they recognised: under the scan, and not unseen themselves.
        """
        return any(
            2 * under > self._texts and 2 * (x1 - x0) * (y1 - y0) > area
            for (x0, y0, x1, y1), under in self._over
        )

    def _walk(
        self, holder: int, nth: Callable[..., Any], count: int, place: _Matrix, depth: int
    ) -> None:
        for number in range(min(count, MOST_OBJECTS - self._met)):
            thing = nth(holder, number)
            self._met += 1
            kind = lib.kind_of(thing) if thing else 0
            if kind == lib.PATH and len(self._writer.paints) < 2 * MOST_STROKES:
                self._path(thing, place)
            elif kind == lib.TEXT:
                self._texts += 1
                self.may_hide = self.may_hide or lib.is_of_layer(thing)
            elif kind == lib.IMAGE and (box := _bounds(thing)):
                box = _placed(box, place)
                self.pictures.append(box)
                if not lib.is_clear(thing):
                    self._over.append((box, self._texts))
            elif kind == lib.FORM and depth < _DEEPEST:
                inner = _times(_matrix(thing), place)
                within = lib.count_of_form(thing)
                self._walk(thing, lib.nth_of_form, within, inner, depth + 1)

    def _path(self, thing: int, place: _Matrix) -> None:
        if not lib.draw_mode(thing, addressof(_WAYS), addressof(_WAYS) + 4):
            return
        is_filled, is_stroked = bool(_WAYS[0]), bool(_WAYS[1])
        if not (is_filled or is_stroked):
            return
        colour = lib.colour(lib.fill if is_filled else lib.stroke, thing)
        if colour in {-1, _WHITE}:
            self.may_hide = self.may_hide or (colour == _WHITE and is_filled and self._texts > 0)
            return
        for box in _boxes(thing):
            x0, y0, x1, y1 = _placed(box, place)
            self._writer.boxes.extend((x0, y0, x1, y1))
            self._writer.paints.extend((colour, int(is_filled)))


def _boxes(thing: int) -> Iterator[_Box]:
    """Yield the bounds of a path, or of each of its parts where it has many."""
    count = lib.count_segments(thing)
    if count <= _ONE_BOX or count > MOST_SEGMENTS:
        if box := _bounds(thing):
            yield box
        return
    way = _matrix(thing)
    points: list[tuple[float, float]] = []
    for number in range(count):
        each = lib.segment(thing, number)
        if lib.segment_kind(each) == _MOVE and points:
            yield _placed(_around(points), way)
            points = []
        lib.segment_point(each, addressof(_POINT), addressof(_POINT) + 4)
        points.append((_POINT[0], _POINT[1]))
    if points:
        yield _placed(_around(points), way)


def _around(points: list[tuple[float, float]]) -> _Box:
    across, up = [x for x, _ in points], [y for _, y in points]
    return min(across), min(up), max(across), max(up)


def _bounds(thing: int) -> _Box | None:
    return (_FOUR[0], _FOUR[1], _FOUR[2], _FOUR[3]) if lib.bounds(thing, *_FOUR_AT) else None


def _matrix(thing: int) -> _Matrix:
    if not lib.matrix(thing, addressof(_SIX)):
        return _PLAIN
    return _SIX[0], _SIX[1], _SIX[2], _SIX[3], _SIX[4], _SIX[5]


def _times(one: _Matrix, other: _Matrix) -> _Matrix:
    """Return the matrix that does `one`, then `other`."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j,
            e * g + f * i + k, e * h + f * j + m)  # fmt: skip


def _placed(box: _Box, way: _Matrix) -> _Box:
    if way == _PLAIN:
        return box
    a, b, c, d, e, f = way
    return _around([(a * x + c * y + e, b * x + d * y + f) for x in box[::2] for y in box[1::2]])
