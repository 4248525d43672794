"""The styles of an OpenDocument text in; what each says of its paragraphs or words out.

Common styles have names that people gave; automatic ones hold what was set by hand. Each part of
the file has automatic styles of its own: P1 of the text is not P1 of the headers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from amend.read import odt_names as o
from amend.read.odt_looks import PLAIN, Paint, over, paint_of
from amend.read.word_styles import named_heading

# A style may name its base in a circle.
_LONGEST_CHAIN = 30
_LONGEST_NAME = 253
_LINKS = {"internetlink", "visitedinternetlink", "hyperlink", "followedhyperlink"}
_PARAGRAPH, _WORDS = "paragraph", "text"


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph's style says, with all that it inherits.

    `name` is the name people gave to it, or to the nearest of its bases that has one; `heading`
    what that name makes it, 0 for none. `paint` is how it was set by hand, `language` an ISO 639-1
    code or "". `list_style` is None where no style names one, "" where one says there is none.
    """

    name: str = ""
    heading: int = 0
    paint: Paint = PLAIN
    language: str = ""
    list_style: str | None = None
    is_on_new_page: bool = False
    is_page_end: bool = False


class OdtStyles:
    """The styles of one part of a file; a name that is not there answers as a plain style."""

    def __init__(self, common: etree._Element | None, automatic: etree._Element | None) -> None:
        """Take the roots that hold the common styles and the automatic ones, None for none."""
        self._elements: dict[tuple[str, str], etree._Element] = {}
        self._by_hand: set[etree._Element] = set()
        self._default: etree._Element | None = None
        for each in _children(common, o.COMMON):
            self._take(each)
        for each in _children(automatic, o.AUTOMATIC):
            self._take(each)
            self._by_hand.add(each)
        self.language = _language(self._default) or None
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._paints: dict[str, Paint] = {}
        self._fonts: dict[str, str] = {}

    def _take(self, element: etree._Element) -> None:
        family = element.get(o.FAMILY, "")
        if element.tag == o.STYLE:
            self._elements[family, element.get(o.STYLE_NAME, "")] = element
        elif element.tag == o.DEFAULT_STYLE and family == _PARAGRAPH:
            self._default = element

    def __contains__(self, name: str) -> bool:
        """Tell whether there is a paragraph style of a name."""
        return (_PARAGRAPH, name) in self._elements

    def paragraph(self, name: str) -> ParagraphStyle:
        """Return what the style of a paragraph says."""
        found = self._paragraphs.get(name)
        if found is None:
            found = self._paragraphs[name] = self._paragraph(name)
        return found

    def paint(self, name: str) -> Paint:
        """Return what the style of words says of their looks; that of a link says nothing."""
        found = self._paints.get(name)
        if found is None:
            found = PLAIN
            for element in reversed(self._chain(_WORDS, name)):
                is_link = _name(element).lower().replace(" ", "") in _LINKS
                found = PLAIN if is_link else over(found, paint_of(_words(element)))
            self._paints[name] = found
        return found

    def font(self, name: str) -> str:
        """Return the font that the style of words names, or ""; a number tells two faces apart."""
        found = self._fonts.get(name)
        if found is None:
            words = map(_words, self._chain(_WORDS, name))
            fonts = (each.get(o.FONT, "") for each in words if each is not None)
            found = self._fonts[name] = next(filter(None, fonts), "").rstrip("0123456789")
        return found

    def _chain(self, family: str, name: str) -> list[etree._Element]:
        """Return a style and its bases, nearest first."""
        chain: list[etree._Element] = []
        element = self._elements.get((family, name))
        while element is not None and element not in chain and len(chain) < _LONGEST_CHAIN:
            chain.append(element)
            element = self._elements.get((family, element.get(o.PARENT_STYLE, "")))
        return chain

    def _paragraph(self, name: str) -> ParagraphStyle:
        chain = self._chain(_PARAGRAPH, name)
        common = [each for each in chain if each not in self._by_hand]
        paint = PLAIN
        for each in reversed(chain):
            if each in self._by_hand:
                paint = over(paint, paint_of(_words(each)))
        lists = (self._list_style(each) for each in chain)
        headings = (named_heading(_name(each), each.get(o.STYLE_NAME, "")) for each in common)
        breaks = [_breaks(each) for each in chain]
        return ParagraphStyle(
            name=_name(common[0]) if common else "",
            heading=next((level for level in headings if level), 0),
            paint=paint,
            language=next(filter(None, map(_language, chain)), ""),
            list_style=next((each for each in lists if each is not None), None),
            is_on_new_page=any(before for before, _ in breaks),
            is_page_end=any(after for _, after in breaks),
        )

    def _list_style(self, element: etree._Element) -> str | None:
        """Return the list style that one style names.

        LibreOffice gives headings that the outline numbers the empty name; set by hand, that takes
        a heading out of all numbers.
        """
        named = element.get(o.LIST_STYLE_NAME)
        is_numbered = element not in self._by_hand and element.get(o.STYLE_OUTLINE)
        return None if named == "" and is_numbered else named


def _children(root: etree._Element | None, name: str) -> Iterator[etree._Element]:
    for holder in root.iterchildren(name) if root is not None else ():
        yield from holder


def _name(element: etree._Element) -> str:
    name = element.get(o.DISPLAY_NAME) or element.get(o.STYLE_NAME, "").replace("_20_", " ")
    return name[:_LONGEST_NAME]


def _words(element: etree._Element) -> etree._Element | None:
    return element.find(o.TEXT_PROPERTIES)


def _language(element: etree._Element | None) -> str:
    """Return the ISO 639-1 code of the language that a style itself names, or ""."""
    words = _words(element) if element is not None else None
    code = words.get(o.LANGUAGE, "").lower() if words is not None else ""
    return code if len(code) == 2 else ""


def _breaks(element: etree._Element) -> tuple[bool, bool]:
    """Tell whether a style begins a page, and whether it ends one."""
    properties = element.find(o.PARAGRAPH_PROPERTIES)
    before = properties.get(o.BREAK_BEFORE) if properties is not None else None
    after = properties.get(o.BREAK_AFTER) if properties is not None else None
    return before == "page" or bool(element.get(o.MASTER_NAME)), after == "page"
