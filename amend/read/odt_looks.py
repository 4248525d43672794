"""The properties of words in an OpenDocument style in, the looks they turn on and off out."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from amend.model.source import GROUNDS, LETTERS, Look
from amend.read import odt_names as o
from amend.text.hues import hue

Paint = tuple[int, int]
"""The looks that a style decides, and those among them that it turns on."""

PLAIN: Paint = (0, 0)
_HEAVY = re.compile(r"bold|[6-9]00$")
_LETTERS = {name: int(look) for name, look in LETTERS.items()} | {"": 0}
_GROUNDS = {name: int(look) for name, look in GROUNDS.items()} | {"": 0}
_ALL_LETTERS = int(Look.COLOUR | Look.RED | Look.GREEN | Look.BLUE)
_ALL_GROUNDS = int(Look.HIGHLIGHT | Look.RED_GROUND | Look.GREEN_GROUND | Look.BLUE_GROUND)
# How programs paint links, not what a proponent marked.
OF_LINKS = _ALL_LETTERS | int(Look.UNDERLINE)


def painted(outer: int, paint: Paint) -> int:
    """Return the looks of words that stand in a style inside other words."""
    return outer & ~paint[0] | paint[1]


def over(far: Paint, near: Paint) -> Paint:
    """Return what two styles decide together; the nearer goes before the farther."""
    return far[0] | near[0], painted(far[1], near)


def paint_of(properties: etree._Element | None) -> Paint:
    """Read `style:text-properties`; black and white are no colours."""
    decided = on = 0
    for flags, value in _said(properties) if properties is not None else ():
        decided |= flags
        on |= value
    return decided, on


def _said(properties: etree._Element) -> list[Paint]:
    get = properties.get
    found = [_switch(Look.BOLD, get(o.WEIGHT), lambda value: bool(_HEAVY.match(value)))]
    found.append(_switch(Look.ITALIC, get(o.SLANT), lambda value: value != "normal"))
    for look, names in ((Look.UNDERLINE, o.UNDERLINE), (Look.STRIKE, o.STRIKE)):
        line = next((get(name) for name in names if get(name)), None)
        found.append(_switch(look, line, lambda value: value != "none"))
    found.append(_switch(Look.RAISED, get(o.POSITION), _is_raised))
    found.append(_switch(Look.HIDDEN, get(o.DISPLAY), lambda value: value == "none"))
    letters, ground = get(o.COLOUR), get(o.GROUND)
    if letters:
        found.append((_ALL_LETTERS, _LETTERS[hue(letters)]))
    if ground:
        found.append((_ALL_GROUNDS, _GROUNDS[hue(ground)]))
    return found


def _switch(look: Look, value: str | None, is_on: Callable[[str], bool]) -> Paint:
    flag = int(look)
    return (0, 0) if not value else (flag, flag if is_on(value) else 0)


def _is_raised(value: str) -> bool:
    """Tell a superscript: "super 58%", "33% 58%"; a subscript has "sub" or a minus."""
    height = value.split(" ")[0]
    return height == "super" or (height.endswith("%") and height.rstrip("%").isdecimal()
                                 and int(height[:3].rstrip("%")) > 0)  # fmt: skip
