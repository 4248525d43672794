"""The ways of paragraphs in, a picture in SVG out; nothing is decided here.

A line is told by its dash and the sign on it as well as by its colour (templates/pictures.css);
long ways are drawn first and thin, so that they hide no other.
"""

from __future__ import annotations

from collections.abc import Iterator

from amend.render.flow_shapes import Band, FlowView, Head, Line, Stand, Way
from amend.render.svg import Address, element, fitted, linked, on_page, picture, text, titled

_COLUMN, _WIDE, _NARROW, _ALL = 112.0, 300.0, 110.0, 1180.0
_MARGIN, _HEAD, _LEGEND = 10.0, 40.0, 30.0
_STUB = 26.0
_ROOM = 16
"""Letters of a label that a column holds."""
_ORDER = (
    Way.RESTORED, Way.MOVED, Way.SAME, Way.RENUMBERED, Way.REWORDED, Way.MERGED, Way.SPLIT,
    Way.DROPPED, Way.NEW,
)  # fmt: skip
"""Which lines are drawn first, behind the others."""


def draw(view: FlowView, address: Address = on_page, style: str = "") -> str:
    """Return the picture; `address` says where the passages and columns of the page are found.

    With `style`, the text of templates/pictures.css, it stands in a file of its own.
    """
    return _Drawing(view, address).drawn(style)


class _Drawing:
    def __init__(self, view: FlowView, address: Address) -> None:
        self._view, self._address = view, address
        gaps = max(len(view.heads) - 1, 1)
        room = (_ALL - 2 * _MARGIN - len(view.heads) * _COLUMN) / gaps
        self._gap = max(_NARROW, min(_WIDE, room))

    def drawn(self, style: str) -> str:
        view = self._view
        width = self._left(len(view.heads) - 1) + _COLUMN + _MARGIN
        legend = list(_legend(view.ways, width))
        self._top = _HEAD + _LEGEND * (1 + legend[-1][0] if legend else 0)
        size = width, self._top + view.height + _MARGIN
        lines = sorted(view.lines, key=lambda each: (_ORDER.index(each.way), -_length(each)))
        parts = [
            element("g", *(drawn for _, drawn in legend), class_="legend", aria_hidden="true"),
            element("g", *map(self._band, view.bands), class_="bands", aria_hidden="true"),
            element("g", *map(self._line, lines), class_="lines", aria_hidden="true"),
            *(element("g", *self._column(place)) for place in range(len(view.heads))),
        ]
        return picture(
            "flow-picture", size, view.title, view.told, parts, style, is_small=view.is_long
        )

    def _left(self, column: int) -> float:
        return _MARGIN + column * (_COLUMN + self._gap)

    def _column(self, place: int) -> Iterator[str]:
        yield self._head(place, self._view.heads[place])
        yield from (self._stand(each) for each in self._view.stands if each.column == place)

    def _head(self, place: int, head: Head) -> str:
        middle = self._left(place) + _COLUMN / 2
        return element(
            "g",
            titled(f"{head.name}: {head.told}"),
            element("text", text(fitted(head.name, _ROOM)), x=middle, y=self._top - 22,
                    class_="head"),
            element("text", text(head.told), x=middle, y=self._top - 8, class_="small"),
        )  # fmt: skip

    def _stand(self, stand: Stand) -> str:
        left, top = self._left(stand.column), self._top + stand.top
        middle = top + min(stand.height, 40) / 2 if stand.many else top + stand.height / 2
        label = element(
            "text",
            text(fitted(stand.label, _ROOM - 2 * stand.is_heading)),
            x=left + _COLUMN / 2,
            y=middle + 3.8,
        )
        box = element("rect", x=left, y=top + 0.5, width=_COLUMN, height=stand.height - 1, rx=2)
        kind = "run" if stand.many else "title" if stand.is_heading else None
        address = self._address(stand.key)
        return linked(
            address, titled(stand.told), box, label,
            class_=f"stand {kind}" if kind else "stand",
            aria_label=stand.told if address else None,
        )  # fmt: skip

    def _band(self, band: Band) -> str:
        return linked(
            self._address(band.key), titled(band.told), *self._extent(band),
            class_=f"band way-{band.way.name.lower()}", tabindex=self._tab(band.key),
        )  # fmt: skip

    def _extent(self, band: Band) -> Iterator[str]:
        """Yield the area of a band; where paragraphs come or go, a short one with their number."""
        left = self._left(band.column) + _COLUMN
        top, height = self._top + band.top + 0.5, band.height - 1
        if band.way not in (Way.NEW, Way.DROPPED):
            yield element("rect", x=left, y=top, width=self._gap, height=height)
            return
        start = left + self._gap - _STUB if band.way is Way.NEW else left
        yield element("rect", x=start, y=top, width=_STUB, height=height)
        sign = "+" if band.way is Way.NEW else "×"
        edge = start - 4 if band.way is Way.NEW else start + _STUB + 4
        side = "small end" if band.way is Way.NEW else "small start"
        told = f"{sign}{band.count}"
        yield element("text", text(told), x=edge, y=top + min(height, 30) / 2 + 4, class_=side)

    def _line(self, line: Line) -> str:
        left = self._left(line.column) + _COLUMN
        right = self._left(line.to)
        way = f"way-{line.way.name.lower()}"
        path, signs = self._way(line, left, right)
        hit = () if line.is_inner else (element("path", d=path, class_="hit"),)
        return linked(
            self._address(line.key), titled(line.told), *hit, element("path", d=path), *signs,
            class_=f"line {way} inner" if line.is_inner else f"line {way}",
            tabindex=self._tab(line.key),
        )  # fmt: skip

    def _tab(self, key: str) -> str | None:
        """Lines lead where labels do: the keyboard has one stop for each paragraph."""
        return "-1" if self._address(key) else None

    def _way(self, line: Line, left: float, right: float) -> tuple[str, list[str]]:
        if line.start is None:
            middle = self._top + (line.end or 0.0)
            return _straight(right - _STUB, right, middle), [_plus(right - _STUB, middle)]
        if line.end is None:
            middle = self._top + line.start
            return _straight(left, left + _STUB, middle), [_cross(left + _STUB, middle)]
        start, end = self._top + line.start, self._top + line.end
        if start == end:
            return _straight(left, right, start), []
        at = (left + 10, start) if line.way is Way.MERGED else (right - 10, end)
        sign = _sign(line.way, *at)
        return _curve(left, start, right, end), [sign] if sign else []


