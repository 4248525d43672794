"""List places of paragraphs in, in reading order; the numbers that Word prints before them out.

Word keeps no number in the text: it counts. The rules are those of ECMA-376 Part 1, 17.9.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml import etree

from amend.read import word_names as w
from amend.read.word_numerals import LARGEST_COUNT, numeral
from amend.read.word_styles import ListPlace, Styles, count_of, value_of

LEVELS = 9
# Word's dialog takes no longer text for a number; a file could hold any.
LONGEST_TEXT = 255
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class ListLevel:
    """How one level of a list counts and prints.

    `restart` is the count of levels whose change restarts this one: None is every level above,
    0 is none at all. `style` is the id of the paragraph style that stands for this level.
    """

    start: int = 0
    format: str = "decimal"
    pattern: str = ""
    text: str = ""
    restart: int | None = None
    is_legal: bool = False
    style: str = ""


@dataclass(frozen=True, slots=True)
class ListDefinition:
    """One list: its levels, the counters it shares with others, and where it starts anew."""

    counters: str
    levels: tuple[ListLevel, ...]
    starts: tuple[int | None, ...]

    def level_of(self, chain: tuple[str, ...]) -> int | None:
        """Return the level that a style, or the nearest of its bases, stands for."""
        by_style = {level.style: place for place, level in enumerate(self.levels) if level.style}
        return next((by_style[style] for style in chain if style in by_style), None)


class Lists:
    """All lists of a file by list id."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        """Take the numbering part, or None where the file has none, and the file's styles."""
        self._styles = styles
        self._abstract: dict[str, etree._Element] = {}
        self._nums: dict[str, etree._Element] = {}
        if root is not None:
            self._abstract = {each.get(w.ABSTRACT_NUM_ID, ""): each
                              for each in root.iterchildren(w.ABSTRACT_NUM)}  # fmt: skip
            self._nums = {each.get(w.NUM_ID, ""): each for each in root.iterchildren(w.NUM)}
        self._known: dict[str, ListDefinition | None] = {}
        self.unknown: set[str] = set()

    def get(self, list_id: str) -> ListDefinition | None:
        """Return the list, or None if the file does not define it; `unknown` then names it."""
        if list_id not in self._known:
            self._known[list_id] = self._build(list_id)
            if self._known[list_id] is None:
                self.unknown.add(list_id)
        return self._known[list_id]

    def place(self, direct: ListPlace, style_id: str) -> tuple[str, int] | None:
        """Return list id and level of a paragraph, or None if it is in no list.

        What the paragraph says goes before what its style says; list id 0 takes it out of any.
        """
        style = self._styles[style_id or self._styles.default]
        list_id = direct[0] or style.list_place[0]
        if list_id in (None, "0"):
            return None
        level = direct[1]
        if level is None:
            found = self.get(list_id)
            by_style = found.level_of(style.chain) if found is not None else None
            level = by_style if by_style is not None else style.list_place[1]
        return list_id, min(level or 0, LEVELS - 1)

    def _build(self, list_id: str) -> ListDefinition | None:
        num = self._nums.get(list_id)
        abstract = self._abstract_of(num)
        if num is None or abstract is None:
            return None
        levels = _levels(abstract)
        starts: list[int | None] = [None] * LEVELS
        for override in num.iterchildren(w.LEVEL_OVERRIDE):
            place = count_of(override.get(w.LIST_LEVEL)) or 0
            if place < LEVELS:
                starts[place] = _child_number(override, w.START_OVERRIDE)
                for level in override.iterchildren(w.LEVEL):
                    levels[place] = _level(level)
        counters = abstract.get(w.ABSTRACT_NUM_ID, "")
        return ListDefinition(counters, tuple(levels), tuple(starts))

    def _abstract_of(self, num: etree._Element | None) -> etree._Element | None:
        """Follow a list to the definition that holds its levels, or to its list style."""
        for _ in range(LEVELS):
            abstract = self._abstract.get(value_of(num, w.ABSTRACT_NUM_ID))
            style = value_of(abstract, w.NUM_STYLE_LINK)
            if not style:
                return abstract
            num = self._nums.get(self._styles[style].list_place[0] or "")
        return None


