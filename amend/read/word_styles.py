"""The styles part of a Word file in; names, heading levels, list places and looks out, by style."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from amend.model.source import GROUNDS, LETTERS, Look
from amend.read import word_names as w
from amend.text.hues import hue

# The built-in names are English in every language version of Word; the others are those of the
# templates in which United Nations documents are set.
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_HEADING_ID = re.compile(r"Heading(\d)")
_UN_HEADING = re.compile(r"(?:Reg)?_ ?H ?_+(\d|Ch|M)", re.IGNORECASE)
_TITLES = {"title": 1}
_OFF = {"0", "false", "off", "none"}
# Bases named in a circle end here; Word itself allows no longer chains.
_LONGEST_CHAIN = 30
# Word's dialog takes no longer name for a style.
_LONGEST_NAME = 253
_LINKS = {"hyperlink", "followedhyperlink"}

ListPlace = tuple[str | None, int | None]


@dataclass(frozen=True, slots=True)
class Style:
    """What one style says of its paragraphs or words, with all that it inherits.

    `heading` counts from 1, 0 is no heading; `list_place` is (list id, level), with None where
    neither the style nor its bases say; `chain` names the style and its bases, nearest first;
    `language` is an ISO 639-1 code, or "" where they name none.
    """

    name: str = ""
    heading: int = 0
    list_place: ListPlace = (None, None)
    look: Look = Look.PLAIN
    chain: tuple[str, ...] = ()
    language: str = ""


class Styles:
    """All styles of a file by id; an id that is not there answers as a plain style."""

    def __init__(self, root: etree._Element | None) -> None:
        """Take the styles part, or None where the file has none."""
        found = root.iterchildren(w.STYLE) if root is not None else ()
        self._elements = {each.get(w.STYLE_ID, ""): each for each in found}
        self._known: dict[str, Style] = {}
        self._said: dict[str, _Own] = {}
        self.language = _language(root)
        self.default = next((id_ for id_, each in self._elements.items() if _is_default(each)), "")

    def __getitem__(self, style_id: str) -> Style:
        style = self._known.get(style_id)
        if style is None:
            style = self._known[style_id] = self._resolve(style_id)
        return style

    def _resolve(self, style_id: str) -> Style:
        chain: list[str] = []
        place: ListPlace = (None, None)
        outline, look, language = None, Look.PLAIN, ""
        next_id = style_id
        while next_id in self._elements and next_id not in chain and len(chain) < _LONGEST_CHAIN:
            chain.append(next_id)
            own = self._own(next_id)
            place = _inherit(place, own.list_place)
            outline = outline if outline is not None else own.outline
            look |= own.look
            language = language or own.language
            next_id = own.base
        name = self._own(style_id).name
        if name.lower().replace(" ", "") in _LINKS:
            look = Look.PLAIN  # how Word paints links, not what a proponent marked
        heading = self._heading(style_id, chain, outline)
        return Style(name, heading, place, look, tuple(chain), language)

    def _heading(self, style_id: str, chain: list[str], outline: int | None) -> int:
        if outline is not None:
            return outline if outline <= 9 else 0
        named = (self._own(each).heading for each in chain or [style_id])
        return next((level for level in named if level), 0)

    def _own(self, style_id: str) -> _Own:
        """Return what a style says itself; it may be the base of many, and is looked at once."""
        own = self._said.get(style_id)
        if own is None:
            own = self._said[style_id] = _own(style_id, self._elements.get(style_id))
        return own


@dataclass(frozen=True, slots=True)
class _Own:
    """What one style says itself; `heading` is what its name makes it, `base` the next style."""

    name: str
    heading: int
    base: str = ""
    list_place: ListPlace = (None, None)
    outline: int | None = None
    look: Look = Look.PLAIN
    language: str = ""


def _own(style_id: str, element: etree._Element | None) -> _Own:
    name = value_of(element, w.NAME)[:_LONGEST_NAME]
    if element is None:
        return _Own(name, named_heading(name, style_id))
    properties, words = element.find(w.P_PR), element.find(w.R_PR)
    return _Own(
        name,
        named_heading(name, style_id),
        value_of(element, w.BASED_ON),
        list_place(properties.find(w.NUM_PR)) if properties is not None else (None, None),
        outline_level(properties) if properties is not None else None,
        look_of(words) if words is not None else Look.PLAIN,
        language_of(words) if words is not None else "",
    )


def named_heading(name: str, style_id: str) -> int:
    """Return the heading level that the name or the id of a style stands for, 0 for none."""
    found = _HEADING.match(name) or _HEADING_ID.fullmatch(style_id)
    if found:
        return max(int(found[1]), 1)
    found = _UN_HEADING.match(name)
    if found:  # chapters stand above the headings that bear a number
        return int(found[1]) + 1 if found[1].isdigit() else 1
    return _TITLES.get(name.lower(), 0)


def list_place(properties: etree._Element | None) -> ListPlace:
    """Return list id and level as `w:numPr` gives them, None for what it leaves open."""
    list_id, level = None, None
    for each in properties if properties is not None else ():
        if each.tag == w.NUM_ID:
            list_id = each.get(w.VAL)
        elif each.tag == w.LIST_LEVEL:
            level = count_of(each.get(w.VAL))
    return (list_id or None, level)


def outline_level(properties: etree._Element) -> int | None:
    """Return the outline level, 1 to 10 where 10 is body text, or None where none is given."""
    level = count_of(value_of(properties, w.OUTLINE))
    return level + 1 if level is not None else None


def look_of(properties: etree._Element) -> Look:
    """Return how `w:rPr` itself sets its words; its character style is not looked up."""
    look = 0
    for each in properties:
        flag = LOOKS.get(each.tag)
        if flag is not None:
            look = look & ~flag | looks_on(each, flag)
    return LOOK_VALUES[look]


LOOKS: dict[str, int] = {
    w.BOLD: 1,
    w.ITALIC: 2,
    w.UNDERLINE: 4,
    w.STRIKE: 8,
    w.DOUBLE_STRIKE: 0,  # it only adds: Word writes that it is off beside a single strike
    w.COLOUR: 16 + 128 + 256 + 512,
    w.HIGHLIGHT: 32 + 1024 + 2048 + 4096,
    w.SHADING: 0,  # it only adds: a highlight behind it still shows
    w.RAISED: 64,
    w.VANISH: 8192,
}
_STRIKE, _COLOUR, _RAISED = int(Look.STRIKE), int(Look.COLOUR), int(Look.RAISED)
_HIDDEN = int(Look.HIDDEN)
_LETTERS = {name: int(look) for name, look in LETTERS.items()} | {"": 0}
_GROUNDS = {name: int(look) for name, look in GROUNDS.items()} | {"": 0}
_LETTERS_ALL = LOOKS[w.COLOUR]


class _Looks(dict[int, Look]):
    """The flags as a number -> the look; each is made when it is first met."""

    def __missing__(self, value: int) -> Look:
        look = self[value] = Look(value)
        return look


LOOK_VALUES = _Looks()


def looks_on(element: etree._Element, flags: int) -> int:
    """Return which of the flags of a property of words it turns on: all, none, or those of a hue.

    Black and white are no colours.
    """
    value = element.get(w.VAL)
    if not flags:
        is_double = element.tag == w.DOUBLE_STRIKE
        return (0 if value in _OFF else _STRIKE) if is_double else _GROUNDS[hue(_fill(element))]
    if flags < _COLOUR or flags == _HIDDEN:
        return 0 if value in _OFF else flags
    if flags == _RAISED:
        return flags if value == "superscript" else 0
    return (_LETTERS if flags == _LETTERS_ALL else _GROUNDS)[hue(value or "")]


def _fill(shading: etree._Element) -> str:
    return shading.get(w.FILL) or ""


def _inherit(near: ListPlace, far: ListPlace) -> ListPlace:
    return (near[0] or far[0], near[1] if near[1] is not None else far[1])


def language_of(properties: etree._Element) -> str:
    """Return the ISO 639-1 code of the language that `w:rPr` itself names, or ""."""
    code = value_of(properties, w.LANG).split("-")[0].lower()
    return code if len(code) == 2 else ""


def is_set(switch: etree._Element) -> bool:
    """Tell whether a property that is on or off is on."""
    return switch.get(w.VAL) not in _OFF


def count_of(value: str | None) -> int | None:
    """Read a stranger's count; what is none, or is too long for any list, is None."""
    digits = value or ""
    return int(digits) if digits.isdecimal() and len(digits) <= 6 else None


def value_of(element: etree._Element | None, child: str) -> str:
    """Return `w:val` of a child, or "" where there is no such child or no element at all."""
    found = element.find(child) if element is not None else None
    return found.get(w.VAL, "") if found is not None else ""


def _is_default(style: etree._Element) -> bool:
    return style.get(w.TYPE) == "paragraph" and style.get(w.DEFAULT) in {"1", "true", "on"}


def _language(root: etree._Element | None) -> str | None:
    """Return the ISO 639-1 code of the document's default language."""
    defaults = root.find(w.DOC_DEFAULTS) if root is not None else None
    words = next(defaults.iter(w.R_PR), None) if defaults is not None else None
    return language_of(words) or None if words is not None else None
