"""The styles part of a Word file in; names, heading levels, list places and looks out, by style."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from amend.model.source import Look
from amend.read import word_names as w

# The built-in names are English in every language version of Word; the others are those of the
# templates in which United Nations documents are set.
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_HEADING_ID = re.compile(r"Heading(\d)")
_UN_HEADING = re.compile(r"(?:Reg)?_ ?H ?_+(\d|Ch|M)", re.IGNORECASE)
_TITLES = {"title": 1}
_OFF = {"0", "false", "off", "none"}
_NO_COLOUR = {"auto", "000000", "none", "FFFFFF"}
# Bases named in a circle end here; Word itself allows no longer chains.
_LONGEST_CHAIN = 30
_LINKS = {"hyperlink", "followedhyperlink"}

ListPlace = tuple[str | None, int | None]


@dataclass(frozen=True, slots=True)
class Style:
    """What one style says of its paragraphs or words, with all that it inherits.

    `heading` counts from 1, 0 is no heading; `list_place` is (list id, level), with None where
    neither the style nor its bases say; `chain` names the style and its bases, nearest first.
    """

    name: str = ""
    heading: int = 0
    list_place: ListPlace = (None, None)
    look: Look = Look.PLAIN
    chain: tuple[str, ...] = ()


class Styles:
    """All styles of a file by id; an id that is not there answers as a plain style."""

    def __init__(self, root: etree._Element | None) -> None:
        """Take the styles part, or None where the file has none."""
        found = root.iterchildren(w.STYLE) if root is not None else ()
        self._elements = {each.get(w.STYLE_ID, ""): each for each in found}
        self._known: dict[str, Style] = {}
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
        outline, look = None, Look.PLAIN
        name = value_of(self._elements.get(style_id), w.NAME)
        next_id = style_id
        while next_id in self._elements and next_id not in chain and len(chain) < _LONGEST_CHAIN:
            element = self._elements[next_id]
            chain.append(next_id)
            properties = element.find(w.P_PR)
            if properties is not None:
                place = _inherit(place, list_place(properties.find(w.NUM_PR)))
                outline = outline if outline is not None else outline_level(properties)
            words = element.find(w.R_PR)
            look |= look_of(words) if words is not None else Look.PLAIN
            next_id = value_of(element, w.BASED_ON)
        if name.lower().replace(" ", "") in _LINKS:
            look = Look.PLAIN  # how Word paints links, not what a proponent marked
        return Style(name, self._heading(style_id, chain, outline), place, look, tuple(chain))

    def _heading(self, style_id: str, chain: list[str], outline: int | None) -> int:
        if outline is not None:
            return outline if outline <= 9 else 0
        for each in chain or [style_id]:
            name = value_of(self._elements.get(each), w.NAME)
            found = _HEADING.match(name) or _HEADING_ID.fullmatch(each)
            if found:
                return max(int(found[1]), 1)
            found = _UN_HEADING.match(name)
            if found:  # chapters stand above the headings that bear a number
                return int(found[1]) + 1 if found[1].isdigit() else 1
            if name.lower() in _TITLES:
                return _TITLES[name.lower()]
        return 0


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
        if flag is not None and is_on(each, flag):
            look |= flag
    return LOOK_VALUES[look]


LOOKS: dict[str, int] = {
    w.BOLD: 1,
    w.ITALIC: 2,
    w.UNDERLINE: 4,
    w.STRIKE: 8,
    w.DOUBLE_STRIKE: 8,
    w.COLOUR: 16,
    w.HIGHLIGHT: 32,
    w.SHADING: 32,
    w.RAISED: 64,
}
_COLOUR, _RAISED = int(Look.COLOUR), int(Look.RAISED)
LOOK_VALUES = tuple(Look(value) for value in range(128))


def is_on(element: etree._Element, flag: int) -> bool:
    """Return whether a property of words turns its look on; black and white are no colours."""
    value = element.get(w.VAL)
    if flag < _COLOUR:
        return value not in _OFF
    if element.tag == w.SHADING:
        return element.get(w.FILL, "auto") not in _NO_COLOUR
    if flag == _COLOUR:
        return value not in _NO_COLOUR
    return value == "superscript" if flag == _RAISED else value not in _OFF


def _inherit(near: ListPlace, far: ListPlace) -> ListPlace:
    return (near[0] or far[0], near[1] if near[1] is not None else far[1])


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
    language = next(defaults.iter(w.LANG), None) if defaults is not None else None
    code = language.get(w.VAL, "").split("-")[0].lower() if language is not None else ""
    return code if len(code) == 2 else None
