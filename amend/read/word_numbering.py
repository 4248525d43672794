"""The numbering part of a Word file in, its lists out: levels, starts, and how they print.

The rules are those of ECMA-376 Part 1, 17.9.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice

from lxml import etree

from amend.read import word_names as w
from amend.read.word_styles import ListPlace, Styles, count_of, is_set, language_of, value_of

LEVELS = 9
# Word's dialog takes no longer text for a number; a file could hold any.
LONGEST_TEXT = 255


@dataclass(frozen=True, slots=True)
class ListLevel:
    """How one level of a list counts and prints.

    `restart` is the count of levels whose change restarts this one: None is every level above,
    0 is none at all. `style` is the id of the paragraph style that stands for this level;
    `language` that of its numbers, or "" where they take that of the paragraph.
    """

    start: int = 0
    format: str = "decimal"
    pattern: str = ""
    text: str = ""
    restart: int | None = None
    is_legal: bool = False
    style: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class ListDefinition:
    """One list: its levels, the counters it shares with others, and where it starts anew.

    A list with `is_flat` has one level, whatever its paragraphs say.
    """

    counters: str
    levels: tuple[ListLevel, ...]
    starts: tuple[int | None, ...]
    is_flat: bool = False

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
        self._overrides: dict[etree._Element, list[etree._Element]] = {}
        self._levels: dict[etree._Element, list[ListLevel]] = {}
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
        found = self.get(list_id)
        if found is not None and found.is_flat:
            return list_id, 0
        level = direct[1]
        if level is None:
            by_style = found.level_of(style.chain) if found is not None else None
            level = by_style if by_style is not None else style.list_place[1]
        return list_id, min(level or 0, LEVELS - 1)

    def language(self, style_id: str) -> str:
        """Return the language of a style's words as ISO 639-1, or "" where it names none."""
        return self._styles[style_id or self._styles.default].language

    def _build(self, list_id: str) -> ListDefinition | None:
        nums = self._linked(self._nums.get(list_id))
        if not nums:
            return None
        abstract = self._abstract[value_of(nums[-1], w.ABSTRACT_NUM_ID)]
        levels = list(self._levels_of(abstract))
        starts: list[int | None] = [None] * LEVELS
        for num in reversed(nums):  # what a list says itself goes before what its style says
            for override in self._overrides_of(num):
                _override(override, levels, starts)
        is_flat = value_of(abstract, w.MULTI_LEVEL) == "singleLevel"
        counters = value_of(nums[0], w.ABSTRACT_NUM_ID)
        return ListDefinition(counters, tuple(levels), tuple(starts), is_flat)

    def _levels_of(self, abstract: etree._Element) -> list[ListLevel]:
        """Return the levels of a definition, which many lists may share: it is looked at once."""
        if abstract not in self._levels:
            self._levels[abstract] = _levels(abstract)
        return self._levels[abstract]

    def _overrides_of(self, num: etree._Element) -> list[etree._Element]:
        """Return what a list changes in its definition; other lists may be linked to it."""
        if num not in self._overrides:
            self._overrides[num] = list(islice(num.iterchildren(w.LEVEL_OVERRIDE), LEVELS))
        return self._overrides[num]

    def _linked(self, num: etree._Element | None) -> list[etree._Element]:
        """Follow a list to the one that holds its levels, by way of list styles; [] for none."""
        nums: list[etree._Element] = []
        for _ in range(LEVELS):
            abstract = self._abstract.get(value_of(num, w.ABSTRACT_NUM_ID))
            if num is None or abstract is None:
                return []
            nums.append(num)
            style = value_of(abstract, w.NUM_STYLE_LINK)
            if not style:
                return nums
            num = self._nums.get(self._styles[style].list_place[0] or "")
        return []


def _override(override: etree._Element, levels: list[ListLevel], starts: list[int | None]) -> None:
    place = count_of(override.get(w.LIST_LEVEL)) or 0
    if place < LEVELS:
        starts[place] = _child_number(override, w.START_OVERRIDE)
        for level in override.iterchildren(w.LEVEL):  # Word heeds no restart in it ([MS-OI29500])
            levels[place] = replace(_level(level), restart=None)


def _levels(abstract: etree._Element) -> list[ListLevel]:
    levels = [ListLevel()] * LEVELS
    for element in abstract.iterchildren(w.LEVEL):
        place = count_of(element.get(w.LIST_LEVEL)) or 0
        if place < LEVELS:
            levels[place] = _level(element)
    return levels


def _level(element: etree._Element) -> ListLevel:
    name, pattern = _format(element)
    legal, words = element.find(w.LEGAL), element.find(w.R_PR)
    return ListLevel(
        start=_child_number(element, w.START) or 0,
        format=name,
        pattern=pattern,
        text=value_of(element, w.LEVEL_TEXT)[:LONGEST_TEXT],
        restart=_child_number(element, w.LEVEL_RESTART),
        is_legal=legal is not None and is_set(legal),
        style=value_of(element, w.P_STYLE),
        language=language_of(words) if words is not None else "",
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
