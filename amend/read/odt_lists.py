"""The list styles of an OpenDocument text in, its lists out: levels, starts, and how they print.

A list of OpenDocument is a stretch of paragraphs; one that continues another counts on with it. The
rules are those of OpenDocument 1.3 Part 3, 5.3 and 16.31.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from amend.read import odt_names as o
from amend.read.odt_counts import LEVELS, OdtList
from amend.read.odt_numerals import named
from amend.read.word_numbering import LONGEST_TEXT, ListLevel
from amend.read.word_styles import ListPlace, count_of

OUTLINE = "Outline"
# All figures, with what joins them.
_FIGURES = re.compile(r"%\d+%(?:.*%\d+%)?", re.DOTALL)
_STYLES = (o.LIST_STYLE, o.OUTLINE_STYLE)
_BULLETS = (o.LEVEL_BULLET, o.LEVEL_IMAGE)
_SILENT = ListLevel(start=1, format="bullet")


class Spot(NamedTuple):
    """Where a paragraph says it stands: `counters` names the list it counts with.

    `start` is the number it begins anew with, `is_anew` that it begins where its level does;
    `is_counted` is False where it stands in the list and bears no number.
    """

    counters: str
    style: str
    level: int
    start: int | None = None
    is_anew: bool = False
    is_counted: bool = True


class ListNames:
    """The list styles of one part of a file by their names: L1 of the text is not L1 elsewhere."""

    def __init__(self, *roots: etree._Element | None) -> None:
        """Take the roots that hold list styles; a later one goes before an earlier."""
        self._elements: dict[str, etree._Element] = {}
        for root in roots:
            for each in root.iter(*_STYLES) if root is not None else ():
                is_outline = each.tag == o.OUTLINE_STYLE
                self._elements[OUTLINE if is_outline else each.get(o.STYLE_NAME, "")] = each
        self._known: dict[str, tuple[ListLevel, ...] | None] = {}

    def levels(self, name: str) -> tuple[ListLevel, ...] | None:
        """Return the levels of a list style, or None where there is no such style."""
        if name not in self._known:
            element = self._elements.get(name)
            self._known[name] = _levels(element) if element is not None else None
        return self._known[name]

    def is_consecutive(self, name: str) -> bool:
        """Whether all levels of a list style count as one."""
        return name in self._elements and self._elements[name].get(o.CONSECUTIVE) == "true"


class OdtLists:
    """All lists of a file by id, as its paragraphs see them; `unknown` names missing styles."""

    def __init__(self) -> None:
        """Begin with no list met."""
        self.lists: dict[str, OdtList] = {}
        self.unknown: set[str] = set()

    def at(self, names: ListNames, spot: Spot) -> ListPlace:
        """Return the place of a paragraph in a list."""
        levels = names.levels(spot.style)
        if levels is None:
            self.unknown |= {spot.style} if spot.style else set()
            return None, None
        level = min(spot.level, LEVELS - 1)
        start = levels[level].start if spot.is_anew and spot.start is None else spot.start
        start = start if spot.is_counted else None
        list_id = f"{spot.counters} {spot.style} {'+' if spot.is_counted else '-'}"
        if start is not None:
            list_id = f"{list_id} {level} {start}"
        if list_id not in self.lists:
            is_row = names.is_consecutive(spot.style)
            self.lists[list_id] = OdtList(spot.counters, levels, start, spot.is_counted, is_row)
        return list_id, level

    def bears(self, place: ListPlace) -> bool:
        """Whether a paragraph at a place bears a number of its list."""
        return place[0] in self.lists and self.lists[place[0]].is_counted

    def place(self, direct: ListPlace, _style_id: str) -> tuple[str, int] | None:
        """Return list id and level of a paragraph; a style puts no paragraph into a list here."""
        return (direct[0], direct[1] or 0) if direct[0] is not None else None

    def language(self, _style_id: str) -> str:
        """Return "": a paragraph is given its language where it is read."""
        return ""


class Chains:
    """Which lists of a part count on with which: `roots` has the name of each one's counters.

    That is worked out in the order of the file, in which what was taken out stands first. A list
    can continue the one before it where both are of one style; so LibreOffice takes it.
    """

    def __init__(self, root: etree._Element, scope: str) -> None:
        """Look at all lists of a part; `scope` tells its names from those of other parts."""
        self.roots: dict[etree._Element, str] = {}
        self._named: dict[str, str] = {}
        self._last = "", ""
        self._scope = scope
        for each in root.iter(o.LIST, o.NUMBERED):
            parent = each.getparent()
            if parent is None or parent.tag not in (o.LIST_ITEM, o.LIST_HEADER):
                self.roots[each] = self._root(each)

    def _root(self, element: etree._Element) -> str:
        style = element.get(o.USED_STYLE, "")
        if element.tag == o.NUMBERED:
            named = element.get(o.LIST_ID)
            return self._named.setdefault(named, self._new()) if named else self._last_of(style)
        continued, number = element.get(o.CONTINUE_LIST), element.get(o.XML_ID)
        if continued is not None:
            found = self._named.setdefault(continued, self._new())
        elif element.get(o.CONTINUE) == "true":
            found = self._last_of(style)
        else:
            found = self._named.get(number, self._new()) if number else self._new()
        if number:
            self._named[number] = found
        self._last = style, found
        return found

    def _last_of(self, style: str) -> str:
        return self._last[1] if self._last[0] == style and self._last[1] else self._new()

    def _new(self) -> str:
        return f"{self._scope} list {len(self.roots)}"


def _levels(style: etree._Element) -> tuple[ListLevel, ...]:
    found = {count_of(each.get(o.LEVEL)) or 0: each for each in style}
    return tuple(
        _level(found[place], place) if place in found else _SILENT for place in range(1, LEVELS + 1)
    )


def _level(element: etree._Element, place: int) -> ListLevel:
    """Read one level; one without a format prints what stands around its number, if anything."""
    start = count_of(element.get(o.START_VALUE))
    begins = 1 if start is None else start
    if element.tag in _BULLETS:
        return ListLevel(start=begins, format="bullet")
    written = element.get(o.NUM_FORMAT, "")
    name, pattern = named(written, is_even=element.get(o.LETTER_SYNC) == "true")
    text = element.get(o.LIST_FORMAT)
    if text is None:
        text = _joined(element, place)
    if not written:
        text = _FIGURES.sub("", text)
    return ListLevel(
        start=begins, format=name if written else "none", pattern=pattern, text=text[:LONGEST_TEXT]
    )


def _joined(element: etree._Element, place: int) -> str:
    """Return prefix, the figures of as many levels as are shown, and suffix."""
    shown = max(count_of(element.get(o.DISPLAY_LEVELS)) or 1, 1)
    figures = (f"%{level}%" for level in range(max(place - shown, 0) + 1, place + 1))
    return f"{element.get(o.NUM_PREFIX, '')}{'.'.join(figures)}{element.get(o.NUM_SUFFIX, '')}"