def _length(line: Line) -> float:
    """Return how far a line climbs or falls; 0.0 for one that stays at its height."""
    return abs(line.end - line.start) if line.start is not None and line.end is not None else 0.0


def _straight(left: float, right: float, middle: float) -> str:
    return f"M{left:.1f} {middle:.1f}H{right:.1f}"


def _curve(left: float, start: float, right: float, end: float) -> str:
    bend = (right - left) * 0.5
    return (
        f"M{left:.1f} {start:.1f}C{left + bend:.1f} {start:.1f} "
        f"{right - bend:.1f} {end:.1f} {right:.1f} {end:.1f}"
    )


def _plus(x: float, y: float) -> str:
    return element("path", d=f"M{x - 4:.1f} {y:.1f}h8m-4 -4v8", class_="sign")


def _cross(x: float, y: float) -> str:
    return element("path", d=f"M{x - 3.5:.1f} {y - 3.5:.1f}l7 7m0 -7l-7 7", class_="sign")


def _sign(way: Way, x: float, y: float) -> str:
    """Return the sign on a line, at the end that is its own; most are told by their dash alone."""
    if way is Way.MOVED:
        return element("path", d=f"M{x - 4:.1f} {y:.1f}l4 -4 4 4 -4 4z", class_="sign full")
    if way is Way.SPLIT:
        return element("circle", cx=x, cy=y, r=3, class_="sign")
    if way is Way.MERGED:
        return element("rect", x=x - 3, y=y - 3, width=6, height=6, class_="sign")
    return ""


def _legend(ways: tuple[tuple[Way, str, int], ...], width: float) -> Iterator[tuple[int, str]]:
    """Yield the row of each entry of the legend, from 0, and the entry drawn."""
    x, row = _MARGIN, 0
    for way, name, count in ways:
        told = f"{name} ({count:,})"
        room = 44 + len(told) * 6.4 + 18
        if x + room > width and x > _MARGIN:
            x, row = _MARGIN, row + 1
        yield row, _entry(way, told, x, 16 + row * _LEGEND)
        x += room


def _entry(way: Way, told: str, x: float, y: float) -> str:
    signs = {
        Way.NEW: _plus(x, y),
        Way.DROPPED: _cross(x + 36, y),
    }
    sign = signs.get(way) or _sign(way, x + 18, y)
    line = element("path", d=_straight(x, x + 36, y))
    label = element("text", text(told), x=x + 44, y=y + 4, class_="start")
    return element(
        "g", line, *([sign] if sign else []), label, class_=f"line way-{way.name.lower()}"
    )
