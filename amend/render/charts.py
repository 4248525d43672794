"""The charts of an overview in, pictures in SVG out; nothing is decided here.

Tones are told by the shape of a bar as well as by its colour: full, half as high, hollow, a line.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from amend.render.charts_view import Bar, FatesView, OpenView, Panel, Proponent
from amend.render.svg import Address, element, fitted, linked, on_page, picture, text, titled

_MARGIN, _ALL = 10.0, 1180.0
_FEW = 30
"""Proponents that stand one below the other; more of them stand in several columns."""
_COLUMNS = 3
_GAP = 34.0
_ROW, _LOW = 24.0, 17.0


def draw_fates(view: FatesView, address: Address = on_page, style: str = "") -> str:
    """Return the picture of fates; `address` says where a proponent's part of the page is found."""
    return _Fates(view, address).drawn(style)


class _Fates:
    """A grid: a row for each proponent, a bar for each revision."""

    def __init__(self, view: FatesView, address: Address) -> None:
        self._view, self._address = view, address
        count = len(view.proponents)
        self._columns = 1 if count <= _FEW else _COLUMNS
        self._row = _ROW if count <= _FEW else _LOW
        self._width = (_ALL - 2 * _MARGIN - _GAP * (self._columns - 1)) / self._columns
        self._name = 250.0 if self._columns == 1 else 170.0
        self._bar = (self._width - self._name - 34) / len(view.revisions)
        self._each = max(ceil(count / self._columns), 1)

    def drawn(self, style: str) -> str:
        view = self._view
        top = 94.0 if self._columns == 1 else 108.0
        height = top + self._each * self._row + _MARGIN
        parts = [
            element("g", *self._legend(), class_="legend", aria_hidden="true"),
            self._heads(_MARGIN, 48.0, self._all_bar),
            self._one(view.everyone, _MARGIN, 56.0, self._all_bar, 22.0),
            *(
                self._heads(self._left(each), top - 6, self._bar)
                for each in range(self._columns)
                if self._columns > 1
            ),
            *self._rows(top),
        ]
        return picture("fates-picture", (_ALL, height), view.title, view.told, parts, style)

    @property
    def _all_bar(self) -> float:
        return (_ALL - 2 * _MARGIN - self._name - 34) / len(self._view.revisions)

    def _left(self, column: int) -> float:
        return _MARGIN + column * (self._width + _GAP)

    def _legend(self) -> Iterator[str]:
        x = _MARGIN
        for place, (_, name) in enumerate(self._view.tones):
            yield _tone(place, x, 8.0, 22.0, 14.0)
            yield element("text", text(name), x=x + 28, y=19, class_="start")
            x += 28 + len(name) * 6.6 + 24

    def _heads(self, left: float, y: float, room: float) -> str:
        start = left + self._name + 34
        letters = max(int(room / 7), 3)
        return element("g", *(
            element("text", text(fitted(name, letters)), x=start + place * room, y=y,
                    class_="small start")
            for place, name in enumerate(self._view.revisions)
        ))  # fmt: skip

    def _rows(self, top: float) -> Iterator[str]:
        for place, each in enumerate(self._view.proponents):
            column, row = divmod(place, self._each)
            y = top + row * self._row
            yield self._one(each, self._left(column), y, self._bar, self._row - 5)

    def _one(self, row: Proponent, left: float, y: float, room: float, height: float) -> str:
        middle = y + height / 2 + 4
        start = left + self._name + 34
        name = element(
            "text", text(fitted(row.name, int(self._name / 6.1))), x=left, y=middle, class_="start"
        )
        count = element("text", text(f"{row.proposals:,}"), x=start - 10, y=middle, class_="end")
        bars = (
            _stack(each, start + place * room, y, room - 12, height)
            for place, each in enumerate(row.bars)
        )
        told = "\n".join((row.name, *(f"{each.revision}: {each.told}" for each in row.bars)))
        address = self._address(row.key) if row.key else ""
        label = row.name if address else None
        return linked(address, titled(told), name, count, *bars, class_="row", aria_label=label)