def _levels(abstract: etree._Element) -> list[ListLevel]:
    levels = [ListLevel()] * LEVELS
    for element in abstract.iterchildren(w.LEVEL):
        place = count_of(element.get(w.LIST_LEVEL)) or 0
        if place < LEVELS:
            levels[place] = _level(element)
    return levels


def _level(element: etree._Element) -> ListLevel:
    name, pattern = _format(element)
    legal = element.find(w.LEGAL)
    return ListLevel(
        start=_child_number(element, w.START) or 0,
        format=name,
        pattern=pattern,
        text=value_of(element, w.LEVEL_TEXT)[:LONGEST_TEXT],
        restart=_child_number(element, w.LEVEL_RESTART),
        is_legal=legal is not None and legal.get(w.VAL) not in {"0", "false", "off"},
        style=value_of(element, w.P_STYLE),
    )


def _format(level: etree._Element) -> tuple[str, str]:
    """Return name and pattern; newer formats stand in an alternative beside a plainer one."""
    found = level.find(w.NUM_FORMAT)
    if found is None:
        found = level.find(f"{w.ALTERNATIVES}/{w.CHOICE}/{w.NUM_FORMAT}")
    return (found.get(w.VAL, "decimal"), found.get(w.FORMAT, "")) if found is not None else _DECIMAL


_DECIMAL = ("decimal", "")


def _child_number(element: etree._Element, child: str) -> int | None:
    return count_of(value_of(element, child))


class Counters:
    """The state of all lists at one place of one reading; ask `number` for each paragraph once."""

    def __init__(self, lists: Lists, language: str | None) -> None:
        """Begin at the top of a text; `language` spells numbers in words."""
        self._lists = lists
        self._language = language or "en"
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()
        self.unprinted: set[str] = set()

    def anew(self) -> Counters:
        """Return counters of the same lists at the top of a text; `unprinted` is shared."""
        other = Counters(self._lists, self._language)
        other.unprinted = self.unprinted
        return other

    def number(self, list_id: str, place: int) -> str | None:
        """Count one paragraph; return its number as printed, or None for a bullet or no number.

        A format we cannot print counts all the same, prints as a decimal, and is named in
        `unprinted`.
        """
        found = self._lists.get(list_id)
        if found is None:
            return None
        counts = self._counts.setdefault(found.counters, [None] * LEVELS)
        self._count(list_id, found, counts, place)
        level = found.levels[place]
        if level.format == "bullet":
            return None
        printed = _PLACE.sub(lambda match: self._figure(found, counts, place, match), level.text)
        return printed.strip() or None

    def _count(
        self, list_id: str, found: ListDefinition, counts: list[int | None], place: int
    ) -> None:
        level, count, start = found.levels[place], counts[place], found.starts[place]
        if start is not None and (list_id, place) not in self._started:
            counts[place] = start
        else:
            again = start if start is not None else level.start
            counts[place] = again if count is None else count + 1
        self._started.add((list_id, place))
        for below in range(place + 1, LEVELS):
            restart = found.levels[below].restart
            if restart is None or place < restart:
                counts[below] = None

    def _figure(
        self, found: ListDefinition, counts: list[int | None], place: int, match: re.Match[str]
    ) -> str:
        asked = int(match[1]) - 1
        level = found.levels[asked]
        count = counts[asked]
        if count is None:  # a level above that no paragraph has used yet prints its start
            start = found.starts[asked]
            count = level.start if start is None else start
        if found.levels[place].is_legal and level.format != "none":
            level = replace(level, format="decimal")
        prints = numeral(level.format, self._language, level.pattern)
        if prints is None:
            self.unprinted.add(level.format)
        fits = prints is not None and 0 < count <= LARGEST_COUNT
        return prints(count) if prints is not None and fits else str(count)