def _stack(bar: Bar, x: float, y: float, room: float, height: float) -> str:
    if not bar.total:
        return element("path", d=f"M{x:.1f} {y + height / 2:.1f}h6", class_="away")
    parts = []
    for tone, count in enumerate(bar.counts):
        width = room * count / bar.total
        if count:
            parts.append(_tone(tone, x, y, max(width - 1.5, 1.0), height))
            if width > 9 + 7 * len(str(count)) and height > _LOW:
                parts.append(element(
                    "text", text(str(count)), x=x + width / 2 - 0.75, y=y + height / 2 + 4,
                    class_=f"figure on-{_TONES[tone]}",
                ))  # fmt: skip
        x += width
    return element("g", *parts)


_TONES = ("good", "part", "none", "open")


def _tone(place: int, x: float, y: float, width: float, height: float) -> str:
    """Return a bar in the shape of its tone: full, half as high, hollow, or a line."""
    tone = f"tone-{_TONES[place]}"
    if tone == "tone-part":
        y, height = y + height / 2, height / 2
        back = element("rect", x=x, y=y - height, width=width, height=height * 2, class_="faint")
        full = element("rect", x=x, y=y, width=width, height=height)
        return element("g", back, full, class_=f"tone {tone}")
    if tone == "tone-none":
        x, y, width, height = x + 0.75, y + 0.75, max(width - 1.5, 0.5), height - 1.5
    if tone == "tone-open":
        return element("g", element("path", d=f"M{x:.1f} {y + height / 2:.1f}h{width:.1f}"),
                       class_=f"tone {tone}")  # fmt: skip
    bar = element("rect", x=x, y=y, width=width, height=height)
    return element("g", bar, class_=f"tone {tone}")


_LEAST, _GAP_BETWEEN, _HEIGHT, _TALL = 200.0, 42.0, 110.0, 190.0
_LETTERS = 11
"""Letters of a revision's name under its bar."""


def draw_open(view: OpenView, style: str = "") -> str:
    """Return the picture of what is open: a panel for each kind, a bar for each revision."""
    longest = min(max(len(each) for each in view.revisions), _LETTERS)
    wide = max(_LEAST, len(view.revisions) * (longest * 6.2 + 6))
    in_row = max(int((_ALL + _GAP_BETWEEN) // (wide + _GAP_BETWEEN)), 1)
    count = min(in_row, len(view.panels))
    size = (
        2 * _MARGIN + count * wide + (count - 1) * _GAP_BETWEEN,
        ceil(len(view.panels) / in_row) * _TALL,
    )
    panels = (
        _panel(
            each, view.revisions, wide,
            _MARGIN + place % in_row * (wide + _GAP_BETWEEN), place // in_row * _TALL,
        )
        for place, each in enumerate(view.panels)
    )  # fmt: skip
    return picture("open-picture", size, view.title, view.told, panels, style)


def _panel(
    panel: Panel, revisions: tuple[str, ...], wide: float, left: float, top: float
) -> str:  # fmt: skip
    highest = max(panel.figures)
    room, foot = wide / len(revisions), top + 44 + _HEIGHT
    bars = []
    for place, name in enumerate(revisions):
        x, tall = left + place * room, _HEIGHT * panel.figures[place] / highest
        middle = x + room / 2
        bars.append(element(
            "g",
            titled(f"{name}: {panel.printed[place]} {panel.name}"),
            element("rect", x=middle - 18, y=foot - tall, width=36, height=tall),
            element("text", text(panel.printed[place]), x=middle, y=foot - tall - 5),
            element("text", text(fitted(name, _LETTERS)), x=middle, y=foot + 15, class_="small"),
            class_="bar",
        ))  # fmt: skip
    head = element("text", text(panel.name), x=left, y=top + 18, class_="head start")
    floor = element("path", d=f"M{left:.1f} {foot:.1f}h{wide:.1f}", class_="floor")
    return element("g", head, *bars, floor)
